//! Linking: what follows when an attribution is linked to what was said, and given its parts.

use super::annotate::{change, edit, tell};
use super::cursor;
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Moment;
use crate::app::notice::{Notice, shortened};
use crate::app::session::{Joined, Session};
use crate::document::{
    AnnotationId, Attribution, Body, Constituent, Edit, Label, Target, Timestamp, propose,
};

/// Starts a link from the chosen annotation, or ends it at the one chosen now.
pub(super) fn ask(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    match (session.linking.clone(), session.chosen.clone()) {
        (_, None) => tell(model, Notice::ChooseFirst),
        (Some(start), Some(end)) if start != end => make(model, moment, &start, &end),
        (Some(_), _) => {
            session.linking = None;
            model.notice = None;
            Vec::new()
        }
        (None, Some(start)) => {
            session.linking = Some(start);
            tell(model, Notice::LinkStarted)
        }
    }
}

/// Links two annotations, an attribution to what was said, whichever comes first. Between two
/// attributions the first reports the second.
pub(super) fn make(
    model: &mut Model,
    moment: &Moment,
    one: &AnnotationId,
    other: &AnnotationId,
) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    session.linking = None;
    let Some((from, to)) = ends(session, one, other) else {
        return tell(model, Notice::CannotLink);
    };
    session.chosen = Some(from.clone());
    let mut known = false;
    let linked = edit(model, &moment.now, Joined::Alone, |session| {
        let annotations = session.document().annotations();
        let made = propose::link(annotations.get(&from)?, &to, &moment.now);
        known = made.is_none();
        Some(vec![made?])
    });
    match (linked, known) {
        (true, _) => tell(model, Notice::Linked),
        (_, true) => tell(model, Notice::LinkedAlready),
        _ => Vec::new(),
    }
}

/// Tells which of two is the attribution and which its content; `None` when they cannot be linked.
pub(super) fn ends(
    session: &Session,
    one: &AnnotationId,
    other: &AnnotationId,
) -> Option<(AnnotationId, AnnotationId)> {
    let annotations = session.document().annotations();
    let is_attribution = |id| Some(annotations.get(id)?.label() == Label::Attribution);
    match (is_attribution(one)?, is_attribution(other)?) {
        (true, _) if one != other => Some((one.clone(), other.clone())),
        (false, true) => Some((other.clone(), one.clone())),
        _ => None,
    }
}

/// Takes a link away.
pub(super) fn cut(
    model: &mut Model,
    moment: &Moment,
    from: &AnnotationId,
    to: &AnnotationId,
) -> Vec<Effect> {
    let cut = alter(model, &moment.now, from, |own| own.contents.retain(|content| content != to));
    if cut { tell(model, Notice::LinkCut) } else { Vec::new() }
}

/// Adds the selection to the chosen attribution, as its source, cue or addressee.
pub(super) fn mark(model: &mut Model, moment: &Moment, constituent: Constituent) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let chosen = session.chosen().filter(|own| own.attribution().is_some());
    let Some(id) = chosen.map(|own| own.id.clone()) else {
        return tell(model, Notice::ChooseAttribution);
    };
    let Some(span) = session.selection() else {
        return tell(model, Notice::SelectFirst);
    };
    let words = shortened(span.of(session.document().text()));
    let marked = alter(model, &moment.now, &id, |own| {
        let list = own.constituent_mut(constituent);
        if !list.contains(&Target::from(span)) {
            list.push(Target::from(span));
        }
    });
    if let Some(session) = model.session_mut().filter(|_| marked) {
        session.collapse();
        model.notify(Notice::ConstituentMarked(constituent, words));
        return cursor::show(model);
    }
    Vec::new()
}

/// Takes a source, cue or addressee away.
pub(super) fn unmark(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    constituent: Constituent,
    index: usize,
) -> Vec<Effect> {
    let removed = alter(model, &moment.now, id, |own| {
        let list = own.constituent_mut(constituent);
        if index < list.len() {
            list.remove(index);
        }
    });
    if removed { tell(model, Notice::ConstituentRemoved(constituent)) } else { Vec::new() }
}

/// Changes what an attribution says beside its target; tells whether that changed anything.
pub(super) fn alter(
    model: &mut Model,
    now: &Timestamp,
    id: &AnnotationId,
    alter: impl FnOnce(&mut Attribution),
) -> bool {
    edit(model, now, Joined::Alone, |session| -> Option<Vec<Edit>> {
        change(session, id, now, |annotation| {
            if let Body::Attribution(own) = &mut annotation.body {
                alter(own);
            }
        })
    })
}
