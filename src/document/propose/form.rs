//! Form: how someone's words are given, by the quote marks in and around them.

use crate::document::{Annotation, Document, Form};
use crate::text::{closes, is_inside_quote, is_point, is_quote_mark};

/// Returns the form that the quote marks of `annotation` speak for.
pub(super) fn form(document: &Document, annotation: &Annotation) -> Form {
    let text = document.text();
    let words = annotation.target.words(text);
    let start = annotation.target.hull().start();
    let line = text[..start.0].rfind('\n').map_or(0, |feed| feed + 1);
    if is_inside_quote(&text[line..start.0]) || is_whole_quote(&words) {
        Form::Direct
    } else if words.contains(['"', '“', '„', '«', '»', '「', '『']) {
        Form::Mixed
    } else {
        Form::Indirect
    }
}

/// Tells whether a quote opens at the start of `words` and no other words stand outside one.
fn is_whole_quote(words: &str) -> bool {
    let mut open: Vec<char> = Vec::new();
    for c in words.chars() {
        if open.last().is_some_and(|top| closes(*top, c)) {
            open.pop();
        } else if c != '”' && is_quote_mark(c) {
            open.push(c);
        } else if open.is_empty() && c.is_alphanumeric() {
            return false;
        }
    }
    words.trim_end_matches(is_point).ends_with(is_quote_mark) || !open.is_empty()
}
