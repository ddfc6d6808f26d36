//! Reads an annotation file: what is good becomes the document, the rest a list of problems.

use super::VERSION;
use super::anchor::Anchor;
use super::annotation::{annotation, speaker};
use super::error::ReadError;
use super::extras::Extras;
use super::fault::Fault;
use super::fields::Fields;
use super::head::head;
use super::links::{Found, link, own_ids};
use super::misplaced::Unit;
use super::place::{Part, position};
use super::problem::{Log, Problem, short};
use super::targets::{span, wrong_item};
use super::write::Writer;
use crate::document::{Annotation, Document, Extra, Rejection, Speaker};
use crate::format::json::{self, Json};

/// Reads the text of an annotation file.
///
/// What is good in a half-good file becomes the document; what was left out, mended or could not
/// be understood is listed, in the order of the file. Members that are unknown are carried along
/// silently. A file without sentences gives a document without: the caller splits its text (see
/// [`Document::with_sentences`]).
///
/// # Errors
/// [`ReadError`] when the text is no JSON, not of this format, of a later version, or when parts
/// are missing or of another type without which nothing can be read.
pub fn read(text: &str) -> Result<(Document, Vec<Problem>), ReadError> {
    let (json, blemishes) = json::read(text).map_err(|syntax| ReadError::syntax(text, syntax))?;
    let mut log = Log::new(blemishes);
    let mut file = Fields::open(json, 0).map_err(|_other| ReadError::NotAscribe)?;
    check_version(&mut file, text)?;
    let unit = unit(&mut file, text, &mut log)?;
    let (at, article) = file.take("document").ok_or(ReadError::Missing { path: "document" })?;
    let mut article = Fields::open(article, at)
        .map_err(|other| wrong_type(text, "document", at, "an object", &other))?;
    let file_text = match article.take("text") {
        Some((_, Json::String(file_text))) => file_text,
        Some((at, other)) => return Err(wrong_type(text, "document.text", at, "a string", &other)),
        None => return Err(ReadError::Missing { path: "document.text" }),
    };
    let (anchor, fault) = Anchor::new(&file_text, unit);
    if let Some(fault) = fault {
        log.part = Part::Document;
        log.add(article.at, fault);
    }
    let mut extras = Vec::new();
    let document = head(article, &file_text, &anchor, &mut extras, &mut log);
    let speakers = speakers(&mut file, &mut log);
    let mut annotations = annotations(&mut file, &anchor, text, &mut log)?;
    link(&mut annotations, &speakers, &mut log);
    file.take("generator");
    let rejected = rejected(&mut file, &anchor, &mut extras, &mut log);
    file.rest("", &mut extras);
    let document = document.with_rejected(rejected).with_extra(extras);
    let document = settled(document, annotations, speakers, &mut log);
    Ok((document, log.finish(text)))
}

fn check_version(file: &mut Fields, text: &str) -> Result<(), ReadError> {
    match file.take("format") {
        Some((_, Json::String(format))) if format == "ascribe" => {}
        _ => return Err(ReadError::NotAscribe),
    }
    let expected = "a whole number from 1 on";
    let (at, version) = file.take("version").ok_or(ReadError::Missing { path: "version" })?;
    let digits = match &version {
        Json::Number(digits) if digits.bytes().all(|byte| byte.is_ascii_digit()) => digits.as_ref(),
        _ => return Err(wrong_type(text, "version", at, expected, &version)),
    };
    match digits.parse::<u32>() {
        Ok(0) => Err(wrong_type(text, "version", at, expected, &version)),
        Ok(1..=VERSION) => Ok(()),
        _ => Err(ReadError::Newer { version: short(digits) }),
    }
}

fn unit(file: &mut Fields, text: &str, log: &mut Log) -> Result<Unit, ReadError> {
    let (at, unit) = match file.take("offsets") {
        None => return Ok(Unit::CodePoint),
        Some((at, Json::String(unit))) => (at, unit),
        Some((at, other)) => return Err(wrong_type(text, "offsets", at, "a string", &other)),
    };
    let unit = match unit.as_ref() {
        "codepoint" => return Ok(Unit::CodePoint),
        "utf16" => Unit::Utf16,
        "utf8" => Unit::Utf8,
        _ => return Err(ReadError::UnknownUnit { unit: unit.into_owned() }),
    };
    log.add(at, Fault::OtherUnit(unit));
    Ok(unit)
}

