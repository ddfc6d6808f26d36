//! Words: where one begins and ends, as a reader takes it. Knows no quote mark and no sentence.
//!
//! The rules are those of UAX #29 that news needs, over grapheme clusters, and what a reader holds
//! for one word beside them: `well-known`, `6:15`. The standard's own table of word classes would
//! weigh more than all of this room's rules, and says little more than which letters are letters.

use super::{Byte, cluster};

/// Returns the start of the word that the gap `at` cuts, or `at` where it cuts none.
///
/// ```
/// use ascribe::text::{Byte, word_end, word_start};
/// let text = "a well-known café";
/// assert_eq!((word_start(text, Byte(8)), word_end(text, Byte(8))), (Byte(2), Byte(12)));
/// assert_eq!(word_start(text, Byte(1)), Byte(1));
/// ```
pub fn word_start(text: &str, at: Byte) -> Byte {
    let mut at = at.0;
    while is_inside(text, at) {
        at = cluster::before(text, at);
    }
    Byte(at)
}

/// Returns the end of the word that the gap `at` cuts, or `at` where it cuts none.
pub fn word_end(text: &str, at: Byte) -> Byte {
    let mut at = at.0;
    while is_inside(text, at) {
        at = cluster::behind(text, at);
    }
    Byte(at)
}

/// An edge of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordEdge {
    Start,
    End,
}

impl WordEdge {
    /// Tells whether `at` is such an edge.
    fn is_at(self, text: &str, at: usize) -> bool {
        let beside = match self {
            WordEdge::Start => Kind::behind(text, at),
            WordEdge::End => Kind::before(text, at),
        };
        beside.is_word() && !is_inside(text, at)
    }
}

/// Returns the first edge of a word behind `at`, up to `limit`.
pub(super) fn next_edge(text: &str, at: Byte, limit: Byte, edge: WordEdge) -> Option<Byte> {
    let mut at = at.0;
    while at < limit.0 {
        at = cluster::behind(text, at);
        if edge.is_at(text, at) {
            return Some(Byte(at));
        }
    }
    None
}

/// Returns the last edge of a word before `at`, down to `limit`.
pub(super) fn last_edge(text: &str, at: Byte, limit: Byte, edge: WordEdge) -> Option<Byte> {
    let mut at = at.0;
    while at > limit.0 {
        at = cluster::before(text, at);
        if edge.is_at(text, at) {
            return Some(Byte(at));
        }
    }
    None
}

/// What a cluster is to the words around it, by its first character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// A letter, which goes on words.
    Letter,
    /// A digit, which goes on words and numbers.
    Digit,
    /// A word by itself: of a script without spaces, or a sign that is read like one.
    Alone,
    /// Whatever stands between words, and may join two.
    Other(char),
}

impl Kind {
    fn of(c: char) -> Kind {
        match c {
            '、' | '。' => Kind::Other(c),
            _ if stands_alone(c) => Kind::Alone,
            '_' => Kind::Letter,
            _ if c.is_alphabetic() => Kind::Letter,
            _ if c.is_numeric() => Kind::Digit,
            _ => Kind::Other(c),
        }
    }

    fn before(text: &str, at: usize) -> Kind {
        if at == 0 { Kind::Other('\n') } else { Kind::behind(text, cluster::before(text, at)) }
    }

    fn behind(text: &str, at: usize) -> Kind {
        let rest = text.get(at..).unwrap_or_default();
        rest.chars().next().map_or(Kind::Other('\n'), Kind::of)
    }

    fn is_word(self) -> bool {
        !matches!(self, Kind::Other(_))
    }
}

