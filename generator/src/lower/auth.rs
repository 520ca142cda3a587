//! Security schemes to credentials, and the operation that mints their tokens.

use std::collections::BTreeSet;

use super::{Lowering, docs};
use crate::config::AuthConfig;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Place, SecurityScheme, SecuritySchemeKind};
use crate::ir::{
    Answer, Content, Credential, CredentialKind, Field, Group, KeyPlace, Operation,
    Presence, Shape, Struct, TokenArgument, TokenOperation, Type, TypeDef, TypeId,
};
use crate::name::{Scope, Value, ValueName, Words};

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
    let mut names = Scope::<Value>::with(&[
        "api_key_cookie",
        "api_key_header",
        "api_key_query",
        "attempt_timeout",
        "base_url",
        "basic_credentials",
        "bearer_source",
        "body_limit",
        "build",
        "client_credentials",
        "configure",
        "connect_timeout",
        "dangerously_allow_http",
        "error_body_limit",
        "fixed",
        "middleware",
        "new",
        "server",
        "timeout",
        "user_agent",
    ]);
    let document = lowering.document;
    let mut credentials = Vec::new();
    for (name, scheme) in document
        .components
        .security_schemes
        .iter()
        .filter(|(name, _)| used.contains(&***name))
    {
        let Some(kind) = kind(lowering, name, scheme, types, groups) else { continue };
        credentials.push(Credential {
            scheme: name.to_string(),
            setter: names.give(&Words::of(name)),
            docs: docs::prose(None, scheme.description.as_ref()),
            kind,
        });
    }
    credentials
}

fn kind(
    lowering: &mut Lowering<'_>,
    name: &str,
    scheme: &SecurityScheme,
    types: &[TypeDef],
    groups: &[Group],
) -> Option<CredentialKind> {
    let binding = lowering
        .config
        .auth
        .iter()
        .find(|(key, _)| key.get_ref() == name)
        .map(|(_, entry)| entry);
    match &scheme.kind {
        SecuritySchemeKind::Http { scheme, .. }
            if scheme.text.eq_ignore_ascii_case("bearer") =>
        {
            let token = binding
                .and_then(|entry| token_operation(lowering, entry, types, groups));
            Some(CredentialKind::Bearer { token })
        }
        SecuritySchemeKind::Http { scheme, .. }
            if scheme.text.eq_ignore_ascii_case("basic") =>
        {
            Some(CredentialKind::Basic)
        }
        SecuritySchemeKind::OAuth2 { .. } | SecuritySchemeKind::OpenIdConnect { .. } => {
            let token = binding
                .and_then(|entry| token_operation(lowering, entry, types, groups));
            Some(CredentialKind::Bearer { token })
        }
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
        SecuritySchemeKind::Http { .. } | SecuritySchemeKind::MutualTls => {
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

/// Whether a client can have a credential of this sort.
pub(super) fn is_supported(scheme: &SecurityScheme) -> bool {
    match &scheme.kind {
        SecuritySchemeKind::Http { scheme, .. } => ["bearer", "basic"]
            .iter()
            .any(|known| scheme.text.eq_ignore_ascii_case(known)),
        SecuritySchemeKind::MutualTls => false,
        SecuritySchemeKind::ApiKey { .. }
        | SecuritySchemeKind::OAuth2 { .. }
        | SecuritySchemeKind::OpenIdConnect { .. } => true,
    }
}

/// The configured token operation, when its body and answer are those of RFC 6749, 4.4.
fn token_operation(
    lowering: &mut Lowering<'_>,
    entry: &AuthConfig,
    types: &[TypeDef],
    groups: &[Group],
) -> Option<TokenOperation> {
    let id = entry.token_operation.get_ref();
    let (group, operation) = groups.iter().find_map(|group| {
        let operation = group.operations.iter().find(|operation| operation.id == *id)?;
        Some((group, operation))
    })?;
    match bound(group, operation, types) {
        Ok(token) => Some(token),
        Err(message) => {
            let place = lowering.config.place(&entry.token_operation);
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
        let must =
            matches!(field.presence, Presence::Required | Presence::RequiredNullable);
        match (argument(field, types), must) {
            (Some(argument), true) => required.push(argument),
            (Some(argument), false) => optional.push((field.name.clone(), argument)),
            (None, true) => {
                return Err(format!(
                    "requires `{}`, which is no part of the grant",
                    field.wire
                ));
            }
            (None, false) => {}
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
    match (field.wire.as_str(), &field.ty) {
        ("client_id", Type::Text(_)) => Some(TokenArgument::ClientId),
        ("client_secret", Type::Text(_)) => Some(TokenArgument::ClientSecret),
        ("scope", Type::Text(_)) => Some(TokenArgument::Scope),
        ("grant_type", Type::Text(_)) => Some(TokenArgument::GrantText),
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
