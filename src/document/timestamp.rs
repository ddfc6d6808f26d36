//! A timestamp: a moment in UTC as RFC 3339 writes it. Knows no clock: moments come from outside.

use std::fmt;

/// A moment in UTC, to the second: `2026-11-22T10:00:00Z`. Orders by time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Timestamp(String);

impl Timestamp {
    /// Reads an RFC 3339 date and time in UTC; a fraction of a second is cut off.
    ///
    /// `None` for another shape, a field out of its range or an offset other than `Z`.
    ///
    /// ```
    /// use ascribe::document::Timestamp;
    /// let read = Timestamp::parse("2026-11-22T10:00:00.512Z").unwrap();
    /// assert_eq!(read.as_str(), "2026-11-22T10:00:00Z");
    /// assert!(Timestamp::parse("2026-13-01T00:00:00Z").is_none());
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let (seconds, fraction) = text.split_at_checked(19)?;
        let zone = match fraction.strip_prefix('.') {
            Some(rest) => {
                let zone = rest.trim_start_matches(|c: char| c.is_ascii_digit());
                (zone.len() < rest.len()).then_some(zone)?
            }
            None => fraction,
        };
        let fits = zone == "Z"
            && seconds.bytes().enumerate().all(|(at, byte)| match at {
                4 | 7 => byte == b'-',
                10 => byte == b'T',
                13 | 16 => byte == b':',
                _ => byte.is_ascii_digit(),
            });
        if !fits {
            return None;
        }
        let field =
            |at: usize| seconds.get(at..at + 2).and_then(|digits| digits.parse::<u8>().ok());
        let in_range = matches!(field(5)?, 1..=12)
            && matches!(field(8)?, 1..=31)
            && field(11)? < 24
            && field(14)? < 60
            && field(17)? <= 60;
        in_range.then(|| Timestamp([seconds, "Z"].concat()))
    }

    /// Returns the moment that stands for one that nobody knows: the beginning of 1970.
    pub fn unknown() -> Self {
        Timestamp("1970-01-01T00:00:00Z".to_owned())
    }

    /// Returns the RFC 3339 text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the date alone: `2026-11-22`.
    pub fn date(&self) -> &str {
        self.0.get(..10).unwrap_or_default()
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(Timestamp::parse(text).as_ref().map(Timestamp::as_str), expected, "{text}");
    }

    #[test]
    fn only_utc_moments_are_read() {
        check("2026-11-22T10:00:00Z", Some("2026-11-22T10:00:00Z"));
        check("2026-11-22T10:00:00.1Z", Some("2026-11-22T10:00:00Z"));
        check("2026-11-22T10:00:00+01:00", None);
        check("2026-11-22T10:00:00.Z", None);
        check("2026-11-22 10:00:00Z", None);
        check("2026-11-22T24:00:00Z", None);
        check("2026-11-22", None);
        check("2026-11-22T10:00:0éZ", None);
        check("", None);
    }
}
