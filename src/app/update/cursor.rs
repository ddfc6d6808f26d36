//! The cursor: what follows when words are selected, and when the caret is moved by keys.

use super::annotate::tell;
use crate::app::cursor::{Cursor, Fit, Hand, Motion, Selecting, Side};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::Place;
use crate::app::notice::Notice;
use crate::app::said::Said;
use crate::app::session::Session;
use crate::text::{
    Byte, Direction, Snap, Span, Walker, Way, line_direction, quote_around, snap, step_character,
    step_word,
};

/// Takes over what the browser has selected, with its edges where they fit.
pub(super) fn select(model: &mut Model, anchor: Place, head: Place, fit: Fit) -> Vec<Effect> {
    let to = if fit == Fit::Exact { Snap::Exact } else { model.settings.snap };
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let Some((anchor, head)) = session.byte(anchor).zip(session.byte(head)) else {
        return Vec::new();
    };
    let raw = Cursor { anchor, head };
    if session.cursor() == Some(raw) {
        // The browser tells of what it was told.
        return Vec::new();
    }
    let Some(span) = raw.selection(session.document().text()) else {
        return clear(model);
    };
    let fitted = raw.fitted(snapped(session, span, to));
    session.set_cursor(fitted, Hand::Pointer);
    if fitted == raw || fit == Fit::Later { Vec::new() } else { show(model) }
}

/// Lets go of the selection; the caret stays where it ended.
pub(super) fn clear(model: &mut Model) -> Vec<Effect> {
    if let Some(session) = model.session_mut() {
        session.collapse();
    }
    Vec::new()
}

/// Returns `span` with its edges where `to` says.
pub(super) fn snapped(session: &Session, span: Span, to: Snap) -> Span {
    let sentences = session.document().sentences();
    snap(session.document().text(), span, to, |at| {
        Some(sentences.get(session.sentence_at(at)?)?.span)
    })
}

/// Selects the sentence at a place.
pub(super) fn pick_sentence(model: &mut Model, place: Place) -> Vec<Effect> {
    let find = |session: &Session| {
        let index = session.sentence_at(session.byte(place)?)?;
        Some(session.document().sentences().get(index)?.span)
    };
    pick(model, find)
}

/// Selects the whole quote at a place, its further paragraphs included, or else the sentence.
pub(super) fn pick_quote(model: &mut Model, place: Place) -> Vec<Effect> {
    let quote = |session: &Session| quote_around(session.document().text(), session.byte(place)?);
    match model.session().and_then(quote) {
        Some(span) => pick(model, |_| Some(span)),
        None => pick_sentence(model, place),
    }
}

fn pick(model: &mut Model, find: impl FnOnce(&Session) -> Option<Span>) -> Vec<Effect> {
    if let Some(session) = model.session_mut()
        && let Some(span) = find(session)
    {
        session.set_cursor(Cursor::over(span), Hand::Pointer);
    }
    show(model)
}

/// Moves the caret.
pub(super) fn go(model: &mut Model, motion: Motion, selecting: Selecting) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let Some(cursor) = session.cursor() else {
        return enter(model);
    };
    let to = target(session, cursor.head, motion);
    let said = match motion {
        Motion::SentenceUp | Motion::SentenceDown | Motion::SentenceStart | Motion::SentenceEnd
            if selecting == Selecting::Anew =>
        {
            Said::sentence(session, to)
        }
        _ => Said::passed(session, cursor.head, to, selecting),
    };
    session.set_cursor(cursor.moved(to, selecting), Hand::Keys);
    session.said = said;
    show_caret(model)
}

/// Puts the caret where the page found the next screen to be.
pub(super) fn put(model: &mut Model, place: Place, selecting: Selecting) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let Some(to) = session.byte(place) else {
        return Vec::new();
    };
    let cursor = session.cursor().unwrap_or(Cursor::at(to)).moved(to, selecting);
    session.set_cursor(cursor, Hand::Keys);
    session.said = Said::sentence(session, to);
    show_caret(model)
}

/// Puts a caret into the text that the keyboard has come to, unless there is one.
pub(super) fn enter(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    session.suggesting.enter();
    let start = target(session, Byte(0), Motion::ArticleStart);
    let cursor = session.cursor().unwrap_or(Cursor::at(start));
    session.set_cursor(cursor, Hand::Keys);
    session.said = Said::sentence(session, cursor.head);
    show_caret(model)
}

