//! Files as such: what a download is called, and what a file that is opened holds.
//!
//! Knows names and first lines only; what is inside is read by the format it belongs to.

use super::json;

/// How an annotation file's name ends.
pub(super) const ENDING: &str = ".ascribe.json";

/// Bytes of a title that a file name keeps: file systems take 255 for the whole name, and browsers
/// add to it while they download and when the name is taken.
const STEM: usize = 180;

/// Returns the first part of the name of any file of an article with this title.
pub(super) fn stem(title: &str) -> String {
    let kept: String = title.chars().map(|c| if is_refused(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = kept.split_whitespace().collect();
    let words = words.join(" ");
    let end = words.floor_char_boundary(STEM);
    let whole = match words.get(end..).and_then(|rest| rest.chars().next()) {
        None | Some(' ') => None,
        // A word that is cut reads as another; one that is longer than a name must be.
        Some(_) => words.get(..end).and_then(|kept| kept.rfind(' ')),
    };
    let end = whole.unwrap_or(end);
    // A name that begins with a dot is hidden, one that ends with a dot loses it on Windows.
    let stem = words.get(..end).unwrap_or_default().trim_matches(['.', ' ']);
    match stem {
        "" => "article".to_owned(),
        stem if is_device(stem) => format!("_{stem}"),
        stem => stem.to_owned(),
    }
}

/// Tells whether a file system refuses `c` in a name, or a person could not see it there.
fn is_refused(c: char) -> bool {
    c.is_control()
        || "/\\:*?\"<>|\u{ad}\u{61c}\u{180e}\u{feff}".contains(c)
        || matches!(c, '\u{200b}'..='\u{200c}' | '\u{200e}'..='\u{200f}')
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}')
}

/// Tells whether Windows takes the name for a device, whatever it ends with.
fn is_device(stem: &str) -> bool {
    let name = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = ["COM", "LPT"].iter().any(|device| {
        let number = name.strip_prefix(device).map(|rest| rest.chars().collect::<Vec<_>>());
        matches!(number.as_deref(), Some(['1'..='9' | '¹' | '²' | '³']))
    });
    numbered || ["CON", "PRN", "AUX", "NUL"].contains(&name.as_str())
}

/// What a text file holds, as its content shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An Ascribe annotation file, perhaps a damaged one.
    Ascribe,
    /// JSON of another kind.
    Json,
    /// An HTML page or a part of one.
    Html,
    /// Text with the marks of Markdown.
    Markdown,
    /// Nothing but text.
    Plain,
}

/// Tells what a file holds by its content, whatever its name.
///
/// Only [`Kind::Ascribe`] and [`Kind::Json`] may look at more than the first lines.
///
/// ```
/// use ascribe::format::{Kind, recognise};
/// assert_eq!(recognise("{ \"format\": \"ascribe\", \"version\": 1"), Kind::Ascribe);
/// assert_eq!(recognise("<!DOCTYPE html><p>No."), Kind::Html);
/// assert_eq!(recognise("Ana said no."), Kind::Plain);
/// ```
pub fn recognise(text: &str) -> Kind {
    let start = text.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace());
    match start.chars().next() {
        Some('{') if names_ascribe(start) => Kind::Ascribe,
        Some('{' | '[') if is_json(start) => Kind::Json,
        Some('<') if is_html(start) => Kind::Html,
        _ if is_markdown(start) => Kind::Markdown,
        _ => Kind::Plain,
    }
}

fn names_ascribe(text: &str) -> bool {
    text.match_indices("\"format\"").any(|(at, key)| {
        let value = text.get(at + key.len()..).unwrap_or_default().trim_start();
        let value = value.strip_prefix(':').unwrap_or_default().trim_start();
        value.starts_with("\"ascribe\"")
    })
}

/// Tells whether a text in braces or brackets is meant as JSON: `[Photo]` and `{{ date }}` are not.
fn is_json(text: &str) -> bool {
    let object = |text: &str| {
        text.strip_prefix('{').is_some_and(|inside| inside.trim_start().starts_with('"'))
    };
    let inside = text.strip_prefix('[').unwrap_or_default().trim_start();
    object(text) || object(inside) || json::read(text).is_ok()
}

