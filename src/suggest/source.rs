//! Sources: finds the words that name who said it, beside a cue. Knows noun phrases by their first
//! and last words; knows no content.

use super::cue::{Cue, Form, is_beside_verb};
use super::german;
use super::lexicon::Class;
use super::unit::{Grammar, Unit};
use crate::text::{Language, Span};

/// The longest source, in tokens.
const LONGEST: usize = 26;

/// Where a source was found. Places are gaps between tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) from: usize,
    pub(super) to: usize,
}

/// Finds the subject on the left of the verb group that begins at `cue.from`.
pub(super) fn on_left(unit: &Unit, group: usize) -> Option<Source> {
    if unit.grammar == Grammar::German {
        return german::on_left(unit, group);
    }
    let end = group;
    let last = end.checked_sub(1)?;
    let source = |from, to| Some(Source { from, to });
    let token = unit.tokens[last];
    if token.is(Class::REL) && !token.is(Class::THAT) || token.is(Class::SUBJECT) {
        return source(last, end);
    }
    if token.is(Class::THAT) && token.is(Class::REL) && last > 0 && unit.is_word(last - 1) {
        return (!unit.is(last - 1, Class::CUE | Class::AUX))
            .then_some(())
            .and_then(|()| source(last, end));
    }
    if token.is_point(",—)") {
        return behind_apposition(unit, last);
    }
    let from = phrase_start(unit, inner_clause(unit, end))?;
    source(from, end)
}

/// Finds the gap before a clause without a conjunction that ends at `end` and belongs to the noun
/// before it: `experts he met said`; `end` when there is none.
fn inner_clause(unit: &Unit, end: usize) -> usize {
    let mut at = end;
    while at > 0 && is_beside_verb(unit, at - 1) {
        at -= 1;
    }
    let verb = at > 2 && {
        let token = unit.tokens[at - 1];
        token.is(Class::VERB | Class::CUE) && !token.is(Class::NOUNY)
            || token.class == Class::default() && unit.words(at - 1).ends_with("ed")
    };
    at -= usize::from(verb);
    while verb && at > 0 && is_beside_verb(unit, at - 1) {
        at -= 1;
    }
    let subject = verb && at > 1 && unit.is(at - 1, Class::SUBJECT) && unit.is_word(at - 2);
    if subject && !unit.is(at - 2, Class::CONJ | Class::REL | Class::CUE) { at - 1 } else { end }
}

/// Finds the subject before an apposition or insertion that ends at the point `close`:
/// `Ana Berg, the mayor, said`
pub(super) fn behind_apposition(unit: &Unit, close: usize) -> Option<Source> {
    let mut open = close.checked_sub(1)?;
    let opener = match unit.words(close) {
        ")" => "(",
        "," => ",",
        _ => "—",
    };
    let mut finite = false;
    let mut commas: Vec<usize> = Vec::new();
    while open > 0 && close - open < LONGEST {
        if unit.is_point(open, opener) {
            commas.push(open);
            if opener != "," || commas.len() > 3 {
                break;
            }
        }
        if unit.is_point(open, ";:") || unit.is_quote(open) {
            break;
        }
        finite |= unit.is(open, Class::SUBJECT) && !unit.is(open, Class::DUMMY);
        open -= 1;
    }
    // The nearest comma with a name before it; then ages and places further left.
    let mut best = None;
    for &comma in &commas {
        let Some(from) = phrase_start(unit, comma) else { continue };
        let first_inside = comma + 1;
        let insertion = unit
            .is(first_inside, Class::PREP | Class::SUBORD | Class::REL | Class::ADVERB)
            || unit.is(first_inside, Class::GERUND);
        let named = (from..comma).any(|at| unit.tokens[at].capital);
        if !named && !(from..comma).any(|at| unit.is(at, Class::PEOPLE)) {
            continue;
        }
        let to = if insertion || finite { comma } else { close + usize::from(opener == "(") };
        best = Some(Source { from, to });
        if (from..comma).filter(|&at| unit.is_word(at)).count() > 1 || unit.is(from, Class::DET) {
            break;
        }
    }
    best
}

/// Finds the noun that a relative pronoun stands for: `Ana, who said`.
pub(super) fn named(unit: &Unit, source: Source) -> Option<Span> {
    if source.to != source.from + 1 || !unit.is(source.from, Class::REL) {
        return None;
    }
    let comma = source.from > 0 && unit.is_point(source.from - 1, ",");
    let end = source.from - usize::from(comma);
    phrase_start(unit, end).and_then(|from| unit.span(from, end))
}

/// Finds the noun phrase that ends with the possessive at `at`.
pub(super) fn owner_phrase(unit: &Unit, at: usize) -> Option<Source> {
    let mut from = at;
    while from > 0 && at - from < 8 {
        let token = unit.tokens[from - 1];
        let part = token.is_word()
            && (token.capital || token.is(Class::DET | Class::TITLE | Class::PEOPLE));
        if !part || token.is(Class::PREP | Class::COORD | Class::CUE) && !token.is(Class::DET) {
            break;
        }
        from -= 1;
    }
    Some(Source { from, to: at + 1 })
}

