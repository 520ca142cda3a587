//! Schemas of every sort, most of which nobody would write.

use serde_json::{Map, Value, json};

use super::Drawing;
use super::words::{INTEGER_FORMATS, PROPERTIES, PROSE, TEXT_FORMATS, VALUES};

/// How deep a schema goes.
const DEEPEST: usize = 3;

impl Drawing {
    /// A reference to one of the components.
    pub(super) fn reference(&mut self) -> Value {
        json!({ "$ref": format!("#/components/schemas/{}", self.component()) })
    }

    /// The name of one of the components.
    fn component(&mut self) -> String {
        let index = self.dice.below(self.components.len());
        self.components[index].clone()
    }

    /// A schema at some depth.
    pub(super) fn schema(&mut self, depth: usize) -> Value {
        let schema = match self.dice.below(100) {
            _ if depth > DEEPEST => self.scalar(),
            0..35 => self.scalar(),
            35..50 => self.reference(),
            50..75 => self.object(depth),
            75..87 => self.array(depth),
            _ => self.combined(depth),
        };
        let schema = self.perhaps_null(schema);
        self.annotated(schema)
    }

    fn scalar(&mut self) -> Value {
        match self.dice.below(10) {
            0..3 => self.text(),
            3..5 => self.integer(),
            5 => {
                json!({ "type": "number", "format": self.of(&["float", "double", "decimal"]) })
            }
            6 => json!({ "type": "boolean" }),
            7 if self.is_3_0 => json!({ "type": "string", "enum": ["only"] }),
            7 => {
                json!({ "const": self.dice.one_of(&[json!("x"), json!(1), json!(true), json!(null), json!(1.5)]) })
            }
            8 => json!({}),
            _ => self.reference(),
        }
    }

    fn text(&mut self) -> Value {
        let mut schema = json!({ "type": "string" });
        match self.dice.below(10) {
            0..4 => schema["format"] = self.of(TEXT_FORMATS),
            4..6 => schema["enum"] = json!(self.some(VALUES, 1, 6)),
            6 => schema["pattern"] = json!("^[a-z]+$"),
            7 => schema["default"] = json!("x"),
            _ => {}
        }
        schema
    }

    fn integer(&mut self) -> Value {
        let mut schema = json!({ "type": "integer" });
        match self.dice.below(10) {
            0..4 => schema["format"] = self.of(INTEGER_FORMATS),
            4..6 => {
                schema["minimum"] =
                    json!(self.dice.one_of(&[0.0, 1.0, -5.0, 1e20, -1e20]));
            }
            6 => schema["enum"] = json!([0, 1, 1_000_000_000_000_i64]),
            7 => schema["default"] = json!(7),
            _ => {}
        }
        schema
    }

    /// An object with properties, and perhaps with others.
    pub(super) fn object(&mut self, depth: usize) -> Value {
        let mut schema = json!({ "type": "object" });
        if !self.chance(10) {
            let names = self.some(PROPERTIES, 1, 7);
            let mut properties = Map::new();
            for name in &names {
                properties.insert((*name).to_owned(), self.schema(depth + 1));
            }
            schema["properties"] = Value::Object(properties);
            let required: Vec<&str> =
                names.into_iter().filter(|_| self.chance(40)).collect();
            if !required.is_empty() {
                schema["required"] = json!(required);
            }
        }
        match self.dice.below(10) {
            0 => schema["additionalProperties"] = json!(true),
            1 => schema["additionalProperties"] = json!(false),
            2 => schema["additionalProperties"] = self.schema(depth + 1),
            3 if !self.is_3_0 => {
                schema["patternProperties"] = json!({ "^x-": self.schema(depth + 1) });
            }
            _ => {}
        }
        schema
    }

    fn array(&mut self, depth: usize) -> Value {
        let items = self.schema(depth + 1);
        if self.is_3_0 || !self.chance(25) {
            let unique = self.chance(10);
            return json!({ "type": "array", "items": items, "uniqueItems": unique });
        }
        let length = 1 + self.dice.below(4);
        let items: Vec<Value> = (0..length).map(|_| self.schema(depth + 1)).collect();
        let mut schema = json!({ "type": "array", "prefixItems": items });
        if self.chance(70) {
            schema["items"] = json!(false);
        }
        if self.chance(70) {
            schema["minItems"] = json!(length);
        }
        schema
    }

    fn combined(&mut self, depth: usize) -> Value {
        let keyword = *self.dice.one_of(&["allOf", "oneOf", "anyOf"]);
        let mut schema =
            if self.chance(25) { self.object(depth + 1) } else { json!({}) };
        let mut branches = Vec::new();
        for _ in 0..=self.dice.below(4) {
            branches.push(match self.dice.below(20) {
                0..11 => self.reference(),
                11..17 => self.object(depth + 1),
                _ => self.schema(depth + 1),
            });
        }
        schema[keyword] = json!(branches);
        if keyword != "allOf" && self.chance(30) {
            schema["discriminator"] =
                json!({ "propertyName": self.of(&["type", "kind", "@type"]) });
            if self.chance(40) {
                let target = self.reference()["$ref"].take();
                schema["discriminator"]["mapping"] = json!({ "a": target });
            }
        }
        schema
    }

    /// The same schema, and sometimes `null` beside it.
    fn perhaps_null(&mut self, mut schema: Value) -> Value {
        if !self.chance(15) {
            return schema;
        }
        if self.is_3_0 {
            schema["nullable"] = json!(true);
        } else if schema["type"].is_string() {
            schema["type"] = json!([schema["type"], "null"]);
        } else {
            schema = json!({ "anyOf": [schema, { "type": "null" }] });
        }
        schema
    }

    fn annotated(&mut self, mut schema: Value) -> Value {
        if self.is_3_0 && schema.get("$ref").is_some() {
            return schema;
        }
        if self.chance(30) {
            schema["description"] = self.of(PROSE);
        }
        match self.dice.below(20) {
            0 => schema["deprecated"] = json!(true),
            1 => schema["readOnly"] = json!(true),
            2 => schema["writeOnly"] = json!(true),
            3 => schema["title"] = json!("A title of it"),
            4 => schema["xml"] = json!({ "name": "item" }),
            _ => {}
        }
        schema
    }
}
