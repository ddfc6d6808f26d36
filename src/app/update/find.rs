//! Finding: what follows when something is sought, and when a hit is looked at.

use super::cursor;
use crate::app::cursor::{Cursor, Hand};
use crate::app::effect::Effect;
use crate::app::find::{Find, Switch, sources};
use crate::app::model::Model;
use crate::app::session::Session;
use crate::document::AnnotationId;
use crate::text::{Byte, Case, Pattern, Span, Way};

/// Characters of a selection that are taken for what is sought.
const TAKEN: usize = 60;

/// Opens the find bar; a few selected words are what is sought.
pub(super) fn open(model: &mut Model) -> Vec<Effect> {
    if model.session().is_some_and(|session| session.linking.is_none()) {
        // On a narrow page it would lie over the bar.
        model.notice = None;
    }
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let selected = session.selection();
    let from = selected.map(Span::start).or(session.caret()).unwrap_or(Byte(0));
    let words = selected.map(|span| span.of(session.document().text()).to_owned());
    let words = words.filter(|words| words.len() <= TAKEN && !words.contains('\n'));
    let (find, ..) = session.finding();
    let was_open = std::mem::replace(&mut find.open, true);
    find.from = if was_open { find.from } else { from };
    if let Some(words) = words.filter(|_| !was_open) {
        find.pattern = if find.expression { Pattern::escape(&words) } else { words };
    }
    let mut effects = vec![Effect::FocusFind];
    if !was_open {
        effects.extend(seek(session));
    }
    effects
}

/// Seeks what is typed now.
pub(super) fn type_in(model: &mut Model, pattern: String) -> Vec<Effect> {
    change(model, |find| find.pattern = pattern)
}

/// Seeks in another way.
pub(super) fn switch(model: &mut Model, switch: Switch) -> Vec<Effect> {
    change(model, |find| match switch {
        Switch::Case => {
            find.case = if find.case == Case::Kept { Case::Ignored } else { Case::Kept };
        }
        Switch::Whole => find.whole = !find.whole,
        Switch::Pattern => find.expression = !find.expression,
    })
}

fn change(model: &mut Model, change: impl FnOnce(&mut Find)) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    change(session.finding().0);
    seek(session)
}

fn seek(session: &mut Session) -> Vec<Effect> {
    let (find, document, layout, revision) = session.finding();
    find.seek(document, layout, revision);
    go_on(session)
}

/// Looks through a slice more, and at the first hit.
pub(super) fn go_on(session: &mut Session) -> Vec<Effect> {
    let (find, document, layout, _) = session.finding();
    if find.open && !find.is_done(layout) && find.go_on(document, layout) {
        return visit(session);
    }
    Vec::new()
}

/// Looks at the next hit, or the one before. Opens the find bar where nothing is sought yet.
pub(super) fn step(model: &mut Model, way: Way) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let (find, document, layout, revision) = session.finding();
    if !find.open || find.pattern.is_empty() {
        return open(model);
    }
    find.step(document, layout, revision, way);
    visit(session)
}

/// Brings the hit into view: words with the caret on them, a card as the chosen one.
fn visit(session: &mut Session) -> Vec<Effect> {
    let (find, ..) = session.finding();
    let (words, card) = (find.words(), find.card().map(|card| card.id.clone()));
    let id = match words {
        Some(span) => {
            session.set_cursor(Cursor::over(span), Hand::Pointer);
            of_source(session, span)
        }
        None => card,
    };
    let start = id.as_ref().and_then(|id| session.document().annotations().get(id));
    let start = start.map(|own| own.target.hull().start());
    let seen = words.map(Span::start).or(start);
    let mut effects: Vec<Effect> =
        seen.and_then(|at| super::reveal(session, at)).into_iter().collect();
    if let Some((id, start)) = id.zip(start) {
        let block = session.layout().block_at(start);
        session.chosen = Some(id.clone());
        effects.push(Effect::ScrollToCard(block, id));
    }
    effects
}

/// The attribution of the same paragraph that has the words as its source.
fn of_source(session: &Session, words: Span) -> Option<AnnotationId> {
    let layout = session.layout();
    let paragraph = layout.paragraphs().get(layout.paragraph_at(words.start()))?;
    let holds = |source: Span| source.start() <= words.start() && words.end() <= source.end();
    let touching = session.document().annotations().touching(*paragraph);
    touching.into_iter().find(|own| sources(own).any(holds)).map(|own| own.id.clone())
}

/// Closes the find bar. The focus goes to the hit that was looked at, or back where it was.
pub(super) fn close(model: &mut Model) -> Vec<Effect> {
    let Some(session) = model.session_mut() else {
        return Vec::new();
    };
    let (find, ..) = session.finding();
    find.open = false;
    if let Some(span) = find.words() {
        session.set_cursor(Cursor::over(span), Hand::Keys);
        let mut effects = vec![Effect::FocusText];
        effects.extend(cursor::show(model));
        return effects;
    }
    match find.card() {
        Some(card) => vec![Effect::FocusCard(card.id.clone())],
        None => vec![Effect::FocusBack],
    }
}
