//! A length of time, as ISO 8601 writes it.

use std::fmt;
use std::str::FromStr;

use jiff::Span;
use jiff::fmt::temporal::SpanParser;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text;

/// A length of time, read and written as ISO 8601 does it: `P1DT12H` (RFC 3339, appendix A).
///
/// Two are equal when each of their units is: an hour is not sixty minutes.
#[derive(Debug, Clone, Copy)]
pub struct IsoDuration(Span);

impl IsoDuration {
    /// Makes one of a span.
    #[must_use]
    pub fn new(span: Span) -> Self {
        Self(span)
    }

    /// The span itself.
    #[must_use]
    pub fn span(self) -> Span {
        self.0
    }
}

impl PartialEq for IsoDuration {
    fn eq(&self, other: &Self) -> bool {
        self.0.fieldwise() == other.0.fieldwise()
    }
}

impl Eq for IsoDuration {}

impl From<Span> for IsoDuration {
    fn from(span: Span) -> Self {
        Self(span)
    }
}

impl fmt::Display for IsoDuration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for IsoDuration {
    type Err = jiff::Error;

    /// Reads no other form than that of ISO 8601: `Span` would read `1h 30m`, too, and write it otherwise.
    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        SpanParser::new().parse_span(text).map(Self)
    }
}

impl Serialize for IsoDuration {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for IsoDuration {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::parsed(deserializer, "a duration")
    }
}

#[cfg(test)]
mod tests {
    use super::IsoDuration;

    fn back(text: &str) -> Option<String> {
        let read: IsoDuration = text.parse().ok()?;
        Some(read.to_string())
    }

    /// JSON Schema's own examples of valid ones, and some that are not.
    #[test]
    fn every_unit_comes_back_as_it_was() {
        for text in [
            "P4DT12H30M5S",
            "P4Y",
            "PT0S",
            "P1M",
            "PT1M",
            "PT36H",
            "P1DT12H",
            "P2W",
            "P1Y2M3DT4H5M6S",
            "PT0.5S",
            "PT60M",
        ] {
            assert_eq!(back(text).as_deref(), Some(text));
        }
        assert_eq!(back("P0D").as_deref(), Some("PT0S"));
        for text in ["PT1D", "4DT12H30M5S", "P", "1h 30m", "30s", "P1Y2X", "", "P٢Y"] {
            assert_eq!(back(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_no_duration_does_not_show() {
        let read = serde_json::from_str::<IsoDuration>("\"hush\"");
        let said = read.err().map(|error| error.to_string());
        assert_eq!(
            said.as_deref(),
            Some("the text is not a duration at line 1 column 6")
        );
    }
}
