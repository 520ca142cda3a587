//! Documents that nobody wrote, valid in form: every sort of schema, parameter, body and answer, under names that nobody
//! likes.

mod operation;
mod schema;
mod words;

use serde_json::{Map, Value, json};

use crate::draw::Dice;
use words::{COMPONENTS, PLACES, SEGMENTS};

/// What is known while a document is drawn.
struct Drawing {
    dice: Dice,
    is_3_0: bool,
    is_3_2: bool,
    /// The names of the components.
    components: Vec<String>,
    /// The ids of the operations so far.
    ids: Vec<String>,
}

/// A document: the same for the same seed.
#[must_use]
pub fn drawn(seed: u64) -> Value {
    let mut dice = Dice(seed);
    // The first numbers of neighbouring seeds are alike.
    for _ in 0..8 {
        dice.below(1);
    }
    let version = *dice.one_of(&["3.0.3", "3.0.4", "3.1.0", "3.1.1", "3.2.0"]);
    let mut drawing = Drawing {
        dice,
        is_3_0: version.starts_with("3.0"),
        is_3_2: version.starts_with("3.2"),
        components: Vec::new(),
        ids: Vec::new(),
    };
    let count = drawing.dice.below(16);
    let components = drawing.some(COMPONENTS, 8, 9 + count);
    drawing.components = components.into_iter().map(str::to_owned).collect();
    let schemas = drawing.schemas();
    let paths = drawing.paths();
    let mut document = json!({
        "openapi": version,
        "info": { "title": format!("Drawn {seed}"), "version": "1" },
        "servers": [
            { "url": "https://{region}.example.com/{base}", "variables": { "region": { "default": "eu", "enum": ["eu", "us"] }, "base": { "default": "v1" } } },
            { "url": "/relative" },
        ],
        "security": [{ "token": [] }],
        "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": schemes() },
    });
    if !drawing.is_3_0 && drawing.chance(40) {
        let content = json!({ "application/json": { "schema": drawing.schema(0) } });
        document["webhooks"] = json!({ "new.event": { "post": { "requestBody": { "content": content }, "responses": { "200": { "description": "Taken." } } } } });
    }
    document
}

fn schemes() -> Value {
    json!({
        "token": { "type": "http", "scheme": "bearer" },
        "basic": { "type": "http", "scheme": "basic" },
        "key": { "type": "apiKey", "in": "query", "name": "key" },
        "oauth": { "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": "https://example.com/token", "scopes": { "read": "Reads." } } } },
        "connect": { "type": "openIdConnect", "openIdConnectUrl": "https://example.com/.well-known/openid-configuration" },
    })
}

impl Drawing {
    /// Whether something happens that does so often in a hundred times.
    fn chance(&mut self, per_cent: usize) -> bool {
        self.dice.below(100) < per_cent
    }

    /// One of these texts.
    fn of(&mut self, texts: &[&str]) -> Value {
        json!(self.dice.one_of(texts))
    }

    /// Some of these texts, none twice.
    fn some<'t>(
        &mut self,
        texts: &[&'t str],
        least: usize,
        most: usize,
    ) -> Vec<&'t str> {
        let count = least + self.dice.below(most - least + 1);
        let mut found = Vec::new();
        for _ in 0..count {
            let text = *self.dice.one_of(texts);
            if !found.contains(&text) {
                found.push(text);
            }
        }
        found
    }

    fn schemas(&mut self) -> Map<String, Value> {
        let mut schemas = Map::new();
        for name in self.components.clone() {
            let schema = if self.chance(50) { self.object(0) } else { self.schema(0) };
            schemas.insert(name, schema);
        }
        schemas
    }

    fn paths(&mut self) -> Map<String, Value> {
        let mut paths = Map::new();
        for _ in 0..8 + self.dice.below(12) {
            let (mut path, mut places) = (String::new(), Vec::new());
            for depth in 0..=self.dice.below(3) {
                path = format!("{path}/{}", self.dice.one_of(SEGMENTS));
                if self.chance(40) {
                    let place = format!("{}{depth}", self.dice.one_of(PLACES));
                    path = format!("{path}/{{{place}}}");
                    places.push(place);
                }
            }
            let item = self.path_item(&places);
            paths.insert(path, item);
        }
        paths
    }
}
