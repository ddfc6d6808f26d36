//! The formats of other programs, told in the language of the interface: what each is for, what it
//! cannot carry, and what was found in a file of one.
//!
//! The formats say the same in English by `Display`; a test holds the two together.

use super::{Word, Words};
use crate::format::{Format, Loss, Misread, OpenError, Trouble, What};

impl Words {
    /// Returns the name of a format.
    pub(in crate::app) fn format_title(&self, format: Format) -> &'static str {
        self.nth(Word::FormatAscribe, format as usize)
    }

    /// Says what a format is for and what it counts in.
    pub(in crate::app) fn format_about(&self, format: Format) -> &'static str {
        self.nth(Word::AboutAscribe, format as usize)
    }

    /// Says what a format cannot carry, in a line each; all bookkeeping in the last.
    pub(in crate::app) fn losses(&self, losses: &[Loss]) -> Vec<String> {
        let aside = losses.partition_point(|loss| !loss.what.is_bookkeeping());
        let mut lines: Vec<String> = losses.iter().map(|loss| self.loss(loss)).collect();
        let rest = lines.split_off(aside).join(", ");
        if !rest.is_empty() {
            lines.push(self.fill(Word::LossRest, &[&rest]));
        }
        lines
    }

    fn loss(&self, loss: &Loss) -> String {
        let word = match loss.what {
            What::Split { pieces } => {
                return self.count_of(Word::LossSplit, loss.count, &[&self.grouped(pieces)]);
            }
            What::Inner => Word::LossInner,
            What::Blank => Word::LossBlank,
            What::Edges => Word::LossEdges,
            What::Targets => Word::LossTargets,
            What::NoCue => Word::LossNoCue,
            What::MoreCues => Word::LossMoreCues,
            What::CuePieces => Word::LossCuePieces,
            What::Unattributed => Word::LossUnattributed,
            What::Labels => Word::LossLabels,
            What::Links => Word::LossLinks,
            What::Nested => Word::LossNested,
            What::Addressees => Word::LossAddressees,
            What::Attributes => Word::LossAttributes,
            What::Speakers => Word::LossSpeakers,
            What::SpeakerFacts => Word::LossSpeakerFacts,
            What::SpeakerGroups => Word::LossSpeakerGroups,
            What::SharedSources => Word::LossSharedSources,
            What::Notes => Word::LossNotes,
            What::NoteBreaks => Word::LossNoteBreaks,
            What::Tags => Word::LossTags,
            What::Creators => Word::LossCreators,
            What::Times => Word::LossTimes,
            What::DocumentTimes => Word::LossDocumentTimes,
            What::Origins => Word::LossOrigins,
            What::Ids => Word::LossIds,
            What::Sentences => Word::LossSentences,
            What::SentenceHands => Word::LossSentenceHands,
            What::Facts => Word::LossFacts,
            What::DocumentId => Word::LossDocumentId,
            What::Cleaning => Word::LossCleaning,
            What::Rejections => Word::LossRejections,
            What::Extras => Word::LossExtras,
        };
        self.count(word, loss.count)
    }

    /// Says what of a file of another program was left out, mended or chosen.
    pub(in crate::app) fn trouble(&self, trouble: &Trouble) -> String {
        [&trouble.part.escape_debug().to_string(), ": ", &self.misread(&trouble.fault)].concat()
    }

    fn misread(&self, fault: &Misread) -> String {
        let (word, part) = match fault {
            Misread::Text(fault) => return self.fault(fault),
            Misread::Span(fault) => return self.span_fault(fault),
            Misread::Several { exact, times } => {
                return self.fill(Word::MisreadSeveral, &[exact, &times.to_string()]);
            }
            Misread::Found { exact } => (Word::MisreadFound, exact.as_str()),
            Misread::Nowhere { exact } => (Word::MisreadNowhere, exact.as_str()),
            Misread::NoSpan => (Word::MisreadNoSpan, ""),
            Misread::UnknownLabel { label } => {
                return self.fill(Word::MisreadUnknownLabel, &[&label.escape_debug().to_string()]);
            }
            Misread::NotRead => (Word::MisreadNotRead, ""),
            Misread::IdTwice => (Word::MisreadIdTwice, ""),
            Misread::LinkToNothing { id } => {
                return self.fill(Word::MisreadLinkToNothing, &[&id.escape_debug().to_string()]);
            }
            Misread::Unlinked => (Word::MisreadUnlinked, ""),
            Misread::Taken(label) => {
                return self.nth(Word::MisreadTakenClaim, *label as usize).to_owned();
            }
        };
        self.fill(word, &[part])
    }

    /// Says why opened files give no article.
    pub(in crate::app) fn open_error(&self, error: &OpenError) -> String {
        match error {
            OpenError::Nothing => self.say(Word::OpenNothing).to_owned(),
            OpenError::Archive { name } => self.fill(Word::OpenArchive, &[name]),
            OpenError::NotText { name } => self.fill(Word::OpenNotText, &[name]),
            OpenError::TextMissing { name, text } => {
                self.fill(Word::OpenTextMissing, &[name, text])
            }
            OpenError::Native { name, error } => {
                self.fill(Word::Refused, &[name, &self.read_error(error)])
            }
            OpenError::Unknown { name } => self.fill(Word::OpenUnknown, &[name]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Label;

    #[test]
    fn english_is_what_the_formats_say() {
        let words = Words::default();
        for format in Format::ALL {
            assert_eq!(words.format_title(format), format.title());
            assert_eq!(words.format_about(format), format.about().join(" "));
        }
        let met = [
            What::Split { pieces: 7 },
            What::Inner,
            What::Blank,
            What::Edges,
            What::Targets,
            What::NoCue,
            What::MoreCues,
            What::CuePieces,
            What::Unattributed,
            What::Labels,
            What::Nested,
            What::SpeakerGroups,
            What::SharedSources,
            What::NoteBreaks,
            What::Extras,
        ];
        for what in What::COUNTED.into_iter().chain(met) {
            for count in [1, 3] {
                let loss = Loss { what, count };
                let told = words.loss(&loss);
                let kept = if what.is_bookkeeping() { "bookkeeping: " } else { "" };
                assert_eq!([kept, &told].concat(), loss.to_string());
            }
        }
        let lost = |what, count| Loss { what, count };
        let losses = [lost(What::Notes, 2), lost(What::Times, 3), lost(What::DocumentId, 1)];
        let bookkeeping =
            "Bookkeeping not kept: when 3 annotations were made, the id of the article.";
        assert_eq!(words.losses(&losses), ["2 notes left out", bookkeeping]);
        assert_eq!(words.losses(&losses[..1]), ["2 notes left out"]);
        let text = |text: &str| text.to_owned();
        let faults = [
            Misread::Found { exact: text("a") },
            Misread::Several { exact: text("a"), times: 3 },
            Misread::Nowhere { exact: text("a") },
            Misread::NoSpan,
            Misread::UnknownLabel { label: text("a\n") },
            Misread::NotRead,
            Misread::IdTwice,
            Misread::LinkToNothing { id: text("T1\n") },
            Misread::Unlinked,
            Misread::Taken(Label::Claim),
            Misread::Taken(Label::Quote),
            Misread::Taken(Label::Attribution),
        ];
        for fault in faults {
            let trouble = Trouble { part: text("T\t4"), fault };
            assert_eq!(words.trouble(&trouble), trouble.to_string());
        }
        let name = || text("a.ann");
        let errors = [
            OpenError::Nothing,
            OpenError::Archive { name: name() },
            OpenError::NotText { name: name() },
            OpenError::TextMissing { name: name(), text: text("a.txt") },
            OpenError::Unknown { name: name() },
        ];
        for error in errors {
            assert_eq!(words.open_error(&error), error.to_string());
        }
    }
}
