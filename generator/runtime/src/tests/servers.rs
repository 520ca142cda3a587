//! Which servers a client may be built for, and what it does not follow.

use crate::runtime::{BaseUrl, Call, Client, ErrorKind, Sent};

use super::sample::{Guarded, Probe};
use super::server::{TestServer, answer, json};

#[test]
fn a_server_needs_https_unless_it_is_this_machine() {
    let refused = [
        "http://api.example.com",
        "http://10.0.0.1",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "http://[::2]",
        "ftp://api.example.com",
        "api.example.com",
        "/base",
        "",
        "data:text/plain,x",
        "https://user@api.example.com",
        "https://user:pass@api.example.com",
        "https://:pass@api.example.com",
        "https://api.example.com?a=1",
        "https://api.example.com?",
        "https://api.example.com#top",
    ];
    for url in refused {
        let error = Client::builder().server(url).build().unwrap_err().to_string();
        assert!(error.starts_with("the server's address "), "{url}: {error}");
        assert!(!error.contains("pass"), "{error}");
    }
    let taken = [
        "http://localhost:8080",
        "http://LOCALHOST",
        "http://127.0.0.1",
        "http://127.9.9.9:1",
        "http://[::1]:80",
    ];
    for url in taken {
        Client::builder().server(url).build().unwrap();
        Client::builder().base_url(url.to_owned()).build().unwrap();
    }
    Client::builder()
        .server("http://api.example.com")
        .dangerously_allow_http()
        .build()
        .unwrap();
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[test]
fn a_server_with_https_may_have_a_port_and_a_path() {
    for url in ["https://api.example.com", "https://api.example.com:8443/base/"] {
        Client::builder().server(url).build().unwrap();
    }
    Client::builder().server(super::sample::Server::Production).build().unwrap();
}

#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
#[test]
fn https_without_a_feature_for_it_is_an_error_that_says_so() {
    let builder = Client::builder().server(super::sample::Server::Production);
    assert_eq!(
        builder.build().unwrap_err().to_string(),
        "the server's address is https, but neither feature rustls nor native-tls is on"
    );
}

#[test]
fn a_client_needs_a_server() {
    assert_eq!(Client::builder().build().unwrap_err().to_string(), "no server is set");
}

#[tokio::test]
async fn a_redirect_is_not_followed_and_names_its_host_alone() {
    let other = TestServer::always(json(200, "{}")).await;
    for status in [301, 302, 303, 307, 308] {
        let header = format!("location: {}/canary?canary=1\r\n", other.url());
        let server = TestServer::always(answer(status, &header, "")).await;
        let client = Client::builder().server(server.url()).build().unwrap();
        let error = Probe::of(&client, |call| call.path("/").json(1)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.request_sent(), Sent::Yes);
        let text = format!("{error} {error:?}");
        assert!(
            text.contains("a redirect to 127.0.0.1, which is not followed"),
            "{text}"
        );
        assert!(!text.contains("canary"), "{text}");
        assert_eq!(server.received().len(), 1);
    }
    assert_eq!(other.received().len(), 0);
}

#[tokio::test]
async fn what_the_client_promises_wins_over_the_users_settings() {
    let other = TestServer::always(json(200, "{}")).await;
    let header = format!("location: {}/\r\n", other.url());
    let server = TestServer::always(answer(302, &header, "")).await;
    let client = Client::builder()
        .server(server.url())
        .user_agent("mine/1")
        .configure(|http| {
            http.redirect(reqwest::redirect::Policy::limited(5)).user_agent("theirs")
        })
        .build()
        .unwrap();
    let error = Probe::of(&client, |call| call.path("/")).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(other.received().len(), 0);
    assert_eq!(server.received()[0].header("user-agent"), Some("mine/1"));
}

#[tokio::test]
async fn a_proxy_of_the_users_own_is_used() {
    let proxy = TestServer::always(json(200, "{}")).await;
    let url = proxy.url();
    let client = Client::builder()
        .server("http://localhost:9")
        .configure(move |http| http.proxy(reqwest::Proxy::all(url).unwrap()))
        .build()
        .unwrap();
    Probe::of(&client, |call| call.path("/x")).await.unwrap();
    assert_eq!(proxy.received()[0].line, "GET http://localhost:9/x");
}

#[tokio::test]
async fn a_call_with_a_server_of_its_own_goes_there_only_from_a_documented_one() {
    let home = TestServer::always(json(200, "{}")).await;
    let other = TestServer::always(json(200, "{}")).await;
    let url: &'static str = format!("{}/v2/", other.url()).leak();
    let documented = BaseUrl::documented(home.url());
    let builder = || Client::builder().api_key_header("key", "x-key", "k");
    let client = builder().server(documented).build().unwrap();
    Call::new(&client).server(url).path("/a").request::<Guarded>().await.unwrap();
    assert_eq!(other.received()[0].line, "GET /v2/a");
    assert_eq!(other.received()[0].header("x-key"), Some("k"));
    Call::new(&client).server("/v3").path("/b").request::<Guarded>().await.unwrap();
    assert_eq!(home.received()[0].line, "GET /v3/b");

    let given = builder().base_url(home.url()).build().unwrap();
    Call::new(&given).server(url).path("/c").request::<Guarded>().await.unwrap();
    assert_eq!(home.received()[1].line, "GET /c");

    let refused =
        Call::new(&client).server("http://a.example").request::<Guarded>().await;
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::Argument);
    assert_eq!((home.received().len(), other.received().len()), (2, 1));
}
