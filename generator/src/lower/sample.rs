//! Sample bodies, for examples and mocks: the document's own, else made from the types.

use crate::ir::{Answer, Content, Format, Group, Presence, Shape, Type, TypeDef};

/// The deepest sample; what lies deeper is left out or `null`.
const DEEPEST: usize = 8;

/// The size, in bytes, at which a sample leaves out what is optional.
const LARGE: usize = 4 * 1024;

/// The size, in bytes, at which there is no sample: types that hold several others, many deep, have one of any size.
const LARGEST: usize = 64 * 1024;

/// Fills in a sample body wherever the document gives none.
pub(super) fn filled(types: &[TypeDef], groups: &mut [Group]) {
    for operation in groups.iter_mut().flat_map(|group| &mut group.operations) {
        if let Some(body) = &mut operation.body
            && let Some(ty) = body.kind.ty()
        {
            body.sample = body.sample.take().or_else(|| of(types, ty));
        }
        for answer in [&mut operation.outcome.success, &mut operation.outcome.failure] {
            fill(types, answer);
        }
    }
}

fn fill(types: &[TypeDef], answer: &mut Answer) {
    let sample_of = |content: &Content| match content {
        Content::Json(ty) => of(types, ty),
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

/// A JSON text that a type reads; text values say the name of the property they stand under.
fn of(types: &[TypeDef], ty: &Type) -> Option<String> {
    let mut out = String::new();
    write(types, ty, "value", 0, &mut out);
    (out.len() <= LARGEST).then_some(out)
}

fn write(types: &[TypeDef], ty: &Type, name: &str, depth: usize, out: &mut String) {
    if out.len() > LARGEST {
        return;
    }
    match ty.resolved(types) {
        // A file has no form in JSON: its name stands for it.
        Type::Text(Format::Plain | Format::Secret) | Type::File => {
            out.push_str(&quoted(name));
        }
        Type::Text(Format::Date) => out.push_str("\"2026-01-31\""),
        Type::Text(Format::DateTime) => out.push_str("\"2026-01-31T12:00:00Z\""),
        Type::Bool => out.push_str("true"),
        Type::I32 | Type::I64 | Type::U32 | Type::U64 => out.push('1'),
        Type::F32 | Type::F64 => out.push_str("1.5"),
        Type::Any => out.push_str("null"),
        Type::List(_) | Type::Map(_) | Type::Nullable(_) if depth > DEEPEST => out
            .push_str(match ty {
                Type::List(_) => "[]",
                Type::Map(_) => "{}",
                _ => "null",
            }),
        Type::List(item) => {
            out.push('[');
            write(types, item, name, depth + 1, out);
            out.push(']');
        }
        Type::Map(value) => {
            out.push_str("{\"key\":");
            write(types, value, name, depth + 1, out);
            out.push('}');
        }
        Type::Nullable(inner) => write(types, inner, name, depth, out),
        Type::Named(id) | Type::Boxed(id) => {
            write_named(types, &types[id.0 as usize], name, depth + 1, out);
        }
    }
}

fn write_named(
    types: &[TypeDef],
    ty: &TypeDef,
    name: &str,
    depth: usize,
    out: &mut String,
) {
    match &ty.shape {
        Shape::Alias(ty) => write(types, ty, name, depth, out),
        Shape::Enumeration(list) => {
            out.push_str(&quoted(
                list.variants.first().map_or(name, |variant| &variant.wire),
            ));
        }
        // What no finite value satisfies was refused; this bound only keeps the walk itself short.
        Shape::Struct(_) if depth > 4 * DEEPEST => out.push_str("null"),
        Shape::Struct(object) => {
            let mut separator = '{';
            for field in &object.fields {
                let required = matches!(
                    field.presence,
                    Presence::Required | Presence::RequiredNullable
                );
                if required || (depth <= DEEPEST && out.len() < LARGE) {
                    out.push(separator);
                    out.push_str(&quoted(&field.wire));
                    out.push(':');
                    write(types, &field.ty, &field.wire, depth, out);
                    separator = ',';
                }
            }
            out.push_str(if separator == '{' { "{}" } else { "}" });
        }
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
