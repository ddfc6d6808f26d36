//! The key table: which keys ask for which action. It drives the keys and the help alike.
//!
//! The table says what is usual; the settings say what the user has changed.

use super::action::Action;
use super::settings::{Letters, Settings};
use super::words::{Word, Words};
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

impl Binding {
    /// Tells whether the user may give the action another key: Escape always lets go.
    pub fn is_changeable(&self) -> bool {
        self.words.is_some() && self.action != Action::LetGo
    }
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
    /// Alt.
    Alt,
}

impl Held {
    /// All of them; what begins like another stands before it.
    pub const ALL: &'static [Held] = &[Held::CommandShift, Held::Command, Held::Alt, Held::Nothing];

    /// Returns how a key held so is written.
    fn prefix(self) -> &'static str {
        match self {
            Held::Nothing => "",
            Held::Command => "ctrl+",
            Held::CommandShift => "ctrl+shift+",
            Held::Alt => "alt+",
        }
    }
}

/// A key and what is held with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key as `KeyboardEvent.key` names it, in lower case.
    pub key: String,
    /// What is held.
    pub held: Held,
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
    row(".", Held::Nothing, Action::SelectSentence, Word::KeySentence),
    row("m", Held::Nothing, Action::MergeSentences, Word::KeyMerge),
    row("s", Held::Nothing, Action::SplitSentence, Word::KeySplit),
    row("#", Held::Nothing, Action::ToggleNumbers, Word::KeyNumbers),
    row("z", Held::Command, Action::Undo, Word::Undo),
    row("z", Held::CommandShift, Action::Redo, Word::Redo),
    also("y", Held::Command, Action::Redo),
    row("s", Held::Command, Action::Download, Word::KeyDownload),
    row("escape", Held::Nothing, Action::LetGo, Word::KeyLetGo),
    row(",", Held::Nothing, Action::ShowSettings, Word::KeySettings),
    row("?", Held::Nothing, Action::ShowHelp, Word::KeyHelp),
];

/// Keys that browsers and pages are used by, and that mean nothing else.
const TAKEN: &[&str] = &[
    "escape",
    "tab",
    "enter",
    " ",
    "arrowup",
    "arrowdown",
    "arrowleft",
    "arrowright",
    "home",
    "end",
    "pageup",
    "pagedown",
];
/// Letters that mean something to browsers with Ctrl.
const TAKEN_HELD: &str = "acvxtwnrlp";

/// Returns the action that a key asks for; `key` as `KeyboardEvent.key` names it.
pub(super) fn action_of(settings: &Settings, key: &str, held: Held) -> Option<Action> {
    let pressed = Chord::pressed(key, held);
    let means = |row: &&Binding| chord_of(settings, row).as_ref() == Some(&pressed);
    let works = settings.letters == Letters::On || !pressed.is_letter();
    KEYS.iter().find(means).map(|row| row.action).filter(|_| works)
}

/// Returns the keys that ask for `action`, as a person reads them; `None` when none does.
pub fn keys_of(settings: &Settings, words: &Words, action: Action) -> Option<String> {
    let row = KEYS.iter().find(|row| row.action == action)?;
    let chord = chord_of(settings, row)?;
    (settings.letters == Letters::On || !chord.is_letter()).then(|| chord.named(words))
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
    if let Some((_, chord)) = changed.filter(|_| row.words.is_some()) {
        return Some(chord.clone());
    }
    let usual = Chord { key: row.key.to_owned(), held: row.held };
    let lost = settings.keys.iter().any(|(_, chord)| *chord == usual);
    (!lost).then_some(usual)
}

impl Chord {
    /// Returns a key as it was pressed; `key` as `KeyboardEvent.key` names it.
    pub fn pressed(key: &str, held: Held) -> Chord {
        Chord { key: lower(key), held }
    }

    /// Reads what [`Chord::write`] wrote.
    pub fn read(text: &str) -> Option<Chord> {
        let (held, key) =
            Held::ALL.iter().find_map(|held| Some((*held, text.strip_prefix(held.prefix())?)))?;
        (!key.is_empty()).then(|| Chord::pressed(key, held))
    }

    /// Writes the chord as settings keep it: `ctrl+shift+z`.
    pub fn write(&self) -> String {
        [self.held.prefix(), &self.key].concat()
    }

    /// Returns the keys as a person reads them: "Shift+Ctrl+Z".
    pub fn named(&self, words: &Words) -> String {
        let key = match self.key.as_str() {
            "delete" => words.say(Word::Del).to_owned(),
            "escape" => words.say(Word::Esc).to_owned(),
            key => {
                let mut letters = key.chars();
                let first = letters.next().into_iter().flat_map(char::to_uppercase);
                first.chain(letters).collect()
            }
        };
        let ctrl = words.say(Word::Ctrl);
        match self.held {
            Held::Nothing => key,
            Held::Command => format!("{ctrl}+{key}"),
            Held::CommandShift => format!("{}+{ctrl}+{key}", words.say(Word::Shift)),
            Held::Alt => format!("Alt+{key}"),
        }
    }

    /// Tells whether an action can be given this key.
    pub fn is_free(&self) -> bool {
        let held = matches!(self.held, Held::Command) && TAKEN_HELD.contains(&self.key);
        !TAKEN.contains(&self.key.as_str()) && !held
    }

    /// Tells whether it is a letter alone.
    fn is_letter(&self) -> bool {
        let mut letters = self.key.chars();
        let letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        letter && self.held == Held::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual(key: &str, held: Held) -> Option<Action> {
        action_of(&Settings::default(), key, held)
    }

    #[test]
    fn capital_letters_mean_the_same_key() {
        assert_eq!(usual("C", Held::Nothing), Some(Action::TagClaim));
        assert_eq!(usual("Z", Held::CommandShift), Some(Action::Redo));
        assert_eq!(usual("c", Held::Command), None, "that is copying");
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

    #[test]
    fn what_browsers_need_is_not_given_away() {
        let free = |text: &str| Chord::read(text).unwrap().is_free();
        assert!(free("x") && free("f2") && free("ctrl+b") && free("alt+c"));
        assert!(!free("tab") && !free("enter") && !free("ctrl+c") && !free("escape"));
    }
}
