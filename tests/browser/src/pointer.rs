//! Pointing: real mouse and touch input at text and at controls.
//!
//! Places come from the page as it stands on the screen; nothing here calls a handler or makes an
//! event. Knows words, not elements.

use crate::{Engine, Page};
use anyhow::{Context, Result, bail};
use fantoccini::actions::{
    InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction, TouchActions,
};
use serde_json::{Value, json};
use std::time::Duration;

/// Where text is looked for.
const ARTICLE: &str = "article";
const FIND_TEXT: &str = include_str!("../assets/text.js");
const FIND_CONTROL: &str = include_str!("../assets/control.js");

/// A place in the viewport, in CSS pixels.
#[derive(Clone, Copy)]
pub(crate) struct Place {
    x: f64,
    y: f64,
}

impl Page {
    /// Selects the first `text` of the article, by a drag from its start to its end.
    ///
    /// # Errors
    /// When the text is not in the article or cannot be brought into view.
    pub async fn select(&self, text: &str) -> Result<()> {
        self.select_occurrence(text, 1).await
    }

    /// Selects the `occurrence`th `text` of the article, from 1.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn select_occurrence(&self, text: &str, occurrence: usize) -> Result<()> {
        let (start, end) = self.ends((text, occurrence), (text, occurrence)).await?;
        self.drag(start, end).await
    }

    /// Selects the first `text` of the first element that `root` finds, which may stand in an article
    /// too long to be searched.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn select_in(&self, root: &str, text: &str) -> Result<()> {
        let ask = |end: &str| vec![json!(root), json!(text), json!(1), json!(end)];
        let start = self.find_place(FIND_TEXT, ask("start")).await?;
        let end = self.find_place(FIND_TEXT, ask("end")).await?;
        self.drag(start, end).await
    }

    /// Selects from the start of `first` to the end of `last`, as across paragraphs.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn select_from_to(&self, first: &str, last: &str) -> Result<()> {
        let (start, end) = self.ends((first, 1), (last, 1)).await?;
        self.drag(start, end).await
    }

    /// Selects `text` by a drag from its end to its start.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn select_backwards(&self, text: &str) -> Result<()> {
        let (start, end) = self.ends((text, 1), (text, 1)).await?;
        self.drag(end, start).await
    }

    /// Clicks once into the start of `text` in the article.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn click_text(&self, text: &str) -> Result<()> {
        self.clicks(self.place(text, 1, "start").await?, 1).await
    }

    /// Double-clicks `text` in the article.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn double_click(&self, text: &str) -> Result<()> {
        self.clicks(self.place(text, 1, "start").await?, 2).await
    }

    /// Triple-clicks `text` in the article.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn triple_click(&self, text: &str) -> Result<()> {
        self.clicks(self.place(text, 1, "start").await?, 3).await
    }

    /// Drags the handle at the "start" or "end" of the chosen annotation into `text`, by mouse or,
    /// where the driver has one, by finger.
    ///
    /// # Errors
    /// When there is no handle, or as [`Page::select`].
    pub async fn drag_edge(&self, edge: &str, text: &str, finger: bool) -> Result<()> {
        self.place(text, 1, edge).await?;
        let knob = "
            const done = arguments[arguments.length - 1];
            const handles = [...document.querySelectorAll(`.handle[data-edge=${arguments[0]}]`)].filter((it) => !it.hidden);
            const handle = arguments[0] === 'start' ? handles[0] : handles.pop();
            if (!handle) return done({ problem: 'there is no handle' });
            const rect = handle.getBoundingClientRect();
            done({ x: rect.left, y: rect.bottom + 6 });";
        let from = self.find_place(knob, vec![json!(edge)]).await?;
        let to_place = self.place(text, 1, edge).await?;
        // The knob hangs below the words: they follow the finger at the same distance.
        let to_place = Place { y: to_place.y + 20.0, ..to_place };
        if !finger || self.engine() == Engine::WebKit {
            return self.drag(from, to_place).await;
        }
        let finger = TouchActions::new("finger".into())
            .then(to(from, 0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(Place { x: from.x, y: (from.y + to_place.y) / 2.0 }, 60))
            .then(to(to_place, 60))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client()?.perform_actions(finger).await?)
    }

    /// Drags the first element that `selector` finds to the start of `text` in the article.
    ///
    /// # Errors
    /// When there is none, or as [`Page::select`].
    pub async fn drag_to(&self, selector: &str, text: &str) -> Result<()> {
        self.place(text, 1, "start").await?;
        let from = self.find_place(FIND_CONTROL, vec![json!({ "selector": selector })]).await?;
        let to_place = self.place(text, 1, "start").await?;
        self.drag(from, to_place).await
    }

    /// Taps `text` in the article with a finger.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn tap_text(&self, text: &str) -> Result<()> {
        let place = self.place(text, 1, "start").await?;
        self.tap_at(place).await
    }

    /// Clicks the control (button, link, field, menu item …) of that name.
    ///
    /// The name is what a screen reader says: label, `aria-label` or text. Waits until there is one
    /// and it can be clicked.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click(&self, name: &str) -> Result<()> {
        self.clicks(self.control(name).await?, 1).await
    }

    /// Clicks the control of that name in the group (toolbar, dialog, list …) of that name.
    ///
    /// # Errors
    /// As [`Page::click`].
    pub async fn click_in(&self, group: &str, name: &str) -> Result<()> {
        let named = vec![json!({ "name": name, "group": group })];
        self.clicks(self.find_place(FIND_CONTROL, named).await?, 1).await
    }

    /// Taps the control of that name with a finger.
    ///
    /// # Errors
    /// As [`Page::click`].
    pub async fn tap(&self, name: &str) -> Result<()> {
        let place = self.control(name).await?;
        self.tap_at(place).await
    }

    /// Moves the mouse over the start of `text` in the article.
    ///
    /// # Errors
    /// As [`Page::select`].
    pub async fn hover_text(&self, text: &str) -> Result<()> {
        let place = self.place(text, 1, "start").await?;
        let mouse = MouseActions::new("mouse".into()).then(to(place, 20));
        Ok(self.client()?.perform_actions(mouse).await?)
    }

    /// Clicks the first element that `selector` finds, for what has no name.
    ///
    /// # Errors
    /// When there is none, or something covers it.
    pub async fn click_selector(&self, selector: &str) -> Result<()> {
        let place = self.find_place(FIND_CONTROL, vec![json!({ "selector": selector })]).await?;
        self.clicks(place, 1).await
    }

    /// Waits for the control of that name.
    async fn control(&self, name: &str) -> Result<Place> {
        self.find_place(FIND_CONTROL, vec![json!({ "name": name })]).await
    }

    async fn place(&self, text: &str, occurrence: usize, end: &str) -> Result<Place> {
        let arguments = vec![json!(ARTICLE), json!(text), json!(occurrence), json!(end)];
        self.find_place(FIND_TEXT, arguments).await
    }

    /// Finds where the first text starts and the last one ends. The end may scroll the start to
    /// another place, so the start is looked for once more.
    async fn ends(&self, first: (&str, usize), last: (&str, usize)) -> Result<(Place, Place)> {
        self.place(first.0, first.1, "start").await?;
        self.place(last.0, last.1, "end").await?;
        let start = self.place(first.0, first.1, "start").await?;
        let end = self.place(last.0, last.1, "end").await?;
        Ok((start, end))
    }

    /// Asks `script` for a place until it has one, for five seconds.
    async fn find_place(&self, script: &str, arguments: Vec<Value>) -> Result<Place> {
        let mut problem = String::new();
        for _ in 0..50 {
            let found = self.async_script(script, arguments.clone()).await?;
            match (found["x"].as_f64(), found["y"].as_f64()) {
                (Some(x), Some(y)) => return Ok(Place { x, y }),
                _ => problem = found["problem"].as_str().context("no place and no problem")?.into(),
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("{problem}")
    }

    async fn drag(&self, from: Place, to_place: Place) -> Result<()> {
        self.wait_since_click().await;
        let middle = Place { x: (from.x + to_place.x) / 2.0, y: (from.y + to_place.y) / 2.0 };
        let mouse = MouseActions::new("mouse".into())
            .then(to(from, 0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(middle, 40))
            .then(to(to_place, 40))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        self.client()?.perform_actions(mouse).await?;
        // WebKit counts the press of a drag when a click follows at the same place.
        self.note_click();
        Ok(())
    }

    async fn clicks(&self, place: Place, count: usize) -> Result<()> {
        self.wait_since_click().await;
        let mut mouse = MouseActions::new("mouse".into()).then(to(place, 0));
        for _ in 0..count {
            mouse = mouse
                .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
                .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        }
        self.client()?.perform_actions(mouse).await?;
        self.note_click();
        Ok(())
    }

    /// Taps with a finger; WebKitGTK's driver has none, so there it is the mouse.
    async fn tap_at(&self, place: Place) -> Result<()> {
        if self.engine() == Engine::WebKit {
            return self.clicks(place, 1).await;
        }
        let finger = TouchActions::new("finger".into())
            .then(to(place, 0))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client()?.perform_actions(finger).await?)
    }
}

fn to(place: Place, milliseconds: u64) -> PointerAction {
    let duration = Some(Duration::from_millis(milliseconds));
    PointerAction::MoveTo { duration, x: place.x.floor(), y: place.y.floor() }
}
