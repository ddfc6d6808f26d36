//! Hard wraps: line ends that come from a fixed width are found and their lines joined again.
//!
//! A wrap is told by filling: the line ends where the next word no longer fitted. Lists, verse,
//! addresses and headings end their lines early, so they fail the test. Knows widths and the shape
//! of words, no furniture.

use super::Options;
use super::clean::{Ending, Gap, Raw};
use super::hyphen::Hyphens;
use super::repair::{Repair, Tally};

/// The narrowest and widest width in characters that texts are wrapped at; a longer line is a
/// whole paragraph.
const NARROWEST: usize = 40;
const WIDEST: usize = 100;

/// Rounds of joining before a text is given up as one that cannot be settled.
const ROUNDS: usize = 8;

/// Characters that lines of proportional type may stand off their width.
const RAGGED: usize = 7;

/// Joins wrapped lines if `options` say so, sets long lines apart as paragraphs, and returns how
/// many line ends look like wraps.
///
/// Repeated until nothing changes, so that settling a settled text changes nothing; a text that
/// does not come to rest stays as it is.
pub(super) fn settle(lines: &mut Vec<Raw>, options: Options, tally: &mut Tally) -> usize {
    open_indented(lines);
    for _ in 0..2 {
        let mut trial = lines.clone();
        if let Some(done) = repeat(&mut trial, options) {
            *lines = trial;
            tally.add(Repair::MailQuotes, done.quotes);
            tally.add(Repair::WrappedLines, done.joined);
            return done.found;
        }
        // How a line ended is not seen in a settled text: try as if this one were settled.
        lines.iter_mut().for_each(|line| line.ending = Ending::Plain);
    }
    0
}

/// Returns the mark that makes a line an entry of a list: `- `, `• `, `2. `.
pub(super) fn list_marker(line: &str) -> Option<&str> {
    let (mark, _) = line.split_once(' ')?;
    let bullets = ["-", "*", "•", "‣", "▪", "◦", "·", "–", "—", "+"];
    let number = mark.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit());
    (bullets.contains(&mark) || is_number).then_some(mark)
}

