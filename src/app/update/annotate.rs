//! Annotating: what follows when words are tagged and annotations chosen, changed or deleted.

use super::cursor;
use super::link;
use crate::app::cursor::{Cursor, Hand};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Moment, Place, Role};
use crate::app::notice::{Notice, shortened};
use crate::app::session::{Joined, Session};
use crate::document::{
    Annotation, AnnotationId, Annotations, Body, Edit, EditError, Label, Origin, Target, Timestamp,
};
use crate::text::{Span, Way, in_order};
use std::rc::Rc;

/// Tags the selection, or gives the chosen annotation another label when nothing is selected.
pub(super) fn tag(model: &mut Model, moment: &Moment, label: Label) -> Vec<Effect> {
    let creator = model.settings.name.trim().to_owned();
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let Some(span) = session.selection() else {
        return match session.chosen.clone() {
            Some(id) => relabel(model, moment, &id, label),
            None => tell(model, Notice::SelectFirst),
        };
    };
    let twin = session
        .document()
        .annotations()
        .touching(span)
        .into_iter()
        .find(|there| there.label() == label && there.target == Target::from(span));
    if let Some(id) = twin.map(|twin| twin.id.clone()) {
        session.collapse();
        session.chosen = Some(id);
        model.notify(Notice::TaggedAlready(label));
        return cursor::show(model);
    }
    let id = session.document().fresh_id();
    let annotation = annotation(id.clone(), span, label, creator, &moment.now);
    let words = shortened(span.of(session.document().text()));
    let insert = vec![Edit::Insert(annotation)];
    if !edit(model, &moment.now, Joined::Alone, |_| Some(insert)) {
        return Vec::new();
    }
    let mut effects = Vec::new();
    if let Some(session) = model.session_mut() {
        session.collapse();
        session.chosen = Some(id.clone());
        effects.push(Effect::ScrollToCard(session.layout().block_at(span.start()), id));
        // On a narrow page the card that has opened may lie over the words.
        effects.extend(session.ends().map(|(_, head)| Effect::ScrollClear(head)));
    }
    effects.extend(cursor::show(model));
    model.notify(Notice::Tagged(label, words));
    effects
}

/// A fresh annotation by the user's own hand.
pub(super) fn annotation(
    id: AnnotationId,
    span: Span,
    label: Label,
    creator: String,
    now: &Timestamp,
) -> Annotation {
    Annotation {
        id,
        target: Target::from(span),
        body: Body::of(label),
        note: String::new(),
        tags: Vec::new(),
        creator,
        created: Some(now.clone()),
        modified: Some(now.clone()),
        origin: Origin::User,
        extra: Vec::new(),
    }
}

/// Chooses the smallest of the annotations clicked, or the next larger than the chosen one.
pub(super) fn click(
    model: &mut Model,
    moment: &Moment,
    ids: &[AnnotationId],
    place: Option<Place>,
) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    session.close_step();
    if let Some(at) = place.and_then(|place| session.byte(place)) {
        session.set_cursor(Cursor::at(at), Hand::Pointer);
    }
    let annotations = session.document().annotations();
    let clicked: Vec<&Rc<Annotation>> = ids.iter().filter_map(|id| annotations.get(id)).collect();
    let clicked = in_order(clicked, |own| own.target.len());
    if let Some(start) = session.linking.clone()
        && !ids.is_empty()
    {
        let can = |own: &&Rc<Annotation>| link::ends(session, &start, &own.id).is_some();
        let end = clicked.iter().copied().find(can).or(clicked.first().copied());
        let end = end.map_or(start.clone(), |own| own.id.clone());
        return link::make(model, moment, &start, &end);
    }
    let at = clicked.iter().position(|own| Some(&own.id) == session.chosen.as_ref());
    let next = at.map_or(0, |at| (at + 1) % clicked.len().max(1));
    let picked = clicked.get(next).map(|own| (own.id.clone(), own.target.hull().start()));
    session.chosen = picked.as_ref().map(|(id, _)| id.clone());
    let card = picked.map(|(id, start)| Effect::ScrollToCard(session.layout().block_at(start), id));
    let seen = card.as_ref().and(place).map(Effect::ScrollClear);
    card.into_iter().chain(seen).collect()
}

/// Follows the choice of a card: ends a link that was started, or chooses the annotation.
pub(super) fn pick(model: &mut Model, moment: &Moment, id: AnnotationId) -> Vec<Effect> {
    let start = model.session().and_then(|session| session.linking.clone());
    match start.filter(|start| *start != id) {
        Some(start) => link::make(model, moment, &start, &id),
        None => choose(model, id),
    }
}

/// Chooses an annotation and brings its words into view.
pub(super) fn choose(model: &mut Model, id: AnnotationId) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    session.close_step();
    let Some(annotation) = session.document().annotations().get(&id) else {
        return Vec::new();
    };
    let start = annotation.target.hull().start();
    session.chosen = Some(id);
    super::reveal(session, start).into_iter().collect()
}

