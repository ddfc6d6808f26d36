//! Writes a document as an annotation file.

use super::VERSION;
use super::extras::Extras;
use super::keys::{
    ANNOTATION_KEYS, DOCUMENT_KEYS, FILE_KEYS, FRAGMENT_KEYS, LENGTH_KEYS, REJECTION_KEYS,
    SENTENCE_KEYS, SPEAKER_KEYS,
};
use super::words::Word;
use crate::document::{
    Annotation, Attribution, Body, By, Claimer, Document, Metadata, Origin, Sentence, Speaker,
    Target, Timestamp,
};
use crate::format::json::{self, Json};
use crate::text::{Byte, Ruler, Span};
use sha2::{Digest, Sha256};

/// Writes `document` as the text of an annotation file: UTF-8, line feeds, one at the end.
///
/// The same document always gives the same bytes. The cost grows with the length of the text and
/// the number of annotations, not with their product.
pub fn write(document: &Document) -> String {
    parts(document).collect()
}

/// Writes `document` as [`write`] does, in parts that are made one after the other: whoever keeps a
/// long file need not hold all of it, nor make all of it at once.
pub fn parts(document: &Document) -> impl Iterator<Item = String> + '_ {
    let writer = Writer::new(document.text());
    let head = writer.file(document, &mut Extras::of(document.extra()));
    let (before, behind) = json::around(&head, "annotations");
    let mut annotations = document.annotations().iter().enumerate().peekable();
    let some = annotations.peek().is_some();
    let items = std::iter::from_fn(move || {
        annotations.peek()?;
        let mut part = String::new();
        for (index, own) in annotations.by_ref().take(PART) {
            let json = writer.annotation(own, &mut Extras::of(&own.extra));
            json::item(&mut part, &json, index == 0);
        }
        Some(part)
    });
    let mut end = String::new();
    if some {
        json::end_items(&mut end);
    }
    std::iter::once(before).chain(items).chain(std::iter::once(end + &behind))
}

/// Annotations of a part: a part takes some milliseconds.
const PART: usize = 300;

/// Makes the JSON of a document's parts.
pub(super) struct Writer<'d> {
    /// The text of record as an annotation file measures it. Without, spans are in bytes and do not
    /// repeat their words.
    measured: Option<(&'d str, Ruler<'d>)>,
}

pub(super) type Members<'d> = Vec<(&'static str, Json<'d>)>;

impl<'d> Writer<'d> {
    /// Measures the text of record.
    pub(super) fn new(text: &'d str) -> Self {
        Writer { measured: Some((text, Ruler::new(text))) }
    }

    /// Writes for a place where the text of record is not at hand.
    pub(super) fn unmeasured() -> Self {
        Writer { measured: None }
    }

