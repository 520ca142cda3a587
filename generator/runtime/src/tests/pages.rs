//! Lists that come page by page, over real sockets, and what servers do to those who ask for them.
#![expect(dead_code, reason = "the macro makes what a crate exports")]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use serde::Deserialize;

use crate::runtime::{
    Call, Client, ErrorKind, Form, Found, Operation, OperationInfo, Paged, Pages,
    Paging, Request, Schemes, Sent, format,
};

use super::sample::ProbeError;
use super::server::{Received, TestServer, answer, json};

/// A page of any style.
#[derive(Debug, Deserialize)]
pub struct Body {
    list: Vec<u64>,
    next: Option<serde_json::Value>,
    more: Option<bool>,
    total: Option<u64>,
}

macro_rules! paged {
    ($($name:ident $paging:expr;)*) => {$(
        /// A list.
        pub enum $name {}

        impl $name {
            pub(super) fn of(client: &Client) -> Request<Self> {
                Call::new(client).path("/list").request()
            }
        }

        impl Request<$name> {
            fn query(self, name: &'static str, value: &str) -> Self {
                self.call.query(name, Form::exploded(value)).request()
            }
        }

        impl Operation for $name {
            type Output = Body;
            type Error = ProbeError;
            type Format = format::Json;
            const INFO: OperationInfo = OperationInfo {
                id: "list",
                security: Schemes::AnyOf(&[&["key"], &[]]),
                statuses: &[],
                ..OperationInfo::DEFAULT
            };
        }

        impl Paged for $name {
            type Item = u64;
            const PAGING: Paging = $paging;

            fn found(page: &Self::Output) -> Found {
                Found::of(page.list.len()).next(&page.next).more(&page.more).total(&page.total)
            }

            fn into_items(page: Self::Output) -> Vec<Self::Item> {
                page.list
            }
        }
    )*};
}

paged! {
    Linked Paging::Link;
    InBody Paging::LinkInBody;
    Cursors Paging::Cursor("cursor");
    InHeader Paging::CursorInHeader("cursor", "x-next");
    Offsets Paging::Offset("off set", 0);
    Numbers Paging::Number("page", 1);
}

/// A server whose answers are made of the target of each request.
pub(super) async fn serving(
    page: impl Fn(&str) -> Vec<u8> + Send + Sync + 'static,
) -> TestServer {
    let page = Arc::new(page);
    TestServer::answering(move |received: Received| {
        let target = received.line.split(' ').nth(1).unwrap_or_default().to_owned();
        std::future::ready(page(&target))
    })
    .await
}

pub(super) fn client(server: &TestServer, path: &str) -> Client {
    Client::builder().server(format!("{}{path}", server.url())).build().unwrap()
}

pub(super) fn lines(server: &TestServer) -> Vec<String> {
    server.received().into_iter().map(|request| request.line).collect()
}

/// Why the pages end, after so many of them.
pub(super) async fn end<O: Paged<Error = ProbeError>>(
    mut pages: Pages<O>,
) -> (usize, Option<String>) {
    let mut count = 0;
    while let Some(page) = pages.next().await {
        match page {
            Ok(_) => count += 1,
            Err(error) => {
                assert_eq!(error.kind(), ErrorKind::Pagination);
                assert_eq!((error.request_sent(), error.attempts()), (Sent::No, 0));
                assert!(pages.next().await.is_none());
                pages.again();
                assert!(pages.next().await.is_none(), "nothing could be asked for");
                return (count, Some(error.to_string()));
            }
        }
        assert!(count < 50, "the pages have no end");
    }
    (count, None)
}

