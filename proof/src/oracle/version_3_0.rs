//! What `openapiv3` says of a document of OpenAPI 3.0.

use openapiv3::{
    CookieStyle, HeaderStyle, OpenAPI, Operation, Parameter, ParameterSchemaOrContent,
    PathItem, PathStyle, QueryStyle, ReferenceOr, RequestBody, Response, Schema,
    SchemaKind, Type,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::facts::{self, Facts};
use crate::resolve::resolved;

/// The facts, or why the reader does not take the document.
pub(super) fn facts(root: &Value) -> Result<Facts, String> {
    let document: OpenAPI = serde_json::from_value(root.clone())
        .map_err(|error| format!("openapiv3 refuses it: {error}"))?;
    let mut facts = Facts::default();
    for (path, item) in &document.paths.paths {
        let Some(item) = given(root, item.clone()) else {
            return Err(format!("a path item is in another file: {path}"));
        };
        for (verb, operation) in item.iter() {
            let called = format!("{} {path}", verb.to_uppercase());
            facts.tell(called.clone(), "is there".to_owned());
            self::operation(root, &item, operation, &called, &mut facts);
            let security = operation.security.as_ref().or(document.security.as_ref());
            let alternatives = security.into_iter().flatten();
            facts.security(
                &called,
                alternatives.map(|schemes| schemes.clone().into_iter().collect()),
            );
        }
    }
    let components = document.components.unwrap_or_default();
    for (name, schema) in &components.schemas {
        self::schema(name, schema, &mut facts);
    }
    Ok(facts)
}

/// What is given in place or by a reference.
fn given<T: DeserializeOwned>(root: &Value, item: ReferenceOr<T>) -> Option<T> {
    match item {
        ReferenceOr::Item(item) => Some(item),
        ReferenceOr::Reference { reference } => resolved(root, &reference),
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
        if let Some(parameter) = given(root, parameter.clone()) {
            facts.parameter(called, &self::parameter(&parameter));
        }
    }
    let body = operation.request_body.clone();
    if let Some(body) = body.and_then(|body| given::<RequestBody>(root, body)) {
        facts.body(called, body.required, body.content.keys().map(String::as_str));
    }
    let listed = operation.responses.responses.iter();
    let listed = listed.map(|(status, response)| (status.to_string(), response));
    let default = operation.responses.default.iter();
    let default = default.map(|response| ("default".to_owned(), response));
    for (status, response) in listed.chain(default) {
        if let Some(response) = given::<Response>(root, response.clone()) {
            let media_types = response.content.keys().map(String::as_str);
            facts.response(called, &status, media_types);
        }
    }
}

fn parameter(parameter: &Parameter) -> facts::Parameter {
    let (place, style) = match parameter {
        Parameter::Query { style, .. } => match style {
            QueryStyle::Form => ("query", "form"),
            QueryStyle::SpaceDelimited => ("query", "spaceDelimited"),
            QueryStyle::PipeDelimited => ("query", "pipeDelimited"),
            QueryStyle::DeepObject => ("query", "deepObject"),
        },
        Parameter::Header {
            style: HeaderStyle::Simple, ..
        } => ("header", "simple"),
        Parameter::Cookie {
            style: CookieStyle::Form, ..
        } => ("cookie", "form"),
        Parameter::Path { style, .. } => match style {
            PathStyle::Matrix => ("path", "matrix"),
            PathStyle::Label => ("path", "label"),
            PathStyle::Simple => ("path", "simple"),
        },
    };
    let data = parameter.parameter_data_ref();
    // "When `style` is `form`, the default value is `true`" (OpenAPI 3.0.4, "Parameter Object").
    let explode = data.explode.unwrap_or(style == "form");
    facts::Parameter {
        name: data.name.clone(),
        place,
        required: data.required,
        written: match data.format {
            ParameterSchemaOrContent::Schema(_) => Some((style, explode)),
            ParameterSchemaOrContent::Content(_) => None,
        },
    }
}

fn schema(name: &str, schema: &ReferenceOr<Schema>, facts: &mut Facts) {
    let (properties, required) = match schema {
        // What stands beside `$ref` is ignored (OpenAPI 3.0.4, "Reference Object").
        ReferenceOr::Reference { .. } => (None, None),
        ReferenceOr::Item(schema) => match &schema.schema_kind {
            SchemaKind::Type(Type::Object(object)) => {
                (Some(&object.properties), Some(&object.required))
            }
            SchemaKind::Any(any) => (Some(&any.properties), Some(&any.required)),
            _ => (None, None),
        },
    };
    facts.schema(
        name,
        properties.into_iter().flat_map(|all| all.keys().map(String::as_str)),
        required.into_iter().flatten().map(String::as_str),
    );
}
