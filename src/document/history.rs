//! The history of a document: every step taken, and how many of them hold at present.

use super::{Document, Edit, EditError, Timestamp};

/// Edits that are done and undone together, as one act of the person at the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The edits, in order.
    pub edits: Vec<Edit>,
    /// When the step was taken.
    pub at: Timestamp,
}

/// All steps since the document was made or opened, without limit, and which of them hold.
///
/// Steps behind the head were undone and can be done again until a new one takes their place.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    steps: Vec<Step>,
    head: usize,
}

impl History {
    /// Returns all steps, the undone ones too.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// Returns how many steps hold at present.
    pub fn head(&self) -> usize {
        self.head
    }

    /// Tells whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        self.head > 0
    }

    /// Tells whether there is a step to do again.
    pub fn can_redo(&self) -> bool {
        self.head < self.steps.len()
    }

    /// Carries `step` out on `document` and remembers it in place of all undone steps.
    ///
    /// # Errors
    /// [`EditError`] when an edit does not fit; document and history stay as they were.
    pub fn take(&mut self, document: &mut Document, step: Step) -> Result<(), EditError> {
        apply_all(document, &step.edits)?;
        document.modified = step.at.clone();
        self.steps.truncate(self.head);
        self.steps.push(step);
        self.head += 1;
        Ok(())
    }

    /// Carries `edit` out as part of the last step, so that both are undone together.
    ///
    /// # Errors
    /// [`EditError`] when the edit does not fit; document and history stay as they were.
    pub fn amend(&mut self, document: &mut Document, step: Step) -> Result<(), EditError> {
        let Some(last) = self.head.checked_sub(1) else {
            return self.take(document, step);
        };
        apply_all(document, &step.edits)?;
        document.modified = step.at.clone();
        self.steps.truncate(self.head);
        self.steps[last].at = step.at;
        for edit in step.edits {
            join(&mut self.steps[last].edits, edit);
        }
        Ok(())
    }

    /// Undoes the last step that holds and returns it; `None` when there is none.
    ///
    /// # Errors
    /// [`EditError`] when the document is not in the state the step left; it stays as it is.
    pub fn undo(&mut self, document: &mut Document) -> Result<Option<&Step>, EditError> {
        let Some(last) = self.head.checked_sub(1) else {
            return Ok(None);
        };
        let inverse: Vec<Edit> = self.steps[last].edits.iter().rev().map(Edit::inverse).collect();
        apply_all(document, &inverse)?;
        self.head = last;
        Ok(self.steps.get(last))
    }

    /// Does the first undone step again and returns it; `None` when there is none.
    ///
    /// # Errors
    /// [`EditError`] when the document is not in the state before the step; it stays as it is.
    pub fn redo(&mut self, document: &mut Document) -> Result<Option<&Step>, EditError> {
        let Some(step) = self.steps.get(self.head) else {
            return Ok(None);
        };
        apply_all(document, &step.edits)?;
        self.head += 1;
        Ok(Some(step))
    }

    /// Returns the document as it was before the first step.
    ///
    /// # Errors
    /// [`EditError`] when `document` is not in the state that the steps lead to.
    pub fn origin(&self, document: &Document) -> Result<Document, EditError> {
        let (mut origin, mut back) = (document.clone(), self.clone());
        while back.undo(&mut origin)?.is_some() {}
        origin.modified = origin.created.clone();
        Ok(origin)
    }

    /// Replaces all steps from `from` on by `steps`, then undoes or redoes until `head` steps
    /// hold: how a copy follows the history it was copied from.
    ///
    /// # Errors
    /// [`EditError`] when a step does not fit; what was done until then stays done.
    pub fn follow(
        &mut self,
        document: &mut Document,
        from: usize,
        steps: Vec<Step>,
        head: usize,
    ) -> Result<(), EditError> {
        while self.head > from.min(self.steps.len()) {
            self.undo(document)?;
        }
        self.steps.truncate(from);
        self.steps.extend(steps);
        let head = head.min(self.steps.len());
        while self.head < head {
            self.redo(document)?;
        }
        while self.head > head {
            self.undo(document)?;
        }
        if let Some(last) = self.head.checked_sub(1) {
            document.modified = self.steps[last].at.clone();
        }
        Ok(())
    }
}

/// Applies all of `edits`, or none when one does not fit.
fn apply_all(document: &mut Document, edits: &[Edit]) -> Result<(), EditError> {
    for (done, edit) in edits.iter().enumerate() {
        if let Err(error) = document.apply(edit) {
            for edit in edits[..done].iter().rev() {
                document.apply(&edit.inverse())?;
            }
            return Err(error);
        }
    }
    Ok(())
}

