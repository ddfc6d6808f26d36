//! Quote marks: pairs them into runs, whatever their style. Knows no cue and no source.
//!
//! A mark opens or closes by its shape, by what stands beside it and by what is open. A run never
//! leaves its paragraph: a quote over several paragraphs is one run each, joined by
//! [`Run::goes_on`]. One pass over the text; the ends of runs in single marks are looked for over a
//! bounded stretch, so that apostrophes cannot make it long.

use crate::text::{Language, Span};

/// The words between two quote marks, marks included. Offsets are in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Whether it goes on with the quote of the run before, in a new paragraph.
    pub(super) goes_on: bool,
    /// Whether its closing mark is there.
    pub(super) closed: bool,
}

/// How far the end of a run in single marks may be, in bytes.
const SINGLE_REACH: usize = 700;
/// How many lines without a mark a quote can have before the one with its closing mark.
const BARE_LINES: u8 = 4;
/// How far behind an end that may be an apostrophe a better one is looked for, in bytes.
const APOSTROPHE_REACH: usize = 120;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Angle,
    Corner,
}

/// Which way a mark can be read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Opens,
    Closes,
    Either,
}

#[derive(Clone, Copy)]
struct Open {
    at: usize,
    family: Family,
    mark: char,
}

/// The mark of a quote that the next paragraph may go on with, its family, and how many lines
/// without a mark stand behind it.
pub(super) type LeftOpen = Option<(Family, char, u8)>;

/// Adds the outermost runs of a paragraph to those before it, in order; they do not overlap.
/// `left_open` is what the paragraphs before left open, and then what this one does.
pub(super) fn read(
    text: &str,
    paragraph: Span,
    language: Language,
    left_open: &mut LeftOpen,
    runs: &mut Vec<Run>,
) {
    let mut scan = Scan {
        text: paragraph.of(text),
        base: paragraph.start().0,
        german: language == Language::German,
        open: Vec::new(),
        single_until: 0,
        searched: [0; 4],
        marked: false,
        resumed: None,
        inner: Vec::new(),
        found: Vec::new(),
    };
    let apart = text.get(..scan.base).is_some_and(|before| before.ends_with("\n\n"));
    scan.read(*left_open);
    *left_open = match *left_open {
        // A list or a verse inside the quote, without an empty line.
        Some((family, mark, lines)) if !scan.marked && lines < BARE_LINES && !apart => {
            Some((family, mark, lines + 1))
        }
        _ => scan.left_open(),
    };
    for run in scan.found {
        match runs.last_mut().filter(|last| run.goes_on && !last.closed) {
            Some(last) => *last = Run { start: last.start, goes_on: last.goes_on, ..run },
            None => runs.push(run),
        }
    }
}

/// Finds the runs of a whole text.
#[cfg(test)]
pub(super) fn runs(text: &str, language: Language) -> Vec<Run> {
    let (mut runs, mut left_open) = (Vec::new(), None);
    for paragraph in crate::text::paragraphs(text) {
        read(text, paragraph, language, &mut left_open, &mut runs);
    }
    runs
}

/// One paragraph being read.
struct Scan<'t> {
    text: &'t str,
    base: usize,
    german: bool,
    open: Vec<Open>,
    /// Where the run in single marks that was found last ends.
    single_until: usize,
    /// How far the end of a run in single marks was looked for in vain, by the kind of mark.
    searched: [usize; 4],
    /// Whether a mark stands in the paragraph.
    marked: bool,
    /// Where the quote of the paragraph before is taken up.
    resumed: Option<usize>,
    /// The runs in marks of the other style inside the one that is open.
    inner: Vec<(usize, usize)>,
    found: Vec<Run>,
}

