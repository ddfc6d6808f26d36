//! Direction: whether a text runs from left to right or from right to left. Knows no language.

/// Which way a text runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// As Latin letters do.
    #[default]
    LeftToRight,
    /// As Hebrew and Arabic letters do.
    RightToLeft,
}

/// Letters that are looked at: an article is told by its beginning.
const ENOUGH: usize = 1_000;

/// Tells which way most letters of the beginning of `text` run: a name in Latin letters that opens
/// an Arabic article turns nothing round.
///
/// ```
/// use ascribe::text::{Direction, direction};
/// assert_eq!(direction("NATO: قالت الوزيرة إن القانون لن يمر."), Direction::RightToLeft);
/// assert_eq!(direction("Ana said “لا” and left."), Direction::LeftToRight);
/// ```
pub fn direction(text: &str) -> Direction {
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(ENOUGH);
    let (mut ours, mut others) = (0, 0);
    for letter in letters {
        if is_right_to_left(letter) {
            ours += 1;
        } else {
            others += 1;
        }
    }
    if ours > others { Direction::RightToLeft } else { Direction::LeftToRight }
}

/// Tells which way a browser lays `line` out: by its first letter (UAX #9 P2).
///
/// ```
/// use ascribe::text::{Direction, line_direction};
/// assert_eq!(line_direction("12 – ראש העיר said"), Direction::RightToLeft);
/// assert_eq!(line_direction("Said: ראש"), Direction::LeftToRight);
/// ```
pub fn line_direction(line: &str) -> Direction {
    match line.chars().find(|c| c.is_alphabetic()) {
        Some(letter) if is_right_to_left(letter) => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// Tells whether a letter is of a block whose letters run from right to left (UAX #9, R and AL).
fn is_right_to_left(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, runs: Direction) {
        assert_eq!(direction(text), runs, "{text}");
    }

    #[test]
    fn letters_decide_and_nothing_else_does() {
        check("", Direction::LeftToRight);
        check("2024-10-05 … 😀", Direction::LeftToRight);
        check("٣٫٥ %", Direction::LeftToRight);
        check("ראש העיר אמרה: „לא.”", Direction::RightToLeft);
        check("شهردار گفت: «نه.» (Reuters)", Direction::RightToLeft);
        check("Мэр сказала нет. 市长说不。", Direction::LeftToRight);
    }

    #[test]
    fn the_beginning_decides() {
        let long = format!("{}{}", "קול ".repeat(400), "voice ".repeat(4_000));
        check(&long, Direction::RightToLeft);
    }
}
