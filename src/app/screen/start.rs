//! The start view: where an article comes in, and the list of kept ones.

use crate::app::shelf::{Entry, StorageError};
use crate::app::words::{Word, Words};
use crate::document::{DocumentId, Timestamp};

/// The start view.
#[derive(Clone, Debug, PartialEq)]
pub struct StartScreen {
    /// The kept articles, newest first.
    pub articles: Vec<ArticleRow>,
    /// Those that were deleted lately.
    pub deleted: Vec<ArticleRow>,
    /// The one of them that goes for good when that is asked for once more.
    pub forgetting: Option<DocumentId>,
    /// Why no articles can be listed.
    pub failure: Option<String>,
}

/// A kept article in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleRow {
    /// The document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// Where it is from, and its counts.
    pub detail: String,
    /// When it was last changed.
    pub modified: Timestamp,
}

impl StartScreen {
    /// Lists `shelf`.
    pub fn of(
        shelf: &[Entry],
        forgetting: Option<&DocumentId>,
        failure: Option<&StorageError>,
        words: &Words,
    ) -> Self {
        let (deleted, articles): (Vec<&Entry>, Vec<&Entry>) =
            shelf.iter().partition(|entry| entry.deleted.is_some());
        StartScreen {
            articles: articles.into_iter().map(|entry| row(entry, words)).collect(),
            deleted: deleted.into_iter().map(|entry| row(entry, words)).collect(),
            forgetting: forgetting.cloned(),
            failure: failure.map(|error| words.storage_error(error)),
        }
    }
}

fn row(entry: &Entry, words: &Words) -> ArticleRow {
    let counts = entry.counts;
    // A line ends behind a dot, never between a number and what it counts.
    let mut detail = entry.metadata.outlet.clone();
    for (word, count) in [
        (Word::Sentences, entry.sentences),
        (Word::Claims, counts.claims),
        (Word::Quotes, counts.quotes),
        (Word::Attributions, counts.attributions),
    ] {
        if !detail.is_empty() {
            detail.push_str("\u{a0}· ");
        }
        detail.push_str(&words.count(word, count).replace(' ', "\u{a0}"));
    }
    ArticleRow {
        id: entry.id.clone(),
        title: entry.metadata.title.clone(),
        detail,
        modified: entry.modified.clone(),
    }
}
