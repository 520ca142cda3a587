//! What to do about keys that are often met where they do not belong, most of them from Swagger 2.0.

/// What to do about a key that an object does not have, when more can be said than that.
pub(super) fn hint(noun: &str, name: &str) -> Option<&'static str> {
    Some(match (noun, name) {
        (_, "definitions") => {
            "Swagger 2.0 had it; in OpenAPI 3 schemas stand in `components.schemas`"
        }
        (_, "securityDefinitions") => {
            "Swagger 2.0 had it; in OpenAPI 3 it is `components.securitySchemes`"
        }
        ("the document", "host" | "basePath" | "schemes") => {
            "Swagger 2.0 had it; OpenAPI 3 has `servers`"
        }
        (_, "consumes" | "produces") => {
            "Swagger 2.0 had it; in OpenAPI 3 media types are the keys of `content`"
        }
        (_, "collectionFormat") => {
            "Swagger 2.0 had it; OpenAPI 3 has `style` and `explode`"
        }
        ("a parameter" | "a header", name) if is_schema_keyword(name) => {
            "put it under `schema`"
        }
        ("a response" | "a request body", "schema") => {
            "put it under a media type: `content: {application/json: {schema: …}}`"
        }
        ("a response" | "a request body", name) if name.contains('/') => {
            "put it under `content`"
        }
        ("a media type", name) if is_schema_keyword(name) => "put it under `schema`",
        _ => return None,
    })
}

fn is_schema_keyword(name: &str) -> bool {
    matches!(
        name,
        "type"
            | "format"
            | "items"
            | "enum"
            | "default"
            | "pattern"
            | "minimum"
            | "maximum"
            | "properties"
    )
}
