//! Disagreements that are known: each says why, and one that is none any more has to go.

use serde::Deserialize;

use super::Disagreement;

/// The list, as its file says it.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Known {
    #[serde(default, rename = "known")]
    entries: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// The document, by its path below the repository or below the corpus.
    document: String,
    /// How the subject begins: empty for all of a document.
    #[serde(default)]
    subject: String,
    /// Who is right, and why.
    why: String,
}

impl Known {
    /// Reads the list.
    ///
    /// # Errors
    ///
    /// When the text is not such a list.
    pub fn parse(text: &str) -> Result<Self, toml::de::Error> {
        toml::from_str(text)
    }

    /// What is wrong with the disagreements of some documents: those that nobody knows, and entries about these documents
    /// that are needed no more.
    #[must_use]
    pub fn wrong(&self, found: &[(String, Vec<Disagreement>)]) -> Vec<String> {
        let mut needed = vec![false; self.entries.len()];
        let mut wrong = Vec::new();
        for (document, disagreements) in found {
            for disagreement in disagreements {
                let explains = |entry: &Entry| {
                    entry.document == *document
                        && disagreement.subject.starts_with(&entry.subject)
                };
                match self.entries.iter().position(explains) {
                    Some(index) => needed[index] = true,
                    None => wrong.push(sentence(document, disagreement)),
                }
            }
        }
        for (entry, needed) in self.entries.iter().zip(needed) {
            let Entry { document, subject, why } = entry;
            let asked = found.iter().any(|(name, _)| name == document);
            if asked && !needed {
                wrong.push(format!(
                    "{document}: {subject}: agreed upon, its entry can go"
                ));
            }
            if why.trim().is_empty() {
                wrong.push(format!("{document}: {subject}: its entry needs a why"));
            }
        }
        wrong
    }
}

fn sentence(document: &str, disagreement: &Disagreement) -> String {
    let Disagreement { subject, ours, theirs } = disagreement;
    let said = |said: &Option<String>| said.clone().unwrap_or_else(|| "nothing".into());
    format!(
        "{document}: {subject}\n    ours: {}\n    theirs: {}",
        said(ours),
        said(theirs)
    )
}

#[cfg(test)]
mod tests {
    use super::super::Disagreement;
    use super::Known;

    #[test]
    fn what_is_not_known_and_what_is_not_needed_are_both_wrong() {
        let known = Known::parse(
            "[[known]]\ndocument = 'a'\nsubject = 'GET /x'\nwhy = 'w'\n[[known]]\ndocument = 'b'\nwhy = ''\n[[known]]\ndocument = 'not asked'\nwhy = 'w'\n",
        );
        let disagreement = |subject: &str| Disagreement {
            subject: subject.to_owned(),
            ours: Some("1".to_owned()),
            theirs: None,
        };
        let found = [
            ("a".to_owned(), vec![disagreement("GET /x body"), disagreement("GET /y")]),
            ("b".to_owned(), Vec::new()),
        ];
        let wrong = known.map(|known| known.wrong(&found)).unwrap_or_default();
        let expected = [
            "a: GET /y\n    ours: 1\n    theirs: nothing",
            "b: : agreed upon, its entry can go",
            "b: : its entry needs a why",
        ];
        assert_eq!(wrong, expected);
    }
}
