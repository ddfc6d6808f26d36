//! Links drawn by mouse, pen or finger: from the grip of the open card to a mark or another card.

use super::handles::{point, scroll_near_edge};
use super::{on, origin, pointer};
use crate::web::dom::{Dom, document, part, set_flag};
use crate::web::program::Program;
use crate::web::render::pull;
use ascribe::app::{Msg, Part};
use ascribe::document::AnnotationId;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, Event, PointerEvent};

/// How far, in CSS pixels, a pointer moves before it draws.
const SLACK: f64 = 5.0;

/// A link in a hand.
#[derive(Default)]
struct Held {
    /// Where it was taken up.
    from: Cell<Option<(f64, f64)>>,
    drawn: Cell<bool>,
    /// The mark or card it is over.
    over: RefCell<Option<Element>>,
}

impl Held {
    fn go_over(&self, over: Option<Element>) -> Dom<()> {
        if *self.over.borrow() == over {
            return Ok(());
        }
        for (element, flag) in [(self.over.replace(over.clone()), None), (over, Some(""))] {
            if let Some(element) = element {
                set_flag(&element, "data-over", flag)?;
            }
        }
        Ok(())
    }
}

pub(super) fn listen(program: &Program) -> Dom<()> {
    let cards = part(Part::Cards)?;
    let held: Rc<Held> = Rc::default();
    let taken = Rc::clone(&held);
    on(&cards, "pointerdown", program, move |_, event: &PointerEvent| {
        let grip = origin(event).filter(|it| it.class_list().contains("grip"));
        let Some(grip) = grip.filter(|_| event.button() == 0) else { return Ok(()) };
        // Neither a selection nor the focus begins here.
        event.prevent_default();
        event.stop_propagation();
        grip.set_pointer_capture(event.pointer_id())?;
        taken.from.set(Some(point(event)));
        taken.drawn.set(false);
        Ok(())
    })?;
    let drawing = Rc::clone(&held);
    on(&cards, "pointermove", program, move |program, event: &PointerEvent| {
        let Some(from) = drawing.from.get() else { return Ok(()) };
        let (x, y) = point(event);
        if !drawing.drawn.get() {
            if (x - from.0).abs().max((y - from.1).abs()) < SLACK {
                return Ok(());
            }
            drawing.drawn.set(true);
            if !is_linking()? {
                program.take(Msg::LinkAsked);
            }
        }
        scroll_near_edge(y)?;
        pull(Some((from, (x, y))))?;
        drawing.go_over(end_at(x, y)?)
    })?;
    for (name, done) in [("pointerup", true), ("pointercancel", false)] {
        let held = Rc::clone(&held);
        on(&cards, name, program, move |program, _: &Event| {
            if held.from.take().is_none() {
                return Ok(());
            }
            pull(None)?;
            let over = held.over.borrow().clone();
            held.go_over(None)?;
            if !held.drawn.get() {
                program.take(Msg::LinkAsked);
            } else if let Some(over) = over.filter(|_| done) {
                let card = Some(&over).filter(|over| over.class_list().contains("card"));
                program.take(match card.and_then(|card| card.get_attribute("data-subject")) {
                    Some(id) => Msg::AnnotationPicked(AnnotationId(id)),
                    None => Msg::TextClicked(pointer::annotations_at(&over)?, None),
                });
            } else {
                program.take(Msg::LetGoAsked);
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn is_linking() -> Dom<bool> {
    Ok(part(Part::Article)?.has_attribute("data-linking"))
}

/// The mark or card at a point of the window.
fn end_at(x: f64, y: f64) -> Dom<Option<Element>> {
    let there = document()?.element_from_point(x as f32, y as f32);
    there.map_or(Ok(None), |there| there.closest("mark, .card:not([aria-current])"))
}
