//! News-like articles of any size with annotations in them, made up: the same size and number give
//! the same article on every machine. Knows no page and no file.

use ascribe::text::{Byte, Span, paragraphs};

/// An article and what is marked in it.
pub(crate) struct Article {
    /// The text of record; its first paragraph holds every one of [`FREE`] once, unmarked.
    pub(crate) text: String,
    /// What is marked, in text order: nine of ten apart from each other, the rest over them.
    pub(crate) marked: Vec<Span>,
}

/// Words that stand once in the article and that no annotation touches.
pub(crate) const FREE: [&str; 6] = [
    "Quillmoor harbour",
    "Vandrell council",
    "Ostermark railway",
    "Belthane market",
    "Corvane museum",
    "Tressick hospital",
];

/// The shortest and the longest annotation, in bytes; lengths are spread evenly over their
/// logarithms, so that short ones are many.
const LENGTHS: (f64, f64) = (5.0, 200.0);
/// How much of the text the disjoint annotations may cover.
const COVER: f64 = 0.8;

const PEOPLE: [&str; 8] = [
    "Marta Lindqvist",
    "Dr. Paul Achebe",
    "Zoë Brandão",
    "Mrs. Ingrid O’Dowd",
    "Tomáš Novák",
    "Gen. Lucia Ferri",
    "Hana Suzuki",
    "J. P. Oyelaran",
];
const THINGS: [&str; 16] = [
    "the ferry line",
    "a new tunnel",
    "the water board",
    "its old archive",
    "the coastal road",
    "a ministry report",
    "the bread price",
    "the teachers’ union",
    "an early harvest",
    "the city budget",
    "a private clinic",
    "the northern dam",
    "its third audit",
    "the weather office",
    "a rival bidder",
    "the labour court",
];
const ACTS: [&str; 12] = [
    "delayed", "praised", "opened", "doubted", "bought", "repaired", "feared", "ended", "saved",
    "measured", "blocked", "defended",
];
const SAYS: [&str; 6] = ["said", "warned", "insisted", "told reporters", "added", "argued"];
const TAILS: [&str; 8] = [
    " on Friday",
    " near St. Hilda",
    " for €4.2 million",
    " at 6 a.m.",
    " by 12.5 percent",
    " in the U.S.",
    " after all",
    "",
];

/// Makes an article of about `bytes` bytes with `count` annotations.
pub(crate) fn article(bytes: usize, count: usize) -> Article {
    let mut chance = Chance(0x5eed ^ bytes as u64);
    let mut text = String::with_capacity(bytes + 1024);
    text.push_str("Reporters were there before dawn.");
    for (at, words) in FREE.iter().enumerate() {
        let kind = ["guests", "crews", "families"][at % 3];
        text.push_str(&format!(" The {words} office let {kind} in once more."));
    }
    while text.len() < bytes {
        text.push('\n');
        for number in 0..2 + chance.below(5) {
            if number > 0 {
                text.push(' ');
            }
            sentence(&mut text, &mut chance);
        }
    }
    let marked = marks(&text, count, &mut chance);
    Article { text, marked }
}

fn sentence(text: &mut String, chance: &mut Chance) {
    let clause = clause(chance);
    let (person, says) = (chance.one_of(&PEOPLE), chance.one_of(&SAYS));
    text.push_str(&match chance.below(7) {
        0 => format!("“{},” {person} {says}.", capital(&clause)),
        1 => format!("{person} {says} that {clause}."),
        2 => format!("“{},” {says} {person}, “and {}.”", capital(&clause), self::clause(chance)),
        3 => format!("Who {} {}?", chance.one_of(&ACTS), chance.one_of(&THINGS)),
        4 => format!("{}, because {}.", capital(&clause), self::clause(chance)),
        _ => format!("{}.", capital(&clause)),
    });
}

