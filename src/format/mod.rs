//! Files: one folder or file a format, reading and writing documents.
//!
//! Knows documents and text; never the application, the page or storage. The shapes that stand in
//! files live and die here.

pub mod ascribe;
mod file;
mod json;

pub use file::{ENDING, Kind, file_name, recognise};
