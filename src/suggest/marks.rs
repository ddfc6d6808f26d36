//! Quote marks: pairs them into runs, whatever their style. Knows no cue and no source.
//!
//! A mark opens or closes by its shape, by what stands beside it and by what is open. A run never
//! leaves its paragraph: a quote over several paragraphs is one run each, joined by
//! [`Run::goes_on`]. One pass over the text; the ends of runs in single marks are looked for over a
//! bounded stretch, so that apostrophes cannot make it long.

use crate::text::{Language, paragraphs};

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

#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
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

/// Finds the outermost runs of `text`, in order; they do not overlap.
pub(super) fn runs(text: &str, language: Language) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut left_open: Option<(Family, char)> = None;
    for paragraph in paragraphs(text) {
        let mut scan = Scan {
            text: paragraph.of(text),
            base: paragraph.start().0,
            german: language == Language::German,
            open: Vec::new(),
            single_until: 0,
            resumed: None,
            found: Vec::new(),
        };
        scan.read(left_open);
        left_open = scan.left_open();
        for run in scan.found {
            match runs.last_mut().filter(|last| run.goes_on && !last.closed) {
                Some(last) => *last = Run { start: last.start, goes_on: last.goes_on, ..run },
                None => runs.push(run),
            }
        }
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
    /// Where the quote of the paragraph before is taken up.
    resumed: Option<usize>,
    found: Vec<Run>,
}

impl Scan<'_> {
    /// Reads the paragraph; `before` is the mark left open by the one before, with its family.
    fn read(&mut self, before: Option<(Family, char)>) {
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
                let fits = |(open, mark): (Family, char)| {
                    open == family && (way == Way::Closes || mark.is_ascii() == c.is_ascii())
                };
                if waiting.is_some_and(fits) {
                    self.take_up(at, end, way, family, c);
                    waiting = None;
                } else {
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
                    self.push(open.at, end, true);
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

    /// Ends what is still open at the end of the paragraph.
    fn close_at_end(&mut self) {
        let end = self.text.trim_end().len();
        if let Some(open) = self.open.first().copied() {
            self.push(open.at, end, false);
        }
    }

    /// Returns the mark of the quote that the next paragraph may go on with, and its family.
    fn left_open(&self) -> Option<(Family, char)> {
        self.open.first().map(|open| (open.family, open.mark))
    }

    fn push(&mut self, start: usize, end: usize, closed: bool) {
        let words = self.text.get(start..end).unwrap_or_default();
        // The value of an attribute in markup is no quote.
        let value = self.text.get(..start).is_some_and(|before| before.ends_with('='));
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
        let from = at + c.len_utf8();
        let ends = |mark: char| match c {
            '\'' => mark == '\'',
            '‘' => matches!(mark, '’' | '\''),
            '‚' => matches!(mark, '‘' | '’'),
            _ => mark == '›',
        };
        let mut fallback = None;
        let mut previous = c;
        let mut chars = self.text[from..].char_indices().peekable();
        while let Some((offset, next)) = chars.next() {
            if offset > SINGLE_REACH || "\"“”".contains(next) {
                break;
            }
            let behind = chars.peek().map(|&(_, behind)| behind);
            if ends(next)
                && !previous.is_whitespace()
                && behind.is_none_or(|b| !b.is_alphanumeric() && b != next)
            {
                let end = from + offset + next.len_utf8();
                let apostrophe = previous == 's' && behind == Some(' ')
                    || !previous.is_alphanumeric()
                        && previous != '.'
                        && !",!?…”".contains(previous);
                if !apostrophe {
                    fallback = Some(end);
                    break;
                }
                fallback.get_or_insert(end);
            }
            previous = next;
        }
        if let Some(end) = fallback {
            self.single_until = end;
            self.push(at, end, true);
        }
    }
}
