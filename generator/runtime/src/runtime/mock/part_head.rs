//! The headers of a part that was received.

use bytes::Bytes;

use super::argument::Argument;
use super::parts::{header, parts};

/// The headers of a part, where there is such a part.
#[derive(Debug)]
#[must_use = "a part is read by its headers"]
pub struct PartHead(Option<String>);

impl PartHead {
    /// The headers of the first part of a property, by whichever name its style gives it.
    ///
    /// A body that is broken has no parts here: whoever reads the body says why.
    pub(super) fn of(body: &Bytes, content_type: &str, property: &str) -> Self {
        let parts = parts(body, content_type).unwrap_or_default();
        let mut parts = parts.into_iter().filter(|part| {
            let rest = part.name.strip_prefix(property);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        });
        Self(parts.next().map(|part| part.head))
    }

    /// A header, `style: simple` unless said otherwise.
    pub fn header(self, name: &'static str) -> Argument {
        let text = self.0.and_then(|head| header(&head, name));
        Argument::in_part(name, text)
    }
}
