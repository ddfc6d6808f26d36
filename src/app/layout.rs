//! The layout: an article as paragraphs in blocks, with the marks and cards of each.
//!
//! A block is what the page keeps ready or leaves plain as one: only blocks near the view carry
//! marks and cards, and an edit makes anew only the paragraphs it touches. What did not change is
//! the same `Rc` as before, so the page can tell by its address.

mod card;
mod marks;

pub use card::Card;
pub use marks::{Layer, MarkedPiece, Marks};

use crate::document::check::{self, Profile};
use crate::document::{Annotation, Document, Edit};
use crate::text::{Byte, Span, paragraphs};
use card::card_of;
use marks::marks_of;
use std::ops::Range;
use std::rc::Rc;

/// Paragraphs in a block, unless they are long: two or three screens, so that little more is made
/// ready than what is near the view.
const BLOCK_PARAGRAPHS: usize = 12;
/// So few annotations have all their cards ready: whoever reads the list by ear hears it whole.
const FEW: usize = 200;
/// Annotations looked at in one refresh: many thousand take their time, and nobody shall wait.
const LOOKED_AT: usize = 500;
/// Bytes after which a block takes no further paragraph.
const BLOCK_BYTES: usize = 6 * 1024;

/// The marks of a block's paragraphs, in order.
pub type BlockMarks = Rc<[Rc<Marks>]>;
/// The cards of the annotations that begin in a block, in text order.
pub type BlockCards = Rc<[Rc<Card>]>;

/// An article as the page lays it out.
pub struct Layout {
    paragraphs: Rc<[Span]>,
    blocks: Vec<Block>,
    /// How often blocks came near the view or left it.
    nearness: usize,
    /// The block whose cards are wanted wherever the list stands: that of the chosen annotation.
    pinned: Option<usize>,
    /// Whether the sentences are numbered.
    numbered: bool,
    /// The convention the annotations are looked at by.
    profile: Profile,
}

struct Block {
    paragraphs: Range<usize>,
    /// Whether the page wants the marks.
    near: bool,
    /// Whether the page wants the cards.
    listed: bool,
    marks: Option<BlockMarks>,
    cards: Option<BlockCards>,
    cards_count: usize,
    /// How many of its annotations may need a second look; `None` until they were looked at.
    problems: Option<usize>,
    stale: bool,
}

impl Layout {
    /// Lays out `document`; only the first block is near yet.
    pub fn of(document: &Document) -> Self {
        let paragraphs: Rc<[Span]> = paragraphs(document.text()).collect();
        let mut blocks = Vec::new();
        let mut first = 0;
        let mut bytes = 0;
        for (index, paragraph) in paragraphs.iter().enumerate() {
            bytes += paragraph.len();
            let last = index + 1 == paragraphs.len();
            if last || bytes >= BLOCK_BYTES || index + 1 - first == BLOCK_PARAGRAPHS {
                blocks.push(Block::new(first..index + 1));
                (first, bytes) = (index + 1, 0);
            }
        }
        if let Some(first) = blocks.first_mut() {
            first.near = true;
        }
        let mut layout = Layout {
            paragraphs,
            blocks,
            nearness: 0,
            pinned: None,
            numbered: false,
            profile: Profile::default(),
        };
        layout.refresh(document);
        layout
    }

    /// Returns the paragraphs of the whole article.
    pub fn paragraphs(&self) -> &Rc<[Span]> {
        &self.paragraphs
    }

