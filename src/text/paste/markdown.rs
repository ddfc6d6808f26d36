//! Markdown: its blocks, as far as articles use them. What is not known stays as it was typed.
//!
//! Reads headings, paragraphs, lists, block quotes, fenced code, table rows, rules and the front
//! matter of site generators; leaves the marks within a line to `inline`.

use super::inline::{self, References};
use super::{Block, Facts, Kind, Options, Region};

/// Reads `text` as Markdown; the facts are those of its front matter.
///
/// A line end within a paragraph is a blank unless it is a hard break, or
/// [`Options::join_wrapped`] is off.
pub(super) fn read(text: &str, options: Options) -> (Vec<Block>, Facts) {
    let text = text.trim_start_matches('\u{FEFF}').replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = text.split('\n').peekable();
    let mut reader = Reader {
        soft_break: if options.join_wrapped { ' ' } else { '\n' },
        references: References::of(&text),
        ..Reader::default()
    };
    if text.starts_with("---\n") && text.get(4..).is_some_and(|rest| rest.contains("\n---\n")) {
        lines.next();
        while let Some(line) = lines.next_if(|line| *line != "---") {
            reader.front_matter(line);
        }
        lines.next();
    }
    lines.for_each(|line| reader.line(line));
    reader.close();
    (reader.blocks, reader.facts)
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    facts: Facts,
    references: References,
    soft_break: char,
    /// The block being read, with its marks; none when `open` is `None`.
    text: String,
    open: Option<Kind>,
    /// The line before ended in a hard break.
    hard_break: bool,
    /// The fence that ends the code being read.
    fence: Option<String>,
}

impl Reader {
    fn front_matter(&mut self, line: &str) {
        self.blocks.push(Block {
            kind: Kind::Paragraph,
            region: Region::Header,
            text: line.to_owned(),
        });
        let Some((key, value)) = line.split_once(':') else { return };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        match key {
            "title" => self.facts.title = value,
            "url" | "canonical" | "source" => self.facts.url = value,
            "site" | "outlet" | "publisher" => self.facts.outlet = value,
            "date" | "published" => self.facts.published = value,
            "lang" | "language" => self.facts.language = value,
            "author" if !value.is_empty() => self.facts.authors.push(value),
            _ => {}
        }
    }

    fn line(&mut self, line: &str) {
        if let Some(fence) = &self.fence {
            if line.trim_start().starts_with(fence.as_str()) {
                self.fence = None;
                self.close();
            } else {
                self.text.push_str(line);
                self.text.push('\n');
            }
            return;
        }
        let hard_break = line.ends_with("  ") || line.ends_with('\\');
        let line = unquoted(line);
        if line.is_empty() || References::is_definition(line) {
            self.close();
        } else if let Some(fence) = fence(line) {
            self.close();
            self.open = Some(Kind::Preformatted);
            self.fence = Some(fence);
        } else if let Some(title) = heading(line) {
            self.close();
            self.text = title.to_owned();
            self.open = Some(Kind::Heading);
            self.close();
        } else if is_line_of(line, &['=', '-']) && self.open == Some(Kind::Paragraph) {
            self.open = Some(Kind::Heading);
            self.close();
        } else if is_rule(line) {
            self.close();
        } else if let Some(row) = line.strip_prefix('|') {
            self.close();
            if !row.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
                self.start(Kind::Paragraph, row.trim_end_matches('|').trim());
                self.close();
            }
        } else if let Some(entry) = list_entry(line) {
            self.close();
            self.start(Kind::ListItem, entry);
        } else if self.open.is_some() {
            self.text.push(if self.hard_break { '\n' } else { self.soft_break });
            self.text.push_str(line);
        } else {
            self.start(Kind::Paragraph, line);
        }
        if hard_break && self.text.ends_with('\\') {
            self.text.pop();
        }
        self.hard_break = hard_break;
    }

    fn start(&mut self, kind: Kind, text: &str) {
        self.open = Some(kind);
        self.text = text.to_owned();
    }

    fn close(&mut self) {
        let text = std::mem::take(&mut self.text);
        if let Some(kind) = self.open.take() {
            let is_code = kind == Kind::Preformatted;
            let text = if is_code { text } else { inline::plain(&text, &self.references) };
            self.blocks.push(Block::new(kind, text));
        }
    }
}

