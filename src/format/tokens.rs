//! Tokens: a text cut into words and signs, and at every edge of the spans it will be asked for.
//!
//! A token is a run of letters and digits, or one grapheme of anything else. Knows no format.

use crate::text::{Byte, Span};
use std::collections::BTreeSet;
use unicode_segmentation::UnicodeSegmentation;

/// A word, a sign or white space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// Whether one blank follows that is no token of its own.
    pub(super) blank: bool,
}

/// Cuts `text` so that every span begins and ends with a token. Tokens and their blanks, in order,
/// are the whole text.
pub(super) fn tokens(text: &str, spans: &[Span]) -> Vec<Token> {
    let starts: BTreeSet<Byte> = spans.iter().map(|span| span.start()).collect();
    let ends: BTreeSet<Byte> = spans.iter().map(|span| span.end()).collect();
    let mut cuts: BTreeSet<usize> = starts.union(&ends).map(|at| at.0).collect();
    let mut in_word = false;
    for (at, grapheme) in text.grapheme_indices(true) {
        let word = grapheme.starts_with(char::is_alphanumeric);
        if !(in_word && word) {
            cuts.insert(at);
        }
        in_word = word;
    }
    cuts.insert(text.len());
    let cuts: Vec<usize> = cuts.into_iter().collect();
    let mut tokens: Vec<Token> = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let Ok(span) = Span::new(text, Byte(pair[0]), Byte(pair[1])) else { continue };
        // A blank behind a word is no token, unless a span begins or ends with it.
        if span.of(text) == " "
            && !starts.contains(&span.start())
            && !ends.contains(&span.end())
            && let Some(last) = tokens.last_mut()
            && last.span.end() == span.start()
            && !last.is_space(text)
        {
            last.blank = true;
        } else {
            tokens.push(Token { span, blank: false });
        }
    }
    tokens
}

impl Token {
    /// Tells whether nothing of it can be seen: white space or a control character.
    pub(super) fn is_space(self, text: &str) -> bool {
        self.span.of(text).starts_with(|c: char| c.is_whitespace() || c.is_control())
    }
}

/// Returns the numbers of the first and the last token of `span`, which `tokens` are cut for.
pub(super) fn within(tokens: &[Token], span: Span) -> (usize, usize) {
    let first = tokens.partition_point(|token| token.span.start() < span.start());
    let behind = tokens.partition_point(|token| token.span.start() < span.end());
    (first, behind.saturating_sub(1).max(first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::documents;
    use crate::format::marks::Marks;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let shown: Vec<String> = tokens(text, &[])
            .iter()
            .map(|token| format!("{}{}", token.span.of(text), if token.blank { "_" } else { "" }))
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn words_and_signs_are_tokens_and_blanks_belong_to_what_they_follow() {
        check("He said: “No.”", &["He_", "said", ":_", "“", "No", ".", "”"]);
        check(" two  blanks\n", &[" ", "two_", " ", "blanks", "\n"]);
        check("cafe\u{301} 👨‍👩‍👧!", &["cafe\u{301}_", "👨‍👩‍👧", "!"]);
    }

    proptest! {
        #[test]
        fn tokens_are_the_text_and_every_span_is_some(document in documents()) {
            let text: &str = document.text();
            let marks = Marks::of(&document);
            let spans: Vec<Span> = marks.pieces().pieces.iter().map(|piece| piece.span).collect();
            let tokens = tokens(text, &spans);
            let joined: String = tokens
                .iter()
                .map(|token| format!("{}{}", token.span.of(text), if token.blank { " " } else { "" }))
                .collect();
            prop_assert_eq!(joined, text);
            for span in spans {
                let (first, last) = within(&tokens, span);
                prop_assert_eq!(tokens[first].span.start(), span.start());
                prop_assert_eq!(tokens[last].span.end(), span.end());
            }
        }
    }
}
