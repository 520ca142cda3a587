//! The command line: arguments, files and terminal. The one part of the crate that does I/O.
#![expect(
    clippy::disallowed_methods,
    reason = "this is where files are read and written"
)]

mod decode;
mod explain;
mod folder;
mod generate;
mod input;
mod output;
mod report;
mod selection;
mod show;
mod tree;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use folder::Folder;
pub use generate::Generate;
pub use input::Input;
pub use report::{ColorChoice, MessageFormat};
pub use selection::Selection;
pub use show::Show;

/// Done.
const DONE: u8 = 0;
/// Refused, or out of date; what and where was said.
const REFUSED: u8 = 1;
/// Called wrongly, or files could not be read or written.
const USAGE: u8 = 2;

/// Generates Rust client crates from OpenAPI documents.
///
/// Exit codes: 0 done, 1 refused (or, with --check, out of date), 2 wrong usage.
#[derive(Debug, Parser)]
#[command(name = "clientwright", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the client crate of a document.
    Generate(Generate),
    /// Print the API as it was decided, as YAML.
    Show(Show),
    /// Say what a diagnostic's code means and what to do about it.
    Explain {
        /// The code, such as CW1004; all codes when absent.
        code: Option<String>,
    },
}

/// Where a repository keeps its document and crate, in place of arguments.
#[derive(Debug, Clone)]
pub struct Defaults {
    /// The command as users type it, for messages: `cargo xtask`.
    pub command: &'static str,
    /// The document.
    pub spec: PathBuf,
    /// The configuration.
    pub config: PathBuf,
    /// The crate.
    pub out: PathBuf,
}

/// Runs the program on the process's own arguments.
#[must_use]
pub fn main(defaults: Option<&Defaults>) -> ExitCode {
    // clap prints usage errors itself and exits with 2.
    let code = match Arguments::parse().command {
        Command::Generate(arguments) => generate(&arguments, defaults),
        Command::Show(arguments) => show(&arguments, defaults),
        Command::Explain { code } => explain(code.as_deref()),
    };
    ExitCode::from(code)
}

/// Runs `generate` and says what went wrong.
#[must_use]
pub fn generate(arguments: &Generate, defaults: Option<&Defaults>) -> u8 {
    said(generate::run(arguments, defaults))
}

/// Runs `show` and says what went wrong.
#[must_use]
pub fn show(arguments: &Show, defaults: Option<&Defaults>) -> u8 {
    said(show::run(arguments, defaults))
}

/// Runs `explain`: what a code means, or all codes.
#[must_use]
pub fn explain(code: Option<&str>) -> u8 {
    said(explain::run(code))
}

fn said(result: anyhow::Result<u8>) -> u8 {
    result.unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        USAGE
    })
}