/// Finds where the noun phrase begins that ends at the gap `end`.
fn phrase_start(unit: &Unit, end: usize) -> Option<usize> {
    let last = end.checked_sub(1)?;
    let token = unit.tokens[last];
    if token.is(Class::DUMMY) && !token.is(Class::PRONOUN) || !token.is_word() && !token.is_quote()
    {
        return None;
    }
    let mut from = end;
    while from > 0 && end - from < LONGEST && goes_on_left(unit, from - 1, end) {
        from -= 1;
    }
    while from < end {
        let token = unit.tokens[from];
        let about =
            ["about", "over", "around"].iter().any(|it| unit.words(from).eq_ignore_ascii_case(it));
        if token.is(Class::COORD) || token.is_point(",'—-") {
            from += 1;
        } else if about && is_number(unit, from + 1) {
            break;
        } else if token.is(Class::PREP | Class::TIME | Class::ADVERB | Class::NEGATION)
            && !token.is(Class::POSSESSIVE)
            && !(token.is(Class::DET) && from + 1 < end && !unit.is(from + 1, Class::TIME))
        {
            from = behind_adverbial(unit, from, end)?;
        } else {
            break;
        }
    }
    let names = |at: usize| {
        let token = unit.tokens[at];
        token.capital
            || token.is(Class::DET | Class::PEOPLE | Class::PRONOUN | Class::TITLE)
            || unit.words(at).ends_with('s')
            || unit.words(at).starts_with(char::is_numeric)
    };
    (from < end && (from..end).any(names)).then_some(from)
}

/// Tells whether the word at `at` is a number: `about three in 10`.
fn is_number(unit: &Unit, at: usize) -> bool {
    unit.words(at).starts_with(char::is_numeric)
        || unit.is(at, Class::DET) && unit.is(at, Class::PRONOUN)
}

/// Tells whether the noun phrase that ends at `end` may go on with the token `at` on its left.
fn goes_on_left(unit: &Unit, at: usize, end: usize) -> bool {
    let token = unit.tokens[at];
    if !token.is_word() {
        let name =
            token.is_quote() && at > 0 && unit.is_word(at - 1) && !unit.words(at).contains(',');
        return (name || token.is_point("'’()")) && at + 1 < end;
    }
    if token.is(Class::COORD) {
        return at > 0 && joins(unit, at, end);
    }
    if at + 1 < end && token.is(Class::SUBJECT) {
        return false;
    }
    if token.is(Class::AUX) && !token.capital {
        return false;
    }
    // `years after Ames said`
    let clause = token.is(Class::SUBORD)
        && !token.is(Class::AS)
        && at > 0
        && unit.is(at - 1, Class::TIME)
        && unit.tokens[at + 1].capital;
    if clause || token.is(Class::CONJ | Class::REL) && !token.is(Class::PREP | Class::DET) {
        return false;
    }
    let verb =
        token.is(Class::CUE) && !token.is(Class::NOUNY | Class::PARTICIPLE) && !token.capital;
    let speech = token.is(Class::SAY) && !token.is(Class::NOUNY) && !token.capital;
    !verb && !speech
}

/// Tells whether the conjunction at `at` joins two nouns, not two clauses.
fn joins(unit: &Unit, at: usize, end: usize) -> bool {
    if unit.words(at) == "but" || at + 1 >= end {
        return false;
    }
    let (left, right) = (unit.tokens[at - 1], unit.tokens[at + 1]);
    if !left.is_word() || right.is(Class::ADVERB) {
        return false;
    }
    if left.capital && right.capital && at >= 1 {
        let mut first = at - 1;
        while first > 0 && unit.tokens[first - 1].capital && unit.is_word(first - 1) {
            first -= 1;
        }
        return first == 0
            || !unit.tokens[first - 1].is_word()
            || unit.is(
                first - 1,
                Class::DET | Class::CONJ | Class::COORD | Class::TITLE | Class::PEOPLE,
            )
            || !has_verb(unit, first);
    }
    !has_verb(unit, at)
}

/// Tells whether a finite verb stands left of `at`, in its clause.
fn has_verb(unit: &Unit, at: usize) -> bool {
    for before in (at.saturating_sub(14)..at).rev() {
        let token = unit.tokens[before];
        if token.is_point(",;:—") || token.is_quote() {
            return false;
        }
        if token.is(Class::AUX) || token.is(Class::CUE) && !token.is(Class::NOUNY) {
            return true;
        }
        if token.class == Class::default() && !token.capital && unit.words(before).ends_with("ed") {
            return true;
        }
    }
    false
}

