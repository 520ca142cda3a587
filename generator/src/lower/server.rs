//! The servers of the document.

use super::{Lowering, docs};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{self, Operation, PathItem};
use crate::ir::{Server, ServerVariable};
use crate::name::{Scope, Value, Variant, Words};

/// The longest description that still serves as a name, in words.
const LONGEST_NAME: usize = 3;

/// Each server with a variant of its own; one with a relative URL is left to the user, and warned about.
pub(super) fn servers(lowering: &mut Lowering<'_>) -> Vec<Server> {
    let mut names = Scope::<Variant>::default();
    let mut servers = Vec::new();
    for source in &lowering.document.servers {
        let url = source.url.text.trim().trim_end_matches('/');
        if !(url.starts_with("https://") || url.starts_with("http://")) {
            let why = if url.contains("://") {
                "is not reached by HTTP"
            } else {
                "is relative to wherever the document is"
            };
            let message = format!("the server `{}` {why}", source.url.text);
            let diagnostic =
                Diagnostic::warning(Code::UnsupportedServer, source.url.span, message);
            lowering
                .diagnostics
                .push(diagnostic.help("give the client its base URL at run time"));
            continue;
        }
        servers.push(Server {
            name: names.give(&name(source)),
            url: url.to_owned(),
            docs: docs::prose(source.name.as_ref(), source.description.as_ref()),
            variables: variables(source, url),
        });
    }
    servers
}

/// Says that an operation is sent to the client's server where its own or its path's `servers` name another.
pub(super) fn warn_of_own(
    lowering: &mut Lowering<'_>,
    item: &PathItem,
    operation: &Operation,
) {
    let own = operation.servers.first().or(item.servers.first());
    let Some(own) = own.filter(|own| {
        let known = &lowering.document.servers;
        !known.iter().any(|server| server.url.text == own.url.text)
    }) else {
        return;
    };
    let message = format!(
        "the server `{}` is not the client's: the call goes to the client's",
        own.url.text
    );
    let help = "give a client of its own to calls that go elsewhere";
    lowering.diagnostics.push(
        Diagnostic::warning(Code::UnsupportedServer, own.url.span, message).help(help),
    );
}

/// The words of its name, of its description where that is short, or of its host.
fn name(source: &document::Server) -> Words {
    let described = source.name.as_ref().or(source.description.as_ref());
    let words = described
        .map(|text| Words::of(text.text.trim()))
        .unwrap_or_default()
        .without_end("server");
    if !words.is_empty() && words.as_slice().len() <= LONGEST_NAME {
        return words;
    }
    let host = source.url.text.split("://").nth(1).unwrap_or_default();
    Words::of(host.split('/').next().unwrap_or_default())
}

fn variables(source: &document::Server, url: &str) -> Vec<ServerVariable> {
    // What the URL is called while it is put together.
    let mut names = Scope::<Value>::with(&["url"]);
    let used = source
        .variables
        .iter()
        .filter(|named| url.contains(&format!("{{{}}}", named.name.text)));
    used.map(|named| ServerVariable {
        wire: named.name.text.to_string(),
        name: names.give(&Words::of(&named.name.text)),
        default: named.value.default.text.to_string(),
    })
    .collect()
}
