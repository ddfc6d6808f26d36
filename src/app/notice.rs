//! Notices: what the application tells the user in a sentence, and what they can do about it.

use super::action::Action;
use super::keymap::keys_of;
use super::settings::Settings;
use super::shelf::StorageError;
use super::words::{Word, Words};
use crate::document::{Constituent, DocumentId, EditError, Label};
use crate::format::OpenError;
use crate::format::ascribe::ReadError;
use crate::text::paste::PasteError;

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
    InsideAlready,
    /// A part was taken out of an annotation.
    FragmentRemoved(Label),
    /// Words were tagged wherever they stand: how many places, and in how many they were before.
    TaggedAll(Label, usize, usize),
    /// The places of the selected words are looked at: how many there are.
    Alike(usize),
    /// The selected words stand nowhere else.
    NothingAlike,
    /// An edge cannot go further.
    EdgeStays,
    /// There is no annotation at the caret.
    NothingHere,
    /// An annotation was deleted.
    Deleted(Label),
    /// A suggestion was accepted: the label of what was said, and its words.
    Accepted(Label, String),
    /// So many suggestions were accepted.
    AcceptedAll(usize),
    /// A suggestion was turned down.
    Rejected,
    /// The user is at no suggestion.
    NoSuggestion,
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
    /// Of so many annotations the list shows none.
    NoneShown(usize),
    /// The list shows all annotations.
    AllShown,
    /// A kept article was deleted.
    ArticleDeleted(DocumentId, String),
    /// A deleted article is to go for good, if that is asked for once more.
    ForgetAsked(DocumentId, String),
    /// A deleted article is gone for good.
    ArticleForgotten(String),
    /// A deleted article is back in the list.
    ArticleRestored(String),
    /// The annotation file was given to the browser.
    Downloaded(String),
    /// An annotation file was opened.
    Opened(usize),
    /// So many articles came in files and are kept.
    OpenedSeveral(usize),
    /// A file was opened beside another state of the same article.
    OpenedAsCopy,
    /// The file is the state kept here already.
    OpenedKept,
    /// So it is, and it had been deleted.
    OpenedRestored,
    /// What was brought in cannot be used.
    Refused(Refusal),
    /// The article is open for editing in another tab.
    OtherTab,
    /// Editing has moved to this tab.
    TakenOver,
    /// Something asked of the storage failed.
    Storage(StorageError),
    /// A link was started.
    LinkStarted,
    /// Two annotations were linked.
    Linked,
    /// A link was taken away.
    LinkCut,
    /// The two are linked already.
    LinkedAlready,
    /// The two cannot be linked.
    CannotLink,
    /// No attribution is chosen that words could be marked for.
    ChooseAttribution,
    /// Words were made a part of an attribution.
    ConstituentMarked(Constituent, String),
    /// A part of an attribution was taken away.
    ConstituentRemoved(Constituent),
    /// There is nothing to take or drop.
    NothingProposed,
    /// A proposal was taken.
    Taken,
    /// A proposal was dropped.
    Dropped,
    /// A problem was mended.
    Fixed,
    /// No problem here can be mended by one key.
    NothingToFix,
    /// No annotation has a problem.
    NoProblems,
    /// Two speakers were made one: the name that is gone, and the one that is kept.
    SpeakersMerged(String, String),
    /// An alias was made a speaker.
    SpeakerSplit(String),
    /// A speaker was taken out of the register.
    SpeakerRemoved(String),
    /// A step does not fit the document.
    DoesNotFit(EditError),
}

