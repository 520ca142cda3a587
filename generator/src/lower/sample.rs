//! Sample bodies, for examples and mocks: the document's own, else made from the types.

use crate::ir::{Answer, Content, Extent, Group, TypeDef, sample};

/// Fills in a sample body wherever the document gives none.
pub(super) fn filled(types: &[TypeDef], groups: &mut [Group]) {
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        if let Some(body) = &mut operation.body
            && let Some(ty) = body.kind.ty()
        {
            body.sample =
                body.sample.take().or_else(|| sample(types, ty, Extent::Whole));
        }
        for answer in [&mut operation.outcome.success, &mut operation.outcome.failure] {
            fill(types, answer);
        }
    }
}

fn fill(types: &[TypeDef], answer: &mut Answer) {
    let sample_of = |content: &Content| match content {
        Content::Json(ty) => sample(types, ty, Extent::Whole),
        _ => None,
    };
    match answer {
        Answer::One { content, sample, .. } => {
            *sample = sample.take().or_else(|| sample_of(content));
        }
        Answer::Several { arms, .. } => {
            for arm in arms {
                arm.sample = arm.sample.take().or_else(|| sample_of(&arm.content));
            }
        }
    }
}
