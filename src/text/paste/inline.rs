//! The marks within a line of Markdown: emphasis, code, links, tags, escapes and entities go,
//! their words stay. A mark without its partner is no mark and stays.

use crate::text::lower;
use std::borrow::Cow;

/// Bytes that a link's target or a tag may be long; what is longer is none.
const LONGEST: usize = 2048;

/// The names that `[name]: address` lines of a text define, sorted.
#[derive(Default)]
pub(super) struct References(Vec<String>);

impl References {
    /// Collects the definitions of `text`.
    pub(super) fn of(text: &str) -> Self {
        let names = text.lines().filter_map(definition).map(|(name, _)| lower(name));
        let mut references = References::default();
        for name in names {
            if let Err(at) = references.0.binary_search(&name) {
                references.0.insert(at, name);
            }
        }
        references
    }

    /// Tells whether `line` only defines a reference.
    pub(super) fn is_definition(line: &str) -> bool {
        definition(line).is_some()
    }

    fn has(&self, name: &str) -> bool {
        self.0.binary_search(&lower(name)).is_ok()
    }
}

fn definition(line: &str) -> Option<(&str, &str)> {
    let (name, address) = line.trim().strip_prefix('[')?.split_once("]: ")?;
    let mut words = address.trim().split(' ');
    // Only what looks like an address: `[Laughter]: no` is text.
    let starts = ["http", "mailto:", "/", "./", "../", "#", "<"];
    let is_address = words.next().is_some_and(|word| starts.iter().any(|s| word.starts_with(s)));
    let has_title = words.next().is_none_or(|title| title.starts_with(['"', '\'', '(']));
    (is_address && has_title && !name.starts_with('^') && !name.contains(']'))
        .then_some((name, address))
}

/// Returns the words of `text` without Markdown's marks.
pub(super) fn plain(text: &str, references: &References) -> String {
    let mut reader =
        Reader { text, references, parts: Vec::new(), open: Vec::new(), links: Vec::new() };
    let mut at = 0;
    while at < text.len() {
        at += reader.step(at);
    }
    reader.parts.into_iter().filter(|part| !part.gone).map(|part| part.text).collect()
}

struct Reader<'t> {
    text: &'t str,
    references: &'t References,
    parts: Vec<Part<'t>>,
    /// Emphasis marks that wait for their partner, as indices into `parts`.
    open: Vec<usize>,
    /// Brackets that wait for their partner: index into `parts`, offset behind the bracket.
    links: Vec<(usize, usize)>,
}

/// Some words, or a mark that goes when its partner is found.
struct Part<'t> {
    text: Cow<'t, str>,
    gone: bool,
}

