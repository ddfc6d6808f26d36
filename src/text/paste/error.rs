//! Why nothing could be made of what was brought in, in words for the person who brought it.

use std::fmt;

/// Why there is no draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteError {
    /// No visible character is in it.
    Empty,
    /// The bytes are no text.
    Binary(FileKind),
}

/// What a file that is no text seems to be, told by its first bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Portable Document Format.
    Pdf,
    /// A Word, OpenDocument, EPUB or other file that is a zip archive inside.
    Zip,
    /// A Word file of before 2007.
    OldOffice,
    /// Rich Text Format.
    Rtf,
    /// A picture.
    Image,
    /// Sound or film.
    Media,
    /// A packed file.
    Archive,
    /// Something else with bytes that no text has.
    Unknown,
}

impl fmt::Display for PasteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            PasteError::Empty => "There is no text in it: copy the article and paste it here.",
            PasteError::Binary(kind) => kind.advice(),
        })
    }
}

impl std::error::Error for PasteError {}

impl FileKind {
    /// Returns a sentence that says what the file is and what to do.
    fn advice(self) -> &'static str {
        match self {
            FileKind::Pdf => "This is a PDF: open it, select the text and paste it here.",
            FileKind::Zip => {
                "This is a Word, OpenDocument or zip file: open it, select the text and paste it \
                 here."
            }
            FileKind::OldOffice => {
                "This is an old Word or Office file: open it, select the text and paste it here."
            }
            FileKind::Rtf => {
                "This is a rich text (RTF) file: open it, select the text and paste it here."
            }
            FileKind::Image => {
                "This is a picture: its text has to be typed or recognised first, then pasted here."
            }
            FileKind::Media => "This is sound or film: paste its transcript here.",
            FileKind::Archive => {
                "This is a packed file: unpack it and open the text file that is in it."
            }
            FileKind::Unknown => {
                "This file is no text: open it in its own program, select the text and paste it \
                 here."
            }
        }
    }
}
