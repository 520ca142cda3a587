//! Which constructs a document uses, and where.

use serde_json::Value;

use super::table::{Holds, OBJECTS, ROOT};

/// A construct where it is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Use {
    pub(super) object: &'static str,
    pub(super) field: &'static str,
    /// One of the values that are constructs of their own.
    pub(super) value: Option<&'static str>,
    /// The JSON pointer of what stands under the field.
    pub(super) pointer: String,
}

/// Every construct of a document.
pub(super) fn uses(document: &Value) -> Vec<Use> {
    let mut found = Vec::new();
    object(ROOT, document, "#", &mut found);
    found
}

fn object(name: &str, value: &Value, pointer: &str, found: &mut Vec<Use>) {
    let Some(members) = value.as_object() else { return };
    let Some((object, fields)) = OBJECTS.iter().find(|(known, _)| *known == name) else {
        return;
    };
    if name == "Callback Object" && !members.contains_key("$ref") {
        children(Holds::Map("Path Item Object"), value, pointer, found);
        return;
    }
    for (field, _, holds) in *fields {
        let Some(value) = members.get(*field) else { continue };
        let pointer = below(pointer, field);
        let used = |value| Use {
            object,
            field,
            value,
            pointer: pointer.clone(),
        };
        found.push(used(None));
        if let Holds::OneOf(values) = holds {
            let is = |known: &str| {
                value == known
                    || value
                        .as_array()
                        .is_some_and(|all| all.iter().any(|one| one == known))
            };
            let values = values.iter().filter(|known| is(known));
            found.extend(values.map(|known| used(Some(known))));
        }
        children(*holds, value, &pointer, found);
    }
}

fn children(holds: Holds, value: &Value, pointer: &str, found: &mut Vec<Use>) {
    match (holds, value) {
        (Holds::One(name), value) => object(name, value, pointer, found),
        (Holds::List(name), Value::Array(items)) => {
            for (index, item) in items.iter().enumerate() {
                object(name, item, &below(pointer, &index.to_string()), found);
            }
        }
        (Holds::Map(name), Value::Object(members)) => {
            for (key, member) in members {
                object(name, member, &below(pointer, key), found);
            }
        }
        _ => {}
    }
}

/// A pointer as diagnostics write it (RFC 6901, 3).
fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::uses;

    #[test]
    fn a_construct_counts_where_it_means_what_it_says() {
        let document = json!({
            "paths": { "/a": { "get": { "parameters": [{ "in": "query", "style": "form" }] } } },
            "components": { "schemas": { "type": {
                "type": ["null", "object"],
                "properties": { "xml": { "example": { "oneOf": [] } } },
            } } },
        });
        let found = uses(&document);
        let named = |object: &str, field: &str| {
            found
                .iter()
                .filter(|used| used.object == object && used.field == field)
                .count()
        };
        assert_eq!(named("Schema Object", "type"), 3);
        assert_eq!(named("Schema Object", "xml"), 0);
        assert_eq!(named("Schema Object", "oneOf"), 0);
        let style = found.iter().find(|used| used.value == Some("form"));
        let pointer = style.map(|used| used.pointer.as_str());
        assert_eq!(pointer, Some("#/paths/~1a/get/parameters/0/style"));
    }
}
