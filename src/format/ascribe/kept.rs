//! Steps and entries as the browser's storage keeps them: one line of JSON each, in the words of
//! the annotation file.
//!
//! Spans are in bytes and do not repeat their words: the text they belong to never changes, and is
//! kept beside the steps in the annotation file before the first of them. Extra members stand in a
//! list of their own, exactly as the document carries them, so that a step read is the step written.

use super::anchor::Anchor;
use super::annotation::annotation;
use super::extras::Extras;
use super::fields::Fields;
use super::head::{by, metadata};
use super::problem::Log;
use super::targets::span;
use super::write::{Members, Writer, put_metadata, put_time};
use crate::document::{
    Annotation, Counts, DocumentId, Edit, Entry, Extra, Metadata, Sentence, Step,
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
    let mut json = Writer::unmeasured().annotation(annotation, &mut Extras::of(&[]));
    if let Json::Object(members) = &mut json
        && !annotation.extra.is_empty()
    {
        let extras = annotation.extra.iter().map(|Extra { path, after, key, json }| {
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
        _ => return None,
    })
}

fn annotation_of(json: Json, log: &mut Log) -> Option<Annotation> {
    let mut fields = Fields::open(json, 0).ok()?;
    let mut extra = Vec::new();
    for item in fields.list("extra", log).map_or_else(Vec::new, |(_, items)| items) {
        extra.push(extra_of(item)?);
    }
    let read = annotation(fields, &Anchor::unseen(), log)?;
    Some(Annotation { extra, ..read })
}

fn extra_of(json: Json) -> Option<Extra> {
    let Json::Array(parts) = json else {
        return None;
    };
    let text = |part: Json| match part {
        Json::String(text) => Some(text.into_owned()),
        _ => None,
    };
    let [path, after, key, json] = <[Json; 4]>::try_from(parts).ok()?.map(text);
    Some(Extra { path: path?, after, key: key?, json: json? })
}

fn sentences_of(json: Json, log: &mut Log) -> Option<Vec<Sentence>> {
    let Json::Array(items) = json else {
        return None;
    };
    let sentence = |item| {
        let mut fields = Fields::open(item, 0).ok()?;
        let span = span(&mut fields, "", &Anchor::unseen(), log)?;
        Some(Sentence { span, by: by(&mut fields, log) })
    };
    items.into_iter().map(sentence).collect()
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
