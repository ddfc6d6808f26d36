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

/// How an attribution calls whom it names.
struct Called<'d> {
    /// The speaker of the register, when one is given.
    id: Option<&'d SpeakerId>,
    source: &'d Target,
    named: Named,
    institution: bool,
}

/// Returns whom the source of `attribution` may stand for; `None` when it has none.
pub(super) fn speaker(
    document: &Document,
    attribution: &Annotation,
    source: &Target,
    lists: Lists,
) -> Option<(Offer, Why)> {
    let words = words(document.text(), source, lists);
    match named(&words, lists) {
        Named::Pronoun(list) => {
            let offer = antecedent(document, attribution, source, list, lists)?;
            Some((offer, Why::Pronoun))
        }
        wanted => {
            let offer = by_name(document, source, source, &wanted, lists)?;
            let known = matches!(offer, Offer::Speaker(_));
            Some((offer, if known { Why::Name } else { Why::NewName }))
        }
    }
}

/// Returns whom the words of `called`, which say `wanted`, name: one of the register, else a new
/// speaker; not whom the user has turned down for `source`.
fn by_name(
    document: &Document,
    source: &Target,
    called: &Target,
    wanted: &Named,
    lists: Lists,
) -> Option<Offer> {
    let open = |id| !register::is_rejected(document, source.hull(), &rule::speaker(id));
    let mut known = document.speakers().iter().filter(|own| open(Some(&own.id)));
    if let Some(own) = known.find(|own| is_called(own, wanted, lists)) {
        return Some(Offer::Speaker(own.id.clone()));
    }
    let name = proper(document.text(), called, lists)?;
    open(None).then_some(Offer::NewSpeaker(name))
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

/// Returns the last speaker before `attribution` that a pronoun, its `source`, can stand for: of a
/// fitting kind, and not called by another pronoun. One who is not in the register yet is a new one.
fn antecedent(
    document: &Document,
    attribution: &Annotation,
    source: &Target,
    pronoun: &str,
    lists: Lists,
) -> Option<Offer> {
    let place = Annotations::place(attribution);
    let before = document.annotations().before(&place).filter_map(|own| {
        let own = own.attribution()?;
        let called = own.source.first()?;
        let words = words(document.text(), called, lists);
        let named = named(&words, lists);
        let institution = is_institution(&words, lists);
        Some(Called { id: own.speaker.as_ref(), source: called, named, institution })
    });
    let before: Vec<Called> = before.take(LOOKED_BACK).collect();
    let many = pronoun == "they";
    let fits = |id: &SpeakerId| {
        let kind = document.speaker(id).and_then(|speaker| speaker.kind);
        let by_kind = match kind {
            None | Some(SpeakerKind::Unnamed) => true,
            Some(SpeakerKind::Person) => !many,
            Some(SpeakerKind::Group | SpeakerKind::Organisation | SpeakerKind::Document) => many,
        };
        let otherwise = |own: &Called| {
            let differs = matches!(own.named, Named::Pronoun(list) if list != pronoun);
            own.id == Some(id) && (differs || kind.is_none() && own.institution && !many)
        };
        by_kind && !before.iter().any(otherwise)
    };
    let open = |id| !register::is_rejected(document, source.hull(), &rule::speaker(Some(id)));
    before.iter().find_map(|own| match (own.id, &own.named) {
        (Some(id), _) => (fits(id) && open(id)).then(|| Offer::Speaker(id.clone())),
        (None, Named::Pronoun(_)) => None,
        (None, _) if own.institution && !many => None,
        (None, wanted) => by_name(document, source, own.source, wanted, lists)
            .filter(|offer| !matches!(offer, Offer::Speaker(id) if !fits(id))),
    })
}

/// Tells whether words name an institution: "The Wall Street Journal", "El País".
fn is_institution(words: &[Word], lists: Lists) -> bool {
    let [first, second, ..] = words else { return false };
    let title = lists.has("title", second.lower.trim_end_matches('.'));
    lists.has("institution", &first.lower) && second.capital && !title
}

/// Returns what is turned down when the source does not stand for the one that was offered.
pub(super) fn rejection(source: &Target, id: Option<&SpeakerId>) -> Rejection {
    Rejection { span: source.hull(), rule: rule::speaker(id) }
}