pub(super) fn linked(link: &str) -> Vec<u8> {
    let headers = format!("content-type: application/json\r\nlink: {link}\r\n");
    answer(200, &headers, r#"{"list": [1]}"#)
}

#[tokio::test]
async fn links_are_followed_from_where_they_stand_with_all_headers() {
    let server = serving(|target| match target {
        "/api/v1/list?q=a%2Cb" => {
            linked(r#"</api/v1/list?p=0>; rel="prev", <?p=1,2;3&q=a%2Cb>; title="a, <b>"; rel="next""#)
        }
        "/api/v1/list?p=1,2;3&q=a%2Cb" => linked("<more/3#there>; rel=next"),
        "/api/v1/more/3" => linked("</elsewhere?p=4>; rel=\"x NEXT\""),
        _ => json(200, r#"{"list": []}"#),
    })
    .await;
    let list = Linked::of(&client(&server, "/api/v1/")).query("q", "a,b");
    let trace = crate::runtime::Simple::joined("t");
    let list = list.call.header("X-Trace", trace).request::<Linked>();
    assert_eq!(end(list.pages()).await, (4, None));
    let expected = [
        "GET /api/v1/list?q=a%2Cb",
        "GET /api/v1/list?p=1,2;3&q=a%2Cb",
        "GET /api/v1/more/3",
        "GET /elsewhere?p=4",
    ];
    assert_eq!(lines(&server), expected);
    for received in server.received() {
        assert_eq!(received.header("x-trace"), Some("t"));
    }
}

#[tokio::test]
async fn no_link_leads_to_another_server() {
    let other = TestServer::always(json(200, "{}")).await;
    let port = other.address.port();
    for link in [
        format!("<http://127.0.0.1:{port}/list>; rel=next"),
        format!("<//127.0.0.1:{port}/list>; rel=next"),
        format!("<\\\\127.0.0.1:{port}/list>; rel=next"),
        "<https://example.com/list>; rel=next".to_owned(),
        "<javascript:alert(1)>; rel=next".to_owned(),
    ] {
        let server = serving(move |_| linked(&link)).await;
        let (count, error) = end(Linked::of(&client(&server, "")).pages()).await;
        assert_eq!((count, server.received().len()), (1, 1));
        assert!(error.unwrap().contains("leads to another server"));
    }
    assert_eq!(other.received().len(), 0);
    for (link, why) in
        [("<http://[>", "is not a URL"), ("<http://a:b@HOST/x>", "user info")]
    {
        let server = TestServer::answering(move |received: Received| {
            let host = received.header("host").unwrap_or_default().to_owned();
            std::future::ready(linked(&format!(
                "{}; rel=next",
                link.replace("HOST", &host)
            )))
        })
        .await;
        let (count, error) = end(Linked::of(&client(&server, "")).pages()).await;
        assert_eq!((count, server.received().len()), (1, 1));
        assert!(error.unwrap().contains(why));
    }
}

#[tokio::test]
async fn a_server_that_leads_in_circles_is_left() {
    let same = serving(|_| linked("<?a>; rel=next")).await;
    let (count, error) = end(Linked::of(&client(&same, "")).pages()).await;
    assert_eq!(count, 2);
    assert_eq!(error.unwrap(), "list: the link to the next page leads to one before it");
    let itself = serving(|_| linked("<>; rel=next")).await;
    assert_eq!(end(Linked::of(&client(&itself, "")).pages()).await.0, 1);
    let round = serving(|target| match target {
        "/list" | "/list?cursor=c" => json(200, r#"{"list": [1], "next": "a"}"#),
        "/list?cursor=a" => json(200, r#"{"list": [1], "next": "b"}"#),
        _ => json(200, r#"{"list": [1], "next": "c"}"#),
    })
    .await;
    let (count, error) = end(Cursors::of(&client(&round, "")).pages()).await;
    assert_eq!(count, 4);
    assert!(error.unwrap().contains("that of one before it"));
    let begun = Cursors::of(&client(&round, "")).query("cursor", "c");
    assert_eq!(end(begun.pages()).await.0, 3);
}

#[tokio::test]
async fn ten_thousand_pages_come_one_by_one() {
    let asked = Arc::new(AtomicU64::new(0));
    let count = Arc::clone(&asked);
    let server = serving(move |target| {
        count.fetch_add(1, Ordering::SeqCst);
        let at: u64 =
            target.split_once("cursor=").map_or(0, |(_, at)| at.parse().unwrap());
        let next = if at == 9_999 { "null".to_owned() } else { (at + 1).to_string() };
        json(200, &format!(r#"{{"list": [{at}], "next": {next}}}"#))
    })
    .await;
    let mut items = Cursors::of(&client(&server, "")).pages().items();
    for expected in 0..10_000 {
        assert_eq!(asked.load(Ordering::SeqCst), expected);
        assert_eq!(items.next().await.unwrap().unwrap(), expected);
    }
    assert!(items.next().await.is_none());
    assert!(items.next().await.is_none());
    assert_eq!(asked.load(Ordering::SeqCst), 10_000);
}

#[tokio::test]
async fn a_cursor_takes_the_place_of_the_one_before_it_alone() {
    let server = serving(|target| {
        let next = if target.ends_with("d=+%26") { "x-next: last\r\n" } else { "" };
        let next =
            if target.contains("cursor=a") { "x-next: +&=\u{20}/\r\n" } else { next };
        answer(
            200,
            &format!("content-type: application/json\r\n{next}"),
            r#"{"list": []}"#,
        )
    })
    .await;
    let list =
        InHeader::of(&client(&server, "")).query("cursor", "a").query("my cursor", "b");
    assert_eq!(end(list.query("cursors", "c&").pages()).await, (2, None));
    let expected = [
        "GET /list?cursor=a&my%20cursor=b&cursors=c%26",
        "GET /list?my%20cursor=b&cursors=c%26&cursor=%2B%26%3D%20%2F",
    ];
    assert_eq!(lines(&server), expected);
}

#[tokio::test]
async fn empty_cursors_and_the_word_of_the_server_end_the_list() {
    for body in [
        r#"{"list": [1], "next": ""}"#,
        r#"{"list": [1], "next": null}"#,
        r#"{"list": [1]}"#,
        r#"{"list": [1], "next": "a", "more": false}"#,
    ] {
        let server = TestServer::always(json(200, body)).await;
        assert_eq!(end(Cursors::of(&client(&server, "")).pages()).await, (1, None));
        assert_eq!(end(InBody::of(&client(&server, "")).pages()).await, (1, None));
    }
    let empty = "content-type: application/json\r\nx-next:\r\n";
    let server = TestServer::always(answer(200, empty, r#"{"list": [1]}"#)).await;
    assert_eq!(end(InHeader::of(&client(&server, "")).pages()).await, (1, None));
    for (body, why) in [
        (r#"{"list": [1], "more": true}"#, "not which is next"),
        (r#"{"list": [1], "next": ["a"]}"#, "is not text"),
        (r#"{"list": [1], "next": {}}"#, "is not text"),
    ] {
        let server = TestServer::always(json(200, body)).await;
        let (count, error) = end(Cursors::of(&client(&server, "")).pages()).await;
        assert_eq!(count, 1);
        assert!(error.unwrap().contains(why), "{body}");
    }
}

#[tokio::test]
async fn offsets_grow_by_what_came_until_nothing_does() {
    let server = serving(|target| match target {
        "/list?off%20set=5" => json(200, r#"{"list": [5, 6, 7]}"#),
        "/list" | "/list?off%20set=8" => json(200, r#"{"list": [8]}"#),
        _ => json(200, r#"{"list": []}"#),
    })
    .await;
    let list = Offsets::of(&client(&server, "")).query("off set", "5");
    assert_eq!(end(list.pages()).await, (3, None));
    assert_eq!(end(Offsets::of(&client(&server, "")).pages()).await, (2, None));
    let expected = ["5", "8", "9"].map(|at| format!("GET /list?off%20set={at}"));
    assert_eq!(lines(&server)[..3], expected);
    assert_eq!(lines(&server)[3..], ["GET /list", "GET /list?off%20set=1"]);
    let of_two = TestServer::always(json(200, r#"{"list": [1], "total": 2}"#)).await;
    assert_eq!(end(Offsets::of(&client(&of_two, "")).pages()).await, (2, None));
    let (_, error) =
        end(Offsets::of(&client(&server, "")).query("off set", "x").pages()).await;
    assert!(error.unwrap().contains("`off set` is not a whole number"));
    let stuck = TestServer::always(json(200, r#"{"list": [], "more": true}"#)).await;
    let (count, error) = end(Offsets::of(&client(&stuck, "")).pages()).await;
    assert_eq!(count, 1);
    assert!(error.unwrap().contains("not which is next"));
    let far = Offsets::of(&client(&of_two, "")).query("off set", &u64::MAX.to_string());
    assert!(end(far.pages()).await.1.unwrap().contains("beyond all numbers"));
}

#[tokio::test]
async fn pages_are_numbered_until_one_is_empty_or_the_last() {
    let server = serving(|target| match target {
        "/list?page=4" => json(200, r#"{"list": []}"#),
        _ => json(200, r#"{"list": [1, 2]}"#),
    })
    .await;
    assert_eq!(end(Numbers::of(&client(&server, "")).pages()).await, (4, None));
    let expected = ["", "?page=2", "?page=3", "?page=4"];
    assert_eq!(lines(&server), expected.map(|query| format!("GET /list{query}")));
    let of_three = TestServer::always(json(200, r#"{"list": [], "total": 3}"#)).await;
    assert_eq!(end(Numbers::of(&client(&of_three, "")).pages()).await, (3, None));
}

#[tokio::test]
async fn a_page_that_failed_is_asked_for_again_only_when_wanted() {
    let down = Arc::new(AtomicBool::new(true));
    let is_down = Arc::clone(&down);
    let server = serving(move |target| match target {
        "/list" => json(200, r#"{"list": [1], "next": "a"}"#),
        _ if is_down.load(Ordering::SeqCst) => json(503, "{}"),
        _ => json(200, r#"{"list": [2]}"#),
    })
    .await;
    let mut items = Cursors::of(&client(&server, "")).pages().items();
    assert_eq!(items.next().await.unwrap().unwrap(), 1);
    let error = items.next().await.unwrap().unwrap_err();
    assert_eq!(error.status().unwrap(), 503);
    assert!(items.next().await.is_none());
    let asked = server.received().len();
    down.store(false, Ordering::SeqCst);
    assert!(items.next().await.is_none());
    assert_eq!(server.received().len(), asked);
    items.again();
    assert_eq!(items.next().await.unwrap().unwrap(), 2);
    assert!(items.next().await.is_none());
    items.again();
    assert!(items.next().await.is_none());
}

#[tokio::test]
async fn a_key_in_the_query_is_sent_once_though_links_repeat_it() {
    let server = serving(|target| match target {
        "/list?k%5Fey=s%2Fecret" => linked("<?k_ey=s/ecret&p=2>; rel=next"),
        _ => json(200, r#"{"list": []}"#),
    })
    .await;
    let builder = Client::builder().server(server.url());
    let client = builder.api_key_query("key", "k_ey", "s/ecret").build().unwrap();
    assert_eq!(end(Linked::of(&client).pages()).await, (2, None));
    assert_eq!(lines(&server)[1], "GET /list?p=2&k%5Fey=s%2Fecret");
}

#[tokio::test]
async fn a_future_that_is_dropped_loses_no_page() {
    let server = TestServer::answering(|_| async {
        tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        json(200, r#"{"list": [1]}"#)
    })
    .await;
    let mut pages = Cursors::of(&client(&server, "")).pages();
    let short = std::time::Duration::from_millis(20);
    assert!(tokio::time::timeout(short, pages.next()).await.is_err());
    assert_eq!(pages.next().await.unwrap().unwrap().list, [1]);
    assert_eq!(server.received().len(), 1);
}

#[test]
fn pages_and_items_are_sent_between_threads() {
    fn send<T: Send + Unpin + futures_core::Stream>() {}
    send::<Pages<Cursors>>();
    send::<crate::runtime::PageItems<Cursors>>();
}
