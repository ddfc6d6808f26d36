//! Import: tells what opened files hold, by their content, and reads them as documents.
//!
//! Asks only for what is missing. The shapes are each format's own.

use super::ascribe::{self, ReadError};
use super::draft::{Misread, Opened, Trouble};
use super::export::File;
use super::json;
use super::{archive, brat, citron, w3c};
use std::fmt;

/// Why opened files give no document. Shown as one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OpenError {
    /// There is nothing to read.
    Nothing,
    /// An archive is damaged, locked or larger than a browser should unpack.
    Archive {
        /// Its name.
        name: String,
    },
    /// A file is no text.
    NotText {
        /// Its name.
        name: String,
    },
    /// Annotations stand in a file without the text that they are about.
    TextMissing {
        /// The name of the annotations' file.
        name: String,
        /// The name that the text's file should have.
        text: String,
    },
    /// A native file cannot be read.
    Native {
        /// Its name.
        name: String,
        /// Why.
        error: ReadError,
    },
    /// A file holds none of the formats that are read.
    Unknown {
        /// Its name.
        name: String,
    },
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Nothing => f.write_str("There is no file to read."),
            OpenError::Archive { name } => {
                write!(f, "{name} cannot be unpacked: open the files in it one by one.")
            }
            OpenError::NotText { name } => write!(f, "{name} is no text in UTF-8."),
            OpenError::TextMissing { name, text } => write!(
                f,
                "{name} has the annotations and not the text: open it together with {text}."
            ),
            OpenError::Native { name, error } => write!(f, "{name}: {error}"),
            OpenError::Unknown { name } => {
                write!(f, "{name} holds no annotations that this program reads.")
            }
        }
    }
}

impl std::error::Error for OpenError {}

/// What an opened file holds of annotations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Holds {
    Native,
    Brat,
    W3c,
    Citron,
    Nothing,
}

/// Reads the annotated articles in `files`, which were opened together; archives are unpacked.
///
/// Annotations whose text is in no file are placed over `text`, where that is given.
///
/// # Errors
/// [`OpenError`] for the first file that cannot be read, or whose text is missing.
pub fn open(files: &[File], text: Option<&str>) -> Result<Vec<Opened>, OpenError> {
    let files = unpacked(files)?;
    let mut opened = Vec::new();
    for (name, content) in &files {
        match held(name, content, &files) {
            Holds::Nothing => {}
            Holds::Native => opened.push(native(name, content)?),
            Holds::Citron => {
                if let Ok((json, _)) = json::read(content) {
                    opened.push(citron::read(&json, stem(name)));
                }
            }
            Holds::W3c => {
                let text = text_of(name, &files, text)?;
                if let Ok((json, _)) = json::read(content)
                    && let Some(items) = w3c::items(&json)
                {
                    opened.push(w3c::read(&json, items, text, stem(name)));
                }
            }
            Holds::Brat => {
                let text = text_of(name, &files, text)?;
                opened.push(brat::read(text, content, stem(name)));
            }
        }
    }
    match files.first() {
        Some((name, _)) if opened.is_empty() => Err(OpenError::Unknown { name: name.clone() }),
        Some(_) => Ok(opened),
        None => Err(OpenError::Nothing),
    }
}

/// Unpacks archives and reads every file as text; what in an archive is no text is passed over.
fn unpacked(files: &[File]) -> Result<Vec<(String, String)>, OpenError> {
    let mut texts = Vec::new();
    for file in files {
        let name = file.name.clone();
        if archive::is_archive(&file.bytes) {
            let inside = archive::read(&file.bytes).ok_or(OpenError::Archive { name })?;
            let inside = inside
                .into_iter()
                .filter_map(|File { name, bytes }| Some((name, String::from_utf8(bytes).ok()?)));
            texts.extend(inside);
        } else {
            let content = String::from_utf8(file.bytes.clone());
            let content = content.map_err(|_binary| OpenError::NotText { name: name.clone() })?;
            texts.push((name, content));
        }
    }
    Ok(texts)
}

