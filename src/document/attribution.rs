//! An attribution's own part: its sources and cues, and the contents they are linked to.

use super::{AnnotationId, SpeakerId, Target};

/// What an attribution says beside its target; anything may be empty or not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The words that name who said it, each in one or more fragments.
    pub source: Vec<Target>,
    /// The words that say that it was said, and how.
    pub cue: Vec<Target>,
    /// The words that name whom it was said to.
    pub addressee: Vec<Target>,
    /// The quotes, claims and attributions that were said.
    pub contents: Vec<AnnotationId>,
    /// Whom the source stands for, in the register of speakers.
    pub speaker: Option<SpeakerId>,
    /// Whether it was said at all.
    pub polarity: Option<Polarity>,
    /// How it was uttered.
    pub medium: Option<Medium>,
}

/// Whether the article asserts that it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// It was said.
    Asserted,
    /// It was not said.
    Negated,
    /// It might be or might have been said.
    Hypothetical,
}

/// How something was uttered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Medium {
    /// By voice.
    Speech,
    /// In writing.
    Writing,
    /// Not at all: it was thought, meant or felt.
    Thought,
}
