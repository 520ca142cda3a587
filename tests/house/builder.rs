//! The setters that a document's security schemes get stand beside the builder's own.

use clientwright_tests::text;

#[test]
fn no_scheme_takes_the_name_of_a_method_of_the_builder() {
    let builder = text("generator/runtime/src/runtime/builder.rs");
    let reserved = text("generator/src/lower/auth.rs");
    let methods: Vec<&str> = builder
        .lines()
        .filter_map(|line| {
            line.trim_start().strip_prefix("pub fn ")?.split(['(', '<']).next()
        })
        .collect();
    assert!(methods.len() > 10, "{methods:?}");
    for method in methods {
        assert!(
            reserved.contains(&format!("\"{method}\",")),
            "`{method}` is not reserved in generator/src/lower/auth.rs"
        );
    }
}
