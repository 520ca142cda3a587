//! Bodies that are handed on as they come, over real sockets.
#![expect(unreachable_pub, reason = "the macro makes what a crate exports")]

mod bytes;
mod events;
mod items;
mod waits;

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::runtime::{
    ByteStream, Call, Client, ClientBuilder, EventStream, ItemStream, Operation,
    OperationInfo, Request, Streams, format,
};

use super::sample::ProbeError;

/// Serves these pieces to every client, a pause after each; the last closes the connection.
async fn serving(pieces: Vec<Vec<u8>>, pause: Duration) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let pieces = pieces.clone();
            socket.set_nodelay(true).unwrap();
            tokio::spawn(async move {
                let _ = socket.read(&mut [0; 4096]).await;
                for piece in pieces {
                    if socket.write_all(&piece).await.is_err() {
                        return;
                    }
                    tokio::time::sleep(pause).await;
                }
            });
        }
    });
    format!("http://{address}")
}

/// A head whose body ends with the connection.
fn head(media_type: &str) -> Vec<u8> {
    format!("HTTP/1.1 200 OK\r\ncontent-type: {media_type}\r\nconnection: close\r\n\r\n")
        .into()
}

/// A head and the beginning of a body, at once.
fn begun(media_type: &str, body: &str) -> Vec<Vec<u8>> {
    vec![[&head(media_type), body.as_bytes()].concat()]
}

/// A text in two pieces, at each of its bytes: a head and the two, for one server each.
fn halves(media_type: &str, text: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let cut = |at| vec![head(media_type), text[..at].to_vec(), text[at..].to_vec()];
    (0..=text.len()).map(cut).collect()
}

fn client(url: &str, with: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Client {
    with(Client::builder().server(url)).build().unwrap()
}

macro_rules! streamed {
    ($($name:ident $output:ty, $kind:ident, $format:ident;)*) => {$(
        /// A GET of a stream.
        pub enum $name {}

        impl $name {
            fn of(client: &Client) -> Request<Self> {
                Call::new(client).path("/").request()
            }
        }

        impl Operation for $name {
            type Output = $output;
            type Error = ProbeError;
            type Format = format::$format;
            const INFO: OperationInfo = OperationInfo {
                id: "stream",
                statuses: &[],
                ..OperationInfo::DEFAULT
            };
            const STREAMS: &'static [Streams] = &[Streams::$kind(200, 299)];
        }
    )*};
}

streamed! {
    Download ByteStream, Bytes, ByteStream;
    Texts EventStream<String>, Events, TextEvents;
    Numbers EventStream<i64>, Events, Events;
    Wholes EventStream<serde_json::Value>, Events, WholeEvents;
    Lines ItemStream<serde_json::Value>, Items, Lines;
    Sequence ItemStream<serde_json::Value>, Items, Sequence;
}
