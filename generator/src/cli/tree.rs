//! The one walk over a crate's folder: it compares, writes what changed, and deletes what is left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use similar::TextDiff;

use crate::files::Files;

/// What marks a file as the generator's, in its first line.
const STAMP: &str = "@generated";

/// Files outside `src/` that belong to the generator.
const OWNED: &[&str] = &["Cargo.toml", "README.md", "rustfmt.toml"];

/// A difference between what is there and what should be.
#[derive(Debug)]
pub(super) struct Change<'f> {
    pub(super) path: String,
    pub(super) kind: Kind,
    old: String,
    new: &'f str,
}

/// What is wrong with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Stale,
    Missing,
    LeftOver,
}

impl Kind {
    /// The kind as a word.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Missing => "missing",
            Self::LeftOver => "left over",
        }
    }
}

/// Compares a folder with what should be in it, in the order of the paths.
///
/// # Errors
///
/// When a file that the generator did not write stands in its way.
pub(super) fn compare<'f>(
    out: &Path,
    mut present: BTreeMap<String, String>,
    files: &'f Files,
) -> Result<Vec<Change<'f>>> {
    let mut changes = BTreeMap::new();
    for (path, new) in files.iter() {
        let change = match present.remove(path) {
            None => Some((Kind::Missing, String::new())),
            Some(old) if old == new => None,
            Some(old) => Some((Kind::Stale, old)),
        };
        if let Some((kind, old)) = change {
            changes.insert(
                path.to_owned(),
                Change {
                    path: path.to_owned(),
                    kind,
                    old,
                    new,
                },
            );
        }
    }
    for (path, old) in present {
        changes.insert(
            path.clone(),
            Change {
                path,
                kind: Kind::LeftOver,
                old,
                new: "",
            },
        );
    }
    refuse_strangers(out, &changes)?;
    Ok(changes.into_values().collect())
}

/// Brings a folder up to date: new files first, each whole or not at all, then what is left over goes.
///
/// # Errors
///
/// When a file cannot be written or removed.
pub(super) fn write(out: &Path, changes: &[Change<'_>]) -> Result<()> {
    let written = changes.iter().filter(|change| change.kind != Kind::LeftOver);
    let written: Vec<&Change<'_>> = written.collect();
    let folders = written.iter().filter_map(|change| Path::new(&change.path).parent());
    for folder in folders.collect::<BTreeSet<_>>() {
        let folder = out.join(folder);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make {}", folder.display()))?;
    }
    written.par_iter().try_for_each(|change| {
        let path = out.join(&change.path);
        write_whole(&path, change.new)
            .with_context(|| format!("cannot write {}", path.display()))
    })?;
    for change in changes.iter().filter(|change| change.kind == Kind::LeftOver) {
        let path = out.join(&change.path);
        fs::remove_file(&path)
            .with_context(|| format!("cannot remove {}", path.display()))?;
        remove_empty_folders(out, &path);
    }
    Ok(())
}

/// A unified diff of one change.
pub(super) fn diff(change: &Change<'_>) -> String {
    let (old, new) = match change.kind {
        Kind::Stale => (format!("a/{}", change.path), format!("b/{}", change.path)),
        Kind::Missing => ("/dev/null".to_owned(), format!("b/{}", change.path)),
        Kind::LeftOver => (format!("a/{}", change.path), "/dev/null".to_owned()),
    };
    TextDiff::from_lines(change.old.as_str(), change.new)
        .unified_diff()
        .context_radius(3)
        .header(&old, &new)
        .to_string()
}

/// Every file that is the generator's by its place.
///
/// # Errors
///
/// When one cannot be read.
pub(super) fn present(out: &Path) -> Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for name in OWNED {
        if let Some(text) = read(&out.join(name))? {
            found.insert((*name).to_owned(), text);
        }
    }
    let mut folders = vec![("src".to_owned(), out.join("src"))];
    while let Some((prefix, folder)) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => continue,
            Err(error) => {
                return Err(error)
                    .with_context(|| format!("cannot read {}", folder.display()));
            }
        };
        for entry in entries {
            let entry =
                entry.with_context(|| format!("cannot read {}", folder.display()))?;
            let path = format!("{prefix}/{}", entry.file_name().to_string_lossy());
            // A link is not followed: what it points at is somebody else's.
            let kind =
                entry.file_type().with_context(|| format!("cannot read {path}"))?;
            if kind.is_dir() {
                folders.push((path, entry.path()));
            } else if let Some(text) = read(&entry.path())? {
                found.insert(path, text);
            }
        }
    }
    Ok(found)
}

fn read(path: &Path) -> Result<Option<String>> {
    match fs::read(path) {
        // What is not text was not written by the generator: replaced characters make it differ.
        Ok(bytes) => Ok(Some(String::from_utf8(bytes).unwrap_or_else(|error| {
            String::from_utf8_lossy(error.as_bytes()).into_owned()
        }))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            Err(error).with_context(|| format!("cannot read {}", path.display()))
        }
    }
}

/// A file without the stamp was written by somebody: it is neither overwritten nor removed.
fn refuse_strangers(out: &Path, changes: &BTreeMap<String, Change<'_>>) -> Result<()> {
    let stranger = |change: &&Change<'_>| {
        change.kind != Kind::Missing
            && !change.old.lines().next().unwrap_or_default().contains(STAMP)
    };
    let strangers: Vec<String> = changes
        .values()
        .filter(stranger)
        .map(|change| out.join(&change.path).display().to_string())
        .collect();
    if strangers.is_empty() {
        return Ok(());
    }
    bail!(
        "these files are in the generator's place but were not written by it: {}; move them away, or choose another --out",
        strangers.join(", ")
    )
}

fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary: PathBuf = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = fs::File::create(&temporary)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    let renamed = written.and_then(|()| fs::rename(&temporary, path));
    if renamed.is_err() {
        // The temporary file is of no use to anybody; that it could not be removed says nothing new.
        let _ = fs::remove_file(&temporary);
    }
    renamed
}

fn remove_empty_folders(out: &Path, path: &Path) {
    let mut folder = path.parent();
    while let Some(current) = folder.filter(|current| *current != out) {
        // A folder that still holds something stays, which is what the error says.
        if fs::remove_dir(current).is_err() {
            break;
        }
        folder = current.parent();
    }
}
