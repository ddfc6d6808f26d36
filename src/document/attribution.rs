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

impl Attribution {
    /// Returns the spans that are `constituent`.
    pub fn constituent(&self, constituent: Constituent) -> &[Target] {
        match constituent {
            Constituent::Source => &self.source,
            Constituent::Cue => &self.cue,
            Constituent::Addressee => &self.addressee,
        }
    }

    /// Returns the spans that are `constituent`, to be changed.
    pub fn constituent_mut(&mut self, constituent: Constituent) -> &mut Vec<Target> {
        match constituent {
            Constituent::Source => &mut self.source,
            Constituent::Cue => &mut self.cue,
            Constituent::Addressee => &mut self.addressee,
        }
    }
}

/// What a span is to its attribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Constituent {
    /// The words that name who said it.
    Source,
    /// The words that say that it was said, and how.
    Cue,
    /// The words that name whom it was said to.
    Addressee,
}

impl Constituent {
    /// All of them, in the order they are shown.
    pub const ALL: [Constituent; 3] =
        [Constituent::Source, Constituent::Cue, Constituent::Addressee];

    /// Returns the word that stands for it in files and in the page: `source`.
    pub fn word(self) -> &'static str {
        match self {
            Constituent::Source => "source",
            Constituent::Cue => "cue",
            Constituent::Addressee => "addressee",
        }
    }
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
