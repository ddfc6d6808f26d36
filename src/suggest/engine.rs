//! The engine: cuts a text into units, lets the rules look at each, and remembers who spoke last.
//! Knows the order of the steps, not what they look for.

use super::lexicon::Lexicon;
use super::marks::{self, LeftOpen, Run};
use super::memory::Memory;
use super::stretch::stretches;
use super::unit::Unit;
use super::{Suggestion, rules};
use crate::text::{Byte, Language, Span};

/// A search through a text, which can be done a little at a time: the slices change nothing in what
/// is found.
pub struct Search {
    lexicon: &'static Lexicon,
    /// Where the first paragraph starts that was not read.
    at: usize,
    /// The number of the first sentence that was not read.
    sentence: usize,
    runs: Vec<Run>,
    left_open: LeftOpen,
    /// The units that were cut and not looked at.
    waiting: std::vec::IntoIter<(usize, usize)>,
    /// The number of the first run that no unit before holds.
    run: usize,
    paragraph: usize,
    /// Where the last unit started.
    seen: usize,
    memory: Memory,
}

impl Search {
    /// Makes a search by the habits of `language`.
    pub fn new(language: Language) -> Self {
        Search {
            lexicon: Lexicon::of(language),
            at: 0,
            sentence: 0,
            runs: Vec::new(),
            left_open: None,
            waiting: Vec::new().into_iter(),
            run: 0,
            paragraph: 0,
            seen: 0,
            memory: Memory::default(),
        }
    }

    /// Searches on through about as many bytes of `text`, of which `sentence` gives the sentence of
    /// a number; tells whether something is left. Text and sentences are the same for all slices.
    pub fn step(
        &mut self,
        text: &str,
        sentence: &dyn Fn(usize) -> Option<Span>,
        bytes: usize,
    ) -> bool {
        if self.waiting.len() == 0 {
            self.cut(text, sentence, bytes);
        }
        let mut looked_at = 0;
        while looked_at < bytes
            && let Some((start, end)) = self.waiting.next()
        {
            looked_at += end - start;
            self.look(text, start, end);
        }
        self.waiting.len() > 0 || self.at < text.len()
    }

    /// Returns what was found so far, in the order of the units.
    pub fn found(&self) -> &[Suggestion] {
        self.memory.found()
    }

    /// Returns what was found.
    pub(super) fn into_found(self) -> Vec<Suggestion> {
        self.memory.into_found()
    }

    /// Cuts the next paragraphs into units, up to one behind which no quote and no sentence goes on.
    fn cut(&mut self, text: &str, sentence: &dyn Fn(usize) -> Option<Span>, bytes: usize) {
        let (first, until) = (self.runs.len(), self.at.saturating_add(bytes));
        let (mut sentences, mut reached): (Vec<Span>, usize) = (Vec::new(), 0);
        while let Some(rest) = text.get(self.at..).filter(|rest| !rest.is_empty()) {
            let end = rest.find('\n').map_or(text.len(), |line| self.at + line);
            if let Ok(paragraph) = Span::new(text, Byte(self.at), Byte(end)) {
                let language = self.lexicon.language;
                marks::read(text, paragraph, language, &mut self.left_open, &mut self.runs);
            }
            self.at = (end + 1).min(text.len());
            while let Some(next) = sentence(self.sentence).filter(|own| own.start().0 < self.at) {
                reached = next.end().0;
                sentences.push(next);
                self.sentence += 1;
            }
            if self.at >= until && self.left_open.is_none() && reached <= self.at {
                break;
            }
        }
        let runs = self.runs.get(first..).unwrap_or_default();
        self.waiting = stretches(text, &sentences, runs, self.lexicon).into_iter();
    }

    /// Looks at the unit from `start` to `end`.
    fn look(&mut self, text: &str, start: usize, end: usize) {
        let gap = text.get(self.seen..start);
        self.paragraph += usize::from(gap.is_some_and(|gap| gap.contains('\n')));
        self.seen = start;
        while self.runs.get(self.run).is_some_and(|next| next.start < start) {
            self.run += 1;
        }
        let runs = self.runs.get(self.run..).unwrap_or_default();
        let inside = runs.iter().take_while(|next| next.start < end).count();
        let mut unit = Unit::new(text, (start, end), &runs[..inside], self.run, self.lexicon);
        unit.paragraph = self.paragraph;
        let cues = rules::cues(&unit);
        let drafts = rules::drafts(&unit, &cues, self.memory.told(&unit));
        self.memory.keep(&unit, &cues, &drafts, &self.runs);
    }
}
