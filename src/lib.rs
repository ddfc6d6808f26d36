//! Ascribe without a browser: the whole annotator as a library.
//!
//! The rooms import only downward: `app → (suggest, format) → document → text`. Nothing in here
//! knows a browser; the page (`src/main.rs` and `src/web`) stands on top of `app`.

pub mod app;
pub mod document;
pub mod format;
pub mod suggest;
pub mod text;
