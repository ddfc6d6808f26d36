//! Carrying: the annotations of a document over another text, found by their words and surroundings.
//!
//! What stands elsewhere is said, what cannot be placed is listed and left out. Knows no format.

use super::ascribe::short;
use super::draft::{Misread, Opened, Trouble};
use crate::document::{
    Annotation, AnnotationId, Body, Document, Lost, Rejection, Target, anchor, describe,
};
use crate::text::{Byte, Span};
use std::collections::BTreeSet;

/// Places the annotations of `document` over `text`, which is another version of its text.
///
/// The new document has no sentences yet: the caller splits its text.
pub fn carry(document: &Document, text: &str) -> Opened {
    let mut carrier = Carrier { old: document.text(), text, drift: 0, troubles: Vec::new() };
    let placed: Vec<Annotation> =
        document.annotations().iter().filter_map(|one| carrier.annotation(one)).collect();
    let rejected: Vec<Rejection> = document
        .rejected()
        .iter()
        .filter_map(|one| {
            let span = carrier.span("rejected suggestion", one.span)?;
            Some(Rejection { span, rule: one.rule.clone() })
        })
        .collect();
    let (id, metadata) = (document.id().clone(), document.metadata().clone());
    let cleaning = document.cleaning().to_vec();
    let created = document.created().clone();
    let mut carried = Document::new(id, text, metadata, cleaning, Vec::new(), created)
        .with_modified(document.modified().clone())
        .with_speakers(document.speakers().to_vec())
        .with_rejected(rejected)
        .with_extra(document.extra().to_vec());
    let there: BTreeSet<AnnotationId> = placed.iter().map(|one| one.id.clone()).collect();
    for mut annotation in placed {
        let part = annotation.id.0.clone();
        if let Body::Attribution(own) = &mut annotation.body {
            for id in own.contents.extract_if(.., |id| !there.contains(id)) {
                carrier.say(&part, Misread::LinkToNothing { id: id.0 });
            }
        }
        if carried.add(annotation).is_err() {
            carrier.say(&part, Misread::NoSpan);
        }
    }
    Opened { document: carried, troubles: carrier.troubles }
}

struct Carrier<'t> {
    old: &'t str,
    text: &'t str,
    /// How many bytes the last span that was found had moved.
    drift: isize,
    troubles: Vec<Trouble>,
}

impl Carrier<'_> {
    fn say(&mut self, part: &str, fault: Misread) {
        self.troubles.push(Trouble { part: part.to_owned(), fault });
    }

    /// Places an annotation with as many of its parts as can be; `None` without any of its target.
    fn annotation(&mut self, one: &Annotation) -> Option<Annotation> {
        let part = one.id.0.as_str();
        let target = self.target(part, &one.target)?;
        let mut carried = one.clone();
        if let Body::Attribution(own) = &mut carried.body {
            for parts in [&mut own.source, &mut own.cue, &mut own.addressee] {
                *parts = parts.iter().filter_map(|target| self.target(part, target)).collect();
            }
        }
        // Members of other programs inside of a span are found by its place, which may have changed.
        if self.old != self.text {
            carried.extra.retain(|extra| extra.path.is_empty());
        }
        carried.target = target;
        Some(carried)
    }

    fn target(&mut self, part: &str, target: &Target) -> Option<Target> {
        let spans = target.fragments().iter().filter_map(|span| self.span(part, *span));
        Target::joined(spans.collect())
    }

    fn span(&mut self, part: &str, span: Span) -> Option<Span> {
        let selector = describe(self.old, span);
        let hint = span.start().0.checked_add_signed(self.drift).map(Byte);
        let exact = short(selector.exact);
        match anchor(self.text, &selector, hint) {
            Ok(found) => {
                let moved = found.start().0.cast_signed() - span.start().0.cast_signed();
                if moved != self.drift {
                    self.say(part, Misread::Found { exact });
                    self.drift = moved;
                }
                Some(found)
            }
            Err(Lost::Several { times }) => {
                self.say(part, Misread::Several { exact, times });
                None
            }
            Err(Lost::Nowhere) => {
                self.say(part, Misread::Nowhere { exact });
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::documents_with_extras;
    use crate::format::ascribe;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn over_its_own_text_a_document_stays_as_it_is(document in documents_with_extras()) {
            let opened = carry(&document, document.text());
            prop_assert_eq!(&opened.troubles, &[]);
            let sentences = document.sentences().to_vec();
            prop_assert_eq!(&opened.document.with_sentences(sentences), &document);
        }

        #[test]
        fn behind_a_new_beginning_words_are_found_or_listed(document in documents_with_extras()) {
            let text = format!("Correction, 5 May.\n{}", document.text());
            let opened = carry(&document, &text);
            for one in document.annotations().iter() {
                let words = one.target.words(document.text());
                let carried = opened.document.annotations().get(&one.id);
                let listed = opened.troubles.iter().any(|trouble| {
                    trouble.part == one.id.0 && matches!(trouble.fault, Misread::Several { .. })
                });
                let same = carried.is_some_and(|one| one.target.words(&text) == words);
                prop_assert!(same || listed, "{words:?}: {:?}", opened.troubles);
            }
        }
    }

    #[test]
    fn what_cannot_be_placed_is_listed_with_the_links_to_it() {
        let file = include_str!("../../tests/golden/ferry.ascribe.json");
        let (document, _) = ascribe::read(file).unwrap();
        let text = document.text().replace("repairs cost =3.4 million", "repairs are cheap");
        let opened = carry(&document, &text);
        let said: Vec<String> = opened.troubles.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "a9: “repairs cost =3.4 million” does not stand in this text; it was left out.",
                "a10: ““It is a scandal”” stands elsewhere in this text; the span was put there.",
                "rejected suggestion: “Har” stands elsewhere in this text; the span was put there.",
                "a5: it leads to a9, which is not there; the link was left out.",
            ]
        );
        assert_eq!(opened.document.annotations().len(), 9);
    }
}
