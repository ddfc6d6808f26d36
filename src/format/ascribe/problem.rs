//! Problems: what of an annotation file could not be read as it stands, and what was made of it.

use super::fault::Fault;
use super::place::{Part, Place, positions};
use crate::format::json::{Blemish, BlemishKind};
use crate::text::in_order;
use std::fmt;

/// Something in a file that was left out, mended or kept unread. Shown as a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it is.
    pub place: Place,
    /// What it is.
    pub fault: Fault,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.fault)
    }
}

/// Collects problems while a file is read.
pub(super) struct Log {
    /// The part that is being read.
    pub(super) part: Part,
    found: Vec<(usize, Part, Fault)>,
}

impl Log {
    /// Begins with what the JSON reader passed over.
    pub(super) fn new(blemishes: Vec<Blemish>) -> Self {
        let found = blemishes.into_iter().map(|blemish| {
            let fault = match blemish.kind {
                BlemishKind::KeyTwice(key) => Fault::KeyTwice(key),
                BlemishKind::LoneSurrogate => Fault::LoneSurrogate,
            };
            (blemish.at, Part::File, fault)
        });
        Log { part: Part::File, found: found.collect() }
    }

    /// Adds a problem of the present part; `at` is a byte offset in the file.
    pub(super) fn add(&mut self, at: usize, fault: Fault) {
        self.found.push((at, self.part.clone(), fault));
    }

    /// Returns the problems in the order of the file, which is `text`.
    pub(super) fn finish(self, text: &str) -> Vec<Problem> {
        let found = in_order(self.found, |(at, ..)| *at);
        let positions = positions(text, found.iter().map(|(at, ..)| *at));
        let placed = found.into_iter().zip(positions);
        placed
            .map(|((_, part, fault), position)| Problem { place: Place { part, position }, fault })
            .collect()
    }
}

/// Shortens words of a file to what a sentence can quote.
pub(in crate::format) fn short(words: &str) -> String {
    const CHARS: usize = 60;
    match words.char_indices().nth(CHARS) {
        Some((at, _)) => format!("{}…", words.get(..at).unwrap_or_default()),
        None => words.to_owned(),
    }
}
