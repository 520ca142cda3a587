//! Every case's crate, put into one workspace and handed to clippy, rustfmt and rustdoc: what the generator writes must
//! pass them as it stands.
//!
//! The workspace stays in the target folder, and only what changed is written: a second run checks only that.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by a panic")]

#[path = "../growth/compile.rs"]
mod growth;

mod documented;
mod drawn;
mod driven;
mod features;
mod requests;
mod roundtrip;
mod workspace;

use std::io::Write as _;
use std::process::{Command, Stdio};

use workspace::workspace;

#[test]
fn clippy_says_nothing() {
    let clippy = ["clippy", "--workspace", "--lib", "--examples", "--keep-going"];
    run(cargo(&clippy).args(["--features", "mock", "--", "-D", "warnings"]));
}

#[test]
fn clippy_says_nothing_of_a_crate_without_features() {
    let mut clippy =
        cargo(&["clippy", "--lib", "--keep-going", "--no-default-features"]);
    for case in
        ["growth-v2", "cases-types-secrets_never_show", "cases-responses-default_alone"]
    {
        clippy.args(["--package", case]);
    }
    run(clippy.args(["--", "-D", "warnings"]));
}

#[test]
fn a_crate_that_is_driven_sends_what_is_expected() {
    let packages = driven::packages();
    assert!(!packages.is_empty());
    for package in packages {
        let program = ["run", "--example", "driven", "--features", "mock"];
        run(cargo(&program).args(["--package", &package]));
    }
}

#[test]
fn rustfmt_changes_nothing() {
    run(&mut cargo(&["fmt", "--all", "--check"]));
}

/// What a crate keeps from rustfmt, since a document may hold names of any length, is as rustfmt would have it all the same.
#[test]
fn rustfmt_would_change_nothing_of_what_is_kept_from_it() {
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.current_dir(workspace()).args(["--check", "--edition", "2024", "--config"]);
    rustfmt.arg("max_width=89,struct_lit_width=26,use_small_heuristics=Max");
    rustfmt.args(workspace::generated());
    run(&mut rustfmt);
}

#[test]
fn rustdoc_says_nothing() {
    for few in workspace::packages().chunks(12) {
        // What the pages of a folder share, each crate reads and writes as a whole: with all in it, for seconds.
        for shared in ["search.index", "trait.impl", "type.impl"] {
            workspace::remove(&workspace().join("target/doc").join(shared));
        }
        let mut doc = cargo(&["doc", "--no-deps", "--keep-going"]);
        for package in few {
            doc.args(["--package", package]);
        }
        run(doc.env("RUSTDOCFLAGS", "-D warnings"));
    }
}

/// A cargo command on the workspace, offline.
fn cargo(arguments: &[&str]) -> Command {
    let workspace = workspace();
    let mut command =
        Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(workspace).args(arguments);
    if arguments[0] != "fmt" {
        command.arg("--offline").arg("--quiet");
    }
    command
        .env("CARGO_TARGET_DIR", workspace.join("target"))
        .env("CARGO_TERM_COLOR", "never");
    command
}

/// What a program of the workspace answers: a line for each that it is given.
fn answered(package: &str, lines: String) -> Vec<String> {
    let mut program = cargo(&["run", "--package", package]);
    let mut program =
        program.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let count = lines.lines().count();
    let mut stdin = program.stdin.take().unwrap();
    // The program answers while it still reads.
    let asking = std::thread::spawn(move || stdin.write_all(lines.as_bytes()).unwrap());
    let output = program.wait_with_output().unwrap();
    asking.join().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<String> = text.lines().map(str::to_owned).collect();
    assert_eq!(answers.len(), count);
    answers
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout)
        + String::from_utf8_lossy(&output.stderr);
    let program = command.get_program().display();
    let arguments: Vec<_> = command.get_args().take(8).collect();
    assert!(output.status.success(), "{program} {arguments:?} …\n{said}");
}
