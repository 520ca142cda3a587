//! Redirects: none is followed, so that nothing goes where the client was not told to send it.

use instacart_fulfillment::models::{GrantType, TokenRequest};
use instacart_fulfillment::{ErrorKind, MismatchKind, Sent};

use crate::client::client;
use crate::server::{Reply, Server};

#[tokio::test]
async fn a_redirect_to_another_origin_sends_it_nothing() {
    let other = Server::always(Reply::json(200, "{}")).await;
    for status in [301, 302, 303, 307, 308] {
        let location = format!("{}/v2/oauth/token?code=private", other.url());
        let headers = [("location", location.as_str())];
        let server = Server::always(Reply::with_headers(status, &headers, "")).await;
        let request = TokenRequest::new(GrantType::ClientCredentials, "i", "s", "");
        let authentication = client(&server).authentication();
        let error = authentication.generate_access_token(request).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.mismatch(), Some(MismatchKind::UndeclaredStatus));
        assert_eq!(error.request_sent(), Sent::Yes);
        let text = error.to_string();
        assert!(text.contains(&status.to_string()), "{text}");
        assert!(text.contains("127.0.0.1"), "the host is named: {text}");
        assert!(!text.contains("private"), "and nothing else: {text}");
        assert_eq!(server.requests().len(), 1);
    }
    assert_eq!(other.connections(), 0);
}

#[tokio::test]
async fn a_redirect_within_the_origin_is_not_followed_either() {
    let headers = [("location", "/v2/fulfillment/users/u/orders/other")];
    let server = Server::always(Reply::with_headers(307, &headers, "")).await;
    let error = client(&server).delivery().get_order("u", "o").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_redirect_without_or_with_a_bad_location_is_an_error_of_the_same_kind() {
    let location: [&[(&str, &str)]; 3] =
        [&[], &[("location", "http://[")], &[("location", "javascript:alert(1)")]];
    for headers in location {
        let server = Server::always(Reply::with_headers(302, headers, "")).await;
        let error = client(&server).delivery().cancel_order("u", "o").await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Redirect);
        assert_eq!(error.status().unwrap(), 302);
    }
}

#[tokio::test]
async fn a_client_that_is_set_up_to_follow_redirects_does_not() {
    let other = Server::always(Reply::json(200, "{}")).await;
    let headers = [("location", other.url())];
    let headers: Vec<_> = headers.iter().map(|(name, at)| (*name, &**at)).collect();
    let server = Server::always(Reply::with_headers(307, &headers, "")).await;
    let client = crate::client::builder(&server)
        .bearer_auth("token")
        .configure(|http| http.redirect(reqwest::redirect::Policy::limited(5)))
        .build()
        .unwrap();
    let error = client.delivery().cancel_order("u", "o").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Redirect);
    assert_eq!(other.connections(), 0);
}
