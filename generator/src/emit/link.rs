//! Links of responses, in the documentation of their operation.

use super::ident::linked;
use super::{docs, markdown, outcome};
use crate::ir::{Link, LinkTarget};

/// Adds a section with an entry for each link; none where there are none.
pub(super) fn push(out: &mut Vec<String>, links: &[Link]) {
    if links.is_empty() {
        return;
    }
    docs::push_paragraph(out, vec!["# What may follow".to_owned()]);
    out.push(String::new());
    for link in links {
        let text = markdown::wrapped(&sentence(link));
        for (index, line) in text.into_iter().enumerate() {
            let before = if index == 0 { "* " } else { "  " };
            out.push(format!("{before}{line}"));
        }
    }
}

fn sentence(link: &Link) -> String {
    let Link {
        status,
        target,
        given,
        description,
    } = link;
    let target = match target {
        LinkTarget::Operation { group, method } => {
            let method_path = linked(method);
            format!("[`{group}::{method}`](crate::operations::{group}::{method_path})")
        }
        LinkTarget::Elsewhere(named) => docs::code(named),
    };
    let given = given.iter().map(|(name, value)| {
        let name = name.as_deref().map_or_else(|| "the body".to_owned(), docs::code);
        format!("{name} from {}", docs::code(value))
    });
    let given = given.collect::<Vec<_>>().join(", ");
    let with = if given.is_empty() { "" } else { ", with " };
    let status = outcome::status_text(*status);
    let said = description.as_deref().map(markdown::line).unwrap_or_default();
    let end = if said.is_empty() {
        String::new()
    } else {
        format!(" {}", docs::sentence(&said))
    };
    format!("After {status}: {target}{with}{given}.{end}")
}
