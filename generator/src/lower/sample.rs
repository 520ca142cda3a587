//! Samples, for examples and mocks: the document's own, and of answers else one made from the types.

use super::fit::{fits, fits_param};
use crate::ir::{
    Answer, BodyKind, Content, Extent, Group, HeaderWay, TypeDef, Xml, XmlBody, sample,
    sample_named, xml_sample,
};

/// Drops examples that no value of the type is, and fills in a sample of each answer that the document gives none of.
pub(super) fn filled(types: &[TypeDef], xml: &Xml, groups: &mut [Group]) {
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        for param in &mut operation.params {
            let own = param.sample.take();
            param.sample = own.filter(|own| fits_param(types, param, own));
        }
        if let Some(body) = &mut operation.body {
            let own = body.sample.take();
            body.sample = own.filter(|own| shows(types, &body.kind, own));
        }
        for header in operation.headers.iter_mut().flat_map(|set| &mut set.headers) {
            let sample = sample_named(types, &header.ty, &header.wire, Extent::Whole);
            header.sample = sample.and_then(|json| written(header.way, &json));
        }
        for answer in [&mut operation.outcome.success, &mut operation.outcome.failure] {
            fill(types, xml, answer);
        }
    }
}

/// Whether an example of a body is a value of its type: not where it is several, or a text that is XML already.
fn shows(types: &[TypeDef], kind: &BodyKind, own: &str) -> bool {
    match kind {
        BodyKind::Json(ty) => fits(types, ty, own),
        BodyKind::Form(form) | BodyKind::Multipart(form) => fits(types, &form.ty, own),
        BodyKind::Xml(body) => !own.starts_with('"') && fits(types, &body.ty, own),
        BodyKind::Text | BodyKind::Bytes | BodyKind::Items(_) => false,
    }
}

fn fill(types: &[TypeDef], xml: &Xml, answer: &mut Answer) {
    let sample_of = |content: &Content, own: Option<String>| match content {
        Content::Xml(body) => as_xml(types, xml, body, own),
        content => {
            own.or_else(|| content.ty().and_then(|ty| sample(types, ty, Extent::Whole)))
        }
    };
    match answer {
        Answer::One { content, sample, .. } => {
            *sample = sample_of(content, sample.take());
        }
        Answer::Several { arms, .. } => {
            for arm in arms {
                arm.sample = sample_of(&arm.content, arm.sample.take());
            }
        }
    }
}

/// The sample of a body of XML, a text of JSON that is one of XML. An example that is a text is XML already.
fn as_xml(
    types: &[TypeDef],
    xml: &Xml,
    body: &XmlBody,
    own: Option<String>,
) -> Option<String> {
    if own.as_ref().is_some_and(|own| own.starts_with('"')) {
        return own;
    }
    let json = own.or_else(|| sample(types, &body.ty, Extent::Whole))?;
    let text = xml_sample(xml, body.root, &json)?;
    Some(serde_json::Value::from(text).to_string())
}

/// A sample as a header writes it; `None` where it can write none.
fn written(way: HeaderWay, json: &str) -> Option<String> {
    use serde_json::Value;
    if way == HeaderWay::Json {
        // A header has no other characters (RFC 9110, 5.5).
        return json.is_ascii().then(|| json.to_owned());
    }
    let single = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let text = match serde_json::from_str(json).ok()? {
        Value::Array(items) => items.iter().map(single).collect::<Vec<_>>().join(","),
        Value::Object(members) => {
            let between = if way == HeaderWay::Exploded { "=" } else { "," };
            let pair = |(name, value): (&String, &Value)| {
                format!("{name}{between}{}", single(value))
            };
            members.iter().map(pair).collect::<Vec<_>>().join(",")
        }
        value => single(&value),
    };
    let plain = text.chars().all(|c| c.is_ascii_graphic() || c == ' ');
    plain.then_some(text)
}
