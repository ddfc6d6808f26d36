//! Speakers: who of the register a source stands for, by the names in it; and which two of the
//! register may be one.

use super::data::Lists;
use super::words::{Word, words};
use super::{Offer, Why, rule};
use crate::document::{
    Annotation, Annotations, Document, Rejection, Speaker, SpeakerId, SpeakerKind, Target, register,
};
use crate::text::{Byte, Names, Span};

/// Attributions that are looked through for whom a pronoun stands for.
const LOOKED_BACK: usize = 64;

/// What can be told of the words that name someone.
#[derive(Debug)]
enum Named {
    /// "he", "she" or "they", as the list of them is called.
    Pronoun(&'static str),
    /// The capitalised words of a name, less titles; the last is the one it is known by.
    Name(Vec<String>),
    /// Words that are no name, in lower case and without an article.
    Phrase(String),
}

/// Returns whom the source of `attribution` may stand for; `None` when it has none.
pub(super) fn speaker(
    document: &Document,
    attribution: &Annotation,
    source: &Target,
    lists: Lists,
) -> Option<(Offer, Why)> {
    let text = document.text();
    let open =
        |id: &SpeakerId| !register::is_rejected(document, source.hull(), &rule::speaker(Some(id)));
    match named(&words(text, source, lists), lists) {
        Named::Pronoun(list) => {
            let id = antecedent(document, attribution, list, lists, open)?;
            Some((Offer::Speaker(id), Why::Pronoun))
        }
        wanted => {
            let known = document.speakers().iter().filter(|own| open(&own.id));
            let known = known.into_iter().find(|own| is_called(own, &wanted, lists));
            if let Some(own) = known {
                return Some((Offer::Speaker(own.id.clone()), Why::Name));
            }
            let rejected = register::is_rejected(document, source.hull(), &rule::speaker(None));
            let name = proper(text, source, lists)?;
            (!rejected).then_some((Offer::NewSpeaker(name), Why::NewName))
        }
    }
}

/// Tells whether the words of a source are a pronoun, which is no name to call a speaker by.
pub(super) fn is_pronoun(text: &str, source: &Target, lists: Lists) -> bool {
    matches!(named(&words(text, source, lists), lists), Named::Pronoun(_))
}

/// Returns the words up to the first comma as a name: "Peskov" of "Peskov, the Kremlin's
/// spokesman".
pub(super) fn proper(text: &str, source: &Target, lists: Lists) -> Option<String> {
    let words = words(text, source, lists);
    let end = words.iter().position(|word| word.comma).map_or(words.len(), |comma| comma + 1);
    let (first, last) = (words.first()?, words.get(end.checked_sub(1)?)?);
    let name = first.span.hull(last.span).of(text);
    Some(name.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Returns the pairs of speakers that share a name, the one with the longer name first; a speaker
/// is the second of one pair at most.
pub(super) fn twins(document: &Document, lists: Lists) -> Vec<(SpeakerId, SpeakerId)> {
    let speakers = document.speakers();
    let names: Vec<Named> = speakers.iter().map(|own| name_of(&own.name, lists)).collect();
    let heads = names.iter().map(|named| match named {
        Named::Name(words) => words.last().map_or("", String::as_str),
        _ => "",
    });
    let by_head = Names::of(heads.clone());
    let mut pairs = Vec::new();
    for ((other, head), number) in names.iter().zip(heads).zip(0..) {
        let own = speakers[number].name.len();
        let twin = by_head.all(head).find(|one| {
            let other_len = speakers[*one].name.len();
            let first = other_len > own || other_len == own && *one < number;
            first && !head.is_empty() && is_same(&names[*one], other)
        });
        pairs.extend(twin.map(|one| (speakers[one].id.clone(), speakers[number].id.clone())));
    }
    pairs
}

fn named(words: &[Word], lists: Lists) -> Named {
    if let [word] = words {
        let list = ["he", "she", "they"].into_iter().find(|list| lists.has(list, &word.lower));
        if let Some(list) = list {
            return Named::Pronoun(list);
        }
    }
    let end = words.iter().position(|word| word.comma).map_or(words.len(), |comma| comma + 1);
    let own = &words[..end];
    let article = |word: &&Word| lists.has("article", &word.lower);
    let own = &own[own.iter().take_while(article).count()..];
    let title = |word: &&Word| !lists.has("title", word.lower.trim_end_matches('.'));
    let name: Vec<String> = own
        .iter()
        .filter(|word| word.capital)
        .filter(title)
        .map(|word| {
            let bare = word.lower.strip_suffix("'s").or(word.lower.strip_suffix("’s"));
            bare.unwrap_or(&word.lower).to_owned()
        })
        .collect();
    if own.last().is_some_and(|word| word.capital) && !name.is_empty() {
        return Named::Name(name);
    }
    Named::Phrase(own.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" "))
}

fn name_of(name: &str, lists: Lists) -> Named {
    let span = Span::new(name, Byte(0), Byte(name.len()));
    span.map_or(Named::Phrase(String::new()), |span| {
        named(&words(name, &Target::from(span), lists), lists)
    })
}

fn is_called(speaker: &Speaker, wanted: &Named, lists: Lists) -> bool {
    let mut names = speaker.aliases.iter().chain([&speaker.name]);
    names.any(|name| is_same(&name_of(name, lists), wanted))
}

/// Tells whether two may name one: known by the same word, and the words of one are among those of
/// the other.
fn is_same(one: &Named, other: &Named) -> bool {
    match (one, other) {
        (Named::Name(one), Named::Name(other)) => {
            let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
            one.last() == other.last() && short.iter().all(|word| long.contains(word))
        }
        (Named::Phrase(one), Named::Phrase(other)) => one == other && !one.is_empty(),
        _ => false,
    }
}

/// Returns the last speaker before `attribution` that a pronoun can stand for: of a fitting kind,
/// and not called by another pronoun.
fn antecedent(
    document: &Document,
    attribution: &Annotation,
    pronoun: &str,
    lists: Lists,
    open: impl Fn(&SpeakerId) -> bool,
) -> Option<SpeakerId> {
    let place = Annotations::place(attribution);
    let before = document.annotations().before(&place).filter_map(|own| {
        let own = own.attribution()?;
        Some((own.speaker.as_ref()?, own.source.first()?))
    });
    let mut seen: Vec<(&SpeakerId, Named)> = Vec::new();
    for (id, source) in before.take(LOOKED_BACK) {
        seen.push((id, named(&words(document.text(), source, lists), lists)));
    }
    let fits = |id: &SpeakerId| {
        let kind = document.speaker(id).and_then(|speaker| speaker.kind);
        let by_kind = match kind {
            None | Some(SpeakerKind::Unnamed) => true,
            Some(SpeakerKind::Person) => pronoun != "they",
            Some(SpeakerKind::Group | SpeakerKind::Organisation | SpeakerKind::Document) => {
                pronoun == "they"
            }
        };
        let otherwise = |(own, named): &(&SpeakerId, Named)| {
            *own == id && matches!(named, Named::Pronoun(list) if *list != pronoun)
        };
        by_kind && !seen.iter().any(otherwise)
    };
    seen.iter().map(|(id, _)| *id).find(|id| fits(id) && open(id)).cloned()
}

/// Returns what is turned down when the source does not stand for the one that was offered.
pub(super) fn rejection(source: &Target, id: Option<&SpeakerId>) -> Rejection {
    Rejection { span: source.hull(), rule: rule::speaker(id) }
}
