//! Who mints the tokens of a scheme: an operation of the document, or a token endpoint.

use toml::Spanned;

use super::Lowering;
use crate::config::AuthConfig;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Flow, FlowKind, Text};
use crate::ir::{
    Access, Answer, Content, Field, Format, Group, Minter, Operation, Shape, Struct,
    TokenArgument, TokenOperation, Type, TypeDef, TypeId,
};
use crate::name::ValueName;

/// The token endpoint of the flow for client credentials (OpenAPI 3.2.0, "OAuth Flow Object"), where a client may use it.
pub(super) fn token_endpoint(
    lowering: &mut Lowering<'_>,
    flows: &[Flow],
) -> Option<Minter> {
    let mut flows = flows.iter();
    let flow = flows.find(|flow| flow.kind == FlowKind::ClientCredentials)?;
    let url = flow.token_url.as_ref()?;
    over_tls(lowering, url).map(Minter::Endpoint)
}

/// The token endpoint that an identity provider names in its metadata, where a client may read them.
pub(super) fn discovered(lowering: &mut Lowering<'_>, url: &Text) -> Option<Minter> {
    over_tls(lowering, url).map(Minter::Discovered)
}

/// A URL that credentials may be sent to, or to where it leads: `https`, or relative to the server.
fn over_tls(lowering: &mut Lowering<'_>, url: &Text) -> Option<String> {
    if url.text.contains("://") && !url.text.starts_with("https://") {
        let message =
            format!("`{}` is not `https`: callers bring tokens of their own", url.text);
        lowering.warn(
            Code::UnsupportedSecurity,
            url.span,
            message,
            "credentials are sent over TLS alone (RFC 6749, 3.2)",
        );
        return None;
    }
    Some(url.text.trim().to_owned())
}

/// What the configuration says that mints a scheme's tokens: an operation of the document, or a token endpoint.
pub(super) fn configured(
    lowering: &mut Lowering<'_>,
    entry: &AuthConfig,
    types: &[TypeDef],
    groups: &[Group],
) -> Option<Minter> {
    match (&entry.token_operation, &entry.token_url) {
        (Some(id), None) => token_operation(lowering, id, types, groups),
        (None, Some(url)) if is_endpoint(url.get_ref()) => {
            Some(Minter::Endpoint(url.get_ref().clone()))
        }
        (None, Some(url)) => {
            let message = format!("`{}` is no token endpoint", url.get_ref());
            let help = "write an `https` URL with a host, and without a user, spaces or a fragment (RFC 6749, 3.2)";
            lowering.misconfigured(Code::ConfigAuth, url, message, help);
            None
        }
        _ => {
            let message =
                "a binding has either `token_operation` or `token_url`".to_owned();
            let help = "say who mints the tokens: an operation of the document, or a token endpoint";
            lowering.misconfigured(Code::ConfigAuth, &entry.why, message, help);
            None
        }
    }
}

/// Reports a binding of a scheme that has no tokens.
pub(super) fn without_tokens(lowering: &mut Lowering<'_>, entry: &AuthConfig) {
    let message = "the scheme has no tokens that anything could mint".to_owned();
    lowering.misconfigured(Code::ConfigAuth, &entry.why, message, "drop the binding");
}

/// Whether a text is the URL of a token endpoint: absolute, over TLS, without a fragment (RFC 6749, 3.2).
fn is_endpoint(url: &str) -> bool {
    let rest = url.strip_prefix("https://").unwrap_or_default();
    let host = rest.split(['/', '?']).next().unwrap_or_default();
    !host.is_empty()
        && !host.contains('@')
        && rest.chars().all(|c| c.is_ascii_graphic() && !"#\"\\<>{}|^`".contains(c))
}

