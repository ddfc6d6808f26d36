//! Reads the article's own part of a file: what it is, its text and its sentences.

use super::anchor::Anchor;
use super::fault::Fault;
use super::fields::Fields;
use super::misplaced::Unit;
use super::place::Part;
use super::problem::{Log, short};
use super::targets::{span, wrong_item};
use super::write::sha256;
use crate::document::{By, Document, DocumentId, Extra, Metadata, Sentence, Timestamp};
use crate::format::json::{self, Json};
use crate::text::{Span, in_order};

/// Reads the article from what is left of its object when `text` was taken out of it, which
/// `anchor` holds and which `file_text` is as the file has it.
pub(super) fn head(
    mut fields: Fields,
    file_text: &str,
    anchor: &Anchor,
    extras: &mut Vec<Extra>,
    log: &mut Log,
) -> Document {
    log.part = Part::Document;
    let metadata = metadata(&mut fields, log);
    let date = &metadata.published;
    if !date.is_empty() && Timestamp::parse(&format!("{date}T00:00:00Z")).is_none() {
        log.add(fields.at, Fault::BadDate { key: "published", date: short(date) });
    }
    let hash = sha256(file_text);
    if let Some((at, stated)) = fields.placed_text("sha256", log)
        && !stated.eq_ignore_ascii_case(&hash)
    {
        log.add(at, Fault::OtherHash);
    }
    let id = fields.plain("id", log);
    let id = if id.is_empty() {
        log.add(fields.at, Fault::NoDocumentId);
        id_of(&hash)
    } else {
        DocumentId(id)
    };
    length(&mut fields, anchor, extras, log);
    let cleaning = fields.texts("cleaning", log);
    let sentences = sentences(&mut fields, anchor, extras, log);
    log.part = Part::Document;
    let created = fields.time("created", log);
    let modified = fields.time("modified", log);
    let known = modified.clone().or(created.clone()).unwrap_or_else(Timestamp::unknown);
    let mut or_known = |time: Option<Timestamp>, key| {
        time.unwrap_or_else(|| {
            log.add(fields.at, Fault::NoDate { key, instead: known.to_string() });
            known.clone()
        })
    };
    let created = or_known(created, "created");
    let modified = or_known(modified, "modified");
    fields.rest("document", extras);
    Document::new(id, anchor.text().clone(), metadata, cleaning, sentences, created)
        .with_modified(modified)
}

/// Reads what is known of the article.
pub(super) fn metadata(fields: &mut Fields, log: &mut Log) -> Metadata {
    Metadata {
        title: fields.plain("title", log),
        url: fields.plain("url", log),
        outlet: fields.plain("outlet", log),
        authors: fields.texts("authors", log),
        published: fields.plain("published", log),
        language: fields.plain("language", log),
    }
}

/// Compares the lengths that the file states with those of its text.
fn length(fields: &mut Fields, anchor: &Anchor, extras: &mut Vec<Extra>, log: &mut Log) {
    let Some((at, value)) = fields.take("length") else {
        return;
    };
    let mut length = match Fields::open(value, at) {
        Ok(length) => length,
        Err(other) => {
            fields.wrong_type::<()>("length", at, "an object", other, log);
            return;
        }
    };
    let units = [("codepoint", Unit::CodePoint), ("utf16", Unit::Utf16), ("utf8", Unit::Utf8)];
    for (key, unit) in units {
        if let Some((at, value)) = length.take(key) {
            let (stated, counted) = (json::compact(&value), anchor.len(unit));
            if stated != counted.to_string() {
                log.add(at, Fault::OtherLength { unit, stated: short(&stated), counted });
            }
        }
    }
    length.rest("document/length", extras);
}

fn sentences(
    fields: &mut Fields,
    anchor: &Anchor,
    extras: &mut Vec<Extra>,
    log: &mut Log,
) -> Vec<Sentence> {
    let Some((at, items)) = fields.list("sentences", log) else {
        return Vec::new();
    };
    let mut read: Vec<(Sentence, usize, Fields)> = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        log.part = Part::Sentence(index + 1);
        match Fields::open(item, at) {
            Ok(mut sentence) => {
                if let Some(span) = span(&mut sentence, "", anchor, log) {
                    read.push((Sentence { span, by: by(&mut sentence, log) }, index, sentence));
                }
            }
            Err(other) => log.add(at, wrong_item("sentences", index, "an object", &other)),
        }
    }
    if !read.is_sorted_by_key(|(sentence, ..)| sentence.span.start()) {
        log.part = Part::Document;
        log.add(at, Fault::SentenceOrder);
        read = in_order(read, |(sentence, ..)| sentence.span.start().0);
    }
    let mut last: Option<Span> = None;
    read.retain(|(sentence, index, fields)| {
        let overlaps = last.is_some_and(|last| last.overlaps(sentence.span));
        if overlaps {
            log.part = Part::Sentence(index + 1);
            log.add(fields.at, Fault::Overlap);
        } else {
            last = Some(sentence.span);
        }
        !overlaps
    });
    let keep = |(sentence, _, fields): (Sentence, usize, Fields)| {
        fields.rest_at("document/sentences", sentence.span, extras);
        sentence
    };
    read.into_iter().map(keep).collect()
}

/// Reads who set the borders of a sentence.
pub(super) fn by(fields: &mut Fields, log: &mut Log) -> By {
    match fields.placed_text("by", log) {
        None => By::Rules,
        Some((_, word)) if word == "user" => By::User,
        Some((at, word)) => {
            let known = "user".to_owned();
            log.add(at, Fault::UnknownWord { key: "by", word: short(&word), known });
            fields.put_back("by", Json::String(word));
            By::Rules
        }
    }
}

/// Makes an id of the text itself, for a file that gives none.
pub(in crate::format) fn document_id(text: &str) -> DocumentId {
    id_of(&sha256(text))
}

/// Makes an id that is always the same for the same text: a UUID of version 8 (RFC 9562).
fn id_of(hash: &str) -> DocumentId {
    let part = |from: usize, to: usize| hash.get(from..to).unwrap_or_default();
    DocumentId(format!(
        "urn:uuid:{}-{}-8{}-8{}-{}",
        part(0, 8),
        part(8, 12),
        part(12, 15),
        part(15, 18),
        part(18, 30)
    ))
}
