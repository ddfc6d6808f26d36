//! The key table: which keys ask for which action. It drives the keys and the help alike.
//!
//! The table says what is usual; the settings say what the user has changed.

use super::action::Action;
use super::chord::{Chord, Held};
use super::settings::{Letters, Settings};
use super::words::{Word, Words};

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Binding {
    /// The key as `KeyboardEvent.key` names it, in lower case.
    pub key: &'static str,
    /// What must be held with it.
    pub held: Held,
    /// What it asks for.
    pub action: Action,
    /// What that is, in words; none for a second key of the row above.
    pub words: Option<Word>,
}

impl Binding {
    /// Returns its keys as a person reads them; `None` when there are none that work.
    fn keys(&self, settings: &Settings, words: &Words) -> Option<String> {
        let chord = chord_of(settings, self)?;
        (settings.letters == Letters::On || !chord.is_letter()).then(|| chord.named(words))
    }

    /// Tells whether the user may give the action another key: Escape always lets go, and the
    /// arrows and their like mean what they mean to every reader of texts.
    pub fn is_changeable(&self) -> bool {
        let letting_go = self.action == Action::LetGo;
        self.words.is_some() && !letting_go && !super::chord::is_everyones(self.key)
    }
}

const fn row(key: &'static str, held: Held, action: Action, words: Word) -> Binding {
    Binding { key, held, action, words: Some(words) }
}

/// Another key for the row above.
const fn also(key: &'static str, held: Held, action: Action) -> Binding {
    Binding { key, held, action, words: None }
}

/// All keys, as they are usual.
pub const KEYS: &[Binding] = &[
    row("c", Held::Nothing, Action::TagClaim, Word::KeyTagClaim),
    row("q", Held::Nothing, Action::TagQuote, Word::KeyTagQuote),
    row("a", Held::Nothing, Action::TagAttribution, Word::KeyTagAttribution),
    row("n", Held::Nothing, Action::NextAnnotation, Word::KeyNext),
    row("p", Held::Nothing, Action::PreviousAnnotation, Word::KeyPrevious),
    row("delete", Held::Nothing, Action::DeleteAnnotation, Word::KeyDelete),
    also("backspace", Held::Nothing, Action::DeleteAnnotation),
    row("o", Held::Nothing, Action::Alike, Word::KeyAlike),
    row("l", Held::Nothing, Action::Link, Word::KeyLink),
    row("w", Held::Nothing, Action::MarkSource, Word::KeySource),
    row("v", Held::Nothing, Action::MarkCue, Word::KeyCue),
    row("t", Held::Nothing, Action::MarkAddressee, Word::KeyAddressee),
    row("y", Held::Nothing, Action::TakeProposal, Word::KeyTake),
    row("d", Held::Nothing, Action::DropProposal, Word::KeyDrop),
    row("f", Held::Nothing, Action::Fix, Word::KeyFix),
    row("k", Held::Nothing, Action::NextProblem, Word::KeyProblem),
    row("i", Held::Nothing, Action::Filter, Word::Filter),
    row("e", Held::Shift, Action::Extend, Word::KeyExtend),
    row("arrowleft", Held::Alt, Action::StartLeft, Word::KeyStart),
    also("arrowright", Held::Alt, Action::StartRight),
    row("arrowleft", Held::AltShift, Action::EndLeft, Word::KeyEnd),
    also("arrowright", Held::AltShift, Action::EndRight),
    row("arrowleft", Held::CommandAlt, Action::StartLeft, Word::KeyStartCharacter),
    also("arrowright", Held::CommandAlt, Action::StartRight),
    row("arrowleft", Held::CommandAltShift, Action::EndLeft, Word::KeyEndCharacter),
    also("arrowright", Held::CommandAltShift, Action::EndRight),
    row("arrowleft", Held::Nothing, Action::WordLeft, Word::KeyWord),
    also("arrowright", Held::Nothing, Action::WordRight),
    row("arrowleft", Held::Command, Action::CharacterLeft, Word::KeyCharacter),
    also("arrowright", Held::Command, Action::CharacterRight),
    row("arrowup", Held::Nothing, Action::SentenceUp, Word::KeySentences),
    also("arrowdown", Held::Nothing, Action::SentenceDown),
    row("home", Held::Nothing, Action::SentenceStart, Word::KeySentenceEdges),
    also("end", Held::Nothing, Action::SentenceEnd),
    row("home", Held::Command, Action::ArticleStart, Word::KeyArticleEdges),
    also("end", Held::Command, Action::ArticleEnd),
    row("pageup", Held::Nothing, Action::PageUp, Word::KeyPages),
    also("pagedown", Held::Nothing, Action::PageDown),
    row("enter", Held::Nothing, Action::OpenCard, Word::KeyCard),
    row("tab", Held::Nothing, Action::NextSuggestion, Word::KeySuggestion),
    also("tab", Held::Shift, Action::PreviousSuggestion),
    row("e", Held::Nothing, Action::EditSuggestion, Word::KeyEditSuggestion),
    row(".", Held::Nothing, Action::SelectSentence, Word::KeySentence),
    row("m", Held::Nothing, Action::MergeSentences, Word::KeyMerge),
    row("s", Held::Nothing, Action::SplitSentence, Word::KeySplit),
    row("#", Held::Nothing, Action::ToggleNumbers, Word::KeyNumbers),
    row("z", Held::Command, Action::Undo, Word::Undo),
    row("z", Held::CommandShift, Action::Redo, Word::Redo),
    also("y", Held::Command, Action::Redo),
    row("s", Held::Command, Action::Download, Word::KeyDownload),
    row("f", Held::Command, Action::Find, Word::KeyFind),
    row("f3", Held::Nothing, Action::FindNext, Word::KeyFindNext),
    also("f3", Held::Shift, Action::FindPrevious),
    row("escape", Held::Nothing, Action::LetGo, Word::KeyLetGo),
    row(",", Held::Nothing, Action::ShowSettings, Word::KeySettings),
    row("?", Held::Nothing, Action::ShowHelp, Word::KeyHelp),
];

