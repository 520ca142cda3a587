//! The Parameter Object (OpenAPI 3.2.0, section 4.12).

use std::collections::BTreeSet;
use std::sync::Arc;

use super::keys::{Keys, key};
use super::reader::Reader;
use super::shared::{Sharable, Shared};
use super::tree::{NodeId, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Parameter, Place, Style, Text, Version};

const KEYS: Keys = Keys {
    noun: "a parameter",
    keys: &[
        key("name"),
        key("in"),
        key("description"),
        key("required"),
        key("deprecated"),
        key("allowEmptyValue"),
        key("style"),
        key("explode"),
        key("allowReserved"),
        key("schema"),
        key("content"),
        key("example"),
        key("examples"),
    ],
};

const EXCLUSIVE: &[[&str; 2]] = &[
    ["example", "examples"],
    ["content", "style"],
    ["content", "explode"],
    ["content", "allowReserved"],
];

impl Reader<'_> {
    /// `parameters` of a path item or an operation.
    pub(super) fn parameters(&mut self, node: NodeId) -> Vec<Arc<Parameter>> {
        let items = self.list(node, "`parameters`");
        let mut seen = BTreeSet::new();
        let mut parameters: Vec<Arc<Parameter>> = Vec::new();
        for item in items {
            let Some(parameter) = self.shared::<Parameter>(*item) else { continue };
            if seen.insert((parameter.name.text.clone(), parameter.place)) {
                parameters.push(parameter);
            } else {
                let name = &parameter.name.text;
                let message = format!(
                    "the parameter `{name}` stands twice in one list; the second one was left out"
                );
                self.warn(Code::DuplicateKey, self.span(*item), message);
            }
        }
        parameters
    }

    /// `style`.
    pub(super) fn style(&mut self, node: NodeId) -> Option<Style> {
        let text = self.text(node, "`style`")?;
        let style = match &*text.text {
            "matrix" => Style::Matrix,
            "label" => Style::Label,
            "simple" => Style::Simple,
            "form" => Style::Form,
            "spaceDelimited" => Style::SpaceDelimited,
            "pipeDelimited" => Style::PipeDelimited,
            "deepObject" => Style::DeepObject,
            "cookie" => Style::Cookie,
            other => {
                self.error(
                    Code::BadValue,
                    text.span,
                    format!("`{other}` is not a style of OpenAPI"),
                );
                return None;
            }
        };
        Some(style)
    }

    /// `in`.
    pub(super) fn place(&mut self, node: NodeId) -> Option<Place> {
        let text = self.text(node, "`in`")?;
        let help = match &*text.text {
            "path" => return Some(Place::Path),
            "query" => return Some(Place::Query),
            "header" => return Some(Place::Header),
            "cookie" => return Some(Place::Cookie),
            "querystring" => {
                if self.version < Version::V3_2 {
                    let message =
                        "`in: querystring` is of OpenAPI 3.2; it was read all the same";
                    self.warn(Code::OtherVersion, text.span, message);
                }
                return Some(Place::Querystring);
            }
            "body" | "formData" => {
                "this is Swagger 2.0; OpenAPI 3 has `requestBody` for it"
            }
            _ => "write `path`, `query`, `header` or `cookie`",
        };
        let message = format!("`in: {}` is not a place of OpenAPI", text.text);
        self.diagnostics
            .push(Diagnostic::error(Code::BadValue, text.span, message).help(help));
        None
    }
}

impl Sharable for Parameter {
    const NOUN: &'static str = "a parameter";

    fn table<'r>(reader: &'r mut Reader<'_>) -> &'r mut Shared<Self> {
        &mut reader.parameters
    }

    fn describe(&mut self, _summary: Option<Text>, description: Option<Text>) {
        self.description = description.or(self.description.take());
    }

    fn read(reader: &mut Reader<'_>, node: NodeId) -> Option<Self> {
        reader.exclude(node, KEYS.noun, EXCLUSIVE);
        let mut draft = Draft::default();
        for (name, member) in reader.fields(node, KEYS)? {
            draft.field(reader, name, member.value);
        }
        draft.finish(reader, node)
    }
}

