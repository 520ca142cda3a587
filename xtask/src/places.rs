//! Where this repository keeps things.

use std::path::PathBuf;

use clientwright::cli::Defaults;

/// The document, configuration and crate of this repository, relative to its root, where cargo starts us.
pub(crate) fn defaults() -> Defaults {
    Defaults {
        command: "cargo xtask",
        spec: PathBuf::from("spec/openapi.yaml"),
        config: PathBuf::from("spec/client.toml"),
        out: PathBuf::from("generated-client"),
    }
}

/// Where cargo puts what it makes.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or("target".into(), PathBuf::from)
}
