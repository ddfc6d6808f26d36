//! What the rooms below say in words, told in the language of the interface: labels, fields,
//! furniture, repairs, and why something was refused.
//!
//! Those rooms know no language: they give enums, and English for whoever reads a log.

use super::{Word, Words};
use crate::app::msg::Field;
use crate::app::shelf::StorageError;
use crate::document::{EditError, Label};
use crate::text::paste::{FileKind, Furniture, PasteError, Repair};

impl Words {
    /// Returns the name of a label as it stands in a sentence.
    pub fn label(&self, label: Label) -> &'static str {
        self.nth(Word::ClaimName, label as usize)
    }

    /// Returns the name of a field.
    pub fn field(&self, field: Field) -> &'static str {
        self.nth(Word::FieldTitle, field as usize)
    }

    /// Says what kind of page furniture a line is.
    pub(in crate::app) fn furniture(&self, furniture: Furniture) -> &'static str {
        self.nth(Word::FurnitureAboutAuthor, furniture as usize)
    }

    /// Says what was put right.
    pub(in crate::app) fn repair(&self, repair: Repair) -> &'static str {
        self.nth(Word::RepairLineEnds, repair as usize)
    }

    /// Says what was done to a text, from the phrase that the file keeps of it.
    pub(in crate::app) fn cleaning(&self, note: &str) -> String {
        if let Some(repair) = Repair::ALL.into_iter().find(|repair| repair.to_string() == note) {
            return self.repair(repair).to_owned();
        }
        let (number, what) = note.split_once(' ').unwrap_or_default();
        let word = match what.split_once(' ').map_or("", |(_, what)| what) {
            "of page furniture" => Word::FurnitureLines,
            "left out by hand" => Word::LeftOutLines,
            _ => return note.to_owned(),
        };
        number.parse().map_or_else(|_| note.to_owned(), |number| self.count(word, number))
    }

    /// Says why nothing can be made of what was brought in, and what to do.
    pub(in crate::app) fn paste_error(&self, error: PasteError) -> &'static str {
        match error {
            PasteError::Empty => self.say(Word::NoText),
            PasteError::Binary(kind) => self.file_kind(kind),
        }
    }

    fn file_kind(&self, kind: FileKind) -> &'static str {
        self.nth(Word::IsPdf, kind as usize)
    }

    /// Says why an edit was not done, as the end of a sentence.
    pub(in crate::app) fn edit_error(&self, error: &EditError) -> String {
        let (word, id) = match error {
            EditError::DoesNotFit(id) => (Word::EditDoesNotFit, id.0.as_str()),
            EditError::NotThere(id) => (Word::EditNotThere, id.0.as_str()),
            EditError::OtherMetadata => (Word::EditOtherMetadata, ""),
            EditError::OtherSentences => (Word::EditOtherSentences, ""),
            EditError::OtherSpeakers => (Word::EditOtherSpeakers, ""),
            EditError::OtherRejection => (Word::EditOtherRejection, ""),
        };
        self.fill(word, &[id])
    }

    /// Says in a sentence why the browser does not keep the work, and what to do.
    pub(in crate::app) fn storage_error(&self, error: &StorageError) -> String {
        let reason = match error {
            StorageError::Refused => self.say(Word::StorageRefused).to_owned(),
            StorageError::Full => self.say(Word::StorageFull).to_owned(),
            StorageError::Missing(_) => self.say(Word::StorageMissing).to_owned(),
            StorageError::Overtaken(_) => self.say(Word::StorageOvertaken).to_owned(),
            StorageError::Failed(words) => self.fill(Word::StorageFailed, &[words]),
        };
        self.fill(Word::Storage, &[&reason])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::words::Tongue;
    use crate::document::AnnotationId;

    const FURNITURE: [Furniture; 21] = [
        Furniture::AboutAuthor,
        Furniture::Advertisement,
        Furniture::Comments,
        Furniture::Contact,
        Furniture::Cookies,
        Furniture::Copyright,
        Furniture::DateLine,
        Furniture::FileHead,
        Furniture::Follow,
        Furniture::Login,
        Furniture::MailHead,
        Furniture::Menu,
        Furniture::Newsletter,
        Furniture::PageControl,
        Furniture::PhotoCredit,
        Furniture::Related,
        Furniture::Share,
        Furniture::Subscription,
        Furniture::Tags,
        Furniture::WebAddress,
        Furniture::Neighbour,
    ];
    const KINDS: [FileKind; 8] = [
        FileKind::Pdf,
        FileKind::Zip,
        FileKind::OldOffice,
        FileKind::Rtf,
        FileKind::Image,
        FileKind::Media,
        FileKind::Archive,
        FileKind::Unknown,
    ];

    #[test]
    fn english_is_what_the_rooms_below_say() {
        let words = Words::default();
        for label in Label::ALL {
            assert_eq!(words.label(label), label.word());
        }
        for field in Field::ALL {
            let word = Word::ALL[Word::FieldTitle as usize + field as usize];
            assert_eq!(word.name(), format!("field-{}", field.name()));
        }
        for furniture in FURNITURE {
            assert_eq!(words.furniture(furniture), furniture.to_string());
        }
        for repair in Repair::ALL {
            assert_eq!(words.repair(repair), repair.to_string());
        }
        for kind in KINDS {
            let error = PasteError::Binary(kind);
            assert_eq!(words.paste_error(error), error.to_string());
        }
        assert_eq!(words.paste_error(PasteError::Empty), PasteError::Empty.to_string());
        let id = || AnnotationId("a1".into());
        for error in [
            EditError::DoesNotFit(id()),
            EditError::NotThere(id()),
            EditError::OtherMetadata,
            EditError::OtherSentences,
        ] {
            assert_eq!(words.edit_error(&error), error.to_string());
        }
    }

    #[test]
    fn what_a_file_keeps_of_its_cleaning_is_told_in_any_language() {
        let told = |tongue, note| Words::of(tongue).cleaning(note);
        for note in ["tabs", "1 line of page furniture", "3 lines left out by hand", "by magic"] {
            assert_eq!(told(Tongue::English, note), note);
        }
        assert_eq!(told(Tongue::German, "tabs"), "Tabulatoren");
        assert_eq!(
            told(Tongue::German, "2 lines of page furniture"),
            "2 Zeilen mit Seitenelementen"
        );
        assert_eq!(told(Tongue::German, "by magic"), "by magic");
    }
}
