//! Where the browser keeps the settings: in `localStorage`, which is read at once, before anything
//! is shown, and which a page opened from the disk has, too.
//!
//! Knows no setting. A browser that refuses it keeps the settings for as long as the page is open,
//! and nothing is said of it: the work itself is kept elsewhere.

use super::dom::window;
use web_sys::{Storage, StorageEvent};

/// The name under which the settings are kept; the page reads it, too, before it paints.
const NAME: &str = "ascribe-settings";

fn storage() -> Option<Storage> {
    window().ok()?.local_storage().ok()?
}

/// Returns what is kept.
pub(crate) fn kept() -> Option<String> {
    storage()?.get_item(NAME).ok()?
}

/// Keeps the settings; other tabs hear of it.
pub(crate) fn keep(settings: &str) {
    let kept = storage().map(|storage| storage.set_item(NAME, settings));
    // Refused or full: the settings hold for this visit.
    drop(kept);
}

/// Returns the settings as another tab has changed them, when that is what an event tells.
pub(crate) fn changed(event: &StorageEvent) -> Option<String> {
    let ours = event.key().is_none_or(|name| name == NAME);
    ours.then(|| event.new_value().unwrap_or_default())
}