/// Why what was brought in cannot be used. A file has a name; what was pasted has none.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Refusal {
    /// The browser could not read the file, for a reason in its words.
    Unreadable(String, String),
    /// It holds no text.
    Paste(Option<String>, PasteError),
    /// The files together hold nothing that can be opened.
    Several,
    /// It holds no annotations that can be read, or lacks their text.
    Open(OpenError),
    /// It is JSON, but not ours.
    OtherJson(String),
    /// It is no annotation file that can be read.
    Annotations(Option<String>, ReadError),
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
    pub(super) fn words(&self, words: &Words, settings: &Settings) -> String {
        let word = match self {
            Notice::SelectFirst => Word::SelectFirst,
            Notice::Undone => Word::Undone,
            Notice::Redone => Word::Redone,
            Notice::NothingToUndo => Word::NothingToUndo,
            Notice::NothingToRedo => Word::NothingToRedo,
            Notice::SentencesMerged => Word::Merged,
            Notice::SentenceSplit => Word::Split,
            Notice::PointFirst => Word::PointFirst,
            Notice::NoNextSentence => Word::NoNextSentence,
            Notice::CaretAtEdge => Word::CaretAtEdge,
            Notice::NoAnnotations => Word::NoAnnotations,
            Notice::AllShown => Word::AllShown,
            Notice::OpenedAsCopy => Word::OpenedAsCopy,
            Notice::OpenedKept => Word::OpenedKept,
            Notice::OpenedRestored => Word::OpenedRestored,
            Notice::OtherTab => Word::OtherTab,
            Notice::InsideAlready => Word::InsideAlready,
            Notice::NothingAlike => Word::NothingAlike,
            Notice::EdgeStays => Word::EdgeStays,
            Notice::NothingHere => Word::NothingHere,
            Notice::TakenOver => Word::TakenOver,
            Notice::Linked => Word::Linked,
            Notice::LinkCut => Word::LinkCut,
            Notice::LinkedAlready => Word::LinkedAlready,
            Notice::CannotLink => Word::CannotLink,
            Notice::ChooseAttribution => Word::ChooseAttribution,
            Notice::NothingProposed => Word::NothingProposed,
            Notice::Taken => Word::Taken,
            Notice::Dropped => Word::Dropped,
            Notice::Fixed => Word::Fixed,
            Notice::NothingToFix => Word::NothingToFix,
            Notice::NoProblems => Word::NoProblems,
            Notice::Rejected => Word::Rejected,
            Notice::NoSuggestion => Word::NoSuggestion,
            Notice::Accepted(label, accepted) => {
                return words.fill(Word::Accepted, &[words.label(*label), accepted]);
            }
            Notice::AcceptedAll(count) => return words.count(Word::AcceptedAll, *count),
            Notice::LinkStarted => {
                let key = |action| keys_of(settings, words, action);
                match key(Action::NextAnnotation).zip(key(Action::Link)) {
                    Some((next, link)) => return words.fill(Word::LinkStarted, &[&next, &link]),
                    None => Word::LinkByClick,
                }
            }
            Notice::ConstituentMarked(part, marked) => {
                return words.fill(Word::ConstituentMarked, &[words.constituent(*part), marked]);
            }
            Notice::ConstituentRemoved(part) => {
                return words.fill(Word::ConstituentRemoved, &[words.constituent(*part)]);
            }
            Notice::SpeakersMerged(gone, kept) => {
                return words.fill(Word::SpeakersMerged, &[gone, kept]);
            }
            Notice::SpeakerSplit(name) => return words.fill(Word::SpeakerSplit, &[name]),
            Notice::SpeakerRemoved(name) => return words.fill(Word::SpeakerRemoved, &[name]),
            Notice::ChooseFirst => match keys_of(settings, words, Action::NextAnnotation) {
                Some(key) => return words.fill(Word::ChooseFirst, &[&key]),
                None => Word::ChooseByClick,
            },
            Notice::Tagged(label, tagged) => {
                return words.fill(Word::Tagged, &[words.label(*label), tagged]);
            }
            Notice::TaggedAlready(label) => {
                return words.fill(Word::TaggedAlready, &[words.label(*label)]);
            }
            Notice::Relabelled(label) => {
                return words.fill(Word::Relabelled, &[words.label(*label)]);
            }
            Notice::Extended(label, added) => {
                return words.fill(Word::Extended, &[words.label(*label), added]);
            }
            Notice::TaggedAll(label, tagged, there) => {
                let tagged = words.count(Word::TaggedAll, *tagged);
                let told = words.fill(Word::TaggedAllAs, &[&tagged, words.label(*label)]);
                return match there {
                    0 => told,
                    _ => [told, words.count(Word::TaggedBefore, *there)].join(" "),
                };
            }
            Notice::FragmentRemoved(label) => {
                return words.fill(Word::FragmentRemoved, &[words.label(*label)]);
            }
            Notice::Deleted(label) => return words.fill(Word::DeletedOne, &[words.label(*label)]),
            Notice::NoneShown(count) => return words.count(Word::NoneShown, *count),
            Notice::Alike(count) => return words.count(Word::Alike, *count),
            Notice::Resplit(count) => return words.count(Word::ResplitInto, *count),
            Notice::ArticleDeleted(_, title) => return words.fill(Word::ArticleDeleted, &[title]),
            Notice::ForgetAsked(_, title) => return words.fill(Word::ForgetAsked, &[title]),
            Notice::ArticleForgotten(title) => return words.fill(Word::ArticleForgotten, &[title]),
            Notice::ArticleRestored(title) => return words.fill(Word::ArticleRestored, &[title]),
            Notice::Downloaded(name) => return words.fill(Word::Downloaded, &[name]),
            Notice::OpenedSeveral(count) => return words.count(Word::OpenedSeveral, *count),
            Notice::Opened(count) => return words.count(Word::Opened, *count),
            Notice::Refused(refusal) => return refusal.words(words),
            Notice::Storage(error) => return words.storage_error(error),
            Notice::DoesNotFit(error) => {
                return words.fill(Word::DoesNotFit, &[&words.edit_error(error)]);
            }
        };
        words.say(word).to_owned()
    }

    /// Returns what the notice offers to do.
    pub(super) fn offer(&self, words: &Words) -> Option<Offer> {
        let undo =
            Offer { action: Action::Undo, subject: String::new(), words: words.say(Word::Undo) };
        match self {
            Notice::Deleted(_)
            | Notice::Tagged(..)
            | Notice::Extended(..)
            | Notice::TaggedAll(..)
            | Notice::FragmentRemoved(_)
            | Notice::Relabelled(_)
            | Notice::SentencesMerged
            | Notice::SentenceSplit
            | Notice::Resplit(_)
            | Notice::Linked
            | Notice::LinkCut
            | Notice::ConstituentMarked(..)
            | Notice::ConstituentRemoved(_)
            | Notice::Taken
            | Notice::Accepted(..)
            | Notice::AcceptedAll(_)
            | Notice::Rejected
            | Notice::Dropped
            | Notice::Fixed
            | Notice::SpeakersMerged(..)
            | Notice::SpeakerSplit(_)
            | Notice::SpeakerRemoved(_) => Some(undo),
            Notice::LinkStarted => {
                Some(Offer { action: Action::LetGo, words: words.say(Word::Cancel), ..undo })
            }
            Notice::NoneShown(_) => {
                Some(Offer { action: Action::ShowAll, words: words.say(Word::ShowAll), ..undo })
            }
            Notice::ForgetAsked(id, _) => Some(Offer {
                action: Action::ForgetArticle,
                subject: id.0.clone(),
                words: words.say(Word::ForgetSure),
            }),
            Notice::ArticleDeleted(id, _) => {
                Some(Offer { action: Action::RestoreArticle, subject: id.0.clone(), ..undo })
            }
            _ => None,
        }
    }
}

