//! Marks: a document as formats of labelled spans and links see it.
//!
//! An annotation is one mark, each source, cue and addressee of an attribution another; links lead
//! from the attribution's mark to those of its parts and contents. Knows no format.

use super::ascribe::Word;
use crate::document::{
    Annotation, AnnotationId, Body, Claimer, Document, Label, SpeakerId, Target,
};
use crate::text::Span;
use std::collections::BTreeMap;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The annotation itself.
    Own(Label),
    /// Words that name who said it.
    Source,
    /// Words that say that it was said.
    Cue,
    /// Words that name whom it was said to.
    Addressee,
}

impl Role {
    /// All roles.
    pub(super) const ALL: [Role; 6] = [
        Role::Own(Label::Claim),
        Role::Own(Label::Quote),
        Role::Own(Label::Attribution),
        Role::Source,
        Role::Cue,
        Role::Addressee,
    ];

    /// Returns the label of the mark: `Source`.
    pub(super) fn label(self) -> &'static str {
        match self {
            Role::Own(Label::Claim) => "Claim",
            Role::Own(Label::Quote) => "Quote",
            Role::Own(Label::Attribution) => "Attribution",
            Role::Source => "Source",
            Role::Cue => "Cue",
            Role::Addressee => "Addressee",
        }
    }
}

/// What a link says of the mark it leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// It names who said it.
    Source,
    /// It says that it was said.
    Cue,
    /// It names whom it was said to.
    Addressee,
    /// It was said.
    Content,
    /// It is a further piece of the same span.
    Fragment,
}

impl Relation {
    /// All relations.
    pub(super) const ALL: [Relation; 5] = [
        Relation::Source,
        Relation::Cue,
        Relation::Addressee,
        Relation::Content,
        Relation::Fragment,
    ];

    /// Returns the name of the link: `source`.
    pub(super) fn word(self) -> &'static str {
        match self {
            Relation::Source => "source",
            Relation::Cue => "cue",
            Relation::Addressee => "addressee",
            Relation::Content => "content",
            Relation::Fragment => "fragment",
        }
    }
}

/// A labelled span.
pub(super) struct Mark<'d> {
    /// What it stands for.
    pub(super) role: Role,
    /// The annotation it is or belongs to.
    pub(super) owner: &'d Annotation,
    /// Where it stands.
    pub(super) target: &'d Target,
}

/// A link between two marks or pieces, by their indices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// What it says.
    pub(super) relation: Relation,
    /// Where it begins.
    pub(super) from: usize,
    /// Where it leads to.
    pub(super) to: usize,
}

/// The marks of a document, each annotation's own before those of its parts, and their links.
pub(super) struct Marks<'d> {
    /// In text order of the annotations.
    pub(super) marks: Vec<Mark<'d>>,
    /// In the order of the marks they begin at.
    pub(super) links: Vec<Link>,
}

/// A stretch of text that a mark covers.
pub(super) struct Piece {
    /// The index of the mark.
    pub(super) mark: usize,
    /// Where it stands.
    pub(super) span: Span,
}

/// Marks cut into pieces, for formats whose spans have no fragments.
pub(super) struct Pieces {
    /// In the order of the marks, each mark's in text order.
    pub(super) pieces: Vec<Piece>,
    /// Between pieces: a mark's links begin and end at its first piece, which also leads to its
    /// others.
    pub(super) links: Vec<Link>,
    /// How many marks are of several pieces.
    pub(super) split: usize,
    /// How many pieces those became.
    pub(super) split_pieces: usize,
}

