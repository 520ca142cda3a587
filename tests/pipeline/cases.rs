//! Each folder of `cases` asks one question of what is generated.

use std::fmt::Write as _;

use clientwright_tests::Case;

include!(concat!(env!("OUT_DIR"), "/cases.rs"));

/// Compares the files that answer a case's question, and what was said, with what is expected.
fn check(name: &str) {
    let case = Case::read(name);
    let run = case.run(None);
    let mut answer = String::new();
    for path in &case.shown {
        let text = run.files.get(path).unwrap_or_else(|| {
            let paths: Vec<&str> = run.files.iter().map(|(path, _)| path).collect();
            let paths =
                paths.into_iter().filter(|path| !path.starts_with("src/runtime"));
            let paths = paths.collect::<Vec<_>>().join(" ");
            panic!("{name}: there is no {path}, but {paths}\n{}", run.human)
        });
        let _ = writeln!(answer, "──── {path}\n{text}");
    }
    if !run.human.is_empty() {
        let _ = write!(answer, "──── said\n{}", run.human);
    }
    assert!(!run.files.is_empty(), "{name} was refused:\n{}", run.human);
    case.compare(&answer);
}
