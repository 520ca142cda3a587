//! The repository's files.

use std::fs;

use clientwright_tests::repository;

/// Every file below a folder that ends in `end`, by its path from the repository's root, in order.
pub(crate) fn files(folder: &str, end: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(repository().join(&folder)).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_str().unwrap().to_owned();
            let path = if folder.is_empty() {
                name.clone()
            } else {
                format!("{folder}/{name}")
            };
            let hidden = name == "target" || name.starts_with('.');
            if entry.file_type().unwrap().is_dir() && !hidden {
                open.push(path);
            } else if name.ends_with(end) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}
