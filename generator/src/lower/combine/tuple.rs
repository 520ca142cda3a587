//! `prefixItems`: a list whose items are any of those that stand at the beginning, or of those that follow.

use super::{Combining, index};
use crate::document::SchemaId;

/// Makes a tuple a list of a union; at which position an item stands is not checked.
pub(super) fn items(combining: &mut Combining<'_>, id: SchemaId) {
    let schema = &mut combining.schemas[index(id)];
    if schema.prefix_items.is_empty() {
        return;
    }
    let span = schema.span;
    let mut branches = std::mem::take(&mut schema.prefix_items);
    let rest = schema.items.take();
    let rest =
        rest.filter(|rest| combining.schemas[index(*rest)].boolean != Some(false));
    branches.extend(rest);
    let item = combining.any_of(span, branches);
    combining.schemas[index(id)].items = Some(item);
    combining
        .warn(id, "which item of `prefixItems` stands where is not checked".to_owned());
}
