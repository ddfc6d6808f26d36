//! Finding: what the find bar seeks, what it has found in the text and on the cards, and which of
//! that is looked at.

use super::layout::Layout;
use super::search::Search;
use crate::document::{Annotation, AnnotationId, Annotations, Document, SpeakerId};
use crate::text::{Byte, Case, Span, Way};
use std::cmp::Reverse;

/// Annotations that are looked through at once.
const SLICE: usize = 20_000;

/// How words are sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Capitals count.
    Case,
    /// Only whole words are found.
    Whole,
}

impl Switch {
    /// All of them.
    pub const ALL: [Switch; 2] = [Switch::Case, Switch::Whole];

    /// Returns the name by which the page knows it.
    pub fn name(self) -> &'static str {
        match self {
            Switch::Case => "case",
            Switch::Whole => "whole",
        }
    }

    /// Returns the switch of that name.
    pub fn named(name: &str) -> Option<Switch> {
        Switch::ALL.into_iter().find(|switch| switch.name() == name)
    }
}

/// The find bar.
pub(super) struct Find {
    pub(super) open: bool,
    pub(super) pattern: String,
    pub(super) case: Case,
    pub(super) whole: bool,
    pub(super) search: Search,
    cards: Vec<CardHit>,
    /// How far the annotations have been looked through.
    looked: Looked,
    /// The speakers whose names fit.
    speakers: Vec<SpeakerId>,
    /// The hit that is looked at.
    here: Option<Hit>,
    /// Where the search began: the first hit from here on is the first to be looked at.
    pub(super) from: Byte,
}

/// A place in text order.
type InText = (Byte, Reverse<Byte>, AnnotationId);

/// How far the annotations have been looked through, in one state of the document.
struct Looked {
    revision: usize,
    last: InText,
    done: bool,
}

impl Looked {
    fn nothing_of(revision: usize) -> Self {
        let first = (Byte(0), Reverse(Byte(usize::MAX)), AnnotationId(String::new()));
        Looked { revision, last: first, done: false }
    }
}

/// Something found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Hit {
    /// The words of that index in the text.
    Words(usize),
    /// The card of that index.
    Card(usize),
}

/// An annotation found by what stands on its card.
pub(super) struct CardHit {
    /// Where it begins.
    at: Byte,
    pub(super) id: AnnotationId,
    pub(super) spot: Spot,
}

/// What of a card was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    Note,
    Speaker,
}

impl Default for Find {
    fn default() -> Self {
        Find {
            open: false,
            pattern: String::new(),
            case: Case::Ignored,
            whole: false,
            search: Search::of("", Case::Ignored, false),
            cards: Vec::new(),
            looked: Looked::nothing_of(0),
            speakers: Vec::new(),
            here: None,
            from: Byte(0),
        }
    }
}

impl Find {
    /// Tells whether a switch is on.
    pub(super) fn is_on(&self, switch: Switch) -> bool {
        match switch {
            Switch::Case => self.case == Case::Kept,
            Switch::Whole => self.whole,
        }
    }

    /// Seeks anew, from where the last search began.
    pub(super) fn seek(&mut self, document: &Document, revision: usize) {
        self.search = Search::of(&self.pattern, self.case, self.whole);
        self.here = None;
        self.look_again(document, revision);
    }

    fn look_again(&mut self, document: &Document, revision: usize) {
        self.cards.clear();
        self.looked = Looked::nothing_of(revision);
        let named = document.speakers().iter().filter(|own| self.search.is_in(&own.name));
        self.speakers = named.map(|own| own.id.clone()).collect();
    }

    /// Looks through a slice more of text and cards. Tells whether a hit has come to be looked at.
    pub(super) fn go_on(&mut self, document: &Document, layout: &Layout) -> bool {
        if !self.search.is_done(layout.paragraphs()) {
            self.search.go_on(document.text(), layout.paragraphs());
        } else if !self.looked.done {
            self.look(document);
        }
        self.here.is_none() && self.arrive(layout)
    }

    /// Looks at the first hit from where the search began, or round the end.
    fn arrive(&mut self, layout: &Layout) -> bool {
        let words = self.search.found().partition_point(|span| span.start() < self.from);
        let first = words + self.cards.partition_point(|card| card.at < self.from);
        let known = first < self.len() || self.is_done(layout);
        if self.len() > 0 && known {
            self.here = self.nth(first % self.len());
        }
        self.here.is_some()
    }

    /// Tells whether everything has been looked through.
    pub(super) fn is_done(&self, layout: &Layout) -> bool {
        self.pattern.is_empty() || (self.looked.done && self.search.is_done(layout.paragraphs()))
    }

