//! Suggesting: what the engine proposes for the open article, which of it is still open, and which
//! one the user is at.
//!
//! Nothing of it is kept: it follows from text and sentences, and is found anew whenever these are
//! others, a slice at a time. What is kept is what was turned down, by the document. An edit makes
//! only the suggestions near it be looked at again.

use super::accepting::{hull, is_covered};
use super::msg::Place;
use super::session::Session;
use super::settings::Suggestions;
use crate::document::{Document, Edit, Label, Rejection, Sentence, register};
use crate::suggest::{Confidence, Kind, Search, Suggestion};
use crate::text::{Byte, Language, Span, Way};
use std::rc::Rc;

/// How much text is searched before the page is shown again, in bytes.
const SLICE: usize = 12 * 1024;

/// So many changes at once let all be looked at again, once.
const MANY: usize = 64;

/// What a stretch of a suggestion is, so that each is drawn in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Words in quote marks that were said.
    Quote,
    /// Words of the writer that tell what was said.
    Claim,
    /// Who said it.
    Source,
    /// That it was said.
    Cue,
}

/// Stretches of the page, each with what it is.
pub type Hints = Rc<[(Hint, Place, Place)]>;

/// Something the user can accept or turn down as one: a statement, and what goes on with it.
pub(super) struct Item {
    /// The suggestions, of which the first is the statement.
    pub(super) parts: Vec<Suggestion>,
    /// Contents and cues together.
    reach: Span,
    /// Whether the article does not say so yet, and nobody turned it down.
    open: bool,
}

/// What is suggested for an article.
#[derive(Default)]
pub(super) struct Suggesting {
    /// Which are shown.
    shown: Suggestions,
    /// What is searched.
    subject: Option<(Rc<[Sentence]>, Language)>,
    /// The search while it lasts.
    search: Option<Search>,
    /// Whether the next slice was asked for.
    asked: bool,
    items: List,
    /// What a search finds that began while others were shown, until it has ended.
    next: Option<List>,
    /// Where annotations have changed.
    stale: Vec<Span>,
    /// How many are open, by confidence.
    open: [usize; 3],
    /// The one the user is at, and where the caret stood then.
    at: Option<(usize, Byte)>,
    /// Where the caret stood when the user was done with suggestions.
    left: Option<Byte>,
    near: Vec<usize>,
    drawn: Hints,
    redraw: bool,
}

/// Suggestions in text order.
#[derive(Default)]
struct List {
    items: Vec<Item>,
    /// The item of each suggestion of the search.
    places: Vec<usize>,
    /// How far any of them reaches to either side of its start, in bytes.
    spread: usize,
}

impl Item {
    fn of(first: Suggestion) -> Option<Item> {
        let reach = hull(first.contents.iter().chain(&first.cue))?;
        Some(Item { parts: vec![first], reach, open: false })
    }

    /// Where it starts in text order.
    pub(super) fn start(&self) -> Byte {
        self.parts[0].contents[0].start()
    }

    pub(super) fn confidence(&self) -> Confidence {
        self.parts[0].confidence
    }

    /// Returns what is written down when it is turned down.
    pub(super) fn rejection(&self) -> Rejection {
        let first = &self.parts[0];
        let span = hull(&first.contents).unwrap_or(self.reach);
        Rejection { span, rule: first.rule.clone() }
    }

    /// Returns the label that its first content would get.
    pub(super) fn label(&self) -> Label {
        label_of(&self.parts[0])
    }

    /// Returns the parts that the article does not say yet.
    pub(super) fn left<'i>(&'i self, document: &Document) -> Vec<&'i Suggestion> {
        self.parts.iter().filter(|part| !is_covered(document, part)).collect()
    }

    /// Returns its stretches, each with what it is.
    pub(super) fn stretches<'i>(
        &'i self,
        document: &Document,
    ) -> impl Iterator<Item = (Hint, Span)> + use<'i> {
        self.left(document).into_iter().flat_map(|part| {
            let content = if part.kind == Kind::Direct { Hint::Quote } else { Hint::Claim };
            let all = |hint, spans: &'i [Span]| spans.iter().map(move |span| (hint, *span));
            let named = all(Hint::Source, &part.source).chain(all(Hint::Cue, &part.cue));
            all(content, &part.contents).chain(named)
        })
    }
}

/// Returns the label of what a suggestion says was said.
pub(super) fn label_of(suggestion: &Suggestion) -> Label {
    if suggestion.kind == Kind::Direct { Label::Quote } else { Label::Claim }
}

