//! Reading: finds source, cue and addressee in the words of an attribution.
//!
//! A look at few words with short lists, for what a person has just marked; it parses nothing and
//! knows no text around. What it gets wrong is one key to drop.

use super::data::Lists;
use super::words::{Word, phrase_at};
use crate::document::{Attribution, Target};
use std::ops::Range;

/// What was found, as ranges of words.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub(super) cue: Option<Range<usize>>,
    /// The rest of the cue, where a verb stands apart from it.
    pub(super) particle: Option<Range<usize>>,
    pub(super) source: Option<Range<usize>>,
    pub(super) addressee: Option<Range<usize>>,
}

impl Reading {
    fn of(cue: Range<usize>, source: Option<Range<usize>>) -> Self {
        Reading { cue: Some(cue), source, ..Reading::default() }
    }
}

/// Reads `words`; a cue that is known already is taken as it is.
pub(super) fn read(words: &[Word], lists: Lists, known: &Attribution) -> Reading {
    let reader = Reader { words, lists };
    let first = (0..words.len()).find(|at| !reader.is(*at, "lead")).unwrap_or_default();
    let by_known = || {
        let hull = known.cue.first().map(Target::hull)?;
        let inside = |word: &Word| word.span.overlaps(hull);
        let start = words.iter().position(inside)?;
        let length = words[start..].iter().take_while(|word| inside(word)).count();
        Some(reader.around_verb(first, start..start + length))
    };
    by_known()
        .or_else(|| reader.fixed_phrase(first))
        .or_else(|| reader.verb_apart(first))
        .or_else(|| reader.verb(first))
        .or_else(|| reader.verb_by_form(first))
        .unwrap_or_default()
}

struct Reader<'w> {
    words: &'w [Word],
    lists: Lists,
}

