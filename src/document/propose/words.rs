//! Words: the words of a target one by one, as the readers of sources and names want them.

use super::data::Lists;
use crate::document::Target;
use crate::text::{Byte, Span, lower};
use std::ops::Range;

/// A word without the punctuation around it.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub(super) span: Span,
    /// In lower case.
    pub(super) lower: String,
    /// Whether it begins with a capital, or is an abbreviation.
    pub(super) capital: bool,
    /// Whether a comma or the like, or the end of a fragment, is behind it.
    pub(super) comma: bool,
}

/// Returns the words of `target`.
pub(super) fn words(text: &str, target: &Target, lists: Lists) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for fragment in target.fragments() {
        let (own, base) = (fragment.of(text), fragment.start().0);
        let mut at = 0;
        for chunk in own.split_whitespace() {
            let start = at + own[at..].find(chunk).unwrap_or_default();
            at = start + chunk.len();
            push_chunk(&mut words, text, base + start..base + at, lists);
        }
        if let Some(last) = words.last_mut() {
            last.comma = true;
        }
    }
    words
}

fn push_chunk(words: &mut Vec<Word>, text: &str, chunk: Range<usize>, lists: Lists) {
    let whole = &text[chunk.clone()];
    let bare = whole.trim_matches(|c: char| !c.is_alphanumeric());
    let start = whole.len() - whole.trim_start_matches(|c: char| !c.is_alphanumeric()).len();
    let mut end = start + bare.len();
    if bare.is_empty() {
        let comma = whole.contains(|c: char| !c.is_alphanumeric() && c != '"');
        if let Some(last) = words.last_mut() {
            last.comma |= comma;
        }
        return;
    }
    // The stop of an abbreviation is part of it: "U.S.", "M."
    let short = bare.contains('.') || bare.chars().nth(1).is_none();
    if short && whole[end..].starts_with('.') {
        end += 1;
    }
    let comma = whole[end..].contains([',', ';', ':', '—', '–', ')']);
    // A pronoun hangs on its verb: "dit-il", "a-t-elle dit"
    let own = whole.get(start..end).unwrap_or_default();
    let hangs = |part: &str| ["he", "she", "they"].iter().any(|list| lists.has(list, &lower(part)));
    let parts: Vec<&str> = match own.split_once('-') {
        Some(_) if own.split('-').skip(1).any(hangs) => own.split('-').collect(),
        _ => vec![own],
    };
    let mut at = chunk.start + start;
    for part in parts {
        if let Ok(span) = Span::new(text, Byte(at), Byte(at + part.len())) {
            let lower = lower(part);
            let capital = lower != part;
            words.push(Word { span, lower, capital, comma: false });
        }
        at += part.len() + 1;
    }
    if let Some(last) = words.last_mut() {
        last.comma = comma;
    }
}

/// Returns where the words of `range` stand within `target`.
pub(super) fn target_of(words: &[Word], range: &Range<usize>, target: &Target) -> Option<Target> {
    let own = words.get(range.clone())?;
    let hull = own.first()?.span.hull(own.last()?.span);
    let inside = target.fragments().iter().filter_map(|fragment| fragment.intersection(hull));
    Target::joined(inside.collect())
}

/// Returns where a phrase of a list stands at `from`, the longest if several do.
pub(super) fn phrase_at(
    words: &[Word],
    from: usize,
    lists: Lists,
    list: &str,
) -> Option<Range<usize>> {
    let behind = words.get(from..)?;
    let lengths = lists.phrases(list).filter_map(|phrase| {
        let parts: Vec<&str> = phrase.split(' ').collect();
        let there = behind.len() >= parts.len()
            && parts.iter().zip(behind).all(|(part, word)| *part == word.lower);
        there.then_some(parts.len())
    });
    lengths.max().map(|length| from..from + length)
}
