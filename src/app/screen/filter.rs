//! The filter of the list, as it is shown.

use crate::app::filter::Facet;
use crate::app::session::Session;
use crate::app::words::{Word, Words};

/// The filter of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterScreen {
    /// Whether it is being set.
    pub open: bool,
    /// Whether it hides anything, or could.
    pub on: bool,
    /// What is wanted, in the order of [`Facet::ALL`].
    pub wanted: [bool; Facet::ALL.len()],
    /// What the source is to be called.
    pub source: String,
    /// How many it shows, in words; empty when it is off.
    pub told: String,
}

impl FilterScreen {
    /// Shows the filter of the list.
    pub(super) fn of(session: &Session, words: &Words) -> Self {
        let (layout, count) = (session.layout(), session.document().annotations().len());
        let filter = layout.filter();
        FilterScreen {
            open: session.filter_open,
            on: filter.is_on(),
            wanted: filter.wanted(),
            source: filter.source().to_owned(),
            told: match layout.shown() {
                _ if !filter.is_on() => String::new(),
                Some(0) => words.count(Word::NoneShown, count),
                Some(shown) => {
                    words.fill(Word::Shown, &[&words.grouped(shown), &words.grouped(count)])
                }
                None => words.say(Word::Sifting).to_owned(),
            },
        }
    }
}
