//! The token endpoint of a mock, for client credentials (RFC 6749, 4.4).

use std::convert::Infallible;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use super::answer::{Answer, Sample};
use super::arguments::Arguments;
use super::entry::Entry;
use super::mocked::{Answers, Mocked};
use super::pairs::{self, decoded};
use super::problem::Problem;
use super::server::MockServer;
use crate::runtime::{Operation, OperationInfo, Schemes, Secret, format};

/// Where it is: no API is likely to have that path.
const PATH: &str = "/.mock/token";

/// The token endpoint of a [`MockServer`], in place of an operation: its handler returns the JSON
/// that the endpoint answers.
///
/// It answers at [`MockServer::token_url`].
#[derive(Debug)]
pub enum TokenEndpoint {}

/// A request for a token. `Debug` does not show the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct TokenRequest {
    /// The client's id.
    pub client_id: String,
    /// The client's secret.
    pub client_secret: Secret,
    /// The scopes, with spaces between them.
    pub scope: Option<String>,
}

impl MockServer {
    /// The URL of the mock's token endpoint, for
    /// [`ClientCredentials::token_url`](crate::runtime::ClientCredentials::token_url). Every
    /// client gets a token, until a handler of [`TokenEndpoint`] says otherwise.
    #[must_use]
    pub fn token_url(&self) -> String {
        format!("{}{PATH}", self.url())
    }
}

impl Operation for TokenEndpoint {
    type Output = Value;
    type Error = Infallible;
    type Format = format::Json;
    const INFO: OperationInfo = OperationInfo {
        id: "the token endpoint",
        method: "POST",
        route: PATH,
        // It reads the credentials itself, wherever they stand.
        security: Schemes::AnyOf(&[&[]]),
        ..OperationInfo::DEFAULT
    };
}

impl Answers for TokenEndpoint {
    const SAMPLES: &'static [Sample] = &[Sample::json(
        200,
        r#"{"access_token":"mock-token","token_type":"Bearer","expires_in":3600}"#,
    )];

    fn success(output: Value) -> Answer {
        Answer::json(200, &output)
    }

    fn failure(error: Infallible) -> Answer {
        match error {}
    }
}

impl Mocked for TokenEndpoint {
    type Call = TokenRequest;

    fn call(request: &Arguments<'_>) -> Result<TokenRequest, Problem> {
        let body = String::from_utf8_lossy(&request.received.body);
        let form = pairs::query(&body);
        let value = |name: &str| {
            let pair = form.iter().find(|pair| pair.is(name))?;
            Some(decoded(&pair.value))
        };
        if value("grant_type").as_deref() != Some("client_credentials") {
            return Err(Problem::new(400, "`grant_type` is not client_credentials"));
        }
        let in_body = || value("client_id").zip(value("client_secret"));
        let basic = request.received.authorization("basic").and_then(basic);
        let Some((client_id, secret)) = basic.or_else(in_body) else {
            return Err(Problem::new(401, "the client's id and secret are missing"));
        };
        Ok(TokenRequest {
            client_id,
            client_secret: secret.into(),
            scope: value("scope"),
        })
    }
}

/// The endpoint among the operations.
pub(super) const ENTRY: &Entry = &Entry::of::<TokenEndpoint>();

/// The id and the secret of HTTP Basic, each encoded as in a form (RFC 6749, 2.3.1).
fn basic(encoded: &str) -> Option<(String, String)> {
    let text = STANDARD.decode(encoded).ok()?;
    let text = String::from_utf8(text).ok()?.replace('+', "%20");
    let (id, secret) = text.split_once(':')?;
    Some((decoded(id), decoded(secret)))
}
