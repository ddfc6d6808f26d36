//! The document: one article as annotated. Its text never changes; all else changes by edits.

use super::{
    Annotation, AnnotationId, Annotations, Body, EditError, Extra, Metadata, Speaker, SpeakerId,
    Target, Timestamp,
};
use crate::text::Span;
use std::rc::Rc;

/// Names a document for its whole life: `urn:uuid:…`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub String);

/// No document will ever have that many annotations made in it.
const FRESH_NUMBERS: u32 = 1_000_000_000;

/// An article as annotated.
#[derive(Clone, Debug)]
pub struct Document {
    pub(super) id: DocumentId,
    pub(super) metadata: Metadata,
    pub(super) text: Rc<str>,
    pub(super) cleaning: Vec<String>,
    pub(super) sentences: Rc<[Sentence]>,
    pub(super) annotations: Annotations,
    pub(super) speakers: Vec<Speaker>,
    pub(super) rejected: Vec<Rejection>,
    pub(super) created: Timestamp,
    pub(super) modified: Timestamp,
    /// Above the number of every id `a1`, `a2`, … that was ever here, so that none comes twice.
    next_number: u32,
    /// Above the number of every id `s1`, `s2`, … that was ever here.
    next_speaker: u32,
    pub(super) extra: Vec<Extra>,
}

/// A sentence and who set its borders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands, without white space at its edges.
    pub span: Span,
    /// Who set its borders.
    pub by: By,
}

/// Who did something: the program's rules or a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// The program's rules.
    Rules,
    /// The person at the page.
    User,
}

/// A suggestion that was turned down, so that it is not made again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// What was suggested.
    pub span: Span,
    /// The rule that suggested it.
    pub rule: String,
}

impl Document {
    /// Makes a document of a text of record, with nothing annotated yet.
    ///
    /// `cleaning` says what was done to the text before it was fixed.
    pub fn new(
        id: DocumentId,
        text: impl Into<Rc<str>>,
        metadata: Metadata,
        cleaning: Vec<String>,
        sentences: Vec<Sentence>,
        created: Timestamp,
    ) -> Self {
        Document {
            id,
            metadata,
            text: text.into(),
            cleaning,
            sentences: sentences.into(),
            annotations: Annotations::default(),
            speakers: Vec::new(),
            rejected: Vec::new(),
            modified: created.clone(),
            created,
            next_number: 1,
            next_speaker: 1,
            extra: Vec::new(),
        }
    }

    /// Returns the id.
    pub fn id(&self) -> &DocumentId {
        &self.id
    }

    /// Returns where the article comes from.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Returns the text of record: line feeds only, no NUL and no byte order mark.
    pub fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// Returns what was done to the paste before the text was fixed.
    pub fn cleaning(&self) -> &[String] {
        &self.cleaning
    }

    /// Returns the sentences in text order.
    pub fn sentences(&self) -> &Rc<[Sentence]> {
        &self.sentences
    }

    /// Returns the annotations.
    pub fn annotations(&self) -> &Annotations {
        &self.annotations
    }

    /// Returns the register of speakers.
    pub fn speakers(&self) -> &[Speaker] {
        &self.speakers
    }

    /// Returns the speaker of that id.
    pub fn speaker(&self, id: &SpeakerId) -> Option<&Speaker> {
        self.speakers.iter().find(|speaker| speaker.id == *id)
    }

    /// Returns the suggestions that were turned down.
    pub fn rejected(&self) -> &[Rejection] {
        &self.rejected
    }

    /// Returns when the document was made.
    pub fn created(&self) -> &Timestamp {
        &self.created
    }

    /// Returns when the document was last changed.
    pub fn modified(&self) -> &Timestamp {
        &self.modified
    }

    /// Returns the members of its file that this version does not know.
    pub fn extra(&self) -> &[Extra] {
        &self.extra
    }

    /// Returns this document as last changed at `modified`.
    pub fn with_modified(mut self, modified: Timestamp) -> Self {
        self.modified = modified;
        self
    }