/// Elements that a page, or what was copied from one, begins with.
const ELEMENTS: [&str; 38] = [
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "base",
    "article",
    "section",
    "main",
    "header",
    "footer",
    "nav",
    "aside",
    "div",
    "p",
    "span",
    "a",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "table",
    "img",
    "br",
    "blockquote",
    "figure",
    "em",
    "strong",
    "b",
    "i",
];

fn is_html(text: &str) -> bool {
    let inside = text.strip_prefix('<').unwrap_or_default();
    let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
    let (name, behind) = inside.split_at(end);
    let closed = behind.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace());
    let declared = ["!--", "!doctype", "?xml"]
        .iter()
        .any(|sign| inside.get(..sign.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(sign)));
    declared || closed && ELEMENTS.iter().any(|element| name.eq_ignore_ascii_case(element))
}

/// Tells whether one of the first lines is something that plain text hardly ever has: a heading
/// with number signs, a fence, front matter, or a link with its address.
fn is_markdown(text: &str) -> bool {
    const LINES: usize = 200;
    let heading = |line: &str| {
        let title = line.trim_start_matches('#');
        (1..=6).contains(&(line.len() - title.len())) && title.starts_with(' ')
    };
    let link = |line: &str| line.contains("](http") || line.contains("](/") || line.contains("](#");
    let mut lines = text.lines().take(LINES);
    let front_matter = text.starts_with("---\n") && lines.clone().skip(1).any(|line| line == "---");
    front_matter || lines.any(|line| heading(line) || link(line) || line.starts_with("```"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::documents;
    use crate::format::ascribe;
    use proptest::prelude::*;

    fn check(content: &str, kind: Kind) {
        assert_eq!(recognise(content), kind, "{content}");
        assert_eq!(recognise(&format!("\u{feff}\r\n {content}")), kind, "behind a mark: {content}");
    }

    #[test]
    fn files_are_known_by_what_they_begin_with() {
        check("{\"version\": 1, \"format\" : \"ascribe\", \"docu", Kind::Ascribe);
        check("{\"format\": \"brat\", \"note\": \"no ascribe\"}", Kind::Json);
        check("[{\"text\": \"Ana said", Kind::Json);
        check("[1, 2]", Kind::Json);
        check("[Photo] Ana said no.", Kind::Plain);
        check("{{ date }} Ana said no.", Kind::Plain);
        check("<!-- saved --><html>", Kind::Html);
        check("<P class=lead>Ana said no.</P>", Kind::Html);
        check("<ana@example.org> said no.", Kind::Plain);
        check("<Ana> no", Kind::Plain);
        check("# Talks end\n\nAna said no.", Kind::Markdown);
        check("---\ntitle: Talks\n---\nAna said no.", Kind::Markdown);
        check("Ana [said](https://example.org/) no.", Kind::Markdown);
        check("#talks are over, Ana said.\n--- no", Kind::Plain);
        check("", Kind::Plain);
    }

    fn file_name(title: &str) -> String {
        format!("{}{ENDING}", stem(title))
    }

    #[test]
    fn names_are_taken_by_every_file_system() {
        let name =
            |title: &str, stem: &str| assert_eq!(file_name(title), format!("{stem}{ENDING}"));
        name("a/b\\c:d*e?f\"g<h>i|j\u{0}\n\tk", "a b c d e f g h i j k");
        name("  ..hidden.. ", "hidden");
        name("con", "_con");
        name("LPT1.x", "_LPT1.x");
        name("Console", "Console");
        name("say\u{202e}gnp.\u{200b}", "say gnp");
        name("/?*", "article");
        name("Mayor: “No soup”?", "Mayor “No soup”");
        name("", "article");
        name("北京 — Толк 👨‍👩‍👧", "北京 — Толк 👨‍👩‍👧");
    }

    proptest! {
        #[test]
        fn a_name_is_short_and_holds_nothing_refused(title in "(\\PC|[./ 👨‍👩‍👧\n]){0,200}") {
            let name = file_name(&title);
            let stem = name.strip_suffix(ENDING).unwrap();
            prop_assert!(!stem.is_empty() && name.len() <= STEM + ENDING.len() + 1);
            prop_assert!(!stem.contains(is_refused) && !stem.starts_with('.'));
            prop_assert_eq!(stem.trim(), stem);
            prop_assert_eq!(file_name(stem), name.clone());
        }

        #[test]
        fn what_is_written_is_recognised(document in documents()) {
            prop_assert_eq!(recognise(&ascribe::write(&document)), Kind::Ascribe);
        }
    }
}
