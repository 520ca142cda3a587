//! Makes a test of every folder with a case, so that each runs and is named by itself.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default());
    for (folder, check) in
        [("cases", "crate::cases::check"), ("refuse", "crate::refuse::check")]
    {
        let mut text = String::new();
        tests(&root, Path::new(folder), check, &mut text)?;
        fs::write(out.join(format!("{folder}.rs")), text)?;
    }
    Ok(())
}

/// Writes the tests of a folder: one where it holds a case, a module where it holds folders.
fn tests(root: &Path, folder: &Path, check: &str, out: &mut String) -> io::Result<()> {
    println!("cargo::rerun-if-changed={}", root.join(folder).display());
    let mut folders = Vec::new();
    for entry in fs::read_dir(root.join(folder))? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            folders.push(folder.join(entry.file_name()));
        }
    }
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = folder.to_string_lossy().replace('\\', "/");
        if root.join(&folder).join("openapi.yaml").exists() {
            let _ = writeln!(out, "#[test]\nfn {name}() {{ {check}({path:?}); }}");
        } else {
            let _ = writeln!(out, "mod {name} {{");
            tests(root, &folder, check, out)?;
            out.push_str("}\n");
        }
    }
    Ok(())
}
