//! A block: some paragraphs that the page keeps ready together, or leaves plain, and the cards of
//! what begins there.

use super::card::card_of;
use super::marks::marks_of;
use super::{BlockCards, BlockMarks, View};
use crate::document::check;
use crate::document::{Annotation, Document};
use crate::text::{Byte, Span};
use std::ops::Range;
use std::rc::Rc;

/// How much of a block is no longer as the document has it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stale {
    Nothing,
    Marks,
    Everything,
}

pub(super) struct Block {
    pub(super) paragraphs: Range<usize>,
    /// From its start to that of the next: what begins between the two belongs here.
    stretch: Range<Byte>,
    /// Whether the page wants the marks.
    pub(super) near: bool,
    /// Whether the page wants the cards.
    pub(super) listed: bool,
    pub(super) marks: Option<BlockMarks>,
    pub(super) cards: Option<BlockCards>,
    pub(super) count: usize,
    /// How many of its annotations may need a second look; `None` until they were looked at.
    pub(super) problems: Option<usize>,
    /// How many of them the filter shows, if there is one; `None` until they were held against it.
    pub(super) shown: Option<usize>,
    pub(super) stale: Stale,
}

impl Block {
    /// Makes a block of those of `paragraphs`.
    pub(super) fn of(own: Range<usize>, paragraphs: &[Span]) -> Self {
        let start_of = |at: usize| paragraphs.get(at).map(|paragraph| paragraph.start());
        let from = start_of(own.start).filter(|_| own.start > 0).unwrap_or(Byte(0));
        Block {
            stretch: from..start_of(own.end).unwrap_or(Byte(usize::MAX)),
            paragraphs: own,
            near: false,
            listed: false,
            marks: None,
            cards: None,
            count: 0,
            problems: None,
            shown: None,
            stale: Stale::Everything,
        }
    }

    /// The annotations that begin here.
    fn annotations<'d>(
        &self,
        document: &'d Document,
    ) -> impl Iterator<Item = &'d Annotation> + use<'d> {
        let end = self.stretch.end;
        let from = document.annotations().starting_from(self.stretch.start);
        from.take_while(move |own| own.target.hull().start() < end).map(Rc::as_ref)
    }

    /// Makes marks and cards where they are wanted and missing or stale.
    pub(super) fn refresh(
        &mut self,
        document: &Document,
        paragraphs: &[Span],
        listed: bool,
        view: &View,
    ) {
        let stale = std::mem::replace(&mut self.stale, Stale::Nothing);
        if stale == Stale::Everything {
            self.count = self.annotations(document).count();
            (self.problems, self.shown) = (None, None);
        }
        if !self.near {
            self.marks = None;
        } else if stale >= Stale::Marks || self.marks.is_none() {
            let own = paragraphs.get(self.paragraphs.clone()).unwrap_or_default().iter();
            let fresh = own.map(|span| marks_of(document, *span, view.numbered, view.hidden));
            self.marks = Some(renew(self.marks.take(), fresh));
        }
        if !listed {
            self.cards = None;
        } else if stale == Stale::Everything || self.cards.is_none() {
            let listed = self.annotations(document).filter(|own| {
                view.chosen.as_ref() == Some(&own.id)
                    || view.filter.shows(document, own, view.profile)
            });
            let fresh = listed.map(|own| card_of(document, own, view.profile));
            self.cards = Some(renew(self.cards.take(), fresh));
        }
    }

    /// Looks for what may need a second look, unless that is known; tells how many it looked at.
    pub(super) fn look(&mut self, document: &Document, view: &View) -> usize {
        if self.problems.is_some() {
            return 0;
        }
        let minded = |own: &&_| !check::check(document, own, view.profile).is_empty();
        self.problems = Some(match &self.cards {
            Some(cards) if !view.filter.is_on() => {
                cards.iter().filter(|own| own.problem.is_some()).count()
            }
            _ => self.annotations(document).filter(minded).count(),
        });
        self.count
    }

    /// Counts what the filter shows, unless that is known; tells how many it looked at.
    pub(super) fn sift(&mut self, document: &Document, view: &View) -> usize {
        if self.shown.is_some() || !view.filter.is_on() {
            return 0;
        }
        let shown = |own: &&_| view.filter.shows(document, own, view.profile);
        self.shown = Some(self.annotations(document).filter(shown).count());
        self.count
    }
}

/// Collects `fresh`, with the same `Rc` as before for what is equal at its place or beside it.
fn renew<T: PartialEq>(old: Option<Rc<[Rc<T>]>>, fresh: impl Iterator<Item = T>) -> Rc<[Rc<T>]> {
    let old = old.unwrap_or_default();
    let renewed: Rc<[Rc<T>]> = fresh
        .enumerate()
        .map(|(index, fresh)| {
            let around = index.saturating_sub(1)..=index + 1;
            let same = around.filter_map(|at| old.get(at)).find(|old| ***old == fresh);
            same.map_or_else(|| Rc::new(fresh), Rc::clone)
        })
        .collect();
    let unchanged = old.len() == renewed.len()
        && old.iter().zip(renewed.iter()).all(|(old, new)| Rc::ptr_eq(old, new));
    if unchanged { old } else { renewed }
}
