//! The splitter against texts with marked sentence ends, one file a language.
//!
//! A case is a line `= name`, the text below it up to an empty line before the next case, and a `|`
//! behind every sentence but the last.

use ascribe::text::{Language, sentences};
use std::fs;
use std::path::Path;

/// One text and its sentences.
struct Case {
    name: String,
    text: String,
    sentences: Vec<String>,
}

/// Reads the cases of a file.
fn cases(file: &str) -> Vec<Case> {
    let marked = format!("\n{}", file.trim_end());
    marked.split("\n= ").skip(1).map(case).collect()
}

fn case(block: &str) -> Case {
    let (name, marked) = block.split_once('\n').unwrap_or((block, ""));
    let marked = marked.trim_end_matches('\n');
    let pieces: Vec<&str> = marked.split('|').collect();
    let sentences = pieces.iter().map(|piece| piece.trim().to_owned()).collect();
    Case { name: name.to_owned(), text: pieces.concat(), sentences }
}

#[test]
fn every_marked_text_is_split_as_marked() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus/sentences");
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder).expect("the corpus is part of the repository") {
        let path = entry.expect("its files can be listed").path();
        let tag = path.file_stem().and_then(|stem| stem.to_str()).expect("files are named by tags");
        let language = Language::from_tag(tag);
        for case in cases(&fs::read_to_string(&path).expect("the file is text")) {
            let found: Vec<&str> =
                sentences(&case.text, language).iter().map(|span| span.of(&case.text)).collect();
            if found != case.sentences {
                wrong.push(format!("{tag}, {}:\n  {found:?}\n  {:?}", case.name, case.sentences));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}
