//! The caret and the handles of the chosen annotation, laid over the text. They touch no paragraph.

use super::toolbar::px;
use crate::web::dom::{Dom, part, set_flag, show, stamp, window};
use crate::web::selection::{Border, border_before, border_behind};
use ascribe::app::{ArticleScreen, Part, Place, Template};
use ascribe::text::{Direction, line_direction};
use web_sys::HtmlElement;

/// The attribute of a handle that holds the index of its fragment.
pub(crate) const FRAGMENT: &str = "data-fragment";
/// The attribute of a handle that tells which edge it is: "start" or "end".
pub(crate) const EDGE: &str = "data-edge";

/// Puts caret and handles where they stand in the text as it is laid out now.
pub(super) fn place(screen: &ArticleScreen) -> Dom<()> {
    let caret = match screen.caret {
        Some(at) => border_before(at, is_reversed(screen, at))?,
        None => None,
    };
    let element = show(Part::Caret, caret.is_some())?;
    if let Some(border) = caret {
        set(&element, border)?;
    }
    place_handles(screen)
}

/// Lets the caret be seen at once when it has moved: it begins to blink anew.
pub(super) fn wake() -> Dom<()> {
    let element = part(Part::Caret)?;
    let other = if element.has_attribute("data-beat") { None } else { Some("") };
    set_flag(&element, "data-beat", other)
}

fn place_handles(screen: &ArticleScreen) -> Dom<()> {
    let handles = part(Part::Handles)?;
    let lit: &[(Place, Place)] = if screen.writable { &screen.lit } else { &[] };
    let mut next = handles.first_element_child();
    for (fragment, (start, end)) in lit.iter().enumerate() {
        for (name, at) in [("start", *start), ("end", *end)] {
            // One that is being dragged stays the same element.
            let handle: HtmlElement = match &next {
                Some(there) => wasm_bindgen::JsCast::unchecked_into(there.clone()),
                None => {
                    let fresh = stamp(Template::Handle)?;
                    handles.append_child(&fresh)?;
                    fresh
                }
            };
            next = handle.next_element_sibling();
            set_flag(&handle, FRAGMENT, Some(&fragment.to_string()))?;
            set_flag(&handle, EDGE, Some(name))?;
            let reversed = is_reversed(screen, at);
            let border = match name {
                "start" => border_before(at, reversed)?,
                _ => border_behind(at, reversed)?,
            };
            handle.set_hidden(border.is_none());
            if let Some(border) = border {
                set(&handle, border)?;
            }
        }
    }
    while let Some(rest) = next {
        next = rest.next_element_sibling();
        rest.remove();
    }
    Ok(())
}

fn set(element: &HtmlElement, border: Border) -> Dom<()> {
    let window = window()?;
    let style = element.style();
    style.set_property("left", &px(border.x + window.scroll_x()?))?;
    style.set_property("top", &px(border.top + window.scroll_y()?))?;
    style.set_property("height", &px(border.height))
}

fn is_reversed(screen: &ArticleScreen, place: Place) -> bool {
    let paragraph = screen.paragraphs.get(place.paragraph);
    let words = paragraph.map_or("", |paragraph| paragraph.of(&screen.text));
    line_direction(words) == Direction::RightToLeft
}
