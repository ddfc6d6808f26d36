//! The open card: all that is said of the chosen annotation, what it could say more and what may
//! need a second look, with all words ready.

use crate::app::attribute::Attribute;
use crate::app::msg::Place;
use crate::app::notice::shortened;
use crate::app::session::Session;
use crate::app::words::{Word, Words};
use crate::document::check::{self, Finding, Rule, Severity};
use crate::document::propose::{self, Offer, Proposal};
use crate::document::{
    Annotation, AnnotationId, Constituent, Document, Label, SpeakerId, Target, Timestamp,
};

/// What stands on the card of the chosen annotation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// Sources, cues and addressees of an attribution.
    pub constituents: Vec<ConstituentRow>,
    /// What an attribution says was said.
    pub contents: Vec<LinkRow>,
    /// The attributions that have this annotation as a content.
    pub attributions: Vec<LinkRow>,
    /// The speaker of an attribution; empty when none is known.
    pub speaker: String,
    /// Whether it can have one.
    pub speaks: bool,
    /// Attributes with their choices.
    pub attributes: Vec<AttributeRow>,
    /// What could be said more; the index is the number by which it is taken or dropped.
    pub proposals: Vec<ProposalRow>,
    /// What may need a second look.
    pub problems: Vec<ProblemRow>,
}

/// A source, cue or addressee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstituentRow {
    /// Which of them.
    pub constituent: Constituent,
    /// What that is called.
    pub name: &'static str,
    /// Its index among those of its kind.
    pub index: usize,
    /// Its words.
    pub words: String,
}

/// The other end of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkRow {
    /// The annotation.
    pub id: AnnotationId,
    /// Its label.
    pub label: Label,
    /// Its words.
    pub words: String,
}

/// An attribute with its choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttributeRow {
    /// The attribute.
    pub attribute: Attribute,
    /// What it is called.
    pub name: &'static str,
    /// The name of what is chosen; empty when nothing is.
    pub value: String,
    /// The name and the words of every choice.
    pub choices: Vec<(String, String)>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalRow {
    /// What is proposed.
    pub words: String,
    /// What speaks for it.
    pub why: &'static str,
}

/// A problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// The rule that found it.
    pub rule: Rule,
    /// How much it matters.
    pub severity: Severity,
    /// What it is, in a sentence.
    pub words: String,
    /// Whether one key can mend it.
    pub mendable: bool,
}

/// Words that light up with the chosen annotation, beside its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Light {
    /// What they are.
    pub look: Look,
    /// Where they start.
    pub start: Place,
    /// Where they end.
    pub end: Place,
}

/// What words are to the attribution that lights up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// Its own words.
    Attribution,
    /// Its source, cue or addressee.
    Constituent(Constituent),
    /// What was said.
    Content,
}

impl Detail {
    /// Shows what is said of `chosen`.
    pub(super) fn of(session: &Session, chosen: &Annotation, words: &Words) -> Self {
        let document = session.document();
        let annotations = document.annotations();
        let own = chosen.attribution();
        let link = |own: &Annotation| LinkRow {
            id: own.id.clone(),
            label: own.label(),
            words: shown(document, &own.target),
        };
        let rows = |constituent: Constituent| {
            let targets = own.map_or(&[][..], |own| own.constituent(constituent));
            targets.iter().enumerate().map(move |(index, target)| ConstituentRow {
                constituent,
                name: words.constituent(constituent),
                index,
                words: shown(document, target),
            })
        };
        let problems = check::check(document, chosen, session.layout().profile());
        Detail {
            constituents: Constituent::ALL.into_iter().flat_map(rows).collect(),
            contents: chosen
                .contents()
                .iter()
                .filter_map(|id| annotations.get(id))
                .map(|own| link(own))
                .collect(),
            attributions: annotations.linked_to(&chosen.id).into_iter().map(|o| link(o)).collect(),
            speaker: own
                .and_then(|own| own.speaker.as_ref())
                .map_or(String::new(), |id| speaker(document, id)),
            speaks: own.is_some(),
            attributes: Attribute::of(chosen.label())
                .iter()
                .map(|attribute| attribute_row(document, chosen, *attribute, words))
                .collect(),
            proposals: propose::propose(document, chosen)
                .iter()
                .map(|own| proposal_row(document, own, words))
                .collect(),
            problems: problems
                .iter()
                .map(|own| problem_row(document, chosen, own, words))
                .collect(),
        }
    }
}

