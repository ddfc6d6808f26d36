//! Sources in German: the subject on either side of the verb. Knows noun phrases by articles,
//! adjectives and capitals; knows no content.

use super::cue::{clause_end, clause_start, helper};
use crate::suggest::cue::{Cue, Form};
use crate::suggest::lexicon::Class;
use crate::suggest::source::{self, Source};
use crate::suggest::unit::Unit;
use crate::text::lower;

/// Finds the source of `cue`.
pub(in crate::suggest) fn source(unit: &Unit, cue: &Cue) -> Option<Source> {
    let cited = unit.words(cue.verb) == "zitiert";
    if cue.form == Form::Passive && !cited {
        return None;
    }
    let anchor = match helper(unit, cue.verb) {
        Some(helper) if unit.is(cue.verb, Class::PARTICIPLE) && helper < cue.verb => helper,
        _ => cue.verb,
    };
    let start = clause_start(unit, anchor);
    if unit.is(start, Class::AS) && anchor > start + 1 && !unit.is(start + 1, Class::AUX) {
        return phrase(unit, start + 1, anchor, Class::PREP);
    }
    left(unit, start, anchor).or_else(|| right(unit, anchor + 1))
}

/// Finds the subject before the verb at `anchor`, in its clause.
pub(in crate::suggest) fn on_left(unit: &Unit, anchor: usize) -> Option<Source> {
    left(unit, clause_start(unit, anchor), anchor)
}

/// Finds the subject behind the cue.
pub(in crate::suggest) fn on_right(unit: &Unit, cue: &Cue) -> Option<Source> {
    right(unit, cue.to)
}

/// Finds the subject before the verb at `anchor`, in the clause that begins at `start`.
fn left(unit: &Unit, start: usize, anchor: usize) -> Option<Source> {
    let mut from = start;
    while unit.is(from, Class::COORD) && from < anchor {
        from += 1;
    }
    if from == anchor && from > start {
        let first = (0..from).find(|&at| unit.is_word(at))?;
        return phrase(unit, first, clause_end(unit, first).min(from), Class::LINK);
    }
    if from == anchor {
        let close = anchor.checked_sub(1).filter(|&close| unit.is_point(close, ","))?;
        return source::behind_apposition(unit, close)
            .filter(|source| !unit.is(source.from, Class::PREP | Class::CONJ));
    }
    let first = unit.tokens[from];
    if first.is(Class::SUBJECT | Class::PRONOUN)
        && !first.is(Class::DUMMY)
        && !first.is(Class::POSSESSIVE)
        && from + 1 == anchor
    {
        return Some(Source { from, to: from + 1 });
    }
    let adverbial = first.is(Class::PREP
        | Class::ADVERB
        | Class::CONJ
        | Class::TIME
        | Class::AUX
        | Class::SUBORD
        | Class::SO)
        && !first.is(Class::DET);
    if adverbial || first.is(Class::DUMMY) && from + 1 == anchor {
        return None;
    }
    let object = matches!(lower(unit.words(from)).as_str(), "dem" | "den" | "einem" | "einen");
    if object { None } else { phrase(unit, from, anchor, Class::PREP) }
}

/// Finds the subject behind the verb before `at`.
pub(super) fn right(unit: &Unit, at: usize) -> Option<Source> {
    let mut from = at;
    while unit.is(from, Class::ADVERB | Class::OBJECT)
        && !unit.is(from, Class::POSSESSIVE | Class::PREP)
        && from < at + 3
    {
        from += 1;
    }
    let first = unit.tokens.get(from)?;
    if first.is(Class::SUBJECT) && !first.is(Class::DUMMY) && !first.is(Class::POSSESSIVE)
        || first.is(Class::SUBJECT) && !unit.tokens.get(from + 1).is_some_and(|next| next.capital)
    {
        return (!first.is(Class::DUMMY)).then_some(Source { from, to: from + 1 });
    }
    if first.is(Class::PREP | Class::CONJ | Class::TO) && !first.is(Class::DET) {
        return None;
    }
    let end = clause_end(unit, from);
    phrase(unit, from, end, Class::LINK).or_else(|| {
        // An attribute stands between article and noun: `die in Rom geborene Ana Berg`.
        let named = first.is(Class::DET) && end < from + 10 && unit.tokens[end - 1].capital;
        named.then_some(Source { from, to: end })
    })
}

/// Finds the noun phrase that the unit opens with, before the gap `end`.
pub(in crate::suggest) fn opening(unit: &Unit, end: usize) -> Option<Source> {
    let first = (0..end).find(|&at| unit.is_word(at))?;
    if unit.is(first, Class::PREP | Class::ADVERB | Class::CONJ) && !unit.is(first, Class::DET) {
        return None;
    }
    phrase(unit, first, clause_end(unit, first).min(end), Class::LINK)
}

/// Finds the noun phrase that begins at `from`, not beyond `limit`; prepositions of the class
/// `joins` go on with it.
pub(super) fn phrase(unit: &Unit, from: usize, limit: usize, joins: Class) -> Option<Source> {
    let mut to = from;
    while to < limit {
        let token = unit.tokens[to];
        let name = token.capital && !token.is(Class::TIME) || token.is_quote();
        let inside = token.is(Class::DET)
            || token.is(Class::COORD)
                && unit.tokens.get(to + 1).is_some_and(|next| next.capital || next.is(Class::DET))
            || token.is_point("()/") && to > from
            || is_adjective(unit, to);
        let linked = token.is(joins) && to > from && !unit.is(to + 1, Class::TIME);
        if !(name || inside || linked) || token.is(Class::ADVERB) && !token.is(Class::DET) {
            break;
        }
        to += 1;
    }
    while to > from
        && !unit.tokens[to - 1].capital
        && !unit.is_quote(to - 1)
        && !unit.is_point(to - 1, ")")
        && !unit.is(to - 1, Class::PRONOUN)
    {
        to -= 1;
    }
    let named = (from..to).any(|at| unit.tokens[at].capital || unit.is(at, Class::PRONOUN));
    (to > from && named).then_some(Source { from, to })
}

/// Tells whether the small word at `at` is an adjective before a noun.
pub(super) fn is_adjective(unit: &Unit, at: usize) -> bool {
    let token = unit.tokens[at];
    token.is_word()
        && !token.capital
        && !token.is(Class::PREP
            | Class::ADVERB
            | Class::AUX
            | Class::CONJ
            | Class::CUE
            | Class::TO)
        && (at + 1..unit.tokens.len().min(at + 4))
            .take_while(|&next| unit.is_word(next))
            .any(|next| unit.tokens[next].capital)
}
