//! Diagnostics on the terminal.

use clap::ValueEnum;

use crate::diagnostic::{Diagnostics, Sources};

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

/// Prints all that was found to standard error.
pub(super) fn diagnostics(
    diagnostics: Diagnostics,
    sources: &Sources,
    format: MessageFormat,
    color: ColorChoice,
) {
    let _ = (format, color);
    for diagnostic in diagnostics.iter() {
        let source = sources.get(diagnostic.span.file);
        let place = source.map(|s| (s.name.clone(), s.position(diagnostic.span.start)));
        eprintln!(
            "{:?} {} {:?} {:?}",
            diagnostic.severity,
            diagnostic.code.as_str(),
            diagnostic.message,
            place
        );
    }
}
