//! Parameters, and the path they stand in.

use std::sync::Arc;

use super::draft::Parent;
use super::schema::typed;
use super::{Lowering, body, docs, form, media, style, within};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{
    MediaType, Named, Operation, Parameter, PathItem, Place, Style, Text,
};
use crate::ir::{Docs, Format, Param, ParamPlace, ParamStyle, PathPart, Type};
use crate::name::{Scope, Value, Words};

/// An operation's parameters, and its path in parts that point at them.
#[derive(Clone)]
pub(super) struct Lowered {
    pub(super) params: Vec<Param>,
    pub(super) path: Vec<PathPart>,
    /// The names of the request's methods and of the arguments.
    pub(super) names: Scope<Value>,
}

/// Lowers the parameters of an operation, those of its path among them; `None` when one was refused.
pub(super) fn parameters(
    lowering: &mut Lowering<'_>,
    path: &Text,
    item: &PathItem,
    operation: &Operation,
    words: &Words,
    taken: &[&str],
) -> Option<Lowered> {
    let ours = ["body", "call", "self_", "send", "streamed", "timeout"];
    let mut names = Scope::<Value>::with(&[&ours, taken].concat());
    let mut params = Vec::new();
    let mut refused = false;
    for parameter in in_force(item, operation) {
        if is_ours(parameter) {
            let message = format!(
                "the header `{}` is the client's own: OpenAPI says that a parameter of its name is ignored",
                parameter.name.text
            );
            lowering.warn(
                Code::UnsupportedParameter,
                parameter.span,
                message,
                "drop the parameter",
            );
            continue;
        }
        if parameter.place == Place::Path && !stands_in(path, &parameter.name.text) {
            warn_of_unused(lowering, path, parameter);
            continue;
        }
        match param(lowering, parameter, words, &mut names) {
            Some(param) => params.push(param),
            None => refused = true,
        }
    }
    params.sort_by_key(|param| !param.required);
    let path = parts(lowering, path, &mut params, &mut names);
    (!refused).then_some(Lowered { params, path, names })
}

/// The operation's own parameters and those of its path that it does not override, in the path's order first.
fn in_force<'a>(
    item: &'a PathItem,
    operation: &'a Operation,
) -> impl Iterator<Item = &'a Arc<Parameter>> {
    let overridden = |shared: &Parameter| {
        let same = |own: &Arc<Parameter>| {
            own.name.text == shared.name.text && own.place == shared.place
        };
        operation.parameters.iter().any(same)
    };
    item.parameters
        .iter()
        .filter(move |shared| !overridden(shared))
        .chain(&operation.parameters)
}

/// Whether a parameter is a header that the media types and the security schemes decide (OpenAPI 3.1.1, 4.8.12.2.1).
fn is_ours(parameter: &Parameter) -> bool {
    let own = ["Accept", "Content-Type", "Authorization"];
    parameter.place == Place::Header
        && own.iter().any(|name| parameter.name.text.eq_ignore_ascii_case(name))
}

fn param(
    lowering: &mut Lowering<'_>,
    parameter: &Parameter,
    operation: &Words,
    names: &mut Scope<Value>,
) -> Option<Param> {
    let words = Words::of(&parameter.name.text);
    let parent = Parent::Root(match &parameter.component {
        // A shared parameter's types are named after it, whichever operation comes first.
        Some(_) => Words::default(),
        None => operation.clone(),
    });
    let (schema, style) = match (&parameter.schema, &parameter.content) {
        (None, Some(content)) => {
            (content.value.schema, content_style(lowering, parameter, content)?)
        }
        (schema, _) => (*schema, style(parameter.style)),
    };
    style::warn_of_place(lowering, parameter);
    if let Some(schema) = schema {
        within::warn(lowering, parameter, schema, style);
    }
    let (ty, fields) = match (&parameter.content, schema) {
        (Some(content), _) if style == ParamStyle::Urlencoded => {
            let form =
                form::form(lowering, content, operation, &parameter.name.text, false)?;
            (form.ty, form.fields)
        }
        (_, Some(schema)) => (typed(lowering, schema, &parent, &words).ty, Vec::new()),
        (_, None) => (Type::Text(Format::Plain), Vec::new()),
    };
    Some(Param {
        name: names.give(&words),
        wire: parameter.name.text.to_string(),
        place: place(parameter.place),
        style,
        explode: parameter.explode,
        allow_reserved: style::allow_reserved(lowering, parameter),
        required: parameter.required,
        ty,
        fields,
        docs: param_docs(lowering, parameter),
        deprecated: parameter.deprecated,
        sample: body::example(&parameter.examples),
    })
}

fn param_docs(lowering: &Lowering<'_>, parameter: &Parameter) -> Docs {
    let schema = parameter
        .schema
        .map(|schema| docs::of_schema(&lowering.document.schemas[schema]));
    let schema = schema.unwrap_or_default();
    let own = docs::text(parameter.description.as_ref());
    Docs {
        description: own.or(schema.description),
        constraints: schema.constraints,
        ..Docs::default()
    }
}

