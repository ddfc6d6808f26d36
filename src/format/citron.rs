//! Citron JSON, of the BBC: quotes, each with one cue, its sources and its contents.
//!
//! Offsets count code points. A cue is one span and must be there. Coreference groups stand for the
//! register: the sources of one speaker.

use super::ascribe::Unit;
use super::draft::{Claimed, Draft, Misread, Opened};
use super::export::Written;
use super::json::{self, Json};
use super::loss::What;
use crate::document::{
    AnnotationId, Attribution, Body, Document, Metadata, Selector, Speaker, SpeakerId, Target,
};
use crate::text::{Byte, Ruler, Span};
use std::collections::{BTreeMap, BTreeSet};

const CARRIED: [What; 3] = [What::Links, What::Speakers, What::SpeakerFacts];

/// An attribution as Citron has it: its cue, sources and contents, the last two in text order.
type Quote = (Span, Vec<Span>, Vec<Span>);

/// Writes one file a document.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    for document in documents {
        let file = json::pretty(&file(document, out));
        out.carries(document, &CARRIED);
        out.lose(What::SpeakerGroups, document.speakers().len());
        out.put(document, file);
    }
}

fn file<'d>(document: &'d Document, out: &mut Written) -> Json<'d> {
    let mut quotes: Vec<(Quote, Option<&SpeakerId>)> = Vec::new();
    let mut attributed = BTreeSet::new();
    for one in document.annotations().iter() {
        match &one.body {
            Body::Attribution(own) => quotes.extend(quote(document, own, &mut attributed, out)),
            _ => out.lose(What::Labels, 1),
        }
    }
    let contents = document
        .annotations()
        .iter()
        .filter(|one| !matches!(one.body, Body::Attribution(_)) && !attributed.contains(&one.id));
    out.lose(What::Unattributed, contents.count());
    quotes.sort();
    let text: &str = document.text();
    let ruler = Ruler::new(text);
    let span = |span: &Span| {
        let offset = |at: Byte| Json::count(ruler.code_point(at).0);
        Json::object(vec![
            ("start", offset(span.start())),
            ("end", offset(span.end())),
            ("text", Json::text(span.of(text))),
        ])
    };
    let spans = |spans: &[Span]| Json::Array(spans.iter().map(span).collect());
    let groups: Vec<Json> = groups(&quotes, out).iter().map(|group| spans(group)).collect();
    let quotes = quotes.iter().map(|((cue, sources, contents), _)| {
        Json::object(vec![
            ("cue", span(cue)),
            ("sources", spans(sources)),
            ("contents", spans(contents)),
        ])
    });
    Json::object(vec![
        ("text", Json::text(text)),
        ("quotes", Json::Array(quotes.collect())),
        ("coreference_groups", Json::Array(groups)),
    ])
}

fn quote<'d>(
    document: &'d Document,
    own: &'d Attribution,
    attributed: &mut BTreeSet<&'d AnnotationId>,
    out: &mut Written,
) -> Option<(Quote, Option<&'d SpeakerId>)> {
    out.lose(What::Targets, 1);
    let Some(cue) = own.cue.first() else {
        out.lose(What::NoCue, 1);
        return None;
    };
    out.lose(What::MoreCues, own.cue.len() - 1);
    // A cue of several pieces is the first of them.
    out.lose(What::CuePieces, cue.fragments().len() - 1);
    let mut pieces = |targets: Vec<&Target>| {
        for target in targets.iter().filter(|target| target.fragments().len() > 1) {
            out.lose(What::Split { pieces: target.fragments().len() }, 1);
        }
        let spans: BTreeSet<Span> =
            targets.iter().flat_map(|target| target.fragments()).copied().collect();
        spans.into_iter().collect::<Vec<Span>>()
    };
    let sources = pieces(own.source.iter().collect());
    let mut contents = Vec::new();
    let mut nested = 0;
    for id in &own.contents {
        match document.annotations().get(id) {
            Some(one) if matches!(one.body, Body::Attribution(_)) => nested += 1,
            Some(one) => {
                attributed.insert(id);
                contents.push(&one.target);
            }
            None => {}
        }
    }
    let contents = pieces(contents);
    out.lose(What::Nested, nested);
    Some(((cue.fragments().first().copied()?, sources, contents), own.speaker.as_ref()))
}

/// Gathers the sources of each speaker. One of which a source is also someone else's has no group:
/// it could not be told apart.
fn groups(quotes: &[(Quote, Option<&SpeakerId>)], out: &mut Written) -> Vec<Vec<Span>> {
    let mut speakers: BTreeMap<Span, Option<&SpeakerId>> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for ((_, sources, _), speaker) in quotes {
        for source in sources {
            let first = *speakers.entry(*source).or_insert(*speaker);
            if first != *speaker {
                shared.extend([first, *speaker].into_iter().flatten());
            }
        }
    }
    let mut groups: BTreeMap<&SpeakerId, Vec<Span>> = BTreeMap::new();
    for (source, speaker) in speakers {
        if let Some(speaker) = speaker.filter(|speaker| !shared.contains(speaker)) {
            groups.entry(speaker).or_default().push(source);
        }
    }
    out.lose(What::SharedSources, shared.len());
    let mut groups: Vec<Vec<Span>> = groups.into_values().collect();
    groups.sort();
    groups
}

