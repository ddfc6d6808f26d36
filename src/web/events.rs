//! The page's events, each turned into a message. Knows what happened, never what follows.

mod bring;
mod handles;
mod keys;
mod link;
mod pointer;

use super::dom::{Dom, document, part, value, window};
use super::program::{Program, attempt};
use ascribe::app::{Action, Msg};
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventTarget, HtmlInputElement, StorageEvent};

/// Listens to everything on the page. The listeners live as long as the page.
pub(crate) fn listen(program: &Program) -> Dom<()> {
    let document = document()?;
    on(&document, "click", program, click)?;
    on(&document, "submit", program, submit)?;
    on(&document, "input", program, |program, event| input(program, event, "data-input"))?;
    on(&document, "change", program, |program, event| input(program, event, "data-change"))?;
    on(&window()?, "beforeprint", program, |program, _: &Event| {
        program.take(Msg::PrintBegan);
        Ok(())
    })?;
    on(&window()?, "hashchange", program, |program, _: &Event| {
        program.take(Msg::Located(super::effects::located()?));
        Ok(())
    })?;
    on(&window()?, "beforeunload", program, |program, event: &Event| {
        if program.is_unsaved() {
            event.prevent_default();
        }
        Ok(())
    })?;
    on(&window()?, "storage", program, |program, event: &StorageEvent| {
        if let Some(kept) = super::settings::changed(event) {
            program.take(Msg::SettingsRead(kept));
        }
        Ok(())
    })?;
    for dialog in super::render::DIALOGS {
        on(&part(dialog)?, "close", program, |program, _: &Event| {
            program.take(Msg::DialogClosed);
            Ok(())
        })?;
    }
    pointer::listen(program)?;
    handles::listen(program)?;
    link::listen(program)?;
    keys::listen(program)?;
    bring::listen(program)
}

/// Calls `hear` with every event of that name.
fn on<E: JsCast + 'static>(
    target: &impl AsRef<EventTarget>,
    name: &str,
    program: &Program,
    hear: impl Fn(&Program, &E) -> Dom<()> + 'static,
) -> Dom<()> {
    let program = program.clone();
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        attempt(|| hear(&program, event.unchecked_ref()));
    });
    target.as_ref().add_event_listener_with_callback(name, heard.as_ref().unchecked_ref())?;
    heard.forget();
    Ok(())
}

/// The element an event began at.
fn origin(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn click(program: &Program, event: &Event) -> Dom<()> {
    let Some(element) = origin(event) else {
        return Ok(());
    };
    if let Some(control) = element.closest("[data-action]")? {
        let name = control.get_attribute("data-action").unwrap_or_default();
        let value = control.get_attribute("value");
        return act(program, &name, &control, value.as_deref());
    }
    pointer::click(program, &element)
}

fn submit(program: &Program, event: &Event) -> Dom<()> {
    event.prevent_default();
    let Some(form) = origin(event) else {
        return Ok(());
    };
    let name = form.get_attribute("data-submit").unwrap_or_default();
    let value = form.query_selector("textarea, input")?.and_then(|input| value_of(&input));
    act(program, &name, &form, value.as_deref())
}

/// Follows an input: one with `data-input` at each letter, one with `data-change` when it is done.
fn input(program: &Program, event: &Event, names: &str) -> Dom<()> {
    let Some(input) = origin(event) else {
        return Ok(());
    };
    let Some(name) = input.get_attribute(names) else {
        return Ok(());
    };
    act(program, &name, &input, value_of(&input).as_deref())
}

/// What an input holds; a checkbox "on" or "off", turned round where it is `data-negated`.
fn value_of(input: &Element) -> Option<String> {
    let switch = input.dyn_ref::<HtmlInputElement>().filter(|input| input.type_() == "checkbox");
    let Some(input) = switch else {
        return value(input);
    };
    let on = input.checked() != input.has_attribute("data-negated");
    Some(if on { "on" } else { "off" }.to_owned())
}

/// Takes the message that an action of the page means.
fn act(program: &Program, name: &str, control: &Element, value: Option<&str>) -> Dom<()> {
    let carrier = control.closest("[data-subject]")?;
    let subject = carrier.and_then(|carrier| carrier.get_attribute("data-subject"));
    let action = Action::named(name)
        .ok_or_else(|| JsValue::from_str(&format!("the page asks for “{name}”")))?;
    if let Some(msg) = action.msg(subject.as_deref(), value) {
        program.take(msg);
    }
    Ok(())
}
