//! `--operation`, `--tag` and `--path`: the selection as arguments.

use std::fmt::Write as _;

use clap::Args;
use toml::Spanned;

use crate::config::SelectConfig;
use crate::diagnostic::{Source, Sources};

/// Which operations become calls, with the types they reach, in place of `[select]` of the configuration.
#[derive(Debug, Clone, Default, Args)]
pub struct Selection {
    /// Generate this operation, by its id or as `GET /orders`; may be given several times, beside --tag and --path.
    #[arg(long, value_name = "ID")]
    pub operation: Vec<String>,
    /// Generate the operations with this tag.
    #[arg(long, value_name = "TAG")]
    pub tag: Vec<String>,
    /// Generate the operations of this path; `*` stands for one segment, `**` for any number of them.
    #[arg(long, value_name = "PATTERN")]
    pub path: Vec<String>,
}

/// The arguments as one text, which diagnostics show.
pub(super) struct Written {
    pub(super) text: String,
    config: SelectConfig,
}

impl Selection {
    /// Puts the arguments in the place of what the configuration selects, where there are any.
    pub(super) fn replace(&self, select: &mut SelectConfig, sources: &mut Sources) {
        let Written { text, config } = self.written();
        if !config.is_empty() {
            let file = sources.add(Source::new("command line", text));
            *select = SelectConfig { file, ..config };
        }
    }

    /// The arguments as they are typed, a space before each.
    pub(super) fn written(&self) -> Written {
        let mut text = String::new();
        let mut put = |flag: &str, values: &[String]| {
            let mut entries = Vec::with_capacity(values.len());
            for value in values {
                let _ = write!(text, " --{flag} ");
                let start = text.len();
                text.push_str(&quoted(value));
                entries.push(Spanned::new(start..text.len(), value.clone()));
            }
            entries
        };
        let config = SelectConfig {
            operations: put("operation", &self.operation),
            tags: put("tag", &self.tag),
            paths: put("path", &self.path),
            ..SelectConfig::default()
        };
        Written { text, config }
    }
}

/// An argument as a shell takes it.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !value.is_empty() && value.chars().all(plain) {
        return value.to_owned();
    }
    format!("'{}'", value.replace('\'', "'\\''"))
}
