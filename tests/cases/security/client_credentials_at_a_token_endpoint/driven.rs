//! What a token endpoint receives, and what the call after it carries: by a socket, and by the endpoint of the mock.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc;

use generated::mock::{Fault, MockServer, TokenEndpoint};
use generated::operations::api::Get;
use generated::{Client, ClientCredentials};

/// Answers each request with the next of these, and gives each request away as text.
fn serve(answers: &'static [&'static str]) -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let (send, received) = mpsc::channel();
    std::thread::spawn(move || {
        for answer in answers {
            let (mut socket, _) = listener.accept().unwrap();
            let mut text = String::new();
            let mut bytes = [0; 4096];
            while !is_whole(&text) {
                let count = socket.read(&mut bytes).unwrap();
                text.push_str(std::str::from_utf8(&bytes[..count]).unwrap());
            }
            let _ = send.send(text);
            socket.write_all(answer.as_bytes()).unwrap();
        }
    });
    (url, received)
}

fn is_whole(text: &str) -> bool {
    let Some((head, body)) = text.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.map_or(0, |length| length.parse().unwrap())
}

const TOKEN: &str = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 51\r\n\r\n{\"access_token\":\"t-1\",\"expires_in\":\"3600\",\"x\":null}";
const DONE: &str = "HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n";
const NO: &str = "HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: 26\r\n\r\n{\"error\":\"invalid_client\"}";

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (url, received) = serve(&[TOKEN, DONE, DONE]);
    let credentials = ClientCredentials::new("id:1", "s&cret%").scope("read write");
    let client =
        Client::builder().base_url(url).partners_client_credentials(credentials.clone()).build()?;
    client.api().get().await?;
    client.api().get().await?;
    let mint = received.recv()?;
    assert!(mint.starts_with("POST /oauth/token HTTP/1.1\r\n"), "{mint}");
    // `id%3A1:s%26cret%25` (RFC 6749, 2.3.1).
    assert!(mint.contains("\r\nauthorization: Basic aWQlM0ExOnMlMjZjcmV0JTI1\r\n"), "{mint}");
    assert!(mint.contains("\r\ncontent-type: application/x-www-form-urlencoded\r\n"), "{mint}");
    assert!(mint.ends_with("\r\n\r\ngrant_type=client_credentials&scope=read%20write"), "{mint}");
    for _ in 0..2 {
        assert!(received.recv()?.contains("\r\nauthorization: Bearer t-1\r\n"));
    }

    let (url, received) = serve(&[NO]);
    let client =
        Client::builder().base_url(url).partners_client_credentials(credentials.in_body()).build()?;
    let error = client.api().get().await.unwrap_err();
    let mint = received.recv()?;
    assert!(!mint.contains("authorization"), "{mint}");
    assert!(mint.ends_with("&client_id=id%3A1&client_secret=s%26cret%25"), "{mint}");
    let text = format!("{error:?} {error}");
    assert!(text.contains("the server rejected the credentials"), "{text}");
    assert!(!text.contains("s&cret"), "{text}");
    mocked().await
}

async fn mocked() -> Result<(), Box<dyn std::error::Error>> {
    let mock = MockServer::start().await?;
    let credentials = ClientCredentials::new("id:1", "s&cret%").scope("read write");
    for credentials in [credentials.clone(), credentials.in_body()] {
        let credentials = credentials.token_url(mock.token_url());
        let client =
            Client::builder().base_url(mock.url()).partners_client_credentials(credentials).build()?;
        client.api().get().await?;
        mock.fail::<Get>(Fault::unauthorized());
        client.api().get().await?;
    }
    let minted = mock.calls_of::<TokenEndpoint>();
    assert_eq!(minted.len(), 4, "one for each client, and one for each token that was rejected");
    for request in &minted {
        assert_eq!((&*request.client_id, request.client_secret.expose()), ("id:1", "s&cret%"));
        assert_eq!(request.scope.as_deref(), Some("read write"));
    }
    let tokens: Vec<_> = mock.received().iter().filter_map(|call| call.bearer().map(str::to_owned)).collect();
    assert_eq!(tokens, ["mock-token"; 6]);

    mock.fail::<TokenEndpoint>(Fault::status(400));
    let credentials = ClientCredentials::new("id", "s").token_url(mock.token_url());
    let client =
        Client::builder().base_url(mock.url()).partners_client_credentials(credentials).build()?;
    assert!(client.api().get().await.is_err());
    mock.on::<TokenEndpoint, _>(|request| async move {
        Ok(serde_json::json!({ "access_token": format!("for-{}", request.client_id) }))
    });
    client.api().get().await?;
    assert_eq!(mock.received().last().and_then(|call| call.bearer()), Some("for-id"));
    assert_eq!(mock.problems(), []);
    Ok(())
}
