//! What is measured: the page and its controls, and the same article as each of them takes it.

use crate::news::{self, Article};
use crate::size::Size;
use anyhow::{Context, Result};
use ascribe::document::{
    Annotation, AnnotationId, Body, Document, DocumentId, Label, Metadata, Origin, Target,
    Timestamp,
};
use ascribe::format;
use ascribe::text::Ruler;
use serde_json::json;
use std::fmt;

/// The page or a control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Subject {
    /// The built page.
    Ascribe,
    /// The control whose every range is live in a highlight.
    Hl,
    /// The control that registers ranges near the view only.
    Winc,
    /// The control of `<mark>`s.
    Mark,
}

impl Subject {
    /// The page, then its controls.
    pub(crate) const ALL: [Self; 4] = [Self::Ascribe, Self::Hl, Self::Winc, Self::Mark];

    /// Names it; a control as its page knows it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ascribe => "ascribe",
            Self::Hl => "hl",
            Self::Winc => "winc",
            Self::Mark => "mark",
        }
    }

    /// Finds the subject of that name.
    ///
    /// # Errors
    /// When there is none.
    pub(crate) fn named(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|subject| subject.name() == name);
        found.with_context(|| format!("{name} is no control: say hl, winc or mark"))
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A made-up article, ready for every subject.
pub(crate) struct Ready {
    /// The annotation file that the page opens. It comes without sentences, as from another
    /// program, so that the page has to find them.
    pub(crate) file: Vec<u8>,
    /// Text and marks in UTF-16 offsets, as the controls want them in memory.
    pub(crate) values: String,
}

impl Ready {
    /// Makes an article of that size.
    ///
    /// # Errors
    /// When the made-up article is no document, which the generator's own test would show.
    pub(crate) fn of(size: Size) -> Result<Self> {
        let Article { text, marked } = news::article(size.bytes, size.annotations);
        let at = Timestamp::parse("2026-01-02T03:04:05Z").context("a time")?;
        let metadata = Metadata {
            title: format!("Made up, {size}"),
            language: "en".into(),
            ..Metadata::default()
        };
        let id = DocumentId("urn:uuid:6f1c1d3e-4d39-4c5e-9f6c-0b5f8f2a7d10".into());
        let mut document = Document::new(id, text, metadata, vec![], vec![], at.clone());
        let text = document.text().clone();
        let ruler = Ruler::new(&text);
        let mut values = Vec::with_capacity(marked.len());
        for (number, span) in marked.into_iter().enumerate() {
            let label = number * 7 % Label::ALL.len();
            values.push(json!([ruler.utf16(span.start()).0, ruler.utf16(span.end()).0, label]));
            document.add(Annotation {
                id: AnnotationId(format!("a{}", number + 1)),
                target: Target::from(span),
                body: Body::of(Label::ALL[label]),
                note: String::new(),
                tags: Vec::new(),
                creator: String::new(),
                created: Some(at.clone()),
                modified: Some(at.clone()),
                origin: Origin::User,
                extra: Vec::new(),
            })?;
        }
        let values = json!({ "text": &*text, "marked": values }).to_string();
        Ok(Self { file: format::ascribe::write(&document).into_bytes(), values })
    }
}
