//! Schemas that are put together out of others, worked out before types are made of them.
//!
//! After this pass a schema is a reference, a union (`oneOf` or `anyOf` with nothing beside it), or says by itself what its
//! values are: `allOf` is merged, keywords beside `$ref` and beside a union are spread over what they hold for, several
//! kinds in `type` are a union of them. Only `allOf` of one schema stays, which is another name for it.

mod bare;
mod circles;
mod heirs;
mod kinds;
mod left_over;
mod limits;
mod merge;
mod or_null;
mod patterns;
mod spread;
mod text;
mod tuple;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::{Schema, SchemaId, Schemas};

/// The longest chain of schemas that are merged into each other.
const DEEPEST: usize = 100;

/// The most schemas that are made for each schema of the document, and beyond that in all.
const MOST: (usize, usize) = (4, 2_000);

/// How often a schema that was made leads to another one that is made.
const GENERATIONS: usize = 40;

/// Works out every combination; the schemas this takes stand after those of the document. Those of `lists` are no tuples.
pub(super) fn combined(
    schemas: &mut Schemas,
    lists: &BTreeSet<SchemaId>,
    diagnostics: &mut Diagnostics,
) {
    let count = schemas.0.len();
    let mut combining = Combining {
        schemas: std::mem::take(&mut schemas.0),
        states: vec![State::New; count],
        generations: vec![0; count],
        generation: 0,
        made: BTreeMap::new(),
        origins: BTreeMap::new(),
        most: count * MOST.0 + MOST.1,
        diagnostics,
    };
    or_null::healed(&mut combining);
    for list in lists {
        tuple::listed(&mut combining, *list);
    }
    let heirs = heirs::found(&mut combining);
    combining.settle_from(0);
    let made = combining.schemas.len();
    tuple::lightened(&mut combining);
    combining.settle_from(made);
    heirs::joined(&mut combining, heirs);
    circles::opened(&mut combining);
    schemas.0 = combining.schemas;
}

/// What the pass works on.
struct Combining<'d> {
    schemas: Vec<Schema>,
    states: Vec<State>,
    /// How many schemas were made on the way to each: what is made while one is worked out stands within it.
    generations: Vec<usize>,
    /// The generation of the schema that is worked out.
    generation: usize,
    /// Schemas that were made, by the schemas they are to satisfy together.
    made: BTreeMap<BTreeSet<SchemaId>, SchemaId>,
    /// The schemas that one which was made is to satisfy together.
    origins: BTreeMap<SchemaId, BTreeSet<SchemaId>>,
    most: usize,
    diagnostics: &'d mut Diagnostics,
}

/// How far a schema is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    New,
    Open,
    Done,
}

