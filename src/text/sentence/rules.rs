//! Rules: what the program knows of one language's words before a full stop and of the words its
//! sentences begin with, read from the plain tables in `data/`. Knows no text to split.

use super::plain::Silhouettes;
use crate::text::{Language, small};
use std::sync::OnceLock;

/// The longest word worth looking up, in bytes of its lower-case form.
pub(super) const LONGEST: usize = 32;

/// What is known of a word. Several things can hold at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Kind(u32);

impl Kind {
    /// Stands before a name and does not end a sentence: `Mr.`
    pub(super) const TITLE: Kind = Kind(1);
    /// Does not end a sentence, whatever follows: `e.g.`
    pub(super) const INNER: Kind = Kind(1 << 1);
    /// Does not end a sentence before a number: `No. 5`
    pub(super) const NUMBER: Kind = Kind(1 << 2);
    /// Ends a sentence before a word that begins sentences only: `in the U.S. The`
    pub(super) const LAST: Kind = Kind(1 << 3);
    /// Ends a sentence before any capital: `etc. Anna`
    pub(super) const END: Kind = Kind(1 << 4);
    /// Begins sentences: `The`
    pub(super) const STARTER: Kind = Kind(1 << 5);
    /// Says that somebody speaks, behind the name: `"Why?" Anna asked.`
    pub(super) const SPEECH: Kind = Kind(1 << 6);
    /// Stands before an ordinal number: `am 3. Juni`
    pub(super) const LEAD: Kind = Kind(1 << 7);
    /// A name written with an exclamation mark: `Yahoo!`
    pub(super) const SHOUT: Kind = Kind(1 << 8);
    /// Goes on behind an abbreviation of [`Kind::END`]: `Acme Corp. Chairman Ames`
    pub(super) const FOLLOWER: Kind = Kind(1 << 9);
    /// Opens a sentence with a time or a place: `At 5 a.m. Mr. Ames`
    pub(super) const OPENER: Kind = Kind(1 << 10);
    /// Is counted: `3. Juni`, `20. Jahrhundert`
    pub(super) const COUNTED: Kind = Kind(1 << 11);
    /// Names who made a picture, before a colon: `Photo: Ames`
    pub(super) const CREDIT: Kind = Kind(1 << 12);

    /// Ends a sentence behind a number, and stands before a name elsewhere: `1916 г.`
    pub(super) const UNIT: Kind = Kind(1 << 13);
    /// A day of the week: `Monday`
    pub(super) const DAY: Kind = Kind(1 << 16);
    /// Begins sentences and is a surname, too: `J. You`
    pub(super) const SURNAME: Kind = Kind(1 << 17);
    /// Counts with a capital only.
    const CAPITAL: Kind = Kind(1 << 14);
    /// Counts with a small letter only.
    const SMALL: Kind = Kind(1 << 15);

    const ABBREVIATION: Kind = Kind(0b1_1111 | 1 << 13);

    /// The names of the lists in the tables.
    const NAMES: [(&'static str, Kind); 16] = [
        ("title", Kind::TITLE),
        ("inner", Kind::INNER),
        ("number", Kind::NUMBER),
        ("last", Kind::LAST),
        ("end", Kind::END),
        ("starter", Kind::STARTER),
        ("speech", Kind::SPEECH),
        ("lead", Kind::LEAD),
        ("shout", Kind::SHOUT),
        ("follower", Kind::FOLLOWER),
        ("opener", Kind::OPENER),
        ("counted", Kind::COUNTED),
        ("credit", Kind::CREDIT),
        ("unit", Kind::UNIT),
        ("day", Kind::DAY),
        ("surname", Kind::SURNAME),
    ];

    /// Tells whether any of `other` holds.
    pub(super) fn is(self, other: Kind) -> bool {
        self.0 & other.0 != 0
    }

    /// Tells whether this is an abbreviation of any kind.
    pub(super) fn is_abbreviation(self) -> bool {
        self.is(Kind::ABBREVIATION)
    }

    fn named(name: &str) -> Kind {
        Kind::NAMES.iter().find(|(known, _)| *known == name).map_or(Kind(0), |&(_, kind)| kind)
    }
}

/// The tables of one language, as one hash table of words with open addressing.
pub(super) struct Rules {
    slots: Vec<(&'static str, Kind)>,
    /// How the words that may stand before a terminator look from far.
    pub(super) silhouettes: Silhouettes,
    /// The language they are for.
    pub(super) language: Language,
}

impl Rules {
    /// Returns the tables of `language`, which are read once.
    pub(super) fn of(language: Language) -> &'static Rules {
        static RULES: [OnceLock<Rules>; Language::COUNT] = [const { OnceLock::new() }; _];
        RULES[language as usize].get_or_init(|| Rules::new(language))
    }

