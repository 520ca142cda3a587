//! A document and the files that its references lead to, given one by one: reading itself asks nobody for anything.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::place;
use super::text;
use super::tree::{Forest, Tree};
use crate::diagnostic::{Diagnostic, Diagnostics, Source};

/// How many files one document may ask for.
pub const MOST_FILES: usize = 4096;

/// How many bytes the files of one document may have together, its own not counted.
pub const MOST_BYTES: usize = 256 << 20;

/// From how many of a file's own names its references are looked for.
const MOST_NAMES: usize = 8;

/// A document and the files that its references lead to.
///
/// Each file is named by its path from the folder of the document, with `/` between folders: `schemas/pet.yaml`,
/// `../common.yaml`.
#[derive(Debug)]
pub struct Bundle {
    sources: Vec<Source>,
    /// Nothing when the document itself cannot be read.
    pub(super) forest: Option<Forest>,
    /// What was noted on the way from each text to its tree.
    told: Vec<Vec<Diagnostic>>,
    /// The paths of the trees.
    paths: Vec<String>,
    files: BTreeMap<String, File>,
    wanted: VecDeque<String>,
    /// How many bytes may still be given.
    room: usize,
    /// Whether there is anybody who gives files.
    asked: bool,
}

/// Why a file is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// There is none of that name.
    Missing,
    /// It does not lie in the folder that may be read.
    Outside,
    /// It is a folder, a pipe or a device.
    NotAFile,
    /// It is not UTF-8.
    NotUtf8,
    /// It has more bytes than may still be read.
    TooLarge,
    /// It could not be read, and why.
    Failed(String),
}

/// What became of a file.
#[derive(Debug, Clone)]
pub(super) enum File {
    /// It is the tree at this position.
    Read(usize),
    /// Its text is no tree; what was said about it.
    Broken(Vec<Diagnostic>),
    Unread(Unread),
    /// Nobody has asked for it yet.
    Wanted,
}

impl Bundle {
    /// A document of one text, whose references are looked through.
    #[must_use]
    pub fn new(source: &Source) -> Self {
        let mut told = Diagnostics::new();
        let tree = text::tree(source, &mut told);
        let name = source.name.rsplit(['/', '\\']).next().unwrap_or(&source.name);
        let mut bundle = Self {
            sources: vec![source.clone()],
            forest: None,
            told: vec![told.iter().cloned().collect()],
            paths: vec![name.to_owned()],
            files: BTreeMap::from([(name.to_owned(), File::Read(0))]),
            wanted: VecDeque::new(),
            room: MOST_BYTES,
            asked: false,
        };
        if let Some(tree) = tree {
            bundle.want(&tree, name);
            bundle.forest = Some(Forest::new(tree));
        }
        bundle
    }

    /// The path of a file that a reference may lead to and that was not given yet, until there is none.
    ///
    /// What it is is to be said by [`Bundle::give`]. A file that is given may want others.
    pub fn wanted(&mut self) -> Option<String> {
        self.asked = true;
        self.wanted.pop_front()
    }

    /// How many bytes the next file may have.
    #[must_use]
    pub fn room(&self) -> usize {
        self.room
    }

    /// Gives a file that was wanted, or says why there is none.
    pub fn give(&mut self, path: &str, text: Result<Source, Unread>) {
        let text = text.and_then(|source| {
            self.room =
                self.room.checked_sub(source.text.len()).ok_or(Unread::TooLarge)?;
            Ok(source)
        });
        let file = match (text, &mut self.forest) {
            (Err(reason), _) => File::Unread(reason),
            (Ok(_), None) => return,
            (Ok(source), Some(forest)) => match text::part(&source) {
                Ok((tree, notes)) => {
                    let found: Vec<String> = outward(&tree, path);
                    let position = forest.add(tree);
                    self.sources.push(source);
                    self.told.push(notes);
                    self.paths.push(path.to_owned());
                    self.queue(found);
                    File::Read(position)
                }
                Err(stop) => {
                    self.sources.push(source);
                    File::Broken(vec![*stop])
                }
            },
        };
        self.files.insert(path.to_owned(), file);
    }

    /// Says that a file which was wanted is one that was given by another path; an empty one names the document itself.
    pub fn give_again(&mut self, path: &str, known: &str) {
        let known = if known.is_empty() { self.path(0) } else { known };
        let file = self.files.get(known).cloned();
        self.files
            .insert(path.to_owned(), file.unwrap_or(File::Unread(Unread::Missing)));
    }

    /// Every text that was given, the document's own first.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The document's own text.
    #[must_use]
    pub fn document(&self) -> &Source {
        &self.sources[0]
    }

    /// The trees without what is left out of the document's own; every tree's places are made known.
    pub(super) fn cut(
        &self,
        left_out: &BTreeSet<String>,
        diagnostics: &mut Diagnostics,
    ) -> Option<Forest> {
        self.told(0).iter().for_each(|told| diagnostics.push(told.clone()));
        let forest = self.forest.as_ref()?.without(left_out);
        for tree in forest.trees() {
            diagnostics.outline(tree.span(tree.root()).file, tree.clone());
        }
        Some(forest)
    }

    /// What became of the file at a path.
    pub(super) fn file(&self, path: &str) -> Option<&File> {
        self.files.get(path)
    }

    /// Whether there is a file at a path.
    pub(super) fn has(&self, path: &str) -> bool {
        matches!(self.files.get(path), Some(File::Read(_) | File::Broken(_)))
    }

    /// The path of the tree at a position.
    pub(super) fn path(&self, position: usize) -> &str {
        self.paths.get(position).map_or("", String::as_str)
    }

    /// What was noted when the text of a tree was read.
    pub(super) fn told(&self, position: usize) -> &[Diagnostic] {
        self.told.get(position).map_or(&[], Vec::as_slice)
    }

    /// Whether files were asked for, so that one that is not there was one too many.
    pub(super) fn is_full(&self) -> bool {
        self.asked && self.files.len() >= MOST_FILES
    }

    fn want(&mut self, tree: &Tree, path: &str) {
        let found = outward(tree, path);
        self.queue(found);
    }

    fn queue(&mut self, paths: Vec<String>) {
        for path in paths {
            if self.files.len() < MOST_FILES && !self.files.contains_key(&path) {
                self.files.insert(path.clone(), File::Wanted);
                self.wanted.push_back(path);
            }
        }
    }
}

/// The paths of the files that a tree's references may lead to, seen from its own or from the relative names it has.
fn outward(tree: &Tree, path: &str) -> Vec<String> {
    let mut found: Vec<String> =
        tree.outward().filter_map(|reference| place::file(path, reference)).collect();
    if found.is_empty() {
        return found;
    }
    let names = tree.names().filter(|name| name.len() <= place::LONGEST);
    let names = names.filter_map(|name| place::file(path, name));
    let names: BTreeSet<String> = names.take(MOST_NAMES).collect();
    for name in names.iter().filter(|name| *name != path) {
        let seen = tree.outward().filter_map(|reference| place::file(name, reference));
        found.extend(seen);
    }
    found
}
