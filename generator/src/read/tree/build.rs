//! Builds a tree from the events of a reader, YAML's or JSON's.

use std::ops::Range;

use super::{Kind, MAX_DEPTH, Member, Node, NodeId, Slice, Str, Tree};
use crate::diagnostic::{Code, Diagnostic, Source, Span};

/// How many nodes YAML aliases may stand for, all together.
const MAX_ALIASED: u64 = 2_000_000;

/// A tree being built: what is open, and what was wrong so far.
pub(in crate::read) struct Builder {
    pub(super) tree: Tree,
    pub(super) open: Vec<Frame>,
    /// The members of the open objects, innermost last.
    pub(super) members: Vec<Member>,
    /// The items of the open lists, innermost last.
    items: Vec<NodeId>,
    aliased: u64,
    pub(super) found: Vec<Diagnostic>,
}

/// How much a node holds, aliases followed.
#[derive(Debug, Clone, Copy)]
pub(in crate::read) struct Extent {
    /// The node.
    pub(in crate::read) node: NodeId,
    height: u32,
    size: u64,
}

/// What a scalar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::read) enum Scalar<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// The bytes of a number in the source.
    Number,
    /// A string.
    Text(&'t str),
}

/// A problem that ends the reading.
pub(in crate::read) type Stop = Box<Diagnostic>;

pub(super) struct Frame {
    node: NodeId,
    object: bool,
    /// Where its children begin among those of all that is open.
    pub(super) first: usize,
    key: Option<Key>,
    /// What YAML's `<<` names, and where.
    pub(super) merges: Vec<(NodeId, Span)>,
    height: u32,
    size: u64,
}

struct Key {
    text: Str,
    span: Span,
    merge: bool,
}

impl Builder {
    /// An empty tree of a source.
    pub(in crate::read) fn new(source: &Source) -> Self {
        let tree = Tree {
            file: source.file,
            source: source.text.clone(),
            decoded: String::new(),
            nodes: Vec::new(),
            first: 0,
            members: Vec::new(),
            items: Vec::new(),
            root: NodeId(0),
            in_order: true,
        };
        Self {
            tree,
            open: Vec::new(),
            members: Vec::new(),
            items: Vec::new(),
            aliased: 0,
            found: Vec::new(),
        }
    }

    /// Whether the next string would be a key.
    pub(in crate::read) fn wants_key(&self) -> bool {
        self.open.last().is_some_and(|frame| frame.object && frame.key.is_none())
    }

    /// The key of the value to come; `merge` when it is YAML's `<<`.
    pub(in crate::read) fn key(&mut self, text: &str, bytes: Range<usize>, merge: bool) {
        let text = self.str(text, &bytes);
        let span = self.span(&bytes);
        if let Some(frame) = self.open.last_mut() {
            frame.key = Some(Key { text, span, merge });
        }
    }

    /// A value without children.
    pub(in crate::read) fn scalar(
        &mut self,
        scalar: Scalar<'_>,
        bytes: Range<usize>,
    ) -> Extent {
        let kind = match scalar {
            Scalar::Null => Kind::Null,
            Scalar::Bool(value) => Kind::Bool(value),
            Scalar::Number => Kind::Number(Str::Source(slice(&bytes))),
            Scalar::Text(text) => Kind::Text(self.str(text, &bytes)),
        };
        let extent = Extent {
            node: self.node(kind, &bytes),
            height: 0,
            size: 1,
        };
        self.attach(extent);
        extent
    }

    /// A string that stands nowhere in the tree yet.
    pub(in crate::read) fn loose(&mut self, text: &str, bytes: Range<usize>) -> Extent {
        let kind = Kind::Text(self.str(text, &bytes));
        Extent {
            node: self.node(kind, &bytes),
            height: 0,
            size: 1,
        }
    }

    /// The beginning of an object or a list.
    ///
    /// # Errors
    ///
    /// When too much is open already.
    pub(in crate::read) fn open(
        &mut self,
        object: bool,
        start: usize,
    ) -> Result<(), Stop> {
        let kind = if object { Kind::Object } else { Kind::List };
        let node = self.node(kind(Slice { start: 0, len: 0 }), &(start..start));
        self.within_depth(1, self.tree.span(node))?;
        let first = if object { self.members.len() } else { self.items.len() };
        self.open.push(Frame {
            node,
            object,
            first,
            key: None,
            merges: Vec::new(),
            height: 1,
            size: 1,
        });
        Ok(())
    }

