//! The entry: what a list of documents shows of one. Small, so that the list opens without the
//! texts.

use super::{Document, DocumentId, Label, Metadata, Timestamp};

/// A document as a list shows it, and how much of its kept history holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The document's id.
    pub id: DocumentId,
    /// Where the article comes from, in its present state.
    pub metadata: Metadata,
    /// How many annotations it has.
    pub counts: Counts,
    /// How many sentences it has.
    pub sentences: usize,
    /// How many steps of the kept history hold; those behind were undone.
    pub head: usize,
    /// When it was made.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
    /// When it was deleted, as long as that can be undone.
    pub deleted: Option<Timestamp>,
}

/// How many annotations of each label there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Claims.
    pub claims: usize,
    /// Quotes.
    pub quotes: usize,
    /// Attributions.
    pub attributions: usize,
}

impl Entry {
    /// Describes `document`, of whose kept history `head` steps hold.
    pub fn of(document: &Document, head: usize) -> Self {
        let count = |label| document.annotations().count(label);
        let counts = Counts {
            claims: count(Label::Claim),
            quotes: count(Label::Quote),
            attributions: count(Label::Attribution),
        };
        Entry {
            id: document.id().clone(),
            metadata: document.metadata().clone(),
            counts,
            sentences: document.sentences().len(),
            head,
            created: document.created().clone(),
            modified: document.modified().clone(),
            deleted: None,
        }
    }
}
