//! Token endpoints that an identity provider names itself (`OpenID` Connect Discovery 1.0).

use std::convert::Infallible;

use reqwest::Url;
use serde_json::Value;

use crate::runtime::operation::{Operation, OperationInfo};
use crate::runtime::{Client, TokenOperation, format, send};

use super::client_credentials::ClientCredentials;
use super::token_endpoint::{at, mint};
use super::token_error::TokenError;

/// What stands behind the issuer in the URL of its metadata (4.1).
const WELL_KNOWN: &str = "/.well-known/openid-configuration";

impl TokenOperation {
    /// Tokens of the token endpoint that an identity provider names, by the URL of its metadata,
    /// which may be relative to the client's server.
    ///
    /// The metadata are read again for each token. The client authenticates by HTTP Basic unless
    /// its credentials, or the metadata, say otherwise. Credentials with a token endpoint of their
    /// own need no metadata.
    #[must_use]
    pub fn discovered(credentials: ClientCredentials, url: &'static str) -> Self {
        Self::new(credentials, move |client, credentials| async move {
            if let Some(own) = &credentials.token_url {
                return mint(&client, &credentials, own).await;
            }
            let (endpoint, credentials) = found(&client, credentials, url).await?;
            mint(&client, &credentials, &endpoint).await
        })
    }
}

/// The request for the metadata.
struct Metadata;

impl Operation for Metadata {
    type Output = Value;
    type Error = Infallible;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "the metadata of the OpenID provider",
        ..OperationInfo::DEFAULT
    };
}

/// The token endpoint, and the credentials in the way that it takes them.
async fn found(
    client: &Client,
    credentials: ClientCredentials,
    url: &str,
) -> Result<(String, ClientCredentials), TokenError> {
    let call = at(client, url);
    let issuer = call.parts.whole.as_ref().and_then(|url| {
        let issuer = url.as_str().strip_suffix(WELL_KNOWN);
        issuer.map(str::to_owned)
    });
    let metadata = send::<Metadata>(call).await;
    let metadata = metadata.map_err(TokenError::undiscovered)?.into_inner();
    let named = metadata["issuer"].as_str().unwrap_or_default();
    if issuer.is_some_and(|issuer| issuer != named.trim_end_matches('/')) {
        return Err(TokenError::new("the metadata are those of another issuer"));
    }
    let endpoint = metadata["token_endpoint"].as_str();
    // A relative one would be the API's own server.
    let Some(endpoint) = endpoint.filter(|url| Url::parse(url).is_ok()) else {
        return Err(TokenError::new("the OpenID provider names no token endpoint"));
    };
    let ways = metadata["token_endpoint_auth_methods_supported"].as_array();
    let takes =
        |way: &str| ways.is_some_and(|ways| ways.iter().any(|known| known == way));
    let credentials = if takes("client_secret_post") && !takes("client_secret_basic") {
        credentials.in_body()
    } else {
        credentials
    };
    Ok((endpoint.to_owned(), credentials))
}
