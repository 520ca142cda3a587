//! The media type of a body of bytes, which the document may leave open.

use http::HeaderValue;

/// What is sent where nothing else is known (RFC 9110, 8.3).
const BYTES: &str = "application/octet-stream";

/// The header `Content-Type`: what the caller says, when it is one of those that the document describes; else the first of
/// those, when that is no range (RFC 9110, 12.5.1).
pub(super) fn sent(
    documented: &'static str,
    given: Option<&str>,
) -> Result<HeaderValue, String> {
    let first = documented.split(',').next().unwrap_or(documented);
    match given {
        Some(given) if !documented.split(',').any(|one| is_of(given, one)) => {
            Err(format!("the body is `{given}`, where the document has `{documented}`"))
        }
        Some(given) => HeaderValue::from_str(given)
            .map_err(|_| "the media type of the body is no header's value".to_owned()),
        None if !first.contains('*') => Ok(HeaderValue::from_static(first)),
        None if is_of(BYTES, first) => Ok(HeaderValue::from_static(BYTES)),
        None => Err(format!(
            "the body is one of `{documented}`: `Upload::content_type` says which"
        )),
    }
}

/// Whether a media type is the documented one, or of the documented range.
fn is_of(media_type: &str, documented: &str) -> bool {
    let essence = |text: &str| {
        text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    };
    let (media_type, documented) = (essence(media_type), essence(documented));
    let Some((kind, name)) = media_type.split_once('/') else { return false };
    let is_whole = !kind.is_empty() && !name.is_empty() && !media_type.contains('*');
    is_whole
        && match documented.split_once('/') {
            Some(("*", "*")) => true,
            Some((wanted, "*")) => kind == wanted,
            _ => media_type == documented,
        }
}

#[cfg(test)]
mod tests {
    use super::sent;

    #[test]
    fn the_caller_chooses_within_a_range_and_must_where_nothing_is_usual() {
        let rows = [
            ("image/png", None, Some("image/png")),
            ("image/png", Some("Image/PNG; q=1"), Some("Image/PNG; q=1")),
            ("image/png", Some("image/gif"), None),
            ("image/png, image/gif", None, Some("image/png")),
            ("image/png, image/gif", Some("image/gif"), Some("image/gif")),
            ("image/*", None, None),
            ("image/*", Some("image/gif"), Some("image/gif")),
            ("image/*", Some("image/*"), None),
            ("image/*", Some("image/"), None),
            ("image/*", Some("video/gif"), None),
            ("image/*", Some("image/gif\r\nX: y"), None),
            ("*/*", None, Some("application/octet-stream")),
            ("application/*", None, Some("application/octet-stream")),
            ("*/*", Some("text/csv"), Some("text/csv")),
            ("*/*", Some("csv"), None),
        ];
        for (documented, given, expected) in rows {
            let found = sent(documented, given).ok();
            let found = found.as_ref().and_then(|value| value.to_str().ok());
            assert_eq!(found, expected, "{documented} {given:?}");
        }
    }
}
