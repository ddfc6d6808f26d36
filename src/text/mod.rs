//! Facts about text. Knows no annotation, no file and no browser.

mod detect;
mod direction;
mod language;
mod lower;
mod names;
mod offset;
mod order;
mod paragraph;
pub mod paste;
mod pieces;
mod sentence;
mod span;

pub use detect::detect;
pub use direction::{Direction, direction};
pub use language::Language;
pub use lower::lower;
pub use names::Names;
pub use offset::{Byte, CodePoint, Ruler, Utf16};
pub use order::in_order;
pub use paragraph::paragraphs;
pub use pieces::{Piece, pieces};
pub use sentence::sentences;
pub use span::{Span, SpanError};
