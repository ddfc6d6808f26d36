//! Offsets: the three units a place in a text is counted in, and their conversion.
//!
//! Inside the program a place is a [`Byte`]; the browser counts [`Utf16`] units; files count
//! [`CodePoint`]s. An offset names the gap before a character, so the offset of the end of a text
//! is its length. No other room converts units.

/// An offset in UTF-8 bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Byte(pub usize);

/// An offset in UTF-16 code units, as JavaScript strings and the DOM count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16(pub usize);

/// An offset in Unicode code points, as annotation files and Python count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CodePoint(pub usize);

/// Bytes between two marks of a [`Ruler`].
const STRIDE: usize = 64;

/// Converts offsets of one text between the three units.
///
/// Making one reads the text once; a conversion then reads at most 64 bytes of it.
///
/// ```
/// use ascribe::text::{Byte, CodePoint, Ruler, Utf16};
/// let ruler = Ruler::new("a😀b");
/// assert_eq!(ruler.utf16(Byte(5)), Utf16(3));
/// assert_eq!(ruler.code_point(Byte(5)), CodePoint(2));
/// assert_eq!(ruler.byte_of_code_point(CodePoint(2)), Some(Byte(5)));
/// assert_eq!(ruler.byte_of_utf16(Utf16(2)), None, "inside the emoji");
/// ```
pub struct Ruler<'t> {
    text: &'t str,
    /// What stands before the first character boundary at or after every `STRIDE` bytes.
    marks: Vec<Mark>,
    end: Mark,
}

#[derive(Clone, Copy, Default)]
struct Mark {
    byte: usize,
    utf16: usize,
    code_point: usize,
}

impl Mark {
    fn pass(&mut self, c: char) {
        self.byte += c.len_utf8();
        self.utf16 += c.len_utf16();
        self.code_point += 1;
    }
}

impl<'t> Ruler<'t> {
    /// Measures `text`.
    pub fn new(text: &'t str) -> Self {
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut at = Mark::default();
        for c in text.chars() {
            if at.byte >= marks.len() * STRIDE {
                marks.push(at);
            }
            at.pass(c);
        }
        if marks.is_empty() {
            marks.push(at);
        }
        Ruler { text, marks, end: at }
    }

    /// Returns the length of the text in UTF-16 code units.
    pub fn utf16_len(&self) -> Utf16 {
        Utf16(self.end.utf16)
    }

    /// Returns the length of the text in code points.
    pub fn code_point_len(&self) -> CodePoint {
        CodePoint(self.end.code_point)
    }

    /// Converts a byte offset; one inside a character counts as the gap before it, one past the
    /// end as the end.
    pub fn utf16(&self, at: Byte) -> Utf16 {
        Utf16(self.last_before(|mark| mark.byte <= at.0).utf16)
    }

    /// Converts a byte offset; one inside a character counts as the gap before it, one past the
    /// end as the end.
    pub fn code_point(&self, at: Byte) -> CodePoint {
        CodePoint(self.last_before(|mark| mark.byte <= at.0).code_point)
    }

    /// Converts a code point offset; `None` past the end.
    pub fn byte_of_code_point(&self, at: CodePoint) -> Option<Byte> {
        let mark = self.last_before(|mark| mark.code_point <= at.0);
        (mark.code_point == at.0).then_some(Byte(mark.byte))
    }

    /// Converts a UTF-16 offset; `None` past the end and inside a surrogate pair.
    pub fn byte_of_utf16(&self, at: Utf16) -> Option<Byte> {
        let mark = self.last_before(|mark| mark.utf16 <= at.0);
        (mark.utf16 == at.0).then_some(Byte(mark.byte))
    }

    /// The last gap between characters for which `reached` holds; it must hold for a prefix.
    fn last_before(&self, reached: impl Fn(Mark) -> bool) -> Mark {
        let past = self.marks.partition_point(|mark| reached(*mark));
        let mut at = self.marks[past.saturating_sub(1)];
        for c in self.text[at.byte..].chars() {
            let mut next = at;
            next.pass(c);
            if !reached(next) {
                return at;
            }
            at = next;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Converts every gap of `text` to both units and back, against a plain count.
    fn check(text: &str) {
        let ruler = Ruler::new(text);
        let gaps = text.char_indices().map(|(at, _)| at).chain([text.len()]);
        for (count, at) in gaps.enumerate() {
            let units = text[..at].encode_utf16().count();
            assert_eq!(ruler.code_point(Byte(at)), CodePoint(count));
            assert_eq!(ruler.utf16(Byte(at)), Utf16(units));
            assert_eq!(ruler.byte_of_code_point(CodePoint(count)), Some(Byte(at)));
            assert_eq!(ruler.byte_of_utf16(Utf16(units)), Some(Byte(at)));
        }
        assert_eq!(ruler.code_point_len(), CodePoint(text.chars().count()));
        assert_eq!(ruler.utf16_len(), Utf16(text.encode_utf16().count()));
        assert_eq!(ruler.byte_of_code_point(CodePoint(text.chars().count() + 1)), None);
    }

    #[test]
    fn an_empty_text_has_one_gap() {
        check("");
    }

    #[test]
    fn emoji_combining_marks_and_right_to_left_text_are_counted() {
        check("He 👨‍👩‍👧 said e\u{301} — „Ja“, قال, 北京。");
        check(&"é😀\n".repeat(400));
    }

    #[test]
    fn an_offset_inside_a_character_is_the_gap_before_it() {
        assert_eq!(Ruler::new("é!").code_point(Byte(1)), CodePoint(0));
    }

    proptest! {
        #[test]
        fn every_gap_survives_both_ways(text in "\\PC{0,700}") {
            check(&text);
        }
    }
}
