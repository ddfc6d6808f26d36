//! The cut: the sentences found so far in a text, and the places that are looked at one after the
//! other. Keeps the laws: sentences are in order, share nothing and cut no grapheme.

use super::dateline;
use super::judge::Judge;
use super::list;
use super::stop::{REACH, Stop};
use crate::text::cluster::is_border;
use crate::text::{Byte, Span};

/// The sentences found so far and where the next one begins.
pub(super) struct Cut<'t> {
    text: &'t str,
    start: usize,
    found: Vec<Span>,
}

impl<'t> Cut<'t> {
    /// Begins at the start of `text`.
    pub(super) fn new(text: &'t str) -> Cut<'t> {
        let mut cut = Cut { text, start: 0, found: Vec::new() };
        cut.at_paragraph_start(0);
        cut
    }

    /// Returns the gap behind the last sentence end.
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// Ends the last sentence with the text and returns all of them.
    pub(super) fn finish(mut self) -> Vec<Span> {
        self.end(self.text.len());
        self.found
    }

    /// Ends the sentence in the gap `end`, or in the next one that does not cut a grapheme.
    pub(super) fn end(&mut self, end: usize) {
        let end = self.snapped(end);
        if end <= self.start {
            return;
        }
        if let Some(sentence) = self.trimmed(end) {
            list::push_items(self.text, sentence, &mut self.found);
        }
        self.start = end;
    }

    /// The sentence up to `end` without the white space around it, but for white space that is one
    /// grapheme with a combining mark.
    fn trimmed(&self, end: usize) -> Option<Span> {
        let sentence = Span::trimmed(self.text, Byte(self.start), Byte(end))?;
        let (start, stop) = (sentence.start().0, sentence.end().0);
        if is_border(self.text, start) && is_border(self.text, stop) {
            return Some(sentence);
        }
        let mut start = start;
        while start > self.start && !is_border(self.text, start) {
            start -= 1;
        }
        Span::new(self.text, Byte(start), Byte(self.snapped(stop))).ok()
    }

    /// The first grapheme boundary at or behind `end`.
    fn snapped(&self, end: usize) -> usize {
        let mut end = end;
        while !is_border(self.text, end) {
            end += 1;
        }
        end
    }

    /// Looks at the line feed at `place`.
    pub(super) fn at_line_end(&mut self, place: usize, judge: &Judge) {
        let text = self.text;
        if judge.evidence.layout().is_wrap(text, place) {
            return;
        }
        if text[..place].ends_with(|c: char| c.is_ascii_digit()) {
            let line = self.so_far(place);
            if let Some(date) = dateline::date_start(line, judge.rules) {
                self.end(place - line.len() + date);
            }
        }
        self.end(place);
        self.at_paragraph_start(place + 1);
    }

    /// Looks for a place and agency at the start of the paragraph that begins at `place`.
    fn at_paragraph_start(&mut self, place: usize) {
        if let Some(end) = dateline::place_end(&self.text[place..]) {
            self.end(place + end);
        }
    }

    /// Looks at the colon at `place`.
    pub(super) fn at_colon(&mut self, place: usize, judge: &Judge) {
        let (before, after) = (self.so_far(place), &self.text[place + 1..]);
        let from = place - before.len();
        if let Some(stamp) = dateline::stamp(before, after) {
            if dateline::is_name(&before[..stamp.start], judge.rules) {
                self.end(from + stamp.start);
            }
            self.end(place + 1 + stamp.end);
        } else if let Some(end) = dateline::smiley_end(before, after) {
            self.end(place + 1 + end);
        } else if after.starts_with(' ') {
            if let Some(start) = dateline::credit_start(before, judge.rules) {
                self.end(from + start);
            } else if place - self.start <= dateline::LONGEST_SOURCE && dateline::is_source(before)
            {
                self.end(place + 1);
            }
        }
    }

    /// Looks at the comma at `place` in a text without full stops: one word between two commas is
    /// part of a list.
    pub(super) fn at_comma(&mut self, place: usize) {
        let end = place + '،'.len_utf8();
        let next = self.text[end..].split('،').next().unwrap_or_default();
        if next.split_whitespace().nth(1).is_some() {
            self.end(end);
        }
    }

    /// Looks at the terminator `c` at `place`; returns the gap to look on from.
    pub(super) fn at_terminator(&mut self, place: usize, c: char, judge: &Judge) -> usize {
        let mut stop = Stop::read(self.text, self.start, place, c);
        if let Some(end) = judge.end(&mut stop) {
            self.end(end);
        }
        stop.run.max(self.start)
    }

    /// The sentence so far, no more than its last bytes.
    fn so_far(&self, place: usize) -> &'t str {
        let mut from = self.start.max(place.saturating_sub(REACH));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        self.text.get(from..place).unwrap_or_default()
    }
}
