//! Writes documents as annotation pages.

use super::{CONTEXT, iri};
use crate::document::{
    Annotation, AnnotationId, Attribution, Body, Document, Target, describe, surrounded,
};
use crate::format::ascribe::Unit;
use crate::format::export::Written;
use crate::format::json::{self, Json};
use crate::format::loss::What;
use crate::format::marks::attributes;
use crate::text::{Byte, Ruler, Span};
use std::collections::BTreeMap;

const CARRIED: [What; 10] = [
    What::Links,
    What::Addressees,
    What::Attributes,
    What::Speakers,
    What::Notes,
    What::Tags,
    What::Creators,
    What::Times,
    What::Ids,
    What::DocumentId,
];

/// Bytes that looking for unique surroundings may read, in all: beyond, positions have to do.
const PATIENCE: usize = 200_000_000;

/// Writes pages that count code points.
pub(in crate::format) fn standard(documents: &[&Document], out: &mut Written) {
    write(documents, Unit::CodePoint, out);
}

/// Writes pages that count UTF-16 units.
pub(in crate::format) fn utf16(documents: &[&Document], out: &mut Written) {
    write(documents, Unit::Utf16, out);
}

fn write(documents: &[&Document], unit: Unit, out: &mut Written) {
    for document in documents {
        let page = json::pretty(&Page::new(document, unit).json());
        out.carries(document, &CARRIED);
        let stem = out.stem(document);
        out.put(document, page);
        out.put_as(format!("{stem}.w3c.txt"), document.text().to_string());
    }
}

type Members<'d> = Vec<(&'d str, Json<'d>)>;

/// One document while it is written.
struct Page<'d> {
    document: &'d Document,
    iri: String,
    source: String,
    unit: Unit,
    ruler: Ruler<'d>,
    /// Whether the text is short enough to look for unique surroundings.
    patient: bool,
    /// The attributions that lead to a content, by its id.
    owners: BTreeMap<&'d AnnotationId, Vec<(&'d Annotation, &'d Attribution)>>,
}

impl<'d> Page<'d> {
    fn new(document: &'d Document, unit: Unit) -> Self {
        let iri = iri::of_document(&document.id().0);
        let url = &document.metadata().url;
        let source = if url.is_empty() { format!("{iri}#text") } else { iri::of_document(url) };
        let mut owners: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for one in document.annotations().iter() {
            let Body::Attribution(own) = &one.body else { continue };
            for content in &own.contents {
                let list: &mut Vec<(&Annotation, &Attribution)> =
                    owners.entry(content).or_default();
                if list.last().is_none_or(|(last, _)| last.id != one.id) {
                    list.push((one, own));
                }
            }
        }
        let patient = document.text().len() * document.annotations().len() < PATIENCE;
        let ruler = Ruler::new(document.text());
        Page { document, iri, source, unit, ruler, patient, owners }
    }

