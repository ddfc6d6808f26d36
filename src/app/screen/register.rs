//! The register of speakers as the page lists it, with those that may be one.

use crate::app::attribute::KINDS;
use crate::app::words::{Word, Words};
use crate::document::{Document, Speaker, SpeakerId, propose};

/// The register of speakers, as long as it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterScreen {
    /// The speakers in their order.
    pub speakers: Vec<SpeakerRow>,
    /// The name and the words of every kind.
    pub kinds: Vec<(String, &'static str)>,
    /// Pairs that may be one: the one to keep, the other, and a sentence that asks.
    pub merges: Vec<(SpeakerId, SpeakerId, String)>,
    /// What was done last.
    pub told: String,
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
    pub kind: String,
    /// What that and how often it is pointed to is in words.
    pub about: String,
    /// The web identifier; empty when not known.
    pub same_as: String,
}

impl RegisterScreen {
    /// Shows the register of `document`. Reads all annotations once for each speaker.
    pub(super) fn of(document: &Document, told: String, words: &Words) -> Self {
        let row = |own: &Speaker| {
            let pointing = document.annotations().iter();
            let kind = KINDS.iter().find(|(_, kind)| Some(*kind) == own.kind);
            let count = pointing.filter(|one| one.speaker() == Some(&own.id)).count();
            let mut about = words.count(Word::Mentions, count);
            if let Some((word, _)) = kind {
                about.insert_str(0, ", ");
                about.insert_str(0, words.say(*word));
            }
            SpeakerRow {
                id: own.id.clone(),
                name: own.name.clone(),
                aliases: own.aliases.clone(),
                kind: kind.map_or_else(String::new, |(word, _)| word.number()),
                about,
                same_as: own.same_as.clone(),
            }
        };
        let name = |id: &SpeakerId| document.speaker(id).map_or("", |own| own.name.as_str());
        let ask = |(kept, gone): (SpeakerId, SpeakerId)| {
            let words = words.fill(Word::MayBeOne, &[name(&kept), name(&gone)]);
            (kept, gone, words)
        };
        RegisterScreen {
            speakers: document.speakers().iter().map(row).collect(),
            kinds: KINDS.iter().map(|(word, kind)| (word.number(), words.kind(*kind))).collect(),
            merges: propose::merges(document).into_iter().map(ask).collect(),
            told,
        }
    }
}
