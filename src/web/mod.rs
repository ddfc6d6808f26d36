//! The browser and only here: what the page shows, hears and keeps.

mod dom;
mod effects;
mod events;
mod html;
mod paragraphs;
mod program;
mod render;
mod selection;
mod settings;
mod storage;
mod tabs;

pub(crate) use program::start;
