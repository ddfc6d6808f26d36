//! The article view: the text with its marks, the list of cards, and what can be done.

use super::detail::{Detail, Light, lights};
use super::filter::FilterScreen;
use super::find::{AlikeScreen, FindScreen};
use super::suggestion::SuggestionsScreen;
use crate::app::layout::{BlockCards, BlockMarks};
use crate::app::msg::{Place, Role};
use crate::app::notice::shortened;
use crate::app::said::Said;
use crate::app::session::Session;
use crate::app::words::{Word, Words};
use crate::document::check::Profile;
use crate::document::{AnnotationId, Document, DocumentId, Label, Target};
use crate::text::{Direction, Ruler, Snap, Span, direction};
use std::ops::Range;
use std::rc::Rc;

/// An open article.
#[derive(Clone, Debug)]
pub struct ArticleScreen {
    /// The document.
    pub id: DocumentId,
    /// Its title.
    pub title: String,
    /// The language of its text.
    pub language: String,
    /// Which way its text runs.
    pub direction: Direction,
    /// Its whole text, of which paragraphs are spans.
    pub text: Rc<str>,
    /// Its paragraphs.
    pub paragraphs: Rc<[Span]>,
    /// The paragraph that repeats the title.
    pub headline: Option<usize>,
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// The chosen annotation.
    pub chosen: Option<ChosenCard>,
    /// Where the words of the chosen annotation stand.
    pub lit: Vec<(Place, Place)>,
    /// What lights up with it: the parts and contents of its attribution.
    pub lights: Vec<Light>,
    /// The annotation a link has been started from.
    pub linking: Option<AnnotationId>,
    /// What is suggested.
    pub suggestions: SuggestionsScreen,
    /// How many annotations may need a second look, in words; empty when none does.
    pub to_look_at: String,
    /// The convention the article is looked at by.
    pub profile: Profile,
    /// Where the selection stands, for which the toolbar is shown.
    pub selection: Option<(Place, Place)>,
    /// Where the selection began and where its caret is.
    pub ends: Option<(Place, Place)>,
    /// Where the caret stands, when keys lead it.
    pub caret: Option<Place>,
    /// What is said of it aloud.
    pub said: String,
    /// The words of the chosen annotation's fragments, when there are several.
    pub fragments: Vec<String>,
    /// The filter of the list.
    pub filter: FilterScreen,
    /// The names that a source or a speaker can be chosen from.
    pub names: Vec<String>,
    /// The labels whose marks are not seen, in the order of [`Label::ALL`].
    pub hidden: [bool; Label::ALL.len()],
    /// The find bar, when it is open.
    pub find: Option<FindScreen>,
    /// The places of the selected words.
    pub alike: AlikeScreen,
    /// Where the sentence stands that is worked on.
    pub active: Option<(Place, Place)>,
    /// How many sentences there are, and which is worked on, in words.
    pub sentences: String,
    /// What selections snap to.
    pub snap: Snap,
    /// Whether the sentences are numbered.
    pub numbered: bool,
    /// How many annotations there are of each label.
    pub counts: [usize; Label::ALL.len()],
    /// Whether there is something to undo.
    pub can_undo: bool,
    /// Whether there is something to do again.
    pub can_redo: bool,
    /// Whether the whole list is open on a narrow page.
    pub list_open: bool,
    /// Whether this tab may change the article.
    pub writable: bool,
    /// Whether the work is kept, in words.
    pub saved: &'static str,
}

/// Some paragraphs that are kept ready together.
#[derive(Clone, Debug)]
pub struct Block {
    /// Its paragraphs.
    pub paragraphs: Range<usize>,
    /// Their marks, when the block is near the view.
    pub marks: Option<BlockMarks>,
    /// How many annotations begin in it.
    pub cards_count: usize,
    /// Their cards, when they are near the view of the list.
    pub cards: Option<BlockCards>,
}

/// The chosen annotation, whose card is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChosenCard {
    /// The annotation.
    pub id: AnnotationId,
    /// The block it begins in.
    pub block: usize,
    /// What stands on its card.
    pub detail: Detail,
}

