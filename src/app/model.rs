//! The model: all the application knows.

use super::action::Action;
use super::chord::{Chord, Held};
use super::keymap::action_of;
use super::notice::Notice;
use super::preview::Preview;
use super::session::Session;
use super::settings::Settings;
use super::shelf::{Entry, StorageError};
use super::words::{Tongue, Words};
use crate::document::DocumentId;
use crate::format::ascribe::Problem;
use crate::format::{Format, Loss, Trouble};
use crate::text::Way;
use std::rc::Rc;

/// All the application knows.
#[derive(Default)]
pub struct Model {
    /// The words of the interface, in the language chosen.
    pub(super) words: Words,
    /// The language that the browser wants.
    pub(super) wanted: Tongue,
    /// What the user has chosen for all articles.
    pub(super) settings: Rc<Settings>,
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
    /// The settings, with how far the change of a key has come.
    Settings(KeyChange),
    /// What is known of the article.
    Details,
    /// The speakers of the article.
    Register,
    /// A new title for a kept article.
    Rename(DocumentId),
    /// What was left out when a file was opened.
    Problems(Vec<Left>),
    /// The formats of other programs: the chosen one, and what it cannot carry of the article.
    Export(Format, Vec<Loss>),
}

/// What of a file was left out or mended when it was opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// Of a file of this program.
    Native(Problem),
    /// Of one of another.
    Other(Trouble),
}

/// How far the change of a key has come.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum KeyChange {
    /// None is under way.
    #[default]
    Idle,
    /// The key for this action is to be pressed.
    Awaited(Action),
    /// This one was pressed and means something else, the action named last.
    Taken(Action, Chord, Action),
    /// This one was pressed and is no key to be given away.
    Needed(Action, Chord),
    /// It is done.
    Done(Action),
    /// It was left.
    Left,
    /// All keys are as usual again.
    Reset,
}

impl KeyChange {
    /// Returns the action for which a key is to be pressed.
    pub(super) fn awaiting(&self) -> Option<Action> {
        match self {
            KeyChange::Awaited(action)
            | KeyChange::Taken(action, ..)
            | KeyChange::Needed(action, _) => Some(*action),
            KeyChange::Idle | KeyChange::Done(_) | KeyChange::Left | KeyChange::Reset => None,
        }
    }
}

impl Model {
    /// Returns what the user has chosen for all articles.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Returns the action that a key asks for; `key` as `KeyboardEvent.key` names it.
    pub fn action_of(&self, key: &str, held: Held) -> Option<Action> {
        action_of(&self.settings, key, held)
    }

    /// Tells whether Tab goes to a suggestion, ahead or back, and not out of the text.
    pub fn walks(&self, way: Way) -> bool {
        self.session().is_some_and(|own| own.suggesting.next(own.caret(), way).is_some())
    }

    /// Tells whether the next key is to be given to an action.
    pub fn awaits_key(&self) -> bool {
        matches!(&self.dialog, Some(Dialog::Settings(change)) if change.awaiting().is_some())
    }

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

    /// Returns the deleted article that is to go for good, once that is confirmed.
    pub(super) fn forgetting(&self) -> Option<&DocumentId> {
        match &self.notice {
            Some(Notice::ForgetAsked(id, _)) => Some(id),
            _ => None,
        }
    }

    pub(super) fn notify(&mut self, notice: Notice) {
        self.notice = Some(notice);
        self.notices += 1;
    }
}
