//! HTTP/2, which a server over TLS may choose: the same promises, against a server that writes
//! its own frames (RFC 9113, 4.1).

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use instacart_fulfillment::models::CreateOrderRequest;
use instacart_fulfillment::{Client, ErrorKind, Sent};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::{TOKEN, builder};
use crate::server::Server;

const DATA: u8 = 0;
const HEADERS: u8 = 1;
const RST_STREAM: u8 = 3;
const SETTINGS: u8 = 4;
const GOAWAY: u8 = 7;

/// `END_STREAM` of data and headers, `ACK` of settings.
const LAST: u8 = 1;
const END_HEADERS: u8 = 4;

/// A server that counts the requests it has read, and answers each with the frames that `answer`
/// makes for its stream.
pub(crate) async fn server(answer: fn(u32) -> Vec<u8>) -> (Server, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&count);
    let server = Server::connected(move |stream, _| {
        let count = Arc::clone(&counter);
        async move {
            // The client leaves when it has its answer.
            let _ = talk(stream, answer, &count).await;
        }
    })
    .await;
    (server, count)
}

async fn talk(
    mut stream: TcpStream,
    answer: fn(u32) -> Vec<u8>,
    count: &AtomicUsize,
) -> std::io::Result<()> {
    let mut preface = [0; 24];
    stream.read_exact(&mut preface).await?;
    assert_eq!(&preface, b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    stream.write_all(&frame(SETTINGS, 0, 0, b"")).await?;
    loop {
        // Three bytes of length and one of kind are read as one number.
        let length_and_kind = stream.read_u32().await?;
        let [_, _, _, kind] = length_and_kind.to_be_bytes();
        let flags = stream.read_u8().await?;
        let id = stream.read_u32().await?;
        let mut payload = vec![0; usize::try_from(length_and_kind >> 8).unwrap()];
        stream.read_exact(&mut payload).await?;
        if kind == SETTINGS && flags & LAST == 0 {
            stream.write_all(&frame(SETTINGS, LAST, 0, b"")).await?;
        }
        if matches!(kind, DATA | HEADERS) && flags & LAST != 0 {
            count.fetch_add(1, Ordering::SeqCst);
            stream.write_all(&answer(id)).await?;
        }
    }
}

fn frame(kind: u8, flags: u8, id: u32, payload: &[u8]) -> Vec<u8> {
    let length = u32::try_from(payload.len()).unwrap();
    let mut frame = (length << 8 | u32::from(kind)).to_be_bytes().to_vec();
    frame.push(flags);
    frame.extend(id.to_be_bytes());
    frame.extend(payload);
    frame
}

/// Status 200 and a content type (RFC 7541: entry 8 of the static table; the name of entry 31
/// with a value of 16 bytes), and this body.
pub(crate) fn ok(id: u32, body: &str) -> Vec<u8> {
    let mut headers = vec![0x88, 0x0f, 0x10, 0x10];
    headers.extend(b"application/json");
    let mut frames = frame(HEADERS, END_HEADERS, id, &headers);
    frames.extend(frame(DATA, LAST, id, body.as_bytes()));
    frames
}

pub(crate) fn client(server: &Server) -> Client {
    let client = builder(server).bearer_auth(TOKEN);
    client.configure(reqwest::ClientBuilder::http2_prior_knowledge).build().unwrap()
}

#[tokio::test]
async fn a_call_over_http_2_is_answered() {
    let (server, count) = server(|id| ok(id, r#"{"id":"order-1"}"#)).await;
    let delivery = client(&server).delivery();
    for _ in 0..3 {
        let order = delivery.get_order("user-1", "order-1").await.unwrap();
        assert_eq!(order.id.as_deref(), Some("order-1"));
        let created = CreateOrderRequest::new("hold-1");
        delivery.create_delivery_order("user-1", created).await.unwrap();
    }
    assert_eq!(count.load(Ordering::SeqCst), 6);
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn an_order_that_an_http_2_server_refuses_is_sent_once() {
    let answers: [fn(u32) -> Vec<u8>; 3] = [
        // REFUSED_STREAM and INTERNAL_ERROR.
        |id| frame(RST_STREAM, 0, id, &[0, 0, 0, 7]),
        |id| frame(RST_STREAM, 0, id, &[0, 0, 0, 2]),
        // No stream was processed, and there is no error.
        |_| frame(GOAWAY, 0, 0, &[0; 8]),
    ];
    for answer in answers {
        let (server, count) = server(answer).await;
        let order = CreateOrderRequest::new("hold-1");
        let delivery = client(&server).delivery();
        let error = delivery.create_delivery_order("user-1", order).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport, "{error:?}");
        assert_ne!(error.request_sent(), Sent::Yes);
        assert_eq!(error.attempts(), 1);
        assert_eq!(count.load(Ordering::SeqCst), 1);
    }
}
