//! Finding: what the find bar seeks, what it has found in the text and on the cards, and which of
//! that is looked at.

use super::layout::Layout;
use super::search::{Search, Sought};
use crate::document::{Annotation, AnnotationId, Annotations, Document, SpeakerId};
use crate::text::{Byte, Case, Finder, Misfit, Pattern, Span, Way};
use std::cmp::Reverse;

/// What looking at an annotation costs, in bytes of text.
const LOOK: usize = 64;

/// How words are sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Switch {
    /// Capitals count.
    Case,
    /// Only whole words are found.
    Whole,
    /// What is sought is a regular expression.
    Pattern,
}

impl Switch {
    /// All of them.
    pub const ALL: [Switch; 3] = [Switch::Case, Switch::Whole, Switch::Pattern];

    /// Returns the name by which the page knows it.
    pub fn name(self) -> &'static str {
        match self {
            Switch::Case => "case",
            Switch::Whole => "whole",
            Switch::Pattern => "pattern",
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
    /// Whether what is sought is a regular expression.
    pub(super) expression: bool,
    /// Why it is none.
    pub(super) misfit: Option<Misfit>,
    pub(super) search: Search,
    cards: Vec<CardHit>,
    /// How far the annotations have been looked through.
    looked: Looked,
    /// The speakers whose names fit, in order.
    speakers: Vec<SpeakerId>,
    /// The hit that is looked at.
    here: Option<Hit>,
    /// Where a step leads that has to wait until more is read.
    wanted: Option<Way>,
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
            expression: false,
            misfit: None,
            search: Search::of(Sought::Words(Finder::of("", Case::Ignored)), false, 0),
            cards: Vec::new(),
            looked: Looked::nothing_of(0),
            speakers: Vec::new(),
            here: None,
            wanted: None,
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
            Switch::Pattern => self.expression,
        }
    }

    /// Seeks anew, from where the last search began.
    pub(super) fn seek(&mut self, document: &Document, layout: &Layout, revision: usize) {
        let words = || Sought::Words(Finder::of(&self.pattern, self.case));
        let sought = match self.expression {
            true => Pattern::of(&self.pattern, self.case).map(Sought::Pattern),
            false => Ok(words()),
        };
        self.misfit = sought.as_ref().err().copied();
        let first = layout.paragraph_at(self.from);
        self.search = Search::of(sought.unwrap_or_else(|_| words()), self.whole, first);
        (self.here, self.wanted) = (None, None);
        self.look_again(document, revision);
    }

    fn look_again(&mut self, document: &Document, revision: usize) {
        self.cards.clear();
        self.looked = Looked::nothing_of(revision);
        let named = document.speakers().iter().filter(|own| self.search.is_in(&own.name));
        self.speakers = named.map(|own| own.id.clone()).collect();
        self.speakers.sort_unstable();
    }

    /// Looks through a slice more of text and cards. Tells whether a hit has come to be looked at.
    pub(super) fn go_on(&mut self, document: &Document, layout: &Layout) -> bool {
        if !self.search.is_done(layout.paragraphs()) {
            let put = self.search.go_on(document.text(), layout.paragraphs());
            if let Some(Hit::Words(index)) = &mut self.here {
                *index += put;
            }
        } else if !self.looked.done {
            self.look(document);
        }
        if self.here.is_none() { self.arrive(layout) } else { self.go(layout) }
    }

    /// Looks at the first hit from where the search began, or round the end.
    fn arrive(&mut self, layout: &Layout) -> bool {
        let words = self.search.found().partition_point(|span| span.start() < self.from);
        let first = words + self.cards.partition_point(|card| card.at < self.from);
        let round = self.search.is_round(layout.paragraphs());
        let known = first < self.len() || round || self.is_done(layout);
        if self.len() > 0 && known {
            self.here = self.nth(first % self.len());
            self.wanted = None;
        }
        self.here.is_some()
    }

    /// Tells whether everything has been looked through.
    pub(super) fn is_done(&self, layout: &Layout) -> bool {
        let nothing = self.pattern.is_empty() || self.misfit.is_some();
        nothing || (self.looked.done && self.search.is_done(layout.paragraphs()))
    }

    fn look(&mut self, document: &Document) {
        let mut left = self.search.slice();
        let mut last = None;
        let mut behind = document.annotations().after(&self.looked.last);
        while left > 0 {
            let Some(own) = behind.next() else {
                self.looked.done = true;
                break;
            };
            (left, last) = (left.saturating_sub(LOOK + own.note.len()), Some(own));
            if let Some(spot) = self.spot(own) {
                let at = own.target.hull().start();
                self.cards.push(CardHit { at, id: own.id.clone(), spot });
            }
        }
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
        let named = own.speaker().is_some_and(|id| self.speakers.binary_search(id).is_ok());
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

    /// Looks at the next hit, or the one before, round the ends, as soon as that is known. Cards that
    /// have changed since they were looked through are looked through again.
    pub(super) fn step(&mut self, document: &Document, layout: &Layout, revision: usize, way: Way) {
        if self.looked.revision != revision {
            if let Some(card) = self.card() {
                (self.from, self.here) = (card.at, None);
            }
            self.look_again(document, revision);
        }
        self.wanted = Some(way);
        // Text and cards of an article of usual length.
        for _ in 0..2 {
            if !self.is_done(layout) {
                self.go_on(document, layout);
            }
        }
        self.go(layout);
    }

    /// Takes the step that is wanted, if it is known where it leads. Tells whether it was taken.
    fn go(&mut self, layout: &Layout) -> bool {
        let Some((way, here)) = self.wanted.zip(self.here) else {
            return false;
        };
        let count = self.len();
        let next = if self.is_done(layout) {
            let step = if way == Way::Ahead { 1 } else { count.saturating_sub(1) };
            self.rank().and_then(|rank| self.nth((rank + step) % count))
        } else {
            // From where the reading began, what has been found is all there is.
            let Hit::Words(at) = here else { return false };
            let step = if way == Way::Ahead { at.checked_add(1) } else { at.checked_sub(1) };
            let known = self.search.before()..self.search.found().len();
            let next = step.filter(|next| known.contains(next) && known.contains(&at));
            next.map(Hit::Words)
        };
        if next.is_none() {
            return false;
        }
        (self.here, self.wanted) = (next, None);
        // What is typed on refines what is looked at.
        let at = self.words().map(Span::start).or(self.card().map(|card| card.at));
        self.from = at.unwrap_or(self.from);
        true
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
