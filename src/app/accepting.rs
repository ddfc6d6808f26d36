//! Accepting: an attribution, with its source, its cue and what was said, made of a suggestion. All
//! are edits of one step; nothing is changed here.

use super::suggesting::{Item, label_of};
use crate::document::propose::{self, Offer};
use crate::document::{
    Annotation, AnnotationId, Attribution, Body, Claimer, Document, Edit, Form, Label, Medium,
    Origin, Speaker, SpeakerId, Target, Timestamp, register,
};
use crate::suggest::{Kind, Suggestion};
use crate::text::Span;

/// The longest gap between source and cue that becomes part of the attribution, in bytes.
const GAP: usize = 80;

/// Returns the shortest span over all of `spans`; `None` of none.
pub(super) fn hull<'s>(spans: impl IntoIterator<Item = &'s Span>) -> Option<Span> {
    spans.into_iter().copied().reduce(Span::hull)
}

/// Tells whether the article says already what a suggestion says: some of what was said is a quote
/// or claim, or its cue is part of an attribution.
pub(super) fn is_covered(document: &Document, suggestion: &Suggestion) -> bool {
    let annotations = document.annotations();
    let touched = |span: &Span, attributes: bool| {
        let touching = annotations.touching(*span);
        touching.iter().any(|own| (own.label() == Label::Attribution) == attributes)
    };
    suggestion.contents.iter().any(|span| touched(span, false))
        || suggestion.cue.iter().any(|span| touched(span, true))
}

/// Who accepts, and when.
pub(super) struct Hand<'h> {
    pub(super) creator: &'h str,
    pub(super) now: &'h Timestamp,
}

/// Returns the edits that make annotations of what is left of `item`, and the id of the first;
/// `None` when nothing is left.
pub(super) fn accept(
    document: &Document,
    item: &Item,
    hand: &Hand,
) -> Option<(Vec<Edit>, AnnotationId)> {
    let parts = item.left(document);
    let first = *parts.first()?;
    let mut ids = document.fresh_ids();
    let mut make = |target: Target, body: Body, of: &Suggestion| Annotation {
        id: ids.next().unwrap_or_else(|| document.fresh_id()),
        target,
        body,
        note: String::new(),
        tags: Vec::new(),
        creator: hand.creator.to_owned(),
        created: Some(hand.now.clone()),
        modified: Some(hand.now.clone()),
        origin: Origin::Suggested { rule: of.rule.clone() },
        extra: Vec::new(),
    };
    let mut said: Vec<Annotation> = Vec::new();
    for part in &parts {
        let target = target_of(document.text(), &part.contents)?;
        let goes_on = said.last_mut().filter(|last| {
            part.kind == Kind::Direct
                && last.label() == Label::Quote
                && is_one_line(document.text(), last.target.hull(), target.hull())
        });
        match goes_on {
            // “…,” she said. “…” in one paragraph is one quote.
            Some(last) => {
                for span in target.fragments() {
                    last.target = last.target.with(*span, document.text());
                }
            }
            None => said.push(make(target, body_of(part), part)),
        }
        if part.kind == Kind::Mixed {
            let quote = || Body::Quote { form: Some(Form::Direct) };
            said.extend(part.quoted.iter().map(|run| make(Target::from(*run), quote(), part)));
        }
    }
    let id = said.first()?.id.clone();
    let contents: Vec<AnnotationId> = said.iter().map(|own| own.id.clone()).collect();
    let mut edits = Vec::new();
    if let Some(there) = attribution_before(document, item, first) {
        let change = Edit::change(there, hand.now, |own| {
            if let Body::Attribution(own) = &mut own.body {
                own.contents.extend(contents);
            }
        });
        edits.extend(change);
        point(&mut said, there.speaker());
    } else if let Some((target, mut body)) = attribution_of(document.text(), &parts) {
        body.contents = contents;
        let mut own = make(target, Body::Attribution(body), first);
        let speaker = speaker_of(document, &own, first, &mut edits);
        point(&mut said, speaker.as_ref());
        if let Body::Attribution(body) = &mut own.body {
            body.speaker = speaker;
        }
        said.push(own);
    }
    // An attribution that is changed names contents that must be there.
    let mut all: Vec<Edit> = said.into_iter().map(Edit::Insert).collect();
    all.append(&mut edits);
    Some((all, id))
}

