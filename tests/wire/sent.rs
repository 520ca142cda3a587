//! What must have been sent: each byte of the request line and the body, and every header.

use crate::client::TOKEN;
use crate::document;
use crate::server::{Request, Server};

/// Checks that exactly one request came, with this line, a body of JSON that the schema of the
/// document allows, and the client's token.
pub(crate) fn assert_sent_json(server: &Server, line: &str, schema: &str, body: &str) {
    let request = only(server);
    assert_eq!(request.line(), line);
    assert_eq!(request.text(), body);
    document::assert_conforms(schema, request.text());
    let length = body.len().to_string();
    let authorization = format!("Bearer {TOKEN}");
    let expected = [
        ("accept", "application/json"),
        ("authorization", &authorization),
        ("content-length", &length),
        ("content-type", "application/json"),
        ("host", &server.host()),
        ("user-agent", "instacart-fulfillment/0.1.0"),
    ];
    assert_eq!(request.headers(), owned(&expected));
}

/// Checks that exactly one request came, with this line, no body, and the client's token.
pub(crate) fn assert_sent_empty(server: &Server, line: &str) {
    let request = only(server);
    assert_eq!(request.line(), line);
    assert_eq!(request.text(), "");
    let (host, authorization) = (server.host(), format!("Bearer {TOKEN}"));
    let mut expected = vec![
        ("accept", "application/json"),
        ("authorization", &authorization),
        ("host", &host),
        ("user-agent", "instacart-fulfillment/0.1.0"),
    ];
    if line.starts_with("POST ") {
        // RFC 9110, 8.6: a POST without content says so.
        expected.insert(2, ("content-length", "0"));
    }
    assert_eq!(request.headers(), owned(&expected));
}

/// The one request that came.
pub(crate) fn only(server: &Server) -> Request {
    let mut requests = server.requests();
    assert_eq!(requests.len(), 1, "one request, not {requests:#?}");
    requests.remove(0)
}

/// Headers as [`Request::headers`] has them.
pub(crate) fn owned(headers: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    headers.iter().map(owned).collect()
}
