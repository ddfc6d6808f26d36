//! Headings: a name, a colon and what is said, without marks: `Ames: Town will pay for bridge`.
//! Knows what stands before such a colon; knows no cue.

use super::cue::Form;
use super::draft::Draft;
use super::lexicon::Class;
use super::report;
use super::source::Source;
use super::unit::Unit;

/// The most words before the colon.
const LONGEST_NAME: usize = 4;

/// Finds the statement of the heading that opens a text.
pub(super) fn statement(unit: &Unit, start: usize) -> Option<Draft> {
    let colon = (start + 1..start + 1 + LONGEST_NAME).find(|&at| unit.is_point(at, ":"))?;
    let named = (start..colon).all(|at| {
        let token = unit.tokens[at];
        let kind = Class::DET | Class::TIME | Class::PREP | Class::CONJ | Class::AUX | Class::LABEL;
        token.is_word() && (token.capital || token.is(Class::PEOPLE)) && !token.is(kind)
    });
    // A place that news comes from: `LONDON: The bank said …`
    let place = unit.words(start).len() > 3 && !unit.words(start).contains(char::is_lowercase);
    if unit.paragraph > 0 || place || !named || unit.last() < colon + 4 {
        return None;
    }
    let source = Some(Source { from: start, to: colon });
    let found = (Class::default(), Form::Finite);
    let contents = vec![(colon + 1, unit.last())];
    let draft = report::draft(unit, contents, source, (colon, colon + 1), "heading", found)?;
    Some(Draft { cue: None, ..draft })
}
