//! Arrays that are lists whatever `prefixItems` says: XML knows no positions, each item of a part may be a file, and those
//! of a stream come one by one.

use std::collections::BTreeSet;

use super::media::{self, Media, MediaSort, chosen};
use super::schema::says_nothing;
use crate::config::Config;
use crate::document::{
    Document, Encoding, MediaType, Named, Property, RequestBody, Schema, SchemaId,
};

/// The schemas with `prefixItems` that are no tuples.
pub(super) fn found(document: &Document, config: &Config) -> BTreeSet<SchemaId> {
    let schemas = &document.schemas.0;
    if schemas.iter().all(|schema| schema.prefix_items.is_empty()) {
        return BTreeSet::new();
    }
    let (mut xml, mut parts, mut streams) = (Vec::new(), Vec::new(), Vec::new());
    for operation in document.path_items.iter().flat_map(|item| &item.operations) {
        let body = operation.body.iter();
        let body = body.flat_map(|body| written(document, config, body));
        let received = |media_type: &str| Some(media::received(media_type));
        let responses = operation.responses.iter();
        let answers =
            responses.map(|(_, response)| chosen(document, &response.content, received));
        for (content, media) in body.chain(answers.flatten()) {
            match media.sort {
                MediaSort::Xml => xml.extend(content.value.schema),
                MediaSort::Multipart => parts.push(&content.value),
                MediaSort::Items => streams.extend(content.value.schema),
                _ => {}
            }
        }
    }
    let mut found = reached(document, xml, leads_to);
    found.extend(reached(document, streams, stands_for));
    found.extend(files(document, &parts));
    found.retain(|id| !document.schemas[*id].prefix_items.is_empty());
    found
}

/// What a body may be written as: the best of each sort, and where the configuration chooses for any operation, each that
/// can be.
fn written<'d>(
    document: &Document,
    config: &Config,
    body: &'d RequestBody,
) -> Vec<(&'d Named<MediaType>, Media)> {
    if config.bodies.is_empty() {
        return media::best(document, &body.content, media::sent);
    }
    let one = |contents| chosen(document, contents, media::sent);
    body.content.iter().map(std::slice::from_ref).filter_map(one).collect()
}

/// The arrays that are properties of bodies of parts, and some of whose items are files, by themselves or by what
/// `encoding` gives the property.
fn files(document: &Document, contents: &[&MediaType]) -> BTreeSet<SchemaId> {
    let bodies = contents.iter().filter_map(|content| content.schema).collect();
    let bodies = reached(document, bodies, stands_for).into_iter();
    let properties = bodies.flat_map(|id| &document.schemas[id].properties);
    let given: BTreeSet<&str> = contents
        .iter()
        .flat_map(|content| &content.encoding)
        .filter_map(given)
        .collect();
    let (given, others): (Vec<&Property>, Vec<&Property>) =
        properties.partition(|property| given.contains(&*property.name.text));
    let arrays = |properties: Vec<&Property>| {
        let roots = properties.iter().map(|property| property.schema).collect();
        reached(document, roots, stands_for)
    };
    let files = may_be_files(document);
    let mut found = arrays(others);
    found.retain(|id| {
        let mut items = document.schemas[*id].prefix_items.iter();
        items.any(|item| files[item.0 as usize])
    });
    found.extend(arrays(given));
    found
}

/// The property to which `encoding` gives a media type of its own, other than JSON.
fn given(encoding: &Named<Encoding>) -> Option<&str> {
    let given = encoding.value.content_type.as_ref()?;
    (!media::is_json(&given.text)).then_some(&*encoding.name.text)
}

/// For each schema, whether a value of it may be a file; each is looked at once.
fn may_be_files(document: &Document) -> Vec<bool> {
    let schemas = &document.schemas.0;
    let mut leading: Vec<Vec<SchemaId>> = vec![Vec::new(); schemas.len()];
    let mut open = Vec::new();
    for (schema, id) in schemas.iter().zip((0..).map(SchemaId)) {
        let mut targets = Vec::new();
        stands_for(schema, &mut targets);
        for target in targets {
            leading[target.0 as usize].push(id);
        }
        if is_file(schema) {
            open.push(id);
        }
    }
    let mut known = vec![false; schemas.len()];
    while let Some(id) = open.pop() {
        if !std::mem::replace(&mut known[id.0 as usize], true) {
            open.append(&mut leading[id.0 as usize]);
        }
    }
    known
}

fn is_file(schema: &Schema) -> bool {
    let binary = schema.format.as_ref().is_some_and(|format| &*format.text == "binary");
    binary || schema.content_media_type.is_some() || says_nothing(schema)
}

/// Schemas, and all that they lead to.
fn reached(
    document: &Document,
    roots: Vec<SchemaId>,
    next: fn(&Schema, &mut Vec<SchemaId>),
) -> BTreeSet<SchemaId> {
    let mut open = roots;
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if seen.insert(id) {
            next(&document.schemas[id], &mut open);
        }
    }
    seen
}

/// The schemas that say what the values of a schema are.
fn stands_for(schema: &Schema, out: &mut Vec<SchemaId>) {
    out.extend(schema.reference.as_ref().map(|reference| reference.target));
    for branches in [&schema.all_of, &schema.one_of, &schema.any_of] {
        out.extend(branches);
    }
}

/// The same, and those of the values within.
fn leads_to(schema: &Schema, out: &mut Vec<SchemaId>) {
    stands_for(schema, out);
    out.extend(&schema.prefix_items);
    out.extend(schema.items.iter().chain(&schema.additional_properties));
    out.extend(schema.properties.iter().map(|property| property.schema));
    out.extend(schema.pattern_properties.iter().map(|property| property.value));
    let mapping = schema.discriminator.iter().flat_map(|found| &found.mapping);
    out.extend(mapping.map(|entry| entry.value));
}
