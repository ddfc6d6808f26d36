//! Suggestions against texts with marked attributions, one file a language.
//!
//! A case is a line `= name` and the marked text below it, up to the next case. A mark is a kind,
//! the number of the suggestion and words: `[q1 “No,”] [s1 Ana] [c1 said].` Kinds are `q` for
//! quotes, `m` for statements that are partly quoted, `i` for reported ones, `s` for sources and
//! `c` for cues; `=1` behind a number says that the quote goes on with number 1.

use ascribe::suggest::{Kind, Suggestion, suggest};
use ascribe::text::{Language, Span, sentences};
use std::fs;
use std::path::Path;

/// Takes the marks out of a text.
fn plain(marked: &str) -> String {
    let mut pieces = marked.split('[');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| {
        let words = piece.split_once(' ').map_or(piece, |(_, words)| words);
        text + &words.replace(']', "")
    })
}

/// Marks what was found in a text.
fn marked(text: &str, found: &[Suggestion]) -> String {
    let mut marks: Vec<(Span, String)> = Vec::new();
    for (index, suggestion) in found.iter().enumerate() {
        let kind = match suggestion.kind {
            Kind::Direct => 'q',
            Kind::Mixed => 'm',
            Kind::Indirect => 'i',
        };
        let number = index + 1;
        let goes_on = suggestion.continues.map_or(String::new(), |head| format!("={}", head + 1));
        let mark = |kind: char| move |&span: &Span| (span, format!("{kind}{number}"));
        let contents = suggestion.contents.iter();
        marks.extend(contents.map(|&span| (span, format!("{kind}{number}{goes_on}"))));
        marks.extend(suggestion.source.iter().map(mark('s')));
        marks.extend(suggestion.cue.iter().map(mark('c')));
    }
    marks.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut out = String::new();
    for at in 0..=text.len() {
        let ends = marks.iter().filter(|(span, _)| span.end().0 == at).count();
        out += &"]".repeat(ends);
        for (_, mark) in marks.iter().filter(|(span, _)| span.start().0 == at) {
            out += &format!("[{mark} ");
        }
        out += text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or("", |c| text.get(at..at + c.len_utf8()).unwrap_or_default());
    }
    out
}

#[test]
fn every_marked_text_is_understood_as_marked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/suggest");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the corpus is part of the repository") {
        let path = entry.expect("its files can be listed").path();
        let tag = path.file_stem().and_then(|stem| stem.to_str()).expect("files are named by tags");
        let language = Language::from_tag(tag);
        let cases = fs::read_to_string(&path).expect("the file is text");
        for case in format!("\n{}", cases.trim_end()).split("\n= ").skip(1) {
            let (name, wanted) = case.split_once('\n').expect("a case has a text");
            let wanted = wanted.trim_end_matches('\n');
            let text = plain(wanted);
            let found = suggest(&text, &sentences(&text, language), language);
            let found = marked(&text, &found);
            if found != wanted {
                wrong.push(format!("{tag}, {name}:\n  {found}\n  {wanted}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
