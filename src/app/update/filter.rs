//! The filter: what follows when the list is to show other annotations, and the text other marks.

use crate::app::effect::Effect;
use crate::app::filter::Filter;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::said::Said;
use crate::document::Label;

/// Changes what the list shows. What came of that, the list itself tells.
pub(super) fn change(model: &mut Model, change: impl FnOnce(&mut Filter)) -> Vec<Effect> {
    if let Some(session) = model.session_mut() {
        session.layout_mut().sift(change);
    }
    // What stood there may no longer be true.
    model.notice.take_if(|notice| matches!(notice, Notice::NoneShown(_) | Notice::AllShown));
    Vec::new()
}

/// Shows all annotations in the list.
pub(super) fn show_all(model: &mut Model) -> Vec<Effect> {
    change(model, |filter| *filter = Filter::default());
    model.notify(Notice::AllShown);
    Vec::new()
}

/// Hides the marks of a label in the text, or shows them.
pub(super) fn toggle_label(model: &mut Model, label: Label) -> Vec<Effect> {
    if let Some(session) = model.session_mut() {
        let hidden = session.layout_mut().toggle_label(label);
        session.said = Said::Seen(label, !hidden);
    }
    Vec::new()
}