impl<'t> Reader<'t> {
    /// Reads what stands at `at` and returns its length in bytes, at least 1.
    fn step(&mut self, at: usize) -> usize {
        let text = self.text;
        let rest = text.get(at..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { return 1 };
        match c {
            '\\' => match rest.chars().nth(1).filter(char::is_ascii_punctuation) {
                Some(_) => self.push(rest.get(1..2).unwrap_or_default(), 2),
                None => self.push("\\", 1),
            },
            '`' => self.code(rest),
            '*' | '_' | '~' => self.emphasis(at, rest, c),
            '!' if rest.starts_with("![") => self.bracket(at, 2, "!["),
            '[' => self.bracket(at, 1, "["),
            ']' => self.link(at, rest),
            '<' => self.tag(rest),
            '&' => self.entity(rest),
            _ => {
                let end = rest.find(['\\', '`', '*', '_', '~', '!', '[', ']', '<', '&']);
                let end = end.filter(|&end| end > 0).unwrap_or(match end {
                    Some(_) => c.len_utf8(),
                    None => rest.len(),
                });
                let words = rest.get(..end).unwrap_or(rest);
                self.push(words, end)
            }
        }
    }

    fn push(&mut self, text: impl Into<Cow<'t, str>>, length: usize) -> usize {
        self.parts.push(Part { text: text.into(), gone: false });
        length
    }

    fn code(&mut self, rest: &'t str) -> usize {
        let ticks = run(rest, '`');
        let inside = head(rest.get(ticks..).unwrap_or_default());
        let mut from = 0;
        while let Some(found) = inside.get(from..).and_then(|inside| inside.find('`')) {
            let end = from + found;
            let closing = run(inside.get(end..).unwrap_or_default(), '`');
            if closing == ticks {
                let code = inside.get(..end).unwrap_or_default();
                return self.push(code, ticks + end + ticks);
            }
            from = end + closing;
        }
        self.push(rest.get(..ticks).unwrap_or_default(), ticks)
    }

    fn emphasis(&mut self, at: usize, rest: &'t str, mark: char) -> usize {
        let length = run(rest, mark);
        let before = self.text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
        let after = rest.chars().nth(length).unwrap_or(' ');
        let inside_word = mark == '_' && before.is_alphanumeric() && after.is_alphanumeric();
        let may_be = length <= 3 && !inside_word && (mark != '~' || length == 2);
        let text = rest.get(..length).unwrap_or_default();
        let index = self.parts.len();
        let mut closed = false;
        if may_be && !before.is_whitespace() {
            let partner =
                self.open.iter().rposition(|&i| self.parts.get(i).is_some_and(|p| p.text == text));
            if let Some(place) = partner {
                if let Some(part) = self.open.get(place).and_then(|&i| self.parts.get_mut(i)) {
                    part.gone = true;
                }
                self.open.truncate(place);
                closed = true;
            }
        }
        if may_be && !closed && !after.is_whitespace() && self.open.len() < 16 {
            self.open.push(index);
        }
        self.parts.push(Part { text: text.into(), gone: closed });
        length
    }

    fn bracket(&mut self, at: usize, length: usize, mark: &'static str) -> usize {
        self.links.push((self.parts.len(), at + length));
        self.push(mark, length)
    }

    /// Closes a bracket; it was a link when an address or a defined name follows or it is one.
    fn link(&mut self, at: usize, rest: &str) -> usize {
        let Some((opening, start)) = self.links.pop() else { return self.push("]", 1) };
        let words = self.text.get(start..at).unwrap_or_default();
        let behind = rest.get(1..).unwrap_or_default();
        let target = match behind.chars().next() {
            Some('(') => target(behind),
            Some('[') => head(behind)
                .find(']')
                .filter(|&end| {
                    let name = behind.get(1..end).unwrap_or_default();
                    self.references.has(if name.is_empty() { words } else { name })
                })
                .map(|end| end + 1),
            _ => None,
        };
        match target.or_else(|| (words.len() < LONGEST && self.references.has(words)).then_some(0))
        {
            Some(length) => {
                if let Some(part) = self.parts.get_mut(opening) {
                    part.gone = true;
                }
                1 + length
            }
            None => self.push("]", 1),
        }
    }

    /// Drops a tag or comment; an address in angle brackets stays without them.
    fn tag(&mut self, rest: &'t str) -> usize {
        let inside = head(rest);
        if let Some(end) = inside.strip_prefix("<!--").and_then(|comment| comment.find("-->")) {
            return 4 + end + 3;
        }
        let Some(end) = inside.find('>') else { return self.push("<", 1) };
        let tag = inside.get(1..end).unwrap_or_default();
        let is_address = tag.contains("://") || tag.contains('@');
        let name = tag.strip_prefix('/').unwrap_or(tag);
        let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
            && name.chars().all(|c| !matches!(c, '<' | '\n'));
        if is_address && !tag.contains(' ') {
            self.push(tag, end + 1)
        } else if is_tag && is_known(name) {
            let is_break = name.trim_end_matches(['/', ' ']).eq_ignore_ascii_case("br");
            self.push(if is_break { "\n" } else { "" }, end + 1)
        } else {
            self.push("<", 1)
        }
    }

    fn entity(&mut self, rest: &str) -> usize {
        let end = rest.bytes().take(12).position(|b| b == b';');
        let name = end.and_then(|end| rest.get(1..end)).unwrap_or_default();
        let number =
            name.strip_prefix('#').and_then(|number| match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16).ok(),
                None => number.parse().ok(),
            });
        let meant = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            "nbsp" => Some('\u{A0}'),
            "ndash" => Some('–'),
            "mdash" => Some('—'),
            "hellip" => Some('…'),
            "copy" => Some('©'),
            "lsquo" => Some('‘'),
            "rsquo" => Some('’'),
            "ldquo" => Some('“'),
            "rdquo" => Some('”'),
            _ => number.and_then(char::from_u32),
        };
        match meant {
            Some(meant) => self.push(meant.to_string(), name.len() + 2),
            None => self.push("&", 1),
        }
    }
}

/// Returns as much of `text` as a mark may take.
fn head(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text)
}

fn run(text: &str, mark: char) -> usize {
    text.chars().take_while(|&c| c == mark).count()
}

/// Returns the length of a link's target in balanced brackets.
fn target(text: &str) -> Option<usize> {
    let mut depth = 0;
    for (at, c) in head(text).char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            '\n' => return None,
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Tells whether a tag is one of those that people write into Markdown.
fn is_known(tag: &str) -> bool {
    let name = tag.split([' ', '/', '\t']).next().unwrap_or_default().to_ascii_lowercase();
    [
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "center",
        "cite",
        "code",
        "del",
        "details",
        "div",
        "em",
        "figcaption",
        "figure",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "tt",
        "u",
        "ul",
    ]
    .contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(plain(text, &References::of("[1]: http://x\n[Ana]: <y> \"Y\"")), expected);
    }

    #[test]
    fn emphasis_goes_only_in_pairs() {
        check("*a* **b** _c_ __d__ ~~e~~ ***f***", "a b c d e f");
        check("2 * 3 * 4, snake_case_name, 5*", "2 * 3 * 4, snake_case_name, 5*");
        check("**a *b* c**", "a b c");
        check("\\*a\\*", "*a*");
    }

    #[test]
    fn links_and_images_leave_their_words() {
        check("[she *said*](http://x/(y) \"t\") no", "she said no");
        check("![a bridge](b.jpg)", "a bridge");
        check("[![alt](a)](b)", "alt");
        check("[no][1], [Ana], [Ana][]", "no, Ana, Ana");
        check("[Laughter]: no", "[Laughter]: no");
        check("he [the mayor] said [sic] (no)", "he [the mayor] said [sic] (no)");
        check("<https://example.org> <a@b.org>", "https://example.org a@b.org");
    }

    #[test]
    fn code_tags_and_entities_are_read() {
        check("`a*b*` ``c`d`` `e", "a*b* c`d `e");
        check("<b>a</b><br/>c <!-- d -->1 < 2 > 0 <unknown>", "a\nc 1 < 2 > 0 <unknown>");
        check("AT&amp;T &#8220;no&#x201D; R&D &bogus;", "AT&T “no” R&D &bogus;");
    }

    proptest! {
        #[test]
        fn fuzz_any_text_is_read_and_words_stay(text in "([a-z]{1,3}|[*_~`!\\[\\]()<>&;#\\\\ é😀\n]){0,60}") {
            let read = plain(&text, &References::default());
            prop_assert!(read.len() <= text.len());
        }
    }
}