/// Appends `edit`, or widens the last edit to reach to it: a note typed letter by letter is one
/// change.
fn join(edits: &mut Vec<Edit>, edit: Edit) {
    match (edits.last_mut(), edit) {
        (Some(Edit::Change { after, .. }), Edit::Change { before, after: newer })
            if *after == before =>
        {
            *after = newer;
        }
        (Some(Edit::Describe { after, .. }), Edit::Describe { before, after: newer })
            if *after == before =>
        {
            *after = newer;
        }
        (_, edit) => edits.push(edit),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::annotations;
    use crate::document::{
        Annotation, By, DocumentId, Metadata, Rejection, Sentence, Speaker, register,
    };
    use crate::text::{Byte, Span};
    use proptest::collection::vec;
    use proptest::prelude::*;

    const TEXT: &str = "Ana said 😀 no. Bo said: “e\u{301}h, yes.”";

    /// What a person does at the page; numbers choose among what is there.
    #[derive(Clone, Debug)]
    enum Act {
        Mark(usize),
        Unmark(usize),
        Note(usize, String),
        TypeMore(usize, String),
        Title(String),
        Enrol(String),
        Merge(usize),
        Reject(usize),
        Split(usize),
        Undo,
        Redo,
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        let act = prop_oneof![
            3 => any::<usize>().prop_map(Act::Mark),
            1 => any::<usize>().prop_map(Act::Unmark),
            2 => (any::<usize>(), "[a-c]{0,2}").prop_map(|(at, note)| Act::Note(at, note)),
            2 => (any::<usize>(), "[a-c]{0,2}").prop_map(|(at, note)| Act::TypeMore(at, note)),
            1 => "[a-c]{0,2}".prop_map(Act::Title),
            2 => "[a-c]{0,2}".prop_map(Act::Enrol),
            1 => any::<usize>().prop_map(Act::Merge),
            1 => any::<usize>().prop_map(Act::Reject),
            1 => any::<usize>().prop_map(Act::Split),
            3 => Just(Act::Undo),
            2 => Just(Act::Redo),
        ];
        vec(act, 0..25)
    }

    /// Cuts the text in two at a character.
    fn cut(at: &usize) -> (Span, Span) {
        let at = TEXT.floor_char_boundary(1 + at % (TEXT.len() - 1)).max(1);
        let part = |start, end| Span::new(TEXT, Byte(start), Byte(end)).unwrap();
        (part(0, at), part(at, TEXT.len()))
    }

    /// A document at work, and the moments that pass.
    #[derive(Clone)]
    struct Desk {
        document: Document,
        history: History,
        seconds: usize,
    }

    impl Desk {
        fn new() -> Self {
            let span = |start, end| Span::new(TEXT, Byte(start), Byte(end)).unwrap();
            let whole = Sentence { span: span(0, TEXT.len()), by: By::Rules };
            let (id, at) = (DocumentId("urn:uuid:1".into()), Timestamp::unknown());
            let document = Document::new(id, TEXT, Metadata::default(), vec![], vec![whole], at);
            Desk { document, history: History::default(), seconds: 0 }
        }

        fn act(&mut self, act: &Act, pool: &[Annotation]) {
            let there: Vec<Annotation> =
                self.document.annotations().iter().map(|one| (**one).clone()).collect();
            let chosen = |at: &usize| there.get(at % there.len().max(1));
            let changed = |at: &usize, note: &String| {
                let before = Box::new(chosen(at)?.clone());
                let after = Box::new(Annotation { note: note.clone(), ..(*before).clone() });
                Some(Edit::Change { before, after })
            };
            let edit = match act {
                Act::Undo => return assert!(self.history.undo(&mut self.document).is_ok()),
                Act::Redo => return assert!(self.history.redo(&mut self.document).is_ok()),
                Act::Mark(at) => pool.get(at % pool.len()).cloned().map(Edit::Insert),
                Act::Unmark(at) => chosen(at).cloned().map(Edit::Remove),
                Act::Note(at, note) | Act::TypeMore(at, note) => changed(at, note),
                Act::Title(title) => {
                    let before = Box::new(self.document.metadata().clone());
                    let after = Box::new(Metadata { title: title.clone(), ..(*before).clone() });
                    Some(Edit::Describe { before, after })
                }
                Act::Enrol(name) => {
                    let (id, name) = (self.document.fresh_speaker_id(), name.clone());
                    let speaker = Speaker { id, name, ..Speaker::default() };
                    Some(register::add(&self.document, speaker))
                }
                Act::Merge(at) => {
                    let speakers = self.document.speakers();
                    let pair = speakers.len().checked_sub(1).filter(|last| *last > 0);
                    let pair = pair.map(|last| (&speakers[at % last].id, &speakers[last].id));
                    let now = Timestamp::unknown();
                    let merged = |(one, other)| register::merge(&self.document, one, other, &now);
                    return self.take(act, pair.and_then(merged).unwrap_or_default());
                }
                Act::Reject(at) => {
                    let span = cut(at).0;
                    Some(Edit::Reject(Rejection { span, rule: "source".into() }))
                }
                Act::Split(at) => {
                    let before = self.document.sentences().to_vec();
                    let (one, other) = cut(at);
                    let part = |span| Sentence { span, by: By::User };
                    Some(Edit::Resplit { before, after: vec![part(one), part(other)] })
                }
            };
            self.take(act, edit.into_iter().collect());
        }

        fn take(&mut self, act: &Act, edits: Vec<Edit>) {
            if edits.is_empty() {
                return;
            }
            self.seconds += 1;
            let at = format!("2026-11-22T10:{:02}:{:02}Z", self.seconds / 60, self.seconds % 60);
            let step = Step { edits, at: Timestamp::parse(&at).unwrap() };
            let before = self.clone();
            let done = match act {
                Act::TypeMore(..) => self.history.amend(&mut self.document, step),
                _ => self.history.take(&mut self.document, step),
            };
            match done {
                Ok(()) => assert!(!self.history.can_redo() && self.history.can_undo()),
                Err(_) => {
                    assert_eq!(self.document, before.document);
                    assert_eq!(self.history, before.history);
                }
            }
        }

        /// Returns the document as if it had been changed at no time: undoing is no going back
        /// in time.
        fn state(&self) -> Document {
            self.document.clone().with_modified(Timestamp::unknown())
        }
    }

    proptest! {
        #[test]
        fn undoing_all_gives_the_start_and_redoing_all_the_end(
            acts in acts(), pool in annotations(TEXT.to_owned(), 4),
        ) {
            let mut desk = Desk::new();
            for act in &acts {
                desk.act(act, &pool);
            }
            while desk.history.can_redo() {
                desk.act(&Act::Redo, &pool);
            }
            let mut states = vec![desk.state()];
            while desk.history.can_undo() {
                desk.act(&Act::Undo, &pool);
                states.push(desk.state());
            }
            prop_assert_eq!(states.last(), Some(&Desk::new().state()));
            prop_assert_eq!(states.len(), desk.history.steps().len() + 1);
            prop_assert_eq!(desk.history.undo(&mut desk.document), Ok(None));
            while let Some(state) = states.pop() {
                prop_assert_eq!(desk.state(), state);
                desk.act(&Act::Redo, &pool);
            }
        }

        #[test]
        fn a_copy_follows_from_wherever_it_stands(
            first in acts(), second in acts(), pool in annotations(TEXT.to_owned(), 4),
        ) {
            let mut desk = Desk::new();
            for act in &first {
                desk.act(act, &pool);
            }
            let mut copy = desk.clone();
            for act in &second {
                desk.act(act, &pool);
            }
            let steps = desk.history.steps();
            let same = copy.history.steps().iter().zip(steps).take_while(|(a, b)| a == b).count();
            let (more, head) = (steps[same..].to_vec(), desk.history.head());
            copy.history.follow(&mut copy.document, same, more, head).unwrap();
            prop_assert_eq!(&copy.history, &desk.history);
            prop_assert_eq!(copy.state(), desk.state());
        }
    }

    #[test]
    fn a_note_typed_letter_by_letter_is_one_change() {
        let mut desk = Desk::new();
        let title = |title: &str| Act::Title(title.to_owned());
        desk.act(&title("a"), &[]);
        let before = Box::new(desk.document.metadata().clone());
        let after = Box::new(Metadata { title: "ab".into(), ..(*before).clone() });
        let edits = vec![Edit::Describe { before, after }];
        let step = Step { edits, at: Timestamp::unknown() };
        desk.history.amend(&mut desk.document, step).unwrap();
        assert_eq!(desk.history.steps().len(), 1);
        assert_eq!(desk.history.steps()[0].edits.len(), 1);
        desk.act(&Act::Undo, &[]);
        assert_eq!(desk.document.metadata().title, "");
    }
}
