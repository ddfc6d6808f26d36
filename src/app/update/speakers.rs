//! Speakers: what follows when attributes are set and speakers chosen, changed, merged and split.

use super::annotate::{change, edit, tell};
use super::link::alter;
use crate::app::attribute::{Attribute, KINDS};
use crate::app::effect::Effect;
use crate::app::model::Model;
use crate::app::msg::{Moment, SpeakerField};
use crate::app::notice::Notice;
use crate::app::session::{Joined, Session};
use crate::document::propose::{self, Offer, Proposal, Why};
use crate::document::{AnnotationId, Edit, SpeakerId, register};

/// Chooses the value of that name for an attribute, or none.
pub(super) fn set_attribute(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    attribute: Attribute,
    value: &str,
) -> Vec<Effect> {
    edit(model, &moment.now, Joined::Alone, |session| {
        let speaks = |id: &SpeakerId| session.document().speaker(id).is_some();
        change(session, id, &moment.now, |own| attribute.choose(&mut own.body, value, speaks))
    });
    Vec::new()
}

/// Makes a speaker the one of an attribution, or takes it away.
pub(super) fn choose(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    speaker: Option<SpeakerId>,
) -> Vec<Effect> {
    match speaker {
        Some(speaker) => point(model, moment, id, Offer::Speaker(speaker)),
        None => {
            alter(model, &moment.now, id, |own| own.speaker = None);
        }
    }
    Vec::new()
}

/// Makes the speaker of that name the one of an attribution, a new one if there is none.
pub(super) fn name(
    model: &mut Model,
    moment: &Moment,
    id: &AnnotationId,
    name: &str,
) -> Vec<Effect> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(session) = model.session().filter(|_| !name.is_empty()) else {
        return Vec::new();
    };
    let known = session.document().speakers().iter().find(|speaker| speaker.name == name);
    let offer = known.map_or(Offer::NewSpeaker(name), |own| Offer::Speaker(own.id.clone()));
    point(model, moment, id, offer);
    Vec::new()
}

fn point(model: &mut Model, moment: &Moment, id: &AnnotationId, offer: Offer) {
    let proposal = Proposal { annotation: id.clone(), offer, why: Why::Name };
    edit(model, &moment.now, Joined::Alone, |session| {
        propose::accept(session.document(), &proposal, &moment.now)
    });
}

/// Sets what is known of a speaker.
pub(super) fn set_field(
    model: &mut Model,
    moment: &Moment,
    id: &SpeakerId,
    field: SpeakerField,
    value: &str,
) -> Vec<Effect> {
    let value = value.trim();
    edit(model, &moment.now, Joined::Alone, |session| {
        let edit = register::change(session.document(), id, |speaker| match field {
            SpeakerField::Name if value.is_empty() => {}
            SpeakerField::Name => {
                // The text may go on calling it by the name it had.
                let before = std::mem::replace(&mut speaker.name, value.to_owned());
                speaker.aliases.retain(|alias| alias != value);
                if session.document().text().contains(&before) {
                    register::call(speaker, &before);
                }
            }
            SpeakerField::Alias => register::call(speaker, value),
            SpeakerField::SameAs => speaker.same_as = value.to_owned(),
            SpeakerField::Kind => {
                let kind = KINDS.iter().find(|(word, _)| word.number() == value);
                speaker.kind = kind.map(|(_, kind)| *kind);
            }
        });
        Some(vec![edit?])
    });
    Vec::new()
}

/// Makes one speaker of two; the first keeps its name.
pub(super) fn merge(
    model: &mut Model,
    moment: &Moment,
    kept: &SpeakerId,
    gone: &SpeakerId,
) -> Vec<Effect> {
    let names = name_of(model, kept).zip(name_of(model, gone));
    let done = names.map(|(kept, gone)| Notice::SpeakersMerged(gone, kept));
    step(model, moment, done, |session| {
        register::merge(session.document(), kept, gone, &moment.now)
    })
}

/// Makes a speaker of its own of an alias.
pub(super) fn split(
    model: &mut Model,
    moment: &Moment,
    id: &SpeakerId,
    alias: &str,
) -> Vec<Effect> {
    step(model, moment, Some(Notice::SpeakerSplit(alias.to_owned())), |session| {
        register::split(session.document(), id, alias, &moment.now)
    })
}

/// Takes a speaker out of the register.
pub(super) fn remove(model: &mut Model, moment: &Moment, id: &SpeakerId) -> Vec<Effect> {
    let done = name_of(model, id).map(Notice::SpeakerRemoved);
    step(model, moment, done, |session| register::remove(session.document(), id, &moment.now))
}

fn step(
    model: &mut Model,
    moment: &Moment,
    done: Option<Notice>,
    make: impl FnOnce(&Session) -> Option<Vec<Edit>>,
) -> Vec<Effect> {
    let taken = edit(model, &moment.now, Joined::Alone, make);
    done.filter(|_| taken).map_or_else(Vec::new, |done| tell(model, done))
}

fn name_of(model: &Model, id: &SpeakerId) -> Option<String> {
    Some(model.session()?.document().speaker(id)?.name.clone())
}
