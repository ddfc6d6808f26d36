//! `check`: holds the sources against rules that no compiler knows.
//!
//! A rule is a function from a [`Source`] to findings; each stands in the file of its kind with its
//! own tests, and in [`RULES`]. Knows which files belong to the project, not what they do.

mod dependencies;
mod page;
mod rooms;
mod words;

use crate::shell;
use anyhow::{Result, ensure};
use pico_args::Arguments;
use std::process::Command;

/// A text file of the project.
struct Source {
    /// Where it is, from the workspace on, with `/` between folders.
    path: String,
    text: String,
}

/// A line that breaks a rule: its number from 1, and what to do.
type Finding = (usize, String);

const RULES: [fn(&Source) -> Vec<Finding>; 9] = [
    words::opens_with_its_purpose,
    words::is_short_enough,
    words::leaves_nothing_undone,
    words::names_no_machine,
    words::times_no_test,
    rooms::imports_only_downward,
    page::writes_no_markup,
    page::requests_nothing,
    dependencies::say_what_they_save,
];

/// Checks every file of the project.
///
/// # Errors
/// Prints every finding, then says how many there are.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    shell::no_more(arguments)?;
    all()
}

/// Does the work of [`run`] for other verbs.
///
/// # Errors
/// As [`run`].
pub(crate) fn all() -> Result<()> {
    let sources = sources()?;
    let mut findings = 0;
    for source in &sources {
        for (line, finding) in RULES.iter().flat_map(|rule| rule(source)) {
            println!("{}:{line}: {finding}", source.path);
            findings += 1;
        }
    }
    ensure!(
        findings == 0,
        "{findings} lines break a rule of the house; each says above what to do"
    );
    println!("check: {} files keep the {} rules of the house", sources.len(), RULES.len());
    Ok(())
}

/// Reads every file that git tracks or would track, as far as it is text.
fn sources() -> Result<Vec<Source>> {
    let mut list = Command::new("git");
    list.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let listed = shell::output(&mut list)?;
    let mut sources = Vec::new();
    for path in listed.split('\0').filter(|path| !path.is_empty()) {
        // A file that is deleted but not yet committed is listed and cannot be read.
        if let Ok(bytes) = std::fs::read(shell::root().join(path)) {
            sources.extend(
                String::from_utf8(bytes).ok().map(|text| Source { path: path.to_owned(), text }),
            );
        }
    }
    ensure!(!sources.is_empty(), "git lists no files here; run this in a clone");
    Ok(sources)
}

impl Source {
    /// Lists the lines, numbered from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(index, line)| (index + 1, line))
    }

    fn is_rust(&self) -> bool {
        self.path.ends_with(".rs")
    }
}

#[cfg(test)]
impl Source {
    fn of(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }
}

/// Checks that `rule` finds exactly `lines` in a file of that path and text.
#[cfg(test)]
fn finds(rule: fn(&Source) -> Vec<Finding>, path: &str, text: &str, lines: &[usize]) {
    let found = rule(&Source::of(path, text));
    let found_lines = found.iter().map(|(line, _)| *line).collect::<Vec<_>>();
    assert_eq!(found_lines, lines, "in {path}: {found:?}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn this_file_is_a_source() {
        let sources = sources().unwrap();
        assert!(sources.iter().any(|source| source.path == "xtask/src/check/mod.rs"));
        assert!(!sources.iter().any(|source| source.path.starts_with("target/")));
    }
}
