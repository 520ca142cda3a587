//! JSON Lines, and sequences of RFC 7464.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Lines, Sequence, begun, client, halves, head, serving};
use crate::runtime::{ErrorKind, MismatchKind};

#[tokio::test]
async fn lines_are_items_wherever_they_are_cut() {
    let text = "{\"a\": \"é\"}\r\n\n  \n[1,\t2]\n\"\u{2028}\"\n3";
    for pieces in halves("application/jsonl", text.as_bytes()) {
        let url = serving(pieces, Duration::from_millis(1)).await;
        let mut stream = Lines::of(&client(&url, |builder| builder)).await.unwrap();
        let mut items = Vec::new();
        while let Some(item) = stream.next().await {
            items.push(item.unwrap());
        }
        let expected = [json!({"a": "é"}), json!([1, 2]), json!("\u{2028}"), json!(3)];
        assert_eq!((items, stream.count()), (expected.to_vec(), 4));
    }
}

#[tokio::test]
async fn texts_of_a_sequence_are_items_wherever_they_are_cut() {
    let text = "\u{1E}{\"a\":\n \"}\\\"\n\"}\n\u{1E}\u{1E}1\n\u{1E}[2,\u{1E}\"é\"\n";
    for pieces in halves("application/json-seq", text.as_bytes()) {
        let url = serving(pieces, Duration::from_millis(1)).await;
        let mut stream = Sequence::of(&client(&url, |builder| builder)).await.unwrap();
        let mut items = Vec::new();
        while let Some(item) = stream.next().await {
            items.push(item.map_err(|error| {
                (error.mismatch(), error.body_text().map(String::from))
            }));
        }
        // A line end stands in a text only as an escape: the first is broken, and ends all the same.
        let broken =
            |text: &str| Err((Some(MismatchKind::Malformed), Some(text.to_owned())));
        let expected: Vec<Result<Value, _>> = vec![
            broken("{\"a\":\n \"}\\\"\n\"}"),
            Ok(json!(1)),
            broken("[2,"),
            Ok(json!("é")),
        ];
        assert_eq!(items, expected);
    }
}

#[tokio::test]
async fn a_text_of_a_sequence_is_there_before_the_next_one() {
    let pieces = begun("application/json-seq", "\u{1E}{\n\"a\": 1\n}\n");
    let url = serving(pieces, Duration::from_secs(60)).await;
    let mut stream = Sequence::of(&client(&url, |builder| builder)).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), json!({"a": 1}));
}

#[tokio::test]
async fn an_item_without_an_end_is_cut_at_its_limit() {
    let mut pieces = vec![head("application/jsonl"), b"1\n".to_vec()];
    pieces.extend(std::iter::repeat_n(vec![b' '; 65_536], 1_000));
    let url = serving(pieces, Duration::ZERO).await;
    let client = client(&url, |builder| builder.item_limit(1_000_000));
    let mut stream = Lines::of(&client).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), json!(1));
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::BodyTooLarge);
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_page_in_place_of_items_is_an_error_that_shows_it() {
    let url = serving(vec![head("text/html"), b"<p>".to_vec()], Duration::ZERO).await;
    let error = Lines::of(&client(&url, |builder| builder)).await.unwrap_err();
    assert_eq!(error.mismatch(), Some(MismatchKind::ContentType));
    assert_eq!(error.body_text().unwrap(), "<p>");
}
