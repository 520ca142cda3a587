//! Path segments: what may stand in one.

use super::encode::Place;
use super::style::Param;

/// A path parameter as text. An empty one is refused: it would name another resource.
pub(super) fn segment(name: &str, param: Param) -> Result<String, String> {
    let written = param
        .write(name, Place::Path)
        .map_err(|error| format!("the path parameter `{name}`: {error}"))?;
    let text = written.text();
    if text.is_empty() {
        return Err(format!("the path parameter `{name}` is empty"));
    }
    Ok(text)
}

/// Checks that no finished segment is `.` or `..`, which a URL resolves away, so that the call
/// would reach another path. Encoding is no way out: `%2E%2E` is a dot segment too (URL
/// Standard, "double-dot URL path segment").
pub(super) fn check(path: &str) -> Result<(), String> {
    let dots = |segment: &str| {
        let plain = segment.replace("%2e", ".").replace("%2E", ".");
        plain == "." || plain == ".."
    };
    if path.split('/').any(dots) {
        return Err("a segment of the path would be `.` or `..`".to_owned());
    }
    Ok(())
}
