//! Rendering: makes the page agree with the screen, touching only what differs.

mod article;
mod cards;
mod caret;
mod chrome;
mod detail;
mod filter;
mod find;
mod margin;
mod preview;
mod register;
mod settings;
mod start;
mod suggestions;
mod ties;
mod toolbar;
mod words;

use super::dom::{Dom, fill, part, set_subject, show, stamp};
use super::paragraphs;
use super::program::{Laid, Program, set_title};
use super::selection;
use ascribe::app::{ArticleScreen, Field, Part, Place, Screen, Template, ViewScreen, Words};
use ascribe::text::Way;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlElement, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

pub(crate) use cards::{focus_card, scroll_to_card};
pub(crate) use caret::{EDGE, FRAGMENT};
pub(crate) use chrome::DIALOGS;
pub(crate) use find::{focus as focus_find, focus_back};
pub(crate) use ties::pull;

/// The height in the window, in CSS pixels, above which the bar lies over the article.
const TOP: f64 = 72.0;

/// What is on the page now.
#[derive(Default)]
pub(crate) struct Renderer {
    shown: Option<Screen>,
    article: article::Painted,
    cards: cards::Painted,
}

impl Renderer {
    /// Shows `screen`.
    pub(crate) fn render(&mut self, screen: Screen, program: &Program) -> Dom<()> {
        let old = self.shown.take();
        let before = old.as_ref();
        if before == Some(&screen) {
            self.shown = old;
            return Ok(());
        }
        set_title(&screen.title)?;
        if before.map(|old| &old.words) != Some(&screen.words) {
            words::fill_page(&screen.words)?;
            for said in [Part::DetailsFields, Part::SettingsKeys, Part::ExportFormats] {
                part(said)?.replace_children_with_node_0();
            }
        }
        // In another language everything is said anew.
        let before = before.filter(|old| old.words == screen.words);
        if before.map(|old| &old.settings) != Some(&screen.settings) {
            settings::apply(&screen.settings, &screen.words)?;
            program.lay_over(Laid::Anew)?;
        }
        let kind = std::mem::discriminant(&screen.view);
        if before.is_none_or(|old| std::mem::discriminant(&old.view) != kind) {
            self.turn_to(&screen)?;
        }
        let words = &screen.words;
        match (&screen.view, before.map(|old| &old.view)) {
            (ViewScreen::Opening, _) => {}
            (ViewScreen::Start(new), Some(ViewScreen::Start(old))) => {
                start::render(Some(old), new, words)?;
            }
            (ViewScreen::Start(new), _) => start::render(None, new, words)?,
            (ViewScreen::Preview(new), Some(ViewScreen::Preview(old))) => {
                preview::render(Some(old), new, words)?;
            }
            (ViewScreen::Preview(new), _) => preview::render(None, new, words)?,
            (ViewScreen::Article(new), old) => {
                let old = match old {
                    // The same article opened again is another text: nothing painted is of it.
                    Some(ViewScreen::Article(old)) if Rc::ptr_eq(&old.text, &new.text) => {
                        Some(old.as_ref())
                    }
                    _ => None,
                };
                let repainted = self.article.render(old, new, words, program)?;
                let moved = self.cards.render(old, new, words, program)?;
                chrome::render_article(old, new)?;
                filter::render(old, new)?;
                find::render(old, new, repainted)?;
                toolbar::render(new, repainted)?;
                suggestions::render(old, new, repainted)?;
                if repainted || old.is_none_or(|old| old.lights != new.lights) {
                    ties::light(new)?;
                }
                if old.is_none_or(|old| old.caret != new.caret) {
                    caret::wake()?;
                }
                // Where marks are hidden, their lines are not seen.
                if old.is_none_or(|old| old.hidden != new.hidden) {
                    program.lay_over(Laid::Anew)?;
                } else if repainted || moved || old.is_none_or(|old| old.filter != new.filter) {
                    program.lay_over(Laid::Beside)?;
                } else if old.is_some_and(|old| !lies_alike(old, new)) {
                    program.lay_over(Laid::Over)?;
                }
            }
        }
        chrome::render(before, &screen)?;
        self.shown = Some(screen);
        Ok(())
    }

    /// Puts what is laid over the text where it belongs. All is measured before anything is put:
    /// every change in between would have the page laid out once more.
    pub(crate) fn lay_over(&mut self, what: Laid, program: &Program) -> Dom<()> {
        let Some(ViewScreen::Article(article)) = self.shown.as_ref().map(|screen| &screen.view)
        else {
            return Ok(());
        };
        if what > Laid::Over {
            self.cards.measure(article, what == Laid::Anew, program)?;
        }
        let toolbar = toolbar::measure(article)?;
        let suggestion = suggestions::measure(article)?;
        let line = ties::measure(article)?;
        let caret = caret::measure(article)?;
        self.cards.put()?;
        toolbar.put()?;
        suggestion.put()?;
        ties::connect(&line)?;
        caret.put()
    }

