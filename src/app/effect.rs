//! Effects: what the application asks of the browser.

use super::cursor::Selecting;
use super::msg::Place;
use super::shelf::Entry;
use crate::document::{AnnotationId, Document, DocumentId, Step, Timestamp};
use crate::format::File;
use crate::text::Way;

/// Something the browser must do; what comes of it comes back as a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Keep the settings, as a text, and tell other tabs.
    KeepSettings(String),
    /// Read the list of kept articles.
    ReadShelf,
    /// Read a kept article.
    Load(DocumentId),
    /// Read the steps of a kept article from this one on.
    LoadSteps(DocumentId, usize),
    /// Keep an article whole: its entry, the article before the first step, all steps.
    Keep(Box<Entry>, Box<Document>, Vec<Step>),
    /// Keep the steps from this one on, in place of what was kept there.
    Append(Box<Entry>, usize, Vec<Step>),
    /// Mark a kept article as deleted at that time, or as not deleted.
    MarkDeleted(DocumentId, Option<Timestamp>),
    /// Delete a kept article for good.
    Forget(DocumentId),
    /// Forget the articles that were deleted a month ago or earlier.
    Purge,
    /// Ask to be the one tab that changes the article.
    Hold(DocumentId),
    /// Be it, whoever was before.
    TakeOver(DocumentId),
    /// Let other tabs change the article.
    Release(DocumentId),
    /// Name the open article in the page's address, or none.
    Locate(Option<DocumentId>),
    /// Let the user pick a file.
    PickFile,
    /// Read HTML into blocks.
    ReadPage(String),
    /// Give the user a file, with its media type.
    Download(File, &'static str),
    /// Make the browser's selection this stretch, from where it began to where the caret is.
    Select(Place, Place),
    /// Clear the browser's selection.
    ClearSelection,
    /// Bring a place of the article into view.
    ScrollToText(Place),
    /// Do so when the card that opens has its height, which on a narrow page lies over the text.
    ScrollClear(Place),
    /// Put what lies over the text where it belongs, after the text was scrolled.
    LayOver,
    /// Turn the text by about a screen, and tell the place where the caret, now here, would be.
    TurnPage(Place, Way, Selecting),
    /// Put the keyboard's focus on the text.
    FocusText,
    /// Bring the card of an annotation into view: the block it begins in, and its id.
    ScrollToCard(usize, AnnotationId),
    /// Put the keyboard's focus on the card of an annotation.
    FocusCard(AnnotationId),
    /// Put the keyboard's focus into the find bar, and remember where it was.
    FocusFind,
    /// Put the keyboard's focus back where it was before the find bar.
    FocusBack,
    /// Tell when the selection of this number has been there for a moment.
    OutlastSelection(usize),
    /// Tell when the page has had time to answer its user.
    GoOnSearching,
    /// Tell in a moment that there is time to look for more suggestions.
    Suggest,
    /// Tell in some seconds that the notice of this number has been there long enough.
    TimeNotice(usize),
    /// Put the keyboard's focus on the start of the view.
    FocusView,
}
