//! `draw`: documents drawn at random, for the commands that take a folder of documents.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use clientwright_proof::document::drawn;

/// Write documents that nobody wrote into a folder, for `corpus --clippy`, `oracle` and `round-trip`.
#[derive(Debug, Args)]
pub(crate) struct Draw {
    /// The folder.
    folder: PathBuf,
    /// How many documents.
    #[arg(long, default_value_t = 60)]
    count: usize,
    /// The first of their numbers: each number is one document, always the same.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(arguments: &Draw) -> Result<()> {
    let folder = &arguments.folder;
    fs::create_dir_all(folder)
        .with_context(|| format!("cannot make {}", folder.display()))?;
    for seed in (arguments.seed..).take(arguments.count) {
        let path = folder.join(format!("drawn-{seed:04}.json"));
        let text = format!("{:#}\n", drawn(seed));
        fs::write(&path, text)
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    println!("wrote {} documents to {}", arguments.count, folder.display());
    Ok(())
}
