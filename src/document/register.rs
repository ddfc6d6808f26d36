//! The register at work: the edits that add, change, merge, split and take out speakers, links and
//! all.
//!
//! Every function returns the edits of one step and changes nothing itself. A change of one speaker
//! costs the register; one that moves links reads the annotations once.

use super::{Annotation, Body, Claimer, Document, Edit, Rejection, Speaker, SpeakerId, Timestamp};
use crate::text::{Span, lower};

/// Returns the edit that adds `speaker` as the last one.
pub fn add(document: &Document, speaker: Speaker) -> Edit {
    let behind = document.speakers().last().map(|last| last.id.clone());
    Edit::Register { behind, before: Vec::new(), after: vec![speaker] }
}

/// Returns the edit by which `alter` changes a speaker; `None` when it changes nothing.
pub fn change(
    document: &Document,
    id: &SpeakerId,
    alter: impl FnOnce(&mut Speaker),
) -> Option<Edit> {
    let (behind, before) = find(document, id)?;
    let mut after = before.clone();
    alter(&mut after);
    after.id = id.clone();
    (after != *before).then(|| Edit::Register {
        behind,
        before: vec![before.clone()],
        after: vec![after],
    })
}

/// Returns the edits that take a speaker out, and every link to it.
pub fn remove(document: &Document, id: &SpeakerId, now: &Timestamp) -> Option<Vec<Edit>> {
    let (behind, speaker) = find(document, id)?;
    let mut edits = moved(document, id, None, now, |_| true);
    edits.push(Edit::Register { behind, before: vec![speaker.clone()], after: Vec::new() });
    Some(edits)
}

/// Returns the edits by which `gone` becomes one with `kept`: its names are added to those of
/// `kept`, and what pointed to it points there.
pub fn merge(
    document: &Document,
    kept: &SpeakerId,
    gone: &SpeakerId,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let (behind, other) = find(document, gone).filter(|_| kept != gone)?;
    find(document, kept)?;
    let mut edits = moved(document, gone, Some(kept), now, |_| true);
    edits.extend(change(document, kept, |speaker| {
        call(speaker, &other.name);
        other.aliases.iter().for_each(|alias| call(speaker, alias));
        speaker.kind = speaker.kind.or(other.kind);
        if speaker.same_as.is_empty() {
            speaker.same_as.clone_from(&other.same_as);
        }
    }));
    // The one that is taken out may stand behind the one that has just changed: an id stays.
    edits.push(Edit::Register { behind, before: vec![other.clone()], after: Vec::new() });
    Some(edits)
}

/// Returns the edits that make a speaker of its own of one alias: the attributions whose source
/// reads so point to it, and so do the claims among their contents.
pub fn split(
    document: &Document,
    id: &SpeakerId,
    alias: &str,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let (_, speaker) = find(document, id)?;
    speaker.aliases.iter().find(|own| same(own, alias))?;
    let own = document.fresh_speaker_id();
    let named = |annotation: &Annotation| {
        let sources = annotation.attribution().map_or(&[][..], |own| &own.source);
        let points = annotation.speaker() == Some(id);
        points && sources.iter().any(|source| same(&source.words(document.text()), alias))
    };
    let mut edits = vec![add(
        document,
        Speaker { id: own.clone(), name: alias.to_owned(), ..Speaker::default() },
    )];
    edits.extend(change(document, id, |speaker| speaker.aliases.retain(|own| !same(own, alias))));
    edits.extend(moved(document, id, Some(&own), now, |annotation| match annotation.body {
        Body::Attribution(_) => named(annotation),
        _ => document.annotations().linked_to(&annotation.id).into_iter().any(|from| named(from)),
    }));
    Some(edits)
}

/// Calls a speaker by `name` too, unless it is called so already.
pub fn call(speaker: &mut Speaker, name: &str) {
    let known = same(&speaker.name, name) || speaker.aliases.iter().any(|own| same(own, name));
    if !known && !name.is_empty() {
        speaker.aliases.push(name.to_owned());
    }
}

/// Tells whether a suggestion was turned down.
pub fn is_rejected(document: &Document, span: Span, rule: &str) -> bool {
    document.rejected().iter().any(|Rejection { span: own, rule: by }| *own == span && by == rule)
}

