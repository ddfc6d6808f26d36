//! Pieces: a stretch of text cut at the border of every span in it, as a page has to paint it.

use super::{Byte, Span, in_order};

/// A stretch of text that no span's border cuts, and who covers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// Which of the given spans cover it, as indices in the order given.
    pub covers: Vec<usize>,
}

/// Cuts `whole` at every border of `spans`; each piece lists who covers it.
///
/// The pieces in order are all of `whole`, however the spans overlap; parts of spans outside of it
/// are left out.
///
/// ```
/// use ascribe::text::{Byte, Span, pieces};
/// let text = "He said no.";
/// let span = |start, end| Span::new(text, Byte(start), Byte(end)).unwrap();
/// let cut = pieces(span(0, 11), &[span(3, 10), span(8, 10)]);
/// let seen: Vec<_> = cut.iter().map(|p| (p.span.of(text), p.covers.clone())).collect();
/// assert_eq!(seen, [("He ", vec![]), ("said ", vec![0]), ("no", vec![0, 1]), (".", vec![])]);
/// ```
pub fn pieces(whole: Span, spans: &[Span]) -> Vec<Piece> {
    // Ends first, so that spans that only touch share no piece.
    let mut borders: Vec<(Byte, Border, usize)> = Vec::with_capacity(spans.len() * 2);
    for border in [Border::End, Border::Start] {
        for (index, span) in spans.iter().enumerate() {
            if let Some(inside) = span.intersection(whole) {
                let at = if border == Border::Start { inside.start() } else { inside.end() };
                borders.push((at, border, index));
            }
        }
    }
    let borders = in_order(borders, |(at, ..)| at.0);

    let mut cut = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = Some(whole);
    for (at, border, index) in borders {
        if let Some((before, after)) = rest.and_then(|rest| rest.split(at)) {
            cut.push(Piece { span: before, covers: open.clone() });
            rest = after;
        }
        match border {
            Border::Start => {
                let place = open.partition_point(|&other| other < index);
                open.insert(place, index);
            }
            Border::End => open.retain(|&other| other != index),
        }
    }
    cut.extend(rest.map(|span| Piece { span, covers: open }));
    cut
}

/// Which end of a span a border is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Border {
    End,
    Start,
}

impl Span {
    /// Cuts off what stands before `at`; `None` when nothing does.
    fn split(self, at: Byte) -> Option<(Span, Option<Span>)> {
        let before = self.up_to(at)?;
        Some((before, self.from(at)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Reads spans from brackets: `"He [said [no]]."` has two, numbered by their opening.
    fn check(marked: &str, expected: &[&str]) {
        let (text, spans) = read(marked);
        let whole = Span::new(&text, Byte(0), Byte(text.len())).unwrap();
        let shown: Vec<String> = pieces(whole, &spans)
            .iter()
            .map(|piece| {
                let covers: Vec<String> = piece.covers.iter().map(usize::to_string).collect();
                format!("{}:{}", piece.span.of(&text), covers.join(","))
            })
            .collect();
        assert_eq!(shown, expected);
    }

    fn read(marked: &str) -> (String, Vec<Span>) {
        let (mut text, mut open, mut ends) = (String::new(), Vec::new(), Vec::new());
        for c in marked.chars() {
            match c {
                '[' => {
                    open.push(ends.len());
                    ends.push((text.len(), 0));
                }
                ']' => ends[open.pop().unwrap()].1 = text.len(),
                _ => text.push(c),
            }
        }
        let spans = ends.iter().map(|&(s, e)| Span::new(&text, Byte(s), Byte(e)).unwrap());
        let spans = spans.collect();
        (text, spans)
    }

    #[test]
    fn a_text_without_spans_is_one_piece() {
        check("no", &["no:"]);
    }

    #[test]
    fn nested_spans_share_their_text() {
        check("He [said [no]].", &["He :", "said :0", "no:0,1", ".:"]);
    }

    #[test]
    fn spans_that_touch_share_nothing() {
        check("[ab][cd]", &["ab:0", "cd:1"]);
    }

    #[test]
    fn equal_spans_are_one_piece() {
        check("[[ab]]c", &["ab:0,1", "c:"]);
    }

    proptest! {
        #[test]
        fn pieces_join_to_the_whole_and_know_their_spans(
            ends in prop::collection::vec((0usize..30, 0usize..30), 0..9),
        ) {
            let text = "abcdefghijklmnopqrstuvwxyz0123";
            let make = |s: usize, e: usize| Span::new(text, Byte(s), Byte(e));
            let spans: Vec<Span> = ends.iter().filter_map(|&(s, e)| make(s, e).ok()).collect();
            let whole = make(3, 27).unwrap();
            let cut = pieces(whole, &spans);
            let joined: String = cut.iter().map(|piece| piece.span.of(text)).collect();
            prop_assert_eq!(joined, whole.of(text));
            for piece in cut {
                let covers: Vec<usize> = (0..spans.len())
                    .filter(|&index| spans[index].encloses(piece.span))
                    .collect();
                let touched = spans.iter().filter(|span| span.overlaps(piece.span)).count();
                prop_assert_eq!(touched, covers.len());
                prop_assert_eq!(piece.covers, covers);
            }
        }
    }
}
