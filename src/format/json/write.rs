//! Writes a JSON tree as text: the same tree always gives the same bytes.

use super::{Json, Member};

/// Writes `json` to be read by a person as well, with a line feed at the end: two spaces of indent
/// a level; a list or an object that holds no other stands on one line.
pub(in crate::format) fn pretty(json: &Json) -> String {
    let mut out = String::new();
    write(&mut out, json, Layout::Lines { level: 0 });
    out.push('\n');
    out
}

/// Writes an object as [`pretty`] does, cut in its empty list `key`: what stands before the list's
/// items, and behind them.
pub(in crate::format) fn around(object: &Json, key: &str) -> (String, String) {
    let (mut before, mut out) = (String::new(), String::new());
    let layout = Layout::Lines { level: 0 };
    out.push('{');
    if let Json::Object(members) = object {
        for (index, member) in members.iter().enumerate() {
            write_member(&mut out, member, index == 0, layout);
            if member.key == key && out.ends_with("[]") {
                out.pop();
                before = std::mem::replace(&mut out, "]".into());
            }
        }
    }
    layout.close(&mut out, true);
    out.push_str("}\n");
    (before, out)
}

/// Writes one more item of a list in an object, both as [`pretty`] writes them.
pub(in crate::format) fn item(out: &mut String, item: &Json, first: bool) {
    let layout = Layout::Lines { level: 1 };
    layout.gap(out, first, false);
    write(out, item, layout.inner());
}

/// Ends a list whose items [`item`] wrote.
pub(in crate::format) fn end_items(out: &mut String) {
    Layout::Lines { level: 1 }.close(out, false);
}

/// Writes `json` without any white space.
pub(in crate::format) fn compact(json: &Json) -> String {
    let mut out = String::new();
    write(&mut out, json, Layout::Dense);
    out
}

/// Escapes all that is not ASCII in `json`, for readers that guess the encoding of a file.
pub(in crate::format) fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() {
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.push_str("\\u");
            out.extend([4096, 256, 16, 1].map(|place| HEX[usize::from(*unit) / place % 16]));
        }
    }
    out
}

/// How the parts of a list or an object are set apart.
#[derive(Clone, Copy)]
enum Layout {
    /// Not at all.
    Dense,
    /// By a blank.
    Blanks,
    /// By a line, at this level.
    Lines { level: usize },
}

impl Layout {
    fn of(self, json: &Json) -> Self {
        let flat = |value: &Json| !matches!(value, Json::Array(_) | Json::Object(_));
        let leaf = match json {
            Json::Array(items) => items.iter().all(flat),
            Json::Object(members) => members.iter().all(|member| flat(&member.value)),
            _ => true,
        };
        match self {
            Layout::Lines { .. } if leaf => Layout::Blanks,
            other => other,
        }
    }

    fn inner(self) -> Self {
        match self {
            Layout::Lines { level } => Layout::Lines { level: level + 1 },
            other => other,
        }
    }

    /// Begins a part.
    fn gap(self, out: &mut String, first: bool, braces: bool) {
        if !first {
            out.push(',');
        }
        match self {
            Layout::Blanks if braces || !first => out.push(' '),
            Layout::Dense | Layout::Blanks => {}
            Layout::Lines { level } => self.line(out, level + 1),
        }
    }

    /// Ends the last part.
    fn close(self, out: &mut String, braces: bool) {
        match self {
            Layout::Blanks if braces => out.push(' '),
            Layout::Dense | Layout::Blanks => {}
            Layout::Lines { level } => self.line(out, level),
        }
    }

    fn line(self, out: &mut String, level: usize) {
        out.push('\n');
        for _ in 0..level {
            out.push_str("  ");
        }
    }
}

fn write(out: &mut String, json: &Json, layout: Layout) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(digits) => out.push_str(digits),
        Json::String(text) => quote(out, text),
        Json::Array(items) if items.is_empty() => out.push_str("[]"),
        Json::Array(items) => {
            let layout = layout.of(json);
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                layout.gap(out, index == 0, false);
                write(out, item, layout.inner());
            }
            layout.close(out, false);
            out.push(']');
        }
        Json::Object(members) if members.is_empty() => out.push_str("{}"),
        Json::Object(members) => {
            let layout = layout.of(json);
            out.push('{');
            for (index, member) in members.iter().enumerate() {
                write_member(out, member, index == 0, layout);
            }
            layout.close(out, true);
            out.push('}');
        }
    }
}

fn write_member(out: &mut String, member: &Member, first: bool, layout: Layout) {
    layout.gap(out, first, true);
    quote(out, &member.key);
    out.push_str(if matches!(layout, Layout::Dense) { ":" } else { ": " });
    write(out, &member.value, layout.inner());
}

/// Writes `text` in quotes; only what JSON demands is escaped.
fn quote(out: &mut String, text: &str) {
    out.push('"');
    let mut rest = text;
    while let Some(at) = rest.bytes().position(|b| matches!(b, b'"' | b'\\' | 0..0x20)) {
        let (plain, behind) = rest.split_at(at);
        out.push_str(plain);
        let mut chars = behind.chars();
        match chars.next() {
            Some('\n') => out.push_str("\\n"),
            Some('\t') => out.push_str("\\t"),
            Some('\r') => out.push_str("\\r"),
            Some('\u{8}') => out.push_str("\\b"),
            Some('\u{c}') => out.push_str("\\f"),
            Some(c @ ('"' | '\\')) => out.extend(['\\', c]),
            Some(c) => {
                out.push_str("\\u00");
                out.extend([16, 1].map(|place| HEX[u32::from(c) as usize / place % 16]));
            }
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out.push('"');
}

const HEX: [char; 16] =
    ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'];
