//! Units: the stretches that rules look at, cut into tokens. A unit is a sentence, or several when
//! a quote runs over their borders; a run in quote marks is one token of it. Knows no rule.

use super::lexicon::{Class, Lexicon, key};
use super::marks::Run;
use crate::text::{Byte, Language, Span};

/// The most tokens a unit has; a longer one is cut, so that rules which look around stay cheap.
pub(super) const LONGEST: usize = 400;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A word or a number.
    Word,
    /// A run in quote marks, by its place in the list of all runs.
    Quote(usize),
    /// Punctuation, by its character.
    Point(char),
}

/// A token. Offsets are in bytes of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) mark: Mark,
    pub(super) class: Class,
    /// Begins with a capital.
    pub(super) capital: bool,
    /// Ends with a possessive: `Ana's`
    pub(super) owner: bool,
}

impl Token {
    pub(super) fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    pub(super) fn is_word(&self) -> bool {
        self.mark == Mark::Word
    }

    pub(super) fn is_point(&self, marks: &str) -> bool {
        matches!(self.mark, Mark::Point(c) if marks.contains(c))
    }

    pub(super) fn is_quote(&self) -> bool {
        matches!(self.mark, Mark::Quote(_))
    }
}

/// The word order that the rules know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grammar {
    /// Subject before verb; statements reported with and without marks.
    English,
    /// Verb second or last; a comma before every clause.
    German,
    /// Quotes in marks only.
    Other,
}

impl Grammar {
    fn of(language: Language) -> Grammar {
        match language {
            Language::English => Grammar::English,
            Language::German => Grammar::German,
            _ => Grammar::Other,
        }
    }
}

/// A stretch of text with its tokens.
pub(super) struct Unit<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// The number of its paragraph, from 0.
    pub(super) paragraph: usize,
    pub(super) language: Language,
    pub(super) grammar: Grammar,
}

impl<'t> Unit<'t> {
    /// Cuts the text from `start` to `end` into tokens; `runs` are those inside it, the first with
    /// the number `first`.
    pub(super) fn new(
        text: &'t str,
        (start, end): (usize, usize),
        runs: &[Run],
        first: usize,
        lexicon: &Lexicon,
    ) -> Unit<'t> {
        let mut unit = Unit {
            text,
            tokens: Vec::new(),
            paragraph: 0,
            language: lexicon.language,
            grammar: Grammar::of(lexicon.language),
        };
        let mut at = start;
        for (number, run) in runs.iter().enumerate() {
            unit.read(at, run.start.min(end), lexicon);
            if run.start < end {
                unit.push(run.start, run.end, Mark::Quote(first + number), Class::default());
            }
            at = run.end;
        }
        unit.read(at, end, lexicon);
        unit
    }

    fn push(&mut self, start: usize, end: usize, mark: Mark, class: Class) {
        let capital = self.text[start..end].starts_with(char::is_uppercase);
        if self.tokens.len() < LONGEST {
            self.tokens.push(Token { start, end, mark, class, capital, owner: false });
        }
    }

    /// Reads words and points from `start` to `end`.
    fn read(&mut self, start: usize, end: usize, lexicon: &Lexicon) {
        let mut at = start;
        while at < end && self.tokens.len() < LONGEST {
            let Some(c) = self.text[at..end].chars().next() else { return };
            let behind = at + c.len_utf8();
            if is_letter(c) {
                let len = word_length(&self.text[at..end]);
                self.word(at, at + len, lexicon);
                at += len;
                continue;
            }
            // A full stop inside a unit belongs to the word before it.
            let stop = c == '.' && !self.text[behind..end].trim().is_empty();
            let dash = c == '-' && !self.text[..at].ends_with([' ', '-']);
            if !c.is_whitespace() && !stop && !dash && !"*_#|".contains(c) {
                let c = if c == '-' || c == '–' || c == '―' { '—' } else { c };
                self.push(at, behind, Mark::Point(c), Class::default());
            }
            at = behind;
        }
    }

    fn word(&mut self, start: usize, end: usize, lexicon: &Lexicon) {
        let key = key(&self.text[start..end]);
        if self.inverted(start, end, &key, lexicon) {
            return;
        }
        let mut class = lexicon.class(&key);
        let mut owner = false;
        if let Some((stem, tail)) = key.rsplit_once('\'').filter(|_| class == Class::default()) {
            class = lexicon.class(stem);
            owner = matches!(tail, "s" | "");
            if owner && class.is(Class::PRONOUN | Class::DUMMY | Class::WH) {
                owner = false;
            } else if tail == "t" {
                class = Class::AUX | Class::NEGATION;
            }
        }
        self.push(start, end, Mark::Word, class);
        if let Some(token) = self.tokens.last_mut() {
            token.owner = owner;
        }
    }

    /// Takes a verb with its pronoun behind it as two words: `dit-il`, `a-t-elle`.
    fn inverted(&mut self, start: usize, end: usize, key: &str, lexicon: &Lexicon) -> bool {
        let Some((head, rest)) = key.split_once('-') else { return false };
        let pronoun = rest.rsplit('-').next().unwrap_or(rest);
        let (verb, subject) = (lexicon.class(head), lexicon.class(pronoun));
        let is = verb.is(Class::CUE | Class::AUX) && subject.is(Class::SUBJECT);
        let inside = start + head.len() < end && self.text.is_char_boundary(start + head.len());
        let tail = end.saturating_sub(pronoun.len());
        if !is || !inside || !self.text.is_char_boundary(tail) || tail <= start {
            return false;
        }
        self.push(start, start + head.len(), Mark::Word, verb);
        self.push(tail, end, Mark::Word, subject);
        true
    }

    /// Returns the words of the token `at`.
    pub(super) fn words(&self, at: usize) -> &'t str {
        self.tokens.get(at).and_then(|token| self.text.get(token.start..token.end)).unwrap_or("")
    }

    /// Tells whether the token `at` is of `class`; there is none outside the unit.
    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is(class))
    }

    /// Tells whether the token `at` is one of the points `marks`.
    pub(super) fn is_point(&self, at: usize, marks: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_point(marks))
    }

    /// Tells whether the token `at` is a word.
    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_word)
    }

    /// Tells whether the token `at` is a run in quote marks.
    pub(super) fn is_quote(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_quote)
    }

    /// Returns the last character of the run at `at` before its closing marks.
    pub(super) fn closing(&self, at: usize) -> Option<char> {
        self.words(at).chars().rev().find(|&c| !c.is_whitespace() && !"\"”’'“‘»«›‹".contains(c))
    }

    /// Returns the span of the tokens from `from` up to, not including, `to`.
    pub(super) fn span(&self, from: usize, to: usize) -> Option<Span> {
        let first = self.tokens.get(from)?;
        let last = self.tokens.get(to.checked_sub(1)?)?;
        Span::new(self.text, Byte(first.start), Byte(last.end)).ok()
    }

    /// Tells whether it is set like a headline: most words with capitals, all longer ones where it
    /// ends with a full stop.
    pub(super) fn is_headline(&self) -> bool {
        let words = || self.tokens.iter().filter(|token| token.is_word());
        let small =
            |token: &Token| token.end - token.start < 5 && !token.is(Class::CUE | Class::AUX);
        let title = |token: &Token| token.capital || small(token);
        let last = self.tokens.len().saturating_sub(1);
        let stop = self.is_point(last, ".?!:")
            || self.is_quote(last) && matches!(self.closing(last), Some('.' | '!' | '?'));
        (!stop || words().count() > 4 && words().all(title))
            && words().filter(|token| token.capital).count() * 2 > words().count()
    }

    /// Returns the gap behind the last token that is no punctuation.
    pub(super) fn last(&self) -> usize {
        let inside = |token: &Token| !matches!(token.mark, Mark::Point(c) if !"%$€£)".contains(c));
        self.tokens.iter().rposition(inside).map_or(0, |at| at + 1)
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || "@#$€£".contains(c)
}