/// Takes the `>` of block quotes and the blanks off the edges of `line`.
fn unquoted(line: &str) -> &str {
    line.trim().trim_start_matches(['>', ' ', '\t'])
}

fn fence(line: &str) -> Option<String> {
    let fences = ['`', '~'].map(|mark| (mark, line.chars().take_while(|&c| c == mark).count()));
    let (mark, count) = fences.into_iter().find(|&(_, count)| count > 2)?;
    Some(mark.to_string().repeat(count))
}

fn heading(line: &str) -> Option<&str> {
    let title = line.trim_start_matches('#');
    let level = line.len() - title.len();
    let is_heading = (1..=6).contains(&level) && title.starts_with([' ', '\t']);
    is_heading.then(|| title.trim_end_matches('#').trim())
}

fn is_line_of(line: &str, marks: &[char]) -> bool {
    marks.iter().any(|&mark| line.len() > 1 && line.chars().all(|c| c == mark))
}

fn is_rule(line: &str) -> bool {
    let bare: String = line.split_whitespace().collect();
    bare.len() > 2 && is_line_of(&bare, &['-', '*', '_'])
}

/// Returns the words of a list's entry: without its bullet, with its number, which may be spoken
/// of elsewhere.
fn list_entry(line: &str) -> Option<&str> {
    if let Some(entry) = ["- ", "* ", "+ "].iter().find_map(|bullet| line.strip_prefix(bullet)) {
        return Some(entry.trim());
    }
    let (number, _) = line.split_once(". ").or_else(|| line.split_once(") "))?;
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    is_number.then_some(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, options: Options) -> Vec<String> {
        let (blocks, _) = read(text, options);
        blocks.iter().map(|block| format!("{:?}: {}", block.kind, block.text)).collect()
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(shown(text, Options::default()), expected);
    }

    #[test]
    fn blocks_are_told_apart() {
        check("# Title #\n\nOne\ntwo", &["Heading: Title", "Paragraph: One two"]);
        check("Title\n=====\nText", &["Heading: Title", "Paragraph: Text"]);
        check("a\n\n* * *\n\nb\n\n---", &["Paragraph: a", "Paragraph: b"]);
        check("- one\n  goes on\n- two", &["ListItem: one goes on", "ListItem: two"]);
        check("1. one\n2) two", &["ListItem: 1. one", "ListItem: 2) two"]);
        check("> She said\n> > no", &["Paragraph: She said no"]);
        check(
            "```rust\n# no title\n  x\n```\nb",
            &["Preformatted: # no title\n  x\n", "Paragraph: b"],
        );
        check("| a | b |\n|---|:-:|\n| *c* | d |", &["Paragraph: a | b", "Paragraph: c | d"]);
    }

    #[test]
    fn hard_breaks_stay() {
        check("verse  \nverse\\\nverse\nprose", &["Paragraph: verse\nverse\nverse prose"]);
        assert_eq!(shown("a\nb", Options { join_wrapped: false }), ["Paragraph: a\nb"]);
    }

    #[test]
    fn front_matter_gives_facts_and_stays_in_sight() {
        let text = "---\ntitle: \"No\"\nauthor: Ana\ndate: 2020-01-02\ndraft: no\n---\nText";
        let (blocks, facts) = read(text, Options::default());
        assert_eq!((facts.title.as_str(), facts.published.as_str()), ("No", "2020-01-02"));
        assert_eq!(facts.authors, ["Ana"]);
        assert_eq!(blocks.len(), 5);
        assert!(blocks[..4].iter().all(|block| block.region == Region::Header));
        check("---\nno front matter", &["Paragraph: no front matter"]);
    }
}
