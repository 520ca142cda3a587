//! A moment, as RFC 3339 writes it.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use jiff::civil;
use jiff::fmt::temporal::DateTimeParser;
use jiff::tz::Offset;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::text;

/// A moment with its offset from UTC, as a `date-time` is read and written (RFC 3339, 5.6).
///
/// The offset comes back as it was sent, and so do a leap second and the last hours of the year 9999, which lie beyond
/// [`Timestamp`]. A second has nine digits: further ones are dropped.
///
/// Two are equal, and come before each other, as moments: `12:00+02:00` is `10:00Z`.
#[derive(Clone, Copy)]
pub struct DateTime {
    local: civil::DateTime,
    /// In minutes: RFC 3339 knows no smaller part.
    offset: i16,
    /// Whether it lies in the second after that of `local`, which has the number 60.
    leap: bool,
}

impl DateTime {
    /// A local time at an offset from UTC.
    ///
    /// # Errors
    ///
    /// Where RFC 3339 cannot write it: years run from 0 to 9999, offsets in whole minutes up to 23:59.
    pub fn new(local: civil::DateTime, offset: Offset) -> Result<Self, jiff::Error> {
        let (minutes, rest) = (offset.seconds() / 60, offset.seconds() % 60);
        let offset = i16::try_from(minutes).ok().filter(|at| at.abs() < 24 * 60);
        match offset {
            Some(offset) if rest == 0 && local.year() >= 0 => {
                Ok(Self { local, offset, leap: false })
            }
            _ => Err(jiff::Error::from_args(format_args!(
                "RFC 3339 writes years from 0 to 9999 and offsets in minutes, less than a day"
            ))),
        }
    }

    /// The time on a clock at the offset. In a leap second, that clock stands at 59.
    #[must_use]
    pub fn local(self) -> civil::DateTime {
        self.local
    }

    /// How far local time is ahead of UTC.
    #[must_use]
    pub fn offset(self) -> Offset {
        Offset::from_seconds(self.seconds()).unwrap_or(Offset::UTC)
    }

    /// The moment.
    ///
    /// # Errors
    ///
    /// Where it lies beyond [`Timestamp::MAX`], in the last hours of the year 9999.
    pub fn timestamp(self) -> Result<Timestamp, jiff::Error> {
        self.offset().to_timestamp(self.local)
    }

    fn seconds(self) -> i32 {
        i32::from(self.offset) * 60
    }

    /// What orders moments: the second, whether it is the leap one after it, and the part of that.
    fn moment(self) -> (i64, bool, i32) {
        let local = self.local.duration_since(civil::DateTime::MIN);
        (local.as_secs() - i64::from(self.seconds()), self.leap, local.subsec_nanos())
    }
}

/// The beginning of the Unix epoch.
impl Default for DateTime {
    fn default() -> Self {
        Timestamp::UNIX_EPOCH.into()
    }
}

impl PartialEq for DateTime {
    fn eq(&self, other: &Self) -> bool {
        self.moment() == other.moment()
    }
}

impl Eq for DateTime {}

impl Hash for DateTime {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.moment().hash(state);
    }
}

impl Ord for DateTime {
    fn cmp(&self, other: &Self) -> Ordering {
        self.moment().cmp(&other.moment())
    }
}

impl PartialOrd for DateTime {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// In UTC. A moment before the year 0, which RFC 3339 cannot write, becomes its beginning.
impl From<Timestamp> for DateTime {
    fn from(moment: Timestamp) -> Self {
        let local = Offset::UTC.to_datetime(moment).max(civil::DateTime::ZERO);
        Self {
            local,
            offset: 0,
            leap: false,
        }
    }
}

/// At the offset of its zone, or in UTC where that is not of whole minutes.
impl From<Zoned> for DateTime {
    fn from(moment: Zoned) -> Self {
        let known = Self::new(moment.datetime(), moment.offset());
        known.unwrap_or_else(|_| moment.timestamp().into())
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (date, time) = (self.local.date(), self.local.time());
        let second = time.second() + i8::from(self.leap);
        write!(f, "{date}T{:02}:{:02}:{second:02}", time.hour(), time.minute())?;
        let nanoseconds = time.subsec_nanosecond();
        if nanoseconds != 0 {
            let digits = format!("{nanoseconds:09}");
            write!(f, ".{}", digits.trim_end_matches('0'))?;
        }
        if self.offset == 0 {
            return f.write_str("Z");
        }
        let sign = if self.offset < 0 { '-' } else { '+' };
        let minutes = self.offset.abs();
        write!(f, "{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    }
}

impl fmt::Debug for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for DateTime {
    type Err = jiff::Error;

    fn from_str(text: &str) -> Result<Self, jiff::Error> {
        let text = nine_digits(text);
        let pieces = DateTimeParser::new().parse_pieces(&*text)?;
        let (Some(time), Some(offset), None) =
            (pieces.time(), pieces.to_numeric_offset(), pieces.time_zone_annotation())
        else {
            return Err(jiff::Error::from_args(format_args!(
                "a date-time has a date, a time and an offset from UTC, and no more"
            )));
        };
        let read = Self::new(pieces.date().to_datetime(time), offset)?;
        Ok(Self {
            leap: is_leap(&text),
            ..read
        })
    }
}

/// A text whose second has no more digits than can be kept.
fn nine_digits(text: &str) -> Cow<'_, str> {
    let Some((before, after)) = text.split_once('.') else { return text.into() };
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if digits <= 9 {
        return text.into();
    }
    format!("{before}.{}{}", &after[..9], &after[digits..]).into()
}

/// Whether a text, which is a date-time, names the second 60. `jiff` reads it as 59.
fn is_leap(text: &str) -> bool {
    text.get(16..19) == Some(":60")
}

impl Serialize for DateTime {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for DateTime {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::parsed(deserializer, "a date-time")
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use jiff::tz::{Offset, TimeZone};

