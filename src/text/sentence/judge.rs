//! The judge: whether a sentence ends at a stop. Knows the words around it, the language's tables
//! and the evidence of the whole text. Single full stops are judged in [`super::dot`].

use super::evidence::Evidence;
use super::glyph::{is_dash, is_final};
use super::list;
use super::quote;
use super::rules::{Kind, Rules};
use super::stop::{Mark, Stop};
use crate::text::Language;

/// What is known besides the stop.
pub(super) struct Judge<'r> {
    pub(super) rules: &'r Rules,
    pub(super) evidence: &'r Evidence<'r>,
}

impl Judge<'_> {
    /// Tells where the sentence ends, if it does at this stop.
    pub(super) fn end(&self, stop: &mut Stop) -> Option<usize> {
        if stop.opened == Some('[') {
            take_references(stop);
        }
        let Some(first) = stop.first else { return Some(stop.end) };
        if stop.mark == Mark::Dots && stop.text[..stop.at].ends_with(['[', '(']) {
            return end_omission(stop, first);
        }
        if !stop.spaced {
            return self.end_unspaced(stop, first);
        }
        if matches!(first, ':' | ';' | '=' | '^' | '>') {
            take_smiley(stop);
        }
        let Some(first) = stop.first else { return Some(stop.end) };
        if stop.opened.is_none() && goes_on_with(first) {
            return None;
        }
        if stop.mark == Mark::Dot && stop.sees_start() {
            let before = stop.before();
            if list::is_marker(before) {
                return None;
            }
            if let Some(item) = list::next_item(before) {
                return Some(stop.at - before.len() + item);
            }
        }
        if list::starts_lettered_item(stop.after()) && stop.word().chars().count() > 2 {
            return Some(stop.end);
        }
        let end = match stop.mark {
            _ if first.is_lowercase() => self.ends_before_small(stop).then_some(stop.end),
            Mark::Tight => Some(stop.end),
            Mark::Final => self.ends_final(stop).then_some(stop.end),
            Mark::Dots => end_dots(stop, first),
            Mark::Dot => self.ends_dot(stop, first).then_some(stop.end),
        };
        end.filter(|_| !quote::goes_on(stop, self.rules))
    }

    /// Before a small letter only writers who do not care for capitals end sentences.
    fn ends_before_small(&self, stop: &Stop) -> bool {
        if self.starts_with_elision(stop) {
            return stop.mark != Mark::Dot || !self.rules.kind(stop.word()).is_abbreviation();
        }
        if stop.closed.is_some_and(|c| c != ')') || stop.opened.is_some_and(is_dash) {
            return false;
        }
        if stop.closed.is_some() && opened_inside(stop) {
            return false;
        }
        if is_address(stop.after()) {
            return stop.mark != Mark::Dot || !self.rules.kind(stop.word()).is_abbreviation();
        }
        let careless = || self.evidence.small_starts();
        let starter = || self.rules.kind(stop.next_word()).is(Kind::STARTER);
        match stop.mark {
            Mark::Dots => starter() && careless(),
            Mark::Final | Mark::Tight => {
                starter()
                    && !self.rules.kind(stop.word()).is(Kind::SHOUT)
                    && !quote::pronoun_speaks(stop.after(), self.rules)
                    || careless()
            }
            Mark::Dot => {
                let word = stop.word();
                let plain = word.len() > 1
                    && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-'))
                    && !self.rules.kind(word).is_abbreviation();
                plain && (starter() && word.chars().count() >= 4 || careless())
                    || stop.closed.is_some() && careless()
            }
        }
    }

    /// Dutch sentences may begin with a letter whose word was cut: "’s Avonds", "'t Is".
    fn starts_with_elision(&self, stop: &Stop) -> bool {
        let elided = matches!(stop.opened, Some('’' | '\'' | '‘'));
        let mut after = stop.after().chars();
        elided
            && self.rules.language == Language::Dutch
            && matches!(after.next(), Some('s' | 't' | 'k' | 'n' | 'm'))
            && after.next() == Some(' ')
            && after.next().is_some_and(char::is_uppercase)
    }

    /// Names may be written with an exclamation mark.
    fn ends_final(&self, stop: &Stop) -> bool {
        stop.closed.is_some()
            || !self.rules.kind(stop.word()).is(Kind::SHOUT)
            || self.rules.kind(stop.next_word()).is(Kind::STARTER)
    }
}

