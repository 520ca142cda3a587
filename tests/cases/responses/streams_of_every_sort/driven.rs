//! What a caller gets of each stream, whole and broken.

use std::time::Duration;

use generated::mock::{Answer, Chunks, MockServer};
use generated::models::{KindsEvent, StringsEvent, Tick};
use generated::operations::api;
use generated::{ByteStream, Client, ErrorKind, Event, EventStream, ItemStream};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;
    samples(&client).await?;
    handled(&mock, &client).await?;
    broken(&mock, &client).await?;
    assert_eq!(mock.problems(), []);
    Ok(())
}

async fn samples(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(client.api().download().await?.bytes().await?, "text");
    let mut events = client.api().payloads().await?;
    assert_eq!(events.next().await.ok_or("an event")??.n, 1);
    assert!(events.next().await.is_none());
    assert_eq!(client.api().inline().await?.next().await.ok_or("an event")??.n, 1);
    assert_eq!(&**client.api().texts().await?.next().await.ok_or("an event")??, "value");
    assert_eq!(client.api().lines().await?.next().await.ok_or("a line")??.n, 1);
    assert_eq!(client.api().sequence().await?.next().await.ok_or("a text")??.n, 1);
    let kind = client.api().kinds().await?.next().await.ok_or("an event")??;
    assert!(matches!(kind.data(), KindsEvent::Started(_)), "{kind:?}");
    let text = client.api().strings().await?.next().await.ok_or("an event")??;
    assert!(matches!(text.data(), StringsEvent::Plain(_)), "{text:?}");
    match client.api().mixed().await?.into_inner() {
        api::MixedSuccess::Ok(mut bytes) => assert_eq!(bytes.bytes().await?, "text"),
        other => return Err(format!("{other:?}").into()),
    }
    Ok(())
}

async fn handled(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    mock.on::<api::Download, _>(|_| async { Ok(ByteStream::of("abc")) });
    let mut file = client.api().download().await?;
    assert_eq!(file.next().await.ok_or("a chunk")??, "abc");
    mock.on::<api::Lines, _>(|_| async {
        Answer::lines(
            200,
            ItemStream::of([Tick::new(1), Tick::new(2)])
                .unwrap_or_else(|_| unreachable!()),
        )
    });
    let mut lines = client.api().lines().await?;
    assert_eq!(
        (lines.next().await.ok_or("a line")??.n, lines.next().await.ok_or("a line")??.n),
        (1, 2)
    );
    mock.on::<api::Payloads, _>(|_| async {
        let event = Event::new(Tick::new(7)).kind("tick").with_id("a");
        Answer::events(200, EventStream::of([event]).unwrap_or_else(|_| unreachable!()))
    });
    let mut events = client.api().payloads().await?;
    let event = events.next().await.ok_or("an event")??;
    assert_eq!((event.n, event.event(), event.id()), (7, "tick", "a"));
    let ticked = Chunks::new()
        .send("event: tick")
        .wait(Duration::from_millis(50))
        .send("ed\ndata: {\"n\": 3}\n\n");
    mock.fail::<api::Kinds>(Answer::chunks(200, "text/event-stream", ticked));
    let event = client.api().kinds().await?.next().await.ok_or("an event")??;
    match event.into_data() {
        KindsEvent::Ticked(ticked) => assert_eq!(ticked.data.n, 3),
        other => return Err(format!("{other:?}").into()),
    }
    let numbers = Chunks::new().send("event: structured\ndata: {\"n\": 3}\n\n");
    mock.fail::<api::Strings>(Answer::chunks(200, "text/event-stream", numbers));
    let event = client.api().strings().await?.next().await.ok_or("an event")??;
    match event.into_data() {
        StringsEvent::Structured(event) => assert_eq!(event.data, "{\"n\": 3}"),
        other => return Err(format!("{other:?}").into()),
    }
    mock.fail::<api::Mixed>(Answer::json(202, &serde_json::json!({"why": "busy"})));
    match client.api().mixed().await?.into_inner() {
        api::MixedSuccess::Accepted(later) => assert_eq!(later.why, "busy"),
        other => return Err(format!("{other:?}").into()),
    }
    Ok(())
}

async fn broken(
    mock: &MockServer,
    client: &Client,
) -> Result<(), Box<dyn std::error::Error>> {
    let lines =
        Chunks::new().send("{\"n\": 1}\n{\"n\": \"x\"}\n{\"n\": 3}\n{\"n\"").cut();
    mock.fail::<api::Lines>(Answer::chunks(200, "application/jsonl", lines));
    let mut lines = client.api().lines().await?;
    assert_eq!(lines.next().await.ok_or("a line")??.n, 1);
    let error = lines.next().await.ok_or("a line")?.err().ok_or("an error")?;
    assert_eq!(
        error.to_string(),
        "lines: the server answered 200 OK, but item 2: the value at `n` is not as documented: found string, expected i64"
    );
    assert_eq!(error.body_text().as_deref(), Some("{\"n\": \"x\"}"));
    assert_eq!(lines.next().await.ok_or("a line")??.n, 3);
    let error = lines.next().await.ok_or("an error")?.err().ok_or("an error")?;
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::Transport, Some(200))
    );
    assert!(lines.next().await.is_none());

    let page = Answer::text(200, "<html>").content_type("text/html");
    mock.fail::<api::Payloads>(page);
    let error = client.api().payloads().await.err().ok_or("an error")?;
    assert_eq!(error.body_text().as_deref(), Some("<html>"));
    assert!(
        error.to_string().contains("HTML in place of server-sent events"),
        "{error}"
    );
    mock.fail::<api::Payloads>(Answer::json(503, &serde_json::json!({"why": "down"})));
    let error = client.api().payloads().await.err().ok_or("an error")?;
    let Some(api::PayloadsError::Default(failure)) = error.api() else {
        return Err(error.into());
    };
    assert_eq!(failure.why, "down");
    Ok(())
}