/// Tells what the file `name` holds among `files`: the text that annotations stand beside is that,
/// whatever it looks like.
fn held(name: &str, content: &str, files: &[(String, String)]) -> Holds {
    let stem = name.strip_suffix(".txt");
    let is_text = |stem| files.iter().any(|(other, _)| other.strip_suffix(".ann") == Some(stem));
    if stem.is_some_and(is_text) { Holds::Nothing } else { holds(content) }
}

/// Tells what a file holds, whatever its name.
fn holds(content: &str) -> Holds {
    let start = content.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    if start.starts_with(['{', '[']) {
        let json = json::read(content).map(|(json, _)| json);
        return match json {
            Ok(json) if json.text_of("format") == "ascribe" => Holds::Native,
            Ok(json) if w3c::items(&json).is_some() => Holds::W3c,
            Ok(json) if citron::is_citron(&json) => Holds::Citron,
            _ => Holds::Nothing,
        };
    }
    if is_brat(start) { Holds::Brat } else { Holds::Nothing }
}

/// Tells whether the first line is one of brat standoff: an id, a tab, a type and what it is about.
///
/// ```
/// use ascribe::format::is_brat;
/// assert!(is_brat("T1\tQuote 0 4\tNo."));
/// assert!(!is_brat("T1 is a bus line."));
/// ```
pub fn is_brat(start: &str) -> bool {
    let line = start.lines().next().unwrap_or_default();
    let Some((id, rest)) = line.split_once('\t') else { return false };
    let number = id.trim_start_matches(|c: char| "TEARMN#".contains(c));
    let counted = number.len() + 1 == id.len() && number.bytes().all(|byte| byte.is_ascii_digit());
    (counted && !number.is_empty() || id == "*") && rest.split_once([' ', ':']).is_some()
}

fn native(name: &str, content: &str) -> Result<Opened, OpenError> {
    let (document, problems) = ascribe::read(content)
        .map_err(|error| OpenError::Native { name: name.to_owned(), error })?;
    let troubles = problems.into_iter().map(|problem| Trouble {
        part: problem.place.to_string(),
        fault: Misread::Text(problem.fault),
    });
    Ok(Opened { document, troubles: troubles.collect() })
}

/// Finds the text that the annotations in the file `name` are about.
fn text_of<'f>(
    name: &str,
    files: &'f [(String, String)],
    text: Option<&'f str>,
) -> Result<&'f str, OpenError> {
    let wanted = format!("{}.txt", whole_stem(name));
    let texts = files
        .iter()
        .filter(|(other, content)| other != name && held(other, content, files) == Holds::Nothing);
    let beside = texts.clone().find(|(other, _)| *other == wanted);
    let plain = |other: &str| other.to_lowercase().ends_with(".txt");
    let mut any = texts.filter(|(other, _)| plain(other));
    // Two files opened together belong together, whatever they are called.
    let alone = match (any.next(), any.next(), files.len()) {
        (Some(only), None, 2) => Some(only),
        _ => None,
    };
    match (beside.or(alone), text) {
        (Some((_, text)), _) => Ok(text),
        (None, Some(text)) => Ok(text),
        (None, None) => {
            let last = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
            Err(OpenError::TextMissing { name: last(name), text: last(&wanted) })
        }
    }
}

/// Returns a path without its ending.
fn whole_stem(name: &str) -> &str {
    let folder = name.rfind('/').map_or(0, |at| at + 1);
    let dot = name.get(folder..).and_then(|last| last.rfind('.'));
    dot.and_then(|dot| name.get(..folder + dot)).unwrap_or(name)
}

/// Returns the name of a file without its folder and its ending.
fn stem(name: &str) -> &str {
    let whole = whole_stem(name);
    whole.rsplit('/').next().unwrap_or(whole)
}