impl Refusal {
    /// Returns the sentence.
    fn words(&self, words: &Words) -> String {
        match self {
            Refusal::Unreadable(name, reason) => words.fill(Word::FileFailed, &[name, reason]),
            Refusal::Paste(None, error) => words.paste_error(*error).to_owned(),
            Refusal::Paste(Some(name), error) => {
                words.fill(Word::Refused, &[name, words.paste_error(*error)])
            }
            Refusal::Several => words.say(Word::OpenTogether).to_owned(),
            Refusal::Open(error) => words.open_error(error),
            Refusal::OtherJson(name) => words.fill(Word::OtherJson, &[name]),
            Refusal::Annotations(name, error) => {
                let name = name.as_deref().unwrap_or(words.say(Word::Pasted));
                words.fill(Word::Refused, &[name, &words.read_error(error)])
            }
        }
    }
}

/// Returns the first of `words`, in one line, and cuts no word where a border is near.
pub(super) fn shortened(words: &str) -> String {
    let mut words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = words.char_indices().nth(SHOWN) {
        // The border may be just where the words are cut.
        let chars = words.char_indices().take(SHOWN + 1);
        let border = chars.filter(|(at, it)| *it == ' ' && at * 2 > cut).last();
        words.truncate(border.map_or(cut, |(at, _)| at));
        words.push('…');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_between_words_where_they_can_be() {
        let long = "ä ".to_owned() + &"x".repeat(80);
        let cut = shortened(&long);
        assert_eq!(cut.chars().count(), SHOWN + 1, "no border is near: {cut}");
        let words = "four ".repeat(20);
        assert_eq!(shortened(&words), "four ".repeat(12).trim_end().to_owned() + "…");
        assert_eq!(shortened("“Keep it,”\n she said"), "“Keep it,” she said");
    }
}
