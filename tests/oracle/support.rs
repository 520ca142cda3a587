//! Whether every construct of the specification has a case, and the page says what the cases say.

use clientwright_proof::support::{self, answers, page};
use clientwright_tests::{Case, text};

/// Constructs without a case: their field, their value, and why.
const GAPS: &[(&str, &str, &str)] = &[];

fn cases() -> Vec<support::Case> {
    let mut all: Vec<Case> =
        Case::all("cases").into_iter().chain(Case::all("refuse")).collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    let case = |case: Case| support::Case {
        folder: format!("tests/{}", case.name),
        document: case.document,
        config: case.config,
    };
    all.into_iter().map(case).collect()
}

#[test]
fn every_construct_of_the_specification_is_in_a_case() {
    let mut wrong = Vec::new();
    for (construct, answer) in answers(&cases()) {
        let value = construct.value.unwrap_or_default();
        let listed = GAPS.iter().any(|(field, of, why)| {
            *field == construct.field && *of == value && !why.is_empty()
        });
        let name = format!("{}: {} {value}", construct.object, construct.field);
        if answer.is_gap() && !listed {
            wrong.push(format!("{name} is in no case"));
        }
        if !answer.is_gap() && listed {
            wrong.push(format!("{name} is in a case: it is no gap any more"));
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn the_page_says_what_the_cases_say() {
    let page = page(&answers(&cases()));
    assert!(page == text("docs/support.md"), "run `cargo xtask support`");
}
