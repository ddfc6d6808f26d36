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
mod lexicon;
mod marks;
mod memory;
mod noun;
mod quote;
mod report;
mod rules;
mod source;
mod stretch;
mod unit;

use crate::text::{Language, Span};
pub use draft::Kind;

/// How far a suggestion can be trusted, as measured on open data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Right in at least nine of ten cases.
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
    engine::suggest(text, sentences, language)
}
