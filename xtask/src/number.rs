//! `number`: gives the words that a built page asks for their numbers, which weigh less than their
//! names and are found at once.
//!
//! A word's number is its line in the tables of `src/app/words`. Knows no language.

use anyhow::{Context, Result};

/// The attributes by which the page asks for words.
const ASKING: [&str; 3] = [" data-words=\"", " data-words-label=\"", " data-words-placeholder=\""];

/// Writes numbers for the names of words in `page`; `table` says them in order.
///
/// # Errors
/// When the page asks for a word that the table does not have.
pub(crate) fn number(page: &str, table: &str) -> Result<String> {
    let names: Vec<&str> =
        table.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    let mut page = page.to_owned();
    for attribute in ASKING {
        let mut numbered = String::with_capacity(page.len());
        let mut rest = page.as_str();
        while let Some((before, after)) = rest.split_once(attribute) {
            let (name, behind) = after.split_once('"').context("an attribute does not end")?;
            let number = names.iter().position(|own| *own == name);
            let number = number.with_context(|| format!("no table has the words “{name}”"))?;
            numbered.extend([before, attribute, &number.to_string(), "\""]);
            rest = behind;
        }
        numbered.push_str(rest);
        page = numbered;
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "undo: Undo\n\nredo: Redo: again\n";

    #[test]
    fn names_become_the_numbers_of_their_lines() {
        let page = "<b data-words=\"redo\" data-words-label=\"undo\">redo</b>";
        let numbered = "<b data-words=\"1\" data-words-label=\"0\">redo</b>";
        assert_eq!(number(page, TABLE).unwrap(), numbered);
    }

    #[test]
    fn an_unknown_name_is_refused() {
        assert!(number("<b data-words=\"make-coffee\">", TABLE).is_err());
    }
}
