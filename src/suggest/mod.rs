//! Suggestions: proposes from the text alone who said what. Pure and linear in the text; knows
//! texts and languages, no annotation, no file and no page.
//!
//! Quote marks are paired into runs, the text is cut into units (sentences, joined where a quote
//! runs over their border), rules find drafts in each unit, and what is behind a unit's border (the
//! speaker of a quote that goes on) comes from memory.

mod according;
mod clause;
mod confidence;
mod cue;
mod data;
mod draft;
mod engine;
mod german;
mod heading;
mod lexicon;
mod marks;
mod memory;
mod noun;
mod quote;
mod report;
mod rules;
mod source;
mod stretch;
mod turn;
mod unit;

use crate::text::{Language, Span};
pub use draft::Kind;
pub use engine::Search;

/// How far a suggestion can be trusted, as measured on open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Right in at least nine of ten cases: shown by default.
    Sure,
    /// Right more often than not.
    Likely,
    /// A lead.
    Weak,
}

/// A proposal: what was said, by whom, and the words that say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// What was said, in one or more fragments, in text order.
    pub contents: Vec<Span>,
    /// How the words are given.
    pub kind: Kind,
    /// The runs in quote marks inside `contents`.
    pub quoted: Vec<Span>,
    /// The words that name who said it; empty when nobody is named.
    pub source: Vec<Span>,
    /// The name that the source stands for, when it is a pronoun.
    pub antecedent: Option<Span>,
    /// The words that say that it was said; empty when a quote goes on without any.
    pub cue: Vec<Span>,
    /// How far to trust it.
    pub confidence: Confidence,
    /// The stable name of the rule that fired: `en.post-posed-cue`.
    pub rule: String,
    /// The number of the suggestion that this one goes on with.
    pub continues: Option<usize>,
}

/// Proposes who said what in `text`, whose sentences are given, by the habits of `language`.
///
/// ```
/// use ascribe::text::{Language, sentences};
/// use ascribe::suggest::suggest;
/// let text = "“It is late,” said Ana.";
/// let found = suggest(text, &sentences(text, Language::English), Language::English);
/// assert_eq!(found[0].source[0].of(text), "Ana");
/// assert_eq!(found[0].cue[0].of(text), "said");
/// ```
pub fn suggest(text: &str, sentences: &[Span], language: Language) -> Vec<Suggestion> {
    let mut search = Search::new(language);
    while search.step(text, &|at| sentences.get(at).copied(), usize::MAX) {}
    search.into_found()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences;
    use proptest::prelude::*;

    /// Finds the same a little at a time.
    fn in_slices(text: &str, cut: &[Span], language: Language) -> Vec<Suggestion> {
        let mut search = Search::new(language);
        while search.step(text, &|at| cut.get(at).copied(), 16) {}
        search.into_found()
    }

    /// Holds what is found in `text` against the laws of suggestions.
    fn check(text: &str, language: Language) {
        let cut = sentences(text, language);
        let found = suggest(text, &cut, language);
        assert_eq!(found, suggest(text, &cut, language), "twice the same");
        assert_eq!(found, in_slices(text, &cut, language), "the same in slices");
        for (number, one) in found.iter().enumerate() {
            assert!(!one.contents.is_empty(), "something is said in {text:?}");
            assert!(
                one.continues.is_none_or(|head| head < number),
                "{text:?} goes on before it began"
            );
            let in_order = one.contents.is_sorted_by(|a, b| a.end() <= b.start());
            assert!(in_order, "fragments of {text:?}");
            let spans = [&one.contents, &one.quoted, &one.source, &one.cue];
            for span in spans.into_iter().flatten().chain(&one.antecedent) {
                let words = text.get(span.start().0..span.end().0);
                assert!(words.is_some_and(|words| !words.is_empty()), "{span:?} of {text:?}");
            }
        }
    }

    fn any_language() -> impl Strategy<Value = Language> {
        prop::sample::select(Language::all().collect::<Vec<_>>())
    }

    /// Words and marks that rules look for, in any order.
    fn any_words() -> impl Strategy<Value = String> {
        let words = "Ana Berg said says that the plan “ ” \" '' ‘ ’ „ « » , : . ? ; according to \
            and who was sagte dass sei laut nach Angaben zufolge so dit-il é 😀 — ( ) he claim \
            promised called as told not 's words of in hat erklärt mit teilte Wie did adding While \
            - a-t-elle officials which it";
        let words: Vec<&str> = words.split(' ').chain(["\n", "\n\n"]).collect();
        let word = prop::sample::select(words);
        prop::collection::vec((word, prop::sample::select(vec!["", " ", " "])), 0..40)
            .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap]).collect())
    }

    proptest! {
        #[test]
        fn fuzz_any_text_is_read(text in "\\PC{0,80}", language in any_language()) {
            check(&text, language);
        }

        #[test]
        fn fuzz_any_words_are_read(text in any_words(), language in any_language()) {
            check(&text, language);
            check(&text, Language::English);
            check(&text, Language::German);
        }
    }

    fn found(text: &str) -> Vec<Suggestion> {
        suggest(text, &sentences(text, Language::English), Language::English)
    }

    #[test]
    fn a_pronoun_stands_for_the_last_name_that_fits() {
        let text = "Ben Ames said no. Mary Roth said yes. “Never,” he said.";
        let name = found(text).last().and_then(|last| last.antecedent).map(|span| span.of(text));
        assert_eq!(name, Some("Ben Ames"));
    }

    #[test]
    fn a_note_between_a_quote_and_its_cue_is_passed_over() {
        let text = "“The rule holds,”[1] said Ames.";
        let found = found(text);
        assert_eq!(found[0].source[0].of(text), "Ames");
    }

    #[test]
    fn a_cue_of_belief_is_trusted_less_than_one_of_speech() {
        let found = found("Ames believes that prices fall. “Prices fall,” Ames said.");
        let trusted: Vec<Confidence> = found.iter().map(|one| one.confidence).collect();
        assert_eq!(trusted, [Confidence::Weak, Confidence::Sure]);
        assert_eq!(found[0].rule, "en.that-clause.belief");
    }

    #[test]
    fn a_partly_quoted_statement_lists_its_runs() {
        let text = "Ames said the plan was “late” and “dear.”";
        let found = found(text);
        let quoted: Vec<&str> = found[0].quoted.iter().map(|span| span.of(text)).collect();
        assert_eq!((found[0].kind, quoted), (Kind::Mixed, vec!["“late”", "“dear.”"]));
    }

    #[test]
    fn hostile_text_is_read_in_time_that_grows_with_it() {
        for piece in ["\"", "“", "'a ", "'xs' ", "a", "said, ", "“A,” said ", "er sagte, dass "]
        {
            check(&piece.repeat(20_000), Language::English);
            check(&piece.repeat(20_000), Language::German);
        }
    }
}
