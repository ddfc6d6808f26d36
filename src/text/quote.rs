//! Quotes: which quote marks open and close one another. Knows no word but that one stands there.
//!
//! A mark opens or closes by its neighbours and by what is open, for the same mark does both in
//! different languages: `“yes”`, `„ja“`, `”ja”`, `«oui»`, `»ja«`, `「はい」`. A quote of several
//! paragraphs opens in each of them and closes in the last.

use super::{Byte, Span};

/// A quote mark and the one that closes it, at or behind the end of the quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// The gap before the opening mark, or before the one that opens a further paragraph.
    pub(super) open: Byte,
    /// The gap behind the closing mark.
    pub(super) close: Byte,
    /// Whether the mark opens the quote or only a further paragraph of it.
    opens: Opens,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opens {
    Quote,
    Paragraph,
}

/// Returns the quote marks of `stretch` of `text` that have a partner there, in no order.
pub(super) fn pairs(text: &str, stretch: Span) -> Vec<Pair> {
    let mut reader = Reader::default();
    let mut at = stretch.start().0;
    for line in stretch.of(text).split('\n') {
        reader.read(line, at);
        at += line.len() + 1;
    }
    reader.pairs
}

/// Returns the quotes in `stretch` of `text` whose two marks stand in it, marks included, in text
/// order.
pub fn quotes(text: &str, stretch: Span) -> Vec<Span> {
    let pairs = pairs(text, stretch).into_iter();
    let mut quotes: Vec<Span> =
        pairs.filter_map(|pair| Span::new(text, pair.open, pair.close).ok()).collect();
    quotes.sort_unstable();
    quotes
}

/// Returns the whole quote that the character behind the gap `at` is part of, with its marks: the
/// outermost, from its first opening mark to its closing one, paragraphs between included.
///
/// ```
/// use ascribe::text::{Byte, quote_around};
/// let text = "“One ‘two’.\n\n“Three,” she said. “Four.”";
/// let quote = quote_around(text, Byte(text.find("Three").unwrap())).unwrap();
/// assert_eq!(quote.of(text), "“One ‘two’.\n\n“Three,”");
/// assert_eq!(quote_around(text, Byte(text.find("she").unwrap())), None);
/// ```
pub fn quote_around(text: &str, at: Byte) -> Option<Span> {
    let before = text.get(..at.0)?;
    let mut from = before.rfind('\n').map_or(0, |feed| feed + 1);
    // A paragraph that begins with a mark may go on the quote of the one before.
    while from > 0 && text[from..].trim_start().starts_with(may_open) {
        let rest = text[..from].trim_end();
        from = rest.rfind('\n').map_or(0, |feed| feed + 1);
    }
    let mut reader = Reader::default();
    let mut line_at = from;
    for line in text[from..].split('\n') {
        let behind = line_at > at.0;
        if behind && reader.open.is_empty() {
            break;
        }
        reader.read(line, line_at);
        line_at += line.len() + 1;
    }
    let around = reader.pairs.iter().filter(|pair| pair.opens == Opens::Quote);
    let around = around.filter(|pair| pair.open <= at && at < pair.close);
    around
        .filter_map(|pair| Span::new(text, pair.open, pair.close).ok())
        .max_by_key(|quote| quote.len())
}

/// A mark that waits for its partner.
struct Open {
    mark: char,
    at: Byte,
    /// Where it was repeated at the start of further paragraphs.
    again: Vec<Byte>,
}

/// Reads lines in order, and pairs their marks.
#[derive(Default)]
struct Reader {
    open: Vec<Open>,
    pairs: Vec<Pair>,
}

impl Reader {
    /// Reads a line that stands at `at`.
    fn read(&mut self, line: &str, at: usize) {
        let mut passed = match line.trim_start() {
            "" => return,
            words => line.len() - words.len(),
        };
        // What is open goes on where the line opens it again, from the outermost on.
        let mut going_on = 0;
        while let Some(open) = self.open.get_mut(going_on)
            && let Some(rest) = line[passed..].strip_prefix(open.mark)
        {
            open.again.push(Byte(at + passed));
            going_on += 1;
            passed = line.len() - rest.trim_start().len();
        }
        self.open.truncate(going_on);
        let mut before = line[..passed].chars().next_back();
        let mut rest = line[passed..].chars();
        let mut place = passed;
        while let Some(c) = rest.next() {
            if is_quote_mark(c) {
                self.take(c, Byte(at + place), before, rest.as_str());
            }
            place += c.len_utf8();
            before = Some(c);
        }
    }

