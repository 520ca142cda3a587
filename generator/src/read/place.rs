//! Where a relative reference leads (RFC 3986, section 5.2), from a URI or from a file without one.
//!
//! A file is named by its path from the document's folder. Such a path has no root, so that one out of the folder keeps
//! its `..`; what joins URIs alone would lose them.

use std::borrow::Cow;

/// The longest URI that a schema or a file is named by, in bytes: every reference below it is put together with it.
pub(super) const LONGEST: usize = 1 << 13;

/// Whether a text names its scheme: an absolute URI, or a drive of Windows.
pub(super) fn has_scheme(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    let known = |byte: u8| byte.is_ascii_alphanumeric() || b"+.-".contains(&byte);
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme.bytes().all(known)
}

/// The path from the document's folder of the file that a reference in `from` names; `None` when it names none.
pub(super) fn file(from: &str, reference: &str) -> Option<String> {
    let (resource, _) = reference.split_once('#').unwrap_or((reference, ""));
    let rooted = |text: &str| text.starts_with('/') || has_scheme(text);
    if resource.is_empty() || rooted(resource) || rooted(from) {
        return None;
    }
    let decoded = percent_decoded(resource);
    let path = normal(&format!("{}{decoded}", folder(from)));
    (!decoded.starts_with('/')).then_some(path)
}

/// A URI as seen from another, both without their fragment.
pub(super) fn joined(base: &str, reference: &str) -> String {
    if reference.is_empty() {
        return base.to_owned();
    }
    let (root, path) = rooted(base);
    if has_scheme(reference) {
        return reference.to_owned();
    }
    if let Some(rest) = reference.strip_prefix("//") {
        let scheme = base.split_once("//").map_or("", |(scheme, _)| scheme);
        return format!("{scheme}//{rest}");
    }
    if let Some(rest) = reference.strip_prefix('/') {
        return format!("{root}/{}", normal(rest));
    }
    let path = normal(&format!("{}{reference}", folder(path)));
    // What has a root has nothing above it.
    let within = if root.is_empty() { &path } else { above_nothing(&path) };
    if root.is_empty() { within.to_owned() } else { format!("{root}/{within}") }
}

/// A file's name without its folder and its ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rfind('.').filter(|at| *at > 0);
    ending.map_or(name, |at| &name[..at])
}

/// The characters that `%` and two hexadecimal digits stand for.
pub(super) fn percent_decoded(text: &str) -> Cow<'_, str> {
    percent_encoding::percent_decode_str(text).decode_utf8_lossy()
}

/// A URI's scheme and host, and its path without the first slash.
fn rooted(uri: &str) -> (&str, &str) {
    if !has_scheme(uri) {
        return ("", uri);
    }
    let scheme = uri.find(':').map_or(0, |at| at + 1);
    let host = if uri[scheme..].starts_with("//") {
        let from = scheme + 2;
        uri[from..].find('/').map_or(uri.len(), |at| from + at)
    } else {
        scheme
    };
    let path = &uri[host..];
    (&uri[..host], path.strip_prefix('/').unwrap_or(path))
}

/// All up to the last slash.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |at| &path[..=at])
}

/// A path without `.`, with its last slash, and with `..` only at its beginning.
fn normal(path: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if kept.last().is_some_and(|last| *last != "..") => drop(kept.pop()),
            _ => kept.push(part),
        }
    }
    if path.ends_with('/') && !kept.is_empty() {
        kept.push("");
    }
    kept.join("/")
}

fn above_nothing(mut path: &str) -> &str {
    while let Some(rest) = path.strip_prefix("../") {
        path = rest;
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_the_folder_of_the_document() {
        let found = |from, reference| file(from, reference).unwrap_or_default();
        assert_eq!(found("openapi.yaml", "./schemas/Pet.yaml"), "schemas/Pet.yaml");
        assert_eq!(found("schemas/Pet.yaml", "Tag.yaml#/a"), "schemas/Tag.yaml");
        assert_eq!(found("a/b/c.yaml", "../../openapi.yaml"), "openapi.yaml");
        assert_eq!(found("a/b.yaml", "../../../up.yaml"), "../../up.yaml");
        assert_eq!(found("a.yaml", "my%20%C3%A9.json"), "my é.json");
        assert_eq!(found("a.yaml", "b/%2e%2e/%2e%2e/c.json"), "../c.json");
        for none in ["#/a", "/etc/x", "//host/x", "file:///x", "https://x/y", "C:/x"] {
            assert_eq!(file("a.yaml", none), None, "{none}");
        }
        assert_eq!(file("a.yaml", "%2Fetc/x"), None, "an encoded root is one, too");
    }

    #[test]
    fn uris_are_joined_as_rfc_3986_says() {
        let base = "https://x.org/a/b/c.json";
        assert_eq!(joined(base, "d.json"), "https://x.org/a/b/d.json");
        assert_eq!(joined(base, "../d.json"), "https://x.org/a/d.json");
        assert_eq!(joined(base, "../../../d.json"), "https://x.org/d.json");
        assert_eq!(joined(base, "/d.json"), "https://x.org/d.json");
        assert_eq!(joined(base, "//y.org/d"), "https://y.org/d");
        assert_eq!(joined(base, "urn:a:b"), "urn:a:b");
        assert_eq!(joined(base, ""), base);
        assert_eq!(joined("https://x.org", "d"), "https://x.org/d");
        assert_eq!(joined("schemas/a.json", "b"), "schemas/b");
        assert_eq!(joined("a.json", "../b"), "../b");
        assert_eq!(
            joined(&joined("a/b.json", "./nested/"), "c.json"),
            "a/nested/c.json"
        );
    }

    #[test]
    fn a_stem_is_a_name_without_its_ending() {
        assert_eq!(stem("a/Pet.v2.yaml"), "Pet.v2");
        assert_eq!(stem("Pet"), "Pet");
        assert_eq!(stem("a/.hidden"), ".hidden");
    }

    #[test]
    fn percent_escapes_are_undone_and_a_lone_percent_stays() {
        assert_eq!(percent_decoded("/paths/~1a~1%7Bid%7D"), "/paths/~1a~1{id}");
        assert_eq!(percent_decoded("100%"), "100%");
        assert_eq!(percent_decoded("a%+1%-0"), "a%+1%-0");
        assert_eq!(percent_decoded("%C3%A9"), "é");
    }
}