impl Reader<'_> {
    /// `according to officials`, `Berichten zufolge`
    fn fixed_phrase(&self, first: usize) -> Option<Reading> {
        let end = self.words.len();
        if let Some(cue) = phrase_at(self.words, first, self.lists, "before") {
            let source = some(cue.end..end);
            return source.is_some().then(|| Reading::of(cue, source));
        }
        let cue = (first + 1..end).find_map(|from| {
            phrase_at(self.words, from, self.lists, "behind").filter(|cue| cue.end == end)
        })?;
        let source = some(first..cue.start);
        Some(Reading::of(cue, source))
    }

    /// `teilte das Ministerium mit`
    fn verb_apart(&self, first: usize) -> Option<Reading> {
        for phrase in self.lists.phrases("apart") {
            let Some((verb, particle)) = phrase.split_once(' ') else { continue };
            let position = |from: usize, wanted: &str| {
                let found = self.words.get(from..)?.iter().position(|word| word.lower == wanted);
                found.map(|at| from + at)
            };
            let Some(verb) = position(first, verb) else { continue };
            let Some(particle) = position(verb + 1, particle) else { continue };
            let between = || self.cut(verb + 1..particle);
            let source = self.before(first, verb).or_else(between);
            let together = particle == verb + 1;
            let cue = verb..if together { particle + 1 } else { verb + 1 };
            let particle = (!together).then_some(particle..particle + 1);
            return Some(Reading { particle, ..Reading::of(cue, source) });
        }
        None
    }

    /// `Ana Lee said`, `said Ana Lee`, `she told reporters`
    fn verb(&self, first: usize) -> Option<Reading> {
        let mut verbs = (first..self.words.len()).filter(|at| self.is_verb(*at)).peekable();
        let leading = *verbs.peek()?;
        // Behind an insertion stands the verb of the whole: "Ana Lee, who would not say why, said"
        let commas = |end: usize| (first..end).filter(|at| self.words[*at].comma).count();
        let last = self.words.len().checked_sub(1).filter(|last| {
            let whole = self.is_verb(*last) && !self.goes_along(*last);
            whole && *last > first && self.words[*last - 1].comma && commas(*last) > 1
        });
        // Else the first with a subject before it; "Claims …" may be a name or noun.
        let verb = last.or_else(|| verbs.find(|at| self.before(first, *at).is_some()));
        let verb = verb.unwrap_or(leading);
        Some(self.around_verb(first, verb..verb + 1))
    }

    /// `Ana Lee bewailed`: a verb that no list has, told by its ending. Whoever marks these words
    /// means somebody and what they did.
    fn verb_by_form(&self, first: usize) -> Option<Reading> {
        let is_past = |at: &usize| {
            let Some(word) = self.words.get(*at).filter(|word| !word.capital) else { return false };
            let mut endings = self.lists.phrases("past");
            endings
                .any(|ending| word.lower.len() > ending.len() + 2 && word.lower.ends_with(ending))
        };
        let verb = (first + 1..self.words.len()).find(is_past)?;
        let source = self.cut(self.before(first, verb)?)?;
        Some(Reading::of(verb..verb + 1, Some(source)))
    }

    fn around_verb(&self, first: usize, cue: Range<usize>) -> Reading {
        let before = self.before(first, cue.start);
        let inverted = before.is_none();
        let behind = cue.end..self.words.len();
        let by = usize::from(inverted && self.is(cue.end, "by"));
        let source = if inverted { self.cut(cue.end + by..behind.end) } else { before };
        let tells = self.words.get(cue.start).is_some_and(|own| self.lists.has("tell", &own.lower));
        let to = behind.clone().find(|at| self.is(*at, "to"));
        let addressee = match to {
            _ if tells && !inverted && to != Some(cue.end) => self.cut_at_comma(behind),
            Some(to) if inverted || to == cue.end => {
                self.cut_at_comma(to + 1..behind.end).filter(|named| self.is_noun(named))
            }
            _ => None,
        };
        Reading { addressee, ..Reading::of(cue, source) }
    }

    /// The source before a verb: what is left without auxiliaries and what leads in.
    fn before(&self, first: usize, verb: usize) -> Option<Range<usize>> {
        let mut range = first..verb;
        let alone = |range: &Range<usize>| range.len() == 1 && self.is(range.start, "relative");
        if range.clone().next().is_some_and(|at| self.is(at, "stop")) && !alone(&range) {
            // "On Tuesday, Ana Lee said"
            let comma = range.clone().find(|at| self.words[*at].comma)?;
            range.start = comma + 1;
        }
        // "Ana Lee, at a later meeting, said"
        let inserted = |at: &usize| self.words[*at].comma && self.is(*at + 1, "stop");
        if let Some(comma) = range.clone().find(inserted) {
            range.end = range.end.min(comma + 1);
        }
        while !alone(&range) && range.clone().next_back().is_some_and(|at| self.is_beside(at)) {
            range.end -= 1;
        }
        let beside = |at| self.is_beside(at) && !self.is(at, "article");
        while !alone(&range) && range.clone().next().is_some_and(beside) {
            range.start += 1;
        }
        some(range)
    }

    /// Leaves out everything from the first word on that no name goes on with.
    fn cut(&self, range: Range<usize>) -> Option<Range<usize>> {
        let end = range.clone().find(|at| {
            let goes = self.is(*at, "stop") || self.is(*at, "to") || self.is_verb(*at);
            goes && !self.words[*at].capital
        });
        some(range.start..end.unwrap_or(range.end))
    }

    fn cut_at_comma(&self, range: Range<usize>) -> Option<Range<usize>> {
        let comma = range.clone().find(|at| self.words[*at].comma);
        self.cut(range.start..comma.map_or(range.end, |comma| comma + 1))
    }

    /// Tells whether the words name someone, and are not a verb behind "to".
    fn is_noun(&self, range: &Range<usize>) -> bool {
        self.words.get(range.clone()).is_some_and(|own| {
            own.iter().any(|word| {
                word.capital || word.lower.ends_with('s') || {
                    ["article", "he", "she", "they"].iter().any(|l| self.lists.has(l, &word.lower))
                }
            })
        })
    }

    fn is_verb(&self, at: usize) -> bool {
        (self.is(at, "say") || self.is(at, "tell")) && !(at > 0 && self.words[at].capital)
    }

    /// Tells whether the word stands between a source and its verb and belongs to the verb.
    fn is_beside(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        let adverb =
            |ending: &str| word.lower.len() > ending.len() + 2 && word.lower.ends_with(ending);
        self.is(at, "beside") || !word.capital && self.lists.phrases("ending").any(adverb)
    }

    /// Tells whether a verb only goes with another: "she said, referring"
    fn goes_along(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        self.lists.phrases("along").any(|ending| word.lower.ends_with(ending))
    }

    fn is(&self, at: usize, list: &str) -> bool {
        self.words.get(at).is_some_and(|word| self.lists.has(list, &word.lower))
    }
}

fn some(range: Range<usize>) -> Option<Range<usize>> {
    (!range.is_empty()).then_some(range)
}
