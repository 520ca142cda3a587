//! From one page to the next.

use std::collections::HashSet;
use std::hash::{BuildHasher, RandomState};

use reqwest::header::HeaderMap;

use super::found::{Found, Paging};
use super::link;
use crate::runtime::call::Call;
use crate::runtime::value::{Value, ValueError};

/// How the pages go on, and where they have been.
pub(super) struct Trail {
    paging: Paging,
    /// The links and cursors so far, as hashes that no server can foresee: eight bytes a page.
    seen: HashSet<u64>,
    hasher: RandomState,
}

impl Trail {
    pub(super) fn new(paging: Paging) -> Self {
        Self {
            paging,
            seen: HashSet::new(),
            hasher: RandomState::new(),
        }
    }

    /// The call of the page after the one that `call` brought; none after the last.
    pub(super) fn after(
        &mut self,
        call: &Call,
        headers: &HeaderMap,
        found: Found,
    ) -> Result<Option<Call>, String> {
        let more = boolean(found.more)?;
        if more == Some(false) {
            return Ok(None);
        }
        let total = number(found.total, "how many there are in all")?;
        let next = match self.paging {
            Paging::Link => self.follow(call, link::next(headers))?,
            Paging::LinkInBody => self.follow(call, text(found.next)?.as_deref())?,
            Paging::Cursor(name) => self.cursor(call, name, text(found.next)?)?,
            Paging::CursorInHeader(name, header) => {
                let cursor = headers.get(header).map(|value| value.to_str());
                let cursor = cursor.transpose().map_err(|_| UNREADABLE.to_owned())?;
                let cursor = cursor.filter(|cursor| !cursor.is_empty());
                self.cursor(call, name, cursor.map(str::to_owned))?
            }
            Paging::Offset(name, first) => {
                let offset = at(call, name, first)?;
                let next = u64::try_from(found.count).ok();
                let next = next.and_then(|count| offset.checked_add(count));
                let next = next.ok_or(TOO_FAR)?;
                let is_last = next == offset
                    || total.is_some_and(|total| next.saturating_sub(first) >= total);
                (!is_last).then(|| call.clone().with_query(name, &next.to_string()))
            }
            Paging::Number(name, first) => {
                let page = at(call, name, first)?;
                let next = page.checked_add(1).ok_or(TOO_FAR)?;
                let is_last = match total {
                    Some(total) => next.saturating_sub(first) >= total,
                    None => found.count == 0 && more.is_none(),
                };
                (!is_last).then(|| call.clone().with_query(name, &next.to_string()))
            }
        };
        if more == Some(true) && next.is_none() {
            return Err(
                "the page says that there are more, but not which is next".into()
            );
        }
        Ok(next)
    }

    fn follow(
        &mut self,
        call: &Call,
        link: Option<&str>,
    ) -> Result<Option<Call>, String> {
        let Some(link) = link else { return Ok(None) };
        let from = call.url()?;
        let url = link::target(&from, call.server_url(), link)?;
        self.pass(from.as_str());
        if !self.pass(url.as_str()) {
            return Err("the link to the next page leads to one before it".to_owned());
        }
        Ok(Some(call.clone().at(url)))
    }

    fn cursor(
        &mut self,
        call: &Call,
        name: &'static str,
        cursor: Option<String>,
    ) -> Result<Option<Call>, String> {
        let Some(cursor) = cursor else { return Ok(None) };
        if let Some(from) = call.query_value(name) {
            self.pass(&from);
        }
        if !self.pass(&cursor) {
            return Err(
                "the cursor of the next page is that of one before it".to_owned()
            );
        }
        Ok(Some(call.clone().with_query(name, &cursor)))
    }

    /// Whether a link or cursor is new.
    fn pass(&mut self, text: &str) -> bool {
        self.seen.insert(self.hasher.hash_one(text))
    }
}

const TOO_FAR: &str = "the next page would be beyond all numbers";
const UNREADABLE: &str = "the cursor of the next page is not text";

/// The offset or number of the page that a call asks for.
fn at(call: &Call, name: &str, first: u64) -> Result<u64, String> {
    let Some(text) = call.query_value(name) else { return Ok(first) };
    text.parse()
        .map_err(|_| format!("the query parameter `{name}` is not a whole number"))
}

/// A link or a cursor; some servers write an empty one after the last page.
fn text(value: Result<Value, ValueError>) -> Result<Option<String>, String> {
    match value {
        Ok(Value::Nothing) => Ok(None),
        Ok(Value::Text(text) | Value::Literal(text)) => {
            Ok(Some(text).filter(|text| !text.is_empty()))
        }
        _ => Err(UNREADABLE.to_owned()),
    }
}

fn boolean(value: Result<Value, ValueError>) -> Result<Option<bool>, String> {
    match text(value)?.as_deref() {
        None => Ok(None),
        Some("true") => Ok(Some(true)),
        Some("false") => Ok(Some(false)),
        Some(_) => Err("whether there are more pages is neither true nor false".into()),
    }
}

fn number(value: Result<Value, ValueError>, what: &str) -> Result<Option<u64>, String> {
    let Some(text) = text(value)? else { return Ok(None) };
    match text.parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(format!("{what} is not a whole number")),
    }
}
