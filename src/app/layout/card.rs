//! A card: an annotation as the list shows it, with who says it and whether it needs a look.

use crate::document::check::{self, Profile, Severity};
use crate::document::{Annotation, AnnotationId, Document, Label};

/// Characters of an annotation's words on its card.
const EXCERPT: usize = 220;

/// An annotation as the list shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The annotation.
    pub id: AnnotationId,
    /// Its label.
    pub label: Label,
    /// Its words, cut when they are many.
    pub excerpt: String,
    /// Its note.
    pub note: String,
    /// Who says it: the speaker, or else the words of the source; empty when not known.
    pub speaker: String,
    /// How much the worst of its problems matters, if it has one.
    pub problem: Option<Severity>,
}

/// Makes the card of an annotation, as the convention of `profile` sees it.
pub(super) fn card_of(document: &Document, annotation: &Annotation, profile: Profile) -> Card {
    let problems = check::check(document, annotation, profile);
    let words = annotation.target.words(document.text());
    let mut excerpt: String = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((cut, _)) = excerpt.char_indices().nth(EXCERPT) {
        excerpt.truncate(cut);
        excerpt.push('…');
    }
    Card {
        id: annotation.id.clone(),
        label: annotation.label(),
        excerpt,
        note: annotation.note.clone(),
        speaker: speaker_of(document, annotation).unwrap_or_default(),
        problem: problems.iter().map(|finding| finding.severity).max(),
    }
}

/// Returns who says it: the speaker it points to, its source, or the same of its attribution.
fn speaker_of(document: &Document, annotation: &Annotation) -> Option<String> {
    let of = |own: &Annotation| {
        let named = own.speaker().and_then(|id| document.speaker(id)).map(|own| own.name.clone());
        let source = || own.attribution()?.source.first().map(|own| own.words(document.text()));
        named.or_else(source)
    };
    let linked =
        || document.annotations().linked_to(&annotation.id).into_iter().find_map(|own| of(own));
    of(annotation).or_else(linked)
}
