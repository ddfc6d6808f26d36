//! Clauses: how far a reported statement reaches. Knows where clauses begin and end; knows no
//! source.

use super::cue::{Cue, Form};
use super::lexicon::Class;
use super::quote;
use super::source;
use super::unit::Unit;

/// A later attribution of the same unit: its cue, and where its source begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next {
    pub(super) start: usize,
    pub(super) cue: Cue,
}

/// Finds the gap where the statement of `cue` that begins at `from` ends.
///
/// A `short` one is no clause of its own and ends at the first comma.
pub(super) fn end(unit: &Unit, from: usize, cue: &Cue, next: &[Next], short: bool) -> usize {
    let last = unit.last();
    let fronted = is_fronted(unit, cue);
    let short = short || unit.is_headline();
    let aim = unit.is(from, Class::TO) || cue.class.is(Class::URGE);
    let mut at = from + 1;
    while at < last {
        let token = unit.tokens[at];
        if ends_sentence(unit, at - 1) && (token.capital || token.is_quote()) {
            return at;
        }
        let example = matches!(unit.words(at + 1), "including" | "especially" | "such");
        if token.is_point(";") || short && token.is_point(",—:(") && !example {
            return at;
        }
        let date = |at: usize| unit.is(at, Class::TIME) && unit.tokens[at].capital;
        if short && !aim && (date(at) || token.is(Class::PREP) && date(at + 1)) {
            return at;
        }
        if short && token.is_quote() && unit.closing(at) == Some(',') {
            return at + 1;
        }
        let verb =
            |at: usize| unit.is_word(at) && !unit.tokens[at].capital && may_be_finite(unit, at);
        if short
            && token.is(Class::COORD)
            && verb(at + 1)
            && unit.is(at + 2, Class::DET | Class::OBJECT | Class::POSSESSIVE)
        {
            return at;
        }
        if short && token.is(Class::SUBORD) && !token.is(Class::PREP | Class::WH) {
            return at;
        }
        if ends_with_comma(unit, at) {
            let behind = at + 1;
            let own = usize::from(token.is_quote());
            if breaks(unit, behind, next) || fronted && begins_main_clause(unit, behind) {
                return at + own;
            }
        }
        if token.is(Class::COORD) && at > from + 1 && goes_on_with_cue(unit, at + 1, cue, next) {
            return if ends_with_comma(unit, at - 1) && !unit.is_quote(at - 1) {
                at - 1
            } else {
                at
            };
        }
        at += 1;
    }
    last.max(from)
}

/// Tells whether the token `at` is a comma or dash, or a run in quote marks that ends with one.
fn ends_with_comma(unit: &Unit, at: usize) -> bool {
    unit.is_point(at, ",—") || unit.is_quote(at) && unit.closing(at) == Some(',')
}

/// Tells whether the token `at` is a run in quote marks that ends with a full stop.
fn ends_sentence(unit: &Unit, at: usize) -> bool {
    unit.is_quote(at) && matches!(unit.closing(at), Some('.' | '!' | '?'))
}

/// Tells whether the cue stands in a clause before the main one: `While Ana says …, Ben …`.
fn is_fronted(unit: &Unit, cue: &Cue) -> bool {
    let first = (0..cue.from).find(|&at| unit.is_word(at)).unwrap_or(cue.from);
    let subject = source::on_left(unit, cue.from).map_or(cue.from, |source| source.from);
    let opens = unit.is(first, Class::SUBORD)
        || unit.is(first, Class::COORD) && unit.is(first + 1, Class::SUBORD)
        || subject > 0 && unit.is(subject - 1, Class::SUBORD);
    let hanging = matches!(cue.form, Form::Participial | Form::Passive);
    let gerund = hanging && cue.verb <= first + 1;
    let plain = !(first..cue.from).any(|at| unit.is_point(at, ",—;"));
    opens && cue.from < first + 14 || gerund && plain
}

/// Tells whether a subject that begins a main clause may stand at `at`.
fn begins_main_clause(unit: &Unit, at: usize) -> bool {
    unit.tokens.get(at).is_some_and(|token| {
        token.is_word()
            && (token.capital
                || token.is(Class::DET | Class::PRONOUN | Class::DUMMY | Class::PEOPLE))
            && !token.is(Class::REL | Class::COORD | Class::PREP)
    })
}

