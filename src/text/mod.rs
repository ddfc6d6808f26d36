//! Facts about text. Knows no annotation, no file and no browser.

mod detect;
mod edge;
mod language;
mod lower;
mod names;
mod offset;
mod order;
mod paragraph;
pub mod paste;
mod pieces;
mod quotation;
mod sentence;
mod span;

pub use detect::detect;
pub use edge::{is_inside_word, whole_words};
pub use language::Language;
pub use lower::lower;
pub use names::Names;
pub use offset::{Byte, CodePoint, Ruler, Utf16};
pub use order::in_order;
pub use paragraph::paragraphs;
pub use pieces::{Piece, pieces};
pub use quotation::{closes, is_inside_quote, is_point, is_quote_mark, unpaired};
pub use sentence::sentences;
pub use span::{Span, SpanError};
