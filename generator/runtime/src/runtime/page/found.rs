//! What a page says of itself, and how the next one is asked for.

use serde::Serialize;

use crate::runtime::value::{Value, ValueError};

/// How the next page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paging {
    /// By the URL of the header `Link` whose relation is `next` (RFC 8288).
    Link,
    /// By a URL of the body.
    LinkInBody,
    /// By a text of the body, in this parameter of the query.
    Cursor(&'static str),
    /// By a text of a header, in this parameter of the query: the parameter, and the header.
    CursorInHeader(&'static str, &'static str),
    /// By how many items were there before it, in this parameter of the query, and what the
    /// first page has there.
    Offset(&'static str, u64),
    /// By its number, in this parameter of the query, and what the first page has there.
    Number(&'static str, u64),
}

/// What the body of a page says.
#[derive(Debug)]
#[must_use = "it says what the next page is"]
pub struct Found {
    /// How many items there are in it.
    pub(super) count: usize,
    /// The URL or the cursor of the next one.
    pub(super) next: Result<Value, ValueError>,
    /// Whether there is a next one.
    pub(super) more: Result<Value, ValueError>,
    /// How many items, or pages, there are in all.
    pub(super) total: Result<Value, ValueError>,
}

impl Found {
    /// A page with so many items.
    pub fn of(count: usize) -> Self {
        Self {
            count,
            next: Ok(Value::Nothing),
            more: Ok(Value::Nothing),
            total: Ok(Value::Nothing),
        }
    }

    /// The URL or the cursor of the next page, if it has one.
    pub fn next(self, next: &impl Serialize) -> Self {
        Self {
            next: Value::of(next),
            ..self
        }
    }

    /// Whether there is a next page, if it says so.
    pub fn more(self, more: &impl Serialize) -> Self {
        Self {
            more: Value::of(more),
            ..self
        }
    }

    /// How many items there are in all, or pages where they are numbered, if it says so.
    pub fn total(self, total: &impl Serialize) -> Self {
        Self {
            total: Value::of(total),
            ..self
        }
    }
}