/// Tells whether `c` is no part of a longer word: of a script without spaces between words, or a
/// sign.
fn stands_alone(c: char) -> bool {
    matches!(c,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}'
        | '\u{2190}'..='\u{2bff}' | '\u{3041}'..='\u{3096}' | '\u{3400}'..='\u{9fff}'
        | '\u{f900}'..='\u{faff}' | '\u{1f000}'..='\u{1faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Tells whether the gap `at` stands inside a word or a cluster.
fn is_inside(text: &str, at: usize) -> bool {
    if !cluster::is_border(text, at) {
        return true;
    }
    match (Kind::before(text, at), Kind::behind(text, at)) {
        (Kind::Letter | Kind::Digit, Kind::Letter | Kind::Digit) => true,
        (left @ (Kind::Letter | Kind::Digit), Kind::Other(joint)) => {
            is_joined(left, joint, Kind::behind(text, cluster::behind(text, at)))
        }
        (Kind::Other(joint), right @ (Kind::Letter | Kind::Digit)) => {
            is_joined(Kind::before(text, cluster::before(text, at)), joint, right)
        }
        _ => false,
    }
}

/// Tells whether a reader takes two words and the joint between them for one.
fn is_joined(left: Kind, joint: char, right: Kind) -> bool {
    let are = |kind| (left, right) == (kind, kind);
    match joint {
        '-' | '\u{2010}' | '\u{2011}' | '\u{ad}' => {
            matches!(left, Kind::Letter | Kind::Digit)
                && matches!(right, Kind::Letter | Kind::Digit)
        }
        // `don’t`, `U.S`, `EU:n`, `col·lega`, `צה״ל`, and the same marks in numbers.
        '\'' | '’' | '.' | ':' => are(Kind::Letter) || are(Kind::Digit),
        '·' | '‧' | '״' => are(Kind::Letter),
        // Narrow spaces stand between thousands, and in French before marks.
        ',' | ';' | '\u{202f}' | '٫' | '٬' => are(Kind::Digit),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Cuts `text` into words.
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(laws(text), expected);
    }

    /// Whatever gap is asked about, the answer fits the same words, which are returned.
    fn laws(text: &str) -> Vec<&str> {
        let gaps = (0..=text.len()).filter(|at| text.is_char_boundary(*at));
        let borders: Vec<usize> = gaps.clone().filter(|at| !is_inside(text, *at)).collect();
        let pieces: Vec<(usize, usize)> =
            borders.windows(2).map(|pair| (pair[0], pair[1])).collect();
        let words: Vec<(usize, usize)> =
            pieces.iter().copied().filter(|own| Kind::behind(text, own.0).is_word()).collect();
        for at in gaps {
            let cut = pieces.iter().find(|piece| piece.0 < at && at < piece.1);
            let (start, end) = cut.copied().unwrap_or((at, at));
            assert_eq!(word_start(text, Byte(at)), Byte(start), "{text:?} at {at}");
            assert_eq!(word_end(text, Byte(at)), Byte(end), "{text:?} at {at}");
            if !cluster::is_border(text, at) {
                continue;
            }
            for edge in [WordEdge::Start, WordEdge::End] {
                let edges =
                    words.iter().map(|word| if edge == WordEdge::Start { word.0 } else { word.1 });
                let next = edges.clone().find(|place| *place > at).map(Byte);
                assert_eq!(
                    next_edge(text, Byte(at), Byte(text.len()), edge),
                    next,
                    "{text:?} at {at}"
                );
                let last = edges.rev().find(|place| *place < at).map(Byte);
                assert_eq!(last_edge(text, Byte(at), Byte(0), edge), last, "{text:?} at {at}");
            }
        }
        words.into_iter().map(|(start, end)| &text[start..end]).collect()
    }

    #[test]
    fn a_word_is_what_a_reader_takes_for_one() {
        check("“Don’t,” said Anne-Marie.", &["Don’t", "said", "Anne-Marie"]);
        check(
            "At 6:15 the well-known 3.50-euro soup",
            &["At", "6:15", "the", "well-known", "3.50-euro", "soup"],
        );
        check("Yes - no – a–b -5 U.S. B.2", &["Yes", "no", "a", "b", "5", "U.S", "B", "2"]);
        check("东京の市長、カメラ。", &["东", "京", "の", "市", "長", "カメラ"]);
        check("ראש העיר של צה״ל, قال الوزير", &["ראש", "העיר", "של", "צה״ל", "قال", "الوزير"]);
        check("Zoe\u{301}\u{323} 👩‍👩‍👧 🇮🇪 no", &["Zoe\u{301}\u{323}", "👩‍👩‍👧", "🇮🇪", "no"]);
        check("«\u{202f}Non\u{202f}! 3\u{202f}000 fois\u{202f}»", &["Non", "3\u{202f}000", "fois"]);
        check("ก็ดี", &["ก็", "ดี"]);
        check("", &[]);
    }

    proptest! {
        #[test]
        fn words_of_all_kinds_hold_together(
            text in "[a-c1 \u{202f}.:'’“”\\-\n東の\u{301}\u{200d}👩🇮-]{0,24}",
        ) {
            laws(&text);
        }

        #[test]
        fn any_text_has_its_words(text in "\\PC{0,24}") {
            laws(&text);
        }
    }
}
