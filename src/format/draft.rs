//! Drafts: a document while a file of another format is read, and what was wrong with the file.
//!
//! Owns how spans are placed, whatever the format: by their offsets where the words agree, else by
//! the words and their surroundings, else not at all; the last two are said. Knows no format.

use super::ascribe::{Anchor, Fault, SpanFault, Unit, document_id, short};
use crate::document::{
    Annotation, AnnotationId, Body, Document, Label, Lost, Metadata, Origin, Selector, Target,
    Timestamp, anchor,
};
use crate::text::Span;
use std::collections::BTreeMap;
use std::fmt;

/// Something in a file that was left out, mended or chosen. Shown as a sentence or two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The part of the file, by the name it has there: `T4`.
    pub part: String,
    /// What it is.
    pub fault: Misread,
}

/// What a [`Trouble`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// Something with the text of the article.
    Text(Fault),
    /// Something with the offsets of a span, or its words.
    Span(SpanFault),
    /// The words of a span stand elsewhere, where it was put.
    Found {
        /// The words, shortened.
        exact: String,
    },
    /// The words of a span stand in several places, and nothing tells which is meant.
    Several {
        /// The words, shortened.
        exact: String,
        /// In how many places.
        times: usize,
    },
    /// The words of a span stand nowhere in the text.
    Nowhere {
        /// The words, shortened.
        exact: String,
    },
    /// It has no words or no offsets.
    NoSpan,
    /// Its label is none of this program's.
    UnknownLabel {
        /// The label.
        label: String,
    },
    /// It is of a kind that is not read.
    NotRead,
    /// Its id was used before.
    IdTwice,
    /// A link leads to nothing that was read.
    LinkToNothing {
        /// The id it leads to.
        id: String,
    },
    /// No attribution leads to it, and it says nothing alone.
    Unlinked,
    /// A content that is neither called a quote nor a claim was taken for one by its quote marks.
    Taken(Label),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.part.escape_debug())?;
        match &self.fault {
            Misread::Text(fault) => write!(f, "{fault}"),
            Misread::Span(fault) => write!(f, "{fault}"),
            Misread::Found { exact } => {
                write!(f, "“{exact}” stands elsewhere in this text; the span was put there.")
            }
            Misread::Several { exact, times } => write!(
                f,
                "“{exact}” stands {times} times in this text, and nothing tells which is meant; it \
                 was left out."
            ),
            Misread::Nowhere { exact } => {
                write!(f, "“{exact}” does not stand in this text; it was left out.")
            }
            Misread::NoSpan => f.write_str("it names no place in the text; it was left out."),
            Misread::UnknownLabel { label } => {
                write!(
                    f,
                    "“{}” is no label of this program; it was left out.",
                    label.escape_debug()
                )
            }
            Misread::NotRead => f.write_str("this program does not read what it says."),
            Misread::IdTwice => f.write_str("its id was used before; it was left out."),
            Misread::LinkToNothing { id } => write!(
                f,
                "it leads to {}, which is not there; the link was left out.",
                id.escape_debug()
            ),
            Misread::Unlinked => f.write_str(
                "no attribution leads to it, and it says nothing alone; it was left out.",
            ),
            Misread::Taken(label) => write!(
                f,
                "it is a content and was taken for {} by its quote marks.",
                match label {
                    Label::Claim => "a claim",
                    Label::Quote => "a quote",
                    Label::Attribution => "an attribution",
                }
            ),
        }
    }
}

/// What a file says of the place of a span.
pub(super) struct Claimed<'f> {
    /// Where it starts, in the file's unit.
    pub(super) start: u64,
    /// Where it ends.
    pub(super) end: u64,
    /// The words and what stands around them; empty where the file does not say.
    pub(super) words: Selector<'f>,
}

/// A document that is being read.
pub(super) struct Draft<'t> {
    anchor: Anchor<'t>,
    from: &'static str,
    annotations: Vec<Annotation>,
    by_id: BTreeMap<String, usize>,
    troubles: Vec<Trouble>,
}

impl<'t> Draft<'t> {
    /// Begins with the text of a file of the format `from`, which counts in `unit`.
    pub(super) fn new(file_text: &'t str, unit: Unit, from: &'static str) -> Self {
        let (anchor, fault) = Anchor::new(file_text, unit);
        let (annotations, by_id, troubles) = (Vec::new(), BTreeMap::new(), Vec::new());
        let mut draft = Draft { anchor, from, annotations, by_id, troubles };
        if let Some(fault) = fault {
            draft.say("text", Misread::Text(fault));
        }
        draft
    }

    /// Returns the text of record.
    pub(super) fn text(&self) -> &str {
        self.anchor.text()
    }

