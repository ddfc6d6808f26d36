//! Reads brat standoff of either profile, and of others that use their labels.

use super::lines::join;
use crate::document::{
    Annotation, AnnotationId, Attribution, Body, Label, Metadata, Selector, Target,
};
use crate::format::ascribe::Unit;
use crate::format::draft::{Claimed, Draft, Misread, Opened};
use crate::format::marks::set;
use crate::text::Names;
use std::collections::BTreeMap;

/// A line of the annotations, cut at its tabs.
struct Line<'f> {
    id: &'f str,
    /// Its second field, cut at the blanks.
    words: Vec<&'f str>,
    /// What follows the second tab.
    rest: &'f str,
}

/// What a T line became.
struct Part<'f> {
    id: &'f str,
    label: String,
    target: Target,
}

/// Reads the annotations `ann` of the text `txt`; `title` is what the article will be called.
pub(in crate::format) fn read(txt: &str, ann: &str, title: &str) -> Opened {
    let mut draft = Draft::new(txt, Unit::CodePoint, "brat");
    let lines = lines(ann, &mut draft);
    let mut parts = Vec::new();
    for line in lines.iter().filter(|line| line.id.starts_with('T')) {
        parts.extend(part(line, &mut draft));
    }
    // In PolNeAR the trigger repeats the cue; elsewhere it is the attribution's own words.
    let polnear = parts.iter().any(|part| part.label == "content")
        || parts.iter().any(|part| part.label == "attribution-no-source");
    let by_id = parts.iter().enumerate().map(|(at, part)| (part.id, at)).collect();
    let (taken, ids) = (Vec::new(), BTreeMap::new());
    let mut reader = Reader { draft, parts, by_id, polnear, taken, ids };
    reader.own(&lines);
    reader.events(&lines);
    reader.unlinked();
    for line in &lines {
        match line.id.chars().next() {
            Some('T' | 'E') => {}
            Some('A' | 'M') => reader.attribute(line),
            Some('#') => reader.note(line),
            _ => reader.draft.say(line.id, Misread::NotRead),
        }
    }
    let metadata = Metadata { title: title.to_owned(), ..Metadata::default() };
    reader.draft.finish(None, metadata)
}

/// Cuts the file into lines; an id that was used before is said and its line left out.
fn lines<'f>(ann: &'f str, draft: &mut Draft) -> Vec<Line<'f>> {
    let ann = ann.trim_start_matches('\u{feff}');
    let lines = ann.split('\n').map(|line| line.trim_end_matches('\r'));
    let lines = lines.filter(|line| !line.trim().is_empty());
    let lines: Vec<Line> = lines
        .map(|line| {
            let (id, behind) = line.split_once('\t').unwrap_or((line, ""));
            let (words, rest) = behind.split_once('\t').unwrap_or((behind, ""));
            Line { id, words: words.split(' ').filter(|word| !word.is_empty()).collect(), rest }
        })
        .collect();
    let again = Names::of(lines.iter().map(|line| line.id)).again();
    let kept = lines.into_iter().zip(again).filter_map(|(line, again)| {
        // Equivalences have no id of their own.
        let twice = again && line.id != "*";
        if twice {
            draft.say(line.id, Misread::IdTwice);
        }
        (!twice).then_some(line)
    });
    kept.collect()
}

/// Places the span of a T line.
fn part<'f>(line: &Line<'f>, draft: &mut Draft) -> Option<Part<'f>> {
    let (label, ends) = line.words.split_first()?;
    let ends = ends.join(" ");
    let ends: Option<Vec<(u64, u64)>> = ends
        .split(';')
        .map(|pair| {
            let (start, end) = pair.split_once(' ')?;
            Some((start.parse().ok()?, end.parse().ok()?))
        })
        .collect();
    let Some(ends) = ends else {
        draft.say(line.id, Misread::NoSpan);
        return None;
    };
    let mut words = line.rest;
    let mut spans = Vec::new();
    for (index, (start, end)) in ends.iter().copied().enumerate() {
        // The words of the pieces follow each other, one blank between them.
        let length = usize::try_from(end.saturating_sub(start)).unwrap_or(usize::MAX);
        let cut = words.char_indices().nth(length).map_or(words.len(), |(at, _)| at);
        let cut = if index + 1 == ends.len() { words.len() } else { cut };
        let (exact, rest) = words.split_at(cut);
        words = rest.strip_prefix(' ').unwrap_or(rest);
        let words = Selector { exact, prefix: "", suffix: "" };
        spans.extend(draft.span(line.id, &Claimed { start, end, words }));
    }
    let spans = join(draft.text(), spans);
    let target = draft.target(line.id, spans)?;
    Some(Part { id: line.id, label: label.to_ascii_lowercase(), target })
}

struct Reader<'t, 'f> {
    draft: Draft<'t>,
    parts: Vec<Part<'f>>,
    by_id: BTreeMap<&'f str, usize>,
    polnear: bool,
    /// The T lines that something was made of.
    taken: Vec<&'f str>,
    /// The id that an annotation got, by the id of its line.
    ids: BTreeMap<&'f str, String>,
}

