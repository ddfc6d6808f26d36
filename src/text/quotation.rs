//! Quote marks: which opens and which closes, and which of a stretch have no partner in it.
//!
//! A plain look at the marks themselves; which words are a quote is not decided here. Apostrophes
//! are no marks: `'` and `’` alone never open.

/// Every mark that opens in some language, with those that close it.
const PAIRS: [(char, &[char]); 14] = [
    ('"', &['"']),
    ('“', &['”']),
    ('”', &['”']),
    ('„', &['“', '”']),
    ('‟', &['”']),
    ('«', &['»']),
    ('»', &['«', '»']),
    ('‘', &['’']),
    ('‚', &['‘', '’']),
    ('‹', &['›']),
    ('›', &['‹']),
    ('「', &['」']),
    ('『', &['』']),
    ('＂', &['＂']),
];

/// Tells whether `c` opens or closes a quote.
pub fn is_quote_mark(c: char) -> bool {
    c != '’' && PAIRS.iter().any(|(open, close)| *open == c || close.contains(&c))
}

/// Tells whether `close` can close what `open` opened.
pub fn closes(open: char, close: char) -> bool {
    PAIRS.iter().any(|(own, marks)| *own == open && marks.contains(&close))
}

/// Returns the mark that `words` begin with when nothing in them closes it, and the one they end
/// with, punctuation aside, when nothing in them opens it.
///
/// ```
/// use ascribe::text::unpaired;
/// assert_eq!(unpaired("“We will,” he said"), (None, None));
/// assert_eq!(unpaired("“We will"), (Some('“'), None));
/// assert_eq!(unpaired("not go.”"), (None, Some('”')));
/// ```
pub fn unpaired(words: &str) -> (Option<char>, Option<char>) {
    // Swedish opens with the mark that English closes with; never both in one stretch.
    let english = words.contains(['“', '„']);
    let closes = |open, close| closes(open, close) && !(english && open == '”');
    let mut chars = words.chars();
    let first = chars.next().filter(|c| is_quote_mark(*c));
    let first = first.filter(|open| !pairs(chars, |c| closes(*open, c), |c| c == *open));
    let end = words.trim_end_matches(is_point);
    let mut chars = end.chars().rev();
    let last = chars.next().filter(|c| is_quote_mark(*c));
    let last = last.filter(|close| !pairs(chars, |c| closes(c, *close), |c| c == *close));
    // A mark alone is both first and last, and one finding.
    (first, last.filter(|_| first.is_none() || end.chars().nth(1).is_some()))
}

/// Tells whether a quote that opens in `before` is still open at its end.
pub fn is_inside_quote(before: &str) -> bool {
    let mut open: Vec<char> = Vec::new();
    for c in before.chars() {
        if open.last().is_some_and(|top| closes(*top, c)) {
            open.pop();
        } else if matches!(c, '"' | '“' | '„' | '«' | '»' | '「' | '『') {
            open.push(c);
        }
    }
    !open.is_empty()
}

/// Tells whether `c` is punctuation that may stand between words and their quote mark.
pub fn is_point(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…')
}

/// Tells whether the first mark that is still wanted comes, past pairs of the same kind.
fn pairs(
    chars: impl Iterator<Item = char>,
    ends: impl Fn(char) -> bool,
    begins: impl Fn(char) -> bool,
) -> bool {
    let mut depth = 1usize;
    for c in chars {
        if ends(c) {
            depth -= 1;
            if depth == 0 {
                return true;
            }
        } else if begins(c) {
            depth += 1;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_every_style_find_their_partners() {
        let paired =
            ["„Ja“, sagte sie", "»Ja«", "«Oui»", "”Ja”", "\"Yes\"", "「はい」", "‘No’ way"];
        for words in paired.into_iter().chain(["“A “B” C”", "the officials’", "'Tis", ""])
        {
            assert_eq!(unpaired(words), (None, None), "{words}");
        }
        assert_eq!(unpaired("„Ja, sagte sie"), (Some('„'), None));
        assert_eq!(unpaired("“A “B” C"), (Some('“'), None));
        assert_eq!(unpaired("A “B” C,”"), (None, Some('”')));
        assert_eq!(unpaired("\"no"), (Some('"'), None));
        assert_eq!(unpaired("”"), (Some('”'), None));
        assert_eq!(unpaired("” he said “"), (Some('”'), Some('“')));
    }

    #[test]
    fn an_open_quote_is_seen() {
        assert!(is_inside_quote("He said: “We will 😀 "));
        assert!(is_inside_quote("Er sagte: „Wir "));
        assert!(!is_inside_quote("He said: “We will.” And "));
        assert!(!is_inside_quote("„Ja“, sagte "));
        assert!(!is_inside_quote("It's the officials’ "));
    }
}
