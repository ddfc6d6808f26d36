//! The engine: cuts a text into units, lets the rules look at each, and remembers who spoke last.
//! Knows the order of the rules, not what they look for.

use super::clause::Next;
use super::cue::{Cue, cues};
use super::draft::{Draft, Kind};
use super::lexicon::{Class, Lexicon};
use super::marks::{Run, runs};
use super::source::{self, Side};
use super::unit::{Mark, Unit};
use super::{Confidence, Suggestion, according, quote, report};
use crate::text::{Byte, Language, Span};

/// The fewest words of a run without a cue that is taken for a quote.
const FEWEST: usize = 4;

struct Engine<'t> {
    text: &'t str,
    runs: Vec<Run>,
    lexicon: &'static Lexicon,
    memory: Memory,
    found: Vec<Suggestion>,
}

/// What was seen before a unit.
#[derive(Default)]
struct Memory {
    /// Who spoke last, and in which paragraph.
    speaker: Option<(Span, usize)>,
    /// The last direct quote that began an attribution, and its paragraph.
    quote: Option<(usize, usize)>,
}

pub(super) fn suggest(text: &str, sentences: &[Span], language: Language) -> Vec<Suggestion> {
    let mut engine = Engine {
        text,
        runs: runs(text, language),
        lexicon: Lexicon::of(language),
        memory: Memory::default(),
        found: Vec::new(),
    };
    let mut run = 0;
    let mut paragraph = 0;
    let mut seen = 0;
    for (start, end) in stretches(sentences, &engine.runs) {
        paragraph += text.get(seen..start).unwrap_or("").matches('\n').count().min(1);
        seen = start;
        while engine.runs.get(run).is_some_and(|next| next.start < start) {
            run += 1;
        }
        let inside = engine.runs[run..].iter().take_while(|next| next.start < end).count();
        let mut unit =
            Unit::new(text, (start, end), &engine.runs[run..run + inside], run, engine.lexicon);
        unit.paragraph = paragraph;
        engine.read(&unit);
    }
    engine.found
}

/// Joins sentences that a run holds together.
fn stretches(sentences: &[Span], runs: &[Run]) -> Vec<(usize, usize)> {
    let mut stretches: Vec<(usize, usize)> = Vec::new();
    let mut run = 0;
    for sentence in sentences {
        let (start, end) = (sentence.start().0, sentence.end().0);
        while runs.get(run).is_some_and(|next| next.end <= start) {
            run += 1;
        }
        let inside = runs.get(run).is_some_and(|next| next.start < start);
        match stretches.last_mut().filter(|_| inside) {
            Some(last) => last.1 = end,
            None => stretches.push((start, end)),
        }
    }
    stretches
}