/// Returns a speaker and the one it stands behind.
fn find<'d>(document: &'d Document, id: &SpeakerId) -> Option<(Option<SpeakerId>, &'d Speaker)> {
    let speakers = document.speakers();
    let at = speakers.iter().position(|speaker| speaker.id == *id)?;
    let behind = at.checked_sub(1).map(|before| speakers[before].id.clone());
    Some((behind, &speakers[at]))
}

/// Returns the changes by which those annotations that `picked` holds for point to `to` in place of
/// `from`, or to nobody.
fn moved(
    document: &Document,
    from: &SpeakerId,
    to: Option<&SpeakerId>,
    now: &Timestamp,
    picked: impl Fn(&Annotation) -> bool,
) -> Vec<Edit> {
    let pointing = document.annotations().iter().filter(|own| own.speaker() == Some(from));
    let changes = pointing.filter(|own| picked(own)).filter_map(|own| {
        Edit::change(own, now, |annotation| match &mut annotation.body {
            Body::Claim { claimer, .. } => *claimer = to.cloned().map(Claimer::Speaker),
            Body::Quote { .. } => {}
            Body::Attribution(own) => own.speaker = to.cloned(),
        })
    });
    changes.collect()
}

/// Tells whether two names are the same, whatever their case and white space.
fn same(one: &str, other: &str) -> bool {
    let words = |name: &str| lower(&name.split_whitespace().collect::<Vec<_>>().join(" "));
    words(one) == words(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::documents;
    use crate::document::{AnnotationId, History, Step};
    use proptest::prelude::*;

    /// Takes `edits` as one step, checks that undoing it leads back, and returns what it made.
    fn check(document: &Document, edits: Vec<Edit>) -> Document {
        let (mut changed, mut history) = (document.clone(), History::default());
        let at = document.modified().clone();
        history.take(&mut changed, Step { edits, at }).unwrap();
        let mut back = changed.clone();
        history.undo(&mut back).unwrap();
        assert_eq!(back, *document);
        for own in changed.annotations().iter() {
            let points = own.speaker();
            assert!(points.is_none_or(|id| changed.speaker(id).is_some()), "{points:?} is gone");
        }
        changed
    }

    fn pointing(document: &Document, id: &SpeakerId) -> Vec<AnnotationId> {
        let all = document.annotations().iter();
        all.filter(|own| own.speaker() == Some(id)).map(|own| own.id.clone()).collect()
    }

    proptest! {
        #[test]
        fn speakers_come_and_go_and_no_link_is_left_behind(document in documents()) {
            let now = document.modified().clone();
            let fresh = document.fresh_speaker_id();
            prop_assert_eq!(document.speaker(&fresh), None);
            let one = Speaker { id: fresh.clone(), name: "Ana".into(), ..Speaker::default() };
            let with = check(&document, vec![add(&document, one)]);
            for speaker in document.speakers() {
                let id = &speaker.id;
                check(&with, remove(&with, id, &now).unwrap());
                let merged = check(&with, merge(&with, &fresh, id, &now).unwrap());
                prop_assert_eq!(pointing(&merged, &fresh), pointing(&with, id));
                let merged = merged.speaker(&fresh).unwrap();
                for name in speaker.aliases.iter().chain([&speaker.name]) {
                    let known = name.is_empty() || same(&merged.name, name)
                        || merged.aliases.iter().any(|own| same(own, name));
                    prop_assert!(known, "{name:?} is not among {merged:?}");
                }
                let into = check(&with, merge(&with, id, &fresh, &now).unwrap());
                prop_assert_eq!(pointing(&into, id), pointing(&with, id));
                for alias in &speaker.aliases {
                    let split = check(&with, split(&with, id, alias, &now).unwrap());
                    let own = &split.speakers().last().unwrap().id;
                    let mut both = [pointing(&split, id), pointing(&split, own)].concat();
                    let mut before = pointing(&with, id);
                    both.sort();
                    before.sort();
                    prop_assert_eq!(both, before);
                }
                prop_assert_eq!(merge(&with, id, id, &now), None);
                prop_assert_eq!(change(&with, id, |_| {}), None);
            }
        }
    }
}
