//! The rehearsal: what a user does first, done before with a model of its own.
//!
//! A browser compiles a program as it is used, and well only what has run for a while; so whatever
//! comes first takes twice its time or more. While the start view is looked at there is time for
//! that. Nothing of it is shown or kept.

use super::cursor::Fit;
use super::effect::Effect;
use super::model::Model;
use super::msg::{Moment, Msg, Place, Role};
use super::screen::Screen;
use super::update::update;
use crate::document::Label;
use crate::text::Utf16;

/// How many sentences are tagged: with a few, what reads and writes annotations hardly runs.
const SENTENCES: usize = 12;

/// Brings the sample article in, tags words of it, undoes that, tags sentences and opens the file of
/// it.
pub fn rehearse(moment: &Moment) {
    drop(play(moment));
}

/// Plays it, and returns what is open in the end.
fn play(moment: &Moment) -> Model {
    let mut model = Model::default();
    let mut tell = |msg| {
        let effects = update(&mut model, moment, msg);
        drop(Screen::of(&model));
        effects
    };
    let place = |at| Place { paragraph: 1, at: Utf16(at) };
    for msg in [
        Msg::Started(Ok(Vec::new()), None),
        Msg::SampleAsked,
        Msg::DraftAccepted,
        Msg::RoleGiven(moment.fresh.clone(), Role::Writer),
        Msg::TextSelected(place(4), place(16), Fit::Snapped),
        Msg::LabelChosen(Label::Claim),
        Msg::TextSelected(place(20), place(26), Fit::Snapped),
        Msg::LabelChosen(Label::Attribution),
        Msg::UndoAsked,
    ] {
        tell(msg);
    }
    for paragraph in 0..SENTENCES {
        tell(Msg::SentencePicked(Place { paragraph, at: Utf16(0) }));
        tell(Msg::LabelChosen(Label::Claim));
    }
    let files = tell(Msg::DownloadAsked).into_iter().filter_map(|effect| match effect {
        Effect::Download(file, _) => Some(file),
        _ => None,
    });
    let files = files.collect();
    tell(Msg::StartAsked);
    tell(Msg::ShelfRead(Ok(Vec::new())));
    tell(Msg::FilesRead(files));
    model
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{DocumentId, Timestamp};

    #[test]
    fn it_ends_with_the_file_of_what_it_did_open() {
        let now = Timestamp::parse("2026-01-02T03:04:05Z").unwrap();
        let model = play(&Moment { now, fresh: DocumentId("urn:uuid:1".into()) });
        let session = model.session().expect("an article is open");
        assert_eq!(session.document().annotations().len(), 1 + SENTENCES);
        assert!(!session.history().can_undo(), "it is a file just opened");
    }
}