/// Skips an adverbial at the start of a phrase: `On Tuesday the mayor`; `None` when nothing is left.
fn behind_adverbial(unit: &Unit, from: usize, end: usize) -> Option<usize> {
    let first = unit.tokens[from];
    let mut at = from + 1;
    let clause = first.is(Class::SUBORD) && !(at..end).any(|at| unit.is(at, Class::DET));
    if first.is(Class::TIME | Class::ADVERB | Class::NEGATION) && !first.is(Class::PREP) || clause {
        return (at < end).then_some(at);
    }
    let mut nouns = 0;
    while at < end {
        let token = unit.tokens[at];
        if token.is(Class::PREP) && !token.is(Class::DET) {
            return Some(at);
        }
        let begins = token.is(Class::DET | Class::SUBJECT | Class::PRONOUN)
            || token.capital && nouns > 0 && !unit.tokens[at - 1].capital
            || token.capital && unit.is(at - 1, Class::TIME)
            || token.is(Class::TITLE) && unit.is(at - 1, Class::TIME);
        if nouns > 0 && begins {
            return Some(at);
        }
        if !token.is(Class::DET) {
            nouns += 1;
        }
        at += 1;
    }
    None
}

/// Finds the subject behind an inverted cue: `said Ana Berg`.
pub(super) fn on_right(unit: &Unit, cue: &Cue) -> Option<Source> {
    if unit.grammar == Grammar::German {
        return german::on_right(unit, cue);
    }
    let from = cue.to;
    let first = unit.tokens.get(from).filter(|token| token.is_word())?;
    if first.is(Class::SUBJECT) {
        let alone = !unit.is(from + 1, Class::AUX | Class::CUE) && !unit.is(from, Class::DUMMY);
        return alone.then_some(Source { from, to: from + 1 });
    }
    let begins = first.capital && !first.is(Class::TIME)
        || first.is(Class::DET | Class::PEOPLE | Class::TITLE)
            && !first.is(Class::THAT | Class::DUMMY | Class::TIME);
    let bare = unit.language == Language::Russian && first.class == Class::default();
    if !begins && !bare {
        return None;
    }
    let mut to = from;
    while let Some(token) = unit.tokens.get(to).filter(|_| to - from < 16) {
        let stops = !token.is_word()
            || token.is(Class::CONJ | Class::REL) && !token.is(Class::PREP)
            || token.is(Class::TIME) && to > from
            || token.is(Class::PREP) && to > from && !token.is(Class::LINK)
            || token.is(Class::COORD) && !unit.tokens.get(to + 1).is_some_and(|next| next.capital);
        if stops {
            break;
        }
        if to > from && (token.is(Class::AUX) || token.is(Class::SAY) && !token.is(Class::NOUNY)) {
            return None;
        }
        to += 1;
    }
    // An article before a day belongs to that: `dijo Ana el lunes`.
    if unit.grammar == Grammar::Other && to > from + 1 && unit.is(to - 1, Class::DET) {
        to -= 1;
    }
    (to > from).then_some(Source { from, to })
}

/// Finds the subject of the main clause that the token `before` belongs to, by the first finite
/// verb of the unit.
pub(super) fn of_main_clause(unit: &Unit, before: usize) -> Option<Source> {
    for at in 1..before {
        let token = unit.tokens[at];
        if !token.is_word() {
            continue;
        }
        let verb = token.is(Class::AUX)
            || token.is(Class::CUE)
                && token.is(Class::PAST | Class::THIRD)
                && !token.is(Class::NOUNY)
            || token.class == Class::default() && !token.capital && unit.words(at).ends_with("ed");
        if !verb {
            continue;
        }
        let mut group = at;
        while group > 0 && is_beside_verb(unit, group - 1) {
            group -= 1;
        }
        let source = on_left(unit, group).filter(|source| !unit.is(source.from, Class::REL));
        if source.is_some() {
            return source;
        }
    }
    None
}

/// Finds the subject of a unit that leads to a quote with a colon at `colon`.
pub(super) fn opening(unit: &Unit, colon: usize) -> Option<Source> {
    if unit.grammar == Grammar::German {
        return german::opening(unit, colon);
    }
    of_main_clause(unit, colon)
}

/// Finds the source of `cue`, by the forms it has.
pub(super) fn of(unit: &Unit, cue: &Cue, behind_content: bool) -> Option<Source> {
    if unit.grammar == Grammar::German {
        return german::source(unit, cue);
    }
    match cue.form {
        Form::Finite => {
            let right = if behind_content { on_right(unit, cue) } else { None };
            right.or_else(|| on_left(unit, cue.from)).or_else(|| {
                let joined = cue.from > 0
                    && (unit.is(cue.from - 1, Class::COORD) || unit.is_point(cue.from - 1, ",—"));
                if joined { of_main_clause(unit, cue.from - 1) } else { None }
            })
        }
        Form::Passive => {
            on_left(unit, cue.from).filter(|source| !unit.is(source.from, Class::DUMMY))
        }
        Form::Participial | Form::Infinitive => of_main_clause(unit, cue.from),
    }
}
