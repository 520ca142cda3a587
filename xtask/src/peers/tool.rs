//! The generators that are compared: how each is installed, called, and given a crate to stand in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::corpus;

/// A generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tool {
    /// This one.
    Clientwright,
    Ploidy,
    OpenapiToRust,
}

/// Each of them, ours first.
pub(super) const TOOLS: [Tool; 3] =
    [Tool::Clientwright, Tool::Ploidy, Tool::OpenapiToRust];

impl Tool {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Clientwright => "clientwright",
            Self::Ploidy => "ploidy",
            Self::OpenapiToRust => "openapi-to-rust",
        }
    }

    /// Builds ours, or installs another one below `target` where it is not yet there, and gives its path.
    pub(super) fn installed(self, target: &Path) -> Result<PathBuf> {
        let version = match self {
            Self::Clientwright => return corpus::release(target),
            Self::Ploidy => "0.15.0",
            Self::OpenapiToRust => "0.23.0",
        };
        let root = target.join("peers");
        let program = root.join("bin").join(self.name());
        if !program.exists() {
            eprintln!("installing {} {version} …", self.name());
            let mut command = Command::new("cargo");
            command.args(["install", "--quiet", "--locked", "--version", version]);
            command.arg("--root").arg(&root).arg(self.name());
            let status = command.status().context("cargo cannot be run")?;
            if !status.success() {
                bail!("{} was not installed ({status})", self.name());
            }
        }
        Ok(program)
    }

    /// Adds the arguments with which it writes the crate of a document into an empty folder.
    pub(super) fn arguments(
        self,
        command: &mut Command,
        spec: &Path,
        folder: &Path,
    ) -> Result<()> {
        match self {
            Self::Clientwright => {
                let config = folder.with_extension("toml");
                fs::write(&config, format!("[package]\nname = \"{PACKAGE}\"\n"))?;
                command.args([
                    "generate",
                    "--allow-refused",
                    "--format",
                    "json",
                    "--spec",
                ]);
                command.arg(spec).arg("--out").arg(folder);
                command.arg("--config").arg(config);
            }
            Self::Ploidy => {
                command.args(["generate", "rust", "--name", PACKAGE, "--output"]);
                command.arg(folder).arg(spec);
            }
            Self::OpenapiToRust => {
                command.arg("generate").arg(spec);
                command.arg("--output-dir").arg(folder.join("src"));
            }
        }
        Ok(())
    }

    /// Makes what it wrote a crate that cargo takes as a workspace of its own.
    pub(super) fn finish(self, folder: &Path) -> Result<()> {
        let manifest = folder.join("Cargo.toml");
        let text = if self == Self::OpenapiToRust {
            // It writes modules; the crate around them is what its user would write.
            fs::rename(folder.join("src/mod.rs"), folder.join("src/lib.rs"))?;
            let needed = fs::read_to_string(folder.join("src/REQUIRED_DEPS.toml"))?;
            let package = format!(
                "[package]\nname = \"{PACKAGE}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n"
            );
            package + &needed
        } else {
            fs::read_to_string(&manifest)?
        };
        fs::write(&manifest, text + "\n[workspace]\n")?;
        Ok(())
    }
}

/// The name of every crate that is made.
const PACKAGE: &str = "peer-client";
