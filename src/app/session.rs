//! A session: one open article, what is selected and chosen in it, and how it is changed.

mod searching;

use super::alike::Alike;
use super::cursor::{Cursor, Hand};
use super::effect::Effect;
use super::find::Find;
use super::keeping::Keeping;
use super::layout::Layout;
use super::msg::{Place, Role};
use super::said::Said;
use super::settings::Suggestions;
use super::shelf::{StorageError, Stored};
use super::suggesting::Suggesting;
use crate::document::{
    Annotation, AnnotationId, Document, Edit, EditError, History, Step, Target, Timestamp,
};
use crate::format::ascribe;
use crate::text::{Byte, Ruler, Span, Utf16, Way, step_character};

/// One open article.
pub struct Session {
    document: Document,
    history: History,
    layout: Layout,
    keeping: Keeping,
    /// What the engine proposes.
    pub(super) suggesting: Suggesting,
    /// Whether this tab may change the article.
    pub(super) role: Role,
    /// The caret, or the selection it ends.
    cursor: Option<Cursor>,
    /// What moved it last.
    hand: Hand,
    /// What is to be said of it.
    pub(super) said: Said,
    /// The chosen annotation.
    pub(super) chosen: Option<AnnotationId>,
    /// The annotation a link has been started from.
    pub(super) linking: Option<AnnotationId>,
    /// An annotation of which an edge is being dragged, and what it would be about.
    pub(super) dragged: Option<(AnnotationId, Target)>,
    /// The find bar.
    find: Find,
    /// The selected words, and where else they stand.
    alike: Option<Alike>,
    /// How often another selection was made.
    selections: usize,
    /// Whether the browser was asked to let the searches go on.
    searching: bool,
    /// How often the document was changed.
    revision: usize,
    /// Whether the whole list is open on a narrow page.
    pub(super) list_open: bool,
    /// Whether its filter is being set.
    pub(super) filter_open: bool,
    /// What the last step did, which the next one of its kind continues.
    open: Joined,
}

/// What a step does to the step before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joined {
    /// It stands alone.
    Alone,
    /// It continues the typing before it.
    Typing,
    /// It moves an edge further that was moved before it.
    Moving,
}

impl Session {
    /// Opens an article that is not kept yet.
    pub fn of_new(document: Document) -> Self {
        Session::of(document, History::default(), Keeping::of_new())
    }

    /// Opens an article as it was kept, with its history.
    ///
    /// # Errors
    /// [`StorageError::Failed`] when what is kept does not fit together.
    pub fn of_stored(stored: Stored) -> Result<Self, StorageError> {
        let broken = |reason: String| StorageError::Failed(reason);
        let (mut document, _) =
            ascribe::read(&stored.file).map_err(|error| broken(error.to_string()))?;
        let mut history = History::default();
        history
            .follow(&mut document, 0, stored.steps, stored.entry.head)
            .map_err(|error| broken(error.to_string()))?;
        Ok(Session::of(document, history, Keeping::of_kept()))
    }

    fn of(document: Document, history: History, keeping: Keeping) -> Self {
        Session {
            layout: Layout::of(&document),
            document,
            history,
            keeping,
            suggesting: Suggesting::default(),
            role: Role::Writer,
            cursor: None,
            hand: Hand::Pointer,
            said: Said::Nothing,
            chosen: None,
            linking: None,
            dragged: None,
            find: Find::default(),
            alike: None,
            selections: 0,
            searching: false,
            revision: 0,
            list_open: false,
            filter_open: false,
            open: Joined::Alone,
        }
    }

    /// Returns the document in its present state.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Returns every step since the article was made or opened.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// Returns the article as the page lays it out.
    pub fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Returns the layout, to be told what is near the view.
    pub fn layout_mut(&mut self) -> &mut Layout {
        &mut self.layout
    }

    /// Returns what is still to be kept.
    pub fn keeping(&self) -> &Keeping {
        &self.keeping
    }

    /// Returns what is still to be kept, to be told how a write ended.
    pub fn keeping_mut(&mut self) -> &mut Keeping {
        &mut self.keeping
    }

    /// Returns the chosen annotation.
    pub fn chosen(&self) -> Option<&Annotation> {
        self.document.annotations().get(self.chosen.as_ref()?).map(AsRef::as_ref)
    }

