//! Ids and the links that lead by them: every part has an id of its own, every link an end.

use super::fault::Fault;
use super::place::Part;
use super::problem::{Log, short};
use crate::document::{Annotation, Body, Claimer, Speaker, SpeakerId};
use crate::text::Names;

/// A part that was read, the byte of the file it begins at, and its name in problems.
pub(super) type Found<T> = (T, usize, Part);

/// Gives every part an id of its own: one that has none, or one that was used before, gets the
/// first free number behind `letter`.
pub(super) fn own_ids<T>(
    parts: &mut [Found<T>],
    letter: &str,
    id: impl Fn(&mut T) -> &mut String,
    log: &mut Log,
) {
    if are_in_order(parts.iter_mut().map(|part| &*id(&mut part.0))) {
        return;
    }
    let ids: Vec<String> = parts.iter_mut().map(|part| id(&mut part.0).clone()).collect();
    let names = Names::of(ids.iter().map(String::as_str));
    let mut number = 0;
    for ((part, at, name), again) in parts.iter_mut().zip(names.again()) {
        let id = id(part);
        if !id.is_empty() && !again {
            continue;
        }
        let now = loop {
            number += 1;
            let now = format!("{letter}{number}");
            if !names.has(&now) {
                break now;
            }
        };
        log.part = name.clone();
        let had_none = id.is_empty();
        *id = now.clone();
        log.add(*at, if had_none { Fault::NoId { now } } else { Fault::IdTwice { now } });
    }
}

/// Tells whether ids come in the order in which they are given, so that each is another.
fn are_in_order<'i>(ids: impl Iterator<Item = &'i String>) -> bool {
    let mut last = "";
    for id in ids {
        if (id.len(), id.as_str()) <= (last.len(), last) {
            return false;
        }
        last = id;
    }
    true
}

/// Leaves out the links that lead to nothing that was read.
pub(super) fn link(annotations: &mut [Found<Annotation>], speakers: &[Speaker], log: &mut Log) {
    if !annotations.iter().any(|(one, ..)| leads_somewhere(&one.body)) {
        return;
    }
    let ids: Vec<String> = annotations.iter().map(|(one, ..)| one.id.0.clone()).collect();
    let ids = Names::of(ids.iter().map(String::as_str));
    let speakers = Names::of(speakers.iter().map(|speaker| speaker.id.0.as_str()));
    let linked = annotations.iter_mut().filter(|(one, ..)| leads_somewhere(&one.body));
    for (annotation, at, part) in linked {
        log.part = part.clone();
        let mut speaks = |key, id: &SpeakerId| {
            let there = speakers.has(&id.0);
            if !there {
                log.add(*at, Fault::LinkToNothing { key, id: short(&id.0) });
            }
            there
        };
        match &mut annotation.body {
            Body::Claim { claimer, .. } => {
                if matches!(claimer, Some(Claimer::Speaker(id)) if !speaks("claimer", id)) {
                    *claimer = None;
                }
            }
            Body::Quote { .. } => {}
            Body::Attribution(own) => {
                own.speaker = own.speaker.take().filter(|id| speaks("speaker", id));
                let itself = &annotation.id;
                own.contents.retain(|id| {
                    if id == itself {
                        log.add(*at, Fault::LinkToItself);
                    } else if !ids.has(&id.0) {
                        log.add(*at, Fault::LinkToNothing { key: "contents", id: short(&id.0) });
                    }
                    id != itself && ids.has(&id.0)
                });
            }
        }
    }
}

fn leads_somewhere(body: &Body) -> bool {
    match body {
        Body::Claim { claimer, .. } => claimer.is_some(),
        Body::Quote { .. } => false,
        Body::Attribution(own) => own.speaker.is_some() || !own.contents.is_empty(),
    }
}
