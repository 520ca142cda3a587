//! The Tag Object and the External Documentation Object (OpenAPI 3.2.0, sections 4.22 and 4.11).

use super::keys::{Keys, key, since};
use super::reader::Reader;
use super::tree::{NodeId, View};
use crate::document::{ExternalDocs, Tag, Text, Version};

const TAG: Keys = Keys {
    noun: "a tag",
    keys: &[
        key("name"),
        since(Version::V3_2, "summary"),
        key("description"),
        key("externalDocs"),
        since(Version::V3_2, "parent"),
        since(Version::V3_2, "kind"),
    ],
};

const EXTERNAL_DOCS: Keys = Keys {
    noun: "`externalDocs`",
    keys: &[key("description"), key("url")],
};

impl Reader<'_> {
    /// `tags` of the document.
    pub(super) fn tags(&mut self, node: NodeId) -> Vec<Tag> {
        let items = self.list(node, "`tags`");
        items.iter().filter_map(|item| self.tag(*item)).collect()
    }

    /// `externalDocs`.
    pub(super) fn external_docs(&mut self, node: NodeId) -> Option<ExternalDocs> {
        let (mut url, mut description) = (None, None);
        if matches!(self.tree.view(node), View::Null) {
            return None;
        }
        for (name, member) in self.fields(node, EXTERNAL_DOCS)? {
            let text =
                self.prose(member.value, format_args!("`{name}` of `externalDocs`"));
            if name == "url" {
                url = text;
            } else {
                description = text;
            }
        }
        if url.is_none() {
            self.lacks(node, "`externalDocs`", "url");
        }
        Some(ExternalDocs { url: url?, description })
    }

    fn tag(&mut self, node: NodeId) -> Option<Tag> {
        if let View::Text(_) = self.tree.view(node) {
            let name = self.healed_name(node, "a tag")?;
            return Some(bare(name));
        }
        let mut tag = bare(Text {
            text: "".into(),
            span: self.span(node),
        });
        let mut named = false;
        for (name, member) in self.fields(node, TAG)? {
            let what = format_args!("`{name}` of a tag");
            match name {
                "name" => {
                    tag.name = self.text(member.value, what)?;
                    named = true;
                }
                "summary" => tag.summary = self.prose(member.value, what),
                "description" => tag.description = self.prose(member.value, what),
                "externalDocs" => tag.external_docs = self.external_docs(member.value),
                "parent" => tag.parent = self.prose(member.value, what),
                "kind" => tag.kind = self.prose(member.value, what),
                _ => {}
            }
        }
        if !named {
            self.lacks(node, "a tag", "name");
            return None;
        }
        Some(tag)
    }

    /// A string where an object with that name should stand.
    fn healed_name(&mut self, node: NodeId, noun: &str) -> Option<Text> {
        let message =
            format!("{noun} must be an object; the string was read as its name");
        self.warn(crate::diagnostic::Code::WrongType, self.span(node), message);
        self.text(node, noun)
    }
}

fn bare(name: Text) -> Tag {
    Tag {
        name,
        summary: None,
        description: None,
        external_docs: None,
        parent: None,
        kind: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::read::testing::rest;

    #[test]
    fn a_tag_is_read_whole() {
        let (document, told) = rest(
            "3.2",
            "paths: {}\ntags:\n  - {name: a, summary: s, description: d, parent: p, kind: nav, externalDocs: {url: u}}\n",
        );
        let tag = &document.tags[0];
        let texts = [&tag.summary, &tag.description, &tag.parent, &tag.kind];
        let texts = texts.map(|text| text.as_ref().map(|text| text.text.to_string()));
        assert_eq!(texts.map(Option::unwrap_or_default), ["s", "d", "p", "nav"]);
        assert_eq!(tag.external_docs.as_ref().map(|docs| &*docs.url.text), Some("u"));
        assert!(told.is_empty());
    }

    #[test]
    fn a_string_is_a_tag_s_name() {
        let (document, told) = rest("3.1", "paths: {}\ntags: [a]\n");
        assert_eq!(&*document.tags[0].name.text, "a");
        assert_eq!(
            told,
            [
                "4 warning CW1006: a tag must be an object; the string was read as its name"
            ]
        );
    }
}