impl<'d> Marks<'d> {
    /// Lists the marks of `document`.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut marks = Vec::new();
        let mut own: BTreeMap<&AnnotationId, usize> = BTreeMap::new();
        let mut links = Vec::new();
        for owner in document.annotations().iter() {
            let from = marks.len();
            own.insert(&owner.id, from);
            marks.push(Mark { role: Role::Own(owner.label()), owner, target: &owner.target });
            let Body::Attribution(parts) = &owner.body else { continue };
            for (relation, role, targets) in [
                (Relation::Source, Role::Source, &parts.source),
                (Relation::Cue, Role::Cue, &parts.cue),
                (Relation::Addressee, Role::Addressee, &parts.addressee),
            ] {
                for target in targets {
                    links.push(Link { relation, from, to: marks.len() });
                    marks.push(Mark { role, owner, target });
                }
            }
        }
        for owner in document.annotations().iter() {
            let Body::Attribution(parts) = &owner.body else { continue };
            let ends = parts.contents.iter().filter_map(|id| own.get(id));
            let from = own.get(&owner.id).copied().unwrap_or_default();
            links.extend(ends.map(|to| Link { relation: Relation::Content, from, to: *to }));
        }
        Marks { marks, links }
    }

    /// Cuts every mark into its fragments.
    pub(super) fn pieces(&self) -> Pieces {
        let (mut pieces, mut first, mut links) = (Vec::new(), Vec::new(), Vec::new());
        let (mut split, mut split_pieces) = (0, 0);
        for (mark, one) in self.marks.iter().enumerate() {
            let from = pieces.len();
            first.push(from);
            pieces.extend(one.target.fragments().iter().map(|span| Piece { mark, span: *span }));
            if pieces.len() > from + 1 {
                split += 1;
                split_pieces += pieces.len() - from;
            }
            links.extend((from + 1..pieces.len()).map(|to| Link {
                relation: Relation::Fragment,
                from,
                to,
            }));
        }
        let piece = |mark: usize| first.get(mark).copied().unwrap_or_default();
        links.extend(self.links.iter().map(|link| Link {
            relation: link.relation,
            from: piece(link.from),
            to: piece(link.to),
        }));
        Pieces { pieces, links, split, split_pieces }
    }
}

/// Returns what is said of an annotation in words, by name: `("form", "direct")`; a speaker by the
/// name in the register, where there is one.
pub(super) fn attributes<'d>(
    document: &'d Document,
    annotation: &'d Annotation,
) -> Vec<(&'static str, &'d str)> {
    let name = |id: &SpeakerId| document.speaker(id).map_or("", |speaker| speaker.name.as_str());
    let mut said = Vec::new();
    match &annotation.body {
        Body::Claim { form, stance, checkable, claimer } => {
            said.extend(form.map(|form| ("form", form.word())));
            said.extend(stance.map(|stance| ("stance", stance.word())));
            said.extend(checkable.map(|yes| ("checkable", if yes { "yes" } else { "no" })));
            match claimer {
                Some(Claimer::Author) => said.push(("claimer", "author")),
                Some(Claimer::Speaker(id)) => said.push(("speaker", name(id))),
                None => {}
            }
        }
        Body::Quote { form } => said.extend(form.map(|form| ("form", form.word()))),
        Body::Attribution(own) => {
            said.extend(own.speaker.as_ref().map(|id| ("speaker", name(id))));
            said.extend(own.polarity.map(|polarity| ("polarity", polarity.word())));
            said.extend(own.medium.map(|medium| ("medium", medium.word())));
        }
    }
    said.retain(|(_, value)| !value.is_empty());
    said
}

/// Sets what [`attributes`] says, speakers left out; tells whether the annotation can have it.
pub(super) fn set(annotation: &mut Annotation, name: &str, word: &str) -> bool {
    match (&mut annotation.body, name) {
        (Body::Claim { form, .. } | Body::Quote { form }, "form") => put(form, word),
        (Body::Claim { stance, .. }, "stance") => put(stance, word),
        (Body::Claim { checkable, .. }, "checkable") if matches!(word, "yes" | "no") => {
            *checkable = Some(word == "yes");
            true
        }
        (Body::Claim { claimer, .. }, "claimer") if word == "author" => {
            *claimer = Some(Claimer::Author);
            true
        }
        (Body::Attribution(own), "polarity") => put(&mut own.polarity, word),
        (Body::Attribution(own), "medium") => put(&mut own.medium, word),
        _ => false,
    }
}

fn put<W: Word>(place: &mut Option<W>, word: &str) -> bool {
    let value = W::of(word);
    *place = value.or(*place);
    value.is_some()
}
