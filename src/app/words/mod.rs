//! All words of the interface, in one place: a table for each language it speaks.
//!
//! `en.txt` and `de.txt` hold a line for each [`Word`], in the order of that enum: its name, and
//! what it says. `{0}` is filled in; two forms with ` | ` between them are for one and for more.
//! The page asks by a word's number, its line, which `cargo xtask seal` writes for its name.
//! Knows no element; which words are said when, the screen decides.

mod bare;
mod file;
mod formats;
mod linked;
mod told;
mod word;

pub use word::Word;

use std::fmt;
use std::rc::Rc;

const ENGLISH: &str = include_str!("en.txt");
const GERMAN: &str = include_str!("de.txt");
static ENGLISH_SAID: [u8; bare::len(ENGLISH)] = bare::said(ENGLISH);
static GERMAN_SAID: [u8; bare::len(GERMAN)] = bare::said(GERMAN);

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    #[default]
    English,
    /// German.
    German,
}

impl Tongue {
    /// All of them.
    pub const ALL: [Tongue; 2] = [Tongue::English, Tongue::German];

    /// Returns its tag by BCP 47.
    pub fn tag(self) -> &'static str {
        match self {
            Tongue::English => "en",
            Tongue::German => "de",
        }
    }

    /// Returns the language of that tag, whatever its region: `de-AT` is German.
    pub fn of_tag(tag: &str) -> Option<Tongue> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        Tongue::ALL.into_iter().find(|tongue| language.eq_ignore_ascii_case(tongue.tag()))
    }

    /// Returns the first language the interface speaks of those that a user wants, or English.
    pub fn wanted(tags: &[String]) -> Tongue {
        tags.iter().find_map(|tag| Tongue::of_tag(tag)).unwrap_or_default()
    }

    fn said(self) -> &'static [u8] {
        match self {
            Tongue::English => &ENGLISH_SAID,
            Tongue::German => &GERMAN_SAID,
        }
    }
}

/// The words of the interface in one language. Cheap to clone.
#[derive(Clone)]
pub struct Words {
    tongue: Tongue,
    /// What each says, in the order of [`Word`].
    lines: Rc<[&'static str]>,
}

impl Default for Words {
    fn default() -> Self {
        Words::of(Tongue::default())
    }
}

impl Words {
    /// Reads the table of a language.
    pub fn of(tongue: Tongue) -> Self {
        // The tables are text, as a test proves.
        let lines = str::from_utf8(tongue.said()).unwrap_or_default().lines().collect();
        Words { tongue, lines }
    }

    /// Returns the language.
    pub fn tongue(&self) -> Tongue {
        self.tongue
    }

    /// Returns what a word says.
    pub fn say(&self, word: Word) -> &'static str {
        self.line(word as usize)
    }

    /// Returns what the word of that number says, as the page asks for it.
    pub fn numbered(&self, number: &str) -> Option<&'static str> {
        self.lines.get(number.parse::<usize>().ok()?).copied()
    }

    /// Returns a sentence with `parts` in the places of `{0}`, `{1}` and so on.
    ///
    /// ```
    /// use ascribe::app::{Word, Words};
    /// let words = Words::default();
    /// assert_eq!(words.fill(Word::Tagged, &["claim", "no {0}"]), "Tagged as claim: no {0}");
    /// ```
    pub fn fill(&self, word: Word, parts: &[&str]) -> String {
        filled(self.say(word), parts)
    }

    /// Returns the form for `number`, with it in the place of `{0}`: "1 quote" or "3 quotes".
    pub fn count(&self, word: Word, number: usize) -> String {
        self.count_of(word, number, &[])
    }

    /// Returns the form for `number`, with it in the place of `{0}` and `parts` in those behind.
    fn count_of(&self, word: Word, number: usize, parts: &[&str]) -> String {
        let forms = self.say(word);
        let (one, many) = forms.split_once(" | ").unwrap_or((forms, forms));
        let number_said = self.grouped(number);
        filled(if number == 1 { one } else { many }, &[&[number_said.as_str()], parts].concat())
    }

    /// Returns a number as the language writes it, with a mark between thousands.
    pub(super) fn grouped(&self, number: usize) -> String {
        let mut grouped = number.to_string();
        let mut at = grouped.len();
        while at > 3 {
            at -= 3;
            grouped.insert_str(at, self.say(Word::Thousands));
        }
        grouped
    }

    /// Returns what the word that stands `index` behind `first` says: for an enum whose words
    /// stand in its own order.
    fn nth(&self, first: Word, index: usize) -> &'static str {
        self.line(first as usize + index)
    }

    fn line(&self, index: usize) -> &'static str {
        self.lines.get(index).copied().unwrap_or_default()
    }
}

