//! Every key that this version knows, object by object, in the order they are written in.

/// Of the file itself.
pub(super) const FILE_KEYS: &[&str] = &[
    "format",
    "version",
    "generator",
    "offsets",
    "document",
    "annotations",
    "speakers",
    "rejected",
];
/// Of the article.
pub(super) const DOCUMENT_KEYS: &[&str] = &[
    "id",
    "title",
    "url",
    "outlet",
    "authors",
    "published",
    "language",
    "text",
    "sha256",
    "length",
    "cleaning",
    "sentences",
    "created",
    "modified",
];
/// Of the article's length.
pub(super) const LENGTH_KEYS: &[&str] = &["codepoint", "utf16", "utf8"];
/// Of a sentence.
pub(super) const SENTENCE_KEYS: &[&str] = &["start", "end", "by"];
/// Of an annotation, whatever its label.
pub(super) const ANNOTATION_KEYS: &[&str] = &[
    "id",
    "label",
    "target",
    "form",
    "stance",
    "checkable",
    "claimer",
    "source",
    "cue",
    "addressee",
    "contents",
    "speaker",
    "polarity",
    "medium",
    "note",
    "tags",
    "creator",
    "created",
    "modified",
    "origin",
    "rule",
    "from",
];
/// Of a fragment of a span.
pub(super) const FRAGMENT_KEYS: &[&str] = &["start", "end", "exact"];
/// Of a speaker.
pub(super) const SPEAKER_KEYS: &[&str] = &["id", "name", "aliases", "kind", "sameAs"];
/// Of a suggestion that was turned down.
pub(super) const REJECTION_KEYS: &[&str] = &["start", "end", "rule"];
