//! The cursor: a caret in the article, or a selection that grows from one gap to another. Knows no
//! annotation and no key.

use crate::text::{Byte, Span};

/// Where the keyboard acts in the article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Where the selection began.
    pub(super) anchor: Byte,
    /// Where it ends now, and where the caret stands.
    pub(super) head: Byte,
}

/// What moved a cursor last: only a caret that keys move is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hand {
    /// A mouse or a finger.
    #[default]
    Pointer,
    /// The keyboard.
    Keys,
}

/// What becomes of the selection when the caret moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selecting {
    /// It is let go.
    Anew,
    /// It goes on from where it began.
    Further,
}

/// What the edges of a selection may be moved to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// Words or sentences, as is set.
    Snapped,
    /// Nothing: it is meant as it is.
    Exact,
    /// Words or sentences when it is tagged; until then it stays as it is under the finger.
    Later,
}

/// A way for the caret to go; left and right are those of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum Motion {
    CharacterLeft,
    CharacterRight,
    WordLeft,
    WordRight,
    SentenceUp,
    SentenceDown,
    SentenceStart,
    SentenceEnd,
    ArticleStart,
    ArticleEnd,
}

/// A side of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the name says it")]
pub enum Side {
    Left,
    Right,
}

/// How far an edge goes at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stride {
    /// A character as a reader counts them.
    Character,
    /// A word, or to the other side of a quote mark.
    Word,
}

/// An edge of an annotation's words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where they begin.
    Start,
    /// Where they end.
    End,
}

impl Cursor {
    /// A caret.
    pub(super) fn at(place: Byte) -> Self {
        Cursor { anchor: place, head: place }
    }

    /// A selection from the start of `span` to its end.
    pub(super) fn over(span: Span) -> Self {
        Cursor { anchor: span.start(), head: span.end() }
    }

    /// The cursor after the caret went to `place`.
    pub(super) fn moved(self, place: Byte, selecting: Selecting) -> Self {
        match selecting {
            Selecting::Anew => Cursor::at(place),
            Selecting::Further => Cursor { head: place, ..self },
        }
    }

    /// The words of `text` that are selected, without white space at their edges.
    pub(super) fn selection(self, text: &str) -> Option<Span> {
        Span::trimmed(text, self.anchor.min(self.head), self.anchor.max(self.head))
    }

    /// The cursor over `span`, in the direction of this one.
    pub(super) fn fitted(self, span: Span) -> Self {
        let forward = Cursor::over(span);
        match self.anchor <= self.head {
            true => forward,
            false => Cursor { anchor: forward.head, head: forward.anchor },
        }
    }
}
