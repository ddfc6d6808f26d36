//! `eval sentences`: scores the splitter against texts split by hand; `eval snap` tries the laws of
//! snapping on them; `eval quotes` scores the suggester. Knows no rule of any of them.

mod quotes;
mod snap;

use crate::split::offsets;
use ascribe::text::Language;
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Corpus {
    corpus: String,
    language: String,
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    text: String,
    sentences: Vec<[usize; 2]>,
}

/// Counts of sentence ends. The last end of a text is left out: every splitter gets it.
#[derive(Clone, Copy, Default)]
struct Score {
    hits: usize,
    missed: usize,
    extra: usize,
    exact: usize,
    texts: usize,
}

impl Score {
    fn add(&mut self, other: Score) {
        self.hits += other.hits;
        self.missed += other.missed;
        self.extra += other.extra;
        self.exact += other.exact;
        self.texts += other.texts;
    }

    /// Percent; 100 when there was nothing to find and nothing was found.
    fn f1(self) -> f64 {
        let all = 2 * self.hits + self.missed + self.extra;
        if all == 0 { 100.0 } else { 200.0 * self.hits as f64 / all as f64 }
    }
}

pub(crate) use quotes::run as quotes;
pub(crate) use snap::run as snap;

/// Splits every text of every corpus file in a directory and prints the scores: F1 of sentence
/// ends over all texts and over every other text, and how many texts are split exactly.
///
/// With `--detect` the language is found in each text; with `--errors NAME` every wrong end in the
/// corpus of that name is shown, `+` for one too many and `-` for one missed.
///
/// # Errors
/// A sentence that names the file that cannot be read.
pub(crate) fn sentences(words: &[&str]) -> Result<(), String> {
    let (mut directory, mut shown, mut detect) = (None, None, false);
    let mut words = words.iter();
    while let Some(word) = words.next() {
        match *word {
            "--errors" => shown = words.next().copied(),
            "--detect" => detect = true,
            path => directory = Some(path),
        }
    }
    let directory = directory
        .ok_or("usage: cargo xtask eval sentences DIR [--detect] [--errors CORPUS]".to_owned())?;
    println!("{:<20}{:>8}{:>8}{:>8}{:>14}", "corpus", "F1", "even", "odd", "exact");
    for path in corpora(Path::new(directory), "json")? {
        let corpus = read(&path)?;
        if shown.is_some_and(|name| name != corpus.corpus) {
            continue;
        }
        let mut halves = [Score::default(); 2];
        for (number, document) in corpus.documents.iter().enumerate() {
            let language = (!detect).then(|| language_of(&corpus, document));
            halves[number % 2].add(score(document, language, shown.is_some()));
        }
        let mut all = halves[0];
        all.add(halves[1]);
        let [even, odd] = halves.map(Score::f1);
        let exact = format!("{} of {}", all.exact, all.texts);
        println!("{:<20}{:>8.2}{even:>8.2}{odd:>8.2}{exact:>14}", corpus.corpus, all.f1());
    }
    Ok(())
}

fn corpora(directory: &Path, extension: &str) -> Result<Vec<PathBuf>, String> {
    let unreadable = |error| format!("{} cannot be read: {error}", directory.display());
    let mut paths = Vec::new();
    for entry in fs::read_dir(directory).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|own| own == extension) {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

fn read(path: &Path) -> Result<Corpus, String> {
    let json = text_of(path)?;
    serde_json::from_str(&json).map_err(|error| format!("{}: {error}", path.display()))
}

/// A corpus of several languages names them at the start of each document id.
fn language_of(corpus: &Corpus, document: &Document) -> Language {
    match Language::from_tag(&corpus.language) {
        Language::Other => Language::from_tag(&document.id),
        language => language,
    }
}

fn score(document: &Document, language: Option<Language>, show: bool) -> Score {
    let found = offsets(&document.text, language);
    let ends = |cut: &[[usize; 2]]| -> BTreeSet<usize> {
        cut.iter().rev().skip(1).map(|&[_, end]| end).collect()
    };
    let (wanted, found) = (ends(&document.sentences), ends(&found));
    if show {
        for &end in wanted.symmetric_difference(&found) {
            let sign = if found.contains(&end) { '+' } else { '-' };
            println!("{sign} {} {}", document.id, context(&document.text, end));
        }
    }
    let hits = wanted.intersection(&found).count();
    Score {
        hits,
        missed: wanted.len() - hits,
        extra: found.len() - hits,
        exact: usize::from(wanted == found),
        texts: 1,
    }
}

/// Shows the text around an offset, one line.
fn context(text: &str, at: usize) -> String {
    let around: String = text.chars().skip(at.saturating_sub(70)).take(at.min(70)).collect();
    let behind: String = text.chars().skip(at).take(50).collect();
    format!("{around}█{behind}").replace('\n', "⏎")
}
