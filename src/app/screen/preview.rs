//! The preview: the lines that were brought in, each with its switch, and what is known of them.

use super::fields;
use crate::app::msg::Field;
use crate::app::preview::Preview;
use crate::app::words::{Word, Words};
use crate::text::paste::Kind;

/// What was brought in.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewScreen {
    /// The lines and the gaps between those shown.
    pub rows: Vec<Row>,
    /// How many lines of page furniture were found, and whether all are left out.
    pub furniture: Option<(String, bool)>,
    /// How many hard-wrapped lines were found, and whether they are joined.
    pub wrapped: Option<(String, bool)>,
    /// What was cleaned away.
    pub cleaning: Vec<String>,
    /// What is known of the article.
    pub fields: Vec<(Field, String)>,
    /// How much is kept.
    pub summary: String,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A line.
    Line(LineRow),
    /// Some lines that are not shown: the words that offer to show them.
    More(String),
}

/// A line with its switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRow {
    /// Its index in the draft.
    pub index: usize,
    /// Its words.
    pub text: String,
    /// Whether it is a heading.
    pub heading: bool,
    /// Whether it is kept.
    pub kept: bool,
    /// What kind of page furniture it is.
    pub reason: Option<&'static str>,
}

impl PreviewScreen {
    /// Shows `preview`.
    pub fn of(preview: &Preview, words: &Words) -> Self {
        let draft = preview.draft();
        let found = draft.lines.iter().filter(|line| line.furniture.is_some()).count();
        let kept = |index: usize| preview.kept().get(index).copied().unwrap_or(true);
        let mut any_kept = false;
        let (mut lines, mut hidden) = (0, 0);
        let mut rows = Vec::new();
        for (index, line) in draft.lines.iter().enumerate() {
            if kept(index) {
                lines += 1;
                any_kept |= line.furniture.is_some();
            }
            if index >= preview.shown() && line.furniture.is_none() {
                hidden += 1;
                continue;
            }
            flush(&mut rows, &mut hidden, words);
            rows.push(Row::Line(LineRow {
                index,
                text: line.text.clone(),
                heading: line.kind == Kind::Heading,
                kept: kept(index),
                reason: line.furniture.map(|reason| words.furniture(reason)),
            }));
        }
        flush(&mut rows, &mut hidden, words);
        let wrapped = draft.wrapped;
        // The text of record, with what stands between the lines.
        let characters = draft.length(preview.kept());
        PreviewScreen {
            rows,
            furniture: (found > 0).then(|| (words.count(Word::FurnitureFound, found), !any_kept)),
            wrapped: (wrapped > 0)
                .then(|| (words.count(Word::WrappedFound, wrapped), preview.joined())),
            cleaning: draft
                .cleaning
                .iter()
                .map(|done| {
                    let count = words.grouped(done.count);
                    let mut line = words.fill(Word::Cleaned, &[words.repair(done.repair), &count]);
                    if let Some(first) = line.get_mut(..1) {
                        first.make_ascii_uppercase();
                    }
                    line
                })
                .collect(),
            fields: fields(preview.metadata()),
            summary: words.fill(
                Word::Summary,
                &[&words.count(Word::Paragraphs, lines), &words.grouped(characters)],
            ),
        }
    }
}

fn flush(rows: &mut Vec<Row>, hidden: &mut usize, words: &Words) {
    if *hidden > 0 {
        rows.push(Row::More(words.count(Word::ShowMore, *hidden)));
        *hidden = 0;
    }
}
