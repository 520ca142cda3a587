//! Bodies that are items, one after the other (OpenAPI 3.2.0, "Sequential Media Types").
//!
//! `itemSchema` describes one item. Where it is missing, `schema` does: the items of an array, as 3.2 has it, or, as
//! documents of 3.0 and 3.1 mean it, one item by itself. Of a server-sent event that is its data in JSON, unless the schema
//! is an object whose properties are the fields of an event.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowering;
use super::draft::Parent;
use super::media::{self, MediaSort};
use super::null::{branches, is_null};
use super::response::{is_success, matching};
use super::schema::{says_nothing, typed};
use super::target::target;
use crate::diagnostic::{Code, Span};
use crate::document::{Document, Kind, MediaType, Named, Operation, Schema, SchemaId};
use crate::ir::{AlsoStreams, Answer, Content, Format, Framing, Items, Type};
use crate::name::Words;

/// The fields of an event that a document can describe (HTML Standard, 9.2.6).
const FIELDS: &[&str] = &["data", "event", "id", "retry"];

/// What texts hold by `contentSchema`: of the data of events it becomes a type, of other texts nothing.
#[derive(Debug, Default)]
pub(super) struct Contents {
    /// The texts, by the schemas of what they hold.
    pub(super) described: BTreeMap<SchemaId, Span>,
    read: BTreeSet<SchemaId>,
}

/// Says which texts are not looked into, once it is known which are.
pub(super) fn warn_of_contents(lowering: &mut Lowering<'_>) {
    let Contents { described, read } = std::mem::take(&mut lowering.contents);
    for (_, place) in described.into_iter().filter(|(schema, _)| !read.contains(schema))
    {
        let help = "read the text by hand, or describe it as an object";
        lowering.warn(
            Code::IgnoredKeyword,
            place,
            "`contentSchema` is not checked",
            help,
        );
    }
}

/// What an event stream is described by.
enum Described {
    /// The data, as JSON: by a schema, or by nothing.
    Json(Option<SchemaId>),
    /// The data, as text.
    Text,
    /// All of the event.
    Whole(SchemaId),
}

/// How items stand in a body of a media type; `None` where it is no sequence of them.
pub(super) fn framing(media_type: &str) -> Option<Framing> {
    const LINES: &[&str] =
        &["jsonl", "ndjson", "jsonlines", "json-lines", "json-stream"];
    let essence = media::essence(media_type);
    let (_, kind) = essence.split_once('/')?;
    let end = kind.rsplit('+').next().unwrap_or(kind);
    let end = end.strip_prefix("x-").unwrap_or(end);
    match essence.as_str() {
        "text/event-stream" => Some(Framing::Events),
        "application/stream+json" => Some(Framing::Lines),
        _ if end == "json-seq" => Some(Framing::Sequence),
        _ if LINES.contains(&end) => Some(Framing::Lines),
        _ => None,
    }
}

/// The items of a body; `None` where its media type is no sequence.
pub(super) fn items(
    lowering: &mut Lowering<'_>,
    content: &Named<MediaType>,
    operation: &Words,
) -> Option<Items> {
    let framing = framing(&content.name.text)?;
    let document = lowering.document;
    let schema = item(document, &content.value);
    if let (Some(whole), Some(_)) = (content.value.schema, content.value.item_schema) {
        let message =
            "`schema` is not checked: `itemSchema` beside it says what the items are";
        let (at, help) = (document.schemas[whole].span, "leave it out, or let it be");
        lowering.warn(Code::IgnoredKeyword, at, message, help);
    }
    let described = match framing {
        Framing::Events => {
            let explicit = content.value.item_schema.is_some();
            schema.map_or(Described::Text, |id| described(document, id, explicit))
        }
        _ => Described::Json(schema),
    };
    if let Described::Json(Some(schema)) = described {
        lowering.contents.read.insert(schema);
    }
    let (framing, schema) = match described {
        Described::Json(schema) => (framing, schema),
        Described::Whole(schema) if has_text(document, schema) => {
            (Framing::WholeTextEvents, Some(schema))
        }
        Described::Whole(schema) => (Framing::WholeEvents, Some(schema)),
        Described::Text => {
            return Some(Items {
                media_type: content.name.text.to_string(),
                framing: Framing::TextEvents,
                ty: Type::Text(Format::Plain),
            });
        }
    };
    let role = Words::of(if framing == Framing::Lines { "item" } else { "event" });
    let parent = Parent::Root(operation.clone());
    Some(Items {
        media_type: content.name.text.to_string(),
        framing,
        ty: schema.map_or(Type::Any, |id| typed(lowering, id, &parent, &role).whole()),
    })
}

