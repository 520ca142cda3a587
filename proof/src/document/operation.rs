//! Operations: parameters of every style, bodies of every sort, several answers.

use serde_json::{Map, Value, json};

use super::Drawing;
use super::words::{MEDIA_TYPES, OPERATIONS, PROPERTIES, PROSE, TAGS};

const METHODS: &[&str] =
    &["get", "post", "put", "delete", "patch", "head", "options", "trace"];

const STATUSES: &[&str] = &[
    "200", "201", "202", "204", "206", "2XX", "301", "400", "404", "409", "4XX", "500",
    "5XX", "default",
];

impl Drawing {
    /// What may be done at a path with these parameters.
    pub(super) fn path_item(&mut self, places: &[String]) -> Value {
        let mut item = Map::new();
        for method in self.some(METHODS, 1, 3) {
            item.insert(method.to_owned(), self.operation(method, places));
        }
        Value::Object(item)
    }

    fn operation(&mut self, method: &str, places: &[String]) -> Value {
        let mut operation = json!({ "parameters": self.parameters(places), "responses": self.responses() });
        if self.chance(85) {
            let id = *self.dice.one_of(OPERATIONS);
            let again = self.ids.iter().any(|known| known == id);
            let id =
                if again { format!("{id}{}", self.ids.len()) } else { id.to_owned() };
            self.ids.push(id.clone());
            operation["operationId"] = json!(id);
        }
        if ["post", "put", "patch", "delete"].contains(&method) && self.chance(75) {
            operation["requestBody"] =
                json!({ "content": self.content(false), "required": self.chance(60) });
        }
        if self.chance(60) {
            operation["tags"] = json!([self.of(TAGS)]);
        }
        if self.chance(30) {
            operation["description"] = self.of(PROSE);
        }
        match self.dice.below(10) {
            0 => operation["deprecated"] = json!(true),
            1 => operation["security"] = json!([]),
            2 => operation["security"] = json!([{ "token": [] }, { "key": [] }]),
            3 => operation["security"] = json!([{ "key": [], "basic": [] }, {}]),
            4 => {
                operation["security"] =
                    json!([{ "oauth": ["read"] }, { "connect": [] }]);
            }
            5 => operation["callbacks"] = self.callbacks(),
            _ => {}
        }
        operation
    }

    fn parameters(&mut self, places: &[String]) -> Vec<Value> {
        let mut found: Vec<Value> =
            places.iter().map(|place| self.parameter("path", place)).collect();
        for index in 0..self.dice.below(5) {
            let place =
                *self.dice.one_of(&["query", "query", "query", "header", "cookie"]);
            let name = *self.dice.one_of(PROPERTIES);
            let name = if place == "header" {
                format!("X-Header-{index}")
            } else {
                name.to_owned()
            };
            let is_new = |known: &Value| known["in"] != place || known["name"] != *name;
            if found.iter().all(is_new) {
                found.push(self.parameter(place, &name));
            }
        }
        found
    }

    fn parameter(&mut self, place: &str, name: &str) -> Value {
        let required = place == "path" || self.chance(30);
        let schema = self.schema(2);
        let mut parameter = json!({ "name": name, "in": place, "required": required });
        if self.chance(6) {
            parameter["content"] = json!({ "application/json": { "schema": schema } });
            return parameter;
        }
        parameter["schema"] = schema;
        if self.chance(30) {
            parameter["style"] = match place {
                "path" => self.of(&["simple", "label", "matrix"]),
                "query" => {
                    self.of(&["form", "spaceDelimited", "pipeDelimited", "deepObject"])
                }
                "header" => json!("simple"),
                _ => json!("form"),
            };
        }
        if self.chance(30) {
            parameter["explode"] = json!(self.chance(50));
        }
        if place == "query" && self.chance(10) {
            parameter["allowReserved"] = json!(true);
        }
        if self.chance(30) {
            parameter["description"] = self.of(PROSE);
        }
        parameter
    }

    fn responses(&mut self) -> Value {
        let mut responses = Map::new();
        for status in self.some(STATUSES, 1, 5) {
            let mut response = json!({ "description": self.of(PROSE) });
            if !["204", "301"].contains(&status) && self.chance(80) {
                response["content"] = self.content(true);
            }
            if self.chance(20) {
                let (one, two) = (self.schema(3), self.schema(3));
                response["headers"] = json!({ "X-One": { "schema": one }, "X-Two": { "schema": two, "required": true } });
            }
            responses.insert(status.to_owned(), response);
        }
        Value::Object(responses)
    }

    fn callbacks(&mut self) -> Value {
        let content = json!({ "application/json": { "schema": self.schema(1) } });
        let operation = json!({ "requestBody": { "content": content }, "responses": { "200": { "description": "Taken." } } });
        json!({ "onEvent": { "{$request.body#/url}": { "post": operation } } })
    }

    /// One or two media types.
    fn content(&mut self, is_answer: bool) -> Value {
        let mut content = Map::new();
        for _ in 0..=usize::from(self.chance(25)) {
            let media_type = *self.dice.one_of(MEDIA_TYPES);
            let is_form = ["multipart/form-data", "application/x-www-form-urlencoded"]
                .contains(&media_type);
            let described = match media_type {
                _ if is_form && is_answer => continue,
                "multipart/form-data" => self.parts(),
                "application/x-www-form-urlencoded" => {
                    json!({ "schema": self.object(1) })
                }
                "application/x-ndjson" | "text/event-stream" if self.is_3_2 => {
                    json!({ "itemSchema": self.schema(1) })
                }
                "application/octet-stream" | "image/png" => json!({}),
                "text/plain" | "text/csv" => json!({ "schema": { "type": "string" } }),
                _ => json!({ "schema": self.schema(0) }),
            };
            content.insert(media_type.to_owned(), described);
        }
        if content.is_empty() {
            content.insert(
                "application/json".to_owned(),
                json!({ "schema": self.schema(0) }),
            );
        }
        Value::Object(content)
    }

    /// Parts, one of them a file, another with an encoding.
    fn parts(&mut self) -> Value {
        let mut schema = self.object(1);
        schema["properties"]["file"] = json!({ "type": "string", "format": "binary" });
        schema["properties"]["note"] = self.schema(2);
        let content_type =
            self.of(&["application/json", "text/plain", "image/png, image/jpeg"]);
        json!({ "schema": schema, "encoding": { "note": { "contentType": content_type } } })
    }
}
