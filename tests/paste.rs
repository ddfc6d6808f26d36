//! Pastes of many kinds, marked line by line: what the paste room must find in them.
//!
//! In `tests/paste/*.txt` every line of a paste stands behind a sign: `= ` kept, `- ` furniture,
//! `+ ` a wrapped line that goes on the line before, `~ ` one that goes on its last word after a
//! hyphen that only divides it; `! ` names a fact that must be found. A fact
//! that is not named must be left empty.

#![cfg(test)]

use ascribe::text::paste::{Draft, Facts, Line, Options};
use std::fs;
use std::path::Path;

/// A marked paste: what is pasted, and what must be made of it.
#[derive(Default)]
struct Fixture {
    pasted: String,
    lines: Vec<(String, bool)>,
    facts: Facts,
}

impl Fixture {
    fn read(marked: &str) -> Self {
        let mut fixture = Fixture::default();
        let (facts, body) = marked.split_once("\n\n").expect("facts, a blank line, the paste");
        for fact in facts.lines() {
            let fact = fact.strip_prefix("! ").expect("a fact begins with `! `");
            let (name, value) = fact.split_once(": ").expect("a fact has a name and a value");
            fixture.fact(name, value.to_owned());
        }
        for line in body.lines() {
            let (sign, words) = line.split_at(line.len().min(2));
            let shown = words.trim_start_matches("> ").trim();
            match sign {
                "= " | "- " => fixture.lines.push((shown.to_owned(), sign == "= ")),
                "+ " => {
                    let (before, _) = fixture.lines.last_mut().expect("a line to go on");
                    *before = format!("{before} {shown}");
                }
                "~ " => {
                    let (before, _) = fixture.lines.last_mut().expect("a line to go on");
                    *before = format!("{}{shown}", before.trim_end_matches('-'));
                }
                _ => {}
            }
            fixture.pasted.push_str(if sign.len() < 2 { line } else { words });
            fixture.pasted.push('\n');
        }
        fixture
    }

    fn fact(&mut self, name: &str, value: String) {
        match name {
            "title" => self.facts.title = value,
            "url" => self.facts.url = value,
            "outlet" => self.facts.outlet = value,
            "authors" => self.facts.authors = value.split("; ").map(str::to_owned).collect(),
            "published" => self.facts.published = value,
            _ => panic!("no fact is named {name}"),
        }
    }
}

/// Returns what differs between a fixture and what is made of it, a line each.
fn differences(fixture: &Fixture) -> Vec<String> {
    let draft = Draft::of_text(&fixture.pasted, Options::default()).expect("a paste with text");
    let mut found = Vec::new();
    let shown = |line: &Line| {
        let reason = line.furniture.map(|furniture| format!(" <{furniture}>"));
        format!("{}{}", line.text, reason.unwrap_or_default())
    };
    for (line, (text, kept)) in draft.lines.iter().zip(&fixture.lines) {
        if line.text != *text {
            found.push(format!("expected the line {text:?}, found {:?}", line.text));
            break;
        }
        if line.furniture.is_none() != *kept {
            found.push(format!(
                "{}: {}",
                if *kept { "not to mark" } else { "to mark" },
                shown(line)
            ));
        }
    }
    if draft.lines.len() != fixture.lines.len() {
        found.push(format!("{} lines instead of {}", draft.lines.len(), fixture.lines.len()));
    }
    if draft.facts != fixture.facts {
        found.push(format!("expected {:#?}, found {:#?}", fixture.facts, draft.facts));
    }
    let text = draft.text(&draft.kept());
    let again = Draft::of_text(&text, Options::default()).expect("a text");
    if again.text(&[]) != text {
        found.push(format!("not settled: {text:?} became {:?}", again.text(&[])));
    }
    found
}

#[test]
fn furniture_and_facts_of_every_paste_are_found_and_nothing_else() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/paste");
    let mut failures = String::new();
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("the folder of pastes") {
        let path = entry.expect("an entry").path();
        let marked = fs::read_to_string(&path).expect("a paste in UTF-8");
        for difference in differences(&Fixture::read(&marked)) {
            failures.push_str(&format!("{}: {difference}\n", path.display()));
        }
        count += 1;
    }
    assert!(count >= 12, "only {count} pastes");
    assert!(failures.is_empty(), "{failures}");
}

#[test]
fn the_sample_article_is_fit_to_annotate_as_it_stands() {
    let sample = include_str!("../src/app/sample.txt");
    let draft = Draft::of_text(sample, Options::default()).expect("a text");
    assert_eq!(draft.text(&draft.kept()), sample.trim_end());
    assert!(draft.cleaning.is_empty() && draft.wrapped == 0);
    assert_eq!(draft.facts.title, "Ferry captain’s soup divides Port Ellery");
    assert_eq!(draft.facts.authors, ["Maren Oakes", "Tomás Ibarra"]);
    assert_eq!(draft.facts.published, "2024-10-05");
}
