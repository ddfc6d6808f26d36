//! The shelf: the articles kept in this browser, as its storage gives and takes them.

use crate::document::{DocumentId, Step};
use std::fmt;

pub use crate::document::{Counts, Entry};

/// A kept article, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored {
    /// What the start view lists.
    pub entry: Entry,
    /// The annotation file of the document as it was before the first step.
    pub file: String,
    /// Every step since, the undone ones too.
    pub steps: Vec<Step>,
}

/// A kept record that cannot be read. It hides no other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The article it belongs to.
    pub id: DocumentId,
    /// The index of the step; `None` for the article's entry.
    pub step: Option<usize>,
    /// Why, in the words of the reader.
    pub why: String,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.step {
            Some(step) => {
                write!(f, "step {step} of the article {} is unreadable: {}", self.id.0, self.why)
            }
            None => write!(f, "the article {} is unreadable: {}", self.id.0, self.why),
        }
    }
}

/// Why the browser did not keep or give back something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser offers no storage, as in some private windows.
    Refused,
    /// There is no room left.
    Full,
    /// No such article is kept.
    Missing(DocumentId),
    /// Another tab has changed the article meanwhile.
    Overtaken(DocumentId),
    /// Something else, in the browser's words.
    Failed(String),
}

impl fmt::Display for StorageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StorageError::Refused => f.write_str("the browser offers no storage"),
            StorageError::Full => f.write_str("the browser's storage is full"),
            StorageError::Missing(id) => write!(f, "no article {} is kept", id.0),
            StorageError::Overtaken(id) => {
                write!(f, "another tab has changed the article {}", id.0)
            }
            StorageError::Failed(words) => f.write_str(words),
        }
    }
}

impl std::error::Error for StorageError {}
