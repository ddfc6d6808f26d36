//! The preview: what was brought in, with each line to be kept or left out, before its text is
//! fixed.

use super::msg::Field;
use crate::document::{By, Document, DocumentId, Metadata, Sentence, Timestamp};
use crate::text::paste::{Block, Draft, Facts, Options, PasteError};
use crate::text::{Language, detect, sentences};

/// Lines of a draft that are shown at first; the others are kept and shown when asked for.
const SHOWN: usize = 400;

/// What an article is made from, kept so that it can be made again otherwise.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// Plain text.
    Text(String),
    /// Markdown.
    Markdown(String),
    /// The blocks of a web page and what its head says.
    Page(Vec<Block>, Facts),
}

/// What was brought in.
pub struct Preview {
    origin: Origin,
    draft: Draft,
    kept: Vec<bool>,
    metadata: Metadata,
    joined: bool,
    shown: usize,
}

impl Preview {
    /// Looks at what was brought in.
    ///
    /// # Errors
    /// [`PasteError`] when there is nothing in it that could be annotated.
    pub fn of(origin: Origin) -> Result<Self, PasteError> {
        let draft = draft(&origin, true)?;
        let kept: Vec<bool> = draft.lines.iter().map(|line| line.furniture.is_none()).collect();
        let metadata = metadata(&draft);
        Ok(Preview { kept, metadata, draft, origin, joined: true, shown: SHOWN })
    }

    /// Returns the lines and what was found in them.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Returns which lines are kept.
    pub fn kept(&self) -> &[bool] {
        &self.kept
    }

    /// Returns what is known of the article.
    pub fn metadata(&self) -> &Metadata {
        &self.metadata
    }

    /// Tells whether hard-wrapped lines are joined.
    pub fn joined(&self) -> bool {
        self.joined
    }

    /// Returns how many lines are shown.
    pub fn shown(&self) -> usize {
        self.shown
    }

    /// Keeps a line or leaves it out.
    pub fn keep_line(&mut self, line: usize, kept: bool) {
        if let Some(line) = self.kept.get_mut(line) {
            *line = kept;
        }
    }

    /// Keeps all page furniture or leaves it out.
    pub fn keep_furniture(&mut self, kept: bool) {
        for (line, switch) in self.draft.lines.iter().zip(&mut self.kept) {
            if line.furniture.is_some() {
                *switch = kept;
            }
        }
    }

    /// Shows more lines.
    pub fn show_more(&mut self) {
        self.shown = self.shown.saturating_add(SHOWN * 5);
    }

    /// Joins hard-wrapped lines or leaves them apart; the lines are looked at anew, what was typed
    /// into the fields stays.
    ///
    /// # Errors
    /// [`PasteError`] when nothing is left; the preview stays as it was.
    pub fn join(&mut self, joined: bool) -> Result<(), PasteError> {
        let draft = draft(&self.origin, joined)?;
        self.kept = draft.lines.iter().map(|line| line.furniture.is_none()).collect();
        self.draft = draft;
        self.joined = joined;
        Ok(())
    }

    /// Sets a field of what is known of the article.
    pub fn set_field(&mut self, field: Field, value: &str) {
        set_field(&mut self.metadata, field, value);
    }

    /// Fixes the text of record and makes the document.
    ///
    /// # Errors
    /// [`PasteError::Empty`] when every line is left out.
    pub fn document(&self, id: DocumentId, now: Timestamp) -> Result<Document, PasteError> {
        let text = self.draft.text(&self.kept);
        if text.trim().is_empty() {
            return Err(PasteError::Empty);
        }
        let mut metadata = self.metadata.clone();
        metadata.title = metadata.title.trim().to_owned();
        if metadata.title.is_empty() {
            metadata.title = first_words(&text);
        }
        let sentences = split(&text, &metadata.language);
        let cleaning = self.draft.cleaning_notes(&self.kept);
        Ok(Document::new(id, text, metadata, cleaning, sentences, now))
    }
}

/// Sets a field of `metadata` from what was typed.
pub(super) fn set_field(metadata: &mut Metadata, field: Field, value: &str) {
    let value = value.to_owned();
    match field {
        Field::Title => metadata.title = value,
        Field::Url => metadata.url = value,
        Field::Outlet => metadata.outlet = value,
        Field::Authors => {
            let names = value.split(',').map(str::trim).filter(|name| !name.is_empty());
            metadata.authors = names.map(str::to_owned).collect();
        }
        Field::Published => metadata.published = value,
        Field::Language => metadata.language = value,
    }
}

/// Splits `text` into sentences by the rules of the language of that tag.
pub(super) fn split(text: &str, tag: &str) -> Vec<Sentence> {
    let by_rules = |span| Sentence { span, by: By::Rules };
    sentences(text, Language::from_tag(tag)).into_iter().map(by_rules).collect()
}

fn draft(origin: &Origin, join_wrapped: bool) -> Result<Draft, PasteError> {
    let options = Options { join_wrapped };
    match origin {
        Origin::Text(text) => Draft::of_text(text, options),
        Origin::Markdown(text) => Draft::of_markdown(text, options),
        Origin::Page(blocks, facts) => Draft::of_blocks(blocks, facts, options),
    }
}

fn metadata(draft: &Draft) -> Metadata {
    let facts = draft.facts.clone();
    let language = match facts.language.as_str() {
        "" => language_of(draft).tag().to_owned(),
        known => known.to_owned(),
    };
    Metadata {
        title: facts.title,
        url: facts.url,
        outlet: facts.outlet,
        authors: facts.authors,
        published: facts.published,
        language,
    }
}

/// The language of a draft, by as much of it as is needed to tell.
fn language_of(draft: &Draft) -> Language {
    const ENOUGH: usize = 20_000;
    let mut start = String::new();
    for line in draft.lines.iter().filter(|line| line.furniture.is_none()) {
        start.push_str(&line.text);
        start.push('\n');
        if start.len() > ENOUGH {
            break;
        }
    }
    detect(&start)
}

/// The first words of a text, for a title.
fn first_words(text: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = text.split_whitespace().take(WORDS + 1).collect();
    let dots = if words.len() > WORDS { "…" } else { "" };
    format!("{}{dots}", words[..words.len().min(WORDS)].join(" "))
}
