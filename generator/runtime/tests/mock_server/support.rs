//! Starting a server and sending to it.

use std::sync::OnceLock;

use clientwright_runtime::runtime::mock::MockServer;
use reqwest::{RequestBuilder, Response};

use super::sample::{SCHEMES, TAGS};

pub(crate) async fn start() -> MockServer {
    MockServer::serving(TAGS, SCHEMES).await.unwrap()
}

/// A client for all tests: its certificates take longer to load than a test takes. It keeps no
/// connections, since those end with the test that made them.
pub(crate) fn http() -> &'static reqwest::Client {
    static HTTP: OnceLock<reqwest::Client> = OnceLock::new();
    let client =
        || reqwest::Client::builder().pool_max_idle_per_host(0).build().unwrap();
    HTTP.get_or_init(client)
}

pub(crate) fn get(mock: &MockServer, path: &str) -> RequestBuilder {
    http().get(format!("{}{path}", mock.url())).bearer_auth("t")
}

/// A pet that fits the document.
pub(crate) fn add(mock: &MockServer) -> RequestBuilder {
    let request = http().post(format!("{}/pets", mock.url()));
    json(request.bearer_auth("t"), r#"{"name":"Rex","age":3}"#)
}

pub(crate) fn json(request: RequestBuilder, body: &'static str) -> RequestBuilder {
    request.header("content-type", "application/json").body(body)
}

/// The status and the text of the answer.
pub(crate) async fn sent(request: RequestBuilder) -> (u16, String) {
    let response: Response = request.send().await.unwrap();
    (response.status().as_u16(), response.text().await.unwrap())
}

/// What the problems say.
pub(crate) fn problems(mock: &MockServer) -> Vec<String> {
    mock.problems().iter().map(ToString::to_string).collect()
}
