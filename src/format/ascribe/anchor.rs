//! Anchors: from the offsets and words of a file to spans of the text of record.
//!
//! Offsets and words are two witnesses. Where they agree the span is sure; where they do not, the
//! span is found only by a reason that can be named (another unit, a place close by), or not.

use super::fault::Fault;
use super::misplaced::{SpanFault, Unit};
use super::problem::short;
use crate::text::{Byte, CodePoint, Ruler, Span, Utf16};
use std::borrow::Cow;
use std::rc::Rc;

/// How far from its offset words are looked for, in bytes to either side.
const NEAR: usize = 1024;

/// Finds the spans of one file.
pub(in crate::format) struct Anchor<'t> {
    unit: Unit,
    /// Measures the text as it stands in the file.
    ruler: Ruler<'t>,
    file_text: &'t str,
    text: Rc<str>,
    /// For every character that was taken out: the byte behind it in the file's text, and how many
    /// bytes were taken out until there.
    cuts: Vec<(usize, usize)>,
    /// Whether the text is here to check spans against.
    seen: bool,
}

impl<'t> Anchor<'t> {
    /// Fixes the text of record of a file that counts offsets in `unit`; the fault says what had
    /// to be taken out of the text.
    pub(in crate::format) fn new(file_text: &'t str, unit: Unit) -> (Self, Option<Fault>) {
        let (mut cuts, mut removed) = (Vec::new(), 0);
        let (mut carriage_returns, mut nuls, mut marks) = (0, 0, 0);
        let searched = if is_clean(file_text) { "" } else { file_text };
        for (at, c) in searched.match_indices(NEVER_IN_TEXT) {
            match c {
                "\r" => carriage_returns += 1,
                "\0" => nuls += 1,
                _ => marks += 1,
            }
            if !becomes_line_feed(file_text, at) {
                removed += c.len();
                cuts.push((at + c.len(), removed));
            }
        }
        let dirty = carriage_returns + nuls + marks > 0;
        let fault = dirty.then_some(Fault::TextMended { carriage_returns, nuls, marks });
        let text = mended(file_text).into();
        (Anchor { unit, ruler: Ruler::new(file_text), file_text, text, cuts, seen: true }, fault)
    }

    /// Takes spans as they were written, in bytes: their text is not at hand, and whoever puts them
    /// into a document checks them there.
    pub(in crate::format) fn unseen() -> Self {
        let (unit, ruler) = (Unit::Utf8, Ruler::new(""));
        Anchor { unit, ruler, file_text: "", text: "".into(), cuts: Vec::new(), seen: false }
    }

    /// Returns the text of record.
    pub(in crate::format) fn text(&self) -> &Rc<str> {
        &self.text
    }

    /// Measures the text as the file has it, in `unit`.
    pub(in crate::format) fn len(&self, unit: Unit) -> usize {
        match unit {
            Unit::CodePoint => self.ruler.code_point_len().0,
            Unit::Utf16 => self.ruler.utf16_len().0,
            Unit::Utf8 => self.file_text.len(),
        }
    }

