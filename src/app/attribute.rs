//! Attributes: what a quote, claim or attribution can say by one of a few choices.
//!
//! One table holds every choice with its words; a control of the page names a choice by the number
//! of its word, a claimer by the speaker's id, and none by nothing.

use super::words::Word;
use crate::document::{
    Body, Claimer, Form, Label, Medium, Polarity, SpeakerId, SpeakerKind, Stance,
};

/// Something that can be said by a choice. In the order of their words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    /// How someone's words are given.
    Form,
    /// Whether a claimer stands behind a claim.
    Stance,
    /// Whether a claim could be checked.
    Checkable,
    /// Who puts a claim forward.
    Claimer,
    /// Whether it was said at all.
    Polarity,
    /// How it was uttered.
    Medium,
}

impl Attribute {
    /// All of them.
    pub const ALL: [Attribute; 6] = [
        Attribute::Form,
        Attribute::Stance,
        Attribute::Checkable,
        Attribute::Claimer,
        Attribute::Polarity,
        Attribute::Medium,
    ];

    /// Returns those that annotations of a label have, in the order they are shown.
    pub fn of(label: Label) -> &'static [Attribute] {
        match label {
            Label::Claim => Attribute::ALL.split_at(4).0,
            Label::Quote => &[Attribute::Form],
            Label::Attribution => Attribute::ALL.split_at(4).1,
        }
    }

    /// Returns the attribute of that number.
    pub(super) fn numbered(number: &str) -> Option<Attribute> {
        Attribute::ALL.get(number.parse::<usize>().ok()?).copied()
    }

    /// Returns the word that names it.
    pub fn word(self) -> Word {
        match self {
            Attribute::Form => Word::Form,
            Attribute::Stance => Word::Stance,
            Attribute::Checkable => Word::Checkable,
            Attribute::Claimer => Word::Claimer,
            Attribute::Polarity => Word::Polarity,
            Attribute::Medium => Word::Medium,
        }
    }

    /// Returns its choices.
    pub(super) fn choices(self) -> impl Iterator<Item = Word> {
        let of_this = move |(_, choice): &&(Word, Choice)| choice.attribute() == self;
        CHOICES.iter().filter(of_this).map(|(word, _)| *word)
    }

    /// Returns the name of what `body` chooses; empty when nothing is chosen.
    pub(super) fn value(self, body: &Body) -> String {
        if let (Attribute::Claimer, Body::Claim { claimer: Some(Claimer::Speaker(id)), .. }) =
            (self, body)
        {
            return id.0.clone();
        }
        let chosen = match (self, body) {
            (Attribute::Form, Body::Claim { form, .. } | Body::Quote { form }) => {
                form.map(Choice::Form)
            }
            (Attribute::Stance, Body::Claim { stance, .. }) => stance.map(Choice::Stance),
            (Attribute::Checkable, Body::Claim { checkable, .. }) => {
                checkable.map(Choice::Checkable)
            }
            (Attribute::Claimer, Body::Claim { claimer, .. }) => {
                claimer.as_ref().map(|_| Choice::ByAuthor)
            }
            (Attribute::Polarity, Body::Attribution(own)) => own.polarity.map(Choice::Polarity),
            (Attribute::Medium, Body::Attribution(own)) => own.medium.map(Choice::Medium),
            _ => None,
        };
        let row = CHOICES.iter().find(|(_, choice)| Some(*choice) == chosen);
        row.map_or_else(String::new, |(word, _)| word.number())
    }

    /// Chooses what has that name, or nothing when none has; the name of no choice of a claimer is
    /// a speaker's id, of which `speaks` tells whether there is one.
    pub(super) fn choose(self, body: &mut Body, name: &str, speaks: impl Fn(&SpeakerId) -> bool) {
        let row = CHOICES.iter().find(|(word, _)| word.number() == name);
        let chosen = row.map(|(_, choice)| *choice).filter(|own| own.attribute() == self);
        match (self, body) {
            (Attribute::Form, Body::Claim { form, .. } | Body::Quote { form }) => {
                *form = if let Some(Choice::Form(own)) = chosen { Some(own) } else { None };
            }
            (Attribute::Stance, Body::Claim { stance, .. }) => {
                *stance = if let Some(Choice::Stance(own)) = chosen { Some(own) } else { None };
            }
            (Attribute::Checkable, Body::Claim { checkable, .. }) => {
                let choice =
                    if let Some(Choice::Checkable(own)) = chosen { Some(own) } else { None };
                *checkable = choice;
            }
            (Attribute::Claimer, Body::Claim { claimer, .. }) => {
                let id = Some(SpeakerId(name.to_owned())).filter(speaks);
                *claimer = chosen.map(|_| Claimer::Author).or(id.map(Claimer::Speaker));
            }
            (Attribute::Polarity, Body::Attribution(own)) => {
                own.polarity =
                    if let Some(Choice::Polarity(own)) = chosen { Some(own) } else { None };
            }
            (Attribute::Medium, Body::Attribution(own)) => {
                own.medium = if let Some(Choice::Medium(own)) = chosen { Some(own) } else { None };
            }
            _ => {}
        }
    }
}