/// Makes claims the speaker's.
fn point(said: &mut [Annotation], speaker: Option<&SpeakerId>) {
    for own in said {
        if let Body::Claim { claimer, .. } = &mut own.body {
            *claimer = speaker.cloned().map(Claimer::Speaker);
        }
    }
}

fn body_of(part: &Suggestion) -> Body {
    let form = Some(match part.kind {
        Kind::Direct => Form::Direct,
        Kind::Mixed => Form::Mixed,
        Kind::Indirect => Form::Indirect,
    });
    match label_of(part) {
        Label::Quote => Body::Quote { form },
        _ => Body::Claim { form, stance: None, checkable: None, claimer: None },
    }
}

/// Makes a target of spans; what only white space parts is one fragment.
fn target_of(text: &str, spans: &[Span]) -> Option<Target> {
    let (first, rest) = spans.split_first()?;
    Some(rest.iter().fold(Target::from(*first), |target, span| target.with(*span, text)))
}

fn is_one_line(text: &str, one: Span, next: Span) -> bool {
    text.get(one.end().0..next.start().0).is_some_and(|gap| !gap.contains('\n'))
}

/// The attribution of the statement that a suggestion goes on with, when that was marked before.
fn attribution_before<'d>(
    document: &'d Document,
    item: &Item,
    first: &Suggestion,
) -> Option<&'d Annotation> {
    let head = item.parts.first().filter(|head| *head != first)?;
    let annotations = document.annotations();
    let before = head.contents.iter().flat_map(|span| annotations.touching(*span));
    let linked = before.flat_map(|own| annotations.linked_to(&own.id));
    linked.map(AsRef::as_ref).next()
}

/// Source and cue as an attribution, with what it is about; `None` when there is neither.
fn attribution_of(text: &str, parts: &[&Suggestion]) -> Option<(Target, Attribution)> {
    let part = parts.iter().find(|part| !part.source.is_empty() || !part.cue.is_empty())?;
    let mut spans: Vec<Span> = part.source.iter().chain(&part.cue).copied().collect();
    spans.sort_unstable();
    let is_near = |one: Span, next: Span| {
        let gap = text.get(one.end().0..next.start().0).unwrap_or_default();
        let between = |said: &Span| said.start() < next.start() && one.end() < said.end();
        gap.len() <= GAP && !gap.contains('\n') && !part.contents.iter().any(between)
    };
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut().filter(|last| is_near(**last, span)) {
            Some(last) => *last = last.hull(span),
            None => joined.push(span),
        }
    }
    let attribution = Attribution {
        source: target_of(text, &part.source).into_iter().collect(),
        cue: target_of(text, &part.cue).into_iter().collect(),
        medium: part.rule.ends_with(".belief").then_some(Medium::Thought),
        ..Attribution::default()
    };
    Some((Target::joined(joined)?, attribution))
}

/// Returns whom the source stands for: one of the register, or one that an edit adds to it.
fn speaker_of(
    document: &Document,
    own: &Annotation,
    suggestion: &Suggestion,
    edits: &mut Vec<Edit>,
) -> Option<SpeakerId> {
    let source = match suggestion.antecedent {
        Some(name) => Target::from(name),
        None => own.attribution()?.source.first()?.clone(),
    };
    match propose::speaker(document, own, &source)? {
        Offer::Speaker(id) => Some(id),
        // Someone without a name is left to the user.
        Offer::NewSpeaker(name) if name.split(' ').next_back()?.starts_with(char::is_uppercase) => {
            let id = document.fresh_speaker_id();
            let speaker = Speaker { id: id.clone(), name, ..Speaker::default() };
            edits.push(register::add(document, speaker));
            Some(id)
        }
        _ => None,
    }
}
