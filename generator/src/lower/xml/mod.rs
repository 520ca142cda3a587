//! Bodies of XML: a table for each schema that is reached from one.

mod name;
mod narrow;
mod node;
mod shape;
mod tables;

use std::collections::BTreeSet;

use super::Lowering;
use super::media;
use crate::diagnostic::{Code, Diagnostic, Span};
use crate::document::{MediaType, Named};
use crate::ir::XmlPlace;
use crate::name::Words;

pub(super) use narrow::narrowed;
pub(super) use tables::Tables;

use node::Role;

/// Why something has no form in XML, and where it stands.
struct Problem {
    place: Span,
    reason: String,
}

/// What a walk from one root element is about.
struct Building<'a, 'l> {
    lowering: &'a mut Lowering<'l>,
    /// What is worth saying, should all of it have a form.
    notes: Vec<(Span, String)>,
    said: BTreeSet<(Span, String)>,
}

/// The root element of a body, by its position; `None` where it has no form in XML, which is reported.
pub(super) fn root(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    words: &Words,
) -> Option<usize> {
    let schema = content.value.schema?;
    let begin = lowering.xml.begin();
    let mut building = Building {
        lowering,
        notes: Vec::new(),
        said: BTreeSet::new(),
    };
    let inner = words.join(&Words::of("content"));
    let found = building.node(schema, None, Role::Root, &inner).and_then(|node| {
        building.shapes()?;
        building.settled(begin)?;
        Ok(node)
    });
    let notes = building.notes;
    match found {
        Ok(node) if node.place == XmlPlace::Element => {
            for (place, message) in notes {
                lowering.diagnostics.push(Diagnostic::warning(
                    Code::LooseXml,
                    place,
                    message,
                ));
            }
            Some(lowering.xml.root(words, node))
        }
        Ok(_) => {
            let place = lowering.document.schemas[schema].span;
            let reason = "a document of XML begins with an element".to_owned();
            refused(lowering, content, begin, Problem { place, reason })
        }
        Err(problem) => refused(lowering, content, begin, problem),
    }
}

fn refused(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    begin: usize,
    problem: Problem,
) -> Option<usize> {
    lowering.xml.forget(begin);
    let Problem { place, reason } = problem;
    let message =
        format!("a body of `{}` is passed as text: {reason}", content.name.text);
    let diagnostic =
        Diagnostic::warning(Code::UnsupportedXml, content.name.span, message)
            .related(place, "described here")
            .help("describe it so, or as `application/json`, too");
    lowering.diagnostics.push(diagnostic);
    None
}

/// The media type that a body of XML is sent as: a range is no media type.
pub(super) fn sent_as(media_type: &str) -> String {
    let essence = media::essence(media_type);
    if essence.contains('*') { "application/xml".to_owned() } else { essence }
}
