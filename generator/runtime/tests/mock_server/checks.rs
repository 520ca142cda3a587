//! Requests that do not fit the document.

use clientwright_runtime::runtime::mock::MockServer;
use reqwest::RequestBuilder;

use super::sample::{AddPet, Feed, Login};
use super::support::{add, http, json, problems, sent, start};

fn post(mock: &MockServer) -> RequestBuilder {
    http().post(format!("{}/pets", mock.url())).bearer_auth("t")
}

fn feed(mock: &MockServer, query: &str) -> RequestBuilder {
    let request = http().put(format!("{}/pets/Rex{query}", mock.url()));
    request.header("content-type", "text/plain; charset=utf-8").body("meat")
}

#[tokio::test]
async fn a_body_that_does_not_decode_names_its_path() {
    let mock = start().await;
    for (body, problem) in [
        (r#"{"age":3}"#, "missing field `name`"),
        (r#"{"name":"a","age":"canary"}"#, "`age` is not as documented: found string"),
        (r#"{"name":"#, "breaks off"),
        ("canary", "is not JSON"),
        ("", "the body is missing"),
    ] {
        let (status, text) = sent(json(post(&mock), body)).await;
        assert_eq!(status, 400);
        assert!(text.starts_with("the mock server: POST /pets: "), "{text}");
        assert!(text.contains(problem), "{text}");
    }
    assert!(problems(&mock).iter().all(|problem| !problem.contains("canary")));
    assert_eq!((mock.calls::<AddPet>(), mock.calls_of::<AddPet>().len()), (5, 0));
}

#[tokio::test]
async fn a_missing_body_and_another_content_type_are_told() {
    let mock = start().await;
    let (none, _) = sent(post(&mock)).await;
    let (text, _) =
        sent(post(&mock).header("content-type", "text/plain").body("{}")).await;
    let (bare, _) = sent(post(&mock).body("{}")).await;

    assert_eq!((none, text, bare), (400, 415, 415));
    assert_eq!(
        problems(&mock),
        [
            "POST /pets: the body is missing",
            "POST /pets: the content type is `text/plain`, not `application/json`",
            "POST /pets: the content type is none, not `application/json`",
        ]
    );
}

#[tokio::test]
async fn an_optional_body_may_be_absent() {
    let mock = start().await;
    let login = || http().post(format!("{}/login", mock.url()));
    assert_eq!(sent(login()).await.0, 200);
    assert_eq!(sent(json(login(), r#"{"name":"Rex"}"#)).await.0, 200);
    assert_eq!(sent(json(login(), "{}")).await.0, 400);

    let calls = mock.calls_of::<Login>();
    assert_eq!(calls[0], None);
    assert_eq!(calls[1].as_ref().unwrap().name, "Rex");
}

#[tokio::test]
async fn parameters_are_read_or_told() {
    let mock = start().await;
    assert_eq!(sent(feed(&mock, "?times=2").header("x-grams", "-5")).await.0, 200);
    assert_eq!(sent(feed(&mock, "?times=3")).await.0, 200);
    assert_eq!(sent(feed(&mock, "")).await.0, 400);
    assert_eq!(sent(feed(&mock, "?times=300")).await.0, 400);
    assert_eq!(sent(feed(&mock, "?times=1").header("x-grams", "canary")).await.0, 400);

    assert_eq!(
        mock.calls_of::<Feed>(),
        [("meat".to_owned(), 2, Some(-5)), ("meat".to_owned(), 3, None)]
    );
    assert_eq!(
        problems(&mock),
        [
            "PUT /pets/Rex: the query parameter `times` is missing",
            "PUT /pets/Rex: the query parameter `times`: it is not an unsigned integer of 8 bits",
            "PUT /pets/Rex: the header `x-grams`: it is not an integer of 64 bits",
        ]
    );
}

#[tokio::test]
async fn a_body_of_text_must_be_utf_8() {
    let mock = start().await;
    let request = feed(&mock, "?times=1").body(vec![0xff_u8, 0xfe]);
    assert_eq!(sent(request).await.0, 400);
    assert_eq!(problems(&mock), ["PUT /pets/Rex: the body is not UTF-8"]);
}

#[tokio::test]
async fn nothing_that_arrives_stops_the_server() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};

    let mock = start().await;
    let address = mock.url().trim_start_matches("http://").to_owned();
    for bytes in [
        &b"\x00\x01\x02"[..],
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /pets/%ff%00%2e HTTP/1.1\r\nhost: a\r\nauthorization: \xff\xfe\r\n\r\n",
        b"POST /pets HTTP/1.1\r\nhost: a\r\nauthorization: Bearer t\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n{",
        b"POST /pets HTTP/1.1\r\nhost: a\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
        b"PUT /pets/%?times=%&=&&%= HTTP/1.1\r\nhost: a\r\ncookie: ;;=;%\r\ncontent-length: 0\r\n\r\n",
    ] {
        let mut socket = tokio::net::TcpStream::connect(&address).await.unwrap();
        socket.write_all(bytes).await.unwrap();
        socket.shutdown().await.unwrap();
        let mut answer = Vec::new();
        let _ = socket.read_to_end(&mut answer).await;
    }
    assert_eq!(sent(add(&mock)).await.0, 200);
}
