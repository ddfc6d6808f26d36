//! Full stops: whether a single one before a capital, a number or a letter without case ends its
//! sentence, or belongs to an abbreviation, an initial or an ordinal number.

use super::judge::{Judge, opened_inside};
use super::list::is_roman;
use super::rules::Kind;
use super::stop::{Stop, word_at};
use crate::text::Language;

impl Judge<'_> {
    /// Tells whether the sentence ends at a single full stop before `first`, which is no small
    /// letter.
    pub(super) fn ends_dot(&self, stop: &Stop, first: char) -> bool {
        let word = stop.word();
        if word.is_empty() || stop.closed.is_some_and(|c| !matches!(c, ')' | ']')) {
            return true;
        }
        let kind = self.kind(stop, word);
        if stop.closed.is_some() {
            let short = kind.is_abbreviation() || is_letter(word);
            let starter = self.rules.kind(stop.next_word()).is(Kind::STARTER);
            return !short || !opened_inside(stop) || kind.is(Kind::END) && starter;
        }
        if kind.is(Kind::INNER) {
            return false;
        }
        if first.is_numeric() || matches!(first, '№' | '#') {
            return self.ends_before_number(word, kind, first);
        }
        let next = stop.next_word();
        let next_kind = self.rules.kind(next);
        // "A" begins sentences; "A." is an initial.
        let initial = is_letter(next) && stop.after()[next.len()..].starts_with('.');
        let starter = next_kind.is(Kind::STARTER) && !initial;
        if stop.opened == Some('(') && kind.is_abbreviation() {
            return false;
        }
        if kind.is(Kind::END) {
            let clear = starter && !next_kind.is(Kind::TITLE);
            return clear || !(next_kind.is(Kind::FOLLOWER) || self.is_opener(stop));
        }
        if kind.is(Kind::LAST) {
            return starter;
        }
        if kind.is(Kind::TITLE) {
            return false;
        }
        if is_digits(word.trim_start_matches('-')) {
            if self.is_korean() && ahead_of(stop, word).ends_with('.') {
                return false;
            }
            return !self.is_ordinal(stop, word, next, starter);
        }
        if is_letter(word) || !has_case(first) && is_spaced_initial(stop, word) {
            let surname = next_kind.is(Kind::SURNAME) || next.chars().count() < 3;
            return ends_initial(stop, word, starter, surname);
        }
        if kind.is(Kind::NUMBER) {
            return starter || next.chars().count() > 1 && !is_roman(next);
        }
        // Letters with full stops between them, as "U.S." and "a.m.": unknown abbreviations.
        let dotted = word.contains('.') && word.split(['.', '-']).all(is_short_letters);
        let ordinal = self.has_ordinals() && word.len() > 1 && is_roman(word);
        starter || !dotted && !ordinal
    }

    /// Looks up the word; what is behind its last apostrophe or hyphen (`l'Ing`, `Lt.-Gov`); and
    /// abbreviations set with spaces that it is the end of (`z. B.`, `s. r. o.`).
    fn kind(&self, stop: &Stop, word: &str) -> Kind {
        if let Some(kind) = self.spaced_kind(stop, word) {
            return kind;
        }
        let kind = self.rules.kind(word);
        if kind.is(Kind::UNIT) {
            let before = ahead_of(stop, word);
            let numeral = |c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X');
            return if before.ends_with(numeral) { Kind::END } else { Kind::TITLE };
        }
        // Compounds are as their last part: "Hafenstr." as "Str."
        if !kind.is_abbreviation()
            && word.len() > 5
            && let Some(suffix) = word.get(word.len() - 3..)
        {
            let compound = self.rules.kind(&format!("-{suffix}"));
            if compound.is_abbreviation() {
                return compound;
            }
        }
        let marks = ['\'', '’', '-', '–'];
        match word.rfind(marks) {
            Some(at) if !kind.is_abbreviation() => {
                let last = word[at..].trim_start_matches(marks);
                if last.chars().count() > 1 { self.rules.kind(last) } else { kind }
            }
            _ => kind,
        }
    }

    /// Looks up the word with one to three short ones before it, all with full stops.
    fn spaced_kind(&self, stop: &Stop, word: &str) -> Option<Kind> {
        let before = stop.before();
        let mut from = before.len() - word.len();
        let mut found = None;
        for _ in 0..3 {
            let Some(rest) = before[..from].trim_end().strip_suffix('.') else { break };
            let letters = rest.chars().rev().take_while(|c| c.is_alphanumeric() || *c == '.');
            let len: usize = letters.map(char::len_utf8).sum();
            if len == 0 || len > 8 || word.len() > 8 {
                break;
            }
            from = rest.len() - len;
            let joined: String = before[from..].split_whitespace().collect();
            let kind = self.rules.kind(&joined);
            if kind.is_abbreviation() {
                found = Some(kind);
            }
        }
        found
    }

    /// Tells whether the sentence so far only says when or where: "At 5 a.m." before "Mr. Ames".
    fn is_opener(&self, stop: &Stop) -> bool {
        let before = stop.before().trim_start();
        stop.sees_start()
            && before.len() <= 48
            && before.split(' ').filter(|word| !word.ends_with('.')).count() <= 5
            && self.rules.kind(word_at(before)).is(Kind::OPENER)
    }

    fn ends_before_number(&self, word: &str, kind: Kind, first: char) -> bool {
        if kind.is_abbreviation() || !first.is_numeric() {
            return false;
        }
        if is_digits(word) {
            // Dates: "5. 10. 2016", and in Korean "2016. 10. 5."
            return !(self.is_korean() || self.has_ordinals() && word.len() <= 2);
        }
        let dotted = word.contains('.') && word.chars().any(char::is_alphabetic);
        word.chars().count() > 1 && !dotted
    }

    fn is_korean(&self) -> bool {
        self.rules.language == Language::Korean
    }

    /// Tells whether the language writes ordinal numbers with a full stop.
    fn has_ordinals(&self) -> bool {
        use Language::{Czech, Danish, German, Polish, Slovak, Turkish};
        matches!(self.rules.language, Czech | Danish | German | Polish | Slovak | Turkish)
    }

    /// Tells whether a number is counted on: "am 3. Juni", "das 20. Jahrhundert".
    fn is_ordinal(&self, stop: &Stop, word: &str, next: &str, starter: bool) -> bool {
        if !self.has_ordinals() || word.len() > 2 {
            return false;
        }
        let lead = ahead_of(stop, word).split_whitespace().next_back().unwrap_or_default();
        !starter || self.rules.kind(next).is(Kind::COUNTED) || self.rules.kind(lead).is(Kind::LEAD)
    }
}

