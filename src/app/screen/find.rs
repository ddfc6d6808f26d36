//! The find bar and the places of the selected words, as they are shown.

use crate::app::find::{Find, Spot, Switch};
use crate::app::msg::Place;
use crate::app::session::Session;
use crate::app::words::{Word, Words};
use crate::text::{Case, Misfit};
use std::rc::Rc;

/// The find bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindScreen {
    /// What is sought.
    pub pattern: String,
    /// How much was found and which of it is looked at, in words.
    pub told: String,
    /// Whether it is no regular expression, and should be one.
    pub bad: bool,
    /// Which switches are on, in the order of [`Switch::ALL`].
    pub switches: [bool; Switch::ALL.len()],
    /// Where hits stand near the view.
    pub lit: Rc<[(Place, Place)]>,
    /// Where the hit stands that is looked at.
    pub here: Option<(Place, Place)>,
}

/// The places of the selected words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlikeScreen {
    /// How many there are, in words; empty when there is one alone.
    pub all: String,
    /// What is looked at, in words; empty when nothing is.
    pub told: String,
    /// Whether capitals count.
    pub case: bool,
    /// Where they stand near the view, when they are looked at.
    pub lit: Rc<[(Place, Place)]>,
}

impl FindScreen {
    /// Shows the find bar, when it is open.
    pub(super) fn of(session: &Session, words: &Words) -> Option<Self> {
        let find = session.find();
        find.open.then(|| FindScreen {
            pattern: find.pattern.clone(),
            told: told(session, find, words),
            bad: find.misfit.is_some(),
            switches: Switch::ALL.map(|switch| find.is_on(switch)),
            lit: Rc::clone(find.search.lit()),
            // Some browsers light up other text in place of what is not laid out.
            here: (find.words().into_iter())
                .filter(|span| session.layout().is_near(session.layout().block_at(span.start())))
                .find_map(|span| session.places(span)),
        })
    }
}

fn told(session: &Session, find: &Find, words: &Words) -> String {
    if let Some(misfit) = find.misfit {
        let told = |word, at: usize, c: char| {
            words.fill(word, &[&at.to_string(), c.encode_utf8(&mut [0; 4])])
        };
        return match misfit {
            Misfit::At(at, c) => told(Word::FindMisfit, at, c),
            Misfit::Open(at, c) => told(Word::FindOpen, at, c),
            Misfit::Large => words.say(Word::FindLarge).to_owned(),
        };
    }
    let done = find.is_done(session.layout());
    let mut told = match find.rank() {
        Some(rank) => {
            let word = match find.card().map(|card| card.spot) {
                None => Word::FindAt,
                Some(Spot::Note) => Word::FindInNote,
                Some(Spot::Speaker) => Word::FindInSpeaker,
            };
            words.fill(word, &[&words.grouped(rank + 1), &words.grouped(find.len())])
        }
        None if done && !find.pattern.is_empty() => words.say(Word::FindNothing).to_owned(),
        None => String::new(),
    };
    if !done {
        told.push('…');
    }
    told
}

impl AlikeScreen {
    /// Shows the places of the selected words.
    pub(super) fn of(session: &Session, words: &Words) -> Self {
        let Some(alike) = session.alike() else {
            return AlikeScreen::default();
        };
        let count = alike.search.found().len();
        let all = if count > 1 || alike.open { count } else { 0 };
        let said = |wanted: bool, word| {
            if wanted { words.count(word, count) } else { String::new() }
        };
        AlikeScreen {
            all: said(all > 0 && !alike.open, Word::AllAlike),
            told: said(alike.open, Word::Places),
            case: alike.case == Case::Kept,
            lit: if alike.open { Rc::clone(alike.search.lit()) } else { Rc::default() },
        }
    }
}
