//! Messages: everything that can happen to the application, in the past tense.
//!
//! A message says what happened, never what follows from it; that the model decides.

use super::action::Action;
use super::attribute::Attribute;
use super::chord::Chord;
use super::cursor::{Edge, Fit, Motion, Selecting, Side, Stride};
use super::filter::Facet;
use super::find::Switch;
use super::shelf::{Entry, StorageError, Stored};
use crate::document::check::{Profile, Rule};
use crate::document::{AnnotationId, Constituent, DocumentId, Label, SpeakerId, Step, Timestamp};
use crate::format::{File, Format};
use crate::text::paste::{Block, Facts};
use crate::text::{Snap, Utf16, Way};

/// When something happened, with an id that no document has yet, for one that may be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The time.
    pub now: Timestamp,
    /// A fresh id.
    pub fresh: DocumentId,
}

/// A place in the article as the page counts: a paragraph and UTF-16 units into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The index of the paragraph.
    pub paragraph: usize,
    /// The offset in its text.
    pub at: Utf16,
}

/// A field of what is known of the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The headline.
    Title,
    /// The web address.
    Url,
    /// The newspaper, agency or site.
    Outlet,
    /// The authors, separated by commas.
    Authors,
    /// The day of publication.
    Published,
    /// The language tag.
    Language,
}

impl Field {
    /// All fields, in the order they are shown.
    pub const ALL: [Field; 6] = [
        Field::Title,
        Field::Url,
        Field::Outlet,
        Field::Authors,
        Field::Published,
        Field::Language,
    ];

    /// Returns the name by which the page's inputs know the field.
    pub fn name(self) -> &'static str {
        match self {
            Field::Title => "title",
            Field::Url => "url",
            Field::Outlet => "outlet",
            Field::Authors => "authors",
            Field::Published => "published",
            Field::Language => "language",
        }
    }

    /// Returns the field of that name.
    pub fn named(name: &str) -> Option<Field> {
        Field::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// A field of what is known of a speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerField {
    /// The name; what the text calls it stays an alias.
    Name,
    /// One more alias.
    Alias,
    /// The kind, by the name of its word; empty when not known.
    Kind,
    /// The web identifier.
    SameAs,
}

