//! The files beside a document: which of them may be read, and how.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::decode::unicode;
use crate::diagnostic::{Source, Sources};
use crate::read::{Bundle, Unread};

/// The folder of a document, and the one whose files its references may lead to.
#[derive(Debug, Clone)]
pub struct Folder {
    /// Where relative paths begin.
    base: PathBuf,
    /// The document itself, links resolved.
    document: Option<PathBuf>,
    /// What must hold every file, symbolic links resolved; as it was found when the run began.
    root: PathBuf,
    /// What stands before a file's path when it is shown.
    shown: String,
}

impl Folder {
    /// The folder of a document, which is shown by this name; `root` is what may be read, where it is more than that.
    ///
    /// # Errors
    ///
    /// When a folder does not exist.
    pub fn new(document: &Path, shown: &str, root: Option<&Path>) -> Result<Self> {
        let parent = document.parent().filter(|parent| !parent.as_os_str().is_empty());
        let base = parent.unwrap_or(Path::new(".")).to_owned();
        let wanted = root.unwrap_or(&base);
        let root = fs::canonicalize(wanted)
            .with_context(|| format!("cannot read the folder {}", wanted.display()))?;
        let shown = shown.rfind('/').map_or("", |at| &shown[..=at]).to_owned();
        let document = fs::canonicalize(document).ok();
        Ok(Self {
            base,
            document,
            root,
            shown,
        })
    }

    /// Reads all files that a document's references lead to.
    pub fn fill(&self, bundle: &mut Bundle, sources: &mut Sources) {
        // A file may have several paths, by way of links or of folders that lead up and down again.
        let mut known = BTreeMap::new();
        known.extend(self.document.clone().map(|document| (document, String::new())));
        while let Some(path) = bundle.wanted() {
            let found = self.found(&path);
            if let Ok(found) = &found {
                if let Some(known) = known.get(found) {
                    bundle.give_again(&path, known);
                    continue;
                }
                known.insert(found.clone(), path.clone());
            }
            let text =
                found.and_then(|found| text(&found, bundle.room())).and_then(|text| {
                    let source = Source::new(self.name(&path), text);
                    let file = sources.add(source);
                    sources.get(file).cloned().ok_or(Unread::Missing)
                });
            bundle.give(&path, text);
        }
    }

    /// Where a file lies, links resolved, when it may be read.
    fn found(&self, path: &str) -> Result<PathBuf, Unread> {
        // Neither is part of a relative path, and each means something of its own to some system.
        if path.contains(['\0', '\\']) || Path::new(path).is_absolute() {
            return Err(Unread::Missing);
        }
        let found = fs::canonicalize(self.base.join(path)).map_err(|error| {
            if self.is_above(path) { Unread::Outside } else { unread(&error) }
        })?;
        if !found.starts_with(&self.root) {
            return Err(Unread::Outside);
        }
        Ok(found)
    }

    /// Whether a path that does not exist leads out of the root, so that nothing is told of what lies there.
    fn is_above(&self, path: &str) -> bool {
        let Ok(mut base) = fs::canonicalize(&self.base) else { return true };
        for part in path.split('/') {
            if part == ".." {
                base.pop();
            } else {
                base.push(part);
            }
        }
        !base.starts_with(&self.root)
    }

    /// What a file is called: its path as the document's is given, without what leads up and down again.
    fn name(&self, path: &str) -> String {
        let mut folders: Vec<&str> =
            self.shown.split('/').filter(|part| !part.is_empty()).collect();
        let mut rest = path;
        while let Some(above) = rest.strip_prefix("../") {
            if folders.last().is_none_or(|last| *last == "..") {
                break;
            }
            folders.pop();
            rest = above;
        }
        folders.push(rest);
        folders.join("/")
    }
}

/// The text of a file, when it has no more bytes than `room`.
fn text(path: &Path, room: usize) -> Result<String, Unread> {
    // A pipe that is opened waits for its writer, so what it is comes first.
    let kind = fs::metadata(path).map_err(|error| unread(&error))?;
    if !kind.is_file() {
        return Err(Unread::NotAFile);
    }
    let file = File::open(path).map_err(|error| unread(&error))?;
    let mut bytes = Vec::new();
    let most = u64::try_from(room).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(|error| unread(&error))?;
    if bytes.len() > room {
        return Err(Unread::TooLarge);
    }
    unicode(bytes).ok_or(Unread::NotUtf8)
}

fn unread(error: &std::io::Error) -> Unread {
    match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => {
            Unread::Missing
        }
        kind => Unread::Failed(kind.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_as_the_document_is() {
        let folder = |shown: &str| Folder {
            base: PathBuf::new(),
            document: None,
            root: PathBuf::new(),
            shown: shown.to_owned(),
        };
        assert_eq!(folder("").name("schemas/a.yaml"), "schemas/a.yaml");
        assert_eq!(folder("spec/").name("schemas/a.yaml"), "spec/schemas/a.yaml");
        assert_eq!(folder("spec/v1/").name("../a.yaml"), "spec/a.yaml");
        assert_eq!(folder("spec/").name("../../a.yaml"), "../a.yaml");
    }
}
