//! Attributes and the register of speakers, as a person at the page sets them.

use super::desk::Desk;
use crate::app::*;
use crate::document::{Label, SpeakerId};

impl Desk {
    fn shown_register(&self) -> RegisterScreen {
        match Screen::of(&self.model).dialog {
            Some(DialogScreen::Register(register)) => register,
            other => panic!("no register is open but {other:?}"),
        }
    }

    /// The register: names, aliases, and how many annotations point there.
    fn register(&self) -> Vec<String> {
        let rows = self.shown_register().speakers.into_iter();
        rows.map(|row| format!("{} [{}] {}", row.name, row.aliases.join(", "), row.about)).collect()
    }
}

fn id(number: usize) -> SpeakerId {
    SpeakerId(format!("s{number}"))
}

/// Two attributions with their sources and speakers, and the register open.
fn desk() -> Desk {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee said", Label::Attribution);
    desk.take(Msg::ProposalsTaken);
    desk.tag("She added", Label::Attribution);
    desk.press("y");
    desk.take(Msg::SpeakerNamed(desk.id(2), " The  mayor ".into()));
    desk.take(Msg::RegisterAsked);
    desk
}

#[test]
fn a_speaker_is_named_chosen_and_taken_away() {
    let mut desk = desk();
    assert_eq!(desk.register(), ["Ana Lee [] 1 mention", "The mayor [] 1 mention"]);
    desk.take(Msg::SpeakerNamed(desk.id(2), "Ana Lee".into()));
    assert_eq!(
        desk.register(),
        ["Ana Lee [] 2 mentions", "The mayor [] 0 mentions"],
        "she is no name to be called by"
    );
    desk.take(Msg::SpeakerChosen(desk.id(2), None));
    assert_eq!(desk.detail().speaker, "");
    desk.take(Msg::SpeakerChosen(desk.id(2), Some(id(2))));
    assert_eq!(desk.detail().speaker, "The mayor");
    desk.take(Msg::SpeakerNamed(desk.id(2), " ".into()));
    assert_eq!(desk.detail().speaker, "The mayor");
    desk.press("escape");
    assert_eq!(Screen::of(&desk.model).dialog, None);
}

#[test]
fn a_pronoun_proposes_the_last_speaker() {
    let mut desk = desk();
    desk.take(Msg::SpeakerChosen(desk.id(2), None));
    assert!(desk.proposed().contains(&"Speaker: Ana Lee".to_owned()), "{:?}", desk.proposed());
}

#[test]
fn speakers_are_merged_split_and_removed_as_one_step_each() {
    let mut desk = desk();
    desk.take(Msg::SpeakersMerged(id(1), id(2)));
    assert_eq!(desk.register(), ["Ana Lee [The mayor] 2 mentions"]);
    assert_eq!(desk.notice(), "The mayor is now one speaker with Ana Lee.");
    desk.take(Msg::UndoAsked);
    assert_eq!(desk.register(), ["Ana Lee [] 1 mention", "The mayor [] 1 mention"]);
    desk.take(Msg::RedoAsked);
    desk.take(Msg::SpeakerSplit(id(1), "The mayor".into()));
    assert_eq!(
        desk.register(),
        ["Ana Lee [] 2 mentions", "The mayor [] 0 mentions"],
        "no source reads so"
    );
    desk.take(Msg::SpeakerRemoved(id(1)));
    assert_eq!(desk.register(), ["The mayor [] 0 mentions"]);
    assert_eq!(desk.shown(1), "a1 Ana Lee said, source Ana Lee, cue said");
    desk.take(Msg::UndoAsked);
    let desk = desk.check(&["attribution: Ana Lee said", "attribution: She added"]);
    assert_eq!(desk.shown(1), "a1 Ana Lee said, source Ana Lee, cue said, s1");
}

#[test]
fn what_is_known_of_a_speaker_is_set_and_undone() {
    let mut desk = desk();
    let set = |desk: &mut Desk, field, value: &str| {
        desk.take(Msg::SpeakerSet(id(1), field, value.into()));
    };
    set(&mut desk, SpeakerField::Name, "Ana Maria Lee");
    set(&mut desk, SpeakerField::Alias, "the mayor");
    set(&mut desk, SpeakerField::Kind, &Word::KindPerson.number());
    set(&mut desk, SpeakerField::SameAs, "https://www.wikidata.org/entity/Q1");
    set(&mut desk, SpeakerField::Name, " ");
    let row = desk.shown_register().speakers.remove(0);
    assert_eq!((row.name.as_str(), row.about.as_str()), ("Ana Maria Lee", "person, 1 mention"));
    assert_eq!(row.aliases, ["Ana Lee", "the mayor"], "the text calls her so");
    assert_eq!(row.same_as, "https://www.wikidata.org/entity/Q1");
    assert_eq!(desk.undoes(), 9);
    for _ in 0..4 {
        desk.take(Msg::UndoAsked);
    }
    assert_eq!(desk.register()[0], "Ana Lee [] 1 mention");
}

#[test]
fn speakers_that_share_a_name_are_offered_to_be_merged() {
    let mut desk = desk();
    desk.take(Msg::SpeakerSet(id(2), SpeakerField::Name, "Lee".into()));
    assert_eq!(
        desk.shown_register().merges,
        [(id(1), id(2), "Ana Lee and Lee may be the same.".to_owned())]
    );
}

#[test]
fn attributes_are_chosen_by_name_and_undone() {
    let mut desk = desk();
    desk.tag("never", Label::Claim);
    let rows = desk.detail().attributes;
    let names: Vec<&str> = rows.iter().map(|row| row.name).collect();
    assert_eq!(names, ["Form", "Stance", "Checkable", "Claimed by"]);
    assert_eq!(rows[3].choices.len(), 3, "the article itself and two speakers");
    for (row, at) in rows.iter().zip([1, 0, 1, 2]) {
        let value = row.choices[at].0.clone();
        desk.take(Msg::AttributeSet(desk.id(3), row.attribute, value));
    }
    let values = |desk: &Desk| -> Vec<String> {
        desk.detail().attributes.into_iter().map(|row| row.value).collect()
    };
    assert_eq!(
        values(&desk),
        [
            Word::FormIndirect.number(),
            Word::StanceAffirms.number(),
            Word::CheckableNo.number(),
            "s2".to_owned()
        ]
    );
    assert!(desk.detail().problems.is_empty(), "a claimer needs no attribution");
    desk.take(Msg::AttributeSet(desk.id(3), Attribute::Stance, String::new()));
    desk.take(Msg::AttributeSet(desk.id(3), Attribute::Medium, Word::MediumSpeech.number()));
    assert_eq!(values(&desk)[1], "");
    desk.take(Msg::UndoAsked);
    assert_eq!(values(&desk)[1], Word::StanceAffirms.number());
}
