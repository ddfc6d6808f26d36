//! The words that stand in a file for what the document says by enums.

use crate::document::{Form, Label, Medium, Polarity, SpeakerKind, Stance};

/// An enum that a file says by one of a few words.
pub(in crate::format) trait Word: Copy + 'static {
    /// Every value.
    const ALL: &'static [Self];

    /// Returns the word for the value.
    fn word(self) -> &'static str;

    /// Returns the value of `word`; `None` when no value has it.
    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|value| value.word() == word)
    }

    /// Returns all words as a sentence lists them: `direct, indirect or mixed`.
    fn choice() -> String {
        let words: Vec<&str> = Self::ALL.iter().map(|value| value.word()).collect();
        match words.split_last() {
            Some((last, others)) if !others.is_empty() => {
                format!("{} or {last}", others.join(", "))
            }
            _ => words.concat(),
        }
    }
}

impl Word for Label {
    const ALL: &'static [Self] = &Label::ALL;

    fn word(self) -> &'static str {
        Label::word(self)
    }
}

impl Word for Form {
    const ALL: &'static [Self] = &[Form::Direct, Form::Indirect, Form::Mixed];

    fn word(self) -> &'static str {
        match self {
            Form::Direct => "direct",
            Form::Indirect => "indirect",
            Form::Mixed => "mixed",
        }
    }
}

impl Word for Stance {
    const ALL: &'static [Self] = &[Stance::Affirms, Stance::Refutes];

    fn word(self) -> &'static str {
        match self {
            Stance::Affirms => "affirms",
            Stance::Refutes => "refutes",
        }
    }
}

impl Word for Polarity {
    const ALL: &'static [Self] = &[Polarity::Asserted, Polarity::Negated, Polarity::Hypothetical];

    fn word(self) -> &'static str {
        match self {
            Polarity::Asserted => "asserted",
            Polarity::Negated => "negated",
            Polarity::Hypothetical => "hypothetical",
        }
    }
}

impl Word for Medium {
    const ALL: &'static [Self] = &[Medium::Speech, Medium::Writing, Medium::Thought];

    fn word(self) -> &'static str {
        match self {
            Medium::Speech => "speech",
            Medium::Writing => "writing",
            Medium::Thought => "thought",
        }
    }
}

impl Word for SpeakerKind {
    const ALL: &'static [Self] = &[
        SpeakerKind::Person,
        SpeakerKind::Organisation,
        SpeakerKind::Group,
        SpeakerKind::Document,
        SpeakerKind::Unnamed,
    ];

    fn word(self) -> &'static str {
        match self {
            SpeakerKind::Person => "person",
            SpeakerKind::Organisation => "organisation",
            SpeakerKind::Group => "group",
            SpeakerKind::Document => "document",
            SpeakerKind::Unnamed => "unnamed",
        }
    }
}
