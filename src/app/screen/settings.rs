//! The keys as dialogs show them: the table of the help, and the one in which keys are changed.

use crate::app::action::Action;
use crate::app::keymap::{Binding, KEYS, keys_of, named_keys};
use crate::app::model::{KeyChange, Model};
use crate::app::words::{Word, Words};

/// A key that can be changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyRow {
    /// The action.
    pub action: Action,
    /// What it is, in words.
    pub words: &'static str,
    /// Its keys.
    pub keys: String,
    /// What its button is called, for those who hear it without its row.
    pub change: String,
    /// Whether the new key is to be pressed.
    pub awaited: bool,
}

/// The keys that work, and what they do.
pub(super) fn working(model: &Model) -> Vec<(String, &'static str)> {
    let named = named_keys(&model.settings, &model.words).into_iter();
    named.map(|(keys, word)| (keys, model.words.say(word))).collect()
}

/// The keys that can be changed.
pub(super) fn changeable(model: &Model, change: &KeyChange) -> Vec<KeyRow> {
    let words = &model.words;
    let row = |row: &Binding| {
        let keys = keys_of(&model.settings, words, row.action);
        let keys = keys.unwrap_or_else(|| words.say(Word::NoKey).to_owned());
        let said = words.say(row.words?);
        Some(KeyRow {
            action: row.action,
            words: said,
            change: words.fill(Word::ChangeKey, &[said, &keys]),
            keys,
            awaited: change.awaiting() == Some(row.action),
        })
    };
    KEYS.iter().filter(|own| own.is_changeable()).filter_map(row).collect()
}

/// Says how far the change of a key has come.
pub(super) fn told(model: &Model, change: &KeyChange) -> String {
    let words = &model.words;
    match change {
        KeyChange::Idle => String::new(),
        KeyChange::Awaited(action) => words.fill(Word::PressKey, &[named(words, *action)]),
        KeyChange::Taken(_, chord, other) => {
            words.fill(Word::KeyTaken, &[&chord.named(words), named(words, *other)])
        }
        KeyChange::Needed(_, chord) => words.fill(Word::KeyNeeded, &[&chord.named(words)]),
        KeyChange::Done(action) => {
            let keys = keys_of(&model.settings, words, *action).unwrap_or_default();
            words.fill(Word::KeyChanged, &[&keys, named(words, *action)])
        }
        KeyChange::Left => words.say(Word::KeyLeft).to_owned(),
        KeyChange::Reset => words.say(Word::KeysReset).to_owned(),
    }
}

fn named(words: &Words, action: Action) -> &'static str {
    let row = KEYS.iter().find(|row| row.action == action);
    row.and_then(|row| row.words).map_or("", |word| words.say(word))
}