/// Returns the action that a key asks for; `key` as `KeyboardEvent.key` names it.
pub(super) fn action_of(settings: &Settings, key: &str, held: Held) -> Option<Action> {
    let pressed = Chord::pressed(key, held);
    if settings.letters == Letters::Off && pressed.is_letter() {
        return None;
    }
    let find = |held| {
        let wanted = Chord { key: pressed.key.clone(), held };
        KEYS.iter().find(|row| chord_of(settings, row).as_ref() == Some(&wanted))
    };
    // Shift may be what a character needs, and with a key that moves the caret it selects.
    let row = find(pressed.held).or_else(|| match pressed.held {
        Held::Shift => find(Held::Nothing),
        Held::CommandShift => find(Held::Command).filter(|row| row.action.is_of_text()),
        _ => None,
    });
    row.map(|row| row.action)
}

/// Returns the keys that ask for `action`, as a person reads them; `None` when none does.
pub fn keys_of(settings: &Settings, words: &Words, action: Action) -> Option<String> {
    KEYS.iter().find(|row| row.action == action)?.keys(settings, words)
}

/// Returns the rows that have words, each with all its keys that work, as a person reads them:
/// "← / →".
pub(super) fn named_keys(settings: &Settings, words: &Words) -> Vec<(String, Word)> {
    let mut named: Vec<(String, Word)> = Vec::new();
    for row in KEYS {
        if let Some(word) = row.words {
            named.push((String::new(), word));
        }
        if let (Some((all, _)), Some(keys)) = (named.last_mut(), row.keys(settings, words)) {
            if !all.is_empty() {
                all.push_str(" / ");
            }
            all.push_str(&keys);
        }
    }
    named.retain(|(keys, _)| !keys.is_empty());
    named
}

/// Returns the row that `chord` belongs to already, if that is not of `action`.
pub(super) fn owner(
    settings: &Settings,
    chord: &Chord,
    action: Action,
) -> Option<&'static Binding> {
    let other =
        |row: &&Binding| row.action != action && chord_of(settings, row).as_ref() == Some(chord);
    KEYS.iter().find(other)
}