impl Engine<'_> {
    fn read(&mut self, unit: &Unit) {
        let cues = cues(unit);
        let quotes: Vec<usize> = (0..unit.tokens.len()).filter(|&at| unit.is_quote(at)).collect();
        let mut drafts: Vec<Draft> = Vec::new();
        self.quotes(unit, &cues, &quotes, &mut drafts);
        self.reports(unit, &cues, &mut drafts);
        let mut rest = Vec::new();
        for &at in &quotes {
            if !drafts.iter().any(|draft| draft.holds(at)) {
                rest.push(at);
            }
        }
        self.keep(unit, drafts, &rest);
    }

    /// Takes runs with a cue beside them.
    fn quotes(&self, unit: &Unit, cues: &[Cue], quotes: &[usize], drafts: &mut Vec<Draft>) {
        for &at in quotes {
            let Some(draft) = quote::attributed(unit, at, cues) else { continue };
            let words = self.words_in(unit, at);
            let sentence = words >= 3 || draft.rule == "post-posed-cue" || unit.is_point(at.wrapping_sub(1), ":,");
            if sentence {
                drafts.push(draft);
            }
        }
    }

    /// Takes reported statements, those before their cue first, then from left to right.
    fn reports(&self, unit: &Unit, cues: &[Cue], drafts: &mut Vec<Draft>) {
        let start = (0..unit.tokens.len())
            .find(|&at| unit.is_word(at) || unit.is_quote(at))
            .unwrap_or(0);
        for at in 0..unit.tokens.len() {
            if let Some(draft) = according::statement(unit, at, start) {
                if !drafts.iter().any(|other| overlap(other, &draft)) {
                    drafts.push(draft);
                }
            }
        }
        let next: Vec<Next> = cues
            .iter()
            .map(|&cue| {
                let source = source::on_left(unit, cue.from);
                Next { start: source.map_or(cue.from, |source| source.from), cue }
            })
            .collect();
        for (number, cue) in cues.iter().enumerate().rev() {
            if drafts.iter().any(|draft| draft.uses(cue.verb)) {
                continue;
            }
            let Some(draft) = report::before(unit, cue, start) else { continue };
            if report::behind(unit, cue, &next[number + 1..]).is_none() || draft.contents.len() > 1 {
                if !drafts.iter().any(|other| overlap(other, &draft)) {
                    drafts.push(draft);
                }
            }
        }
        for (number, cue) in cues.iter().enumerate() {
            if drafts.iter().any(|draft| draft.uses(cue.verb)) {
                continue;
            }
            if let Some(draft) = report::behind(unit, cue, &next[number + 1..]) {
                if !drafts.iter().any(|other| overlap(other, &draft)) {
                    drafts.push(draft);
                }
            }
        }
    }

    fn words_in(&self, unit: &Unit, at: usize) -> usize {
        unit.words(at).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
    }

    /// Makes suggestions of the drafts and of runs without a cue.
    fn keep(&mut self, unit: &Unit, mut drafts: Vec<Draft>, rest: &[usize]) {
        for &at in rest {
            let alone = (0..unit.tokens.len()).all(|other| other == at || !unit.is_word(other));
            let words = self.words_in(unit, at);
            if words >= FEWEST || alone && words > 1 {
                drafts.push(Draft {
                    contents: vec![(at, at + 1)],
                    kind: Kind::Direct,
                    source: None,
                    cue: None,
                    rule: if alone { "continued" } else { "no-cue" },
                });
            }
        }
        drafts.sort_by_key(|draft| draft.contents.first().copied());
        for draft in drafts {
            self.suggest(unit, &draft);
        }
    }

    fn suggest(&mut self, unit: &Unit, draft: &Draft) {
        let contents: Vec<Span> =
            draft.contents.iter().filter_map(|&(from, to)| unit.span(from, to)).collect();
        if contents.is_empty() {
            return;
        }
        let quoted = (0..unit.tokens.len())
            .filter(|&at| draft.holds(at))
            .filter_map(|at| match unit.tokens[at].mark {
                Mark::Quote(run) => self.runs.get(run),
                _ => None,
            })
            .filter_map(|run| Span::new(self.text, Byte(run.start), Byte(run.end)).ok())
            .collect();
        let mut source: Vec<Span> = draft
            .source
            .and_then(|source| unit.span(source.from, source.to))
            .into_iter()
            .collect();
        let mut continues = None;
        if draft.kind == Kind::Direct && source.is_empty() && draft.cue.is_none() && draft.rule == "continued" {
            if let Some((number, paragraph)) = self.memory.quote {
                if unit.paragraph <= paragraph + 1 {
                    continues = Some(number);
                }
            }
            if continues.is_none() {
                if let Some((speaker, paragraph)) = self.memory.speaker {
                    if unit.paragraph <= paragraph + 2 {
                        source.push(speaker);
                    }
                }
            }
        }
        let number = self.found.len();
        if let Some(span) = source.first().filter(|_| draft.cue.is_some()) {
            self.memory.speaker = Some((*span, unit.paragraph));
        }
        if draft.kind == Kind::Direct && draft.rule != "no-cue" {
            let head = continues.unwrap_or(number);
            self.memory.quote = Some((head, unit.paragraph));
        } else if draft.cue.is_some() {
            self.memory.quote = None;
        }
        self.found.push(Suggestion {
            contents,
            kind: draft.kind,
            quoted,
            source,
            cue: draft.cue.and_then(|(from, to)| unit.span(from, to)).into_iter().collect(),
            confidence: Confidence::Likely,
            rule: draft.rule,
            continues,
        });
    }
}

/// Tells whether two drafts claim the same words as said.
fn overlap(one: &Draft, other: &Draft) -> bool {
    let share = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.1 && b.0 < a.1;
    one.contents.iter().any(|a| other.contents.iter().any(|b| share(a, b)))
}
