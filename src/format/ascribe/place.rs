//! Places in an annotation file: by line and column, and by the part a person would name.

use std::fmt;

/// A place in a text file, for a person with an editor: both count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column, in code points.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, column {}", self.line, self.column)
    }
}

/// A part of an annotation file. Numbers count from 1 in the order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// The file itself.
    File,
    /// The article.
    Document,
    /// A sentence, by number.
    Sentence(usize),
    /// An annotation, by its id in the file.
    Annotation(String),
    /// An annotation that has no id in the file, by number.
    AnnotationNumber(usize),
    /// A speaker, by id.
    Speaker(String),
    /// A speaker that has no id in the file, by number.
    SpeakerNumber(usize),
    /// A suggestion that was turned down, by number.
    Rejection(usize),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::File => f.write_str("File"),
            Part::Document => f.write_str("Document"),
            Part::Sentence(number) => write!(f, "Sentence {number}"),
            Part::Annotation(id) => write!(f, "Annotation {}", id.escape_debug()),
            Part::AnnotationNumber(number) => write!(f, "Annotation number {number}"),
            Part::Speaker(id) => write!(f, "Speaker {}", id.escape_debug()),
            Part::SpeakerNumber(number) => write!(f, "Speaker number {number}"),
            Part::Rejection(number) => write!(f, "Rejected suggestion {number}"),
        }
    }
}

/// A place in an annotation file: the part, and where that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The part.
    pub part: Part,
    /// Where in the file.
    pub position: Position,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.part, self.position)
    }
}

/// Returns the position of every byte offset in `ats`, which must be in order; the text is read
/// once.
pub(super) fn positions(text: &str, ats: impl IntoIterator<Item = usize>) -> Vec<Position> {
    let mut here = Position { line: 1, column: 1 };
    let mut chars = text.char_indices().peekable();
    let find = |at| {
        while let Some((_, c)) = chars.next_if(|(next, _)| *next < at) {
            if c == '\n' {
                here = Position { line: here.line + 1, column: 1 };
            } else {
                here.column += 1;
            }
        }
        here
    };
    ats.into_iter().map(find).collect()
}

/// Returns the position of one byte offset.
pub(super) fn position(text: &str, at: usize) -> Position {
    positions(text, [at]).first().copied().unwrap_or(Position { line: 1, column: 1 })
}
