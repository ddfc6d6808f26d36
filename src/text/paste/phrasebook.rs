//! The phrasebook: finds the phrases of page furniture in a line, in time that depends on the
//! line and not on the number of phrases.

use super::Furniture;
use super::phrases::{BETWEEN_SERVICES, PHRASES, SERVICES, Weight};
use super::wrap::ends_sentence;
use crate::text::{Names, small};
use std::sync::LazyLock;

/// Bytes of the longest line that is looked up; a longer one is a paragraph.
const LONGEST: usize = 600;

/// Words of the longest line that a phrase at its end may make furniture.
const SHORT: usize = 8;

/// What a phrase says of a line.
pub(super) type Found = (Furniture, Weight);

/// The phrases by their first word that is no number.
pub(super) struct Phrasebook {
    keys: Names<'static>,
    phrases: Vec<Phrase>,
}

struct Phrase {
    words: Vec<&'static str>,
    /// Words before the one it is found by.
    lead: usize,
    place: Place,
    found: Found,
}

/// Where in a line a phrase may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// It is the whole line; numbers are left out of both.
    Whole,
    /// It is all that stands before a colon; numbers are left out of both.
    Label,
    Start,
    End,
    Inside,
}

impl Phrasebook {
    /// Opens the book, which is written once.
    pub(super) fn open() -> &'static Self {
        static BOOK: LazyLock<Phrasebook> = LazyLock::new(Phrasebook::new);
        &BOOK
    }

    fn new() -> Self {
        let mut phrases: Vec<Phrase> = Vec::new();
        for &(furniture, weight, list) in PHRASES {
            phrases.extend(list.split(", ").map(|words| Phrase::of(words, (furniture, weight))));
        }
        let keys = phrases.iter().map(|phrase| phrase.words.get(phrase.lead).copied());
        Phrasebook { keys: Names::of(keys.map(Option::unwrap_or_default)), phrases }
    }

    /// Returns the phrase in `line` that tells most.
    pub(super) fn find(&self, line: &str) -> Option<Found> {
        if line.len() > LONGEST {
            return None;
        }
        let words = words(line);
        let words: Vec<&str> = words.split(' ').collect();
        let label = line.find([':', '：']).and_then(|colon| line.get(..colon));
        let label = label.map_or(0, |label| self::words(label).split(' ').count());
        let is_short = words.len() <= SHORT && !ends_sentence(line);
        let is_quoted = line.contains(['“', '"', '„', '«', '”']);
        let mut best = by_shape(line, &words);
        let mut take = |found: Found| {
            if best.is_none_or(|(_, weight)| found.1 < weight) {
                best = Some(found);
            }
        };
        self.whole(&words, Place::Whole).map(&mut take);
        words.get(..label).and_then(|label| self.whole(label, Place::Label)).map(&mut take);
        for (at, word) in words.iter().enumerate() {
            let fits = |phrase: &&Phrase| match phrase.place {
                Place::Whole | Place::Label => false,
                Place::Start => !(is_quoted && ends_sentence(line)),
                Place::End => is_short,
                Place::Inside => !is_quoted,
            };
            let phrases = self.phrases(word).filter(fits);
            phrases.filter(|phrase| phrase.stands(&words, at)).for_each(|p| take(p.found));
        }
        best
    }

    /// Tells whether `line` is nothing but names of menus: `Home News Sport`.
    pub(super) fn is_menu(&self, line: &str) -> bool {
        let is_name = |word: &str| {
            let found = self.whole(&[word], Place::Whole);
            matches!(found, Some((Furniture::Menu | Furniture::Login, _)))
        };
        let words = words(line);
        words.contains(' ') && words.split(' ').all(is_name)
    }

    /// Returns what `words` are as a whole, numbers left out.
    fn whole(&self, words: &[&str], place: Place) -> Option<Found> {
        let bare = || words.iter().filter(|&&word| word != "#");
        let mut phrases = self.phrases(bare().next()?);
        let phrase = phrases.find(|phrase| phrase.place == place && bare().eq(&phrase.words))?;
        Some(phrase.found)
    }

    fn phrases(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        self.keys.all(word).filter_map(|number| self.phrases.get(number))
    }
}