/// An initial ends a sentence only where no name can go on; a unit behind a number does.
fn ends_initial(stop: &Stop, word: &str, starter: bool, surname: bool) -> bool {
    let before = ahead_of(stop, word);
    let unit = matches!(word, "m" | "g" | "l" | "h" | "t" | "м" | "г" | "л" | "т");
    let digit = |c: char| c.is_ascii_digit();
    if unit && before.ends_with(digit) || before.ends_with(['°', 'º', '˚', '/', '=']) {
        return true;
    }
    let previous = before.split_whitespace().next_back().unwrap_or_default();
    let named = previous.starts_with(char::is_uppercase) || previous.ends_with('.');
    starter && word.starts_with(char::is_uppercase) && !(named && surname)
}

/// The sentence before `word`, which the stop stands behind.
fn ahead_of<'t>(stop: &Stop<'t>, word: &str) -> &'t str {
    let before = stop.before();
    before[..before.len().saturating_sub(word.len())].trim_end()
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_letter(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Tells whether the word is one of several letters spelled out in a script without capitals:
/// `आर. के.`
fn is_spaced_initial(stop: &Stop, word: &str) -> bool {
    let previous = ahead_of(stop, word).split_whitespace().next_back().unwrap_or_default();
    let short = |word: &str| {
        (1..=3).contains(&word.chars().count()) && word.starts_with(char::is_alphabetic)
    };
    short(word) && previous.strip_suffix('.').is_some_and(short)
}

/// Tells whether `c` belongs to a script with small and capital letters.
fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Tells whether `part` is one to three letters.
fn is_short_letters(part: &str) -> bool {
    part.chars().count() <= 3 && part.chars().all(char::is_alphabetic)
}
