//! A search: one reading of an article for what is sought, a slice at a time, so that whoever types
//! never waits for it; from where the reader is, and round the end. Knows no annotation.

use super::layout::Layout;
use super::msg::Place;
use crate::text::{Byte, Finder, Pattern, Span, Utf16, is_whole};
use std::rc::Rc;

/// Bytes of text that are read at once, at most.
const SLICE: usize = 1 << 21;
/// Milliseconds within which a slice is short, so that the next may be longer, and those after which
/// it is long.
const PACE: std::ops::Range<u32> = 16..32;
/// Places that are lit up at most: more would be slow to show and no help to see.
const LIT: usize = 1500;

/// What is sought.
pub(super) enum Sought {
    Words(Finder),
    Pattern(Pattern),
}

impl Sought {
    /// Adds to `found` where it stands in a paragraph, from a gap on, and returns where to go on.
    /// Words are read to the end of the paragraph, a pattern as long as something is `left`.
    fn find(
        &self,
        text: &str,
        paragraph: Span,
        from: Byte,
        left: &mut usize,
        found: &mut Vec<Span>,
    ) -> Byte {
        match self {
            Sought::Words(finder) => {
                finder.find(text, from.0..paragraph.end().0, found);
                *left = left.saturating_sub(paragraph.len());
                paragraph.end()
            }
            Sought::Pattern(pattern) => pattern.find_from(text, paragraph, from, left, found),
        }
    }
}

/// What is sought and what of it has been found.
pub(super) struct Search {
    sought: Sought,
    /// Whether only whole words are wanted.
    whole: bool,
    /// The paragraph at which the reading began.
    first: usize,
    /// How many paragraphs were read, and how far the next one was.
    read: usize,
    at: Byte,
    /// How much is read at once.
    slice: usize,
    found: Vec<Span>,
    /// How many of them stand before the first paragraph that was read.
    before: usize,
    lit: Rc<[(Place, Place)]>,
    /// What the lit places were made of: what was near, how many were found, and which is current.
    lit_of: Option<(usize, usize, usize)>,
}

impl Search {
    /// Seeks something from the paragraph of the index `first` on, each time in one paragraph.
    pub(super) fn of(sought: Sought, whole: bool, first: usize) -> Self {
        let slice = match &sought {
            Sought::Words(_) => SLICE,
            Sought::Pattern(pattern) => pattern.careful(),
        };
        Search {
            sought,
            whole,
            first,
            read: 0,
            at: Byte(0),
            slice,
            found: Vec::new(),
            before: 0,
            lit: Rc::default(),
            lit_of: None,
        }
    }

    /// Reads a slice more of `text`, or to its end. Returns how many hits were put before the others.
    pub(super) fn go_on(&mut self, text: &str, paragraphs: &[Span]) -> usize {
        let mut left = self.slice;
        let mut fresh = Vec::new();
        let round = self.is_round(paragraphs);
        while left > 0 && !self.is_done(paragraphs) && self.is_round(paragraphs) == round {
            let index = (self.first + self.read) % paragraphs.len();
            let Some(paragraph) = paragraphs.get(index) else { break };
            let from = self.at.max(paragraph.start());
            self.at = self.sought.find(text, *paragraph, from, &mut left, &mut fresh);
            if self.at >= paragraph.end() {
                (self.read, self.at) = (self.read + 1, Byte(0));
            }
        }
        if self.whole {
            fresh.retain(|span| is_whole(text, *span));
        }
        let place = if round { self.before } else { self.found.len() };
        let put = if round { fresh.len() } else { 0 };
        self.found.splice(place..place, fresh);
        self.before += put;
        put
    }

    /// Takes account of how many milliseconds the last slice took.
    pub(super) fn pace(&mut self, took: u32) {
        if took < PACE.start {
            self.slice = SLICE.min(self.slice * 2);
        } else if took >= PACE.end {
            self.slice = 1.max(self.slice / 2);
        }
    }

    /// Returns how much is read at once.
    pub(super) fn slice(&self) -> usize {
        self.slice
    }

    /// Tells whether all of the article has been read.
    pub(super) fn is_done(&self, paragraphs: &[Span]) -> bool {
        self.read >= paragraphs.len()
    }

    /// Tells whether the reading has come to the end of the article, and goes on from the start.
    pub(super) fn is_round(&self, paragraphs: &[Span]) -> bool {
        self.first + self.read >= paragraphs.len()
    }

    /// Returns how many hits have been found from the start of the article on, and not from where
    /// the reading began.
    pub(super) fn before(&self) -> usize {
        self.before
    }

    /// Returns what has been found, in text order.
    pub(super) fn found(&self) -> &[Span] {
        &self.found
    }

    /// Tells whether what is sought stands in a text beside the article.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let mut found = Vec::new();
        if let Ok(all) = Span::new(text, Byte(0), Byte(text.len())) {
            self.sought.find(text, all, Byte(0), &mut usize::MAX.clone(), &mut found);
        }
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
