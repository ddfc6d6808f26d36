//! What is said aloud: where the caret has come to and what is seen, for someone who does not see
//! it. Never shown.

use super::cursor::Selecting;
use super::session::Session;
use super::words::{Word, Words};
use crate::document::{Annotation, AnnotationId, Document, Label};
use crate::text::{Byte, Span};

/// Something to say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Said {
    /// Nothing.
    #[default]
    Nothing,
    /// The caret has come to a sentence: its index, its words and the labels at the caret.
    Sentence(usize, String, Vec<Label>),
    /// The caret went over some words; the labels at it, when they are others than before.
    Passed(String, Selecting, Option<Vec<Label>>),
    /// The user has come to a suggestion.
    Suggestion,
    /// An annotation has these words now.
    Annotation(Label, String),
    /// The marks of a label are seen in the text now, or not: who sees them needs no words.
    Seen(Label, bool),
}

impl Said {
    /// The sentence at `at`.
    pub(super) fn sentence(session: &Session, at: Byte) -> Said {
        let sentences = session.document().sentences();
        let found = session.sentence_at(at).and_then(|index| Some((index, sentences.get(index)?)));
        let text = session.document().text();
        found.map_or(Said::Nothing, |(index, own)| {
            Said::Sentence(index, own.span.of(text).to_owned(), labels(session, at))
        })
    }

    /// The words between two places of the caret.
    pub(super) fn passed(session: &Session, from: Byte, to: Byte, selecting: Selecting) -> Said {
        let words = Span::new(session.document().text(), from.min(to), from.max(to));
        let words = words.map_or("", |span| span.of(session.document().text()));
        let (before, now) = (labels(session, from), labels(session, to));
        Said::Passed(words.to_owned(), selecting, (before != now).then_some(now))
    }

    /// The words of an annotation.
    pub(super) fn annotation(session: &Session, id: &AnnotationId) -> Said {
        let own = session.document().annotations().get(id);
        own.map_or(Said::Nothing, |own| {
            Said::Annotation(own.label(), own.target.words(session.document().text()))
        })
    }
}

impl Said {
    /// Returns the words.
    pub(super) fn words(&self, document: &Document, words: &Words) -> String {
        let within = |said: &str, labels: &[Label]| {
            let names: Vec<&str> = labels.iter().map(|label| words.label(*label)).collect();
            words.fill(Word::SaidIn, &[said, &names.join(", ")])
        };
        match self {
            // The screen says what it shows of it.
            Said::Nothing | Said::Suggestion => String::new(),
            Said::Sentence(index, sentence, labels) => {
                let (number, of) =
                    (words.grouped(index + 1), words.grouped(document.sentences().len()));
                let said = words.fill(Word::SaidAt, &[&number, &of, sentence]);
                if labels.is_empty() { said } else { within(&said, labels) }
            }
            Said::Passed(passed, selecting, labels) => {
                let said = match selecting {
                    Selecting::Anew => passed.clone(),
                    Selecting::Further => words.fill(Word::SaidSelected, &[passed]),
                };
                match labels.as_deref() {
                    None => said,
                    Some([]) => words.fill(Word::SaidOut, &[&said]),
                    Some(labels) => within(&said, labels),
                }
            }
            Said::Seen(label, seen) => {
                let word = if *seen { Word::LabelShown } else { Word::LabelHidden };
                words.fill(word, &[words.label(*label)])
            }
            Said::Annotation(label, own) => {
                words.fill(Word::SaidWords, &[words.label(*label), own])
            }
        }
    }
}

/// The labels of the annotations at `at`, the longest first.
fn labels(session: &Session, at: Byte) -> Vec<Label> {
    session.annotations_at(at).into_iter().map(Annotation::label).collect()
}
