//! Datelines: what news set before, behind and between sentences without a stop of its own: the
//! place and agency, the time of publishing, who made the picture. Knows no terminator.

use super::rules::{Kind, Rules};
use super::scan::first_of;

/// The longest place and agency, in bytes: `WASHINGTON, Oct. 5 (Reuters) -`
const LONGEST_PLACE: usize = 80;
/// The longest line that says when and where something was published, in bytes.
pub(super) const LONGEST_SOURCE: usize = 160;
/// The longest line before a time stamp that is taken for a name, in bytes.
const LONGEST_NAME: usize = 60;

/// Finds the end of a place and agency at the start of a paragraph: behind the dash in
/// `WASHINGTON (AP) — The`.
pub(super) fn place_end(paragraph: &str) -> Option<usize> {
    let most = paragraph.len().min(LONGEST_PLACE);
    let close = first_of(&paragraph.as_bytes()[..most], b')')?;
    let open = paragraph[..close].rfind('(')?;
    let agency = &paragraph[open + 1..close];
    let place = &paragraph[..open];
    let named = !paragraph[..close].contains('\n')
        && place.starts_with(char::is_uppercase)
        && place.ends_with(' ')
        && agency.starts_with(char::is_uppercase)
        && agency.len() <= 20
        && agency.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '-'));
    if !named {
        return None;
    }
    let behind = paragraph[close + 1..].trim_start();
    let next = ["--", "—", "–", "-"].iter().find_map(|dash| behind.strip_prefix(dash))?;
    let text = next.trim_start_matches(' ');
    let begins = text.len() < next.len() && text.starts_with(|c: char| c.is_uppercase());
    begins.then(|| paragraph.len() - next.len())
}

/// Finds where a picture's credit begins whose word stands before the colon behind `before`:
/// `The Capitol Photo: Ames`.
pub(super) fn credit_start(before: &str, rules: &Rules) -> Option<usize> {
    let letters = before.chars().rev().take(16).take_while(|c| c.is_alphabetic());
    let word = &before[before.len() - letters.map(char::len_utf8).sum::<usize>()..];
    let caption = before[..before.len() - word.len()].trim_end();
    let credit = word.starts_with(char::is_uppercase) && rules.kind(word).is(Kind::CREDIT);
    let named = caption.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '"' | '”'));
    (credit && named).then(|| before.len() - word.len())
}

/// A date and a time that stand between pieces of text, as in the heads of mails.
pub(super) struct Stamp {
    /// Where it begins, from the start of the text before the colon of its time.
    pub(super) start: usize,
    /// Where it ends, from that colon.
    pub(super) end: usize,
}

/// Reads the stamp around the colon between `before` and `after`: `08/10/2000 08:28 AM`.
pub(super) fn stamp(before: &str, after: &str) -> Option<Stamp> {
    let hours = before.len() - count_digits_back(before);
    let date = before.get(..hours)?.trim_end();
    let start = date.rfind(' ').map_or(0, |at| at + 1);
    let parts: Vec<&str> = date[start..].split('/').collect();
    let dated = parts.len() == 3
        && parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        && parts[2].len() == 4;
    if !dated || hours == before.len() {
        return None;
    }
    let minutes = after.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let mut end = minutes;
    for half in [" AM", " PM", " am", " pm"] {
        if after[minutes..].starts_with(half) {
            end += half.len();
        }
    }
    let rest = &after[end..];
    let cut = rest.starts_with(' ') && rest.trim_start().starts_with(char::is_alphabetic);
    (minutes >= 2 && cut).then_some(Stamp { start, end })
}

/// Tells whether `before` is short enough to be the name that a stamp stands behind.
pub(super) fn is_name(before: &str, rules: &Rules) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    (1..=LONGEST_NAME).contains(&before.trim().len()) && !rules.kind(last).is(Kind::STARTER)
}

/// Finds the end of the smiley whose eyes are the colon between `before` and `after`, where a
/// capital follows.
pub(super) fn smiley_end(before: &str, after: &str) -> Option<usize> {
    let mouth = after.strip_prefix('-').unwrap_or(after).strip_prefix([')', '(', 'D', 'P'])?;
    let begins = mouth.starts_with(' ') && mouth.trim_start().starts_with(char::is_uppercase);
    (begins && before.ends_with(' ')).then(|| after.len() - mouth.len())
}

/// Tells whether the line behind which a colon stands says when and where something was published:
/// `21 February 2010, 05:01 GMT The Times:`.
pub(super) fn is_source(line: &str) -> bool {
    let line = line.trim_start();
    let clock = line.match_indices(':').any(|(at, _)| {
        count_digits_back(&line[..at]) == 2
            && line[at + 1..].bytes().take_while(u8::is_ascii_digit).count() == 2
    });
    let year = line
        .split(|c: char| !c.is_ascii_digit())
        .any(|number| number.len() == 4 && (number.starts_with("19") || number.starts_with("20")));
    clock && year
}

/// Finds where the date begins that closes a headline: `Sea level rises Tuesday, May 5, 2015`.
pub(super) fn date_start(line: &str, rules: &Rules) -> Option<usize> {
    let digits = count_digits_back(line);
    if digits != 4 {
        return None;
    }
    let (mut from, mut words) = (line.len(), 0);
    while words < 5 {
        let rest = line[..from].trim_end();
        let word = rest.rsplit(' ').next()?;
        from = rest.len() - word.len();
        words += 1;
        let name = word.trim_end_matches(',');
        if name.len() < word.len() && rules.kind(name).is(Kind::DAY) {
            let last = line[..from].trim_end().rsplit(' ').next().unwrap_or_default();
            let headline = !last.is_empty() && !last.ends_with([',', ':', ';', '-', '–', '—']);
            return (headline && !rules.kind(last).is(Kind::STARTER)).then_some(from);
        }
    }
    None
}

fn count_digits_back(text: &str) -> usize {
    text.bytes().rev().take_while(u8::is_ascii_digit).count()
}
