//! Reported statements in German: a clause behind the comma that follows a cue, or before a cue, or
//! set in the reporting mood without one. Knows no run in quote marks but as a token.

use super::cue::{clause_end, clause_start, cue};
use super::source::{phrase, right, source};
use crate::suggest::cue::{Cue, Form};
use crate::suggest::draft::{Draft, Kind};
use crate::suggest::lexicon::Class;
use crate::suggest::report;
use crate::suggest::unit::Unit;

/// Finds the statement that `cue` announces, behind the next comma.
pub(in crate::suggest) fn behind(unit: &Unit, cue: &Cue) -> Option<Draft> {
    let mut comma = clause_end(unit, cue.to);
    let mut hops = 0;
    while unit.is_point(comma, ",") && !begins_statement(unit, comma + 1, cue) {
        comma = clause_end(unit, comma + 1);
        hops += 1;
        if hops > 2 {
            return None;
        }
    }
    if !unit.is_point(comma, ",:") || unit.is_point(comma, ":") && unit.is_quote(comma + 1) {
        return None;
    }
    let from = comma + 1;
    let source = source(unit, cue);
    if source.is_none() && cue.form == Form::Finite && !unit.words(cue.verb).starts_with("hie") {
        return None;
    }
    let rule = if unit.is(from, Class::THAT) {
        "that-clause"
    } else if unit.is(from, Class::WH) {
        "question"
    } else if has_mood(unit, from) {
        "bare-clause"
    } else {
        "infinitive"
    };
    let end = statement_end(unit, from);
    report::draft(unit, vec![(from, end)], source, (cue.from, cue.to), rule, (cue.class, cue.form))
}

/// Tells whether a statement of `cue` may begin at `at`.
fn begins_statement(unit: &Unit, at: usize, cue: &Cue) -> bool {
    let token = match unit.tokens.get(at) {
        Some(token) if token.is_word() || token.is_quote() => token,
        _ => return false,
    };
    if token.is(Class::THAT) {
        return true;
    }
    if token.is(Class::WH) {
        return !token.is(Class::AS | Class::REL) || cue.class.is(Class::ASK);
    }
    if token.is(Class::CONJ) && !has_mood(unit, at) {
        return false;
    }
    let end = clause_end(unit, at);
    let infinitive =
        (at..end).any(|at| unit.is(at, Class::TO) || is_joined_infinitive(unit.words(at)));
    let purpose = matches!(unit.words(at), "um" | "ohne" | "statt" | "anstatt");
    let announces =
        cue.class.is(Class::INTEND | Class::SAY | Class::THINK) && cue.form == Form::Finite;
    has_mood(unit, at) || infinitive && announces && !purpose && !token.is(Class::REL)
}

/// Tells whether `word` is an infinitive with its `zu` inside: `zurückzuziehen`.
fn is_joined_infinitive(word: &str) -> bool {
    let Some(at) = word.find("zu") else { return false };
    at > 1 && word.ends_with('n') && word.len() > at + 4 && word.starts_with(char::is_lowercase)
}

/// Tells whether the clause at `from` is set in the reporting mood.
fn has_mood(unit: &Unit, from: usize) -> bool {
    (from..unit.last().min(from + 22))
        .take_while(|&at| !unit.is_point(at, ";:"))
        .any(|at| unit.is(at, Class::MOOD) && !unit.tokens[at].capital)
}

/// Finds the gap where the statement that begins at `from` ends.
fn statement_end(unit: &Unit, from: usize) -> usize {
    let last = unit.last();
    (from + 1..last)
        .find(|&at| {
            unit.is_point(at, ";")
                || unit.is_point(at, ",—")
                    && (unit.is(at + 1, Class::SO)
                        || unit.is(at + 1, Class::SAY) && !unit.is(at + 1, Class::AUX))
                || unit.is(at, Class::COORD)
                    && cue(unit, at + 1).is_some_and(|cue| !cue.class.is(Class::BASE))
        })
        .unwrap_or(last)
}