/// Tells whether `text` begins with the address of a page.
fn is_address(text: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| text.starts_with(start))
}

/// Tells whether no sentence begins with `first`.
fn goes_on_with(first: char) -> bool {
    matches!(first, ',' | ';' | ':' | ')' | ']' | '/' | '%' | '&' | '=') || is_final(first)
}

/// An omission in brackets ends a sentence only in place of its last words: "He said [...] Then".
fn end_omission(stop: &Stop, first: char) -> Option<usize> {
    let begun = stop.before().trim_start().len() > 1;
    let bracketed = matches!(stop.closed, Some(']' | ')')) && stop.opened.is_none();
    (begun && bracketed && stop.spaced && first.is_uppercase()).then_some(stop.end)
}

/// An ellipsis ends a sentence before a capital, but for one inside brackets.
fn end_dots(stop: &Stop, first: char) -> Option<usize> {
    if first.is_lowercase() || is_in_bracket(stop) {
        return None;
    }
    let run = &stop.text[stop.at..stop.run];
    let attached = !stop.text[..stop.at].ends_with(char::is_whitespace);
    // A full stop, then an ellipsis that opens the next sentence: "end. . . . The rest".
    if attached && run == ". . . ." {
        return Some(stop.at + 1);
    }
    // The English "I" is a capital anywhere.
    let pause = run == ". . ." || matches!(run, "..." | "…") && stop.next_word() == "I";
    (attached || !pause || stop.closed.is_some()).then_some(stop.end)
}

/// Tells whether an ellipsis stands in brackets that opened inside the sentence.
fn is_in_bracket(stop: &Stop) -> bool {
    let before = stop.before();
    let bracket = |byte: &u8| matches!(byte, b'(' | b'[' | b')' | b']');
    let Some(last) = before.bytes().rposition(|byte| bracket(&byte)) else { return false };
    let opens = matches!(before.as_bytes()[last], b'(' | b'[');
    opens && (!before[..last].trim().is_empty() || stop.closed.is_some())
}

/// Tells whether the bracket the stop closes opened inside the sentence: "Ana (she left.) and".
pub(super) fn opened_inside(stop: &Stop) -> bool {
    let before = stop.before();
    before.rfind(['(', '[']).is_some_and(|at| !before[..at].trim().is_empty())
}

/// Takes a smiley behind the stop into the sentence: `:-)`, `^_^`.
fn take_smiley(stop: &mut Stop) {
    let inner = stop.text[stop.end..].trim_start_matches(' ');
    let token = inner.split(char::is_whitespace).next().unwrap_or_default();
    let face = (2..=4).contains(&token.len())
        && token.starts_with([':', ';', '=', '^', '>'])
        && token.bytes().all(|byte| byte.is_ascii_punctuation());
    if face {
        stop.end = stop.text.len() - inner.len() + token.len();
        stop.look_ahead();
    }
}

/// Takes references behind the stop into the sentence: `[1]`, `[2][3]`.
fn take_references(stop: &mut Stop) {
    let mut end = stop.end;
    loop {
        let rest = &stop.text[end..];
        let inner = rest.strip_prefix(' ').unwrap_or(rest);
        let Some(inner) = inner.strip_prefix('[') else { break };
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=3).contains(&digits) || !inner[digits..].starts_with(']') {
            break;
        }
        end = stop.text.len() - inner.len() + digits + 1;
    }
    if end > stop.end {
        stop.end = end;
        stop.look_ahead();
    }
}