impl ArticleScreen {
    /// Shows `session`.
    pub fn of(session: &Session, snap: Snap, words: &Words) -> Self {
        let document = session.document();
        let layout = session.layout();
        let chosen = session.chosen();
        let dragged = session.dragged.as_ref().map(|(_, target)| target);
        let title = document.metadata().title.clone();
        let headline = headline(document, layout.paragraphs(), &title);
        let keeping = session.keeping();
        let active = session.active_sentence();
        let selection = session.selection().filter(|span| !session.is_hit(*span));
        let suggestions = SuggestionsScreen::of(session, words);
        ArticleScreen {
            id: document.id().clone(),
            title,
            language: document.metadata().language.clone(),
            direction: direction(document.text()),
            text: Rc::clone(document.text()),
            paragraphs: Rc::clone(layout.paragraphs()),
            headline,
            blocks: layout
                .blocks()
                .enumerate()
                .map(|(index, paragraphs)| Block {
                    paragraphs,
                    marks: layout.marks(index).cloned(),
                    cards_count: layout.cards_count(index),
                    cards: layout.cards(index).cloned(),
                })
                .collect(),
            chosen: chosen.map(|own| ChosenCard {
                id: own.id.clone(),
                block: layout.block_at(own.target.hull().start()),
                detail: Detail::of(session, own, words),
            }),
            lit: (dragged.or(chosen.map(|own| &own.target)).into_iter())
                .flat_map(Target::fragments)
                .filter_map(|span| session.places(*span))
                .collect(),
            lights: chosen.map_or_else(Vec::new, |own| lights(session, own)),
            linking: session.linking.clone(),
            to_look_at: match layout.problems() {
                Some(0) => String::new(),
                Some(count) => words.count(Word::ToLookAt, count),
                None => words.say(Word::LookOn).to_owned(),
            },
            profile: layout.profile(),
            selection: selection.and_then(|span| session.places(span)),
            ends: session.ends().filter(|_| selection.is_some()),
            caret: session
                .caret()
                .filter(|_| session.is_led_by_keys())
                .and_then(|at| session.place(at)),
            filter: FilterScreen::of(session, words),
            names: if session.filter_open || chosen.is_some_and(|own| own.attribution().is_some()) {
                document.speakers().iter().map(|own| own.name.clone()).collect()
            } else {
                Vec::new()
            },
            hidden: layout.hidden(),
            find: FindScreen::of(session, words),
            alike: AlikeScreen::of(session, words),
            said: match (&session.said, &suggestions.focused) {
                (Said::Suggestion, Some(focused)) => focused.said(session, words),
                (said, _) => said.words(document, words),
            },
            suggestions,
            fragments: chosen.map_or(Vec::new(), |own| fragments(document, &own.target)),
            active: active
                .and_then(|at| document.sentences().get(at))
                .and_then(|sentence| session.places(sentence.span)),
            sentences: match active {
                Some(at) => words.fill(
                    Word::SentenceOf,
                    &[&words.grouped(at + 1), &words.grouped(document.sentences().len())],
                ),
                None => words.count(Word::Sentences, document.sentences().len()),
            },
            snap,
            numbered: layout.numbered(),
            counts: Label::ALL.map(|label| document.annotations().count(label)),
            can_undo: session.history().can_undo(),
            can_redo: session.history().can_redo(),
            list_open: session.list_open,
            writable: session.role == Role::Writer,
            saved: words.say(match (keeping.failure().is_some(), keeping.is_done()) {
                (true, _) => Word::NotSaved,
                (false, true) => Word::Saved,
                (false, false) => Word::Saving,
            }),
        }
    }
}

/// The words of each fragment, cut when they are many; none when there is only one.
fn fragments(document: &Document, target: &Target) -> Vec<String> {
    match target.fragments() {
        [_] => Vec::new(),
        several => several.iter().map(|own| shortened(own.of(document.text()))).collect(),
    }
}

/// The paragraph that is the headline: the one that repeats the title, else the first if it reads
/// like one, for an article may be renamed.
fn headline(document: &Document, paragraphs: &[Span], title: &str) -> Option<usize> {
    const LOOKED_AT: usize = 8;
    const LONGEST: usize = 160;
    let words = |line: &Span| line.of(document.text()).trim();
    let named = paragraphs.iter().take(LOOKED_AT).position(|line| words(line) == title);
    let first = paragraphs.first().map(words).filter(|_| paragraphs.len() > 1)?;
    let reads_like_one = first.len() <= LONGEST && !first.ends_with(['.', '!', ':', '…', '”', '"']);
    named.or(reads_like_one.then_some(0))
}

/// Two article screens are equal when they show the same; blocks are compared by address.
impl PartialEq for ArticleScreen {
    fn eq(&self, other: &Self) -> bool {
        let same_blocks = self.blocks.len() == other.blocks.len()
            && self.blocks.iter().zip(&other.blocks).all(|(one, other)| one.same(other));
        same_blocks
            && Rc::ptr_eq(&self.text, &other.text)
            && (&self.id, &self.title, &self.language) == (&other.id, &other.title, &other.language)
            && (&self.chosen, &self.lit, &self.selection)
                == (&other.chosen, &other.lit, &other.selection)
            && (&self.caret, &self.ends, &self.said, &self.fragments)
                == (&other.caret, &other.ends, &other.said, &other.fragments)
            && (&self.filter, &self.names, self.hidden)
                == (&other.filter, &other.names, other.hidden)
            && (&self.find, &self.alike) == (&other.find, &other.alike)
            && (&self.sentences, self.counts) == (&other.sentences, other.counts)
            && (&self.lights, &self.linking) == (&other.lights, &other.linking)
            && (&self.to_look_at, self.profile) == (&other.to_look_at, other.profile)
            && self.suggestions == other.suggestions
            && (&self.active, self.numbered, self.snap)
                == (&other.active, other.numbered, other.snap)
            && (self.can_undo, self.can_redo) == (other.can_undo, other.can_redo)
            && (self.writable, self.list_open, self.saved, self.headline)
                == (other.writable, other.list_open, other.saved, other.headline)
    }
}

impl Block {
    /// Tells whether both show the same marks and cards.
    pub fn same(&self, other: &Block) -> bool {
        same_list(self.marks.as_ref(), other.marks.as_ref())
            && same_list(self.cards.as_ref(), other.cards.as_ref())
            && self.cards_count == other.cards_count
            && self.paragraphs == other.paragraphs
    }
}

/// Tells whether two shared lists are one and the same.
pub fn same_list<T>(one: Option<&Rc<[Rc<T>]>>, other: Option<&Rc<[Rc<T>]>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    }
}

/// What can be read of a document: how long it is and what was done to its text.
pub(super) fn facts(document: &Document, words: &Words) -> Vec<String> {
    let characters = Ruler::new(document.text()).code_point_len().0;
    let sentences = words.count(Word::Sentences, document.sentences().len());
    let length = words.fill(Word::Length, &[&words.grouped(characters), &sentences]);
    let cleaned = match document.cleaning() {
        [] => words.say(Word::TakenAsIs).to_owned(),
        notes => {
            let notes: Vec<String> = notes.iter().map(|note| words.cleaning(note)).collect();
            words.fill(Word::CleanedBefore, &[&notes.join(", ")])
        }
    };
    vec![length, cleaned]
}
