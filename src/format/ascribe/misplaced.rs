//! What can be wrong with a span of an annotation file: its offsets, its words, its fragments.

use std::fmt;

/// A unit that offsets are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points, as the format demands.
    CodePoint,
    /// UTF-16 code units, as browsers count.
    Utf16,
    /// UTF-8 bytes.
    Utf8,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Unit::CodePoint => "code points",
            Unit::Utf16 => "UTF-16 units",
            Unit::Utf8 => "UTF-8 bytes",
        })
    }
}

/// What is wrong with a span. Offsets are those of the file, in its own unit; words are shortened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpanFault {
    /// An offset is missing; the span was left out.
    NoOffset {
        /// The member: `start` or `end`.
        key: &'static str,
    },
    /// An offset is no whole number from 0 on; the span was left out.
    BadOffset {
        /// The member: `start` or `end`.
        key: &'static str,
        /// The value as it stands.
        value: String,
    },
    /// An offset is written with a point or an exponent; it was read as the whole number it is.
    OffsetAsFloat {
        /// The value as it stands.
        value: String,
    },
    /// Nothing stands between the offsets, or the end comes first; the span was left out.
    Empty {
        /// Its start.
        start: u64,
        /// Its end.
        end: u64,
    },
    /// The span reaches out of the text; it was left out.
    Outside {
        /// Its start.
        start: u64,
        /// Its end.
        end: u64,
        /// The length of the text.
        len: usize,
    },
    /// The span cuts a character in the unit the file counts in, or holds nothing that stayed in
    /// the text of record; it was left out.
    NoCharacter {
        /// Its start.
        start: u64,
        /// Its end.
        end: u64,
    },
    /// The words are not those at the offsets, nor clearly found elsewhere; the span was left out.
    OtherWords {
        /// The words as the file gives them.
        exact: String,
        /// The words that stand at the offsets.
        there: String,
    },
    /// The words are not at the offsets, but where these lead in another unit.
    OtherUnit {
        /// The words.
        exact: String,
        /// The unit.
        unit: Unit,
    },
    /// The words are not at the offsets, but stand once close by, where the span was moved.
    Moved {
        /// The words.
        exact: String,
        /// The start as the file gives it.
        from: u64,
    },
    /// Fragments touched, overlapped or stood out of text order; they were sorted and joined.
    Joined,
}

impl fmt::Display for SpanFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpanFault::NoOffset { key } => {
                write!(f, "a span has no “{key}”; it was left out.")
            }
            SpanFault::BadOffset { key, value } => write!(
                f,
                "“{key}” of a span is {value}, no whole number from 0 on; it was left out."
            ),
            SpanFault::OffsetAsFloat { value } => {
                write!(f, "the offset {value} was read as the whole number it is.")
            }
            SpanFault::Empty { start, end } => {
                write!(f, "nothing stands from {start} to {end}; the span was left out.")
            }
            SpanFault::Outside { start, end, len } => write!(
                f,
                "the span from {start} to {end} reaches out of the text, which ends at {len}; it \
                 was left out."
            ),
            SpanFault::NoCharacter { start, end } => {
                write!(f, "no whole character stands from {start} to {end}; the span was left out.")
            }
            SpanFault::OtherWords { exact, there } => write!(
                f,
                "the words should be “{exact}”, but “{there}” stands there; the span was left out."
            ),
            SpanFault::OtherUnit { exact, unit } => {
                write!(f, "“{exact}” was found by counting in {unit}; the span was moved there.")
            }
            SpanFault::Moved { exact, from } => write!(
                f,
                "“{exact}” does not stand at {from} but once close by; the span was moved there."
            ),
            SpanFault::Joined => {
                f.write_str("fragments touched or were out of order; they were sorted and joined.")
            }
        }
    }
}
