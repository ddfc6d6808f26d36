//! spaCy and Prodigy JSON Lines: one article a line with tokens of our own, cut at every span's
//! edge, so that each span is one by `char_span`.
//!
//! Overlapping spans cannot go into `doc.ents`; they are for `doc.spans`. A relation leads from the
//! last token of a span to the last of another.

use super::export::Written;
use super::json::{self, Json};
use super::loss::What;
use super::marks::{Marks, Piece};
use super::tokens::{Token, tokens, within};
use crate::document::Document;
use crate::text::{Byte, Ruler, Span};

const CARRIED: [What; 3] = [What::Links, What::Addressees, What::DocumentId];

/// Writes one line a document.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    let mut lines = String::new();
    for document in documents {
        lines.push_str(&json::compact(&task(document, out)));
        lines.push('\n');
        out.carries(document, &CARRIED);
    }
    out.put_all(documents, lines);
}

fn task<'d>(document: &'d Document, out: &mut Written) -> Json<'d> {
    let text: &str = document.text();
    let ruler = Ruler::new(text);
    let ends = |span: Span| {
        let offset = |at: Byte| Json::count(ruler.code_point(at).0);
        [("start", offset(span.start())), ("end", offset(span.end()))]
    };
    let marks = Marks::of(document);
    let cut = marks.pieces();
    out.lose(What::Split { pieces: cut.split_pieces }, cut.split);
    let spans: Vec<Span> = cut.pieces.iter().map(|piece| piece.span).collect();
    let tokens = tokens(text, &spans);
    let shown = tokens.iter().enumerate().map(|(id, Token { span, blank })| {
        let [start, end] = ends(*span);
        Json::object(vec![
            ("text", Json::text(span.of(text))),
            start,
            end,
            ("id", Json::count(id)),
            ("ws", Json::Bool(*blank)),
        ])
    });
    let span_of = |piece: &Piece| {
        let (first, last) = within(&tokens, piece.span);
        let [start, end] = ends(piece.span);
        let label = marks.marks.get(piece.mark).map_or("", |mark| mark.role.label());
        Json::object(vec![
            start,
            end,
            ("token_start", Json::count(first)),
            ("token_end", Json::count(last)),
            ("label", Json::text(label)),
        ])
    };
    let relations = cut.links.iter().filter_map(|link| {
        let (head, child) = (cut.pieces.get(link.from)?, cut.pieces.get(link.to)?);
        let last = |piece: &Piece| Json::count(within(&tokens, piece.span).1);
        Some(Json::object(vec![
            ("head", last(head)),
            ("child", last(child)),
            ("label", Json::text(link.relation.word())),
            ("head_span", span_of(head)),
            ("child_span", span_of(child)),
        ]))
    });
    Json::object(vec![
        ("text", Json::text(text)),
        ("tokens", Json::Array(shown.collect())),
        ("spans", Json::Array(cut.pieces.iter().map(span_of).collect())),
        ("relations", Json::Array(relations.collect())),
        ("meta", Json::object(vec![("id", Json::text(&document.id().0))])),
        ("answer", Json::text("accept")),
    ])
}