impl List {
    /// Takes over what `search` has found since the last time; returns the number of the first
    /// item that is another now.
    fn take_over(&mut self, search: &Search) -> usize {
        let (from, mut changed) = (self.places.len(), self.items.len());
        for found in search.found().iter().skip(from) {
            let head = found.continues.and_then(|head| self.places.get(head).copied());
            let whole = hull(found.contents.iter().chain(&found.cue));
            let place = match (head.and_then(|at| Some((at, self.items.get_mut(at)?))), whole) {
                (Some((at, item)), Some(whole)) => {
                    item.reach = item.reach.hull(whole);
                    item.parts.push(found.clone());
                    at
                }
                _ => {
                    self.items.extend(Item::of(found.clone()));
                    self.items.len().saturating_sub(1)
                }
            };
            self.places.push(place);
            changed = changed.min(place);
            if let Some(item) = self.items.get(place) {
                let (start, reach) = (item.start().0, item.reach);
                let spread = (reach.end().0 - start).max(start - reach.start().0);
                self.spread = self.spread.max(spread);
            }
        }
        changed
    }

    /// The numbers of those that may have words from `start` to `end`.
    fn around(&self, start: Byte, end: Byte) -> std::ops::Range<usize> {
        let from = start.0.saturating_sub(self.spread);
        let first = self.items.partition_point(|item| item.start().0 < from);
        let last = self.items.partition_point(|item| item.start().0 <= end.0 + self.spread);
        first..last
    }
}

impl Suggesting {
    /// Notes what `edit` changes, for the next refresh.
    pub(super) fn touch(&mut self, edit: &Edit) {
        match edit {
            Edit::Insert(own) | Edit::Remove(own) => self.stale.push(own.target.hull()),
            Edit::Change { before, after } => {
                self.stale.extend([before.target.hull(), after.target.hull()]);
            }
            Edit::Reject(own) | Edit::Unreject(own) => self.stale.push(own.span),
            Edit::Describe { .. } | Edit::Resplit { .. } | Edit::Register { .. } => {}
        }
    }

    /// Notes that the next slice is due.
    pub(super) fn due(&mut self) {
        self.asked = false;
    }

    /// Makes suggestions agree with `session`; tells whether a slice is to be asked for.
    pub(super) fn refresh(&mut self, session: &Session, shown: Suggestions) -> bool {
        let document = session.document();
        if shown == Suggestions::Off {
            *self = Suggesting { shown, ..Suggesting::default() };
            return false;
        }
        self.redraw |= self.shown != shown;
        self.shown = shown;
        let language = Language::from_tag(&document.metadata().language);
        let same = |(sentences, of): &(Rc<[Sentence]>, Language)| {
            Rc::ptr_eq(sentences, document.sentences()) && *of == language
        };
        if !self.subject.as_ref().is_some_and(same) {
            self.next = (!self.items.items.is_empty()).then(List::default);
            self.search = Some(Search::new(language));
            self.subject = Some((Rc::clone(document.sentences()), language));
        }
        self.look_again(document);
        if !self.asked {
            self.search_on(document);
        }
        let passed = |at: Byte| session.caret() != Some(at);
        let gone = session.chosen().is_some() || session.selection().is_some();
        self.at.take_if(|(at, caret)| {
            gone || passed(*caret) || !self.items.items.get(*at).is_some_and(|own| own.open)
        });
        self.left.take_if(|caret| passed(*caret));
        self.draw(session);
        let ask = self.search.is_some() && !self.asked;
        self.asked |= ask;
        ask
    }

    /// Searches the next slice.
    fn search_on(&mut self, document: &Document) {
        let Some(search) = &mut self.search else { return };
        let sentences = document.sentences();
        let sentence = |at: usize| sentences.get(at).map(|own| own.span);
        let more = search.step(document.text(), &sentence, SLICE);
        let list = self.next.as_mut().unwrap_or(&mut self.items);
        let changed = list.take_over(search);
        if !more {
            self.search = None;
        }
        match self.next.take_if(|_| !more) {
            Some(next) => {
                (self.items, self.at, self.open) = (next, None, [0; 3]);
                self.judge(document, 0..self.items.items.len());
            }
            None if self.next.is_none() => self.judge(document, changed..self.items.items.len()),
            None => {}
        }
    }

    /// Looks again at those beside which annotations have changed.
    fn look_again(&mut self, document: &Document) {
        if self.stale.len() > MANY {
            self.touch_everything(document);
        }
        for span in std::mem::take(&mut self.stale) {
            let around = self.items.around(span.start(), span.end());
            self.judge(document, around);
        }
    }

    /// Notes that anything may have changed.
    pub(super) fn touch_everything(&mut self, document: &Document) {
        self.stale.clear();
        self.stale.extend(Span::new(document.text(), Byte(0), Byte(document.text().len())));
    }

