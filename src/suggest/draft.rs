//! Drafts: what a rule found in a unit, before places become spans. Knows no rule.

use super::cue::Form;
use super::lexicon::Class;
use super::source::Source;
use crate::text::Language;

/// How the words of a content are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Word for word, in quote marks.
    Direct,
    /// In the writer's words, with some quoted.
    Mixed,
    /// In the writer's words.
    Indirect,
}

/// A find of a rule. Places are gaps between tokens of the unit.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) contents: Vec<(usize, usize)>,
    pub(super) kind: Kind,
    pub(super) source: Option<Source>,
    pub(super) cue: Option<(usize, usize)>,
    pub(super) rule: &'static str,
    /// The classes of the cue.
    pub(super) class: Class,
    pub(super) form: Form,
    /// Whether nothing inside leaves its end in doubt.
    pub(super) plain: bool,
    pub(super) language: Language,
}

impl Draft {
    /// Tells whether the token `at` is part of what was said.
    pub(super) fn holds(&self, at: usize) -> bool {
        self.contents.iter().any(|&(from, to)| from <= at && at < to)
    }

    /// Tells whether the token `at` is part of the draft.
    pub(super) fn uses(&self, at: usize) -> bool {
        let inside = |(from, to): (usize, usize)| from <= at && at < to;
        self.holds(at)
            || self.cue.is_some_and(inside)
            || self.source.is_some_and(|source| inside((source.from, source.to)))
    }
}
