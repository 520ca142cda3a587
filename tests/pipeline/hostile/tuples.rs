//! Tuples that would be types of any size.

use std::fmt::Write as _;

use clientwright::diagnostic::Code;

use super::{generated, lowered, with_schemas};

/// An array of a fixed length.
fn tuple(items: &[String]) -> String {
    let (count, items) = (items.len(), items.join(", "));
    format!("{{ prefixItems: [{items}], minItems: {count}, maxItems: {count} }}")
}

#[test]
fn tuples_that_multiply_are_bounded() {
    let below = |name: &str, index: usize| {
        vec![format!("{{ $ref: '#/components/schemas/{name}{index}' }}"); 12]
    };
    let mut schemas =
        String::from("    T0: { type: string }\n    U0: { type: string }\n");
    for index in 1..40 {
        // One by references alone, and one by a union of what turns out to be one type.
        let _ = writeln!(schemas, "    T{index}: {}", tuple(&below("T", index - 1)));
        let one = tuple(&below("U", index - 1));
        let _ = writeln!(schemas, "    U{index}: {{ oneOf: [{one}, {one}] }}");
    }
    // One whose items after the first are tuples, too.
    let mut padded = "{ type: string }".to_owned();
    for _ in 0..20 {
        padded = format!(
            "{{ prefixItems: [{{ type: integer }}], items: {padded}, minItems: 12, maxItems: 12 }}"
        );
    }
    let _ = writeln!(schemas, "    Padded: {padded}");
    let many = vec!["{ type: string }".to_owned(); 1_000];
    let _ = writeln!(schemas, "    Many: {}", tuple(&many));
    let document = with_schemas(&schemas);
    let codes = lowered(&document);
    assert!(codes.contains(&Code::IgnoredKeyword), "{codes:?}");
    assert!(codes.contains(&Code::UnsupportedSchema), "{codes:?}");
    generated(&document);
}

#[test]
fn a_union_of_two_thousand_tuples_of_itself_is_bounded() {
    let itself = "{ $ref: '#/components/schemas/All' }".to_owned();
    let branches = (0..2_000).map(|index| {
        let name = format!("{{ type: string, enum: [o{index}] }}");
        tuple(&[vec![name], vec![itself.clone(); index % 12]].concat())
    });
    let branches = branches.collect::<Vec<_>>().join(", ");
    generated(&with_schemas(&format!("    All: {{ oneOf: [{branches}] }}\n")));
}
