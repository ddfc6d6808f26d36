//! Quotes: where a sentence goes on behind a quote that ended with its own stop. Knows the words of
//! saying, no abbreviation.

use super::glyph::is_dash;
use super::rules::{Kind, Rules};
use super::stop::{Mark, REACH, Stop, word_at};

/// The longest name below a quote, in characters.
const LONGEST_SIGNATURE: usize = 40;
/// How many words of a name can stand before the word of saying.
const LONGEST_NAME: usize = 3;

/// Tells whether the sentence goes on behind the stop although a capital follows.
pub(super) fn goes_on(stop: &Stop, rules: &Rules) -> bool {
    let quoted = stop.closed.is_some_and(|c| !matches!(c, ')' | ']' | '}'));
    if quoted && matches!(stop.mark, Mark::Final | Mark::Dots) && stop.opened.is_none() {
        return names_speaker(stop.after(), rules);
    }
    if stop.mark == Mark::Tight {
        return goes_on_east_asian(stop);
    }
    // Dialogue inside one pair of quote marks: "«Нет, – сказала она. – Идём!»"
    if stop.closed.is_none() && stop.opened.is_some_and(is_dash) {
        let signed = stop.opened != Some('-') && is_signature(stop.after());
        let before = stop.before();
        return signed || before.matches('«').count() > before.matches('»').count();
    }
    false
}

/// Tells whether nothing but a name stands in the line: `— Ana Berg`.
fn is_signature(text: &str) -> bool {
    let end = text.char_indices().take(LONGEST_SIGNATURE).find(|(_, c)| ".!?,\n".contains(*c));
    match end {
        Some((_, c)) => c == '\n',
        None => text.chars().nth(LONGEST_SIGNATURE).is_none(),
    }
}

/// The Chinese and Japanese words that sentences go on with behind a quote: words of saying, and
/// particles.
const SAYING: [char; 11] = ['说', '說', '道', '问', '問', '喊', '叫', '答', '称', '稱', '写'];
const PARTICLES: [char; 11] = ['と', 'は', 'が', 'を', 'に', 'の', 'で', 'も', 'な', 'へ', 'っ'];

/// Tells whether a quote without spaces around it is part of a longer sentence: because a particle
/// or a speaker stands right behind it, or because it opened inside the sentence and one stands
/// behind its end.
fn goes_on_east_asian(stop: &Stop) -> bool {
    let before = stop.before();
    if stop.closed.is_some() {
        let first = before.trim_start().starts_with(['“', '"', '「']);
        return !stop.spaced && is_bound(stop.after(), first);
    }
    let open = before.rfind('「');
    if open.is_none_or(|at| before[at..].contains('」')) {
        return false;
    }
    let mut end = stop.text.len().min(stop.run + REACH);
    while !stop.text.is_char_boundary(end) {
        end -= 1;
    }
    let ahead = &stop.text[stop.run..end];
    ahead.find('」').is_some_and(|at| is_bound(&ahead[at + '」'.len_utf8()..], true))
}

/// Tells whether `after` goes on the sentence of the quote before it; `first` says that the quote
/// begins the sentence, so that its speaker may follow.
fn is_bound(after: &str, first: bool) -> bool {
    let clause = after.chars().take(8).take_while(|c| !"。，、！？：\n".contains(*c));
    after.starts_with(PARTICLES) || first && clause.into_iter().any(|c| SAYING.contains(&c))
}

/// Tells whether `text` begins with a name and a word of saying that ends its clause:
/// `Anna asked.`
fn names_speaker(text: &str, rules: &Rules) -> bool {
    let mut rest = text;
    for position in 0..=LONGEST_NAME {
        let word = word_at(rest);
        let behind = &rest[word.len()..];
        if position > 0 && rules.kind(word).is(Kind::SPEECH) {
            return behind.is_empty() || behind.starts_with(['.', ',', ';', ':', '!', '?', '\n']);
        }
        if !word.starts_with(char::is_uppercase) || !behind.starts_with(' ') {
            return false;
        }
        rest = &behind[1..];
    }
    false
}

/// Tells whether `text` begins with a pronoun and a word of saying: `he asked`.
pub(super) fn pronoun_speaks(text: &str, rules: &Rules) -> bool {
    let pronoun = word_at(text);
    let rest = text[pronoun.len()..].trim_start();
    rules.kind(word_at(rest)).is(Kind::SPEECH)
}

/// Tells whether the stop stands inside the marks of a title: `《…！…》`.
pub(super) fn is_inside_title(stop: &Stop) -> bool {
    let before = stop.before();
    [('《', '》'), ('〈', '〉')].iter().any(|&(open, close)| {
        before.rfind(open).is_some_and(|at| !before[at..].contains(close))
            && stop.text[stop.run..].chars().take(40).any(|c| c == close)
    })
}
