//! Sources named by a preposition in German: `laut`, `nach Angaben`, `zufolge`. Knows how far the
//! name and the statement reach.

use super::cue::clause_start;
use super::source::{is_adjective, phrase};
use crate::suggest::cue::Form;
use crate::suggest::draft::Draft;
use crate::suggest::lexicon::Class;
use crate::suggest::report;
use crate::suggest::source::Source;
use crate::suggest::unit::Unit;
use crate::text::lower;

/// Finds the statement that stands beside `laut`, `nach Angaben` or `zufolge` at the token `at`.
pub(in crate::suggest) fn according(unit: &Unit, at: usize, start: usize) -> Option<Draft> {
    let word = lower(unit.words(at));
    let class = (Class::ACCORD, Form::Finite);
    if word == "zufolge" {
        let from = (start..at)
            .rev()
            .find(|&before| unit.is_point(before, ","))
            .map_or(start, |comma| comma + 1);
        let source = phrase(unit, from, at, Class::PREP)?;
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
    if behind < unit.last() {
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
    (named && to > from).then_some(Source { from, to })
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
