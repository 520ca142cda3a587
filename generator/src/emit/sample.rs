//! The smallest JSON of a type: what it requires.

use super::ty::resolved;
use crate::ir::{Api, Format, Presence, Shape, Type};

/// The deepest sample.
const DEEPEST: usize = 16;

/// The size, in bytes, at which there is no sample.
const LARGEST: usize = 2 * 1024;

/// A JSON text with every required property; text values say the name of theirs, the outermost one `name`.
pub(super) fn required(api: &Api, ty: &Type, name: &str) -> Option<String> {
    let mut out = String::new();
    write(api, ty, name, 0, &mut out);
    (out.len() <= LARGEST).then_some(out)
}

fn write(api: &Api, ty: &Type, name: &str, depth: usize, out: &mut String) {
    if out.len() > LARGEST {
        return;
    }
    match resolved(api, ty) {
        Type::Text(Format::Plain | Format::Secret) | Type::File => {
            out.push_str(&quoted(name));
        }
        Type::Text(Format::Date) => out.push_str("\"2026-01-31\""),
        Type::Text(Format::DateTime) => out.push_str("\"2026-01-31T12:00:00Z\""),
        Type::Bool => out.push_str("true"),
        Type::I32 | Type::I64 | Type::U32 | Type::U64 => out.push('1'),
        Type::F32 | Type::F64 => out.push_str("1.5"),
        Type::Any | Type::Nullable(_) => out.push_str("null"),
        Type::List(_) => out.push_str("[]"),
        Type::Map(_) => out.push_str("{}"),
        Type::Named(id) | Type::Boxed(id) => match &api[*id].shape {
            Shape::Struct(object) if depth < DEEPEST => {
                let fields = object.fields.iter().filter(|field| {
                    matches!(
                        field.presence,
                        Presence::Required | Presence::RequiredNullable
                    )
                });
                out.push('{');
                for (index, field) in fields.enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    out.push_str(&quoted(&field.wire));
                    out.push(':');
                    write(api, &field.ty, &field.wire, depth + 1, out);
                }
                out.push('}');
            }
            Shape::Enumeration(list) => {
                out.push_str(&quoted(
                    list.variants.first().map_or(name, |variant| &variant.wire),
                ));
            }
            Shape::Struct(_) | Shape::Alias(_) => out.push_str("null"),
        },
    }
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
