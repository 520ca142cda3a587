//! `fuzz`: documents made of those of the cases, for as long as one likes, or the seeds for `cargo +nightly fuzz`.

use std::fs;
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use clap::Args;
use clientwright_proof::draw::Dice;
use clientwright_proof::fuzz::{mutated, pipeline, words};

/// How long one document may take.
const LIMIT: Duration = Duration::from_secs(10);

/// Generate from documents that are made of the cases' own, and keep those that lead to a panic or take too long.
#[derive(Debug, Args)]
pub(crate) struct Fuzz {
    /// How long to go on.
    #[arg(long, default_value_t = 60)]
    seconds: u64,
    /// Where the dice begin: another number makes other documents.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write the seeds of `cargo +nightly fuzz run read` and `… pipeline` to fuzz/corpus instead.
    #[arg(long)]
    seeds: bool,
}

pub(crate) fn run(arguments: &Fuzz) -> Result<ExitCode> {
    let seeds = seeds()?;
    if arguments.seeds {
        return write(&seeds);
    }
    let words = words(&fs::read_to_string("fuzz/openapi.dict")?);
    let target = crate::places::target();
    let folder = target.join("fuzz");
    fs::create_dir_all(&folder)?;
    // A stack that overflows takes the process along: what led to it stands here then.
    let current = folder.join("current.yaml");
    let (begun, mut dice, mut count, mut bad) =
        (Instant::now(), Dice(arguments.seed), 0, 0);
    while begun.elapsed() < Duration::from_secs(arguments.seconds) {
        let one = &seeds[dice.below(seeds.len())];
        let other = &seeds[dice.below(seeds.len())];
        let bytes = mutated(one, other, &words, &mut dice);
        fs::write(&current, &bytes)?;
        let started = Instant::now();
        let ended = catch_unwind(|| pipeline(&bytes));
        let sort = match ended {
            Err(_) => "panic",
            Ok(()) if started.elapsed() > LIMIT => "slow",
            Ok(()) => "",
        };
        if !sort.is_empty() {
            bad += 1;
            let path = folder.join(format!("{sort}-{}-{count}.yaml", arguments.seed));
            fs::write(&path, &bytes)?;
            eprintln!("error: {sort}: {}", path.display());
        }
        count += 1;
    }
    fs::remove_file(current)?;
    println!("{count} documents, {bad} of them not answered as they should be");
    Ok(if bad == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The documents of the cases and refusals, but for long ones, which only take time.
fn seeds() -> Result<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    let mut open = vec![PathBuf::from("tests/cases"), PathBuf::from("tests/refuse")];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(&folder)
            .with_context(|| format!("cannot read {}", folder.display()))?;
        let mut paths = Vec::new();
        for entry in entries {
            paths.push(entry?.path());
        }
        paths.sort();
        for path in paths {
            if path.is_dir() {
                open.push(path);
            } else if path.file_name().is_some_and(|name| name == "openapi.yaml") {
                found.push(fs::read(path)?);
            }
        }
    }
    found.retain(|document| document.len() < 20_000);
    Ok(found)
}

fn write(seeds: &[Vec<u8>]) -> Result<ExitCode> {
    for target in ["read", "pipeline"] {
        let folder = Path::new("fuzz/corpus").join(target);
        fs::create_dir_all(&folder)?;
        for (index, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("{index:04}.yaml")), seed)?;
        }
        println!("wrote {} seeds to {}", seeds.len(), folder.display());
    }
    Ok(ExitCode::SUCCESS)
}
