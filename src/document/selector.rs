//! Selectors: a span said by its words and those around it, and found again by them.
//!
//! What W3C calls a text quote selector, and a describe-and-anchor pair after Apache Annotator's
//! idea. Knows no file format.

use crate::text::{Byte, Span};

/// Characters of the surroundings that are taken at first, on either side.
const AROUND: usize = 24;

/// A span by its words and its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selector<'t> {
    /// The words of the span.
    pub exact: &'t str,
    /// What stands before them.
    pub prefix: &'t str,
    /// What stands behind them.
    pub suffix: &'t str,
}

/// Why a selector leads nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// Its words do not stand in the text.
    Nowhere,
    /// Its words stand in the text several times, and the surroundings fit no one best.
    Several {
        /// How many times.
        times: usize,
    },
}

/// Describes `span` of `text` by so much of its surroundings that they stand only there.
///
/// ```
/// use ascribe::document::{anchor, describe};
/// use ascribe::text::{Byte, Span};
/// let text = "No, said Ana. No, said Bo.";
/// let span = Span::new(text, Byte(18), Byte(22)).unwrap();
/// assert_eq!(anchor(text, &describe(text, span), None), Ok(span));
/// ```
pub fn describe(text: &str, span: Span) -> Selector<'_> {
    let mut around = AROUND;
    loop {
        let selector = surrounded(text, span, around);
        let whole = selector.prefix.len() + selector.exact.len() + selector.suffix.len();
        let from = span.start().0 - selector.prefix.len();
        let words = text.get(from..from + whole).unwrap_or_default();
        if whole == text.len() || stands_once(text, words) {
            return selector;
        }
        around *= 2;
    }
}

/// Describes `span` of `text` by `around` characters on either side, however often they stand there.
pub fn surrounded(text: &str, span: Span, around: usize) -> Selector<'_> {
    let before = text.get(..span.start().0).unwrap_or_default();
    let behind = text.get(span.end().0..).unwrap_or_default();
    let from = before.char_indices().rev().nth(around.saturating_sub(1)).map_or(0, |(at, _)| at);
    let to = behind.char_indices().nth(around).map_or(behind.len(), |(at, _)| at);
    Selector {
        exact: span.of(text),
        prefix: before.get(from..).unwrap_or_default(),
        suffix: behind.get(..to).unwrap_or_default(),
    }
}

/// Finds the span that `selector` describes in `text`, which may be another than it was made from.
///
/// Where its words stand several times, the best surroundings decide, if a quarter of them is there,
/// and `hint`, where it should begin, between places that are equally good.
///
/// # Errors
/// [`Lost`] when the words stand nowhere, or no place is better than the others.
pub fn anchor(text: &str, selector: &Selector, hint: Option<Byte>) -> Result<Span, Lost> {
    let exact = selector.exact;
    let span = |at: usize| Span::new(text, Byte(at), Byte(at + exact.len()));
    let all = selector.prefix.len() + selector.suffix.len();
    let there = hint.filter(|at| text.get(at.0..).is_some_and(|rest| rest.starts_with(exact)));
    if let Some(at) = there
        && fit(text, selector, at.0) == all
    {
        return span(at.0).map_err(|_empty| Lost::Nowhere);
    }
    let (mut best, mut best_fit, mut equals, mut times) = (None, 0, 0, 0);
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(exact)) {
        let at = from + found;
        let Some(first) = text.get(at..).and_then(|rest| rest.chars().next()) else { break };
        from = at + first.len_utf8();
        times += 1;
        let fit = fit(text, selector, at);
        if best.is_none() || fit > best_fit {
            (best, best_fit, equals) = (Some(at), fit, 1);
        } else if fit == best_fit {
            equals += 1;
            if there.is_some_and(|hint| hint.0 == at) {
                best = Some(at);
            }
        }
    }
    match best {
        // Of several places one is better only when something of the surroundings is there.
        Some(at)
            if there.is_some_and(|hint| hint.0 == at)
                || equals == 1 && (times == 1 || best_fit * 4 >= all) =>
        {
            span(at).map_err(|_empty| Lost::Nowhere)
        }
        Some(_) => Err(Lost::Several { times }),
        None => Err(Lost::Nowhere),
    }
}

/// Counts the bytes of the surroundings that agree when the words stand at `at`.
fn fit(text: &str, selector: &Selector, at: usize) -> usize {
    let before = text.get(..at).unwrap_or_default().chars().rev();
    let behind = text.get(at + selector.exact.len()..).unwrap_or_default().chars();
    let same = |pair: &(char, char)| pair.0 == pair.1;
    let prefix = before.zip(selector.prefix.chars().rev()).take_while(same);
    let suffix = behind.zip(selector.suffix.chars()).take_while(same);
    prefix.chain(suffix).map(|(c, _)| c.len_utf8()).sum()
}

fn stands_once(text: &str, words: &str) -> bool {
    let first = text.find(words);
    let step = words.chars().next().map_or(1, char::len_utf8);
    let rest = first.and_then(|at| text.get(at + step..));
    rest.is_some_and(|rest| !rest.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::texts;
    use proptest::prelude::*;

    /// Finds `[words]` of one text in another, where they should stand as marked.
    fn check(marked: &str, other: &str) {
        let read = |marked: &str| {
            let at = marked.find('[').zip(marked.find(']'));
            (marked.replace(['[', ']'], ""), at)
        };
        let (text, at) = read(marked);
        let (start, end) = at.expect("something is marked");
        let span = Span::new(&text, Byte(start), Byte(end - 1)).unwrap();
        let (other, expected) = read(other);
        let found = anchor(&other, &describe(&text, span), Some(span.start()));
        let found = found.ok().map(|span| (span.start().0, span.end().0 + 1));
        assert_eq!(found, expected, "{marked} in {other}");
    }

    #[test]
    fn words_are_found_where_their_surroundings_went() {
        check("Ana [said] no.", "Yesterday Ana [said] no.");
        check("Ana said no. Bo [said] yes.", "Ana said no. Really. Bo [said] yes.");
        check("Ana said no. Bo [said] yes.", "Bo [said] yes. Ana said no.");
        check("Ana [said] no.", "Ana told us no.");
        check("xyz [said] y", "a said b, c said d");
    }

    proptest! {
        #[test]
        fn what_is_described_is_found(text in texts(), ends in any::<(u16, u16)>()) {
            let gaps: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let pick = |end: u16| gaps[end as usize % gaps.len()];
            let (start, end) = (pick(ends.0).min(pick(ends.1)), pick(ends.0).max(pick(ends.1)));
            if let Ok(span) = Span::new(&text, Byte(start), Byte(end)) {
                let selector = describe(&text, span);
                prop_assert_eq!(anchor(&text, &selector, None), Ok(span));
                prop_assert_eq!(anchor(&text, &selector, Some(Byte(0))), Ok(span));
                let whole = format!("{}{}{}", selector.prefix, selector.exact, selector.suffix);
                prop_assert!(text.contains(&whole));
            }
        }
    }
}
