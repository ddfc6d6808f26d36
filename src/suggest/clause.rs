//! Clauses: how far a reported statement reaches. Knows where clauses begin and end; knows no
//! source.

use super::cue::{Cue, Form};
use super::lexicon::Class;
use super::unit::Unit;

/// A later attribution of the same unit: its cue, and where its source begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next {
    pub(super) start: usize,
    pub(super) cue: Cue,
}

/// Finds the gap where the statement that begins at `from` ends.
pub(super) fn end(unit: &Unit, from: usize, next: &[Next]) -> usize {
    let last = unit.last();
    let mut at = from + 1;
    while at < last {
        let token = unit.tokens[at];
        if token.is_point(";") || token.is_point(",—") && breaks(unit, at + 1, next) {
            return at;
        }
        if token.is(Class::COORD) && at > from + 2 && goes_on_with_cue(unit, at + 1, next) {
            return at;
        }
        at += 1;
    }
    last.max(from)
}

/// Tells whether another attribution begins behind the comma before `at`.
fn breaks(unit: &Unit, at: usize, next: &[Next]) -> bool {
    if unit.is(at, Class::ACCORD) {
        return true;
    }
    let mut first = at;
    if unit.is(first, Class::COORD | Class::SUBORD) {
        first += 1;
    }
    next.iter().any(|next| {
        let begins = next.start == first || next.cue.from == first;
        let strong = next.cue.class.is(Class::SAY | Class::TELL | Class::SHOW | Class::ASK);
        match next.cue.form {
            Form::Participial => next.cue.from == at && (strong || next.cue.class.is(Class::CALL | Class::ABOUT)),
            Form::Finite => begins && (strong || first > at),
            _ => false,
        }
    })
}

/// Tells whether a verb of saying with the same subject follows a conjunction: `and said`.
fn goes_on_with_cue(unit: &Unit, at: usize, next: &[Next]) -> bool {
    next.iter().any(|next| {
        next.cue.from == at
            && next.cue.form == Form::Finite
            && next.cue.class.is(Class::PAST | Class::THIRD)
            && next.cue.class.is(Class::SAY | Class::TELL | Class::CALL | Class::ASK)
            && unit.is_word(at)
    })
}
