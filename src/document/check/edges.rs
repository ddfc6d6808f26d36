//! Edges: rules on where spans start and end. Know words and quote marks, no links.

use super::Found;
use crate::document::{Annotation, Body, Constituent, Document, Edit, Target, Timestamp};
use crate::text::{
    Byte, Span, closes, is_inside_quote, is_inside_word, is_point, unpaired, whole_words,
};

/// Which edge a quote mark stands at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Start,
    End,
}

/// Finds a quote mark at an edge whose partner stands outside. One that has no partner in its
/// paragraph at all is the article's own affair, as where a quote goes on in the next paragraph.
pub(super) fn quote_mark(document: &Document, annotation: &Annotation) -> Option<Found> {
    let (_, mark) = lonely(document.text(), &annotation.target)?;
    Some((mark, None))
}

fn lonely(text: &str, target: &Target) -> Option<(Edge, Span)> {
    let hull = target.hull();
    let joined;
    let words = match target.fragments() {
        [one] => one.of(text),
        _ => {
            joined = target.words(text);
            &joined
        }
    };
    let (first, last) = unpaired(words);
    if first.is_none() && last.is_none() {
        return None;
    }
    let (before, behind) = around(text, hull);
    let span = |at: usize, mark: char| Span::new(text, Byte(at), Byte(at + mark.len_utf8())).ok();
    if let Some(mark) = first
        && (is_inside_quote(before) || behind.chars().any(|c| closes(mark, c)))
    {
        return Some((Edge::Start, span(hull.start().0, mark)?));
    }
    let mark = last?;
    let partnered = before.chars().any(|c| closes(c, mark)) || {
        !is_inside_quote(before) && behind.chars().any(|c| closes(mark, c))
    };
    let at = text[..hull.end().0].trim_end_matches(is_point).len() - mark.len_utf8();
    partnered.then(|| Some((Edge::End, span(at, mark)?)))?
}

/// Takes the partner in where it stands beside the span; else leaves the mark out.
pub(super) fn pair_quote_mark(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let text = document.text();
    let hull = annotation.target.hull();
    let (edge, at) = lonely(text, &annotation.target)?;
    let mark = at.of(text).chars().next()?;
    let (before, behind) = around(text, hull);
    let (start, end) = match edge {
        Edge::Start => {
            let tail = behind.trim_start_matches(is_point);
            match tail.chars().next().filter(|c| closes(mark, *c) && behind.len() <= tail.len() + 3)
            {
                Some(close) => {
                    let end = hull.end().0 + behind.len() - tail.len() + close.len_utf8();
                    (hull.start(), Byte(end))
                }
                None => (at.end(), hull.end()),
            }
        }
        Edge::End => match before.chars().next_back().filter(|c| closes(*c, mark)) {
            Some(open) => (Byte(hull.start().0 - open.len_utf8()), hull.end()),
            None => (hull.start(), at.start()),
        },
    };
    let target = between(text, &annotation.target, start, end)?;
    Some(vec![Edit::change(annotation, now, |own| own.target = target)?])
}

/// Returns the paragraph around `hull`: what stands before it and what behind.
fn around(text: &str, hull: Span) -> (&str, &str) {
    let (before, behind) = (&text[..hull.start().0], &text[hull.end().0..]);
    let start = before.rfind('\n').map_or(0, |feed| feed + 1);
    (&before[start..], &behind[..behind.find('\n').unwrap_or(behind.len())])
}

/// Returns `target` with other outer ends.
fn between(text: &str, target: &Target, start: Byte, end: Byte) -> Option<Target> {
    let mut fragments = target.fragments().to_vec();
    let first = fragments.first_mut()?;
    *first = Span::trimmed(text, start, first.end().min(end))?;
    let last = fragments.last_mut()?;
    *last = Span::trimmed(text, last.start(), end)?;
    Target::joined(fragments)
}

/// Finds a span that cuts a word, of the target or of what stands in an attribution.
pub(super) fn inside_word(document: &Document, annotation: &Annotation) -> Option<Found> {
    let text = document.text();
    let own = annotation.attribution();
    let parts = Constituent::ALL.into_iter().filter_map(|part| Some(own?.constituent(part)));
    let mut spans =
        parts.flatten().chain([&annotation.target]).flat_map(Target::fragments).copied();
    let cut = spans.find_map(|span| {
        let (start, end) = (span.start(), span.end());
        let words = span.of(text);
        let character = if is_inside_word(text, start) {
            Span::new(text, start, Byte(start.0 + words.chars().next()?.len_utf8()))
        } else if is_inside_word(text, end) {
            Span::new(text, Byte(end.0 - words.chars().next_back()?.len_utf8()), end)
        } else {
            return None;
        };
        character.ok()
    })?;
    Some((whole_words(text, cut), None))
}

/// Takes in the rest of every word that is cut.
pub(super) fn take_whole_words(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let text = document.text();
    let grow = |target: &mut Target| {
        let spans = target.fragments().iter().map(|span| whole_words(text, *span)).collect();
        if let Some(grown) = Target::joined(spans) {
            *target = grown;
        }
    };
    let edit = Edit::change(annotation, now, |own| {
        grow(&mut own.target);
        if let Body::Attribution(own) = &mut own.body {
            for part in Constituent::ALL {
                own.constituent_mut(part).iter_mut().for_each(grow);
            }
        }
    });
    Some(vec![edit?])
}
