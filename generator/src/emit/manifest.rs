//! `Cargo.toml` and `rustfmt.toml`.

use std::fmt::Write as _;

use super::runtime;
use crate::ir::{Api, Dependency, Format};

/// The crate's dependencies: name, requirement, reason.
const DEPENDENCIES: &[(&str, &str, &str)] = &[
    (
        "axum",
        "{ version = \"0.8\", default-features = false, features = [\"http1\", \"tokio\"], optional = true }",
        "the mock server",
    ),
    (
        "base64",
        "{ version = \"0.23\", default-features = false, features = [\"alloc\"] }",
        "bytes in a text: basic authentication, and what the document describes so",
    ),
    ("bytes", "\"1\"", "bodies"),
    ("futures-core", "\"0.3\"", "the trait of streams"),
    ("http", "\"1\"", "what a middleware passes along with a request"),
    ("http-body", "\"1\"", "bodies that are streams"),
    (
        "jiff",
        "{ version = \"0.2\", default-features = false, features = [\"std\", \"serde\"] }",
        "dates and times",
    ),
    ("percent-encoding", "\"2\"", "path segments and query values"),
    ("quick-xml", "\"0.42\"", "bodies of XML"),
    (
        "reqwest",
        "{ version = \"0.13\", default-features = false, features = [\"charset\", \"http2\"] }",
        "HTTP",
    ),
    ("reqwest-middleware", "\"0.5\"", "the chain the bearer-auth middleware stands in"),
    ("secrecy", "\"0.10\"", "secrets that are wiped and never printed"),
    ("serde", "\"1\"", "reading and writing values"),
    ("serde_json", "\"1\"", "JSON"),
    (
        "tokio",
        "{ version = \"1\", features = [\"rt\", \"sync\", \"time\"] }",
        "one token fetch for many, and deadlines",
    ),
    ("tracing", "\"0.1\"", "one span a call"),
];

/// Those that types alone need.
const OF_TYPES: &[&str] = &["jiff", "secrecy", "serde", "serde_json"];

/// What a document asks for by a format, and the runtime never does.
const UUID: (&str, &str, &str) = (
    "uuid",
    "{ version = \"1\", default-features = false, features = [\"serde\"] }",
    "ids",
);

/// Whether the crate needs one of the dependencies.
fn is_used(api: &Api, name: &str) -> bool {
    match name {
        "quick-xml" => runtime::has_xml(api),
        "futures-core" => runtime::has_streams(api) || runtime::has_pages(api),
        "http-body" => runtime::has_streams(api),
        "uuid" => api.package.formats.contains(&Format::Uuid),
        "base64" | "bytes" if api.package.types_only => runtime::has_base64(api),
        "base64" => {
            runtime::has_base64(api)
                || runtime::has_fixed(api)
                || runtime::has_token_endpoint(api)
        }
        _ => !api.package.types_only || OF_TYPES.contains(&name),
    }
}

/// The manifest.
pub(super) fn manifest(api: &Api) -> String {
    let package = &api.package;
    let mut text = format!(
        "# @generated from {} by clientwright; do not edit.\n\n[package]\n",
        package.source
    );
    let mut entry = |key: &str, value: &str| {
        let _ = writeln!(text, "{key} = {}", quoted(value));
    };
    entry("name", &package.name);
    entry("version", &package.version);
    entry("edition", "2024");
    entry("rust-version", "1.89");
    entry("description", &package.description);
    if let Some(url) = &package.documentation {
        entry("documentation", url);
    }
    entry("readme", "README.md");
    text.push_str("publish = false\n");
    let client = |part| if package.types_only { "" } else { part };
    if !package.types_only {
        text.push_str(&features(api));
    }
    text.push_str("\n[dependencies]\n");
    for (name, requirement, reason) in DEPENDENCIES.iter().chain([&UUID]) {
        let given = package.dependencies.iter().any(|given| given.name == *name);
        if is_used(api, name) && !given {
            let _ = writeln!(text, "{name} = {requirement} # {reason}");
        }
    }
    for dependency in &package.dependencies {
        let requirement = requirement(dependency);
        let _ = writeln!(
            text,
            "{} = {requirement} # types that the configuration names",
            dependency.name
        );
    }
    text.push_str(client(FOR_EXAMPLES));
    text.push_str(LINTS);
    text
}

