//! Hyphens at the ends of wrapped lines: kept when they belong to the word, dropped when they only
//! divided it.
//!
//! The text itself is the witness: a word that stands whole elsewhere was divided.

use super::clean::Raw;
use crate::text::lower;

/// What the text says of the words divided in it.
pub(super) struct Hyphens {
    /// How often each divided word stands elsewhere whole and with its hyphen, in lower case and
    /// without it. Sorted by the words.
    seen: Vec<(String, Seen)>,
    /// Hyphens that only divide are the rule here.
    divides: bool,
}

#[derive(Clone, Copy, Default)]
struct Seen {
    whole: usize,
    hyphened: usize,
}

impl Hyphens {
    /// Reads the words at the wraps of `lines` and looks for them in all of it.
    pub(super) fn of(lines: &[Raw], wraps: &[bool]) -> Self {
        let mut seen: Vec<(String, Seen)> = Vec::new();
        for (pair, &is_wrap) in lines.windows(2).zip(wraps.iter().skip(1)) {
            if let [before, line] = pair
                && is_wrap
                && let Some(word) = divided(&before.text, &line.text)
                && let Err(at) = place(&seen, &word)
            {
                seen.insert(at, (word, Seen::default()));
            }
        }
        if !seen.is_empty() {
            for word in lines.iter().flat_map(|line| line.text.split(' ')) {
                let word = lower(word.trim_matches(|c: char| !c.is_alphanumeric()));
                if let Ok(at) = place(&seen, &word) {
                    seen[at].1.whole += 1;
                } else if word.contains(is_hyphen)
                    && let Ok(at) = place(&seen, &word.replace(is_hyphen, ""))
                {
                    seen[at].1.hyphened += 1;
                }
            }
        }
        let whole = seen.iter().filter(|(_, seen)| seen.whole > seen.hyphened).count();
        let hyphened = seen.iter().filter(|(_, seen)| seen.hyphened > seen.whole).count();
        Hyphens { divides: whole > 1 && whole > hyphened * 2, seen }
    }

    /// Makes the end of `before` ready for `after` to be put behind it.
    pub(super) fn close(&self, before: &mut String, after: &str) {
        let word = divided(before, after);
        match word.and_then(|word| place(&self.seen, &word).ok()).map(|at| self.seen[at].1) {
            Some(seen) => {
                let drop =
                    seen.whole > seen.hyphened || (self.divides && seen.whole == seen.hyphened);
                if drop {
                    before.pop();
                }
            }
            None if before.ends_with('/') => {}
            None if ends_in_joint(before) && !is_and(after) => {}
            None => before.push(' '),
        }
    }
}

/// Returns where `word` stands, or where it would.
fn place(seen: &[(String, Seen)], word: &str) -> Result<usize, usize> {
    seen.binary_search_by(|(other, _)| other.as_str().cmp(word))
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}')
}

/// Returns the word that the end of `before` and the start of `after` make without the hyphen.
fn divided(before: &str, after: &str) -> Option<String> {
    let head = before.strip_suffix(is_hyphen)?;
    let start = head.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
    let head = head.get(start..).filter(|head| !head.is_empty())?;
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let tail = after.get(..end)?;
    let goes_on = tail.chars().next().is_some_and(char::is_lowercase);
    (goes_on && !is_and(after)).then(|| lower(&format!("{head}{tail}")))
}

/// Tells whether a word goes on behind the last character: `Berlin-`, `no—`.
fn ends_in_joint(before: &str) -> bool {
    let mut chars = before.chars().rev();
    matches!(chars.next(), Some('-' | '\u{2010}' | '\u{2011}' | '—'))
        && chars.next().is_some_and(char::is_alphanumeric)
}

/// Tells whether `after` begins with an "and" or "or", as in `two- and threefold`.
fn is_and(after: &str) -> bool {
    let word = after.split(' ').next().unwrap_or_default();
    ["and", "or", "to", "und", "oder", "bis", "et", "ou", "y", "o"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::clean;
    use super::super::repair::Tally;
    use super::*;

    /// Joins the two lines of `text` that `|` parts, with the rest of it as witness.
    fn check(text: &str, expected: &str) {
        let mut lines = clean::lines(&text.replace('|', "\n"), &mut Tally::default());
        let wraps: Vec<bool> = (0..lines.len()).map(|index| index == 1).collect();
        let hyphens = Hyphens::of(&lines, &wraps);
        let after = lines.remove(1).text;
        hyphens.close(&mut lines[0].text, &after);
        assert_eq!(format!("{}{after}", lines[0].text), expected);
    }

    #[test]
    fn a_hyphen_goes_only_from_a_word_seen_whole() {
        check("an inter-|national law\nThe International Court", "an international law");
        check("a well-|known case", "a well-known case");
        check("a well-|known case\nso well-known", "a well-known case");
        check("the Rhein-|Main area", "the Rhein-Main area");
        check("two-|and threefold", "two- and threefold");
        check("he said -|and left", "he said - and left");
        check("yes and/|or no", "yes and/or no");
        check("no|yes", "no yes");
    }
}
