//! `suggest`: proposes who said what in texts from standard input. Knows the shape of the answer,
//! no corpus and no score.

use ascribe::suggest::{Confidence, Kind, Suggestion, suggest};
use ascribe::text::{CodePoint, Language, Ruler, Span, detect, sentences};
use serde::Serialize;
use std::collections::HashMap;
use std::io::Read;

/// What is found in one text; offsets are in code points.
#[derive(Default, Serialize)]
struct Answer {
    spans: Vec<Marked>,
    links: Vec<Link>,
}

#[derive(Serialize)]
struct Marked {
    id: String,
    start: usize,
    end: usize,
    kind: &'static str,
    rule: String,
    confidence: &'static str,
}

#[derive(Serialize)]
struct Link {
    from: String,
    to: String,
    role: &'static str,
}

/// Reads a JSON array of texts and prints a JSON array of spans and links, by the language named
/// with `--language`, or else found in each text.
///
/// # Errors
/// A sentence that says which argument is unknown or where the input is no such array.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let language = match words {
        [] => None,
        ["--language", tag] => Some(Language::from_tag(tag)),
        _ => return Err("usage: cargo xtask suggest [--language TAG]".to_owned()),
    };
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|error| format!("standard input cannot be read: {error}"))?;
    let texts: Vec<String> = serde_json::from_str(&input)
        .map_err(|error| format!("standard input is no JSON array of texts: {error}"))?;
    let answers: Vec<Answer> = texts.iter().map(|text| answer(text, language)).collect();
    let json = serde_json::to_string(&answers)
        .map_err(|error| format!("the answer cannot be written: {error}"))?;
    println!("{json}");
    Ok(())
}

fn answer(text: &str, language: Option<Language>) -> Answer {
    let language = language.unwrap_or_else(|| detect(text));
    let found = suggest(text, &sentences(text, language), language);
    let mut writer =
        Writer { text, ruler: Ruler::new(text), answer: Answer::default(), ids: HashMap::new() };
    let mut heads: Vec<String> = Vec::new();
    for suggestion in &found {
        let head = writer.write(suggestion, &heads);
        heads.push(head);
    }
    writer.answer
}

/// Joins fragments that only white space parts.
fn joined(fragments: &[Span], text: &str) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for &span in fragments {
        let gap = |last: &Span| text.get(last.end().0..span.start().0).unwrap_or("-");
        match joined.last_mut().filter(|last| gap(last).trim().is_empty()) {
            Some(last) => *last = last.hull(span),
            None => joined.push(span),
        }
    }
    joined
}

struct Writer<'t> {
    text: &'t str,
    ruler: Ruler<'t>,
    answer: Answer,
    /// One span a place and kind.
    ids: HashMap<(Span, &'static str), String>,
}

impl Writer<'_> {
    /// Writes a suggestion and returns the id of its first content; `heads` are those before.
    fn write(&mut self, suggestion: &Suggestion, heads: &[String]) -> String {
        let kind = match suggestion.kind {
            Kind::Direct => "quote",
            Kind::Mixed => "mixed",
            Kind::Indirect => "indirect",
        };
        let pieces: Vec<String> = joined(&suggestion.contents, self.text)
            .into_iter()
            .map(|span| self.span(span, kind, suggestion))
            .collect();
        let head = match suggestion.continues.and_then(|number| heads.get(number)) {
            Some(first) => first.clone(),
            None => pieces.first().cloned().unwrap_or_default(),
        };
        for piece in pieces.iter().filter(|piece| **piece != head) {
            self.link(piece, &head, "continues");
        }
        let mut linked = vec![head.clone()];
        if suggestion.kind == Kind::Mixed {
            for &span in &suggestion.quoted {
                linked.push(self.span(span, "quote", suggestion));
            }
        }
        for (spans, role) in [(&suggestion.source, "source"), (&suggestion.cue, "cue")] {
            for &span in spans {
                let to = self.span(span, role, suggestion);
                for from in &linked {
                    self.link(from, &to, role);
                }
            }
        }
        head
    }

    fn span(&mut self, span: Span, kind: &'static str, found: &Suggestion) -> String {
        if let Some(id) = self.ids.get(&(span, kind)) {
            return id.clone();
        }
        let id = format!("s{}", self.answer.spans.len());
        let [CodePoint(start), CodePoint(end)] =
            [span.start(), span.end()].map(|at| self.ruler.code_point(at));
        let (id_kept, rule) = (id.clone(), found.rule.clone());
        let confidence = match found.confidence {
            Confidence::Sure => "sure",
            Confidence::Likely => "likely",
            Confidence::Weak => "weak",
        };
        self.answer.spans.push(Marked { id: id_kept, start, end, kind, rule, confidence });
        self.ids.insert((span, kind), id.clone());
        id
    }

    fn link(&mut self, from: &str, to: &str, role: &'static str) {
        self.answer.links.push(Link { from: from.to_owned(), to: to.to_owned(), role });
    }
}
