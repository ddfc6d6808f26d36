//! Evidence: what the whole text shows about how it is written. It is counted, so that it does not
//! depend on where in the text anything stands. Knows no single sentence.

use super::lines::Layout;
use super::rules::Rules;
use super::scan::next_terminator;
use crate::text::Language;
use std::cell::OnceCell;

/// What a text shows about how it is written, each fact collected when it is first asked for: most
/// texts never raise most of the questions.
pub(super) struct Evidence<'t> {
    text: &'t str,
    rules: &'t Rules,
    layout: OnceCell<Layout>,
    small_starts: OnceCell<bool>,
    commas_only: OnceCell<bool>,
}

impl<'t> Evidence<'t> {
    /// Takes `text` as evidence.
    pub(super) fn of(text: &'t str, rules: &'t Rules) -> Evidence<'t> {
        let (layout, small_starts, commas_only) = Default::default();
        Evidence { text, rules, layout, small_starts, commas_only }
    }

    /// Returns how the lines are laid out.
    pub(super) fn layout(&self) -> &Layout {
        self.layout.get_or_init(|| Layout::of(self.text))
    }

    /// Tells whether sentences begin with small letters here.
    pub(super) fn small_starts(&self) -> bool {
        *self.small_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let (mut small, mut large, mut at) = (0usize, 0usize, 0);
            while let Some(stop) = next_terminator(bytes, at) {
                at = stop + 1;
                match bytes.get(at..at + 2) {
                    Some([b' ', b'A'..=b'Z']) => large += 1,
                    Some([b' ', b'a'..=b'z']) => {
                        small += usize::from(is_plain_word(self.text, stop, self.rules));
                    }
                    _ => {}
                }
            }
            small >= 2 && small * 8 >= large
        })
    }

    /// Tells whether commas stand where full stops would: Arabic prose may have no full stop.
    pub(super) fn commas_only(&self) -> bool {
        *self.commas_only.get_or_init(|| {
            self.rules.language == Language::Arabic
                && !self.text.contains(['.', '؟', '!', '؛'])
                && self.text.matches('،').nth(2).is_some()
        })
    }
}

/// Tells whether the word before `at` is written small and is no abbreviation.
fn is_plain_word(text: &str, at: usize, rules: &Rules) -> bool {
    let bytes = text.as_bytes();
    let letters = bytes[..at].iter().rev().take(24).take_while(|byte| byte.is_ascii_lowercase());
    let count = letters.count();
    count >= 4
        && matches!(bytes.get(at.wrapping_sub(count + 1)), None | Some(b' ' | b'\'' | b'\n'))
        && !rules.kind(&text[at - count..at]).is_abbreviation()
}
