//! What an OpenID provider and its token endpoint receive: by a socket; and what the mock's endpoint does, for which no provider is asked.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::mpsc;

use generated::mock::{MockServer, TokenEndpoint};
use generated::{Client, ClientCredentials};

/// Answers each request with the next of these, `$URL` standing for the server's own, and gives each request away as text.
fn serve(answers: &[(&str, &str)]) -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let answers: Vec<String> = answers
        .iter()
        .map(|(status, body)| {
            let body = body.replace("$URL", &url);
            let length = body.len();
            format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}")
        })
        .collect();
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

/// What a call comes to, and what was received, when the provider's metadata are these.
async fn called(metadata: (&str, &str)) -> (Result<(), String>, Vec<String>) {
    let token = ("200 OK", r#"{"access_token":"t-1","expires_in":3600}"#);
    let (url, received) = serve(&[metadata, token, ("204 No Content", "")]);
    let credentials = ClientCredentials::new("id", "s3cret").scope("read");
    let client = Client::builder().base_url(url).client_credentials(credentials).build().unwrap();
    let said = client.api().get().await.map(|_| ()).map_err(|error| {
        let mut text = error.to_string();
        let mut source = std::error::Error::source(&error);
        while let Some(inner) = source {
            text = format!("{text}: {inner}");
            source = inner.source();
        }
        text
    });
    (said, received.try_iter().collect())
}

#[tokio::main]
async fn main() {
    // The endpoint keeps its last slash and its query (RFC 6749, 3.2).
    let basic = r#"{"issuer":"$URL","token_endpoint":"$URL/token/?p=shop"}"#;
    let (said, received) = called(("200 OK", basic)).await;
    assert_eq!(said, Ok(()));
    assert_eq!(received.len(), 3, "{received:?}");
    let (metadata, mint, call) = (&received[0], &received[1], &received[2]);
    assert!(metadata.starts_with("GET /.well-known/openid-configuration HTTP/1.1\r\n"), "{metadata}");
    assert!(!metadata.contains("authorization"), "{metadata}");
    assert!(mint.starts_with("POST /token/?p=shop HTTP/1.1\r\n"), "{mint}");
    assert!(mint.contains("\r\nauthorization: Basic aWQ6czNjcmV0\r\n"), "{mint}");
    assert!(mint.ends_with("\r\n\r\ngrant_type=client_credentials&scope=read"), "{mint}");
    assert!(call.contains("\r\nauthorization: Bearer t-1\r\n"), "{call}");

    // A provider that takes no HTTP Basic, whose issuer ends in a slash.
    let post = r#"{"issuer":"$URL/","token_endpoint":"$URL/t","token_endpoint_auth_methods_supported":["client_secret_post"]}"#;
    let (said, received) = called(("200 OK", post)).await;
    assert_eq!(said, Ok(()));
    assert!(!received[1].contains("authorization"), "{}", received[1]);
    assert!(received[1].ends_with("&client_id=id&client_secret=s3cret"), "{}", received[1]);

    // Nothing is sent on behalf of another issuer, to no endpoint, without TLS, or after an error.
    let wrong = [
        (("200 OK", r#"{"issuer":"https://evil.example.com","token_endpoint":"$URL/t"}"#), "another issuer"),
        (("200 OK", r#"{"issuer":"$URL"}"#), "no token endpoint"),
        (("200 OK", r#"{"issuer":"$URL","token_endpoint":"/t"}"#), "no token endpoint"),
        (("200 OK", r#"{"issuer":"$URL","token_endpoint":"http://example.com/t"}"#), "is not https"),
        (("403 Forbidden", "{}"), "metadata of the OpenID provider could not be read"),
        (("200 OK", "<html>"), "metadata of the OpenID provider could not be read"),
    ];
    for (metadata, why) in wrong {
        let (said, received) = called(metadata).await;
        let said = said.unwrap_err();
        assert!(said.contains(why) && !said.contains("s3cret"), "{said}");
        assert_eq!(received.len(), 1, "{received:?}");
    }

    let mock = MockServer::start().await.unwrap();
    let credentials = ClientCredentials::new("id", "s3cret").token_url(mock.token_url());
    let client =
        Client::builder().base_url(mock.url()).client_credentials(credentials).build().unwrap();
    client.api().get().await.unwrap();
    assert_eq!((mock.calls::<TokenEndpoint>(), mock.received().len()), (1, 2));
}
