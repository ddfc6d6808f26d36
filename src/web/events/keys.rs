//! Keys: looked up in the key table, unless the user is typing.

use super::{on, origin};
use crate::web::dom::{Dom, document, has_focus, part};
use crate::web::program::Program;
use ascribe::app::{Action, Chord, Held, Msg, Part};
use ascribe::text::Way;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Actions that are meant even while the user types, by keys that type nothing.
const EVERYWHERE: &[Action] = &[
    Action::Find,
    Action::FindNext,
    Action::FindPrevious,
    Action::CloseFind,
    Action::Download,
    Action::LetGo,
];

pub(super) fn listen(program: &Program) -> Dom<()> {
    on(&document()?, "keydown", program, press)?;
    let text = part(Part::Text)?;
    on(&text.clone(), "focus", program, move |program, _: &Event| {
        // A click puts the caret where it points; the keyboard finds it where it was.
        if text.matches(":focus-visible")? {
            program.take(Msg::TextEntered);
        }
        Ok(())
    })
}

fn press(program: &Program, event: &KeyboardEvent) -> Dom<()> {
    if event.is_composing() || event.default_prevented() {
        return Ok(());
    }
    let command = event.ctrl_key() || event.meta_key();
    let held = Held::of(command, event.alt_key(), event.shift_key());
    // With Shift, WebKit on Linux knows the key by its place alone.
    let key = if event.code() == "Tab" { event.code() } else { event.key() };
    if program.awaits_key() {
        give(program, event, &key, held);
        return Ok(());
    }
    let target = origin(event);
    let typing = target.as_ref().is_some_and(is_text_field);
    // A dialog closes itself by Escape; what is typed stays with its field.
    if document()?.query_selector("dialog[open]")?.is_some() {
        return Ok(());
    }
    let in_find = part(Part::Find)?.contains(document()?.active_element().as_deref());
    let action = match key.as_str() {
        "Enter" if in_find && typing && event.shift_key() => Some(Action::FindPrevious),
        "Enter" if in_find && typing => Some(Action::FindNext),
        "Escape" if in_find => Some(Action::CloseFind),
        _ => program.action_of(&key, held),
    };
    let types = key.chars().nth(1).is_none() && !command && !event.alt_key();
    let Some(action) = action.filter(|own| !typing || (!types && EVERYWHERE.contains(own))) else {
        return Ok(());
    };
    // Where there is no article, the browser's own bar finds.
    if action == Action::Find && part(Part::Article)?.hidden() {
        return Ok(());
    }
    // Elsewhere, these keys are for whatever has the focus.
    let text = part(Part::Text)?;
    if action.is_of_text() && !has_focus(&text) {
        return Ok(());
    }
    // Where no suggestion is left, Tab leaves the text as ever.
    let way = match action {
        Action::NextSuggestion => Some(Way::Ahead),
        Action::PreviousSuggestion => Some(Way::Back),
        _ => None,
    };
    if way.is_some_and(|way| !program.walks(way)) {
        return Ok(());
    }
    event.prevent_default();
    let focused = document()?.active_element();
    let within = |of: Part| part(of).map(|of| of.contains(focused.as_deref()));
    if key == "Escape" && within(Part::List)? {
        let filters = within(Part::Filter)? || within(Part::ToggleFilter)?;
        let open = filters && !part(Part::Filter)?.hidden();
        program.take(if open { Msg::FilterToggled } else { Msg::CardLeft });
        return Ok(());
    }
    if typing && key == "Escape" && !in_find {
        let field = target.and_then(|field| field.dyn_into::<HtmlElement>().ok());
        return field.map_or(Ok(()), |field| field.blur());
    }
    if let Some(msg) = action.msg(None, held.value()) {
        program.take(msg);
    }
    Ok(())
}

/// Gives a key to the action that waits for one. Tab goes on to the next control as ever; keys that
/// are only held with others, and those held down since before, are none.
fn give(program: &Program, event: &KeyboardEvent, key: &str, held: Held) {
    const ONLY_HELD: &[&str] =
        &["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Process", "Tab"];
    if event.repeat() || ONLY_HELD.contains(&key) {
        return;
    }
    event.prevent_default();
    program.take(Msg::KeyGiven(Chord::pressed(key, held)));
}

/// Tells whether keys pressed in `element` are text.
fn is_text_field(element: &Element) -> bool {
    let switch =
        element.get_attribute("type").is_some_and(|kind| kind == "checkbox" || kind == "radio");
    matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT") && !switch
}
