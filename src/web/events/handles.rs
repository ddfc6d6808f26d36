//! The handles at the edges of the chosen annotation, dragged by mouse, pen or finger.

use super::{on, origin};
use crate::web::dom::{Dom, part, window};
use crate::web::program::{Laid, Program, attempt};
use crate::web::render::{EDGE, FRAGMENT};
use crate::web::selection;
use ascribe::app::{Edge, Fit, Msg, Part};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, PointerEvent, ResizeObserver};

/// How near the edge of the window, in CSS pixels, the text begins to scroll under a drag.
const NEAR: f64 = 48.0;

/// A handle in a hand.
#[derive(Clone, Copy)]
struct Held {
    fragment: usize,
    edge: Edge,
    /// From where it is held to the words beside it, in CSS pixels.
    offset: (f64, f64),
}

pub(super) fn listen(program: &Program) -> Dom<()> {
    let handles = part(Part::Handles)?;
    let held: Rc<Cell<Option<Held>>> = Rc::default();
    let taken = Rc::clone(&held);
    on(&handles, "pointerdown", program, move |_, event: &PointerEvent| {
        let Some(handle) = origin(event).filter(|handle| handle.has_attribute(EDGE)) else {
            return Ok(());
        };
        // Neither a selection nor the focus begins here.
        event.prevent_default();
        event.stop_propagation();
        handle.set_pointer_capture(event.pointer_id())?;
        taken.set(take(&handle, event));
        Ok(())
    })?;
    on(&handles, "mousedown", program, |_, event: &Event| {
        event.prevent_default();
        Ok(())
    })?;
    let moving = Rc::clone(&held);
    on(&handles, "pointermove", program, move |program, event: &PointerEvent| {
        let Some(held) = moving.get() else { return Ok(()) };
        let (x, y) = point(event);
        scroll_near_edge(y)?;
        let place = selection::place_at_point(x + held.offset.0, y + held.offset.1)?;
        if let Some(place) = place {
            let fit = if event.alt_key() { Fit::Exact } else { Fit::Snapped };
            program.take(Msg::EdgeDragged(held.fragment, held.edge, place, fit));
        }
        Ok(())
    })?;
    for (name, msg) in [("pointerup", Msg::EdgeDropped), ("pointercancel", Msg::LetGoAsked)] {
        let held = Rc::clone(&held);
        on(&handles, name, program, move |program, _: &Event| {
            if held.take().is_some() {
                program.take(msg.clone());
            }
            Ok(())
        })?;
    }
    follow_layout(program)
}

fn take(handle: &Element, event: &PointerEvent) -> Option<Held> {
    let fragment = handle.get_attribute(FRAGMENT)?.parse().ok()?;
    let edge = if handle.get_attribute(EDGE)? == "start" { Edge::Start } else { Edge::End };
    let place = handle.get_bounding_client_rect();
    let ((x, y), middle) = (point(event), place.top() + place.height() / 2.0);
    // A hair inside the words, so that the place found is theirs.
    Some(Held { fragment, edge, offset: (place.left() - x, middle - y) })
}

/// Where a pointer is in the window.
pub(super) fn point(event: &PointerEvent) -> (f64, f64) {
    (f64::from(event.client_x()), f64::from(event.client_y()))
}

/// Scrolls when a drag comes near the edge of the window.
pub(super) fn scroll_near_edge(y: f64) -> Dom<()> {
    let window = window()?;
    let height = window.inner_height()?.as_f64().unwrap_or_default();
    let way = if y < NEAR * 2.0 {
        -NEAR
    } else if y > height - NEAR {
        NEAR
    } else {
        return Ok(());
    };
    window.scroll_by_with_x_and_y(0.0, way / 4.0);
    Ok(())
}

/// Whenever the text is laid out anew, what lies over it is put where it belongs.
fn follow_layout(program: &Program) -> Dom<()> {
    let program = program.clone();
    let text = part(Part::Text)?;
    let mut broad = 0;
    let measured = text.clone();
    let laid_out = Closure::<dyn FnMut()>::new(move || {
        // A text that only grows, as blocks are laid out, has all its lines where they were.
        let before = std::mem::replace(&mut broad, measured.client_width());
        let what = if before == broad { Laid::Beside } else { Laid::Anew };
        attempt(|| program.lay_over(what));
    });
    ResizeObserver::new(laid_out.as_ref().unchecked_ref())?.observe(&text);
    laid_out.forget();
    Ok(())
}
