//! Proposals: what the document could say more of one annotation, with the reason.
//!
//! Pure: nothing is remembered but what was turned down, which the document keeps. So a proposal is
//! made again until it is taken or dropped, and one for an annotation costs its own sentence,
//! however long the article is. Knows few words and no grammar; the larger engine that reads whole
//! texts is another room.

mod contents;
mod data;
mod form;
mod reading;
mod speakers;
#[cfg(test)]
mod tests;
mod words;

use super::{
    Annotation, AnnotationId, Attribution, Body, Constituent, Document, Edit, Form, Rejection,
    Speaker, SpeakerId, Target, Timestamp, register,
};
use crate::text::Language;
use data::Lists;

/// Something the document could say more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The annotation it is about.
    pub annotation: AnnotationId,
    /// What could be said.
    pub offer: Offer,
    /// What speaks for it.
    pub why: Why,
}

/// What a proposal would add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A source, cue or addressee of an attribution.
    Span(Constituent, Target),
    /// A content of an attribution.
    Content(AnnotationId),
    /// The attribution of a quote or claim.
    ContentOf(AnnotationId),
    /// How someone's words are given.
    Form(Form),
    /// Whom an attribution's source stands for.
    Speaker(SpeakerId),
    /// The same, as a new speaker of that name.
    NewSpeaker(String),
}

/// What speaks for a proposal; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// The attribution stands inside what was said.
    Interrupts,
    /// They stand side by side.
    Touches,
    /// They stand in one sentence.
    SameSentence,
    /// What was said stands in the sentence before the attribution.
    SentenceBefore,
    /// What was said stands in the sentence behind the attribution.
    SentenceBehind,
    /// The words inside read so.
    Words,
    /// The quote marks, or that there are none.
    QuoteMarks,
    /// A name they share.
    Name,
    /// The last one that the pronoun can stand for.
    Pronoun,
    /// A name that no speaker has yet.
    NewName,
}

/// The names under which proposals are turned down.
mod rule {
    use crate::document::SpeakerId;

    pub(super) const CONTENTS: &str = "contents";
    pub(super) const FORM: &str = "form";

    /// Whom a source does not stand for; `None` for anyone new.
    pub(super) fn speaker(id: Option<&SpeakerId>) -> String {
        id.map_or("speaker".to_owned(), |id| format!("speaker {}", id.0))
    }
}

/// Returns what could be said more of `annotation`, in the order it is best asked.
pub fn propose(document: &Document, annotation: &Annotation) -> Vec<Proposal> {
    let mut offers = Vec::new();
    match &annotation.body {
        Body::Attribution(own) => {
            of_attribution(document, annotation, own, &mut offers);
        }
        Body::Claim { form, .. } | Body::Quote { form } => {
            let free = document.annotations().linked_to(&annotation.id).is_empty();
            if let Some((id, why)) = contents::attributions(document, annotation).filter(|_| free) {
                offers.push((Offer::ContentOf(id), why));
            }
            if form.is_none() {
                offers.push((Offer::Form(form::form(document, annotation)), Why::QuoteMarks));
            }
        }
    }
    let proposals = offers.into_iter().map(|(offer, why)| {
        let annotation = annotation.id.clone();
        Proposal { annotation, offer, why }
    });
    proposals.filter(|own| !is_rejected(document, own)).collect()
}

fn of_attribution(
    document: &Document,
    annotation: &Annotation,
    own: &Attribution,
    offers: &mut Vec<(Offer, Why)>,
) {
    let (text, lists) = (document.text(), lists(document));
    let target = &annotation.target;
    let mut source = own.source.first().cloned();
    if own.source.is_empty() || own.cue.is_empty() {
        let words = words::words(text, target, lists);
        let read = reading::read(&words, lists, own);
        let place = |range| words::target_of(&words, &range, target);
        let mut offer = |constituent, found: Option<Target>| {
            let free = own.constituent(constituent).is_empty();
            let found = found.filter(|_| free);
            offers.extend(found.map(|own| (Offer::Span(constituent, own), Why::Words)));
        };
        let found = read.source.and_then(place);
        let cues = read.cue.into_iter().chain(read.particle).filter_map(place);
        let cue = Target::joined(cues.flat_map(|cue| cue.fragments().to_vec()).collect());
        offer(Constituent::Source, found.clone());
        offer(Constituent::Cue, cue);
        offer(Constituent::Addressee, read.addressee.and_then(place));
        source = source.or(found);
    }
    let contents = contents::contents(document, annotation);
    offers.extend(contents.into_iter().map(|(id, why)| (Offer::Content(id), why)));
    if own.speaker.is_none()
        && let Some(source) = source
    {
        offers.extend(speakers::speaker(document, annotation, &source, lists));
    }
}

