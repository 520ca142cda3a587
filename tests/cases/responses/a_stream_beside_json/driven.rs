//! What a caller gets when a stream is asked for, and when it is not.

use generated::Client;
use generated::mock::{Answer, Chunks, MockServer};
use generated::models::{CompleteBody, SpeakEvent};
use generated::operations::api;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let client = Client::builder().base_url(mock.url()).build()?;

    let whole = client.api().complete(CompleteBody::new("p")).await?;
    assert!(!whole.text.is_empty());

    let text = "data: {\"delta\": \"a\"}\r\n\r\n: still there\r\n\r\ndata: {\"delta\":\ndata: \"b\"}\n\ndata: [DONE]\n\n";
    let events = || {
        Answer::chunks(200, "text/event-stream; charset=utf-8", Chunks::new().send(text))
    };
    mock.fail::<api::Complete>(events());
    let mut stream =
        client.api().complete(CompleteBody::new("p").stream(true)).streamed().await?;
    let mut deltas = Vec::new();
    while let Some(event) = stream.next().await {
        deltas.push(event?.into_data().delta);
    }
    assert_eq!(deltas, ["a", "b"]);

    mock.fail::<api::Complete>(Answer::json(429, &serde_json::json!({"wait": 5})));
    let error = client
        .api()
        .complete(CompleteBody::new("p"))
        .streamed()
        .await
        .err()
        .ok_or("an error")?;
    let Some(api::CompleteError::TooManyRequests(busy)) = error.api() else {
        return Err(error.into());
    };
    assert_eq!(busy.wait, 5);

    let text = "event: audio\ndata: {\"chunk\": \"x\"}\n\nevent: done\ndata: [DONE]\n\n";
    mock.fail::<api::Speak>(Answer::chunks(
        200,
        "text/event-stream",
        Chunks::new().send(text),
    ));
    let mut stream = client.api().speak().streamed().await?;
    let first = stream.next().await.ok_or("an event")??.into_data();
    assert!(
        matches!(&first, SpeakEvent::Audio(audio) if audio.data.chunk == "x"),
        "{first:?}"
    );
    let last = stream.next().await.ok_or("an event")??;
    assert_eq!(last.event(), "done");
    assert!(stream.next().await.is_none());

    let accepted: Vec<_> = mock
        .received()
        .iter()
        .map(|one| one.header("accept").map(str::to_owned))
        .collect();
    assert_eq!(accepted[0].as_deref(), Some("application/json"));
    assert_eq!(accepted[1].as_deref(), Some("text/event-stream"));
    assert_eq!(mock.problems(), []);
    Ok(())
}
