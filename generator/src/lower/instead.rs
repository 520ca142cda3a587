//! Media types that a body may be called by instead of its own: of the same sort, and of the same value.

use super::Lowering;
use super::media::{self, MediaSort};
use super::target::target_id;
use crate::document::{MediaType, Named, RequestBody};
use crate::name::{self, Scope, ValueName, Words};

/// Names of JSON and XML themselves: who has one of them needs none of the others.
const SAME: &[&str] = &["application/json", "text/json", "application/xml", "text/xml"];

/// The media types, each with the setter that says so; `usual` is the one that is sent without.
pub(super) fn setters(
    lowering: &Lowering<'_>,
    source: &RequestBody,
    (chosen, sort, usual): (&Named<MediaType>, MediaSort, &str),
    names: &mut Scope<name::Value>,
) -> Vec<(Option<ValueName>, String)> {
    let alike =
        source.content.iter().filter(|other| is_alike(lowering, chosen, sort, other));
    let usual = media::essence(usual);
    let is_same = |essence: &str| SAME.contains(&essence);
    let has_same = is_same(&usual);
    let mut seen = vec![usual];
    let mut setters = Vec::new();
    for content in alike {
        let essence = media::essence(&content.name.text);
        let is_range = essence.contains('*');
        let needless = seen.contains(&essence) || (has_same && is_same(&essence));
        if needless || (is_range && sort != MediaSort::Bytes) {
            continue;
        }
        let (_, kind) = essence.split_once('/').unwrap_or_default();
        let name = (!is_range).then(|| names.give(&Words::of(&format!("as {kind}"))));
        setters.push((name, content.name.text.to_string()));
        seen.push(essence);
    }
    setters
}

/// Whether a content is sent as the chosen one is, but for its media type.
pub(super) fn is_alike(
    lowering: &Lowering<'_>,
    chosen: &Named<MediaType>,
    sort: MediaSort,
    other: &Named<MediaType>,
) -> bool {
    let document = lowering.document;
    let schema = |content: &Named<MediaType>| {
        content.value.schema.map(|schema| target_id(document, schema))
    };
    media::sort(document, other) == Some(sort)
        && match sort {
            MediaSort::Text | MediaSort::Bytes => true,
            MediaSort::Json | MediaSort::Xml => schema(chosen) == schema(other),
            MediaSort::Form | MediaSort::Multipart | MediaSort::Items => false,
        }
}
