//! Snapping: from what a hand selected to what it meant.
//!
//! A snap ends words and sentences and takes quote marks that belong to what it holds. It never
//! leaves out a character that was selected, white space at the edges aside, and never takes a mark
//! whose partner stays outside.

use super::quote::{Pair, pairs};
use super::word::{word_end, word_start};
use super::{Byte, Span};

/// What the edges of a selection go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Snap {
    /// Nothing: it stays as it is.
    Exact,
    /// The edges of words.
    #[default]
    Word,
    /// The edges of sentences.
    Sentence,
}

impl Snap {
    /// All kinds, from the finest on.
    pub const ALL: [Snap; 3] = [Snap::Exact, Snap::Word, Snap::Sentence];

    /// Returns the word that stands for it in the page and in what is kept: `word`.
    pub fn word(self) -> &'static str {
        match self {
            Snap::Exact => "exact",
            Snap::Word => "word",
            Snap::Sentence => "sentence",
        }
    }
}

/// Returns `span` of `text` with its edges where `to` says; `sentence_at` knows the sentence of a
/// character.
///
/// A closing quote mark behind the last word is taken only when its opening one is inside, with the
/// comma or stop before it; an opening mark only when its closing one is inside.
///
/// ```
/// use ascribe::text::{Byte, Snap, Span, snap};
/// let text = "“We will not,” she said.";
/// let span = |words: &str| {
///     let at = text.find(words).unwrap();
///     Span::new(text, Byte(at), Byte(at + words.len())).unwrap()
/// };
/// let snapped = |words| snap(text, span(words), Snap::Word, |_| None).of(text);
/// assert_eq!(snapped("“We will n"), "“We will not,”");
/// assert_eq!(snapped("ill n"), "will not");
/// assert_eq!(snapped("e will not,”"), "“We will not,”");
/// ```
pub fn snap(text: &str, span: Span, to: Snap, sentence_at: impl Fn(Byte) -> Option<Span>) -> Span {
    match to {
        Snap::Exact => span,
        Snap::Word => to_words(text, span),
        Snap::Sentence => {
            let edges = [span.start(), Byte(span.end().0 - 1)];
            edges.into_iter().filter_map(sentence_at).fold(span, Span::hull)
        }
    }
}

/// Ends the words that `span` cuts, and takes the quote marks that belong to it, until nothing more
/// is to be taken: a mark taken may join a word or show another pair.
fn to_words(text: &str, span: Span) -> Span {
    let mut snapped = widened(text, span);
    loop {
        let again = widened(text, snapped);
        if again == snapped {
            return snapped;
        }
        snapped = again;
    }
}

/// Ends the words at the edges of `span` once, and takes the quote marks that show themselves then.
/// It never gives back less than `span` without the white space at its edges.
fn widened(text: &str, span: Span) -> Span {
    let Some(span) = Span::trimmed(text, span.start(), span.end()) else {
        return span;
    };
    let (mut start, mut end) = (word_start(text, span.start()), word_end(text, span.end()));
    let marks = Span::new(text, line_start(text, start), line_end(text, end));
    let pairs = marks.map_or(Vec::new(), |lines| pairs(text, lines));
    loop {
        let (further, sooner) =
            (closing_behind(text, start, end, &pairs), opening_before(text, start, end, &pairs));
        if (sooner, further) == (start, end) {
            break;
        }
        (start, end) = (sooner, further);
    }
    Span::trimmed(text, start, end).unwrap_or(span)
}

/// The gap behind the last closing mark that stands right behind `end` and whose opening one is
/// inside; `end` when there is none.
fn closing_behind(text: &str, start: Byte, end: Byte, pairs: &[Pair]) -> Byte {
    let mut reached = end;
    for (at, c) in text[end.0..].char_indices() {
        let (before, behind) = (Byte(end.0 + at), Byte(end.0 + at + c.len_utf8()));
        let opens = pairs.iter().any(|pair| pair.open == before);
        if c == '\n' || c.is_alphanumeric() || opens {
            break;
        }
        if pairs.iter().any(|pair| pair.close == behind && start <= pair.open && pair.open < end) {
            reached = behind;
        }
    }
    reached
}

