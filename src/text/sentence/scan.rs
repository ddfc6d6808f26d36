//! The scanner: finds the bytes where a sentence could end. Knows bytes, no words and no language.

/// How many bytes are looked at in one go, as words of eight.
const BLOCK: usize = 32;

/// A byte in every byte of a word.
const fn each(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

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

/// Returns the first offset at or behind `from` where a sentence could end, `None` when no more
/// is there.
pub(super) fn next_stop(text: &[u8], from: usize) -> Option<usize> {
    let may_stop = |word: u64| {
        word | zeros(word ^ each(b'\n')) | terminators(word) | zeros((word | each(1)) ^ each(b';'))
    };
    next(text, from, may_stop, |text, at| {
        STOPS[usize::from(text[at])] && !(text[at] == 0xE2 && is_quote_or_dash(&text[at..]))
    })
}

/// Returns the first full stop, exclamation or question mark at or behind `from`.
pub(super) fn next_terminator(text: &[u8], from: usize) -> Option<usize> {
    next(text, from, terminators, |text, at| matches!(text[at], b'.' | b'!' | b'?'))
}

/// Returns the first offset of an ASCII character.
pub(super) fn first_of(text: &[u8], mark: u8) -> Option<usize> {
    next(text, 0, |word| zeros(word ^ each(mark)), |text, at| text[at] == mark)
}

#[inline(always)]
fn terminators(word: u64) -> u64 {
    zeros(word ^ each(b'.')) | zeros(word ^ each(b'!')) | zeros(word ^ each(b'?'))
}

/// Sets the high bit of every byte that is zero, and perhaps of some that are not.
#[inline(always)]
fn zeros(word: u64) -> u64 {
    word.wrapping_sub(each(1)) & !word
}

/// Finds the first offset for which `holds`; that is so only for bytes whose high bit `may_hold`
/// sets in their word.
fn next(
    text: &[u8],
    from: usize,
    may_hold: impl Fn(u64) -> u64,
    holds: impl Fn(&[u8], usize) -> bool,
) -> Option<usize> {
    let may_hold = |word: &[u8; 8]| may_hold(u64::from_le_bytes(*word)) & each(0x80);
    let mut at = from;
    while let Some(block) = text.get(at..).and_then(|rest| rest.first_chunk::<BLOCK>()) {
        let (words, _) = block.as_chunks();
        // Processors test a whole block in a few instructions; WebAssembly does not.
        let looks = cfg!(target_arch = "wasm32")
            || words.iter().fold(0, |any, word| any | may_hold(word)) != 0;
        for (index, word) in words.iter().enumerate().filter(|_| looks) {
            // Of a character beyond ASCII only the first byte has its two highest bits set.
            let bytes = u64::from_le_bytes(*word);
            let mut bits = may_hold(word) & (!bytes | bytes << 1);
            while bits != 0 {
                let place = at + index * 8 + bits.trailing_zeros() as usize / 8;
                if holds(text, place) {
                    return Some(place);
                }
                bits &= bits - 1;
            }
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
