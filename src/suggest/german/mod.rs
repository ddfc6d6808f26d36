//! German: sources, cues and statements by the habits of its word order. The verb stands second or
//! last, the subject on either side of it, and a comma before every clause. Knows no other language.

mod according;
mod cue;
mod report;
mod source;

pub(super) use according::according;
pub(super) use cue::cues;
pub(super) use report::{before, behind, behind_as, free};
pub(super) use source::{on_left, on_right, opening, source};
