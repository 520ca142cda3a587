//! Tuples of tuples that spell out too much.
//!
//! Another name for a type is written out wherever it stands: a few tuples of twelve that hold each other would be a type of
//! any size, for the compiler and for whatever looks through names here.

use super::recursion::{aliases, components, cut, innermost_first};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::{Shape, Type, TypeDef, TypeId};

/// The most values that a type without a name of its own spells out. What the document describes by tuples alone is a list
/// long before (`combine`); this is for branches of unions that turn out to be one type.
const HEAVIEST: usize = 400;

/// Cuts the tuples that another name brings to what is too heavy; no alias leads back to itself.
pub(super) fn lightened(types: &mut [TypeDef], diagnostics: &mut Diagnostics) {
    let groups = components(&aliases(types));
    let mut weights = vec![1; types.len()];
    for index in innermost_first(&groups) {
        let definition = &mut types[index];
        let Shape::Alias(ty) = &mut definition.shape else { continue };
        if weight(ty, &weights) > HEAVIEST {
            cut(ty, &|id: TypeId| weights[id.0 as usize] > 1);
            let message = format!(
                "`{}` spells out more than {HEAVIEST} values by tuples of tuples: those it holds become `serde_json::Value`",
                definition.name
            );
            let help = "describe some of them as objects";
            diagnostics.push(
                Diagnostic::warning(Code::UnsupportedSchema, definition.origin, message)
                    .help(help),
            );
        }
        weights[index] = weight(ty, &weights);
    }
}

/// How many values a type spells out.
fn weight(ty: &Type, weights: &[usize]) -> usize {
    match ty {
        Type::Named(id) | Type::Boxed(id) => weights[id.0 as usize],
        other => {
            let parts = other.parts().iter().map(|part| weight(part, weights));
            parts.fold(0, usize::saturating_add).max(1)
        }
    }
}