fn clause(chance: &mut Chance) -> String {
    let (who, act, what) = (chance.one_of(&THINGS), chance.one_of(&ACTS), chance.one_of(&THINGS));
    format!("{who} {act} {what}{}", chance.one_of(&TAILS))
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// Marks `count` stretches of whole words, none across paragraphs and none in the first.
fn marks(text: &str, count: usize, chance: &mut Chance) -> Vec<Span> {
    let words = words_behind_the_first_paragraph(text);
    let room = text.len() as f64;
    let apart = count - count / 10;
    let lengths: Vec<f64> = (0..apart).map(|_| chance.length()).collect();
    let gaps: Vec<f64> = (0..=apart).map(|_| chance.part()).collect();
    let shrink = (room * COVER / lengths.iter().sum::<f64>()).min(1.0);
    let free = room - lengths.iter().sum::<f64>() * shrink;
    let stretch = free / gaps.iter().sum::<f64>();

    let mut marked: Vec<Span> = Vec::with_capacity(count);
    let (mut at, mut next) = (0.0, 0);
    for (length, gap) in lengths.into_iter().zip(gaps) {
        at += gap * stretch;
        let wanted = at as usize;
        let found = words[next..].partition_point(|(word, _)| word.start().0 < wanted);
        let first = (next + found).min(words.len() - 1);
        at += length * shrink;
        let last = marked_words(&words, first, length * shrink);
        marked.extend(hull(text, words[first].0, words[last].0));
        next = (last + 1).min(words.len() - 1);
    }
    while marked.len() < count {
        let under = marked[chance.below(apart)];
        let first = words.partition_point(|(word, _)| word.end().0 <= under.start().0);
        let inside = words[first..].partition_point(|(word, _)| word.start() < under.end());
        let first = first + chance.below(inside.max(1));
        let last = marked_words(&words, first, chance.length());
        marked.extend(hull(text, words[first].0, words[last].0));
    }
    marked.sort_unstable();
    marked
}

/// The words that may be marked, each with its paragraph.
fn words_behind_the_first_paragraph(text: &str) -> Vec<(Span, usize)> {
    let mut words = Vec::new();
    for (number, paragraph) in paragraphs(text).enumerate().skip(1) {
        let mut at = paragraph.start().0;
        for word in paragraph.of(text).split(' ') {
            words.extend(Span::new(text, Byte(at), Byte(at + word.len())).ok().zip(Some(number)));
            at += word.len() + 1;
        }
    }
    words
}

/// Finds the last of the words from `first` on that fill `length` bytes in the same paragraph.
fn marked_words(words: &[(Span, usize)], first: usize, length: f64) -> usize {
    let (start, paragraph) = (words[first].0.start().0, words[first].1);
    let fits = |(word, own): &(Span, usize)| {
        *own == paragraph && ((word.end().0 - start) as f64) < length.max(LENGTHS.0)
    };
    first + words[first + 1..].iter().take_while(|word| fits(word)).count()
}

fn hull(text: &str, first: Span, last: Span) -> Option<Span> {
    Span::new(text, first.start(), last.end()).ok()
}

/// Numbers that look like chance and are the same every time: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A part of one.
    fn part(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.part() * end as f64) as usize
    }

    fn one_of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn length(&mut self) -> f64 {
        LENGTHS.0 * (LENGTHS.1 / LENGTHS.0).powf(self.part())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_as_asked_and_always_the_same() {
        let made = article(100 * 1024, 1_000);
        let again = article(100 * 1024, 1_000);
        assert_eq!((&made.text, &made.marked), (&again.text, &again.marked));
        assert!((102_400..103_400).contains(&made.text.len()));
        assert_eq!(made.marked.len(), 1_000);
        let overlaps = made.marked.windows(2).filter(|pair| pair[0].overlaps(pair[1])).count();
        assert!((50..200).contains(&overlaps), "{overlaps}");
        let first = paragraphs(&made.text).next().unwrap();
        for words in FREE {
            assert_eq!(made.text.matches(words).count(), 1, "{words}");
            assert!(first.of(&made.text).contains(words));
        }
        for span in &made.marked {
            let words = span.of(&made.text);
            assert!(!span.overlaps(first) && !words.contains('\n'), "{words}");
            assert_eq!(words, words.trim());
        }
        let mut lengths: Vec<usize> = made.marked.iter().map(|span| span.len()).collect();
        lengths.sort_unstable();
        assert!((15..60).contains(&lengths[500]), "{}", lengths[500]);
    }
}
