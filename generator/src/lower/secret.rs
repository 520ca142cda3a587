//! Which strings are secrets.

use crate::ir::{Format, Type};
use crate::name::Words;

/// Names whose values are secrets, by their last words.
const SECRETS: &[&[&str]] = &[
    &["secret"],
    &["password"],
    &["passphrase"],
    &["access", "token"],
    &["refresh", "token"],
    &["id", "token"],
    &["auth", "token"],
    &["bearer", "token"],
    &["api", "key"],
    &["private", "key"],
    &["secret", "key"],
];

/// The type of a property called `words`: text under the name of a secret is one, whatever it holds.
pub(super) fn hidden(ty: Type, words: &Words) -> Type {
    let named = SECRETS.iter().any(|end| {
        let words = words.as_slice();
        words.len() >= end.len()
            && words[words.len() - end.len()..].iter().eq(end.iter())
    });
    match ty {
        Type::Text(
            Format::Plain | Format::Uuid | Format::Base64 | Format::Base64Url,
        ) if named => Type::Text(Format::Secret),
        other => other,
    }
}
