//! The engine: cuts a text into units, lets the rules look at each, and remembers who spoke last.
//! Knows the order of the steps, not what they look for.

use super::lexicon::Lexicon;
use super::memory::Memory;
use super::stretch::stretches;
use super::unit::Unit;
use super::{Suggestion, marks, rules};
use crate::text::{Language, Span};

/// Proposes who said what in `text`, unit by unit.
pub(super) fn suggest(text: &str, sentences: &[Span], language: Language) -> Vec<Suggestion> {
    let lexicon = Lexicon::of(language);
    let runs = marks::runs(text, language);
    let mut memory = Memory::default();
    let (mut run, mut paragraph, mut seen) = (0, 0, 0);
    for (start, end) in stretches(text, sentences, &runs, lexicon) {
        paragraph += usize::from(text.get(seen..start).is_some_and(|gap| gap.contains('\n')));
        seen = start;
        while runs.get(run).is_some_and(|next| next.start < start) {
            run += 1;
        }
        let inside = runs[run..].iter().take_while(|next| next.start < end).count();
        let mut unit = Unit::new(text, (start, end), &runs[run..run + inside], run, lexicon);
        unit.paragraph = paragraph;
        let cues = rules::cues(&unit);
        let drafts = rules::drafts(&unit, &cues, memory.told(&unit));
        memory.keep(&unit, &cues, &drafts, &runs);
    }
    memory.into_found()
}
