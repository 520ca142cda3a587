//! `bench growth`: what ten times the operations take.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};

use crate::corpus::{End, measured, outcome_of, release};
use crate::places;

/// How many operations the documents have.
const OPERATIONS: [usize; 2] = [1_000, 10_000];

/// How many operations share a tag.
const GROUP: usize = 20;

/// How often each document is generated, in turn; the median counts.
const RUNS: usize = 3;

/// After how many seconds a run is ended.
const LIMIT: u64 = 300;

/// Measures, and prints a Markdown table.
pub(crate) fn run() -> Result<()> {
    eprintln!("building the release binary …");
    let target = places::target();
    let generator = std::path::absolute(release(&target)?)?;
    let folder = tempfile::tempdir().context("cannot make a temporary folder")?;
    let spec = |operations: usize| folder.path().join(format!("{operations}.json"));
    for operations in OPERATIONS {
        std::fs::write(spec(operations), document(operations).to_string())?;
    }
    let mut figures = [Vec::new(), Vec::new()];
    for run in 0..RUNS {
        for (operations, figures) in OPERATIONS.into_iter().zip(&mut figures) {
            eprintln!("generating {operations} operations …");
            let out = folder.path().join(format!("{operations}-{run}"));
            figures.push(cost(&generator, &spec(operations), &out)?);
        }
    }
    println!("| operations | generate, s | peak memory, MB |\n|---|---|---|");
    let mut medians = Vec::new();
    for (operations, figures) in OPERATIONS.iter().zip(&mut figures) {
        figures.sort_by(|a, b| a.0.total_cmp(&b.0));
        let (seconds, megabytes) = figures[RUNS / 2];
        println!("| {operations} | {seconds:.2} | {megabytes:.0} |");
        medians.push((seconds, megabytes));
    }
    let [(less, little), (more, much)] = medians[..] else { return Ok(()) };
    println!(
        "\n{:.1} times the time, {:.1} times the memory",
        more / less,
        much / little
    );
    Ok(())
}

/// Seconds and megabytes of one run.
fn cost(generator: &Path, spec: &Path, out: &Path) -> Result<(f64, f64)> {
    let mut command = measured(LIMIT)?;
    command.arg(generator).args(["generate", "--format", "json"]);
    command.arg("--spec").arg(spec).arg("--out").arg(out);
    let outcome = outcome_of(&mut command)?;
    if outcome.end != End::Exit(0) {
        bail!("{:?}: {}", outcome.end, outcome.said);
    }
    Ok((outcome.seconds, outcome.megabytes()))
}

/// A document of so many operations, each with parameters, a body and an answer of its own.
fn document(operations: usize) -> Value {
    let mut paths = Map::new();
    let mut schemas = Map::new();
    for index in 0..operations {
        let group = index / GROUP;
        paths.insert(
            format!("/groups/{group}/things{index}/{{id}}"),
            json!({ "post": operation(index, group) }),
        );
        for kind in ["Change", "Thing"] {
            schemas.insert(format!("{kind}{index}"), schema(index));
        }
    }
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Growth", "version": "1" },
        "servers": [{ "url": "https://growth.test" }],
        "paths": paths,
        "components": { "schemas": schemas },
    })
}

fn operation(index: usize, group: usize) -> Value {
    let body = |kind: &str| {
        let reference = format!("#/components/schemas/{kind}{index}");
        json!({ "application/json": { "schema": { "$ref": reference } } })
    };
    json!({
        "operationId": format!("changeThing{index}"),
        "tags": [format!("group {group}")],
        "summary": format!("Changes thing {index}"),
        "description": "What is not given stays as it is.\n\nFails when the thing is gone.",
        "parameters": [
            { "name": "id", "in": "path", "required": true, "schema": { "type": "string" } },
            { "name": "page", "in": "query", "schema": { "type": "integer", "format": "int32" } },
            { "name": "sort", "in": "query", "schema": { "type": "string", "enum": ["up", "down"] } },
        ],
        "requestBody": { "required": true, "content": body("Change") },
        "responses": {
            "200": { "description": "The thing as it is now.", "content": body("Thing") },
        },
    })
}

fn schema(index: usize) -> Value {
    let before = format!("#/components/schemas/Change{}", index.saturating_sub(1));
    json!({
        "type": "object",
        "description": "What is known of a thing.",
        "required": ["name", "count"],
        "properties": {
            "name": { "type": "string", "description": "What it is called." },
            "count": { "type": "integer" },
            "price": { "type": "number" },
            "at": { "type": "string", "format": "date-time" },
            "state": { "type": "string", "enum": ["open", "closed", "lost"] },
            "labels": { "type": "array", "items": { "type": "string" } },
            "before": { "$ref": before },
            "size": {
                "type": "object",
                "properties": { "width": { "type": "integer" }, "height": { "type": "integer" } },
            },
        },
    })
}