    /// Returns this document with another register of speakers.
    pub fn with_speakers(mut self, speakers: Vec<Speaker>) -> Self {
        self.speakers = speakers;
        self.count_speakers();
        self
    }

    /// Returns this document with other suggestions turned down.
    pub fn with_rejected(mut self, rejected: Vec<Rejection>) -> Self {
        self.rejected = rejected;
        self
    }

    /// Returns this document split into `sentences`, in text order: a file may come without.
    pub fn with_sentences(mut self, sentences: Vec<Sentence>) -> Self {
        self.sentences = sentences.into();
        self
    }

    /// Returns this document carrying members of its file that this version does not know.
    pub fn with_extra(mut self, extra: Vec<Extra>) -> Self {
        self.extra = extra;
        self
    }

    /// Returns this document under another id, to stand beside the one it was copied from.
    pub fn copied(mut self, id: DocumentId) -> Self {
        self.id = id;
        self
    }

    /// Adds an annotation, as when a file is read; a person's change is an [`Edit`](super::Edit).
    ///
    /// # Errors
    /// [`EditError::DoesNotFit`] when its id is taken or a span of it is not of this text.
    pub fn add(&mut self, annotation: Annotation) -> Result<(), EditError> {
        if !self.fits(&annotation) {
            return Err(EditError::DoesNotFit(annotation.id));
        }
        let next = behind(&annotation.id.0, 'a');
        self.annotations.insert(annotation)?;
        self.next_number = self.next_number.max(next);
        Ok(())
    }

    /// Returns an id that no annotation here has or had: `a1`, `a2`, ….
    pub fn fresh_id(&self) -> AnnotationId {
        AnnotationId(format!("a{}", self.next_number))
    }

    /// Returns ids that no annotation here has or had, each another.
    pub fn fresh_ids(&self) -> impl Iterator<Item = AnnotationId> + use<> {
        (self.next_number..).map(|number| AnnotationId(format!("a{number}")))
    }

    /// Returns an id that no speaker here has or had: `s1`, `s2`, ….
    pub fn fresh_speaker_id(&self) -> SpeakerId {
        SpeakerId(format!("s{}", self.next_speaker))
    }

    /// Notes the numbers of the speakers' ids.
    pub(super) fn count_speakers(&mut self) {
        let next = self.speakers.iter().map(|speaker| behind(&speaker.id.0, 's')).max();
        self.next_speaker = self.next_speaker.max(next.unwrap_or(1));
    }

    /// Tells whether `span` is a span of this text.
    pub(super) fn has(&self, span: Span) -> bool {
        Span::new(&self.text, span.start(), span.end()).is_ok()
    }

    /// Tells whether every span of `annotation` is a span of this text.
    pub(super) fn fits(&self, annotation: &Annotation) -> bool {
        let parts = match &annotation.body {
            Body::Attribution(own) => {
                [&own.source, &own.cue, &own.addressee].into_iter().flatten().collect()
            }
            _ => Vec::new(),
        };
        parts
            .into_iter()
            .chain([&annotation.target])
            .flat_map(Target::fragments)
            .all(|fragment| self.has(*fragment))
    }
}

/// Returns the number behind that of an id made of `letter` and a number; 0 for any other id. A
/// number that fresh ids never reach leaves them room to count.
fn behind(id: &str, letter: char) -> u32 {
    let number = id.strip_prefix(letter).and_then(|digits| digits.parse().ok());
    number.filter(|number: &u32| *number < FRESH_NUMBERS).map_or(0, |number| number + 1)
}

/// Two documents are equal when a file of either says the same.
impl PartialEq for Document {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
            && self.metadata == other.metadata
            && self.text == other.text
            && self.cleaning == other.cleaning
            && self.sentences == other.sentences
            && self.annotations == other.annotations
            && self.speakers == other.speakers
            && self.rejected == other.rejected
            && self.created == other.created
            && self.modified == other.modified
            && self.extra == other.extra
    }
}