    /// Stamps some of the cards that wait for it; tells whether more wait.
    pub(crate) fn deal(&mut self, program: &Program) -> Dom<bool> {
        let Some(screen) = &self.shown else { return Ok(false) };
        match &screen.view {
            ViewScreen::Article(article) => self.cards.deal(article, &screen.words, program),
            _ => Ok(false),
        }
    }

    /// Shows the parts of the page that belong to the view, and hides the others.
    fn turn_to(&mut self, screen: &Screen) -> Dom<()> {
        let (opening, start, preview, article) = match &screen.view {
            ViewScreen::Opening => (true, false, false, false),
            ViewScreen::Start(_) => (false, true, false, false),
            ViewScreen::Preview(_) => (false, false, true, false),
            ViewScreen::Article(_) => (false, false, false, true),
        };
        show(Part::Opening, opening)?;
        show(Part::Start, start)?;
        show(Part::Preview, preview)?;
        show(Part::Article, article)?;
        for shown in [Part::Back, Part::BarTitle, Part::Tools] {
            show(shown, article)?;
        }
        show(Part::Brand, !article)?;
        if !article {
            show(Part::Toolbar, false)?;
            show(Part::Caret, false)?;
            suggestions::clear()?;
            part(Part::Handles)?.replace_children_with_node_0();
            self.article = article::Painted::default();
            self.cards = cards::Painted::default();
            paragraphs::clear()?;
            part(Part::Cards)?.replace_children_with_node_0();
            selection::highlight(CHOSEN, &[])?;
            selection::highlight(SENTENCE, &[])?;
            find::clear()?;
            ties::extinguish()?;
        }
        if !start {
            let typed: web_sys::HtmlTextAreaElement = part(Part::Typed)?.dyn_into()?;
            typed.set_value("");
        }
        Ok(())
    }
}

/// Tells whether what is laid over the text, though it may have changed, lies as before.
fn lies_alike(old: &ArticleScreen, new: &ArticleScreen) -> bool {
    let spots = |screen: &ArticleScreen| (screen.selection, screen.ends, screen.caret);
    spots(old) == spots(new)
        && old.writable == new.writable
        && old.lit == new.lit
        && old.lights == new.lights
        && old.suggestions == new.suggestions
        && old.alike == new.alike
}

/// The highlight of the chosen annotation's words.
const CHOSEN: &str = "chosen";
/// The highlight of the sentence that is worked on.
const SENTENCE: &str = "sentence";

/// Fills `list` with one stamped element for each of `items`.
fn restamp<T>(
    list: &HtmlElement,
    template: Template,
    items: &[T],
    fill: impl Fn(&HtmlElement, &T) -> Dom<()>,
) -> Dom<()> {
    list.replace_children_with_node_0();
    for item in items {
        let element = stamp(template)?;
        fill(&element, item)?;
        list.append_child(&element)?;
    }
    Ok(())
}

/// Shows the fields of what is known of an article; an input in which the user types is left alone.
fn render_fields(place: Part, fields: &[(Field, String)], words: &Words) -> Dom<()> {
    let place = part(place)?;
    if place.child_element_count() == 0 {
        restamp(&place, Template::Field, fields, |row, (field, _)| {
            set_subject(row, field.name())?;
            fill(row, Part::FieldName, words.field(*field))?;
            if *field == Field::Published {
                super::dom::part_of(row, Part::FieldInput)?.set_attribute("type", "date")?;
            }
            Ok(())
        })?;
    }
    for (field, value) in fields {
        let selector = format!("[data-subject='{}'] input", field.name());
        let input = place.query_selector(&selector)?;
        if let Some(input) = input.and_then(|input| input.dyn_into::<HtmlInputElement>().ok())
            && !super::dom::has_focus(&input)
            && input.value() != *value
        {
            input.set_value(value);
        }
    }
    Ok(())
}

