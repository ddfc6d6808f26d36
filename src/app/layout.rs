//! The layout: an article as paragraphs in blocks, with the marks and cards of each.
//!
//! A block is what the page keeps ready or leaves plain as one: only blocks near the view carry
//! marks and cards, and an edit makes anew only the paragraphs it touches. What did not change is
//! the same `Rc` as before, so the page can tell by its address.

mod block;
mod card;
mod marks;

pub use card::Card;
pub use marks::{Layer, MarkedPiece, Marks};

use super::filter::Filter;
use crate::document::check::{self, Profile};
use crate::document::{Annotation, AnnotationId, Document, Edit, Label};
use crate::text::{Byte, Span, paragraphs};
use block::{Block, Stale};
use std::ops::Range;
use std::rc::Rc;

/// Paragraphs in a block, unless they are long: two or three screens, so that little more is made
/// ready than what is near the view.
const BLOCK_PARAGRAPHS: usize = 12;
/// So few annotations have all their cards ready: whoever reads the list by ear hears it whole.
const FEW: usize = 200;
/// Annotations looked at in one refresh: many thousand take their time, and nobody shall wait.
const LOOKED_AT: usize = 500;
/// Annotations held against the filter in one refresh, for the same reason.
const SIFTED: usize = 4_000;
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
    view: View,
}

/// How an article is looked at.
#[derive(Default)]
struct View {
    /// Whether the sentences are numbered.
    numbered: bool,
    /// The labels whose marks are not seen, in the order of [`Label::ALL`].
    hidden: [bool; Label::ALL.len()],
    /// The convention the annotations are looked at by.
    profile: Profile,
    /// Which annotations have cards …
    filter: Filter,
    /// … beside the chosen one, which always has one.
    chosen: Option<AnnotationId>,
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
                blocks.push(Block::of(first..index + 1, &paragraphs));
                (first, bytes) = (index + 1, 0);
            }
        }
        if let Some(first) = blocks.first_mut() {
            first.near = true;
        }
        let mut layout =
            Layout { paragraphs, blocks, nearness: 0, pinned: None, view: View::default() };
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

    /// Returns how many annotations that begin in a block have cards, as far as is known.
    pub fn cards_count(&self, block: usize) -> usize {
        self.blocks.get(block).map_or(0, |block| match &block.cards {
            Some(cards) => cards.len(),
            None => block.shown.unwrap_or(block.count),
        })
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

    /// Notes the chosen annotation: the cards of its block are wanted wherever the list stands.
    pub fn pin(&mut self, chosen: Option<&Annotation>) {
        let pinned = chosen.map(|own| self.block_at(own.target.hull().start()));
        let id = chosen.map(|own| &own.id);
        if self.view.chosen.as_ref() != id {
            if self.view.filter.is_on() {
                // What the filter hides has a card only as long as it is chosen.
                let both = [self.pinned, pinned].into_iter().flatten();
                both.for_each(|at| self.touch_block(at));
            }
            self.view.chosen = id.cloned();
        }
        self.pinned = pinned;
    }

    /// Tells whether the sentences are numbered.
    pub fn numbered(&self) -> bool {
        self.view.numbered
    }

    /// Shows or hides the numbers of the sentences.
    pub fn toggle_numbers(&mut self) {
        self.view.numbered = !self.view.numbered;
        self.repaint();
    }

    /// Returns the labels whose marks are not seen, in the order of [`Label::ALL`].
    pub fn hidden(&self) -> [bool; Label::ALL.len()] {
        self.view.hidden
    }

    /// Hides the marks of a label or shows them; tells whether they are hidden now.
    pub fn toggle_label(&mut self, label: Label) -> bool {
        let hidden = &mut self.view.hidden[label as usize];
        *hidden = !*hidden;
        let now = *hidden;
        self.repaint();
        now
    }

    /// Returns the convention the annotations are looked at by.
    pub fn profile(&self) -> Profile {
        self.view.profile
    }

    /// Looks at the annotations by another convention.
    pub fn set_profile(&mut self, profile: Profile) {
        self.view.profile = profile;
        self.touch_everything();
    }

    /// Returns what decides which annotations have cards.
    pub fn filter(&self) -> &Filter {
        &self.view.filter
    }

    /// Changes which annotations have cards.
    pub(super) fn sift(&mut self, change: impl FnOnce(&mut Filter)) {
        change(&mut self.view.filter);
        for block in &mut self.blocks {
            (block.shown, block.cards) = (None, None);
        }
    }

    /// Returns how many annotations the filter shows, once all were held against it.
    pub fn shown(&self) -> Option<usize> {
        self.blocks.iter().map(|block| block.shown).sum()
    }

    /// Tells whether the filter shows an annotation. Costs next to nothing where it shows none.
    pub fn shows(&self, document: &Document, own: &Annotation) -> bool {
        let block = || self.blocks.get(self.block_at(own.target.hull().start()));
        !self.view.filter.is_on()
            || block().is_some_and(|block| block.shown != Some(0))
                && self.view.filter.shows(document, own, self.view.profile)
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
            Edit::Resplit { .. } if self.view.numbered => self.touch_everything(),
            // Cards name speakers.
            Edit::Register { .. } => self.touch_everything(),
            Edit::Describe { .. } | Edit::Resplit { .. } | Edit::Reject(_) | Edit::Unreject(_) => {}
        }
    }

    /// Notes that anything may have changed.
    pub fn touch_everything(&mut self) {
        (0..self.blocks.len()).for_each(|at| self.touch_block(at));
    }

    fn touch_block(&mut self, at: usize) {
        if let Some(block) = self.blocks.get_mut(at) {
            block.stale = Stale::Everything;
        }
    }

    /// Notes that all marks look otherwise.
    fn repaint(&mut self) {
        for block in &mut self.blocks {
            block.stale = block.stale.max(Stale::Marks);
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
            (first..=last).for_each(|at| self.touch_block(at));
        }
    }

    /// Makes marks and cards where they are wanted and missing or stale, and looks at some more of
    /// what was not looked at yet.
    pub fn refresh(&mut self, document: &Document) {
        let few = document.annotations().len() <= FEW;
        let (mut looked_at, mut sifted) = (0, 0);
        for (index, block) in self.blocks.iter_mut().enumerate() {
            let listed = few || block.listed || self.pinned == Some(index);
            block.refresh(document, &self.paragraphs, listed, &self.view);
            if looked_at < LOOKED_AT {
                looked_at += block.look(document, &self.view);
            }
            if sifted < SIFTED {
                sifted += block.sift(document, &self.view);
            }
        }
    }
}

#[cfg(test)]
mod tests;
