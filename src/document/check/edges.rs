//! Edges: rules on where spans start and end. Know words and quote marks, no links.

use super::Found;
use crate::document::{Annotation, Body, Constituent, Document, Edit, Target, Timestamp};
use crate::text::{Byte, Span, is_inside_word, is_point, is_quote_mark, quotes, whole_words};

/// A quote mark at an edge, and the quote it belongs to.
struct Lonely {
    mark: Span,
    quote: Span,
}

/// Finds a quote mark at an edge whose partner stands outside. One that has no partner in its
/// paragraph at all is the article's own affair, as where a quote goes on in the next paragraph.
pub(super) fn quote_mark(document: &Document, annotation: &Annotation) -> Option<Found> {
    Some((lonely(document.text(), annotation.target.hull())?.mark, None))
}

fn lonely(text: &str, hull: Span) -> Option<Lonely> {
    let words = hull.of(text);
    let end = hull.start().0 + words.trim_end_matches(is_point).len();
    let first = words.chars().next().filter(|c| is_quote_mark(*c));
    let last = text.get(..end)?.chars().next_back().filter(|c| is_quote_mark(*c));
    if first.is_none() && last.is_none() {
        return None;
    }
    let quotes = quotes(text, paragraph(text, hull)?);
    let of = |at: usize, mark: char| {
        let mark = Span::new(text, Byte(at), Byte(at + mark.len_utf8())).ok()?;
        let at_edge = |quote: &&Span| quote.start() == mark.start() || quote.end() == mark.end();
        let quote = *quotes.iter().filter(at_edge).find(|quote| !hull.encloses(**quote))?;
        Some(Lonely { mark, quote })
    };
    let at_start = first.and_then(|mark| of(hull.start().0, mark));
    at_start.or_else(|| last.and_then(|mark| of(end - mark.len_utf8(), mark)))
}

/// Takes the partner in where nothing but punctuation stands between; else leaves the mark out.
pub(super) fn pair_quote_mark(
    document: &Document,
    annotation: &Annotation,
    _: &Found,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let text = document.text();
    let hull = annotation.target.hull();
    let Lonely { mark, quote } = lonely(text, hull)?;
    let width = |c: Option<char>| c.map_or(0, char::len_utf8);
    let (open, close) = (quote.of(text).chars().next(), quote.of(text).chars().next_back());
    let between = |from: usize, to: usize| text.get(from..to).unwrap_or("no");
    let (start, end) = if mark.start() == quote.start() && mark.start() == hull.start() {
        let gap = between(hull.end().0, quote.end().0 - width(close));
        match gap.chars().all(is_point) {
            true => (hull.start(), quote.end()),
            false => (mark.end(), hull.end()),
        }
    } else if mark.end() == quote.end() && mark.start() != hull.start() {
        let gap = between(quote.start().0 + width(open), hull.start().0);
        match gap.is_empty() && quote.start() < hull.start() {
            true => (quote.start(), hull.end()),
            false => (hull.start(), mark.start()),
        }
    } else if mark.start() == hull.start() {
        (mark.end(), hull.end())
    } else {
        (hull.start(), mark.start())
    };
    let target = outer(text, &annotation.target, start, end)?;
    Some(vec![Edit::change(annotation, now, |own| own.target = target)?])
}

/// Returns the paragraph around `hull`, or the paragraphs.
fn paragraph(text: &str, hull: Span) -> Option<Span> {
    let start = text.get(..hull.start().0)?.rfind('\n').map_or(0, |feed| feed + 1);
    let behind = text.get(hull.end().0..)?.find('\n');
    let end = behind.map_or(text.len(), |feed| hull.end().0 + feed);
    Span::new(text, Byte(start), Byte(end)).ok()
}

/// Returns `target` with other outer ends.
fn outer(text: &str, target: &Target, start: Byte, end: Byte) -> Option<Target> {
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
