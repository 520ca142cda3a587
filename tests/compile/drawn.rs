//! Crates of documents that nobody wrote: whatever stands in one beside what.

use std::path::Path;

use clientwright_proof::document::drawn;
use clientwright_tests::generate;

use crate::workspace::put;

/// How many of them are compiled.
const DOCUMENTS: usize = 4;

/// Writes the crates of the first documents that nothing has to be left out of, and says how they are called.
pub(crate) fn write(root: &Path) -> Vec<String> {
    let written = (1..).filter_map(|seed| {
        let name = format!("drawn-{seed}");
        let run = generate("openapi.json", &drawn(seed).to_string(), None, Some(&name));
        (!run.files.is_empty()).then(|| put(root, &name, &run.files))?;
        Some(name)
    });
    written.take(DOCUMENTS).collect()
}
