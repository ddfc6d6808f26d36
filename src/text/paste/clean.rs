//! Cleaning, character by character: any text becomes lines of visible characters and single
//! blanks.
//!
//! Knows lines and the gaps between them, not what a line says. Unicode is never normalised:
//! an accent typed as a combining mark stays one.

use super::decode::windows_1252;
use super::repair::{Repair, Tally};

/// A line without blanks at its edges, never empty, and how it stood in the paste.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Raw {
    pub(super) text: String,
    /// What parts it from the line before it.
    pub(super) gap: Gap,
    /// Began with a tab or several blanks.
    pub(super) indented: bool,
    /// How it ended.
    pub(super) ending: Ending,
}

/// What parts a line from the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A blank line.
    Paragraph,
    /// A line end.
    Line,
}

/// How a line ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    Plain,
    /// With one blank: in mail that is `format=flowed` the line goes on (RFC 3676).
    Blank,
    /// With a soft hyphen: its last word goes on.
    SoftHyphen,
}

/// Cuts `text` into clean lines and counts in `tally` what was put right.
///
/// The first line's gap is [`Gap::Paragraph`].
pub(super) fn lines(text: &str, tally: &mut Tally) -> Vec<Raw> {
    let mut reader = Reader::new(tally);
    let mut chars = text.chars().peekable();
    if chars.next_if_eq(&'\u{FEFF}').is_some() {
        reader.tally.add(Repair::ByteOrderMarks, 1);
    }
    while let Some(c) = chars.next() {
        match c {
            '\n' => reader.end_line(),
            '\r' => {
                reader.tally.add(Repair::LineEnds, 1);
                chars.next_if_eq(&'\n');
                reader.end_line();
            }
            // Vertical tab, form feed, next line and line separator.
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' => {
                reader.tally.add(Repair::LineEnds, 1);
                reader.end_line();
            }
            // The paragraph separator.
            '\u{2029}' => {
                reader.tally.add(Repair::LineEnds, 1);
                reader.end_line();
                reader.end_line();
            }
            _ => reader.take(c),
        }
    }
    reader.end_line();
    reader.lines
}

/// Reads one line after the other.
struct Reader<'t> {
    tally: &'t mut Tally,
    lines: Vec<Raw>,
    /// The line being read.
    text: String,
    /// A character in it can be seen.
    visible: bool,
    /// Blanks since its last character.
    blanks: usize,
    indented: bool,
    soft_hyphen: bool,
    /// Blank lines since the last line.
    blank_lines: usize,
}

impl<'t> Reader<'t> {
    fn new(tally: &'t mut Tally) -> Self {
        Reader {
            tally,
            lines: Vec::new(),
            text: String::new(),
            visible: false,
            blanks: 0,
            indented: false,
            soft_hyphen: false,
            blank_lines: 0,
        }
    }

    /// Takes a character that ends no line.
    fn take(&mut self, c: char) {
        match c {
            ' ' => self.blanks += 1,
            '\t' => {
                self.tally.add(Repair::Tabs, 1);
                self.indented |= self.text.is_empty();
                self.blanks += 1;
            }
            // A no-break blank says how to lay out a line, as before French marks or between a
            // number and its unit; a blank is a blank to readers of the annotations and to search.
            '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' => {
                self.tally.add(Repair::OddBlanks, 1);
                self.blanks += 1;
            }
            '\u{AD}' => {
                self.tally.add(Repair::ZeroWidth, 1);
                self.soft_hyphen = true;
            }
            // Joiners and non-joiners (U+200C, U+200D) stay: emoji, Persian and Indic need them.
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => self.tally.add(Repair::ZeroWidth, 1),
            '\u{80}'..='\u{9F}' => match windows_1252(c) {
                Some(meant) => {
                    self.tally.add(Repair::Misread, 1);
                    self.push(meant);
                }
                None => self.tally.add(Repair::Controls, 1),
            },
            _ if c.is_control() => self.tally.add(Repair::Controls, 1),
            // The ideographic space parts words in Chinese and Japanese, so it is no odd blank;
            // at the edges of a line it only indents.
            '\u{3000}' if self.text.is_empty() => self.blanks += 2,
            _ => self.push(c),
        }
    }