    /// Makes the file without its annotations.
    fn file(&self, document: &'d Document, extras: &mut Extras<'d>) -> Json<'d> {
        let annotations = Json::Array(Vec::new());
        let speakers = document.speakers().iter();
        let speakers = speakers.map(|one| self.speaker(one, &mut Extras::of(&one.extra)));
        let speakers = Json::Array(speakers.collect());
        self.head(document, annotations, speakers, extras)
    }

    /// Makes the file around its annotations and speakers.
    pub(super) fn head(
        &self,
        document: &'d Document,
        annotations: Json<'d>,
        speakers: Json<'d>,
        extras: &mut Extras<'d>,
    ) -> Json<'d> {
        let rejected = document.rejected().iter().enumerate().map(|(index, rejection)| {
            let mut known = self.ends(rejection.span);
            known.push(("rule", Json::text(&rejection.rule)));
            extras.object(&path(extras, || format!("rejected/{index}")), REJECTION_KEYS, known)
        });
        let rejected = Json::Array(rejected.collect());
        let known = vec![
            ("format", Json::text("ascribe")),
            ("version", Json::count(VERSION as usize)),
            ("generator", Json::text(concat!("Ascribe ", env!("CARGO_PKG_VERSION")))),
            ("offsets", Json::text("codepoint")),
            ("document", self.document(document, extras)),
            ("annotations", annotations),
            ("speakers", speakers),
            ("rejected", rejected),
        ];
        extras.object("", FILE_KEYS, known)
    }

    fn document(&self, document: &'d Document, extras: &mut Extras<'d>) -> Json<'d> {
        let mut known = vec![("id", Json::text(&document.id().0))];
        put_metadata(&mut known, document.metadata());
        let text: &str = document.text();
        let length = vec![
            ("codepoint", Json::count(text.chars().count())),
            ("utf16", Json::count(text.encode_utf16().count())),
            ("utf8", Json::count(text.len())),
        ];
        let sentences = document.sentences().iter().map(|sentence| {
            let known = self.sentence(sentence);
            let path = path(extras, || at("document/sentences", sentence.span));
            extras.object(&path, SENTENCE_KEYS, known)
        });
        let sentences = Json::Array(sentences.collect());
        known.extend([
            ("text", Json::text(text)),
            ("sha256", Json::String(sha256(text).into())),
            ("length", extras.object("document/length", LENGTH_KEYS, length)),
            ("cleaning", Json::texts(document.cleaning())),
            ("sentences", sentences),
            ("created", Json::text(document.created().as_str())),
            ("modified", Json::text(document.modified().as_str())),
        ]);
        extras.object("document", DOCUMENT_KEYS, known)
    }

    /// Lists what is known of a sentence.
    pub(super) fn sentence(&self, sentence: &Sentence) -> Members<'d> {
        let mut known = self.ends(sentence.span);
        if sentence.by == By::User {
            known.push(("by", Json::text("user")));
        }
        known
    }

    /// Makes one annotation, with the extra members it carries.
    pub(super) fn annotation(
        &self,
        annotation: &'d Annotation,
        extras: &mut Extras<'d>,
    ) -> Json<'d> {
        let mut known = Vec::with_capacity(12);
        known.extend([
            ("id", Json::text(&annotation.id.0)),
            ("label", Json::text(annotation.label().word())),
            ("target", self.target("target", &annotation.target, extras)),
        ]);
        match &annotation.body {
            Body::Claim { form, stance, checkable, claimer } => {
                put_word(&mut known, "form", *form);
                put_word(&mut known, "stance", *stance);
                known.extend(checkable.map(|yes| ("checkable", Json::Bool(yes))));
                match claimer {
                    Some(Claimer::Author) => put_text(&mut known, "claimer", "author"),
                    Some(Claimer::Speaker(id)) => put_text(&mut known, "claimer", &id.0),
                    None => {}
                }
            }
            Body::Quote { form } => put_word(&mut known, "form", *form),
            Body::Attribution(own) => self.attribution(&mut known, own, extras),
        }
        put_text(&mut known, "note", &annotation.note);
        put_texts(&mut known, "tags", &annotation.tags);
        put_text(&mut known, "creator", &annotation.creator);
        put_time(&mut known, "created", annotation.created.as_ref());
        put_time(&mut known, "modified", annotation.modified.as_ref());
        match &annotation.origin {
            // An origin that this version does not know is kept as an extra member.
            Origin::User if extras.has("", "origin") => {}
            Origin::User => known.push(("origin", Json::text("user"))),
            Origin::Suggested { rule } => {
                known.extend([("origin", Json::text("suggested")), ("rule", Json::text(rule))]);
            }
            Origin::Imported { from } => {
                known.extend([("origin", Json::text("imported")), ("from", Json::text(from))]);
            }
        }
        extras.object("", ANNOTATION_KEYS, known)
    }

    fn attribution(&self, known: &mut Members<'d>, own: &'d Attribution, extras: &mut Extras<'d>) {
        known.push(("source", self.targets("source", &own.source, extras)));
        known.push(("cue", self.targets("cue", &own.cue, extras)));
        if !own.addressee.is_empty() {
            known.push(("addressee", self.targets("addressee", &own.addressee, extras)));
        }
        let contents = own.contents.iter().map(|id| Json::text(&id.0)).collect();
        known.push(("contents", Json::Array(contents)));
        if let Some(speaker) = &own.speaker {
            known.push(("speaker", Json::text(&speaker.0)));
        }
        put_word(known, "polarity", own.polarity);
        put_word(known, "medium", own.medium);
    }

    fn targets(&self, key: &str, targets: &[Target], extras: &mut Extras<'d>) -> Json<'d> {
        let spans = targets.iter().enumerate().map(|(index, target)| {
            let path = path(extras, || format!("{key}/{index}"));
            self.target(&path, target, extras)
        });
        Json::Array(spans.collect())
    }

    fn target(&self, inside: &str, target: &Target, extras: &mut Extras<'d>) -> Json<'d> {
        let fragments = target.fragments().iter().map(|fragment| {
            let mut known = self.ends(*fragment);
            known.extend(
                self.measured.as_ref().map(|(text, _)| ("exact", Json::text(fragment.of(text)))),
            );
            let path = path(extras, || at(inside, *fragment));
            extras.object(&path, FRAGMENT_KEYS, known)
        });
        Json::Array(fragments.collect())
    }

    /// Makes one speaker, with the extra members it carries.
    pub(super) fn speaker(&self, speaker: &'d Speaker, extras: &mut Extras<'d>) -> Json<'d> {
        let mut known =
            vec![("id", Json::text(&speaker.id.0)), ("name", Json::text(&speaker.name))];
        put_texts(&mut known, "aliases", &speaker.aliases);
        put_word(&mut known, "kind", speaker.kind);
        put_text(&mut known, "sameAs", &speaker.same_as);
        extras.object("", SPEAKER_KEYS, known)
    }

    /// Lists the ends of a span.
    pub(super) fn ends(&self, span: Span) -> Members<'d> {
        let offset = |at: Byte| match &self.measured {
            Some((_, ruler)) => ruler.code_point(at).0,
            None => at.0,
        };
        vec![("start", Json::count(offset(span.start()))), ("end", Json::count(offset(span.end())))]
    }
}

