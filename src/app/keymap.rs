//! The key table: which keys ask for which action. It drives the keys and the help alike.

use super::action::{Action, CHARACTER, FURTHER};
use super::words::Word;
use crate::text::lower;

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

/// What is held down with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// Nothing, or what the character itself needs.
    Nothing,
    /// Shift.
    Shift,
    /// Ctrl, or Cmd on a Mac.
    Command,
    /// Ctrl or Cmd, and Shift.
    CommandShift,
    /// Alt.
    Alt,
    /// Alt and Shift.
    AltShift,
    /// Ctrl or Cmd, and Alt.
    CommandAlt,
    /// Ctrl or Cmd, Alt and Shift.
    CommandAltShift,
}

impl Held {
    /// Returns what is held of Ctrl or Cmd, Alt and Shift.
    pub fn of(command: bool, alt: bool, shift: bool) -> Held {
        match (command, alt, shift) {
            (false, false, false) => Held::Nothing,
            (false, false, true) => Held::Shift,
            (true, false, false) => Held::Command,
            (true, false, true) => Held::CommandShift,
            (false, true, false) => Held::Alt,
            (false, true, true) => Held::AltShift,
            (true, true, false) => Held::CommandAlt,
            (true, true, true) => Held::CommandAltShift,
        }
    }

    /// Returns the value that an action takes from it.
    pub fn value(self) -> Option<&'static str> {
        match self {
            Held::Shift | Held::CommandShift => Some(FURTHER),
            Held::CommandAlt | Held::CommandAltShift => Some(CHARACTER),
            _ => None,
        }
    }
}

const fn row(key: &'static str, held: Held, action: Action, words: Word) -> Binding {
    Binding { key, held, action, words: Some(words) }
}

/// Another key for the row above.
const fn also(key: &'static str, held: Held, action: Action) -> Binding {
    Binding { key, held, action, words: None }
}

/// All keys.
pub const KEYS: &[Binding] = &[
    row("c", Held::Nothing, Action::TagClaim, Word::KeyTagClaim),
    row("q", Held::Nothing, Action::TagQuote, Word::KeyTagQuote),
    row("a", Held::Nothing, Action::TagAttribution, Word::KeyTagAttribution),
    row("n", Held::Nothing, Action::NextAnnotation, Word::KeyNext),
    row("p", Held::Nothing, Action::PreviousAnnotation, Word::KeyPrevious),
    row("delete", Held::Nothing, Action::DeleteAnnotation, Word::KeyDelete),
    also("backspace", Held::Nothing, Action::DeleteAnnotation),
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
    row(".", Held::Nothing, Action::SelectSentence, Word::KeySentence),
    row("m", Held::Nothing, Action::MergeSentences, Word::KeyMerge),
    row("s", Held::Nothing, Action::SplitSentence, Word::KeySplit),
    row("#", Held::Nothing, Action::ToggleNumbers, Word::KeyNumbers),
    row("z", Held::Command, Action::Undo, Word::Undo),
    row("z", Held::CommandShift, Action::Redo, Word::Redo),
    also("y", Held::Command, Action::Redo),
    row("s", Held::Command, Action::Download, Word::KeyDownload),
    row("escape", Held::Nothing, Action::LetGo, Word::KeyLetGo),
    row("?", Held::Nothing, Action::ShowHelp, Word::KeyHelp),
];

/// Returns the action that a key asks for; `key` as `KeyboardEvent.key` names it.
pub fn action_of(key: &str, held: Held) -> Option<Action> {
    let key = lower(key);
    let find = |held| KEYS.iter().find(|row| row.key == key && row.held == held);
    // Shift may be what a character needs, and with a key that moves the caret it selects.
    let row = find(held).or_else(|| match held {
        Held::Shift => find(Held::Nothing),
        Held::CommandShift => find(Held::Command).filter(|row| row.action.is_of_text()),
        _ => None,
    });
    row.map(|row| row.action)
}

/// Returns the rows that have words, each with all its keys as a person reads them: "← / →".
pub(super) fn named_keys() -> Vec<(String, Word)> {
    let mut named: Vec<(String, Word)> = Vec::new();
    for row in KEYS {
        match (row.words, named.last_mut()) {
            (Some(word), _) => named.push((row.keys(), word)),
            (None, Some((keys, _))) => {
                keys.push_str(" / ");
                keys.push_str(&row.keys());
            }
            (None, None) => {}
        }
    }
    named
}

impl Binding {
    /// Returns the keys as a person reads them: "Ctrl+Shift+Z".
    pub fn keys(&self) -> String {
        let mut name = match self.key {
            "arrowleft" => "←".to_owned(),
            "arrowright" => "→".to_owned(),
            "arrowup" => "↑".to_owned(),
            "arrowdown" => "↓".to_owned(),
            "pageup" => "Page Up".to_owned(),
            "pagedown" => "Page Down".to_owned(),
            key => key.to_owned(),
        };
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let held = match self.held {
            Held::Nothing => "",
            Held::Shift => "Shift+",
            Held::Command => "Ctrl+",
            Held::CommandShift => "Shift+Ctrl+",
            Held::Alt => "Alt+",
            Held::AltShift => "Shift+Alt+",
            Held::CommandAlt => "Ctrl+Alt+",
            Held::CommandAltShift => "Shift+Ctrl+Alt+",
        };
        format!("{held}{name}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Edge, Motion, Msg, Selecting, Side, Stride};

    #[test]
    fn capital_letters_mean_the_same_key() {
        assert_eq!(action_of("C", Held::Nothing), Some(Action::TagClaim));
        assert_eq!(action_of("Z", Held::CommandShift), Some(Action::Redo));
        assert_eq!(action_of("C", Held::Shift), Some(Action::TagClaim));
        assert_eq!(action_of("E", Held::Shift), Some(Action::Extend));
        assert_eq!(action_of("c", Held::Command), None, "that is copying");
        assert_eq!(action_of("S", Held::CommandShift), None, "that is the browser's");
    }

    #[test]
    fn shift_selects_where_the_caret_moves() {
        let selects = |key, held: Held| action_of(key, held)?.msg(None, held.value());
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
        let names: Vec<String> = KEYS.iter().map(Binding::keys).collect();
        assert!(names.contains(&"Shift+Ctrl+Z".to_owned()), "{names:?}");
        assert!(names.contains(&"Escape".to_owned()), "{names:?}");
        assert!(named_keys().contains(&("Alt+← / Alt+→".to_owned(), Word::KeyStart)));
    }
}
