//! A desk: one tab with a person and a browser, neither of them real.

use crate::app::update::update;
use crate::app::*;
use crate::document::{AnnotationId, DocumentId, Label, Step, Timestamp};
use crate::format::{File, ascribe};
use crate::text::Utf16;
use std::collections::VecDeque;

pub(super) const ARTICLE: &str =
    "Mayor says no\n\n“We will 😀 not,” Ana Lee said. She added “never”.\n\nBo agreed.";

/// A file as the browser reads it.
pub(super) fn file(name: &str, content: impl Into<Vec<u8>>) -> File {
    File { name: name.into(), bytes: content.into() }
}

/// One tab, with a storage that is shared when a desk is opened again.
#[derive(Default)]
pub(super) struct Desk {
    pub(super) model: Model,
    pub(super) kept: Vec<Stored>,
    pub(super) refused: Option<StorageError>,
    pub(super) downloads: Vec<File>,
    pub(super) minted: usize,
    /// The settings as they were kept last.
    pub(super) settings: Option<String>,
}

impl Desk {
    pub(super) fn new() -> Self {
        let mut desk = Desk::default();
        desk.take(Msg::Started(Ok(vec![]), None));
        desk
    }

    /// A desk with the article open.
    pub(super) fn with_article() -> Self {
        let mut desk = Desk::new();
        desk.take(Msg::TextPasted(ARTICLE.into()));
        desk.take(Msg::DraftAccepted);
        desk
    }

    /// The page after a reload: only what storage holds is left.
    pub(super) fn reloaded(self, open: Option<DocumentId>) -> Self {
        let mut desk = Desk { kept: self.kept, minted: self.minted, ..Desk::default() };
        let entries = desk.kept.iter().map(|stored| stored.entry.clone()).collect();
        desk.take(Msg::Started(Ok(entries), open));
        desk
    }

    pub(super) fn take(&mut self, msg: Msg) {
        let mut waiting = VecDeque::from([msg]);
        while let Some(msg) = waiting.pop_front() {
            self.minted += 1;
            let now =
                format!("2026-11-22T10:{:02}:{:02}Z", self.minted / 60 % 60, self.minted % 60);
            let moment = Moment {
                now: Timestamp::parse(&now).unwrap(),
                fresh: DocumentId(format!("urn:uuid:{}", self.minted)),
            };
            for effect in update(&mut self.model, &moment, msg) {
                waiting.extend(self.carry_out(effect));
            }
            // Whatever happened, what is shown can be shown.
            assert_eq!(Screen::of(&self.model), Screen::of(&self.model));
        }
    }

    pub(super) fn carry_out(&mut self, effect: Effect) -> Option<Msg> {
        let find = |kept: &[Stored], id: &DocumentId| kept.iter().position(|s| s.entry.id == *id);
        match effect {
            Effect::ReadShelf => {
                Some(Msg::ShelfRead(Ok(self.kept.iter().map(|s| s.entry.clone()).collect())))
            }
            Effect::Load(id) => {
                let found = find(&self.kept, &id).map(|at| self.kept[at].clone());
                let stored = found.ok_or_else(|| StorageError::Missing(id.clone()));
                Some(Msg::ArticleLoaded(id, Box::new(stored)))
            }
            Effect::Keep(entry, document, steps) => {
                let file = ascribe::write(&document);
                let id = entry.id.clone();
                let done = self.refused.clone().map_or(Ok(()), Err);
                if done.is_ok() {
                    self.kept.retain(|stored| stored.entry.id != id);
                    self.kept.push(Stored { entry: *entry, file, steps });
                }
                Some(Msg::SaveEnded(id, done))
            }
            Effect::Append(entry, from, steps) => {
                let id = entry.id.clone();
                let done = self.refused.clone().map_or(Ok(()), Err);
                if let (Ok(()), Some(at)) = (&done, find(&self.kept, &id)) {
                    let stored = &mut self.kept[at];
                    stored.entry = *entry;
                    if !steps.is_empty() {
                        stored.steps.truncate(from);
                        stored.steps.extend(steps);
                    }
                }
                Some(Msg::SaveEnded(id, done))
            }
            Effect::MarkDeleted(id, since) => {
                let at = find(&self.kept, &id)?;
                self.kept[at].entry.deleted = since;
                None
            }
            Effect::Forget(id) => {
                self.kept.retain(|stored| stored.entry.id != id);
                None
            }
            Effect::KeepSettings(kept) => {
                self.settings = Some(kept);
                None
            }
            Effect::Suggest => Some(Msg::SuggestionsDue),
            Effect::Hold(id) | Effect::TakeOver(id) => Some(Msg::RoleGiven(id, Role::Writer)),
            Effect::LoadSteps(id, from) => {
                let stored = self.kept[find(&self.kept, &id)?].clone();
                let steps: Vec<Step> = stored.steps.get(from..).unwrap_or_default().to_vec();
                Some(Msg::StepsLoaded(id, from, Ok((stored.entry, steps))))
            }
            Effect::OutlastSelection(number) => Some(Msg::SelectionOutlasted(number)),
            Effect::GoOnSearching => Some(Msg::SearchWentOn(0)),
            Effect::Download(file, _) => {
                self.downloads.push(file);
                None
            }
            _ => None,
        }
    }

