//! `generate`: read, generate, compare, write.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use clap::Args;

use super::input::Input;
use super::report::MessageFormat;
use super::selection::Selection;
use super::tree::{self, Change, Kind};
use super::{DONE, Defaults, REFUSED, output};
use crate::ir::{LeftOut, LeftOutKind};

/// What is said when no error concerns the whole document.
const ADVICE: &str =
    "help: `--allow-refused` leaves out what cannot be honoured, and writes the rest";

/// Write the client crate of a document.
#[derive(Debug, Clone, Args)]
pub struct Generate {
    /// What is read, and how findings are printed.
    #[command(flatten)]
    pub input: Input,
    /// Which operations become calls.
    #[command(flatten)]
    pub selection: Selection,
    /// The folder of the crate; its src/, Cargo.toml, README.md and rustfmt.toml belong to the generator.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Write nothing; exit with 1 and print a diff when the crate is not up to date.
    #[arg(long)]
    pub check: bool,
    /// Write the types alone: no client, no operations, no mock.
    #[arg(long)]
    pub types_only: bool,
    /// Leave out each operation and schema that cannot be honoured, list it in the crate's README.md, and write the rest.
    #[arg(long)]
    pub allow_refused: bool,
}

/// Runs the command; an error is one of usage or of the file system.
pub(super) fn run(arguments: &Generate, defaults: Option<&Defaults>) -> Result<u8> {
    let input = &arguments.input;
    // The repository's crate is that of the repository's document alone.
    let default =
        defaults.filter(|_| input.spec.is_none()).map(|defaults| defaults.out.clone());
    let Some(out) = arguments.out.clone().or(default) else {
        bail!("no folder for the crate: say which with --out DIR");
    };
    let mut texts = input.read(defaults)?;
    let (mut config, diagnostics) = texts.config();
    arguments.selection.replace(&mut config.select, &mut texts.sources);
    config.allow_refused = arguments.allow_refused;
    config.package.types_only |= arguments.types_only;
    // This thread works, too, instead of waiting for others; where threads were set up before, they serve.
    let _ = rayon::ThreadPoolBuilder::new().use_current_thread().build_global();
    let (outcome, present) = rayon::join(
        || crate::generate_bundle(&texts.document(), &config, diagnostics),
        || tree::present(&out),
    );
    input.report(outcome.diagnostics, &texts.sources)?;
    if outcome.files.is_empty() {
        if outcome.confined && input.format == MessageFormat::Human {
            eprintln!("{ADVICE}");
        }
        return Ok(REFUSED);
    }
    let changes = tree::compare(&out, present?, &outcome.files)?;
    if arguments.check {
        return check(&changes, &out, &command(arguments, defaults));
    }
    tree::write(&out, &changes)?;
    eprintln!("{}", summary(&changes, &out, outcome.files.iter().count()));
    if !outcome.left_out.is_empty() {
        let readme = out.join("README.md");
        let parts = counted(&outcome.left_out);
        eprintln!("left out {parts}: {} lists them", readme.display());
    }
    Ok(DONE)
}

/// The command that brings the crate up to date.
fn command(arguments: &Generate, defaults: Option<&Defaults>) -> String {
    let program = defaults.map_or("clientwright", |defaults| defaults.command);
    let mut command = format!("{program} generate");
    for (flag, path) in [
        ("--spec", &arguments.input.spec),
        ("--root", &arguments.input.root),
        ("--config", &arguments.input.config),
        ("--out", &arguments.out),
    ] {
        if let Some(path) = path {
            let _ = write!(command, " {flag} {}", path.display());
        }
    }
    command.push_str(&arguments.selection.written().text);
    for (flag, is_given) in [
        (" --types-only", arguments.types_only),
        (" --allow-refused", arguments.allow_refused),
    ] {
        command.push_str(if is_given { flag } else { "" });
    }
    command
}

fn check(changes: &[Change<'_>], out: &Path, command: &str) -> Result<u8> {
    if changes.is_empty() {
        eprintln!("{} is up to date", out.display());
        return Ok(DONE);
    }
    for change in changes {
        output::print(&tree::diff(change))?;
    }
    for change in changes {
        eprintln!("{}: {}", change.kind.word(), out.join(&change.path).display());
    }
    eprintln!("error: {} is not up to date; run `{}`", out.display(), command);
    Ok(REFUSED)
}

fn summary(changes: &[Change<'_>], out: &Path, files: usize) -> String {
    let folder = out.display();
    let removed =
        changes.iter().filter(|change| matches!(change.kind, Kind::LeftOver)).count();
    match (changes.len() - removed, removed) {
        (0, 0) => format!("{folder} is up to date ({files} files)"),
        (written, 0) => format!("wrote {folder} ({written} of {files} files changed)"),
        (written, removed) => {
            format!(
                "wrote {folder} ({written} of {files} files changed, {removed} removed)"
            )
        }
    }
}

/// How many parts of each kind are left out: "2 operations and 1 schema".
fn counted(left_out: &[LeftOut]) -> String {
    let count = |is: fn(&LeftOutKind) -> bool| {
        left_out.iter().filter(|part| is(&part.kind)).count()
    };
    let parts = [
        (count(|kind| matches!(kind, LeftOutKind::Operation { .. })), "operation"),
        (count(|kind| matches!(kind, LeftOutKind::Schema)), "schema"),
        (count(|kind| matches!(kind, LeftOutKind::Other)), "other component"),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    let parts = parts.map(|(count, noun)| {
        format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
    });
    let parts: Vec<String> = parts.collect();
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
        None => String::new(),
    }
}
