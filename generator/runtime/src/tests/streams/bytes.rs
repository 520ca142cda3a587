//! Downloads.

use std::time::Duration;

use super::{Download, client, head, serving};
use crate::runtime::ErrorKind;

#[tokio::test]
async fn a_download_is_held_a_chunk_at_a_time() {
    const CHUNKS: usize = 3_200;
    let mut pieces = vec![head("application/octet-stream")];
    pieces.extend(std::iter::repeat_n(vec![b'x'; 65_536], CHUNKS));
    let url = serving(pieces, Duration::ZERO).await;
    let mut stream = Download::of(&client(&url, |builder| builder)).await.unwrap();
    let (mut whole, mut largest) = (0, 0);
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.unwrap();
        whole += chunk.len();
        largest = largest.max(chunk.len());
    }
    assert_eq!(whole, CHUNKS * 65_536);
    assert!(largest <= 1024 * 1024, "{largest} bytes at once");
}

#[tokio::test]
async fn all_of_a_download_is_had_within_the_limit() {
    let pieces = || vec![head("image/png"), b"abc".to_vec(), b"def".to_vec()];
    let url = serving(pieces(), Duration::from_millis(1)).await;
    let exact = client(&url, |builder| builder.body_limit(6));
    assert_eq!(Download::of(&exact).await.unwrap().bytes().await.unwrap(), "abcdef");
    let less = client(&url, |builder| builder.body_limit(5));
    let error = Download::of(&less).await.unwrap().bytes().await.unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::BodyTooLarge, 200)
    );
}

#[tokio::test]
async fn a_download_that_breaks_off_says_so() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nabc";
    let url = serving(vec![head.into()], Duration::ZERO).await;
    let mut stream = Download::of(&client(&url, |builder| builder)).await.unwrap();
    assert_eq!(stream.remaining(), Some(10));
    let mut read = Vec::new();
    let error = loop {
        match stream.next().await.unwrap() {
            Ok(chunk) => read.extend_from_slice(&chunk),
            Err(error) => break error,
        }
    };
    assert_eq!(read, b"abc");
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Transport, 200)
    );
    assert!(stream.next().await.is_none());
}
