//! The pointer in the article: selections, clicks on marks, sentences by triple click.

use super::{on, origin};
use crate::web::dom::{Dom, document, part};
use crate::web::program::Program;
use crate::web::selection;
use ascribe::app::{Fit, Msg, Part, Place};
use ascribe::document::AnnotationId;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, Event, MouseEvent, PointerEvent};

pub(super) fn listen(program: &Program) -> Dom<()> {
    let document = document()?;
    // Words that a press and a release have selected were not clicked.
    let selected = Rc::new(Cell::new(false));
    // While the pointer is down the selection is still being made.
    let down = Rc::new(Cell::new(false));
    let (pressed, anew) = (Rc::clone(&down), Rc::clone(&selected));
    on(&document, "pointerdown", program, move |_, event: &PointerEvent| {
        anew.set(false);
        pressed.set(event.pointer_type() == "mouse");
        Ok(())
    })?;
    for end in ["pointerup", "pointercancel"] {
        let (released, selected) = (Rc::clone(&down), Rc::clone(&selected));
        on(&document, end, program, move |program, event: &PointerEvent| {
            if !released.replace(false) {
                return Ok(());
            }
            selected.set(selection::read()?.is_some());
            let fit = if event.alt_key() { Fit::Exact } else { Fit::Snapped };
            let adds = event.ctrl_key() || event.meta_key();
            tell(program, fit, if adds { Msg::FragmentSelected } else { Msg::TextSelected })
        })?;
    }
    on(&document, "selectionchange", program, move |program, _: &Event| {
        if down.get() { Ok(()) } else { tell(program, Fit::Later, Msg::TextSelected) }
    })?;
    on(&part(Part::Text)?, "click", program, move |_, event: &Event| {
        if selected.take() {
            event.stop_propagation();
        }
        Ok(())
    })?;
    on(&part(Part::Text)?, "mousedown", program, |program, event: &MouseEvent| {
        // The third click of a row would select the paragraph; the sentence is wanted.
        if event.detail() == 3 && event.button() == 0 {
            event.prevent_default();
            if event.shift_key() {
                let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
                if let Some(place) = selection::place_at_point(x, y)? {
                    program.take(Msg::QuotePicked(place));
                }
            } else if let Some(place) = place_under(event)? {
                program.take(Msg::SentencePicked(place));
            }
        }
        Ok(())
    })
}

/// Tells the program what is selected now, as `selected` says it.
fn tell(program: &Program, fit: Fit, selected: fn(Place, Place, Fit) -> Msg) -> Dom<()> {
    program.take(match selection::read()? {
        Some((anchor, head)) => selected(anchor, head, fit),
        None if crate::web::dom::part(Part::Toolbar)?.contains(focused()?.as_deref()) => {
            return Ok(());
        }
        None => Msg::SelectionCleared,
    });
    Ok(())
}

fn focused() -> Dom<Option<Element>> {
    Ok(document()?.active_element())
}

/// The place of the word that the first two clicks of three selected.
fn place_under(event: &MouseEvent) -> Dom<Option<Place>> {
    let inside = origin(event).is_some();
    let selected = selection::read()?.map(|(anchor, _)| anchor);
    match selected {
        Some(place) if inside => Ok(Some(place)),
        _ => selection::caret(),
    }
}

/// Tells the program which annotations were clicked, when nothing is selected by it.
pub(super) fn click(program: &Program, element: &Element) -> Dom<()> {
    if !part(Part::Text)?.contains(Some(element)) || selection::read()?.is_some() {
        return Ok(());
    }
    program.take(Msg::TextClicked(annotations_at(element)?, selection::caret()?));
    Ok(())
}

/// The annotations whose seen marks an element of the text stands in, the innermost first.
pub(super) fn annotations_at(element: &Element) -> Dom<Vec<AnnotationId>> {
    let mut ids = Vec::new();
    const SEEN: &str = "mark:not([data-hidden])";
    let mut mark = element.closest(SEEN)?;
    while let Some(here) = mark {
        ids.extend(here.get_attribute("data-subject").map(AnnotationId));
        mark = here.parent_element().and_then(|up| up.closest(SEEN).transpose()).transpose()?;
    }
    Ok(ids)
}
