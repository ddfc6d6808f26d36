//! Lines: whether a single line feed ends a sentence, decided by how the whole text is laid out.
//! Knows no words.

/// Widths above this are no hard wrapping, in characters.
const WIDEST: usize = 160;
/// Widths below this are too narrow to tell wrapping from a list, in characters.
const NARROWEST: usize = 30;

/// How much of a line is looked at, in bytes.
const SEEN: usize = 160;

/// How the lines of a text are laid out.
pub(super) struct Layout {
    /// The width the text is wrapped at, in characters; `None` when lines are paragraphs.
    width: Option<usize>,
}

impl Layout {
    /// Measures `text`.
    pub(super) fn of(text: &str) -> Layout {
        let (mut single, mut soft) = (0usize, 0usize);
        for (line, below) in joined_lines(text) {
            single += 1;
            soft += usize::from(below.starts_with(char::is_lowercase) && !ends_closed(line));
        }
        let wrapped = single >= 2 && soft * 5 >= single;
        Layout { width: if wrapped { width(text, single) } else { None } }
    }

    /// Tells whether the text is wrapped at a width.
    pub(super) fn is_wrapped(&self) -> bool {
        self.width.is_some()
    }

    /// Tells whether the line that ends in the gap `at` goes on in the next line.
    ///
    /// In a text wrapped at a width, the next line's first word had no room in this one. In other
    /// texts a line goes on where it breaks off before a small letter.
    pub(super) fn is_wrap(&self, text: &str, at: usize) -> bool {
        let below = &text[at + 1..];
        // Most paragraphs begin with a capital or end before an empty line.
        if self.width.is_none() && below.starts_with(|c: char| c == '\n' || c.is_ascii_uppercase())
        {
            return false;
        }
        if is_blank(first_line(below)) {
            return false;
        }
        let next = below.trim_start();
        if let Some(width) = self.width {
            let line = tail(&text[..at], width * 4);
            let word = head(next, width * 4).split_whitespace().next().unwrap_or_default();
            let needed = line.trim_end().chars().count() + 1 + word.chars().count();
            // Not all texts are wrapped at exactly one width, but no line ends far before it.
            if needed > width || !ends_closed(line.trim_end()) && needed * 5 > width * 4 {
                return true;
            }
        }
        breaks_off(&text[..at], next)
    }
}

/// The lines of `text` that no empty line follows, without white space at their end, and what is
/// below each.
fn joined_lines(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    let lines = std::iter::from_fn(move || {
        let (line, below) = rest.split_once('\n')?;
        rest = below;
        Some((line, below))
    });
    lines
        .filter(|(line, below)| !is_blank(line) && !is_blank(first_line(below)))
        .map(|(line, below)| (line.trim_end(), below))
}

/// The width that nearly all of the `count` joined lines keep to, if it can be one.
fn width(text: &str, count: usize) -> Option<usize> {
    let mut lengths = [0usize; WIDEST + 1];
    for (line, _) in joined_lines(text) {
        let long = line.len() > 4 * WIDEST;
        lengths[if long { WIDEST } else { line.chars().count().min(WIDEST) }] += 1;
    }
    if lengths[WIDEST] * 10 > count {
        return None;
    }
    let mut beyond = 0;
    let widest = (0..WIDEST).rev().find(|&length| {
        beyond += lengths[length];
        beyond * 50 > count
    });
    widest.filter(|&width| width >= NARROWEST)
}

/// Tells whether the last line of `before` breaks off before the small letter `next` begins with.
fn breaks_off(before: &str, next: &str) -> bool {
    let first = next.chars().next();
    if !first.is_some_and(|c| c.is_lowercase() || matches!(c, '(' | ',')) {
        return false;
    }
    let (line, next) = (tail(before, SEEN), head(next, SEEN));
    let spaced = line.ends_with(' ');
    !ends_closed(line.trim_end())
        && (line.len() > SEEN - 4 || !line.trim_start().starts_with(char::is_lowercase))
        && line.split_whitespace().count() >= 3
        && (spaced || first != Some('('))
        && (spaced || ends_closed(next) || next.len() > 80)
}

/// Tells whether a line ends with a mark that may close a sentence.
fn ends_closed(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', '"', '”', '…', ';', '»'])
}

/// Tells whether a line holds white space only.
fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
}

/// The first line of `text`, or its beginning when that shows that the line is not blank.
fn first_line(text: &str) -> &str {
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    match end {
        Some(end) if bytes[end] == b'\n' => &text[..end],
        _ => text,
    }
}

/// The last line of `text`, no more than its last `most` bytes.
fn tail(text: &str, most: usize) -> &str {
    let mut from = text.len().saturating_sub(most);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    text[from..].rsplit('\n').next().unwrap_or_default()
}

/// The first line of `text`, no more than its first `most` bytes.
fn head(text: &str, most: usize) -> &str {
    let mut to = text.len().min(most);
    while !text.is_char_boundary(to) {
        to -= 1;
    }
    text[..to].split('\n').next().unwrap_or_default()
}