/// Turns to the next screen of text, or the one before.
pub(super) fn turn(model: &Model, way: Way, selecting: Selecting) -> Vec<Effect> {
    let ends = model.session().and_then(Session::ends);
    ends.map(|(_, head)| Effect::TurnPage(head, way, selecting)).into_iter().collect()
}

/// Goes back from a card to the text: to its annotation, if the caret is not there.
pub(super) fn leave_card(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    if let Some(hull) = session.chosen().map(|own| own.target.hull())
        && !session.caret().is_some_and(|at| hull.start() <= at && at <= hull.end())
    {
        session.set_cursor(Cursor::at(hull.start()), Hand::Keys);
    }
    vec![Effect::FocusText]
}

/// Opens the card of the smallest annotation at the caret.
pub(super) fn open_card(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let at = session.caret().map(|at| session.annotations_at(at)).unwrap_or_default();
    let smallest = at.into_iter().min_by_key(|own| own.target.len());
    let Some((id, start)) = smallest.map(|own| (own.id.clone(), own.target.hull().start())) else {
        return tell(model, Notice::NothingHere);
    };
    session.close_step();
    session.chosen = Some(id.clone());
    let block = session.layout().block_at(start);
    vec![Effect::ScrollToCard(block, id.clone()), Effect::FocusCard(id)]
}

/// Makes the browser's selection that of the model, and clears it when there is none.
pub(super) fn show(model: &Model) -> Vec<Effect> {
    let session = model.session().filter(|session| session.selection().is_some());
    let ends = session.and_then(Session::ends);
    vec![ends.map_or(Effect::ClearSelection, |(anchor, head)| Effect::Select(anchor, head))]
}

/// Makes the browser's selection that of the model, a caret too, and brings the caret into view.
pub(super) fn show_caret(model: &Model) -> Vec<Effect> {
    let ends = model.session().and_then(Session::ends);
    let shown =
        ends.map(|(anchor, head)| [Effect::Select(anchor, head), Effect::ScrollToText(head)]);
    shown.into_iter().flatten().collect()
}

/// Which way of reading leads to a side of the page in the paragraph at `at`.
pub(super) fn way(session: &Session, at: Byte, side: Side) -> Way {
    let paragraph = session.layout().paragraphs().get(session.layout().paragraph_at(at));
    let words = paragraph.map_or("", |paragraph| paragraph.of(session.document().text()));
    match (side, line_direction(words)) {
        (Side::Right, Direction::LeftToRight) | (Side::Left, Direction::RightToLeft) => Way::Ahead,
        (Side::Left, Direction::LeftToRight) | (Side::Right, Direction::RightToLeft) => Way::Back,
    }
}

/// Where `motion` leads from `at`.
fn target(session: &Session, at: Byte, motion: Motion) -> Byte {
    let text = session.document().text();
    let sentences = session.document().sentences();
    let first = || text.len() - text.trim_start().len();
    let last = || Byte(text.trim_end().len());
    let word = |side| step_word(text, at, way(session, at, side), Walker::Caret);
    let character = |side| step_character(text, at, way(session, at, side));
    let here =
        || session.sentence_at(at).and_then(|index| sentences.get(index)).map(|own| own.span);
    match motion {
        Motion::CharacterLeft => character(Side::Left),
        Motion::CharacterRight => character(Side::Right),
        Motion::WordLeft => word(Side::Left),
        Motion::WordRight => word(Side::Right),
        Motion::SentenceUp => {
            let before = sentences.partition_point(|own| own.span.start() < at);
            let own = before.checked_sub(1).and_then(|index| sentences.get(index));
            own.map_or(Byte(first()), |own| own.span.start())
        }
        Motion::SentenceDown => {
            let next = sentences.partition_point(|own| own.span.start() <= at);
            sentences.get(next).map_or_else(last, |own| own.span.start())
        }
        Motion::SentenceStart => here().map_or(at, |own| own.start().min(at)),
        Motion::SentenceEnd => here().map_or(at, |own| own.end().max(at)),
        Motion::ArticleStart => Byte(first()),
        Motion::ArticleEnd => last(),
    }
}
