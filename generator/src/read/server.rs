//! The Server Object and its variables (OpenAPI 3.2.0, sections 4.5 and 4.6).

use std::fmt::Display;

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::tree::{NodeId, View};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Named, Server, ServerVariable, Text, Version};

const SERVER: Keys = Keys {
    noun: "a server",
    keys: &[
        key("url"),
        key("description"),
        since(Version::V3_2, "name"),
        key("variables"),
    ],
};

const VARIABLE: Keys = Keys {
    noun: "a server variable",
    keys: &[key("enum"), key("default"), key("description")],
};

impl Reader<'_> {
    /// `servers`.
    pub(super) fn servers(&mut self, node: NodeId) -> Vec<Server> {
        if let View::Object(_) = self.tree.view(node) {
            let message =
                "`servers` must be an array; the object was read as its only server";
            self.warn(Code::WrongType, self.span(node), message);
            return self.server(node).into_iter().collect();
        }
        let items = self.list(node, "`servers`");
        items.iter().filter_map(|item| self.server(*item)).collect()
    }

    /// One server.
    pub(super) fn server(&mut self, node: NodeId) -> Option<Server> {
        if let View::Text(_) = self.tree.view(node) {
            let message = "a server must be an object; the string was read as its URL";
            self.diagnostics.push(
                Diagnostic::warning(Code::WrongType, self.span(node), message)
                    .help("write `url:` before it"),
            );
            let url = self.text(node, "a server")?;
            return Some(Server {
                url,
                description: None,
                name: None,
                variables: Vec::new(),
            });
        }
        let (mut url, mut description, mut name, mut variables) =
            (None, None, None, Some(Vec::new()));
        for (field, member) in self.fields(node, SERVER)? {
            let what = format_args!("`{field}` of a server");
            match field {
                "url" => url = self.text(member.value, what),
                "description" => description = self.prose(member.value, what),
                "name" => name = self.prose(member.value, what),
                "variables" => variables = self.server_variables(member.value),
                _ => {}
            }
        }
        if url.is_none() && self.tree.get(node, "url").is_none() {
            self.missing(node, "a server", "url");
        }
        Some(Server {
            url: url?,
            description,
            name,
            variables: variables?,
        })
    }

    /// The variables; nothing when one of them has no value to begin with, without which the server has no URL.
    fn server_variables(&mut self, node: NodeId) -> Option<Vec<Named<ServerVariable>>> {
        let members = self.map(node, "`variables` of a server");
        members
            .iter()
            .map(|member| {
                Some(Named {
                    name: self.key(member),
                    value: self.server_variable(member.value)?,
                })
            })
            .collect()
    }

    fn server_variable(&mut self, node: NodeId) -> Option<ServerVariable> {
        let (mut default, mut values, mut description) = (None, Vec::new(), None);
        for (name, member) in self.fields(node, VARIABLE)? {
            let what = format_args!("`{name}` of a server variable");
            match name {
                "default" => default = self.text(member.value, what),
                "enum" => values = self.server_values(member.value, what),
                "description" => description = self.prose(member.value, what),
                _ => {}
            }
        }
        let default = default.or_else(|| self.first_value(node, &values))?;
        Some(ServerVariable {
            default,
            values,
            description,
        })
    }

    fn server_values(&mut self, node: NodeId, what: impl Display + Copy) -> Vec<Text> {
        let values = self.texts(node, what);
        if values.is_empty() {
            let message = format!("{what} must not be empty; it was read as absent");
            self.warn(Code::BadValue, self.span(node), message);
        }
        values
    }

    /// What stands in for a variable's missing `default`: the first of `enum`.
    fn first_value(&mut self, node: NodeId, values: &[Text]) -> Option<Text> {
        let first = values.first().cloned();
        let message = match &first {
            Some(first) => {
                format!("a server variable has no `default`; `{}` was taken", first.text)
            }
            None => {
                "a server variable has no `default`; its server was left out".to_owned()
            }
        };
        let span = self.span(node);
        self.warn(Code::MissingKey, span, message);
        first
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn variables_are_read_and_a_missing_default_is_the_first_value() {
        let (document, told) = rest(
            "3.2",
            "paths: {}\nservers:\n  - url: https://{a}.x/{b}\n    name: n\n    variables:\n      a: {enum: [one, two]}\n      b: {default: 8443}\n",
        );
        let server = &document.servers[0];
        let texts: Vec<_> = server
            .variables
            .iter()
            .map(|v| (&*v.name.text, &*v.value.default.text))
            .collect();
        assert_eq!(texts, [("a", "one"), ("b", "8443")]);
        let expected = [
            "8 warning CW1007: a server variable has no `default`; `one` was taken",
            "9 warning CW1006: `default` of a server variable must be a string; this was read as `8443`",
        ];
        assert_eq!(told, expected);
    }

    #[test]
    fn a_server_whose_variable_has_no_value_is_left_out() {
        let (document, told) = rest(
            "3.1",
            "paths: {}\nservers:\n  - {url: 'https://{a}', variables: {a: {description: d}}}\n  - url: https://b\n",
        );
        assert_eq!(document.servers.len(), 1);
        let expected = "5 warning CW1007: a server variable has no `default`; its server was left out";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn a_string_or_a_lone_object_is_a_server() {
        let (document, told) = rest("3.1", "paths: {}\nservers: [https://a]\n");
        assert_eq!((&*document.servers[0].url.text, told.len()), ("https://a", 1));
        let (document, told) = rest("3.1", "paths: {}\nservers: {url: https://b}\n");
        assert_eq!((&*document.servers[0].url.text, told.len()), ("https://b", 1));
        let (document, told) = rest("3.1", "paths: {}\nservers: [{}]\n");
        assert!(document.servers.is_empty());
        assert_eq!(
            told,
            ["4 error CW1007: a server has no `url`, which OpenAPI requires"]
        );
    }
}