/// The kinds of speakers with their words.
pub(super) const KINDS: [(Word, SpeakerKind); 5] = [
    (Word::KindPerson, SpeakerKind::Person),
    (Word::KindOrganisation, SpeakerKind::Organisation),
    (Word::KindGroup, SpeakerKind::Group),
    (Word::KindDocument, SpeakerKind::Document),
    (Word::KindUnnamed, SpeakerKind::Unnamed),
];

/// A choice of an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Choice {
    Form(Form),
    Stance(Stance),
    Checkable(bool),
    ByAuthor,
    Polarity(Polarity),
    Medium(Medium),
}

impl Choice {
    fn attribute(self) -> Attribute {
        match self {
            Choice::Form(_) => Attribute::Form,
            Choice::Stance(_) => Attribute::Stance,
            Choice::Checkable(_) => Attribute::Checkable,
            Choice::ByAuthor => Attribute::Claimer,
            Choice::Polarity(_) => Attribute::Polarity,
            Choice::Medium(_) => Attribute::Medium,
        }
    }
}

const CHOICES: [(Word, Choice); 14] = [
    (Word::FormDirect, Choice::Form(Form::Direct)),
    (Word::FormIndirect, Choice::Form(Form::Indirect)),
    (Word::FormMixed, Choice::Form(Form::Mixed)),
    (Word::StanceAffirms, Choice::Stance(Stance::Affirms)),
    (Word::StanceRefutes, Choice::Stance(Stance::Refutes)),
    (Word::CheckableYes, Choice::Checkable(true)),
    (Word::CheckableNo, Choice::Checkable(false)),
    (Word::ClaimerAuthor, Choice::ByAuthor),
    (Word::PolarityAsserted, Choice::Polarity(Polarity::Asserted)),
    (Word::PolarityNegated, Choice::Polarity(Polarity::Negated)),
    (Word::PolarityHypothetical, Choice::Polarity(Polarity::Hypothetical)),
    (Word::MediumSpeech, Choice::Medium(Medium::Speech)),
    (Word::MediumWriting, Choice::Medium(Medium::Writing)),
    (Word::MediumThought, Choice::Medium(Medium::Thought)),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_of_a_label_is_kept_under_its_name_and_taken_back() {
        for label in Label::ALL {
            for attribute in Attribute::ALL {
                let has = Attribute::of(label).contains(&attribute);
                for choice in attribute.choices() {
                    let mut body = Body::of(label);
                    attribute.choose(&mut body, &choice.number(), |_| false);
                    let kept = if has { choice.number() } else { String::new() };
                    assert_eq!(attribute.value(&body), kept, "{label:?} {attribute:?}");
                    attribute.choose(&mut body, "", |_| false);
                    assert_eq!(body, Body::of(label));
                    attribute.choose(&mut body, "colour-red", |_| false);
                    assert_eq!(body, Body::of(label));
                }
            }
        }
    }

    #[test]
    fn a_claimer_may_be_a_speaker() {
        let mut body = Body::of(Label::Claim);
        Attribute::Claimer.choose(&mut body, "s1", |id| id.0 == "s1");
        assert_eq!(Attribute::Claimer.value(&body), "s1");
        Attribute::Claimer.choose(&mut body, "s2", |id| id.0 == "s1");
        assert_eq!(Attribute::Claimer.value(&body), "");
    }
}
