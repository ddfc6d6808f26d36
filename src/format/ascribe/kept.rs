//! Steps and entries as the browser's storage keeps them: one line of JSON each, in the words of
//! the annotation file.
//!
//! Spans are in bytes and do not repeat their words: the text they belong to never changes, and is
//! kept beside the steps in the annotation file before the first of them. Extra members stand in a
//! list of their own, exactly as the document carries them, so that a step read is the step written.

use super::anchor::Anchor;
use super::annotation::{annotation, speaker};
use super::extras::Extras;
use super::fields::Fields;
use super::head::{by, metadata};
use super::problem::Log;
use super::targets::span;
use super::write::{Members, Writer, put_metadata, put_time};
use crate::document::{
    Annotation, Counts, DocumentId, Edit, Entry, Extra, Metadata, Rejection, Sentence, Speaker,
    SpeakerId, Step,
};
use crate::format::json::{self, Json, Member};
use std::borrow::Cow;

/// Writes a step.
pub fn write_step(step: &Step) -> String {
    let edits = step.edits.iter().map(|edit| {
        let (key, sides) = match edit {
            Edit::Insert(one) => ("insert", vec![written(one)]),
            Edit::Remove(one) => ("remove", vec![written(one)]),
            Edit::Change { before, after } => ("change", vec![written(before), written(after)]),
            Edit::Describe { before, after } => {
                ("describe", vec![described(before), described(after)])
            }
            Edit::Resplit { before, after } => ("resplit", vec![split(before), split(after)]),
            Edit::Register { behind, before, after } => {
                let behind = behind.as_ref().map_or(Json::Null, |id| Json::text(&id.0));
                ("register", vec![behind, registered(before), registered(after)])
            }
            Edit::Reject(one) => ("reject", vec![rejected(one)]),
            Edit::Unreject(one) => ("unreject", vec![rejected(one)]),
        };
        object(vec![(key, Json::Array(sides))])
    });
    let edits = Json::Array(edits.collect());
    json::compact(&object(vec![("at", Json::text(step.at.as_str())), ("edits", edits)]))
}

/// Writes an entry.
pub fn write_entry(entry: &Entry) -> String {
    let mut known = vec![("id", Json::text(&entry.id.0))];
    put_metadata(&mut known, &entry.metadata);
    known.extend([
        ("claims", Json::count(entry.counts.claims)),
        ("quotes", Json::count(entry.counts.quotes)),
        ("attributions", Json::count(entry.counts.attributions)),
        ("sentences", Json::count(entry.sentences)),
        ("head", Json::count(entry.head)),
    ]);
    put_time(&mut known, "created", Some(&entry.created));
    put_time(&mut known, "modified", Some(&entry.modified));
    put_time(&mut known, "deleted", entry.deleted.as_ref());
    json::compact(&object(known))
}

fn object<'d>(known: Members<'d>) -> Json<'d> {
    let member = |(key, value)| Member { key: Cow::Borrowed(key), at: 0, value };
    Json::Object(known.into_iter().map(member).collect())
}

fn written(annotation: &Annotation) -> Json<'_> {
    let json = Writer::unmeasured().annotation(annotation, &mut Extras::of(&[]));
    with_extras(json, &annotation.extra)
}

fn registered(speakers: &[Speaker]) -> Json<'_> {
    let writer = Writer::unmeasured();
    let speakers = speakers
        .iter()
        .map(|speaker| with_extras(writer.speaker(speaker, &mut Extras::of(&[])), &speaker.extra));
    Json::Array(speakers.collect())
}

fn rejected(rejection: &Rejection) -> Json<'_> {
    let mut known = Writer::unmeasured().ends(rejection.span);
    known.push(("rule", Json::text(&rejection.rule)));
    object(known)
}

/// Adds the list of the extra members that an annotation or a speaker carries.
fn with_extras<'d>(mut json: Json<'d>, extra: &'d [Extra]) -> Json<'d> {
    if let Json::Object(members) = &mut json
        && !extra.is_empty()
    {
        let extras = extra.iter().map(|Extra { path, after, key, json }| {
            let after = after.as_deref().map_or(Json::Null, Json::text);
            Json::Array(vec![Json::text(path), after, Json::text(key), Json::text(json)])
        });
        let value = Json::Array(extras.collect());
        members.push(Member { key: Cow::Borrowed("extra"), at: 0, value });
    }
    json
}

