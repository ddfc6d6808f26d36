//! The byline: the line of an article that names its authors.

use crate::text::lower;

/// Words that open a byline, in lower case with the blank or colon behind them.
const OPENINGS: &[&str] = &[
    "by ",
    "by: ",
    "posted by ",
    "written by ",
    "story by ",
    "words by ",
    "words: ",
    "text by ",
    "reported by ",
    "author: ",
    "authors: ",
    "opinion by ",
    "analysis by ",
    "review by ",
    "published by ",
    "von ",
    "von: ",
    "text: ",
    "autor: ",
    "autorin: ",
    "autoren: ",
    "ein kommentar von ",
    "eine analyse von ",
    "ein interview von ",
    "interview: ",
    "par ",
    "auteur : ",
    "auteur: ",
    "propos recueillis par ",
    "publié par ",
    "por ",
    "por: ",
    "autor/a: ",
    "escrito por ",
    "publicado por ",
];

/// Words between two names.
const AND: &[&str] =
    &[" and ", " und ", " et ", " y ", " & ", "; ", " with ", " mit ", " avec ", " con ", "/"];

/// Small words within a name.
const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "das", "del", "della", "der", "den", "di", "du", "el", "al", "bin",
    "bint", "ibn", "la", "le", "van", "von", "vom", "zu", "zur", "ter", "ten", "af", "av", "y",
    "e", "d'", "i",
];

/// Words that tell a post or an office from a name.
const ROLES: &[&str] = &[
    "staff",
    "writer",
    "reporter",
    "reporters",
    "correspondent",
    "editor",
    "editors",
    "columnist",
    "news",
    "press",
    "agency",
    "times",
    "post",
    "herald",
    "desk",
    "team",
    "bureau",
    "chief",
    "contributor",
    "redaktion",
    "redakteur",
    "redakteurin",
    "korrespondent",
    "korrespondentin",
    "agentur",
    "rédaction",
    "journaliste",
    "correspondant",
    "correspondante",
    "envoyé",
    "envoyée",
    "redacción",
    "redactor",
    "redactora",
    "corresponsal",
    "agencia",
    "agencias",
    "special",
    "senior",
    "political",
    "associated",
    "reuters",
    "afp",
    "dpa",
    "efe",
    "ap",
    "online",
    "university",
    "professor",
    "and",
    "the",
];

/// Longest byline in bytes.
const LONGEST: usize = 200;

/// Tells whether `line` is a byline, even of an agency or a desk.
pub(super) fn is_byline(line: &str) -> bool {
    rest(line).is_some_and(|rest| {
        rest.chars().next().is_some_and(char::is_uppercase) && !super::wrap::ends_sentence(line)
            || rest.starts_with("dpa")
    }) && line.split(' ').count() < 16
}

/// Returns the names that `line` gives as authors, none when it is no byline or names none surely.
pub(super) fn names(line: &str) -> Vec<String> {
    let Some(rest) = rest(line).filter(|_| is_byline(line)) else { return Vec::new() };
    let end = rest
        .find([
            ',', '|', '·', '•', '(', '–', '—', '\n', '0', '1', '2', '3', '4', '5', '6', '7', '8',
            '9',
        ])
        .into_iter()
        .chain(
            [" on ", " in ", " for ", " - ", " am ", " le ", " el ", " für ", " pour ", " para "]
                .iter()
                .filter_map(|word| rest.find(word)),
        )
        .min();
    let (mut list, behind) = rest.split_at(end.unwrap_or(rest.len()));
    // A comma may part names or open a post: "Ana Roe, Ben Doe and Cy Poe", "Ana Roe, editor".
    let several =
        behind.strip_prefix(',').filter(|behind| AND.iter().any(|and| behind.contains(and)));
    let whole;
    if let Some(behind) = several {
        let tail = behind
            .find(['|', '·', '•', '(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
            .unwrap_or(behind.len());
        whole = format!("{list};{}", behind.get(..tail).unwrap_or_default().replace(',', ";"));
        list = &whole;
    }
    let mut parts = vec![list.to_owned()];
    for and in AND {
        parts = parts.iter().flat_map(|part| part.split(and)).map(str::to_owned).collect();
    }
    let names = parts
        .iter()
        .flat_map(|part| part.split(';'))
        .map(|name| name.trim().trim_end_matches(['.', ':', ',']))
        .take_while(|name| is_name(name));
    names.map(str::to_owned).collect()
}

/// Returns what stands behind the opening of a byline.
fn rest(line: &str) -> Option<&str> {
    if line.len() > LONGEST {
        return None;
    }
    OPENINGS.iter().find_map(|opening| {
        let head = line.get(..opening.len())?;
        head.eq_ignore_ascii_case(opening)
            .then(|| line.get(opening.len()..).unwrap_or_default().trim_start())
    })
}

/// Tells whether `name` looks like a first and a last name.
pub(super) fn is_name(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').collect();
    (2..=5).contains(&words.len())
        && words.iter().all(|word| {
            let is_capital = word
                .chars()
                .next()
                .is_some_and(|c| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic());
            let is_plain = word.chars().all(|c| {
                c.is_alphabetic() || matches!(c, '.' | '-' | '\'' | '’' | '\u{300}'..='\u{36F}')
            });
            is_plain
                && (is_capital || PARTICLES.contains(word))
                && !ROLES.contains(&lower(word).as_str())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        assert_eq!(names(line), expected, "{line}");
    }

    #[test]
    fn authors_are_read_from_bylines() {
        check("By Jane Doe and John Roe", &["Jane Doe", "John Roe"]);
        check("By JANE DOE, Staff Writer", &["JANE DOE"]);
        check("By Ana Roe, Ben Doe and Cy Poe", &["Ana Roe", "Ben Doe", "Cy Poe"]);
        check("by Ana Roe | 5 May 2020", &["Ana Roe"]);
        check("Posted by Ana Roe on May 5, 2020", &["Ana Roe"]);
        check("Von Jörg van der Meer", &["Jörg van der Meer"]);
        check(
            "Par Zoé L’Hermite et Anne-Marie D. Petit",
            &["Zoé L’Hermite", "Anne-Marie D. Petit"],
        );
        check("Por José Ñáñez y María de la Cruz", &["José Ñáñez", "María de la Cruz"]);
    }

    #[test]
    fn what_names_nobody_surely_names_nobody() {
        check("By Reuters", &[]);
        check("By Reuters Staff", &[]);
        check("By the time the bridge was open, it rained.", &[]);
        check("By Tuesday it was over", &[]);
        check("Von dpa", &[]);
        check("By and large", &[]);
        assert!(is_byline("By Reuters") && is_byline("Von dpa"));
        assert!(!is_byline("By the harbour"));
    }
}
