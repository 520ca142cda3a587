//! Lists that come page by page.

use serde::Serialize;

use super::Type;
use crate::name::ValueName;

/// How an operation is called for one page after the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pages {
    /// How the next page is asked for.
    pub next: PagesNext,
    /// The way to the list, from the body.
    pub items: Reach,
    /// The type of an item.
    pub item: Type,
    /// The way to whether there is a next page.
    pub more: Option<Reach>,
    /// The way to how many there are in all.
    pub total: Option<Reach>,
    /// Whether the document deprecates a property on one of the ways, or the type of the items.
    pub deprecated: bool,
}

/// How the next page is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum PagesNext {
    /// By the header `Link` (RFC 8288).
    Link,
    /// By a link in the body.
    LinkInBody(Reach),
    /// By a text of the body, in a parameter of the query.
    Cursor {
        /// The parameter.
        parameter: String,
        /// The way to the text.
        from: Reach,
    },
    /// By a text of the last item, in a parameter of the query.
    Last {
        /// The parameter.
        parameter: String,
        /// The way to the text, from an item.
        from: Reach,
    },
    /// By a text of a header, in a parameter of the query.
    CursorInHeader {
        /// The parameter.
        parameter: String,
        /// The header.
        header: String,
    },
    /// By how many items were there before, in a parameter of the query.
    Offset {
        /// The parameter.
        parameter: String,
        /// What the first page has there.
        first: u64,
    },
    /// By its number, in a parameter of the query.
    Number {
        /// The parameter.
        parameter: String,
        /// What the first page has there.
        first: u64,
    },
}

/// The way from a value to one within it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Reach {
    /// What stands around the first value.
    pub layers: Vec<Layer>,
    /// The fields, one after the other.
    pub steps: Vec<Step>,
}

/// One field on a way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The field.
    pub field: ValueName,
    /// What stands around its value.
    pub layers: Vec<Layer>,
}

/// What stands around a value that may be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Layer {
    /// An option.
    Option,
    /// A value or an explicit `null`.
    Nullable,
}
