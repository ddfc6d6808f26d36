//! Contents: which quote or claim an attribution belongs to, by where they stand.
//!
//! Looks at the sentence of the attribution and its two neighbours, so that the cost does not grow
//! with the article.

use super::{Why, rule};
use crate::document::{Annotation, AnnotationId, Document, Label, Rejection};
use crate::text::{Span, is_point, is_quote_mark};
use std::cmp::Reverse;
use std::rc::Rc;

/// Where a content stands to an attribution. The nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Side {
    Around,
    Before,
    Behind,
}

struct Candidate<'d> {
    content: &'d Rc<Annotation>,
    why: Why,
    side: Side,
    /// Bytes between the two.
    gap: usize,
}

/// Returns the contents that `attribution` may be linked to, with the reasons: those it touches or
/// interrupts, one a side; else, as long as it has none, the nearest of its sentence; else the
/// nearest of the sentence before or behind.
pub(super) fn contents(document: &Document, attribution: &Annotation) -> Vec<(AnnotationId, Why)> {
    let hull = attribution.target.hull();
    let (sentence, window) = window(document, hull);
    let mut candidates: Vec<Candidate> = document
        .annotations()
        .touching(window)
        .into_iter()
        .filter(|own| own.label() != Label::Attribution && is_free(document, own, attribution))
        .map(|content| place(document.text(), attribution, content, sentence))
        .collect();
    candidates.sort_by_key(|own| {
        let label = own.content.label() != Label::Quote;
        (own.why, own.gap, label, Reverse(own.content.target.len()), own.side)
    });
    let mut taken: Vec<Side> = Vec::new();
    let mut contents = Vec::new();
    let alone = attribution.contents().is_empty();
    for Candidate { content, why, side, .. } in candidates {
        let wanted = match why {
            Why::Interrupts | Why::Touches => !taken.contains(&side),
            _ => alone && taken.is_empty(),
        };
        if wanted {
            taken.push(side);
            contents.push((content.id.clone(), why));
        }
    }
    contents
}

/// Returns the attribution that a quote or claim may be linked to: one that would be linked to it,
/// else the nearest that it touches.
pub(super) fn attributions(
    document: &Document,
    content: &Annotation,
) -> Option<(AnnotationId, Why)> {
    let (_, window) = window(document, content.target.hull());
    let near = document.annotations().touching(window).into_iter();
    let near = near.filter(|own| own.label() == Label::Attribution);
    let would = near.filter_map(|own| {
        let why = contents(document, own).into_iter().find(|(id, _)| *id == content.id)?.1;
        let own_hull = own.target.hull();
        let gap = gap(own_hull, content.target.hull()).map_or(0, |gap| gap.len());
        Some(((why, gap), own))
    });
    let ((why, _), own) = would.min_by_key(|(key, _)| *key)?;
    Some((own.id.clone(), why))
}

/// Returns what is turned down when `content` shall not be linked to `attribution`.
pub(super) fn rejection(attribution: &Annotation, content: &Annotation) -> Rejection {
    let span = attribution.target.hull().hull(content.target.hull());
    Rejection { span, rule: rule::CONTENTS.to_owned() }
}

/// Tells whether nobody is said to have said `content` yet, and it was not turned down.
fn is_free(document: &Document, content: &Annotation, attribution: &Annotation) -> bool {
    let Rejection { span, rule } = rejection(attribution, content);
    document.annotations().linked_to(&content.id).is_empty()
        && !crate::document::register::is_rejected(document, span, &rule)
}

fn place<'d>(
    text: &str,
    attribution: &Annotation,
    content: &'d Rc<Annotation>,
    sentence: Span,
) -> Candidate<'d> {
    let (own, other) = (attribution.target.hull(), content.target.hull());
    let Some(between) = gap(own, other) else {
        let overlaps =
            content.target.fragments().iter().any(|span| attribution.target.overlaps(*span));
        let why = if overlaps { Why::Touches } else { Why::Interrupts };
        return Candidate { content, why, side: Side::Around, gap: 0 };
    };
    let side = if other.end() <= own.start() { Side::Before } else { Side::Behind };
    let words = text.get(between.clone()).unwrap_or_default();
    let bare = |c: char| {
        c.is_whitespace() && c != '\n' || is_point(c) || is_quote_mark(c) || "-–—()’".contains(c)
    };
    let why = match (other.overlaps(sentence), side) {
        (true, _) if words.chars().all(bare) => Why::Touches,
        (true, _) => Why::SameSentence,
        (false, Side::Before) => Why::SentenceBefore,
        (false, _) => Why::SentenceBehind,
    };
    Candidate { content, why, side, gap: between.len() }
}

/// Returns what stands between two spans, `None` when they overlap.
fn gap(one: Span, other: Span) -> Option<std::ops::Range<usize>> {
    let (first, second) = if one.start() <= other.start() { (one, other) } else { (other, one) };
    (first.end() <= second.start()).then(|| first.end().0..second.start().0)
}

/// Returns the sentence or sentences of `hull`, and the same with one more at each end.
fn window(document: &Document, hull: Span) -> (Span, Span) {
    let sentences = document.sentences();
    let first = sentences.partition_point(|own| own.span.end() <= hull.start());
    let end = sentences.partition_point(|own| own.span.start() < hull.end());
    let cover = |from: usize, to: usize| {
        let own = sentences.get(from..to).unwrap_or_default().iter().map(|own| own.span);
        own.fold(hull, Span::hull)
    };
    let last = (end + 1).min(sentences.len());
    (cover(first, end), cover(first.saturating_sub(1), last.max(first)))
}
