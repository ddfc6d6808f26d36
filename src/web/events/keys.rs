//! Keys: looked up in the key table, unless the user is typing.

use super::{on, origin};
use crate::web::dom::{Dom, document};
use crate::web::program::Program;
use ascribe::app::{Held, action_of};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

pub(super) fn listen(program: &Program) -> Dom<()> {
    on(&document()?, "keydown", program, press)
}

fn press(program: &Program, event: &KeyboardEvent) -> Dom<()> {
    if event.is_composing() || event.default_prevented() || event.alt_key() {
        return Ok(());
    }
    let command = event.ctrl_key() || event.meta_key();
    let held = match (command, event.shift_key()) {
        (true, true) => Held::CommandShift,
        (true, false) => Held::Command,
        (false, _) => Held::Nothing,
    };
    let key = event.key();
    let target = origin(event);
    let typing = target.as_ref().is_some_and(is_text_field);
    // A dialog closes itself by Escape; what is typed stays with its field.
    let in_dialog = document()?.query_selector("dialog[open]")?.is_some();
    if in_dialog || (typing && key != "Escape" && !(command && key.eq_ignore_ascii_case("s"))) {
        return Ok(());
    }
    let Some(action) = action_of(&key, held) else {
        return Ok(());
    };
    event.prevent_default();
    if typing && key == "Escape" {
        let field = target.and_then(|field| field.dyn_into::<HtmlElement>().ok());
        return field.map_or(Ok(()), |field| field.blur());
    }
    if let Some(msg) = action.msg(None, None) {
        program.take(msg);
    }
    Ok(())
}

/// Tells whether keys pressed in `element` are text.
fn is_text_field(element: &Element) -> bool {
    let checkbox = element.get_attribute("type").is_some_and(|kind| kind == "checkbox");
    matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT") && !checkbox
}
