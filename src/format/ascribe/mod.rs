//! The Ascribe annotation file, version 1: the native format, which holds all of a document.
//!
//! One JSON object a file. Offsets are Unicode code points into the text of record, start
//! included, end excluded; `exact` repeats the words of a span so that a reader can check them.
//! `schema/ascribe-1.schema.json` says what is written. The same document always gives the same
//! bytes, and `read(write(document))` is the document.

mod anchor;
mod annotation;
mod error;
mod extras;
mod fault;
mod fields;
#[cfg(test)]
mod fuzz;
#[cfg(test)]
mod half_good;
mod head;
mod kept;
mod keys;
#[cfg(test)]
mod laws;
mod links;
mod misplaced;
mod place;
mod problem;
mod read;
#[cfg(test)]
mod schema;
mod targets;
mod words;
mod write;

pub(in crate::format) use anchor::Anchor;
pub use error::ReadError;
pub use fault::Fault;
pub(in crate::format) use head::document_id;
pub use kept::{read_entry, read_step, write_entry, write_step};
pub use misplaced::{SpanFault, Unit};
pub use place::{Part, Place, Position};
pub use problem::Problem;
pub(in crate::format) use problem::short;
pub use read::read;
pub(in crate::format) use words::Word;
pub use write::{parts, write};

/// The version of the format that is written, and the newest that is read.
pub const VERSION: u32 = 1;

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = r#"{
  "format": "ascribe",
  "version": 1,
  "generator": "Ascribe 0.1.0",
  "offsets": "codepoint",
  "x-top": [2.50, null],
  "document": {
    "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
    "title": "Talks",
    "authors": ["A. Writer"],
    "text": "😀 “Go,” Ann said.",
    "sha256": "HASH",
    "length": { "codepoint": 17, "utf16": 18, "utf8": 24 },
    "cleaning": ["line ends"],
    "sentences": [
      { "start": 0, "end": 17, "by": "user", "x-sure": true }
    ],
    "created": "2026-11-22T10:00:00Z",
    "modified": "2026-11-22T10:20:00Z"
  },
  "annotations": [
    {
      "id": "a1",
      "label": "quote",
      "target": [
        { "start": 2, "end": 7, "exact": "“Go,”" }
      ],
      "form": "direct",
      "x-mood": "curt",
      "note": "a \"note\"\n\u0007",
      "origin": "user"
    },
    {
      "id": "a2",
      "label": "attribution",
      "target": [
        { "start": 8, "end": 16, "exact": "Ann said" }
      ],
      "source": [
        [
          { "start": 8, "end": 11, "exact": "Ann" }
        ]
      ],
      "cue": [
        [
          { "start": 12, "end": 16, "exact": "said", "x-tense": "past" }
        ]
      ],
      "contents": ["a1"],
      "speaker": "s1",
      "polarity": "asserted",
      "medium": "speech",
      "origin": "suggested",
      "rule": "en.post-posed-cue"
    }
  ],
  "speakers": [
    { "id": "s1", "name": "Ann", "kind": "person" }
  ],
  "rejected": [
    { "start": 0, "end": 1, "rule": "en.x" }
  ]
}
"#;

    /// Returns a file with a member of every kind, and some of other programs.
    pub(super) fn file() -> String {
        FILE.replace("HASH", &write::sha256("😀 “Go,” Ann said."))
    }

    #[test]
    fn a_file_with_unknown_members_is_written_back_as_it_was() {
        let file = file();
        let (document, problems) = read(&file).unwrap();
        assert_eq!(problems, []);
        assert_eq!(document.annotations().len(), 2);
        assert_eq!(write(&document), file);
    }
}
