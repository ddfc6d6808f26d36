//! Patterns: regular expressions, and where they fit in a text. Knows no annotation.
//!
//! `regex-lite` reads a text once, however an expression is written, but slowly, and all states of a
//! large one at every character. So how much is read is the caller's to say.

use super::{Byte, Case, Span};
use regex_lite::{Regex, RegexBuilder};

/// Bytes of a compiled expression, as powers of two: the smallest that are told apart, and the most
/// there may be.
const SIZES: std::ops::RangeInclusive<u32> = 10..=15;
/// Bytes that are looked at for one fit, for the largest expressions and for the others: what is
/// longer is not found.
const WINDOW: std::ops::RangeInclusive<usize> = 1024..=4096;
/// What beginning to look costs, in bytes of text.
const CALL: usize = 32;
/// Characters of an expression in which a misfit is sought.
const SOUGHT: usize = 150;

/// Why something is no pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// A character, counted from 1, makes no sense there.
    At(usize, char),
    /// A bracket, counted so, is not closed.
    Open(usize, char),
    /// The expression is larger than may be.
    Large,
}

/// A regular expression to be found. `^` and `$` are the ends of a paragraph.
///
/// ```
/// use ascribe::text::{Byte, Case, Misfit, Pattern, Span};
/// let text = "Ana said no. Bo says yes.";
/// let all = Span::new(text, Byte(0), Byte(text.len())).unwrap();
/// let mut found = Vec::new();
/// Pattern::of(r"[a-z]+ sa(id|ys)", Case::Ignored).unwrap().find(text, all, &mut found);
/// assert_eq!(found.iter().map(|span| span.of(text)).collect::<Vec<_>>(), ["Ana said", "Bo says"]);
/// assert_eq!(Pattern::of("sa(id", Case::Kept).err(), Some(Misfit::Open(3, '(')));
/// ```
pub struct Pattern {
    regex: Regex,
    /// What may be read at first, before it is known how long that takes.
    careful: usize,
}

impl Pattern {
    /// Reads an expression.
    ///
    /// # Errors
    /// [`Misfit`] when it is none, or too large a one.
    pub fn of(words: &str, case: Case) -> Result<Self, Misfit> {
        let build = |words: &str, size: u32| {
            RegexBuilder::new(words)
                .case_insensitive(case == Case::Ignored)
                .size_limit(1 << size)
                .build()
        };
        let mut large = false;
        for size in SIZES {
            match build(words, size) {
                Ok(regex) => return Ok(Pattern { regex, careful: 1 << (21 - size) }),
                // The crate tells of an error in words alone; a test knows these.
                Err(error) => large = error.to_string() == "compiled regex exceeded size limit",
            }
        }
        let fits = |words: &str| build(words, *SIZES.end()).is_ok();
        Err(if large { Misfit::Large } else { misfit(words, fits) })
    }

    /// Returns how much may be read at first: the less, the larger the expression.
    pub fn careful(&self) -> usize {
        self.careful
    }

    /// Adds to `found` where the pattern fits in `stretch`, in order and apart. What is empty is
    /// left out.
    pub fn find(&self, text: &str, stretch: Span, found: &mut Vec<Span>) {
        let mut left = usize::MAX;
        self.find_from(text, stretch, stretch.start(), &mut left, found);
    }

    /// Does so from a gap on, as long as there is something `left` to be read, and returns the gap
    /// from which to go on.
    pub fn find_from(
        &self,
        text: &str,
        stretch: Span,
        mut at: Byte,
        left: &mut usize,
        found: &mut Vec<Span>,
    ) -> Byte {
        let (first, last) = (stretch.start().0, stretch.end().0);
        let window = (8 * self.careful).clamp(*WINDOW.start(), *WINDOW.end());
        while *left > 0 && at.0 < last {
            let end = text.floor_char_boundary(last.min(at.0 + window));
            let seen = text.get(first..end).unwrap_or_default();
            let fit = self.regex.find_at(seen, at.0 - first);
            let fit = fit.map(|fit| (first + fit.start(), first + fit.end()));
            let next = match fit {
                // It may go on behind what is seen.
                Some((start, stop)) if stop == end && end < last && start > at.0 => start,
                Some((start, stop)) => {
                    found.extend(Span::new(text, Byte(start), Byte(stop)));
                    if stop > start { stop } else { text.ceil_char_boundary(stop + 1) }
                }
                None if end == last => last,
                // What begins near the end is looked at whole from the next place.
                None => text.floor_char_boundary(end - window / 4),
            };
            *left = left.saturating_sub(next - at.0 + CALL);
            at = Byte(next);
        }
        at
    }

    /// Returns the expression that fits `words` and nothing else.
    pub fn escape(words: &str) -> String {
        regex_lite::escape(words)
    }
}

