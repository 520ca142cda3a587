//! Diagnostics on the terminal.

use std::io::IsTerminal as _;

use anyhow::Result;
use clap::ValueEnum;

use super::output;

use crate::diagnostic::{self, Diagnostics, Sources};

/// How diagnostics are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MessageFormat {
    /// For people, with an excerpt of the source.
    Human,
    /// One JSON object a line.
    Json,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Prints all that was found: for people to standard error, for programs to standard output.
pub(super) fn diagnostics(
    diagnostics: Diagnostics,
    sources: &Sources,
    format: MessageFormat,
    color: ColorChoice,
) -> Result<()> {
    let findings = diagnostics.finish(sources);
    match format {
        MessageFormat::Json => output::print(&diagnostic::json(&findings))?,
        MessageFormat::Human if findings.is_empty() => {}
        MessageFormat::Human => {
            eprint!("{}", diagnostic::human(&findings, sources, coloured(color)));
        }
    }
    Ok(())
}

/// Whether standard error takes colours (<https://no-color.org>).
fn coloured(color: ColorChoice) -> bool {
    let wanted = || {
        std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
            && std::io::stderr().is_terminal()
    };
    match color {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto => wanted(),
    }
}