    fn push(&mut self, c: char) {
        let line_begins = self.text.is_empty();
        if line_begins {
            self.indented |= self.blanks > 1;
        } else if self.blanks > 0 {
            self.text.push(' ');
        }
        self.tally.add(Repair::BlankRuns, usize::from(self.blanks > usize::from(!line_begins)));
        self.blanks = 0;
        self.soft_hyphen = false;
        self.visible |= !is_invisible(c) && c != '\u{3000}';
        self.text.push(c);
    }

    fn end_line(&mut self) {
        let mut text = std::mem::take(&mut self.text);
        text.truncate(text.trim_end_matches([' ', '\u{3000}']).len());
        if self.visible {
            let ending = match self.blanks {
                0 if self.soft_hyphen => Ending::SoftHyphen,
                1 => Ending::Blank,
                _ => Ending::Plain,
            };
            self.tally.add(Repair::BlankRuns, usize::from(self.blanks > 0));
            let is_first = self.lines.is_empty();
            let in_run = self.blank_lines > 1 && !is_first;
            self.tally.add(Repair::BlankLines, usize::from(in_run));
            let gap = if self.blank_lines > 0 || is_first { Gap::Paragraph } else { Gap::Line };
            self.lines.push(Raw { text, gap, indented: self.indented, ending });
            self.blank_lines = 0;
        } else {
            self.blank_lines += 1;
        }
        (self.visible, self.blanks) = (false, 0);
        (self.indented, self.soft_hyphen) = (false, false);
    }
}

/// Tells whether `c` shows nothing by itself: joiners, direction marks, variation selectors.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{200C}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{61C}'
        | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Shows the lines of `text`, a blank line between paragraphs, and what was put right.
    fn check(text: &str, expected: &str, repairs: &str) {
        let mut tally = Tally::default();
        let mut shown = String::new();
        for (index, line) in lines(text, &mut tally).iter().enumerate() {
            if index > 0 {
                shown.push_str(if line.gap == Gap::Paragraph { "\n\n" } else { "\n" });
            }
            shown.push_str(&line.text);
        }
        assert_eq!(shown, expected);
        let counted: Vec<String> =
            tally.cleanings().iter().map(|c| format!("{} {}", c.count, c.repair)).collect();
        assert_eq!(counted.join(", "), repairs);
    }

    #[test]
    fn every_line_end_becomes_a_line_feed() {
        check("a\r\nb\rc\nd", "a\nb\nc\nd", "2 line ends");
        check("a\u{B}b\u{C}c\u{85}d\u{2028}e", "a\nb\nc\nd\ne", "4 line ends");
        check("a\u{2029}b", "a\n\nb", "1 line ends");
        check("\n\na\n\n\n\nb\n\n", "a\n\nb", "1 runs of blank lines");
    }

    #[test]
    fn odd_blanks_become_blanks_and_runs_become_one() {
        check("«\u{A0}Non\u{202F}»", "« Non »", "2 no-break and other odd blanks");
        check("a\tb", "a b", "1 tabs");
        check("  a   b  ", "a b", "3 runs of blanks");
        check("安倍\u{3000}晋三\u{3000}", "安倍\u{3000}晋三", "");
    }

    #[test]
    fn what_cannot_be_seen_goes_but_joiners_and_directions_stay() {
        check(
            "\u{FEFF}a\u{200B}b\u{AD}c\u{FEFF}",
            "abc",
            "3 zero-width characters, 1 byte order marks",
        );
        check("a\0\u{1B}b", "ab", "2 control characters");
        check(
            "👩\u{200D}👧 می\u{200C}خواهم \u{200F}א",
            "👩\u{200D}👧 می\u{200C}خواهم \u{200F}א",
            "",
        );
        check("e\u{301}", "e\u{301}", "");
        check("a\n\u{200F}\nb", "a\n\nb", "");
    }

    #[test]
    fn windows_characters_read_as_controls_become_what_they_were() {
        check(
            "\u{93}No\u{94} \u{97} he\u{81}",
            "“No” — he",
            "1 control characters, 3 misread Windows characters",
        );
    }
}
