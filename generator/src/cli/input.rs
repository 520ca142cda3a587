//! What the commands read: a document, a configuration, and how findings are to be printed.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use clap::Args;

use super::Defaults;
use super::decode::{Decoded, decoded};
use super::folder::Folder;
use super::report::{self, ColorChoice, MessageFormat};
use crate::config::Config;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, FileId, Source, Sources};
use crate::read::Bundle;

/// What is read, and how findings are printed.
#[derive(Debug, Clone, Args)]
pub struct Input {
    /// The OpenAPI document, YAML or JSON.
    #[arg(long, value_name = "FILE")]
    pub spec: Option<PathBuf>,
    /// The folder whose files the document's references may lead to; the document's own folder when absent.
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,
    /// The configuration, TOML.
    #[arg(long, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// How diagnostics are printed.
    #[arg(long, value_enum, default_value_t = MessageFormat::Human, value_name = "FORMAT")]
    pub format: MessageFormat,
    /// When to use colours; `NO_COLOR` is honoured.
    #[arg(long, value_enum, default_value_t = ColorChoice::Auto, value_name = "WHEN")]
    pub color: ColorChoice,
}

/// What was read: the document first, then the configuration, where there is one, then what the document refers to.
pub(super) struct Texts {
    pub(super) sources: Sources,
    /// Where the document was read by a guess for the first time.
    guessed: Option<usize>,
    config: Option<FileId>,
    folder: Folder,
}

impl Input {
    /// Reads the files; an error is one of usage or of the file system.
    pub(super) fn read(&self, defaults: Option<&Defaults>) -> Result<Texts> {
        let default = defaults.map(|defaults| defaults.spec.clone());
        let Some(spec) = self.spec.clone().or(default) else {
            bail!("no document: say which with --spec FILE");
        };
        // A configuration belongs to its document: another document does not take the repository's.
        let default = defaults.filter(|_| self.spec.is_none());
        let config =
            self.config.clone().or(default.map(|defaults| defaults.config.clone()));
        let mut sources = Sources::new();
        let name = shown(&spec);
        let Decoded { text, guessed } = read(&spec, "document")?;
        let folder = Folder::new(&spec, &name, self.root.as_deref())?;
        sources.add(Source::new(name, text));
        let config = match config {
            Some(path) => {
                let decoded = read(&path, "configuration")?;
                if decoded.guessed.is_some() {
                    bail!("the configuration {} is not UTF-8", path.display());
                }
                Some(sources.add(Source::new(shown(&path), decoded.text)))
            }
            None => None,
        };
        Ok(Texts {
            sources,
            guessed,
            config,
            folder,
        })
    }

    /// Prints all that was found.
    pub(super) fn report(
        &self,
        diagnostics: Diagnostics,
        sources: &Sources,
    ) -> Result<()> {
        report::diagnostics(diagnostics, sources, self.format, self.color)
    }
}

impl Texts {
    /// The document, and the files that it refers to.
    pub(super) fn document(&mut self) -> Bundle {
        let mut bundle = Bundle::new(&self.sources[FileId(0)]);
        self.folder.fill(&mut bundle, &mut self.sources);
        bundle
    }

    /// The configuration, and what is wrong with it and with the letters of the document.
    pub(super) fn config(&self) -> (Config, Diagnostics) {
        let mut diagnostics = Diagnostics::new();
        if let Some(first) = self.guessed {
            let document = &self.sources[FileId(0)];
            let letter = document.text[first..].chars().next().map_or(0, char::len_utf8);
            let at = document.span(first..first + letter);
            let message = "the text is not UTF-8: it is read as Windows-1252";
            let help = "save it as UTF-8";
            diagnostics.push(Diagnostic::warning(Code::Syntax, at, message).help(help));
        }
        let source = self.config.and_then(|file| Some((file, self.sources.get(file)?)));
        let config = source
            .map(|(file, source)| Config::parse(&source.text, file, &mut diagnostics));
        (config.unwrap_or_default(), diagnostics)
    }
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

fn read(path: &Path, what: &str) -> Result<Decoded> {
    let bytes = fs::read(path)
        .with_context(|| format!("cannot read the {what} {}", path.display()))?;
    decoded(bytes).with_context(|| format!("the {what} {} is no text", path.display()))
}