    /// Finds the span from `start` to `end`, which should hold the words `exact`; the fault that
    /// comes with a span says how else it was found.
    ///
    /// # Errors
    /// The fault for which there is no such span.
    pub(in crate::format) fn span(
        &self,
        start: u64,
        end: u64,
        exact: Option<&str>,
    ) -> Result<(Span, Option<SpanFault>), SpanFault> {
        if !self.seen {
            let byte = |offset| usize::try_from(offset).map(Byte).ok();
            let span = byte(start).zip(byte(end)).and_then(|(start, end)| Span::kept(start, end));
            return span.map(|span| (span, None)).ok_or(SpanFault::Empty { start, end });
        }
        let there = self.at(self.unit, start, end);
        let not_there = || {
            let len = self.len(self.unit);
            if start >= end {
                SpanFault::Empty { start, end }
            } else if usize::try_from(end).is_ok_and(|end| end <= len) {
                SpanFault::NoCharacter { start, end }
            } else {
                SpanFault::Outside { start, end, len }
            }
        };
        let Some(exact) = exact.map(mended).filter(|exact| !exact.is_empty()) else {
            return there.map(|span| (span, None)).ok_or_else(not_there);
        };
        if let Some(span) = there.filter(|span| span.of(&self.text) == exact) {
            return Ok((span, None));
        }
        for unit in [Unit::CodePoint, Unit::Utf16, Unit::Utf8] {
            if let Some(span) = self.at(unit, start, end)
                && span.of(&self.text) == exact
            {
                return Ok((span, Some(SpanFault::OtherUnit { exact: short(&exact), unit })));
            }
        }
        if let Some(span) = self.near(start, &exact) {
            return Ok((span, Some(SpanFault::Moved { exact: short(&exact), from: start })));
        }
        Err(there.map_or_else(not_there, |span| SpanFault::OtherWords {
            exact: short(&exact),
            there: short(span.of(&self.text)),
        }))
    }

    /// Returns where an offset of the file leads, for words that do not stand there.
    pub(in crate::format) fn byte(&self, offset: u64) -> Option<Byte> {
        self.gap(self.unit, offset)
    }

    fn at(&self, unit: Unit, start: u64, end: u64) -> Option<Span> {
        let (start, end) = (self.gap(unit, start)?, self.gap(unit, end)?);
        Span::new(&self.text, start, end).ok()
    }

    /// Returns the gap of the text of record that an offset of the file names.
    fn gap(&self, unit: Unit, offset: u64) -> Option<Byte> {
        let offset = usize::try_from(offset).ok()?;
        let Byte(at) = match unit {
            Unit::CodePoint => self.ruler.byte_of_code_point(CodePoint(offset))?,
            Unit::Utf16 => self.ruler.byte_of_utf16(Utf16(offset))?,
            Unit::Utf8 => self.file_text.is_char_boundary(offset).then_some(Byte(offset))?,
        };
        let past = self.cuts.partition_point(|(behind, _)| *behind <= at);
        let removed = past.checked_sub(1).and_then(|last| self.cuts.get(last));
        Some(Byte(at - removed.map_or(0, |(_, removed)| *removed)))
    }

    /// Finds `exact` where it stands exactly once close to `start`.
    fn near(&self, start: u64, exact: &str) -> Option<Span> {
        let Byte(at) = self.gap(self.unit, start).unwrap_or(Byte(self.text.len()));
        let from = self.text.floor_char_boundary(at.saturating_sub(NEAR));
        let to = self.text.ceil_char_boundary((at + NEAR).saturating_add(exact.len()));
        let around = self.text.get(from..to)?;
        let first = around.find(exact)?;
        let second = first + exact.chars().next()?.len_utf8();
        if around.get(second..)?.contains(exact) {
            return None;
        }
        Span::new(&self.text, Byte(from + first), Byte(from + first + exact.len())).ok()
    }
}

/// What never stands in a text of record: carriage returns, NUL and byte order marks.
const NEVER_IN_TEXT: [char; 3] = ['\r', '\0', '\u{feff}'];

/// Tells whether none of those is in `text`. Looks at bytes: texts are long, and this is asked of
/// every span.
fn is_clean(text: &str) -> bool {
    let bytes = text.as_bytes();
    let suspect = bytes.iter().any(|byte| matches!(byte, b'\r' | 0 | 0xef));
    !suspect || !text.contains(NEVER_IN_TEXT)
}

/// Makes carriage returns line feeds, with the line feed behind them if there is one, and takes
/// NUL characters and byte order marks out.
fn mended(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        if becomes_line_feed(text, at) {
            out.push('\n');
        } else if !NEVER_IN_TEXT.contains(&c) {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

/// Tells whether a carriage return stands at the byte `at`, with no line feed behind it.
fn becomes_line_feed(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest.starts_with('\r') && !rest.starts_with("\r\n")
}
