//! Paragraphs: the lines of a text, which is how an article is laid out on the page.

use super::{Byte, Span};

/// Returns the lines of `text` that are not empty, without their line feeds, in order.
///
/// ```
/// use ascribe::text::paragraphs;
/// let text = "Title\n\nAna said no.\n";
/// let lines: Vec<_> = paragraphs(text).map(|line| line.of(text)).collect();
/// assert_eq!(lines, ["Title", "Ana said no."]);
/// ```
pub fn paragraphs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut start = 0;
    text.split('\n').filter_map(move |line| {
        let at = start;
        start += line.len() + 1;
        Span::new(text, Byte(at), Byte(at + line.len())).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lines_leave_out_line_feeds_and_nothing_else(text in "[a\n é]{0,40}") {
            let joined: String = paragraphs(&text).map(|line| line.of(&text)).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
        }
    }
}
