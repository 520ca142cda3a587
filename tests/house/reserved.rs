//! Names that a document may not take from the runtime.

use clientwright_tests::text;

#[test]
fn no_credential_is_called_like_a_setter_of_the_builder() {
    let builder = text("generator/runtime/src/runtime/builder.rs");
    let taken = text("generator/src/lower/auth.rs");
    let own = builder.split("impl ClientBuilder {").nth(1).unwrap_or_default();
    let own = own.split("\n}\n").next().unwrap_or_default();
    let functions = own.lines().filter_map(|line| {
        let line = line.trim_start().strip_prefix("pub ").unwrap_or(line.trim_start());
        line.strip_prefix("fn ")?.split(['(', '<']).next()
    });
    let missing: Vec<&str> =
        functions.filter(|name| !taken.contains(&format!("\"{name}\""))).collect();
    assert_eq!(missing, Vec::<&str>::new(), "lower/auth.rs does not list them");
}