    fn look(&mut self, document: &Document) {
        let mut count = 0;
        let mut last = None;
        for own in document.annotations().after(&self.looked.last).take(SLICE) {
            (count, last) = (count + 1, Some(own));
            if let Some(spot) = self.spot(own) {
                let at = own.target.hull().start();
                self.cards.push(CardHit { at, id: own.id.clone(), spot });
            }
        }
        self.looked.done = count < SLICE;
        if let Some(last) = last {
            self.looked.last = Annotations::place(last);
        }
    }

    /// What of an annotation's card fits. A name whose words in the text are found already does not
    /// count a second time.
    fn spot(&self, own: &Annotation) -> Option<Spot> {
        if !own.note.is_empty() && self.search.is_in(&own.note) {
            return Some(Spot::Note);
        }
        let named = own.speaker().is_some_and(|id| self.speakers.contains(id));
        (named && !sources(own).any(|source| self.is_hit_in(source))).then_some(Spot::Speaker)
    }

    fn is_hit_in(&self, source: Span) -> bool {
        let found = self.search.found();
        let first = found.partition_point(|span| span.start() < source.start());
        found.get(first).is_some_and(|span| span.end() <= source.end())
    }

    /// Returns how many hits there are.
    pub(super) fn len(&self) -> usize {
        self.search.found().len() + self.cards.len()
    }

    /// Returns the number of the hit that is looked at, from 0.
    pub(super) fn rank(&self) -> Option<usize> {
        Some(match self.here? {
            Hit::Words(index) => self.rank_of_words(index),
            Hit::Card(index) => {
                let at = self.cards.get(index)?.at;
                index + self.search.found().partition_point(|span| span.start() <= at)
            }
        })
    }

    /// Cards stand behind the words at which their annotation begins.
    fn rank_of_words(&self, index: usize) -> usize {
        let start = self.search.found().get(index).map(|span| span.start());
        index + start.map_or(0, |start| self.cards.partition_point(|card| card.at < start))
    }

    fn nth(&self, rank: usize) -> Option<Hit> {
        let (mut low, mut high) = (0, self.search.found().len());
        while low < high {
            let middle = low.midpoint(high);
            if self.rank_of_words(middle) < rank { low = middle + 1 } else { high = middle }
        }
        let words = low < self.search.found().len() && self.rank_of_words(low) == rank;
        if words {
            return Some(Hit::Words(low));
        }
        let card = rank.checked_sub(low)?;
        (card < self.cards.len()).then_some(Hit::Card(card))
    }

    /// Looks at the next hit, or the one before, round the ends. Cards that have changed since they
    /// were looked through are looked through again.
    pub(super) fn step(&mut self, document: &Document, layout: &Layout, revision: usize, way: Way) {
        if self.looked.revision != revision {
            if let Some(card) = self.card() {
                (self.from, self.here) = (card.at, None);
            }
            self.look_again(document, revision);
        }
        while !self.is_done(layout) {
            self.go_on(document, layout);
        }
        if self.here.is_none() {
            self.arrive(layout);
            return;
        }
        let count = self.len();
        let step = if way == Way::Ahead { 1 } else { count.saturating_sub(1) };
        self.here = self.rank().and_then(|rank| self.nth((rank + step) % count));
        // What is typed on refines what is looked at.
        let at = self.words().map(Span::start).or(self.card().map(|card| card.at));
        self.from = at.unwrap_or(self.from);
    }

    /// Returns the words that are looked at.
    pub(super) fn words(&self) -> Option<Span> {
        match self.here? {
            Hit::Words(index) => self.search.found().get(index).copied(),
            Hit::Card(_) => None,
        }
    }

    /// Returns the card that is looked at.
    pub(super) fn card(&self) -> Option<&CardHit> {
        match self.here? {
            Hit::Words(_) => None,
            Hit::Card(index) => self.cards.get(index),
        }
    }

    /// Makes anew which places are lit up, if they are others.
    pub(super) fn light_up(&mut self, text: &str, layout: &Layout) {
        let current = match self.here {
            Some(Hit::Words(index)) => index,
            Some(Hit::Card(_)) | None => {
                self.search.found().partition_point(|span| span.start() < self.from)
            }
        };
        self.search.light_up(text, layout, current);
    }
}

/// The words that name who an attribution says it was.
pub(super) fn sources(own: &Annotation) -> impl Iterator<Item = Span> + '_ {
    let sources = own.attribution().map(|attribution| &attribution.source);
    sources.into_iter().flatten().flat_map(|source| source.fragments().iter().copied())
}
