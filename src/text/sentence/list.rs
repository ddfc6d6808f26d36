//! Lists: the numbers, letters and bullets that items begin with. Knows no abbreviation.

use super::glyph::is_bullet;
use crate::text::{Byte, Span};

/// The number or letter an item begins with, such as `2.)` or `(b)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Marker {
    value: Value,
    /// Whether a bracket opens before it.
    opened: bool,
    dotted: bool,
    closed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Value {
    Number(u32),
    Letter(char),
}

impl Value {
    fn written(self) -> String {
        match self {
            Value::Number(number) => number.to_string(),
            Value::Letter(letter) => letter.to_string(),
        }
    }
}

/// Tells whether `before`, which a full stop follows, is nothing but the marker of an item.
pub(super) fn is_marker(before: &str) -> bool {
    if before.len() > 24 {
        return false;
    }
    let before = before.trim_start().trim_start_matches(is_bullet).trim_start();
    let before = before.strip_prefix(['(', '[', '§']).unwrap_or(before).trim_start();
    !before.is_empty()
        && before.len() <= 8
        && (is_numbering(before) || is_roman(before) || is_letter(before))
}

fn is_letter(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// `2`, `2.1`, `2.1.3`; numbers of four digits are years.
fn is_numbering(text: &str) -> bool {
    text.split('.')
        .all(|part| (1..=3).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Roman numbers up to `XXXIX`, in one case.
pub(super) fn is_roman(text: &str) -> bool {
    let upper = text.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let lower = text.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let ones = text.trim_start_matches(['X', 'x']);
    let tens = text.len() - ones.len();
    (upper || lower)
        && !text.is_empty()
        && tens <= 3
        && (ones.is_empty()
            || ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
                .iter()
                .any(|one| ones.eq_ignore_ascii_case(one)))
}

/// Tells whether an item begins at the start of `rest` with a lower-case letter: `b) another`.
pub(super) fn starts_lettered_item(rest: &str) -> bool {
    let rest = rest.strip_prefix('(').unwrap_or(rest);
    match *rest.as_bytes() {
        [b'a', b'.', b' ', third, ..] => third.is_ascii_lowercase(),
        [b'a'..=b'z', b')', b' ' | b'\n', ..] => true,
        _ => false,
    }
}

/// Finds where the item begins whose marker ends with the full stop behind `before`, when the
/// sentence so far begins with the item before it: `1. One 2. Two`.
pub(super) fn next_item(before: &str) -> Option<usize> {
    let [.., second, last] = *before.as_bytes() else { return None };
    if !(last.is_ascii_digit() || last.is_ascii_lowercase() && second == b' ') {
        return None;
    }
    let ends_with = |marker: Marker| {
        let name = marker.value.written();
        let at = before.len().checked_sub(name.len())?;
        let spaced = before.get(..at)?.ends_with(char::is_whitespace);
        (marker.dotted && spaced && before[at..] == name).then_some(at)
    };
    let marker = Marker::read(before.trim_start())?;
    [marker.next(), marker.previous()].into_iter().flatten().find_map(ends_with)
}

/// Adds `sentence` to `found`, cut before each further item when it is a list on one line.
pub(super) fn push_items(text: &str, sentence: Span, found: &mut Vec<Span>) {
    let mut rest = sentence;
    if let Some([b'A'..=b'Z' | b'a'..=b'z', b'a'..=b'z' | b' ']) =
        rest.of(text).as_bytes().first_chunk()
    {
        found.push(rest);
        return;
    }
    if let Some(mut marker) = Marker::read(rest.of(text)) {
        while let Some(next) = marker.next() {
            let Some(at) = next.find(rest.of(text)) else { break };
            let cut = Byte(rest.start().0 + at);
            found.extend(Span::trimmed(text, rest.start(), cut));
            let Some(behind) = Span::trimmed(text, cut, rest.end()) else { return };
            rest = behind;
            marker = next;
        }
    }
    found.push(rest);
}

impl Marker {
    fn read(text: &str) -> Option<Marker> {
        let text = text.trim_start_matches(is_bullet).trim_start();
        let (opened, text) = match text.strip_prefix('(') {
            Some(text) => (true, text),
            None => (false, text),
        };
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (value, rest) = if (1..=2).contains(&digits) {
            (Value::Number(text[..digits].parse().ok()?), &text[digits..])
        } else {
            let letter = text.chars().next().filter(char::is_ascii_alphabetic)?;
            (Value::Letter(letter), &text[1..])
        };
        let (dotted, rest) = match rest.strip_prefix('.') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let closed = rest.starts_with(')');
        (closed || dotted && !opened).then_some(Marker { value, opened, dotted, closed })
    }

    /// The marker of the item behind this one.
    fn next(self) -> Option<Marker> {
        let value = match self.value {
            Value::Number(number) => Value::Number(number + 1),
            Value::Letter('z' | 'Z') => return None,
            Value::Letter(letter) => Value::Letter(char::from(letter as u8 + 1)),
        };
        Some(Marker { value, ..self })
    }

    /// The marker of the item before this one in a list that counts down.
    fn previous(self) -> Option<Marker> {
        match self.value {
            Value::Number(number) => {
                Some(Marker { value: Value::Number(number.checked_sub(1)?), ..self })
            }
            Value::Letter(_) => None,
        }
    }

    /// Finds this marker in `text` where an item can begin: behind a space, before a space.
    fn find(self, text: &str) -> Option<usize> {
        let open = if self.opened { "(" } else { "" };
        let value = self.value.written();
        let dot = if self.dotted { "." } else { "" };
        let close = if self.closed { ")" } else { "" };
        let wanted = format!(" {open}{value}{dot}{close} ");
        // A capital and a full stop may be an initial: "A. Ames met B. Berg."
        if let Value::Letter('A'..='Z') = self.value
            && !self.closed
        {
            return None;
        }
        let at = text.find(&wanted)?;
        // Items of one sentence go on behind a comma or a joining word: "1) Ana and 2) Ben".
        let last = text[..at].rsplit(' ').next().unwrap_or_default();
        let joined =
            last.ends_with([',', ';']) || last.len() <= 3 && last.starts_with(char::is_lowercase);
        (!joined || matches!(self.value, Value::Letter(_))).then_some(at + 1)
    }
}
