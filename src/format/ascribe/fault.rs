//! Faults: what can be wrong with a part of an annotation file that is otherwise good.

use super::misplaced::{SpanFault, Unit};
use std::fmt;

/// What is wrong with a part of a file. Members are named by their keys, list items by numbers
/// from 1; offsets are those of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A key stands a second time in its object; only its first value is read.
    KeyTwice(String),
    /// Half of a UTF-16 pair stands alone in a string; U+FFFD was read for it.
    LoneSurrogate,
    /// Offsets are not counted in code points; they were converted.
    OtherUnit(Unit),
    /// A list is missing; it was read as empty.
    NoList(&'static str),
    /// The text is not the one that was hashed.
    OtherHash,
    /// The text has another length than the file says.
    OtherLength {
        /// What was counted.
        unit: Unit,
        /// What the file says, as it stands there.
        stated: String,
        /// What the text has.
        counted: usize,
    },
    /// Characters that never stand in a text of record were taken out of the text; offsets were
    /// moved along.
    TextMended {
        /// Carriage returns that became line feeds or went before one.
        carriage_returns: usize,
        /// NUL characters.
        nuls: usize,
        /// Byte order marks.
        marks: usize,
    },
    /// A document without an id got one made from its text.
    NoDocumentId,
    /// A document does not say when it was made or changed; another date stands for it.
    NoDate {
        /// The member.
        key: &'static str,
        /// What stands for it.
        instead: String,
    },
    /// A member is of another type than it should be; it stays in the file, unread.
    WrongType {
        /// The member.
        key: String,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A member has a word that this version does not know; it stays in the file, unread.
    UnknownWord {
        /// The member.
        key: &'static str,
        /// The word.
        word: String,
        /// The words that are known.
        known: String,
    },
    /// A date is not written as the format demands.
    BadDate {
        /// The member.
        key: &'static str,
        /// The date as it stands.
        date: String,
    },
    /// An item of a list is of another type than it should be; it was left out.
    WrongItem {
        /// The list.
        list: String,
        /// The number of the item.
        number: usize,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
    /// A sentence overlaps one before it; it was left out.
    Overlap,
    /// Sentences do not stand in text order; they were sorted.
    SentenceOrder,
    /// A part without an id got one.
    NoId {
        /// The new id.
        now: String,
    },
    /// An id was used before; the part got another.
    IdTwice {
        /// The new id.
        now: String,
    },
    /// A rejected suggestion does not name its rule; it was left out.
    NoRule,
    /// The label is missing or none that is known; the annotation was left out.
    BadLabel {
        /// The label as it stands; `None` when there is none.
        label: Option<String>,
    },
    /// No fragment of the target is good; the annotation was left out.
    NoTarget,
    /// A span, or the fragments of one, could not be placed as they stand.
    Span {
        /// The list it stands in where its part has several, as `source 1`; or empty.
        list: String,
        /// What is wrong with it.
        fault: SpanFault,
    },
    /// A link leads to no part that was read; it was left out.
    LinkToNothing {
        /// The member.
        key: &'static str,
        /// The id it names.
        id: String,
    },
    /// An attribution is its own content; the link was left out.
    LinkToItself,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::KeyTwice(key) => write!(
                f,
                "“{}” stands here a second time; only the first is read.",
                key.escape_debug()
            ),
            Fault::LoneSurrogate => f.write_str(
                "half of a UTF-16 pair stands alone in a string; the character U+FFFD stands for it.",
            ),
            Fault::OtherUnit(unit) => {
                write!(f, "offsets are counted in {unit}; they were converted to code points.")
            }
            Fault::NoList(key) => write!(f, "“{key}” is missing; it was read as an empty list."),
            Fault::OtherHash => f.write_str(
                "the text is not the one its sha256 was made of: it was changed. Spans whose words \
                 agree were kept.",
            ),
            Fault::OtherLength { unit, stated, counted } => write!(
                f,
                "the text should have {stated} {unit} and has {counted}; the text counts."
            ),
            Fault::TextMended { carriage_returns, nuls, marks } => write!(
                f,
                "the text held {carriage_returns} carriage returns, {nuls} NUL characters and \
                 {marks} byte order marks; they were taken out and the offsets moved along."
            ),
            Fault::NoDocumentId => {
                f.write_str("the article has no id; one was made from its text.")
            }
            Fault::NoDate { key, instead } => {
                write!(f, "“{key}” is no date in UTC; {instead} stands for it.")
            }
            Fault::WrongType { key, expected, found } => write!(
                f,
                "“{}” should be {expected} and is {found}; it stays in the file, unread.",
                key.escape_debug()
            ),
            Fault::UnknownWord { key, word, known } => write!(
                f,
                "“{key}” is “{word}” and not {known}; it stays in the file, unread."
            ),
            Fault::BadDate { key, date } => {
                write!(f, "“{key}” is “{date}”, no date as the format writes it; it stays so.")
            }
            Fault::WrongItem { list, number, expected, found } => write!(
                f,
                "item {number} of {list} should be {expected} and is {found}; it was left out."
            ),
            Fault::Overlap => f.write_str("it overlaps a sentence before it; it was left out."),
            Fault::SentenceOrder => {
                f.write_str("the sentences were not in text order; they were sorted.")
            }
            Fault::NoId { now } => write!(f, "it has no id; it is {now} here."),
            Fault::IdTwice { now } => {
                write!(f, "its id was used before; it is {now} here, and links lead to the first.")
            }
            Fault::NoRule => f.write_str("it names no rule; it was left out."),
            Fault::BadLabel { label: Some(label) } => write!(
                f,
                "“{label}” is no label that this version knows; the annotation was left out."
            ),
            Fault::BadLabel { label: None } => {
                f.write_str("it has no label; the annotation was left out.")
            }
            Fault::NoTarget => {
                f.write_str("none of its target could be placed; the annotation was left out.")
            }
            Fault::Span { list, fault } if list.is_empty() => fault.fmt(f),
            Fault::Span { list, fault } => write!(f, "{list}: {fault}"),
            Fault::LinkToNothing { key, id } => {
                write!(f, "“{key}” leads to {id}, which is not there; the link was left out.")
            }
            Fault::LinkToItself => {
                f.write_str("it is its own content; that link was left out.")
            }
        }
    }
}