    pub(super) fn article(&self) -> ArticleScreen {
        match Screen::of(&self.model).view {
            ViewScreen::Article(article) => *article,
            other => panic!("no article is open but {other:?}"),
        }
    }

    /// The place behind the first `before` of the article.
    pub(super) fn place(&self, words: &str, end: bool) -> Place {
        let article = self.article();
        let at = article.text.find(words).unwrap() + if end { words.len() } else { 0 };
        let paragraph = article.paragraphs.iter().rposition(|p| p.start().0 <= at).unwrap();
        let start = article.paragraphs[paragraph].start().0;
        Place { paragraph, at: Utf16(article.text[start..at].encode_utf16().count()) }
    }

    pub(super) fn select(&mut self, words: &str) {
        self.take(Msg::TextSelected(
            self.place(words, false),
            self.place(words, true),
            Fit::Snapped,
        ));
    }

    pub(super) fn click(&mut self, words: &str) {
        self.take(Msg::TextClicked(vec![], Some(self.place(words, false))));
    }

    /// The sentences of the article.
    pub(super) fn sentences(&self) -> Vec<String> {
        let document = self.model.session().unwrap().document();
        let words =
            |sentence: &crate::document::Sentence| sentence.span.of(document.text()).to_owned();
        document.sentences().iter().map(words).collect()
    }

    pub(super) fn tag(&mut self, words: &str, label: Label) {
        self.select(words);
        self.take(Msg::LabelChosen(label));
    }

    /// All annotations as the list shows them: `claim: words (note)`.
    pub(super) fn listed(&mut self) -> Vec<String> {
        let blocks = self.article().blocks.len();
        self.take(Msg::CardsNeared((0..blocks).map(|block| (block, true)).collect()));
        let article = self.article();
        let cards = article.blocks.iter().filter_map(|block| block.cards.as_ref());
        let cards = cards.flat_map(|cards| cards.iter());
        let note = |card: &Card| match card.note.as_str() {
            "" => String::new(),
            note => format!(" ({note})"),
        };
        cards.map(|card| format!("{}: {}{}", card.label.word(), card.excerpt, note(card))).collect()
    }

    /// Checks the list, then that a reload, and the file alone, lead to the same.
    pub(super) fn check(mut self, expected: &[&str]) -> Self {
        assert_eq!(self.listed(), expected);
        assert!(!Screen::of(&self.model).unsaved);
        let id = self.article().id;
        let mut again = self.reloaded(Some(id));
        assert_eq!(again.listed(), expected, "after a reload");
        again.take(Msg::DownloadAsked);
        let file = again.downloads.pop().unwrap();
        let mut elsewhere = Desk::new();
        elsewhere.take(Msg::FilesRead(vec![file]));
        assert_eq!(elsewhere.listed(), expected, "from the file");
        again
    }

    pub(super) fn notice(&self) -> String {
        Screen::of(&self.model).notice.map(|notice| notice.words).unwrap_or_default()
    }

    pub(super) fn id(&self, number: usize) -> AnnotationId {
        AnnotationId(format!("a{number}"))
    }
}
