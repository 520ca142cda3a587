//! `explain`: what a code means.

use super::{DONE, USAGE};
use crate::diagnostic::Code;

/// Prints the explanation of a code, or the list of all codes.
pub(super) fn explain(code: Option<&str>) -> u8 {
    let Some(wanted) = code else {
        for code in Code::ALL {
            println!("{}  {}", code.as_str(), code.title());
        }
        return DONE;
    };
    match Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(wanted)) {
        Some(code) => {
            println!(
                "{}: {}\n\n{}",
                code.as_str(),
                code.title(),
                code.explanation().trim()
            );
            DONE
        }
        None => {
            eprintln!(
                "error: there is no code `{wanted}`; `clientwright explain` lists them all"
            );
            USAGE
        }
    }
}
