//! Clusters: characters as a reader counts them (UAX #29 grapheme clusters). Offsets are in bytes.

use unicode_segmentation::GraphemeCursor;

/// Tells whether `at` stands between two clusters of `text`, or at an end of it.
pub(super) fn is_border(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let (Some(&before), Some(&after)) = (bytes.get(at.wrapping_sub(1)), bytes.get(at)) else {
        return true;
    };
    if before.is_ascii() && after.is_ascii() {
        return (before, after) != (b'\r', b'\n');
    }
    text.is_char_boundary(at)
        && GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Returns the end of the cluster that begins at `at`, or the end of `text`.
pub(super) fn behind(text: &str, at: usize) -> usize {
    let mut at = at + 1;
    while !is_border(text, at) {
        at += 1;
    }
    at.min(text.len())
}

/// Returns the start of the cluster that ends at `at`, or the start of `text`.
pub(super) fn before(text: &str, at: usize) -> usize {
    let mut at = at.saturating_sub(1);
    while !is_border(text, at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    proptest! {
        #[test]
        fn clusters_are_those_of_the_standard(text in "[a\n é\u{301}\u{200d}👩🇮🇪東क्षि]{0,20}") {
            let mut at = 0;
            for (start, cluster) in text.grapheme_indices(true) {
                prop_assert_eq!(at, start);
                at = behind(&text, at);
                prop_assert_eq!(at, start + cluster.len());
                prop_assert_eq!(before(&text, at), start);
            }
            prop_assert_eq!((behind(&text, at), before(&text, 0)), (text.len(), 0));
        }
    }
}
