//! Exporting: the open article as a file, in its own format and in those of other programs.

use crate::app::effect::Effect;
use crate::app::model::{Dialog, Model};
use crate::app::notice::Notice;
use crate::format::Format;

/// Shows the formats, this one chosen, and what it cannot carry of the open article.
pub(super) fn show(model: &mut Model, format: Format) -> Vec<Effect> {
    let losses = model.session().map(|session| format.write(&[session.document()]).losses);
    model.dialog = losses.map(|losses| Dialog::Export(format, losses));
    Vec::new()
}

/// Gives the user the open article in the chosen format.
pub(super) fn take(model: &mut Model) -> Vec<Effect> {
    let Some(Dialog::Export(format, _)) = model.dialog else {
        return Vec::new();
    };
    model.dialog = None;
    give(model, format)
}

/// Gives the user the open article in a format.
pub(super) fn give(model: &mut Model, format: Format) -> Vec<Effect> {
    let Some(session) = model.session() else {
        return Vec::new();
    };
    let (file, media_type) = format.write(&[session.document()]).download();
    model.notify(Notice::Downloaded(file.name.clone()));
    vec![Effect::Download(file, media_type)]
}
