//! Writes documents as brat has them, in either profile.

use super::configuration::{PLAIN, POLNEAR};
use super::lines::{cut, ends_line, join, one_line};
use crate::document::{Annotation, AnnotationId, Body, Document, Target};
use crate::format::export::Written;
use crate::format::loss::What;
use crate::format::marks::{Role, attributes};
use crate::text::{Ruler, Span};
use std::collections::BTreeMap;
use std::fmt::Write;

/// What the plain profile has room for.
const CARRIED: [What; 4] = [What::Links, What::Addressees, What::Attributes, What::Notes];
/// What PolNeAR's readers take.
const CARRIED_POLNEAR: [What; 1] = [What::Links];

/// Writes the plain profile: a text, its annotations, and one configuration for all.
pub(in crate::format) fn plain(documents: &[&Document], out: &mut Written) {
    for document in documents {
        let mut sheet = Sheet::new(document);
        sheet.plain(out);
        out.carries(document, &CARRIED);
        put(document, &sheet.lines, out);
    }
    out.put_as("annotation.conf".to_owned(), PLAIN.to_owned());
}

/// Writes the PolNeAR profile.
pub(in crate::format) fn polnear(documents: &[&Document], out: &mut Written) {
    for document in documents {
        let mut sheet = Sheet::new(document);
        sheet.polnear(out);
        out.carries(document, &CARRIED_POLNEAR);
        put(document, &sheet.lines, out);
    }
    out.put_as("annotation.conf".to_owned(), POLNEAR.to_owned());
}

fn put(document: &Document, lines: &str, out: &mut Written) {
    let stem = out.stem(document);
    out.put_as(format!("{stem}.ann"), lines.to_owned());
    out.put_as(format!("{stem}.txt"), document.text().to_string());
}

/// The annotations of one document while they are written.
struct Sheet<'d> {
    document: &'d Document,
    ruler: Ruler<'d>,
    lines: String,
    spans: usize,
    events: usize,
    attributes: usize,
    notes: usize,
}

impl<'d> Sheet<'d> {
    fn new(document: &'d Document) -> Self {
        let ruler = Ruler::new(document.text());
        let lines = String::new();
        Sheet { document, ruler, lines, spans: 0, events: 0, attributes: 0, notes: 0 }
    }

    fn plain(&mut self, out: &mut Written) {
        let document = self.document;
        // Contents first: an event names them by the ids they got.
        let mut ids: BTreeMap<&AnnotationId, String> = BTreeMap::new();
        let mut triggers = Vec::new();
        for one in document.annotations().iter() {
            match (&one.body, self.target(Role::Own(one.label()).label(), &one.target, out)) {
                (_, None) => {}
                (Body::Attribution(_), Some(trigger)) => {
                    triggers.push((one, trigger));
                    ids.insert(&one.id, format!("E{}", triggers.len()));
                }
                (_, Some(id)) => {
                    ids.insert(&one.id, id);
                }
            }
        }
        for (one, trigger) in &triggers {
            let Body::Attribution(own) = &one.body else { continue };
            let mut arguments = Vec::new();
            for (role, targets) in
                [("Source", &own.source), ("Cue", &own.cue), ("Addressee", &own.addressee)]
            {
                let parts = targets.iter().filter_map(|target| self.target(role, target, out));
                arguments.extend(numbered(role, parts.collect()));
            }
            let contents = own.contents.iter().filter_map(|id| ids.get(id).cloned());
            let contents: Vec<String> = contents.collect();
            out.lose(What::Links, own.contents.len() - contents.len());
            arguments.extend(numbered("Content", contents));
            self.event("Attribution", trigger, &arguments);
        }
        for one in document.annotations().iter() {
            if let Some(id) = ids.get(&one.id) {
                self.attributes(one, id);
                self.note(one, id, out);
            }
        }
    }

