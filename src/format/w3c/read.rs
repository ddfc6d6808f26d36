//! Reads annotation pages, collections and lists of this program and others.
//!
//! The unit of positions is the one in which most of them hit the quoted words.

use super::iri;
use crate::document::{
    Annotation, AnnotationId, Attribution, Body, Claimer, Label, Metadata, Selector, Speaker,
    SpeakerId, Target, Timestamp,
};
use crate::format::ascribe::Unit;
use crate::format::draft::{Claimed, Draft, Misread, Opened};
use crate::format::json::Json;
use crate::format::marks::set;
use crate::text::{CodePoint, Ruler, Utf16};
use std::collections::BTreeMap;

/// Returns the annotations of a page, of a collection's first page, of a list, or one that stands
/// alone; `None` when the JSON is nothing of this kind.
pub(in crate::format) fn items<'j>(json: &'j Json<'j>) -> Option<&'j [Json<'j>]> {
    let is = |json: &Json, kind: &str| kinds(json).iter().any(|it| it == kind);
    match json {
        Json::Array(items) if items.iter().any(|one| is(one, "Annotation")) => Some(items),
        page if is(page, "AnnotationPage") => page.get("items").map(Json::items),
        all if is(all, "AnnotationCollection") => match all.get("first") {
            Some(page) => page.get("items").map(Json::items),
            None => Some(&[]),
        },
        one if is(one, "Annotation") => Some(std::slice::from_ref(one)),
        _ => None,
    }
}

fn kinds(json: &Json) -> Vec<String> {
    match json.get("type") {
        Some(Json::String(kind)) => vec![kind.to_string()],
        Some(list) => list.items().iter().filter_map(string).map(str::to_owned).collect(),
        None => Vec::new(),
    }
}

fn string<'j>(json: &'j Json) -> Option<&'j str> {
    match json {
        Json::String(text) => Some(text),
        _ => None,
    }
}

/// Returns a member as a list: one that stands alone is a list of it.
fn list<'j>(json: &'j Json<'j>, key: &str) -> &'j [Json<'j>] {
    match json.get(key) {
        Some(Json::Array(items)) => items,
        Some(one) => std::slice::from_ref(one),
        None => &[],
    }
}

/// An annotation of the file.
struct Item<'j> {
    iri: &'j str,
    label: &'j str,
    target: Target,
    links: Vec<&'j str>,
    json: &'j Json<'j>,
}

/// Reads `json`, whose annotations are `items`, over the text that they are about.
pub(in crate::format) fn read(json: &Json, items: &[Json], text: &str, title: &str) -> Opened {
    let mut draft = Draft::new(text, unit(items, text), "W3C");
    let page = json.text_of("id");
    let mut read: Vec<Item> = Vec::new();
    for (index, one) in items.iter().enumerate() {
        read.extend(item(one, index, &mut draft));
    }
    let by_iri: BTreeMap<&str, usize> =
        read.iter().enumerate().rev().map(|(at, item)| (item.iri, at)).collect();
    let mut reader = Reader { draft, page, read: &read, by_iri, speakers: Vec::new() };
    reader.annotations();
    reader.attributions();
    reader.unattributed();
    let Reader { draft, speakers, .. } = reader;
    let metadata = Metadata { title: title.to_owned(), ..Metadata::default() };
    let id = (!page.is_empty()).then(|| iri::document_of(page));
    let mut opened = draft.finish(id, metadata);
    opened.document = opened.document.with_speakers(speakers);
    opened
}

/// Finds the unit in which more positions hit the words that are quoted with them, and those around
/// them: the same words may stand twice side by side.
fn unit(items: &[Json], text: &str) -> Unit {
    let ruler = Ruler::new(text);
    let (mut code_points, mut units) = (0, 0);
    for target in items.iter().flat_map(|one| list(one, "target")) {
        let Some(Claimed { start, end, words }) = claimed(target) else { continue };
        let ends = usize::try_from(start).ok().zip(usize::try_from(end).ok());
        let Some((start, end)) = ends.filter(|_| !words.exact.is_empty()) else { continue };
        let hits = |start: Option<crate::text::Byte>, end: Option<crate::text::Byte>| {
            let Some((start, end)) = start.zip(end) else { return 0 };
            let parts = text.get(..start.0).zip(text.get(start.0..end.0)).zip(text.get(end.0..));
            let Some(((before, there), behind)) = parts else { return 0 };
            let around = before.ends_with(words.prefix) && behind.starts_with(words.suffix);
            if there == words.exact { 1 + usize::from(around) } else { 0 }
        };
        let code_point = |at| ruler.byte_of_code_point(CodePoint(at));
        let utf16 = |at| ruler.byte_of_utf16(Utf16(at));
        code_points += hits(code_point(start), code_point(end));
        units += hits(utf16(start), utf16(end));
    }
    if units > code_points { Unit::Utf16 } else { Unit::CodePoint }
}

