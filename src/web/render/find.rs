//! The find bar, and what was found lit up: hits of the find bar, and the places of the selected
//! words.

use crate::web::dom::{
    Dom, document, has_focus, part, press, press_valued, set_flag, set_text, show,
};
use crate::web::selection;
use ascribe::app::{AlikeScreen, ArticleScreen, FindScreen, Part, Switch};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};

/// The highlight of all hits.
const FOUND: &str = "found";
/// The highlight of the one that is looked at, over the others.
const HERE: &str = "here";
/// The highlight of the places of the selected words.
const ALIKE: &str = "alike";

thread_local! {
    /// What had the focus before the find bar.
    static BEFORE: RefCell<Option<HtmlElement>> = const { RefCell::new(None) };
}

/// Shows the find bar and lights up what was found; `repainted` when paragraphs are others.
pub(super) fn render(old: Option<&ArticleScreen>, new: &ArticleScreen, repainted: bool) -> Dom<()> {
    let before = old.map(|old| &old.find);
    if before != Some(&new.find) {
        render_bar(new.find.as_ref())?;
    }
    if repainted || before != Some(&new.find) {
        light_up(new.find.as_ref())?;
    }
    if repainted || old.map(|old| &old.alike) != Some(&new.alike) {
        selection::highlight_over(ALIKE, &new.alike.lit, 1)?;
        render_alike(&new.alike)?;
    }
    Ok(())
}

/// Takes everything away that belongs to an article.
pub(super) fn clear() -> Dom<()> {
    render_bar(None)?;
    light_up(None)?;
    selection::highlight_over(ALIKE, &[], 1)
}

fn light_up(find: Option<&FindScreen>) -> Dom<()> {
    selection::highlight_over(FOUND, find.map_or(&[], |find| &find.lit), 1)?;
    selection::highlight_over(HERE, find.map_or(&[], |find| find.here.as_slice()), 2)
}

fn render_bar(find: Option<&FindScreen>) -> Dom<()> {
    show(Part::Find, find.is_some())?;
    let Some(find) = find else { return Ok(()) };
    let input: HtmlInputElement = part(Part::FindInput)?.dyn_into()?;
    if !has_focus(&input) && input.value() != find.pattern {
        input.set_value(&find.pattern);
    }
    set_flag(&input, "aria-invalid", find.bad.then_some("true"))?;
    set_text(&part(Part::FindTold)?.into(), &find.told);
    let ways = part(Part::FindWays)?;
    let mut switches = Switch::ALL.into_iter().zip(find.switches);
    switches.try_for_each(|(switch, on)| press_valued(&ways, switch.name(), on))
}

fn render_alike(alike: &AlikeScreen) -> Dom<()> {
    let open = !alike.told.is_empty();
    show(Part::Alike, !alike.all.is_empty())?;
    show(Part::AlikeTold, open)?;
    show(Part::AlikeCase, open)?;
    show(Part::AlikeCancel, open)?;
    set_text(&part(Part::AlikeAll)?.into(), &alike.all);
    set_text(&part(Part::AlikeTold)?.into(), &alike.told);
    press(&part(Part::AlikeCase)?.into(), alike.case)
}

/// Puts the keyboard's focus into the find bar, and remembers where it was.
pub(crate) fn focus() -> Dom<()> {
    let active = document()?.active_element();
    let input: HtmlInputElement = part(Part::FindInput)?.dyn_into()?;
    if !part(Part::Find)?.contains(active.as_deref()) {
        BEFORE.set(active.and_then(|active| active.dyn_into().ok()));
    }
    input.focus()?;
    input.select();
    Ok(())
}

/// Puts it back; where that is gone, on the text.
pub(crate) fn focus_back() -> Dom<()> {
    let before = BEFORE.take().filter(|before| before.is_connected());
    let text = part(Part::Text)?;
    before.as_ref().unwrap_or(&text).focus()
}
