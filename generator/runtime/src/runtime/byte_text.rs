//! Bytes that stand in a text, as base64 (RFC 4648).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use base64::{Engine, alphabet};
use bytes::Bytes;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text;

/// Written with padding (RFC 4648, 3.2). A reader may do without it, and may leave bits that say nothing unchecked (3.5).
const CONFIG: GeneralPurposeConfig = GeneralPurposeConfig::new()
    .with_decode_padding_mode(DecodePaddingMode::Indifferent)
    .with_decode_allow_trailing_bits(true);

const STANDARD: GeneralPurpose = GeneralPurpose::new(&alphabet::STANDARD, CONFIG);
const URL_SAFE: GeneralPurpose = GeneralPurpose::new(&alphabet::URL_SAFE, CONFIG);

/// A text is not what its format asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotBase64(&'static str);

impl fmt::Display for NotBase64 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the text is not {}", self.0)
    }
}

impl std::error::Error for NotBase64 {}

/// The bytes of a text. Line breaks, which MIME asks for (RFC 2045, 6.8), are passed over.
fn decoded(
    engine: &GeneralPurpose,
    text: &str,
    what: &'static str,
) -> Result<Bytes, NotBase64> {
    let is_break = |c: char| matches!(c, '\r' | '\n');
    let text = if text.contains(is_break) {
        Cow::Owned(text.replace(is_break, ""))
    } else {
        Cow::Borrowed(text)
    };
    engine.decode(text.as_bytes()).map(Bytes::from).map_err(|_| NotBase64(what))
}

macro_rules! byte_text {
    ($($(#[$docs:meta])* $name:ident $engine:ident $what:literal)*) => {$(
        $(#[$docs])*
        ///
        /// `Debug` shows only how many there are.
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Bytes);

        impl $name {
            /// Makes one of bytes.
            pub fn new(bytes: impl Into<Bytes>) -> Self {
                Self(bytes.into())
            }

            /// The bytes themselves.
            #[must_use]
            pub fn into_bytes(self) -> Bytes {
                self.0
            }
        }

        impl std::ops::Deref for $name {
            type Target = [u8];

            fn deref(&self) -> &[u8] {
                &self.0
            }
        }

        impl<T: Into<Bytes>> From<T> for $name {
            fn from(bytes: T) -> Self {
                Self(bytes.into())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({} bytes)"), self.0.len())
            }
        }

        /// The text as it is sent.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&$engine.encode(&self.0))
            }
        }

        impl FromStr for $name {
            type Err = NotBase64;

            fn from_str(text: &str) -> Result<Self, NotBase64> {
                decoded(&$engine, text, $what).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&$engine.encode(&self.0))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                text::parsed(deserializer, $what)
            }
        }
    )*};
}

byte_text! {
    /// Bytes that are read and written as base64 (RFC 4648, 4).
    Base64 STANDARD "base64"
    /// Bytes that are read and written as base64 for URLs (RFC 4648, 5).
    Base64Url URL_SAFE "base64url"
}

#[cfg(test)]
mod tests {
    use super::{Base64, Base64Url};

    fn read(text: &str) -> Option<Vec<u8>> {
        text.parse().ok().map(|bytes: Base64| bytes.to_vec())
    }

    /// RFC 4648, 10.
    #[test]
    fn the_vectors_of_the_standard_hold_both_ways() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(Base64::new(bytes).to_string(), text);
            assert_eq!(Base64Url::new(bytes).to_string(), text);
            assert_eq!(read(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn a_reader_is_lenient_where_the_standard_lets_it_be_and_nowhere_else() {
        for text in ["Zm8", "Zm9=", "Zm\r\n8=\n"] {
            assert_eq!(read(text).as_deref(), Some(&b"fo"[..]), "{text:?}");
        }
        assert_eq!(read("Zg=").as_deref(), Some(&b"f"[..]));
        for text in ["Z", "Zm8 =", "Zm8==", "Zm-_", "=", "Zg==Zg==", "ö"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn each_has_its_own_alphabet() {
        let bytes = [0xfb, 0xff];
        assert_eq!(Base64::from(bytes.to_vec()).to_string(), "+/8=");
        assert_eq!(Base64Url::from(bytes.to_vec()).to_string(), "-_8=");
        assert!("+/8=".parse::<Base64Url>().is_err());
        assert!("-_8=".parse::<Base64>().is_err());
    }

    #[test]
    fn the_bytes_do_not_show() {
        assert_eq!(format!("{:?}", Base64::new("hush")), "Base64(4 bytes)");
        let read = serde_json::from_str::<Base64>("\"hu!\"");
        let said = read.err().map(|error| error.to_string());
        assert_eq!(said.as_deref(), Some("the text is not base64 at line 1 column 5"));
    }
}
