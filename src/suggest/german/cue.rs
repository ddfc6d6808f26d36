//! Cues in German: verbs in second or last place, and verbs whose first part splits off. Knows verb
//! forms and clause borders; knows no source.

use crate::suggest::cue::{Cue, Form};
use crate::suggest::lexicon::Class;
use crate::suggest::unit::Unit;

/// How far a clause is looked at, in tokens.
const REACH: usize = 28;

/// Finds the cues of `unit`, in order.
pub(in crate::suggest) fn cues(unit: &Unit) -> Vec<Cue> {
    (0..unit.tokens.len()).filter_map(|at| cue(unit, at)).collect()
}

pub(super) fn cue(unit: &Unit, verb: usize) -> Option<Cue> {
    let token = unit.tokens.get(verb).filter(|token| token.is_word())?;
    if token.capital && verb > 0 && unit.is_word(verb - 1) {
        return None;
    }
    let cue = |from, class, form| Some(Cue { from, verb, to: verb + 1, class, form });
    if token.is(Class::SO) {
        let behind = verb > 0 && (unit.is_point(verb - 1, ",—") || unit.is_quote(verb - 1));
        let named = unit.tokens.get(verb + 1).is_some_and(|next| {
            next.is_word() && (next.capital || next.is(Class::DET)) && !next.is(Class::CONJ)
        });
        return if behind && named {
            cue(verb, Class::SAY | Class::SO | Class::PAST, Form::Finite)
        } else {
            None
        };
    }
    if token.is(Class::SPLIT) && particle(unit, verb).is_some() {
        return cue(verb, Class::SAY | Class::PAST, Form::Finite);
    }
    if !token.is(Class::CUE) {
        return None;
    }
    if token.is(Class::PARTICIPLE)
        && let Some(helper) = helper(unit, verb)
    {
        let form = if unit.is(helper, Class::BE) { Form::Passive } else { Form::Finite };
        return cue(verb, token.class, form);
    }
    if token.is(Class::THIRD | Class::PAST) {
        return cue(verb, token.class, Form::Finite);
    }
    if token.is(Class::BASE) && !(verb > 0 && unit.is(verb - 1, Class::TO)) && !modal(unit, verb) {
        return cue(verb, token.class, Form::Finite);
    }
    None
}

/// Finds the second part of the verb at `verb`, before the next comma: `teilte … mit`.
fn particle(unit: &Unit, verb: usize) -> Option<usize> {
    let end = clause_end(unit, verb + 1);
    let last = end.checked_sub(1).filter(|&last| last > verb)?;
    unit.is(last, Class::PARTICLE).then_some(last)
}

/// Returns the place of the next point or run behind `from`, or the end of the unit.
pub(super) fn clause_end(unit: &Unit, from: usize) -> usize {
    (from..unit.tokens.len().min(from + REACH))
        .find(|&at| unit.is_point(at, ",:;—.!?") || unit.is_quote(at))
        .unwrap_or(unit.tokens.len().min(from + REACH))
}

/// Returns the first place of the clause that `at` stands in.
pub(super) fn clause_start(unit: &Unit, at: usize) -> usize {
    (at.saturating_sub(REACH)..at)
        .rev()
        .find(|&before| unit.is_point(before, ",:;—") || unit.is_quote(before))
        .map_or(at.saturating_sub(REACH), |before| before + 1)
}

/// Finds the auxiliary of the participle at `verb`, before it or right behind it.
pub(super) fn helper(unit: &Unit, verb: usize) -> Option<usize> {
    let auxiliary = |at: usize| unit.is(at, Class::HAVE | Class::BE);
    if auxiliary(verb + 1) {
        return Some(verb + 1);
    }
    let start = clause_start(unit, verb);
    let found = (start..verb).rev().find(|&at| auxiliary(at));
    if found.is_some() || start == 0 || !unit.is_point(start - 1, ",") {
        return found;
    }
    // An apposition or relative clause stands between.
    let outer = clause_start(unit, start - 1);
    let outer = if outer > 0 { clause_start(unit, outer - 1) } else { outer };
    (outer..start).rev().find(|&at| auxiliary(at))
}

/// Tells whether a modal verb stands before the infinitive at `verb`.
fn modal(unit: &Unit, verb: usize) -> bool {
    (clause_start(unit, verb)..verb)
        .any(|at| unit.is(at, Class::MODAL) || unit.words(at) == "würde" || unit.is(at, Class::BE))
}
