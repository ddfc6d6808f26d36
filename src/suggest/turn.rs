//! Turns of a conversation that is written down: a name and a colon at the start of a paragraph,
//! then what was said, without marks. Knows such names; knows no cue.
//!
//! A list of facts looks the same (`AGE: 40`), so a name counts when it comes again, and from then
//! on every name does; `Q` and `A` count at once.

use super::cue::Form;
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::source::Source;
use super::unit::Unit;
use crate::text::Span;

/// The most words of a name.
const LONGEST_NAME: usize = 4;
/// How many names are remembered.
const NAMES: usize = 8;

/// The names seen before colons.
#[derive(Default)]
pub(super) struct Turns {
    names: Vec<Span>,
    /// Whether one came again.
    certain: bool,
}

impl Turns {
    /// Finds what is said in the turn that `unit` begins.
    pub(super) fn draft(&mut self, unit: &Unit) -> Option<Draft> {
        let colon = (1..=LONGEST_NAME).find(|&at| unit.is_point(at, ":"))?;
        let name = unit.span(0, colon)?;
        let named = (0..colon).all(|at| unit.is_word(at) && unit.tokens[at].capital);
        let words = name.of(unit.text);
        if !named || unit.is(0, Class::WH | Class::LABEL) || unit.is_quote(colon + 1) {
            return None;
        }
        self.certain |= matches!(words, "Q" | "A")
            || self.names.iter().any(|known| known.of(unit.text) == words);
        if self.names.len() < NAMES {
            self.names.push(name);
        }
        let to = unit.tokens.len();
        (self.certain && to > colon + 1).then(|| Draft {
            contents: vec![(colon + 1, to)],
            kind: Kind::Direct,
            source: Some(Source { from: 0, to: colon }),
            cue: None,
            rule: "turn",
            class: Class::default(),
            form: Form::Finite,
            plain: true,
            language: unit.language,
        })
    }
}