/// Chooses the annotation next to the chosen one in text order, of those the list shows, round the
/// ends.
pub(super) fn step(model: &mut Model, way: Way) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let annotations = session.document().annotations();
    if !annotations.is_empty() && session.layout().shown() == Some(0) {
        let count = annotations.len();
        return tell(model, Notice::NoneShown(count));
    }
    let shown = |own: &&Rc<Annotation>| session.layout().shows(session.document(), own);
    let chosen = session.chosen().map(Annotations::place);
    let found = chosen.and_then(|here| match way {
        Way::Ahead => annotations.after(&here).find(shown),
        Way::Back => annotations.before(&here).find(shown),
    });
    let round = || match way {
        Way::Ahead => annotations.iter().find(shown),
        Way::Back => annotations.iter().rfind(shown),
    };
    match (found.or_else(round).map(|own| own.id.clone()), annotations.len()) {
        (Some(id), _) => visit(model, id),
        (None, 0) => tell(model, Notice::NoAnnotations),
        (None, count) => tell(model, Notice::NoneShown(count)),
    }
}

/// Chooses an annotation and brings its words and its card into view.
pub(super) fn visit(model: &mut Model, id: AnnotationId) -> Vec<Effect> {
    let mut effects = choose(model, id.clone());
    if let Some(session) = model.session_mut() {
        if let Some(start) = session.chosen().map(|own| own.target.hull().start()) {
            session.set_cursor(Cursor::at(start), Hand::Keys);
            effects.push(Effect::ScrollToCard(session.layout().block_at(start), id.clone()));
        }
        effects.push(Effect::FocusCard(id));
    }
    effects
}

/// Gives an annotation another label.
pub(super) fn relabel(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    label: Label,
) -> Vec<Effect> {
    let changed = edit(model, &moment.now, Joined::Alone, |session| {
        change(session, id, &moment.now, |annotation| {
            if annotation.label() != label {
                annotation.body = Body::of(label);
            }
        })
    });
    if changed {
        model.notify(Notice::Relabelled(label));
    }
    Vec::new()
}

/// Sets the note of an annotation; letter by letter it is one step.
pub(super) fn note(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    note: String,
) -> Vec<Effect> {
    let other = model.session().is_some_and(|session| session.chosen.as_ref() != Some(id));
    if let Some(session) = model.session_mut().filter(|_| other) {
        session.close_step();
        session.chosen = Some(id.clone());
    }
    edit(model, &moment.now, Joined::Typing, |session| {
        change(session, id, &moment.now, |annotation| annotation.note = note)
    });
    Vec::new()
}

/// Deletes an annotation, or the chosen one, and the links that lead to it.
pub(super) fn delete(model: &mut Model, moment: &Moment, id: Option<&AnnotationId>) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let chosen = || session.chosen.as_ref();
    let annotation = id.or_else(chosen).and_then(|id| session.document().annotations().get(id));
    let Some(annotation) = annotation.map(|own| (**own).clone()) else {
        return tell(model, Notice::ChooseFirst);
    };
    let label = annotation.label();
    let deleted = edit(model, &moment.now, Joined::Alone, |session| {
        let mut edits = unlinks(session, &annotation.id, &moment.now);
        edits.push(Edit::Remove(annotation));
        Some(edits)
    });
    if deleted {
        model.notify(Notice::Deleted(label));
    }
    Vec::new()
}

pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    travel(model, Session::undo, Notice::Undone, Notice::NothingToUndo)
}

pub(super) fn redo(model: &mut Model) -> Vec<Effect> {
    travel(model, Session::redo, Notice::Redone, Notice::NothingToRedo)
}

fn travel(
    model: &mut Model,
    go: impl FnOnce(&mut Session) -> Result<bool, EditError>,
    went: Notice,
    stayed: Notice,
) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    if session.role != Role::Writer {
        return tell(model, Notice::OtherTab);
    }
    match go(session) {
        Ok(true) => model.notify(went),
        Ok(false) => model.notify(stayed),
        Err(error) => model.notify(Notice::DoesNotFit(error)),
    }
    Vec::new()
}

/// Takes the edits that `make` returns as one step; tells whether they were done.
pub(super) fn edit(
    model: &mut Model,
    now: &Timestamp,
    joined: Joined,
    make: impl FnOnce(&Session) -> Option<Vec<Edit>>,
) -> bool {
    let Some(session) = model.session_mut() else {
        return false;
    };
    if session.role != Role::Writer {
        model.notify(Notice::OtherTab);
        return false;
    }
    let Some(edits) = make(session) else {
        return false;
    };
    match session.take(edits, joined, now) {
        Ok(()) => true,
        Err(error) => {
            model.notify(Notice::DoesNotFit(error));
            false
        }
    }
}

/// The edit by which `alter` changes an annotation; `None` when it changes nothing.
pub(super) fn change(
    session: &Session,
    id: &AnnotationId,
    now: &Timestamp,
    alter: impl FnOnce(&mut Annotation),
) -> Option<Vec<Edit>> {
    let before = session.document().annotations().get(id)?;
    Some(vec![Edit::change(before, now, alter)?])
}

/// The edits that take every link to `id` away.
fn unlinks(session: &Session, id: &AnnotationId, now: &Timestamp) -> Vec<Edit> {
    let linked = session.document().annotations().linked_to(id).into_iter();
    linked
        .filter(|own| own.id != *id)
        .filter_map(|own| {
            Edit::change(own, now, |annotation| {
                if let Body::Attribution(attribution) = &mut annotation.body {
                    attribution.contents.retain(|content| content != id);
                }
            })
        })
        .collect()
}

pub(super) fn tell(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notify(notice);
    Vec::new()
}
