//! An edit: one change of a document, which knows its own inverse.

use super::{
    Annotation, AnnotationId, Document, Metadata, Rejection, Sentence, Speaker, SpeakerId,
    Timestamp,
};
use crate::text::Names;
use std::fmt;

/// One change. It carries what was before it, so that it can be turned round.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// An annotation is added.
    Insert(Annotation),
    /// An annotation is taken out.
    Remove(Annotation),
    /// An annotation becomes another of the same id.
    Change {
        /// As it was.
        before: Box<Annotation>,
        /// As it shall be.
        after: Box<Annotation>,
    },
    /// What is known of the article changes.
    Describe {
        /// As it was.
        before: Box<Metadata>,
        /// As it shall be.
        after: Box<Metadata>,
    },
    /// Some neighbouring sentences become others.
    Resplit {
        /// As they were.
        before: Vec<Sentence>,
        /// As they shall be.
        after: Vec<Sentence>,
    },
    /// Some neighbours in the register of speakers become others: so one is added, changed or
    /// taken out.
    Register {
        /// The speaker they stand behind; `None` when they come first.
        behind: Option<SpeakerId>,
        /// As they were.
        before: Vec<Speaker>,
        /// As they shall be.
        after: Vec<Speaker>,
    },
    /// A suggestion is turned down.
    Reject(Rejection),
    /// The suggestion turned down last is no longer so.
    Unreject(Rejection),
}

/// Why an edit does not fit its document, which is then unchanged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditError {
    /// The id is taken, or a span is not of this text.
    DoesNotFit(AnnotationId),
    /// The document holds no such annotation, or another state of it.
    NotThere(AnnotationId),
    /// The document is described otherwise than the edit says.
    OtherMetadata,
    /// The sentences that the edit replaces do not stand together in the document.
    OtherSentences,
    /// The speakers that the edit replaces do not stand there, or an id would be there twice.
    OtherSpeakers,
    /// Another suggestion was turned down last, or one is not of this text.
    OtherRejection,
}

impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            EditError::DoesNotFit(id) => write!(f, "annotation {id} does not fit the document"),
            EditError::NotThere(id) => write!(f, "the document has no such annotation {id}"),
            EditError::OtherMetadata => write!(f, "the document is described otherwise"),
            EditError::OtherSentences => write!(f, "the document has other sentences there"),
            EditError::OtherSpeakers => write!(f, "the document has other speakers there"),
            EditError::OtherRejection => write!(f, "the document has turned down something else"),
        }
    }
}

impl std::error::Error for EditError {}

impl Edit {
    /// Returns the edit that undoes this one.
    pub fn inverse(&self) -> Edit {
        match self.clone() {
            Edit::Insert(annotation) => Edit::Remove(annotation),
            Edit::Remove(annotation) => Edit::Insert(annotation),
            Edit::Change { before, after } => Edit::Change { before: after, after: before },
            Edit::Describe { before, after } => Edit::Describe { before: after, after: before },
            Edit::Resplit { before, after } => Edit::Resplit { before: after, after: before },
            Edit::Register { behind, before, after } => {
                Edit::Register { behind, before: after, after: before }
            }
            Edit::Reject(rejection) => Edit::Unreject(rejection),
            Edit::Unreject(rejection) => Edit::Reject(rejection),
        }
    }

    /// Returns the change that `alter` makes of an annotation, done at `now`; `None` when it makes
    /// none.
    pub fn change(
        before: &Annotation,
        now: &Timestamp,
        alter: impl FnOnce(&mut Annotation),
    ) -> Option<Edit> {
        let mut after = before.clone();
        alter(&mut after);
        if after == *before {
            return None;
        }
        after.modified = Some(now.clone());
        Some(Edit::Change { before: Box::new(before.clone()), after: Box::new(after) })
    }
}