/// A parameter before its defaults are filled in.
#[derive(Default)]
struct Draft {
    name: Option<Text>,
    place: Option<Place>,
    description: Option<Text>,
    required: Option<bool>,
    deprecated: bool,
    allow_empty_value: bool,
    style: Option<Style>,
    explode: Option<bool>,
    allow_reserved: bool,
    schema: Option<crate::document::SchemaId>,
    content: Vec<crate::document::Named<crate::document::MediaType>>,
    examples: Vec<crate::document::Named<Arc<crate::document::Example>>>,
}

impl Draft {
    fn field(&mut self, reader: &mut Reader<'_>, name: &str, value: NodeId) {
        let what = format_args!("`{name}` of a parameter");
        match name {
            "name" => self.name = reader.text(value, what),
            "in" => self.place = reader.place(value),
            "description" => self.description = reader.prose(value, what),
            "required" => self.required = reader.flag(value, what),
            "deprecated" => self.deprecated = reader.flag(value, what).unwrap_or(false),
            "allowEmptyValue" => {
                self.allow_empty_value = reader.flag(value, what).unwrap_or(false);
            }
            "style" => self.style = reader.style(value),
            "explode" => self.explode = reader.flag(value, what),
            "allowReserved" => {
                self.allow_reserved = reader.flag(value, what).unwrap_or(false);
            }
            "schema" => self.schema = reader.schema_at(value),
            "content" => self.content = reader.content(value),
            "example" => self.examples.insert(0, reader.bare_example(value)),
            "examples" => self.examples.extend(reader.examples(value)),
            _ => {}
        }
    }

    fn finish(self, reader: &mut Reader<'_>, node: NodeId) -> Option<Parameter> {
        for key in ["name", "in"] {
            if reader.tree.get(node, key).is_none() {
                reader.missing(node, "a parameter", key);
            }
        }
        let (name, place) = (self.name?, self.place?);
        let content = self.content.into_iter().next();
        reader.one_shape(node, "a parameter", self.schema.is_some());
        if place == Place::Querystring && self.schema.is_some() {
            let message = "a parameter `in: querystring` has `content`, not `schema`";
            reader.error(Code::BadValue, reader.span(node), message);
        }
        if place == Place::Path && self.required != Some(true) {
            let message = format!(
                "the path parameter `{}` was read as `required: true`, as it must be",
                name.text
            );
            reader.warn(Code::MissingKey, reader.span(node), message);
        }
        let style = self.style.unwrap_or(match place {
            Place::Path | Place::Header => Style::Simple,
            Place::Query | Place::Querystring | Place::Cookie => Style::Form,
        });
        Some(Parameter {
            component: reader.component(node),
            name,
            place,
            description: self.description,
            required: place == Place::Path || self.required == Some(true),
            deprecated: self.deprecated,
            allow_empty_value: self.allow_empty_value,
            style,
            explode: self
                .explode
                .unwrap_or(matches!(style, Style::Form | Style::Cookie)),
            allow_reserved: self.allow_reserved,
            schema: self.schema,
            content: if self.schema.is_some() { None } else { content },
            examples: self.examples,
            span: reader.span(node),
        })
    }
}

