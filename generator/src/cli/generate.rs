//! `generate`: read, generate, compare, write.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::report::{self, ColorChoice, MessageFormat};
use super::tree::{self, Change};
use super::{DONE, Defaults, REFUSED};
use crate::config::Config;
use crate::diagnostic::{Diagnostics, FileId, Source, Sources};

/// Write the client crate of a document.
#[derive(Debug, Clone, Args)]
pub struct Generate {
    /// The OpenAPI document, YAML or JSON.
    #[arg(long, value_name = "FILE")]
    pub spec: Option<PathBuf>,
    /// The folder of the crate; its src/, Cargo.toml, README.md and rustfmt.toml belong to the generator.
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// The configuration, TOML.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Write nothing; exit with 1 and print a diff when the crate is not up to date.
    #[arg(long)]
    pub check: bool,
    /// How diagnostics are printed.
    #[arg(long, value_enum, default_value_t = MessageFormat::Human, value_name = "FORMAT")]
    pub format: MessageFormat,
    /// When to use colours; `NO_COLOR` is honoured.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub color: ColorChoice,
}

/// Runs the command; an error is one of usage or of the file system.
pub(super) fn run(arguments: &Generate, defaults: Option<&Defaults>) -> Result<u8> {
    let places = Places::of(arguments, defaults)?;
    let mut sources = Sources::new();
    sources.add(Source::new(places.spec_name.clone(), read(&places.spec, "document")?));
    let mut diagnostics = Diagnostics::new();
    let config = match &places.config {
        Some(path) => {
            let text = read(path, "configuration")?;
            let file = sources.add(Source::new(shown(path), text.clone()));
            Config::parse(&text, file, &mut diagnostics)
        }
        None => Config::default(),
    };
    let Some(document) = sources.get(FileId(0)) else {
        bail!("the document was not read")
    };
    let outcome = crate::generate(document, &config, diagnostics);
    report::diagnostics(
        outcome.diagnostics,
        &sources,
        arguments.format,
        arguments.color,
    );
    if outcome.files.is_empty() {
        return Ok(REFUSED);
    }
    let changes = tree::compare(&places.out, &outcome.files)?;
    if arguments.check {
        return Ok(check(&changes, &places));
    }
    tree::write(&places.out, &outcome.files, &changes)?;
    eprintln!("{}", summary(&changes, &places.out, outcome.files.iter().count()));
    Ok(DONE)
}

/// What is read and written.
struct Places {
    spec: PathBuf,
    /// The document's name as it goes into the crate: without the folders of this machine.
    spec_name: String,
    config: Option<PathBuf>,
    out: PathBuf,
    /// The command that brings the crate up to date.
    command: String,
}

impl Places {
    fn of(arguments: &Generate, defaults: Option<&Defaults>) -> Result<Self> {
        let given = |path: &Option<PathBuf>, default: fn(&Defaults) -> &PathBuf| {
            path.clone().or_else(|| defaults.map(default).cloned())
        };
        let Some(spec) = given(&arguments.spec, |defaults| &defaults.spec) else {
            bail!("no document: say which with --spec FILE");
        };
        let Some(out) = given(&arguments.out, |defaults| &defaults.out) else {
            bail!("no folder for the crate: say which with --out DIR");
        };
        // A configuration belongs to its document: another document does not take the repository's.
        let config = match (&arguments.config, &arguments.spec) {
            (Some(config), _) => Some(config.clone()),
            (None, None) => defaults.map(|defaults| defaults.config.clone()),
            (None, Some(_)) => None,
        };
        let command = command(arguments, defaults);
        Ok(Self {
            spec_name: shown(&spec),
            spec,
            config,
            out,
            command,
        })
    }
}

fn command(arguments: &Generate, defaults: Option<&Defaults>) -> String {
    let mut command = format!(
        "{} generate",
        defaults.map_or("clientwright", |defaults| defaults.command)
    );
    for (flag, path) in [
        ("--spec", &arguments.spec),
        ("--config", &arguments.config),
        ("--out", &arguments.out),
    ] {
        if let Some(path) = path {
            let _ = write!(command, " {flag} {}", path.display());
        }
    }
    command
}

/// A relative path as given, an absolute one by its file name alone: what is written must not depend on the machine.
fn shown(path: &Path) -> String {
    let name = || {
        path.file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    };
    let text = path.to_string_lossy().replace('\\', "/");
    let text = text.strip_prefix("./").unwrap_or(&text);
    if path.is_absolute() || text.starts_with("../") { name() } else { text.to_owned() }
}

fn read(path: &Path, what: &str) -> Result<String> {
    let bytes = fs::read(path)
        .with_context(|| format!("cannot read the {what} {}", path.display()))?;
    let text = String::from_utf8(bytes)
        .with_context(|| format!("the {what} {} is not UTF-8", path.display()))?;
    Ok(text.strip_prefix('\u{FEFF}').map_or_else(|| text.clone(), str::to_owned))
}

fn check(changes: &[Change], places: &Places) -> u8 {
    if changes.is_empty() {
        eprintln!("{} is up to date", places.out.display());
        return DONE;
    }
    for change in changes {
        print!("{}", tree::diff(change));
    }
    for change in changes {
        eprintln!("{}: {}", change.kind.word(), places.out.join(&change.path).display());
    }
    eprintln!(
        "error: {} is not up to date; run `{}`",
        places.out.display(),
        places.command
    );
    REFUSED
}

fn summary(changes: &[Change], out: &Path, files: usize) -> String {
    match changes.len() {
        0 => format!("{} is up to date ({files} files)", out.display()),
        count => format!("wrote {} ({count} of {files} files changed)", out.display()),
    }
}
