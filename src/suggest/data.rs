//! Data: the word tables in `data/`, one file a language. Knows their places, not their form.

use crate::text::Language;

/// Returns the table of `language`, empty when it has none.
pub(super) fn table(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("data/en.txt"),
        Language::German => include_str!("data/de.txt"),
        _ => "",
    }
}
