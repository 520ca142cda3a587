//! Forms and bodies of parts, however a client writes them.

use clientwright_runtime::runtime::mock::{
    Answer, Answers, Arguments, Entry, MockServer, Mocked, Problem, Sample,
};
use clientwright_runtime::runtime::{
    Decode, FilePart, Mismatch, Operation, OperationInfo, Reply, format,
};
use serde::{Deserialize, Serialize};

use super::support::{http, problems, sent};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Inner {
    a: u8,
    #[serde(default)]
    list: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Body {
    name: String,
    count: Option<u8>,
    #[serde(default)]
    tags: Vec<String>,
    json: Option<Inner>,
    deep: Option<Inner>,
    #[serde(default)]
    files: Vec<FilePart>,
}

struct Nothing;

impl Decode for Nothing {
    fn decode(reply: &Reply) -> Result<Self, Mismatch> {
        reply.undeclared()
    }
}

/// Makes an operation that takes a body.
macro_rules! operation {
    ($name:ident $route:literal $call:ty, |$request:ident| $read:expr) => {
        struct $name;

        impl Operation for $name {
            type Output = ();
            type Error = Nothing;
            type Format = format::Empty;
            const INFO: OperationInfo = OperationInfo {
                id: $route,
                method: "POST",
                route: $route,
                statuses: &[],
                ..OperationInfo::DEFAULT
            };
        }

        impl Answers for $name {
            const SAMPLES: &'static [Sample] = &[Sample::empty(204)];

            fn success((): ()) -> Answer {
                Answer::empty(204)
            }

            fn failure(_: Nothing) -> Answer {
                Answer::empty(500)
            }
        }

        impl Mocked for $name {
            type Call = $call;

            fn call($request: &Arguments<'_>) -> Result<$call, Problem> {
                $read
            }
        }
    };
}

const FORM: &str = "application/x-www-form-urlencoded";
const PARTS: &str = "multipart/form-data";

operation! { Filled "/form" Body, |request| request.form(FORM).deep_object("deep").required() }
operation! { Perhaps "/perhaps" Option<Body>, |request| request.form(FORM).optional() }
operation! { Sent "/parts" Body, |request| request.multipart(PARTS).deep_object("deep").required() }

async fn start() -> MockServer {
    const TAG: &[Entry] =
        &[Entry::of::<Filled>(), Entry::of::<Perhaps>(), Entry::of::<Sent>()];
    MockServer::serving(&[TAG], &[]).await.unwrap()
}

async fn post(mock: &MockServer, path: &str, media_type: &str, body: &[u8]) -> u16 {
    let request = http().post(format!("{}{path}", mock.url()));
    let request = request.header("content-type", media_type).body(body.to_vec());
    sent(request).await.0
}

#[tokio::test]
async fn a_form_is_read_whichever_way_it_is_encoded() {
    let mock = start().await;
    let body =
        b"name=a+b%2Bc&tags=x&tags=%c3%a9&json=%7B%22a%22:1,%22list%22:[%22y%22]%7D\
        &deep[a]=2&deep%5Blist%5D%5B0%5D=z&unknown=1";
    assert_eq!(post(&mock, "/form", FORM, body).await, 204);
    let call = &mock.calls_of::<Filled>()[0];
    assert_eq!((call.name.as_str(), call.count), ("a b+c", None));
    assert_eq!(call.tags, ["x", "é"]);
    assert_eq!(
        call.json,
        Some(Inner {
            a: 1,
            list: vec!["y".into()]
        })
    );
    assert_eq!(
        call.deep,
        Some(Inner {
            a: 2,
            list: vec!["z".into()]
        })
    );
}

#[tokio::test]
async fn a_form_that_does_not_fit_is_told() {
    let mock = start().await;
    for body in ["", "name=a&count=many", "name=a&json=no", "name=a&deep[a]=x"] {
        assert_eq!(post(&mock, "/form", FORM, body.as_bytes()).await, 400, "{body}");
    }
    assert_eq!(post(&mock, "/form", "application/json", b"{}").await, 415);
    assert_eq!(
        problems(&mock),
        [
            "POST /form: the body: `name` is missing",
            "POST /form: the body: it is not an unsigned integer of 8 bits",
            "POST /form: the body: it is not JSON",
            "POST /form: the body: it is not an unsigned integer of 8 bits",
            "POST /form: the content type is `application/json`, not `application/x-www-form-urlencoded`",
        ]
    );
}

#[tokio::test]
async fn a_form_that_may_be_absent_may_be_absent() {
    let mock = start().await;
    let request = http().post(format!("{}/perhaps", mock.url()));
    assert_eq!(sent(request).await.0, 204);
    assert_eq!(post(&mock, "/perhaps", FORM, b"name=a").await, 204);
    let calls = mock.calls_of::<Perhaps>();
    assert_eq!(calls[0], None);
    assert_eq!(calls[1].as_ref().unwrap().name, "a");
}

#[tokio::test]
async fn parts_are_read_in_the_words_of_other_writers() {
    let mock = start().await;
    let body = b"preamble\r\n--b c\r\ncontent-disposition:form-data;name=name\r\n\r\na\r\n--b c\r\n\
        Content-Disposition: form-data; filename=\"f %22;.png\"; name=\"files\"\r\nContent-Type: image/png\r\nX-More: 1\r\n\r\n\xff\r\n-\r\n--b c\r\n\
        Content-Disposition: form-data; name=\"deep[a]\"\r\n\r\n3\r\n--b c--\r\nepilogue";
    assert_eq!(
        post(&mock, "/parts", "multipart/form-data; boundary=\"b c\"", body).await,
        204
    );
    let call = &mock.calls_of::<Sent>()[0];
    let file = FilePart::new("f \";.png", &b"\xff\r\n-"[..]).content_type("image/png");
    assert_eq!(call.files, [file]);
    assert_eq!((call.name.as_str(), call.deep.as_ref().unwrap().a), ("a", 3));
}

#[tokio::test]
async fn parts_that_are_broken_are_told_and_stop_nothing() {
    let mock = start().await;
    let typed = "multipart/form-data; boundary=b";
    let bodies: [&[u8]; 9] = [
        b"--",
        b"--b",
        b"--b\r\n",
        b"--b\r\n\r\n--b",
        b"--b\r\n\r\n--b--",
        b"--b\r\nContent-Disposition: form-data\r\n\r\n\r\n--b--",
        b"--b\r\nContent-Disposition: form-data; name=\"\r\n\r\n\r\n--b--",
        b"--bx\r\n--b--",
        b"--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\n\xff\r\n--b--",
    ];
    for body in bodies {
        assert_eq!(post(&mock, "/parts", typed, body).await, 400, "{body:?}");
    }
    assert_eq!(post(&mock, "/parts", PARTS, b"--b--").await, 400);
    assert_eq!(post(&mock, "/parts", typed, b"--b--").await, 400);
    assert_eq!(mock.problems().len(), bodies.len() + 2);
}
