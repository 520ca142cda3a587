//! `oracle`: our reader beside others on every document of a folder.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;
use clientwright_proof::oracle::{Disagreement, Known, Verdict, judged};

use crate::corpus;

/// Where the disagreements that are known are listed.
const KNOWN: &str = "proof/oracle-known.toml";

/// Read every document of a folder with `openapiv3` or `oas3`, too, and report what they understand otherwise.
#[derive(Debug, Args)]
pub(crate) struct Oracle {
    /// The folder; its MANIFEST.tsv, where there is one, lists the documents; `CLIENTWRIGHT_CORPUS` when absent.
    folder: Option<PathBuf>,
    /// Only documents whose path holds this.
    #[arg(long, value_name = "TEXT")]
    filter: Option<String>,
}

/// Runs the command: fails when readers disagree and nobody has said why.
pub(crate) fn run(arguments: &Oracle) -> Result<ExitCode> {
    let Some(folder) = &corpus::folder(arguments.folder.clone()) else {
        return Ok(ExitCode::SUCCESS);
    };
    let text =
        fs::read_to_string(KNOWN).with_context(|| format!("cannot read {KNOWN}"))?;
    let known = Known::parse(&text)
        .with_context(|| format!("{KNOWN} is not as it should be"))?;
    let documents = corpus::documents(folder, arguments.filter.as_deref())?;
    let bar = corpus::bar(documents.len())?;
    let mut found: Vec<(String, Vec<Disagreement>)> = Vec::new();
    let (mut facts, mut passed_over) = (0, BTreeMap::<String, usize>::new());
    for document in documents {
        bar.set_message(document.path.clone());
        let bytes = fs::read(folder.join(&document.path))
            .with_context(|| format!("cannot read {}", document.path))?;
        match judged(&String::from_utf8_lossy(&bytes)) {
            Verdict::Compared(count, disagreements) => {
                facts += count;
                found.push((document.path, disagreements));
            }
            Verdict::NotRead(why) => {
                let sort = why.split(':').next().unwrap_or_default().to_owned();
                *passed_over.entry(sort).or_default() += 1;
            }
            Verdict::Refused(codes) => {
                let codes: Vec<String> =
                    codes.iter().map(|code| code.as_str().to_owned()).collect();
                let why = format!("ours refuses it: {}", codes.join(" "));
                *passed_over.entry(why).or_default() += 1;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    println!("{} documents and {facts} facts compared", found.len());
    for (why, count) in passed_over {
        println!("{count} passed over: {why}");
    }
    let wrong = known.wrong(&found);
    for line in &wrong {
        eprintln!("error: {line}");
    }
    Ok(if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
