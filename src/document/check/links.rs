//! Links: rules on what belongs together. Know who is linked to whom, no letters but at a cut.

use super::{Found, annotations_of};
use crate::document::propose::{self, Offer, Proposal};
use crate::document::{
    Annotation, Annotations, Body, Constituent, Document, Edit, Label, Target, Timestamp,
};
use crate::text::{Byte, Span, is_point, is_quote_mark};

fn whole(annotation: &Annotation) -> Option<Found> {
    Some((annotation.target.hull(), None))
}

/// Takes the first proposal for `annotation` that is what is missing.
fn take(
    document: &Document,
    annotation: &Annotation,
    now: &Timestamp,
    wanted: impl Fn(&Offer) -> bool,
) -> Option<Vec<Edit>> {
    let proposals = propose::propose(document, annotation);
    let proposal: &Proposal = proposals.iter().find(|proposal| wanted(&proposal.offer))?;
    propose::accept(document, proposal, now)
}

pub(super) fn without_contents(_: &Document, annotation: &Annotation) -> Option<Found> {
    annotation.attribution().filter(|own| own.contents.is_empty())?;
    whole(annotation)
}

pub(super) fn propose_content(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    take(document, annotation, now, |offer| matches!(offer, Offer::Content(_)))
}

/// Finds a quote or claim that no attribution has; a claim whose claimer is known needs none.
pub(super) fn unattributed(document: &Document, annotation: &Annotation) -> Option<Found> {
    let claimed = matches!(annotation.body, Body::Claim { claimer: Some(_), .. });
    let lonely = annotation.label() != Label::Attribution
        && !claimed
        && document.annotations().linked_to(&annotation.id).is_empty();
    whole(annotation).filter(|_| lonely)
}

pub(super) fn propose_attribution(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    take(document, annotation, now, |offer| matches!(offer, Offer::ContentOf(_)))
}

/// Finds something said of which attributions are there, none of them with a source.
pub(super) fn without_source(document: &Document, annotation: &Annotation) -> Option<Found> {
    let linked = document.annotations().linked_to(&annotation.id);
    let sourced = |from: &Annotation| from.attribution().is_some_and(|own| !own.source.is_empty());
    let first = linked.first()?;
    let sourceless = !linked.iter().any(|from| sourced(from));
    sourceless.then(|| (annotation.target.hull(), Some(first.id.clone())))
}

pub(super) fn propose_source(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let wanted = |offer: &Offer| matches!(offer, Offer::Span(Constituent::Source, _));
    let linked = document.annotations().linked_to(&annotation.id);
    linked.into_iter().find_map(|from| take(document, from, now, wanted))
}

pub(super) fn without_cue(_: &Document, annotation: &Annotation) -> Option<Found> {
    annotation.attribution().filter(|own| own.cue.is_empty())?;
    whole(annotation)
}

pub(super) fn propose_cue(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let wanted = |offer: &Offer| matches!(offer, Offer::Span(Constituent::Cue, _));
    take(document, annotation, now, wanted)
}

/// Finds a second cue.
pub(super) fn two_cues(_: &Document, annotation: &Annotation) -> Option<Found> {
    let second = annotation.attribution()?.cue.get(1)?;
    Some((second.hull(), None))
}

/// Makes one cue of all, in fragments where they stand apart.
pub(super) fn join_cues(
    _: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let cues = &annotation.attribution()?.cue;
    let joined = Target::joined(cues.iter().flat_map(Target::fragments).copied().collect())?;
    let edit = Edit::change(annotation, now, |own| {
        if let Body::Attribution(own) = &mut own.body {
            own.cue = vec![joined];
        }
    });
    Some(vec![edit?])
}

/// Finds a content all of which the attribution's own words cover.
pub(super) fn swallowing(document: &Document, annotation: &Annotation) -> Option<Found> {
    let inside = |span: &Span| annotation.target.fragments().iter().any(|own| own.encloses(*span));
    let content = annotations_of(document.annotations(), annotation.contents())
        .find(|content| content.target.fragments().iter().all(inside))?;
    Some((content.target.hull(), Some(content.id.clone())))
}

/// Cuts the content out of the attribution, as long as words are left.
pub(super) fn cut_content_out(
    document: &Document,
    annotation: &Annotation,
    (_, content): &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let text = document.text();
    let content = document.annotations().get(content.as_ref()?)?;
    let mut left = annotation.target.fragments().to_vec();
    for cut in content.target.fragments() {
        let parts = left.iter().flat_map(|span| {
            let (start, end) = (span.start(), span.end());
            let cut = if span.overlaps(*cut) { (cut.start(), cut.end()) } else { (end, end) };
            [Span::trimmed(text, start, cut.0), Span::trimmed(text, cut.1, end)]
        });
        left = parts.flatten().filter_map(|span| bare(text, span)).collect();
    }
    let target = Target::joined(left)?;
    Some(vec![Edit::change(annotation, now, |own| own.target = target)?])
}

/// Returns `span` without the punctuation and quote marks at its edges; `None` when no word is
/// left.
fn bare(text: &str, span: Span) -> Option<Span> {
    let edge = |c: char| c.is_whitespace() || is_point(c) || is_quote_mark(c);
    let words = span.of(text).trim_start_matches(edge);
    let start = span.end().0 - words.len();
    let end = start + words.trim_end_matches(edge).len();
    Span::new(text, Byte(start), Byte(end)).ok()
}

/// Finds an annotation before this one with the same label and the very same words.
pub(super) fn duplicate(document: &Document, annotation: &Annotation) -> Option<Found> {
    let (place, hull) = (Annotations::place(annotation), annotation.target.hull());
    let before = document.annotations().before(&place);
    let twin = before
        .take_while(|own| own.target.hull() == hull)
        .find(|own| own.label() == annotation.label() && own.target == annotation.target)?;
    Some((annotation.target.hull(), Some(twin.id.clone())))
}

/// Takes the later of two out when it says nothing that the first does not say; links to it lead to
/// the first.
pub(super) fn drop_duplicate(
    document: &Document,
    annotation: &Annotation,
    (_, twin): &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let twin = document.annotations().get(twin.as_ref()?)?;
    let same = annotation.body == twin.body || annotation.body == Body::of(annotation.label());
    let noted = annotation.note.is_empty() || annotation.note == twin.note;
    if !same || !noted || !annotation.tags.iter().all(|tag| twin.tags.contains(tag)) {
        return None;
    }
    let mut edits = Vec::new();
    for from in document.annotations().linked_to(&annotation.id) {
        if from.id == annotation.id {
            continue;
        }
        edits.extend(Edit::change(from, now, |from| {
            if let Body::Attribution(own) = &mut from.body {
                let known = own.contents.contains(&twin.id) || from.id == twin.id;
                own.contents.retain(|id| !known || *id != annotation.id);
                for id in own.contents.iter_mut().filter(|id| **id == annotation.id) {
                    *id = twin.id.clone();
                }
            }
        }));
    }
    edits.push(Edit::Remove(annotation.clone()));
    Some(edits)
}