    use super::DateTime;

    fn read(text: &str) -> DateTime {
        let Ok(read) = text.parse() else { unreachable!("{text}") };
        read
    }

    /// The examples of RFC 3339, 5.8, and what the largest moments of other languages are.
    #[test]
    fn a_moment_comes_back_as_it_was() {
        for text in [
            "1985-04-12T23:20:50.52Z",
            "1996-12-19T16:39:57-08:00",
            "1990-12-31T23:59:60Z",
            "1990-12-31T15:59:60-08:00",
            "1937-01-01T12:00:27.87+00:20",
            "2016-12-31T23:59:60.25Z",
            "9999-12-31T23:59:59.9999999Z",
            "9999-12-31T23:59:59-23:59",
            "0000-01-01T00:00:00+23:59",
            "0001-01-01T00:00:00Z",
            "2026-01-31T12:00:00.000000001Z",
        ] {
            assert_eq!(read(text).to_string(), text);
        }
        for (text, written) in [
            ("2026-01-31t12:00:00z", "2026-01-31T12:00:00Z"),
            ("2026-01-31T12:00:00.500+00:00", "2026-01-31T12:00:00.5Z"),
            (
                "2026-01-31T12:00:00.12345678901-01:00",
                "2026-01-31T12:00:00.123456789-01:00",
            ),
        ] {
            assert_eq!(read(text).to_string(), written);
        }
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for text in [
            "",
            "2026-01-31",
            "12:00:00Z",
            "2026-01-31T12:00:00",
            "2026-01-31T12:00:00+24:00",
            "2026-01-31T12:00:00+01:00:30",
            "2026-01-31T12:00:00Z[UTC]",
            "2026-02-30T12:00:00Z",
            "2026-01-31T12:00:61Z",
            "-000001-01-31T12:00:00Z",
            "2026-01-31T12:00:00.Z",
            "2026-01-31T12:00:00.1234567890123٣Z",
            "tomorrow",
        ] {
            assert!(text.parse::<DateTime>().is_err(), "{text}");
        }
        let said = serde_json::from_str::<DateTime>("\"hush\"");
        let said = said.map_err(|error| error.to_string());
        assert_eq!(
            said,
            Err("the text is not a date-time at line 1 column 6".to_owned())
        );
    }

    #[test]
    fn moments_are_compared_not_clocks() {
        assert_eq!(read("2026-01-31T12:00:00+02:00"), read("2026-01-31T10:00:00Z"));
        let in_order = [
            "0000-01-01T00:00:00+23:59",
            "2016-12-31T23:59:59.9Z",
            "2016-12-31T23:59:60Z",
            "2017-01-01T01:00:00+01:00",
            "2017-01-01T00:00:00-00:01",
            "9999-12-31T23:59:59.9999999Z",
            "9999-12-31T23:59:59-23:59",
        ];
        assert!(in_order.map(read).is_sorted_by(|one, next| one < next));
    }

    #[test]
    fn moments_come_from_other_types_and_go_there() -> Result<(), jiff::Error> {
        let moment: Timestamp = "2026-01-31T10:00:00Z".parse()?;
        assert_eq!(DateTime::from(moment).to_string(), "2026-01-31T10:00:00Z");
        let zone = TimeZone::fixed(Offset::from_seconds(7200)?);
        let there = DateTime::from(moment.to_zoned(zone));
        assert_eq!(there.to_string(), "2026-01-31T12:00:00+02:00");
        assert_eq!(there.timestamp()?, moment);
        assert_eq!(there.local(), date(2026, 1, 31).at(12, 0, 0, 0));
        assert_eq!(there.offset().seconds(), 7200);
        let odd = TimeZone::fixed(Offset::from_seconds(4772)?);
        assert_eq!(
            DateTime::from(moment.to_zoned(odd)).to_string(),
            "2026-01-31T10:00:00Z"
        );
        assert_eq!(DateTime::from(Timestamp::MIN).to_string(), "0000-01-01T00:00:00Z");
        assert!(read("9999-12-31T23:59:59Z").timestamp().is_err());
        assert_eq!(DateTime::default().to_string(), "1970-01-01T00:00:00Z");
        Ok(())
    }
}
