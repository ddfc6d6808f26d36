//! Steps: where a caret or an edge goes next in a text, by character or by word.

use super::quote::pairs;
use super::snap::{line_end, line_start};
use super::word::{WordEdge, last_edge, next_edge};
use super::{Byte, Span, cluster};

/// Which way a step goes, in the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To what was read before.
    Back,
    /// To what is read next.
    Ahead,
}

/// What goes a step, and so where it may stop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Walker {
    /// A caret: it stops where it leaves a word, and on both sides of quotes.
    Caret,
    /// The first edge of a stretch: it stops where words and quotes begin.
    Start,
    /// The last edge of a stretch: it stops where words and quotes end.
    End,
}

/// Returns the next gap of `text` at which `walker` stops, by word, or `at` at the end.
///
/// ```
/// use ascribe::text::{Byte, Way, Walker, step_word};
/// let text = "So, “no” he said.";
/// let ahead = |at| step_word(text, Byte(at), Way::Ahead, Walker::Caret).0;
/// assert_eq!((ahead(0), ahead(2), ahead(4)), (2, 4, text.find("”").unwrap()));
/// ```
pub fn step_word(text: &str, at: Byte, way: Way, walker: Walker) -> Byte {
    let (first, last) = (line_start(text, at), line_end(text, at));
    let Some(line) = Span::trimmed(text, first, last) else {
        return next_line(text, at, way);
    };
    let edge = match (walker, way) {
        (Walker::Start, _) | (Walker::Caret, Way::Back) => WordEdge::Start,
        (Walker::End, _) | (Walker::Caret, Way::Ahead) => WordEdge::End,
    };
    let marks = pairs(text, line).into_iter().flat_map(|pair| match walker {
        Walker::Start => [pair.open; 2],
        Walker::End => [pair.close; 2],
        Walker::Caret => [pair.open, pair.close],
    });
    let found = match way {
        Way::Ahead => marks
            .chain(next_edge(text, at, line.end(), edge))
            .chain([line.end()])
            .filter(|place| *place > at)
            .min(),
        Way::Back => marks
            .chain(last_edge(text, at, line.start(), edge))
            .chain([line.start()])
            .filter(|place| *place < at)
            .max(),
    };
    found.unwrap_or_else(|| next_line(text, at, way))
}

/// Returns the next gap of `text` between characters as a reader counts them, in words of UAX #29
/// grapheme clusters; line feeds are passed. `at` at the end.
pub fn step_character(text: &str, at: Byte, way: Way) -> Byte {
    match way {
        Way::Ahead if line_end(text, at) != at => Byte(cluster::behind(text, at.0)),
        Way::Back if line_start(text, at) != at => Byte(cluster::before(text, at.0)),
        _ => next_line(text, at, way),
    }
}

/// The first gap of the next line with words, or the last of the one before; `at` without one.
fn next_line(text: &str, at: Byte, way: Way) -> Byte {
    match way {
        Way::Ahead => {
            let mut from = line_end(text, at);
            while from.0 < text.len() {
                let start = Byte(from.0 + 1);
                from = line_end(text, start);
                if let Some(line) = Span::trimmed(text, start, from) {
                    return line.start();
                }
            }
        }
        Way::Back => {
            let mut from = line_start(text, at);
            while from.0 > 0 {
                let end = Byte(from.0 - 1);
                from = line_start(text, end);
                if let Some(line) = Span::trimmed(text, from, end) {
                    return line.end();
                }
            }
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Goes through a text whose stops are shown as bars, from one end to the other.
    fn check(walker: Walker, way: Way, marked: &str) {
        let text = marked.replace('|', "");
        let stops = stops(&text, |at| step_word(&text, at, way, walker), way);
        let mut shown = text.clone();
        let in_order = |stop: &&Byte| std::cmp::Reverse(stop.0);
        let mut stops: Vec<&Byte> = stops.iter().collect();
        stops.sort_by_key(in_order);
        for stop in stops {
            shown.insert(stop.0, '|');
        }
        assert_eq!(shown, marked);
    }

    /// Every stop from one end of `text` to the other.
    fn stops(text: &str, go: impl Fn(Byte) -> Byte, way: Way) -> Vec<Byte> {
        let mut at = Byte(if way == Way::Ahead { 0 } else { text.len() });
        let mut stops = Vec::new();
        loop {
            let next = go(at);
            if next == at {
                return stops;
            }
            assert_eq!(next > at, way == Way::Ahead, "{text:?} {at:?} {next:?}");
            assert!(text.is_char_boundary(next.0));
            stops.push(next);
            at = next;
        }
    }

    #[test]
    fn a_caret_stops_at_words_and_on_both_sides_of_quotes() {
        use Way::{Ahead, Back};
        check(Walker::Caret, Ahead, "So|, |“We| will| not|,”| she| said|.|\n\n|Bo|.|");
        check(Walker::Caret, Back, "|So, |“|We |will |not,”| |she |said.|\n\n|Bo.");
        check(Walker::Caret, Ahead, "東|京|の|😀|ab-c| d’e|!|");
    }

    #[test]
    fn an_edge_stops_where_words_begin_or_end() {
        use Way::{Ahead, Back};
        check(Walker::Start, Ahead, "So, |“|We |will |not,” |she |said.|");
        check(Walker::Start, Back, "|So, |“|We |will |not,” |she |said.");
        check(Walker::End, Ahead, "So|, “We| will| not|,”| she| said|.|");
        check(Walker::End, Back, "|So|, “We| will| not|,”| she| said|.");
    }

    #[test]
    fn characters_are_what_a_reader_counts() {
        let text = "e\u{301}👩‍👩‍👧\n \n x";
        let go = |at| step_character(text, at, Way::Ahead);
        assert_eq!(stops(text, go, Way::Ahead), [3, 21, 25, 26].map(Byte));
        let go = |at| step_character(text, at, Way::Back);
        assert_eq!(stops(text, go, Way::Back), [25, 24, 21, 3, 0].map(Byte));
    }

    proptest! {
        #[test]
        fn every_way_ends(text in "[as .,\n“”\"東e\u{301}😀👩\u{200d}-]{0,24}") {
            for way in [Way::Back, Way::Ahead] {
                for walker in [Walker::Caret, Walker::Start, Walker::End] {
                    stops(&text, |at| step_word(&text, at, way, walker), way);
                }
                stops(&text, |at| step_character(&text, at, way), way);
            }
        }
    }
}