    /// Finds out which of these are open.
    fn judge(&mut self, document: &Document, numbers: std::ops::Range<usize>) {
        for item in self.items.items.get_mut(numbers).unwrap_or_default() {
            let own = item.rejection();
            let rejected = register::is_rejected(document, own.span, &own.rule);
            let open = !rejected && !item.left(document).is_empty();
            let count = &mut self.open[item.confidence() as usize];
            match (item.open, open) {
                (false, true) => *count += 1,
                (true, false) => *count = count.saturating_sub(1),
                _ => {}
            }
            item.open = open;
            self.redraw = true;
        }
    }

    /// Finds the stretches that are drawn near the view.
    fn draw(&mut self, session: &Session) {
        let layout = session.layout();
        let near: Vec<usize> =
            (0..layout.blocks().len()).filter(|block| layout.marks(*block).is_some()).collect();
        if !self.redraw && near == self.near {
            return;
        }
        let mut drawn = Vec::new();
        let mut done = 0;
        let blocks: Vec<_> = layout.blocks().collect();
        for &block in &near {
            let paragraphs = blocks.get(block).and_then(|own| layout.paragraphs().get(own.clone()));
            let ends = paragraphs.and_then(|own| own.first().zip(own.last()));
            let Some((first, last)) = ends else { continue };
            let around = self.items.around(first.start(), last.end());
            // One that reaches into two blocks is drawn once.
            for number in around.start.max(done)..around.end {
                let item = self.items.items.get(number).filter(|item| self.shows(item));
                let stretches = item.into_iter().flat_map(|own| own.stretches(session.document()));
                drawn.extend(stretches.filter_map(|(hint, span)| {
                    session.places(span).map(|(start, end)| (hint, start, end))
                }));
            }
            done = done.max(around.end);
        }
        (self.near, self.drawn, self.redraw) = (near, drawn.into(), false);
    }

    /// Tells whether an item is open and of those that are shown.
    fn shows(&self, item: &Item) -> bool {
        item.open && (self.shown == Suggestions::All || item.confidence() == Confidence::Sure)
    }

    /// Returns the stretches that are drawn near the view.
    pub(super) fn drawn(&self) -> &Hints {
        &self.drawn
    }

    /// Returns how many are open and sure, and how many are open beside these.
    pub(super) fn counts(&self) -> (usize, usize) {
        let [sure, likely, weak] = self.open;
        (sure, likely + weak)
    }

    /// Returns which are shown.
    pub(super) fn shown(&self) -> Suggestions {
        self.shown
    }

    /// Returns the one the user is at.
    pub(super) fn focused(&self) -> Option<&Item> {
        self.items.items.get(self.at?.0)
    }

    /// Returns all that are open and sure, in text order.
    pub(super) fn sure(&self) -> impl Iterator<Item = &Item> {
        let sure = |item: &&Item| item.open && item.confidence() == Confidence::Sure;
        self.items.items.iter().filter(sure)
    }

    /// Returns the number of the next one to go to from the one the user is at, or from the caret.
    pub(super) fn next(&self, caret: Option<Byte>, way: Way) -> Option<usize> {
        if caret.is_some() && caret == self.left {
            return None;
        }
        let items = &self.items.items;
        let caret = caret.unwrap_or(Byte(0));
        let shown = |at: &usize| self.shows(&items[*at]);
        match (way, self.at) {
            (Way::Ahead, Some((at, _))) => (at + 1..items.len()).find(shown),
            (Way::Back, Some((at, _))) => (0..at).rev().find(shown),
            (Way::Ahead, None) => {
                let from = items.partition_point(|item| item.start() < caret);
                (from..items.len()).find(shown)
            }
            (Way::Back, None) => {
                (0..items.partition_point(|item| item.start() < caret)).rev().find(shown)
            }
        }
    }

    /// Returns the number of the smallest one that is drawn at `at`.
    pub(super) fn number_at(&self, document: &Document, at: Byte) -> Option<usize> {
        let drawn = self.items.around(at, at).filter_map(|number| {
            let item = self.items.items.get(number).filter(|item| self.shows(item))?;
            let holds =
                item.stretches(document).any(|(_, own)| own.start() <= at && at < own.end());
            holds.then_some((item.reach.len(), number))
        });
        drawn.min().map(|(_, number)| number)
    }

    /// Goes to the one of that number, where the caret is or now comes to stand at `caret`.
    pub(super) fn go_to(&mut self, number: usize, caret: Byte) {
        (self.at, self.left) = (Some((number, caret)), None);
    }

    /// Returns where the one of that number starts.
    pub(super) fn start_of(&self, number: usize) -> Option<Byte> {
        self.items.items.get(number).map(Item::start)
    }

    /// Is done with suggestions, until the caret moves; tells whether the user was at one.
    pub(super) fn leave(&mut self, caret: Option<Byte>) -> bool {
        self.left = caret;
        self.at.take().is_some()
    }

    /// Is at suggestions again.
    pub(super) fn enter(&mut self) {
        self.left = None;
    }
}
