//! Finding: where words stand in a text, however their quote marks and spaces are set. Knows no
//! annotation.

use super::{Byte, Span, small, word_end, word_start};
use std::ops::Range;

/// Whether capitals count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Case {
    /// `No` is found as `no`.
    #[default]
    Ignored,
    /// It is not.
    Kept,
}

/// Words to be found. Quote marks, apostrophes and spaces are found however they are set.
///
/// ```
/// use ascribe::text::{Case, Finder};
/// let text = "“Don’t,” she said. \"DON'T!\"";
/// let found = |case| {
///     let mut found = Vec::new();
///     Finder::of("don't", case).find(text, 0..text.len(), &mut found);
///     found.len()
/// };
/// assert_eq!((found(Case::Ignored), found(Case::Kept)), (2, 0));
/// ```
pub struct Finder {
    wanted: Vec<char>,
    /// For every number of characters that fit: how many of them still fit when the next does not.
    back: Vec<usize>,
    case: Case,
}

impl Finder {
    /// Looks for `words`; nothing is found when there are none.
    pub fn of(words: &str, case: Case) -> Self {
        let wanted: Vec<char> = words.chars().map(|c| folded(c, case)).collect();
        let mut back = vec![0; wanted.len() + 1];
        let mut fits = 0;
        for at in 1..wanted.len() {
            while fits > 0 && wanted[fits] != wanted[at] {
                fits = back[fits];
            }
            fits += usize::from(wanted[fits] == wanted[at]);
            back[at + 1] = fits;
        }
        Finder { wanted, back, case }
    }

    /// Adds to `found` where the words stand in a stretch of `text`, in order and apart; the
    /// stretch, in bytes between characters, is read once.
    pub fn find(&self, text: &str, stretch: Range<usize>, found: &mut Vec<Span>) {
        let from = stretch.start;
        let Some(stretch) = text.get(stretch).filter(|_| !self.wanted.is_empty()) else {
            return;
        };
        let mut fits = 0;
        for (at, own) in stretch.char_indices() {
            let c = folded(own, self.case);
            while fits > 0 && self.wanted[fits] != c {
                fits = self.back[fits];
            }
            fits += usize::from(self.wanted[fits] == c);
            if fits == self.wanted.len() {
                fits = 0;
                let end = at + own.len_utf8();
                let first = stretch[..end].char_indices().rev().nth(self.wanted.len() - 1);
                let start = first.map_or(0, |(start, _)| start);
                found.extend(Span::new(text, Byte(from + start), Byte(from + end)));
            }
        }
    }

    /// Tells whether the words stand in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        let mut found = Vec::new();
        self.find(text, 0..text.len(), &mut found);
        !found.is_empty()
    }
}

/// Tells whether a stretch of `text` begins and ends where words do: `Moscow` is whole in
/// `Moscow’s`, too.
pub fn is_whole(text: &str, span: Span) -> bool {
    let (start, end) = (span.start(), span.end());
    let left = text.get(end.0..word_end(text, end).0).unwrap_or_default();
    word_start(text, start) == start && matches!(left, "" | "’s" | "'s" | "’S" | "'S")
}

/// The character that `c` is found as.
fn folded(c: char, case: Case) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '＇' => '\'',
        '“' | '”' | '„' | '‟' | '＂' => '"',
        '\u{a0}' | '\u{202f}' | '\n' => ' ',
        _ if case == Case::Kept => c,
        '\0'..='\u{7f}' => c.to_ascii_lowercase(),
        _ => small(c).next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(words: &str, case: Case, text: &str) -> Vec<Span> {
        let mut found = Vec::new();
        Finder::of(words, case).find(text, 0..text.len(), &mut found);
        found
    }

    fn check(words: &str, text: &str, expected: &[&str]) {
        let found = find(words, Case::Ignored, text);
        assert_eq!(found.iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn capitals_quote_marks_and_spaces_are_as_they_may_be() {
        check("\"no,\" she", "“No,”\u{a0}she said. „no,“ SHE", &["“No,”\u{a0}she", "„no,“ SHE"]);
        check("ÉCOLE", "une école, l’Ecole", &["école"]);
        check("aa", "aaaaa", &["aa", "aa"]);
        check("aab", "aaab", &["aab"]);
        check("", "abc", &[]);
        check("👩‍👩‍👧", "a 👩‍👩‍👧 b", &["👩‍👩‍👧"]);
    }

    #[test]
    fn whole_words_are_told_from_parts() {
        let text = "The mayor, mayors and the mayor-elect: mayor.";
        let whole = |words, case| {
            find(words, case, text).into_iter().filter(|span| is_whole(text, *span)).count()
        };
        assert_eq!((whole("mayor", Case::Ignored), whole("the", Case::Kept)), (2, 1));
    }

    #[test]
    fn a_name_is_whole_in_its_possessive() {
        let whole = |words, text: &str| {
            let found = find(words, Case::Ignored, text);
            found.into_iter().filter(|span| is_whole(text, *span)).count()
        };
        let text = "Moscow’s men, MOSCOW'S tanks and Moscow, not Moscow’ssky or Moscows Bürger.";
        assert_eq!((whole("moscow", text), whole("Moscow’s", text)), (3, 2));
        assert_eq!(whole("officials", "the officials’ word; officials'. officials"), 3);
        assert_eq!((whole("don", "they don’t"), whole("s", "Moscow’s")), (0, 0));
    }

    #[test]
    fn a_long_text_that_nearly_fits_is_searched_to_its_end() {
        let text = format!("{}b", "a".repeat(1_000_000));
        let words = format!("{}b", "a".repeat(10_000));
        let found = find(&words, Case::Ignored, &text);
        assert_eq!(found.iter().map(|span| span.start().0).collect::<Vec<_>>(), [990_000]);
    }

    proptest! {
        #[test]
        fn what_is_found_is_what_a_plain_search_finds(text in "[ab]{0,30}", words in "[ab]{1,4}") {
            let found: Vec<usize> =
                find(&words, Case::Kept, &text).iter().map(|span| span.start().0).collect();
            let plain: Vec<usize> = text.match_indices(&words).map(|(at, _)| at).collect();
            prop_assert_eq!(found, plain);
        }
    }
}