/// Which tab may change an open article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// This one.
    Writer,
    /// Another one; this one shows what it does.
    Follower,
    /// This one, as soon as it has caught up with the one before.
    Joining,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Msg {
    /// The page awoke: the languages that its user wants, the best first, and the settings kept.
    Awoken(Vec<String>, Option<String>),
    /// Another tab changed the settings.
    SettingsRead(String),
    /// The settings were asked for.
    SettingsAsked,
    /// The setting of that name was set.
    SettingSet(String, String),
    /// An action was to be given another key.
    KeyAsked(Action),
    /// A key was pressed for the action that was asked about.
    KeyGiven(Chord),
    /// The usual keys were asked for.
    KeysReset,
    /// The list of kept articles was read; the address may name one to open.
    Started(Result<Vec<Entry>, StorageError>, Option<DocumentId>),
    /// The list of kept articles was read again.
    ShelfRead(Result<Vec<Entry>, StorageError>),
    /// Another tab changed the list of kept articles.
    ShelfChanged,
    /// The address now names an article, or none.
    Located(Option<DocumentId>),

    /// Text was pasted or typed.
    TextPasted(String),
    /// A stretch of a web page was pasted or read: its blocks and what its head says.
    PagePasted(Vec<Block>, Facts),
    /// A file of the computer was asked for.
    FileAsked,
    /// Files were read; several were brought together.
    FilesRead(Vec<File>),
    /// A file could not be read, in the browser's words.
    FileFailed(String, String),
    /// The sample article was asked for.
    SampleAsked,

    /// A line of the draft was switched on or off.
    LineSwitched(usize, bool),
    /// All page furniture was switched on or off.
    FurnitureSwitched(bool),
    /// Joining of hard-wrapped lines was switched on or off.
    JoinSwitched(bool),
    /// More lines of a long draft were asked for.
    MoreLinesAsked,
    /// A field of the draft or of the open article was set.
    FieldSet(Field, String),
    /// The draft was accepted.
    DraftAccepted,

    /// The start view was asked for.
    StartAsked,
    /// A kept article was picked.
    ArticlePicked(DocumentId),
    /// A kept article was read from storage.
    ArticleLoaded(DocumentId, Box<Result<Stored, StorageError>>),
    /// A new title for a kept article was asked for.
    RenameAsked(DocumentId),
    /// The new title was given.
    RenameEnded(String),
    /// A kept article was deleted.
    ArticleDeleted(DocumentId),
    /// Its deletion was taken back.
    ArticleRestored(DocumentId),
    /// A deleted one is to go for good; that is asked for twice.
    ForgetAsked(DocumentId),

    /// Words of the article were selected, from where it began to where the caret is.
    TextSelected(Place, Place, Fit),
    /// So were words that belong to the chosen annotation.
    FragmentSelected(Place, Place, Fit),
    /// Nothing is selected any more.
    SelectionCleared,
    /// The sentence at a place was asked for.
    SentencePicked(Place),
    /// The whole quote at a place was asked for.
    QuotePicked(Place),
    /// The keyboard has come to the text.
    TextEntered,
    /// The caret was moved by keys.
    CaretMoved(Motion, Selecting),
    /// The next screen of text was asked for, or the one before.
    PageTurned(Way, Selecting),
    /// The page was turned, to this place for the caret.
    CaretPut(Place, Selecting),
    /// The card of the annotation at the caret was asked for.
    CardAsked,
    /// The keyboard wants to go back from a card to the text.
    CardLeft,
    /// The find bar was asked for.
    FindAsked,
    /// What is sought was typed.
    FindTyped(String),
    /// The way words are sought was switched.
    FindSwitched(Switch),
    /// The next hit was asked for, or the one before.
    FindStepped(Way),
    /// The find bar was closed.
    FindClosed,
    /// The page has had time to answer its user, while something is sought; the last slice of that
    /// took so many milliseconds.
    SearchWentOn(u32),
    /// The places of the selected words were to be looked at, or no longer.
    AlikeAsked,
    /// The selected words were to be sought with their capitals, or without.
    AlikeCaseTurned,
    /// The selection of this number has been there for a moment.
    SelectionOutlasted(usize),
    /// The selection was to become a further fragment of the chosen annotation.
    ExtendAsked,
    /// A fragment was to be taken out of an annotation.
    FragmentRemoved(AnnotationId, usize),
    /// An edge of the chosen annotation was moved by keys.
    EdgeStepped(Edge, Stride, Side),
    /// An edge of a fragment of the chosen annotation is being dragged, and now at a place.
    EdgeDragged(usize, Edge, Place, Fit),
    /// It was let go there.
    EdgeDropped,
    /// What selections go to was chosen.
    SnapChosen(Snap),
    /// The article was clicked, on these annotations, and the caret now stands at a place.
    TextClicked(Vec<AnnotationId>, Option<Place>),
    /// The sentence at the caret was asked for.
    SentenceAsked,
    /// The sentence at the caret was to be joined with the next.
    MergeAsked,
    /// The sentence at the caret was to be split there.
    SplitAsked,
    /// The article was to be split into sentences anew, by the rules of its language.
    ResplitAsked,
    /// The numbers of the sentences were to be shown or hidden.
    NumbersToggled,
    /// A label was chosen.
    LabelChosen(Label),
    /// An annotation was chosen in the list.
    AnnotationPicked(AnnotationId),
    /// The next annotation was asked for.
    NextAsked,
    /// The annotation before was asked for.
    PreviousAsked,
    /// An annotation was given another label.
    LabelChanged(AnnotationId, Label),
    /// The note of an annotation was typed.
    NoteTyped(AnnotationId, String),
    /// An annotation was to be deleted, or the chosen one.
    DeletionAsked(Option<AnnotationId>),
    /// A link was to start from the chosen annotation, or to end there.
    LinkAsked,
    /// Two annotations were linked by hand, an attribution and what was said, in either order.
    LinkMade(AnnotationId, AnnotationId),
    /// The link from an attribution to what was said was taken away.
    LinkCut(AnnotationId, AnnotationId),
    /// The selection was made a source, cue or addressee of the chosen attribution.
    ConstituentMarked(Constituent),
    /// A source, cue or addressee was taken away, by its index.
    ConstituentRemoved(AnnotationId, Constituent, usize),
    /// A proposal for the chosen annotation was taken, by its index.
    ProposalTaken(usize),
    /// All proposals for the chosen annotation were taken.
    ProposalsTaken,
    /// A proposal for the chosen annotation was dropped, by its index.
    ProposalDropped(usize),
    /// What a rule finds at the chosen annotation was to be mended, or the first that can be.
    FixAsked(Option<Rule>),
    /// The next annotation that may need a second look was asked for.
    ProblemAsked,
    /// The convention was chosen that the article is looked at by.
    ProfileChosen(Profile),
    /// An attribute was set to the choice of that name, or to none.
    AttributeSet(AnnotationId, Attribute, String),
    /// The speaker of an attribution was chosen, or taken away.
    SpeakerChosen(AnnotationId, Option<SpeakerId>),
    /// The speaker of an attribution was named, one of the register or a new one.
    SpeakerNamed(AnnotationId, String),
    /// The register of speakers was asked for.
    RegisterAsked,
    /// What is known of a speaker was set.
    SpeakerSet(SpeakerId, SpeakerField, String),
    /// Two speakers were made one; the first is kept.
    SpeakersMerged(SpeakerId, SpeakerId),
    /// An alias of a speaker was made a speaker of its own.
    SpeakerSplit(SpeakerId, String),
    /// A speaker was taken out of the register.
    SpeakerRemoved(SpeakerId),
    /// The next suggestion was asked for, or the one before.
    SuggestionStepped(Way),
    /// The suggestion the user is at was accepted.
    SuggestionAccepted,
    /// It was accepted, and its edges are to be moved.
    SuggestionEdited,
    /// It was turned down.
    SuggestionRejected,
    /// All sure suggestions were accepted.
    SureAccepted,
    /// There is time to look for more suggestions.
    SuggestionsDue,
    /// Undo was asked for.
    UndoAsked,
    /// Redo was asked for.
    RedoAsked,
    /// Blocks of the article came near the view or left it.
    BlocksNeared(Vec<(usize, bool)>),
    /// Parts of the list came near the view or left it.
    CardsNeared(Vec<(usize, bool)>),
    /// The list was opened or closed on a narrow page.
    ListToggled,
    /// The filter of the list was to be set, or no longer.
    FilterToggled,
    /// The list was to show those of this facet alone, or no longer.
    FacetToggled(Facet),
    /// The list was to show what a source of this name has said.
    SourceSought(String),
    /// The list was to show all annotations again.
    AllAsked,
    /// The marks of a label were to be hidden in the text, or shown.
    LabelToggled(Label),
    /// Printing is about to begin: all of the article is needed.
    PrintBegan,
    /// The annotation file was asked for.
    DownloadAsked,

    /// The formats of other programs were asked for.
    ExportAsked,
    /// One of them was chosen.
    FormatChosen(Format),
    /// The article was asked for in the chosen one.
    ExportTaken,
    /// What is known of the article was asked for.
    DetailsAsked,
    /// Help was asked for.
    HelpAsked,
    /// The dialog was closed.
    DialogClosed,
    /// The notice was put away.
    NoticeDismissed,
    /// The notice of this number has been there long enough.
    NoticeExpired(usize),
    /// Selection, annotation or dialog was to be let go.
    LetGoAsked,

    /// What was to be kept was kept, or not.
    SaveEnded(DocumentId, Result<(), StorageError>),
    /// Keeping was to be tried again.
    RetryAsked,
    /// Something else asked of the storage failed.
    StorageFailed(StorageError),
    /// This tab was given a role for the article.
    RoleGiven(DocumentId, Role),
    /// Another tab changed the article: from this step on.
    ArticleChanged(DocumentId, usize),
    /// The steps from this one on were read again.
    StepsLoaded(DocumentId, usize, Result<(Entry, Vec<Step>), StorageError>),
    /// Editing was to move to this tab.
    TakeOverAsked,
}
