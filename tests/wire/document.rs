//! The document, read by other libraries than the generator: what its schemas say of a body.

use std::sync::LazyLock;

use serde_json::{Value, json};

/// The document as plain values.
static DOCUMENT: LazyLock<Value> = LazyLock::new(|| {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../spec/openapi.yaml");
    serde_yaml::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
});

/// Checks a body against a schema of the document, which is JSON Schema 2020-12 as it stands
/// (OpenAPI 3.1.0, "Schema Object").
pub(crate) fn assert_conforms(schema: &str, body: &str) {
    let body: Value = serde_json::from_str(body).unwrap();
    let whole = json!({
        "$ref": format!("#/components/schemas/{schema}"),
        "components": DOCUMENT["components"],
    });
    let validator = jsonschema::draft202012::new(&whole).unwrap();
    if let Err(error) = validator.validate(&body) {
        unreachable!("{body} is no {schema}: {error}");
    }
}

#[test]
#[should_panic(expected = "is no CreateOrderRequest")]
fn a_body_without_what_is_required_does_not_conform() {
    assert_conforms("CreateOrderRequest", r#"{"delivery_instructions":"Ring"}"#);
}

#[test]
#[should_panic(expected = "is no CreateOrderRequest")]
fn a_body_with_another_type_deep_inside_does_not_conform() {
    let body = r#"{"hold_id":"h","cart":{"items":[{"quantity":0}]}}"#;
    assert_conforms("CreateOrderRequest", body);
}
