//! A stop: one or more terminators in a row and what stands around them. Knows no abbreviation and
//! takes no decision.

use super::glyph::{
    ends_without_space, is_bullet, is_closing, is_dash, is_final, is_opening, is_quote,
};

/// How far a stop looks back, in bytes, so that no text costs more than linear time.
pub(super) const REACH: usize = 400;

/// What the terminators are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// One full stop, which may belong to an abbreviation.
    Dot,
    /// Several full stops in a row.
    Dots,
    /// A terminator that is never part of a word.
    Final,
    /// A terminator that needs no space behind it.
    Tight,
}

/// The surroundings of terminators in a row. All places are in bytes.
pub(super) struct Stop<'t> {
    /// The whole text.
    pub(super) text: &'t str,
    /// Where the sentence begins.
    pub(super) start: usize,
    /// Where the first terminator stands.
    pub(super) at: usize,
    /// The gap behind the last terminator.
    pub(super) run: usize,
    /// The gap behind closing marks: where the sentence would end.
    pub(super) end: usize,
    /// What the terminators are.
    pub(super) mark: Mark,
    /// The last closing mark between `run` and `end`.
    pub(super) closed: Option<char>,
    /// Whether white space stands behind `end`.
    pub(super) spaced: bool,
    /// Where the next words begin, behind white space, opening marks and dashes.
    pub(super) next: usize,
    /// The character at `next`; `None` at the end of the text.
    pub(super) first: Option<char>,
    /// The first opening mark or dash before `next`.
    pub(super) opened: Option<char>,
}

impl<'t> Stop<'t> {
    /// Reads the stop whose first terminator is `c` at `at`, in a sentence that began at `start`.
    pub(super) fn read(text: &'t str, start: usize, at: usize, c: char) -> Stop<'t> {
        let (run, mark) = run(text, at, c);
        let mut stop = Stop {
            text,
            start,
            at,
            run,
            end: run,
            mark,
            closed: None,
            spaced: false,
            next: run,
            first: None,
            opened: None,
        };
        stop.close();
        stop.look_ahead();
        stop
    }

    /// Takes closing marks behind the terminators into the sentence.
    fn close(&mut self) {
        while let Some(c) = char_at(self.text, self.end) {
            let behind = char_at(self.text, self.end + c.len_utf8());
            let before_word = behind.is_some_and(char::is_alphanumeric);
            if !(is_closing(c) && c != '’' || (is_quote(c) || c == '’') && !before_word) {
                break;
            }
            self.end += c.len_utf8();
            self.closed = Some(c);
        }
        self.close_over_space();
    }

    /// Takes a closing quote mark behind a space into the sentence, as French sets it:
    /// `« Non. »`, and as some texts set straight ones: `" No. "`.
    fn close_over_space(&mut self) {
        let rest = &self.text[self.end..];
        let Some(inner) = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']) else { return };
        let Some(c) = inner.chars().next() else { return };
        let closes = match c {
            '»' | '”' | ')' | ']' => true,
            '"' => self.before().matches('"').count() % 2 == 1,
            _ => false,
        };
        let behind = inner[c.len_utf8()..].chars().next();
        if closes && behind.is_none_or(|c| !c.is_alphanumeric()) {
            self.end = self.text.len() - inner.len() + c.len_utf8();
            self.closed = Some(c);
        }
    }

    /// Finds where the next words begin.
    pub(super) fn look_ahead(&mut self) {
        let mut next = self.end;
        self.opened = None;
        self.spaced = false;
        self.first = loop {
            let Some(c) = char_at(self.text, next) else { break None };
            if c.is_whitespace() {
                self.spaced |= next == self.end;
            } else if is_opening(c) || is_quote(c) || is_dash(c) || is_bullet(c) || c == '’' {
                self.opened = self.opened.or(Some(c));
            } else {
                break Some(c);
            }
            // A text of nothing but such marks must not cost more than linear time.
            if next - self.end > REACH {
                break None;
            }
            next += c.len_utf8();
        };
        self.next = next;
    }

    /// The sentence before the first terminator, no more than [`REACH`] bytes of it.
    pub(super) fn before(&self) -> &'t str {
        let mut from = self.start.max(self.at.saturating_sub(REACH));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        &self.text[from..self.at]
    }

    /// Whether the sentence began so near that [`Stop::before`] is all of it.
    pub(super) fn sees_start(&self) -> bool {
        self.at - self.start <= REACH
    }

    /// The text from the next words on.
    pub(super) fn after(&self) -> &'t str {
        &self.text[self.next..]
    }

    /// The word the first terminator stands behind, with full stops inside it.
    pub(super) fn word(&self) -> &'t str {
        let floor = self.at.saturating_sub(40).max(self.start);
        let bytes = self.text.as_bytes();
        let mut from = self.at;
        while from > floor {
            let byte = bytes[from - 1];
            if byte.is_ascii() {
                if matches!(byte, b'\t'..=b' ' | b'"' | b'('..=b',' | b'/' | b':'..=b'>' | b'[' | b']' | b'{' | b'}')
                {
                    break;
                }
                from -= 1;
                continue;
            }
            let c = self.text[..from].chars().next_back().unwrap_or(' ');
            if c.is_whitespace()
                || is_opening(c)
                || is_quote(c)
                || is_closing(c) && c != '’'
                || is_dash(c)
                || c == '…'
            {
                break;
            }
            from -= c.len_utf8();
        }
        self.text[from..self.at].trim_start_matches('\'')
    }

    /// The first word of what follows, without its ending behind an apostrophe.
    pub(super) fn next_word(&self) -> &'t str {
        word_at(self.after())
    }
}

/// The letters and digits at the start of `text`.
pub(super) fn word_at(text: &str) -> &str {
    let ascii = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if text.as_bytes().get(ascii).is_none_or(u8::is_ascii) {
        return &text[..ascii];
    }
    let end =
        text.char_indices().find(|(_, c)| !c.is_alphanumeric()).map_or(text.len(), |(at, _)| at);
    &text[..end]
}

/// The character behind the gap `at`.
pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The gap behind the terminators in a row that begin with `c` at `at`, and what they are.
///
/// Full stops with single spaces between them are one ellipsis: `. . .`
fn run(text: &str, at: usize, c: char) -> (usize, Mark) {
    let mut mark = match c {
        '.' => Mark::Dot,
        '…' => Mark::Dots,
        c if ends_without_space(c) => Mark::Tight,
        _ => Mark::Final,
    };
    let mut end = at + c.len_utf8();
    while let Some(c) = char_at(text, end) {
        if c == '.' || c == '…' {
            if mark == Mark::Dot {
                mark = Mark::Dots;
            }
        } else if is_final(c) {
            mark = if ends_without_space(c) || mark == Mark::Tight {
                Mark::Tight
            } else {
                Mark::Final
            };
        } else if c == '፡' {
            mark = Mark::Tight;
        } else if c == ' '
            && matches!(mark, Mark::Dot | Mark::Dots)
            && is_spaced_dot(&text[end + 1..])
        {
            mark = Mark::Dots;
        } else {
            break;
        }
        end += c.len_utf8();
    }
    (end, mark)
}

/// Tells whether `text` begins with a full stop that stands alone.
fn is_spaced_dot(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.first() == Some(&b'.')
        && bytes.get(1).is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'.')
}