    /// The end of what was opened last.
    ///
    /// # Errors
    ///
    /// When what a YAML merge key names is not an object, or too much is joined.
    pub(in crate::read) fn close(&mut self, end: usize) -> Result<Option<Extent>, Stop> {
        let Some(mut frame) = self.open.pop() else {
            return Ok(None);
        };
        let kind = if frame.object {
            self.drop_duplicates(frame.first)?;
            self.merge(&mut frame)?;
            let start = self.tree.members.len();
            self.tree.members.extend(self.members.drain(frame.first..));
            Kind::Object(slice(&(start..self.tree.members.len())))
        } else {
            let start = self.tree.items.len();
            self.tree.items.extend(self.items.drain(frame.first..));
            Kind::List(slice(&(start..self.tree.items.len())))
        };
        let node = &mut self.tree.nodes[frame.node.index()];
        node.kind = kind;
        node.end = u32::try_from(end).unwrap_or(u32::MAX).max(node.start);
        let extent = Extent {
            node: frame.node,
            height: frame.height,
            size: frame.size,
        };
        self.attach(extent);
        Ok(Some(extent))
    }

    /// A node that stands elsewhere, once more.
    ///
    /// # Errors
    ///
    /// When aliases stand for too much, or nest too deeply.
    pub(in crate::read) fn alias(
        &mut self,
        extent: Extent,
        at: Range<usize>,
    ) -> Result<(), Stop> {
        let span = self.span(&at);
        self.within_depth(extent.height, span)?;
        self.spend(extent.size, span)?;
        self.tree.in_order = false;
        self.attach(extent);
        Ok(())
    }

    /// Notes something wrong that does not end the reading.
    pub(in crate::read) fn note(&mut self, diagnostic: Diagnostic) {
        self.found.push(diagnostic);
    }

    /// The tree and what was noted; nothing when no value was read.
    pub(in crate::read) fn finish(self) -> (Option<Tree>, Vec<Diagnostic>) {
        let tree = (!self.tree.nodes.is_empty()).then_some(self.tree);
        (tree, self.found)
    }

    /// A string node's string.
    pub(in crate::read) fn text(&self, node: NodeId) -> Option<String> {
        self.tree.text(node).map(str::to_owned)
    }

    /// A span of this source.
    pub(in crate::read) fn span(&self, bytes: &Range<usize>) -> Span {
        let clip = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Span {
            file: self.tree.file,
            start: clip(bytes.start),
            end: clip(bytes.end),
        }
    }

    pub(super) fn node(&mut self, kind: Kind, bytes: &Range<usize>) -> NodeId {
        let id = NodeId(u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX));
        let Span { start, end, .. } = self.span(bytes);
        self.tree.nodes.push(Node { start, end, kind });
        id
    }

    /// Keeps a string as a range of the source where its text stands there as it is, quotes apart.
    fn str(&mut self, text: &str, bytes: &Range<usize>) -> Str {
        let source = &self.tree.source;
        for start in [bytes.start, bytes.start + 1] {
            let range = start..start + text.len();
            if range.end <= bytes.end && source.get(range.clone()) == Some(text) {
                return Str::Source(slice(&range));
            }
        }
        let start = self.tree.decoded.len();
        self.tree.decoded.push_str(text);
        Str::Decoded(slice(&(start..self.tree.decoded.len())))
    }

    fn attach(&mut self, extent: Extent) {
        let Some(frame) = self.open.last_mut() else {
            self.tree.root = extent.node;
            return;
        };
        frame.height = frame.height.max(extent.height + 1);
        frame.size += extent.size;
        if !frame.object {
            self.items.push(extent.node);
        } else if let Some(key) = frame.key.take() {
            if key.merge {
                frame.merges.push((extent.node, key.span));
            } else {
                self.members.push(Member {
                    key: key.text,
                    key_start: key.span.start,
                    key_end: key.span.end,
                    value: extent.node,
                });
            }
        }
    }

    fn within_depth(&self, height: u32, span: Span) -> Result<(), Stop> {
        let open = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
        if open.saturating_add(height) <= MAX_DEPTH {
            return Ok(());
        }
        let message = format!("values nest more than {MAX_DEPTH} levels deep");
        Err(Box::new(
            Diagnostic::error(Code::TooDeep, span, message)
                .label("one level too many")
                .help("move the inner schemas to `components.schemas` and refer to them by `$ref`"),
        ))
    }

    pub(super) fn spend(&mut self, size: u64, span: Span) -> Result<(), Stop> {
        self.aliased = self.aliased.saturating_add(size);
        if self.aliased <= MAX_ALIASED {
            return Ok(());
        }
        let message = format!(
            "aliases and keys that stand twice make more than {MAX_ALIASED} values of this document"
        );
        Err(Box::new(
            Diagnostic::error(Code::TooLarge, span, message)
                .label("one too many")
                .help("refer to a component by `$ref` in place of repeating it by an alias, and write each key once"),
        ))
    }
}

pub(super) fn slice(bytes: &Range<usize>) -> Slice {
    let clip = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    Slice {
        start: clip(bytes.start),
        len: clip(bytes.len()),
    }
}
