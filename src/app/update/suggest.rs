//! Suggestions: what follows when the user walks them, accepts them or turns them down.

use super::annotate::{self, edit, tell};
use super::cursor;
use crate::app::accepting::{Hand, accept as made_of};
use crate::app::cursor::{Cursor, Hand as Moved};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Moment, Place};
use crate::app::notice::{Notice, shortened};
use crate::app::said::Said;
use crate::app::session::{Joined, Session};
use crate::document::{AnnotationId, Edit};
use crate::text::Way;

/// Goes to the next suggestion, or the one before.
pub(super) fn step(model: &mut Model, way: Way) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let next = session.suggesting.next(session.caret(), way);
    let Some((number, at)) = next.and_then(|next| Some((next, session.suggesting.start_of(next)?)))
    else {
        return tell(model, Notice::NoSuggestion);
    };
    session.set_cursor(Cursor::at(at), Moved::Keys);
    session.chosen = None;
    session.suggesting.go_to(number, at);
    session.said = Said::Suggestion;
    let mut effects = cursor::show_caret(model);
    effects.push(Effect::LayOver);
    effects
}

/// Follows a click: on an annotation, or else on a suggestion.
pub(super) fn click(
    model: &mut Model,
    moment: &Moment,
    ids: &[AnnotationId],
    place: Option<Place>,
) -> Vec<Effect> {
    let effects = annotate::click(model, moment, ids, place);
    if let Some(session) = model.session_mut().filter(|own| own.chosen.is_none())
        && let Some(at) = session.caret().filter(|_| place.is_some())
    {
        session.suggesting.enter();
        if let Some(number) = session.suggesting.number_at(session.document(), at) {
            session.suggesting.go_to(number, at);
            session.said = Said::Suggestion;
        }
    }
    effects
}

/// Opens the card of the annotation at the caret, or accepts the suggestion the user is at.
pub(super) fn open_card(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    match is_at_one(model) {
        true => accept(model, moment),
        false => cursor::open_card(model),
    }
}

/// Deletes an annotation, or turns down the suggestion the user is at.
pub(super) fn delete(model: &mut Model, moment: &Moment, id: Option<&AnnotationId>) -> Vec<Effect> {
    match id.is_none() && is_at_one(model) {
        true => reject(model, moment),
        false => annotate::delete(model, moment, id),
    }
}

fn is_at_one(model: &Model) -> bool {
    model.session().is_some_and(|session| session.suggesting.focused().is_some())
}

/// Makes annotations of the suggestion the user is at.
pub(super) fn accept(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    take(model, moment);
    vec![Effect::FocusText]
}

/// Does so, and chooses the first of them, so that its edges can be moved.
pub(super) fn accept_to_edit(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(id) = take(model, moment) else {
        return Vec::new();
    };
    let effects = annotate::choose(model, id.clone());
    if let Some(session) = model.session_mut() {
        session.said = Said::annotation(session, &id);
    }
    [effects, vec![Effect::FocusText]].concat()
}

fn take(model: &mut Model, moment: &Moment) -> Option<AnnotationId> {
    let creator = model.settings.name.trim().to_owned();
    let hand = Hand { creator: &creator, now: &moment.now };
    let Some((item, session)) =
        model.session().and_then(|own| Some((own.suggesting.focused()?, own)))
    else {
        model.notify(Notice::NoSuggestion);
        return None;
    };
    let words = shortened(item.rejection().span.of(session.document().text()));
    let notice = Notice::Accepted(item.label(), words);
    let (edits, id) = made_of(session.document(), item, &hand)?;
    if !edit(model, &moment.now, Joined::Alone, |_| Some(edits)) {
        return None;
    }
    model.notify(notice);
    Some(id)
}

/// Turns down the suggestion the user is at.
pub(super) fn reject(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let focused = model.session().and_then(|session| session.suggesting.focused());
    let Some(rejection) = focused.map(super::super::suggesting::Item::rejection) else {
        return tell(model, Notice::NoSuggestion);
    };
    if edit(model, &moment.now, Joined::Alone, |_| Some(vec![Edit::Reject(rejection)])) {
        model.notify(Notice::Rejected);
    }
    vec![Effect::FocusText]
}

/// Makes annotations of all sure suggestions, as one step.
pub(super) fn accept_sure(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let creator = model.settings.name.trim().to_owned();
    let hand = Hand { creator: &creator, now: &moment.now };
    let mut count = 0;
    let accepted = edit(model, &moment.now, Joined::Alone, |session: &Session| {
        let (mut document, mut edits) = (session.document().clone(), Vec::new());
        for item in session.suggesting.sure() {
            // What was accepted before may say it already.
            let made = made_of(&document, item, &hand).map(|(made, _)| made);
            let Some(made) = made else { continue };
            made.iter().try_for_each(|edit| document.apply(edit)).ok()?;
            edits.extend(made);
            count += 1;
        }
        (count > 0).then_some(edits)
    });
    if accepted {
        model.notify(Notice::AcceptedAll(count));
    }
    vec![Effect::FocusText]
}
