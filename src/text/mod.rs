//! Facts about text. Knows no annotation, no file and no browser.

mod cluster;
mod detect;
mod direction;
mod edge;
mod language;
mod lower;
mod names;
mod offset;
mod order;
mod paragraph;
pub mod paste;
mod pieces;
mod quote;
mod sentence;
mod snap;
mod span;
mod step;
mod word;

pub use detect::detect;
pub use direction::{Direction, direction, line_direction};
pub use edge::{is_inside_word, is_point, whole_words};
pub use language::Language;
pub use lower::lower;
use lower::small;
pub use names::Names;
pub use offset::{Byte, CodePoint, Ruler, Utf16};
pub use order::in_order;
pub use paragraph::paragraphs;
pub use pieces::{Piece, pieces};
pub use quote::{is_quote_mark, quote_around, quotes};
pub use sentence::sentences;
pub use snap::{Snap, broken_law, snap};
pub use span::{Span, SpanError};
pub use step::{Walker, Way, step_character, step_word};
pub use word::{word_end, word_start};