/// The key of a row: what the user gave it, or the usual one where nothing else was given that.
fn chord_of(settings: &Settings, row: &Binding) -> Option<Chord> {
    let changed = settings.keys.iter().find(|(action, _)| *action == row.action);
    if let Some((_, chord)) = changed.filter(|_| row.is_changeable()) {
        return Some(chord.clone());
    }
    let usual = Chord { key: row.key.to_owned(), held: row.held };
    let lost = settings.keys.iter().any(|(_, chord)| *chord == usual);
    (!lost).then_some(usual)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Edge, Motion, Msg, Selecting, Side, Stride};

    fn usual(key: &str, held: Held) -> Option<Action> {
        action_of(&Settings::default(), key, held)
    }

    #[test]
    fn capital_letters_mean_the_same_key() {
        assert_eq!(usual("C", Held::Nothing), Some(Action::TagClaim));
        assert_eq!(usual("Z", Held::CommandShift), Some(Action::Redo));
        assert_eq!(usual("C", Held::Shift), Some(Action::TagClaim));
        assert_eq!(usual("E", Held::Shift), Some(Action::Extend));
        assert_eq!(usual("c", Held::Command), None, "that is copying");
        assert_eq!(usual("S", Held::CommandShift), None, "that is the browser's");
    }

    #[test]
    fn shift_selects_where_the_caret_moves() {
        let selects = |key, held: Held| usual(key, held)?.msg(None, held.value());
        let further = |motion| Some(Msg::CaretMoved(motion, Selecting::Further));
        assert_eq!(selects("ArrowRight", Held::Shift), further(Motion::WordRight));
        assert_eq!(selects("ArrowLeft", Held::CommandShift), further(Motion::CharacterLeft));
        assert_eq!(
            selects("ArrowLeft", Held::CommandAltShift),
            Some(Msg::EdgeStepped(Edge::End, Stride::Character, Side::Left))
        );
    }

    #[test]
    fn no_two_rows_share_their_keys() {
        for (at, row) in KEYS.iter().enumerate() {
            let twin =
                KEYS[..at].iter().find(|other| (other.key, other.held) == (row.key, row.held));
            assert_eq!(twin, None);
        }
    }

    #[test]
    fn keys_are_named_for_people() {
        let words = Words::default();
        let name = |row: &Binding| Chord { key: row.key.into(), held: row.held }.named(&words);
        let names: Vec<String> = KEYS.iter().map(name).collect();
        assert!(names.contains(&"Shift+Ctrl+Z".to_owned()), "{names:?}");
        assert!(names.contains(&"Escape".to_owned()), "{names:?}");
        let named = named_keys(&Settings::default(), &words);
        assert!(named.contains(&("Alt+← / Alt+→".to_owned(), Word::KeyStart)));
    }

    #[test]
    fn a_changed_key_takes_the_place_of_the_usual_one() {
        let settings = Settings::read("key.tag-claim=x\nkey.undo=alt+q\n");
        let action = |key, held| action_of(&settings, key, held);
        assert_eq!(action("X", Held::Nothing), Some(Action::TagClaim));
        assert_eq!(action("c", Held::Nothing), None);
        assert_eq!(action("q", Held::Alt), Some(Action::Undo));
        assert_eq!(action("z", Held::Command), None);
        assert_eq!(action("q", Held::Nothing), Some(Action::TagQuote));
    }

    #[test]
    fn a_key_that_was_given_away_leaves_its_action_without_one() {
        let settings = Settings::read("key.tag-claim=q\n");
        assert_eq!(action_of(&settings, "q", Held::Nothing), Some(Action::TagClaim));
        assert_eq!(keys_of(&settings, &Words::default(), Action::TagQuote), None);
    }

    #[test]
    fn without_letters_other_keys_still_work() {
        let settings = Settings::read("letters=off\nkey.tag-quote=alt+q\n");
        let action = |key, held| action_of(&settings, key, held);
        assert_eq!(action("c", Held::Nothing), None);
        assert_eq!(action("q", Held::Alt), Some(Action::TagQuote));
        assert_eq!(action("z", Held::Command), Some(Action::Undo));
        assert_eq!(action("?", Held::Nothing), Some(Action::ShowHelp));
        assert_eq!(action("Delete", Held::Nothing), Some(Action::DeleteAnnotation));
    }
}
