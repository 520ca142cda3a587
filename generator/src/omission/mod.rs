//! What is left out when parts of a document cannot be honoured: those with errors, and those that name them.
//!
//! An error that lies in an operation, a path item or a component concerns that part alone; the document is then read
//! and lowered anew without it, so that nothing in the crate knows of it.

mod list;
mod place;
mod uses;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::document::part::{SECURITY, above, last_token, part};
use place::Places;
use uses::{Uses, operations};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity, Source, Span};
use crate::document::Document;

/// What is left out so far.
#[derive(Debug, Default)]
pub struct Omissions {
    /// The document's texts, its own first.
    sources: Vec<Source>,
    parts: BTreeMap<String, Part>,
    pointers: BTreeSet<String>,
    /// Every error so far, its pointer filled in: what is left out cannot be located any more.
    errors: Vec<Diagnostic>,
    /// What the first reading, which saw the whole document, knows of pointers.
    whole: Option<Diagnostics>,
}

/// One part that is left out.
#[derive(Debug)]
struct Part {
    /// Where the error stands, or the name of what has it.
    at: Span,
    /// The position of the error among [`Omissions::errors`].
    error: usize,
    /// The part that it names, when the error is not its own.
    names: Option<String>,
    /// The calls that go with it.
    calls: Vec<Lost>,
}

/// An operation that is left out.
#[derive(Debug)]
struct Lost {
    /// Its `operationId`, or the method and the path.
    id: String,
    /// The method and the path.
    call: String,
    at: Span,
}

impl Omissions {
    /// Nothing left out of the document of these texts, its own first.
    #[must_use]
    pub fn of(sources: &[Source]) -> Self {
        Self {
            sources: sources.to_vec(),
            ..Self::default()
        }
    }

    /// The places of all that is left out, as [`read_bundle`](crate::read::read_bundle) takes them.
    #[must_use]
    pub fn pointers(&self) -> &BTreeSet<String> {
        &self.pointers
    }

    /// Leaves out what the errors of one reading lie in and what names it; `false` when an error concerns more than
    /// parts of the document.
    pub fn add(&mut self, document: &Document, diagnostics: &Diagnostics) -> bool {
        let sources = std::mem::take(&mut self.sources);
        let places = Places::new(&sources, diagnostics);
        let added = self.add_parts(document, &places, diagnostics);
        self.sources = sources;
        added
    }

    fn add_parts(
        &mut self,
        document: &Document,
        places: &Places<'_>,
        diagnostics: &Diagnostics,
    ) -> bool {
        let mut waiting = VecDeque::new();
        for error in diagnostics.iter().filter(|found| found.severity == Severity::Error)
        {
            let span = cause(error);
            let found = places.place(span).unwrap_or_default();
            let Some(place) = part(&found).filter(|place| *place != SECURITY) else {
                return false;
            };
            let place = place.to_owned();
            self.errors.push(Diagnostic {
                pointer: diagnostics.pointer(span),
                ..error.clone()
            });
            waiting.push_back((place, error.span, self.errors.len() - 1, None));
        }
        let uses = Uses::find(document, places);
        let before = self.parts.len();
        while let Some((place, at, error, names)) = waiting.pop_front() {
            if self.is_left_out(&place) {
                continue;
            }
            for user in uses.of(&place) {
                let names = Some(place.clone());
                waiting.push_back((user.part.clone(), user.at, error, names));
            }
            let part = Part {
                at,
                error,
                names,
                calls: Vec::new(),
            };
            self.pointers.insert(place.clone());
            self.parts.insert(place, part);
        }
        self.add_calls(document, places);
        self.whole.get_or_insert_with(|| diagnostics.with(Vec::new()));
        self.parts.len() > before
    }

    /// What is said in the end: the errors, which operations went with others, and what the last reading told.
    #[must_use]
    pub fn told(&self, last: Diagnostics) -> Diagnostics {
        let Some(whole) = &self.whole else { return last };
        let errors = self.errors.iter().cloned();
        let found = errors.chain(self.notes()).chain(last.iter().cloned());
        whole.with(found.collect())
    }

    /// A warning for each operation without an error of its own.
    fn notes(&self) -> Vec<Diagnostic> {
        let mut notes = Vec::new();
        for part in self.parts.values() {
            let Some(needed) = &part.names else { continue };
            for Lost { id, .. } in &part.calls {
                let message = if needed == SECURITY {
                    format!("`{id}` is left out: its credentials cannot be honoured")
                } else {
                    format!("`{id}` is left out: it needs `{}`", self.shown(needed))
                };
                let cause = self.errors[part.error].span;
                notes.push(
                    Diagnostic::warning(Code::LeftOut, part.at, message)
                        .related(cause, "which cannot be honoured"),
                );
            }
        }
        notes
    }

    /// Whether an error comes again with every reading, although the part it lies in is left out.
    #[must_use]
    pub fn comes_again(&self, found: &Diagnostic) -> bool {
        let same = |error: &Diagnostic| {
            error.span == found.span && error.message == found.message
        };
        found.code == Code::DuplicateKey && self.errors.iter().any(same)
    }

    fn is_left_out(&self, place: &str) -> bool {
        above(place).any(|above| self.parts.contains_key(above))
    }

    /// Notes which calls go with the parts that are new.
    fn add_calls(&mut self, document: &Document, places: &Places<'_>) {
        for (path, operation) in operations(document) {
            let Some(pointer) = places.place(operation.span) else { continue };
            let found = above(&pointer).find(|above| self.parts.contains_key(*above));
            let Some(part) = found.and_then(|place| self.parts.get_mut(place)) else {
                continue;
            };
            let verb = last_token(&pointer).to_ascii_uppercase();
            let call = format!("{verb} {}", path.text);
            part.calls.push(Lost {
                id: operation
                    .id
                    .as_ref()
                    .map_or_else(|| call.clone(), |id| id.text.to_string()),
                call,
                at: operation.span,
            });
        }
    }
}

/// Where what an error is about stands; a key that stands twice lies where the first of the two is.
fn cause(error: &Diagnostic) -> Span {
    let first = error.related.as_ref().filter(|_| error.code == Code::DuplicateKey);
    first.map_or(error.span, |(span, _)| *span)
}