/// The gap before the first opening mark that stands right before `start` and whose closing one is
/// inside; `start` when there is none.
fn opening_before(text: &str, start: Byte, end: Byte, pairs: &[Pair]) -> Byte {
    let mut reached = start;
    for (at, c) in text[..start.0].char_indices().rev() {
        let closes = pairs.iter().any(|pair| pair.close.0 == at + c.len_utf8());
        if c == '\n' || c.is_alphanumeric() || closes {
            break;
        }
        if pairs.iter().any(|pair| pair.open.0 == at && start < pair.close && pair.close <= end) {
            reached = Byte(at);
        }
    }
    reached
}

/// The start of the line that the gap `at` stands in.
pub(super) fn line_start(text: &str, at: Byte) -> Byte {
    Byte(text[..at.0].rfind('\n').map_or(0, |feed| feed + 1))
}

/// The end of the line that the gap `at` stands in.
pub(super) fn line_end(text: &str, at: Byte) -> Byte {
    Byte(text[at.0..].find('\n').map_or(text.len(), |feed| at.0 + feed))
}

/// Returns the law of snapping to words that `span` of `text` breaks, in words; `None` when all
/// hold. For tests, and for trying the laws on texts from elsewhere.
pub fn broken_law(text: &str, span: Span) -> Option<&'static str> {
    let snapped = to_words(text, span);
    let kept = Span::trimmed(text, span.start(), span.end())?;
    if !snapped.encloses(kept) {
        return Some("something that was selected is lost");
    }
    if to_words(text, snapped) != snapped {
        return Some("snapping again changes it");
    }
    if Span::trimmed(text, snapped.start(), snapped.end()) != Some(snapped) {
        return Some("white space is at an edge");
    }
    let is_cut = |at: Byte| {
        let (start, end) = (word_start(text, at), word_end(text, at));
        start < end && text[start.0..end.0].contains(char::is_alphanumeric)
    };
    if is_cut(snapped.start()) || is_cut(snapped.end()) {
        return Some("a word is cut");
    }
    let (first, last) = (word_start(text, kept.start()), word_end(text, kept.end()));
    let taken_behind = text.get(last.0..snapped.end().0).unwrap_or_default();
    let taken_before = text.get(snapped.start().0..first.0).unwrap_or_default();
    let inside = snapped.of(text);
    let has = |marks: &[char]| inside.matches(marks).count() >= 2;
    // An accent set on a mark does not make it another.
    let is_accent = |c: char| matches!(c, '\u{300}'..='\u{36f}');
    if let Some(mark) = taken_behind.trim_end_matches(is_accent).chars().next_back()
        && !match mark {
            '”' => inside.contains(['“', '„', '‟']) || has(&['”']),
            '“' => inside.contains('„'),
            '’' => inside.contains(['‘', '‚', '‛']),
            '‘' => inside.contains('‚'),
            '»' => inside.contains('«') || has(&['»']),
            '«' => inside.contains('»'),
            '›' => inside.contains('‹') || has(&['›']),
            '‹' => inside.contains('›'),
            '」' => inside.contains('「'),
            '』' => inside.contains('『'),
            '"' | '\'' | '＂' => has(&[mark]),
            _ => false,
        }
    {
        return Some(
            "something behind the last word is taken that is no closing mark of a quote inside",
        );
    }
    if taken_behind.contains(['\n']) || taken_behind.contains(char::is_alphanumeric) {
        return Some("words behind the last one are taken");
    }
    if let Some(mark) = taken_before.chars().next()
        && !matches!(
            mark,
            '“' | '„'
                | '‟'
                | '”'
                | '‘'
                | '‚'
                | '‛'
                | '«'
                | '»'
                | '‹'
                | '›'
                | '"'
                | '\''
                | '＂'
                | '「'
                | '『'
                | '〝'
        )
    {
        return Some("something before the first word is taken that is no opening mark");
    }
    if taken_before.contains(['\n']) || taken_before.contains(char::is_alphanumeric) {
        return Some("words before the first one are taken");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Snaps what stands in brackets, and shows the outcome in brackets.
    fn check(marked: &str, expected: &str) {
        let (start, end) = (marked.find('[').unwrap(), marked.find(']').unwrap() - 1);
        let text = marked.replace(['[', ']'], "");
        let span = Span::new(&text, Byte(start), Byte(end)).unwrap();
        assert_eq!(broken_law(&text, span), None);
        let snapped = snap(&text, span, Snap::Word, |_| None);
        let (start, end) = (snapped.start().0, snapped.end().0);
        let shown = format!("{}[{}]{}", &text[..start], &text[start..end], &text[end..]);
        assert_eq!(shown, expected);
        assert_eq!(snap(&text, span, Snap::Exact, |_| None), span);
    }

    #[test]
    fn words_that_are_cut_are_ended() {
        check("The may[or sa]id so.", "The [mayor said] so.");
        check("The[ mayor ]said so.", "The [mayor] said so.");
        check("a well-kn[own ca]fe\u{301}, no", "a [well-known cafe\u{301}], no");
        check("東[京の市]長", "東[京の市]長");
        check("ראש העי[ר אמ]ר לא", "ראש [העיר אמר] לא");
        check("a 👩‍[👩‍]👧 b", "a [👩‍👩‍👧] b");
    }

    #[test]
    fn punctuation_is_neither_swallowed_nor_lost() {
        check("He sa[id, an]d left.", "He [said, and] left.");
        check("He [said], and left.", "He [said], and left.");
        check("He le[ft]. So", "He [left]. So");
        check("He le[ft. ]So", "He [left.] So");
        check("([He lef]t)", "([He left])");
    }

    #[test]
    fn a_closing_mark_is_taken_when_its_opening_mark_is_inside() {
        check("[“We will n]ot,” she said.", "[“We will not,”] she said.");
        check("[“We will not]!” she said.", "[“We will not!”] she said.");
        check("[“We wi]ll not,” she said.", "[“We will] not,” she said.");
        check("“We [will n]ot,” she said.", "“We [will not],” she said.");
        check("“We w[ill not,”] she said.", "“We [will not,”] she said.");
        check("“W[e will not,”] she said.", "[“We will not,”] she said.");
        check("“[We will not,”] she said.", "[“We will not,”] she said.");
        check("[“He said ‘n]o’,” she said.", "[“He said ‘no’,”] she said.");
        check("“He said [‘n]o’,” she said.", "“He said [‘no’],” she said.");
        check("“‘N[o,’ he said,”] she said.", "[“‘No,’ he said,”] she said.");
        check("[“No,” he sa]id, “yes.”", "[“No,” he said], “yes.”");
        check("„Wir werden [nicht“, sa]gte sie.", "„Wir werden [nicht“, sagte] sie.");
        check("[„Wir werden n]icht“, sagte sie.", "[„Wir werden nicht“], sagte sie.");
        check("[« Non, jam]ais ! » dit-il.", "[« Non, jamais ! »] dit-il.");
        check("[「はい」と言]った。", "[「はい」と言]った。");
        check("[“One.\n\n“Tw]o.” So", "[“One.\n\n“Two.”] So");
        check("“One.\n\n[“Tw]o.” So", "“One.\n\n[“Two.”] So");
        check("the nur[ses]’ union", "the [nurses]’ union");
    }

    #[test]
    fn sentences_are_taken_whole() {
        let text = "One two. Three four.";
        let span = |start, end| Span::new(text, Byte(start), Byte(end)).unwrap();
        let sentence_at = |at: Byte| Some(if at.0 < 9 { span(0, 8) } else { span(9, 20) });
        let snapped = |start, end| snap(text, span(start, end), Snap::Sentence, sentence_at);
        assert_eq!(snapped(4, 7), span(0, 8));
        assert_eq!(snapped(6, 10), span(0, 20));
    }

    proptest! {
        #[test]
        fn the_laws_hold_for_any_stretch(
            text in "[asé1 .,:!\n“”‘’„»«\"'「」東ה\u{301}😀\u{202f}-]{1,30}",
            start in 0usize..60, end in 0usize..60,
        ) {
            let (start, end) = (start.min(end), start.max(end));
            if let Ok(span) = Span::new(&text, Byte(start), Byte(end)) {
                prop_assert_eq!(broken_law(&text, span), None, "{:?}", span);
            }
        }

        #[test]
        fn more_in_is_more_out(
            text in "[as .,\n“”‘’\"]{4,30}",
            ends in prop::array::uniform4(0usize..60),
        ) {
            let mut ends = ends;
            ends.sort_unstable();
            let span = |start, end| Span::new(&text, Byte(start), Byte(end));
            if let (Ok(outer), Ok(inner)) = (span(ends[0], ends[3]), span(ends[1], ends[2]))
                && !inner.of(&text).trim().is_empty()
            {
                prop_assert!(to_words(&text, outer).encloses(to_words(&text, inner)));
            }
        }
    }
}