impl Document {
    /// Carries out `edit`.
    ///
    /// # Errors
    /// [`EditError`] when the edit belongs to another state of the document, which stays as it is.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), EditError> {
        match edit {
            Edit::Insert(annotation) => self.add(annotation.clone()),
            Edit::Remove(annotation) => self.take(annotation),
            Edit::Change { before, after } => {
                if before.id != after.id || !self.fits(after) {
                    return Err(EditError::DoesNotFit(after.id.clone()));
                }
                self.take(before)?;
                self.add((**after).clone())
            }
            Edit::Describe { before, after } => {
                if self.metadata != **before {
                    return Err(EditError::OtherMetadata);
                }
                self.metadata = (**after).clone();
                Ok(())
            }
            Edit::Resplit { before, after } => self.resplit(before, after),
            Edit::Register { behind, before, after } => {
                self.register(behind.as_ref(), before, after)
            }
            Edit::Reject(rejection) => {
                if !self.has(rejection.span) {
                    return Err(EditError::OtherRejection);
                }
                self.rejected.push(rejection.clone());
                Ok(())
            }
            Edit::Unreject(rejection) => {
                let last = self.rejected.pop_if(|last| last == rejection);
                last.map(|_| ()).ok_or(EditError::OtherRejection)
            }
        }
    }

    fn take(&mut self, annotation: &Annotation) -> Result<(), EditError> {
        match self.annotations.get(&annotation.id) {
            Some(there) if **there == *annotation => {
                self.annotations.remove(&annotation.id);
                Ok(())
            }
            _ => Err(EditError::NotThere(annotation.id.clone())),
        }
    }

    fn resplit(&mut self, before: &[Sentence], after: &[Sentence]) -> Result<(), EditError> {
        let first = before.first().ok_or(EditError::OtherSentences)?;
        let at = self.sentences.partition_point(|sentence| sentence.span < first.span);
        let there = self.sentences.get(at..at + before.len());
        if there != Some(before) {
            return Err(EditError::OtherSentences);
        }
        let mut sentences = self.sentences.to_vec();
        sentences.splice(at..at + before.len(), after.iter().copied());
        let apart = sentences.windows(2).all(|pair| pair[0].span.end() <= pair[1].span.start());
        let fits = after.iter().all(|sentence| self.has(sentence.span));
        if after.is_empty() || !apart || !fits {
            return Err(EditError::OtherSentences);
        }
        self.sentences = sentences.into();
        Ok(())
    }

    fn register(
        &mut self,
        behind: Option<&SpeakerId>,
        before: &[Speaker],
        after: &[Speaker],
    ) -> Result<(), EditError> {
        let at = match behind {
            None => Some(0),
            Some(id) => self.speakers.iter().position(|own| own.id == *id).map(|at| at + 1),
        };
        let at = at.ok_or(EditError::OtherSpeakers)?;
        if self.speakers.get(at..at + before.len()) != Some(before) {
            return Err(EditError::OtherSpeakers);
        }
        let others = self.speakers[..at].iter().chain(&self.speakers[at + before.len()..]);
        let ids = Names::of(others.chain(after).map(|speaker| speaker.id.0.as_str()));
        if ids.again().contains(&true) {
            return Err(EditError::OtherSpeakers);
        }
        self.speakers.splice(at..at + before.len(), after.iter().cloned());
        self.count_speakers();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Body, By, DocumentId, Label, Origin, Target, Timestamp};
    use crate::text::{Byte, Span};

    const TEXT: &str = "Ana said no. Bo said yes.";

    fn document() -> Document {
        let sentence = |start, end| Sentence { span: span(start, end), by: By::Rules };
        let at = Timestamp::parse("2026-11-22T10:00:00Z").unwrap();
        let sentences = vec![sentence(0, 12), sentence(13, 25)];
        let id = DocumentId("urn:uuid:1".into());
        Document::new(id, TEXT, Metadata::default(), vec![], sentences, at)
    }

    fn span(start: usize, end: usize) -> Span {
        Span::new(TEXT, Byte(start), Byte(end)).unwrap()
    }

    fn claim(id: &str, start: usize, end: usize) -> Annotation {
        Annotation {
            id: AnnotationId(id.into()),
            target: Target::from(span(start, end)),
            body: Body::of(Label::Claim),
            note: String::new(),
            tags: vec![],
            creator: String::new(),
            created: None,
            modified: None,
            origin: Origin::User,
            extra: vec![],
        }
    }

    fn speaker(id: &str, name: &str) -> Speaker {
        Speaker { id: SpeakerId(id.into()), name: name.into(), ..Speaker::default() }
    }

    fn register(behind: Option<&str>, before: &[&Speaker], after: &[&Speaker]) -> Edit {
        let speakers = |list: &[&Speaker]| list.iter().map(|one| (*one).clone()).collect();
        let behind = behind.map(|id| SpeakerId(id.into()));
        Edit::Register { behind, before: speakers(before), after: speakers(after) }
    }

    /// Applies `edit` and takes it back: the law of every edit.
    fn check(document: &Document, edit: &Edit) -> Document {
        let mut changed = document.clone();
        changed.apply(edit).unwrap();
        assert_ne!(changed, *document);
        let mut back = changed.clone();
        back.apply(&edit.inverse()).unwrap();
        assert_eq!(back, *document);
        assert_eq!(edit.inverse().inverse(), *edit);
        changed
    }

    #[test]
    fn every_kind_of_edit_is_undone_by_its_inverse() {
        let one = check(&document(), &Edit::Insert(claim("a1", 0, 3)));
        let after = Box::new(Annotation { note: "who?".into(), ..claim("a1", 0, 8) });
        check(&one, &Edit::Change { before: Box::new(claim("a1", 0, 3)), after });
        check(&one, &Edit::Remove(claim("a1", 0, 3)));
        let after = Box::new(Metadata { title: "No".into(), ..Metadata::default() });
        check(&one, &Edit::Describe { before: Box::default(), after });
        let joined = Sentence { span: span(0, 25), by: By::User };
        let before = one.sentences().to_vec();
        check(&one, &Edit::Resplit { before, after: vec![joined] });
        check(&one, &Edit::Reject(Rejection { span: span(0, 3), rule: "source".into() }));
        let [ana, bo] = ["Ana", "Bo"].map(|name| speaker(name, name));
        let one = check(&one, &register(None, &[], &[&ana]));
        let two = check(&one, &register(Some("Ana"), &[], &[&bo]));
        check(&two, &register(None, &[&ana], &[&speaker("Ana", "Ana Lee")]));
        check(&two, &register(None, &[&ana], &[]));
        check(&two, &register(None, &[&ana, &bo], &[&bo, &ana]));
    }

    #[test]
    fn an_edit_of_another_state_changes_nothing() {
        let mut one = document();
        one.apply(&Edit::Insert(claim("a1", 0, 3))).unwrap();
        let before = one.clone();
        let id = || AnnotationId("a1".into());
        let mut refuse = |edit: Edit, error| {
            assert_eq!(one.apply(&edit), Err(error));
            assert_eq!(one, before);
        };
        refuse(Edit::Insert(claim("a1", 4, 8)), EditError::DoesNotFit(id()));
        refuse(Edit::Remove(claim("a1", 4, 8)), EditError::NotThere(id()));
        let other = Box::new(claim("a2", 0, 3));
        let edit = Edit::Change { before: Box::new(claim("a1", 0, 3)), after: other };
        refuse(edit, EditError::DoesNotFit(AnnotationId("a2".into())));
        let edit = Edit::Resplit { before: vec![], after: vec![] };
        refuse(edit, EditError::OtherSentences);
        let ana = speaker("s1", "Ana");
        refuse(register(Some("s1"), &[], &[&ana]), EditError::OtherSpeakers);
        refuse(register(None, &[&ana], &[]), EditError::OtherSpeakers);
        refuse(register(None, &[], &[&ana, &ana]), EditError::OtherSpeakers);
        let rejection = Rejection { span: span(0, 3), rule: "source".into() };
        refuse(Edit::Unreject(rejection), EditError::OtherRejection);
    }

    #[test]
    fn an_id_that_a_speaker_had_is_not_given_again() {
        let mut one = document();
        let fresh = one.fresh_speaker_id();
        assert_eq!(fresh.0, "s1");
        let ana = speaker("s1", "Ana");
        one.apply(&register(None, &[], &[&ana])).unwrap();
        one.apply(&register(None, &[&ana], &[])).unwrap();
        assert_eq!(one.fresh_speaker_id().0, "s2");
    }
}
