//! Lines: what brat takes for the end of one. No span of its files may hold one.

use crate::document::Target;
use crate::text::{Byte, Span};

/// Tells whether brat's reader cuts a line at `c`.
pub(super) fn ends_line(c: char) -> bool {
    let separators = '\u{1c}'..='\u{1e}';
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
        || separators.contains(&c)
}

/// Cuts a target of `text` where a line ends in it; what ends the line is in no piece.
pub(super) fn cut(text: &str, target: &Target) -> Vec<Span> {
    let mut pieces = Vec::new();
    for fragment in target.fragments() {
        let mut at = fragment.start().0;
        for line in fragment.of(text).split(ends_line) {
            pieces.extend(Span::new(text, Byte(at), Byte(at + line.len())).ok());
            let end = text.get(at + line.len()..).and_then(|rest| rest.chars().next());
            at += line.len() + end.map_or(0, char::len_utf8);
        }
    }
    pieces
}

/// Joins pieces between which nothing stands but ends of lines: they were cut there.
pub(super) fn join(text: &str, pieces: Vec<Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let gap = joined.last().and_then(|last| text.get(last.end().0..piece.start().0));
        match (joined.last_mut(), gap) {
            (Some(last), Some(gap)) if !gap.is_empty() && gap.chars().all(ends_line) => {
                *last = last.hull(piece);
            }
            _ => joined.push(piece),
        }
    }
    joined
}

/// Makes remarks one line.
pub(super) fn one_line(note: &str) -> String {
    let words: Vec<&str> =
        note.split(ends_line).map(str::trim).filter(|line| !line.is_empty()).collect();
    words.join(" ")
}
