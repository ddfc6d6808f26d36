//! Nouns that are cues: `Ana's claim that …`, `the warning by officials that …`. Knows who owns a
//! noun; knows no verb.

use super::clause::{self, Next};
use super::cue::{Cue, Form};
use super::draft::Draft;
use super::lexicon::Class;
use super::report;
use super::source::{self, Source};
use super::unit::Unit;

/// Finds the statement that the noun at `at` announces.
pub(super) fn statement(unit: &Unit, at: usize, next: &[Next]) -> Option<Draft> {
    if !unit.is(at, Class::NOUN) || at == 0 {
        return None;
    }
    let cue = Cue { from: at, verb: at, to: at + 1, class: Class::NOUN, form: Form::Passive };
    let mut from = at + 1;
    let mut source = owner(unit, at);
    if unit.is(from, Class::BY) && unit.words(from) != "of" {
        let to = (from + 1..unit.last().min(from + 9))
            .find(|&to| unit.is(to, Class::THAT | Class::TO) || !unit.is_word(to))?;
        source = Some(Source { from: from + 1, to });
        from = to;
    }
    let time = (from..from + 3).take_while(|&at| unit.is(at, Class::TIME | Class::PREP)).count();
    if unit.is(from + time, Class::THAT) {
        from += time;
    }
    let aim = unit.is(at, Class::INTEND | Class::PHRASAL)
        && unit.is(from, Class::TO)
        && unit.is(from + 1, Class::BASE | Class::VERB | Class::AUX);
    let clause = unit.is(from, Class::THAT) && !unit.is(from + 1, Class::AUX | Class::VERB);
    if !clause && !aim {
        return None;
    }
    let source = source?;
    let end = clause::end(unit, from, &cue, next, aim);
    let found = (cue.class, cue.form);
    report::draft(unit, vec![(from, end)], Some(source), (at, at + 1), "noun", found)
}

/// Finds the owner of the noun at `at`: `Ana's earlier claim`, `his claim`.
fn owner(unit: &Unit, at: usize) -> Option<Source> {
    for before in (at.saturating_sub(4)..at).rev() {
        let token = unit.tokens[before];
        if token.is(Class::POSSESSIVE) {
            return Some(Source { from: before, to: before + 1 });
        }
        if token.owner {
            return source::owner_phrase(unit, before);
        }
        if !token.is_word() || token.is(Class::DET | Class::PREP | Class::AUX | Class::CUE) {
            return None;
        }
    }
    None
}