fn place(place: Place) -> ParamPlace {
    match place {
        Place::Path => ParamPlace::Path,
        Place::Query => ParamPlace::Query,
        Place::Header => ParamPlace::Header,
        Place::Cookie => ParamPlace::Cookie,
        Place::Querystring => ParamPlace::Querystring,
    }
}

fn style(style: Style) -> ParamStyle {
    match style {
        Style::Matrix => ParamStyle::Matrix,
        Style::Label => ParamStyle::Label,
        Style::Simple => ParamStyle::Simple,
        Style::Form => ParamStyle::Form,
        Style::SpaceDelimited => ParamStyle::SpaceDelimited,
        Style::PipeDelimited => ParamStyle::PipeDelimited,
        Style::DeepObject => ParamStyle::DeepObject,
        Style::Cookie => ParamStyle::Cookie,
    }
}

/// How a parameter with `content` is written: as JSON anywhere, as a form or as text where it is the whole query.
fn content_style(
    lowering: &mut Lowering<'_>,
    parameter: &Parameter,
    content: &Named<MediaType>,
) -> Option<ParamStyle> {
    let essence = media::essence(&content.name.text);
    if media::is_json(&content.name.text) {
        return Some(ParamStyle::Json);
    }
    match (parameter.place, essence.as_str()) {
        (Place::Querystring, "application/x-www-form-urlencoded") => {
            Some(ParamStyle::Urlencoded)
        }
        (Place::Querystring, "text/plain") => Some(ParamStyle::Simple),
        _ => {
            let message = format!(
                "a parameter written as `{}` is not supported",
                content.name.text
            );
            refuse(lowering, parameter, message);
            None
        }
    }
}

fn refuse(lowering: &mut Lowering<'_>, parameter: &Parameter, message: String) {
    let help = "use another place or style, or leave the operation out";
    let diagnostic =
        Diagnostic::error(Code::UnsupportedParameter, parameter.span, message);
    lowering.diagnostics.push(diagnostic.help(help));
}

/// Takes the path apart at its `{names}`; one without a parameter gets one, and is warned about.
fn parts(
    lowering: &mut Lowering<'_>,
    path: &Text,
    params: &mut Vec<Param>,
    names: &mut Scope<Value>,
) -> Vec<PathPart> {
    let mut parts = Vec::new();
    let mut rest = &*path.text;
    // What follows `#` is never sent: such a path only tells two operations apart on paper.
    if let Some((sent, _)) = rest.split_once('#') {
        let message = "a path with a fragment: what follows `#` is not sent";
        lowering.diagnostics.push(Diagnostic::warning(
            Code::PathParameter,
            path.span,
            message,
        ));
        rest = sent;
    }
    while let Some((before, name, after)) = next_name(rest) {
        if !before.is_empty() {
            parts.push(PathPart::Literal(before.to_owned()));
        }
        parts.push(PathPart::Segment(find_or_add(lowering, path, name, params, names)));
        rest = after;
    }
    if !rest.is_empty() {
        parts.push(PathPart::Literal(rest.to_owned()));
    }
    parts
}

fn next_name(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

fn find_or_add(
    lowering: &mut Lowering<'_>,
    path: &Text,
    name: &str,
    params: &mut Vec<Param>,
    names: &mut Scope<Value>,
) -> usize {
    let is_it = |param: &Param| param.place == ParamPlace::Path && param.wire == name;
    if let Some(index) = params.iter().position(is_it) {
        return index;
    }
    let message = format!(
        "the path names `{{{name}}}`, which no parameter describes: it is taken as text"
    );
    let help = format!("add a parameter `{name}` with `in: path`");
    lowering.warn(Code::PathParameter, path.span, message, &help);
    // Behind the required ones, so that no position already handed out moves.
    let index = params.iter().take_while(|param| param.required).count();
    params.insert(
        index,
        Param {
            name: names.give(&Words::of(name)),
            wire: name.to_owned(),
            place: ParamPlace::Path,
            style: ParamStyle::Simple,
            explode: false,
            allow_reserved: false,
            required: true,
            ty: Type::Text(Format::Plain),
            fields: Vec::new(),
            docs: Docs::default(),
            deprecated: false,
            sample: None,
        },
    );
    index
}

/// Whether a path has a `{name}`; what follows `#` is never sent.
fn stands_in(path: &Text, name: &str) -> bool {
    let mut rest = path.text.split('#').next().unwrap_or_default();
    while let Some((_, found, after)) = next_name(rest) {
        if found == name {
            return true;
        }
        rest = after;
    }
    false
}

/// A path parameter that stands nowhere in the path could never be sent: nobody is asked for it.
fn warn_of_unused(lowering: &mut Lowering<'_>, path: &Text, parameter: &Parameter) {
    let name = &parameter.name;
    let message = format!(
        "the path has no `{{{}}}`, which a parameter describes: the parameter is ignored",
        name.text
    );
    let help = "add it to the path, or drop the parameter";
    lowering.diagnostics.push(
        Diagnostic::warning(Code::PathParameter, name.span, message)
            .related(path.span, "the path")
            .help(help),
    );
}
