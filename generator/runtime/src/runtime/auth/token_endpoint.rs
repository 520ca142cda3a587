//! Tokens of an OAuth 2.0 token endpoint, for client credentials (RFC 6749, 4.4).

use std::convert::Infallible;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use reqwest::header::{AUTHORIZATION, HeaderValue};
use serde_json::Value;

use crate::runtime::base_url::BaseUrl;
use crate::runtime::encode::strict;
use crate::runtime::json;
use crate::runtime::operation::{Operation, OperationInfo, Retry};
use crate::runtime::{Call, Client, Secret, TokenOperation, format, send};

use super::client_credentials::ClientCredentials;
use super::token::Token;
use super::token_error::TokenError;

impl TokenOperation {
    /// Tokens of a token endpoint, by its URL, which may be relative to the client's server.
    ///
    /// The client authenticates by HTTP Basic, as every such server must allow (RFC 6749, 2.3.1),
    /// unless its credentials say otherwise.
    #[must_use]
    pub fn endpoint(credentials: ClientCredentials, url: &'static str) -> Self {
        Self::new(credentials, move |client, credentials| async move {
            let own = credentials.token_url.as_deref();
            mint(&client, &credentials, own.unwrap_or(url)).await
        })
    }
}

/// A call of one URL, absolute or relative to the client's server.
pub(super) fn at(client: &Client, url: &str) -> Call {
    let mut call = Call::new(client);
    match client.shared.resolved(url, BaseUrl::resource) {
        Ok(url) => call.parts.whole = Some(url),
        Err(problem) => call.refuse(problem),
    }
    call
}

/// The request for a token.
struct Mint;

impl Operation for Mint {
    type Output = Value;
    type Error = Infallible;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "the token endpoint",
        method: "POST",
        retry: Retry::Never,
        ..OperationInfo::DEFAULT
    };
}

/// Asks a token endpoint for a token.
pub(super) async fn mint(
    client: &Client,
    credentials: &ClientCredentials,
    url: &str,
) -> Result<Token, TokenError> {
    let mut form = "grant_type=client_credentials".to_owned();
    let scopes = credentials.scope_text();
    if !scopes.is_empty() {
        form = format!("{form}&scope={}", strict(&scopes));
    }
    let id = strict(credentials.id());
    let secret = strict(credentials.secret().expose());
    let mut call = at(client, url);
    if credentials.are_sent_in_body() {
        form = format!("{form}&client_id={id}&client_secret={secret}");
    } else {
        let mut basic = HeaderValue::try_from(format!(
            "Basic {}",
            STANDARD.encode(format!("{id}:{secret}"))
        ))
        .map_err(|_| TokenError::new("the credentials cannot be sent"))?;
        basic.set_sensitive(true);
        call.parts.headers.insert(AUTHORIZATION, basic);
    }
    let call = call.text("application/x-www-form-urlencoded", form);
    let answer = send::<Mint>(call).await?.into_inner();
    let token = answer["access_token"].as_str().map(Secret::from);
    // Some servers write the number as a text, or with a fraction of zero.
    let life = &answer["expires_in"];
    let life = life.as_str().map_or_else(|| life.to_string(), str::to_owned);
    Token::minted(token, json::decode::<i64>(life.as_bytes()).ok())
}
