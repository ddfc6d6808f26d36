//! Typing: real keys to whatever has the focus, and text into fields by their names.
//!
//! Knows the names of keys and nothing of what the page does with them.

use crate::Page;
use anyhow::{Result, bail};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

impl Page {
    /// Presses a key or a chord: `"a"`, `"Enter"`, `"Control+z"`, `"Control+Shift+z"`.
    ///
    /// # Errors
    /// When a key has no such name.
    pub async fn press(&self, chord: &str) -> Result<()> {
        let keys = keys(chord)?;
        let mut actions = KeyActions::new("keyboard".into());
        for key in &keys {
            actions = actions.then(KeyAction::Down { value: *key });
        }
        for key in keys.iter().rev() {
            actions = actions.then(KeyAction::Up { value: *key });
        }
        Ok(self.client()?.perform_actions(actions).await?)
    }

    /// Does what `act` does while `key` is held.
    ///
    /// # Errors
    /// When the key has no such name, or `act` fails.
    pub async fn holding(&self, key: &str, act: impl AsyncFnOnce() -> Result<()>) -> Result<()> {
        let value = self::key(key)?;
        let keyboard = || KeyActions::new("keyboard".into());
        self.client()?.perform_actions(keyboard().then(KeyAction::Down { value })).await?;
        let done = act().await;
        self.client()?.perform_actions(keyboard().then(KeyAction::Up { value })).await?;
        done
    }

    /// Presses Tab until the focus is on the control of that name.
    ///
    /// # Errors
    /// When it never gets there.
    pub async fn tabs_to(&self, name: &str) -> Result<()> {
        let focused = "const it = document.activeElement;
            return it.getAttribute('aria-label') || it.labels?.[0]?.textContent.trim() || it.textContent.trim();";
        for _ in 0..40 {
            if self.script(focused, vec![]).await?.as_str() == Some(name) {
                return Ok(());
            }
            self.press("Tab").await?;
        }
        bail!("Tab never leads to “{name}”")
    }

    /// Types `text` into whatever has the focus, key by key.
    ///
    /// # Errors
    /// When nothing takes keys.
    pub async fn types(&self, text: &str) -> Result<()> {
        let focused = self.client()?.active_element().await?;
        Ok(focused.send_keys(text).await?)
    }

    /// Puts `text` in the place of what the field of that name holds, by mouse and keys.
    ///
    /// # Errors
    /// When there is no such field.
    pub async fn fill(&self, name: &str, text: &str) -> Result<()> {
        self.click(name).await?;
        self.press("Control+a").await?;
        self.press("Delete").await?;
        self.types(text).await
    }
}

/// Reads a chord; `+` alone is the plus key.
fn keys(chord: &str) -> Result<Vec<char>> {
    if chord == "+" {
        return Ok(vec!['+']);
    }
    chord.split('+').map(key).collect()
}

fn key(name: &str) -> Result<char> {
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Ok(letter);
    }
    let key = match name {
        "Control" => Key::Control,
        "Shift" => Key::Shift,
        "Alt" => Key::Alt,
        "Meta" => Key::Meta,
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => return Ok(' '),
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "F1" => Key::F1,
        "F3" => Key::F3,
        other => bail!("the harness has no key named {other}"),
    };
    Ok(char::from(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_its_keys_in_order() {
        assert_eq!(keys("Control+z").unwrap(), [char::from(Key::Control), 'z']);
        assert_eq!(keys("a").unwrap(), ['a']);
        assert_eq!(keys("+").unwrap(), ['+']);
        assert!(keys("Controll+z").is_err());
    }
}
