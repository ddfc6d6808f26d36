//! `eval snap`: tries the laws of snapping on stretches of texts from elsewhere.

use super::{corpora, read, text_of};
use ascribe::text::{Byte, Span, broken_law};
use serde::Deserialize;
use std::path::Path;

/// Stretches tried for each text beside those that begin or end at a quote mark.
const TRIES: usize = 400;
/// Characters of the longest stretch that is tried.
const LONGEST: usize = 300;
/// Broken laws that are shown for each file.
const SHOWN: usize = 5;

/// A line of a corpus of quotes.
#[derive(Deserialize)]
struct Line {
    text: String,
}

/// Snaps stretches of every text in a directory and prints how many, and every law that one broke.
/// The texts stand in `.json` corpora of sentences or in `.jsonl` files, a `text` a line.
///
/// # Errors
/// A sentence that names the file that cannot be read, or says that a law is broken.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let [directory] = words else {
        return Err("usage: cargo xtask eval snap DIR".to_owned());
    };
    let directory = Path::new(directory);
    let (mut all, mut broken) = (0, 0);
    println!("{:<24}{:>8}{:>12}{:>8}", "texts of", "texts", "snaps", "broken");
    for extension in ["json", "jsonl"] {
        for path in corpora(directory, extension)? {
            let texts = match extension {
                "json" => read(&path)?.documents.into_iter().map(|own| own.text).collect(),
                _ => lines(&path)?,
            };
            let (mut tried, mut wrong) = (0, 0);
            for text in &texts {
                for span in stretches(text) {
                    tried += 1;
                    if let Some(law) = broken_law(text, span) {
                        wrong += 1;
                        if wrong <= SHOWN {
                            println!("{law}: {:?}", span.of(text));
                        }
                    }
                }
            }
            let name = path.file_stem().unwrap_or_default().to_string_lossy();
            println!("{name:<24}{:>8}{tried:>12}{wrong:>8}", texts.len());
            (all, broken) = (all + tried, broken + wrong);
        }
    }
    println!("{all} snaps, {broken} broke a law");
    if broken == 0 { Ok(()) } else { Err("a law of snapping is broken".to_owned()) }
}

fn lines(path: &Path) -> Result<Vec<String>, String> {
    let all = text_of(path)?;
    let line = |line| serde_json::from_str(line).map(|line: Line| line.text);
    all.lines()
        .map(line)
        .collect::<Result<_, _>>()
        .map_err(|error| format!("{}: {error}", path.display()))
}

/// Stretches of `text`: some anywhere, and some that begin or end right before or behind each quote
/// mark. The same text always gives the same ones.
fn stretches(text: &str) -> Vec<Span> {
    let gaps: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut below = |limit: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % limit.max(1) as u64) as usize
    };
    let mut found = Vec::new();
    let mut add = |one: usize, other: usize| {
        let (start, end) = (gaps[one.min(other)], gaps[one.max(other)]);
        found.extend(Span::new(text, Byte(start), Byte(end)));
    };
    for _ in 0..TRIES {
        let one = below(gaps.len());
        add(one, (one + below(LONGEST)).min(gaps.len() - 1));
    }
    for (at, c) in text.chars().enumerate() {
        if "“”„‟‘’‚‛«»‹›\"'「」『』".contains(c) {
            for gap in [at, at + 1] {
                add(gap, (gap + below(LONGEST)).min(gaps.len() - 1));
                add(gap, gap.saturating_sub(below(LONGEST)));
            }
        }
    }
    found
}
