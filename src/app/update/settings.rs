//! Settings: what follows when one is set, a key is changed, or another tab changed them.

use crate::app::action::Action;
use crate::app::chord::Chord;
use crate::app::effect::Effect;
use crate::app::keymap::{KEYS, owner};
use crate::app::model::{Dialog, KeyChange, Model};
use crate::app::settings::Settings;
use crate::app::words::{Tongue, Words};
use std::rc::Rc;

/// Takes what is kept of the settings, and the languages that the browser wants.
pub(super) fn awake(model: &mut Model, tags: &[String], kept: Option<&str>) -> Vec<Effect> {
    model.wanted = Tongue::wanted(tags);
    read(model, kept.unwrap_or_default())
}

/// Takes over the settings as they are kept.
pub(super) fn read(model: &mut Model, kept: &str) -> Vec<Effect> {
    model.settings = Rc::new(Settings::read(kept));
    speak(model);
    Vec::new()
}

/// Sets the setting of that name.
pub(super) fn set(model: &mut Model, name: &str, value: &str) -> Vec<Effect> {
    if let Some(Dialog::Settings(change)) = &mut model.dialog {
        *change = KeyChange::Idle;
    }
    keep(model, |settings| {
        settings.set(name, value);
    })
}

/// Asks for another key for `action`, when it has one that can be changed.
pub(super) fn ask_key(model: &mut Model, action: Action) -> Vec<Effect> {
    let known = KEYS.iter().any(|row| row.action == action && row.is_changeable());
    if let Some(Dialog::Settings(change)) = &mut model.dialog
        && known
    {
        *change = KeyChange::Awaited(action);
    }
    Vec::new()
}

/// Gives the key to the action that was asked about, unless it is another's.
pub(super) fn give_key(model: &mut Model, chord: Chord) -> Vec<Effect> {
    let settings = Rc::clone(&model.settings);
    let Some(Dialog::Settings(change)) = &mut model.dialog else {
        return Vec::new();
    };
    let Some(action) = change.awaiting() else {
        return Vec::new();
    };
    *change = match owner(&settings, &chord, action) {
        _ if chord.key == "escape" => KeyChange::Left,
        _ if !chord.is_free() => KeyChange::Needed(action, chord.clone()),
        Some(row) => KeyChange::Taken(action, chord.clone(), row.action),
        None => KeyChange::Done(action),
    };
    match change {
        KeyChange::Done(_) => keep(model, |settings| settings.rebind(action, chord)),
        _ => Vec::new(),
    }
}

/// Makes all keys the usual ones.
pub(super) fn reset_keys(model: &mut Model) -> Vec<Effect> {
    if let Some(Dialog::Settings(change)) = &mut model.dialog {
        *change = KeyChange::Reset;
    }
    keep(model, Settings::reset_keys)
}

/// Changes the settings and keeps them.
fn keep(model: &mut Model, change: impl FnOnce(&mut Settings)) -> Vec<Effect> {
    let mut settings = Settings::clone(&model.settings);
    change(&mut settings);
    if settings == *model.settings {
        return Vec::new();
    }
    let kept = settings.write();
    model.settings = Rc::new(settings);
    speak(model);
    vec![Effect::KeepSettings(kept)]
}

/// Speaks the language that settings or browser want.
fn speak(model: &mut Model) {
    let tongue = model.settings.language.tongue().unwrap_or(model.wanted);
    if model.words.tongue() != tongue {
        model.words = Words::of(tongue);
    }
}