fn described(metadata: &Metadata) -> Json<'_> {
    let mut known = Vec::new();
    put_metadata(&mut known, metadata);
    object(known)
}

fn split(sentences: &[Sentence]) -> Json<'_> {
    let writer = Writer::unmeasured();
    Json::Array(sentences.iter().map(|sentence| object(writer.sentence(sentence))).collect())
}

/// Reads a step that [`write_step`] has written.
///
/// # Errors
/// Why it is none, in words for a developer.
pub fn read_step(text: &str) -> Result<Step, String> {
    read(text, |fields, log| {
        let (_, edits) = fields.list("edits", log)?;
        let edits = edits.into_iter().map(|edit| edit_of(edit, log)).collect::<Option<_>>()?;
        Some(Step { edits, at: fields.time("at", log)? })
    })
}

/// Reads an entry that [`write_entry`] has written.
///
/// # Errors
/// Why it is none, in words for a developer.
pub fn read_entry(text: &str) -> Result<Entry, String> {
    read(text, |fields, log| {
        let mut count = |key| match fields.take(key)? {
            (_, Json::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        let counts = Counts {
            claims: count("claims")?,
            quotes: count("quotes")?,
            attributions: count("attributions")?,
        };
        Some(Entry {
            counts,
            sentences: count("sentences")?,
            head: count("head")?,
            id: DocumentId(fields.plain("id", log)),
            metadata: metadata(fields, log),
            created: fields.time("created", log)?,
            modified: fields.time("modified", log)?,
            deleted: fields.time("deleted", log),
        })
    })
}

/// Reads an object of which everything must be understood.
fn read<T>(
    text: &str,
    known: impl FnOnce(&mut Fields, &mut Log) -> Option<T>,
) -> Result<T, String> {
    let (json, blemishes) = json::read(text).map_err(|syntax| format!("byte {}", syntax.at))?;
    let mut log = Log::new(blemishes);
    let mut fields = Fields::open(json, 0).map_err(|other| other.kind().to_owned())?;
    let read = known(&mut fields, &mut log);
    match (log.finish(text).first(), read) {
        (None, Some(read)) => Ok(read),
        (Some(problem), _) => Err(problem.to_string()),
        (None, None) => Err("a member is missing".into()),
    }
}

fn edit_of(edit: Json, log: &mut Log) -> Option<Edit> {
    let Json::Object(members) = edit else {
        return None;
    };
    let Member { key, value: Json::Array(sides), .. } = members.into_iter().next()? else {
        return None;
    };
    let mut sides = sides.into_iter();
    let mut side = || sides.next();
    Some(match key.as_ref() {
        "insert" => Edit::Insert(annotation_of(side()?, log)?),
        "remove" => Edit::Remove(annotation_of(side()?, log)?),
        "change" => Edit::Change {
            before: Box::new(annotation_of(side()?, log)?),
            after: Box::new(annotation_of(side()?, log)?),
        },
        "describe" => Edit::Describe {
            before: Box::new(metadata(&mut Fields::open(side()?, 0).ok()?, log)),
            after: Box::new(metadata(&mut Fields::open(side()?, 0).ok()?, log)),
        },
        "resplit" => Edit::Resplit {
            before: sentences_of(side()?, log)?,
            after: sentences_of(side()?, log)?,
        },
        "register" => Edit::Register {
            behind: match side()? {
                Json::Null => None,
                id => Some(SpeakerId(text_of(id)?)),
            },
            before: speakers_of(side()?, log)?,
            after: speakers_of(side()?, log)?,
        },
        "reject" => Edit::Reject(rejection_of(side()?, log)?),
        "unreject" => Edit::Unreject(rejection_of(side()?, log)?),
        _ => return None,
    })
}

fn annotation_of(json: Json, log: &mut Log) -> Option<Annotation> {
    let mut fields = Fields::open(json, 0).ok()?;
    let extra = extras_of(&mut fields, log)?;
    let read = annotation(fields, &Anchor::unseen(), log)?;
    Some(Annotation { extra, ..read })
}

fn speakers_of(json: Json, log: &mut Log) -> Option<Vec<Speaker>> {
    let read = |item| {
        let mut fields = Fields::open(item, 0).ok()?;
        let extra = extras_of(&mut fields, log)?;
        Some(Speaker { extra, ..speaker(fields, log) })
    };
    items_of(json)?.into_iter().map(read).collect()
}

fn rejection_of(json: Json, log: &mut Log) -> Option<Rejection> {
    let mut fields = Fields::open(json, 0).ok()?;
    let span = span(&mut fields, "", &Anchor::unseen(), log)?;
    Some(Rejection { span, rule: fields.plain("rule", log) })
}

fn extras_of(fields: &mut Fields, log: &mut Log) -> Option<Vec<Extra>> {
    let (_, items) = fields.list("extra", log).unwrap_or_default();
    items.into_iter().map(extra_of).collect()
}

fn extra_of(json: Json) -> Option<Extra> {
    let [path, after, key, json] = <[Json; 4]>::try_from(items_of(json)?).ok()?.map(text_of);
    Some(Extra { path: path?, after, key: key?, json: json? })
}

fn text_of(json: Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.into_owned()),
        _ => None,
    }
}

