//! What marking sees of a line: its words, its shape and what they say, wherever it stands.
//!
//! Knows one line at a time; what its neighbours say is `mark`'s.

use super::draft::Marked;
use super::phrasebook::{Found, Phrasebook};
use super::phrases::Weight;
use super::wrap::ends_sentence;
use super::{Furniture, Kind, Region, byline, date};
use crate::text::lower;

/// Words that a paragraph has at least.
const PARAGRAPH: usize = 6;

/// A line as marking sees it.
pub(super) struct View<'t> {
    pub(super) text: &'t str,
    pub(super) kind: Kind,
    region: Region,
    pub(super) words: usize,
    /// What its words say of it.
    pub(super) found: Option<Found>,
    pub(super) is_paragraph: bool,
    pub(super) is_byline: bool,
    /// Words that belong to no date, if it has one.
    beside_date: Option<usize>,
}

impl<'t> View<'t> {
    pub(super) fn of(line: &'t Marked, book: &Phrasebook) -> Self {
        let text = line.raw.text.as_str();
        let words = count_words(text);
        let is_short = words <= 12 && text.len() < 200;
        let is_byline = is_short && byline::is_byline(text);
        let found = book.find(text).or_else(|| segments(text, book)).filter(|_| !is_byline);
        let is_paragraph = line.kind != Kind::Heading && words >= PARAGRAPH && ends_sentence(text);
        View {
            text,
            kind: line.kind,
            region: line.region,
            words,
            is_paragraph: is_paragraph && !(found.is_some() && is_short),
            is_byline,
            beside_date: if is_short { date::words_beside(text) } else { None },
            found,
        }
    }

    /// What it is wherever it stands.
    pub(super) fn anywhere(&self) -> Option<Furniture> {
        let by_words = self.found.filter(|(_, weight)| *weight != Weight::Edge);
        let by_words = by_words.map(|(furniture, _)| furniture);
        let by_region = match self.region {
            Region::Article | Region::Aside => None,
            Region::Header => return Some(Furniture::FileHead),
            Region::Caption => Some(Furniture::PhotoCredit),
            Region::Navigation => Some(Furniture::Menu),
            Region::Footer => Some(Furniture::Neighbour),
            Region::Form => Some(Furniture::PageControl),
        };
        by_words.or(by_region)
    }

    /// What it is around an article.
    pub(super) fn at_edge(&self) -> Option<Furniture> {
        let by_words = self.anywhere().or(self.found.map(|(furniture, _)| furniture));
        let is_date = !self.is_byline
            && !self.is_paragraph
            && self.beside_date.is_some_and(|words| words <= 3);
        let is_mail = self.words <= 4 && self.text.contains('@') && self.text.contains('.');
        let is_web = is_web_address(self.text);
        let is_number = self.text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'));
        let is_handle = self.text.starts_with('@') && !self.text.contains(' ');
        by_words
            .or(is_date.then_some(Furniture::DateLine))
            .or(is_number.then_some(Furniture::Share))
            .or(is_handle.then_some(Furniture::Follow))
            .or(is_web.then_some(Furniture::WebAddress))
            .or(is_mail.then_some(Furniture::Contact))
    }

    /// Tells whether a headline may look like this paragraph: one short question or call.
    pub(super) fn is_call(&self) -> bool {
        self.words <= 15 && self.text.ends_with(['?', '!'])
    }

    /// Tells whether it greets or opens something: `Hi all,`.
    pub(super) fn is_salutation(&self) -> bool {
        self.text.ends_with([',', ':'])
    }

    /// Tells whether it is a byline, or says by its words when the article was published.
    pub(super) fn ends_head(&self) -> bool {
        let says_when = self.found.is_some_and(|(furniture, _)| furniture == Furniture::DateLine);
        self.is_byline || !self.is_paragraph && (says_when || self.is_stamp())
    }

    /// Tells whether it is a day and a time and nothing else.
    pub(super) fn is_stamp(&self) -> bool {
        self.beside_date == Some(0) && date::has_time(self.text)
    }
}

/// Counts words; Chinese and Japanese, which have no blanks, by two characters a word.
fn count_words(text: &str) -> usize {
    let ideographs = text
        .chars()
        .take(400)
        .filter(|c| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}'));
    let spaced = text.split(' ').take(200);
    let words = spaced.filter(|word| word.contains(char::is_alphanumeric));
    words.count().max(ideographs.count() / 2)
}

/// Says what a line of parts between bars is: a menu, or a section line with a date.
fn segments(text: &str, book: &Phrasebook) -> Option<Found> {
    if text.len() > 200 {
        return None;
    }
    let bars = ['|', '›', '»', '·', '•', '>', '→', '⋅'];
    if !text.contains(bars) {
        return book.is_menu(text).then_some((Furniture::Menu, Weight::Edge));
    }
    let parts = text.split(bars).map(str::trim).filter(|part| !part.is_empty());
    let parts: Vec<&str> = parts.collect();
    let is_row = parts.len() > 1 && !ends_sentence(text);
    if is_row
        && parts.iter().all(|part| count_words(part) <= 4 || date::words_beside(part) == Some(0))
    {
        let dated =
            parts.iter().any(|part| date::words_beside(part).is_some_and(|words| words < 2));
        let furniture = if dated { Furniture::DateLine } else { Furniture::Menu };
        return Some((furniture, Weight::Edge));
    }
    None
}

/// Tells whether `text` is a web address and nothing else.
pub(super) fn is_web_address(text: &str) -> bool {
    let starts = ["https://", "http://", "www."];
    starts.iter().any(|start| text.starts_with(start)) && !text.contains(' ') && text.contains('.')
}

/// Tells whether `text` is a line of a mail's head.
pub(super) fn is_mail_head(text: &str) -> bool {
    let names = [
        "from", "to", "cc", "bcc", "date", "sent", "subject", "reply-to", "von", "an", "gesendet",
        "betreff", "datum", "de", "à", "envoyé", "objet", "para", "enviado", "asunto", "fecha",
    ];
    text.split_once(':').is_some_and(|(name, rest)| {
        name.len() < 12 && rest.starts_with(' ') && names.contains(&lower(name.trim_end()).as_str())
    })
}

/// Tells whether `text` is the line that mail programs put before what they quote.
pub(super) fn is_quote_head(text: &str) -> bool {
    let ends = ["wrote:", "schrieb:", "a écrit :", "a écrit:", "escribió:"];
    ends.iter().any(|end| text.ends_with(end))
        && text.len() < 200
        && text.contains(|c: char| c.is_ascii_digit())
}
