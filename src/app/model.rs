//! The model: all the application knows.

use super::notice::Notice;
use super::preview::Preview;
use super::session::Session;
use super::shelf::{Entry, StorageError};
use super::words::Words;
use crate::document::DocumentId;
use crate::format::ascribe::Problem;
use crate::text::Snap;

/// All the application knows.
#[derive(Default)]
pub struct Model {
    /// The words of the interface, in the language chosen.
    pub(super) words: Words,
    pub(super) shelf: Vec<Entry>,
    pub(super) view: View,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Notice>,
    /// How many notices there were, so that the same words twice are told twice.
    pub(super) notices: usize,
    /// Whether the list is what the storage holds: an article that was opened since may be missing.
    pub(super) shelf_complete: bool,
    /// Why the list of kept articles cannot be had.
    pub(super) shelf_failure: Option<StorageError>,
    /// An opened file whose article is kept here as well, until that one is read.
    pub(super) twin: Option<Box<crate::document::Document>>,
    /// What the edges of a selection go to.
    pub(super) snap: Snap,
    /// A kept article and its new title, until its last steps are read.
    pub(super) renaming: Option<(DocumentId, String)>,
}

/// What the page shows.
#[derive(Default)]
pub(super) enum View {
    /// Nothing yet: the kept articles are being read.
    #[default]
    Opening,
    /// The start: bring an article in, or pick a kept one.
    Start,
    /// What was brought in, before its text is fixed.
    Preview(Box<Preview>),
    /// An open article.
    Article(Box<Session>),
}

/// What stands before the view until it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Dialog {
    /// What the labels mean, and the keys.
    Help,
    /// What is known of the article.
    Details,
    /// A new title for a kept article.
    Rename(DocumentId),
    /// What was left out when a file was opened.
    Problems(Vec<Problem>),
}

impl Model {
    /// Returns the open article.
    pub fn session(&self) -> Option<&Session> {
        match &self.view {
            View::Article(session) => Some(session),
            _ => None,
        }
    }

    pub(super) fn session_mut(&mut self) -> Option<&mut Session> {
        match &mut self.view {
            View::Article(session) => Some(session),
            _ => None,
        }
    }

    pub(super) fn preview_mut(&mut self) -> Option<&mut Preview> {
        match &mut self.view {
            View::Preview(preview) => Some(preview),
            _ => None,
        }
    }

    pub(super) fn notify(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.notices += 1;
    }
}
