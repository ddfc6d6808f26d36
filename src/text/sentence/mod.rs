//! Sentences: cuts a text into them. Knows no annotation and no repair by hand.
//!
//! Two passes over the bytes stop at terminators and line feeds only: the first counts
//! [`evidence::Evidence`], the second decides at each stop from the words on both sides of it.

mod cut;
mod data;
mod dateline;
mod dot;
mod evidence;
mod glyph;
mod judge;
mod lines;
mod list;
mod plain;
mod quote;
mod rules;
mod scan;
mod stop;
mod unspaced;

use super::{Language, Span};
use cut::Cut;
use evidence::Evidence;
use judge::Judge;
use plain::Look;
use rules::Rules;
use stop::char_at;

/// Cuts `text` into its sentences, by the habits of `language`.
///
/// They come in order, without the white space around them; between them is nothing but white
/// space.
///
/// ```
/// use ascribe::text::{Language, sentences};
/// let text = "Dr. Ames paid $3.50. She left.";
/// let cut: Vec<_> = sentences(text, Language::English).iter().map(|s| s.of(text)).collect();
/// assert_eq!(cut, ["Dr. Ames paid $3.50.", "She left."]);
/// ```
pub fn sentences(text: &str, language: Language) -> Vec<Span> {
    let rules = Rules::of(language);
    let evidence = Evidence::of(text, rules);
    let judge = Judge { rules, evidence: &evidence };
    let bytes = text.as_bytes();
    let mut cut = Cut::new(text);
    let mut at = cut.start();
    while let Some(place) = scan::next_stop(bytes, at) {
        if matches!(bytes[place], b'.' | b'!' | b'?') {
            let paragraphs = || !evidence.layout().is_wrapped();
            match rules.silhouettes.look(bytes, cut.start(), place, paragraphs) {
                Look::Ends => {
                    at = place + 1;
                    cut.end(at);
                    continue;
                }
                Look::Inside => {
                    at = place + 1;
                    continue;
                }
                Look::Unclear => {}
            }
        }
        let Some(c) = char_at(text, place) else {
            at = place + 1;
            continue;
        };
        at = place + c.len_utf8();
        match c {
            '\u{2028}' | '\u{2029}' => cut.end(place),
            '\n' => cut.at_line_end(place, &judge),
            ':' if language != Language::Armenian => cut.at_colon(place, &judge),
            '.' | '…' => at = cut.at_terminator(place, c, &judge),
            '፡' if text[at..].starts_with('፡') => at = cut.at_terminator(place, c, &judge),
            '،' if evidence.commas_only() => cut.at_comma(place),
            _ if is_terminator(c, language) => at = cut.at_terminator(place, c, &judge),
            _ if glyph::is_bullet(c) && text[..place].ends_with(char::is_whitespace) => {
                cut.end(place);
            }
            _ => {}
        }
        at = at.max(cut.start());
    }
    cut.finish()
}

/// Tells whether `c` ends sentences in `language`, where two marks have another use than elsewhere.
fn is_terminator(c: char, language: Language) -> bool {
    match c {
        ':' => language == Language::Armenian,
        ';' => language == Language::Greek,
        _ => glyph::is_final(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    /// Splits `text` and holds the outcome against the laws of splitting.
    fn check(text: &str, language: Language) -> Vec<&str> {
        let found = sentences(text, language);
        let borders: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).collect();
        let stands = |at: usize| at == text.len() || borders.binary_search(&at).is_ok();
        let mut end = 0;
        for span in &found {
            let gap = &text[end..span.start().0];
            assert!(gap.trim().is_empty(), "{gap:?} of {text:?} is lost");
            assert!(!span.of(text).trim().is_empty(), "nothing is a sentence of {text:?}");
            assert!(stands(span.start().0) && stands(span.end().0), "{text:?}: {span:?}");
            end = span.end().0;
        }
        assert!(text[end..].trim().is_empty(), "the end of {text:?} is lost");
        found.iter().map(|span| span.of(text)).collect()
    }

    fn any_language() -> impl Strategy<Value = Language> {
        prop::sample::select(Language::all().collect::<Vec<_>>())
    }

    #[test]
    fn pieces_without_letters_are_kept() {
        assert_eq!(check("No.\n***\n-- 5 --", Language::English), ["No.", "***", "-- 5 --"]);
    }

    #[test]
    fn combining_marks_stay_with_what_they_are_set_on() {
        check("He left.\u{301} She \u{301}stayed.\r\n\u{301}Then", Language::English);
    }

    proptest! {
        #[test]
        fn fuzz_nothing_is_lost_whatever_the_text(text in "\\PC{0,80}", language in any_language()) {
            check(&text, language);
        }

        #[test]
        fn fuzz_nothing_is_lost_where_stops_crowd(
            text in "([A-Za-z0-9 \n.!?…:;,'\"()\\[\\]«»“”„‚–*\u{301}\u{a0}。」！፡،]|Mr|U\\.S\\.|1\\)|[0-9]:){0,60}",
            language in any_language(),
        ) {
            check(&text, language);
        }

        #[test]
        fn fuzz_a_paragraph_is_split_alike_wherever_it_stands(
            mut blocks in prop::collection::vec(
                "[A-Z][a-z]{0,6}( [A-Za-z]{1,7}| [0-9]{1,2}|[.?!] [A-Za-z]{2,5}| [A-Z]\\.|, “[a-z]+[.?]”|\n[a-zA-Z]+){0,9}[.?:]?",
                1..6,
            ),
        ) {
            let forward = blocks.join("\n\n");
            let mut there: Vec<&str> = check(&forward, Language::English);
            blocks.reverse();
            let backward = blocks.join("\n\n");
            let mut back: Vec<&str> = check(&backward, Language::English);
            there.sort_unstable();
            back.sort_unstable();
            prop_assert_eq!(there, back);
        }
    }
}
