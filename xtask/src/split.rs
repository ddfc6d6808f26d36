//! `split`: cuts texts from standard input into sentences. Knows no corpus and no score.

use ascribe::text::{CodePoint, Language, Ruler, detect, sentences};
use std::io::Read;

/// Reads a JSON array of texts and prints a JSON array of arrays of `[start, end)` offsets in code
/// points, by the language named with `--language`, or else found in each text.
///
/// # Errors
/// A sentence that says which argument is unknown or where the input is no such array.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let language = match words {
        [] => None,
        ["--language", tag] => Some(Language::from_tag(tag)),
        _ => return Err("usage: cargo xtask split [--language TAG]".to_owned()),
    };
    let mut input = String::new();
    std::io::stdin()
        .read_to_string(&mut input)
        .map_err(|error| format!("standard input cannot be read: {error}"))?;
    let texts: Vec<String> = serde_json::from_str(&input)
        .map_err(|error| format!("standard input is no JSON array of texts: {error}"))?;
    let cut: Vec<_> = texts.iter().map(|text| offsets(text, language)).collect();
    let json = serde_json::to_string(&cut)
        .map_err(|error| format!("the offsets cannot be written: {error}"))?;
    println!("{json}");
    Ok(())
}

/// Cuts one text; offsets are in code points.
pub(crate) fn offsets(text: &str, language: Option<Language>) -> Vec<[usize; 2]> {
    let ruler = Ruler::new(text);
    let language = language.unwrap_or_else(|| detect(text));
    sentences(text, language)
        .iter()
        .map(|span| [ruler.code_point(span.start()), ruler.code_point(span.end())])
        .map(|[CodePoint(start), CodePoint(end)]| [start, end])
        .collect()
}
