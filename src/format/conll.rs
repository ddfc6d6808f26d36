//! CoNLL with IOB2 labels: a token and its label a line, an empty line between sentences.
//!
//! It has one layer: where spans overlap, the one that begins first, and of those the longest, is
//! kept. A span begins anew in every sentence.

use super::export::Written;
use super::loss::What;
use super::marks::{Mark, Marks, Relation, Role};
use super::tokens::{tokens, within};
use crate::document::{Document, Label, Target};
use crate::text::Span;
use std::cmp::Reverse;
use std::collections::BTreeSet;

const CARRIED: [What; 2] = [What::Addressees, What::Sentences];

/// Writes all documents into one file.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    let mut lines = String::new();
    for document in documents {
        if documents.len() > 1 {
            lines.push_str("-DOCSTART-\tO\n\n");
        }
        article(document, &mut lines, out);
        out.carries(document, &CARRIED);
    }
    out.put_all(documents, lines);
}

fn article(document: &Document, lines: &mut String, out: &mut Written) {
    let text: &str = document.text();
    let marks = Marks::of(document);
    let kept = one_layer(&marks, out);
    let sentences = document.sentences();
    let mut spans: Vec<Span> =
        kept.iter().flat_map(|mark| mark.target.fragments()).copied().collect();
    spans.extend(sentences.iter().map(|sentence| sentence.span));
    let tokens = tokens(text, &spans);
    // The label of every token, and whether a span begins with it.
    let mut labels: Vec<Option<(&str, bool)>> = vec![None; tokens.len()];
    // A sentence may begin with what is no token here.
    let mut starts = sentences.iter().map(|sentence| sentence.span.start()).peekable();
    let mut waiting = false;
    let mut opens = Vec::with_capacity(tokens.len());
    for token in &tokens {
        while starts.next_if(|start| *start <= token.span.start()).is_some() {
            waiting = true;
        }
        let shown = !token.is_space(text);
        opens.push(waiting && shown);
        waiting &= !shown;
    }
    for mark in kept {
        let mut pieces = 0;
        for span in mark.target.fragments() {
            let (first, last) = within(&tokens, *span);
            let mut inside = false;
            for at in first..=last {
                if tokens.get(at).is_none_or(|token| token.is_space(text)) {
                    continue;
                }
                let begins = !inside || opens.get(at) == Some(&true);
                pieces += usize::from(begins);
                inside = true;
                if let Some(label) = labels.get_mut(at) {
                    *label = Some((mark.role.label(), begins));
                }
            }
        }
        match pieces {
            0 => out.lose(What::Blank, 1),
            1 => {}
            pieces => out.lose(What::Split { pieces }, 1),
        }
    }
    let mut written = false;
    for ((token, label), opens) in tokens.iter().zip(labels).zip(opens) {
        if token.is_space(text) {
            continue;
        }
        if opens && written {
            lines.push('\n');
        }
        written = true;
        lines.push_str(token.span.of(text));
        match label {
            Some((label, true)) => lines.push_str(&format!("\tB-{label}\n")),
            Some((label, false)) => lines.push_str(&format!("\tI-{label}\n")),
            None => lines.push_str("\tO\n"),
        }
    }
    if written {
        lines.push('\n');
    }
}

/// Picks the marks that do not overlap one picked before. An attribution is there by its parts, as
/// far as it has any.
fn one_layer<'m, 'd>(marks: &'m Marks<'d>, out: &mut Written) -> Vec<&'m Mark<'d>> {
    let parts = marks.links.iter().filter(|link| link.relation != Relation::Content);
    let with_parts: BTreeSet<usize> = parts.map(|link| link.from).collect();
    let mut candidates = Vec::new();
    for (index, mark) in marks.marks.iter().enumerate() {
        if mark.role == Role::Own(Label::Attribution) && with_parts.contains(&index) {
            out.lose(What::Targets, 1);
        } else {
            candidates.push(mark);
        }
    }
    candidates.sort_by_key(|mark| {
        let hull = mark.target.hull();
        (hull.start(), Reverse(hull.end()))
    });
    // By their places, so that picking does not compare every two.
    let mut picked: Vec<&Mark> = Vec::new();
    let mut taken: Vec<Span> = Vec::new();
    for mark in candidates {
        if overlaps(&taken, mark.target) {
            out.lose(What::Inner, 1);
            continue;
        }
        for span in mark.target.fragments() {
            let at = taken.partition_point(|other| other < span);
            taken.insert(at, *span);
        }
        picked.push(mark);
    }
    picked
}

/// Tells whether a fragment shares a character with one of `taken`, which are apart and in order.
fn overlaps(taken: &[Span], target: &Target) -> bool {
    target.fragments().iter().any(|span| {
        let at = taken.partition_point(|other| other.end() <= span.start());
        taken.get(at).is_some_and(|other| other.overlaps(*span))
    })
}
