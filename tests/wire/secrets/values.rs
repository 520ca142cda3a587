//! Values that hold secrets: what they show of themselves.

use instacart_fulfillment::models::{GrantType, TokenRequest, TokenResponse};
use instacart_fulfillment::{
    Client, ClientCredentials, Secret, Token, TokenError, TokenSource,
};

use super::{
    ACCESS_TOKEN, ADDRESS, CLIENT_SECRET, OWN_TOKEN, USER_ID, debug, leaks, shown,
};
use crate::client::builder;
use crate::server::{Reply, Server};

#[test]
fn models_with_secrets_do_not_show_them() {
    let request =
        TokenRequest::new(GrantType::ClientCredentials, "id-1", CLIENT_SECRET, "scope");
    assert!(debug(&request).contains("id-1"), "what is no secret is shown");
    assert_eq!(leaks(&debug(&request)), [""; 0]);
    let body = format!(r#"{{"access_token":"{ACCESS_TOKEN}","expires_in":60}}"#);
    let response: TokenResponse = serde_json::from_str(&body).unwrap();
    assert!(debug(&response).contains("60"));
    assert_eq!(leaks(&debug(&response)), [""; 0]);
}

#[test]
fn credentials_do_not_show_themselves() {
    let credentials = ClientCredentials::new("id-1", CLIENT_SECRET);
    assert_eq!(leaks(&debug(&credentials)), [""; 0]);
    assert_eq!(leaks(&debug(&credentials.secret())), [""; 0]);
    assert_eq!(credentials.secret().expose(), CLIENT_SECRET);
    assert_eq!(leaks(&debug(&Secret::new(OWN_TOKEN))), [""; 0]);
    assert_eq!(leaks(&debug(&TokenSource::from(OWN_TOKEN))), [""; 0]);
    let token = Token::minted(Secret::new(ACCESS_TOKEN), 60).unwrap();
    assert_eq!(leaks(&debug(&token)), [""; 0]);
    let unsendable = Token::unending(format!("{ACCESS_TOKEN}\n")).unwrap_err();
    assert_eq!(leaks(&shown(&unsendable)), [""; 0]);
    assert_eq!(leaks(&shown(&TokenError::rejected("No."))), [""; 0]);
}

#[tokio::test]
async fn clients_builders_and_requests_do_not_show_what_they_carry() {
    let server = Server::always(Reply::json(200, "{}")).await;
    let credentials = || ClientCredentials::new("id-1", CLIENT_SECRET);
    let started = builder(&server).client_credentials(credentials());
    assert_eq!(leaks(&debug(&started)), [""; 0]);
    let client = started.build().unwrap();
    assert!(debug(&client).contains("bearerAuth"));
    assert_eq!(leaks(&debug(&client)), [""; 0]);
    let owned = builder(&server).bearer_auth(OWN_TOKEN);
    assert_eq!(leaks(&debug(&owned)), [""; 0]);
    assert_eq!(leaks(&debug(&owned.build().unwrap())), [""; 0]);
    let delivery = client.delivery();
    assert_eq!(leaks(&debug(&delivery)), [""; 0]);
    let request = delivery.get_order(USER_ID, USER_ID);
    assert_eq!(leaks(&debug(&request)), [""; 0]);
    let body = instacart_fulfillment::models::FindStoresRequest::new();
    let request = delivery.find_delivery_stores(body.address_line_1(ADDRESS));
    assert_eq!(leaks(&debug(&request)), [""; 0]);
}

#[test]
fn a_client_that_cannot_be_built_does_not_say_its_credentials() {
    let addresses = [
        format!("https://user:{OWN_TOKEN}@example.com"),
        format!("https://{OWN_TOKEN}@example.com"),
        format!("https://example.com?token={OWN_TOKEN}"),
        format!("https://example.com#{OWN_TOKEN}"),
        format!("http://{OWN_TOKEN}.example.com:x"),
        OWN_TOKEN.to_owned(),
    ];
    for address in addresses {
        let client = Client::builder().base_url(address);
        assert_eq!(leaks(&debug(&client)), [""; 0]);
        assert_eq!(leaks(&shown(&client.build().unwrap_err())), [""; 0]);
    }
    let client = Client::builder()
        .base_url("https://example.com")
        .bearer_auth(format!("{OWN_TOKEN}\r\n"));
    assert_eq!(leaks(&shown(&client.build().unwrap_err())), [""; 0]);
}
