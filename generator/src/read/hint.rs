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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_swagger_2_had_elsewhere_is_known() {
        assert_eq!(hint("a parameter", "type"), Some("put it under `schema`"));
        assert_eq!(
            hint("a response", "application/json"),
            Some("put it under `content`")
        );
        assert!(
            hint("the document", "definitions")
                .is_some_and(|hint| hint.contains("components.schemas"))
        );
        assert_eq!(hint("a tag", "type"), None);
    }
}
