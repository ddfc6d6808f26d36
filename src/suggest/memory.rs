//! Memory: what is kept from one unit to the next, and the suggestions made with it: who spoke
//! last, whose quote goes on, who was about to speak. Knows no rule but by name.

use super::cue::Cue;
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::marks::Run;
use super::source::Source;
use super::turn::Turns;
use super::unit::{Mark, Unit};
use super::{Suggestion, confidence};
use super::{quote, source};
use crate::text::{Byte, Span};

/// How many paragraphs a speaker is remembered over.
const REACH: usize = 2;
/// How far before a quote without a speaker the name can stand that it is given to, in bytes.
const NEAR: usize = 240;
/// How many names are remembered.
const NAMES: usize = 12;

/// What was seen before a unit, and what was found so far.
#[derive(Default)]
pub(super) struct Memory {
    /// Who spoke last, and in which paragraph.
    speaker: Option<(Span, usize)>,
    /// The number of the quote that may go on, and its paragraph.
    quote: Option<(usize, usize)>,
    /// How much the speaker of this unit counts: most by a quote.
    strength: u8,
    /// The source and cue of a unit that ended with a colon.
    lead: Option<(Option<Span>, Option<Span>)>,
    /// The number of the statement that goes on without a cue, and its paragraph.
    free: Option<(usize, usize)>,
    turns: Turns,
    /// The number of the turn that goes on, and its paragraph.
    turn: Option<(usize, usize)>,
    /// The paragraph of the last unit.
    paragraph: Option<usize>,
    /// The last names, with what is known of who bears them.
    names: Vec<(Span, Class)>,
    found: Vec<Suggestion>,
}

impl Memory {
    /// Returns the suggestions made so far.
    pub(super) fn found(&self) -> &[Suggestion] {
        &self.found
    }

    /// Returns all suggestions.
    pub(super) fn into_found(self) -> Vec<Suggestion> {
        self.found
    }

    /// Tells whether somebody spoke before `unit` in its paragraph.
    pub(super) fn told(&self, unit: &Unit) -> bool {
        self.speaker.is_some_and(|(_, paragraph)| paragraph == unit.paragraph)
    }

    /// Keeps the drafts of a unit.
    pub(super) fn keep(&mut self, unit: &Unit, cues: &[Cue], drafts: &[Draft], runs: &[Run]) {
        let begins = self.paragraph.replace(unit.paragraph) != Some(unit.paragraph);
        self.turn = self.turn.filter(|&(_, paragraph)| paragraph == unit.paragraph);
        if let Some((number, _)) = self.turn {
            let more = unit.span(0, unit.tokens.len());
            if let (Some(more), Some(last)) = (more, self.found.get_mut(number)) {
                last.contents = vec![last.contents.iter().fold(more, |all, span| all.hull(*span))];
            }
            return;
        }
        if let Some(draft) = begins.then(|| self.turns.draft(unit)).flatten() {
            self.turn = Some((self.found.len(), unit.paragraph));
            self.suggest(unit, &draft, runs);
            return;
        }
        self.strength = 0;
        let free = self.free.take();
        for draft in drafts {
            if draft.rule == "free-indirect" {
                self.go_on(unit, draft, free, runs);
            } else {
                self.suggest(unit, draft, runs);
            }
        }
        self.lead = lead(unit, cues);
        if drafts.iter().all(|draft| draft.source.is_none()) {
            self.name(unit, source::opening(unit, unit.tokens.len()));
        }
    }

    /// Remembers the name that `source` is.
    fn name(&mut self, unit: &Unit, source: Option<Source>) {
        let Some(source) = source else { return };
        let tokens = || unit.tokens.get(source.from..source.to).unwrap_or_default().iter();
        let named = tokens().any(|token| token.capital && !token.is(Class::DET | Class::PRONOUN));
        let class = tokens().fold(Class::default(), |all, token| all | token.class);
        let several = tokens().any(|token| token.is(Class::COORD));
        let class = if several { class | Class::THEY } else { class };
        if let Some(span) = unit.span(source.from, source.to).filter(|_| named) {
            if self.names.len() >= NAMES {
                self.names.remove(0);
            }
            self.names.push((span, class));
        }
    }

    /// Finds the name that the pronoun which is the source stands for.
    fn antecedent(&self, unit: &Unit, draft: &Draft) -> Option<Span> {
        let source = draft.source?;
        let pronoun = unit.tokens.get(source.from).filter(|_| source.to == source.from + 1)?;
        let is = |class| pronoun.is(class);
        if is(Class::REL) {
            return source::named(unit, source);
        }
        if !is(Class::SUBJECT) {
            return None;
        }
        let fits = |&&(_, class): &&(Span, Class)| {
            let (he, she) = (class.is(Class::HE | Class::MEN), class.is(Class::SHE | Class::WOMEN));
            let they = class.is(Class::THEY);
            is(Class::HE) && (he || !she) && !they
                || is(Class::SHE) && (she || !he) && !they
                || is(Class::THEY) && !he && !she
        };
        self.names.iter().rev().find(fits).map(|&(span, _)| span)
    }