    /// Opens or closes a quote with the mark `c`, or leaves it alone.
    fn take(&mut self, c: char, at: Byte, before: Option<char>, rest: &str) {
        let behind = rest.chars().next();
        let spaced_before = before.is_none_or(char::is_whitespace);
        let spaced_behind = behind.is_none_or(char::is_whitespace);
        let word_before = before.is_some_and(char::is_alphanumeric);
        let word_behind = behind.is_some_and(char::is_alphanumeric);
        let single = matches!(c, '’' | '\'' | '‘');
        if single && word_before && word_behind {
            return;
        }
        let partner = self.open.iter().rposition(|open| is_closed_by(open.mark, c));
        let french = matches!(c, '«' | '»' | '‹' | '›');
        let closes = partner.is_some()
            && match c {
                '’' | '\'' => !spaced_before && !is_possessive(c, before, behind, rest),
                '"' | '＂' | '“' | '‘' => !spaced_before || spaced_behind,
                _ => {
                    !spaced_before
                        || spaced_behind
                        || french
                        || partner_is_other(&self.open, partner, c)
                }
            };
        if let Some(partner) = partner.filter(|_| closes) {
            let close = Byte(at.0 + c.len_utf8());
            if let Some(open) = self.open.drain(partner..).next() {
                self.pairs.push(Pair { open: open.at, close, opens: Opens::Quote });
                let again = open.again.into_iter();
                self.pairs.extend(again.map(|open| Pair { open, close, opens: Opens::Paragraph }));
            }
            return;
        }
        let opens = match c {
            '„' | '‚' | '‟' | '‛' | '「' | '『' | '〝' | '“' | '«' | '‹' => true,
            '‘' => !word_before,
            '"' | '＂' | '”' | '»' | '›' => !word_before && !spaced_behind,
            '\'' => !word_before && behind.is_some_and(|c| !c.is_whitespace() && !c.is_numeric()),
            _ => false,
        };
        if opens {
            // The same mark open twice: the one before was never closed.
            if let Some(before) = partner.filter(|at| self.open[*at].mark == c) {
                self.open.truncate(before);
            }
            self.open.push(Open { mark: c, at, again: Vec::new() });
        }
    }
}

/// Tells whether the mark that `c` would close is another than `c`.
fn partner_is_other(open: &[Open], partner: Option<usize>, c: char) -> bool {
    partner.and_then(|at| open.get(at)).is_some_and(|open| open.mark != c)
}

/// Tells whether the mark belongs to the word before it, as in `the nurses’ union`: then another
/// one stands behind to close the quote.
fn is_possessive(c: char, before: Option<char>, behind: Option<char>, rest: &str) -> bool {
    if !matches!(before, Some('s' | 'S' | 'x' | 'z')) || behind != Some(' ') {
        return false;
    }
    let mut last = ' ';
    let mut rest = rest.chars().peekable();
    while let Some(next) = rest.next() {
        let word_behind = rest.peek().is_some_and(|c| c.is_alphanumeric());
        match next {
            '\n' | '‘' => return false,
            _ if next == c && last.is_whitespace() && word_behind => return false,
            _ if next == c && !last.is_whitespace() && !word_behind => return true,
            _ => last = next,
        }
    }
    false
}

/// Tells whether `c` is a quote mark or an apostrophe.
pub fn is_quote_mark(c: char) -> bool {
    may_open(c) || matches!(c, '’' | '」' | '』' | '〞' | '〟')
}

fn may_open(c: char) -> bool {
    matches!(c, '"' | '\'')
        || !c.is_ascii()
            && matches!(
                c,
                '“' | '”'
                    | '„'
                    | '‟'
                    | '«'
                    | '»'
                    | '‹'
                    | '›'
                    | '‘'
                    | '‚'
                    | '‛'
                    | '＂'
                    | '「'
                    | '『'
                    | '〝'
            )
}

