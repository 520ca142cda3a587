//! `support`: docs/support.md, made of the cases.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;
use clientwright_proof::support::{Case, answers, page};

/// Where the page stands.
const PAGE: &str = "docs/support.md";

/// Write docs/support.md, the table of what is supported, from what the cases use and what generating them says.
#[derive(Debug, Args)]
pub(crate) struct Support {
    /// Write nothing, and fail when the page is not as it would be written.
    #[arg(long)]
    check: bool,
}

pub(crate) fn run(arguments: &Support) -> Result<()> {
    let page = page(&answers(&cases()?));
    if arguments.check {
        if fs::read_to_string(PAGE).unwrap_or_default() != page {
            bail!("{PAGE} is stale: run `cargo xtask support`");
        }
        return Ok(());
    }
    fs::create_dir_all("docs")?;
    fs::write(PAGE, page).with_context(|| format!("cannot write {PAGE}"))
}

/// The cases and refusals, in the order of their names.
fn cases() -> Result<Vec<Case>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from("tests/cases"), PathBuf::from("tests/refuse")];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else if path.file_name().is_some_and(|name| name == "openapi.yaml") {
                found.push(case(&folder, &path)?);
            }
        }
    }
    found.sort_by(|a, b| a.folder.cmp(&b.folder));
    Ok(found)
}

fn case(folder: &Path, document: &Path) -> Result<Case> {
    Ok(Case {
        folder: folder.to_string_lossy().replace('\\', "/"),
        document: fs::read_to_string(document)?,
        config: fs::read_to_string(folder.join("client.toml")).ok(),
    })
}
