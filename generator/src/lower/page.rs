//! Operations that bring a list in pages, as the configuration has them.

mod reach;

use std::ops::Range;

use toml::Spanned;

use super::Lowering;
use crate::config::{Config, PageConfig, PageStyleConfig};
use crate::diagnostic::{Code, Diagnostic};
use crate::ir::{
    Answer, Content, Group, Operation, Pages, PagesNext, ParamPlace, ParamStyle, Reach,
    Shape, Type, TypeDef,
};
use reach::{Kind, Walk};

/// The methods of a request that has pages, whose names no parameter can have.
pub(super) fn methods(lowering: &Lowering<'_>, id: &str) -> &'static [&'static str] {
    let mut named = lowering.config.pages.iter().flat_map(|entry| &entry.operations);
    if named.any(|named| named.get_ref() == id) { &["items", "pages"] } else { &[] }
}

/// Gives the operations that the configuration names their pages; what does not fit is reported.
///
/// Once all types are what they will be, so that the way to a value is known to its last option.
pub(super) fn paged(
    lowering: &mut Lowering<'_>,
    types: &[TypeDef],
    groups: &mut [Group],
) {
    let config = lowering.config;
    for entry in &config.pages {
        if let Err(found) = fitting(config, entry) {
            lowering.diagnostics.push(*found);
            continue;
        }
        for named in &entry.operations {
            let operations = groups.iter_mut().flat_map(|group| &mut group.operations);
            // One that does not exist is reported with all others that do not.
            let mut operations = operations.filter(|known| known.id == *named.get_ref());
            let Some(operation) = operations.next() else { continue };
            let pages = Paging {
                config,
                types,
                entry,
                named,
                operation,
            }
            .pages();
            match pages {
                Ok(pages) => operation.pages = Some(pages),
                Err(found) => lowering.diagnostics.push(*found),
            }
        }
    }
}

/// What is wrong.
type Fault = Box<Diagnostic>;

/// Checks that an entry has the keys of its style, and no others.
fn fitting(config: &Config, entry: &PageConfig) -> Result<(), Fault> {
    use PageStyleConfig::{Cursor, Link, Offset, Page};
    let style = *entry.style.get_ref();
    let place = |key: &Option<Spanned<String>>| key.as_ref().map(Spanned::span);
    let keys = [
        ("parameter", place(&entry.parameter), &[Cursor, Offset, Page][..]),
        ("next", place(&entry.next), &[Cursor, Link]),
        ("header", place(&entry.header), &[Cursor]),
        ("last", place(&entry.last), &[Cursor]),
        ("total", place(&entry.total), &[Offset, Page]),
        ("first", entry.first.as_ref().map(Spanned::span), &[Offset, Page]),
    ];
    let fault = |span: Range<usize>, message: String, help: &str| {
        let place = config.place(&Spanned::new(span, ()));
        Err(Box::new(Diagnostic::error(Code::ConfigPage, place, message).help(help)))
    };
    for (key, span, styles) in keys {
        if let Some(span) = span.filter(|_| !styles.contains(&style)) {
            let message = format!("the style has no use for `{key}`");
            return fault(
                span,
                message,
                "drop the key, or choose the style that has it",
            );
        }
    }
    if style != Link && entry.parameter.is_none() {
        let message = "the style needs a `parameter`".to_owned();
        return fault(
            entry.style.span(),
            message,
            "name the parameter that asks for a page",
        );
    }
    let cursors = [&entry.next, &entry.header, &entry.last];
    if style == Cursor && cursors.into_iter().flatten().count() != 1 {
        let message =
            "a cursor comes from one of `next`, `header` and `last`".to_owned();
        return fault(entry.style.span(), message, "say where the next cursor is found");
    }
    Ok(())
}

/// One operation that an entry names.
struct Paging<'a> {
    config: &'a Config,
    types: &'a [TypeDef],
    entry: &'a PageConfig,
    named: &'a Spanned<String>,
    operation: &'a Operation,
}

