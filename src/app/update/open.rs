//! Opening: what follows when files come, by what is in them.

use super::bring::{refuse, show_draft};
use super::keep;
use crate::app::effect::Effect;
use crate::app::model::{Dialog, Left, Model};
use crate::app::msg::Moment;
use crate::app::notice::{Notice, Refusal};
use crate::app::preview::{self, Origin};
use crate::app::shelf::Entry;
use crate::document::{Document, DocumentId};
use crate::format::{self, File, OpenError, Opened, Trouble, ascribe, is_archive, is_brat};
use crate::text::paste::decode;

/// Opens a file by what is in it, or several that belong together.
pub(super) fn files(model: &mut Model, moment: &Moment, files: Vec<File>) -> Vec<Effect> {
    match <[File; 1]>::try_from(files) {
        Ok([only]) => file(model, moment, only),
        Err(files) => together(model, moment, &files),
    }
}

/// Opens a file: annotations, a web page, Markdown or text.
fn file(model: &mut Model, moment: &Moment, File { name, bytes }: File) -> Vec<Effect> {
    if is_archive(&bytes) {
        return together(model, moment, &[File { name, bytes }]);
    }
    let text = match decode(bytes) {
        Ok(text) => text,
        Err(error) => return refuse(model, Refusal::Paste(Some(name), error)),
    };
    let other = |text: String| [File { name: name.clone(), bytes: text.into_bytes() }];
    match kind(&name, &text) {
        format::Kind::Ascribe => native(model, moment, Some(&name), &text),
        format::Kind::Html => vec![Effect::ReadPage(text)],
        format::Kind::Markdown => show_draft(model, Origin::Markdown(text)),
        format::Kind::Json => together(model, moment, &other(text)),
        format::Kind::Plain if is_brat(&text) => together(model, moment, &other(text)),
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

/// Opens an annotation file of this program.
pub(super) fn native(
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
    show(model, moment, document, problems.into_iter().map(Left::Native).collect())
}

/// Opens files that belong together: annotations of any format, with their texts. Annotations that
/// come without one are placed over the open article.
fn together(model: &mut Model, moment: &Moment, files: &[File]) -> Vec<Effect> {
    let here = model.session().map(|session| session.document().text().to_owned());
    let opened = match format::open(files, here.as_deref()) {
        Ok(opened) => opened,
        Err(error) => return refuse(model, refusal(files, error)),
    };
    match <[Opened; 1]>::try_from(opened) {
        Ok([Opened { document, troubles }]) => {
            show(model, moment, document, troubles.into_iter().map(Left::Other).collect())
        }
        Err(opened) => shelve(model, moment, opened),
    }
}

fn refusal(files: &[File], error: OpenError) -> Refusal {
    match error {
        OpenError::Native { name, error } => Refusal::Annotations(Some(name), error),
        OpenError::Unknown { .. } if files.len() > 1 => Refusal::Several,
        OpenError::Unknown { name } if name.ends_with(".json") => Refusal::OtherJson(name),
        error => Refusal::Open(error),
    }
}

/// Opens a document that came in a file, with what of it was left out.
fn show(model: &mut Model, moment: &Moment, document: Document, left: Vec<Left>) -> Vec<Effect> {
    let document = complete(document, moment);
    if !left.is_empty() {
        model.dialog = Some(Dialog::Problems(left));
    }
    let id = document.id().clone();
    if model.shelf_complete && model.shelf.iter().all(|entry| entry.id != id) {
        return keep::show_new(model, document);
    }
    // This browser may keep another state of it, which must not be overwritten.
    model.twin = Some(Box::new(document));
    vec![Effect::Load(id)]
}

/// Keeps all of `opened` as articles of their own and shows the list of articles.
fn shelve(model: &mut Model, moment: &Moment, opened: Vec<Opened>) -> Vec<Effect> {
    let count = opened.len();
    let (mut effects, mut left) = (Vec::new(), Vec::new());
    for (number, Opened { document, troubles }) in opened.into_iter().enumerate() {
        let document = complete(document, moment);
        let title = &document.metadata().title;
        left.extend(troubles.into_iter().map(|trouble| {
            let part = [title, ", ", &trouble.part].concat();
            Left::Other(Trouble { part, ..trouble })
        }));
        let id = [&moment.fresh.0, "-", &number.to_string()].concat();
        let document = document.copied(DocumentId(id));
        let entry = Box::new(Entry::of(&document, 0));
        effects.push(Effect::Keep(entry, Box::new(document), Vec::new()));
    }
    effects.extend(keep::leave(model));
    if !left.is_empty() {
        model.dialog = Some(Dialog::Problems(left));
    }
    model.notify(Notice::OpenedSeveral(count));
    effects
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
