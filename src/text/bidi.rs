//! Which way a line is written, by its first letter (UAX #9 P2).

/// Tells whether `line` runs from right to left.
///
/// ```
/// use ascribe::text::is_right_to_left;
/// assert!(is_right_to_left("12 – ראש העיר said"));
/// assert!(!is_right_to_left("Said: ראש"));
/// ```
pub fn is_right_to_left(line: &str) -> bool {
    line.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(
            c,
            '\u{590}'..='\u{8ff}'
                | '\u{fb1d}'..='\u{fdff}'
                | '\u{fe70}'..='\u{feff}'
                | '\u{10800}'..='\u{10fff}'
                | '\u{1e800}'..='\u{1efff}'
        )
    })
}
