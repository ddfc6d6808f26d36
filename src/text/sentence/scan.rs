//! The scanner: finds the bytes where a sentence could end. Knows bytes, no words and no language.

/// How many bytes are looked at in one go; compilers turn the test of a block into a few
/// instructions for all of its bytes.
const BLOCK: usize = 32;

/// The bytes worth a look: line feeds, terminators, and the first bytes of characters that may be
/// one. `E2` leads to the ellipsis and to most quote marks, too, so it is looked at more closely.
const STOPS: [bool; 256] = {
    let mut table = [false; 256];
    let stops = *b"\n.!?:;\xCD\xD5\xD6\xD8\xDB\xE0\xE1\xE2\xE3\xEF";
    let mut at = 0;
    while at < stops.len() {
        table[stops[at] as usize] = true;
        at += 1;
    }
    table
};

/// Tells whether a block may hold a stop; false positives cost a closer look only.
fn may_stop(byte: u8) -> bool {
    // No branches: so the test of a block needs none either.
    (byte >= 0x80) | (byte == b'\n') | terminates(byte) | (byte | 1 == b';')
}

/// Returns the first offset at or behind `from` where a sentence could end, `None` when no more
/// is there.
pub(super) fn next_stop(text: &[u8], from: usize) -> Option<usize> {
    next(text, from, may_stop, |text, at| {
        STOPS[usize::from(text[at])] && !(text[at] == 0xE2 && is_quote_or_dash(&text[at..]))
    })
}

/// Returns the first full stop, exclamation or question mark at or behind `from`.
pub(super) fn next_terminator(text: &[u8], from: usize) -> Option<usize> {
    next(text, from, terminates, |text, at| terminates(text[at]))
}

fn terminates(byte: u8) -> bool {
    (byte == b'.') | (byte == b'!') | (byte == b'?')
}

/// Finds the first offset for which `holds`; that is so only for bytes for which `may_hold`.
fn next(
    text: &[u8],
    from: usize,
    may_hold: impl Fn(u8) -> bool,
    holds: impl Fn(&[u8], usize) -> bool,
) -> Option<usize> {
    let mut at = from;
    while let Some(block) = text.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        if block.iter().fold(0, |any, &byte| any | u8::from(may_hold(byte))) != 0
            && let Some(found) = (at..at + BLOCK).find(|&at| holds(text, at))
        {
            return Some(found);
        }
        at += BLOCK;
    }
    (at..text.len()).find(|&at| holds(text, at))
}

/// Tells whether a character that begins with `E2` is a quote mark, an apostrophe or a dash:
/// U+2010 to U+201F.
fn is_quote_or_dash(text: &[u8]) -> bool {
    matches!(text, [0xE2, 0x80, 0x90..=0x9F, ..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_stop_is_passed_over(text in "[a-z .,\n“—…。é]{0,200}", from in 0usize..90) {
            let bytes = text.as_bytes();
            let slow = (from..bytes.len()).find(|&at| {
                STOPS[usize::from(bytes[at])] && !is_quote_or_dash(&bytes[at..])
            });
            prop_assert_eq!(next_stop(bytes, from), slow);
        }
    }
}
