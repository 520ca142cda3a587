//! The documents of a corpus: those its `MANIFEST.tsv` lists, or every YAML and JSON file below its folder.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

/// One document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    /// Its path below the corpus, `/` between folders.
    pub(crate) path: String,
    /// The version of OpenAPI it gives.
    pub(crate) openapi: String,
    pub(crate) bytes: u64,
    /// The folder that holds all its files, where there may be several.
    pub(crate) root: Option<String>,
    /// Whether it keeps to the specification; of one that does not, an answer of any sort is enough.
    pub(crate) valid: bool,
}

/// Every document whose path holds `filter`, in the order of the paths.
pub(crate) fn documents(corpus: &Path, filter: Option<&str>) -> Result<Vec<Document>> {
    let manifest = corpus.join("MANIFEST.tsv");
    let found = if manifest.exists() {
        let text = fs::read_to_string(&manifest)
            .with_context(|| format!("cannot read {}", manifest.display()))?;
        listed(&text)
    } else {
        walked(corpus)?
    };
    let (sets, mut found): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|document| document.path.ends_with('/'));
    for set in sets {
        found.extend(entries(corpus, &set.path)?);
    }
    found.retain(|document| filter.is_none_or(|filter| document.path.contains(filter)));
    if let Some(filter) = filter.filter(|_| found.is_empty()) {
        bail!("no document of {} has `{filter}` in its path", corpus.display());
    }
    for document in &mut found {
        let path = corpus.join(&document.path);
        document.bytes = fs::metadata(&path)
            .with_context(|| format!("cannot read {}", path.display()))?
            .len();
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// The rows of a table with a header, whose columns may stand in any order.
fn listed(text: &str) -> Vec<Document> {
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| header.iter().position(|column| *column == name);
    let (path, openapi, valid) = (column("path"), column("openapi"), column("valid"));
    let row = |line: &str| {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: Option<usize>| {
            at.and_then(|at| cells.get(at)).copied().unwrap_or_default()
        };
        Document {
            path: cell(path).to_owned(),
            openapi: cell(openapi).to_owned(),
            bytes: 0,
            root: None,
            valid: cell(valid) == "yes",
        }
    };
    lines.filter(|line| !line.is_empty()).map(row).collect()
}

/// The documents among a set of files, which is listed by its folder with a slash: those that give a version.
fn entries(corpus: &Path, folder: &str) -> Result<Vec<Document>> {
    let mut found = Vec::new();
    for file in walked(&corpus.join(folder))? {
        let path = format!("{folder}{}", file.path);
        let bytes = fs::read(corpus.join(&path))
            .with_context(|| format!("cannot read {path}"))?;
        let text = String::from_utf8_lossy(&bytes);
        let mut lines =
            text.lines().map(|line| line.trim_start_matches([' ', '{', '"', '\'']));
        if lines
            .any(|line| line.starts_with("openapi\":") || line.starts_with("openapi:"))
        {
            let root = Some(folder.to_owned());
            found.push(Document {
                path,
                root,
                ..Document::default()
            });
        }
    }
    Ok(found)
}

fn walked(corpus: &Path) -> Result<Vec<Document>> {
    let mut found = Vec::new();
    let mut open = vec![corpus.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if path.is_dir() {
                open.push(path);
            } else if matches!(ending, Some("yaml" | "yml" | "json"))
                && let Ok(below) = path.strip_prefix(corpus)
            {
                found.push(Document {
                    path: below.to_string_lossy().replace('\\', "/"),
                    ..Document::default()
                });
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::listed;

    #[test]
    fn columns_of_a_manifest_may_stand_in_any_order() {
        let found =
            listed("valid\tpath\tother\topenapi\nyes\ta/b.yaml\tx\t3.1.0\nno\tc\n");
        let rows: Vec<_> = found
            .iter()
            .map(|row| (row.path.as_str(), row.openapi.as_str(), row.valid))
            .collect();
        assert_eq!(rows, [("a/b.yaml", "3.1.0", true), ("c", "", false)]);
    }
}
