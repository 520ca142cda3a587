//! `ci`: everything that must hold, in the order in which it fails fastest.

use std::process::{Command, ExitCode};
use std::time::Instant;

/// A step: what it proves, the program and its arguments, and what it sees of the environment.
struct Step {
    proves: &'static str,
    command: &'static str,
    environment: &'static [(&'static str, &'static str)],
}

const DENY_WARNINGS: &[(&str, &str)] = &[("RUSTDOCFLAGS", "-D warnings")];

const STEPS: &[Step] = &[
    step("the text is formatted, what was generated too", "cargo fmt --all --check"),
    step("the generated crate is up to date", "cargo xtask generate --check"),
    step(
        "nothing is warned about, in what was generated neither",
        "cargo clippy --workspace --all-targets --features instacart-fulfillment/mock,clientwright-runtime/mock -- -D warnings",
    ),
    step(
        "the generated crate builds without its features",
        "cargo clippy --package instacart-fulfillment --no-default-features -- -D warnings",
    ),
    step(
        "every suite passes",
        "cargo test --workspace --features instacart-fulfillment/mock,clientwright-runtime/mock",
    ),
    step("the table of what is supported is up to date", "cargo xtask support --check"),
    Step {
        proves: "the documentation is whole",
        command: "cargo doc --workspace --no-deps --features instacart-fulfillment/mock,clientwright-runtime/mock",
        environment: DENY_WARNINGS,
    },
    step(
        "what comes into the build is allowed",
        "cargo deny --log-level error check bans licenses sources",
    ),
];

const fn step(proves: &'static str, command: &'static str) -> Step {
    Step {
        proves,
        command,
        environment: &[],
    }
}

/// Runs every step; the first that fails ends the run.
pub(crate) fn run() -> ExitCode {
    let begun = Instant::now();
    for step in STEPS {
        eprintln!("\n==> {}\n    {}", step.proves, step.command);
        let mut words = step.command.split(' ');
        let program = words.next().unwrap_or_default();
        let status = Command::new(program)
            .args(words)
            .envs(step.environment.iter().copied())
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => {
                eprintln!("error: `{}` failed ({status})", step.command);
                return ExitCode::FAILURE;
            }
            Err(error) => {
                eprintln!("error: `{program}` cannot be run: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    if let Err(error) = crate::standalone::run() {
        eprintln!("error: {error:#}");
        return ExitCode::FAILURE;
    }
    eprintln!(
        "\nall {} steps passed in {} s",
        STEPS.len() + 1,
        begun.elapsed().as_secs()
    );
    ExitCode::SUCCESS
}
