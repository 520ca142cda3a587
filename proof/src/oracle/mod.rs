//! Whether our `Document` says what other readers say: `openapiv3` of 3.0, `oas3` of 3.1.
//!
//! Each reader's document becomes [`Facts`], in one vocabulary; two of them agree when what one tells the other tells, too.
//! Nobody reads 3.2 yet.

mod facts;
mod known;
mod ours;
mod version_3_0;
mod version_3_1;

use clientwright::diagnostic::{Code, Diagnostics, Severity, Source};
use clientwright::read;

pub use facts::{Disagreement, Facts};
pub use known::Known;

/// What came of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// No other reader takes it, for this reason.
    NotRead(String),
    /// Our reader refuses it, by these codes.
    Refused(Vec<Code>),
    /// Both read it: how many facts were compared, and those about which they differ.
    Compared(usize, Vec<Disagreement>),
}

/// Reads a document twice and compares.
#[must_use]
pub fn judged(text: &str) -> Verdict {
    let Some(plain) = crate::text::plain(text) else {
        return Verdict::NotRead("neither YAML nor JSON".to_owned());
    };
    let version = plain.get("openapi").and_then(|version| version.as_str());
    let theirs = match version.map(|version| version.get(..3)) {
        Some(Some("3.0")) => version_3_0::facts(&plain),
        Some(Some("3.1")) => version_3_1::facts(&plain),
        _ => Err("nobody else reads this version".to_owned()),
    };
    let theirs = match theirs {
        Ok(theirs) => theirs,
        Err(why) => return Verdict::NotRead(why),
    };
    let mut diagnostics = Diagnostics::new();
    let document = read::read(&Source::new("openapi", text), &mut diagnostics);
    if diagnostics.has_errors() {
        let errors =
            diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let mut codes: Vec<Code> = errors.map(|found| found.code).collect();
        codes.sort();
        codes.dedup();
        return Verdict::Refused(codes);
    }
    let ours = ours::facts(&document);
    Verdict::Compared(ours.told(), ours.differ(&theirs))
}
