//! Rendering: makes the page agree with the screen, touching only what differs.

mod article;
mod cards;
mod chrome;
mod preview;
mod start;
mod toolbar;

use super::dom::{Dom, fill, part, set_subject, show, stamp};
use super::paragraphs;
use super::program::{Program, set_title};
use super::selection;
use ascribe::app::{Field, Part, Place, Screen, Template, ViewScreen};
use ascribe::document::AnnotationId;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    Element, HtmlInputElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
};

pub(crate) use cards::{focus_card, scroll_to_card};

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
        let kind = std::mem::discriminant(&screen.view);
        if before.is_none_or(|old| std::mem::discriminant(&old.view) != kind) {
            self.turn_to(&screen)?;
        }
        match (&screen.view, before.map(|old| &old.view)) {
            (ViewScreen::Opening, _) => {}
            (ViewScreen::Start(new), Some(ViewScreen::Start(old))) => {
                start::render(Some(old), new)?;
            }
            (ViewScreen::Start(new), _) => start::render(None, new)?,
            (ViewScreen::Preview(new), Some(ViewScreen::Preview(old))) => {
                preview::render(Some(old), new)?;
            }
            (ViewScreen::Preview(new), _) => preview::render(None, new)?,
            (ViewScreen::Article(new), old) => {
                let old = match old {
                    // The same article opened again is another text: nothing painted is of it.
                    Some(ViewScreen::Article(old)) if Rc::ptr_eq(&old.text, &new.text) => {
                        Some(old.as_ref())
                    }
                    _ => None,
                };
                let repainted = self.article.render(old, new, program)?;
                self.cards.render(old, new, program)?;
                chrome::render_article(old, new)?;
                toolbar::render(new, repainted)?;
            }
        }
        chrome::render(before, &screen)?;
        self.shown = Some(screen);
        Ok(())
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
            self.article = article::Painted::default();
            self.cards = cards::Painted::default();
            paragraphs::clear()?;
            part(Part::Cards)?.replace_children_with_node_0();
            selection::highlight(CHOSEN, &[])?;
            selection::highlight(SENTENCE, &[])?;
        }
        if !start {
            let typed: web_sys::HtmlTextAreaElement = part(Part::Typed)?.dyn_into()?;
            typed.set_value("");
        }
        Ok(())
    }
}

/// The highlight of the chosen annotation's words.
const CHOSEN: &str = "chosen";
/// The highlight of the sentence that is worked on.
const SENTENCE: &str = "sentence";

/// Fills `list` with one stamped element for each of `items`.
fn restamp<T>(
    list: &web_sys::HtmlElement,
    template: Template,
    items: &[T],
    fill: impl Fn(&web_sys::HtmlElement, &T) -> Dom<()>,
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
fn render_fields(place: Part, fields: &[(Field, String)]) -> Dom<()> {
    let place = part(place)?;
    if place.child_element_count() == 0 {
        restamp(&place, Template::Field, fields, |row, (field, _)| {
            set_subject(row, field.name())?;
            fill(row, Part::FieldName, field_words(*field))?;
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

fn field_words(field: Field) -> &'static str {
    match field {
        Field::Title => "Title",
        Field::Url => "Web address",
        Field::Outlet => "Outlet",
        Field::Authors => "Authors (separated by commas)",
        Field::Published => "Published",
        Field::Language => "Language (two letters)",
    }
}

/// Brings a place of the article into view.
pub(crate) fn scroll_to_text(place: Place) -> Dom<()> {
    if let Some(paragraph) = selection::paragraph(place.paragraph)? {
        let top =
            selection::rects(place, Place { at: ascribe::text::Utf16(place.at.0 + 1), ..place })?;
        let height = super::dom::window()?.inner_height()?.as_f64().unwrap_or(0.0);
        let inside =
            top.first().is_some_and(|rect| rect.top() > 80.0 && rect.bottom() < height - 40.0);
        if !inside {
            scroll(&paragraph, ScrollLogicalPosition::Center);
        }
    }
    Ok(())
}

fn scroll(element: &Element, block: ScrollLogicalPosition) {
    let options = ScrollIntoViewOptions::new();
    options.set_block(block);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// The attribute selector of what stands for an annotation.
fn subject_selector(id: &AnnotationId) -> String {
    let escaped = id.0.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\a ");
    format!("[data-subject=\"{escaped}\"]")
}
