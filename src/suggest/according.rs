//! According to: sources named by a preposition. Knows the words that lead to them and how far the
//! statement reaches.

use super::cue::Form;
use super::draft::Draft;
use super::lexicon::Class;
use super::report;
use super::source::Source;
use super::unit::Unit;

/// Finds the statement that stands beside `according to` at the token `at`.
pub(super) fn statement(unit: &Unit, at: usize, start: usize) -> Option<Draft> {
    let words =
        unit.words(at + 2) == "words" && unit.words(at + 3) == "of" && unit.is(at + 1, Class::DET);
    let from = match () {
        () if unit.is(at, Class::ACCORD) && unit.is(at + 1, Class::TO) => at + 2,
        () if words && unit.is(at, Class::PREP) => at + 4,
        () => return None,
    };
    let first = at == start
        || (start..at).all(|lead| {
            unit.is(lead, Class::COORD | Class::ADVERB | Class::CONJ) || unit.is_point(lead, ",")
        });
    // `In May, according to …, …`
    let dated = unit.is(start, Class::PREP)
        && at > start
        && at < start + 8
        && unit.is_point(at - 1, ",")
        && !(start..at).any(|lead| unit.is(lead, Class::AUX | Class::VERB | Class::CUE));
    let mut to = from;
    while to < unit.last()
        && !unit.is_point(to, ",;:—")
        && !(to > from && unit.is(to, Class::SUBJECT | Class::SUBORD) && !unit.is(to, Class::PREP))
    {
        to += 1;
    }
    if to == from {
        return None;
    }
    let source = Source { from, to };
    let cue = (at, from);
    let comma = unit.is_point(to, ",");
    let contents = if first || dated && comma {
        let behind = if comma { to + 1 } else { return None };
        vec![(behind, unit.last())]
    } else {
        let start = main_clause(unit, start, at);
        let end = if unit.is_point(at - 1, ",—") { at - 1 } else { at };
        if comma
            && to + 2 < unit.last()
            && unit.is_word(to + 1)
            && end == at - 1
            && !unit
                .is(to + 1, Class::REL | Class::COORD | Class::SUBORD | Class::GERUND | Class::DET)
        {
            vec![(start, end), (to + 1, unit.last())]
        } else {
            vec![(start, end)]
        }
    };
    report::draft(unit, contents, Some(source), cue, "according-to", (Class::ACCORD, Form::Finite))
}

/// Finds where the main clause begins when the unit opens with a concession: `Although …, it …`.
fn main_clause(unit: &Unit, start: usize, end: usize) -> usize {
    let first = if unit.is(start, Class::COORD) { start + 1 } else { start };
    if !unit.is(first, Class::CONCESSION) {
        return start;
    }
    (first..end).find(|&at| unit.is_point(at, ",")).map_or(start, |comma| comma + 1)
}
