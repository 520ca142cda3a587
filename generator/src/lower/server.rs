//! The servers of the document.

use std::collections::{BTreeMap, BTreeSet};

use super::{Lowering, docs};
use crate::diagnostic::Code;
use crate::document::{self, Document, Operation, PathItem};
use crate::ir::{Server, ServerVariable, UrlPiece, url_pieces};
use crate::name::{Scope, Value, Variant, Words};

/// The longest description that still serves as a name, in words.
const LONGEST_NAME: usize = 3;

/// The longest URL of a server, with the defaults of its variables, in bytes.
const LONGEST_URL: usize = 1 << 16;

/// Each server with a variant of its own; one that no client can call is left to the user, and warned about.
///
/// A document that names servers for its paths alone has those; types alone have none.
pub(super) fn servers(lowering: &mut Lowering<'_>) -> Vec<Server> {
    if lowering.config.package.types_only {
        return Vec::new();
    }
    let mut names = Scope::<Variant>::default();
    let mut servers = Vec::new();
    for source in &lowering.document.servers {
        if let Some(why) = not_callable(source) {
            let message = format!("the server `{}` {why}", source.url.text);
            lowering.warn(
                Code::UnsupportedServer,
                source.url.span,
                message,
                "give the client its base URL at run time",
            );
        }
    }
    for source in &lowering.offered.servers {
        let url = url(source);
        servers.push(Server {
            name: names.give(&name(source)),
            docs: docs::prose(source.name.as_ref(), source.description.as_ref()),
            variables: variables(source, url),
            url: url.to_owned(),
        });
    }
    servers
}

/// The servers that the client is for.
pub(super) struct Offered<'a> {
    servers: Vec<&'a document::Server>,
    /// The URLs that need no word at an operation.
    usual: BTreeSet<&'a str>,
}

/// Finds the servers that the client is for.
pub(super) fn offered(document: &Document) -> Offered<'_> {
    let callable = |server: &&document::Server| not_callable(server).is_none();
    let servers: Vec<_> = document.servers.iter().filter(callable).collect();
    let usual = document.servers.iter().map(url).collect();
    if !servers.is_empty() {
        return Offered { servers, usual };
    }
    let items =
        document.paths.iter().map(|path| &document.path_items[path.value.0 as usize]);
    let own = items.flat_map(|item| {
        item.operations.iter().filter_map(|operation| first(item, operation))
    });
    let mut seen = BTreeSet::new();
    let servers: Vec<_> =
        own.filter(callable).filter(|server| seen.insert(url(server))).collect();
    let usual = match servers.as_slice() {
        [only] => BTreeSet::from([url(only)]),
        _ => usual,
    };
    Offered { servers, usual }
}

/// The server that an operation or its path names for itself, where it is not one that the client is for anyway: what is
/// variable in it is its default.
pub(super) fn own(
    lowering: &mut Lowering<'_>,
    item: &PathItem,
    operation: &Operation,
) -> Option<String> {
    let own = first(item, operation)?;
    if lowering.offered.usual.contains(url(own)) {
        return None;
    }
    let relative = |whole: &str| !whole.contains("://");
    let callable = |whole: &String| {
        let usable = relative(whole) || not_callable(own).is_none();
        usable && ends_no_path(whole).is_none() && !whole.contains('{')
    };
    let offers = !lowering.offered.servers.is_empty();
    let Some(whole) = filled(own).filter(callable).filter(|_| offers) else {
        warn_of_own(lowering, own);
        return None;
    };
    if whole != url(own) {
        warn_of_defaults(lowering, own, &whole);
    }
    let relative = relative(&whole);
    Some(if relative && !whole.starts_with('/') { format!("/{whole}") } else { whole })
}

fn first<'a>(
    item: &'a PathItem,
    operation: &'a Operation,
) -> Option<&'a document::Server> {
    operation.servers.first().or(item.servers.first())
}

fn url(server: &document::Server) -> &str {
    server.url.text.trim().trim_end_matches('/')
}

/// The URL with the defaults of its variables, which are not looked through for others; nothing where it is longer than any.
fn filled(server: &document::Server) -> Option<String> {
    let defaults = server
        .variables
        .iter()
        .map(|known| (&*known.name.text, &*known.value.default.text));
    let defaults: BTreeMap<&str, &str> = defaults.collect();
    let mut whole = String::new();
    for piece in url_pieces(url(server)) {
        match piece {
            UrlPiece::Text(text) => whole.push_str(text),
            UrlPiece::Braced(name) => match defaults.get(name) {
                Some(default) => whole.push_str(default),
                None => whole.extend(["{", name, "}"]),
            },
        }
        if whole.len() > LONGEST_URL {
            return None;
        }
    }
    Some(whole)
}

/// Why a client cannot be made for a server as it stands.
fn not_callable(server: &document::Server) -> Option<&'static str> {
    let url = url(server);
    if let Some(why) = ends_no_path(url) {
        return Some(why);
    }
    if url.starts_with("https://") || url.starts_with("http://") {
        None
    } else if url.contains("://") {
        Some("is not reached by HTTP")
    } else {
        Some("is relative to wherever the document is")
    }
}

/// Why no path of an operation can stand behind a URL.
fn ends_no_path(url: &str) -> Option<&'static str> {
    url.contains(['?', '#'])
        .then_some("has a query or a fragment, behind which no path can stand")
}

/// Says that an operation is sent to the client's server although it names another.
fn warn_of_own(lowering: &mut Lowering<'_>, own: &document::Server) {
    let message = format!(
        "the server `{}` cannot be called as it stands: the call goes to the client's",
        own.url.text
    );
    let help = "give a client of its own to calls that go elsewhere";
    lowering.warn(Code::UnsupportedServer, own.url.span, message, help);
}

/// Says that what is variable in the server of an operation is not for callers to give.
fn warn_of_defaults(lowering: &mut Lowering<'_>, own: &document::Server, whole: &str) {
    let message = format!(
        "the variables of `{}` have their defaults, as in `{whole}`",
        own.url.text
    );
    let help = "give a client of its own to calls that need other values";
    lowering.warn(Code::UnsupportedServer, own.url.span, message, help);
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
    let braced = url_pieces(url).into_iter().filter_map(|piece| match piece {
        UrlPiece::Braced(name) => Some(name),
        UrlPiece::Text(_) => None,
    });
    let braced: BTreeSet<&str> = braced.collect();
    let used =
        source.variables.iter().filter(|named| braced.contains(&*named.name.text));
    used.map(|named| ServerVariable {
        wire: named.name.text.to_string(),
        name: names.give(&Words::of(&named.name.text)),
        default: named.value.default.text.to_string(),
    })
    .collect()
}
