//! Reported statements: a cue with what was said behind it or before it, in the writer's words.
//! Knows the frames of cues; knows no run in quote marks but as a token.

use super::clause::{self, Next};
use super::cue::{Cue, Form, is_beside_verb};
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::source::{self, Source};
use super::unit::{Token, Unit};

/// How many tokens an adverbial between a cue and its `that` can have.
const REACH: usize = 16;

/// Finds the statement that `cue` reports, behind it.
pub(super) fn behind(unit: &Unit, cue: &Cue, next: &[Next]) -> Option<Draft> {
    let source = source::of(unit, cue, false);
    let (from, to, rule) = match content(unit, cue) {
        Some(found) => found,
        None => inside_relative(unit, cue, source?)?,
    };
    let led = cue.from > 0 && unit.is(cue.from - 1, Class::PREP);
    if cue.form == Form::Participial && led && matches!(rule, "bare-clause" | "object") {
        return None;
    }
    if source.is_none() && !matches!(cue.form, Form::Passive | Form::Participial) {
        return None;
    }
    let short = matches!(rule, "infinitive" | "object" | "particle" | "name" | "object-infinitive");
    let mut end = clause::end(unit, from, cue, next, short);
    if let Some(source) = source.filter(|source| unit.is(source.from, Class::REL)) {
        end = relative_end(unit, source, from, end);
    }
    draft(unit, vec![(from, end)], source, (cue.from, to), rule, (cue.class, cue.form))
}

/// Finds where a relative clause ends that stands between commas: `Ana, who says …, went home`.
fn relative_end(unit: &Unit, source: Source, from: usize, end: usize) -> usize {
    if source.from == 0 || !unit.is_point(source.from - 1, ",—") {
        return end;
    }
    let opener = unit.tokens[source.from - 1].mark;
    let resumes = |at: usize| unit.tokens[at].mark == opener && clause::may_be_finite(unit, at + 1);
    (from + 1..end.saturating_sub(1)).find(|&at| resumes(at)).unwrap_or(end)
}

/// Finds the rest of a relative clause that the cue is set into: `who Ana said was late`.
fn inside_relative(unit: &Unit, cue: &Cue, source: Source) -> Option<(usize, usize, &'static str)> {
    let relative = source.from > 0 && unit.is(source.from - 1, Class::REL);
    let verb = unit.is(cue.to, Class::AUX | Class::VERB) || unit.words(cue.to).ends_with("ed");
    let fits = relative && verb && cue.class.is(Class::CLAUSE_CUE) && cue.form == Form::Finite;
    fits.then_some((cue.to, cue.to, "relative"))
}

/// Makes a draft of what is long enough to be a statement.
pub(super) fn draft(
    unit: &Unit,
    contents: Vec<(usize, usize)>,
    source: Option<Source>,
    cue: (usize, usize),
    rule: &'static str,
    (class, form): (Class, Form),
) -> Option<Draft> {
    let tokens = || contents.iter().flat_map(|&(from, to)| unit.tokens.get(from..to)).flatten();
    let words = tokens().filter(|token| token.is_word()).count();
    let quotes = tokens().filter(|token| token.is_quote()).count();
    if words + 2 * quotes < 2 || contents.iter().any(|(from, to)| from >= to) {
        return None;
    }
    let kind = match (quotes, words) {
        (0, _) => Kind::Indirect,
        (1, 0) => Kind::Direct,
        _ => Kind::Mixed,
    };
    let doubtful = |token: &Token| {
        token.is_point(",—;:()") || token.is(Class::COORD | Class::SUBORD) && !token.is(Class::PREP)
    };
    let plain = contents.len() == 1 && !tokens().any(doubtful);
    Some(Draft {
        contents,
        kind,
        source,
        cue: Some(cue),
        rule,
        class,
        form,
        plain,
        language: unit.language,
    })
}

