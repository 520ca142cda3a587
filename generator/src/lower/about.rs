//! Who stands behind the API: `info.termsOfService`, `info.contact` and `info.license` (OpenAPI 3.2.0, section 4.2).
//!
//! The licence is that of the API, or of its document: it says nothing of the crate, whose manifest has none.

use super::docs::text;
use super::package::one_line;
use crate::document::{Document, Text};
use crate::ir::{About, Fact, FactPart};

/// What the document says of it.
pub(super) fn about(document: &Document) -> About {
    let info = &document.info;
    let [name, url, email] = info.contact.each_ref().map(Option::as_ref);
    let contact = [prose(name), address(url), prose(email)];
    let [name, identifier, url] = info.license.each_ref().map(Option::as_ref);
    let same = text(name) == text(identifier);
    let identifier = text(identifier).filter(|_| !same).map(FactPart::Name);
    let license = [prose(name), identifier, address(url)];
    let facts = [
        fact("Terms of service", [address(info.terms_of_service.as_ref())]),
        fact("Contact", contact),
        fact("Licence of the API", license),
    ];
    let summary = text(info.summary.as_ref()).map(|summary| one_line(&summary));
    // Many say the same twice.
    let description = text(info.description.as_ref()).unwrap_or_default();
    let summary = summary.filter(|summary| !description.starts_with(summary));
    About {
        summary,
        facts: facts.into_iter().flatten().collect(),
    }
}

fn fact<const N: usize>(
    label: &'static str,
    parts: [Option<FactPart>; N],
) -> Option<Fact> {
    let parts: Vec<FactPart> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then_some(Fact { label, parts })
}

fn prose(said: Option<&Text>) -> Option<FactPart> {
    Some(FactPart::Text(one_line(&text(said)?)))
}

/// A link where a reader may follow it, and else its text.
fn address(said: Option<&Text>) -> Option<FactPart> {
    let url = text(said)?;
    let web = url.starts_with("https://") || url.starts_with("http://");
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '`' | '\\');
    Some(if web && url.chars().all(plain) {
        FactPart::Link(url)
    } else {
        FactPart::Name(url)
    })
}
