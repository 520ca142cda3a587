//! Sample bodies, for examples and mocks: the document's own, else made from the types.

use crate::ir::{
    Answer, BodyKind, Content, Extent, Group, TypeDef, Xml, XmlBody, sample, xml_sample,
};

/// Fills in a sample body wherever the document gives none.
pub(super) fn filled(types: &[TypeDef], xml: &Xml, groups: &mut [Group]) {
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        if let Some(body) = &mut operation.body
            && let Some(ty) = body.kind.ty()
        {
            let own = body.sample.take();
            body.sample = match &body.kind {
                BodyKind::Xml(body) => as_xml(types, xml, body, own),
                _ => own.or_else(|| sample(types, ty, Extent::Whole)),
            };
        }
        for answer in [&mut operation.outcome.success, &mut operation.outcome.failure] {
            fill(types, xml, answer);
        }
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