/// Tells whether a sentence can end in the last characters of `line`.
pub(super) fn ends_sentence(line: &str) -> bool {
    let closers = ['"', '\'', '”', '’', '“', '»', '«', '›', '‹', ')', ']', '」', '』'];
    let last = without_notes(line).trim_end_matches(closers).chars().next_back();
    matches!(last, Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।'))
}

/// Returns `line` without the numbers of footnotes at its end: `[1][12]`.
fn without_notes(line: &str) -> &str {
    let note = line.strip_suffix(']').and_then(|inside| inside.rsplit_once('['));
    match note {
        Some((before, number)) if number.bytes().all(|b| b.is_ascii_digit()) => {
            without_notes(before)
        }
        _ => line,
    }
}

/// What settling did.
#[derive(Default)]
struct Done {
    quotes: usize,
    joined: usize,
    found: usize,
}

fn repeat(lines: &mut Vec<Raw>, options: Options) -> Option<Done> {
    let mut done = Done::default();
    for _ in 0..ROUNDS {
        let quotes = strip_mail_quotes(lines);
        let wraps = find(lines);
        let found = wraps.iter().filter(|&&is_wrap| is_wrap).count();
        let joined = if options.join_wrapped { found } else { 0 };
        if joined > 0 {
            join(lines, &wraps);
        }
        done.quotes += quotes;
        done.joined += joined;
        done.found = done.joined.max(found);
        if quotes + joined + set_apart(lines) == 0 {
            return Some(done);
        }
    }
    None
}

/// Sets a line that alone is indented apart from the paragraph that ends before it.
fn open_indented(lines: &mut [Raw]) {
    let opens: Vec<bool> = lines
        .windows(3)
        .map(|three| match three {
            [before, line, after] => {
                let alone = line.indented && !before.indented && !after.indented;
                alone && after.gap == Gap::Line && ends_sentence(&before.text)
            }
            _ => false,
        })
        .collect();
    for (line, opens) in lines.iter_mut().skip(1).zip(opens) {
        if opens {
            line.gap = Gap::Paragraph;
        }
    }
}

/// Takes the `>` off lines that follow each other with it, and returns off how many.
fn strip_mail_quotes(lines: &mut Vec<Raw>) -> usize {
    let quoted: Vec<bool> = lines.iter().map(|line| line.text.starts_with('>')).collect();
    let is = |index: Option<usize>| index.and_then(|i| quoted.get(i)).is_some_and(|&q| q);
    let runs: Vec<bool> = (0..lines.len())
        .map(|i| is(Some(i)) && (is(i.checked_sub(1)) || is(Some(i + 1))))
        .collect();
    let count = runs.iter().filter(|&&in_run| in_run).count();
    if count == 0 {
        return 0;
    }
    let mut blank = false;
    let mut kept = Vec::with_capacity(lines.len());
    for (mut line, in_run) in lines.drain(..).zip(runs) {
        if in_run {
            line.text = line.text.trim_start_matches(['>', ' ', '\u{3000}']).to_owned();
        }
        if line.text.is_empty() {
            blank = true;
            continue;
        }
        if std::mem::take(&mut blank) || kept.is_empty() {
            line.gap = Gap::Paragraph;
        }
        kept.push(line);
    }
    *lines = kept;
    count
}

/// Sets lines that are whole paragraphs apart, and returns how many gaps that changed.
fn set_apart(lines: &mut [Raw]) -> usize {
    let mut changed = 0;
    let mut before_is_long = false;
    for line in lines {
        let is_long = width(&line.text) > WIDEST;
        // An entry stays with its list, however long either is.
        let is_entry = list_marker(&line.text).is_some();
        if line.gap == Gap::Line && (is_long || before_is_long) && !is_entry {
            line.gap = Gap::Paragraph;
            changed += 1;
        }
        before_is_long = is_long;
    }
    changed
}

/// Returns the length in characters, or more than [`WIDEST`].
fn width(text: &str) -> usize {
    text.chars().take(WIDEST + 1).count()
}

/// A line end that may be a wrap.
struct Break {
    /// The line behind it.
    line: usize,
    /// The length of the line before it and of the word behind it.
    filled: usize,
    word: usize,
    /// A sentence may end before it.
    ends_sentence: bool,
    /// No sentence ends before it and what follows looks like going on.
    goes_on: bool,
}

/// Tells for every line whether the line end before it is a wrap.
fn find(lines: &[Raw]) -> Vec<bool> {
    let mut wraps = vec![false; lines.len()];
    let mut breaks = Vec::new();
    let (mut flowing, mut long) = (Vec::new(), 0);
    for (index, pair) in lines.windows(2).enumerate() {
        let [before, line] = pair else { continue };
        if line.gap != Gap::Line || starts_its_own(&line.text) {
            continue;
        }
        let filled = width(&before.text);
        if before.ending == Ending::SoftHyphen {
            wraps[index + 1] = true;
        } else if (NARROWEST..=WIDEST).contains(&filled) {
            long += 1;
            if before.ending == Ending::Blank {
                flowing.push(index + 1);
            }
            let ends_sentence = ends_sentence(&before.text);
            breaks.push(Break {
                line: index + 1,
                filled,
                word: width(line.text.split(' ').next().unwrap_or_default()),
                ends_sentence,
                goes_on: !ends_sentence && continues(&line.text),
            });
        }
    }
    if flowing.len() > 1 && flowing.len() * 2 > long {
        flowing.into_iter().for_each(|line| wraps[line] = true);
    } else {
        filled_lines(&breaks).for_each(|line| wraps[line] = true);
    }
    wraps
}

/// Returns the lines behind breaks that fit the one width most of them share, if it is a width.
fn filled_lines(breaks: &[Break]) -> impl Iterator<Item = usize> {
    let count = |at: usize, slack: usize| breaks.iter().filter(|b| b.fits(at, slack)).count();
    let measure = |slack: usize| {
        let at = (NARROWEST..=WIDEST).rev().max_by_key(|&at| count(at, slack))?;
        let going_on = breaks.iter().filter(|b| b.goes_on && b.fits(at, slack)).count();
        Some((at, count(at, slack), going_on))
    };
    let all = breaks.len();
    let even = measure(0).filter(|&(_, fitting, going_on)| match fitting {
        0 | 1 => false,
        2 => all == 2 && going_on > 0,
        _ => fitting * 10 >= all * 6 && going_on * 10 >= fitting * 4,
    });
    let ragged = || {
        measure(RAGGED).filter(|&(_, fitting, going_on)| {
            fitting > 3 && fitting * 10 >= all * 7 && going_on * 2 >= fitting
        })
    };
    let is_even = even.is_some();
    let width = even.or_else(ragged).map(|(at, _, _)| at);
    // Within a sentence a line of an even text may fall a little short too.
    let is_wrap = move |b: &&Break| {
        let slack = if is_even && b.ends_sentence { 0 } else { RAGGED };
        width.is_some_and(|at| b.fits(at, slack))
    };
    breaks.iter().filter(is_wrap).map(|b| b.line)
}

impl Break {
    /// Tells whether this is a wrap at the width `at`, give or take `slack`.
    fn fits(&self, at: usize, slack: usize) -> bool {
        self.filled <= at + slack && at < self.filled + 1 + self.word + slack
    }
}

/// Tells whether no line goes on into one that looks like `line`.
fn starts_its_own(line: &str) -> bool {
    let is_address = line.starts_with("http") && !line.contains(' ');
    list_marker(line).is_some() || is_address || line.starts_with("--") || line.starts_with("__")
}

/// Tells whether a sentence may go on at the start of `line`: a letter that is not upper case.
///
/// Chinese, Japanese and Korean have no blanks to wrap at and no case, so they never tell.
fn continues(line: &str) -> bool {
    let has_case_or_words = |c: char| !matches!(c, '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..);
    let first = line.chars().find(|c| c.is_alphanumeric());
    first.is_some_and(|c| c.is_alphabetic() && !c.is_uppercase() && has_case_or_words(c))
}

fn join(lines: &mut Vec<Raw>, wraps: &[bool]) {
    let hyphens = Hyphens::of(lines, wraps);
    let mut joined: Vec<Raw> = Vec::with_capacity(lines.len());
    for (line, &is_wrap) in lines.drain(..).zip(wraps) {
        match joined.last_mut() {
            Some(before) if is_wrap => {
                if before.ending != Ending::SoftHyphen {
                    hyphens.close(&mut before.text, &line.text);
                }
                before.text.push_str(&line.text);
                before.ending = line.ending;
            }
            _ => joined.push(line),
        }
    }
    *lines = joined;
}

#[cfg(test)]
mod tests {
    use super::super::clean;
    use super::*;

    fn settled(text: &str, join_wrapped: bool) -> (String, usize) {
        let mut tally = Tally::default();
        let mut lines = clean::lines(text, &mut tally);
        let found = settle(&mut lines, Options { join_wrapped }, &mut tally);
        let mut shown = String::new();
        for (index, line) in lines.iter().enumerate() {
            if index > 0 {
                shown.push_str(if line.gap == Gap::Paragraph { "\n\n" } else { "\n" });
            }
            shown.push_str(&line.text);
        }
        (shown, found)
    }

    /// Checks that `text` settles to `expected`, and that this is settled.
    fn check(text: &str, expected: &str) {
        assert_eq!(settled(text, true).0, expected);
        assert_eq!(settled(expected, true).0, expected, "settled again");
    }

    const MAIL: &str = "The council met on Tuesday to decide whether the old\n\
        bridge should be closed to lorries. Nobody expected a\n\
        long evening, but it became one.\n\n\
        Three members asked for a second count of the vote,\n\
        which was refused by the chair.";

    #[test]
    fn lines_cut_at_a_width_are_joined_and_counted() {
        check(
            MAIL,
            "The council met on Tuesday to decide whether the old bridge should be closed to \
             lorries. Nobody expected a long evening, but it became one.\n\n\
             Three members asked for a second count of the vote, which was refused by the chair.",
        );
        assert_eq!(settled(MAIL, false), (MAIL.to_owned(), 3));
    }

    #[test]
    fn quoted_mail_loses_its_marks_and_its_wraps() {
        let quoted: String = MAIL.lines().map(|line| format!("> {line}\n")).collect();
        assert_eq!(settled(&quoted, true).0, settled(MAIL, true).0);
        check("> a single quoted line", "> a single quoted line");
    }

    #[test]
    fn lists_verse_and_addresses_keep_their_lines() {
        let verse = "Whose rain this is I think I ought to know,\nits cloud is in the harbour \
            though;\nit will not see me stopping here\nto watch its puddles fill and grow.";
        check(verse, verse);
        let list = "What the council decided:\n- lorries may not cross the bridge after the end \
            of May\n- buses may cross it until the new one has been opened\n- bicycles may always";
        check(list, list);
        let address = "The Harbour Courier\n12 Quay Street\nPort Ellery";
        check(address, address);
    }

    #[test]
    fn long_lines_are_paragraphs_of_their_own() {
        let long = "word ".repeat(30).trim_end().to_owned();
        check(&format!("Title\n{long}\n{long}"), &format!("Title\n\n{long}\n\n{long}"));
    }

    #[test]
    fn flowing_mail_is_joined_where_it_says_so() {
        let mail = "A mail program that marks its lines leaves a blank \nbehind each line that \
            goes on to the next one, \nso one knows.\nBest, Ana";
        assert_eq!(
            settled(mail, true).0,
            "A mail program that marks its lines leaves a blank behind each line that goes on to \
             the next one, so one knows.\n\nBest, Ana"
        );
    }

    #[test]
    fn an_indented_line_opens_a_paragraph() {
        check("Ana said no.\n   Ben said yes.\nThen", "Ana said no.\n\nBen said yes.\nThen");
    }
}
