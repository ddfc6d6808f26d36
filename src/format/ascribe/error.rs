//! Why a text is not read as an annotation file at all.

use super::VERSION;
use super::place::{Position, position};
use crate::format::json::{Syntax, SyntaxFault};
use std::fmt;

/// Why a text is no annotation file that this version can read. Shown as one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadError {
    /// There is nothing but white space.
    Empty,
    /// The text is no JSON.
    NotJson {
        /// Where that shows.
        position: Position,
        /// What is wrong there, as the end of a sentence.
        fault: &'static str,
    },
    /// Something else than what JSON needs stands here.
    Unexpected {
        /// Where it stands.
        position: Position,
        /// What should stand there.
        expected: &'static str,
        /// What stands there.
        found: char,
    },
    /// The text ends in the middle.
    Cut {
        /// Where it ends.
        position: Position,
    },
    /// It is JSON, but not of this format.
    NotAscribe,
    /// It was written by a later version of the format.
    Newer {
        /// The version it names.
        version: String,
    },
    /// Offsets are counted in a unit that is not known.
    UnknownUnit {
        /// The unit it names.
        unit: String,
    },
    /// A part that nothing can be read without is missing.
    Missing {
        /// Where it should stand: `document.text`.
        path: &'static str,
    },
    /// A part that nothing can be read without is of another type.
    WrongType {
        /// The path of the part: `document.text`.
        path: &'static str,
        /// Where it stands.
        position: Position,
        /// What it should be.
        expected: &'static str,
        /// What it is.
        found: &'static str,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Empty => f.write_str("The file is empty."),
            ReadError::NotJson { position, fault } => {
                write!(f, "The file is no JSON: at {position} {fault}.")
            }
            ReadError::Unexpected { position, expected, found } => write!(
                f,
                "The file is no JSON: at {position} {expected} should stand, not “{}”.",
                found.escape_debug()
            ),
            ReadError::Cut { position } => {
                write!(f, "The file ends in the middle, at {position}: its end is missing.")
            }
            ReadError::NotAscribe => f.write_str(
                "The file is JSON but no Ascribe annotation file: it has no “format” that is “ascribe”.",
            ),
            ReadError::Newer { version } => write!(
                f,
                "The file has version {version} of the Ascribe format, and this program reads \
                 versions up to {VERSION}: open it with a newer Ascribe."
            ),
            ReadError::UnknownUnit { unit } => write!(
                f,
                "The file counts its offsets in “{unit}”, and this program knows “codepoint”, \
                 “utf16” and “utf8”: no annotation in it can be placed."
            ),
            ReadError::Missing { path } => {
                write!(f, "The file has no “{path}”, without which nothing in it can be read.")
            }
            ReadError::WrongType { path, position, expected, found } => {
                write!(f, "In the file “{path}” should be {expected} and is {found}, at {position}.")
            }
        }
    }
}

impl std::error::Error for ReadError {}

