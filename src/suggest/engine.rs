//! The engine: cuts a text into units, lets the rules look at each, and remembers who spoke last.
//! Knows the order of the rules, not what they look for.

use super::clause::Next;
use super::cue::{Cue, Form, cues};
use super::draft::{Draft, Kind};
use super::lexicon::{Class, Lexicon, key};
use super::marks::{Run, runs};
use super::source;
use super::unit::{Mark, Unit};
use super::{Confidence, Suggestion, according, noun, quote, report};
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
    /// How much the speaker of this unit counts: most by a quote.
    strength: u8,
    /// The source and cue of a unit that ended with a colon.
    lead: Option<(Option<Span>, Option<Span>)>,
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
    for (start, end) in stretches(text, sentences, &engine.runs, engine.lexicon) {
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
fn stretches(
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
        let quoted = run > 0 && runs.get(run - 1).is_some_and(|before| {
            stretches.last().is_some_and(|last| before.end == last.1 && before.start >= last.0)
                && text.get(before.end..start).is_some_and(|gap| !gap.contains('\n'))
        });
        let signed = quoted && signs(sentence.of(text), lexicon);
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
        && (ends || class.is(Class::TELL | Class::VOICE) || next.is_none_or(|next| next.is(Class::PREP | Class::TIME | Class::SUBORD)))
}

impl Engine<'_> {
    fn read(&mut self, unit: &Unit) {
        self.memory.strength = 0;
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
        self.memory.lead = self.lead(unit, &cues);
    }

    /// Finds who is about to speak when the unit ends with a colon.
    fn lead(&self, unit: &Unit, cues: &[Cue]) -> Option<(Option<Span>, Option<Span>)> {
        if !unit.tokens.last()?.is_point(":") {
            return None;
        }
        let cue = cues.iter().rev().find(|cue| !cue.class.is(Class::INTEND))?;
        let source = source::of(unit, cue, false).or_else(|| source::on_right(unit, cue))?;
        Some((unit.span(source.from, source.to), unit.span(cue.from, cue.to)))
    }


    /// Takes runs with a cue beside them.
    fn quotes(&self, unit: &Unit, cues: &[Cue], quotes: &[usize], drafts: &mut Vec<Draft>) {
        for &at in quotes {
            let Some(mut draft) = quote::attributed(unit, at, cues) else { continue };
            quote::take_beginning(unit, at, cues, &mut draft);
            let words = self.words_in(unit, at);
            let sentence = words >= 3 || draft.rule.starts_with("post") || unit.is_point(at.wrapping_sub(1), ":,");
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
                if !drafts.iter().any(|other| other.kind != Kind::Direct && overlap(other, &draft)) {
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
            if let Some(draft) = report::behind_as(unit, cue, start) {
                add(drafts, draft);
                continue;
            }
            let Some(draft) = report::before(unit, cue, start) else { continue };
            if report::behind(unit, cue, &next[number + 1..]).is_none() || draft.contents.len() > 1 {
                add(drafts, draft);
            }
        }
        for strong in [true, false] {
            for (number, cue) in cues.iter().enumerate() {
                let speech = cue.class.is(Class::SAY | Class::TELL);
                if speech != strong || drafts.iter().any(|draft| draft.uses(cue.verb)) {
                    continue;
                }
                if let Some(draft) = report::behind(unit, cue, &next[number + 1..]) {
                    add(drafts, draft);
                }
            }
        }
        for at in 0..unit.tokens.len() {
            if drafts.iter().any(|draft| draft.uses(at)) {
                continue;
            }
            let later = next.partition_point(|next| next.cue.verb <= at);
            if let Some(draft) = noun::statement(unit, at, &next[later..]) {
                add(drafts, draft);
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
            let headline = unit.is_headline();
            if (words >= FEWEST || words > 1 && (alone || headline)) && (headline || !quote::is_title(unit, at)) {
                let near = drafts.iter().rev().find(|draft| draft.cue.is_some_and(|cue| cue.0 < at));
                let source = near.or(drafts.first()).and_then(|draft| draft.source);
                drafts.push(Draft {
                    contents: vec![(at, at + 1)],
                    kind: Kind::Direct,
                    source,
                    cue: None,
                    rule: if alone { "continued" } else { "no-cue" },
                    class: Class::default(),
                    form: Form::Finite,
                });
            } else if quote::is_near_cue(unit, at) {
                drafts.push(Draft {
                    contents: vec![(at, at + 1)],
                    kind: Kind::Direct,
                    source: None,
                    cue: None,
                    rule: "short",
                    class: Class::default(),
                    form: Form::Finite,
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
        let mut cue: Vec<Span> = draft.cue.and_then(|(from, to)| unit.span(from, to)).into_iter().collect();
        let lead = self.memory.lead.take().filter(|_| draft.rule == "continued");
        if let Some((speaker, verb)) = lead {
            source.extend(speaker);
            cue.extend(verb);
        } else if draft.kind == Kind::Direct && source.is_empty() && draft.cue.is_none() && draft.rule == "continued" {
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
        if let Some(span) = source.first().filter(|_| !cue.is_empty()) {
            let strength = match draft.kind {
                Kind::Direct => 3,
                _ if draft.class.is(Class::SAY | Class::TELL) => 2,
                _ => 1,
            };
            if strength >= self.memory.strength {
                let named = draft.source.and_then(|source| source::named(unit, source));
                self.memory.speaker = Some((named.unwrap_or(*span), unit.paragraph));
                self.memory.strength = strength;
            }
        }
        if draft.kind == Kind::Direct && draft.rule != "no-cue" {
            let head = continues.unwrap_or(number);
            self.memory.quote = Some((head, unit.paragraph));
            self.memory.strength = 3;
        } else if !cue.is_empty() && self.memory.strength < 3 {
            self.memory.quote = None;
        }
        self.found.push(Suggestion {
            contents,
            kind: draft.kind,
            quoted,
            source,
            cue,
            confidence: Confidence::Likely,
            rule: name(draft),
            continues,
        });
    }
}

/// Adds a draft unless one that claims the same words is there.
fn add(drafts: &mut Vec<Draft>, draft: Draft) {
    if !drafts.iter().any(|other| overlap(other, &draft)) {
        drafts.push(draft);
    }
}

/// Tells whether two drafts claim the same words as said.
fn overlap(one: &Draft, other: &Draft) -> bool {
    let share = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.1 && b.0 < a.1;
    one.contents.iter().any(|a| other.contents.iter().any(|b| share(a, b)))
}

fn name(draft: &Draft) -> String {
    let c = |class| draft.class.is(class);
    let tier = if c(Class::SAY) { "say" } else if c(Class::TELL) { "tell" } else if c(Class::SHOW) { "show" } else if c(Class::THINK) { "think" } else { "" };
    format!("{} {} {}", draft.rule, tier, match draft.form { Form::Finite => "", Form::Participial => "part", Form::Infinitive => "inf", Form::Passive => "pass" })
}