impl Reader<'_> {
    /// Checks that a parameter or header has either `schema` or `content` with one media type.
    pub(super) fn one_shape(&mut self, node: NodeId, noun: &str, schema: bool) {
        let Some(content) = self.tree.get(node, "content") else {
            if !schema && self.tree.get(node, "schema").is_none() {
                let swagger = self.tree.get(node, "type").is_some();
                let message = format!(
                    "{noun} has neither `schema` nor `content`; its values are taken as text"
                );
                let help = if swagger {
                    "put `type` and what goes with it under `schema`: this is Swagger 2.0's way"
                } else {
                    "say what its values are, for instance `schema: {type: string}`"
                };
                let span = self.span(node);
                self.diagnostics.push(
                    Diagnostic::warning(Code::MissingKey, span, message).help(help),
                );
            }
            return;
        };
        let span = self.span(content);
        if schema {
            let message = format!(
                "{noun} has both `schema` and `content`; `content` was left out"
            );
            self.warn(Code::BadValue, span, message);
        } else if let View::Object(members) = self.tree.view(content)
            && members.len() != 1
        {
            let message = format!(
                "`content` of {noun} must have one media type, but has {}",
                members.len()
            );
            self.error(Code::BadValue, span, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::document::{Parameter, Place, Style};
    use crate::read::testing::rest;
    use std::sync::Arc;

    fn parameters(version: &str, list: &str) -> (Vec<Arc<Parameter>>, Vec<String>) {
        let (document, told) =
            rest(version, &format!("paths:\n  /a:\n    parameters:\n{list}"));
        (document.path_items[0].parameters.clone(), told)
    }

    #[test]
    fn defaults_depend_on_the_place() {
        let (all, told) = parameters(
            "3.2",
            "      - {name: a, in: path, required: true, schema: {}}\n      - {name: b, in: query, schema: {}}\n      \
             - {name: c, in: header, schema: {}}\n      - {name: d, in: cookie, schema: {}}\n      - {name: e, in: query, style: pipeDelimited, schema: {}}\n      \
             - {name: f, in: cookie, style: cookie, schema: {}}\n",
        );
        let told_of: Vec<_> =
            all.iter().map(|p| (p.place, p.style, p.explode, p.required)).collect();
        let expected = [
            (Place::Path, Style::Simple, false, true),
            (Place::Query, Style::Form, true, false),
            (Place::Header, Style::Simple, false, false),
            (Place::Cookie, Style::Form, true, false),
            (Place::Query, Style::PipeDelimited, false, false),
            (Place::Cookie, Style::Cookie, true, false),
        ];
        assert_eq!(told_of, expected);
        assert!(told.is_empty());
    }

    #[test]
    fn a_path_parameter_is_required_even_when_it_does_not_say_so() {
        let (all, told) = parameters("3.1", "      - {name: a, in: path, schema: {}}\n");
        assert!(all[0].required);
        assert_eq!(
            told,
            [
                "6 warning CW1007: the path parameter `a` was read as `required: true`, as it must be"
            ]
        );
    }

    #[test]
    fn a_parameter_that_stands_twice_is_taken_once() {
        let (all, told) = parameters(
            "3.1",
            "      - {name: a, in: query, schema: {}}\n      - {name: a, in: header, schema: {}}\n      - {name: a, in: query, schema: {}}\n",
        );
        assert_eq!(all.len(), 2);
        assert_eq!(
            told,
            [
                "8 warning CW1004: the parameter `a` stands twice in one list; the second one was left out"
            ]
        );
    }

    #[test]
    fn what_is_no_parameter_is_refused() {
        let (all, told) = parameters(
            "3.1",
            "      - {name: a, in: body, schema: {}}\n      - {in: query, schema: {}}\n      - {name: c, in: query, type: string}\n      \
             - {name: d, in: query, content: {}}\n      - {name: e, in: query, style: comma, schema: {}}\n",
        );
        assert_eq!(all.len(), 3);
        let expected = [
            "6 error CW1011: `in: body` is not a place of OpenAPI",
            "7 error CW1007: a parameter has no `name`, which OpenAPI requires",
            "8 warning CW1007: a parameter has neither `schema` nor `content`; its values are taken as text",
            "8 warning CW1005: `type` is not a key of a parameter; it was left out",
            "9 error CW1011: `content` of a parameter must have one media type, but has 0",
            "10 error CW1011: `comma` is not a style of OpenAPI",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_component_knows_its_key_and_a_reference_may_describe_it_anew_since_3_1() {
        let components = "components: {parameters: {P: {name: p, in: query, description: old, schema: {}}}}\n";
        let list = "      - {$ref: '#/components/parameters/P', description: new}\n";
        let description = |version| {
            let (document, told) = rest(
                version,
                &format!("paths:\n  /a:\n    parameters:\n{list}{components}"),
            );
            assert!(told.is_empty());
            let parameter = document.path_items[0].parameters[0].clone();
            assert_eq!(parameter.component.as_deref(), Some("P"));
            parameter
                .description
                .as_ref()
                .map(|text| text.text.to_string())
                .unwrap_or_default()
        };
        assert_eq!(description("3.1"), "new");
        assert_eq!(description("3.0"), "old");
    }
}
