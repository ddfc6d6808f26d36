//! The page and the program know the same names: what stands in `index.html` is what the program
//! looks for, and the other way round. Neither compiler nor browser would notice a misspelling.

use ascribe::app::{Action, Part, Template, Word};
use std::collections::BTreeSet;

const PAGE: &str = include_str!("../index.html");

/// All values of an attribute in the page.
fn values<'p>(attribute: &str) -> BTreeSet<&'p str> {
    let opening = format!(" {attribute}=\"");
    PAGE.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_part_of_the_program_stands_in_the_page_and_no_other() {
    let program: BTreeSet<&str> = Part::ALL.iter().map(|part| part.name()).collect();
    assert_eq!(values("data-part"), program);
}

#[test]
fn every_template_of_the_program_stands_in_the_page_and_no_other() {
    let opening = "<template id=\"";
    let page: BTreeSet<&str> =
        PAGE.split(opening).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let program: BTreeSet<&str> = Template::ALL.iter().map(|template| template.name()).collect();
    assert_eq!(page, program);
}

#[test]
fn every_action_of_the_page_is_known_to_the_program() {
    let asked =
        ["data-action", "data-change", "data-input", "data-submit"].into_iter().flat_map(values);
    for name in asked {
        assert!(Action::named(name).is_some(), "the page asks for “{name}”");
    }
}

#[test]
fn every_action_of_the_program_can_be_asked_for() {
    let asking = ["data-action", "data-change", "data-input", "data-submit"];
    let page: BTreeSet<&str> = asking.into_iter().flat_map(values).collect();
    let by_key = |action: &Action| ascribe::app::KEYS.iter().any(|row| row.action == *action);
    // Offered by the program itself, in a notice or an alert.
    let offered = [Action::TakeOver, Action::RetrySave];
    for action in Action::ALL {
        let known = page.contains(action.name()) || by_key(action) || offered.contains(action);
        assert!(known, "nothing asks for “{}”", action.name());
    }
}

#[test]
fn every_part_is_named_once_outside_of_templates() {
    let outside: String = PAGE
        .split("<template")
        .enumerate()
        .map(|(at, piece)| match piece.split_once("</template>") {
            Some((_, after)) => after,
            None if at == 0 => piece,
            None => "",
        })
        .collect();
    for part in Part::ALL {
        let attribute = format!(" data-part=\"{}\"", part.name());
        assert!(outside.matches(attribute.as_str()).count() <= 1, "{} stands twice", part.name());
    }
}

#[test]
fn every_word_of_the_page_is_known_to_the_program() {
    let known: BTreeSet<&str> = Word::ALL.iter().map(|word| word.name()).collect();
    for attribute in ["data-words", "data-words-label", "data-words-placeholder"] {
        for name in values(attribute) {
            assert!(known.contains(name), "the page asks for the words “{name}”");
        }
    }
}

#[test]
fn the_page_itself_says_nothing_in_any_language() {
    let (_, body) = PAGE.split_once("<body>").unwrap();
    // What is there before the program runs, and a name.
    let said = ["Opening…", "Ascribe"];
    for (tag, text) in body.split('<').filter_map(|piece| piece.split_once('>')) {
        let text = text.trim();
        let known = text.is_empty() || said.contains(&text) || tag.starts_with("noscript");
        assert!(known, "the page says “{text}”: give it a line in src/app/words and data-words");
    }
    for attribute in ["aria-label", "placeholder", "title", "alt"] {
        assert_eq!(values(attribute), BTreeSet::new(), "{attribute} in words");
    }
}
