//! What a server receives of bodies that are made while they are sent.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use generated::mock::{Answer, MockServer};
use generated::models::{PartsBody, Row};
use generated::operations::api;
use generated::{Client, FilePart, Items, Stream, Token, TokenSource, Upload};

/// A stream of what is at hand.
struct Each<T>(std::vec::IntoIter<T>);

impl<T: Unpin> Stream for Each<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<T>> {
        Poll::Ready(self.0.next())
    }
}

fn chunks(texts: &[&'static str]) -> Each<Result<Bytes, Infallible>> {
    let chunks: Vec<_> = texts.iter().map(|text| Ok(Bytes::from(*text))).collect();
    Each(chunks.into_iter())
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let source = TokenSource::provider(|| async { Token::unending("t") });
    let client = Client::builder().base_url(mock.url()).token(source).build()?;

    client.api().bytes("at hand").await?;
    client.api().bytes(Upload::stream(chunks(&["a", "", "bc"]))).await?;
    client.api().bytes(Upload::stream(chunks(&["a", "bc"])).length(3)).await?;
    let wrong = [2, 4].map(|length| Upload::stream(chunks(&["a", "bc"])).length(length));
    for upload in wrong {
        assert!(client.api().bytes(upload).await.is_err());
    }
    client
        .api()
        .maybe()
        .body(Upload::from(vec![1, 2]).content_type("image/png"))
        .await?;
    client.api().maybe().await?;
    let untold = client.api().maybe().body(vec![1, 2]).await.err().ok_or("an error")?;
    let why = untold.to_string();
    assert_eq!(
        why,
        "maybe: the body is one of `image/*`: `Upload::content_type` says which"
    );

    let file =
        FilePart::stream("a.txt", chunks(&["con", "tent"])).content_type("text/plain");
    let more = vec![FilePart::new("b", "at hand"), FilePart::stream("c", chunks(&[]))];
    client.api().parts(PartsBody::new("n", file).more(more)).await?;
    let known = FilePart::stream("a", chunks(&["1", "2"])).length(2);
    client.api().parts(PartsBody::new("n", known)).await?;

    client.api().lines(vec![Row::new(1), Row::new(2)]).await?;
    let rows = || Items::stream(Each(vec![Row::new(3), Row::new(4)].into_iter()));
    client.api().lines(rows()).await?;
    client.api().sequence().body(vec![Row::new(5)]).await?;
    received(&mock);
    refused(&mock, &client, rows).await
}

fn received(mock: &MockServer) {
    assert_eq!(mock.problems(), []);
    let bytes = mock.calls_of::<api::Bytes>();
    assert_eq!(bytes[0].body, "at hand");
    assert_eq!((&*bytes[1].body, &*bytes[2].body), (&b"abc"[..], &b"abc"[..]));
    let all = mock.received();
    assert_eq!(all[1].header("transfer-encoding"), Some("chunked"));
    assert_eq!(all[2].header("content-length"), Some("3"));
    assert_eq!(mock.calls_of::<api::Maybe>()[0].body.as_deref(), Some(&[1, 2][..]));
    let parts = mock.calls_of::<api::Parts>();
    assert_eq!(parts[0].body.file.content(), "content");
    assert_eq!(parts[0].body.file.media_type(), Some("text/plain"));
    let more = parts[0].body.more.as_deref().unwrap_or_default();
    assert_eq!(more.iter().map(|file| file.content().len()).collect::<Vec<_>>(), [7, 0]);
    assert_eq!(parts[1].body.file.content(), "12");
    let of = |id: &str| {
        all.iter().filter(|one| one.operation == Some(id)).collect::<Vec<_>>()
    };
    assert!(of("parts")[0].header("content-length").is_none());
    assert_eq!(
        of("parts")[1].header("content-length"),
        Some(&*of("parts")[1].body.len().to_string())
    );
    assert_eq!(of("lines")[0].body, "{\"a\":1}\n{\"a\":2}\n");
    assert_eq!(of("lines")[1].body, "{\"a\":3}\n{\"a\":4}\n");
    assert_eq!(of("lines")[1].header("content-type"), Some("application/x-ndjson"));
    assert_eq!(of("sequence")[0].body, "\u{1E}{\"a\":5}\n");
    assert_eq!(mock.calls_of::<api::Lines>()[1].body, [Row::new(3), Row::new(4)]);
}

/// A list is sent again with a new token, and a stream is not.
async fn refused(
    mock: &MockServer,
    client: &Client,
    rows: impl Fn() -> Items<Row>,
) -> Result<(), Box<dyn std::error::Error>> {
    let before = mock.calls::<api::Lines>();
    mock.fail::<api::Lines>(Answer::empty(401));
    client.api().lines(vec![Row::new(1)]).await?;
    assert_eq!(mock.calls::<api::Lines>(), before + 2);
    mock.fail::<api::Lines>(Answer::empty(401));
    let error = client.api().lines(rows()).await.err().ok_or("an error")?;
    assert_eq!(mock.calls::<api::Lines>(), before + 3);
    assert_eq!(
        error.to_string(),
        "lines: the server answered 401 Unauthorized to a body that cannot be sent again"
    );
    Ok(())
}