    /// Carries out `edits` as one step.
    ///
    /// # Errors
    /// [`EditError`] when one does not fit; nothing is changed then.
    pub fn take(
        &mut self,
        edits: Vec<Edit>,
        joined: Joined,
        at: &Timestamp,
    ) -> Result<(), EditError> {
        touch(&mut self.layout, &mut self.suggesting, &self.document, &edits);
        let step = Step { edits, at: at.clone() };
        if joined != Joined::Alone && self.open == joined {
            self.history.amend(&mut self.document, step)?;
        } else {
            self.history.take(&mut self.document, step)?;
        }
        self.open = joined;
        self.revision += 1;
        self.keeping.steps_changed(self.history.head() - 1);
        Ok(())
    }

    /// Closes the step that a next one of its kind would continue.
    pub fn close_step(&mut self) {
        self.open = Joined::Alone;
    }

    /// Returns the caret and where its selection began.
    pub(super) fn cursor(&self) -> Option<Cursor> {
        self.cursor
    }

    /// Returns the selected words.
    pub fn selection(&self) -> Option<Span> {
        self.cursor?.selection(self.document.text())
    }

    /// Returns where the caret stands: where the article was last clicked, or keys have led it.
    pub fn caret(&self) -> Option<Byte> {
        self.cursor.map(|cursor| cursor.head)
    }

    /// Returns the places of the page at which the selection began and the caret stands.
    pub fn ends(&self) -> Option<(Place, Place)> {
        let cursor = self.cursor?;
        self.place(cursor.anchor).zip(self.place(cursor.head))
    }

    /// Tells whether keys moved the caret last.
    pub fn is_led_by_keys(&self) -> bool {
        self.hand == Hand::Keys
    }

    /// Puts the caret, with its selection, where `hand` has led it.
    pub(super) fn set_cursor(&mut self, cursor: Cursor, hand: Hand) {
        self.close_step();
        (self.cursor, self.hand) = (Some(cursor), hand);
    }

    /// Lets go of the selection; the caret stays. Some browsers tell of every letter typed into a
    /// field as of a selection that was cleared: then nothing changes.
    pub(super) fn collapse(&mut self) {
        if self.selection().is_some() {
            self.close_step();
        }
        self.cursor = self.cursor.map(|cursor| Cursor::at(cursor.head));
    }

    /// Returns the annotations seen at a gap, in text order: those over the character behind it, or
    /// else over the one before it.
    pub fn annotations_at(&self, at: Byte) -> Vec<&Annotation> {
        let text = self.document.text();
        let around = [
            Span::new(text, at, step_character(text, at, Way::Ahead)),
            Span::new(text, step_character(text, at, Way::Back), at),
        ];
        let touching = |span: Span| self.document.annotations().touching(span);
        let found = around.into_iter().flatten().map(touching).find(|found| !found.is_empty());
        let hidden = self.layout.hidden();
        let found = found.unwrap_or_default().into_iter().map(AsRef::as_ref);
        found.filter(|own: &&Annotation| !hidden[own.label() as usize]).collect()
    }

    /// Undoes the last step; tells whether there was one.
    ///
    /// # Errors
    /// [`EditError`] when it does not fit; nothing is changed then.
    pub fn undo(&mut self) -> Result<bool, EditError> {
        let undone = self.history.undo(&mut self.document)?;
        let moved = undone.is_some();
        let edits = undone.iter().flat_map(|step| &step.edits);
        touch(&mut self.layout, &mut self.suggesting, &self.document, edits);
        self.moved(moved);
        Ok(moved)
    }

    /// Does the first undone step again; tells whether there was one.
    ///
    /// # Errors
    /// [`EditError`] when it does not fit; nothing is changed then.
    pub fn redo(&mut self) -> Result<bool, EditError> {
        let redone = self.history.redo(&mut self.document)?;
        let moved = redone.is_some();
        let edits = redone.iter().flat_map(|step| &step.edits);
        touch(&mut self.layout, &mut self.suggesting, &self.document, edits);
        self.moved(moved);
        Ok(moved)
    }

    fn moved(&mut self, moved: bool) {
        self.close_step();
        self.revision += 1;
        if moved {
            self.keeping.head_moved();
        }
    }

