//! Dates as pages write them, read into one shape. What may be two days is none.

use crate::text::small;

/// The words for months, in English, German, French, Spanish, Italian, Portuguese and Dutch.
const MONTHS: [&str; 12] = [
    "january jan januar jänner janvier janv enero ene gennaio janeiro januari",
    "february feb februar feber février févr fév febrero febbraio fevereiro februari",
    "march mar märz mär mars marzo março maart",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio maio mei",
    "june jun juni juin junio giugno junho",
    "july jul juli juillet juil julio luglio julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre setiembre settembre setembro",
    "october oct oktober okt octobre octubre ottobre outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro",
];

/// Words that stand beside a date and a time and say nothing of the article.
const BESIDE: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri \
    sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr \
    sa so lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves \
    viernes sábado domingo am pm a p m uhr h hrs min gmt utc bst est edt et cst cdt ct mst pst \
    pdt pt cet cest mez mesz ist z t st nd rd th er published updated posted modified last first \
    date on at of the vom um den stand veröffentlicht aktualisiert zuletzt erstellt publié mis \
    mise à jour le modifié de del el publicado actualizado las ago hours hour minutes days";

/// Bytes of a line that are looked at.
const LONGEST: usize = 300;

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number { value: u32, digits: usize },
    Word(String),
    Mark(char),
}

/// Returns the first day that `text` names as `2016-10-05`, `None` when there is none or the first
/// may be two.
///
/// `03/04/2020` may be two days; `3.4.2020` and `25/12/2020` are one.
pub(super) fn find(text: &str) -> Option<String> {
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| day_at(tokens.get(at..).unwrap_or_default()))
}

/// Returns how many words of `text` belong to no date or time; `None` when it names neither a day
/// nor a time of day.
pub(super) fn words_beside(text: &str) -> Option<usize> {
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let tokens = tokens(text);
    let has_time = names_time(&tokens);
    let has_day = (0..tokens.len()).any(|at| {
        let rest = tokens.get(at..).unwrap_or_default();
        day_at(rest).is_some()
            || matches!(
                rest,
                [
                    Token::Number { digits: 1..=2, .. },
                    Token::Mark('/' | '-' | '.'),
                    Token::Number { digits: 1..=2, .. },
                    Token::Mark('/' | '-' | '.'),
                    Token::Number { digits: 2 | 4, .. },
                    ..
                ]
            )
    });
    (has_day || has_time).then(|| {
        let is_beside = |word: &str| {
            BESIDE.split(' ').any(|beside| beside == word)
                || month(word).is_some()
                || matches!(word, "年" | "月" | "日")
        };
        tokens.iter().filter(|token| matches!(token, Token::Word(word) if !is_beside(word))).count()
    })
}

/// Tells whether `text` names a time of day.
pub(super) fn has_time(text: &str) -> bool {
    names_time(&tokens(text))
}

fn names_time(tokens: &[Token]) -> bool {
    use Token::{Mark, Number, Word};
    (0..tokens.len()).any(|at| match tokens.get(at..).unwrap_or_default() {
        [Number { value: 0..24, .. }, Mark(':'), Number { value: 0..60, digits: 2 }, ..] => true,
        [Number { value: 0..24, .. }, Word(h), Number { value: 0..60, digits: 2 }, ..] => h == "h",
        [
            Number { value: 0..24, .. },
            Mark('.'),
            Number { value: 0..60, digits: 2 },
            Mark(' '),
            Word(hour),
            ..,
        ]
        | [Number { value: 0..24, .. }, Mark(' '), Word(hour), ..] => {
            matches!(hour.as_str(), "uhr" | "am" | "pm")
        }
        _ => false,
    })
}

fn tokens(text: &str) -> Vec<Token> {
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    let mut tokens: Vec<Token> = Vec::new();
    for c in text.chars().flat_map(small) {
        match (tokens.last_mut(), c.to_digit(10)) {
            (Some(Token::Number { value, digits }), Some(digit)) if *digits < 9 => {
                *value = *value * 10 + digit;
                *digits += 1;
            }
            (_, Some(digit)) => tokens.push(Token::Number { value: digit, digits: 1 }),
            (Some(Token::Word(word)), None) if c.is_alphabetic() && !is_sign(c) => word.push(c),
            _ if c.is_alphabetic() => tokens.push(Token::Word(c.to_string())),
            _ => tokens.push(Token::Mark(c)),
        }
    }
    tokens
}

