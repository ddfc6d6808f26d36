//! The annotated document: a text of record, its annotations and how they change.
//!
//! Knows no file format, no page and no suggestion; builds on `text` alone.

mod annotation;
mod annotations;
#[cfg(test)]
pub(crate) mod arbitrary;
mod attribution;
pub mod check;
mod edit;
mod entry;
mod extra;
mod history;
mod links;
#[cfg(test)]
pub(crate) mod marked;
mod metadata;
pub mod propose;
mod record;
pub mod register;
mod selector;
mod speaker;
mod target;
mod timestamp;

pub use annotation::{Annotation, AnnotationId, Body, Claimer, Form, Label, Origin, Stance};
pub use annotations::Annotations;
pub use attribution::{Attribution, Constituent, Medium, Polarity};
pub use edit::{Edit, EditError};
pub use entry::{Counts, Entry};
pub use extra::Extra;
pub use history::{History, Step};
pub use metadata::Metadata;
pub use record::{By, Document, DocumentId, Rejection, Sentence};
pub use selector::{Lost, Selector, anchor, describe, surrounded};
pub use speaker::{Speaker, SpeakerId, SpeakerKind};
pub use target::{Target, TargetError};
pub use timestamp::Timestamp;
