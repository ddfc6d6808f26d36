//! The marks of a paragraph: its text in pieces, each with the annotations that cover it.

use crate::document::{AnnotationId, Document, Label};
use crate::text::{Byte, Span, pieces};

/// The marks of one paragraph: its text in pieces, each with the annotations that cover it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marks(pub Vec<MarkedPiece>);

/// A piece of a paragraph as it is painted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedPiece {
    /// Its words.
    pub text: String,
    /// The number of the sentence that begins with it, when numbers are shown.
    pub sentence: Option<usize>,
    /// Who covers it, the outermost first.
    pub layers: Vec<Layer>,
}

/// One annotation over a piece.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layer {
    /// The annotation.
    pub id: AnnotationId,
    /// Its label.
    pub label: Label,
    /// Whether marks of that label are not to be seen.
    pub hidden: bool,
    /// Its line below the text, from 0: no two that overlap in a paragraph share one.
    pub lane: usize,
    /// Whether the annotation begins with this piece, so that its name is shown here.
    pub begins: bool,
}

/// Cuts a paragraph into pieces by what covers it, `hidden` or not by its label.
pub(super) fn marks_of(
    document: &Document,
    paragraph: Span,
    numbered: bool,
    hidden: [bool; Label::ALL.len()],
) -> Marks {
    let touching = document.annotations().touching(paragraph);
    let lanes = lanes(touching.iter().map(|own| own.target.hull()));
    let fragments: Vec<(usize, Span)> = touching
        .iter()
        .enumerate()
        .flat_map(|(own, annotation)| {
            annotation.target.fragments().iter().map(move |span| (own, *span))
        })
        .collect();
    let numbers = if numbered { beginnings(document, paragraph) } else { Vec::new() };
    let sentences = numbers.iter().map(|(_, span)| *span);
    let spans: Vec<Span> = fragments.iter().map(|(_, span)| *span).chain(sentences).collect();
    let layer = |piece: Span, fragment: usize| {
        let (own, span) = fragments[fragment];
        let annotation = touching[own];
        Layer {
            id: annotation.id.clone(),
            label: annotation.label(),
            hidden: hidden[annotation.label() as usize],
            lane: lanes[own],
            begins: span.start() == piece.start(),
        }
    };
    Marks(
        pieces(paragraph, &spans)
            .into_iter()
            .map(|piece| MarkedPiece {
                text: piece.span.of(document.text()).to_owned(),
                sentence: numbers
                    .iter()
                    .find(|(_, span)| span.start() == piece.span.start())
                    .map(|(number, _)| *number),
                layers: piece
                    .covers
                    .iter()
                    .filter(|&&own| own < fragments.len())
                    .map(|&own| layer(piece.span, own))
                    .collect(),
            })
            .collect(),
    )
}

/// The sentences that begin in a paragraph, each with its number.
fn beginnings(document: &Document, paragraph: Span) -> Vec<(usize, Span)> {
    let sentences = document.sentences();
    let first = sentences.partition_point(|sentence| sentence.span.start() < paragraph.start());
    let inside = sentences[first..].iter().take_while(|own| own.span.start() < paragraph.end());
    inside.enumerate().map(|(at, own)| (first + at + 1, own.span)).collect()
}

/// Gives each of `hulls`, which come in order of their starts, the first lane that is free there.
fn lanes(hulls: impl Iterator<Item = Span>) -> Vec<usize> {
    let mut ends: Vec<Byte> = Vec::new();
    hulls
        .map(|hull| match ends.iter().position(|end| *end <= hull.start()) {
            Some(lane) => {
                ends[lane] = hull.end();
                lane
            }
            None => {
                ends.push(hull.end());
                ends.len() - 1
            }
        })
        .collect()
}
