//! The margin: cards beside their lines, as far as there is room.

use super::toolbar::px;
use super::{TOP, subject_selector};
use crate::web::dom::{Dom, part, set_flag, window};
use crate::web::program::{Laid, Program, attempt};
use ascribe::app::{Beside, Card, Part, place_beside};
use ascribe::document::AnnotationId;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement, ResizeObserver};

/// A page so wide has a margin; `style.css` knows the same width.
const WIDE: &str = "(min-width: 60.01rem)";
/// Room between two cards, in CSS pixels.
const GAP: f64 = 6.0;
/// How much more the chosen card is drawn to its line than the others: it stands there.
const CHOSEN: f64 = 1e9;
/// Where there is less room than this for each card, cards are one line high.
const ROOMY: f64 = 84.0;

/// The cards of a block, as measured: with thousands of annotations, to measure all again at every
/// key would take most of its time.
#[derive(Default)]
pub(super) struct Stands {
    cards: Vec<Stand>,
    /// Whether the marks were painted that tell the lines.
    marked: bool,
}

struct Stand {
    card: Rc<Card>,
    element: HtmlElement,
    /// Its line, from the top of the block, and its own height.
    line: f64,
    height: f64,
    /// Whether it is the chosen card, which changes its height by itself.
    open: bool,
    /// Where it belongs, and where it was put, in whole pixels from the top of the list.
    top: i32,
    put: Option<i32>,
}

/// A block as the margin sees it.
pub(super) struct Column<'c> {
    /// Its cards' elements.
    pub(super) group: &'c HtmlElement,
    /// Its cards, when they are painted.
    pub(super) cards: &'c [Rc<Card>],
    /// Whether its marks are painted.
    pub(super) marked: bool,
    /// What was measured of them.
    pub(super) stands: &'c mut Stands,
}

/// Tells whether the page has a margin for cards.
pub(super) fn has_room() -> Dom<bool> {
    Ok(window()?.match_media(WIDE)?.is_some_and(|query| query.matches()))
}

/// Measures how far down the list cards belong, one column for each block: beside the lines where
/// their marks begin; all of them `anew`, or those only that may be of another height or elsewhere.
pub(super) fn measure(
    mut columns: Vec<(usize, Column)>,
    count: usize,
    chosen: Option<&AnnotationId>,
    anew: bool,
) -> Dom<()> {
    let text = part(Part::Text)?;
    let room = text.get_bounding_client_rect().height();
    let dense = f64::from(u32::try_from(count).unwrap_or(u32::MAX)) * ROOMY > room;
    let list = part(Part::List)?;
    let anew = anew || dense != list.has_attribute("data-dense");
    set_flag(&list, "data-dense", dense.then_some(""))?;
    let blocks = text.children();
    let origin = part(Part::Cards)?.get_bounding_client_rect().top();
    let height = window()?.inner_height()?.as_f64().unwrap_or_default();
    let mut cards = Vec::new();
    for (index, column) in &mut columns {
        let Some(block) = u32::try_from(*index).ok().and_then(|at| blocks.item(at)) else {
            continue;
        };
        let top = block.get_bounding_client_rect().top();
        column.measure(&block, top, chosen, anew)?;
        for stand in &column.stands.cards {
            let line = top + stand.line;
            // An open card is seen whole where that is possible beside a line in view.
            let seen = if stand.open && line > 0.0 && line < height {
                line.min(height - stand.height - GAP).max(line.min(TOP))
            } else {
                line
            };
            cards.push(Beside {
                line: seen - origin,
                height: stand.height + GAP,
                weight: if stand.open { CHOSEN } else { 1.0 },
            });
        }
    }
    let stands = columns.iter_mut().flat_map(|(_, column)| &mut column.stands.cards);
    for (stand, top) in stands.zip(place_beside(&cards)) {
        stand.top = top.round() as i32;
    }
    Ok(())
}

impl Column<'_> {
    fn measure(
        &mut self,
        block: &Element,
        top: f64,
        chosen: Option<&AnnotationId>,
        anew: bool,
    ) -> Dom<()> {
        let anew = anew || self.stands.marked != self.marked;
        let mut before = std::mem::take(&mut self.stands.cards).into_iter();
        let mut next = self.group.first_element_child();
        let mut line = 0.0;
        for card in self.cards {
            let open = chosen == Some(&card.id);
            let Some(element) = next.and_then(|element| element.dyn_into::<HtmlElement>().ok())
            else {
                break;
            };
            next = element.next_element_sibling();
            // Cards keep their order: those passed over are gone.
            let ahead = before.as_slice().iter().position(|known| known.element == element);
            let known = ahead.and_then(|ahead| before.nth(ahead));
            let put = known.as_ref().and_then(|known| known.put);
            let same = |known: &Stand| !known.open && Rc::ptr_eq(&known.card, card);
            if let Some(known) = known.filter(|known| !anew && !open && same(known)) {
                line = known.line;
                self.stands.cards.push(known);
                continue;
            }
            let selector = ["mark", &subject_selector(&card.id.0)].concat();
            if let Some(mark) = block.query_selector(&selector)? {
                line = mark.get_client_rects().item(0).map_or(line, |rect| rect.top() - top);
            }
            let height = element.get_bounding_client_rect().height();
            self.stands.cards.push(Stand {
                card: Rc::clone(card),
                element,
                line,
                height,
                open,
                top: 0,
                put,
            });
        }
        self.stands.marked = self.marked;
        Ok(())
    }
}

impl Stands {
    /// Puts the cards where they belong.
    pub(super) fn put(&mut self) -> Dom<()> {
        for stand in self.cards.iter_mut().filter(|stand| stand.put != Some(stand.top)) {
            stand.element.style().set_property("top", &px(f64::from(stand.top)))?;
            stand.put = Some(stand.top);
        }
        Ok(())
    }
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
        let grown = Closure::new(move || attempt(|| program.lay_over(Laid::Beside)));
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