impl Paging<'_> {
    fn pages(&self) -> Result<Pages, Fault> {
        let entry = self.entry;
        let mut walk = Walk::new(self.types);
        let body = self.body()?;
        let items = self.reach(&mut walk, body, &entry.items, Kind::List)?;
        let item = walk.item.clone().unwrap_or(Type::Any);
        let next = self.next(&mut walk, body, &item)?;
        let mut optional = |pointer: &Option<Spanned<String>>, kind| {
            let pointer = pointer.as_ref();
            pointer.map(|pointer| self.reach(&mut walk, body, pointer, kind)).transpose()
        };
        let more = optional(&entry.more, Kind::Boolean)?;
        let total = optional(&entry.total, Kind::Number)?;
        Ok(Pages {
            next,
            items,
            more,
            total,
            deprecated: walk.deprecated || self.is_deprecated(&item),
            item,
        })
    }

    /// The type of a page.
    fn body(&self) -> Result<&Type, Fault> {
        let found = match &self.operation.outcome.success {
            Answer::One { content, .. } => content,
            Answer::Several { .. } => {
                return self.unfit("has several successes, of different types");
            }
        };
        match found {
            Content::Json(ty) => Ok(ty),
            Content::Xml(body) => Ok(&body.ty),
            Content::Empty => self.unfit("has no body in its success"),
            Content::Text | Content::Bytes => self.unfit("answers with text or bytes"),
            Content::ByteStream | Content::Items(_) => {
                self.unfit("answers with a stream")
            }
        }
    }

    fn unfit<T>(&self, why: &str) -> Result<T, Fault> {
        let message = format!("`{}` cannot come in pages: it {why}", self.operation.id);
        let place = self.config.place(self.named);
        let fault = Diagnostic::error(Code::ConfigPageOperation, place, message)
            .related(self.operation.origin, "the operation");
        Err(Box::new(fault.help("take it off the list")))
    }

    fn next(
        &self,
        walk: &mut Walk<'_>,
        body: &Type,
        item: &Type,
    ) -> Result<PagesNext, Fault> {
        let entry = self.entry;
        let first = |usual| entry.first.as_ref().map_or(usual, |first| *first.get_ref());
        match (entry.style.get_ref(), &entry.next, &entry.header, &entry.last) {
            (PageStyleConfig::Link, ..) if self.operation.verb != "GET" => {
                self.unfit("is no GET, which is how a link is followed")
            }
            (PageStyleConfig::Link, None, ..) => Ok(PagesNext::Link),
            (PageStyleConfig::Link, Some(next), ..) => {
                let from = self.reach(walk, body, next, Kind::Text)?;
                Ok(PagesNext::LinkInBody(from))
            }
            (PageStyleConfig::Cursor, Some(next), ..) => Ok(PagesNext::Cursor {
                parameter: self.parameter()?,
                from: self.reach(walk, body, next, Kind::Text)?,
            }),
            (PageStyleConfig::Cursor, _, Some(header), _) => {
                Ok(PagesNext::CursorInHeader {
                    parameter: self.parameter()?,
                    header: self.header(header)?,
                })
            }
            (PageStyleConfig::Cursor, _, _, last) => Ok(PagesNext::Last {
                parameter: self.parameter()?,
                from: match last {
                    Some(last) => self.reach(walk, item, last, Kind::Text)?,
                    None => Reach::default(),
                },
            }),
            (PageStyleConfig::Offset, ..) => Ok(PagesNext::Offset {
                parameter: self.parameter()?,
                first: first(0),
            }),
            (PageStyleConfig::Page, ..) => Ok(PagesNext::Number {
                parameter: self.parameter()?,
                first: first(1),
            }),
        }
    }

    /// The parameter that asks for a page.
    fn parameter(&self) -> Result<String, Fault> {
        let Some(given) = &self.entry.parameter else { return Ok(String::new()) };
        let name = given.get_ref();
        let params = self.operation.params.iter();
        let mut query = params.filter(|param| param.place == ParamPlace::Query);
        let why = match query.clone().find(|param| param.wire == *name) {
            None => {
                let there: Vec<String> =
                    query.by_ref().map(|param| format!("`{}`", param.wire)).collect();
                let there = reach::listed(&there);
                format!(
                    "the query of `{}` has no `{name}`: it has {there}",
                    self.operation.id
                )
            }
            Some(param) if param.style != ParamStyle::Form => {
                format!("`{name}` is not in the style `form`")
            }
            Some(param) if !reach::is_scalar(self.types, &param.ty) => {
                format!("the value of `{name}` is neither text nor number")
            }
            Some(_) => return Ok(name.clone()),
        };
        let place = self.config.place(given);
        let fault = Diagnostic::error(Code::ConfigPageParameter, place, why)
            .related(self.operation.origin, "the operation");
        let help = "name a parameter of the query, as the document writes it";
        Err(Box::new(fault.help(help)))
    }

    fn header(&self, given: &Spanned<String>) -> Result<String, Fault> {
        let name = given.get_ref();
        if http::HeaderName::from_bytes(name.as_bytes()).is_ok() {
            return Ok(name.to_ascii_lowercase());
        }
        let place = self.config.place(given);
        let message = format!("`{name}` is not the name of a header");
        let fault = Diagnostic::error(Code::ConfigPage, place, message);
        Err(Box::new(fault.help("correct the name")))
    }

    fn reach(
        &self,
        walk: &mut Walk<'_>,
        from: &Type,
        pointer: &Spanned<String>,
        kind: Kind,
    ) -> Result<Reach, Fault> {
        walk.along(from, pointer.get_ref(), kind).map_err(|missed| {
            let place = self.config.place(pointer);
            let message = format!("`{}` {}", pointer.get_ref(), missed.message);
            let fault = Diagnostic::error(Code::ConfigPagePointer, place, message);
            let origin = missed.origin.unwrap_or(self.operation.origin);
            let help =
                "name the properties on the way, as `/meta/next`; `` is the body itself";
            Box::new(fault.related(origin, "here").help(help))
        })
    }

    fn is_deprecated(&self, item: &Type) -> bool {
        item.named().any(|id| {
            let definition = &self.types[id.0 as usize];
            definition.deprecated && !matches!(definition.shape, Shape::Alias(_))
        })
    }
}
