//! The `openapi` key.

use super::tree::{Forest, View};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Version;

/// The version, or nothing when it is missing or not one that is read; that is reported.
pub(super) fn version(tree: &Forest, diagnostics: &mut Diagnostics) -> Option<Version> {
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

fn absent(tree: &Forest) -> Diagnostic {
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

#[cfg(test)]
mod tests {
    use crate::document::Version;
    use crate::read::testing::{document, reading};

    #[test]
    fn the_three_versions_are_told_apart_and_the_third_number_decides_nothing() {
        let version = |text: &str| {
            document(&format!(
                "openapi: {text}\ninfo: {{title: T, version: '1'}}\npaths: {{}}\n"
            ))
            .version
        };
        assert_eq!(version("3.0.4"), Version::V3_0);
        assert_eq!(version("'3.1.99'"), Version::V3_1);
        assert_eq!(version("3.2.0"), Version::V3_2);
    }

    #[test]
    fn other_versions_are_refused() {
        assert_eq!(
            reading("openapi: 4.0.0\n").1,
            ["1 error CW1003: OpenAPI 4.0.0 is not supported"]
        );
        assert_eq!(
            reading("swagger: '2.0'\n").1,
            ["1 error CW1003: Swagger 2.0 is not supported"]
        );
        assert_eq!(
            reading("info: {}\n").1,
            ["1 error CW1003: the document has no `openapi` version"]
        );
        assert_eq!(
            reading("openapi: [3]\n").1,
            [
                "1 error CW1003: `openapi` must be a version such as 3.1.0, but this is an array"
            ]
        );
    }

    #[test]
    fn a_version_of_two_numbers_is_read_with_a_warning() {
        let (document, told) =
            reading("openapi: 3.0\ninfo: {title: T, version: '1'}\npaths: {}\n");
        assert_eq!(document.version, Version::V3_0);
        assert_eq!(
            told,
            ["1 warning CW1003: `openapi: 3.0` has no third number; it was read as 3.0"]
        );
    }
}
