//! Server-sent events (HTML Standard, 9.2.6).

use std::time::Duration;

use serde_json::json;

use super::{Numbers, Texts, Wholes, begun, client, halves, head, serving};
use crate::runtime::{ErrorKind, MismatchKind};
#[cfg(feature = "mock")]
use crate::runtime::{Event, EventStream};

/// Every rule of the standard at once, with a character of several bytes.
const TEXT: &str = "\u{FEFF}: a comment\r\ndata: é1\r\ndata:2\r\n\r\nevent: k\rdata\rid: 7\rretry: 40\rretry: x\r\rdata:  a\nunknown: b\nid: 8\0\n\n\
                    event: dropped\nid: 9\n\ndata\ndata\n\ndata: last\n\ndata: not whole\n";

/// Data, kind, id and how long to wait.
type Seen = (String, String, String, Option<Duration>);

async fn seen(pieces: Vec<Vec<u8>>) -> Vec<Seen> {
    let url = serving(pieces, Duration::from_millis(1)).await;
    let mut stream = Texts::of(&client(&url, |builder| builder)).await.unwrap();
    let mut seen = Vec::new();
    while let Some(event) = stream.next().await {
        let event = event.unwrap();
        let (kind, id) = (event.event().to_owned(), event.id().to_owned());
        seen.push((event.data().clone(), kind, id, event.retry()));
    }
    assert_eq!(stream.last_event_id(), "9");
    seen
}

#[tokio::test]
async fn events_are_read_as_the_standard_says_wherever_they_are_cut() {
    let event = |data: &str, kind: &str, id: &str| {
        (data.to_owned(), kind.to_owned(), id.to_owned(), None)
    };
    let mut keyed = event("", "k", "7");
    keyed.3 = Some(Duration::from_millis(40));
    let expected = [
        event("é1\n2", "message", ""),
        keyed,
        event(" a", "message", "7"),
        event("\n", "message", "9"),
        event("last", "message", "9"),
    ];
    for pieces in halves("text/event-stream; charset=utf-8", TEXT.as_bytes()) {
        let cut = pieces[1].len();
        assert_eq!(seen(pieces).await, expected, "cut at {cut}");
    }
    let bytes = TEXT.bytes().map(|byte| vec![byte]);
    let pieces = std::iter::once(head("text/event-stream")).chain(bytes).collect();
    assert_eq!(seen(pieces).await, expected);
}

#[tokio::test]
async fn what_is_no_utf_8_is_replaced() {
    let pieces = vec![head("text/event-stream"), b"id: 9\ndata: a\xFFb\n\n".to_vec()];
    assert_eq!(seen(pieces).await[0].0, "a\u{FFFD}b");
}

#[tokio::test]
async fn an_event_that_cannot_be_read_does_not_end_the_stream_and_done_does() {
    let text = "data: 1\n\ndata: x\n\ndata: 3\n\ndata: [DONE]\n\ndata: 4\n\n";
    let url = serving(begun("text/event-stream", text), Duration::from_secs(60)).await;
    let mut stream = Numbers::of(&client(&url, |builder| builder)).await.unwrap();
    assert_eq!(*stream.next().await.unwrap().unwrap().data(), 1);
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.mismatch()),
        (ErrorKind::Decode, Some(MismatchKind::Malformed))
    );
    assert_eq!(error.body_text().unwrap(), "x");
    assert!(error.to_string().contains("item 2"), "{error}");
    assert_eq!(*stream.next().await.unwrap().unwrap().data(), 3);
    assert!(stream.next().await.is_none());
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn an_event_that_breaks_off_leaves_the_last_id_as_it_was() {
    let text = "id: 1\ndata: a\n\nid: 2\n\nid: 3\ndata: b\n";
    let pieces = vec![head("text/event-stream"), text.into()];
    let url = serving(pieces, Duration::ZERO).await;
    let mut stream = Texts::of(&client(&url, |builder| builder)).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap().id(), "1");
    assert!(stream.next().await.is_none());
    assert_eq!(stream.last_event_id(), "2");
}

#[cfg(feature = "mock")]
#[tokio::test]
async fn an_event_of_a_mock_keeps_its_lines() {
    let events = ["a\rb\r\nc\n", ""].map(|data| Event::new(data.to_owned()));
    let mut stream = EventStream::of_text(events);
    assert_eq!(stream.next().await.unwrap().unwrap().data(), "a\nb\nc\n");
    assert_eq!(stream.next().await.unwrap().unwrap().data(), "");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_whole_event_is_an_object_of_its_fields() {
    let text = "event: a\nid: 1\nretry: 5\ndata: {\"b\": [1]}\n\ndata: [DONE]\n\n";
    let pieces = vec![head("text/event-stream"), text.into()];
    let url = serving(pieces, Duration::ZERO).await;
    let mut stream = Wholes::of(&client(&url, |builder| builder)).await.unwrap();
    let first = stream.next().await.unwrap().unwrap();
    let whole = json!({"event": "a", "id": "1", "retry": 5, "data": {"b": [1]}});
    assert_eq!(*first.data(), whole);
    let last = stream.next().await.unwrap().unwrap();
    assert_eq!(*last.data(), json!({"data": "[DONE]"}));
}

#[tokio::test]
async fn an_event_without_an_end_is_cut_at_its_limit() {
    for text in ["data: 12345678901", "data: 12345\ndata: 67890\n"] {
        let pieces = begun("text/event-stream", &format!("data: ok\n\n{text}"));
        let url = serving(pieces, Duration::from_secs(60)).await;
        let client = client(&url, |builder| builder.item_limit(10));
        let mut stream = Texts::of(&client).await.unwrap();
        assert_eq!(stream.next().await.unwrap().unwrap().data(), "ok");
        let error = stream.next().await.unwrap().unwrap_err();
        assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
        assert_eq!(
            error.to_string(),
            "stream: the server answered 200 OK, but item 2 is over 10 bytes"
        );
        assert!(stream.next().await.is_none());
    }
}