/// Finds what is wrong with an expression by trying its beginnings: those that could go on fit once
/// their brackets are closed.
fn misfit(words: &str, fits: impl Fn(&str) -> bool) -> Misfit {
    // How many brackets are open; one character opens or closes one at most.
    let mut depth = 0_usize;
    let (mut whole, mut closable) = (0, 0);
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    for end in [0].into_iter().chain(ends).take(SOUGHT) {
        let begun = &words[..end];
        let closed = |depth: usize| {
            ["", "]"].iter().any(|class| fits(&[begun, class, &")".repeat(depth)].concat()))
        };
        if fits(begun) {
            whole = end;
        }
        if let Some(open) = (depth.saturating_sub(1)..=depth + 1).find(|depth| closed(*depth)) {
            (depth, closable) = (open, end);
        }
    }
    let character = |at: usize| (words[..at].chars().count() + 1, words[at..].chars().next());
    match (character(closable), character(whole)) {
        ((at, Some(c)), _) => Misfit::At(at, c),
        (_, (at, Some(c))) => Misfit::Open(at, c),
        _ => Misfit::Large,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::sample::select;

    fn all(text: &str) -> Span {
        Span::new(text, Byte(0), Byte(text.len())).unwrap()
    }

    fn check(words: &str, case: Case, text: &str, expected: &[&str]) {
        let mut found = Vec::new();
        Pattern::of(words, case).unwrap().find(text, all(text), &mut found);
        assert_eq!(found.iter().map(|span| span.of(text)).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn expressions_fit_where_they_do() {
        check(r"\bsa(id|ys)\b", Case::Kept, "She said he says sayso.", &["said", "says"]);
        check("^[a-z]+|[a-z]+$", Case::Ignored, "One two three", &["One", "three"]);
        check("“[^”]*”", Case::Kept, "“No,” she said, “never”.", &["“No,”", "“never”"]);
        check(".", Case::Kept, "é😀", &["é", "😀"]);
    }

    #[test]
    fn what_is_empty_is_no_fit_and_ends() {
        check("x*", Case::Kept, "éxx😀x", &["xx", "x"]);
        check("", Case::Kept, "abc", &[]);
        check("^|$|\\b", Case::Kept, "a 😀", &[]);
    }

    #[test]
    fn ignored_capitals_are_those_of_ascii() {
        check("ana", Case::Ignored, "ANA Ana", &["ANA", "Ana"]);
        check("é", Case::Ignored, "É é", &["é"]);
    }

    #[test]
    fn what_is_none_says_where() {
        let misfit = |words| Pattern::of(words, Case::Ignored).err().unwrap();
        for (words, at, c) in [
            ("a)b", 2, ')'),
            ("*a", 1, '*'),
            (r"é\p{L}", 3, 'p'),
            ("(?=a)", 2, '?'),
            (r"\d+\y", 5, 'y'),
            ("[z-a]", 4, 'a'),
            ("a{2,1}", 2, '{'),
        ] {
            assert_eq!(misfit(words), Misfit::At(at, c), "{words}");
        }
        for (words, at, c) in [
            ("sa(id", 3, '('),
            ("(a(b)", 1, '('),
            ("é[a-z", 2, '['),
            ("(a)(b[c", 4, '('),
            ("(", 1, '('),
        ] {
            assert_eq!(misfit(words), Misfit::Open(at, c), "{words}");
        }
    }

    #[test]
    fn a_huge_expression_is_refused() {
        for words in ["(a{1000}){1000}".to_owned(), "((.{99}){99}){99}".into(), "ab".repeat(50_000)]
        {
            assert_eq!(Pattern::of(&words, Case::Ignored).err(), Some(Misfit::Large));
        }
    }

    #[test]
    fn what_is_wrong_with_a_long_expression_is_sought_in_few_trials() {
        let trials = std::cell::Cell::new(0);
        let fits = |words: &str| {
            trials.set(trials.get() + 1);
            regex_lite::Regex::new(words).is_ok()
        };
        let misfit = misfit(&format!("{})", "(a|b)[c-d]".repeat(40)), fits);
        assert!(matches!(misfit, Misfit::At(..)), "{misfit:?}");
        assert!((SOUGHT..=4 * SOUGHT).contains(&trials.get()), "{}", trials.get());
    }

    #[test]
    fn a_long_paragraph_is_seen_in_windows() {
        let text = format!(
            "{}Ana said. {}Bo said.",
            "x".repeat(WINDOW.end() - 3),
            "y ".repeat(*WINDOW.end())
        );
        check("[A-Z][a-z]+ said", Case::Kept, &text, &["Ana said", "Bo said"]);
        check("said.$", Case::Kept, &text, &["said."]);
    }

    #[test]
    fn an_expression_stands_for_the_words_it_is_made_of() {
        check(&Pattern::escape("(no) a.b*"), Case::Kept, "(no) a.b* aab", &["(no) a.b*"]);
    }

    proptest! {
        #[test]
        fn what_is_read_in_slices_is_what_is_read_at_once(
            text in "[ab é]{1,60}",
            words in select(vec!["ab?", "a*", "b+", "(a|b b)+", r"\ba", "[^a]+", "a$|^b", "é|"]),
            slice in 1usize..90,
        ) {
            let pattern = Pattern::of(words, Case::Kept).unwrap();
            let (mut once, mut sliced) = (Vec::new(), Vec::new());
            pattern.find(&text, all(&text), &mut once);
            let mut at = Byte(0);
            while at.0 < text.len() {
                at = pattern.find_from(&text, all(&text), at, &mut slice.clone(), &mut sliced);
            }
            prop_assert_eq!(&once, &sliced);
            let plain = Regex::new(words).unwrap();
            let plain: Vec<usize> = plain
                .find_iter(&text)
                .filter(|fit| !fit.as_str().is_empty())
                .map(|fit| fit.start())
                .collect();
            prop_assert_eq!(once.iter().map(|span| span.start().0).collect::<Vec<_>>(), plain);
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(words in "[()\\[\\]{}|*+?^$\\\\.a-c0-9,é-]{0,24}") {
            match Pattern::of(&words, Case::Ignored) {
                Ok(pattern) => pattern.find("abc é", all("abc é"), &mut Vec::new()),
                Err(Misfit::At(at, c) | Misfit::Open(at, c)) => {
                    prop_assert_eq!(words.chars().nth(at - 1), Some(c));
                }
                Err(Misfit::Large) => {}
            }
        }
    }
}
