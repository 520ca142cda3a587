//! `bench peers`: the same documents, the same machine, this generator and two others in turn.

mod cost;
mod table;
mod tool;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::Args;

use crate::corpus;
use crate::places;
use cost::{Cost, Costs};
use tool::{TOOLS, Tool};

/// How often each tool generates each document; the median counts.
const RUNS: usize = 3;

/// Where crates of earlier runs wait for the end.
const ASIDE: &str = "aside";

/// Generate the largest documents of a corpus with this generator and two others, check what they wrote, and print a table.
#[derive(Debug, Args)]
pub(crate) struct Peers {
    /// The folder of documents; `CLIENTWRIGHT_CORPUS` when absent.
    folder: Option<PathBuf>,
    /// Only documents whose path holds this.
    #[arg(long, value_name = "TEXT", default_value = "vendor/")]
    filter: String,
    /// How many of the largest.
    #[arg(long, default_value_t = 10)]
    count: usize,
    /// Measure generating alone.
    #[arg(long)]
    no_check: bool,
}

/// Measures, and prints a Markdown table as it grows.
pub(crate) fn run(arguments: &Peers) -> Result<()> {
    let Some(corpus) = corpus::folder(arguments.folder.clone()) else { return Ok(()) };
    let target = places::target();
    let mut programs = Vec::new();
    for tool in TOOLS {
        programs.push(std::path::absolute(tool.installed(&target)?)?);
    }
    let mut documents = corpus::documents(&corpus, Some(&arguments.filter))?;
    documents.sort_by_key(|document| std::cmp::Reverse(document.bytes));
    documents.truncate(arguments.count);
    let work = std::path::absolute(target.join("peers/work"))?;
    println!("{}", table::HEADER);
    let mut rows = Vec::new();
    for document in &documents {
        let spec = corpus.join(&document.path);
        let mut costs = generated(&programs, &spec, &work)?;
        if !arguments.no_check {
            for (tool, costs) in TOOLS.into_iter().zip(&mut costs) {
                if costs.generate.is_some() {
                    let target = work.join("target").join(tool.name());
                    costs.check = cost::check(tool, &work.join(tool.name()), &target)?;
                }
            }
        }
        println!("{}", table::row(&document.path, &costs));
        rows.push(costs);
    }
    println!("\n{}", table::ratios(&rows));
    if work.join(ASIDE).exists() {
        std::fs::remove_dir_all(work.join(ASIDE))?;
    }
    Ok(())
}

/// What each tool takes to generate a document, in turn; its crate is left in the folder of its name.
fn generated(
    programs: &[PathBuf],
    spec: &Path,
    work: &Path,
) -> Result<[Costs; TOOLS.len()]> {
    let mut runs: [Vec<Option<Cost>>; TOOLS.len()] = Default::default();
    for _ in 0..RUNS {
        for ((tool, program), runs) in TOOLS.into_iter().zip(programs).zip(&mut runs) {
            let (folder, aside) = (work.join(Tool::name(tool)), work.join(ASIDE));
            runs.push(cost::generate(tool, program, spec, (&folder, &aside))?);
        }
    }
    Ok(runs.map(|runs| Costs {
        generate: median(&runs),
        check: None,
    }))
}

/// The run in the middle by time, with the most memory of all; nothing when one of them failed.
fn median(runs: &[Option<Cost>]) -> Option<Cost> {
    let mut runs: Vec<Cost> = runs.iter().copied().collect::<Option<_>>()?;
    runs.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let megabytes = runs.iter().map(|run| run.megabytes).fold(0.0, f64::max);
    Some(Cost {
        megabytes,
        ..*runs.get(runs.len() / 2)?
    })
}
