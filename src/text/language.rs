//! Languages: the ones whose writing habits the program knows. Knows names, no rules.

/// A language a text can be written in, as far as the rules of the program tell languages apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Language {
    /// Any language without rules of its own.
    #[default]
    Other,
    /// `am`
    Amharic,
    /// `ar`
    Arabic,
    /// `bg`
    Bulgarian,
    /// `cs`
    Czech,
    /// `da`
    Danish,
    /// `de`
    German,
    /// `el`
    Greek,
    /// `en`
    English,
    /// `es`
    Spanish,
    /// `fa`
    Persian,
    /// `fr`
    French,
    /// `hi`
    Hindi,
    /// `hy`
    Armenian,
    /// `it`
    Italian,
    /// `ja`
    Japanese,
    /// `ko`
    Korean,
    /// `mr`
    Marathi,
    /// `my`
    Burmese,
    /// `nl`
    Dutch,
    /// `pl`
    Polish,
    /// `pt`
    Portuguese,
    /// `ru`
    Russian,
    /// `sk`
    Slovak,
    /// `sv`
    Swedish,
    /// `tr`
    Turkish,
    /// `uk`
    Ukrainian,
    /// `ur`
    Urdu,
    /// `zh`
    Chinese,
}

/// Every language with its tag, in the order of the tags.
const TAGS: [(Language, &str); 29] = [
    (Language::Amharic, "am"),
    (Language::Arabic, "ar"),
    (Language::Bulgarian, "bg"),
    (Language::Czech, "cs"),
    (Language::Danish, "da"),
    (Language::German, "de"),
    (Language::Greek, "el"),
    (Language::English, "en"),
    (Language::Spanish, "es"),
    (Language::Persian, "fa"),
    (Language::French, "fr"),
    (Language::Hindi, "hi"),
    (Language::Armenian, "hy"),
    (Language::Italian, "it"),
    (Language::Japanese, "ja"),
    (Language::Korean, "ko"),
    (Language::Marathi, "mr"),
    (Language::Burmese, "my"),
    (Language::Dutch, "nl"),
    (Language::Polish, "pl"),
    (Language::Portuguese, "pt"),
    (Language::Russian, "ru"),
    (Language::Slovak, "sk"),
    (Language::Swedish, "sv"),
    (Language::Turkish, "tr"),
    (Language::Ukrainian, "uk"),
    (Language::Other, "und"),
    (Language::Urdu, "ur"),
    (Language::Chinese, "zh"),
];

impl Language {
    /// How many there are.
    pub(super) const COUNT: usize = TAGS.len();

    /// Returns every language, [`Language::Other`] among them, in the order of their tags.
    pub fn all() -> impl Iterator<Item = Language> {
        TAGS.iter().map(|&(language, _)| language)
    }

    /// Returns the BCP 47 tag: two letters, or `und` for [`Language::Other`].
    pub fn tag(self) -> &'static str {
        TAGS.iter().find(|(language, _)| *language == self).map_or("und", |&(_, tag)| tag)
    }

    /// Finds the language of a BCP 47 tag by its first subtag, whatever its case.
    ///
    /// ```
    /// use ascribe::text::Language;
    /// assert_eq!(Language::from_tag("pt-BR"), Language::Portuguese);
    /// assert_eq!(Language::from_tag("gsw"), Language::Other);
    /// ```
    pub fn from_tag(tag: &str) -> Language {
        let first = tag.split(['-', '_']).next().unwrap_or_default();
        TAGS.iter()
            .find(|(_, known)| known.eq_ignore_ascii_case(first))
            .map_or(Language::Other, |&(language, _)| language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_names_its_language() {
        for language in Language::all() {
            assert_eq!(Language::from_tag(language.tag()), language);
        }
        assert!(TAGS.is_sorted_by_key(|(_, tag)| tag));
    }
}
