//! Flat JSON Lines: one article a line, for Hugging Face `datasets` and pandas.
//!
//! Every record and every object in it has the same keys with strings or numbers in them, always:
//! loaders guess a column's type from the first rows and stop where a later one differs. No value
//! is a date or all digits, which loaders would turn into something else.

use super::export::Written;
use super::json::{self, Json};
use super::loss::What;
use super::marks::{Marks, attributes};
use crate::document::Document;
use crate::text::{Byte, Ruler};

/// What is said of an annotation, under keys that every span has.
const ATTRIBUTES: [&str; 7] =
    ["form", "stance", "checkable", "claimer", "speaker", "polarity", "medium"];

const CARRIED: [What; 8] = [
    What::Links,
    What::Addressees,
    What::Attributes,
    What::Speakers,
    What::Notes,
    What::Ids,
    What::Sentences,
    What::DocumentId,
];

/// Writes one line a document.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    let mut lines = String::new();
    for document in documents {
        lines.push_str(&json::compact(&record(document, out)));
        lines.push('\n');
        out.carries(document, &CARRIED);
    }
    out.put_all(documents, lines);
}

fn record<'d>(document: &'d Document, out: &mut Written) -> Json<'d> {
    let text: &str = document.text();
    let ruler = Ruler::new(text);
    let offset = |at: Byte| Json::count(ruler.code_point(at).0);
    let marks = Marks::of(document);
    let cut = marks.pieces();
    out.lose(What::Split { pieces: cut.split_pieces }, cut.split);
    let id = |piece: usize| Json::owned(format!("s{}", piece + 1));
    let spans = cut.pieces.iter().enumerate().filter_map(|(index, piece)| {
        let mark = marks.marks.get(piece.mark)?;
        let said = attributes(document, mark.owner);
        let mut members = vec![
            ("id", id(index)),
            ("label", Json::text(mark.role.label())),
            ("start", offset(piece.span.start())),
            ("end", offset(piece.span.end())),
            ("text", Json::text(piece.span.of(text))),
            ("annotation", Json::text(&mark.owner.id.0)),
        ];
        for key in ATTRIBUTES {
            let value = said.iter().find(|(name, _)| *name == key).map_or("", |(_, value)| value);
            members.push((key, Json::text(value)));
        }
        members.push(("note", Json::text(&mark.owner.note)));
        Some(Json::object(members))
    });
    let spans = Json::Array(spans.collect());
    let relations = cut.links.iter().map(|link| {
        Json::object(vec![
            ("type", Json::text(link.relation.word())),
            ("from", id(link.from)),
            ("to", id(link.to)),
        ])
    });
    let sentences = document.sentences().iter().map(|sentence| {
        let span = sentence.span;
        Json::object(vec![("start", offset(span.start())), ("end", offset(span.end()))])
    });
    Json::object(vec![
        ("id", Json::text(&document.id().0)),
        ("text", Json::text(text)),
        ("spans", spans),
        ("relations", Json::Array(relations.collect())),
        ("sentences", Json::Array(sentences.collect())),
    ])
}
