//! Plain ends: the stops of ordinary prose, which need no closer look. Most sentences end with a
//! word in small letters that resembles no abbreviation, a terminator, a space and a capital.
//! Knows the first and last letters of the words in the tables and decides nothing else.

/// The shortest word that is no abbreviation by its length alone being compared, in bytes.
const SHORTEST: usize = 3;
/// The longest one, in bytes.
const LONGEST: usize = 15;

/// Remembers how the words of a table look from far: their length, first and last letter.
pub(super) struct Silhouettes([u64; 256]);

impl Silhouettes {
    /// Remembers no word.
    pub(super) fn new() -> Silhouettes {
        Silhouettes([0; 256])
    }

    /// Remembers `word`.
    pub(super) fn add(&mut self, word: &[u8]) {
        if let Some((slot, bit)) = silhouette(word) {
            self.0[slot] |= bit;
        }
    }

    /// Tells whether a word that looks like `word` is remembered.
    fn has(&self, word: &[u8]) -> bool {
        silhouette(word).is_none_or(|(slot, bit)| self.0[slot] & bit != 0)
    }

    /// Looks at the terminator at `at` in a sentence that began at `start`; `paragraphs` says that
    /// lines are paragraphs.
    pub(super) fn look(
        &self,
        text: &[u8],
        start: usize,
        at: usize,
        paragraphs: impl Fn() -> bool,
    ) -> Look {
        match text[at + 1..] {
            // In a number, an address or an abbreviation: "4.5", "example.org", "p.m.,"
            [b'a'..=b'z' | b'0'..=b'9' | b',', ..] if text[at] == b'.' => Look::Inside,
            [b' ', b'A'..=b'Z', b'a'..=b'z' | b' ', ..]
            | [b' ', 0xE2, 0x80, 0x9C, b'A'..=b'Z', ..]
                if self.is_plain_end(text, start, at) =>
            {
                Look::Ends
            }
            // The line feed ends the sentence.
            [b'\n', ..] if paragraphs() => Look::Inside,
            _ => Look::Unclear,
        }
    }

    /// Tells whether the word before `at` is one that sentences end with.
    fn is_plain_end(&self, text: &[u8], start: usize, at: usize) -> bool {
        if at - start <= LONGEST {
            return false;
        }
        let before = &text[at - LONGEST - 1..at];
        let small = before.iter().rev().take_while(|byte| byte.is_ascii_lowercase()).count();
        let capital =
            before.get(before.len().wrapping_sub(small + 1)).is_some_and(u8::is_ascii_uppercase);
        let letters = small + usize::from(capital);
        (SHORTEST..=LONGEST).contains(&letters)
            && before[before.len() - letters - 1] == b' '
            && !self.has(&before[before.len() - letters..])
    }
}

/// What is plain to see of a terminator.
pub(super) enum Look {
    /// The sentence ends behind it.
    Ends,
    /// No sentence ends at it.
    Inside,
    /// It needs a closer look.
    Unclear,
}

/// The place of a word among all silhouettes, whatever the case of its first letter; `None` when it
/// has letters of other alphabets at its ends.
fn silhouette(word: &[u8]) -> Option<(usize, u64)> {
    let (first, last) = (word.first()?, word.last()?);
    let letter = |byte: &u8| byte.is_ascii_alphabetic().then(|| u32::from((byte | 0x20) - b'a'));
    let key =
        letter(first)? * 26 * 16 + letter(last)? * 16 + word.len().min(LONGEST + 1) as u32 - 1;
    // 26 × 26 × 16 keys folded into 256 × 64 bits.
    let mixed = key.wrapping_mul(0x9E37_79B1) >> 18;
    Some(((mixed >> 6) as usize & 255, 1 << (mixed & 63)))
}