/// Finds the statement before `cue`: `…, sagte Ana`, `…, so Ana`, `…, wie Ana sagte`.
pub(in crate::suggest) fn before(unit: &Unit, cue: &Cue, start: usize) -> Option<Draft> {
    if !cue.class.is(Class::SAY | Class::THINK) || cue.form == Form::Passive {
        return None;
    }
    let clause = clause_start(unit, cue.verb);
    let comma =
        clause.checked_sub(1).filter(|&comma| unit.is_point(comma, ",—") && comma > start + 1)?;
    let as_clause = unit.is(clause, Class::AS);
    let verb_first = cue.from == clause;
    if !as_clause && !verb_first {
        return None;
    }
    let source = if as_clause { source(unit, cue) } else { right(unit, cue.to) };
    if source.is_none()
        && !unit.words(cue.verb).starts_with("hie")
        && !unit.words(cue.verb).starts_with("hei")
    {
        return None;
    }
    let object = source.is_some_and(|source| {
        matches!(unit.words(source.from), "den" | "einen" | "ihren" | "seinen" | "keinen")
    });
    if object || !(start..clause_end(unit, start)).any(|at| may_be_finite(unit, at)) {
        return None;
    }
    let rule = if cue.class.is(Class::SO) {
        "so"
    } else if as_clause {
        "as-reported"
    } else {
        "clause-first"
    };
    let behind = clause_end(unit, cue.to);
    let rest = unit.is_point(behind, ",")
        && behind + 3 < unit.last()
        && has_mood(unit, behind + 1)
        && !unit.is(behind + 1, Class::REL | Class::CONJ);
    let mut pieces = vec![(start, comma)];
    if rest {
        pieces.push((behind + 1, unit.last()));
    }
    report::draft(unit, pieces, source, (cue.from, cue.to), rule, (cue.class, cue.form))
}

/// Tells whether the word at `at` may be a finite verb.
fn may_be_finite(unit: &Unit, at: usize) -> bool {
    let token = unit.tokens[at];
    if !token.is_word() || token.capital {
        return false;
    }
    let ending = unit.words(at).ends_with(['t', 'e', 'n']);
    let plain = token.class == Class::default() && at > 0 && ending;
    token.is(Class::AUX | Class::MOOD | Class::CUE) || plain && unit.tokens[at - 1].capital
}

/// Finds the statement behind `wie Ana sagte` at the start of the unit.
pub(in crate::suggest) fn behind_as(unit: &Unit, cue: &Cue, start: usize) -> Option<Draft> {
    if !unit.is(start, Class::AS)
        || !cue.class.is(Class::SAY)
        || unit.is_point(clause_start(unit, cue.verb).wrapping_sub(1), ",")
    {
        return None;
    }
    let comma = (cue.to..unit.last().min(cue.to + 3)).find(|&at| unit.is_point(at, ","))?;
    let source = phrase(unit, start + 1, cue.verb, Class::PREP)?;
    let pieces = vec![(comma + 1, unit.last())];
    report::draft(
        unit,
        pieces,
        Some(source),
        (cue.from, cue.to),
        "as-reported",
        (cue.class, cue.form),
    )
}

/// Takes a unit in the reporting mood that has no cue of its own: what was said goes on.
pub(in crate::suggest) fn free(unit: &Unit, start: usize) -> Option<Draft> {
    let last = unit.last();
    let mood = (start..last).any(|at| {
        let token = unit.tokens[at];
        let inside = unit.is(at.wrapping_sub(1), Class::CONJ);
        token.is(Class::PURE_MOOD) && !token.capital && !inside
    });
    if !mood || last < start + 3 {
        return None;
    }
    let quotes = (start..last).any(|at| unit.is_quote(at));
    Some(Draft {
        contents: vec![(start, last)],
        kind: if quotes { Kind::Mixed } else { Kind::Indirect },
        source: None,
        cue: None,
        rule: "free-indirect",
        class: Class::MOOD,
        form: Form::Finite,
        plain: false,
        language: unit.language,
    })
}
