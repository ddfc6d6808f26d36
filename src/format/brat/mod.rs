//! brat standoff: a text, its annotations beside it, and the configuration that brat checks by.
//!
//! Two profiles. The plain one holds claims, quotes and attributions under their own names. The
//! PolNeAR one is what that corpus and its readers use: contents, sources and cues, and events
//! without attributes. Offsets count code points; pieces of a split span are joined by one blank.

mod configuration;
#[cfg(test)]
mod laws;
mod lines;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::{plain, polnear};
