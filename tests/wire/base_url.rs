//! Base addresses: which may be one, and what becomes of their paths.

use instacart_fulfillment::{BuildError, Client, Server as Documented};

use crate::client::{TOKEN, builder};
use crate::server::{Reply, Server};

fn build(url: &str) -> Result<Client, BuildError> {
    Client::builder().base_url(url).bearer_auth(TOKEN).build()
}

#[test]
fn http_is_refused_but_for_loopback() {
    let refused = [
        "http://connect.instacart.com",
        "http://10.0.0.1",
        "http://0.0.0.0",
        "http://127.0.0.1.example.com",
        "http://localhost.example.com",
        "http://example.com#@127.0.0.1",
        "http://[::ffff:10.0.0.1]",
        "http://[2001:db8::1]",
        "HTTP://EXAMPLE.COM",
    ];
    for url in refused {
        let error = build(url).unwrap_err().to_string();
        assert!(error.contains("https"), "{url}: {error}");
    }
    for url in [
        "http://127.0.0.1",
        "http://127.1.2.3:80",
        "http://[::1]:8080",
        "http://localhost",
    ] {
        assert!(build(url).is_ok(), "{url}");
    }
}

#[test]
fn http_is_allowed_by_a_method_whose_name_says_so() {
    let client = Client::builder().base_url("http://orders.internal");
    assert!(client.dangerously_allow_http().build().is_ok());
}

#[test]
fn user_info_query_and_fragment_are_refused() {
    let refused = [
        "https://user@example.com",
        "https://user:password@example.com",
        "https://:password@example.com",
        "https://example.com?key=value",
        "https://example.com/?",
        "https://example.com#part",
        "https://example.com/#",
        "http://user:password@127.0.0.1",
    ];
    for url in refused {
        let error = build(url).unwrap_err().to_string();
        assert!(!error.contains("password"), "{url}: {error}");
        assert!(!error.contains("value"), "{url}: {error}");
    }
}

#[test]
fn what_is_no_address_of_http_is_refused() {
    let refused = [
        "",
        " ",
        "example.com",
        "/v2",
        "//example.com",
        "ftp://example.com",
        "file:///etc/passwd",
        "unix:/run/socket",
        "https://",
        "https://exa mple.com",
        "https://example.com:99999",
        "data:text/plain,x",
    ];
    for url in refused {
        assert!(build(url).is_err(), "{url:?}");
    }
}

#[test]
fn a_client_without_a_server_is_not_built() {
    let error = Client::builder().bearer_auth(TOKEN).build().unwrap_err();
    assert!(error.to_string().contains("server"), "{error}");
}

#[test]
fn the_servers_of_the_document_are_accepted() {
    let client = Client::builder().server(Documented::Production).build().unwrap();
    assert!(format!("{client:?}").contains("https://connect.instacart.com/"));
}

#[tokio::test]
async fn a_base_path_stands_before_every_path() {
    let bases = [
        ("", ""),
        ("/", ""),
        ("/base", "/base"),
        ("/base/", "/base"),
        ("/a/b%20c", "/a/b%20c"),
        ("/a/../b", "/b"),
        ("/ü", "/%C3%BC"),
    ];
    for (base, path) in bases {
        let server = Server::always(Reply::json(200, "{}")).await;
        let client = builder(&server).base_url(server.url() + base).bearer_auth(TOKEN);
        let client = client.build().unwrap();
        client.delivery().get_order("u", "o").await.unwrap();
        let target = format!("{path}/v2/fulfillment/users/u/orders/o");
        assert_eq!(server.requests()[0].target(), target);
        assert_eq!(server.requests()[0].header("host"), Some(server.host().as_str()));
    }
}
