//! The body of a call in cURL.

use serde_json::Value;

use super::quoted;
use crate::emit::ty;
use crate::ir::{
    Api, Body, BodyKind, Extent, Field, Form, FormWay, Operation, ParamPlace,
    ParamStyle, Shape, Type, sample, sample_named, xml_sample,
};

/// The words that send a body with what it requires.
pub(super) fn words(api: &Api, operation: &Operation, body: &Body) -> Vec<String> {
    match &body.kind {
        BodyKind::Json(ty) => {
            let made = || sample(&api.types, ty, Extent::Required);
            let json = body.sample.clone().or_else(made);
            let json =
                json.map_or_else(|| "@body.json".to_owned(), |json| quoted(&json));
            vec![format!("--json {json}")]
        }
        BodyKind::Form(form) => {
            let pairs = required(api, form).flat_map(|field| pairs(api, form, field));
            let pairs = pairs.map(|(name, text)| quoted(&format!("{name}={text}")));
            pairs.map(|pair| format!("--data-urlencode {pair}")).collect()
        }
        BodyKind::Multipart(form) => {
            let parts =
                |field| parts(api, form, field, &headers(operation, form, field));
            required(api, form).flat_map(parts).collect()
        }
        BodyKind::Xml(xml) => {
            let json = sample(&api.types, &xml.ty, Extent::Required);
            let text = json.and_then(|json| xml_sample(&api.xml, xml.root, &json));
            let data = text.map_or_else(
                || "--data-binary @body.xml".to_owned(),
                |text| format!("--data-raw {}", quoted(&text)),
            );
            let header = quoted(&format!("Content-Type: {}", body.media_type));
            vec![format!("--header {header}"), data]
        }
        BodyKind::Text | BodyKind::Bytes | BodyKind::Items(_) => {
            let media_type = body.told_media_type().unwrap_or(&body.media_type);
            let header = quoted(&format!("Content-Type: {media_type}"));
            vec![format!("--header {header} --data-binary @body")]
        }
    }
}

/// The properties that a form requires.
fn required<'a>(api: &'a Api, form: &'a Form) -> impl Iterator<Item = &'a Field> {
    let object = match ty::resolved(api, &form.ty) {
        Type::Named(id) | Type::Boxed(id) => match &api[*id].shape {
            Shape::Struct(object) => Some(object),
            _ => None,
        },
        _ => None,
    };
    let fields = object.into_iter().flat_map(|object| &object.fields);
    fields.filter(|field| field.is_argument() && !field.may_be_null())
}

/// What `curl` is told of the headers that the parts of a property need; each value that the document does not say is the
/// header's own name.
fn headers(operation: &Operation, form: &Form, field: &Field) -> String {
    let told = form.headers.iter().filter(|header| header.part == field.wire);
    let told = told.map(|header| (&header.wire, header.value.as_ref()));
    let given = operation.params.iter().filter(|param| {
        param.required
            && matches!(&param.place, ParamPlace::Part(part) if *part == field.wire)
    });
    let given = given.map(|param| (&param.wire, None));
    let all = told.chain(given).map(|(wire, value)| {
        let line = format!("{wire}: {}", value.unwrap_or(wire));
        format!(";headers=\"{}\"", line.replace('\\', "\\\\").replace('"', "\\\""))
    });
    all.collect()
}

fn parts(api: &Api, form: &Form, field: &Field, headers: &str) -> Vec<String> {
    let name = &field.wire;
    let media_type = match way(form, field) {
        Some(FormWay::Json(media_type) | FormWay::Content(media_type)) => {
            Some(media_type.as_str())
        }
        _ => None,
    };
    let typed = |media_type: Option<&str>| {
        media_type.map(|media_type| format!(";type={media_type}")).unwrap_or_default()
    };
    if field.ty.is_file() {
        let part = quoted(&format!("{name}=@{name}{}{headers}", typed(media_type)));
        return vec![format!("--form {part}")];
    }
    let part = |(name, text): (String, String)| {
        let is_json = text.starts_with(['{', '[']).then_some("application/json");
        match media_type.or(is_json) {
            None if headers.is_empty() => {
                format!("--form-string {}", quoted(&format!("{name}={text}")))
            }
            named => {
                let part = format!("{name}={text}{}{headers}", typed(named));
                format!("--form {}", quoted(&part))
            }
        }
    };
    pairs(api, form, field).into_iter().map(part).collect()
}

/// The names and texts of a property.
fn pairs(api: &Api, form: &Form, field: &Field) -> Vec<(String, String)> {
    let way = way(form, field);
    let (item, several) = match ty::resolved(api, &field.ty) {
        Type::List(item) => (&**item, false),
        Type::Tuple(_) => (&field.ty, true),
        _ => (&field.ty, false),
    };
    let json = sample_named(&api.types, item, &field.wire, Extent::Required)
        .unwrap_or_default();
    let value = serde_json::from_str::<Value>(&json).unwrap_or_default();
    let deep = Some(ParamStyle::DeepObject);
    let style = match way {
        Some(FormWay::Style { style, .. }) => Some(*style),
        _ => None,
    };
    let name = match ty::resolved(api, &field.ty) {
        Type::List(_) if style == deep => format!("{}[0]", field.wire),
        _ => field.wire.clone(),
    };
    let mut pairs = Vec::new();
    match (value, way) {
        (value, Some(FormWay::Json(_))) => pairs.push((name, value.to_string())),
        (Value::Object(members), _) if style == deep => {
            for (key, value) in members {
                pairs.push((format!("{name}[{key}]"), text(value)));
            }
        }
        (Value::Array(items), Some(FormWay::Style { style, explode: false, .. }))
            if several && Some(*style) != deep =>
        {
            let texts: Vec<String> = items.into_iter().map(text).collect();
            pairs.push((name, texts.join(between(*style))));
        }
        (Value::Array(items), _) if several => {
            let each = |index: usize| {
                if style == deep { format!("{name}[{index}]") } else { name.clone() }
            };
            let names = (0..).map(each);
            pairs.extend(names.zip(items.into_iter().map(text)));
        }
        (value, _) => pairs.push((name, text(value))),
    }
    pairs
}

/// What stands between values in one text.
fn between(style: ParamStyle) -> &'static str {
    match style {
        ParamStyle::SpaceDelimited => " ",
        ParamStyle::PipeDelimited => "|",
        _ => ",",
    }
}

fn way<'a>(form: &'a Form, field: &Field) -> Option<&'a FormWay> {
    let mut fields = form.fields.iter();
    fields.find(|known| known.wire == field.wire).map(|known| &known.way)
}

fn text(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