/// Brings a place of the article into view, in the part of the window that nothing covers.
/// Tells whether it came from far away: then it may stand elsewhere once all is laid out there.
pub(crate) fn scroll_to_text(place: Place) -> Dom<bool> {
    // Text that was not near is laid out when it comes near, and may then stand elsewhere.
    let mut far = false;
    for _ in 0..3 {
        let Some(border) = selection::border_before(place, false)? else {
            // WebKit lays nothing out in a block that is far away: the block has to come first.
            let paragraph = selection::paragraph(place.paragraph)?;
            let block = paragraph.and_then(|paragraph| paragraph.parent_element());
            if let Some(block) = &block {
                scroll(block, ScrollLogicalPosition::Center);
            }
            return Ok(block.is_some());
        };
        let (top, bottom) = open_view()?;
        if border.top >= top && border.top + border.height <= bottom {
            break;
        }
        let way = border.top - top - (bottom - top) / 3.0;
        far |= way.abs() > 2.0 * (bottom - top);
        super::dom::window()?.scroll_by_with_x_and_y(0.0, way);
    }
    Ok(far)
}

/// Scrolls by about a screen, and returns the place that a caret then comes to from `place`, at
/// the same height in the window; `None` where the text ends.
pub(crate) fn turn_page(place: Place, towards: Way) -> Dom<Option<Place>> {
    let Some(border) = selection::border_before(place, false)? else {
        return Ok(None);
    };
    let window = super::dom::window()?;
    let (top, bottom) = open_view()?;
    let way = (bottom - top) * 0.85 * if towards == Way::Back { -1.0 } else { 1.0 };
    let before = window.scroll_y()?;
    window.scroll_by_with_x_and_y(0.0, way);
    let y = border.top + border.height / 2.0 + way - (window.scroll_y()? - before);
    if y < top || y > bottom {
        return Ok(None);
    }
    selection::place_at_point(border.x + 1.0, y)
}

/// Brings a place out from under the list, where that lies over the text.
pub(crate) fn scroll_clear(place: Place) -> Dom<()> {
    match list_over_text()? {
        Some(_) => scroll_to_text(place).map(drop),
        None => Ok(()),
    }
}

/// The top of the list, where it lies over the end of the text: on a narrow page.
fn list_over_text() -> Dom<Option<f64>> {
    let list = part(Part::List)?.get_bounding_client_rect();
    let text = part(Part::Text)?.get_bounding_client_rect();
    let over = list.left() < text.right() && list.right() > text.left();
    Ok(over.then(|| list.top()))
}

/// Top and bottom of the part of the window in which the article is seen.
fn open_view() -> Dom<(f64, f64)> {
    let window = super::dom::window()?;
    let height = window.inner_height()?.as_f64().unwrap_or_default();
    let notice = part(Part::Notice)?.get_bounding_client_rect();
    let height = if notice.height() > 0.0 { notice.top() } else { height };
    let bottom = list_over_text()?.map_or(height, |top| top.min(height));
    // On a narrow page the bar has two rows.
    let bar = part(Part::Tools)?.get_bounding_client_rect().bottom() + 8.0;
    let find = part(Part::Find)?.get_bounding_client_rect().bottom() + 16.0;
    Ok((bar.max(find).max(TOP), (bottom - 24.0).max(120.0)))
}

fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Fills `list` with one element for each of `ids`, in their order, and lets `fill` set it by its
/// index. Elements that are there stay the same ones, and so keep the focus.
fn keep_rows(
    list: &HtmlElement,
    template: Template,
    ids: &[&str],
    mut fill: impl FnMut(usize, &HtmlElement) -> Dom<()>,
) -> Dom<()> {
    let id_of = |row: &Element| row.get_attribute("data-subject").unwrap_or_default();
    let mut next = list.first_element_child();
    for (at, id) in ids.iter().enumerate() {
        // Elements before the one for this id belong to what is gone.
        while let Some(here) = next.clone().filter(|here| !ids.contains(&id_of(here).as_str())) {
            next = here.next_element_sibling();
            here.remove();
        }
        match next.clone().filter(|here| id_of(here) == *id) {
            Some(here) => {
                next = here.next_element_sibling();
                fill(at, &here.dyn_into()?)?;
            }
            None => {
                let there = [":scope > ", &subject_selector(id)].concat();
                let row: HtmlElement = match list.query_selector(&there)? {
                    Some(there) => there.dyn_into()?,
                    None => stamp(template)?,
                };
                set_subject(&row, id)?;
                fill(at, &row)?;
                list.insert_before(&row, next.as_deref())?;
            }
        }
    }
    while let Some(rest) = next {
        next = rest.next_element_sibling();
        rest.remove();
    }
    Ok(())
}

/// The attribute selector of what stands for an annotation or a speaker.
fn subject_selector(id: &str) -> String {
    let escaped = id.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\a ");
    format!("[data-subject=\"{escaped}\"]")
}
