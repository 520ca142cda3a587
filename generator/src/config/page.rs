//! `[[page]]`: operations that bring a list in pages.

use serde::Deserialize;
use toml::Spanned;

/// How operations are called for one page after the other.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageConfig {
    /// Their ids.
    pub operations: Vec<Spanned<String>>,
    /// How the next page is asked for.
    pub style: Spanned<PageStyleConfig>,
    /// The JSON pointer of the list in the body; empty where the body is the list.
    pub items: Spanned<String>,
    /// The parameter of the query that names the page.
    pub parameter: Option<Spanned<String>>,
    /// The JSON pointer of the next cursor or link in the body.
    pub next: Option<Spanned<String>>,
    /// The header with the next cursor, in place of `next`.
    pub header: Option<Spanned<String>>,
    /// The JSON pointer of the next cursor in the last item, in place of `next`.
    pub last: Option<Spanned<String>>,
    /// The JSON pointer of whether there is a next page.
    pub more: Option<Spanned<String>>,
    /// The JSON pointer of how many there are in all: items, or pages where they are numbered.
    pub total: Option<Spanned<String>>,
    /// What the first page has in the parameter.
    pub first: Option<Spanned<u64>>,
}

/// How the next page is asked for, as it is written in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PageStyleConfig {
    /// `link`: by a link.
    Link,
    /// `cursor`: by a text that says where to go on.
    Cursor,
    /// `offset`: by how many items were there before.
    Offset,
    /// `page`: by its number.
    Page,
}
