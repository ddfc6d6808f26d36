//! Quote marks of every style, tried on marked texts.

use super::*;

/// Checks the runs of a text: `[` and `]` stand around each, `]!` where the closing mark is
/// missing.
fn check_in(language: Language, marked: &str) {
    let text = marked.replace("]!", "").replace(['[', ']'], "");
    let mut found = String::new();
    let mut at = 0;
    for run in runs(&text, language) {
        found += &text[at..run.start];
        found += "[";
        found += &text[run.start..run.end];
        found += if run.closed { "]" } else { "]!" };
        at = run.end;
    }
    found += &text[at..];
    assert_eq!(found, marked);
}

fn check(marked: &str) {
    check_in(Language::English, marked);
}

#[test]
fn every_style_of_marks_is_paired() {
    check("[“No,”] she said. [\"No,\"] he said. [``No,''] they said. [''No,''] we said.");
    check_in(Language::German, "[„Nein“], sagte sie, [»nein«], sagte er, [‚nein‘] sie.");
    check_in(Language::French, "[« Non »], dit-il. [‹Non›], dit-elle.");
    check_in(Language::Japanese, "[「いいえ」]と彼は言った。[『はい』]");
    check_in(Language::Swedish, "[”Nej”], sa hon.");
    check("[“No.\"] Mixed marks. [\"No.”] Mixed again.");
}

#[test]
fn an_apostrophe_is_no_mark() {
    check("It’s the players’ game. Don't ask the girls' club about the '90s.");
    check("[‘It’s the players’ game,’] he said. [‘Yes.’]");
}

#[test]
fn a_mark_of_inches_or_of_markup_is_no_mark() {
    check("He is 6'3\" tall.");
    check("<a href=\"page\"> and [\"no\"]");
}

#[test]
fn nested_marks_are_part_of_the_run() {
    check("[“She said ‘no’ and left,”] he said.");
    check("[„Sie sagte ‚nein‘ und ging“], sagte er.");
    check("[''He said 'no.''']");
}

#[test]
fn a_quote_goes_on_in_the_next_paragraph() {
    check("[“One.\n\n“Two.\n\n“Three.”]\n\n[“Four.”]");
}

#[test]
fn a_list_inside_a_quote_is_part_of_it_and_a_paragraph_is_none() {
    check_in(Language::German, "[„Wir wollen:\n– Ruhe,\n– Brot.“]");
    check("[“We want:]!\n\nPeace.\n\nBread.” He left.");
}

#[test]
fn a_missing_mark_ends_with_the_paragraph() {
    check("She said [“no and left.]!\n\nThen he left.");
    check("She said [“no.]! [“Yes,”] he said.");
}