impl Combining<'_> {
    /// Works out every schema from a place on, and those that this makes.
    fn settle_from(&mut self, first: usize) {
        let mut next = first;
        while next < self.schemas.len() {
            self.settle(id(next), 0);
            next += 1;
        }
    }

    /// Works out one schema; `false` when that is under way further up.
    fn settle(&mut self, id: SchemaId, depth: usize) -> bool {
        match self.states[index(id)] {
            State::Done => return true,
            State::Open => return false,
            State::New => {}
        }
        if depth > DEEPEST {
            let message = format!("`allOf` leads through more than {DEEPEST} schemas");
            self.refuse(id, message);
            self.schemas[index(id)].all_of.clear();
        }
        self.states[index(id)] = State::Open;
        let around =
            std::mem::replace(&mut self.generation, self.generations[index(id)]);
        merge::reference(self, id);
        merge::all_of(self, id, depth);
        left_over::told(self, id);
        patterns::mapped(self, id);
        tuple::items(self, id);
        kinds::implied(&mut self.schemas[index(id)]);
        kinds::split(self, id);
        spread::siblings(self, id);
        text::joined(self, id, depth);
        self.generation = around;
        self.states[index(id)] = State::Done;
        true
    }

    /// What a schema leads to, worked out; `None` when that is under way further up.
    fn settled(&mut self, id: SchemaId, depth: usize) -> Option<SchemaId> {
        let mut target = self.target(id);
        loop {
            if !self.settle(target, depth) {
                return None;
            }
            // Working it out may have shown it to be another name.
            let next = self.target(target);
            if next == target {
                return Some(target);
            }
            target = next;
        }
    }

    /// Adds a schema.
    fn add(&mut self, schema: Schema) -> SchemaId {
        self.schemas.push(schema);
        self.states.push(State::New);
        self.generations.push(self.generation + 1);
        id(self.schemas.len() - 1)
    }

    /// The schema whose values satisfy both: one of them where the other says nothing, else a new one.
    fn both(&mut self, one: SchemaId, two: SchemaId) -> SchemaId {
        if self.target(one) == self.target(two) || bare::says_nothing(self, two) {
            return one;
        }
        if bare::says_nothing(self, one) {
            return two;
        }
        let mut all = self.origins_of(one);
        all.extend(self.origins_of(two));
        if let Some(made) = self.made.get(&all) {
            return *made;
        }
        if self.schemas.len() >= self.most {
            self.refuse(
                one,
                "`allOf` makes too many schemas of the document's".to_owned(),
            );
            return one;
        }
        if self.generation >= GENERATIONS {
            let message = format!(
                "`allOf` makes more than {GENERATIONS} schemas within each other"
            );
            self.refuse(one, message);
            return one;
        }
        let first = &self.schemas[index(one)];
        let made = Schema {
            span: first.span,
            description: first.description.clone(),
            title: first.title.clone(),
            xml: first.xml.clone().or_else(|| self.schemas[index(two)].xml.clone()),
            all_of: vec![one, two],
            ..Schema::default()
        };
        let made = self.add(made);
        self.made.insert(all.clone(), made);
        self.origins.insert(made, all);
        made
    }

    /// The schemas without those that lead to the same as one before them.
    fn different(&self, ids: impl IntoIterator<Item = SchemaId>) -> Vec<SchemaId> {
        let mut seen = BTreeSet::new();
        ids.into_iter().filter(|id| seen.insert(self.target(*id))).collect()
    }

    /// The one schema that several lead to, else a union of them.
    fn any_of(&mut self, span: Span, ids: Vec<SchemaId>) -> SchemaId {
        match self.different(ids)[..] {
            [only] => only,
            ref different => {
                let any_of = different.to_vec();
                self.add(Schema {
                    span,
                    any_of,
                    ..Schema::default()
                })
            }
        }
    }

    fn origins_of(&self, id: SchemaId) -> BTreeSet<SchemaId> {
        let target = self.target(id);
        self.origins.get(&target).cloned().unwrap_or_else(|| BTreeSet::from([target]))
    }

    /// What a schema refers to in the end; itself when that is nothing else.
    fn target(&self, id: SchemaId) -> SchemaId {
        self.way(id).last().unwrap_or(id)
    }

    /// The schemas that stand for each other by references alone, from one to the last that it leads to.
    fn way(&self, id: SchemaId) -> impl Iterator<Item = SchemaId> {
        let next = |id: &SchemaId| {
            let schema = &self.schemas[index(*id)];
            match (&schema.reference, schema.all_of.as_slice()) {
                (Some(reference), _) if !bare::shapes(schema) => Some(reference.target),
                (None, [only]) if !bare::shapes(schema) && !bare::is_union(schema) => {
                    Some(*only)
                }
                _ => None,
            }
        };
        // References that lead only to each other were refused by `read`; this bound only ends the walk.
        std::iter::successors(Some(id), next).take(self.schemas.len() + 1)
    }

    /// Whether a schema is `false`: no value fits it.
    fn is_never(&self, id: SchemaId) -> bool {
        self.schemas[index(id)].boolean == Some(false)
    }

    fn refuse(&mut self, id: SchemaId, message: String) {
        let place = self.schemas[index(id)].span;
        self.diagnostics.push(
            Diagnostic::error(Code::UnsupportedSchema, place, message)
                .help("describe the value without `allOf`"),
        );
    }

    fn contradiction(&mut self, id: SchemaId, what: &str) {
        let place = self.schemas[index(id)].span;
        let message = format!(
            "no value fits every schema of `allOf` {what}; the last of them is taken"
        );
        self.diagnostics.push(
            Diagnostic::warning(Code::ContradictingSchemas, place, message)
                .help("let them agree, or leave one of them out"),
        );
    }

    fn warn(&mut self, id: SchemaId, message: String) {
        let place = self.schemas[index(id)].span;
        self.diagnostics.push(Diagnostic::warning(Code::IgnoredKeyword, place, message));
    }
}

fn id(index: usize) -> SchemaId {
    SchemaId(u32::try_from(index).unwrap_or(u32::MAX))
}

fn index(id: SchemaId) -> usize {
    id.0 as usize
}
