//! Extra members: what a file held beside what this version knows, kept to be written back.

/// A member of a JSON object that this version does not know. The document only carries it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// The object it stands in, as a path from its carrier: `""` is the carrier itself,
    /// `"source/0/12-17"` the fragment from byte 12 to 17 of an attribution's first source. What
    /// has no name but its place in the text is called by that, so that it keeps its path when its
    /// neighbours change.
    pub path: String,
    /// The key it stands behind; `None` when it is the first member.
    pub after: Option<String>,
    /// Its key.
    pub key: String,
    /// Its value, as JSON text.
    pub json: String,
}