impl Scan<'_> {
    /// Reads the paragraph; `before` is the mark left open by the one before, with its family.
    fn read(&mut self, before: LeftOpen) {
        let mut chars = self.text.char_indices().peekable();
        let mut left = None;
        let mut waiting = before;
        while let Some((at, c)) = chars.next() {
            if c == '\'' && self.text[at..].starts_with("'''") && !self.open.is_empty() {
                continue;
            }
            let twin = matches!(c, '\'' | '`' | '’' | '‘') && self.text[at..].starts_with([c]) && {
                chars.peek().is_some_and(|&(_, next)| next == c)
            };
            if twin {
                chars.next();
            }
            let right = chars.peek().map(|&(_, next)| next);
            let end = chars.peek().map_or(self.text.len(), |&(next, _)| next);
            if let Some((family, way)) = self.reading(c, twin, left, right) {
                self.marked = true;
                let fits = |(open, mark, lines): (Family, char, u8)| {
                    let same = lines == 0 && mark.is_ascii() == c.is_ascii();
                    open == family && (way == Way::Closes || same)
                };
                if waiting.is_some_and(fits) {
                    self.take_up(at, end, way, family, c);
                    waiting = None;
                } else {
                    // A paragraph that begins with another mark goes on with nothing.
                    waiting = waiting.filter(|_| !self.text[..at].trim().is_empty());
                    self.mark(at, end, way, family, c);
                }
            } else if self.open.is_empty() && at >= self.single_until {
                self.single(at, c, left, right);
            }
            left = Some(c);
        }
        self.close_at_end();
    }

    /// Reads the first mark of a paragraph behind one whose quote was left open.
    fn take_up(&mut self, at: usize, end: usize, way: Way, family: Family, mark: char) {
        let leads = self.text[..at].trim().is_empty();
        if leads {
            self.resumed = Some(at);
            self.open.push(Open { at, family, mark });
        } else if way == Way::Closes {
            self.resumed = Some(0);
            self.push(0, end, true);
        } else {
            self.mark(at, end, way, family, mark);
        }
    }

    /// How the mark `c` can be read; `None` when it is none, or an apostrophe or single mark.
    fn reading(
        &self,
        c: char,
        twin: bool,
        left: Option<char>,
        right: Option<char>,
    ) -> Option<(Family, Way)> {
        let free = left.is_none_or(|l| l.is_whitespace() || "([{—–-/…".contains(l));
        let bound = right.is_some_and(|r| !r.is_whitespace() && !".,;:!?)]}".contains(r));
        let top = self.open.last();
        let by_place = |hint: Way| match (free, bound) {
            (true, true) => Way::Opens,
            (false, false) => Way::Closes,
            _ => hint,
        };
        Some(match c {
            '“' if self.german || top.is_some_and(|open| open.mark == '„') => {
                let opens = top.is_none() && free && bound;
                (Family::Double, if opens { Way::Opens } else { Way::Closes })
            }
            '“' | '„' | '‟' => (Family::Double, by_place(Way::Opens)),
            '”' | '〞' | '〟' => {
                let opens = top.is_none() && free && bound;
                (Family::Double, if opens { Way::Opens } else { Way::Closes })
            }
            '"' | '＂' => (Family::Double, by_place(Way::Either)),
            '`' if twin => (Family::Double, Way::Opens),
            '\'' | '’' if twin => (Family::Double, by_place(Way::Either)),
            '‘' if twin => (Family::Double, Way::Opens),
            '«' | '»' => {
                let way = match top.filter(|open| open.family == Family::Angle) {
                    Some(open) if open.mark == c => Way::Opens,
                    Some(_) => Way::Closes,
                    None if c == '«' || free && bound => Way::Opens,
                    None => Way::Closes,
                };
                (Family::Angle, way)
            }
            '「' | '『' | '《' => (Family::Corner, Way::Opens),
            '」' | '』' | '》' => (Family::Corner, Way::Closes),
            _ => return None,
        })
    }

    fn mark(&mut self, at: usize, end: usize, way: Way, family: Family, mark: char) {
        let opened = self.open.iter().rposition(|open| open.family == family);
        match (way, opened) {
            (Way::Closes | Way::Either, Some(place)) => {
                let open = self.open[place];
                self.open.truncate(place);
                if place == 0 {
                    self.inner.clear();
                    self.push(open.at, end, true);
                } else if place == 1 && open.mark.is_ascii() != self.open[0].mark.is_ascii() {
                    self.inner.push((open.at, end));
                }
            }
            (Way::Opens, Some(0)) if family == Family::Double && self.open[0].mark == mark => {
                // The closing mark of the run before is missing.
                let open = self.open[0];
                self.open.clear();
                let kept = self.text[open.at..at].trim_end().len();
                self.push(open.at, open.at + kept, false);
                self.open.push(Open { at, family, mark });
            }
            (Way::Opens | Way::Either, _) if self.open.len() < 8 => {
                self.open.push(Open { at, family, mark });
            }
            _ => {}
        }
    }

    /// Ends what is still open at the end of the paragraph; a straight mark without a partner is a
    /// slip where runs in round ones follow it.
    fn close_at_end(&mut self) {
        if !self.inner.is_empty() && self.resumed.is_none() {
            self.open.clear();
            for (start, end) in std::mem::take(&mut self.inner) {
                self.push(start, end, true);
            }
        }
        let end = self.text.trim_end().len();
        if let Some(open) = self.open.first().copied() {
            self.push(open.at, end, false);
        }
    }

    /// Returns the mark of the quote that the next paragraph may go on with, and its family.
    fn left_open(&self) -> LeftOpen {
        self.open.first().map(|open| (open.family, open.mark, 0))
    }

    fn push(&mut self, start: usize, end: usize, closed: bool) {
        let words = self.text.get(start..end).unwrap_or_default();
        // The value of an attribute in markup is no quote.
        let value = self.text.get(..start).is_some_and(|before| before.ends_with('='))
            || words.chars().nth(1) == Some('>');
        if !value && words.contains(char::is_alphanumeric) {
            let goes_on = self.resumed == Some(start);
            let (start, end) = (self.base + start, self.base + end);
            self.found.push(Run { start, end, goes_on, closed });
        }
    }

    /// Takes a run in single marks that opens with `c`, when its end is near.
    fn single(&mut self, at: usize, c: char, left: Option<char>, right: Option<char>) {
        let free = left.is_none_or(|l| l.is_whitespace() || "([{—–".contains(l));
        let bound = right.is_some_and(char::is_alphabetic) || right == Some('[');
        if !free || !bound || !matches!(c, '\'' | '‘' | '‚' | '‹') {
            return;
        }
        let kind = match c {
            '\'' => 0,
            '‘' => 1,
            '‚' => 2,
            _ => 3,
        };
        let ends: &[char] = [&['\''][..], &['’', '\''], &['‘', '’'], &['›']][kind];
        // No run of this kind ends before a place that was searched in vain.
        let from = (at + c.len_utf8()).max(self.searched[kind]);
        let mut previous = self.text[..from].chars().next_back().unwrap_or(c);
        let mut limit = (at + SINGLE_REACH).min(self.text.len());
        let (mut fallback, mut reached) = (None, self.text.len());
        let mut chars = self.text[from..].char_indices().peekable();
        while let Some((offset, next)) = chars.next() {
            let place = from + offset;
            if place > limit || "\"“”".contains(next) {
                reached = place;
                break;
            }
            let behind = chars.peek().map(|&(_, behind)| behind);
            if ends.contains(&next)
                && !previous.is_whitespace()
                && behind.is_none_or(|b| !b.is_alphanumeric() && b != next)
            {
                let end = place + next.len_utf8();
                let apostrophe = previous == 's' && behind == Some(' ')
                    || !previous.is_alphanumeric() && !".,!?…”".contains(previous);
                if !apostrophe {
                    fallback = Some(end);
                    break;
                }
                fallback.get_or_insert(end);
                limit = limit.min(end + APOSTROPHE_REACH);
            }
            previous = next;
        }
        if fallback.is_none() {
            self.searched[kind] = reached;
        }
        if let Some(end) = fallback {
            self.single_until = end;
            self.push(at, end, true);
        }
    }
}

#[cfg(test)]
mod tests;
