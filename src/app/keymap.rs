//! The key table: which keys ask for which action. It drives the keys and the help alike.

use super::action::Action;
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
    /// Ctrl, or Cmd on a Mac.
    Command,
    /// Ctrl or Cmd, and Shift.
    CommandShift,
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
    row("l", Held::Nothing, Action::Link, Word::KeyLink),
    row("w", Held::Nothing, Action::MarkSource, Word::KeySource),
    row("v", Held::Nothing, Action::MarkCue, Word::KeyCue),
    row("t", Held::Nothing, Action::MarkAddressee, Word::KeyAddressee),
    row("y", Held::Nothing, Action::TakeProposal, Word::KeyTake),
    row("x", Held::Nothing, Action::DropProposal, Word::KeyDrop),
    row("f", Held::Nothing, Action::Fix, Word::KeyFix),
    row("k", Held::Nothing, Action::NextProblem, Word::KeyProblem),
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
    KEYS.iter().find(|row| row.key == key && row.held == held).map(|row| row.action)
}

impl Binding {
    /// Returns the keys as a person reads them: "Ctrl+Shift+Z".
    pub fn keys(&self) -> String {
        let mut name = self.key.to_owned();
        if let Some(first) = name.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        match self.held {
            Held::Nothing => name,
            Held::Command => format!("Ctrl+{name}"),
            Held::CommandShift => format!("Shift+Ctrl+{name}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capital_letters_mean_the_same_key() {
        assert_eq!(action_of("C", Held::Nothing), Some(Action::TagClaim));
        assert_eq!(action_of("Z", Held::CommandShift), Some(Action::Redo));
        assert_eq!(action_of("c", Held::Command), None, "that is copying");
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
    }
}
