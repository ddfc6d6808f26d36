//! The margin: cards beside their lines, as far as there is room.

use super::toolbar::px;
use super::{TOP, subject_selector};
use crate::web::dom::{Dom, part, set_flag, window};
use crate::web::program::{Program, attempt};
use ascribe::app::{Beside, Card, Part, place_beside};
use ascribe::document::AnnotationId;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ResizeObserver};

/// A page so wide has a margin; `style.css` knows the same width.
const WIDE: &str = "(min-width: 60.01rem)";
/// Room between two cards, in CSS pixels.
const GAP: f64 = 6.0;
/// How much more the chosen card is drawn to its line than the others: it stands there.
const CHOSEN: f64 = 1e9;
/// Where there is less room than this for each card, cards are one line high.
const ROOMY: f64 = 84.0;

/// Tells whether the page has a margin for cards.
pub(super) fn has_room() -> Dom<bool> {
    Ok(window()?.match_media(WIDE)?.is_some_and(|query| query.matches()))
}

/// Puts the cards of `groups`, one for each block, beside the lines where their marks begin.
pub(super) fn place<'g>(
    groups: impl Iterator<Item = (&'g HtmlElement, Option<&'g [Rc<Card>]>)>,
    count: usize,
    chosen: Option<&AnnotationId>,
) -> Dom<()> {
    let text = part(Part::Text)?;
    let room = text.get_bounding_client_rect().height();
    let dense = f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * ROOMY > room;
    let list = part(Part::List)?;
    set_flag(&list, "data-dense", dense.then_some(""))?;
    let blocks = text.children();
    let origin = part(Part::Cards)?.get_bounding_client_rect().top();
    let height = window()?.inner_height()?.as_f64().unwrap_or_default();
    let mut elements: Vec<HtmlElement> = Vec::new();
    let mut cards = Vec::new();
    for (index, (group, painted)) in groups.enumerate() {
        let Some(painted) = painted else { continue };
        let Some(block) = u32::try_from(index).ok().and_then(|at| blocks.item(at)) else {
            continue;
        };
        let mut line = block.get_bounding_client_rect().top();
        let mut next = group.first_element_child();
        for card in painted {
            let Some(element) = next.and_then(|element| element.dyn_into::<HtmlElement>().ok())
            else {
                break;
            };
            next = element.next_element_sibling();
            let selector = format!("mark{}", subject_selector(&card.id));
            if let Some(mark) = block.query_selector(&selector)? {
                line = mark.get_client_rects().item(0).map_or(line, |rect| rect.top());
            }
            let own = element.get_bounding_client_rect().height();
            let is_chosen = chosen == Some(&card.id);
            // An open card is seen whole where that is possible beside a line in view.
            let seen = if is_chosen && line > 0.0 && line < height {
                line.min(height - own - GAP).max(line.min(TOP))
            } else {
                line
            };
            cards.push(Beside {
                line: seen - origin,
                height: own + GAP,
                weight: if is_chosen { CHOSEN } else { 1.0 },
            });
            elements.push(element);
        }
    }
    for (element, top) in elements.iter().zip(place_beside(&cards)) {
        element.style().set_property("top", &px(top))?;
    }
    Ok(())
}

/// Watches the open card: when it grows or shrinks, those around it make room.
pub(super) struct Growth {
    observer: ResizeObserver,
    _grown: Closure<dyn FnMut()>,
}

impl Growth {
    /// Watches `card`.
    pub(super) fn of(card: &HtmlElement, program: &Program) -> Dom<Self> {
        let program = program.clone();
        let grown = Closure::new(move || attempt(|| program.lay_over()));
        let observer = ResizeObserver::new(grown.as_ref().unchecked_ref())?;
        observer.observe(card);
        Ok(Growth { observer, _grown: grown })
    }
}

impl Drop for Growth {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