    /// Takes over what another tab did: its steps from `from` on, of which `head` hold in all.
    ///
    /// # Errors
    /// [`EditError`] when they do not continue this state.
    pub fn follow(&mut self, from: usize, steps: Vec<Step>, head: usize) -> Result<(), EditError> {
        self.layout.touch_everything();
        self.suggesting.touch_everything(&self.document);
        self.close_step();
        self.revision += 1;
        self.history.follow(&mut self.document, from, steps, head)
    }

    /// Makes what the page shows agree with the document, and asks for what is to be kept.
    pub fn settle(&mut self) -> Option<Effect> {
        let annotations = self.document.annotations();
        self.chosen.take_if(|id| annotations.get(id).is_none());
        self.linking.take_if(|id| annotations.get(id).is_none());
        let chosen = self.chosen.as_ref().and_then(|id| annotations.get(id));
        self.layout.pin(chosen.map(AsRef::as_ref));
        self.layout.refresh(&self.document);
        match self.role {
            Role::Writer => self.keeping.next(&self.document, &self.history),
            Role::Follower | Role::Joining => None,
        }
    }

    /// Makes the suggestions agree with text and annotations, and asks for time for the rest.
    pub(super) fn suggest(&mut self, shown: Suggestions) -> Option<Effect> {
        let mut own = std::mem::take(&mut self.suggesting);
        let ask = own.refresh(self, shown);
        self.suggesting = own;
        ask.then_some(Effect::Suggest)
    }

    /// Returns the offset of a place of the page; one behind its paragraph counts as its end.
    pub fn byte(&self, place: Place) -> Option<Byte> {
        let paragraph = self.layout.paragraphs().get(place.paragraph)?;
        let ruler = Ruler::new(paragraph.of(self.document.text()));
        let inside = Utf16(place.at.0.min(ruler.utf16_len().0));
        // Half of a surrogate pair counts as the gap before the pair.
        let before = Utf16(inside.0.saturating_sub(1));
        let at = ruler.byte_of_utf16(inside).or_else(|| ruler.byte_of_utf16(before))?;
        Some(Byte(paragraph.start().0 + at.0))
    }

    /// Returns the place of the page for an offset.
    pub fn place(&self, at: Byte) -> Option<Place> {
        let index = self.layout.paragraph_at(at);
        let paragraph = self.layout.paragraphs().get(index)?;
        let inside = Byte(at.0.saturating_sub(paragraph.start().0));
        let ruler = Ruler::new(paragraph.of(self.document.text()));
        Some(Place { paragraph: index, at: ruler.utf16(inside) })
    }

    /// Returns the places of the page at which a span starts and ends; it ends in the paragraph of
    /// its last character.
    pub fn places(&self, span: Span) -> Option<(Place, Place)> {
        let last = self.layout.paragraph_at(Byte(span.end().0 - 1));
        let paragraph = self.layout.paragraphs().get(last)?;
        let words = self.document.text().get(paragraph.start().0..span.end().0)?;
        let end = Place { paragraph: last, at: Ruler::new(words).utf16_len() };
        Some((self.place(span.start())?, end))
    }

    /// Returns the index of the sentence at an offset, or of the one before it in its paragraph.
    pub fn sentence_at(&self, at: Byte) -> Option<usize> {
        let sentences = self.document.sentences();
        let behind = sentences.partition_point(|sentence| sentence.span.start() <= at);
        let index = behind.saturating_sub(1);
        let sentence = sentences.get(index)?.span;
        let apart = self.layout.paragraph_at(sentence.start()) != self.layout.paragraph_at(at);
        (sentence.contains(at) || !apart).then_some(index)
    }

    /// Returns the index of the sentence that is worked on: where the selection starts, or the
    /// caret stands.
    pub fn active_sentence(&self) -> Option<usize> {
        self.sentence_at(self.selection().map(Span::start).or(self.caret())?)
    }
}

/// Notes for all that shows the document what `edits` change in it.
fn touch<'e>(
    layout: &mut Layout,
    suggesting: &mut Suggesting,
    document: &Document,
    edits: impl IntoIterator<Item = &'e Edit>,
) {
    for edit in edits {
        layout.touch(edit, document);
        suggesting.touch(edit);
    }
}