impl Phrase {
    fn of(phrase: &'static str, found: Found) -> Self {
        let place = match (phrase.starts_with('…'), phrase.ends_with('…')) {
            (false, false) if phrase.ends_with(':') => Place::Label,
            (false, false) => Place::Whole,
            (false, true) => Place::Start,
            (true, false) => Place::End,
            (true, true) => Place::Inside,
        };
        let mut words: Vec<&str> = phrase.trim_matches(['…', ' ', ':']).split(' ').collect();
        if matches!(place, Place::Whole | Place::Label) {
            words.retain(|&word| word != "#");
        }
        let lead = words.iter().position(|&word| word != "#").unwrap_or_default();
        Phrase { words, lead, place, found }
    }

    /// Tells whether the phrase stands in `words` with its key at `at`.
    fn stands(&self, words: &[&str], at: usize) -> bool {
        let Some(start) = at.checked_sub(self.lead) else { return false };
        let end = start + self.words.len();
        let in_place = match self.place {
            Place::Start => start == 0,
            Place::End => end == words.len(),
            _ => true,
        };
        in_place && words.get(start..end) == Some(self.words.as_slice())
    }
}

/// Says what a line is that no phrase can tell: a row of buttons, an invitation, a credit.
fn by_shape(line: &str, words: &[&str]) -> Option<Found> {
    let credits = ["Credit...", "Credit: ", "AP Photo/", "/Getty"];
    let furniture = if is_row_of_buttons(words) {
        Furniture::Share
    } else if is_invitation(words) {
        Furniture::Follow
    } else if credits.iter().any(|credit| line.contains(credit)) {
        Furniture::PhotoCredit
    } else {
        return None;
    };
    Some((furniture, Weight::Anywhere))
}

/// Returns the words of a line in lower case with a blank between them, a number as `#`.
pub(super) fn words(line: &str) -> String {
    let mut words = String::with_capacity(line.len() + 1);
    let mut before = Part::Gap;
    for c in line.chars() {
        let part = match c {
            '©' | '@' => Part::Sign,
            _ if c.is_numeric() && before == Part::Word => Part::Word,
            _ if c.is_numeric() => Part::Number,
            _ if c.is_alphanumeric() => Part::Word,
            // Marks on letters and joiners belong to their word.
            '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' => continue,
            _ => Part::Gap,
        };
        if part != Part::Gap && (part != before || part == Part::Sign) && !words.is_empty() {
            words.push(' ');
        }
        match part {
            Part::Word => words.extend(small(c)),
            Part::Number if before != Part::Number => words.push('#'),
            Part::Sign => words.push(c),
            Part::Number | Part::Gap => {}
        }
        before = part;
    }
    words
}

/// What a character of a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Word,
    Number,
    Sign,
    Gap,
}

/// Tells whether the words ask to follow someone at a service: `Follow the Courier on Facebook`.
fn is_invitation(words: &[&str]) -> bool {
    let asks = matches!(words.first(), Some(&("follow" | "like" | "find" | "folgen" | "suivez")));
    asks && words.len() < 12
        && words.iter().any(|word| SERVICES.split(' ').take(16).any(|s| s == *word))
}

fn is_row_of_buttons(words: &[&str]) -> bool {
    let is_service = |word: &&str| SERVICES.split(' ').any(|service| service == *word);
    let is_between = |word: &&str| BETWEEN_SERVICES.split(' ').any(|between| between == *word);
    words.iter().any(is_service) && words.iter().all(|word| is_service(word) || is_between(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: Option<Furniture>) {
        let found = Phrasebook::open().find(line);
        assert_eq!(found.map(|(furniture, _)| furniture), expected, "{line}");
    }

    #[test]
    fn phrases_are_found_where_they_may_stand() {
        check("Log-in", Some(Furniture::Login));
        check("12 Comments", Some(Furniture::Comments));
        check("Comments (1,204)", Some(Furniture::Comments));
        check("3 min read", Some(Furniture::DateLine));
        check("Copyright © 2024 The Courier", Some(Furniture::Copyright));
        check("(c) 2024 The Courier", Some(Furniture::Copyright));
        check("READ MORE: The bridge is shut", Some(Furniture::Related));
        check("Facebook X WhatsApp E-Mail", Some(Furniture::Share));
        check("Tous droits réservés.", Some(Furniture::Copyright));
    }

    #[test]
    fn sentences_with_the_same_words_are_none() {
        for line in [
            "Read more of it, she said, and you will see.",
            "Comments were made by both sides.",
            "The mayor asked residents to share the road.",
            "“We use cookies to bake the cake,” he said.",
            "He could not log in.",
            "",
        ] {
            check(line, None);
        }
    }
}
