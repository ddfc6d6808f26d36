//! Edges: whether a gap of a text stands inside one, and where that one ends. Knows no meaning.

use super::{Byte, Span};
use unicode_segmentation::GraphemeCursor;

/// The longest word that is looked for, in characters on either side: what is longer is none.
const REACH: usize = 60;

/// Tells whether the gap `at` of `text` stands inside a word, or inside a character as a person
/// sees it. In scripts written without spaces, only the latter.
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
            is_letter(left) && is_letter(right) || is_inside_character(text, at.0, left, right)
        }
        _ => false,
    }
}

/// Returns `span` with the rest of the words that it cuts at its ends.
pub fn whole_words(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start(), span.end());
    for _ in 0..REACH {
        let before = text.get(..start.0).and_then(|before| before.chars().next_back());
        match before.filter(|_| is_inside_word(text, start)) {
            Some(c) => start.0 -= c.len_utf8(),
            None => break,
        }
    }
    for _ in 0..REACH {
        let after = text.get(end.0..).and_then(|after| after.chars().next());
        match after.filter(|_| is_inside_word(text, end)) {
            Some(c) => end.0 += c.len_utf8(),
            None => break,
        }
    }
    Span::new(text, start, end).unwrap_or(span)
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !is_unspaced(c)
}

/// Tells whether `c` is of a script whose words are not told apart, or not always, by spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{fff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}'
        | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}' | '\u{20000}'..)
}

fn is_inside_character(text: &str, at: usize, left: char, right: char) -> bool {
    // Between spaces and letters of ASCII no table has to be asked.
    if left.is_ascii() && right.is_ascii() {
        return false;
    }
    // What stands before the paragraph cannot matter; a line feed is a character of its own.
    let start = text[..at].rfind('\n').map_or(0, |feed| feed + 1);
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(&text[start..], start) {
        Ok(boundary) => !boundary,
        Err(_) => false,
    }
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
