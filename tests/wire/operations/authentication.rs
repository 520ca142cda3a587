//! The operation of the tag Authentication.

use instacart_fulfillment::models::{GrantType, TokenRequest, TokenType};
use instacart_fulfillment::operations::authentication::{
    GenerateAccessToken, GenerateAccessTokenError,
};
use instacart_fulfillment::{Client, Request};

use super::{assert_refusals, assert_undeclared};
use crate::client::{builder, client};
use crate::document;
use crate::sent::{only, owned};
use crate::server::{Reply, Server};

fn generate(client: &Client) -> Request<GenerateAccessToken> {
    client.authentication().generate_access_token(TokenRequest::new(
        GrantType::ClientCredentials,
        "id-1",
        "a \"secret\"",
        "connect:fulfillment",
    ))
}

#[tokio::test]
async fn generate_access_token_sends_the_credentials_in_the_body_alone() {
    let server = Server::always(Reply::json(200, "{}")).await;
    // The client has a token, and still sends none: the operation says `security: []`.
    generate(&client(&server)).await.unwrap();
    let request = only(&server);
    assert_eq!(request.line(), "POST /v2/oauth/token HTTP/1.1");
    let body = concat!(
        r#"{"grant_type":"client_credentials","client_id":"id-1","#,
        r#""client_secret":"a \"secret\"","scope":"connect:fulfillment"}"#,
    );
    assert_eq!(request.text(), body);
    document::assert_conforms("TokenRequest", body);
    let expected = [
        ("accept", "application/json"),
        ("content-length", "115"),
        ("content-type", "application/json"),
        ("host", &server.host()),
        ("user-agent", "instacart-fulfillment/0.1.0"),
    ];
    assert_eq!(request.headers(), owned(&expected));
}

#[tokio::test]
async fn generate_access_token_works_without_any_credentials_on_the_client() {
    let server = Server::always(Reply::json(200, "{}")).await;
    generate(&builder(&server).build().unwrap()).await.unwrap();
    assert_eq!(only(&server).header("authorization"), None);
}

#[tokio::test]
async fn generate_access_token_decodes_the_token() {
    let body = concat!(
        r#"{"access_token":"t-1","token_type":"Bearer","expires_in":86400,"#,
        r#""scope":"connect:fulfillment","created_at":1700000000}"#,
    );
    document::assert_conforms("TokenResponse", body);
    let server = Server::always(Reply::json(200, body)).await;
    let token = generate(&client(&server)).await.unwrap();
    assert_eq!(token.access_token.as_ref().unwrap().expose(), "t-1");
    assert_eq!(token.token_type, Some(TokenType::Bearer));
    assert_eq!(token.expires_in, Some(86_400));
    assert_eq!(token.scope.as_deref(), Some("connect:fulfillment"));
    assert_eq!(token.created_at, Some(1_700_000_000));
}

#[tokio::test]
async fn generate_access_token_has_an_error_for_401() {
    assert_refusals!(generate, 401 => GenerateAccessTokenError::Unauthorized);
    assert_undeclared!(generate, 400, 403, 404);
}