impl ReadError {
    /// Says where `text` stops being JSON.
    pub(super) fn syntax(text: &str, syntax: Syntax) -> Self {
        let here = position(text, syntax.at);
        let not_json = |fault| ReadError::NotJson { position: here, fault };
        let found = text.get(syntax.at..).and_then(|rest| rest.chars().next());
        match (syntax.fault, found) {
            _ if text.trim_matches(['\u{feff}', ' ', '\n', '\r', '\t']).is_empty() => {
                ReadError::Empty
            }
            (SyntaxFault::Cut, _) => ReadError::Cut { position: here },
            (SyntaxFault::Expected(expected), Some(found)) => {
                ReadError::Unexpected { position: here, expected, found }
            }
            (SyntaxFault::Expected(_), None) => ReadError::Cut { position: here },
            (SyntaxFault::Control, _) => {
                not_json("a line feed or another control character stands in a string")
            }
            (SyntaxFault::Escape, _) => not_json("a backslash stands before what it cannot escape"),
            (SyntaxFault::Deep, _) => not_json("lists stand too deep in each other"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{read, tests::file};

    /// Reads a text that is refused with this sentence.
    fn check(text: &str, sentence: &str) {
        assert_eq!(read(text).unwrap_err().to_string(), sentence, "{text}");
    }

    #[test]
    fn what_is_no_annotation_file_is_refused_in_one_sentence() {
        check("\u{feff} \n", "The file is empty.");
        check(
            "Ana said no.",
            "The file is no JSON: at line 1, column 1 a value should stand, not “A”.",
        );
        check(
            "{\n  \"é\": 1,\n  \"b\": [1, 2,]\n}",
            "The file is no JSON: at line 3, column 14 a value should stand, not “]”.",
        );
        check(
            "{\"a\": \"1\n2\"}",
            "The file is no JSON: at line 1, column 9 a line feed or another control character \
             stands in a string.",
        );
        check(
            &"[".repeat(200),
            "The file is no JSON: at line 1, column 101 lists stand too deep in each other.",
        );
        let other = "The file is JSON but no Ascribe annotation file: it has no “format” that is “ascribe”.";
        check("[]", other);
        check("{\"format\": \"brat\"}", other);
        check("{\"format\": [\"ascribe\"]}", other);
    }

    #[test]
    fn a_file_cut_anywhere_is_refused_where_it_ends() {
        let whole = file();
        let end = whole.trim_end().len();
        for at in (1..end).filter(|at| whole.is_char_boundary(*at)) {
            let sentence = read(&whole[..at]).unwrap_err().to_string();
            assert!(sentence.starts_with("The file ends in the middle, at line "), "{sentence}");
        }
        check("{\n \"é", "The file ends in the middle, at line 2, column 4: its end is missing.");
    }

    #[test]
    fn newer_files_and_essential_parts_of_other_types_are_refused() {
        let refuse = |from: &str, to: &str, sentence: &str| {
            check(&file().replacen(from, to, 1), sentence);
        };
        let newer = |version: &str| {
            format!(
                "The file has version {version} of the Ascribe format, and this program reads \
                 versions up to 1: open it with a newer Ascribe."
            )
        };
        refuse("\"version\": 1", "\"version\": 2", &newer("2"));
        refuse(
            "\"version\": 1",
            "\"version\": 99999999999999999999",
            &newer("99999999999999999999"),
        );
        let version = "In the file “version” should be a whole number from 1 on and is ";
        refuse(
            "\"version\": 1",
            "\"version\": 0",
            &format!("{version}a number, at line 3, column 3."),
        );
        refuse(
            "\"version\": 1",
            "\"version\": 1.5",
            &format!("{version}a number, at line 3, column 3."),
        );
        refuse(
            "\"version\": 1",
            "\"version\": \"1\"",
            &format!("{version}a string, at line 3, column 3."),
        );
        refuse(
            "\"version\": 1,",
            "",
            "The file has no “version”, without which nothing in it can be read.",
        );
        refuse(
            "\"text\": \"😀 “Go,” Ann said.\"",
            "\"text\": [\"No.\"]",
            "In the file “document.text” should be a string and is a list, at line 11, column 5.",
        );
        refuse(
            "\"text\": \"😀 “Go,” Ann said.\",",
            "",
            "The file has no “document.text”, without which nothing in it can be read.",
        );
        refuse(
            "\"document\": {",
            "\"document\": 7, \"x\": {",
            "In the file “document” should be an object and is a number, at line 7, column 3.",
        );
        refuse(
            "\"annotations\": [",
            "\"annotations\": 7, \"x\": [",
            "In the file “annotations” should be a list and is a number, at line 21, column 3.",
        );
        refuse(
            "\"codepoint\",",
            "\"grapheme\",",
            "The file counts its offsets in “grapheme”, and this program knows “codepoint”, “utf16” \
             and “utf8”: no annotation in it can be placed.",
        );
    }
}
