//! The workspace of all cases' crates.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use clientwright::files::Files;
use clientwright_tests::{Case, repository};

use crate::{documented, drawn, driven, growth, requests, roundtrip};

/// Writes the workspace, once, and says where it is.
pub(crate) fn workspace() -> &'static Path {
    static WORKSPACE: OnceLock<PathBuf> = OnceLock::new();
    WORKSPACE.get_or_init(|| {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile");
        fs::create_dir_all(&root).unwrap();
        write(&root);
        root
    })
}

/// The generated sources of all cases, but for the runtime, which is formatted where it is written.
pub(crate) fn generated() -> Vec<String> {
    let mut found = Vec::new();
    for case in Case::all("cases") {
        let name = case.name.replace('/', "-");
        let run = case.run(Some(&name));
        for (path, _) in run.files.iter() {
            if Path::new(path).extension().is_some_and(|end| end == "rs")
                && !path.starts_with("src/runtime/")
            {
                found.push(format!("{name}/{path}"));
            }
        }
    }
    // rustfmt breaks the chains that lead through a page to its list otherwise, where they are long.
    found.retain(|path| !path.contains("lists_in_pages_of_every_style/src/operations"));
    // `lib.rs` names the others, which rustfmt would then read again.
    found.retain(|path| !path.ends_with("src/lib.rs"));
    found
}

fn write(root: &Path) {
    let mut members = BTreeSet::new();
    for case in Case::all("cases") {
        let name = case.name.replace('/', "-");
        let run = case.run(Some(&name));
        assert!(!run.files.is_empty(), "{} was refused:\n{}", case.name, run.human);
        put(root, &name, &run.files);
        let examples = documented::examples(&run.files);
        // Not by the name of a Rust file: rustfmt has nothing to say about it.
        put_text(&root.join(&name).join("examples/documented.txt"), &examples);
        put_text(&root.join(&name).join("examples/documented.rs"), INCLUDED);
        if let Some(text) = driven::text(&case) {
            let library = name.replace('-', "_");
            put_text(&root.join(&name).join("examples/driven.txt"), &text);
            let included = driven::included(&library);
            put_text(&root.join(&name).join("examples/driven.rs"), &included);
        }
        members.insert(name);
    }
    members.extend(growth::write(root));
    members.insert(roundtrip::write(root));
    members.extend(requests::write(root));
    members.extend(drawn::write(root));
    remove_all_but(root, &members);
    let list: Vec<String> =
        members.iter().map(|name| format!("    {name:?},\n")).collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{}]\n{PROFILE}",
        list.concat()
    );
    put_text(&root.join("Cargo.toml"), &manifest);
    // Nothing that a folder further up says about lints may help.
    put_text(&root.join("clippy.toml"), "");
    if !root.join("Cargo.lock").exists() {
        fs::copy(repository().join("Cargo.lock"), root.join("Cargo.lock")).unwrap();
    }
}

const INCLUDED: &str = "//! The examples of the documentation.\n\n#![recursion_limit = \"1024\"]\n\ninclude!(\"documented.txt\");\n";

const PROFILE: &str = "
[profile.dev]
debug = false
incremental = false
";

/// Writes a crate, and removes of its sources what is no longer generated.
pub(crate) fn put(root: &Path, name: &str, files: &Files) {
    for (path, text) in files.iter() {
        put_text(&root.join(name).join(path), text);
    }
    remove_left_over(&root.join(name), "src", files);
}

/// Writes a file where its text is another one: cargo looks at the time.
pub(crate) fn put_text(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn remove_left_over(root: &Path, folder: &str, files: &Files) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().to_str().unwrap());
        if entry.file_type().unwrap().is_dir() {
            remove_left_over(root, &path, files);
        } else if files.get(&path).is_none() {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

/// Every package of the workspace.
pub(crate) fn packages() -> Vec<String> {
    let entries = fs::read_dir(workspace()).unwrap().map(Result::unwrap);
    let manifests = entries.map(|entry| entry.path().join("Cargo.toml"));
    let texts = manifests.filter_map(|manifest| fs::read_to_string(manifest).ok());
    let name = |text: String| {
        let mut lines = text.lines();
        let name = lines.find_map(|line| line.strip_prefix("name = \"")).unwrap();
        name.trim_end_matches('"').to_owned()
    };
    let mut packages: Vec<String> = texts.map(name).collect();
    packages.sort();
    packages
}

/// Removes a folder that may not be there.
pub(crate) fn remove(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap();
    }
}

/// Removes the crates of cases that are gone.
fn remove_all_but(root: &Path, members: &BTreeSet<String>) {
    for entry in fs::read_dir(root).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_str().unwrap().to_owned();
        if entry.path().join("Cargo.toml").exists() && !members.contains(&name) {
            fs::remove_dir_all(entry.path()).unwrap();
        }
    }
}
