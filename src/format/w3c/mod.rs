//! W3C Web Annotation: one AnnotationPage an article, its text in a file beside it. An article
//! without annotations is an empty AnnotationCollection.
//!
//! One annotation a span, one target a fragment, each with a quote and a position selector. What an
//! annotation is stands in a `classifying` body, its attributes in `describing` ones. Links are
//! `linking` bodies of the annotations they lead from: an annotation whose target is another is
//! valid, but Recogito loses the whole file over it. Positions count code points, as the
//! Recommendation demands (WA §4.2.5), or UTF-16 units for Recogito and Hypothesis.

mod iri;
#[cfg(test)]
mod laws;
mod read;
mod write;

pub(super) use read::{items, read};
pub(super) use write::{standard, utf16};

/// The context that every page names.
const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";
