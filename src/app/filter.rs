//! The filter of the list: which annotations it shows. A view alone: it changes no document, and
//! what it hides is there as before. Knows no element and no layout.

use crate::document::check::{self, Profile};
use crate::document::{Annotation, Document, Label};
use crate::text::{Case, Finder};

/// Something an annotation can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// It is a claim.
    Claim,
    /// It is a quote.
    Quote,
    /// It is an attribution.
    Attribution,
    /// It has a note.
    Noted,
    /// It is said by nobody, or says that nothing was said.
    Unlinked,
    /// It may need a second look.
    Problem,
}

impl Facet {
    /// All of them, in the order they are shown; first the labels, in their own order.
    pub const ALL: [Facet; 6] = [
        Facet::Claim,
        Facet::Quote,
        Facet::Attribution,
        Facet::Noted,
        Facet::Unlinked,
        Facet::Problem,
    ];

    /// Returns the name by which the page knows it.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Claim => "claim",
            Facet::Quote => "quote",
            Facet::Attribution => "attribution",
            Facet::Noted => "noted",
            Facet::Unlinked => "unlinked",
            Facet::Problem => "problem",
        }
    }

    /// Returns the facet of that name.
    pub fn named(name: &str) -> Option<Facet> {
        Facet::ALL.into_iter().find(|facet| facet.name() == name)
    }
}

/// What the annotations are asked for: all that is wanted, and one of the labels that are.
#[derive(Default)]
pub struct Filter {
    wanted: [bool; Facet::ALL.len()],
    source: String,
    /// What seeks the source; `None` when any will do.
    finder: Option<Finder>,
}

impl Filter {
    /// Tells whether anything is asked for.
    pub fn is_on(&self) -> bool {
        self.finder.is_some() || self.wanted.contains(&true)
    }

    /// Tells what is wanted, in the order of [`Facet::ALL`].
    pub fn wanted(&self) -> [bool; Facet::ALL.len()] {
        self.wanted
    }

    /// Returns what the source is to be called.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Asks for `facet`, or no longer.
    pub(super) fn turn(&mut self, facet: Facet) {
        self.wanted[facet as usize] = !self.wanted[facet as usize];
    }

    /// Asks for a source in whose name, or in whose words, `source` stands.
    pub(super) fn seek_source(&mut self, source: &str) {
        source.trim().clone_into(&mut self.source);
        let some = !self.source.is_empty();
        self.finder = some.then(|| Finder::of(&self.source, Case::Ignored));
    }

    /// Tells whether the list shows an annotation, looked at by the convention of `profile`.
    pub(super) fn shows(&self, document: &Document, own: &Annotation, profile: Profile) -> bool {
        let (labels, rest) = self.wanted.split_at(Label::ALL.len());
        let fits = |wanted: bool, fits: &dyn Fn() -> bool| !wanted || fits();
        fits(labels.contains(&true), &|| labels[own.label() as usize])
            && fits(rest[0], &|| !own.note.trim().is_empty())
            && fits(rest[1], &|| is_unlinked(document, own))
            && fits(rest[2], &|| !check::check(document, own, profile).is_empty())
            && self.finder.as_ref().is_none_or(|finder| is_said_by(document, own, finder))
    }
}

fn is_unlinked(document: &Document, own: &Annotation) -> bool {
    match own.attribution() {
        Some(attribution) => attribution.contents.is_empty(),
        None => document.annotations().linked_to(&own.id).is_empty(),
    }
}

/// Tells whether `finder` finds who says it: the speaker or the words of the source, its own or
/// those of an attribution it is linked to.
fn is_said_by(document: &Document, own: &Annotation, finder: &Finder) -> bool {
    let named = |own: &Annotation| {
        let speaker = own.speaker().and_then(|id| document.speaker(id));
        speaker.is_some_and(|own| {
            finder.is_in(&own.name) || own.aliases.iter().any(|alias| finder.is_in(alias))
        })
    };
    let sourced = |own: &Annotation| {
        let sources = own.attribution().map_or(&[][..], |own| &own.source);
        sources.iter().any(|source| finder.is_in(&source.words(document.text())))
    };
    let fits = |own: &Annotation| named(own) || sourced(own);
    let annotations = document.annotations();
    fits(own) || annotations.linked_to(&own.id).into_iter().any(|own| fits(own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::marked::document;
    use crate::document::{AnnotationId, Edit, Timestamp};

    fn check(set: impl FnOnce(&mut Filter), expected: &[&str]) {
        let mut document = document(
            "[q “No,”] [a>1 {s Ana Lee} said]. [c So it is]. [a {s Bo} said] that. [q “Yes”].",
            &[],
        );
        let noted = document.annotations().get(&AnnotationId("a3".into())).unwrap();
        let note = Edit::change(noted, &Timestamp::unknown(), |own| own.note = "Who?".into());
        document.apply(&note.unwrap()).unwrap();
        let mut filter = Filter::default();
        set(&mut filter);
        let shown = document
            .annotations()
            .iter()
            .filter(|own| filter.shows(&document, own, Profile::default()));
        let shown: Vec<String> = shown.map(|own| own.target.words(document.text())).collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn nothing_asked_for_shows_all() {
        check(|_| {}, &["“No,”", "Ana Lee said", "So it is", "Bo said", "“Yes”"]);
        check(
            |own| own.seek_source("  "),
            &["“No,”", "Ana Lee said", "So it is", "Bo said", "“Yes”"],
        );
    }

    #[test]
    fn labels_are_alternatives_and_all_else_is_wanted_too() {
        check(|own| own.turn(Facet::Quote), &["“No,”", "“Yes”"]);
        check(
            |own| {
                own.turn(Facet::Quote);
                own.turn(Facet::Claim);
            },
            &["“No,”", "So it is", "“Yes”"],
        );
        check(
            |own| {
                own.turn(Facet::Quote);
                own.turn(Facet::Unlinked);
            },
            &["“Yes”"],
        );
        check(|own| own.turn(Facet::Noted), &["So it is"]);
        check(
            |own| {
                own.turn(Facet::Noted);
                own.turn(Facet::Noted);
                own.turn(Facet::Unlinked);
            },
            &["So it is", "Bo said", "“Yes”"],
        );
    }

    #[test]
    fn who_said_it_is_found_at_both_ends_of_a_link() {
        check(|own| own.seek_source("ana l"), &["“No,”", "Ana Lee said"]);
        check(|own| own.seek_source("BO "), &["Bo said"]);
        check(|own| own.seek_source("Zoe"), &[]);
    }

    #[test]
    fn every_facet_has_its_name() {
        for (at, facet) in Facet::ALL.into_iter().enumerate() {
            assert_eq!((Facet::named(facet.name()), facet as usize), (Some(facet), at));
        }
        for label in Label::ALL {
            assert_eq!(Facet::ALL[label as usize].name(), label.word());
        }
    }
}
