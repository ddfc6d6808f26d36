//! The suggestions as the page shows them: the one the user is at, and what can be done with all.

use crate::app::msg::Place;
use crate::app::notice::shortened;
use crate::app::session::Session;
use crate::app::settings::Suggestions;
use crate::app::suggesting::{Hints, Item};
use crate::app::words::{Word, Words};
use crate::document::Label;
use crate::suggest::{Confidence, Suggestion};
use crate::text::Span;

/// Bytes of a suggestion behind all of which its card is put.
const FAR: usize = 600;
/// Bytes of source and cue that are shown together.
const TOGETHER: usize = 60;

/// What is suggested for an article.
#[derive(Clone, Debug)]
pub struct SuggestionsScreen {
    /// The stretches near the view that are drawn.
    pub hints: Hints,
    /// Which are shown.
    pub shown: Suggestions,
    /// How many there are, in words.
    pub told: String,
    /// What the button says that shows more or fewer; empty when there are no others.
    pub more: String,
    /// What the button says that accepts all sure ones; empty when there is none.
    pub accept: String,
    /// The one the user is at.
    pub focused: Option<SuggestionScreen>,
}

/// One suggestion, with what speaks for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestionScreen {
    /// The label of its first content.
    pub label: Label,
    /// What it is, and who says it.
    pub head: String,
    /// What speaks for it.
    pub why: String,
    /// Where all of it stands.
    pub lit: Vec<(Place, Place)>,
    /// Where its card is put.
    pub at: Option<(Place, Place)>,
}

impl PartialEq for SuggestionsScreen {
    fn eq(&self, other: &Self) -> bool {
        std::rc::Rc::ptr_eq(&self.hints, &other.hints)
            && (self.shown, &self.told, &self.more, &self.accept)
                == (other.shown, &other.told, &other.more, &other.accept)
            && self.focused == other.focused
    }
}

impl SuggestionsScreen {
    /// Shows what is suggested in `session`.
    pub(super) fn of(session: &Session, words: &Words) -> Self {
        let own = &session.suggesting;
        let (sure, rest) = own.counts();
        let all = own.shown() == Suggestions::All;
        let off = own.shown() == Suggestions::Off;
        let more = match (all, rest) {
            (_, 0) => String::new(),
            (true, _) => words.say(Word::OnlySure).to_owned(),
            (false, rest) => words.count(Word::MoreSuggestions, rest),
        };
        let accept = if sure > 0 { words.count(Word::AcceptSure, sure) } else { String::new() };
        let told = if off {
            String::new()
        } else {
            words.count(Word::SuggestionsOpen, if all { sure + rest } else { sure })
        };
        let focused = own.focused();
        SuggestionsScreen {
            hints: own.drawn().clone(),
            shown: own.shown(),
            told,
            more,
            accept,
            focused: focused.map(|item| SuggestionScreen::of(session, item, words)),
        }
    }
}

impl SuggestionScreen {
    fn of(session: &Session, item: &Item, words: &Words) -> Self {
        let document = session.document();
        let text = document.text();
        let shown = |span: &Span| shortened(span.of(text));
        let first = &item.parts[0];
        let who = first.antecedent.as_ref().or(first.source.first()).map(shown);
        let label = words.label(item.label());
        let head = match who {
            Some(who) => words.fill(Word::SuggestedBy, &[label, &who]),
            None => words.fill(Word::Suggested, &[label]),
        };
        // The card lies behind all of it, when that is not far.
        let all = crate::app::accepting::hull(item.parts.iter().flat_map(|part| &part.contents));
        let at = all.filter(|all| all.len() < FAR).or(first.contents.first().copied());
        SuggestionScreen {
            label: item.label(),
            head,
            why: why(session, first, words),
            lit: item.stretches(document).filter_map(|(_, span)| session.places(span)).collect(),
            at: at.and_then(|span| session.places(span)),
        }
    }

    /// Returns what is said aloud of it.
    pub(super) fn said(&self, session: &Session, words: &Words) -> String {
        let item = session.suggesting.focused();
        let content = item.map_or("", |item| item.rejection().span.of(session.document().text()));
        words.fill(Word::SaidSuggestion, &[&self.head, content, &self.why])
    }
}

/// Says what speaks for a suggestion: its cue and where that stands, and whom a pronoun stands for.
fn why(session: &Session, own: &Suggestion, words: &Words) -> String {
    let text = session.document().text();
    let quoted = !own.quoted.is_empty();
    let content = own.contents.first().copied();
    let cue = own.cue.first().copied();
    let word = match (cue, content) {
        (Some(cue), Some(content)) if cue.start() < content.start() => Word::WhyCueBefore,
        (Some(_), _) => Word::WhyCueBehind,
        _ if quoted => Word::WhyMarks,
        _ => Word::WhyGoesOn,
    };
    let source = own.source.first().copied();
    let together = cue.zip(source).map(|(cue, source)| cue.hull(source));
    let together = together.filter(|both| both.len() <= TOGETHER).or(cue);
    let cue_words = together.map_or(String::new(), |both| shortened(both.of(text)));
    let mut why = words.fill(word, &[&cue_words]);
    let mut add = |more: String| {
        why.push_str("; ");
        why.push_str(&more);
    };
    if let Some((source, name)) = source.zip(own.antecedent) {
        let sentence = |span: Span| session.sentence_at(span.start());
        let apart = sentence(source).zip(sentence(name)).map_or(0, |(a, b)| a.abs_diff(b));
        let place = match apart {
            0 => words.say(Word::NamedHere).to_owned(),
            apart => words.count(Word::NamedBefore, apart),
        };
        let pair = [shortened(source.of(text)), shortened(name.of(text))];
        add(words.fill(Word::WhyStandsFor, &[&pair[0], &pair[1], &place]));
    } else if let Some(source) = source.filter(|_| cue.is_none()) {
        add(words.fill(Word::WhySpoke, &[&shortened(source.of(text))]));
    }
    if own.confidence != Confidence::Sure {
        add(words.say(Word::LessSure).to_owned());
    }
    why
}
