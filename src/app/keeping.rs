//! Keeping: which part of an open article the browser's storage still has to be given.

use super::effect::Effect;
use super::shelf::{Entry, StorageError};
use crate::document::{Document, History};

/// What of an open article is not kept yet. One write is under way at a time; what changes
/// meanwhile goes with the next.
#[derive(Debug)]
pub struct Keeping {
    /// What is to be written next.
    due: Due,
    /// What is being written.
    writing: Option<Due>,
    /// Why the last write failed. Nothing is tried again until something changes or the user asks.
    failure: Option<StorageError>,
    tired: bool,
}

/// What is to be written, by how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Due {
    /// Everything, as nothing is kept yet.
    Whole,
    /// The steps from this one on.
    Steps(usize),
    /// Only what the list of articles shows.
    Entry,
    /// Nothing.
    Nothing,
}

impl Keeping {
    /// Starts for an article that is not kept yet.
    pub fn of_new() -> Self {
        Keeping { due: Due::Whole, writing: None, failure: None, tired: false }
    }

    /// Starts for an article as it came from storage.
    pub fn of_kept() -> Self {
        Keeping { due: Due::Nothing, ..Keeping::of_new() }
    }

    /// Notes that the steps from `from` on have changed.
    pub fn steps_changed(&mut self, from: usize) {
        self.add(Due::Steps(from));
    }

    /// Notes that other steps hold than before.
    pub fn head_moved(&mut self) {
        self.add(Due::Entry);
    }

    /// Notes that the user wants it tried again.
    pub fn retry(&mut self) {
        self.tired = false;
    }

    /// Returns why the last write failed, until one succeeds.
    pub fn failure(&self) -> Option<&StorageError> {
        self.failure.as_ref()
    }

    /// Tells whether everything is kept.
    pub fn is_done(&self) -> bool {
        self.due == Due::Nothing && self.writing.is_none()
    }

    /// Returns the write that is due now, if none is under way.
    pub fn next(&mut self, document: &Document, history: &History) -> Option<Effect> {
        if self.writing.is_some() || self.tired {
            return None;
        }
        let entry = || Box::new(Entry::of(document, history.head()));
        let steps = history.steps();
        let effect = match self.due {
            Due::Nothing => return None,
            Due::Whole => keep_whole(document, history),
            Due::Steps(from) => {
                let changed = steps.get(from..).unwrap_or_default().to_vec();
                Effect::Append(entry(), from, changed)
            }
            Due::Entry => Effect::Append(entry(), steps.len(), Vec::new()),
        };
        self.writing = Some(self.due);
        self.due = Due::Nothing;
        Some(effect)
    }

    /// Notes how the write under way ended.
    pub fn ended(&mut self, result: Result<(), StorageError>) {
        let written = self.writing.take();
        match result {
            Ok(()) => self.failure = None,
            Err(error) => {
                // After a failed write the storage takes no single step, which might leave a gap;
                // what another tab has overtaken is not to be written over.
                let overtaken = matches!(error, StorageError::Overtaken(_));
                let again = if overtaken { written.unwrap_or(Due::Nothing) } else { Due::Whole };
                self.due = self.due.min(again);
                self.tired = true;
                self.failure = Some(error);
            }
        }
    }

    fn add(&mut self, due: Due) {
        self.due = self.due.min(due);
        self.tired = false;
    }
}

fn keep_whole(document: &Document, history: &History) -> Effect {
    match history.origin(document) {
        Ok(origin) => {
            let entry = Box::new(Entry::of(document, history.head()));
            Effect::Keep(entry, Box::new(origin), history.steps().to_vec())
        }
        // The work counts more than its history.
        Err(_) => {
            let entry = Box::new(Entry::of(document, 0));
            Effect::Keep(entry, Box::new(document.clone()), Vec::new())
        }
    }
}
