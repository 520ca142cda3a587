//! A caller's code compiles unchanged when the document grows.

use std::path::Path;

use clientwright_tests::{generate, text};

use crate::workspace::{put, put_text};

/// Writes the crates of both versions of the document, and the same caller for each; the names of all four.
pub(crate) fn write(root: &Path) -> Vec<String> {
    let caller = text("tests/growth/compile/caller.rs");
    let mut members = Vec::new();
    for version in ["v1", "v2"] {
        let document = text(&format!("tests/growth/compile/{version}.yaml"));
        let name = format!("growth-{version}");
        let run = generate("openapi.yaml", &document, None, Some(&name));
        assert!(!run.files.is_empty(), "{version} was refused:\n{}", run.human);
        put(root, &name, &run.files);
        let caller_name = format!("caller-of-{name}");
        let manifest = MANIFEST.replace("{name}", &name);
        put_text(&root.join(&caller_name).join("Cargo.toml"), &manifest);
        put_text(&root.join(&caller_name).join("src/lib.rs"), &caller);
        members.extend([name, caller_name]);
    }
    members
}

#[test]
fn the_second_version_has_what_the_first_lacks() {
    let (first, second) =
        (text("tests/growth/compile/v1.yaml"), text("tests/growth/compile/v2.yaml"));
    for added in
        ["courier:", "cancelled", "'409':", "name: after", "operationId: cancelOrder"]
    {
        assert!(!first.contains(added) && second.contains(added), "{added}");
    }
}

const MANIFEST: &str = r#"[package]
name = "caller-of-{name}"
version = "0.0.0"
edition = "2024"
publish = false

[dependencies]
shop = { package = "{name}", path = "../{name}" }

[features]
mock = ["shop/mock"]
"#;