/// The stream that an operation answers with when it is asked for one, where it answers with something else by itself.
pub(super) fn also(
    lowering: &mut Lowering<'_>,
    operation: &Operation,
    words: &Words,
    success: &Answer,
) -> Option<AlsoStreams> {
    if success.contents().any(|content| matches!(content, Content::Items(_))) {
        return None;
    }
    let responses = operation.responses.iter();
    let mut streams = responses.filter(|(status, _)| is_success(*status));
    let (status, content) = streams.find_map(|(status, response)| {
        let mut contents = response.content.iter();
        let found = contents.find(|content| {
            media::received(&content.name.text).sort == MediaSort::Items
        })?;
        Some((*status, found))
    })?;
    Some(AlsoStreams {
        statuses: vec![matching(status)],
        content: Content::Items(items(lowering, content, words)?),
    })
}

/// The body of a failure, which is read as a whole.
pub(super) fn buffered(content: Content) -> Content {
    match content {
        Content::Items(Items {
            framing: Framing::Lines | Framing::Sequence,
            ..
        }) => Content::Text,
        Content::Items(_) | Content::ByteStream => Content::Bytes,
        other => other,
    }
}

/// The schema of an item.
fn item(document: &Document, media: &MediaType) -> Option<SchemaId> {
    let whole = media.schema.filter(|_| media.item_schema.is_none());
    let items = whole.map(|id| target(document, id));
    let items = items.filter(|schema| schema.kinds.has(Kind::Array));
    media.item_schema.or(items.and_then(|schema| schema.items)).or(whole)
}

/// What a schema says of an event; `explicit` where the document says that it is an event's, and not of its data.
fn described(document: &Document, id: SchemaId, explicit: bool) -> Described {
    let schema = target(document, id);
    if says_nothing(schema) || is_text(schema) {
        return Described::Text;
    }
    let real = branches(schema).iter().filter(|branch| !is_null(document, **branch));
    let mut real = real.map(|branch| target(document, *branch)).peekable();
    if real.peek().is_some() {
        let whole = real.all(|branch| is_event(branch, explicit));
        return if whole { Described::Whole(id) } else { Described::Json(Some(id)) };
    }
    if !is_event(schema, explicit) {
        return Described::Json(Some(id));
    }
    let mut properties = schema.properties.iter();
    let data = properties.find(|property| &*property.name.text == "data");
    let Some(data) = data.map(|data| data.schema).filter(|_| explicit) else {
        return Described::Whole(id);
    };
    let inner = target(document, data);
    let as_json = inner.content_media_type.as_ref();
    let as_json = as_json.is_some_and(|named| media::is_json(&named.text));
    match inner.content_schema {
        Some(content) => Described::Json(Some(content)),
        None if as_json => Described::Json(None),
        None if says_nothing(inner) || is_text(inner) => Described::Text,
        None if inner.kinds.has(Kind::String) => Described::Whole(id),
        None => Described::Json(Some(data)),
    }
}

/// Whether a schema is that of an event's fields: in a document that does not say so, both its kind and its data are there.
fn is_event(schema: &Schema, explicit: bool) -> bool {
    let names = || schema.properties.iter().map(|property| &*property.name.text);
    let has = |wanted: &str| names().any(|name| name == wanted);
    names().all(|name| FIELDS.contains(&name))
        && (has("data") || (explicit && has("event")))
        && (has("event") || explicit)
}

/// Whether the data of an event, of whatever kind, is text.
fn has_text(document: &Document, id: SchemaId) -> bool {
    let schema = target(document, id);
    let branches = branches(schema).iter().map(|branch| target(document, *branch));
    let mut data = std::iter::once(schema)
        .chain(branches)
        .flat_map(|schema| &schema.properties)
        .filter(|property| &*property.name.text == "data");
    data.all(|property| is_text(target(document, property.schema)))
}

fn is_text(schema: &Schema) -> bool {
    schema.kinds.iter().filter(|kind| *kind != Kind::Null).eq([Kind::String])
}
