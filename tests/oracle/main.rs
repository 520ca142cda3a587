//! Whether our reader understands the documents of this repository as other readers do.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by a panic")]

mod support;

use clientwright_proof::oracle::{Disagreement, Known, Verdict, judged};
use clientwright_tests::{Case, text};

#[test]
fn other_readers_say_the_same_of_every_document() {
    let mut documents: Vec<(String, String)> = Case::all("cases")
        .into_iter()
        .map(|case| (format!("tests/{}/openapi.yaml", case.name), case.document))
        .collect();
    documents.push(("spec/openapi.yaml".to_owned(), text("spec/openapi.yaml")));
    let mut found: Vec<(String, Vec<Disagreement>)> = Vec::new();
    let mut facts = 0;
    for (path, text) in documents {
        if let Verdict::Compared(count, disagreements) = judged(&text) {
            facts += count;
            found.push((path, disagreements));
        }
    }
    let known = Known::parse(&text("proof/oracle-known.toml")).unwrap();
    let wrong = known.wrong(&found);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found.len() > 60 && facts > 600, "{} documents, {facts} facts", found.len());
}

#[test]
fn a_reader_that_said_something_else_would_be_heard() {
    let document = |status: &str| {
        format!(
            "openapi: 3.1.0\ninfo: {{ title: A, version: '1' }}\npaths:\n  /a:\n    get: {{ responses: {{ {status}: {{ description: Done. }} }} }}\n"
        )
    };
    // `oas3` takes any key for a status, ours heals or refuses what is none.
    assert!(
        matches!(judged(&document("'204'")), Verdict::Compared(3, differ) if differ.is_empty())
    );
    assert!(
        !matches!(judged(&document("'20'")), Verdict::Compared(_, differ) if differ.is_empty())
    );
}
