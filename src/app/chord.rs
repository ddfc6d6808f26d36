//! A chord: a key and what is held with it, as it is pressed, kept and read by a person.
//!
//! Knows no action; what a chord means, the key table and the settings say.

use super::action::{CHARACTER, FURTHER};
use super::words::{Word, Words};
use crate::text::lower;

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

    /// All of them; what is written with more stands before what is written with less.
    pub const ALL: &'static [Held] = &[
        Held::CommandAltShift,
        Held::CommandAlt,
        Held::CommandShift,
        Held::Command,
        Held::AltShift,
        Held::Alt,
        Held::Shift,
        Held::Nothing,
    ];

    /// Returns how a key held so is written.
    fn prefix(self) -> &'static str {
        match self {
            Held::Nothing => "",
            Held::Shift => "shift+",
            Held::Command => "ctrl+",
            Held::CommandShift => "ctrl+shift+",
            Held::Alt => "alt+",
            Held::AltShift => "alt+shift+",
            Held::CommandAlt => "ctrl+alt+",
            Held::CommandAltShift => "ctrl+alt+shift+",
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

/// A key and what is held with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chord {
    /// The key as `KeyboardEvent.key` names it, in lower case.
    pub key: String,
    /// What is held.
    pub held: Held,
}

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

/// Tells whether every reader of texts knows what the key does.
pub(super) fn is_everyones(key: &str) -> bool {
    TAKEN.contains(&key)
}

impl Chord {
    /// Returns a key as it was pressed; `key` as `KeyboardEvent.key` names it.
    pub fn pressed(key: &str, held: Held) -> Chord {
        let key = lower(key);
        let mut characters = key.chars();
        let first = characters.next().filter(|_| characters.next().is_none());
        // Shift is what `?` is written with.
        let sign = first.is_some_and(|character| !character.is_alphabetic());
        let held = if sign && held == Held::Shift { Held::Nothing } else { held };
        Chord { key, held }
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
        let mut key = match self.key.as_str() {
            "arrowleft" => "←",
            "arrowright" => "→",
            "arrowup" => "↑",
            "arrowdown" => "↓",
            "pageup" => words.say(Word::PageUp),
            "pagedown" => words.say(Word::PageDown),
            "home" => words.say(Word::Home),
            "end" => words.say(Word::End),
            "enter" => words.say(Word::Enter),
            "backspace" => words.say(Word::Backspace),
            "delete" => words.say(Word::Del),
            "escape" => words.say(Word::Esc),
            key => key,
        }
        .to_owned();
        if let Some(first) = key.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let (shift, ctrl) = (words.say(Word::Shift), words.say(Word::Ctrl));
        let held: &[&str] = match self.held {
            Held::Nothing => &[],
            Held::Shift => &[shift],
            Held::Command => &[ctrl],
            Held::CommandShift => &[shift, ctrl],
            Held::Alt => &["Alt"],
            Held::AltShift => &[shift, "Alt"],
            Held::CommandAlt => &[ctrl, "Alt"],
            Held::CommandAltShift => &[shift, ctrl, "Alt"],
        };
        [held, &[&key]].concat().join("+")
    }

    /// Tells whether an action can be given this key.
    pub fn is_free(&self) -> bool {
        let held = matches!(self.held, Held::Command) && TAKEN_HELD.contains(&self.key);
        !is_everyones(&self.key) && !held
    }

    /// Tells whether it is a letter alone, small or capital.
    pub(super) fn is_letter(&self) -> bool {
        let mut letters = self.key.chars();
        let letter = letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none();
        letter && matches!(self.held, Held::Nothing | Held::Shift)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for held in Held::ALL {
            for key in ["x", "+", "=", " ", "ä", "delete", "f2"] {
                let sign = *held == Held::Shift && key.len() == 1 && key != "x";
                let chord = Chord { key: key.into(), held: *held };
                assert!(sign || Chord::read(&chord.write()) == Some(chord.clone()), "{chord:?}");
            }
        }
        assert_eq!(Chord::read("alt+"), None);
    }

    #[test]
    fn what_browsers_need_is_not_given_away() {
        let free = |text: &str| Chord::read(text).unwrap().is_free();
        assert!(free("x") && free("f2") && free("ctrl+b") && free("alt+c") && free("shift+c"));
        assert!(!free("tab") && !free("enter") && !free("ctrl+c") && !free("escape"));
    }
}
