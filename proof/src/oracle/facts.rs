//! What a reader says of a document, in one vocabulary for all of them.

use std::collections::{BTreeMap, BTreeSet};

/// What a reader says: a subject, and what is said of it; nothing where the reader cannot know.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts(BTreeMap<String, Option<String>>);

/// A subject of which two readers do not say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The subject, as `GET /pets body`.
    pub subject: String,
    /// What we say; nothing when we say nothing.
    pub ours: Option<String>,
    /// What the other reader says.
    pub theirs: Option<String>,
}

/// What is compared of a parameter.
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) place: &'static str,
    pub(super) required: bool,
    /// The style and whether it explodes; nothing where `content` says how the value is written.
    pub(super) written: Option<(&'static str, bool)>,
}

impl Facts {
    pub(super) fn tell(&mut self, subject: String, said: String) {
        self.0.insert(subject, Some(said));
    }

    /// Notes a subject that the reader has no way to tell of.
    pub(super) fn cannot_tell(&mut self, subject: String) {
        self.0.insert(subject, None);
    }

    /// `operation` is the method and the path.
    pub(super) fn parameter(&mut self, operation: &str, parameter: &Parameter) {
        let Parameter {
            name,
            place,
            required,
            written,
        } = parameter;
        // "If the parameter location is `path`, this field is REQUIRED and its value MUST be `true`" (OpenAPI 3.1.1,
        // "Parameter Object"): ours holds documents to it, with a warning, the others do not.
        let required = *required || *place == "path";
        let written = written.map_or_else(
            || "content".to_owned(),
            |(style, explode)| format!("{style} explode={explode}"),
        );
        self.tell(
            format!("{operation} {place} parameter {name}"),
            format!("required={required} {written}"),
        );
    }

    pub(super) fn body<'a>(
        &mut self,
        operation: &str,
        required: bool,
        media_types: impl Iterator<Item = &'a str>,
    ) {
        let media_types = set(media_types);
        self.tell(
            format!("{operation} body"),
            format!("required={required} {media_types}"),
        );
    }

    pub(super) fn response<'a>(
        &mut self,
        operation: &str,
        status: &str,
        media_types: impl Iterator<Item = &'a str>,
    ) {
        let status = status.to_ascii_uppercase();
        self.tell(format!("{operation} status {status}"), set(media_types));
    }

    /// `alternatives`: the schemes of each, with their scopes.
    pub(super) fn security(
        &mut self,
        operation: &str,
        alternatives: impl Iterator<Item = BTreeMap<String, Vec<String>>>,
    ) {
        let alternatives: Vec<String> =
            alternatives.map(|schemes| format!("{schemes:?}")).collect();
        self.tell(format!("{operation} security"), alternatives.join(" or "));
    }

    pub(super) fn schema<'a>(
        &mut self,
        name: &str,
        properties: impl Iterator<Item = &'a str>,
        required: impl Iterator<Item = &'a str>,
    ) {
        self.tell(format!("schema {name} properties"), set(properties));
        self.tell(format!("schema {name} required"), set(required));
    }

    pub(super) fn schema_cannot_be_told(&mut self, name: &str) {
        self.cannot_tell(format!("schema {name} properties"));
        self.cannot_tell(format!("schema {name} required"));
    }

    /// How many subjects something is said of.
    #[must_use]
    pub fn told(&self) -> usize {
        self.0.values().flatten().count()
    }

    /// Where another reader says something else.
    #[must_use]
    pub fn differ(&self, theirs: &Self) -> Vec<Disagreement> {
        let subjects: BTreeSet<&String> = self.0.keys().chain(theirs.0.keys()).collect();
        let mut found = Vec::new();
        for subject in subjects {
            let (ours, theirs) = (self.0.get(subject), theirs.0.get(subject));
            if matches!(ours, Some(None)) || matches!(theirs, Some(None)) {
                continue;
            }
            if ours != theirs {
                found.push(Disagreement {
                    subject: subject.clone(),
                    ours: ours.cloned().flatten(),
                    theirs: theirs.cloned().flatten(),
                });
            }
        }
        found
    }
}

/// Names as a set.
fn set<'a>(names: impl Iterator<Item = &'a str>) -> String {
    format!("{:?}", names.collect::<BTreeSet<_>>())
}

#[cfg(test)]
mod tests {
    use super::Facts;

    fn facts(of: &[(&str, Option<&str>)]) -> Facts {
        let pairs = of.iter();
        Facts(pairs.map(|(a, b)| ((*a).to_owned(), b.map(str::to_owned))).collect())
    }

    #[test]
    fn what_one_says_and_the_other_does_not_is_a_disagreement() {
        let ours = facts(&[("a", Some("1")), ("b", Some("1")), ("c", Some("1"))]);
        let theirs = facts(&[("a", Some("2")), ("c", None), ("d", Some("1"))]);
        let differ = ours.differ(&theirs);
        let subjects: Vec<&str> =
            differ.iter().map(|differ| differ.subject.as_str()).collect();
        assert_eq!(subjects, ["a", "b", "d"]);
        assert_eq!(ours.differ(&ours), []);
        assert_eq!((ours.told(), theirs.told()), (3, 2));
    }
}
