//! The register of speakers as the page lists it, with those that may be one.

use crate::app::attribute::KINDS;
use crate::app::words::Words;
use crate::document::{Document, Speaker, SpeakerId, propose};

/// The register of speakers, as long as it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterScreen {
    /// The speakers in their order.
    pub speakers: Vec<SpeakerRow>,
    /// The name and the words of every kind.
    pub kinds: Vec<(&'static str, &'static str)>,
    /// Pairs that may be one: the one to keep, the other.
    pub merges: Vec<(SpeakerId, SpeakerId)>,
}

/// A speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeakerRow {
    /// The speaker.
    pub id: SpeakerId,
    /// The name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The name of the kind; empty when not known.
    pub kind: &'static str,
    /// The web identifier; empty when not known.
    pub same_as: String,
    /// How many annotations point to it.
    pub count: usize,
}

impl RegisterScreen {
    /// Shows the register of `document`. Reads all annotations once for each speaker.
    pub(super) fn of(document: &Document, words: &Words) -> Self {
        let row = |own: &Speaker| {
            let pointing = document.annotations().iter();
            let kind = KINDS.iter().find(|(_, kind)| Some(*kind) == own.kind);
            SpeakerRow {
                id: own.id.clone(),
                name: own.name.clone(),
                aliases: own.aliases.clone(),
                kind: kind.map_or("", |(word, _)| word.name()),
                same_as: own.same_as.clone(),
                count: pointing.filter(|one| one.speaker() == Some(&own.id)).count(),
            }
        };
        RegisterScreen {
            speakers: document.speakers().iter().map(row).collect(),
            kinds: KINDS.iter().map(|(word, kind)| (word.name(), words.kind(*kind))).collect(),
            merges: propose::merges(document),
        }
    }
}
