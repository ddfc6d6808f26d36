//! Documents written as a line of text with their annotations in brackets, for tests.
//!
//! `[q “No,”] [a>1 {s Ana} {c said}].` is a quote and an attribution linked to it. Annotations are
//! `a1`, `a2`, … in the order they open; the letter is the first of the label. `[+1 …]` is a further
//! fragment of `a1`; `{s …}`, `{c …}` and `{t …}` are source, cue and addressee of the innermost
//! annotation; `=s1` behind the letter points to a speaker.

use super::{
    Annotation, AnnotationId, Body, By, Claimer, Constituent, Document, DocumentId, Label,
    Metadata, Origin, Sentence, Speaker, SpeakerId, Target, Timestamp,
};
use crate::text::{Byte, Language, Span, sentences};

struct Open {
    number: usize,
    start: usize,
    constituent: Option<Constituent>,
}

#[derive(Default)]
struct Read {
    fragments: Vec<(usize, usize)>,
    parts: Vec<(Constituent, usize, usize)>,
    contents: Vec<AnnotationId>,
    speaker: Option<SpeakerId>,
    letter: char,
}

/// Makes the document of `marked`, in English, with the speakers of `names`: `s1`, `s2`, ….
pub(crate) fn document(marked: &str, names: &[&str]) -> Document {
    document_in(Language::English, marked, names)
}

/// Makes the document of `marked` in any language.
pub(crate) fn document_in(language: Language, marked: &str, names: &[&str]) -> Document {
    let (mut text, mut open, mut all) = (String::new(), Vec::<Open>::new(), Vec::<Read>::new());
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '[' | '{' => {
                let head: String = chars.by_ref().take_while(|c| *c != ' ').collect();
                let start = text.len();
                if c == '{' {
                    let constituent = match head.as_str() {
                        "s" => Constituent::Source,
                        "c" => Constituent::Cue,
                        _ => Constituent::Addressee,
                    };
                    let number = open.last().unwrap().number;
                    open.push(Open { number, start, constituent: Some(constituent) });
                } else if let Some(number) = head.strip_prefix('+') {
                    let number = number.parse::<usize>().unwrap() - 1;
                    open.push(Open { number, start, constituent: None });
                } else {
                    let (head, contents) = head.split_once('>').unwrap_or((&head, ""));
                    let (letter, speaker) = head.split_once('=').unwrap_or((head, ""));
                    let ids = contents.split(',').filter(|id| !id.is_empty());
                    open.push(Open { number: all.len(), start, constituent: None });
                    all.push(Read {
                        letter: letter.chars().next().unwrap(),
                        contents: ids.map(|id| AnnotationId(format!("a{id}"))).collect(),
                        speaker: (!speaker.is_empty()).then(|| SpeakerId(speaker.to_owned())),
                        ..Read::default()
                    });
                }
            }
            ']' | '}' => {
                let Open { number, start, constituent } = open.pop().unwrap();
                match constituent {
                    Some(part) => all[number].parts.push((part, start, text.len())),
                    None => all[number].fragments.push((start, text.len())),
                }
            }
            _ => text.push(c),
        }
    }
    let span = |start: usize, end: usize| Span::new(&text, Byte(start), Byte(end)).unwrap();
    let split = sentences(&text, language).into_iter();
    let split = split.map(|span| Sentence { span, by: By::Rules }).collect();
    let id = DocumentId("urn:uuid:1".into());
    let metadata = Metadata { language: language.tag().into(), ..Metadata::default() };
    let speakers = names.iter().zip(1..).map(|(name, number)| Speaker {
        id: SpeakerId(format!("s{number}")),
        name: (*name).into(),
        ..Speaker::default()
    });
    let mut document =
        Document::new(id, text.clone(), metadata, vec![], split, Timestamp::unknown())
            .with_speakers(speakers.collect());
    for (read, number) in all.into_iter().zip(1..) {
        let label = match read.letter {
            'q' => Label::Quote,
            'c' => Label::Claim,
            _ => Label::Attribution,
        };
        let mut body = Body::of(label);
        match &mut body {
            Body::Attribution(own) => {
                own.contents = read.contents;
                own.speaker = read.speaker;
                for (part, start, end) in read.parts {
                    own.constituent_mut(part).push(Target::from(span(start, end)));
                }
            }
            Body::Claim { claimer, .. } => *claimer = read.speaker.map(Claimer::Speaker),
            Body::Quote { .. } => {}
        }
        let fragments = read.fragments.iter().map(|&(start, end)| span(start, end)).collect();
        let annotation = Annotation {
            id: AnnotationId(format!("a{number}")),
            target: Target::new(fragments).unwrap(),
            body,
            note: String::new(),
            tags: vec![],
            creator: String::new(),
            created: None,
            modified: None,
            origin: Origin::User,
            extra: vec![],
        };
        document.add(annotation).unwrap();
    }
    document
}

/// Shows an annotation in one line: `a2 Ana said > a1, source Ana, cue said, s1`.
pub(crate) fn show(document: &Document, annotation: &Annotation) -> String {
    let text = document.text();
    let mut shown = format!("{} {}", annotation.id, annotation.target.words(text));
    let contents: Vec<String> = annotation.contents().iter().map(ToString::to_string).collect();
    if !contents.is_empty() {
        shown.push_str(&format!(" > {}", contents.join(" ")));
    }
    for part in Constituent::ALL {
        for own in annotation.attribution().map_or(&[][..], |own| own.constituent(part)) {
            shown.push_str(&format!(", {} {}", part.word(), own.words(text)));
        }
    }
    if let Some(id) = annotation.speaker() {
        shown.push_str(&format!(", {}", id.0));
    }
    shown
}