    /// Takes a statement without a cue as part of the one before, in the same paragraph.
    fn go_on(&mut self, unit: &Unit, draft: &Draft, free: Option<(usize, usize)>, runs: &[Run]) {
        let here = |paragraph: usize| paragraph == unit.paragraph;
        if let Some((number, _)) = free.filter(|&(_, paragraph)| here(paragraph)) {
            let more = draft.contents.first().and_then(|&(from, to)| unit.span(from, to));
            let last = self.found.get_mut(number);
            if let (Some(more), Some(last)) = (more, last) {
                last.contents = vec![last.contents.iter().fold(more, |all, span| all.hull(*span))];
                last.quoted.extend(quoted(unit, draft, runs));
                self.free = free;
            }
        } else {
            self.free = Some((self.found.len(), unit.paragraph));
            self.suggest(unit, draft, runs);
        }
    }

    fn suggest(&mut self, unit: &Unit, draft: &Draft, runs: &[Run]) {
        let mut made = Suggestion {
            contents: contents(unit, draft),
            kind: draft.kind,
            quoted: quoted(unit, draft, runs),
            source: draft.source.and_then(|s| unit.span(s.from, s.to)).into_iter().collect(),
            cue: draft.cue.and_then(|(from, to)| unit.span(from, to)).into_iter().collect(),
            confidence: confidence::of(draft),
            antecedent: self.antecedent(unit, draft),
            rule: confidence::name(draft),
            continues: None,
        };
        if made.contents.is_empty() {
            return;
        }
        let continued = draft.rule == "continued";
        if let Some((speaker, cue)) = self.lead.take().filter(|_| continued) {
            made.source.extend(speaker);
            made.cue.extend(cue);
        } else if made.source.is_empty() && (continued || draft.rule == "free-indirect") {
            self.carry(unit, draft, &mut made);
        }
        self.name(unit, draft.source);
        self.remember(unit, draft, &made);
        self.found.push(made);
    }

    /// Gives a statement without a source of its own the one it goes on with.
    fn carry(&self, unit: &Unit, draft: &Draft, made: &mut Suggestion) {
        let near = |&(_, paragraph): &(usize, usize)| unit.paragraph <= paragraph + 1;
        made.continues = self
            .quote
            .filter(|_| draft.kind == Kind::Direct)
            .filter(near)
            .map(|(number, _)| number);
        let speaker = self.speaker.filter(|&(_, paragraph)| unit.paragraph <= paragraph + REACH);
        if made.continues.is_none() {
            let near = |name: &Span| name.end().0 + NEAR > made.contents[0].start().0;
            let named = self.names.last().map(|&(span, _)| span).filter(near);
            made.source.extend(speaker.map(|(span, _)| span).or(named));
        }
    }

    fn remember(&mut self, unit: &Unit, draft: &Draft, made: &Suggestion) {
        if let Some(&span) = made.source.first().filter(|_| !made.cue.is_empty()) {
            let strength = match draft.kind {
                Kind::Direct => 3,
                _ if draft.class.is(Class::SAY | Class::TELL) => 2,
                _ => 1,
            };
            if strength >= self.strength {
                let named = draft.source.and_then(|source| source::named(unit, source));
                self.speaker = Some((named.unwrap_or(span), unit.paragraph));
                self.strength = strength;
            }
        }
        if draft.kind == Kind::Direct && draft.rule != "no-cue" {
            self.quote = Some((made.continues.unwrap_or(self.found.len()), unit.paragraph));
            self.strength = 3;
        } else if !made.cue.is_empty() && self.strength < 3 {
            self.quote = None;
        }
    }
}

/// Returns what was said; a quote over several paragraphs has one fragment in each.
fn contents(unit: &Unit, draft: &Draft) -> Vec<Span> {
    let spans = draft.contents.iter().filter_map(|&(from, to)| unit.span(from, to));
    if draft.kind != Kind::Direct {
        return spans.collect();
    }
    let fragments = |span: Span| {
        let mut at = span.start().0;
        span.of(unit.text).split('\n').filter_map(move |line| {
            let start = at;
            at += line.len() + 1;
            Span::trimmed(unit.text, Byte(start), Byte(start + line.len()))
        })
    };
    spans.flat_map(fragments).collect()
}

/// Returns the runs in quote marks inside what was said.
fn quoted(unit: &Unit, draft: &Draft, runs: &[Run]) -> Vec<Span> {
    let run = |at: usize| match unit.tokens[at].mark {
        Mark::Quote(run) => runs.get(run),
        _ => None,
    };
    (0..unit.tokens.len())
        .filter(|&at| draft.holds(at))
        .filter(|&at| draft.kind == Kind::Direct || !quote::is_programme(unit, at))
        .filter_map(run)
        .filter_map(|run| Span::new(unit.text, Byte(run.start), Byte(run.end)).ok())
        .collect()
}

/// Finds who is about to speak when the unit ends with a colon.
fn lead(unit: &Unit, cues: &[Cue]) -> Option<(Option<Span>, Option<Span>)> {
    if !unit.tokens.last()?.is_point(":") {
        return None;
    }
    let cue = cues.iter().rev().find(|cue| !cue.class.is(Class::INTEND))?;
    let source = source::of(unit, cue, false).or_else(|| source::on_right(unit, cue))?;
    Some((unit.span(source.from, source.to), unit.span(cue.from, cue.to)))
}
