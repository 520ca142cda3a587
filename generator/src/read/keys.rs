//! The keys that an object may have: which OpenAPI version knows them, and what a misspelt one may mean.

use super::hint::hint;
use super::reader::Reader;
use super::tree::{Member, NodeId};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Version;

/// A key and the versions that know it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    name: &'static str,
    since: Version,
    until: Version,
}

/// What an object is called and which keys it may have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys {
    /// With its article: `an operation`.
    pub(super) noun: &'static str,
    pub(super) keys: &'static [Key],
}

/// A key of every version.
pub(super) const fn key(name: &'static str) -> Key {
    Key {
        name,
        since: Version::V3_0,
        until: Version::V3_2,
    }
}

/// A key since a version.
pub(super) const fn since(since: Version, name: &'static str) -> Key {
    Key {
        name,
        since,
        until: Version::V3_2,
    }
}

/// A key of 3.0 alone.
pub(super) const fn only_3_0(name: &'static str) -> Key {
    Key {
        name,
        since: Version::V3_0,
        until: Version::V3_0,
    }
}

impl Key {
    /// Whether this is its name.
    pub(super) fn is(self, name: &str) -> bool {
        self.name == name
    }
}

impl<'a> Reader<'a> {
    /// An object's members under the names that OpenAPI gives them.
    ///
    /// An `x-` extension is passed over.
    /// An unknown key is reported and left out, one of another version or in other letter case is reported and kept.
    pub(super) fn fields(
        &mut self,
        node: NodeId,
        keys: Keys,
    ) -> Option<Vec<(&'static str, &'a Member)>> {
        let members = self.object(node, keys.noun)?;
        Some(
            members
                .iter()
                .filter_map(|member| Some((self.known(member, keys, members)?, member)))
                .collect(),
        )
    }

    fn known(
        &mut self,
        member: &'a Member,
        keys: Keys,
        beside: &[Member],
    ) -> Option<&'static str> {
        let name = self.tree.key(member);
        if let Some(key) = keys.keys.iter().find(|key| key.name == name) {
            if self.version < key.since || self.version > key.until {
                self.other_version(member, *key, keys.noun);
            }
            return Some(key.name);
        }
        if name.starts_with("x-") {
            return None;
        }
        let twin = keys.keys.iter().find(|key| key.name.eq_ignore_ascii_case(name));
        let twin = twin.filter(|key| {
            let same =
                |other: &&Member| self.tree.key(other).eq_ignore_ascii_case(key.name);
            beside.iter().filter(same).count() == 1
        });
        let span = self.tree.key_span(member);
        if let Some(key) = twin {
            let message =
                format!("`{name}` was read as `{}`: keys are case-sensitive", key.name);
            self.diagnostics.push(
                Diagnostic::warning(Code::UnknownKey, span, message)
                    .help(format!("write `{}`", key.name)),
            );
            return Some(key.name);
        }
        if name == "$ref" {
            self.misplaced_reference(member, keys.noun);
            return None;
        }
        let message = format!("`{name}` is not a key of {}; it was left out", keys.noun);
        let help = if let Some(hint) = hint(keys.noun, name) {
            hint.to_owned()
        } else if let Some(near) = self.near(name, keys.keys.iter().map(|key| key.name))
        {
            format!("did you mean `{near}`?")
        } else {
            "begin the name with `x-` if it is an extension".to_owned()
        };
        self.diagnostics
            .push(Diagnostic::warning(Code::UnknownKey, span, message).help(help));
        None
    }

    /// What a `$ref` names where none may stand would be lost, so it is refused.
    fn misplaced_reference(&mut self, member: &Member, noun: &str) {
        let message = format!("`$ref` cannot stand in {noun}");
        let help = "write out what it names";
        self.diagnostics.push(
            Diagnostic::error(Code::UnknownKey, self.tree.key_span(member), message)
                .help(help),
        );
    }

    fn other_version(&mut self, member: &Member, key: Key, noun: &str) {
        let (name, version) = (key.name, self.version.as_str());
        let message = if self.version < key.since {
            let since = key.since.as_str();
            format!(
                "`{name}` of {noun} is a key of OpenAPI {since}, and this document is {version}; it was read all the same"
            )
        } else {
            let until = key.until.as_str();
            format!(
                "`{name}` of {noun} is a key of OpenAPI {until} that {version} no longer has; it was read all the same"
            )
        };
        self.warn(Code::OtherVersion, self.tree.key_span(member), message);
    }

    /// Says that a required key is missing.
    pub(super) fn missing(&mut self, node: NodeId, noun: &str, key: &str) {
        let message = format!("{noun} has no `{key}`, which OpenAPI requires");
        self.error(Code::MissingKey, self.span(node), message);
    }

    /// Says that a required key is missing that generation can do without.
    pub(super) fn lacks(&mut self, node: NodeId, noun: &str, key: &str) {
        let message = format!("{noun} has no `{key}`, which OpenAPI requires");
        self.warn(Code::MissingKey, self.span(node), message);
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::{reading, rest};

    #[test]
    fn an_unknown_key_is_reported_and_an_extension_is_not() {
        let (_, told) =
            rest("3.1", "x-anything: {$ref: 1}\npathz: {}\npaths: {x-y: 1}\n");
        assert_eq!(
            told,
            ["4 warning CW1005: `pathz` is not a key of the document; it was left out"]
        );
    }

    #[test]
    fn other_letter_case_is_read_when_no_other_key_can_be_meant() {
        let (document, told) = rest("3.1", "paths:\n  /a:\n    GET: {operationID: x}\n");
        assert_eq!(
            document.path_items[0].operations[0].id.as_ref().map(|id| &*id.text),
            Some("x")
        );
        let expected = [
            "5 warning CW1005: `GET` was read as `get`: keys are case-sensitive",
            "5 warning CW1005: `operationID` was read as `operationId`: keys are case-sensitive",
        ];
        assert_eq!(told, expected);
        let (document, told) = rest("3.1", "paths:\n  /a:\n    GET: {}\n    Get: {}\n");
        assert_eq!((document.path_items[0].operations.len(), told.len()), (0, 2));
    }

    #[test]
    fn a_key_of_another_version_is_read_with_a_warning() {
        let (document, told) = rest("3.0", "webhooks: {w: {}}\npaths: {}\n");
        assert_eq!(document.webhooks.len(), 1);
        let expected = "3 warning CW1015: `webhooks` of the document is a key of OpenAPI 3.1, and this document is 3.0; it was read all the same";
        assert_eq!(told, [expected]);
    }

    #[test]
    fn a_reference_where_none_may_stand_is_refused() {
        let (_, told) = reading(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\nservers: [{$ref: 'x', url: /}]\n",
        );
        assert_eq!(told, ["4 error CW1005: `$ref` cannot stand in a server"]);
    }
}
