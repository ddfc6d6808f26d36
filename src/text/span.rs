//! A span: a stretch of a text, made valid once so that nothing has to check it again.

use super::Byte;
use std::fmt;

/// A non-empty stretch of a text, in UTF-8 bytes; the end is excluded.
///
/// Made by [`Span::new`] against its text, so both ends stand between characters of it.
/// Spans order by start, then by end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: Byte,
    end: Byte,
}

/// Why two offsets are no span of a text. Offsets are in UTF-8 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanError {
    /// Nothing stands between start and end, or the end comes first.
    Empty,
    /// The end lies behind the end of the text.
    Outside {
        /// The offset asked for.
        end: Byte,
        /// The length of the text.
        len: Byte,
    },
    /// An offset lies inside a character.
    InsideCharacter {
        /// The offset asked for.
        at: Byte,
    },
}

impl fmt::Display for SpanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SpanError::Empty => write!(f, "the span is empty"),
            SpanError::Outside { end, len } => {
                write!(f, "the span ends at byte {} of a text of {} bytes", end.0, len.0)
            }
            SpanError::InsideCharacter { at } => {
                write!(f, "byte {} lies inside a character", at.0)
            }
        }
    }
}

impl std::error::Error for SpanError {}

impl Span {
    /// Makes the span from `start` to `end` of `text`.
    ///
    /// # Errors
    /// [`SpanError`] when the span would be empty, reach behind the text or cut a character.
    ///
    /// ```
    /// use ascribe::text::{Byte, Span};
    /// let text = "Ana said no.";
    /// assert_eq!(Span::new(text, Byte(4), Byte(8)).unwrap().of(text), "said");
    /// ```
    pub fn new(text: &str, start: Byte, end: Byte) -> Result<Self, SpanError> {
        if start >= end {
            return Err(SpanError::Empty);
        }
        if end.0 > text.len() {
            return Err(SpanError::Outside { end, len: Byte(text.len()) });
        }
        match [start, end].into_iter().find(|at| !text.is_char_boundary(at.0)) {
            Some(at) => Err(SpanError::InsideCharacter { at }),
            None => Ok(Span { start, end }),
        }
    }

    /// Makes a span that was one before, of a text that is not at hand; `None` when nothing stands
    /// between the offsets. A document checks it before it takes it.
    pub(crate) fn kept(start: Byte, end: Byte) -> Option<Self> {
        (start < end).then_some(Span { start, end })
    }

    /// Makes the span from `start` to `end` of `text` without the white space at its edges;
    /// `None` when nothing else is in it or the offsets do not fit the text.
    ///
    /// ```
    /// use ascribe::text::{Byte, Span};
    /// let text = "Ana  said ";
    /// assert_eq!(Span::trimmed(text, Byte(3), Byte(10)).unwrap().of(text), "said");
    /// ```
    pub fn trimmed(text: &str, start: Byte, end: Byte) -> Option<Self> {
        let inside = text.get(start.0..end.0)?;
        let lead = inside.len() - inside.trim_start().len();
        Span::new(text, Byte(start.0 + lead), Byte(start.0 + inside.trim_end().len())).ok()
    }

    /// Returns the offset of the first character.
    pub fn start(self) -> Byte {
        self.start
    }

    /// Returns the offset behind the last character.
    pub fn end(self) -> Byte {
        self.end
    }

    /// Returns the length in bytes, never 0.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Returns the words of this span of `text`, empty when the span belongs to a longer text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start.0..self.end.0).unwrap_or_default()
    }

    /// Tells whether the character behind the gap `at` is inside.
    pub fn contains(self, at: Byte) -> bool {
        self.start <= at && at < self.end
    }

    /// Tells whether all of `other` is inside.
    pub fn encloses(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Tells whether the two share a character.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns the part that both share.
    pub fn intersection(self, other: Span) -> Option<Span> {
        let start = self.start.max(other.start);
        let end = self.end.min(other.end);
        (start < end).then_some(Span { start, end })
    }

    /// Returns the part before the gap `at`, which must stand between characters.
    pub(super) fn up_to(self, at: Byte) -> Option<Span> {
        let end = self.end.min(at);
        (self.start < end).then_some(Span { start: self.start, end })
    }

    /// Returns the part behind the gap `at`, which must stand between characters.
    pub(super) fn from(self, at: Byte) -> Option<Span> {
        let start = self.start.max(at);
        (start < self.end).then_some(Span { start, end: self.end })
    }

    /// Returns the shortest span that encloses both.
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn offsets_that_do_not_fit_the_text_are_named() {
        let at = |start, end| Span::new("né", Byte(start), Byte(end));
        assert_eq!(at(1, 1), Err(SpanError::Empty));
        assert_eq!(at(2, 1), Err(SpanError::Empty));
        assert_eq!(at(0, 4), Err(SpanError::Outside { end: Byte(4), len: Byte(3) }));
        assert_eq!(at(0, 2), Err(SpanError::InsideCharacter { at: Byte(2) }));
    }

    #[test]
    fn white_space_of_every_kind_is_trimmed() {
        let text = "\u{a0}\n said\u{3000}\t";
        let span = Span::trimmed(text, Byte(0), Byte(text.len())).expect("a word is in it");
        assert_eq!(span.of(text), "said");
        assert_eq!(Span::trimmed("a  b", Byte(1), Byte(3)), None);
        assert_eq!(Span::trimmed("é", Byte(1), Byte(2)), None);
    }

    proptest! {
        #[test]
        fn a_made_span_is_never_empty_and_always_sliceable(
            text in "\\PC{0,40}", start in 0usize..60, end in 0usize..60,
        ) {
            if let Ok(span) = Span::new(&text, Byte(start), Byte(end)) {
                prop_assert_eq!(span.of(&text).len(), span.len());
                prop_assert!(span.len() > 0);
                prop_assert!(span.encloses(span) && span.overlaps(span));
            }
        }

        #[test]
        fn trimming_takes_only_white_space(text in "[ a\u{a0}\n😀]{0,20}") {
            let whole = Span::trimmed(&text, Byte(0), Byte(text.len()));
            prop_assert_eq!(whole.map_or("", |span| span.of(&text)), text.trim());
        }
    }
}
