//! doccano JSON Lines, for its task “sequence labeling” with relations and overlap allowed.
//!
//! Ids are numbers. All that is not ASCII is escaped: doccano guesses the encoding of a file, and
//! guesses wrong.

use super::export::Written;
use super::json::{self, Json};
use super::loss::What;
use super::marks::Marks;
use crate::document::Document;
use crate::text::{Byte, Ruler};

const CARRIED: [What; 3] = [What::Links, What::Addressees, What::DocumentId];

/// Writes one line a document.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    let mut lines = String::new();
    for document in documents {
        lines.push_str(&json::ascii(&json::compact(&example(document, out))));
        lines.push('\n');
        out.carries(document, &CARRIED);
    }
    out.put_all(documents, lines);
}

fn example<'d>(document: &'d Document, out: &mut Written) -> Json<'d> {
    let ruler = Ruler::new(document.text());
    let offset = |at: Byte| Json::count(ruler.code_point(at).0);
    let marks = Marks::of(document);
    let cut = marks.pieces();
    out.lose(What::Split { pieces: cut.split_pieces }, cut.split);
    let entities = cut.pieces.iter().enumerate().map(|(index, piece)| {
        let label = marks.marks.get(piece.mark).map_or("", |mark| mark.role.label());
        Json::object(vec![
            ("id", Json::count(index + 1)),
            ("start_offset", offset(piece.span.start())),
            ("end_offset", offset(piece.span.end())),
            ("label", Json::text(label)),
        ])
    });
    let relations = cut.links.iter().enumerate().map(|(index, link)| {
        Json::object(vec![
            ("id", Json::count(index + 1)),
            ("from_id", Json::count(link.from + 1)),
            ("to_id", Json::count(link.to + 1)),
            ("type", Json::text(link.relation.word())),
        ])
    });
    Json::object(vec![
        ("text", Json::text(document.text())),
        ("entities", Json::Array(entities.collect())),
        ("relations", Json::Array(relations.collect())),
        ("document", Json::text(&document.id().0)),
    ])
}