/// Tells whether another attribution begins behind the comma before `at`.
fn breaks(unit: &Unit, at: usize, next: &[Next]) -> bool {
    if unit.is(at, Class::ACCORD) {
        return true;
    }
    if unit.is(at, Class::NEGATION | Class::REL) {
        return false;
    }
    let joined = unit.is(at, Class::COORD | Class::SUBORD);
    if joined && unit.is(at + 1, Class::THAT) && !unit.is(at + 2, Class::AUX) {
        return false;
    }
    if unit.is(at, Class::COORD) && unit.is(at + 1, Class::AUX) && unit.is(at + 1, Class::NEGATION)
    {
        return true;
    }
    let first = at + usize::from(joined);
    if joined && unit.is(first, Class::MODAL) {
        return false;
    }
    next.iter().any(|next| {
        let begins = next.start == first || next.cue.from == first;
        let strong = next.cue.class.is(Class::SAY | Class::TELL | Class::SHOW);
        match next.cue.form {
            Form::Participial => {
                next.cue.from == first
                    && (strong || joined || next.cue.class.is(Class::CALL | Class::ABOUT))
            }
            Form::Finite => {
                let named = next.cue.from == at && next.cue.class.is(Class::CALL);
                begins && (strong || joined || named) && !next.cue.class.is(Class::VOICE)
            }
            _ => false,
        }
    })
}

/// Tells whether another cue with the same subject follows a conjunction: `and vowed`.
fn goes_on_with_cue(unit: &Unit, at: usize, cue: &Cue, next: &[Next]) -> bool {
    next.iter().any(|next| {
        let strong = next.cue.class.is(Class::SAY | Class::TELL | Class::CALL | Class::ASK);
        if cue.class.is(Class::GERUND) && next.cue.class.is(Class::GERUND) {
            return next.cue.from == at;
        }
        let tense = Class::PAST | Class::PARTICIPLE;
        let same = cue.class.is(tense) == next.cue.class.is(tense);
        next.cue.from == at
            && next.cue.form == Form::Finite
            && next.cue.class.is(Class::PAST | Class::THIRD)
            && (strong || same)
            && unit.is_word(at)
    })
}

/// Tells whether a clause may begin at `at`; a `sure` cue hardly has anything else behind it.
pub(super) fn begins_clause(unit: &Unit, at: usize, sure: bool) -> bool {
    let Some(token) = unit.tokens.get(at) else { return false };
    if token.is_quote() {
        return at + 2 < unit.last() && unit.is_word(at + 1);
    }
    if !token.is_word() || token.is(Class::PREP | Class::COORD) {
        return false;
    }
    if !begins_noun(unit, at) {
        return false;
    }
    let limit = unit.last().min(at + 18);
    for ahead in at + 1..limit {
        let token = unit.tokens[ahead];
        if may_be_finite(unit, ahead) || token.is_quote() && quote::is_small(unit, ahead) {
            return true;
        }
        let ends = token.is_point(",;:")
            || !token.is_word() && !token.is_quote()
            || token.is(Class::COORD) && is_verb(unit, ahead + 1);
        let turns = token.is(Class::PREP | Class::REL | Class::TO) && unit.words(ahead) != "of";
        if ends || turns && !sure {
            return false;
        }
    }
    false
}

/// Tells whether the word at `at` can only be a finite verb of speech.
fn is_verb(unit: &Unit, at: usize) -> bool {
    unit.is(at, Class::SAY) && unit.is(at, Class::PAST | Class::THIRD) && !unit.is(at, Class::NOUNY)
}

/// Tells whether the word at `at` may be a finite verb.
pub(super) fn may_be_finite(unit: &Unit, at: usize) -> bool {
    let token = unit.tokens[at];
    if !token.is_word() || token.capital && !unit.is_headline() {
        return false;
    }
    token.is(Class::AUX | Class::VERB)
        || token.is(Class::CUE) && !token.is(Class::NOUNY | Class::GERUND)
        || token.class == Class::default() && unit.words(at).ends_with("ed")
        || token.owner && unit.is(at, Class::PRONOUN | Class::DUMMY)
        || unit.words(at).contains(['’', '\''])
            && token.is(Class::PRONOUN | Class::DUMMY | Class::AUX)
}

/// Tells whether a noun phrase may begin at `at`.
pub(super) fn begins_noun(unit: &Unit, at: usize) -> bool {
    let Some(token) = unit.tokens.get(at) else { return false };
    token.is_quote()
        || token.is_word()
            && (token.owner
                || token.is(Class::OBJECT)
                || !token.is(Class::PREP
                    | Class::COORD
                    | Class::AUX
                    | Class::SUBORD
                    | Class::ADVERB
                    | Class::TIME))
}
