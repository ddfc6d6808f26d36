//! Words: where one begins and ends, as a reader takes it. Knows no quote mark and no sentence.
//!
//! Borders are those of UAX #29, with what a reader holds for one word joined: `well-known`, `6:15`.

use super::Byte;
use std::ops::Range;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// The narrow space that French sets before marks and between thousands. UAX #29 takes it for a
/// part of words (`ExtendNumLet`); a reader does so in numbers only.
const NARROW: char = '\u{202f}';

/// Returns the start of the word that the gap `at` cuts, or `at` where it cuts none.
///
/// ```
/// use ascribe::text::{Byte, word_end, word_start};
/// let text = "a well-known café";
/// assert_eq!((word_start(text, Byte(8)), word_end(text, Byte(8))), (Byte(2), Byte(12)));
/// assert_eq!(word_start(text, Byte(1)), Byte(1));
/// ```
pub fn word_start(text: &str, at: Byte) -> Byte {
    cut_by(text, at).map_or(at, |piece| Byte(piece.start))
}

/// Returns the end of the word that the gap `at` cuts, or `at` where it cuts none.
pub fn word_end(text: &str, at: Byte) -> Byte {
    cut_by(text, at).map_or(at, |piece| Byte(piece.end))
}

/// An edge of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordEdge {
    Start,
    End,
}

impl WordEdge {
    fn of(self, word: &Range<usize>) -> usize {
        match self {
            WordEdge::Start => word.start,
            WordEdge::End => word.end,
        }
    }
}

/// Returns the first edge of a word behind `at`, up to `limit`.
pub(super) fn next_edge(text: &str, at: Byte, limit: Byte, edge: WordEdge) -> Option<Byte> {
    let inside = text.get(..limit.0)?;
    let words = Pieces::of(inside, sure_border(text, at.0)).filter(|piece| is_word(text, piece));
    words.map(|word| edge.of(&word)).find(|place| *place > at.0).map(Byte)
}

/// Returns the last edge of a word before `at`, down to `limit`.
pub(super) fn last_edge(text: &str, at: Byte, limit: Byte, edge: WordEdge) -> Option<Byte> {
    let mut end = at.0;
    while end > limit.0 {
        // What is read here begins where no word goes on, so that no word is read in part.
        let from = sure_border(text, text[..end].char_indices().next_back()?.0).max(limit.0);
        let before = Pieces::of(text, from).take_while(|piece| piece.start < end);
        let words = before.filter(|piece| is_word(text, piece) && edge.of(piece) < at.0);
        if let Some(found) = words.last() {
            return Some(Byte(edge.of(&found)));
        }
        end = from;
    }
    None
}

/// The piece of `text` that the gap `at` cuts in two.
fn cut_by(text: &str, at: Byte) -> Option<Range<usize>> {
    let mut pieces = Pieces::of(text, sure_border(text, at.0));
    pieces.find(|piece| piece.end > at.0).filter(|piece| piece.start < at.0)
}

/// The last gap up to `at` that no word spans, found without reading what stands before.
fn sure_border(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default();
    before.char_indices().rev().find(|(_, c)| stands_alone(*c)).map_or(0, |(border, _)| border)
}

/// Tells whether a word never goes on with `c`: white space, and scripts without spaces.
fn stands_alone(c: char) -> bool {
    c.is_whitespace() && c != NARROW
        || matches!(c, '、' | '。' | '\u{3041}'..='\u{3096}' | '\u{4e00}'..='\u{9fff}')
}

/// Tells whether a piece is a word, or a sign that is read like one.
fn is_word(text: &str, piece: &Range<usize>) -> bool {
    let piece = &text[piece.clone()];
    let sign = |c| matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}');
    piece.contains(char::is_alphanumeric) || piece.starts_with(sign)
}

/// The pieces of a text from an offset on: words, and what stands between them.
struct Pieces<'t> {
    text: &'t str,
    from: usize,
    rest: UWordBoundIndices<'t>,
    /// What is left of a piece that was cut at a narrow space.
    left: Range<usize>,
}

impl<'t> Pieces<'t> {
    fn of(text: &'t str, from: usize) -> Self {
        let rest = text.get(from..).unwrap_or_default().split_word_bound_indices();
        Pieces { text, from, rest, left: 0..0 }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.left.is_empty() {
            let (start, piece) = self.rest.next()?;
            let start = self.from + start;
            let mut end = start + piece.len();
            while is_joined(&self.text[start..end], &self.text[end..]) {
                for _ in 0..2 {
                    end += self.rest.next().map_or(0, |(_, piece)| piece.len());
                }
            }
            self.left = start..end;
        }
        let Range { start, end } = self.left;
        let cut = match narrow_space(&self.text[start..end]) {
            Some(0) => start + NARROW.len_utf8(),
            Some(at) => start + at,
            None => end,
        };
        self.left.start = cut;
        Some(start..cut)
    }
}

