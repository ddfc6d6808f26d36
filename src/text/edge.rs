//! Edges: whether a gap of a text cuts a word, and how to take in what is cut.
//!
//! Unlike snapping, a cut is only found where someone would see a slip: not beside an apostrophe or
//! a hyphen, nor between a name and its particle in Korean.

use super::{Byte, Span, word_end, word_start};

/// Tells whether the gap `at` of `text` stands inside a word, or inside a character as a person
/// sees it.
///
/// ```
/// use ascribe::text::{Byte, is_inside_word};
/// assert!(is_inside_word("said", Byte(2)));
/// assert!(!is_inside_word("Kerry's", Byte(5)));
/// ```
pub fn is_inside_word(text: &str, at: Byte) -> bool {
    let Some((before, after)) = text.split_at_checked(at.0) else { return false };
    match (before.chars().next_back(), after.chars().next()) {
        (Some(left), Some(right)) => {
            !is_joint(left) && !is_joint(right) && word_start(text, at) < at
        }
        _ => false,
    }
}

/// Returns `span` with the rest of the words that it cuts at its ends.
pub fn whole_words(text: &str, span: Span) -> Span {
    let (start, end) = (span.start(), span.end());
    let start = if is_inside_word(text, start) { word_start(text, start) } else { start };
    let end = if is_inside_word(text, end) { word_end(text, end) } else { end };
    Span::new(text, start, end).unwrap_or(span)
}

/// Tells whether `c` is punctuation that may stand between words and their quote mark.
pub fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
}

/// Tells whether a word may well be cut beside `c`.
fn is_joint(c: char) -> bool {
    matches!(c, ' '..='/' | ':' | '_' | '’' | '\u{2010}' | '\u{2011}' | '\u{202f}')
        || matches!(c, '\u{1100}'..='\u{11ff}' | '\u{ac00}'..='\u{d7ff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Grows the span in brackets to whole words.
    fn check(marked: &str, expected: &str) {
        let start = marked.find('[').unwrap();
        let end = marked.find(']').unwrap() - 1;
        let text = marked.replace(['[', ']'], "");
        let span = Span::new(&text, Byte(start), Byte(end)).unwrap();
        assert_eq!(whole_words(&text, span).of(&text), expected);
    }

    #[test]
    fn spans_grow_to_whole_words() {
        check("He s[aid n]o.", "said no");
        check("[Kerry]'s aide", "Kerry");
        check("pro-[Russian] men", "Russian");
        check("ca[fe]\u{301} au lait", "cafe\u{301}");
        check("a [👨]\u{200d}👩 b", "👨\u{200d}👩");
        check("北[京]说", "京");
        check("[말]은", "말");
    }

    proptest! {
        #[test]
        fn grown_spans_enclose_and_stay(text in "(\\PC|[a e\u{301}]){1,12}", at in 0usize..12) {
            let gaps: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            let at = gaps[at % gaps.len()];
            let end = at + text[at..].chars().next().unwrap().len_utf8();
            let span = Span::new(&text, Byte(at), Byte(end)).unwrap();
            let grown = whole_words(&text, span);
            prop_assert!(grown.encloses(span));
            prop_assert_eq!(whole_words(&text, grown), grown);
            prop_assert!(!is_inside_word(&text, grown.start()));
            prop_assert!(!is_inside_word(&text, grown.end()));
        }
    }
}
