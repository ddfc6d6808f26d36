//! Quotes: runs in quote marks that are someone's words, with the cue and source beside them.
//! Knows what stands next to a run; knows no reported statement.

use super::cue::{Cue, Form};
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::source::{self, Source};
use super::unit::Unit;

/// Finds who said the run at the token `at`, by the cues beside it.
pub(super) fn attributed(unit: &Unit, at: usize, cues: &[Cue]) -> Option<Draft> {
    let draft = |source, cue: &Cue, rule| {
        Some(Draft {
            contents: vec![(at, at + 1)],
            kind: Kind::Direct,
            source,
            cue: Some((cue.from, cue.to)),
            rule,
        })
    };
    if let Some((source, cue)) = behind(unit, at, cues) {
        return draft(Some(source), cue, "post-posed-cue");
    }
    if let Some((source, cue, near)) = before(unit, at, cues) {
        return draft(source, cue, if near { "lead-in" } else { "far-lead-in" });
    }
    None
}

/// Finds a cue behind the run: `“…,” Ana said`, `“…,” said Ana`.
fn behind<'c>(unit: &Unit, at: usize, cues: &'c [Cue]) -> Option<(Source, &'c Cue)> {
    let mut first = at + 1;
    while unit.is_point(first, ",—!?") {
        first += 1;
    }
    let cue = cues.iter().find(|cue| cue.verb >= first && cue.form != Form::Infinitive)?;
    if (first..cue.verb).any(|between| unit.is_quote(between)) {
        return None;
    }
    if cue.from == first {
        if cue.form == Form::Participial {
            return None;
        }
        return source::on_right(unit, cue).map(|source| (source, cue));
    }
    let source = source::on_left(unit, cue.from)?;
    let near = source.from == first || (first..source.from).all(|lead| {
        unit.is(lead, Class::ADVERB | Class::TIME | Class::PREP | Class::COORD)
    });
    near.then_some((source, cue))
}

/// Finds a cue before the run: `Ana said: “…”`. Also tells whether nothing stands between.
fn before<'c>(unit: &Unit, at: usize, cues: &'c [Cue]) -> Option<(Option<Source>, &'c Cue, bool)> {
    let points = at > 0 && unit.is_point(at - 1, ",:—");
    let end = if points { at - 1 } else { at };
    let cue = cues.iter().rev().find(|cue| cue.to <= end)?;
    let between = || (cue.to..end).map(|place| unit.tokens[place]);
    if between().any(|token| token.is_quote() || token.is_point(":;")) {
        return None;
    }
    let near = cue.to == end;
    let inverted = cue.form == Form::Finite && source::on_right(unit, cue).is_some_and(|source| source.to == end);
    let colon = at > 0 && unit.is_point(at - 1, ":");
    let comma = points && !between().any(|token| token.is(Class::THAT | Class::SUBJECT));
    if !(near || colon || comma || inverted) {
        return None;
    }
    let source = if inverted { source::on_right(unit, cue) } else { source::of(unit, cue, false) };
    if source.is_none() && !colon && cue.form == Form::Finite {
        return None;
    }
    Some((source, cue, near || colon || inverted))
}