/// Finds where the statement behind `cue` begins, where the cue ends, and by which rule.
fn content(unit: &Unit, cue: &Cue) -> Option<(usize, usize, &'static str)> {
    let at = cue.to;
    let token = unit.tokens.get(at)?;
    let passive = cue.form == Form::Passive;
    if cue.class.is(Class::CLAUSE_CUE)
        && let Some(found) = clause_behind(unit, cue)
    {
        return Some(found);
    }
    if cue.class.is(Class::INTEND) && token.is(Class::TO) && unit.is_word(at + 1) {
        return Some((at, at, "infinitive"));
    }
    if cue.class.is(Class::URGE)
        && !passive
        && let Some(to) = object_end(unit, at).filter(|&to| unit.is(to, Class::TO))
    {
        return (to > at).then_some((at, at, "object-infinitive"));
    }
    if passive {
        return None;
    }
    if cue.form == Form::Infinitive && !cue.class.is(Class::CALL) {
        return None;
    }
    let aside = cue.class.is(Class::SAY) && matches!(unit.words(at), "to" | "of");
    if cue.class.is(Class::PHRASAL) && token.is(Class::PARTICLE) && !aside && unit.is_word(at + 1) {
        if token.is(Class::TO) && unit.is(at + 1, Class::BASE) {
            return Some((at, at, "infinitive"));
        }
        return Some((at + 1, at + 1, "particle"));
    }
    if cue.class.is(Class::CALL) && clause::begins_noun(unit, at) {
        return Some((at, at, "name"));
    }
    let names = cue.class.is(Class::SAY) && !cue.class.is(Class::SURE | Class::VOICE);
    if (names || cue.class.is(Class::ABOUT)) && clause::begins_noun(unit, at) {
        return Some((at, at, "object"));
    }
    None
}

/// Finds a clause behind `cue`: `that …`, `whether …`, or without a conjunction.
fn clause_behind(unit: &Unit, cue: &Cue) -> Option<(usize, usize, &'static str)> {
    let mut at = cue.to;
    let passive = cue.form == Form::Passive;
    if unit.is(at, Class::PARTICLE) && unit.words(at) == "out" {
        at += 1;
    }
    let to = at;
    if cue.class.is(Class::TELL) && !passive && !unit.is(at, Class::THAT) {
        at = object_end(unit, at)?;
    }
    if cue.class.is(Class::ASK) && !passive && !unit.is(at, Class::WH | Class::THAT) {
        at = object_end(unit, at).filter(|&to| unit.is(to, Class::WH)).unwrap_or(at);
    }
    let token = unit.tokens.get(at)?;
    if token.is(Class::THAT) && !is_demonstrative(unit, at) {
        return Some((at, to, "that-clause"));
    }
    let sure = cue.class.is(Class::SURE | Class::TELL);
    let plain = cue.form != Form::Infinitive && !passive;
    if sure
        && plain
        && (unit.words(at) == "if"
            || token.is(Class::ADVERB) && clause::begins_clause(unit, at + 1, true))
    {
        return Some((at, to, "bare-clause"));
    }
    if token.is(Class::WH) {
        let any = cue.class.is(Class::ASK)
            || !matches!(unit.words(at), "if" | "when" | "where" | "who" | "which");
        return any.then_some((at, to, "question"));
    }
    if token.is(Class::TO) && cue.class.is(Class::TELL | Class::ASK | Class::SAY) && passive {
        return Some((at, to, "infinitive"));
    }
    if let Some(that) = that_ahead(unit, at) {
        return Some((that, to, "that-clause"));
    }
    if !cue.class.is(Class::SAY | Class::TELL | Class::THINK | Class::SHOW)
        || passive
        || cue.form == Form::Infinitive
    {
        return None;
    }
    let bare = if token.is(Class::TIME) || token.is(Class::PREP) {
        behind_adverbial(unit, at, sure)?
    } else {
        at
    };
    let plain =
        cue.class.is(Class::SURE) && clause::begins_noun(unit, bare) && unit.last() > bare + 2;
    (plain || clause::begins_clause(unit, bare, sure)).then_some((bare, to, "bare-clause"))
}

