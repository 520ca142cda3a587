//! `trial`: one run of the generator in a process of its own, so that its time and memory are its own.

use std::io;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use clap::Args;
use nix::sys::resource::{UsageWho, getrusage};

/// Runs the generator once and prints, after what it prints, how it ended and what it cost.
#[derive(Debug, Args)]
pub(crate) struct Trial {
    /// After how many seconds it is ended.
    #[arg(long)]
    limit: u64,
    /// The generator and its arguments.
    #[arg(trailing_var_arg = true, allow_hyphen_values = true, required = true)]
    command: Vec<String>,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum End {
    /// By itself.
    Exit(i32),
    /// It took too long.
    Limit,
    /// The system ended it.
    Killed,
}

/// What one run led to.
#[derive(Debug, Clone)]
pub(crate) struct Outcome {
    pub(crate) end: End,
    pub(crate) seconds: f64,
    /// The most memory it held, in KiB.
    pub(crate) peak: u64,
    /// Its diagnostics, one JSON object a line.
    pub(crate) findings: Vec<String>,
    /// What it said beside them.
    pub(crate) said: String,
}

impl Outcome {
    /// The most memory it held, in MB.
    #[expect(clippy::cast_precision_loss, reason = "figures of three digits for people")]
    pub(crate) fn megabytes(&self) -> f64 {
        self.peak as f64 * 1024.0 / 1e6
    }
}

/// Runs a command and prints `exit`, `limit` or `killed` with its code, the time and the memory.
pub(crate) fn run(arguments: &Trial) -> Result<()> {
    let (program, rest) = arguments.command.split_first().context("no command")?;
    let begun = Instant::now();
    let mut child = Command::new(program)
        .args(rest)
        .stdin(Stdio::null())
        .spawn()
        .with_context(|| format!("cannot run {program}"))?;
    let limit = Duration::from_secs(arguments.limit);
    let status = wait(&mut child, begun, limit).context("cannot wait")?;
    let nanoseconds = begun.elapsed().as_nanos();
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)
        .context("cannot ask for the memory used")?;
    let end = match status.map(|status| status.code()) {
        Some(Some(code)) => format!("exit {code}"),
        Some(None) => "killed 0".to_owned(),
        None => "limit 0".to_owned(),
    };
    println!("{end} {nanoseconds} {}", usage.max_rss());
    Ok(())
}

/// Waits for the child to end; ends it, and gives nothing, when it takes longer than the limit.
fn wait(
    child: &mut Child,
    begun: Instant,
    limit: Duration,
) -> io::Result<Option<ExitStatus>> {
    while begun.elapsed() < limit {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill()?;
    child.wait()?;
    Ok(None)
}

/// Generates a document's crate, leaving out what is refused, by a process of this program.
pub(crate) fn outcome(
    generator: &Path,
    limit: u64,
    spec: &Path,
    out: &Path,
    config: Option<&PathBuf>,
    root: Option<&Path>,
) -> Result<Outcome> {
    let mut command = measured(limit)?;
    command.arg(generator);
    command.args(["generate", "--allow-refused", "--format", "json", "--spec"]);
    command.arg(spec).arg("--out").arg(out);
    if let Some(config) = config {
        command.arg("--config").arg(config);
    }
    if let Some(root) = root {
        command.arg("--root").arg(root);
    }
    // Several run at once, each on a core of its own.
    outcome_of(command.env("RAYON_NUM_THREADS", "1"))
}

/// A process of this program that measures the command which is still to be added.
pub(crate) fn measured(limit: u64) -> Result<Command> {
    let program = std::env::current_exe().context("cannot find this program")?;
    let mut command = Command::new(program);
    command.args(["trial", "--limit"]).arg(limit.to_string()).arg("--");
    Ok(command)
}

/// Runs such a process.
pub(crate) fn outcome_of(command: &mut Command) -> Result<Outcome> {
    let output = command.output().context("cannot run this program")?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut findings: Vec<String> = text.lines().map(str::to_owned).collect();
    let last = findings.pop().unwrap_or_default();
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let words: Vec<&str> = last.split(' ').collect();
    let [end, code, nanoseconds, peak] = words[..] else {
        bail!("{command:?} was not measured: {last} {said}")
    };
    Ok(Outcome {
        end: match end {
            "exit" => End::Exit(code.parse()?),
            "limit" => End::Limit,
            _ => End::Killed,
        },
        seconds: Duration::from_nanos(nanoseconds.parse()?).as_secs_f64(),
        peak: peak.parse()?,
        findings,
        said,
    })
}