/// Returns whom `source` may stand for, were it the source of `attribution`, which need not be in
/// the document yet.
pub fn speaker(document: &Document, attribution: &Annotation, source: &Target) -> Option<Offer> {
    speakers::speaker(document, attribution, source, lists(document)).map(|(offer, _)| offer)
}

/// Returns the pairs of speakers that may be one, the one to keep first.
pub fn merges(document: &Document) -> Vec<(SpeakerId, SpeakerId)> {
    speakers::twins(document, lists(document))
}

/// Returns the edits of one step that carry `proposal` out; `None` when it fits no more.
pub fn accept(document: &Document, proposal: &Proposal, now: &Timestamp) -> Option<Vec<Edit>> {
    let annotation = document.annotations().get(&proposal.annotation)?;
    let attribute = |annotation: &Annotation, alter: &dyn Fn(&mut Attribution)| {
        Edit::change(annotation, now, |own| {
            if let Body::Attribution(own) = &mut own.body {
                alter(own);
            }
        })
    };
    Some(match &proposal.offer {
        Offer::Span(constituent, target) => vec![attribute(annotation, &|own| {
            own.constituent_mut(*constituent).push(target.clone());
        })?],
        Offer::Content(id) => vec![link(annotation, id, now)?],
        Offer::ContentOf(id) => {
            vec![link(document.annotations().get(id)?, &proposal.annotation, now)?]
        }
        Offer::Form(new) => vec![Edit::change(annotation, now, |own| match &mut own.body {
            Body::Claim { form, .. } | Body::Quote { form } => *form = Some(*new),
            Body::Attribution(_) => {}
        })?],
        Offer::Speaker(id) => {
            document.speaker(id)?;
            let mut edits = vec![attribute(annotation, &|own| own.speaker = Some(id.clone()))?];
            edits.extend(name_of(document, annotation).and_then(|name| {
                register::change(document, id, |speaker| register::call(speaker, &name))
            }));
            edits
        }
        Offer::NewSpeaker(name) => {
            let id = document.fresh_speaker_id();
            let speaker = Speaker { id: id.clone(), name: name.clone(), ..Speaker::default() };
            let points = attribute(annotation, &|own| own.speaker = Some(id.clone()))?;
            vec![register::add(document, speaker), points]
        }
    })
}

/// Returns the edit that makes `content` a content of `attribution`; `None` when it is one, or
/// cannot be.
pub fn link(attribution: &Annotation, content: &AnnotationId, now: &Timestamp) -> Option<Edit> {
    Edit::change(attribution, now, |own| {
        let itself = own.id == *content;
        if let Body::Attribution(own) = &mut own.body
            && !itself
            && !own.contents.contains(content)
        {
            own.contents.push(content.clone());
        }
    })
}

/// Returns the edit that turns `proposal` down, so that it is not made again; `None` when what it
/// is about is gone.
pub fn reject(document: &Document, proposal: &Proposal) -> Option<Edit> {
    Some(Edit::Reject(rejection(document, proposal)?))
}

fn is_rejected(document: &Document, proposal: &Proposal) -> bool {
    rejection(document, proposal)
        .is_none_or(|own| register::is_rejected(document, own.span, &own.rule))
}

fn rejection(document: &Document, proposal: &Proposal) -> Option<Rejection> {
    let annotations = document.annotations();
    let annotation = annotations.get(&proposal.annotation)?;
    let source = || {
        let own = annotation.attribution()?;
        own.source.first().cloned().or_else(|| read_source(document, annotation, own))
    };
    Some(match &proposal.offer {
        Offer::Span(constituent, target) => {
            Rejection { span: target.hull(), rule: constituent.word().to_owned() }
        }
        Offer::Content(id) => contents::rejection(annotation, annotations.get(id)?),
        Offer::ContentOf(id) => contents::rejection(annotations.get(id)?, annotation),
        Offer::Form(_) => Rejection { span: annotation.target.hull(), rule: rule::FORM.to_owned() },
        Offer::Speaker(id) => speakers::rejection(&source()?, Some(id)),
        Offer::NewSpeaker(_) => speakers::rejection(&source()?, None),
    })
}

/// Returns the source that the words of an attribution read as.
fn read_source(document: &Document, annotation: &Annotation, own: &Attribution) -> Option<Target> {
    let lists = lists(document);
    let words = words::words(document.text(), &annotation.target, lists);
    let range = reading::read(&words, lists, own).source?;
    words::target_of(&words, &range, &annotation.target)
}

/// Returns the name by which an attribution's source calls its speaker; `None` of a pronoun.
fn name_of(document: &Document, annotation: &Annotation) -> Option<String> {
    let (text, lists) = (document.text(), lists(document));
    let source = annotation.attribution()?.source.first()?;
    let name = speakers::proper(text, source, lists)?;
    (!speakers::is_pronoun(text, source, lists)).then_some(name)
}

fn lists(document: &Document) -> Lists {
    Lists::of(Language::from_tag(&document.metadata().language))
}
