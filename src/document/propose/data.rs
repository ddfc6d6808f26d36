//! Data: the word lists in `data/`, one file a language. Knows their form, not what they are for.
//!
//! A list is `name: words`; indented lines go on. Lists of phrases have commas between them. They
//! are small and searched as they stand, so that nothing has to be built.

use crate::text::Language;

/// The lists of one language.
#[derive(Clone, Copy)]
pub(super) struct Lists(&'static str);

impl Lists {
    /// Returns those of `language`, which are empty when it has none.
    pub(super) fn of(language: Language) -> Self {
        Lists(match language {
            Language::German => include_str!("data/de.txt"),
            Language::English => include_str!("data/en.txt"),
            Language::Spanish => include_str!("data/es.txt"),
            Language::French => include_str!("data/fr.txt"),
            Language::Italian => include_str!("data/it.txt"),
            Language::Dutch => include_str!("data/nl.txt"),
            Language::Polish => include_str!("data/pl.txt"),
            Language::Portuguese => include_str!("data/pt.txt"),
            Language::Russian => include_str!("data/ru.txt"),
            _ => "",
        })
    }

    /// Tells whether `word`, in lower case, is in a list.
    pub(super) fn has(self, list: &str, word: &str) -> bool {
        self.lines(list).any(|line| line.split_whitespace().any(|own| own == word))
    }

    /// Returns the phrases of a list.
    pub(super) fn phrases(self, list: &str) -> impl Iterator<Item = &'static str> {
        self.lines(list)
            .flat_map(|line| line.split(','))
            .map(str::trim)
            .filter(|own| !own.is_empty())
    }

    fn lines(self, list: &str) -> impl Iterator<Item = &'static str> {
        let mut inside = false;
        self.0.lines().filter_map(move |line| match line.split_once(": ") {
            Some((name, words)) => {
                inside = name == list;
                inside.then_some(words)
            }
            None => inside.then_some(line),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_to_their_last_line() {
        let lists = Lists::of(Language::German);
        assert!(lists.has("say", "sagte") && lists.has("say", "hieß"));
        assert!(!lists.has("say", "laut") && !lists.has("nothing", "sagte"));
        assert!(lists.phrases("apart").any(|phrase| phrase == "fügt hinzu"));
        assert!(!Lists::of(Language::Korean).has("say", "sagte"));
    }
}