    /// Returns the paragraphs of every block, as ranges of their indices.
    pub fn blocks(&self) -> impl ExactSizeIterator<Item = Range<usize>> + '_ {
        self.blocks.iter().map(|block| block.paragraphs.clone())
    }

    /// Returns the marks of a block; `None` when it is not near.
    pub fn marks(&self, block: usize) -> Option<&BlockMarks> {
        self.blocks.get(block)?.marks.as_ref()
    }

    /// Returns the cards of a block; `None` when its part of the list is not near.
    pub fn cards(&self, block: usize) -> Option<&BlockCards> {
        self.blocks.get(block)?.cards.as_ref()
    }

    /// Returns how many annotations begin in a block.
    pub fn cards_count(&self, block: usize) -> usize {
        self.blocks.get(block).map_or(0, |block| block.cards_count)
    }

    /// Returns how many annotations may need a second look, once all were looked at.
    pub fn problems(&self) -> Option<usize> {
        self.blocks.iter().map(|block| block.problems).sum()
    }

    /// Returns the paragraph at or before `at`.
    pub fn paragraph_at(&self, at: Byte) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.start() <= at).saturating_sub(1)
    }

    /// Returns the block at or before `at`.
    pub fn block_at(&self, at: Byte) -> usize {
        let paragraph = self.paragraph_at(at);
        self.blocks.partition_point(|block| block.paragraphs.end <= paragraph)
    }

    /// Notes that a block came near the view or left it.
    pub fn bring_near(&mut self, block: usize, near: bool) {
        if let Some(block) = self.blocks.get_mut(block) {
            block.near = near;
            self.nearness += 1;
        }
    }

    /// Tells whether a block is near the view.
    pub fn is_near(&self, block: usize) -> bool {
        self.blocks.get(block).is_some_and(|block| block.near)
    }

    /// Returns how often blocks came near the view or left it.
    pub fn nearness(&self) -> usize {
        self.nearness
    }

    /// Notes that a block's part of the list came near the view or left it.
    pub fn list(&mut self, block: usize, listed: bool) {
        if let Some(block) = self.blocks.get_mut(block) {
            block.listed = listed;
        }
    }

    /// Notes whose block's cards are wanted wherever the list stands.
    pub fn pin(&mut self, at: Option<Byte>) {
        self.pinned = at.map(|at| self.block_at(at));
    }

    /// Tells whether the sentences are numbered.
    pub fn numbered(&self) -> bool {
        self.numbered
    }

    /// Shows or hides the numbers of the sentences.
    pub fn toggle_numbers(&mut self) {
        self.numbered = !self.numbered;
        self.touch_everything();
    }

    /// Returns the convention the annotations are looked at by.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// Looks at the annotations by another convention.
    pub fn set_profile(&mut self, profile: Profile) {
        self.profile = profile;
        self.touch_everything();
    }

    /// Notes what `edit` touches in `document`, with it or still without, for the next refresh.
    pub fn touch(&mut self, edit: &Edit, document: &Document) {
        match edit {
            Edit::Insert(annotation) | Edit::Remove(annotation) => {
                self.touch_all(annotation, document);
            }
            Edit::Change { before, after } => {
                self.touch_all(before, document);
                self.touch_all(after, document);
            }
            // Only the numbers of the sentences show where they are.
            Edit::Resplit { .. } if self.numbered => self.touch_everything(),
            // Cards name speakers.
            Edit::Register { .. } => self.touch_everything(),
            Edit::Describe { .. } | Edit::Resplit { .. } | Edit::Reject(_) | Edit::Unreject(_) => {}
        }
    }

    /// Notes that anything may have changed.
    pub fn touch_everything(&mut self) {
        for block in &mut self.blocks {
            block.stale = true;
        }
    }

    /// Cards show what an annotation is linked to, and what its neighbours do to it.
    fn touch_all(&mut self, annotation: &Annotation, document: &Document) {
        self.touch_one(annotation);
        for neighbour in check::neighbours(document, annotation) {
            self.touch_one(neighbour);
        }
    }

    fn touch_one(&mut self, annotation: &Annotation) {
        for fragment in annotation.target.fragments() {
            let (first, last) = (self.block_at(fragment.start()), self.block_at(fragment.end()));
            for block in self.blocks.iter_mut().take(last + 1).skip(first) {
                block.stale = true;
            }
        }
    }

    /// Makes marks and cards where they are wanted and missing or stale.
    pub fn refresh(&mut self, document: &Document) {
        let paragraphs = Rc::clone(&self.paragraphs);
        let (pinned, numbered, profile) = (self.pinned, self.numbered, self.profile);
        let few = document.annotations().len() <= FEW;
        let mut looked_at = 0;
        for (index, block) in self.blocks.iter_mut().enumerate() {
            if let Some(spans) = paragraphs.get(block.paragraphs.clone()) {
                let wanted = few || block.listed || pinned == Some(index);
                block.refresh(document, spans, wanted, numbered, profile);
                if block.problems.is_none() && looked_at < LOOKED_AT {
                    looked_at += block.cards_count;
                    let minded = |own: &&_| !check::check(document, own, profile).is_empty();
                    block.problems = Some(match &block.cards {
                        Some(cards) => cards.iter().filter(|own| own.problem.is_some()).count(),
                        None => beginning_in(document, spans).filter(minded).count(),
                    });
                }
            }
        }
    }
}

impl Block {
    fn new(paragraphs: Range<usize>) -> Self {
        Block {
            paragraphs,
            near: false,
            listed: false,
            marks: None,
            cards: None,
            cards_count: 0,
            problems: None,
            stale: true,
        }
    }

    fn refresh(
        &mut self,
        document: &Document,
        paragraphs: &[Span],
        listed: bool,
        numbered: bool,
        profile: Profile,
    ) {
        if self.stale {
            self.cards_count = beginning_in(document, paragraphs).count();
            self.problems = None;
        }
        if !self.near {
            self.marks = None;
        } else if self.stale || self.marks.is_none() {
            let fresh = paragraphs.iter().map(|span| marks_of(document, *span, numbered));
            self.marks = Some(renew(self.marks.take(), fresh));
        }
        if !listed {
            self.cards = None;
        } else if self.stale || self.cards.is_none() {
            let fresh =
                beginning_in(document, paragraphs).map(|own| card_of(document, own, profile));
            self.cards = Some(renew(self.cards.take(), fresh));
        }
        self.stale = false;
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

/// The annotations that begin in the stretch from the first to the last of `paragraphs`.
fn beginning_in<'d>(
    document: &'d Document,
    paragraphs: &[Span],
) -> impl Iterator<Item = &'d Annotation> {
    let stretch = paragraphs.first().zip(paragraphs.last());
    stretch.into_iter().flat_map(move |(first, last)| {
        let end = last.end();
        let from = document.annotations().starting_from(first.start());
        from.take_while(move |own| own.target.hull().start() < end).map(Rc::as_ref)
    })
}

#[cfg(test)]
mod tests;
