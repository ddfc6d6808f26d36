//! Actions: the names by which the page's controls and keys say what was asked for.
//!
//! The names stand in `index.html` as `data-action`; a test proves that page and program know the
//! same ones. What each action means is told in `asked`.

macro_rules! actions {
    ($($(#[$doc:meta])* $variant:ident = $name:literal),* $(,)?) => {
        /// Something a control of the page asks for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Action { $($(#[$doc])* $variant),* }

        impl Action {
            /// All actions.
            pub const ALL: &'static [Action] = &[$(Action::$variant),*];

            /// Returns the name that stands in `data-action`.
            pub fn name(self) -> &'static str {
                match self { $(Action::$variant => $name),* }
            }
        }
    };
}

actions! {
    /// Open a file of the computer.
    OpenFile = "open-file",
    /// Start from the sample article.
    TrySample = "try-sample",
    /// Go on with the text typed or pasted into the field; the value is the text.
    TakeTyped = "take-typed",
    /// Open a kept article; the subject is its id.
    PickArticle = "pick-article",
    /// Ask for a new title of a kept article.
    RenameArticle = "rename-article",
    /// Give the article that was asked about its new title, the value.
    EndRename = "end-rename",
    /// Delete a kept article.
    DeleteArticle = "delete-article",
    /// Take back the deletion of an article.
    RestoreArticle = "restore-article",
    /// Delete an article for good.
    ForgetArticle = "forget-article",
    /// Keep or leave out a line of the draft; the value is "on" or "off".
    KeepLine = "keep-line",
    /// Keep or leave out all lines of page furniture.
    KeepFurniture = "keep-furniture",
    /// Join hard-wrapped lines, or not.
    JoinLines = "join-lines",
    /// Show more lines of a long draft.
    ShowMoreLines = "show-more-lines",
    /// Set a field of what is known of the article; the subject is the field.
    SetField = "set-field",
    /// Fix the draft's text and start annotating.
    AcceptDraft = "accept-draft",
    /// Leave the draft.
    DropDraft = "drop-draft",
    /// Go to the start view.
    ShowStart = "show-start",
    /// Tag the selection a claim.
    TagClaim = "tag-claim",
    /// Tag the selection a quote.
    TagQuote = "tag-quote",
    /// Tag the selection an attribution.
    TagAttribution = "tag-attribution",
    /// Choose an annotation; the subject is its id.
    PickAnnotation = "pick-annotation",
    /// Choose the next annotation in the text.
    NextAnnotation = "next-annotation",
    /// Choose the annotation before.
    PreviousAnnotation = "previous-annotation",
    /// Move the caret left by a character.
    CharacterLeft = "character-left",
    /// Move the caret right by a character.
    CharacterRight = "character-right",
    /// Move the caret left by a word.
    WordLeft = "word-left",
    /// Move the caret right by a word.
    WordRight = "word-right",
    /// Move the caret to the start of the sentence, or of the one before.
    SentenceUp = "sentence-up",
    /// Move the caret to the next sentence.
    SentenceDown = "sentence-down",
    /// Move the caret to the start of its sentence.
    SentenceStart = "sentence-start",
    /// Move the caret to the end of its sentence.
    SentenceEnd = "sentence-end",
    /// Move the caret to the start of the article.
    ArticleStart = "article-start",
    /// Move the caret to the end of the article.
    ArticleEnd = "article-end",
    /// Move the caret up by about a screen.
    PageUp = "page-up",
    /// Move the caret down by about a screen.
    PageDown = "page-down",
    /// Go to the next suggestion.
    NextSuggestion = "next-suggestion",
    /// Go to the suggestion before.
    PreviousSuggestion = "previous-suggestion",
    /// Accept the suggestion the user is at, or open the card of the annotation at the caret.
    OpenCard = "open-card",
    /// Add the selection to the chosen annotation.
    Extend = "extend",
    /// Take a fragment out of an annotation; the value is its index.
    RemoveFragment = "remove-fragment",
    /// Move the start of the chosen annotation to the left.
    StartLeft = "start-left",
    /// Move the start of the chosen annotation to the right.
    StartRight = "start-right",
    /// Move the end of the chosen annotation to the left.
    EndLeft = "end-left",
    /// Move the end of the chosen annotation to the right.
    EndRight = "end-right",
    /// Choose what selections snap to, the value.
    SnapTo = "snap-to",
    /// Select the sentence at the caret.
    SelectSentence = "select-sentence",
    /// Join the sentence at the caret with the next.
    MergeSentences = "merge-sentences",
    /// Split the sentence at the caret.
    SplitSentence = "split-sentence",
    /// Split the article into sentences anew.
    ResplitSentences = "resplit-sentences",
    /// Show or hide the numbers of the sentences.
    ToggleNumbers = "toggle-numbers",
    /// Give the chosen annotation another label, the value.
    Relabel = "relabel",
    /// Set the note of the chosen annotation.
    SetNote = "set-note",
    /// Delete the chosen annotation.
    DeleteAnnotation = "delete-annotation",
    /// Start a link from the chosen annotation, or end it there.
    Link = "link",
    /// Look at the places where the selected words stand, or no longer.
    Alike = "alike",
    /// Seek them with their capitals, or without.
    AlikeCase = "alike-case",
    /// Open the find bar.
    Find = "find",
    /// Seek what is typed, the value.
    FindFor = "find-for",
    /// Go to the next hit.
    FindNext = "find-next",
    /// Go to the hit before.
    FindPrevious = "find-previous",
    /// Seek in another way, the value.
    SwitchFind = "switch-find",
    /// Close the find bar.
    CloseFind = "close-find",
    /// Make the selection a source of the chosen attribution.
    MarkSource = "mark-source",
    /// Make the selection a cue of the chosen attribution.
    MarkCue = "mark-cue",
    /// Make the selection an addressee of the chosen attribution.
    MarkAddressee = "mark-addressee",
    /// Take a proposal for the chosen annotation; the value is its index, the first by default.
    TakeProposal = "take-proposal",
    /// Drop a proposal for the chosen annotation; the value is its index, the first by default.
    DropProposal = "drop-proposal",
    /// Take all proposals for the chosen annotation.
    TakeAll = "take-all",
    /// Take a link away: from the subject, an attribution, to the value.
    CutLink = "cut-link",
    /// Take a source, cue or addressee away; the value is which and its index: "cue 0".
    RemovePart = "remove-part",
    /// Set an attribute; the value is its number and the name of the choice: "4 231".
    SetAttribute = "set-attribute",
    /// Name the speaker of an attribution; the value is the name, empty for none.
    NameSpeaker = "name-speaker",
    /// Show the speakers of the article.
    ShowSpeakers = "show-speakers",
    /// Give a speaker, the subject, another name, the value; so do the next three.
    SetSpeakerName = "set-speaker-name",
    /// Set the kind of a speaker.
    SetSpeakerKind = "set-speaker-kind",
    /// Set the web identifier of a speaker.
    SetSpeakerWeb = "set-speaker-web",
    /// Give a speaker one more name.
    AddAlias = "add-alias",
    /// Make a speaker of its own of an alias, the value.
    SplitSpeaker = "split-speaker",
    /// Make one of two speakers: the subject is kept, the value goes into it.
    MergeSpeakers = "merge-speakers",
    /// Take a speaker out of the register.
    RemoveSpeaker = "remove-speaker",
    /// Choose the convention by which the article is looked at, the value.
    ChooseProfile = "choose-profile",
    /// Mend what a rule, the value, finds at the chosen annotation, or the first that can be.
    Fix = "fix",
    /// Go to the next annotation that may need a second look.
    NextProblem = "next-problem",
    /// Accept the suggestion the user is at.
    AcceptSuggestion = "accept-suggestion",
    /// Accept it and move its edges.
    EditSuggestion = "edit-suggestion",
    /// Turn it down.
    RejectSuggestion = "reject-suggestion",
    /// Accept all sure suggestions.
    AcceptSure = "accept-sure",
    /// Undo the last step.
    Undo = "undo",
    /// Do the last undone step again.
    Redo = "redo",
    /// Show the formats of other programs.
    ShowExport = "show-export",
    /// Choose a format; the value is its name.
    ChooseFormat = "choose-format",
    /// Download in the chosen format.
    TakeExport = "take-export",
    /// Download the annotation file.
    Download = "download",
    /// Show what is known of the article.
    ShowDetails = "show-details",
    /// Show help and keys.
    ShowHelp = "show-help",
    /// Show the settings.
    ShowSettings = "show-settings",
    /// Set a setting, the subject; the value is its name.
    SetSetting = "set-setting",
    /// Give an action, the value, another key.
    ChangeKey = "change-key",
    /// Use the usual keys.
    ResetKeys = "reset-keys",
    /// Close the open dialog.
    CloseDialog = "close-dialog",
    /// Edit here what another tab holds.
    TakeOver = "take-over",
    /// Put the notice away.
    DismissNotice = "dismiss-notice",
    /// Try again to keep what was not kept.
    RetrySave = "retry-save",
    /// Open or close the list of annotations on a narrow page.
    ToggleList = "toggle-list",
    /// Set the filter of the list, or close it.
    Filter = "filter",
    /// Show those of a facet alone, the value, or no longer.
    FilterBy = "filter-by",
    /// Show what a source has said, the value.
    FilterSource = "filter-source",
    /// Show all annotations in the list.
    ShowAll = "show-all",
    /// Hide the marks of a label, the value, or show them.
    ToggleLabel = "toggle-label",
    /// Let go of selection, annotation or dialog.
    LetGo = "let-go",
}

/// The value by which a motion of the caret selects.
pub(super) const FURTHER: &str = "further";
/// The value by which an edge moves by character.
pub(super) const CHARACTER: &str = "character";

impl Action {
    /// Tells whether it is for whoever reads in the text: its keys mean other things elsewhere.
    pub fn is_of_text(self) -> bool {
        Action::CharacterLeft as usize <= self as usize
            && self as usize <= Action::OpenCard as usize
    }

    /// Returns the action of that name.
    pub fn named(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Msg;

    #[test]
    fn every_action_is_found_by_its_name() {
        for action in Action::ALL {
            assert_eq!(Action::named(action.name()), Some(*action));
        }
        assert_eq!(Action::named("make-coffee"), None);
    }

    #[test]
    fn an_action_without_what_it_needs_is_nothing() {
        assert_eq!(Action::PickArticle.msg(None, None), None);
        assert_eq!(Action::KeepLine.msg(Some("x"), Some("on")), None);
        assert_eq!(Action::SetField.msg(Some("colour"), Some("red")), None);
        assert_eq!(Action::TakeProposal.msg(None, Some("x")), None);
        assert_eq!(Action::Fix.msg(None, Some("colour")), None);
        assert_eq!(Action::RemovePart.msg(Some("a1"), Some("colour 0")), None);
        assert_eq!(Action::SetAttribute.msg(Some("a1"), Some("99 1")), None);
        assert_eq!(Action::MergeSpeakers.msg(Some("s1"), Some("")), None);
        assert_eq!(Action::SnapTo.msg(None, Some("page")), None);
        assert_eq!(Action::RemoveFragment.msg(Some("a1"), None), None);
        assert_eq!(Action::KeepLine.msg(Some("3"), Some("off")), Some(Msg::LineSwitched(3, false)));
    }
}