fn items_of(json: Json) -> Option<Vec<Json>> {
    match json {
        Json::Array(items) => Some(items),
        _ => None,
    }
}

fn sentences_of(json: Json, log: &mut Log) -> Option<Vec<Sentence>> {
    let sentence = |item| {
        let mut fields = Fields::open(item, 0).ok()?;
        let span = span(&mut fields, "", &Anchor::unseen(), log)?;
        Some(Sentence { span, by: by(&mut fields, log) })
    };
    items_of(json)?.into_iter().map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::documents_with_extras;
    use crate::document::{By, Document};
    use proptest::prelude::*;

    /// Makes one step of every edit that fits `document`.
    fn steps(document: &Document) -> Vec<Step> {
        let mut edits = Vec::new();
        for own in document.annotations().iter() {
            let before = Annotation::clone(own);
            let after = Annotation { note: "\u{7}“x”".into(), tags: vec![], ..before.clone() };
            edits.extend([Edit::Remove(before.clone()), Edit::Insert(before.clone())]);
            edits.push(Edit::Change { before: Box::new(before), after: Box::new(after) });
        }
        let before = Box::new(document.metadata().clone());
        let after = Box::new(Metadata { published: "long ago".into(), ..Metadata::default() });
        edits.push(Edit::Describe { before, after });
        let before = document.sentences().to_vec();
        let after = before.iter().map(|one| Sentence { by: By::User, ..*one }).collect();
        edits.push(Edit::Resplit { before, after });
        let before = document.speakers().to_vec();
        let after = before.iter().rev().cloned().collect();
        edits.push(Edit::Register { behind: None, before, after });
        for speaker in document.speakers() {
            let behind = Some(speaker.id.clone());
            edits.push(Edit::Register { behind, before: vec![], after: vec![speaker.clone()] });
        }
        for one in document.rejected() {
            edits.extend([Edit::Reject(one.clone()), Edit::Unreject(one.clone())]);
        }
        let at = document.modified().clone();
        let alone = edits.iter().map(|edit| Step { edits: vec![edit.clone()], at: at.clone() });
        alone.chain([Step { edits: edits.clone(), at: at.clone() }]).collect()
    }

    proptest! {
        #[test]
        fn what_is_kept_is_read_as_it_was(document in documents_with_extras(), head in 0usize..9) {
            for step in steps(&document) {
                prop_assert_eq!(read_step(&write_step(&step)), Ok(step));
            }
            let entry = Entry::of(&document, head);
            let deleted = Entry { deleted: Some(document.created().clone()), ..entry.clone() };
            for entry in [entry, deleted] {
                prop_assert_eq!(read_entry(&write_entry(&entry)), Ok(entry));
            }
        }
    }

    #[test]
    fn what_was_not_kept_here_is_refused_with_a_reason() {
        let refused = |text: &str| read_step(text).unwrap_err();
        assert_eq!(refused("{\"at\""), "byte 5");
        assert_eq!(refused("[]"), "a list");
        assert_eq!(refused("{\"at\":\"2026-11-22T10:00:00Z\"}"), "a member is missing");
        assert_eq!(refused("{\"edits\":[{\"grow\":[]}]}"), "a member is missing");
        let at = "\"at\":\"2026-11-22T10:00:00Z\"";
        let claim = "{\"id\":\"a1\",\"label\":\"claim\",\"target\":[{\"start\":3,\"end\":3}]}";
        let empty = format!("{{{at},\"edits\":[{{\"insert\":[{claim}]}}]}}");
        assert!(refused(&empty).contains("none of its target"), "{}", refused(&empty));
        assert!(read_entry("{}").is_err());
    }
}