/// The first narrow space in `piece` that is not part of a number.
fn narrow_space(piece: &str) -> Option<usize> {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    piece.match_indices(NARROW).map(|(at, _)| at).find(|&at| {
        let (before, behind) = (&piece[..at], &piece[at + NARROW.len_utf8()..]);
        !is_digit(before.chars().next_back()) || !is_digit(behind.chars().next())
    })
}

/// Tells whether a reader takes `piece` and what begins `rest`, a joint and a word, for one word.
fn is_joined(piece: &str, rest: &str) -> bool {
    let mut rest = rest.chars();
    let (joint, next) = (rest.next(), rest.next());
    let joins = |fits: fn(char) -> bool| piece.ends_with(fits) && next.is_some_and(fits);
    match joint {
        Some('-' | '\u{2010}' | '\u{2011}') => joins(|c| c.is_alphanumeric() && !stands_alone(c)),
        Some(':') => joins(|c| c.is_ascii_digit()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cuts `text` into words, read off from every gap.
    fn check(text: &str, expected: &[&str]) {
        let pieces: Vec<Range<usize>> = Pieces::of(text, 0).collect();
        let words = pieces.iter().filter(|piece| is_word(text, piece));
        let words: Vec<&str> = words.map(|piece| &text[piece.clone()]).collect();
        assert_eq!(words, expected);
        laws(text);
    }

    /// From every gap, the same is found as when the whole text is read from its start.
    fn laws(text: &str) {
        let pieces: Vec<Range<usize>> = Pieces::of(text, 0).collect();
        let joined: String = pieces.iter().map(|piece| &text[piece.clone()]).collect();
        assert_eq!(joined, text);
        let words: Vec<&Range<usize>> =
            pieces.iter().filter(|piece| is_word(text, piece)).collect();
        for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
            let cut = pieces.iter().find(|piece| piece.start < at && at < piece.end);
            let is_space = cut.is_some_and(|piece| !is_word(text, piece));
            if !is_space {
                let (start, end) = cut.map_or((at, at), |piece| (piece.start, piece.end));
                assert_eq!(word_start(text, Byte(at)), Byte(start), "{text:?} at {at}");
                assert_eq!(word_end(text, Byte(at)), Byte(end), "{text:?} at {at}");
            }
            for edge in [WordEdge::Start, WordEdge::End] {
                let next = words.iter().map(|word| edge.of(word)).find(|place| *place > at);
                let found = next_edge(text, Byte(at), Byte(text.len()), edge);
                assert_eq!(found, next.map(Byte), "{text:?} at {at}");
                let last = words.iter().map(|word| edge.of(word)).rfind(|place| *place < at);
                let found = last_edge(text, Byte(at), Byte(0), edge);
                assert_eq!(found, last.map(Byte), "{text:?} at {at}");
            }
        }
    }

    #[test]
    fn a_word_is_what_a_reader_takes_for_one() {
        check("“Don’t,” said Anne-Marie.", &["Don’t", "said", "Anne-Marie"]);
        check(
            "At 6:15 the well-known 3.50-euro soup",
            &["At", "6:15", "the", "well-known", "3.50-euro", "soup"],
        );
        check("Yes - no – a–b -5", &["Yes", "no", "a", "b", "5"]);
        check("东京の市長、カメラ。", &["东", "京", "の", "市", "長", "カメラ"]);
        check("ראש העיר, قال الوزير", &["ראש", "העיר", "قال", "الوزير"]);
        check("Zoe\u{301}\u{323} 👩‍👩‍👧 🇮🇪 no", &["Zoe\u{301}\u{323}", "👩‍👩‍👧", "🇮🇪", "no"]);
        check("«\u{202f}Non\u{202f}! 3\u{202f}000 fois\u{202f}»", &["Non", "3\u{202f}000", "fois"]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn what_stands_before_does_not_matter(text in "[a-c1 \u{202f}.:'’“”\\-\n東の\u{301}\u{200d}👩🇮-]{0,24}") {
            laws(&text);
        }

        #[test]
        fn any_text_is_cut(text in "\\PC{0,24}") {
            laws(&text);
        }
    }
}