/// The length of the word that `text` begins with, in bytes: letters, and what joins them.
fn word_length(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let joins = "-.’'@&/,:ʼ·\u{ad}\u{2011}".contains(c)
            && next.is_some_and(char::is_alphanumeric)
            && (!",:".contains(c)
                || text[..at].ends_with(|d: char| d.is_ascii_digit())
                    && next.is_some_and(|n| n.is_ascii_digit()));
        let owner = matches!(c, '’' | '\'') && text[..at].ends_with('s') && next == Some(' ');
        let abbreviation = c == '.' && text[..at].contains('.') && next.is_some();
        if at > 0 && !is_letter(c) && !joins && !owner && !abbreviation {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::suggest::marks::runs;

    /// Checks the tokens of a text, parted by `|`.
    fn check(language: Language, text: &str, wanted: &str) {
        let runs = runs(text, language);
        let unit = Unit::new(text, (0, text.len()), &runs, 0, Lexicon::of(language));
        let found: Vec<&str> = (0..unit.tokens.len()).map(|at| unit.words(at)).collect();
        assert_eq!(found.join("|"), wanted);
    }

    #[test]
    fn a_run_is_one_token_and_a_stop_inside_is_none() {
        let text = "Mr. Ames of the U.S. said “no, no.”";
        check(Language::English, text, "Mr|Ames|of|the|U.S.|said|“no, no.”");
        check(Language::English, "Ana – 1,000 others – left.", "Ana|–|1,000|others|–|left|.");
    }

    #[test]
    fn a_verb_and_the_pronoun_joined_to_it_are_two() {
        check(Language::French, "« Non », a-t-elle dit.", "« Non »|,|a|elle|dit|.");
        check(Language::French, "Saint-Denis", "Saint-Denis");
    }

    #[test]
    fn a_unit_is_cut_before_it_grows_too_long() {
        let text = "no ".repeat(LONGEST * 2);
        let unit = Unit::new(&text, (0, text.len()), &[], 0, Lexicon::of(Language::English));
        assert_eq!(unit.tokens.len(), LONGEST);
    }
}