impl<'f> Reader<'_, 'f> {
    /// Makes an annotation of every content and every trigger, in the order of the file.
    fn own(&mut self, lines: &[Line<'f>]) {
        let events = lines.iter().filter(|line| line.id.starts_with('E'));
        let events: BTreeMap<&str, &'f str> = events
            .filter_map(|line| Some((line.words.first()?.split_once(':')?.1, line.id)))
            .collect();
        for at in 0..self.parts.len() {
            let part = &self.parts[at];
            let (name, target) = (part.id, part.target.clone());
            let body = match part.label.as_str() {
                "claim" => Body::of(Label::Claim),
                "quote" => Body::of(Label::Quote),
                "content" => Body::of(self.draft.content(name, &target)),
                "source" | "cue" | "addressee" => continue,
                "attribution" | "attribution-no-source" => {
                    let Some(event) = events.get(name) else { continue };
                    self.take(name, event);
                    let id = self.draft.next_id();
                    self.draft.add(&id, target, Body::of(Label::Attribution));
                    continue;
                }
                label => {
                    let label = label.to_owned();
                    self.draft.say(name, Misread::UnknownLabel { label });
                    self.taken.push(name);
                    continue;
                }
            };
            self.take(name, name);
            let id = self.draft.next_id();
            self.draft.add(&id, target, body);
        }
    }

    /// Remembers that a T line gives the next annotation, which `line` stands for in links.
    fn take(&mut self, part: &'f str, line: &'f str) {
        self.taken.push(part);
        self.ids.insert(line, self.draft.next_id());
    }

    fn events(&mut self, lines: &[Line<'f>]) {
        for line in lines.iter().filter(|line| line.id.starts_with('E')) {
            let Some(own) = self.id_of(line.id) else {
                let kind = line.words.first().and_then(|word| word.split(':').next());
                let fault = match kind.map(str::to_ascii_lowercase).as_deref() {
                    Some("attribution" | "attribution-no-source") => Misread::NoSpan,
                    _ => Misread::NotRead,
                };
                self.draft.say(line.id, fault);
                continue;
            };
            let mut parts = Attribution::default();
            for argument in line.words.iter().skip(1) {
                self.argument(line.id, argument, &mut parts);
            }
            let spans = parts.source.iter().chain(&parts.cue).flat_map(Target::fragments);
            let around = Target::joined(spans.copied().collect()).filter(|_| self.polnear);
            if let Some(one) = self.draft.get(&own) {
                one.target = around.unwrap_or_else(|| one.target.clone());
                one.body = Body::Attribution(parts);
            }
        }
    }

    /// Adds what `ROLE:ID` of an event names.
    fn argument(&mut self, event: &str, argument: &str, parts: &mut Attribution) {
        let (role, id) = argument.split_once(':').unwrap_or((argument, ""));
        let role = role.trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_lowercase();
        let nothing = Misread::LinkToNothing { id: id.to_owned() };
        let list = match role.as_str() {
            "source" => &mut parts.source,
            "cue" => &mut parts.cue,
            "addressee" => &mut parts.addressee,
            "content" => {
                match self.id_of(id) {
                    Some(id) => parts.contents.push(AnnotationId(id)),
                    None => self.draft.say(event, nothing),
                }
                return;
            }
            _ => {
                self.draft.say(event, Misread::UnknownLabel { label: role });
                return;
            }
        };
        match self.by_id.get(id).and_then(|at| self.parts.get(*at)) {
            Some(part) => {
                list.push(part.target.clone());
                self.taken.push(part.id);
            }
            None => self.draft.say(event, nothing),
        }
    }

    /// Says which spans no event names.
    fn unlinked(&mut self) {
        let taken = Names::of(self.taken.iter().copied());
        for part in self.parts.iter().filter(|part| !taken.has(part.id)) {
            self.draft.say(part.id, Misread::Unlinked);
        }
    }

    fn attribute(&mut self, line: &Line) {
        let [name, target, value] = line.words[..] else {
            return self.draft.say(line.id, Misread::NotRead);
        };
        let read =
            self.annotation(target).is_some_and(|one| set(one, &name.to_ascii_lowercase(), value));
        if !read {
            self.draft.say(line.id, Misread::NotRead);
        }
    }

    fn note(&mut self, line: &Line) {
        let note = match line.words[..] {
            ["AnnotatorNotes", target] => self.annotation(target).map(|one| &mut one.note),
            _ => None,
        };
        match note {
            Some(note) if note.is_empty() => note.push_str(line.rest),
            Some(note) => {
                note.push('\n');
                note.push_str(line.rest);
            }
            None => self.draft.say(line.id, Misread::NotRead),
        }
    }

    fn annotation(&mut self, line: &str) -> Option<&mut Annotation> {
        let id = self.id_of(line)?;
        self.draft.get(&id)
    }

    fn id_of(&self, line: &str) -> Option<String> {
        self.ids.get(line).cloned()
    }
}
