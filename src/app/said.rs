//! What is said aloud: where the caret has come to, for someone who does not see it. Never shown.

use super::cursor::Selecting;
use super::session::Session;
use crate::document::{AnnotationId, Document, Label};
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
    /// An annotation has these words now.
    Annotation(Label, String),
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
    pub(super) fn words(&self, document: &Document) -> String {
        let listed = |labels: &[Label]| {
            labels.iter().map(|label| label.word()).collect::<Vec<_>>().join(", ")
        };
        match self {
            Said::Nothing => String::new(),
            Said::Sentence(index, words, labels) => {
                let of = document.sentences().len();
                let place = format!("Sentence {} of {of}: {words}", index + 1);
                if labels.is_empty() { place } else { format!("{place} In: {}.", listed(labels)) }
            }
            Said::Passed(words, selecting, labels) => {
                let mut said = words.clone();
                if *selecting == Selecting::Further {
                    said.push_str(", selected");
                }
                match labels.as_deref() {
                    None => {}
                    Some([]) => said.push_str(". No annotation"),
                    Some(labels) => said.push_str(&format!(". In: {}", listed(labels))),
                }
                said
            }
            Said::Annotation(label, words) => format!("{}: {words}", label.word()),
        }
    }
}

/// The labels of the annotations at `at`, the longest first.
fn labels(session: &Session, at: Byte) -> Vec<Label> {
    session.annotations_at(at).into_iter().map(|own| own.label()).collect()
}
