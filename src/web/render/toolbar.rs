//! The toolbar by the selection: beside its end, and never over the selected words; and the place
//! that whatever stands beside words has.

use crate::web::dom::{Dom, part, show, window};
use crate::web::selection;
use ascribe::app::{ArticleScreen, Part, Place};
use ascribe::text::Direction;
use web_sys::{DomRect, HtmlElement};

/// Room between the selection and the toolbar, in CSS pixels.
const GAP: f64 = 8.0;

/// Shows the toolbar when something is selected. The browser's selection is made again where its
/// paragraph was painted anew.
pub(super) fn render(new: &ArticleScreen, repainted: bool) -> Dom<()> {
    let shown = new.selection.is_some() && new.writable;
    show(Part::Toolbar, shown)?;
    if let Some((anchor, head)) = new.ends.filter(|_| repainted && shown)
        && selection::read()?.is_none()
        && !part(Part::Find)?.contains(crate::web::dom::document()?.active_element().as_deref())
    {
        selection::set(anchor, head)?;
    }
    Ok(())
}

/// Measures where the toolbar belongs.
pub(super) fn measure(new: &ArticleScreen) -> Dom<Spot> {
    let backward = new
        .ends
        .is_some_and(|(anchor, head)| (head.paragraph, head.at) < (anchor.paragraph, anchor.at));
    let words = new.selection.filter(|_| new.writable);
    Spot::beside(part(Part::Toolbar)?, words, new.direction, backward)
}

/// Where an element belongs that stands beside words.
pub(super) struct Spot {
    element: HtmlElement,
    /// From the left and the top of the page; `None` where its words are not seen.
    at: Option<(f64, f64)>,
}

impl Spot {
    /// Measures where `element` belongs beside `words`: below their end, or above their start when
    /// there is no room or the words were selected backwards.
    pub(super) fn beside(
        element: HtmlElement,
        words: Option<(Place, Place)>,
        direction: Direction,
        backward: bool,
    ) -> Dom<Spot> {
        let rects = match words {
            Some((start, end)) => selection::rects(start, end)?,
            None => Vec::new(),
        };
        if !rects.is_empty() && element.hidden() {
            element.set_hidden(false);
        }
        let at = beside(&element, &rects, direction, backward)?;
        Ok(Spot { element, at })
    }

    /// Puts the element there.
    pub(super) fn put(&self) -> Dom<()> {
        self.element.set_hidden(self.at.is_none());
        if let Some((left, top)) = self.at {
            let style = self.element.style();
            style.set_property("left", &px(left))?;
            style.set_property("top", &px(top))?;
        }
        Ok(())
    }
}

fn beside(
    element: &HtmlElement,
    rects: &[DomRect],
    direction: Direction,
    backward: bool,
) -> Dom<Option<(f64, f64)>> {
    let (Some(first), Some(last)) = (rects.first(), rects.last()) else {
        return Ok(None);
    };
    let size = element.get_bounding_client_rect();
    // Its middle is that of the labels, so that they stay where they are when more can be done.
    let middle = (size.width() - part(Part::Alike)?.get_bounding_client_rect().width()) / 2.0;
    let view = View::now()?;
    let bottom = rects.iter().map(|rect| rect.bottom()).fold(last.bottom(), f64::max);
    let top = rects.iter().map(|rect| rect.top()).fold(first.top(), f64::min);
    let (start_edge, end_edge) = match direction {
        Direction::LeftToRight => (first.left(), last.right()),
        Direction::RightToLeft => (first.right(), last.left()),
    };
    let below = (end_edge - middle, bottom + GAP + view.handles);
    let above = (start_edge - middle, top - GAP - size.height());
    let fits = |(_, y): (f64, f64)| y >= view.top && y + size.height() <= view.bottom;
    let choices = if backward { [above, below] } else { [below, above] };
    // When the selection fills the window, the bar of the page is the one place without its words.
    let (x, y) = choices.into_iter().find(|place| fits(*place)).unwrap_or((view.width, 0.0));
    let x = x.min(view.width - size.width() - GAP).max(GAP);
    Ok(Some((x + view.scroll.0, y.max(GAP / 2.0) + view.scroll.1)))
}

/// A length in whole pixels: to write fractions takes tables that weigh more than this file.
pub(super) fn px(length: f64) -> String {
    format!("{}px", length.round() as i32)
}

/// The part of the page that is seen.
struct View {
    top: f64,
    bottom: f64,
    width: f64,
    scroll: (f64, f64),
    /// Room for the handles that a finger drags.
    handles: f64,
}

impl View {
    fn now() -> Dom<View> {
        let window = window()?;
        let number = |value: wasm_bindgen::JsValue| value.as_f64().unwrap_or_default();
        let bar = part(Part::Article)?.get_bounding_client_rect().top();
        let coarse = window.match_media("(pointer: coarse)")?.is_some_and(|query| query.matches());
        Ok(View {
            top: bar.max(56.0),
            bottom: number(window.inner_height()?),
            width: crate::web::dom::document()?
                .document_element()
                .map_or(0.0, |root| f64::from(root.client_width())),
            scroll: (window.scroll_x()?, window.scroll_y()?),
            handles: if coarse { 28.0 } else { 0.0 },
        })
    }
}
