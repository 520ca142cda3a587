//! Arguments that cannot be sent are refused before anything is sent.

use crate::runtime::{Call, Client, ErrorKind, Label, Matrix, Sent, Simple};

use super::sample::Probe;
use super::server::{TestServer, json};

#[tokio::test]
async fn path_values_that_would_leave_their_segment_are_refused() {
    let paths: [fn(Call) -> Call; 12] = [
        |call| call.path("/orders/").segment("id", ""),
        |call| call.path("/orders/").segment("id", "."),
        |call| call.path("/orders/").segment("id", ".."),
        |call| {
            call.path("/users/")
                .segment("user", "..")
                .path("/orders/")
                .segment("id", "..")
        },
        |call| call.path("/").segment("a", ".").segment("b", "."),
        |call| call.path("/").segment("a", ".").path("."),
        |call| call.path("/.").segment("a", ".").path("/x"),
        |call| call.path("/%2e").segment("a", "."),
        |call| call.path("/").segment_styled("a", Label::joined(".")),
        |call| call.path("/").segment_styled("a", Label::exploded(["", ""])),
        |call| call.path("/").segment_value("a", None::<&str>),
        |call| call.path("/").segment_styled("a", Simple::joined(Vec::<i64>::new())),
    ];
    let server = TestServer::always(json(200, "{}")).await;
    let client = Client::builder().server(server.url()).build().unwrap();
    for (at, path) in paths.into_iter().enumerate() {
        let error = Probe::of(&client, path).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Argument, "case {at}");
        assert_eq!((error.request_sent(), error.attempts()), (Sent::No, 0), "case {at}");
    }
    assert_eq!(server.received().len(), 0);
}

#[tokio::test]
async fn a_path_value_arrives_as_one_segment() {
    let cases = [
        ("a/b", "a%2Fb"),
        ("a b", "a%20b"),
        ("%2e%2e", "%252e%252e"),
        ("...", "..."),
        ("x\\..\\y", "x%5C..%5Cy"),
        ("a\r\nb\tc", "a%0D%0Ab%09c"),
    ];
    let server = TestServer::always(json(200, "{}")).await;
    let client =
        Client::builder().server(format!("{}/base/", server.url())).build().unwrap();
    for (value, expected) in cases {
        Probe::of(&client, |call| call.path("/o/").segment("id", value).path("/z"))
            .await
            .unwrap();
        let line = server.received().pop().unwrap().line;
        assert_eq!(line, format!("GET /base/o/{expected}/z"));
    }
}

#[tokio::test]
async fn header_values_with_line_ends_or_controls_are_refused() {
    let client = Client::builder().server("http://127.0.0.1:9").build().unwrap();
    for value in ["a\r\nx-evil: 1", "a\nb", "a\rb", "a\0b", "a\u{7f}b"] {
        let error =
            Probe::of(&client, |call| call.header("x-note", Simple::joined(value)))
                .await
                .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Argument, "{value:?}");
        assert!(!error.to_string().contains("evil"));
        let error = Probe::of(&client, |call| {
            call.cookie("note", crate::runtime::Cookie::joined(value))
        });
        assert_eq!(error.await.unwrap_err().kind(), ErrorKind::Argument, "{value:?}");
    }
}

#[tokio::test]
async fn authorization_is_not_a_parameter() {
    let client = Client::builder().server("http://127.0.0.1:9").build().unwrap();
    let probe =
        Probe::of(&client, |call| call.header("Authorization", Simple::joined("x")));
    assert_eq!(
        probe.await.unwrap_err().to_string(),
        "probe: the header `Authorization` is set by the client's credentials"
    );
}

#[tokio::test]
async fn a_body_with_a_number_that_json_cannot_hold_is_refused() {
    let client = Client::builder().server("http://127.0.0.1:9").build().unwrap();
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let body = vec![Some(1.5), None, Some(number)];
        let error = Probe::of(&client, |call| call.json(&body)).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "probe: the body: a number that is NaN or infinite has no form in JSON"
        );
        #[cfg(feature = "xml")]
        {
            use crate::runtime::xml::{Node, Shape};
            static ROOT: Node = Node::element("n", &Shape::Text);
            let error = Probe::of(&client, |call| call.xml(number, &ROOT)).await;
            assert_eq!(error.unwrap_err().kind(), ErrorKind::Argument);
        }
        let error = Probe::of(&client, |call| {
            call.query("x", crate::runtime::Form::joined(number))
        });
        assert_eq!(error.await.unwrap_err().kind(), ErrorKind::Argument);
    }
}

#[tokio::test]
async fn the_first_problem_is_the_one_that_is_told() {
    let client = Client::builder().server("http://127.0.0.1:9").build().unwrap();
    let probe = Probe::of(&client, |call| {
        call.segment("first", "").segment_styled("second", Matrix::joined([[1]]))
    });
    let error = probe.await.unwrap_err();
    assert_eq!(error.to_string(), "probe: the path parameter `first` is empty");
}
