//! Less: a document without what a loss report names, to compare with what is read back.

use super::ascribe::document_id;
use super::loss::{Loss, What};
use crate::document::{
    Annotation, AnnotationId, Body, Claimer, Document, Metadata, Origin, Target, Timestamp,
};
use std::collections::BTreeMap;

/// Takes out of `document` all that `losses` names. Spans become what `shape` makes of them;
/// what it makes nothing of is left out with the links to it.
pub(super) fn less(
    document: &Document,
    losses: &[Loss],
    from: &str,
    shape: impl Fn(&Target) -> Option<Target>,
) -> Document {
    let lost = |what: What| losses.iter().any(|loss| loss.what == what);
    let id =
        if lost(What::DocumentId) { document_id(document.text()) } else { document.id().clone() };
    let time = |time: &Timestamp| {
        if lost(What::DocumentTimes) { Timestamp::unknown() } else { time.clone() }
    };
    let metadata =
        if lost(What::Facts) { Metadata::default() } else { document.metadata().clone() };
    let kept = |list: bool| if list { Vec::new() } else { document.cleaning().to_vec() };
    let sentences = if lost(What::Sentences) { Vec::new() } else { document.sentences().to_vec() };
    let rejected = if lost(What::Rejections) { Vec::new() } else { document.rejected().to_vec() };
    let speakers = if lost(What::Speakers) { Vec::new() } else { document.speakers().to_vec() };
    let mut less = Document::new(
        id,
        document.text().clone(),
        metadata,
        kept(lost(What::Cleaning)),
        sentences,
        time(document.created()),
    )
    .with_modified(time(document.modified()))
    .with_rejected(rejected)
    .with_speakers(speakers);
    let shaped: Vec<(Annotation, Target)> = document
        .annotations()
        .iter()
        .filter_map(|one| Some(((**one).clone(), shape(&one.target)?)))
        .collect();
    let ids: BTreeMap<AnnotationId, AnnotationId> = shaped
        .iter()
        .enumerate()
        .map(|(index, (one, _))| {
            let new = AnnotationId(format!("a{}", index + 1));
            (one.id.clone(), if lost(What::Ids) { new } else { one.id.clone() })
        })
        .collect();
    for (mut one, target) in shaped {
        one.id = ids[&one.id].clone();
        one.target = target;
        one.origin = Origin::Imported { from: from.to_owned() };
        if lost(What::Extras) {
            one.extra.clear();
        }
        if lost(What::Notes) {
            one.note.clear();
        }
        if lost(What::Tags) {
            one.tags.clear();
        }
        if lost(What::Creators) {
            one.creator.clear();
        }
        if lost(What::Times) {
            (one.created, one.modified) = (None, None);
        }
        match &mut one.body {
            Body::Claim { claimer, .. } => {
                if lost(What::Speakers) && matches!(claimer, Some(Claimer::Speaker(_))) {
                    *claimer = None;
                }
            }
            Body::Quote { .. } => {}
            Body::Attribution(own) => {
                if lost(What::Speakers) {
                    own.speaker = None;
                }
                if lost(What::Addressees) {
                    own.addressee.clear();
                }
                for parts in [&mut own.source, &mut own.cue, &mut own.addressee] {
                    *parts = parts.iter().filter_map(&shape).collect();
                }
                let contents = own.contents.iter().filter_map(|id| ids.get(id).cloned());
                own.contents = contents.collect();
            }
        }
        less.add(one).expect("its spans are of this text");
    }
    less
}