/// Tells whether `c` is one of the signs behind the numbers of a Chinese or Japanese date.
fn is_sign(c: char) -> bool {
    matches!(c, '年' | '月' | '日')
}

fn month(word: &str) -> Option<u32> {
    let place = MONTHS.iter().position(|names| names.split(' ').any(|name| name == word))?;
    u32::try_from(place + 1).ok()
}

/// Reads the day that begins with the first of `tokens`.
fn day_at(tokens: &[Token]) -> Option<String> {
    if let [
        Token::Number { value: first, digits: first_digits },
        Token::Mark(mark),
        Token::Number { value: second, digits: ..=2 },
        Token::Mark(same),
        Token::Number { value: third, digits: third_digits },
        ..,
    ] = tokens
        && mark == same
    {
        return match (mark, first_digits, third_digits) {
            ('-' | '/' | '.', 4, 1..=2) => iso(*first, *second, *third),
            ('.', 1..=2, 4) => iso(*third, *second, *first),
            ('-' | '/', 1..=2, 4) if *first > 12 || first == second => iso(*third, *second, *first),
            ('-' | '/', 1..=2, 4) if *second > 12 => iso(*third, *first, *second),
            _ => None,
        };
    }
    if let [
        Token::Number { value: year, digits: 4 },
        Token::Word(y),
        Token::Number { value: month, .. },
        Token::Word(m),
        Token::Number { value: day, .. },
        ..,
    ] = tokens
        && y == "年"
        && m == "月"
    {
        return iso(*year, *month, *day);
    }
    let filler = |token: &&Token| match token {
        Token::Mark(mark) => !matches!(mark, ' ' | '.' | ',' | '-' | '\u{A0}'),
        Token::Word(word) => {
            !matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "er" | "de" | "del" | "of")
        }
        Token::Number { .. } => true,
    };
    let mut essence = tokens.iter().take(12).filter(filler);
    match (essence.next()?, essence.next()?, essence.next()?) {
        (
            Token::Word(name),
            Token::Number { value: day, digits: ..=2 },
            Token::Number { value: year, digits: 4 },
        )
        | (
            Token::Number { value: day, digits: ..=2 },
            Token::Word(name),
            Token::Number { value: year, digits: 4 },
        ) => iso(*year, month(name)?, *day),
        _ => None,
    }
}

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    let is_day = (1600..2200).contains(&year) && (1..=days).contains(&day);
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(find(text).as_deref().unwrap_or("none"), expected, "{text}");
    }

    #[test]
    fn days_are_read_in_many_shapes() {
        check("Harbour|ferries|March 3, 2021 / 09:15 AM", "2021-03-03");
        for text in [
            "2016-10-05T16:32:00Z",
            "5 October 2016",
            "Wed, Oct. 5th, 2016",
            "5. Oktober 2016",
            "05.10.2016, 16:32 Uhr",
            "le 5 octobre 2016 à 16h32",
            "5 de octubre de 2016",
            "2016年10月5日",
            "2016/10/5",
            "Wednesday 05 Oct 2016",
            "5-Oct-2016",
            "den 5.10.2016",
        ] {
            check(text, "2016-10-05");
        }
        check("le 1er août 2021", "2021-08-01");
        check("25/12/2020", "2020-12-25");
        check("12/25/2020", "2020-12-25");
        check("04/04/2020", "2020-04-04");
    }

    #[test]
    fn what_may_be_two_days_or_is_none_is_left_out() {
        for text in [
            "03/04/2020",
            "5 October",
            "May 2016",
            "30 February 2020",
            "31.4.2020",
            "5/6/20",
            "call 555-0199-2020",
            "in 2016, 5 of them",
            "10:05",
            "",
        ] {
            check(text, "none");
        }
    }

    #[test]
    fn words_beside_a_date_are_counted() {
        assert_eq!(words_beside("Updated: Tuesday, 5 May 2020 at 4:32 pm GMT"), Some(0));
        assert_eq!(words_beside("Port Ellery, 5 May 2020"), Some(2));
        assert_eq!(words_beside("Publié le 03/04/2020 à 10:05"), Some(0));
        assert_eq!(words_beside("no date"), None);
    }

    proptest! {
        #[test]
        fn fuzz_any_text_has_a_true_day_or_none(text in "\\PC{0,40}|[0-9./ -]{0,20}") {
            if let Some(day) = find(&text) {
                prop_assert_eq!(find(&day), Some(day));
            }
        }
    }
}
