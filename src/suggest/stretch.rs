//! Stretches: which sentences the rules look at as one, because a quote runs over their border or
//! the second only says whose the quote before it is. Knows no rule.

use super::lexicon::{Class, Lexicon, key};
use super::marks::Run;
use crate::text::Span;

/// The longest name below a quote, in bytes.
const SIGNATURE: usize = 80;

/// Joins sentences that a run holds together.
pub(super) fn stretches(
    text: &str,
    sentences: &[Span],
    runs: &[Run],
    lexicon: &Lexicon,
) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    let mut run = 0;
    for sentence in sentences {
        let (start, end) = (sentence.start().0, sentence.end().0);
        while runs.get(run).is_some_and(|next| next.end <= start) {
            run += 1;
        }
        let inside = runs.get(run).is_some_and(|next| next.start < start);
        let sentence = sentence.of(text);
        let signature = sentence.starts_with(['—', '–', '―', '-']) && sentence.len() < SIGNATURE;
        let lines = if signature { 2 } else { 1 };
        let quoted = run > 0
            && runs.get(run - 1).is_some_and(|before| {
                stretches.last().is_some_and(|last| before.end == last.1 && before.start >= last.0)
                    && text
                        .get(before.end..start)
                        .is_some_and(|gap| gap.matches('\n').count() < lines)
            });
        let signed = quoted && (signature || signs(sentence, lexicon));
        match stretches.last_mut().filter(|_| inside || signed) {
            Some(last) => last.1 = end,
            None => stretches.push((start, end)),
        }
    }
    stretches
}

/// Tells whether a sentence behind a quote only says whose it is: `Ana asked.`
fn signs(sentence: &str, lexicon: &Lexicon) -> bool {
    let mut words = sentence.split(' ').take(8);
    let speech = Class::SAY | Class::TELL | Class::ASK | Class::VOICE;
    let cue = words.find(|word| {
        let class = lexicon.class(&key(word.trim_end_matches(['.', ',', ':'])));
        word.ends_with([',', ';']) || class.is(speech) && class.is(Class::PAST | Class::THIRD)
    });
    let Some(cue) = cue else { return false };
    let class = lexicon.class(&key(cue.trim_end_matches(['.', ',', ':'])));
    let ends = cue.ends_with(['.', ',']);
    let next = words.next().map(|word| lexicon.class(&key(word)));
    class.is(speech)
        && class.is(Class::PAST | Class::THIRD)
        && (ends
            || class.is(Class::TELL | Class::VOICE)
            || next.is_none_or(|next| next.is(Class::PREP | Class::TIME | Class::SUBORD)))
}