/// The widths that the generated text keeps to, so that `cargo fmt --check` passes wherever the crate is put.
pub(super) fn rustfmt(api: &Api) -> String {
    let source = &api.package.source;
    format!(
        "# @generated from {source} by clientwright; do not edit.\n\
         max_width = 89\nstruct_lit_width = 26\nuse_small_heuristics = \"Max\"\n"
    )
}

const FEATURES: &str = r#"
[features]
default = ["rustls"]
# TLS by rustls, with the system's certificates.
rustls = ["reqwest/rustls"]
# TLS by the system's own library.
native-tls = ["reqwest/native-tls"]
# The API as a server for tests: the module `mock`.
mock = ["dep:axum", "tokio/net"]
"#;

const FOR_EXAMPLES: &str = r#"
[dev-dependencies]
# Examples and tests run calls.
tokio = { version = "1", features = ["macros", "net", "rt-multi-thread"] }
"#;

const LINTS: &str = r#"
[lints.rust]
unsafe_code = "forbid"
missing_docs = "warn"

[lints.clippy]
pedantic = { level = "warn", priority = -1 }
dbg_macro = "warn"
expect_used = "warn"
panic = "warn"
print_stdout = "warn"
todo = "warn"
unwrap_used = "warn"
# A `match` with both arms written out says what the other case is.
single_match_else = "allow"
# Prose comes from the document as it is.
doc_link_with_quotes = "allow"
doc_markdown = "allow"
# Names, statuses and how many properties are required come from the document as they are.
disallowed_names = "allow"
fn_params_excessive_bools = "allow"
iter_not_returning_iterator = "allow"
many_single_char_names = "allow"
module_name_repetitions = "allow"
self_named_constructors = "allow"
should_implement_trait = "allow"
similar_names = "allow"
struct_excessive_bools = "allow"
struct_field_names = "allow"
too_many_arguments = "allow"
too_many_lines = "allow"
type_complexity = "allow"
unicode_not_nfc = "allow"
"#;

/// The features: those of every client, and those of the tags, each on unless it is asked otherwise.
fn features(api: &Api) -> String {
    let tags: Vec<String> = api.features().map(|tag| quoted(tag.as_str())).collect();
    if tags.is_empty() {
        return FEATURES.to_owned();
    }
    let tags = tags.join(",\n    ");
    let default = format!("default = [\n    \"rustls\",\n    {tags},\n]\n");
    let mut text = FEATURES.replace("default = [\"rustls\"]\n", &default);
    text.push_str("# The operations of one tag each, with the types that they need.\n");
    for tag in api.features() {
        let _ = writeln!(text, "{tag} = []");
    }
    text
}

/// A requirement as an inline table.
fn requirement(dependency: &Dependency) -> String {
    let mut text = format!("{{ version = {}", quoted(&dependency.version));
    if !dependency.default_features {
        text.push_str(", default-features = false");
    }
    if !dependency.features.is_empty() {
        let features: Vec<String> =
            dependency.features.iter().map(|feature| quoted(feature)).collect();
        let _ = write!(text, ", features = [{}]", features.join(", "));
    }
    text.push_str(" }");
    text
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::DEPENDENCIES;

    /// The runtime is compiled in the generated crate with what this list names.
    #[test]
    fn the_dependencies_are_those_of_the_runtime() {
        let manifest: toml::Table =
            include_str!("../../runtime/Cargo.toml").parse().unwrap();
        let runtime: Vec<&String> =
            manifest["dependencies"].as_table().unwrap().keys().collect();
        let ours: Vec<&str> = DEPENDENCIES.iter().map(|(name, ..)| *name).collect();
        assert_eq!(ours, runtime);
    }
}