fn item<'j>(json: &'j Json<'j>, index: usize, draft: &mut Draft) -> Option<Item<'j>> {
    let iri = json.text_of("id");
    let part = if iri.is_empty() { format!("annotation {}", index + 1) } else { iri.to_owned() };
    let mut labels: Vec<&str> = Vec::new();
    let mut links = Vec::new();
    for body in list(json, "body") {
        match purpose(body) {
            "linking" => links.push(string(body).unwrap_or(body.text_of("source"))),
            "describing" | "commenting" | "replying" => {}
            "classifying" => labels.insert(0, body.text_of("value")),
            _ => labels.push(body.text_of("value")),
        }
    }
    let known = labels.iter().copied().find(|label| LABELS.iter().any(|it| same(it, label)));
    let Some(label) = known else {
        let label = labels.first().copied().unwrap_or_default().to_owned();
        draft.say(&part, Misread::UnknownLabel { label });
        return None;
    };
    let mut spans = Vec::new();
    for target in list(json, "target") {
        match claimed(target) {
            Some(claimed) => spans.extend(draft.span(&part, &claimed)),
            None => draft.say(&part, Misread::NoSpan),
        }
    }
    let target = draft.target(&part, spans)?;
    Some(Item { iri, label, target, links, json })
}

/// The labels that are read, of any case.
const LABELS: [&str; 7] =
    ["claim", "quote", "content", "attribution", "source", "cue", "addressee"];

fn same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn purpose<'j>(body: &'j Json) -> &'j str {
    body.text_of("purpose")
}

/// Reads the selectors of a target: a quote, a position or both, side by side or one refining the
/// other.
fn claimed<'j>(target: &'j Json<'j>) -> Option<Claimed<'j>> {
    let mut selectors: Vec<&Json> = list(target, "selector").iter().collect();
    let mut at = 0;
    while let Some(selector) = selectors.get(at) {
        at += 1;
        selectors.extend(selector.get("refinedBy"));
    }
    let of = |kind: &str| {
        let mut all = selectors.iter().copied();
        all.find(|selector| kinds(selector).iter().any(|it| it == kind))
    };
    let (quote, position) = (of("TextQuoteSelector"), of("TextPositionSelector"));
    let ends = position.and_then(|it| it.number_of("start").zip(it.number_of("end")));
    let words = quote.map(|quote| Selector {
        exact: quote.text_of("exact"),
        prefix: quote.text_of("prefix"),
        suffix: quote.text_of("suffix"),
    });
    match (ends, words.filter(|words| !words.exact.is_empty())) {
        (None, None) => None,
        (ends, words) => {
            let (start, end) = ends.unwrap_or((u64::MAX, u64::MAX));
            let none = Selector { exact: "", prefix: "", suffix: "" };
            Some(Claimed { start, end, words: words.unwrap_or(none) })
        }
    }
}

struct Reader<'t, 'j> {
    draft: Draft<'t>,
    page: &'j str,
    read: &'j [Item<'j>],
    by_iri: BTreeMap<&'j str, usize>,
    speakers: Vec<Speaker>,
}

impl Reader<'_, '_> {
    /// Makes an annotation of every claim, quote and attribution, its links still open.
    fn annotations(&mut self) {
        for item in self.read {
            let body = match item.label.to_ascii_lowercase().as_str() {
                "claim" => Body::of(Label::Claim),
                "quote" => Body::of(Label::Quote),
                "attribution" => Body::of(Label::Attribution),
                "content" => Body::of(self.draft.content(item.iri, &item.target)),
                _ => continue,
            };
            let id = self.id(item);
            self.draft.add(&id, item.target.clone(), body);
            self.describe(item, &id);
        }
    }

    fn id(&self, item: &Item) -> String {
        match item.iri {
            "" => self.draft.next_id(),
            iri => iri::annotation_of(self.page, iri),
        }
    }

    /// Reads what is said of an annotation.
    fn describe(&mut self, item: &Item, id: &str) {
        let json = item.json;
        for body in list(json, "body") {
            let value = body.text_of("value");
            if purpose(body) == "describing" {
                let (key, word) = value.split_once('=').unwrap_or((value, ""));
                let speaker = (key == "speaker").then(|| self.speaker(word));
                let read = self.draft.get(id).is_some_and(|one| match speaker {
                    Some(speaker) => spoken(one, speaker),
                    None => set(one, key, word),
                });
                if !read {
                    self.draft.say(item.iri, Misread::UnknownLabel { label: value.to_owned() });
                }
            }
            let Some(one) = self.draft.get(id) else { continue };
            match purpose(body) {
                "commenting" | "replying" if one.note.is_empty() => one.note = value.to_owned(),
                "commenting" | "replying" => one.note = format!("{}\n{value}", one.note),
                "tagging" if value != item.label => one.tags.push(value.to_owned()),
                _ => {}
            }
        }
        let Some(one) = self.draft.get(id) else { return };
        let creator = json.get("creator");
        let name = creator.map(|creator| string(creator).unwrap_or(creator.text_of("name")));
        one.creator = name.unwrap_or_default().to_owned();
        one.created = Timestamp::parse(json.text_of("created"));
        one.modified = Timestamp::parse(json.text_of("modified"));
    }