/// Returns what lights up with `chosen`: the parts and contents of an attribution; of a quote or
/// claim all of the attributions it belongs to.
pub(super) fn lights(session: &Session, chosen: &Annotation) -> Vec<Light> {
    let annotations = session.document().annotations();
    let linked = annotations.linked_to(&chosen.id);
    let whole: Vec<&Annotation> = match chosen.attribution() {
        Some(_) => vec![chosen],
        None => linked.into_iter().map(AsRef::as_ref).collect(),
    };
    let mut lights = Vec::new();
    let mut add = |look: Look, target: &Target| {
        for span in target.fragments() {
            let places = session.places(*span);
            lights.extend(places.map(|(start, end)| Light { look, start, end }));
        }
    };
    for own in whole {
        if own.id != chosen.id {
            add(Look::Attribution, &own.target);
        }
        for constituent in Constituent::ALL {
            let targets = own.attribution().map_or(&[][..], |own| own.constituent(constituent));
            targets.iter().for_each(|target| add(Look::Constituent(constituent), target));
        }
        for content in own.contents().iter().filter(|id| **id != chosen.id) {
            if let Some(content) = annotations.get(content) {
                add(Look::Content, &content.target);
            }
        }
    }
    lights
}

fn attribute_row(
    document: &Document,
    chosen: &Annotation,
    attribute: Attribute,
    words: &Words,
) -> AttributeRow {
    let mut choices: Vec<(String, String)> =
        attribute.choices().map(|word| (word.number(), words.say(word).to_owned())).collect();
    if attribute == Attribute::Claimer {
        let speakers = document.speakers().iter();
        choices.extend(speakers.map(|own| (own.id.0.clone(), own.name.clone())));
    }
    AttributeRow {
        attribute,
        name: words.say(attribute.word()),
        value: attribute.value(&chosen.body),
        choices,
    }
}

fn proposal_row(document: &Document, proposal: &Proposal, words: &Words) -> ProposalRow {
    let linked = |id| {
        let own = document.annotations().get(id);
        own.map_or(String::new(), |own| shown(document, &own.target))
    };
    let said = match &proposal.offer {
        Offer::Span(constituent, target) => words.offer(*constituent, &shown(document, target)),
        Offer::Content(id) => words.fill(Word::OfferContent, &[&linked(id)]),
        Offer::ContentOf(id) => words.fill(Word::OfferContentOf, &[&linked(id)]),
        Offer::Form(form) => words.fill(Word::OfferForm, &[words.form(*form)]),
        Offer::Speaker(id) => words.fill(Word::OfferSpeaker, &[&speaker(document, id)]),
        Offer::NewSpeaker(name) => words.fill(Word::OfferNewSpeaker, &[name]),
    };
    ProposalRow { words: said, why: words.why(proposal.why) }
}

fn problem_row(
    document: &Document,
    chosen: &Annotation,
    finding: &Finding,
    words: &Words,
) -> ProblemRow {
    let other = finding.other.as_ref().and_then(|id| document.annotations().get(id));
    let other = other.map_or(String::new(), |own| shown(document, &own.target));
    let at = shown(document, &Target::from(finding.at));
    let mended = check::fix(document, chosen, finding.rule, &Timestamp::unknown());
    ProblemRow {
        rule: finding.rule,
        severity: finding.severity,
        words: words.finding(finding.rule, &at, &other),
        mendable: mended.is_some(),
    }
}

fn speaker(document: &Document, id: &SpeakerId) -> String {
    document.speaker(id).map_or(String::new(), |own| own.name.clone())
}

/// Returns the words of `target`, cut when they are many.
fn shown(document: &Document, target: &Target) -> String {
    shortened(&target.words(document.text()))
}
