//! The documentation of the module: how a test uses the mock, and what there is to mock.

use quote::quote;

use crate::emit::ident::{ident, linked};
use crate::emit::{docs, example, format, library, runtime};
use crate::ir::{Api, CredentialKind, Group, Operation};

/// The lines of the documentation.
pub(super) fn lines(api: &Api) -> Vec<String> {
    let mut lines =
        vec!["The API as a server for tests, on a loopback socket.".to_owned()];
    docs::push_paragraph(
        &mut lines,
        INTRODUCTION.iter().map(|line| (*line).to_owned()).collect(),
    );
    if runtime::has_token_endpoint(api) {
        docs::push_paragraph(
            &mut lines,
            TOKENS.iter().map(|line| (*line).to_owned()).collect(),
        );
    }
    if let Some((group, operation)) = typical(api) {
        docs::push_paragraph(&mut lines, usage(api, group, operation));
        docs::push_paragraph(&mut lines, table(api));
    }
    lines
}

const INTRODUCTION: &[&str] = &[
    "Every operation answers with a sample out of the document until [`MockServer::on`] sets a",
    "handler for it. Requests are checked against the document; what did not fit is in",
    "[`MockServer::problems`]. [`MockServer::fail`] makes the next requests go wrong.",
];

const TOKENS: &[&str] = &[
    "Tokens are had at [`MockServer::token_url`], which client credentials are given by",
    "[`token_url`](crate::ClientCredentials::token_url); [`TokenEndpoint`] is that endpoint's",
    "name for handlers, faults and counts.",
];

/// The first operation that asks for credentials, as those do that one tests against, else the first.
fn typical(api: &Api) -> Option<(&Group, &Operation)> {
    let mut all = api.groups.iter().flat_map(|group| {
        group.operations.iter().map(move |operation| (group, operation))
    });
    let first = all.clone().next();
    all.find(|(_, operation)| !operation.security.is_empty()).or(first)
}

fn usage(api: &Api, group: &Group, operation: &Operation) -> Vec<String> {
    let library = library::library_name(api);
    let name = ident(&operation.name);
    let call = example::call(api, group, operation);
    let credentials = api.credentials.iter().map(|credential| {
        let setter = ident(&credential.setter);
        match credential.kind {
            CredentialKind::Bearer { .. } => quote!(.#setter("token")),
            CredentialKind::Certificate => quote!(.#setter("")),
            CredentialKind::Basic => quote!(.#setter("user", "password")),
            CredentialKind::ApiKey { .. } => quote!(.#setter("key")),
        }
    });
    let statements = quote! {
        let mock = MockServer::start().await?;
        let client = Client::builder().base_url(mock.url()) #(#credentials)* .build()?;
        mock.fail::<#name>(Fault::delay(std::time::Duration::from_millis(50)));
        #call
        let calls = mock.calls::<#name>();
        assert_eq!(calls, 1);
        assert!(mock.problems().is_empty());
    };
    let models = call.to_string().contains("models ::");
    let client = if models { "{Client, models}" } else { "Client" };
    let mut lines = example::begun(api);
    lines.extend([
        format!("use {library}::{client};"),
        format!("use {library}::mock::{{Fault, MockServer}};"),
        format!("use {library}::operations::{}::{name};", ident(&group.module)),
        String::new(),
        "# async fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
    ]);
    lines.extend(format::statements(&statements));
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// A row for each operation.
fn table(api: &Api) -> Vec<String> {
    let mut lines = vec![
        "| operation | request | what a handler gets |".to_owned(),
        "|---|---|---|".to_owned(),
    ];
    for group in &api.groups {
        for operation in &group.operations {
            let (name, module) = (&operation.name, linked(&group.module));
            let call = format!("{} {}", operation.verb, operation.route);
            let call = docs::code(&call).replace('|', "\\|");
            lines.push(format!(
                "| [`{name}`](crate::operations::{module}::{name}) | {call} | [`{name}Call`] |"
            ));
        }
    }
    lines
}