    /// Says what is wrong with `part`.
    pub(super) fn say(&mut self, part: &str, fault: Misread) {
        self.troubles.push(Trouble { part: part.to_owned(), fault });
    }

    /// Places a span of `part`; `None` when it was said why there is none.
    pub(super) fn span(&mut self, part: &str, claimed: &Claimed) -> Option<Span> {
        let Claimed { start, end, words } = claimed;
        let exact = Some(words.exact).filter(|exact| !exact.is_empty());
        let by_offsets = self.anchor.span(*start, *end, exact);
        if let Ok((span, None)) = by_offsets {
            return Some(span);
        }
        let by_words = match exact {
            Some(_) => anchor(self.anchor.text(), words, self.anchor.byte(*start)),
            None => Err(Lost::Nowhere),
        };
        match (by_words, by_offsets) {
            (Ok(span), _) => {
                self.say(part, Misread::Found { exact: short(words.exact) });
                Some(span)
            }
            (Err(_), Ok((span, fault))) => {
                if let Some(fault) = fault {
                    self.say(part, Misread::Span(fault));
                }
                Some(span)
            }
            (Err(Lost::Several { times }), Err(_)) => {
                self.say(part, Misread::Several { exact: short(words.exact), times });
                None
            }
            (Err(Lost::Nowhere), Err(fault)) => {
                let fault = match exact {
                    Some(exact) => Misread::Nowhere { exact: short(exact) },
                    None => Misread::Span(fault),
                };
                self.say(part, fault);
                None
            }
        }
    }

    /// Makes one target of the spans of `part`; `None` when there is none.
    pub(super) fn target(&mut self, part: &str, spans: Vec<Span>) -> Option<Target> {
        let apart = spans.windows(2).all(|pair| pair[0].end() < pair[1].start());
        let target = Target::joined(spans);
        match &target {
            // Why none of its spans could be placed has been said.
            None if self.troubles.last().is_some_and(|last| last.part == part) => {}
            None => self.say(part, Misread::NoSpan),
            Some(_) if !apart => self.say(part, Misread::Span(SpanFault::Joined)),
            Some(_) => {}
        }
        target
    }

    /// Tells what `part`, a content of those words, is by its quote marks, and says so.
    pub(super) fn content(&mut self, part: &str, target: &Target) -> Label {
        let opens = target.words(self.text()).trim_start().starts_with([
            '"', '\'', '“', '”', '„', '‟', '‘', '‚', '‛', '«', '»', '‹', '›', '「', '『', '＂',
            '《',
        ]);
        let label = if opens { Label::Quote } else { Label::Claim };
        self.say(part, Misread::Taken(label));
        label
    }

    /// Adds an annotation, and returns it to be completed.
    pub(super) fn add(&mut self, id: &str, target: Target, body: Body) -> &mut Annotation {
        let at = self.annotations.len();
        self.by_id.entry(id.to_owned()).or_insert(at);
        self.annotations.push(Annotation {
            id: AnnotationId(id.to_owned()),
            target,
            body,
            note: String::new(),
            tags: Vec::new(),
            creator: String::new(),
            created: None,
            modified: None,
            origin: Origin::Imported { from: self.from.to_owned() },
            extra: Vec::new(),
        });
        &mut self.annotations[at]
    }

    /// Returns the annotation of that id.
    pub(super) fn get(&mut self, id: &str) -> Option<&mut Annotation> {
        self.annotations.get_mut(*self.by_id.get(id)?)
    }

    /// Returns the id for the next annotation of a file that gives none: `a1`, `a2`, ….
    pub(super) fn next_id(&self) -> String {
        format!("a{}", self.annotations.len() + 1)
    }

    /// Makes the document, which has no sentences yet: the caller splits its text.
    pub(super) fn finish(mut self, id: Option<String>, metadata: Metadata) -> Opened {
        let text = self.anchor.text().clone();
        let id = id.map_or_else(|| document_id(&text), crate::document::DocumentId);
        let mut document =
            Document::new(id, text, metadata, Vec::new(), Vec::new(), Timestamp::unknown());
        for annotation in std::mem::take(&mut self.annotations) {
            let id = annotation.id.0.clone();
            if document.add(annotation).is_err() {
                self.say(&id, Misread::IdTwice);
            }
        }
        Opened { document, troubles: self.troubles }
    }
}

/// A document of another format, as far as it could be read.
#[derive(Debug)]
pub struct Opened {
    /// The document, without sentences.
    pub document: Document,
    /// What was left out, mended or chosen, in the order of the file.
    pub troubles: Vec<Trouble>,
}
