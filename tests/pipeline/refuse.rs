//! Each folder of `refuse` makes the generator say one thing: its diagnostic, as people see it.

use std::collections::BTreeSet;

use clientwright::diagnostic::Code;
use clientwright_tests::Case;

include!(concat!(env!("OUT_DIR"), "/refuse.rs"));

/// The code that a case is about: `refuse/cw1004_a_key_twice` is about `CW1004`.
fn code(case: &Case) -> String {
    let folder = case.name.rsplit('/').next().unwrap();
    folder.split('_').next().unwrap().to_uppercase()
}

/// Compares what is said of a case with what is expected; its code must be part of it.
fn check(name: &str) {
    let case = Case::read(name);
    let run = case.run(None);
    let code = code(&case);
    assert!(run.human.contains(&code), "{name} does not lead to {code}:\n{}", run.human);
    case.compare(&run.human);
}

#[test]
fn every_code_has_a_case_and_every_case_a_code() {
    let codes: BTreeSet<String> =
        Code::ALL.iter().map(|code| code.as_str().to_owned()).collect();
    let cases: BTreeSet<String> = Case::all("refuse").iter().map(code).collect();
    assert_eq!(
        codes.difference(&cases).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no case"
    );
    assert_eq!(
        cases.difference(&codes).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "no code"
    );
}
