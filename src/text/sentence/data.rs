//! Data: the word tables in `data/`, one file a language. Knows their places, not their form.

use crate::text::Language;

/// Returns the table of `language`, empty when it has none.
pub(super) fn table(language: Language) -> &'static str {
    match language {
        Language::Amharic => include_str!("data/am.txt"),
        Language::Arabic => include_str!("data/ar.txt"),
        Language::Bulgarian => include_str!("data/bg.txt"),
        Language::Czech => include_str!("data/cs.txt"),
        Language::Danish => include_str!("data/da.txt"),
        Language::German => include_str!("data/de.txt"),
        Language::Greek => include_str!("data/el.txt"),
        Language::English => include_str!("data/en.txt"),
        Language::Spanish => include_str!("data/es.txt"),
        Language::Persian => include_str!("data/fa.txt"),
        Language::French => include_str!("data/fr.txt"),
        Language::Hindi => include_str!("data/hi.txt"),
        Language::Armenian => include_str!("data/hy.txt"),
        Language::Italian => include_str!("data/it.txt"),
        Language::Japanese => include_str!("data/ja.txt"),
        Language::Korean => include_str!("data/ko.txt"),
        Language::Marathi => include_str!("data/mr.txt"),
        Language::Dutch => include_str!("data/nl.txt"),
        Language::Polish => include_str!("data/pl.txt"),
        Language::Portuguese => include_str!("data/pt.txt"),
        Language::Russian => include_str!("data/ru.txt"),
        Language::Slovak => include_str!("data/sk.txt"),
        Language::Swedish => include_str!("data/sv.txt"),
        Language::Turkish => include_str!("data/tr.txt"),
        Language::Ukrainian => include_str!("data/uk.txt"),
        Language::Urdu => include_str!("data/ur.txt"),
        Language::Chinese => include_str!("data/zh.txt"),
        Language::Burmese | Language::Other => "",
    }
}
