//! Unions of more branches, and by more ways, than anybody would write.

use std::fmt::Write as _;

use clientwright::diagnostic::Code;

use crate::hostile::{lowered, with_schemas};

#[test]
fn unions_that_lead_to_each_other_by_many_ways_are_looked_at_once() {
    const WIDE: usize = 16;
    let mut schemas = String::new();
    for level in 0..5 {
        let branches = (0..WIDE)
            .map(|at| format!("{{ $ref: '#/components/schemas/L{}x{at}' }}", level + 1));
        let branches = branches.collect::<Vec<_>>().join(", ");
        for at in 0..WIDE {
            let _ = writeln!(schemas, "    L{level}x{at}: {{ anyOf: [{branches}] }}");
        }
    }
    for at in 0..WIDE {
        let _ = writeln!(
            schemas,
            "    L5x{at}: {{ type: object, properties: {{ p{at}: {{ const: a }} }} }}"
        );
    }
    let codes = lowered(&with_schemas(&schemas));
    assert!(codes.contains(&Code::AmbiguousUnion), "{codes:?}");
}

#[test]
fn a_union_of_twenty_thousand_is_read_branch_by_branch() {
    let branches = (0..20_000).map(|index| {
        format!("{{ type: object, properties: {{ p{index}: {{ type: string }} }} }}")
    });
    let branches = branches.collect::<Vec<_>>().join(", ");
    let mapping = (0..20_000)
        .map(|index| format!("t{index}: '#/components/schemas/A{}'", index % 2));
    let mapping = mapping.collect::<Vec<_>>().join(", ");
    let schemas = format!(
        "    U: {{ oneOf: [{branches}] }}\n    A0: {{ type: object, additionalProperties: true }}\n    A1: {{ type: array, items: {{ type: string }} }}\n    D: {{ oneOf: [{{ $ref: '#/components/schemas/A0' }}, {{ $ref: '#/components/schemas/A1' }}], discriminator: {{ propertyName: k, mapping: {{ {mapping} }} }} }}\n"
    );
    assert_eq!(lowered(&with_schemas(&schemas)), [Code::AmbiguousUnion]);
}