/// Tells whether `close` may close what `open` opened, in some language.
fn is_closed_by(open: char, close: char) -> bool {
    match open {
        '“' | '‟' | '”' => close == '”',
        '„' => matches!(close, '“' | '”'),
        '«' => close == '»',
        '»' => matches!(close, '«' | '»'),
        '‹' => close == '›',
        '›' => matches!(close, '‹' | '›'),
        '‘' | '‛' => close == '’',
        '‚' => matches!(close, '‘' | '’'),
        '"' | '\'' | '＂' => close == open,
        '「' => close == '」',
        '『' => close == '』',
        '〝' => matches!(close, '〞' | '〟'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Checks which quotes, marks included, are found in `text`, in order of their opening.
    fn check(text: &str, expected: &[&str]) {
        let mut found = laws(text);
        found.retain(|pair| pair.opens == Opens::Quote);
        found.sort_by_key(|pair| pair.open);
        let quotes: Vec<&str> = found.iter().map(|pair| &text[pair.open.0..pair.close.0]).collect();
        assert_eq!(quotes, expected);
    }

    /// Pairs nest or stand apart, and each is two marks that fit.
    fn laws(text: &str) -> Vec<Pair> {
        let Ok(whole) = Span::new(text, Byte(0), Byte(text.len())) else { return Vec::new() };
        let found = pairs(text, whole);
        for one in &found {
            let span = Span::new(text, one.open, one.close).unwrap();
            let words = span.of(text);
            let mark = words.chars().next().unwrap();
            assert!(is_closed_by(mark, words.chars().next_back().unwrap()), "{words}");
            assert!(words.chars().count() >= 2);
            for other in found.iter().filter(|other| other.opens == Opens::Quote) {
                let apart = other.close <= one.open || one.close <= other.open;
                let nested = other.open <= one.open && one.close <= other.close
                    || one.open <= other.open && other.close <= one.close;
                let further = one.opens == Opens::Paragraph;
                assert!(apart || nested || further, "{text:?}: {one:?} crosses {other:?}");
            }
            let around = quote_around(text, one.open);
            assert!(
                around.is_some_and(|around| around.encloses(span)),
                "{text:?}: {one:?} {around:?}"
            );
        }
        found
    }

    #[test]
    fn marks_of_many_languages_find_their_partners() {
        check(
            "“We will ‘not’ go,” she said. “Ever.”",
            &["“We will ‘not’ go,”", "‘not’", "“Ever.”"],
        );
        check("\"No,\" he said, \"never.\" \"Ah\"", &["\"No,\"", "\"never.\"", "\"Ah\""]);
        check("„Ja“, sagte sie, „nein, ‚doch‘“.", &["„Ja“", "„nein, ‚doch‘“", "‚doch‘"]);
        check("Powiedział: „Tak”. Hij zei: „Ja.”", &["„Tak”", "„Ja.”"]);
        check("« Non ! », dit-il. «Oui»", &["« Non ! »", "«Oui»"]);
        check("»Ja«, sagte er. »Nein ›doch‹«", &["»Ja«", "»Nein ›doch‹«", "›doch‹"]);
        check("”Ja”, sa hon. ”Nej.” »Så» ", &["”Ja”", "”Nej.”", "»Så»"]);
        check("市長は「はい『いや』」と言った。", &["「はい『いや』」", "『いや』"]);
        check("قال: “نعم”، ثم «لا».", &["“نعم”", "«لا»"]);
    }

    #[test]
    fn apostrophes_and_inches_are_no_quote_marks() {
        check("Don’t! The nurses’ union’s ’90s rock ’n’ roll", &[]);
        check("Don't! The nurses' union, 6' 2\" tall", &[]);
        check("‘The nurses’ union won’t,’ he said.", &["‘The nurses’ union won’t,’"]);
        check("'The nurses' union won't,' he said.", &["'The nurses' union won't,'"]);
        check("‘Yes’ and ‘no’", &["‘Yes’", "‘no’"]);
    }

    #[test]
    fn what_is_not_closed_in_its_paragraph_is_no_quote() {
        check("“We go\n\nNo,” she said. “Yes.”", &["“Yes.”"]);
        check("“We “go”", &["“go”"]);
        check("a” b“ c", &[]);
    }

    #[test]
    fn a_quote_goes_on_where_each_paragraph_opens_it() {
        let text = "He said: “One.\n\n“Two ‘a’.\n\n“Three,” and “four.”";
        check(text, &["“One.\n\n“Two ‘a’.\n\n“Three,”", "‘a’", "“four.”"]);
        check("“ ‘One.\n“ ‘Two.’ ”", &["“ ‘One.\n“ ‘Two.’ ”", "‘One.\n“ ‘Two.’"]);
        for word in ["One", "Two", "a’", "Three"] {
            let at = Byte(text.find(word).unwrap());
            assert_eq!(
                quote_around(text, at).unwrap().of(text),
                &text[9..text.find(" and").unwrap()]
            );
        }
        assert_eq!(quote_around(text, Byte(3)), None);
    }

    proptest! {
        #[test]
        fn pairs_fit_and_nest(text in "[as .\n“”‘’„»«\"'「」]{0,30}") {
            laws(&text);
        }
    }
}
