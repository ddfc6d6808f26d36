//! The page's elements: finding the parts the program fills, and stamping templates.
//!
//! The only room that names `data-part`, `data-subject` and `<template>`. Knows no message.

use ascribe::app::{Part, Template};
use js_sys::Reflect;
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, HtmlTemplateElement, Window};

/// What may fail because the page is not as the program knows it.
pub(crate) type Dom<T> = Result<T, JsValue>;

/// Returns the window.
pub(crate) fn window() -> Dom<Window> {
    web_sys::window().ok_or_else(|| JsValue::from_str("there is no window"))
}

/// Returns the page's document.
pub(crate) fn document() -> Dom<Document> {
    window()?.document().ok_or_else(|| JsValue::from_str("there is no document"))
}

thread_local! {
    /// The page's own parts, which stand in it from the start.
    static PARTS: RefCell<Vec<(Part, HtmlElement)>> = RefCell::default();
    /// The one element of every template.
    static TEMPLATES: RefCell<Vec<(Template, HtmlElement)>> = RefCell::default();
}

/// Returns a part of the page.
pub(crate) fn part(part: Part) -> Dom<HtmlElement> {
    if let Some(found) = PARTS.with_borrow(|parts| found(parts, part)) {
        return Ok(found);
    }
    let root = document()?.document_element();
    let found = part_of(&root.ok_or_else(|| missing(part.name()))?, part)?;
    PARTS.with_borrow_mut(|parts| parts.push((part, found.clone())));
    Ok(found)
}

fn found<N: Copy + PartialEq>(known: &[(N, HtmlElement)], name: N) -> Option<HtmlElement> {
    known.iter().find(|(other, _)| *other == name).map(|(_, element)| element.clone())
}

/// Returns a part inside `root`.
pub(crate) fn part_of(root: &Element, part: Part) -> Dom<HtmlElement> {
    let selector = format!("[data-part='{}']", part.name());
    let found = root.query_selector(&selector)?.ok_or_else(|| missing(part.name()))?;
    Ok(found.dyn_into()?)
}

/// Stamps a template: returns a copy of its one element.
pub(crate) fn stamp(template: Template) -> Dom<HtmlElement> {
    let known = TEMPLATES.with_borrow(|templates| found(templates, template));
    let original = match known {
        Some(original) => original,
        None => {
            let name = template.name();
            let found = document()?.get_element_by_id(name).ok_or_else(|| missing(name))?;
            let content = found.dyn_into::<HtmlTemplateElement>()?.content();
            let original = content.first_element_child().ok_or_else(|| missing(name))?;
            let original: HtmlElement = original.dyn_into()?;
            TEMPLATES.with_borrow_mut(|templates| templates.push((template, original.clone())));
            original
        }
    };
    Ok(original.clone_node_with_deep(true)?.dyn_into()?)
}

fn missing(name: &str) -> JsValue {
    JsValue::from_str(&format!("the page has no part “{name}”"))
}

/// Sets the words of a part inside `root`.
pub(crate) fn fill(root: &Element, part: Part, words: &str) -> Dom<HtmlElement> {
    let element = part_of(root, part)?;
    set_text(&element, words);
    Ok(element)
}

/// Sets the words of an element; an element that has them already is not touched.
pub(crate) fn set_text(element: &Element, words: &str) {
    if element.text_content().as_deref() != Some(words) {
        element.set_text_content(Some(words));
    }
}

/// Sets what a control stands for.
pub(crate) fn set_subject(element: &Element, subject: &str) -> Dom<()> {
    element.set_attribute("data-subject", subject)
}

/// Sets an attribute, or takes it away.
pub(crate) fn set_flag(element: &Element, name: &str, value: Option<&str>) -> Dom<()> {
    match value {
        Some(value) if element.get_attribute(name).as_deref() == Some(value) => Ok(()),
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    }
}

/// Shows an element or hides it.
pub(crate) fn show(part: Part, shown: bool) -> Dom<HtmlElement> {
    let element = self::part(part)?;
    element.set_hidden(!shown);
    Ok(element)
}

/// Shows whether a button that stays in is pressed.
pub(crate) fn press(button: &Element, pressed: bool) -> Dom<()> {
    set_flag(button, "aria-pressed", Some(if pressed { "true" } else { "false" }))
}

/// Shows so for the button inside `root` that has this value.
pub(crate) fn press_valued(root: &Element, value: &str, pressed: bool) -> Dom<()> {
    let button = root.query_selector(&["button[value='", value, "']"].concat())?;
    button.map_or(Ok(()), |button| press(&button, pressed))
}

/// Switches a checkbox.
pub(crate) fn check(element: &HtmlElement, checked: bool) -> Dom<()> {
    let input: &HtmlInputElement =
        element.dyn_ref().ok_or_else(|| missing("an input to be switched"))?;
    input.set_checked(checked);
    Ok(())
}

/// Returns what an input, a field or a list of choices holds.
pub(crate) fn value(input: &Element) -> Option<String> {
    Reflect::get(input, &"value".into()).ok()?.as_string()
}

/// Sets what an input, a field or a list of choices holds.
pub(crate) fn set_value(input: &Element, value: &str) -> Dom<()> {
    if self::value(input).as_deref() != Some(value) {
        Reflect::set(input, &"value".into(), &value.into())?;
    }
    Ok(())
}

/// Tells whether the keyboard's focus is on `element`.
pub(crate) fn has_focus(element: &Element) -> bool {
    let active = document().ok().and_then(|document| document.active_element());
    active.is_some_and(|active| active.is_same_node(Some(element)))
}
