//! Files: one folder or file a format, reading and writing documents.
//!
//! Knows documents and text; never the application, the page or storage. The shapes that stand in
//! files live and die here.

mod archive;
pub mod ascribe;
mod brat;
mod csv;
mod draft;
mod export;
mod file;
mod import;
mod json;
mod jsonl;
#[cfg(test)]
mod less;
mod loss;
mod marks;

pub use draft::{Misread, Opened, Trouble};
pub use export::{File, Format, Written};
pub use file::{ENDING, Kind, file_name, recognise};
pub use import::{OpenError, open};
pub use loss::{Loss, What};
