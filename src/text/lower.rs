//! Lower case, as words are compared: character by character, whatever the language.

/// Writes `text` in lower case. A Greek sigma at the end of a word is one like any other, so that
/// a word is the same wherever it stands; the standard library's own form tells the two apart, by
/// tables the page has no other use for.
///
/// ```
/// use ascribe::text::lower;
/// assert_eq!(lower("ΛΌΓΟΣ Éa"), "λόγοσ éa");
/// ```
pub fn lower(text: &str) -> String {
    let mut lower = String::with_capacity(text.len());
    for c in text.chars() {
        lower.extend(c.to_lowercase());
    }
    lower
}
