//! Bringing in: what follows when text or a page comes, and until its text is fixed.

use super::{keep, open};
use crate::app::effect::Effect;
use crate::app::model::{Model, View};
use crate::app::msg::{Field, Moment};
use crate::app::notice::{Notice, Refusal};
use crate::app::preview::{self, Origin, Preview};
use crate::app::session::Session;
use crate::format;
use crate::text::paste::{Block, Facts};

/// The article a newcomer can try everything on.
const SAMPLE: &str = include_str!("../sample.txt");

/// Shows what was pasted, or opens it when it is an annotation file.
pub(super) fn paste_text(model: &mut Model, moment: &Moment, text: String) -> Vec<Effect> {
    match format::recognise(&text) {
        format::Kind::Ascribe => open::native(model, moment, None, &text),
        _ => show_draft(model, Origin::Text(text)),
    }
}

/// Shows what was pasted from a web page.
pub(super) fn paste_page(model: &mut Model, blocks: Vec<Block>, facts: Facts) -> Vec<Effect> {
    show_draft(model, Origin::Page(blocks, facts))
}

/// Shows the sample article.
pub(super) fn open_sample(model: &mut Model) -> Vec<Effect> {
    show_draft(model, Origin::Text(SAMPLE.to_owned()))
}

pub(super) fn show_draft(model: &mut Model, origin: Origin) -> Vec<Effect> {
    match Preview::of(origin) {
        Ok(preview) => {
            let left = keep::leave(model);
            model.view = View::Preview(Box::new(preview));
            left
        }
        Err(error) => refuse(model, Refusal::Paste(None, error)),
    }
}

/// Says why something cannot be used; what was open stays.
pub(super) fn refuse(model: &mut Model, refusal: Refusal) -> Vec<Effect> {
    model.notify(Notice::Refused(refusal));
    Vec::new()
}

/// Changes the draft.
pub(super) fn change(model: &mut Model, alter: impl FnOnce(&mut Preview)) -> Vec<Effect> {
    model.preview_mut().map(alter);
    Vec::new()
}

/// Joins the draft's hard-wrapped lines or leaves them apart.
pub(super) fn rejoin(model: &mut Model, joined: bool) -> Vec<Effect> {
    match model.preview_mut().map(|preview| preview.join(joined)) {
        Some(Err(error)) => refuse(model, Refusal::Paste(None, error)),
        Some(Ok(())) | None => Vec::new(),
    }
}

/// Sets a field of the draft or of the open article.
pub(super) fn set_field(
    model: &mut Model,
    moment: &Moment,
    field: Field,
    value: &str,
) -> Vec<Effect> {
    match &mut model.view {
        View::Preview(preview) => {
            preview.set_field(field, value);
            Vec::new()
        }
        _ => keep::describe(model, &moment.now, |metadata| {
            preview::set_field(metadata, field, value);
        }),
    }
}

/// Fixes the text of the draft and opens it.
pub(super) fn accept(model: &mut Model, moment: &Moment) -> Vec<Effect> {
    let View::Preview(preview) = &model.view else {
        return Vec::new();
    };
    match preview.document(moment.fresh.clone(), moment.now.clone()) {
        Ok(document) => keep::show(model, Session::of_new(document)),
        Err(error) => refuse(model, Refusal::Paste(None, error)),
    }
}
