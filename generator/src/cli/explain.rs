//! `explain`: what a code means.

use std::fmt::Write as _;

use anyhow::{Result, bail};

use super::{DONE, output};
use crate::diagnostic::Code;

/// Prints the explanation of a code, or the list of all codes.
pub(super) fn run(code: Option<&str>) -> Result<u8> {
    let Some(wanted) = code else {
        let mut list = String::new();
        for code in Code::ALL {
            let _ = writeln!(list, "{}  {}", code.as_str(), code.title());
        }
        output::print(&list)?;
        return Ok(DONE);
    };
    let found = Code::ALL.iter().find(|code| code.as_str().eq_ignore_ascii_case(wanted));
    let Some(code) = found else {
        bail!("there is no code `{wanted}`; `clientwright explain` lists them all");
    };
    let explanation = code.explanation().trim();
    output::print(&format!("{}: {}\n\n{explanation}\n", code.as_str(), code.title()))?;
    Ok(DONE)
}