/// Tells whether `that` at `at` points at a noun: `said that man`.
fn is_demonstrative(unit: &Unit, at: usize) -> bool {
    unit.is(at + 1, Class::AUX) && !unit.is(at + 1, Class::NEGATION)
}

/// Finds `that` behind an adverbial at `at`.
fn that_ahead(unit: &Unit, at: usize) -> Option<usize> {
    let adverbial = unit.is(at, Class::PREP | Class::TIME) || is_beside_verb(unit, at);
    if !adverbial && !unit.is_point(at, ",") {
        return None;
    }
    let ahead = (at..unit.tokens.len().min(at + REACH)).find(|&ahead| {
        let token = unit.tokens[ahead];
        token.is(Class::THAT) || token.is(Class::AUX) || token.is_quote() || token.is_point(":;")
    })?;
    let found = unit.is(ahead, Class::THAT) && !unit.is(ahead + 1, Class::AUX);
    found.then_some(ahead)
}

/// Skips times and places behind a cue: `said Tuesday in Rome the talks …`.
fn behind_adverbial(unit: &Unit, from: usize, sure: bool) -> Option<usize> {
    let mut at = from;
    let limit = unit.tokens.len().min(from + REACH);
    while at < limit {
        let token = unit.tokens[at];
        if sure && token.is_point(",") && clause::begins_clause(unit, at + 1, false) {
            return Some(at + 1);
        }
        if !token.is_word() || at == from + 1 && token.is(Class::WH) {
            return None;
        }
        if token.is(Class::SUBJECT) && !unit.is(from, Class::TO) {
            let next = unit.tokens.get(at + 1)?;
            return (at > from && next.is(Class::AUX | Class::VERB | Class::CUE | Class::ADVERB)
                || unit.words(at).contains(['’', '\''])
                || unit.words(at + 1).ends_with("ed"))
            .then_some(at);
        }
        if token.is(Class::TIME) && !token.is(Class::PREP) {
            at += 1;
            if !unit.is(at, Class::TIME | Class::PREP) && unit.is_word(at) {
                return Some(at);
            }
            continue;
        }
        if token.is(Class::DET) && at > from + 2 && !unit.is(at - 1, Class::PREP) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Finds the gap behind the object at `at`: `him`, `the crowd`, `Fox News`; `None` when there is
/// none.
fn object_end(unit: &Unit, at: usize) -> Option<usize> {
    let first = unit.tokens.get(at).filter(|token| token.is_word())?;
    if first.is(Class::OBJECT) && !first.is(Class::DET) {
        return Some(at + 1);
    }
    let mut to = at;
    while let Some(token) = unit.tokens.get(to).filter(|_| to - at < 12) {
        let name = token.is_quote() && to > at && unit.tokens[to - 1].owner;
        let stops = !token.is_word() && !name
            || token.is(Class::TO | Class::SUBJECT | Class::THAT | Class::AUX)
            || token.is(Class::WH)
            || to > at && (token.is(Class::DET) && !unit.is(to - 1, Class::PREP | Class::COORD));
        if stops {
            break;
        }
        to += 1;
    }
    (to > at).then_some(to)
}

/// Finds the statement before or around `cue`: `…, Ana said`, `…, said Ana, …`.
pub(super) fn before(unit: &Unit, cue: &Cue, start: usize) -> Option<Draft> {
    if cue.form != Form::Finite || !cue.class.is(Class::SAY | Class::TELL | Class::PUT) {
        return None;
    }
    let (source, first, behind) = parenthesis(unit, cue)?;
    let comma = first.checked_sub(1)?;
    let last = unit.last();
    let aside = unit.is(start, Class::PREP | Class::SUBORD | Class::COORD | Class::GERUND)
        || unit.is(start, Class::ADVERB);
    let linked = unit.is(start, Class::COORD | Class::ADVERB) && unit.is_point(behind, ",");
    let short = comma < start + 2 && !(linked && comma > start);
    if !unit.is_point(comma, ",—") || short || unit.is(source.from, Class::REL) {
        return None;
    }
    let pieces = if behind >= last || unit.is_point(behind, ".;:") {
        vec![(start, comma)]
    } else if unit.is_point(behind, ",—") && behind + 2 < last {
        if unit.is(behind + 1, Class::GERUND) {
            vec![(start, comma)]
        } else if comma < start + 4 && aside {
            vec![(behind + 1, last)]
        } else {
            vec![(start, comma), (behind + 1, last)]
        }
    } else if unit.is(behind, Class::PREP | Class::TIME | Class::SUBORD) && !aside {
        vec![(start, comma)]
    } else {
        return None;
    };
    draft(unit, pieces, Some(source), (cue.from, cue.to), "clause-first", (cue.class, cue.form))
}

/// Tells whether only the name follows the verb of a statement before it: `…, said Ana Berg.`
pub(super) fn is_inverted(unit: &Unit, cue: &Cue, draft: &Draft) -> bool {
    let finite = |from: usize, to: usize| (from..to).any(|at| clause::may_be_finite(unit, at));
    let Some(source) = draft.source.filter(|source| source.from == cue.to) else { return false };
    draft.contents.first().is_some_and(|&(from, to)| finite(from, to))
        && !finite(source.to, unit.last())
}

/// Finds the statement behind `as Ana reported` or `as reported by Ana`.
pub(super) fn behind_as(unit: &Unit, cue: &Cue, start: usize) -> Option<Draft> {
    if !cue.class.is(Class::SAY | Class::VOICE | Class::SHOW | Class::TELL)
        || !unit.is(start, Class::AS)
    {
        return None;
    }
    let source = if cue.from == start + 1 && unit.is(cue.to, Class::BY) {
        let from = cue.to + 1;
        let to = (from..unit.last()).find(|&at| !unit.is_word(at))?;
        Source { from, to }
    } else if unit.is(start + 1, Class::DET) && (start + 2..cue.from).all(|at| unit.is_word(at)) {
        Source { from: start + 1, to: cue.from }
    } else {
        source::on_left(unit, cue.from).filter(|source| source.from == start + 1)?
    };
    let first = cue.to.max(source.to);
    let comma = (first..unit.last().min(first + 8)).find(|&at| unit.is_point(at, ","))?;
    let pieces = vec![(comma + 1, unit.last())];
    draft(unit, pieces, Some(source), (start, cue.to), "as-reported", (cue.class, cue.form))
}

/// Finds the source of a cue that stands behind a comma, with the gaps before and behind the two.
fn parenthesis(unit: &Unit, cue: &Cue) -> Option<(Source, usize, usize)> {
    let behind_comma = cue.from > 0 && unit.is_point(cue.from - 1, ",—");
    if behind_comma {
        let source = source::on_right(unit, cue)?;
        let speaks = |at: usize| {
            unit.tokens[at].capital || unit.is(at, Class::PEOPLE | Class::PRONOUN | Class::TITLE)
        };
        if !(source.from..source.to).any(speaks) {
            return None;
        }
        let apposition = unit.is_point(source.to, ",")
            && unit.is(source.to + 1, Class::DET | Class::REL | Class::PEOPLE | Class::TITLE);
        let ahead = source.to + 1..unit.last();
        let close = ahead.into_iter().find(|&at| unit.is_point(at, ",—")).unwrap_or(unit.last());
        let to = if apposition { close } else { source.to };
        return Some((Source { to, ..source }, cue.from, to));
    }
    let source = source::on_left(unit, cue.from)?;
    let led = source.from > 0 && unit.is(source.from - 1, Class::AS);
    let told = cue.class.is(Class::TELL).then(|| object_end(unit, cue.to)).flatten();
    let behind = told.unwrap_or(cue.to + usize::from(led && unit.words(cue.to) == "it"));
    Some((source, source.from - usize::from(led), behind))
}