/// The configured token operation, when its body and answer are those of RFC 6749, 4.4.
fn token_operation(
    lowering: &mut Lowering<'_>,
    named: &Spanned<String>,
    types: &[TypeDef],
    groups: &[Group],
) -> Option<Minter> {
    let id = named.get_ref();
    let (group, operation) = groups.iter().find_map(|group| {
        let operation = group.operations.iter().find(|operation| operation.id == *id)?;
        Some((group, operation))
    })?;
    match bound(group, operation, types) {
        Ok(token) => Some(Minter::Operation(token)),
        Err(message) => {
            let place = lowering.config.place(named);
            let help = "a token operation takes `grant_type`, `client_id`, `client_secret` and `scope` as JSON, needs no \
                        credentials itself, and answers `access_token` and `expires_in` (RFC 6749, 4.4)";
            let diagnostic =
                Diagnostic::error(Code::ConfigAuth, place, format!("`{id}` {message}"));
            lowering
                .diagnostics
                .push(diagnostic.help(help).related(operation.origin, "this operation"));
            None
        }
    }
}

fn bound(
    group: &Group,
    operation: &Operation,
    types: &[TypeDef],
) -> Result<TokenOperation, String> {
    if !operation.security.is_empty() {
        return Err("asks for credentials itself: the document must say `security: []`"
            .to_owned());
    }
    if operation.params.iter().any(|param| param.required) {
        return Err("has required parameters".to_owned());
    }
    let Some(Type::Named(request)) =
        operation.body.as_ref().and_then(|body| body.kind.ty())
    else {
        return Err("does not take an object".to_owned());
    };
    let body = object(types, *request).ok_or("does not take an object")?;
    let Answer::One {
        content: Content::Json(Type::Named(answer)),
        ..
    } = &operation.outcome.success
    else {
        return Err("does not answer a JSON object".to_owned());
    };
    let answer = object(types, *answer).ok_or("does not answer a JSON object")?;
    let field = |name: &str| {
        answer
            .fields
            .iter()
            .find(|field| field.wire == name)
            .map(|field| field.name.clone())
    };
    let (required, optional) = arguments(body, types)?;
    Ok(TokenOperation {
        id: operation.id.clone(),
        accessor: group.accessor.clone(),
        method: operation.method.clone(),
        request: *request,
        required,
        optional,
        access_token: field("access_token")
            .ok_or("does not answer an `access_token`")?,
        expires_in: field("expires_in"),
    })
}

type Arguments = (Vec<TokenArgument>, Vec<(ValueName, TokenArgument)>);

/// What each property of the token request is given; an unknown one that is required cannot be.
fn arguments(body: &Struct, types: &[TypeDef]) -> Result<Arguments, String> {
    let (mut required, mut optional) = (Vec::new(), Vec::new());
    for field in &body.fields {
        match (argument(field, types), field.is_argument()) {
            (Some(argument), true) => required.push(argument),
            // What the server alone sends has no setter.
            (Some(argument), false) if field.access != Access::ReadOnly => {
                optional.push((field.name.clone(), argument));
            }
            (None, true) => {
                return Err(format!(
                    "requires `{}`, which is no part of the grant",
                    field.wire
                ));
            }
            (_, false) => {}
        }
    }
    let has = |wanted: &TokenArgument| {
        required.contains(wanted)
            || optional.iter().any(|(_, argument)| argument == wanted)
    };
    if has(&TokenArgument::ClientId) && has(&TokenArgument::ClientSecret) {
        return Ok((required, optional));
    }
    Err("does not take `client_id` and `client_secret`".to_owned())
}

fn argument(field: &Field, types: &[TypeDef]) -> Option<TokenArgument> {
    // A text has no conversion into one that may be `null`.
    let is_text = !field.may_be_null()
        && matches!(field.ty, Type::Text(Format::Plain | Format::Secret));
    match (field.wire.as_str(), &field.ty) {
        ("client_id", _) if is_text => Some(TokenArgument::ClientId),
        ("client_secret", _) if is_text => Some(TokenArgument::ClientSecret),
        ("scope", _) if is_text => Some(TokenArgument::Scope),
        ("grant_type", _) if is_text => Some(TokenArgument::GrantText),
        ("grant_type", Type::Named(id)) => {
            let Shape::Enumeration(list) = &types[id.0 as usize].shape else {
                return None;
            };
            let grant = list
                .variants
                .iter()
                .find(|variant| variant.wire == "client_credentials")?;
            Some(TokenArgument::GrantVariant(*id, grant.name.clone()))
        }
        _ => None,
    }
}

fn object(types: &[TypeDef], id: TypeId) -> Option<&Struct> {
    match &types[id.0 as usize].shape {
        Shape::Struct(object) => Some(object),
        _ => None,
    }
}