/// Two are equal when they are of one language.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.tongue == other.tongue
    }
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Words({})", self.tongue.tag())
    }
}

/// A piece of a sentence of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'w> {
    /// Words.
    Said(&'w str),
    /// The place of the part of that number.
    Place(usize),
}

/// Cuts a sentence at its places.
pub fn pieces(sentence: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = sentence;
    while let Some((before, behind)) = rest.split_once('{') {
        let place = behind
            .split_once('}')
            .and_then(|(place, after)| place.parse().ok().map(|place: usize| (place, after)));
        let Some((place, after)) = place else { break };
        pieces.extend([Piece::Said(before), Piece::Place(place)]);
        rest = after;
    }
    pieces.push(Piece::Said(rest));
    pieces
}

fn filled(sentence: &str, parts: &[&str]) -> String {
    let said = pieces(sentence).into_iter().map(|piece| match piece {
        Piece::Said(words) => words,
        Piece::Place(place) => parts.get(place).copied().unwrap_or_default(),
    });
    said.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places of each of a word's forms, in order.
    fn places(words: &str) -> Vec<Vec<usize>> {
        let place = |piece: Piece| match piece {
            Piece::Place(place) => Some(place),
            Piece::Said(_) => None,
        };
        let sorted = |form: &str| {
            let mut found: Vec<usize> = pieces(form).into_iter().filter_map(place).collect();
            found.sort_unstable();
            found
        };
        words.split(" | ").map(sorted).collect()
    }

    #[test]
    fn every_table_has_every_word_in_the_same_order() {
        let known: Vec<&str> = Word::ALL.iter().map(|word| word.name()).collect();
        for tongue in Tongue::ALL {
            let table = if tongue == Tongue::German { GERMAN } else { ENGLISH };
            let written = table.lines().filter(|line| !line.is_empty());
            let (names, said): (Vec<&str>, Vec<&str>) =
                written.map(|line| line.split_once(": ").expect("a name and its words")).unzip();
            assert_eq!(names, known, "{tongue:?}");
            assert_eq!(*Words::of(tongue).lines, said, "{tongue:?}");
        }
    }

    #[test]
    fn every_language_has_the_same_places_and_forms() {
        let english = Words::default();
        for words in Tongue::ALL.map(Words::of) {
            for word in Word::ALL {
                let (own, others) = (words.say(*word), english.say(*word));
                assert!(!own.trim().is_empty(), "{word:?} says nothing");
                // The form for one may name no number.
                let last = |said| places(said).pop();
                assert_eq!(last(own), last(others), "{word:?}: {own} / {others}");
                assert_eq!(places(own).len(), places(others).len(), "{word:?}: {own} / {others}");
            }
        }
    }

    #[test]
    fn what_is_filled_in_is_not_filled_again() {
        assert_eq!(filled("{1} and {0}", &["a {1}", "b"]), "b and a {1}");
        assert_eq!(filled("{ {x} {0", &["a"]), "{ {x} {0");
    }

    #[test]
    fn the_first_language_that_is_spoken_is_taken() {
        let wanted = |tags: &[&str]| {
            Tongue::wanted(&tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(wanted(&["fr", "de-AT", "en"]), Tongue::German);
        assert_eq!(wanted(&["EN_us", "de"]), Tongue::English);
        assert_eq!(wanted(&["den", "fr"]), Tongue::English);
        assert_eq!(wanted(&[]), Tongue::English);
    }

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let (english, german) = (Words::default(), Words::of(Tongue::German));
        assert_eq!((english.grouped(12), english.grouped(123)), ("12".into(), "123".into()));
        assert_eq!(english.grouped(1_234_567), "1,234,567");
        assert_eq!(german.grouped(3838), "3.838");
        assert_eq!(english.count(Word::Quotes, 1), "1 quote");
        assert_eq!(german.count(Word::Quotes, 0), "0 Zitate");
    }
}
