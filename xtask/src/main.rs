//! The repository's own commands.

mod places;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use clientwright::cli::{self, Generate};

/// The repository's own commands.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write generated-client/ from spec/, or any document's crate with --spec and --out.
    Generate(Generate),
}

fn main() -> ExitCode {
    let Command::Generate(arguments) = Arguments::parse().command;
    ExitCode::from(cli::generate(&arguments, Some(&places::defaults())))
}