    fn polnear(&mut self, out: &mut Written) {
        let document = self.document;
        let mut ids: BTreeMap<&AnnotationId, String> = BTreeMap::new();
        for one in document.annotations().iter() {
            if !matches!(one.body, Body::Attribution(_))
                && let Some(id) = self.target("Content", &one.target, out)
            {
                out.lose(What::Labels, 1);
                ids.insert(&one.id, id);
            }
        }
        for one in document.annotations().iter() {
            let Body::Attribution(own) = &one.body else { continue };
            let mut parts = |role, targets: &[Target]| -> Vec<String> {
                targets.iter().filter_map(|target| self.target(role, target, out)).collect()
            };
            let (sources, cues) = (parts("Source", &own.source), parts("Cue", &own.cue));
            let contents = own.contents.iter().filter_map(|id| ids.get(id).cloned());
            let contents: Vec<String> = contents.collect();
            out.lose(What::Nested, own.contents.len() - contents.len());
            let kind = if sources.is_empty() { "Attribution-no-source" } else { "Attribution" };
            // The trigger repeats the cue; what has none is triggered by its first content, and
            // what has neither by its own words.
            let annotations = document.annotations();
            let first = own.contents.iter().filter(|id| ids.contains_key(id));
            let first = first.filter_map(|id| annotations.get(id)).map(|one| &one.target).next();
            let visible = own.cue.iter().find(|cue| !self.pieces(cue).is_empty());
            let trigger = visible.or(first).unwrap_or(&one.target);
            out.lose(What::Targets, 1);
            let Some(trigger) = self.target(kind, trigger, &mut Written::default()) else {
                out.lose(What::Blank, 1);
                continue;
            };
            let arguments = [("Source", sources), ("Cue", cues), ("Content", contents)];
            let arguments = arguments.into_iter().flat_map(|(role, ids)| numbered(role, ids));
            self.event(kind, &trigger, &arguments.collect::<Vec<_>>());
        }
    }

    fn pieces(&self, target: &Target) -> Vec<Span> {
        cut(self.document.text(), target)
    }

    /// Writes a span and returns its id; `None` when nothing of it can be seen on a line.
    fn target(&mut self, label: &str, target: &Target, out: &mut Written) -> Option<String> {
        let text: &str = self.document.text();
        let pieces = self.pieces(target);
        if pieces.is_empty() {
            out.lose(What::Blank, 1);
            return None;
        }
        if pieces.len() > 1 {
            out.lose(What::Split { pieces: pieces.len() }, 1);
        }
        if join(text, pieces.clone()) != target.fragments() {
            out.lose(What::Edges, 1);
        }
        self.spans += 1;
        let offset = |at| self.ruler.code_point(at).0;
        let ends =
            pieces.iter().map(|span| format!("{} {}", offset(span.start()), offset(span.end())));
        let ends = ends.collect::<Vec<_>>().join(";");
        let words = pieces.iter().map(|span| span.of(text)).collect::<Vec<_>>().join(" ");
        let id = format!("T{}", self.spans);
        self.line(&format!("{id}\t{label} {ends}\t{words}"));
        Some(id)
    }

    fn event(&mut self, kind: &str, trigger: &str, arguments: &[String]) {
        self.events += 1;
        let mut line = format!("E{}\t{kind}:{trigger}", self.events);
        for argument in arguments {
            line.push(' ');
            line.push_str(argument);
        }
        self.line(&line);
    }

    fn attributes(&mut self, one: &Annotation, id: &str) {
        for (name, value) in attributes(self.document, one) {
            // A register is nothing that brat's attributes could hold.
            if name == "speaker" {
                continue;
            }
            self.attributes += 1;
            let (first, rest) = name.split_at(1);
            let first = first.to_ascii_uppercase();
            self.line(&format!("A{}\t{first}{rest} {id} {value}", self.attributes));
        }
    }

    fn note(&mut self, one: &Annotation, id: &str, out: &mut Written) {
        let note = one_line(&one.note);
        if note != one.note {
            out.lose(What::NoteBreaks, 1);
        }
        if !note.is_empty() {
            self.notes += 1;
            self.line(&format!("#{}\tAnnotatorNotes {id}\t{note}", self.notes));
        }
    }

    fn line(&mut self, line: &str) {
        debug_assert!(!line.contains(ends_line), "{line:?}");
        // Writing into a string does not fail.
        let _written = writeln!(self.lines, "{line}");
    }
}

/// Names the arguments of one role: the first by the role alone, the others with their number.
fn numbered(role: &str, ids: Vec<String>) -> Vec<String> {
    let named = ids.into_iter().enumerate().map(|(index, id)| match index {
        0 => format!("{role}:{id}"),
        _ => format!("{role}{}:{id}", index + 1),
    });
    named.collect()
}
