//! Standard output: whoever reads it may stop at any time, as `head` does.

use std::io::{self, ErrorKind, Write};

use anyhow::{Context, Result};

/// Writes text to standard output; that nobody reads on is no error.
pub(super) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(error).context("cannot write to standard output")
        }
        _ => Ok(()),
    }
}
