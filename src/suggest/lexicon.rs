//! The lexicon: what is known of the words of one language, read from the plain tables in `data/`.
//! Knows no text and no rule.

use super::data;
use crate::text::{Language, lower};
use std::ops::BitOr;
use std::sync::OnceLock;

/// What is known of a word; several things can hold at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

impl BitOr for Class {
    type Output = Class;

    fn bitor(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }
}

/// Numbers the classes in the order of [`NAMES`], where their lists are named and explained.
macro_rules! classes {
    ($($(#[$doc:meta])* $constant:ident $name:literal,)*) => {
        /// The name of every list in the tables, in the order of the bits.
        const NAMES: &[&str] = &[$($name),*];
        impl Class {
            classes!(@ 0; $($(#[$doc])* $constant,)*);
        }
    };
    (@ $bit:expr; $(#[$doc:meta])* $constant:ident, $($rest:tt)*) => {
        $(#[$doc])*
        pub(super) const $constant: Class = Class(1 << $bit);
        classes!(@ $bit + 1; $($rest)*);
    };
    (@ $bit:expr;) => {};
}

classes! {
    /// Form of a verb, by its place: `say`
    BASE "base",
    /// `says`
    THIRD "third",
    /// `said`
    PAST "past",
    /// `said`, behind an auxiliary
    PARTICIPLE "participle",
    /// `saying`
    GERUND "gerund",
    /// Cue of speech or writing: `say`
    SAY "say",
    /// Cue that has hardly anything but a statement behind it: `said`
    SURE "sure",
    /// Cue of speech that names the hearer first: `tell`
    TELL "tell",
    /// Cue of belief: `think`
    THINK "think",
    /// Cue of evidence: `the poll shows`
    SHOW "show",
    /// Cue of intention, before an infinitive: `promise to`
    INTEND "intend",
    /// Cue of a question: `ask whether`
    ASK "ask",
    /// Cue that names who is to do it: `urge them to`
    URGE "urge",
    /// Cue of a wish, with a clause: `demand that`
    WISH "urge-clause",
    /// Cue with what it is about: `criticize the plan`
    ABOUT "about",
    /// Cue with a particle before what it is about: `call for a vote`
    PHRASAL "phrasal",
    /// Cue with a name for something: `call it a mess`
    CALL "call",
    /// Cue beside a quote only: `continue`
    VOICE "voice",
    /// Common verb, in a form that can be finite: `came`
    VERB "verb",
    /// Noun that is a cue: `his claim that`
    NOUN "noun",
    /// Form of a cue that is a noun, too: `report`
    NOUNY "nouny",
    /// Forms of `be`
    BE "be",
    /// Forms of `have`
    HAVE "have",
    /// `will`, `would`
    MODAL "modal",
    /// Any auxiliary
    AUX "aux",
    /// `not`
    NEGATION "neg",
    /// Stands between a source and its verb: `also`
    ADVERB "adverb",
    /// Looks like an adverb and is none: `family`
    NOT_ADVERB "not-adverb",
    /// Personal pronoun that is a subject: `he`
    SUBJECT "subject",
    /// Fits men
    HE "he",
    /// Fits women
    SHE "she",
    /// Fits several
    THEY "they",
    /// Any pronoun that can be a source: `many`
    PRONOUN "pronoun",
    /// Pronoun that is no source: `it`
    DUMMY "dummy",
    /// Pronoun that is an object: `him`
    OBJECT "object",
    /// Begins a noun phrase: `the`
    DET "det",
    /// `his`
    POSSESSIVE "possessive",
    /// Preposition: `in`
    PREP "prep",
    /// Names a time: `Monday`
    TIME "time",
    /// Begins a clause: `because`
    CONJ "conj",
    /// `that`
    THAT "that",
    /// Begins an indirect question: `whether`
    WH "wh",
    /// `and`
    COORD "coord",
    /// Begins a subordinate clause behind another: `while`
    SUBORD "subord",
    /// Begins a clause that concedes: `although`
    CONCESSION "concession",
    /// Relative pronoun: `who`
    REL "rel",
    /// `to`
    TO "to",
    /// Particle of a cue: `for`
    PARTICLE "particle",
    /// Title before or beside a name: `Sen.`
    TITLE "title",
    /// Noun for those who say: `officials`
    PEOPLE "people",
    /// `according`
    ACCORD "accord",
    /// `as X puts it`
    PUT "put",
    /// `as X reported`
    AS "as",
    /// Joins a noun to the one it goes with: `spokesman for Ana`
    LINK "link",
    /// Names the source of a noun or a passive: `by`
    BY "like",
    /// German: `so Ana`
    SO "so",
    /// German: first part of a verb that splits: `teilte … mit`
    SPLIT "split",
    /// German: form of the reporting mood: `sei`, `wäre`
    MOOD "mood",
    /// German: form of the reporting mood that can be no other
    PURE_MOOD "mood1",
    /// German: `nach Angaben`
    ANGABEN "angaben",
    /// Noun before a quote that is no name: `chants of “…”`
    SPOKEN "spoken",
    /// Stands before a colon and names nobody: `Breaking: …`
    LABEL "label",
    /// First name of women
    WOMEN "women",
    /// First name of men
    MEN "men",
}

impl Class {
    /// Any cue that takes what was said as a clause.
    pub(super) const CLAUSE_CUE: Class = Class(
        Class::SAY.0
            | Class::TELL.0
            | Class::THINK.0
            | Class::SHOW.0
            | Class::ASK.0
            | Class::WISH.0,
    );
    /// Any cue that is a verb.
    pub(super) const CUE: Class = Class(
        Class::CLAUSE_CUE.0
            | Class::INTEND.0
            | Class::URGE.0
            | Class::ABOUT.0
            | Class::PHRASAL.0
            | Class::CALL.0
            | Class::VOICE.0,
    );

    /// Tells whether any of `other` holds.
    pub(super) fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    fn of_form(place: usize) -> Class {
        Class(1 << if place > 4 { 2 } else { place })
    }
}

/// The words of a language with their classes: a table with open addressing, half of it free.
pub(super) struct Lexicon {
    letters: String,
    slots: Vec<(u32, u32, Class)>,
    /// The language of the words.
    pub(super) language: Language,
}

impl Lexicon {
    /// Returns the lexicon of `language`, which is read once.
    pub(super) fn of(language: Language) -> &'static Lexicon {
        static LEXICONS: [OnceLock<Lexicon>; 9] = [const { OnceLock::new() }; 9];
        let place = match language {
            Language::English => 0,
            Language::German => 1,
            Language::French => 2,
            Language::Spanish => 3,
            Language::Italian => 4,
            Language::Portuguese => 5,
            Language::Dutch => 6,
            Language::Russian => 7,
            _ => 8,
        };
        LEXICONS[place].get_or_init(|| Lexicon::read(data::table(language), language))
    }

    fn read(table: &str, language: Language) -> Lexicon {
        let count = table.split([' ', '/', '\n']).count() * 8;
        let mut lexicon = Lexicon {
            letters: String::new(),
            slots: vec![(0, 0, Class::default()); count.next_power_of_two()],
            language,
        };
        let (mut class, mut endings) = (Class::default(), "");
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let words = match line.split_once(": ") {
                Some((head, words)) if !line.starts_with(' ') => {
                    let (name, rest) = head.split_once(' ').unwrap_or((head, ""));
                    endings = rest;
                    let bit = NAMES.iter().position(|known| *known == name);
                    class = bit.map_or(Class::default(), |bit| Class(1 << bit));
                    words
                }
                _ => line,
            };
            for word in words.split_whitespace() {
                lexicon.add_forms(word, endings, class);
            }
        }
        lexicon
    }

    /// Adds a word of a list: `say/says/said`, or a stem with the endings of its list.
    fn add_forms(&mut self, word: &str, endings: &str, class: Class) {
        if let Some(endings) = endings.strip_prefix('/').filter(|_| !word.contains('/')) {
            for (place, ending) in endings.split('/').enumerate().filter(|(_, end)| *end != "-") {
                let form = format!("{word}{}", if ending == "." { "" } else { ending });
                self.add(&form, class | Class::of_form(place));
            }
        } else if word.contains('/') {
            for (place, form) in word.split('/').enumerate().filter(|(_, form)| *form != "-") {
                self.add(form, class | Class::of_form(place));
            }
        } else {
            self.add(word, class);
        }
    }

    fn add(&mut self, word: &str, class: Class) {
        let slot = self.slot(word);
        if self.slots[slot].1 == 0 {
            self.slots[slot] = (self.letters.len() as u32, word.len() as u32, class);
            self.letters.push_str(word);
        } else {
            self.slots[slot].2 = self.slots[slot].2 | class;
        }
    }

    /// Looks up a word in lower case, with straight apostrophes.
    pub(super) fn class(&self, word: &str) -> Class {
        self.slots[self.slot(word)].2
    }

    /// The slot of `word`, or the free one where it belongs.
    fn slot(&self, word: &str) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) as usize & mask;
        loop {
            let (at, len, _) = self.slots[slot];
            let known = self.letters.get(at as usize..(at + len) as usize);
            if len == 0 || known == Some(word) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }
}

/// Mixes the bytes of a word (FNV-1a, folded).
fn hash(word: &str) -> u32 {
    let mix = |h: u32, b: u8| (h ^ u32::from(b)).wrapping_mul(0x0100_0193);
    let mixed = word.bytes().fold(0x811c_9dc5, mix);
    mixed ^ (mixed >> 15)
}

/// Writes a word as the tables do: lower case, straight apostrophes.
pub(super) fn key(word: &str) -> String {
    lower(word).replace(['’', '‘', 'ʼ'], "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn class(language: Language, word: &str) -> Class {
        Lexicon::of(language).class(&key(word))
    }

    #[test]
    fn forms_are_made_of_stems_and_endings() {
        let warned = class(Language::English, "Warned");
        assert!(warned.is(Class::TELL) && warned.is(Class::PAST) && warned.is(Class::PARTICIPLE));
        assert!(!warned.is(Class::BASE | Class::THIRD | Class::GERUND));
        assert!(class(Language::English, "denying").is(Class::GERUND));
        assert!(class(Language::German, "erklärten").is(Class::PAST));
    }

    #[test]
    fn an_apostrophe_is_one_however_it_is_set() {
        assert!(class(Language::English, "won’t").is(Class::MODAL));
        assert_eq!(class(Language::English, "zebra"), Class::default());
    }

    #[test]
    fn every_list_of_every_table_has_a_known_name() {
        for language in Language::all() {
            for line in data::table(language).lines().filter(|line| !line.starts_with([' ', '#'])) {
                let name = line.split([' ', ':']).next().unwrap_or_default();
                assert!(NAMES.contains(&name), "{} has a list {name:?}", language.tag());
            }
        }
    }
}
