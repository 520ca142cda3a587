//! What limits a stream, and what does not.

use std::time::{Duration, Instant};

use tokio::io::AsyncReadExt;
use tokio::net::TcpListener;

use super::{Download, Texts, begun, client, head, serving};
use crate::runtime::ErrorKind;

const SHORT: Duration = Duration::from_millis(300);

#[tokio::test]
async fn a_stream_may_go_on_for_longer_than_a_call() {
    let mut pieces = vec![head("text/event-stream")];
    pieces.extend(std::iter::repeat_n(b"data: x\n\n".to_vec(), 8));
    let url = serving(pieces, Duration::from_millis(100)).await;
    let client = client(&url, |builder| builder.attempt_timeout(SHORT).timeout(SHORT));
    let (start, mut count) = (Instant::now(), 0);
    let mut stream = Texts::of(&client).await.unwrap();
    while let Some(event) = stream.next().await {
        event.unwrap();
        count += 1;
    }
    assert_eq!(count, 8);
    assert!(start.elapsed() > SHORT * 2);
}

#[tokio::test]
async fn a_stream_that_stands_still_is_a_timeout() {
    let url = serving(begun("x/y", "a"), Duration::from_secs(60)).await;
    let client = client(&url, |builder| builder.idle_timeout(SHORT));
    let mut stream = Download::of(&client).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), "a");
    let error = stream.next().await.unwrap().unwrap_err();
    assert_eq!(
        (error.kind(), error.status().unwrap().as_u16()),
        (ErrorKind::Timeout, 200)
    );
    assert!(error.to_string().ends_with("then nothing came for 300ms"), "{error}");
    assert!(stream.next().await.is_none());
}

#[tokio::test]
async fn a_head_that_does_not_come_is_a_timeout() {
    let url = serving(vec![Vec::new()], Duration::from_secs(60)).await;
    for with in [0, 1] {
        let client = client(&url, |builder| match with {
            0 => builder.attempt_timeout(SHORT),
            _ => builder.timeout(SHORT),
        });
        let error = Download::of(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
    }
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let closed = tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut buffer = [0; 4096];
        assert!(socket.read(&mut buffer).await.unwrap() > 0);
        tokio::io::AsyncWriteExt::write_all(&mut socket, &head("x/y")).await.unwrap();
        tokio::io::AsyncWriteExt::write_all(&mut socket, b"a").await.unwrap();
        socket.read(&mut buffer).await.map_or(0, |read| read)
    });
    let mut stream = Download::of(&client(&url, |builder| builder)).await.unwrap();
    assert_eq!(stream.next().await.unwrap().unwrap(), "a");
    drop(stream);
    let closed = tokio::time::timeout(Duration::from_secs(10), closed).await;
    assert_eq!(closed.unwrap().unwrap(), 0);
}
