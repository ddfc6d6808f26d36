//! Paste: turns what was brought in into the lines of an article, cleaned, with page furniture
//! marked and the facts that show.
//!
//! Text, Markdown, rich blocks or the bytes of a file become a [`Draft`]. The person looks at it,
//! switches lines on and off, and [`Draft::text`] fixes the text of record from the lines kept.
//! Nothing is dropped unasked: furniture is only marked.
//!
//! Knows no annotation, no file format and no browser: HTML is parsed elsewhere and comes as
//! [`Block`]s.

mod block;
mod byline;
mod clean;
mod date;
mod decode;
mod draft;
mod error;
mod facts;
mod furniture;
mod hyphen;
mod inline;
mod mark;
mod markdown;
mod phrasebook;
mod phrases;
mod repair;
mod view;
mod wrap;

pub use block::{Block, Kind, Region};
pub use decode::decode;
pub use draft::{Draft, Line, Options};
pub use error::{FileKind, PasteError};
pub use facts::Facts;
pub use furniture::Furniture;
pub use repair::{Cleaning, Repair};