    fn json(&self) -> Json<'_> {
        let mut items = Vec::new();
        for one in self.document.annotations().iter() {
            items.push(self.annotation(one));
            let Body::Attribution(own) = &one.body else { continue };
            for (role, targets) in parts(own) {
                for (index, target) in targets.iter().enumerate() {
                    let bodies = vec![textual("classifying", role)];
                    let head = vec![("id", Json::owned(self.part(&one.id, role, index)))];
                    items.push(self.item(head, bodies, target));
                }
            }
        }
        // A page has at least one annotation (WA §5.2); only a collection may have none (§5.1).
        let (kind, held) = match items.len() {
            0 => ("AnnotationCollection", ("total", Json::count(0))),
            _ => ("AnnotationPage", ("items", Json::Array(items))),
        };
        Json::object(vec![
            ("@context", Json::text(CONTEXT)),
            ("id", Json::text(&self.iri)),
            ("type", Json::text(kind)),
            held,
        ])
    }

    fn annotation(&self, one: &'d Annotation) -> Json<'_> {
        let mut bodies = vec![textual("classifying", one.label().word())];
        match &one.body {
            Body::Attribution(own) => {
                bodies.extend(self.part_links(&one.id, own));
                bodies.extend(own.contents.iter().map(|id| linking(self.own(id))));
            }
            // What a content is linked to stands on it as well, for readers that know no attribution.
            _ => {
                for (owner, own) in self.owners.get(&one.id).into_iter().flatten() {
                    bodies.push(linking(self.own(&owner.id)));
                    bodies.extend(self.part_links(&owner.id, own));
                }
            }
        }
        for (key, value) in attributes(self.document, one) {
            bodies.push(Json::object(vec![
                ("type", Json::text("TextualBody")),
                ("purpose", Json::text("describing")),
                ("value", Json::owned(format!("{key}={value}"))),
            ]));
        }
        bodies.extend(one.tags.iter().map(|tag| textual("tagging", tag)));
        if !one.note.is_empty() {
            bodies.push(textual("commenting", &one.note));
        }
        let mut head = vec![("id", Json::owned(self.own(&one.id)))];
        if !one.creator.is_empty() {
            let person = vec![("type", Json::text("Person")), ("name", Json::text(&one.creator))];
            head.push(("creator", Json::object(person)));
        }
        for (key, time) in [("created", &one.created), ("modified", &one.modified)] {
            head.extend(time.iter().map(|time| (key, Json::text(time.as_str()))));
        }
        self.item(head, bodies, &one.target)
    }

    fn part_links(&self, id: &AnnotationId, own: &Attribution) -> Vec<Json<'d>> {
        let mut links = Vec::new();
        for (role, targets) in parts(own) {
            links.extend((0..targets.len()).map(|index| linking(self.part(id, role, index))));
        }
        links
    }

    fn item<'p>(&'p self, head: Members<'p>, bodies: Vec<Json<'p>>, target: &Target) -> Json<'p> {
        let targets = target.fragments().iter().map(|span| self.target(*span));
        let mut members = head;
        members.insert(1, ("type", Json::text("Annotation")));
        members.extend([
            ("motivation", Json::text("classifying")),
            ("body", Json::Array(bodies)),
            ("target", Json::Array(targets.collect())),
        ]);
        Json::object(members)
    }

    fn target(&self, span: Span) -> Json<'_> {
        let text: &str = self.document.text();
        let words = if self.patient { describe(text, span) } else { surrounded(text, span, 64) };
        let quote = vec![
            ("type", Json::text("TextQuoteSelector")),
            ("exact", Json::text(words.exact)),
            ("prefix", Json::text(words.prefix)),
            ("suffix", Json::text(words.suffix)),
        ];
        let offset = |at: Byte| match self.unit {
            Unit::Utf16 => Json::count(self.ruler.utf16(at).0),
            _ => Json::count(self.ruler.code_point(at).0),
        };
        let position = vec![
            ("type", Json::text("TextPositionSelector")),
            ("start", offset(span.start())),
            ("end", offset(span.end())),
        ];
        Json::object(vec![
            ("type", Json::text("SpecificResource")),
            ("source", Json::text(&self.source)),
            ("selector", Json::Array(vec![Json::object(quote), Json::object(position)])),
        ])
    }

    fn own(&self, id: &AnnotationId) -> String {
        iri::of_annotation(&self.iri, &id.0)
    }

    /// Names a part of an attribution; the slashes stand in no annotation's own name.
    fn part(&self, id: &AnnotationId, role: &str, index: usize) -> String {
        format!("{}/{role}/{}", self.own(id), index + 1)
    }
}

fn parts(own: &Attribution) -> [(&'static str, &[Target]); 3] {
    [("source", &own.source), ("cue", &own.cue), ("addressee", &own.addressee)]
}

fn textual<'d>(purpose: &'d str, value: &'d str) -> Json<'d> {
    Json::object(vec![
        ("type", Json::text("TextualBody")),
        ("purpose", Json::text(purpose)),
        ("value", Json::text(value)),
    ])
}

fn linking<'d>(to: String) -> Json<'d> {
    Json::object(vec![
        ("type", Json::text("SpecificResource")),
        ("purpose", Json::text("linking")),
        ("source", Json::owned(to)),
    ])
}
