//! The repository's own commands.

mod bench;
mod ci;
mod corpus;
mod decode;
mod draw;
mod fuzz;
mod growth;
mod measure;
mod oracle;
mod peers;
mod places;
mod round_trip;
mod standalone;
mod support;

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use clientwright::cli::{self, Generate, Show};

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
    /// Print the API of spec/ as it was decided, as YAML.
    Show(Show),
    /// Say what a diagnostic's code means and what to do about it.
    Explain {
        /// The code, such as CW1004; all codes when absent.
        code: Option<String>,
    },
    /// Run everything that must hold before a change lands.
    Ci,
    /// Measure what generating and compiling cost, and print the table of the README.
    Bench {
        #[command(subcommand)]
        of: Option<Of>,
    },
    Corpus(corpus::Corpus),
    Oracle(oracle::Oracle),
    RoundTrip(round_trip::RoundTrip),
    Fuzz(fuzz::Fuzz),
    Draw(draw::Draw),
    Support(support::Support),
    #[command(hide = true)]
    Measure(measure::Measure),
    #[command(hide = true)]
    Trial(corpus::Trial),
}

/// What is measured in place of this repository's own document.
#[derive(Debug, Subcommand)]
enum Of {
    Peers(peers::Peers),
    /// Generate documents of 1,000 and of 10,000 operations, and say how much longer the larger takes.
    Growth,
    /// Read objects by the tables of generated models, and by serde's derive, and say how much longer the tables take.
    Decode,
}

fn main() -> ExitCode {
    match Arguments::parse().command {
        Command::Generate(arguments) => {
            ExitCode::from(cli::generate(&arguments, Some(&places::defaults())))
        }
        Command::Show(arguments) => {
            ExitCode::from(cli::show(&arguments, Some(&places::defaults())))
        }
        Command::Explain { code } => ExitCode::from(cli::explain(code.as_deref())),
        Command::Ci => ci::run(),
        Command::Bench { of: None } => done(bench::run()),
        Command::Bench {
            of: Some(Of::Peers(arguments)),
        } => done(peers::run(&arguments)),
        Command::Bench { of: Some(Of::Growth) } => done(growth::run()),
        Command::Bench { of: Some(Of::Decode) } => done(decode::run()),
        Command::Corpus(arguments) => {
            corpus::run(&arguments).unwrap_or_else(|error| done(Err(error)))
        }
        Command::Oracle(arguments) => {
            oracle::run(&arguments).unwrap_or_else(|error| done(Err(error)))
        }
        Command::Fuzz(arguments) => {
            fuzz::run(&arguments).unwrap_or_else(|error| done(Err(error)))
        }
        Command::Draw(arguments) => done(draw::run(&arguments)),
        Command::Support(arguments) => done(support::run(&arguments)),
        Command::RoundTrip(arguments) => {
            round_trip::run(&arguments).unwrap_or_else(|error| done(Err(error)))
        }
        Command::Trial(arguments) => done(corpus::trial(&arguments)),
        Command::Measure(arguments) => done(measure::run(&arguments)),
    }
}

fn done(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
