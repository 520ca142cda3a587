//! The same call in cURL.

use super::sample;
use crate::ir::{Api, BodyKind, CredentialKind, KeyPlace, Operation, PathPart};

/// The lines of the command, in a fence.
pub(super) fn lines(api: &Api, operation: &Operation) -> Vec<String> {
    let mut words = vec![format!(
        "curl --request {} {}",
        operation.verb,
        quoted(&url(api, operation))
    )];
    words.extend(credential(api, operation));
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        words.push(match &body.kind {
            BodyKind::Json(ty) => match sample::required(api, ty) {
                Some(json) => format!("--json {}", quoted(&json)),
                None => "--json @body.json".to_owned(),
            },
            BodyKind::Text | BodyKind::Bytes => {
                format!(
                    "--header {} --data-binary @body",
                    quoted(&format!("Content-Type: {}", body.media_type))
                )
            }
        });
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

/// The URL with each parameter under its own name, as a shell variable would be filled in.
fn url(api: &Api, operation: &Operation) -> String {
    let mut url =
        api.servers.first().map_or("$BASE_URL", |server| &server.url).to_owned();
    for part in &operation.path {
        match part {
            PathPart::Literal(text) => url.push_str(text),
            PathPart::Segment(index) => url.push_str(&operation.params[*index].wire),
        }
    }
    url
}

fn credential(api: &Api, operation: &Operation) -> Option<String> {
    let scheme = operation.security.first()?.first()?;
    let credential =
        api.credentials.iter().find(|credential| credential.scheme == *scheme)?;
    Some(match &credential.kind {
        CredentialKind::Bearer { .. } => {
            "--header \"Authorization: Bearer $TOKEN\"".to_owned()
        }
        CredentialKind::Basic => "--user \"$USER:$PASSWORD\"".to_owned(),
        CredentialKind::ApiKey {
            place: KeyPlace::Cookie,
            name,
        } => format!("--cookie \"{name}=$KEY\""),
        CredentialKind::ApiKey {
            place: KeyPlace::Query,
            name,
        } => format!("--url-query \"{name}=$KEY\""),
        CredentialKind::ApiKey {
            place: KeyPlace::Header,
            name,
        } => format!("--header \"{name}: $KEY\""),
    })
}

/// A word in single quotes.
fn quoted(text: &str) -> String {
    let text: String =
        text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("'{}'", text.replace('\'', "'\\''"))
}