/// Puts what is known of the article.
pub(super) fn put_metadata<'d>(known: &mut Members<'d>, metadata: &'d Metadata) {
    put_text(known, "title", &metadata.title);
    put_text(known, "url", &metadata.url);
    put_text(known, "outlet", &metadata.outlet);
    put_texts(known, "authors", &metadata.authors);
    put_text(known, "published", &metadata.published);
    put_text(known, "language", &metadata.language);
}

/// Returns the path of a span in the list `inside`: a span has no name but its place, and keeps it
/// when its neighbours change.
pub(super) fn at(inside: &str, span: Span) -> String {
    format!("{inside}/{}-{}", span.start().0, span.end().0)
}

/// Returns the SHA-256 of the UTF-8 bytes of `text` in hexadecimal.
pub(super) fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Makes a path only where an extra member could stand at it.
fn path(extras: &Extras, path: impl FnOnce() -> String) -> String {
    if extras.is_empty() { String::new() } else { path() }
}

fn put_text<'d>(known: &mut Members<'d>, key: &'static str, text: &'d str) {
    if !text.is_empty() {
        known.push((key, Json::text(text)));
    }
}

fn put_texts<'d>(known: &mut Members<'d>, key: &'static str, texts: &'d [String]) {
    if !texts.is_empty() {
        known.push((key, Json::texts(texts)));
    }
}

fn put_word<W: Word>(known: &mut Members, key: &'static str, value: Option<W>) {
    known.extend(value.map(|value| (key, Json::text(value.word()))));
}

pub(super) fn put_time<'d>(
    known: &mut Members<'d>,
    key: &'static str,
    time: Option<&'d Timestamp>,
) {
    known.extend(time.map(|time| (key, Json::text(time.as_str()))));
}
