//! Edges and fragments: what follows when the words of an annotation are to be others. Its id, its
//! note and its links stay.

use super::annotate::{change, edit, tell};
use super::cursor::{snapped, way};
use crate::app::cursor::{Edge, Fit, Side, Stride};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Moment, Place, Role};
use crate::app::notice::{Notice, shortened};
use crate::app::said::Said;
use crate::app::session::{Joined, Session};
use crate::document::{Annotation, AnnotationId, Target};
use crate::text::{Byte, Snap, Span, Walker, Way, step_character, step_word};

/// Adds the selection to the chosen annotation as a further fragment.
pub(super) fn extend(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let Some(span) = session.selection() else {
        return tell(model, Notice::SelectFirst);
    };
    let Some(own) = session.chosen() else {
        return tell(model, Notice::ChooseFirst);
    };
    let text = session.document().text();
    let (id, label) = (own.id.clone(), own.label());
    let (target, words) = (own.target.with(span, text), shortened(span.of(text)));
    if target == own.target {
        return tell(model, Notice::InsideAlready);
    }
    if !set_target(model, moment, &id, target, Joined::Alone) {
        return Vec::new();
    }
    if let Some(session) = model.session_mut() {
        session.collapse();
    }
    model.notify(Notice::Extended(label, words));
    super::cursor::show(model)
}

/// Takes a fragment out of an annotation.
pub(super) fn remove_fragment(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    fragment: usize,
) -> Vec<Effect> {
    let own = model.session().and_then(|session| session.document().annotations().get(id));
    let left = own.and_then(|own| Some((own.label(), own.target.without(fragment)?)));
    if let Some((label, target)) = left
        && set_target(model, moment, id, target, Joined::Alone)
    {
        model.notify(Notice::FragmentRemoved(label));
    }
    Vec::new()
}

/// Moves an edge of the chosen annotation by keys. One press after the other is one step.
pub(super) fn step(
    model: &mut Model,
    moment: &Moment,
    edge: Edge,
    stride: Stride,
    side: Side,
) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let Some(own) = session.chosen() else {
        return tell(model, Notice::ChooseFirst);
    };
    let Some(target) = stepped(session, own, edge, stride, side) else {
        return tell(model, Notice::EdgeStays);
    };
    let hull = target.hull();
    let id = own.id.clone();
    if !set_target(model, moment, &id, target, Joined::Moving) {
        return Vec::new();
    }
    let at = match edge {
        Edge::Start => hull.start(),
        Edge::End => Byte(hull.end().0 - 1),
    };
    model.session().and_then(|session| super::reveal(session, at)).into_iter().collect()
}

/// Shows where an edge would be if it were let go at a place.
pub(super) fn drag(
    model: &mut Model,
    fragment: usize,
    edge: Edge,
    place: Place,
    fit: Fit,
) -> Vec<Effect> {
    let to = if fit == Fit::Exact { Snap::Exact } else { model.settings.snap };
    if let Some(session) = model.session_mut()
        && session.role == Role::Writer
        && let Some(dragged) = dragged(session, fragment, edge, place, to)
    {
        session.dragged = Some(dragged);
    }
    Vec::new()
}

/// Lets an edge go where it was dragged, in one step.
pub(super) fn drop(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    if let Some((id, target)) = model.session_mut().and_then(|session| session.dragged.take()) {
        set_target(model, moment, &id, target, Joined::Alone);
    }
    Vec::new()
}

/// Gives an annotation other words, and says them; tells whether that was done.
fn set_target(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    target: Target,
    joined: Joined,
) -> bool {
    let changed = edit(model, &moment.now, joined, |session| {
        change(session, id, &moment.now, |annotation| annotation.target = target)
    });
    if let Some(session) = model.session_mut().filter(|_| changed) {
        session.said = Said::annotation(session, id);
    }
    changed
}

/// The target of the chosen annotation with its outer edge a stride further; `None` when the edge
/// cannot go there.
fn stepped(
    session: &Session,
    own: &Annotation,
    edge: Edge,
    stride: Stride,
    side: Side,
) -> Option<Target> {
    let text = session.document().text();
    let fragment = match edge {
        Edge::Start => 0,
        Edge::End => own.target.fragments().len() - 1,
    };
    let (mut at, walker) = match edge {
        Edge::Start => (own.target.hull().start(), Walker::Start),
        Edge::End => (own.target.hull().end(), Walker::End),
    };
    let way = way(session, at, side);
    // An edge that comes to stand beside white space is where it was: it goes on to the next place.
    loop {
        let next = match stride {
            Stride::Character => step_character(text, at, way),
            Stride::Word => step_word(text, at, way, walker),
        };
        if next == at {
            return None;
        }
        let target = with_edge(text, &own.target, fragment, edge, next)?;
        if target != own.target {
            return Some(target);
        }
        at = next;
    }
}

/// The target with an edge of a fragment at a gap; `None` when it would cross the other edge or
/// another fragment.
fn with_edge(text: &str, target: &Target, fragment: usize, edge: Edge, at: Byte) -> Option<Target> {
    let span = target.fragments().get(fragment)?;
    let span = match edge {
        Edge::Start => Span::trimmed(text, at, span.end())?,
        Edge::End => Span::trimmed(text, span.start(), at)?,
    };
    target.with_fragment(fragment, span)
}

/// The chosen annotation with an edge of a fragment dragged to a place: no further than its last
/// character, and to words or sentences.
fn dragged(
    session: &Session,
    fragment: usize,
    edge: Edge,
    place: Place,
    to: Snap,
) -> Option<(AnnotationId, Target)> {
    let text = session.document().text();
    let own = session.chosen()?;
    let span = *own.target.fragments().get(fragment)?;
    let at = session.byte(place)?;
    let at = match edge {
        Edge::Start => at.min(step_character(text, span.end(), Way::Back)),
        Edge::End => at.max(step_character(text, span.start(), Way::Ahead)),
    };
    let raw = match edge {
        Edge::Start => Span::trimmed(text, at, span.end())?,
        Edge::End => Span::trimmed(text, span.start(), at)?,
    };
    let fitted = snapped(session, raw, to);
    let at = if edge == Edge::Start { fitted.start() } else { fitted.end() };
    Some((own.id.clone(), with_edge(text, &own.target, fragment, edge, at)?))
}
