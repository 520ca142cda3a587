//! `measure`: the time and memory of a command, in a process of its own, so that no other child counts.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;
use nix::sys::resource::{UsageWho, getrusage};

/// How often a command is measured, after one run that is not.
pub(crate) const RUNS: usize = 11;

/// Runs a command several times and prints what it cost.
#[derive(Debug, Args)]
pub(crate) struct Measure {
    /// A command to run before each measured one, split at spaces.
    #[arg(long)]
    before: Option<String>,
    /// The command.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
    command: Vec<String>,
}

/// What one kind of command cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    pub(crate) median: Duration,
    pub(crate) least: Duration,
    pub(crate) most: Duration,
    /// The most memory that one of its processes held, in KiB.
    pub(crate) peak: u64,
}

/// Measures, and prints median, least and most in nanoseconds and the peak in KiB.
pub(crate) fn run(arguments: &Measure) -> Result<()> {
    let before: Option<Vec<String>> = arguments
        .before
        .as_ref()
        .map(|words| words.split(' ').map(str::to_owned).collect());
    let mut times = Vec::with_capacity(RUNS);
    for run in 0..=RUNS {
        before.as_deref().map_or(Ok(()), call)?;
        let begun = Instant::now();
        call(&arguments.command)?;
        if run > 0 {
            times.push(begun.elapsed().as_nanos());
        }
    }
    times.sort_unstable();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)
        .context("cannot ask for the memory used")?;
    println!("{} {} {} {}", times[RUNS / 2], times[0], times[RUNS - 1], usage.max_rss());
    Ok(())
}

/// The cost of a command, measured by a process of this program.
pub(crate) fn cost(before: Option<&str>, command: &[&str]) -> Result<Cost> {
    let program = std::env::current_exe().context("cannot find this program")?;
    let mut measuring = Command::new(program);
    measuring.arg("measure").args(before.map(|before| format!("--before={before}")));
    let output = measuring.arg("--").args(command).stderr(Stdio::inherit()).output();
    let output = output.context("cannot run this program")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let figures: Vec<u64> =
        text.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [median, least, most, peak] = figures[..] else {
        bail!("`{}` was not measured", command.join(" "))
    };
    let time = Duration::from_nanos;
    Ok(Cost {
        median: time(median),
        least: time(least),
        most: time(most),
        peak,
    })
}

fn call(words: &[String]) -> Result<()> {
    let (program, arguments) = words.split_first().context("no command")?;
    let output = Command::new(program).args(arguments).stdin(Stdio::null()).output();
    let output = output.with_context(|| format!("cannot run {program}"))?;
    if !output.status.success() {
        bail!(
            "`{}` failed: {}",
            words.join(" "),
            String::from_utf8_lossy(&output.stderr)
        );
    }
    Ok(())
}
