//! The text of a file: UTF-8, or UTF-16 with a byte order mark (YAML 1.2.2, 5.2).

use encoding_rs::{Encoding, WINDOWS_1252};

/// What a file says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    /// The first byte of the text that was guessed: the file is not Unicode, and was read as what most such files are.
    pub(super) guessed: Option<usize>,
}

/// Decodes a file; `None` for one that is no text.
pub(super) fn decoded(bytes: Vec<u8>) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        let text = encoding.decode_without_bom_handling_and_without_replacement(
            bytes.get(mark..).unwrap_or_default(),
        )?;
        return Some(Decoded {
            text: text.into_owned(),
            guessed: None,
        });
    }
    match String::from_utf8(bytes) {
        Ok(text) => Some(Decoded { text, guessed: None }),
        Err(error) if error.as_bytes().contains(&0) => None,
        Err(error) => {
            // What stands before is ASCII or UTF-8, which takes more bytes when each is a character of its own.
            let (before, _) =
                error.as_bytes().split_at(error.utf8_error().valid_up_to());
            let first = WINDOWS_1252.decode_without_bom_handling(before).0.len();
            let (text, _) = WINDOWS_1252.decode_without_bom_handling(error.as_bytes());
            Some(Decoded {
                text: text.into_owned(),
                guessed: Some(first),
            })
        }
    }
}

/// Decodes a file that is Unicode.
pub(super) fn unicode(bytes: Vec<u8>) -> Option<String> {
    decoded(bytes)
        .filter(|decoded| decoded.guessed.is_none())
        .map(|decoded| decoded.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_by_its_mark_or_as_it_is_or_by_a_guess() {
        let read = |bytes: &[u8]| {
            decoded(bytes.to_vec()).map(|found| (found.text, found.guessed))
        };
        let text = |text: &str, guessed| Some((text.to_owned(), guessed));
        assert_eq!(read("é".as_bytes()), text("é", None));
        assert_eq!(read(b"\xEF\xBB\xBFa"), text("a", None));
        assert_eq!(read(b"\xFF\xFEa\0\xE9\0"), text("aé", None));
        assert_eq!(read(b"\xFE\xFF\0a\xD8\x3D\xDE\x00"), text("a😀", None));
        assert_eq!(read(b"a\xE9\x80"), text("aé€", Some(1)));
        assert_eq!(read(b"\xC3\xA9 \xE9"), text("Ã© é", Some(5)));
        assert_eq!(read(b"\xFF\xFE\x00\xD8"), None, "half a character");
        assert_eq!(read(b"a\0\xE9"), None, "no text");
    }
}
