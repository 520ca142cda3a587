//! Security schemes to credentials.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::token::{configured, discovered, token_endpoint, without_tokens};
use super::{Lowering, docs};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Place, SecurityScheme, SecuritySchemeKind};
use crate::ir::{Credential, CredentialKind, Group, KeyPlace, Minter, Minting, TypeDef};
use crate::name::{Scope, Value, Words};

/// A credential for each scheme that an operation asks for.
pub(super) fn credentials(
    lowering: &mut Lowering<'_>,
    types: &[TypeDef],
    groups: &[Group],
) -> Vec<Credential> {
    let operations = groups.iter().flat_map(|group| &group.operations);
    let used: BTreeSet<&str> = operations
        .flat_map(|operation| operation.security.iter().flatten())
        .map(String::as_str)
        .collect();
    // The builder's own setters.
    let setters = Scope::<Value>::with(&[
        "api_key_cookie",
        "api_key_header",
        "api_key_query",
        "attempt_timeout",
        "base_url",
        "basic_credentials",
        "bearer_source",
        "body_limit",
        "build",
        "client_certificate",
        "configure",
        "connect_timeout",
        "dangerously_allow_http",
        "error_body_limit",
        "fixed",
        "idle_timeout",
        "item_limit",
        "middleware",
        "new",
        "server",
        "timeout",
        "user_agent",
    ]);
    // The first that mints tokens does so by a short name.
    let mut names = Names { setters, minted: false };
    let document = lowering.document;
    let mut found = Vec::new();
    for (name, scheme) in document
        .components
        .security_schemes
        .iter()
        .filter(|(name, _)| used.contains(&***name))
    {
        let Some(kind) = kind(lowering, name, scheme, types, groups, &mut names) else {
            continue;
        };
        found.push((&**name, scheme, kind));
    }
    let credential =
        |(name, scheme, kind): (&str, &Arc<SecurityScheme>, _)| Credential {
            scheme: name.to_string(),
            setter: names.setters.give(&Words::of(name)),
            docs: docs::prose(None, scheme.description.as_ref()),
            kind,
        };
    found.into_iter().map(credential).collect()
}

/// The names of the builder's setters.
struct Names {
    setters: Scope<Value>,
    /// Whether one of them takes client credentials.
    minted: bool,
}

fn kind(
    lowering: &mut Lowering<'_>,
    name: &str,
    scheme: &SecurityScheme,
    types: &[TypeDef],
    groups: &[Group],
    names: &mut Names,
) -> Option<CredentialKind> {
    let binding = lowering
        .config
        .auth
        .iter()
        .find(|(key, _)| key.get_ref() == name)
        .map(|(_, entry)| entry);
    if let Some(entry) = binding.filter(|_| !has_tokens(scheme)) {
        without_tokens(lowering, entry);
    }
    match &scheme.kind {
        SecuritySchemeKind::Http { scheme, .. }
            if scheme.text.eq_ignore_ascii_case("bearer") =>
        {
            let minter =
                binding.and_then(|entry| configured(lowering, entry, types, groups));
            Some(bearer(name, minter, names))
        }
        SecuritySchemeKind::Http { scheme, .. }
            if scheme.text.eq_ignore_ascii_case("basic") =>
        {
            Some(CredentialKind::Basic)
        }
        SecuritySchemeKind::OAuth2 { flows, .. } => {
            let minter = match binding {
                Some(entry) => configured(lowering, entry, types, groups),
                None => token_endpoint(lowering, flows),
            };
            Some(bearer(name, minter, names))
        }
        SecuritySchemeKind::OpenIdConnect { url } => {
            let minter = match binding {
                Some(entry) => configured(lowering, entry, types, groups),
                None => discovered(lowering, url),
            };
            Some(bearer(name, minter, names))
        }
        SecuritySchemeKind::MutualTls => Some(CredentialKind::Certificate),
        SecuritySchemeKind::ApiKey { name, place } => {
            let place = match place {
                Place::Query | Place::Querystring => KeyPlace::Query,
                Place::Cookie => KeyPlace::Cookie,
                Place::Header | Place::Path => KeyPlace::Header,
            };
            Some(CredentialKind::ApiKey {
                place,
                name: name.text.to_string(),
            })
        }
        SecuritySchemeKind::Http { .. } => {
            let message = format!(
                "the security scheme `{name}` is of a kind that is not supported"
            );
            let help = "use bearer, basic, apiKey or oauth2, or drop it from `security`";
            let diagnostic =
                Diagnostic::error(Code::UnsupportedSecurity, scheme.span, message);
            lowering.diagnostics.push(diagnostic.help(help));
            None
        }
    }
}

/// Whether a scheme is that of bearer tokens.
fn has_tokens(scheme: &SecurityScheme) -> bool {
    match &scheme.kind {
        SecuritySchemeKind::Http { scheme, .. } => {
            scheme.text.eq_ignore_ascii_case("bearer")
        }
        SecuritySchemeKind::OAuth2 { .. } | SecuritySchemeKind::OpenIdConnect { .. } => {
            true
        }
        SecuritySchemeKind::MutualTls | SecuritySchemeKind::ApiKey { .. } => false,
    }
}

fn bearer(name: &str, minter: Option<Minter>, names: &mut Names) -> CredentialKind {
    let minting = minter.map(|by| {
        let short = Words::of("client credentials");
        let words = if names.minted { Words::of(name).join(&short) } else { short };
        names.minted = true;
        Minting {
            setter: names.setters.give(&words),
            by,
        }
    });
    CredentialKind::Bearer { minting }
}

/// Whether a client can have a credential of this sort.
pub(super) fn is_supported(scheme: &SecurityScheme) -> bool {
    match &scheme.kind {
        SecuritySchemeKind::Http { scheme, .. } => ["bearer", "basic"]
            .iter()
            .any(|known| scheme.text.eq_ignore_ascii_case(known)),
        SecuritySchemeKind::MutualTls
        | SecuritySchemeKind::ApiKey { .. }
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect { .. } => true,
    }
}
