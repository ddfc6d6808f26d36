//! The caret and the handles of the chosen annotation, laid over the text. They touch no paragraph.

use super::toolbar::px;
use crate::web::dom::{Dom, part, set_flag, show, stamp, window};
use crate::web::selection::{Border, border_before, border_behind};
use ascribe::app::{ArticleScreen, Part, Place, Template};
use ascribe::text::{Direction, line_direction};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The attribute of a handle that holds the index of its fragment.
pub(crate) const FRAGMENT: &str = "data-fragment";
/// The attribute of a handle that tells which edge it is: "start" or "end".
pub(crate) const EDGE: &str = "data-edge";

/// Where caret and handles belong in the text as it is laid out now.
pub(super) struct Spots {
    caret: Option<Border>,
    /// The handles by the index of their fragment and their edge.
    handles: Vec<(usize, &'static str, Option<Border>)>,
    /// How far the page is scrolled: borders stand in the window.
    scroll: (f64, f64),
}

/// Measures where caret and handles belong.
pub(super) fn measure(screen: &ArticleScreen) -> Dom<Spots> {
    let caret = match screen.caret {
        Some(at) => border_before(at, is_reversed(screen, at))?,
        None => None,
    };
    let lit: &[(Place, Place)] = if screen.writable { &screen.lit } else { &[] };
    let mut handles = Vec::with_capacity(2 * lit.len());
    for (fragment, (start, end)) in lit.iter().enumerate() {
        handles.push((fragment, "start", border_before(*start, is_reversed(screen, *start))?));
        handles.push((fragment, "end", border_behind(*end, is_reversed(screen, *end))?));
    }
    let window = window()?;
    Ok(Spots { caret, handles, scroll: (window.scroll_x()?, window.scroll_y()?) })
}

/// Lets the caret be seen at once when it has moved: it begins to blink anew.
pub(super) fn wake() -> Dom<()> {
    let element = part(Part::Caret)?;
    let other = if element.has_attribute("data-beat") { None } else { Some("") };
    set_flag(&element, "data-beat", other)
}

impl Spots {
    /// Puts caret and handles there.
    pub(super) fn put(&self) -> Dom<()> {
        let caret = show(Part::Caret, self.caret.is_some())?;
        self.set(&caret, self.caret)?;
        let handles = part(Part::Handles)?;
        let mut next = handles.first_element_child();
        for (fragment, edge, border) in &self.handles {
            // One that is being dragged stays the same element.
            let handle: HtmlElement = match &next {
                Some(there) => there.clone().unchecked_into(),
                None => {
                    let fresh = stamp(Template::Handle)?;
                    handles.append_child(&fresh)?;
                    fresh
                }
            };
            next = handle.next_element_sibling();
            set_flag(&handle, FRAGMENT, Some(&fragment.to_string()))?;
            set_flag(&handle, EDGE, Some(edge))?;
            handle.set_hidden(border.is_none());
            self.set(&handle, *border)?;
        }
        while let Some(rest) = next {
            next = rest.next_element_sibling();
            rest.remove();
        }
        Ok(())
    }

    fn set(&self, element: &HtmlElement, border: Option<Border>) -> Dom<()> {
        let Some(border) = border else { return Ok(()) };
        let style = element.style();
        style.set_property("left", &px(border.x + self.scroll.0))?;
        style.set_property("top", &px(border.top + self.scroll.1))?;
        style.set_property("height", &px(border.height))
    }
}

fn is_reversed(screen: &ArticleScreen, place: Place) -> bool {
    let paragraph = screen.paragraphs.get(place.paragraph);
    let words = paragraph.map_or("", |paragraph| paragraph.of(&screen.text));
    line_direction(words) == Direction::RightToLeft
}
