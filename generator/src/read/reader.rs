//! What every reading function shares: the tree, what was read of it already, and what was wrong.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fmt::Display;

use super::anchor::{Anchors, Base};
use super::bundle::Bundle;
use super::reference::{Lost, Target};
use super::shared::Shared;
use super::suggest::MOST_ADVICE;
use super::tree::{Forest, Member, NodeId, View};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Span};
use crate::document::{
    Example, Header, Link, MediaType, Parameter, PathItem, PathItemId, RequestBody,
    Response, Schema, SchemaId, Text, Version,
};

/// One reading of a document's trees.
pub(super) struct Reader<'a> {
    pub(super) tree: &'a Forest,
    pub(super) version: Version,
    pub(super) diagnostics: &'a mut Diagnostics,
    /// The files that the trees come from, and those that could not be read.
    pub(super) bundle: &'a Bundle,
    /// The trees that a reference has led to, by their positions.
    pub(super) reached: BTreeSet<usize>,
    /// Every schema read so far; those waiting get the numbers after these, in their order.
    pub(super) schemas: Vec<Schema>,
    pub(super) schema_ids: BTreeMap<NodeId, SchemaId>,
    pub(super) waiting_schemas: VecDeque<(NodeId, Base)>,
    /// Every path item met so far; those still waiting to be read are empty.
    pub(super) path_items: Vec<PathItem>,
    pub(super) path_item_ids: BTreeMap<NodeId, PathItemId>,
    pub(super) waiting_path_items: VecDeque<(NodeId, PathItemId)>,
    pub(super) parameters: Shared<Parameter>,
    pub(super) bodies: Shared<RequestBody>,
    pub(super) responses: Shared<Response>,
    pub(super) headers: Shared<Header>,
    pub(super) examples: Shared<Example>,
    pub(super) links: Shared<Link>,
    pub(super) media_types: Shared<MediaType>,
    /// The keys under which nodes stand in `components`, and what nodes of other files are called.
    pub(super) components: BTreeMap<NodeId, Cow<'a, str>>,
    /// Components that are nothing but a reference to another file, and what they stand for.
    pub(super) stand_ins: BTreeMap<NodeId, Target>,
    /// What has the name of such a component.
    pub(super) claimed: BTreeSet<NodeId>,
    /// Where references lead, by their text and the schema resource they stand in.
    pub(super) resolved: BTreeMap<(NodeId, &'a str), Result<Target, Lost>>,
    /// The members of large objects that references lead through.
    pub(super) indexes: BTreeMap<NodeId, BTreeMap<&'a str, NodeId>>,
    pub(super) anchors: Anchors<'a>,
    /// Each reference that leads somewhere, and where.
    pub(super) references: BTreeSet<(Span, Span)>,
    /// Values that their surroundings have made sense of already.
    pub(super) healed: BTreeSet<NodeId>,
    /// How many times a near name may still be looked for.
    pub(super) advice: Cell<u32>,
    /// How many references are being followed on the way of others.
    pub(super) hops: u32,
    /// How many shared objects are being read.
    pub(super) nested: u32,
}

impl<'a> Reader<'a> {
    /// Nothing read yet.
    pub(super) fn new(
        tree: &'a Forest,
        bundle: &'a Bundle,
        version: Version,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            tree,
            version,
            diagnostics,
            bundle,
            reached: BTreeSet::new(),
            schemas: Vec::new(),
            schema_ids: BTreeMap::new(),
            waiting_schemas: VecDeque::new(),
            path_items: Vec::new(),
            path_item_ids: BTreeMap::new(),
            waiting_path_items: VecDeque::new(),
            parameters: BTreeMap::new(),
            bodies: BTreeMap::new(),
            responses: BTreeMap::new(),
            headers: BTreeMap::new(),
            examples: BTreeMap::new(),
            links: BTreeMap::new(),
            media_types: BTreeMap::new(),
            components: BTreeMap::new(),
            stand_ins: BTreeMap::new(),
            claimed: BTreeSet::new(),
            resolved: BTreeMap::new(),
            indexes: BTreeMap::new(),
            anchors: Anchors::default(),
            references: BTreeSet::new(),
            healed: BTreeSet::new(),
            advice: Cell::new(MOST_ADVICE),
            hops: 0,
            nested: 0,
        }
    }

    /// Where a node stands.
    pub(super) fn span(&self, node: NodeId) -> Span {
        self.tree.span(node)
    }

    /// Notes that what stands at `from` names what stands at `to`.
    pub(super) fn refers(&mut self, from: Span, to: NodeId) {
        self.references.insert((from, self.span(to)));
    }

    /// A member's key with its place.
    pub(super) fn key(&self, member: &Member) -> Text {
        Text {
            text: self.tree.key(member).into(),
            span: self.tree.key_span(member),
        }
    }

    /// Adds an error.
    pub(super) fn error(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, span, message));
    }

    /// Adds a warning.
    pub(super) fn warn(&mut self, code: Code, span: Span, message: impl Into<String>) {
        self.diagnostics.push(Diagnostic::warning(code, span, message));
    }

    /// Says that a value is not what `what` must be.
    pub(super) fn wrong_type(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
        wanted: &str,
    ) {
        let found = self.tree.view(node).noun();
        let message = format!("{what} must be {wanted}, but this is {found}");
        self.diagnostics.push(
            Diagnostic::error(Code::WrongType, self.span(node), message)
                .label(format!("expected {wanted}")),
        );
    }

    /// The members of an object.
    pub(super) fn object(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> Option<&'a [Member]> {
        if let View::Object(members) = self.tree.view(node) {
            return Some(members);
        }
        self.wrong_type(node, what, "an object");
        None
    }

    /// The members of a map that may be left empty, as YAML does by writing nothing after the key.
    pub(super) fn map(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> &'a [Member] {
        match self.tree.view(node) {
            View::Object(members) => members,
            View::Null => {
                let message = format!("{what} is null and was read as empty");
                self.warn(Code::WrongType, self.span(node), message);
                &[]
            }
            _ => {
                self.wrong_type(node, what, "an object");
                &[]
            }
        }
    }

    /// The items of an array.
    pub(super) fn list(
        &mut self,
        node: NodeId,
        what: impl Display + Copy,
    ) -> &'a [NodeId] {
        match self.tree.view(node) {
            View::List(items) => items,
            View::Null => {
                let message = format!("{what} is null and was read as empty");
                self.warn(Code::WrongType, self.span(node), message);
                &[]
            }
            _ => {
                self.wrong_type(node, what, "an array");
                &[]
            }
        }
    }
}