/// Tells whether `json` is a file of Citron.
pub(super) fn is_citron(json: &Json) -> bool {
    matches!(json.get("text"), Some(Json::String(_)))
        && json.get("quotes").is_some_and(|quotes| {
            quotes.items().iter().all(|quote| quote.get("cue").is_some())
                && matches!(quotes, Json::Array(_))
        })
}

/// Reads a file; `title` is what the article will be called.
pub(super) fn read(json: &Json, title: &str) -> Opened {
    let mut draft = Draft::new(json.text_of("text"), Unit::CodePoint, "Citron");
    let (groups, names) = register(json, &mut draft);
    // A content that several quotes have is one.
    let mut known: BTreeMap<Vec<Span>, String> = BTreeMap::new();
    let mut quotes = Vec::new();
    for (index, quote) in json.get("quotes").map_or(&[][..], Json::items).iter().enumerate() {
        let part = format!("quote {}", index + 1);
        let cue = quote.get("cue").and_then(|cue| span(&part, cue, &mut draft));
        let sources = spans(&part, quote.get("sources"), &mut draft);
        let contents = spans(&part, quote.get("contents"), &mut draft);
        let around = sources.iter().copied().chain(cue).collect();
        let Some(target) = Target::joined(around) else {
            draft.say(&part, Misread::NoSpan);
            continue;
        };
        let ids = apart(contents).into_iter().map(|target| {
            let key = target.fragments().to_vec();
            let id = known.entry(key).or_insert_with(|| {
                let label = draft.content(&part, &target);
                let id = draft.next_id();
                draft.add(&id, target.clone(), Body::of(label));
                id
            });
            AnnotationId(id.clone())
        });
        let contents = ids.collect();
        let speaker = sources.first().and_then(|source| groups.get(source)).cloned();
        quotes.push((
            target,
            Attribution {
                source: sources.into_iter().map(Target::from).collect(),
                cue: cue.map(Target::from).into_iter().collect(),
                contents,
                speaker,
                ..Attribution::default()
            },
        ));
    }
    for (target, own) in quotes {
        let id = draft.next_id();
        draft.add(&id, target, Body::Attribution(own));
    }
    let metadata = Metadata { title: title.to_owned(), ..Metadata::default() };
    let mut opened = draft.finish(None, metadata);
    opened.document = opened.document.with_speakers(names);
    opened
}

/// Reads the groups of sources as speakers: named by their longest words, the others as aliases.
fn register(json: &Json, draft: &mut Draft) -> (BTreeMap<Span, SpeakerId>, Vec<Speaker>) {
    let (mut of, mut speakers) = (BTreeMap::new(), Vec::new());
    let groups = json.get("coreference_groups").map_or(&[][..], Json::items);
    for (index, group) in groups.iter().enumerate() {
        let sources = spans(&format!("coreference group {}", index + 1), Some(group), draft);
        let id = SpeakerId(format!("s{}", speakers.len() + 1));
        let words: BTreeSet<&str> = sources.iter().map(|span| span.of(draft.text())).collect();
        let Some(name) = words.iter().max_by_key(|words| words.len()) else { continue };
        let aliases = words.iter().filter(|alias| *alias != name);
        speakers.push(Speaker {
            id: id.clone(),
            name: (*name).to_owned(),
            aliases: aliases.map(|alias| (*alias).to_owned()).collect(),
            kind: None,
            same_as: String::new(),
            extra: Vec::new(),
        });
        for source in sources {
            of.entry(source).or_insert_with(|| id.clone());
        }
    }
    (of, speakers)
}

/// Puts spans together as far as they are apart: they are one content, interrupted.
fn apart(mut spans: Vec<Span>) -> Vec<Target> {
    spans.sort_unstable();
    let mut targets: Vec<Vec<Span>> = Vec::new();
    for span in spans {
        let free = targets
            .iter_mut()
            .find(|target| target.last().is_some_and(|last| last.end() < span.start()));
        match free {
            Some(target) => target.push(span),
            None => targets.push(vec![span]),
        }
    }
    targets.into_iter().filter_map(Target::joined).collect()
}

fn spans(part: &str, list: Option<&Json>, draft: &mut Draft) -> Vec<Span> {
    let items = list.map_or(&[][..], Json::items);
    items.iter().filter_map(|item| span(part, item, draft)).collect()
}

fn span(part: &str, json: &Json, draft: &mut Draft) -> Option<Span> {
    let Some((start, end)) = json.number_of("start").zip(json.number_of("end")) else {
        draft.say(part, Misread::NoSpan);
        return None;
    };
    let words = Selector { exact: json.text_of("text"), prefix: "", suffix: "" };
    draft.span(part, &Claimed { start, end, words })
}
