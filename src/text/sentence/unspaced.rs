//! Stops without a space behind them: the rule in scripts written without spaces, and a slip in
//! the others, to be told from file names, addresses and numbers.

use super::judge::Judge;
use super::quote;
use super::rules::Kind;
use super::stop::{Mark, Stop, char_at};

/// Ends of addresses that are written with a capital at times.
const DOMAINS: [&str; 3] = ["Com", "Net", "Org"];

impl Judge<'_> {
    /// Tells where the sentence ends, if it does at a stop with `first` right behind it.
    pub(super) fn end_unspaced(&self, stop: &Stop, first: char) -> Option<usize> {
        if stop.mark == Mark::Tight {
            let goes_on = matches!(first, ',' | '、' | '，' | '：' | ';' | '；')
                || quote::is_inside_title(stop)
                || quote::goes_on(stop, self.rules);
            return (!goes_on).then_some(stop.end);
        }
        if stop.mark == Mark::Dots {
            let begins =
                first.is_uppercase() && self.rules.kind(stop.next_word()).is(Kind::STARTER);
            return (begins && stop.opened.is_none() && !stop.word().is_empty())
                .then_some(stop.end);
        }
        if stop.opened.is_some() || stop.closed == Some(')') {
            return None;
        }
        let (left, right) = (stop.word(), stop.next_word());
        if left.is_empty() || is_address(stop, left, right) {
            return None;
        }
        let ends = if right.starts_with(char::is_lowercase) {
            stop.mark == Mark::Final && self.rules.kind(right).is(Kind::STARTER)
        } else {
            self.is_last(stop, left) && is_first(right)
        };
        ends.then_some(stop.end)
    }

    /// Tells whether `left` can be the last word of a sentence: a plain word or a long number.
    fn is_last(&self, stop: &Stop, left: &str) -> bool {
        let grouped = stop.text[..stop.at - left.len()].ends_with(',');
        let long = left.len() > 2 || grouped;
        if left.bytes().all(|byte| byte.is_ascii_digit()) {
            return long;
        }
        left.chars().count() >= 2
            && left.chars().skip(1).all(char::is_lowercase)
            && !self.rules.kind(left).is_abbreviation()
    }
}

/// Tells whether `right` can be the first word of a sentence.
fn is_first(right: &str) -> bool {
    let capital = right.starts_with(char::is_uppercase);
    let small = right.chars().skip(1).all(char::is_lowercase);
    // Short words in capitals are endings of file names.
    let shouted = right.len() > 4 && right.chars().all(char::is_uppercase);
    capital && (small || shouted) && !DOMAINS.contains(&right)
}

/// Tells whether the words around the stop belong to an address, a file name or an abbreviation.
fn is_address(stop: &Stop, left: &str, right: &str) -> bool {
    let behind = stop.next + right.len();
    let joint = |c: char| matches!(c, '.' | '/' | '@' | '_' | '=' | '&' | ':' | '-');
    let goes_on = char_at(stop.text, behind).is_some_and(joint)
        && char_at(stop.text, behind + 1).is_some_and(|c| !c.is_whitespace());
    let initial = right.chars().count() == 1 && char_at(stop.text, behind) == Some('.');
    let before = stop.text[..stop.at - left.len()].chars().next_back();
    goes_on
        || initial
        || left.contains(['.', '@', '_'])
        || before.is_some_and(|c| c != ',' && joint(c))
}
