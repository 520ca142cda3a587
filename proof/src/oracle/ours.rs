//! What our own `Document` says.

use clientwright::document::{
    Document, Operation, Parameter, PathItem, Place, Requirement, Status, Style,
};

use super::facts::{self, Facts};

pub(super) fn facts(document: &Document) -> Facts {
    let mut facts = Facts::default();
    for path in &document.paths {
        item(document, &path.name.text, path.value.0, &mut facts);
    }
    for webhook in &document.webhooks {
        let name = format!("webhook {}", webhook.name.text);
        item(document, &name, webhook.path_item.0, &mut facts);
    }
    for (name, id) in &document.components.schemas {
        let schema = &document.schemas[id.value];
        facts.schema(
            name,
            schema.properties.iter().map(|property| &*property.name.text),
            schema.required.iter().map(|name| &*name.text),
        );
    }
    facts
}

fn item(document: &Document, path: &str, id: u32, facts: &mut Facts) {
    let item = &document.path_items[id as usize];
    for operation in &item.operations {
        let called = format!("{} {path}", operation.verb.as_str());
        facts.tell(called.clone(), "is there".to_owned());
        self::operation(item, operation, &called, facts);
        let security = operation.security.as_ref().or(document.security.as_ref());
        let alternatives = security.map_or(&[][..], Vec::as_slice);
        facts.security(&called, alternatives.iter().map(schemes));
    }
}

fn operation(item: &PathItem, operation: &Operation, called: &str, facts: &mut Facts) {
    for parameter in item.parameters.iter().chain(&operation.parameters) {
        facts.parameter(called, &self::parameter(parameter));
    }
    if let Some(body) = &operation.body {
        let media_types = body.content.iter().map(|media| &*media.name.text);
        facts.body(called, body.required, media_types);
    }
    for (status, response) in &operation.responses {
        let status = match status {
            Status::Exact(code) => code.to_string(),
            Status::Range(digit) => format!("{digit}XX"),
            Status::Default => "default".to_owned(),
        };
        let media_types = response.content.iter().map(|media| &*media.name.text);
        facts.response(called, &status, media_types);
    }
}

fn parameter(parameter: &Parameter) -> facts::Parameter {
    facts::Parameter {
        name: parameter.name.text.to_string(),
        place: match parameter.place {
            Place::Path => "path",
            Place::Query => "query",
            Place::Querystring => "querystring",
            Place::Header => "header",
            Place::Cookie => "cookie",
        },
        required: parameter.required,
        written: parameter
            .content
            .is_none()
            .then(|| (style(parameter.style), parameter.explode)),
    }
}

fn style(style: Style) -> &'static str {
    match style {
        Style::Matrix => "matrix",
        Style::Label => "label",
        Style::Simple => "simple",
        Style::Form => "form",
        Style::SpaceDelimited => "spaceDelimited",
        Style::PipeDelimited => "pipeDelimited",
        Style::DeepObject => "deepObject",
        Style::Cookie => "cookie",
    }
}

fn schemes(
    requirement: &Requirement,
) -> std::collections::BTreeMap<String, Vec<String>> {
    let scheme = |scheme: &clientwright::document::RequirementScheme| {
        let scopes = scheme.scopes.iter().map(|scope| scope.text.to_string());
        (scheme.name.text.to_string(), scopes.collect())
    };
    requirement.schemes.iter().map(scheme).collect()
}
