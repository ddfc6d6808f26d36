//! Occurrences: what follows when the selected words are to be tagged wherever they stand.

use super::annotate::{annotation, edit, tell};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Moment;
use crate::app::notice::Notice;
use crate::app::session::{Joined, Session};
use crate::document::{Edit, Label, Target};
use crate::text::Span;

/// Seeks the selected words, now that they have been selected for a while.
pub(super) fn rested(model: &mut Model, number: usize) -> Vec<Effect> {
    if let Some(session) = model.session_mut()
        && let (Some(alike), ..) = session.alike_mut()
        && alike.rest == Some(number)
    {
        alike.rest = None;
    }
    Vec::new()
}

/// Looks at the places where the selected words stand, or no longer.
pub(super) fn look(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    session.seek_alike();
    let (Some(alike), document, layout) = session.alike_mut() else {
        return tell(model, Notice::SelectFirst);
    };
    alike.finish(document, layout);
    let count = alike.search.found().len();
    alike.open = count > 1 && !alike.open;
    match (alike.open, count) {
        (true, _) => tell(model, Notice::Alike(count)),
        (false, 2..) => Vec::new(),
        (false, _) => tell(model, Notice::NothingAlike),
    }
}

/// Seeks them anew, with capitals or without.
pub(super) fn turn_case(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let (Some(alike), document, layout) = session.alike_mut() else {
        return Vec::new();
    };
    alike.turn_case(document);
    alike.finish(document, layout);
    let count = alike.search.found().len();
    tell(model, Notice::Alike(count))
}

/// Tags them all in one step, if they are looked at; those that are tagged so already are left as
/// they are.
pub(super) fn tag(model: &mut Model, moment: &Moment, label: Label) -> Option<Vec<Effect>> {
    let creator = model.settings.name.trim().to_owned();
    let session = model.session_mut()?;
    let (Some(alike), ..) = session.alike_mut() else {
        return None;
    };
    if !alike.open {
        return None;
    }
    let found = alike.search.found().to_vec();
    let count = found.len();
    let fresh: Vec<Span> =
        found.into_iter().filter(|span| !is_tagged(session, *span, label)).collect();
    let (tagged, there) = (fresh.len(), count - fresh.len());
    let done = tagged == 0
        || edit(model, &moment.now, Joined::Alone, |session| {
            let ids = session.document().fresh_ids();
            let inserted = ids.zip(fresh).map(|(id, span)| {
                Edit::Insert(annotation(id, span, label, creator.clone(), &moment.now))
            });
            Some(inserted.collect())
        });
    if done {
        model.session_mut()?.collapse();
        model.notify(Notice::TaggedAll(label, tagged, there));
    }
    Some(super::cursor::show(model))
}

fn is_tagged(session: &Session, span: Span, label: Label) -> bool {
    let touching = session.document().annotations().touching(span);
    touching.into_iter().any(|own| own.label() == label && own.target == Target::from(span))
}
