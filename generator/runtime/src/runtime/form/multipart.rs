//! Bodies of `multipart/form-data` (RFC 7578).

use std::hash::{BuildHasher, RandomState};

use reqwest::header::HeaderValue;
use serde::Serialize;

use super::field::FormField;
use super::pairs::{Content, Pair, pairs};
#[cfg(feature = "streams")]
use crate::runtime::stream::Piece;

/// The parts as they are written.
#[derive(Default)]
pub(in crate::runtime) struct Parts {
    /// What stands before the bytes, where some of it is made while it is sent.
    #[cfg(feature = "streams")]
    pub(super) pieces: Vec<Piece>,
    pub(super) bytes: Vec<u8>,
}

/// The names and contents of a body.
pub(super) fn read(
    body: impl Serialize,
    fields: &[FormField],
) -> Result<Vec<Pair>, String> {
    let read = || pairs(body, fields);
    #[cfg(feature = "streams")]
    let read = || super::passed::within(read);
    read().map_err(|error| error.to_string())
}

/// A body in parts, and its content type, which names what stands between them.
///
/// What is no stream is put together in memory: a request is sent again as it was when its token
/// was refused.
pub(super) fn multipart(pairs: &[Pair]) -> Result<(HeaderValue, Parts), String> {
    let boundary = boundary();
    let mut out = Parts::default();
    out.bytes.reserve(pairs.iter().map(size).sum());
    for pair in pairs {
        line(&mut out, &["--", &boundary]);
        part(&mut out, pair)?;
    }
    line(&mut out, &["--", &boundary, "--"]);
    let media_type = format!("multipart/form-data; boundary={boundary}");
    let header = HeaderValue::from_str(&media_type)
        .map_err(|_| "its boundary has no form as a header".to_owned())?;
    Ok((header, out))
}

fn part(out: &mut Parts, pair: &Pair) -> Result<(), String> {
    let name = &pair.name;
    let field = ["Content-Disposition: form-data; name=\"", &escaped(name), "\""];
    match &pair.content {
        Content::Text(text, media_type) => {
            line(out, &field);
            if let Some(media_type) = media_type {
                line(out, &["Content-Type: ", media_type]);
            }
            #[cfg(feature = "part-headers")]
            out.bytes.extend_from_slice(pair.headers.as_bytes());
            line(out, &[]);
            line(out, &[text]);
        }
        Content::File(file) => {
            let media_type =
                file.content_type.as_deref().unwrap_or("application/octet-stream");
            if HeaderValue::from_str(media_type).is_err() {
                let problem = "a content type that no header can have";
                return Err(format!("the file `{name}` has {problem}"));
            }
            let file_name = escaped(&file.file_name);
            line(out, &[&field.concat(), "; filename=\"", &file_name, "\""]);
            line(out, &["Content-Type: ", media_type]);
            #[cfg(feature = "part-headers")]
            out.bytes.extend_from_slice(pair.headers.as_bytes());
            line(out, &[]);
            #[cfg(feature = "streams")]
            if let Some(stream) = &file.stream {
                out.pieces.push(Piece::Bytes(std::mem::take(&mut out.bytes).into()));
                out.pieces.push(Piece::Stream(stream.clone()));
            }
            out.bytes.extend_from_slice(&file.content);
            line(out, &[]);
        }
    }
    Ok(())
}

fn line(out: &mut Parts, parts: &[&str]) {
    for part in parts {
        out.bytes.extend_from_slice(part.as_bytes());
    }
    out.bytes.extend_from_slice(b"\r\n");
}

/// A name as browsers write it (HTML, "Multipart form data"): what would end it is encoded, and
/// nothing else is, so that names outside of ASCII arrive as they are.
fn escaped(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

/// 128 bits that nobody knows beforehand, so that no content can have them but by chance.
fn boundary() -> String {
    let random = || RandomState::new().hash_one(0_u8);
    format!("{:016x}{:016x}", random(), random())
}

/// About how many bytes a part has.
fn size(pair: &Pair) -> usize {
    let content = match &pair.content {
        Content::Text(text, _) => text.len(),
        Content::File(file) => file.content.len(),
    };
    content + pair.name.len() + 200
}
