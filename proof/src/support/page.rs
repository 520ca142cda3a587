//! The table as Markdown.

use std::fmt::Write as _;

use super::{Answer, Construct};

const BEFORE: &str = "# What is supported

Every field of OpenAPI 3.0.4, 3.1.1 and 3.2.0 and every keyword of JSON Schema 2020-12, and what becomes of it.
This page is made of the cases in `tests/cases` and `tests/refuse` by `cargo xtask support`: nobody wrote it.

* **supported**: the case that is named generates without a word about it. What cannot shape a type, such as a limit, is
  documented in the generated crate.
* **warned**: the crate is generated, and a warning says what it does not honour; `cargo xtask explain CODE` says more.
* **refused**: a located error says why.
* **no case**: nobody has asked yet.
";

/// The page.
#[must_use]
pub fn page(answers: &[(Construct, Answer)]) -> String {
    let mut page = BEFORE.to_owned();
    let mut object = "";
    for (construct, answer) in answers {
        if construct.object != object {
            object = construct.object;
            let _ = write!(
                page,
                "\n## {object}\n\n| field | since | | case |\n|---|---|---|---|\n"
            );
        }
        let _ = writeln!(page, "{}", row(construct, answer));
    }
    page
}

fn row(construct: &Construct, answer: &Answer) -> String {
    let Construct { field, value, since, .. } = construct;
    let name = value
        .map_or_else(|| format!("`{field}`"), |value| format!("`{field}`: `{value}`"));
    let (state, folder) = state(answer);
    let case = folder.map_or(String::new(), |folder| {
        let name = folder.rsplit('/').next().unwrap_or_default().replace('_', " ");
        format!("[{name}](../{folder}/openapi.yaml)")
    });
    format!("| {name} | {since} | {state} | {case} |")
}

/// The best that a case shows.
fn state(answer: &Answer) -> (String, Option<&String>) {
    let codes = |codes: &std::collections::BTreeMap<String, String>| {
        codes.keys().cloned().collect::<Vec<_>>().join(", ")
    };
    if let Some(folder) = answer.taken.first() {
        ("supported".to_owned(), Some(folder))
    } else if let Some(folder) = answer.warned.values().next() {
        (format!("warned: {}", codes(&answer.warned)), Some(folder))
    } else if let Some(folder) = answer.refused.values().next() {
        (format!("refused: {}", codes(&answer.refused)), Some(folder))
    } else {
        ("**no case**".to_owned(), None)
    }
}
