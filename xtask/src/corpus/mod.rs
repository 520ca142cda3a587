//! `corpus`: the generator on every document of a folder, a process and a time limit for each, and a report.

mod check;
mod documents;
mod known;
mod page;
mod plot;
mod row;
mod trial;
mod tsv;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context, Result, bail};
use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};

use documents::Document;
pub(crate) use documents::documents;
use known::Known;
use row::Row;
pub(crate) use trial::{End, Trial, measured, outcome_of, run as trial};

/// The folder of documents, where no argument gives it.
const VARIABLE: &str = "CLIENTWRIGHT_CORPUS";

/// How long one document may take, in seconds.
const LIMIT: u64 = 60;

/// Generate every document of a folder, leaving out what is refused, and write target/corpus/report.tsv and report.html.
#[derive(Debug, Args)]
pub(crate) struct Corpus {
    /// The folder; its MANIFEST.tsv, where there is one, lists the documents; `CLIENTWRIGHT_CORPUS` when absent.
    folder: Option<PathBuf>,
    /// Only documents whose path holds this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
    /// Compile each generated crate, too.
    #[arg(long)]
    check: bool,
    /// Have clippy read each generated crate and its mock; takes about twice as long as `--check`.
    #[arg(long)]
    clippy: bool,
}

/// What all documents share.
struct Work<'a> {
    generator: PathBuf,
    corpus: &'a Path,
    target: PathBuf,
    check: bool,
}

/// Runs the command: fails when a document fails that is not known to.
pub(crate) fn run(arguments: &Corpus) -> Result<ExitCode> {
    let Some(corpus) = folder(arguments.folder.clone()) else {
        return Ok(ExitCode::SUCCESS);
    };
    let documents = documents(&corpus, arguments.filter.as_deref())?;
    let known = Known::read()?;
    let target = crate::places::target();
    let work = Work {
        generator: release(&target)?,
        corpus: &corpus,
        target: target.join("corpus"),
        check: arguments.check || arguments.clippy,
    };
    let mut rows = generated(&work, &documents)?;
    if work.check {
        let judge = if arguments.clippy { check::CLIPPY } else { check::COMPILER };
        check::checked(&work.target, judge, &mut rows)?;
    }
    let report = |name: &str, text: String| {
        let path = work.target.join(name);
        fs::write(&path, text)
            .with_context(|| format!("cannot write {}", path.display()))?;
        eprintln!("wrote {}", path.display());
        Ok::<_, anyhow::Error>(())
    };
    report("report.tsv", tsv::tsv(&rows))?;
    report("report.html", page::page(&rows))?;
    println!("{}", page::sentence(&rows));
    let wrong = known.wrong(&rows, work.check);
    for line in &wrong {
        eprintln!("error: {line}");
    }
    Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The folder of documents; says so where there is none.
pub(crate) fn folder(given: Option<PathBuf>) -> Option<PathBuf> {
    let folder = given.or_else(|| std::env::var_os(VARIABLE).map(PathBuf::from));
    if folder.is_none() {
        eprintln!("no corpus: name its folder, or set {VARIABLE}");
    }
    folder
}

/// The generator as users run it.
pub(crate) fn release(target: &Path) -> Result<PathBuf> {
    let arguments = ["build", "--quiet", "--release", "--package", "clientwright"];
    let status = Command::new("cargo").args(arguments).status();
    if !status.context("cargo cannot be run")?.success() {
        bail!("the generator was not built");
    }
    Ok(target.join("release/clientwright"))
}

/// A row for each document, in their order; as many at once as there are cores.
fn generated(work: &Work<'_>, documents: &[Document]) -> Result<Vec<Row>> {
    let bar = bar(documents.len())?;
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::new());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(document) = documents.get(index) else { break };
                    bar.set_message(document.path.clone());
                    let row = row(work, index, document);
                    if let Ok(mut done) = done.lock() {
                        done.push((index, row));
                    }
                    bar.inc(1);
                }
            });
        }
    });
    bar.finish_and_clear();
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, row)| row).collect()
}

/// A bar on standard error, where that is a terminal.
pub(crate) fn bar(length: usize) -> Result<ProgressBar> {
    let bar = ProgressBar::new(length as u64);
    let style = "{elapsed_precise} {wide_bar:.cyan} {pos}/{len} {msg}";
    bar.set_style(ProgressStyle::with_template(style)?);
    Ok(bar)
}

fn row(work: &Work<'_>, index: usize, document: &Document) -> Result<Row> {
    let out = check::member(&work.target, index);
    if out.exists() {
        fs::remove_dir_all(&out)?;
    }
    fs::create_dir_all(&out)?;
    let config = out.with_extension("toml");
    let package = check::package(index);
    fs::write(&config, format!("[package]\nname = \"{package}\"\n"))?;
    let spec = work.corpus.join(&document.path);
    let root = document.root.as_ref().map(|root| work.corpus.join(root));
    let (config_path, root) = (Some(&config), root.as_deref());
    let outcome =
        trial::outcome(&work.generator, LIMIT, &spec, &out, config_path, root)?;
    let row = Row::new(document.clone(), &outcome, &out);
    fs::remove_file(config)?;
    if !(work.check && row.is_generated()) {
        fs::remove_dir_all(&out)?;
    }
    Ok(row)
}
