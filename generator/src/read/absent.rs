//! Why what a reference names is not there: another host, a file that cannot or may not be read.

use super::bundle::{MOST_BYTES, MOST_FILES, Unread};
use super::place::has_scheme;
use super::reader::Reader;
use super::reference::Lost;
use crate::diagnostic::Code;

impl Reader<'_> {
    /// Why a file is not there; nobody was asked for it where no reason is given.
    pub(super) fn absent(
        &self,
        text: &str,
        path: &str,
        reason: Option<&Unread>,
    ) -> Lost {
        let is_name = !text.contains(['/', '.', '#']);
        match reason {
            Some(Unread::Missing) | None if is_name => {
                let message = format!("`{text}` is not one of `components.schemas`");
                Lost {
                    help: self.near_schema(text),
                    ..lost(Code::DanglingReference, message, None)
                }
            }
            Some(reason) => unread(text, path, reason),
            None if self.bundle.is_full() => {
                let message = format!(
                    "`{text}` is not read: the document leads to more than {MOST_FILES} files"
                );
                lost(
                    Code::TooLarge,
                    message,
                    Some("refer to several things in one file"),
                )
            }
            None => {
                let message = format!(
                    "`{text}` leads to another file, and this document is read alone"
                );
                lost(Code::RemoteReference, message, Some(BUNDLE))
            }
        }
    }
}

const BUNDLE: &str =
    "bundle the document into one file first, for instance with `redocly bundle`";

/// Why a reference with a root of its own is not followed.
pub(super) fn elsewhere(text: &str, resource: &str) -> Lost {
    let scheme = resource.split_once(':').map_or("", |(scheme, _)| scheme);
    let host = resource.starts_with("//") || resource.contains("://");
    let local = scheme.eq_ignore_ascii_case("file") || scheme.len() == 1;
    let (message, help) = if local || (!host && !has_scheme(resource)) {
        (
            format!("`{text}` leads to a place of one machine"),
            "write the path from the file in which the reference stands",
        )
    } else if host {
        (
            format!("`{text}` leads to another host, which is never asked"),
            "download it beside the document and refer to it by its relative path",
        )
    } else {
        (
            format!("`{text}` is the `$id` of no schema that was read"),
            "write the `$id` of a schema, or a path from the file in which the reference stands",
        )
    };
    lost(Code::RemoteReference, message, Some(help))
}

/// A reference that leads nowhere.
pub(super) fn lost(code: Code, message: String, help: Option<&str>) -> Lost {
    Lost {
        code,
        message,
        help: help.map(str::to_owned),
    }
}

/// Why a file is not read, as the one who was asked for it says.
fn unread(text: &str, path: &str, reason: &Unread) -> Lost {
    let (code, why, help) = match reason {
        Unread::Missing => (
            Code::UnreadFile,
            format!("there is no file `{path}`"),
            Some("a path begins at the file in which the reference stands"),
        ),
        Unread::Outside => (
            Code::OutsideFile,
            "which lies outside the folder that may be read".to_owned(),
            Some("pass `--root` with a folder that holds all files of the document"),
        ),
        Unread::NotAFile => (
            Code::UnreadFile,
            format!("`{path}` is not a file"),
            Some("name a file within it"),
        ),
        Unread::NotUtf8 => (
            Code::UnreadFile,
            format!("`{path}` is not UTF-8"),
            Some("save it as UTF-8"),
        ),
        Unread::TooLarge => (
            Code::TooLarge,
            format!("the files of the document have more than {} MiB", MOST_BYTES >> 20),
            None,
        ),
        Unread::Failed(why) => {
            (Code::UnreadFile, format!("`{path}` cannot be read: {why}"), None)
        }
    };
    let message = match reason {
        Unread::Outside => format!("`{text}` leads to `{path}`, {why}"),
        _ => format!("`{text}` leads nowhere: {why}"),
    };
    lost(code, message, help)
}