    /// Returns the speaker of that name, who is put into the register.
    fn speaker(&mut self, name: &str) -> SpeakerId {
        if let Some(speaker) = self.speakers.iter().find(|speaker| speaker.name == name) {
            return speaker.id.clone();
        }
        let id = SpeakerId(format!("s{}", self.speakers.len() + 1));
        self.speakers.push(Speaker {
            id: id.clone(),
            name: name.to_owned(),
            aliases: Vec::new(),
            kind: None,
            same_as: String::new(),
            extra: Vec::new(),
        });
        id
    }

    /// Links every attribution to what its annotation links to.
    fn attributions(&mut self) {
        for item in self.read.iter().filter(|item| same(item.label, "attribution")) {
            let mut parts = Attribution::default();
            for link in &item.links {
                self.link(item.iri, link, &mut parts);
            }
            let id = self.id(item);
            if let Some(Body::Attribution(own)) = self.draft.get(&id).map(|one| &mut one.body) {
                let Attribution { source, cue, addressee, contents, .. } = parts;
                (own.source, own.cue, own.addressee) = (source, cue, addressee);
                own.contents = contents;
            }
        }
    }

    /// Adds what the annotation `to` is to an attribution.
    fn link(&mut self, from: &str, to: &str, parts: &mut Attribution) {
        let Some(part) = self.by_iri.get(to).and_then(|at| self.read.get(*at)) else {
            return self.draft.say(from, Misread::LinkToNothing { id: to.to_owned() });
        };
        match part.label.to_ascii_lowercase().as_str() {
            "source" => parts.source.push(part.target.clone()),
            "cue" => parts.cue.push(part.target.clone()),
            "addressee" => parts.addressee.push(part.target.clone()),
            _ => parts.contents.push(AnnotationId(self.id(part))),
        }
    }

    /// Makes an attribution for contents that link to sources and cues by themselves, as those do
    /// that other programs write; contents with the same links share it.
    fn unattributed(&mut self) {
        let mut attributed: Vec<&str> = Vec::new();
        for item in self.read.iter().filter(|item| same(item.label, "attribution")) {
            attributed.extend(&item.links);
        }
        attributed.sort_unstable();
        let mut groups: BTreeMap<Vec<&str>, Vec<&Item>> = BTreeMap::new();
        for item in self.read {
            let content = ["claim", "quote", "content"].iter().any(|it| same(it, item.label));
            if !content {
                continue;
            }
            // A link to the first of several contents only says that they belong together.
            let parts = item.links.iter().copied().filter(|link| {
                let part = self.by_iri.get(link).and_then(|at| self.read.get(*at));
                let is_part = part.is_none_or(|part| {
                    ["source", "cue", "addressee"].iter().any(|it| same(it, part.label))
                });
                is_part && attributed.binary_search(link).is_err()
            });
            let parts: Vec<&str> = parts.collect();
            if !parts.is_empty() {
                groups.entry(parts).or_default().push(item);
            }
        }
        let mut groups: Vec<(Vec<&str>, Vec<&Item>)> = groups.into_iter().collect();
        groups.sort_by_key(|(_, contents)| contents.first().map(|item| item.target.hull()));
        for (links, contents) in groups {
            let mut parts = Attribution::default();
            for link in &links {
                self.link(contents.first().map_or("", |item| item.iri), link, &mut parts);
            }
            parts.contents = contents.iter().map(|item| AnnotationId(self.id(item))).collect();
            attributed.extend(&links);
            let spans = parts.source.iter().chain(&parts.cue).flat_map(Target::fragments);
            if let Some(target) = Target::joined(spans.copied().collect()) {
                let id = self.draft.next_id();
                self.draft.add(&id, target, Body::Attribution(parts));
            }
        }
        attributed.sort_unstable();
        for item in self.read {
            let part = ["source", "cue", "addressee"].iter().any(|it| same(it, item.label));
            if part && attributed.binary_search(&item.iri).is_err() {
                self.draft.say(item.iri, Misread::Unlinked);
            }
        }
    }
}

/// Says whose words an annotation gives; tells whether it can be said of it.
fn spoken(one: &mut Annotation, speaker: SpeakerId) -> bool {
    match &mut one.body {
        Body::Claim { claimer, .. } => *claimer = Some(Claimer::Speaker(speaker)),
        Body::Attribution(own) => own.speaker = Some(speaker),
        Body::Quote { .. } => return false,
    }
    true
}