fn speakers(file: &mut Fields, log: &mut Log) -> Vec<Speaker> {
    let Some((at, items)) = file.list("speakers", log) else {
        return Vec::new();
    };
    let mut speakers = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        log.part = Part::SpeakerNumber(index + 1);
        match Fields::open(item, at) {
            Ok(fields) => {
                log.part = fields.id().map_or(log.part.clone(), Part::Speaker);
                let at = fields.at;
                speakers.push((speaker(fields, log), at, log.part.clone()));
            }
            Err(other) => log.add(at, wrong_item("speakers", index, "an object", &other)),
        }
    }
    log.part = Part::File;
    own_ids(&mut speakers, "s", |speaker| &mut speaker.id.0, log);
    speakers.into_iter().map(|(speaker, ..)| speaker).collect()
}

fn annotations(
    file: &mut Fields,
    anchor: &Anchor,
    text: &str,
    log: &mut Log,
) -> Result<Vec<Found<Annotation>>, ReadError> {
    log.part = Part::File;
    let (at, items) = match file.take("annotations") {
        Some((at, Json::Array(items))) => (at, items),
        Some((at, other)) => return Err(wrong_type(text, "annotations", at, "a list", &other)),
        None => {
            log.add(0, Fault::NoList("annotations"));
            return Ok(Vec::new());
        }
    };
    let mut annotations = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        log.part = Part::AnnotationNumber(index + 1);
        match Fields::open(item, at) {
            Ok(fields) => {
                log.part = fields.id().map_or(log.part.clone(), Part::Annotation);
                let at = fields.at;
                let read = annotation(fields, anchor, log);
                annotations.extend(read.map(|annotation| (annotation, at, log.part.clone())));
            }
            Err(other) => log.add(at, wrong_item("annotations", index, "an object", &other)),
        }
    }
    own_ids(&mut annotations, "a", |annotation| &mut annotation.id.0, log);
    Ok(annotations)
}

fn rejected(
    file: &mut Fields,
    anchor: &Anchor,
    extras: &mut Vec<Extra>,
    log: &mut Log,
) -> Vec<Rejection> {
    log.part = Part::File;
    let Some((at, items)) = file.list("rejected", log) else {
        return Vec::new();
    };
    let mut rejected = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        log.part = Part::Rejection(index + 1);
        let mut fields = match Fields::open(item, at) {
            Ok(fields) => fields,
            Err(other) => {
                log.add(at, wrong_item("rejected", index, "an object", &other));
                continue;
            }
        };
        let Some(span) = span(&mut fields, "", anchor, log) else {
            continue;
        };
        let Some(rule) = fields.text("rule", log) else {
            log.add(fields.at, Fault::NoRule);
            continue;
        };
        let rule = rule.into_owned();
        fields.rest(&format!("rejected/{}", rejected.len()), extras);
        rejected.push(Rejection { span, rule });
    }
    rejected
}

/// Puts the parts together, and lets every extra member say where it will stand when it is
/// written: so that a document read, written and read again is the same.
fn settled(
    document: Document,
    annotations: Vec<Found<Annotation>>,
    mut speakers: Vec<Speaker>,
    log: &mut Log,
) -> Document {
    let text = document.text().clone();
    let writer = Writer::new(&text);
    for speaker in speakers.iter_mut().filter(|speaker| !speaker.extra.is_empty()) {
        let mut extras = Extras::of(&speaker.extra);
        writer.speaker(speaker, &mut extras);
        speaker.extra = extras.into_placed();
    }
    let mut document = document.with_speakers(speakers);
    if !document.extra().is_empty() {
        let mut extras = Extras::of(document.extra());
        writer.head(&document, Json::Array(Vec::new()), Json::Array(Vec::new()), &mut extras);
        let extra = extras.into_placed();
        document = document.with_extra(extra);
    }
    for (mut annotation, at, part) in annotations {
        if !annotation.extra.is_empty() {
            let mut extras = Extras::of(&annotation.extra);
            writer.annotation(&annotation, &mut extras);
            annotation.extra = extras.into_placed();
        }
        if document.add(annotation).is_err() {
            log.part = part;
            log.add(at, Fault::NoTarget);
        }
    }
    document
}

fn wrong_type(
    text: &str,
    path: &'static str,
    at: usize,
    expected: &'static str,
    found: &Json,
) -> ReadError {
    ReadError::WrongType { path, position: position(text, at), expected, found: found.kind() }
}
