//! Sentences: what follows when one is selected, joined with the next or split.

use super::annotate::{edit, tell};
use super::cursor::show;
use crate::app::cursor::{Cursor, Hand};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Moment;
use crate::app::notice::Notice;
use crate::app::preview;
use crate::app::session::{Joined, Session};
use crate::document::{By, Edit, Sentence};
use crate::text::Span;

/// Selects the sentence that is worked on.
pub(super) fn select(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let active = session.active_sentence().and_then(|at| session.document().sentences().get(at));
    match active.map(|sentence| sentence.span) {
        Some(span) => {
            session.set_cursor(Cursor::over(span), Hand::Keys);
            show(model)
        }
        None => tell(model, Notice::PointFirst),
    }
}

/// Joins the sentence that is worked on with the next.
pub(super) fn merge(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    change(model, moment, Notice::SentencesMerged, |session, at| {
        let sentences = session.document().sentences();
        let (one, next) = (sentences[at], sentences.get(at + 1).ok_or(Notice::NoNextSentence)?);
        let joined = Sentence { span: one.span.hull(next.span), by: By::User };
        Ok(Edit::Resplit { before: vec![one, *next], after: vec![joined] })
    })
}

/// Splits the sentence that is worked on where the selection starts, or the caret stands.
pub(super) fn split(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    change(model, moment, Notice::SentenceSplit, |session, at| {
        let sentence = session.document().sentences()[at];
        let place = session.selection().map(Span::start).or(session.caret());
        let place = place.ok_or(Notice::PointFirst)?;
        let text = session.document().text();
        let half = |start, end| {
            let span = Span::trimmed(text, start, end).ok_or(Notice::CaretAtEdge)?;
            Ok(Sentence { span, by: By::User })
        };
        let first = half(sentence.span.start(), place)?;
        let second = half(place, sentence.span.end())?;
        Ok(Edit::Resplit { before: vec![sentence], after: vec![first, second] })
    })
}

/// Splits the whole article anew by the rules of its language. Repairs go, which undo brings back.
pub(super) fn resplit(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let mut count = 0;
    let changed = edit(model, &moment.now, Joined::Alone, |session| {
        let document = session.document();
        let after = preview::split(document.text(), &document.metadata().language);
        count = after.len();
        let before = document.sentences().to_vec();
        (before != after).then(|| vec![Edit::Resplit { before, after }])
    });
    if changed || count > 0 {
        model.notify(Notice::Resplit(count));
    }
    Vec::new()
}

/// Takes the edit that `make` returns for the sentence that is worked on, or tells why not.
fn change(
    model: &mut Model,
    moment: &Moment,
    done: Notice,
    make: impl FnOnce(&Session, usize) -> Result<Edit, Notice>,
) -> Vec<Effect> {
    let mut refused = None;
    let changed = edit(model, &moment.now, Joined::Alone, |session| {
        let active = session.active_sentence().ok_or(Notice::PointFirst);
        match active.and_then(|at| make(session, at)) {
            Ok(edit) => Some(vec![edit]),
            Err(notice) => {
                refused = Some(notice);
                None
            }
        }
    });
    if let Some(notice) = refused.or(changed.then_some(done)) {
        model.notify(notice);
    }
    Vec::new()
}
