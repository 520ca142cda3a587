//! The same call in cURL.

mod body;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::ir::{
    Api, CredentialKind, KeyPlace, Operation, Param, ParamPlace, ParamStyle, PathPart,
};

/// The lines of the command, in a fence.
pub(super) fn lines(api: &Api, operation: &Operation) -> Vec<String> {
    let mut words =
        vec![format!("curl --request {} {}", operation.verb, url(api, operation))];
    words.extend(parameters(operation));
    words.extend(credentials(api, operation));
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        words.extend(body::words(api, operation, body));
    }
    let mut lines = vec!["```sh".to_owned()];
    let last = words.len() - 1;
    for (index, word) in words.into_iter().enumerate() {
        let indent = if index == 0 { "" } else { "  " };
        let more = if index == last { "" } else { " \\" };
        lines.push(format!("{indent}{word}{more}"));
    }
    lines.push("```".to_owned());
    lines
}

/// The URL with the example of each parameter, else under its own name, as a shell variable would be filled in.
fn url(api: &Api, operation: &Operation) -> String {
    let own = operation.server.as_ref().filter(|url| url.contains("://"));
    let clients = || api.servers.first().map(|server| server.url.clone());
    let mut url = own.cloned().or_else(clients).unwrap_or_default();
    for part in &operation.path {
        match part {
            PathPart::Literal(text) => url.push_str(text),
            PathPart::Segment(index) => {
                let param = &operation.params[*index];
                url.push_str(
                    &shown(param)
                        .map_or_else(|| param.wire.clone(), |text| encoded(&text)),
                );
            }
        }
    }
    let base = if api.servers.is_empty() { "\"$BASE_URL\"" } else { "" };
    format!("{base}{}", quoted(&url))
}

/// What a call must have beside its path; each value is the parameter's example, else its own name.
fn parameters(operation: &Operation) -> impl Iterator<Item = String> {
    let required = operation.params.iter().filter(|param| param.required);
    required.filter_map(|param| {
        let wire = &param.wire;
        let text = shown(param).unwrap_or_else(|| wire.clone());
        match &param.place {
            ParamPlace::Path | ParamPlace::Part(_) => None,
            ParamPlace::Query => {
                Some(format!("--url-query {}", quoted(&format!("{wire}={text}"))))
            }
            ParamPlace::Querystring => Some(format!("--url-query {}", quoted(wire))),
            ParamPlace::Header => {
                Some(format!("--header {}", quoted(&format!("{wire}: {text}"))))
            }
            ParamPlace::Cookie => {
                // `style: cookie` encodes nothing.
                let text = shown(param)
                    .filter(|_| param.style == ParamStyle::Form)
                    .map_or(text, |text| encoded(&text));
                Some(format!("--cookie {}", quoted(&format!("{wire}={text}"))))
            }
        }
    })
}

/// The example of a parameter, where its style writes it as it is.
fn shown(param: &Param) -> Option<String> {
    let plain = matches!(
        param.style,
        ParamStyle::Simple | ParamStyle::Form | ParamStyle::Cookie
    );
    let sample = param.sample.as_ref().filter(|_| plain)?;
    match serde_json::from_str(sample).ok()? {
        Value::String(text) => Some(text),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// Text as it stands in a URL (RFC 3986, 2.3).
fn encoded(text: &str) -> String {
    const RESERVED: &AsciiSet =
        &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
    utf8_percent_encode(text, RESERVED).to_string()
}

/// The credentials of the first alternative.
fn credentials(api: &Api, operation: &Operation) -> impl Iterator<Item = String> {
    let schemes = operation.security.first().into_iter().flatten();
    let credentials = schemes.filter_map(|scheme| {
        api.credentials.iter().find(|credential| credential.scheme == *scheme)
    });
    credentials.map(|credential| match &credential.kind {
        CredentialKind::Bearer { .. } => {
            "--header \"Authorization: Bearer $TOKEN\"".to_owned()
        }
        CredentialKind::Certificate => "--cert client.pem".to_owned(),
        CredentialKind::Basic => "--user \"$USER:$PASSWORD\"".to_owned(),
        CredentialKind::ApiKey { place, name } => {
            let (flag, between) = match place {
                KeyPlace::Cookie => ("--cookie", "="),
                KeyPlace::Query => ("--url-query", "="),
                KeyPlace::Header => ("--header", ": "),
            };
            format!("{flag} {}", with_key(&format!("{name}{between}")))
        }
    })
}

/// A word that ends with the key; in double quotes only what a shell leaves as it is.
fn with_key(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_.=: ".contains(c);
    if text.chars().all(plain) {
        format!("\"{text}$KEY\"")
    } else {
        format!("{}\"$KEY\"", quoted(text))
    }
}

/// A word in single quotes.
fn quoted(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("'{}'", text.replace('\'', "'\\''"))
}
