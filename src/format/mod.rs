//! Files: one folder or file a format, reading and writing documents.
//!
//! Knows documents and text; never the application, the page or storage. The shapes that stand in
//! files live and die here.

mod archive;
pub mod ascribe;
mod brat;
mod carry;
mod cas;
mod citron;
mod conll;
mod csv;
mod doccano;
mod draft;
mod export;
mod file;
mod import;
mod json;
mod jsonl;
mod label_studio;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod less;
mod loss;
mod marks;
#[cfg(test)]
mod samples;
mod spacy;
mod tokens;
mod w3c;

pub use archive::is_archive;
pub use carry::carry;
pub use draft::{Misread, Opened, Trouble};
pub use export::{File, Format, Written};
pub use file::{Kind, recognise};
pub use import::{OpenError, is_brat, open};
pub use loss::{Loss, What};
