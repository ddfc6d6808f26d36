//! What is known of an article beside its text.

/// Where an article comes from. An empty field is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The headline.
    pub title: String,
    /// The web address.
    pub url: String,
    /// The newspaper, agency or site.
    pub outlet: String,
    /// Who wrote it, one name an entry.
    pub authors: Vec<String>,
    /// The day it was published, as `2016-10-05`.
    pub published: String,
    /// The language of the text as a BCP 47 tag: `en`.
    pub language: String,
}
