//! Form: how someone's words are given, by the quote marks in and around them.

use crate::document::{Annotation, Document, Form};
use crate::text::{Byte, Span, is_point, quote_around, quotes};

/// Returns the form that the quote marks of `annotation` speak for.
pub(super) fn form(document: &Document, annotation: &Annotation) -> Form {
    let text = document.text();
    let fragments = annotation.target.fragments();
    let is_quoted = |fragment: &Span| {
        let words = fragment.of(text).trim_end_matches(is_point).len();
        let end = Byte(fragment.start().0 + words);
        let quote = quote_around(text, fragment.start());
        quote.is_some_and(|quote| quote.start() <= fragment.start() && end <= quote.end())
    };
    let has_quote = |fragment: &Span| {
        is_quoted(fragment) || quotes(text, *fragment).iter().any(|quote| quote.len() > 2)
    };
    if fragments.iter().all(is_quoted) {
        Form::Direct
    } else if fragments.iter().any(has_quote) {
        Form::Mixed
    } else {
        Form::Indirect
    }
}
