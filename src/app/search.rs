//! A search: one reading of an article for what is sought, a slice at a time, so that whoever types
//! never waits for it. Knows no annotation.

use super::layout::Layout;
use super::msg::Place;
use crate::text::{Byte, Case, Finder, Span, Utf16, is_whole};
use std::rc::Rc;

/// Bytes of text that are read at once.
const SLICE: usize = 1 << 21;
/// Places that are lit up at most: more would be slow to show and no help to see.
const LIT: usize = 1500;

/// What is sought and what of it has been found.
pub(super) struct Search {
    finder: Finder,
    /// Whether only whole words are wanted.
    whole: bool,
    /// The first paragraph that is not read yet.
    next: usize,
    found: Vec<Span>,
    lit: Rc<[(Place, Place)]>,
    /// What the lit places were made of: what was near, how many were found, and which is current.
    lit_of: Option<(usize, usize, usize)>,
}

impl Search {
    /// Seeks `words`, each time in one paragraph.
    pub(super) fn of(words: &str, case: Case, whole: bool) -> Self {
        Search {
            finder: Finder::of(words, case),
            whole,
            next: 0,
            found: Vec::new(),
            lit: Rc::default(),
            lit_of: None,
        }
    }

    /// Reads a slice more of `text`.
    pub(super) fn go_on(&mut self, text: &str, paragraphs: &[Span]) {
        let first = self.found.len();
        let mut bytes = 0;
        for paragraph in paragraphs.iter().skip(self.next) {
            if bytes >= SLICE {
                break;
            }
            bytes += paragraph.len();
            let stretch = paragraph.start().0..paragraph.end().0;
            self.finder.find(text, stretch, &mut self.found);
            self.next += 1;
        }
        if self.whole {
            let mut index = 0;
            self.found.retain(|span| {
                index += 1;
                index <= first || is_whole(text, *span)
            });
        }
    }

    /// Tells whether all of the article has been read.
    pub(super) fn is_done(&self, paragraphs: &[Span]) -> bool {
        self.next >= paragraphs.len()
    }

    /// Returns what has been found, in text order.
    pub(super) fn found(&self) -> &[Span] {
        &self.found
    }

    /// Tells whether the words sought stand in a text beside the article.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let mut found = Vec::new();
        self.finder.find(text, 0..text.len(), &mut found);
        found.iter().any(|span| !self.whole || is_whole(text, *span))
    }

    /// Returns the places that are lit up.
    pub(super) fn lit(&self) -> &Rc<[(Place, Place)]> {
        &self.lit
    }

    /// Makes anew which places are lit up, if others are near or found: those in blocks that the
    /// page keeps ready, and when they are many, those around the one of index `current`.
    pub(super) fn light_up(&mut self, text: &str, layout: &Layout, current: usize) {
        let made_of = Some((layout.nearness(), self.found.len(), current));
        if self.lit_of == made_of {
            return;
        }
        self.lit_of = made_of;
        let mut near: Vec<usize> = Vec::new();
        for (index, paragraphs) in layout.blocks().enumerate() {
            let spans = layout.paragraphs().get(paragraphs).unwrap_or_default();
            if let (Some(first), Some(last), true) =
                (spans.first(), spans.last(), layout.is_near(index))
            {
                let from = self.found.partition_point(|span| span.start() < first.start());
                let to = self.found.partition_point(|span| span.start() < last.end());
                near.extend(from..to);
            }
        }
        let middle = near.partition_point(|index| *index < current);
        let from = middle.saturating_sub(LIT / 2).min(near.len().saturating_sub(LIT));
        let mut mark = Mark::default();
        self.lit = near
            .iter()
            .skip(from)
            .take(LIT)
            .filter_map(|index| mark.places(text, layout, *self.found.get(*index)?))
            .collect();
    }
}

/// How far a paragraph has been counted through: each place costs only the way from the last one.
#[derive(Default)]
struct Mark {
    paragraph: usize,
    at: Byte,
    units: usize,
}

impl Mark {
    /// The places at which a span starts and ends that lies in one paragraph.
    fn places(&mut self, text: &str, layout: &Layout, span: Span) -> Option<(Place, Place)> {
        let paragraph = layout.paragraph_at(span.start());
        let start = layout.paragraphs().get(paragraph)?.start();
        if paragraph != self.paragraph || self.at < start || self.at > span.start() {
            *self = Mark { paragraph, at: start, units: 0 };
        }
        Some((self.place(text, span.start())?, self.place(text, span.end())?))
    }

    fn place(&mut self, text: &str, at: Byte) -> Option<Place> {
        self.units += text.get(self.at.0..at.0)?.chars().map(char::len_utf16).sum::<usize>();
        self.at = at;
        Some(Place { paragraph: self.paragraph, at: Utf16(self.units) })
    }
}
