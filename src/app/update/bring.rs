//! Bringing in: what follows when text, a page or a file comes, and until its text is fixed.

use super::keep;
use crate::app::effect::Effect;
use crate::app::model::{Dialog, Model, View};
use crate::app::msg::{Field, Moment};
use crate::app::notice::{Notice, Refusal};
use crate::app::preview::{self, Origin, Preview};
use crate::app::session::Session;
use crate::document::Document;
use crate::format::{self, ascribe};
use crate::text::paste::{Block, Facts, decode};

/// The article a newcomer can try everything on.
const SAMPLE: &str = include_str!("../sample.txt");

/// Shows what was pasted, or opens it when it is an annotation file.
pub(super) fn paste_text(model: &mut Model, moment: &Moment, text: String) -> Vec<Effect> {
    match format::recognise(&text) {
        format::Kind::Ascribe => open_annotations(model, moment, None, &text),
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

fn show_draft(model: &mut Model, origin: Origin) -> Vec<Effect> {
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

/// Opens a file by what is in it: an annotation file, a web page, Markdown or text.
pub(super) fn open_file(
    model: &mut Model,
    moment: &Moment,
    name: &str,
    bytes: Vec<u8>,
) -> Vec<Effect> {
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => return refuse(model, Refusal::Paste(Some(name.to_owned()), error)),
    };
    match kind(name, &text) {
        format::Kind::Ascribe => open_annotations(model, moment, Some(name), &text),
        format::Kind::Html => vec![Effect::ReadPage(text)],
        format::Kind::Markdown => show_draft(model, Origin::Markdown(text)),
        format::Kind::Json => refuse(model, Refusal::OtherJson(name.to_owned())),
        format::Kind::Plain => show_draft(model, Origin::Text(text)),
    }
}

/// What a file holds, by its content; its name decides between text and Markdown.
fn kind(name: &str, text: &str) -> format::Kind {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is = |known: &[&str]| known.iter().any(|known| ending.eq_ignore_ascii_case(known));
    match format::recognise(text) {
        format::Kind::Plain if is(&["md", "markdown"]) => format::Kind::Markdown,
        format::Kind::Plain if is(&["html", "htm", "xhtml"]) => format::Kind::Html,
        format::Kind::Markdown | format::Kind::Html if is(&["txt"]) => format::Kind::Plain,
        kind => kind,
    }
}

fn open_annotations(
    model: &mut Model,
    moment: &Moment,
    name: Option<&str>,
    text: &str,
) -> Vec<Effect> {
    let (document, problems) = match ascribe::read(text) {
        Ok(read) => read,
        Err(error) => {
            return refuse(model, Refusal::Annotations(name.map(str::to_owned), error));
        }
    };
    let document = complete(document, moment);
    if !problems.is_empty() {
        model.dialog = Some(Dialog::Problems(problems));
    }
    let id = document.id().clone();
    if model.shelf_complete && model.shelf.iter().all(|entry| entry.id != id) {
        return keep::show_new(model, document);
    }
    // This browser may keep another state of it, which must not be overwritten.
    model.twin = Some(Box::new(document));
    vec![Effect::Load(id)]
}

/// Adds what a file of another program may lack: an id and sentences.
fn complete(document: Document, moment: &Moment) -> Document {
    let document = match document.id().0.is_empty() {
        true => document.copied(moment.fresh.clone()),
        false => document,
    };
    match document.sentences().is_empty() {
        true => {
            let sentences = preview::split(document.text(), &document.metadata().language);
            document.with_sentences(sentences)
        }
        false => document,
    }
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
