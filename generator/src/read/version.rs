//! The `openapi` key.

use super::tree::{Tree, View};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Version;

/// The version, or nothing when it is missing or not one that is read; that is reported.
pub(super) fn version(tree: &Tree, diagnostics: &mut Diagnostics) -> Option<Version> {
    let root = tree.root();
    let Some(node) = tree.get(root, "openapi") else {
        diagnostics.push(absent(tree));
        return None;
    };
    let text = match tree.view(node) {
        View::Text(text) | View::Number(text) => text,
        other => {
            let message = format!(
                "`openapi` must be a version such as 3.1.0, but this is {}",
                other.noun()
            );
            diagnostics.push(Diagnostic::error(Code::Version, tree.span(node), message));
            return None;
        }
    };
    let mut parts = text.trim().splitn(3, '.');
    let version = match (parts.next(), parts.next()) {
        (Some("3"), Some("0")) => Version::V3_0,
        (Some("3"), Some("1")) => Version::V3_1,
        (Some("3"), Some("2")) => Version::V3_2,
        _ => {
            let message = format!("OpenAPI {text} is not supported");
            diagnostics.push(
                Diagnostic::error(Code::Version, tree.span(node), message)
                    .help("the versions 3.0, 3.1 and 3.2 are"),
            );
            return None;
        }
    };
    if parts.next().is_none() {
        let message = format!(
            "`openapi: {text}` has no third number; it was read as {}",
            version.as_str()
        );
        diagnostics.push(Diagnostic::warning(Code::Version, tree.span(node), message));
    }
    Some(version)
}

fn absent(tree: &Tree) -> Diagnostic {
    let root = tree.root();
    match tree.get(root, "swagger") {
        Some(swagger) => Diagnostic::error(
            Code::Version,
            tree.span(swagger),
            "Swagger 2.0 is not supported",
        )
        .help("convert the document first, for instance with `swagger2openapi`"),
        None => Diagnostic::error(
            Code::Version,
            tree.span(root),
            "the document has no `openapi` version",
        )
        .help("begin the document with a line such as `openapi: 3.1.0`"),
    }
}