    fn new(language: Language) -> Rules {
        let tables = [include_str!("data/any.txt"), super::data::table(language)];
        let count: usize = tables.iter().map(|table| table.split_whitespace().count()).sum();
        let mut rules = Rules {
            slots: vec![("", Kind(0)); (count * 2).next_power_of_two()],
            silhouettes: Silhouettes::new(),
            language,
        };
        for table in tables {
            rules.read(table);
        }
        rules
    }

    /// Reads lines of `name: word word`; a list goes on in indented lines.
    fn read(&mut self, table: &'static str) {
        let mut kind = Kind(0);
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let words = match line.split_once(": ") {
                Some((name, words)) if !line.starts_with(' ') => {
                    kind = Kind::named(name);
                    words
                }
                _ => line,
            };
            for word in words.split_whitespace() {
                let (word, only) = match (word.strip_prefix('^'), word.strip_prefix('~')) {
                    (Some(word), _) => (word, Kind::CAPITAL),
                    (_, Some(word)) => (word, Kind::SMALL),
                    _ => (word, Kind(0)),
                };
                let slot = self.slot(word.as_bytes());
                self.slots[slot].0 = word;
                self.slots[slot].1.0 |= kind.0 | only.0;
                if kind.is_abbreviation() || kind.is(Kind::SHOUT) {
                    // "m.in" may be set as "m. in.", too.
                    let last = word.rsplit('.').next().unwrap_or(word);
                    self.silhouettes.add(last.as_bytes());
                }
            }
        }
    }

    /// Looks up a word written in any case, without its last full stop.
    pub(super) fn kind(&self, word: &str) -> Kind {
        let mut key = [0; LONGEST];
        let Some(key) = lower_case(word, &mut key) else { return Kind(0) };
        let kind = self.slots[self.slot(key)].1;
        let other = if word.starts_with(char::is_uppercase) { Kind::SMALL } else { Kind::CAPITAL };
        if kind.is(other) { Kind(0) } else { kind }
    }

    /// The slot of `word`, or the free one where it belongs. Half of the slots are free.
    fn slot(&self, word: &[u8]) -> usize {
        let mask = self.slots.len() - 1;
        let mut slot = hash(word) as usize & mask;
        while !self.slots[slot].0.is_empty() && self.slots[slot].0.as_bytes() != word {
            slot = (slot + 1) & mask;
        }
        slot
    }
}

/// Mixes the bytes of a word (FNV-1a, folded).
pub(super) fn hash(word: &[u8]) -> u32 {
    let mixed =
        word.iter().fold(0x811c_9dc5_u32, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    mixed ^ (mixed >> 15)
}

/// Writes the lower-case form of `word` into `key`; `None` when it does not fit.
pub(super) fn lower_case<'k>(word: &str, key: &'k mut [u8; LONGEST]) -> Option<&'k [u8]> {
    if word.len() > LONGEST {
        return None;
    }
    if word.is_ascii() {
        for (low, byte) in key.iter_mut().zip(word.bytes()) {
            *low = byte.to_ascii_lowercase();
        }
        return Some(&key[..word.len()]);
    }
    let mut len = 0;
    for low in word.chars().flat_map(small) {
        let end = len + low.len_utf8();
        low.encode_utf8(key.get_mut(len..end)?);
        len = end;
    }
    Some(&key[..len])
}
