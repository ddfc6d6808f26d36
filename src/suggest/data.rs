//! Data: the word tables in `data/`, one file a language. Knows their places, not their form.

use crate::text::Language;

/// Returns the table of `language`, empty when it has none.
pub(super) fn table(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("data/en.txt"),
        Language::German => include_str!("data/de.txt"),
        Language::French => include_str!("data/fr.txt"),
        Language::Spanish => include_str!("data/es.txt"),
        Language::Italian => include_str!("data/it.txt"),
        Language::Portuguese => include_str!("data/pt.txt"),
        Language::Dutch => include_str!("data/nl.txt"),
        Language::Russian => include_str!("data/ru.txt"),
        _ => "",
    }
}
