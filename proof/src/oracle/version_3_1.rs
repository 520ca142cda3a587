//! What `oas3` says of a document of OpenAPI 3.1.

use oas3::Spec;
use oas3::spec::{
    ObjectOrReference, Operation, Parameter, ParameterIn, ParameterStyle, PathItem,
    RequestBody, Response, Schema,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::facts::{self, Facts};
use crate::resolve::resolved;

/// The facts, or why the reader does not take the document.
pub(super) fn facts(root: &Value) -> Result<Facts, String> {
    let document: Spec = serde_json::from_value(root.clone())
        .map_err(|error| format!("oas3 refuses it: {error}"))?;
    let mut facts = Facts::default();
    let paths = document.paths.iter().flatten();
    // Ours gives a path the slash that it must begin with, and says so.
    let paths =
        paths.map(|(path, item)| (format!("/{}", path.trim_start_matches('/')), item));
    let webhooks = document.webhooks.iter();
    let webhooks = webhooks.map(|(name, item)| (format!("webhook {name}"), item));
    for (path, item) in paths.chain(webhooks) {
        let resolved = match &item.reference {
            Some(reference) => resolved(root, reference),
            None => Some(item.clone()),
        };
        let Some(item) = resolved else {
            return Err(format!("a path item is in another file: {path}"));
        };
        for (verb, operation) in item.methods() {
            let called = format!("{verb} {path}");
            facts.tell(called.clone(), "is there".to_owned());
            self::operation(root, &item, operation, &called, &mut facts);
            security(&document, operation, &called, &mut facts);
        }
    }
    let components = document.components.unwrap_or_default();
    for (name, schema) in &components.schemas {
        self::schema(name, schema, &mut facts);
    }
    Ok(facts)
}

/// What is given in place or by a reference.
fn given<T: DeserializeOwned + Clone>(
    root: &Value,
    item: &ObjectOrReference<T>,
) -> Option<T> {
    match item {
        ObjectOrReference::Object(item) => Some(item.clone()),
        ObjectOrReference::Ref { ref_path, .. } => resolved(root, ref_path),
    }
}

fn operation(
    root: &Value,
    item: &PathItem,
    operation: &Operation,
    called: &str,
    facts: &mut Facts,
) {
    for parameter in item.parameters.iter().chain(&operation.parameters) {
        if let Some(parameter) = given(root, parameter) {
            facts.parameter(called, &self::parameter(&parameter));
        }
    }
    let body = operation.request_body.as_ref();
    if let Some(body) = body.and_then(|body| given::<RequestBody>(root, body)) {
        let media_types = body.content.keys().map(String::as_str);
        facts.body(called, body.required.unwrap_or_default(), media_types);
    }
    for (status, response) in operation.responses.iter().flatten() {
        if status.starts_with("x-") {
            continue;
        }
        if let Some(response) = given::<Response>(root, response) {
            let media_types = response.content.keys().map(String::as_str);
            facts.response(called, status, media_types);
        }
    }
}

/// The reader does not know an empty list, which asks for nothing, from an absent one, which asks for what the root does.
fn security(document: &Spec, operation: &Operation, called: &str, facts: &mut Facts) {
    if operation.security.is_empty() && !document.security.is_empty() {
        facts.cannot_tell(format!("{called} security"));
        return;
    }
    let alternatives = operation.security.iter();
    facts.security(
        called,
        alternatives.map(|schemes| {
            let schemes = schemes.0.iter();
            schemes.map(|(name, scopes)| (name.clone(), scopes.clone())).collect()
        }),
    );
}

fn parameter(parameter: &Parameter) -> facts::Parameter {
    // The defaults of OpenAPI 3.1.1, "Parameter Object".
    let (place, default) = match parameter.location {
        ParameterIn::Path => ("path", "simple"),
        ParameterIn::Query => ("query", "form"),
        ParameterIn::Header => ("header", "simple"),
        ParameterIn::Cookie => ("cookie", "form"),
    };
    let style = parameter.style.map_or(default, |style| match style {
        ParameterStyle::Matrix => "matrix",
        ParameterStyle::Label => "label",
        ParameterStyle::Form => "form",
        ParameterStyle::Simple => "simple",
        ParameterStyle::SpaceDelimited => "spaceDelimited",
        ParameterStyle::PipeDelimited => "pipeDelimited",
        ParameterStyle::DeepObject => "deepObject",
    });
    facts::Parameter {
        name: parameter.name.clone(),
        place,
        required: parameter.required.unwrap_or_default(),
        written: parameter
            .content
            .is_none()
            .then(|| (style, parameter.explode.unwrap_or(style == "form"))),
    }
}

fn schema(name: &str, schema: &Schema, facts: &mut Facts) {
    let none = || [].into_iter();
    match schema {
        Schema::Boolean(_) => facts.schema(name, none(), none()),
        Schema::Object(object) => match &**object {
            // The reader drops what stands beside `$ref`.
            ObjectOrReference::Ref { .. } => facts.schema_cannot_be_told(name),
            ObjectOrReference::Object(object) => facts.schema(
                name,
                object.properties.keys().map(String::as_str),
                object.required.iter().map(String::as_str),
            ),
        },
    }
}
