//! Notices: what the application tells the user in a sentence, and what they can do about it.

use super::action::Action;
use super::shelf::StorageError;
use crate::document::{DocumentId, Label};

/// Characters of the article's words in a notice.
const SHOWN: usize = 60;

/// Something to tell.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    /// A key for tagging was pressed and nothing was selected.
    SelectFirst,
    /// An annotation was added.
    Tagged(Label, String),
    /// The very same annotation is there already.
    TaggedAlready(Label),
    /// An annotation was given another label.
    Relabelled(Label),
    /// Words were added to an annotation as a further part.
    Extended(Label, String),
    /// The words to be added to an annotation are part of it.
    InsideAlready(Label),
    /// A part was taken out of an annotation.
    FragmentRemoved(Label),
    /// An edge cannot go further.
    EdgeStays,
    /// There is no annotation at the caret.
    NothingHere,
    /// An annotation was deleted.
    Deleted(Label),
    /// Nothing was chosen to be deleted.
    ChooseFirst,
    /// A step was undone.
    Undone,
    /// A step was done again.
    Redone,
    /// There is nothing to undo.
    NothingToUndo,
    /// There is nothing to do again.
    NothingToRedo,
    /// Two sentences were joined.
    SentencesMerged,
    /// A sentence was split.
    SentenceSplit,
    /// The article was split into sentences anew: how many there are now.
    Resplit(usize),
    /// No sentence was pointed at.
    PointFirst,
    /// There is no sentence behind this one.
    NoNextSentence,
    /// The caret stands at an edge of the sentence.
    CaretAtEdge,
    /// There is no annotation to go to.
    NoAnnotations,
    /// A kept article was deleted.
    ArticleDeleted(DocumentId, String),
    /// The annotation file was given to the browser.
    Downloaded(String),
    /// An annotation file was opened.
    Opened(usize),
    /// A file was opened beside another state of the same article.
    OpenedAsCopy,
    /// The file is the state kept here already.
    OpenedKept,
    /// What was brought in cannot be used, with the reason in a sentence.
    Refused(String),
    /// The article is open for editing in another tab.
    OtherTab,
    /// Editing has moved to this tab.
    TakenOver,
    /// Something asked of the storage failed.
    Storage(StorageError),
    /// A step does not fit the document.
    DoesNotFit(String),
}

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The action.
    pub action: Action,
    /// What it acts on.
    pub subject: String,
    /// Its name on the button.
    pub words: &'static str,
}

impl Notice {
    /// Returns the sentence.
    pub(super) fn words(&self) -> String {
        match self {
            Notice::SelectFirst => "Select some words of the article first.".into(),
            Notice::Tagged(label, words) => format!("Tagged as {}: {words}", label.word()),
            Notice::TaggedAlready(label) => {
                format!("These very words are tagged as {} already.", label.word())
            }
            Notice::Relabelled(label) => format!("This is now tagged as {}.", label.word()),
            Notice::Extended(label, words) => format!("Added to the {}: {words}", label.word()),
            Notice::InsideAlready(label) => {
                format!("These words are part of the {} already.", label.word())
            }
            Notice::FragmentRemoved(label) => {
                format!("Took a part out of the {}.", label.word())
            }
            Notice::EdgeStays => "The edge cannot go further.".into(),
            Notice::NothingHere => "There is no annotation at the caret.".into(),
            Notice::Deleted(label) => format!("Deleted one {}.", label.word()),
            Notice::ChooseFirst => "Choose an annotation first: click it, or press N.".into(),
            Notice::Undone => "Undone.".into(),
            Notice::Redone => "Done again.".into(),
            Notice::NothingToUndo => "There is nothing to undo.".into(),
            Notice::NothingToRedo => "There is nothing to do again.".into(),
            Notice::SentencesMerged => "Joined with the next sentence.".into(),
            Notice::SentenceSplit => "Split into two sentences.".into(),
            Notice::Resplit(count) => format!("The article now has {count} sentences."),
            Notice::PointFirst => "Click a sentence of the article first.".into(),
            Notice::NoNextSentence => "This is the last sentence.".into(),
            Notice::CaretAtEdge => {
                "Click inside the sentence, where the second one should begin.".into()
            }
            Notice::NoAnnotations => "Nothing is annotated yet.".into(),
            Notice::ArticleDeleted(_, title) => format!("Deleted “{title}”."),
            Notice::Downloaded(name) => format!("Saved to your downloads as {name}."),
            Notice::Opened(1) => "Opened the file with its one annotation.".into(),
            Notice::Opened(count) => format!("Opened the file with its {count} annotations."),
            Notice::OpenedAsCopy => {
                "This browser keeps another state of this article, so the file is opened as a \
                 copy beside it."
                    .into()
            }
            Notice::OpenedKept => {
                "This browser keeps this very state already, so that is what you see.".into()
            }
            Notice::Refused(sentence) => sentence.clone(),
            Notice::OtherTab => {
                "This article is being edited in another tab. Choose “Edit here” to move here."
                    .into()
            }
            Notice::TakenOver => "You now edit in this tab.".into(),
            Notice::Storage(error) => storage_words(error),
            Notice::DoesNotFit(reason) => {
                format!("That could not be done: {reason}. Nothing was changed.")
            }
        }
    }

    /// Returns what the notice offers to do.
    pub(super) fn offer(&self) -> Option<Offer> {
        let undo = Offer { action: Action::Undo, subject: String::new(), words: "Undo" };
        match self {
            Notice::Deleted(_)
            | Notice::Tagged(..)
            | Notice::Extended(..)
            | Notice::FragmentRemoved(_)
            | Notice::Relabelled(_)
            | Notice::SentencesMerged
            | Notice::SentenceSplit
            | Notice::Resplit(_) => Some(undo),
            Notice::ArticleDeleted(id, _) => {
                Some(Offer { action: Action::RestoreArticle, subject: id.0.clone(), ..undo })
            }
            _ => None,
        }
    }
}

/// Says in a sentence why the browser does not keep the work, and what to do.
pub(super) fn storage_words(error: &StorageError) -> String {
    let reason = match error {
        StorageError::Refused => {
            "This browser does not let the page keep anything, as in some private windows."
                .to_owned()
        }
        StorageError::Full => "This browser's storage is full.".to_owned(),
        StorageError::Missing(_) => "This article is no longer kept in this browser.".to_owned(),
        StorageError::Overtaken(_) => "Another tab has changed this article.".to_owned(),
        StorageError::Failed(words) => format!("This browser's storage failed ({words})."),
    };
    format!("{reason} You can go on working; download the annotation file to keep your work.")
}

/// Returns the first of `words`, in one line.
pub(super) fn shortened(words: &str) -> String {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(SHOWN) {
        words.truncate(cut);
        words.push('…');
    }
    words
}
