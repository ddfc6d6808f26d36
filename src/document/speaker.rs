//! The register of speakers: who the sources of a document stand for.

use super::Extra;

/// Names a speaker for its whole life; unique in its document.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SpeakerId(pub String);

/// Someone whose words a document reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// Its name in the document.
    pub id: SpeakerId,
    /// The full name: "Edda Lindqvist".
    pub name: String,
    /// Other names the text uses: "the mayor".
    pub aliases: Vec<String>,
    /// What kind of speaker it is, where known.
    pub kind: Option<SpeakerKind>,
    /// A web identifier of the same one; empty when not known.
    pub same_as: String,
    /// Members of its file that this version does not know.
    pub extra: Vec<Extra>,
}

/// What kind of speaker someone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpeakerKind {
    /// One human being.
    Person,
    /// A body with a name: a ministry, a company.
    Organisation,
    /// Several people: "residents".
    Group,
    /// A text that speaks: a report, a law.
    Document,
    /// Someone who is not named: "a person close to the talks".
    Unnamed,
}
