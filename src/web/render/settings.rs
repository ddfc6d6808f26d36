//! The settings: applied to the page as a whole, and shown in their dialog.
//!
//! The style sheet reads some off the page's root; keys are named wherever the page says one
//! (`data-key`).

use super::restamp;
use super::words::{elements, fill as fill_sentence};
use crate::web::dom::{Dom, document, fill, has_focus, part, part_of, set_flag, set_text};
use ascribe::app::{Action, KeyRow, Part, Settings, Template, Word, Words, keys_of};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlTemplateElement};

/// Settings that the style sheet reads off the page's root.
const LOOKS: [&str; 3] = ["theme", "size", "width"];

/// Makes the page agree with the settings.
pub(super) fn apply(settings: &Settings, words: &Words) -> Dom<()> {
    let document = document()?;
    let root = document.document_element();
    let dialog = part(Part::Settings)?;
    for (name, value) in settings.pairs() {
        if let Some(root) = root.as_ref().filter(|_| LOOKS.contains(&name)) {
            root.set_attribute(&format!("data-{name}"), value)?;
        }
        let inputs = dialog.query_selector_all(&format!("[data-subject='{name}'] input"))?;
        for input in elements(&inputs) {
            set_input(&input.dyn_into()?, value);
        }
    }
    let mut hints: Vec<Element> = elements(&document.query_selector_all("[data-key]")?).collect();
    for template in elements(&document.query_selector_all("template")?) {
        let content = template.unchecked_into::<HtmlTemplateElement>().content();
        hints.extend(elements(&content.query_selector_all("[data-key]")?));
    }
    for hint in hints {
        let name = hint.get_attribute("data-key").unwrap_or_default();
        let keys = Action::named(&name).and_then(|action| keys_of(settings, words, action));
        set_text(&hint, keys.as_deref().unwrap_or("–"));
        set_flag(&hint, "data-none", keys.is_none().then_some(""))?;
        if let Some(button) = hint.closest("button")? {
            // Key names there are English, by WAI-ARIA.
            let keys = Action::named(&name)
                .and_then(|action| keys_of(settings, &Words::default(), action))
                .map(|keys| keys.replace("Ctrl", "Control"));
            set_flag(&button, "aria-keyshortcuts", keys.as_deref())?;
        }
    }
    let tags = [Action::TagClaim, Action::TagQuote, Action::TagAttribution];
    let by_key = tags.into_iter().all(|action| keys_of(settings, words, action).is_some());
    let word = if by_key { Word::NothingMarked } else { Word::NothingMarkedYet };
    fill_sentence(&document, &part(Part::Empty)?.into(), words.say(word))
}

fn set_input(input: &HtmlInputElement, value: &str) {
    match input.type_().as_str() {
        "radio" => input.set_checked(input.value() == value),
        "checkbox" => input.set_checked(value == "on"),
        _ if has_focus(input) => {}
        _ => input.set_value(value),
    }
}

/// Shows the keys that can be changed; their buttons stay, and so the keyboard's focus.
pub(super) fn render_keys(keys: &[KeyRow], told: &str) -> Dom<()> {
    let list = part(Part::SettingsKeys)?;
    if list.child_element_count() == 0 {
        restamp(&list, Template::KeyChange, keys, |row, key| {
            fill(row, Part::KeyChangeWords, key.words)?;
            part_of(row, Part::KeyChange)?.set_attribute("value", key.action.name())
        })?;
    }
    for (at, key) in (0..).zip(keys) {
        let row: Option<Element> = list.children().item(at);
        if let Some(row) = row {
            fill(&row, Part::KeyChangeName, &key.keys)?;
            part_of(&row, Part::KeyChange)?.set_attribute("aria-label", &key.change)?;
            set_flag(&row, "data-awaited", key.awaited.then_some(""))?;
        }
    }
    set_text(&part(Part::SettingsTold)?.into(), told);
    Ok(())
}
