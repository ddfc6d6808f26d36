//! German: sources, cues and statements by the habits of its word order. The verb stands second or
//! last, the subject on either side of it, and a comma stands before every clause.

use super::cue::{Cue, Form};
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::report;
use super::source::{self, Side, Source};
use super::unit::Unit;

/// How far a cue may be from the clause it announces, in tokens.
const REACH: usize = 28;

/// Finds the cues of `unit`, in order.
pub(super) fn cues(unit: &Unit) -> Vec<Cue> {
    (0..unit.tokens.len()).filter_map(|at| cue(unit, at)).collect()
}

fn cue(unit: &Unit, verb: usize) -> Option<Cue> {
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
    if token.is(Class::PARTICIPLE) {
        if let Some(helper) = helper(unit, verb) {
            let passive = unit.is(helper, Class::BE);
            return cue(verb, token.class, if passive { Form::Passive } else { Form::Finite });
        }
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
fn clause_end(unit: &Unit, from: usize) -> usize {
    (from..unit.tokens.len().min(from + REACH))
        .find(|&at| unit.is_point(at, ",:;—.!?") || unit.is_quote(at))
        .unwrap_or(unit.tokens.len().min(from + REACH))
}

/// Returns the first place of the clause that `at` stands in.
fn clause_start(unit: &Unit, at: usize) -> usize {
    (at.saturating_sub(REACH)..at)
        .rev()
        .find(|&before| unit.is_point(before, ",:;—") || unit.is_quote(before))
        .map_or(at.saturating_sub(REACH), |before| before + 1)
}

/// Finds the auxiliary of the participle at `verb`, before it or right behind it.
fn helper(unit: &Unit, verb: usize) -> Option<usize> {
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

/// Finds the source of `cue`.
pub(super) fn source(unit: &Unit, cue: &Cue) -> Option<Source> {
    if cue.form == Form::Passive {
        return None;
    }
    let anchor = match helper(unit, cue.verb) {
        Some(helper) if unit.is(cue.verb, Class::PARTICIPLE) && helper < cue.verb => helper,
        _ => cue.verb,
    };
    let start = clause_start(unit, anchor);
    if unit.is(start, Class::AS) && anchor > start + 1 && !unit.is(start + 1, Class::AUX) {
        return phrase(unit, start + 1, anchor, Side::Left);
    }
    left(unit, start, anchor).or_else(|| right(unit, anchor + 1))
}

/// Finds the subject before the verb at `anchor`, in its clause.
pub(super) fn on_left(unit: &Unit, anchor: usize) -> Option<Source> {
    left(unit, clause_start(unit, anchor), anchor)
}

/// Finds the subject behind the cue.
pub(super) fn on_right(unit: &Unit, cue: &Cue) -> Option<Source> {
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
        return phrase(unit, first, clause_end(unit, first).min(from), Side::Shared);
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
        return Some(Source { from, to: from + 1, side: Side::Left });
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
    phrase(unit, from, anchor, Side::Left)
}

/// Finds the subject behind the verb before `at`.
fn right(unit: &Unit, at: usize) -> Option<Source> {
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
        return (!first.is(Class::DUMMY)).then_some(Source {
            from,
            to: from + 1,
            side: Side::Right,
        });
    }
    if first.is(Class::PREP | Class::CONJ | Class::TO) && !first.is(Class::DET) {
        return None;
    }
    let end = clause_end(unit, from);
    phrase(unit, from, end, Side::Right).or_else(|| {
        // An attribute stands between article and noun: `die in Rom geborene Ana Berg`.
        let named = first.is(Class::DET) && end < from + 10 && unit.tokens[end - 1].capital;
        named.then_some(Source { from, to: end, side: Side::Right })
    })
}

/// Finds the noun phrase that the unit opens with, before the gap `end`.
pub(super) fn opening(unit: &Unit, end: usize) -> Option<Source> {
    let first = (0..end).find(|&at| unit.is_word(at))?;
    if unit.is(first, Class::PREP | Class::ADVERB | Class::CONJ) && !unit.is(first, Class::DET) {
        return None;
    }
    phrase(unit, first, clause_end(unit, first).min(end), Side::Shared)
}

/// Finds the noun phrase that begins at `from`, not beyond `limit`.
fn phrase(unit: &Unit, from: usize, limit: usize, side: Side) -> Option<Source> {
    let mut to = from;
    while to < limit {
        let token = unit.tokens[to];
        let name = token.capital && !token.is(Class::TIME) || token.is_quote();
        let inside = token.is(Class::DET)
            || token.is(Class::COORD)
                && unit.tokens.get(to + 1).is_some_and(|next| next.capital || next.is(Class::DET))
            || token.is_point("()/")
            || is_adjective(unit, to);
        let joins = side == Side::Left
            || matches!(
                unit.words(to),
                "von" | "für" | "aus" | "der" | "des" | "vom" | "beim" | "im" | "bei"
            );
        let linked = token.is(Class::PREP) && to > from && joins && !unit.is(to + 1, Class::TIME);
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
    (to > from && named).then_some(Source { from, to, side })
}

/// Tells whether the small word at `at` is an adjective before a noun.
fn is_adjective(unit: &Unit, at: usize) -> bool {
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

/// Finds the statement that `cue` announces, behind the next comma.
pub(super) fn behind(unit: &Unit, cue: &Cue) -> Option<Draft> {
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
pub(super) fn before(unit: &Unit, cue: &Cue, start: usize) -> Option<Draft> {
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
pub(super) fn behind_as(unit: &Unit, cue: &Cue, start: usize) -> Option<Draft> {
    if !unit.is(start, Class::AS)
        || !cue.class.is(Class::SAY)
        || unit.is_point(clause_start(unit, cue.verb).wrapping_sub(1), ",")
    {
        return None;
    }
    let comma = (cue.to..unit.last().min(cue.to + 3)).find(|&at| unit.is_point(at, ","))?;
    let source = phrase(unit, start + 1, cue.verb, Side::Left)?;
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

/// Finds the statement that stands beside `laut`, `nach Angaben` or `zufolge` at the token `at`.
pub(super) fn according(unit: &Unit, at: usize, start: usize) -> Option<Draft> {
    let word = unit.words(at).to_lowercase();
    let class = (Class::ACCORD, Form::Finite);
    if word == "zufolge" {
        let from = (start..at)
            .rev()
            .find(|&before| unit.is_point(before, ","))
            .map_or(start, |comma| comma + 1);
        let source = phrase(unit, from, at, Side::Left)?;
        let behind = if unit.is_point(at + 1, ",") { at + 2 } else { at + 1 };
        let pieces = if source.from <= start + 1 {
            vec![(behind, unit.last())]
        } else {
            around(unit, start, source.from, behind)
        };
        return report::draft(unit, pieces, Some(source), (at, at + 1), "according-to", class);
    }
    let after = word == "nach" && (at + 1..at + 4).any(|noun| unit.is(noun, Class::ANGABEN));
    if !after && !matches!(word.as_str(), "laut" | "gemäß") {
        return None;
    }
    let source = named_behind(unit, at + 1)?;
    let behind = if unit.is_point(source.to, ",") { source.to + 1 } else { source.to };
    let clause = clause_start(unit, at);
    let inner = clause > start && unit.is(clause, Class::REL | Class::CONJ);
    let pieces = if at <= start + 1 {
        vec![(behind, unit.last())]
    } else {
        around(unit, if inner { clause } else { start }, at, behind)
    };
    report::draft(unit, pieces, Some(source), (at, at + 1), "according-to", class)
}

/// Returns the pieces of a statement on both sides of an insertion.
fn around(unit: &Unit, start: usize, from: usize, behind: usize) -> Vec<(usize, usize)> {
    let end = if from > 0 && unit.is_point(from - 1, ",—") { from - 1 } else { from };
    let mut pieces = vec![(start, end)];
    if behind + 1 < unit.last() {
        pieces.push((behind, unit.last()));
    }
    pieces
}

/// Finds the noun phrase behind a preposition, up to the verb that follows it.
fn named_behind(unit: &Unit, from: usize) -> Option<Source> {
    let mut to = from;
    let mut named = false;
    while to < unit.last().min(from + 20) {
        let token = unit.tokens[to];
        let small = token.is_word() && !token.capital;
        if named && to > from && unit.words(from).ends_with("eigenen") {
            break;
        }
        let place = matches!(unit.words(to), "in" | "im")
            && to > from + 2
            && unit.tokens.get(to + 1).is_some_and(|next| next.capital && !next.is(Class::TIME));
        let linked = token.is(Class::DET)
            || place
            || matches!(unit.words(to), "von" | "aus" | "für" | "vom" | "des" | "gegenüber");
        if token.is_point(",;:")
            || named
                && small
                && !(linked && follows_noun(unit, to))
                && !is_linked_adjective(unit, to)
                && !(token.is(Class::COORD)
                    && unit.tokens.get(to + 1).is_some_and(|next| next.capital))
        {
            break;
        }
        named |= token.capital;
        to += 1;
    }
    (named && to > from).then_some(Source { from, to, side: Side::Right })
}

/// Tells whether a noun stands soon behind the article or preposition at `at`.
fn follows_noun(unit: &Unit, at: usize) -> bool {
    let article = unit.is(at, Class::DET)
        && !matches!(
            unit.words(at),
            "des"
                | "der"
                | "eines"
                | "einer"
                | "seines"
                | "ihres"
                | "dem"
                | "den"
                | "seiner"
                | "ihrer"
        );
    !article
        && (at + 1..at + 4).any(|next| unit.tokens.get(next).is_some_and(|token| token.capital))
}

/// Tells whether the small word at `at` is an adjective behind an article or preposition.
fn is_linked_adjective(unit: &Unit, at: usize) -> bool {
    let before = at > 0
        && (unit.is(at - 1, Class::DET | Class::PREP | Class::TIME)
            || at > 1 && is_adjective(unit, at - 1) && !unit.tokens[at - 1].capital);
    before && is_adjective(unit, at)
}

/// Takes a unit in the reporting mood that has no cue of its own: what was said goes on.
pub(super) fn free(unit: &Unit, start: usize) -> Option<Draft> {
    let last = unit.last();
    let mood = (start..last).any(|at| {
        let token = unit.tokens[at];
        let inside = unit.is(at.wrapping_sub(1), Class::CONJ);
        token.is(Class::PURE_MOOD) && !token.capital && !inside
    });
    if !mood || last < start + 4 {
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
