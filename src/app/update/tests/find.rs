//! Finding, and tagging the same words wherever they stand.

use super::desk::Desk;
use crate::app::*;
use crate::document::Label;
use crate::text::Way;

const MAYORS: &str =
    "A mayor speaks\n\nThe mayor said no. The mayors left. “The mayor” is the Mayor.";

impl Desk {
    fn find(&self) -> FindScreen {
        self.article().find.expect("the find bar is open")
    }

    /// What the find bar tells, and the words it has led to.
    fn told(&self) -> (String, String) {
        (
            self.find().told,
            self.model.session().unwrap().find().words().map_or_else(String::new, |span| {
                span.of(self.model.session().unwrap().document().text()).to_owned()
            }),
        )
    }

    fn finds(&mut self, pattern: &str) -> String {
        self.take(Msg::FindTyped(pattern.to_owned()));
        self.find().told
    }
}

#[test]
fn every_occurrence_is_tagged_in_one_step() {
    let mut desk = Desk::with(MAYORS);
    desk.take(Msg::AlikeAsked);
    assert_eq!(desk.notice(), "Select some words of the article first.");
    desk.tag("mayor said", Label::Claim);
    desk.take(Msg::AlikeAsked);
    desk.tag("The mayor", Label::Claim);
    let steps = desk.steps();
    desk.take(Msg::BlocksNeared(vec![(0, true)]));
    desk.select("The mayor");
    assert_eq!(desk.article().alike.all, "All 3", "after a moment");
    desk.take(Msg::AlikeAsked);
    assert_eq!(desk.article().alike.told, "3 places");
    assert_eq!(desk.article().alike.lit.len(), 3);
    desk.take(Msg::AlikeCaseTurned);
    assert_eq!(desk.article().alike.told, "2 places");
    desk.take(Msg::AlikeCaseTurned);
    desk.take(Msg::LabelChosen(Label::Claim));
    assert_eq!(desk.notice(), "Tagged 2 places as claim. 1 was tagged before.");
    assert_eq!(desk.steps(), steps + 1);
    desk.take(Msg::UndoAsked);
    desk.select("The mayor");
    desk.take(Msg::AlikeAsked);
    desk.take(Msg::LetGoAsked);
    assert_eq!(desk.article().alike.told, "");
    assert_eq!(desk.selected(), "The mayor");
    desk.select("speaks");
    desk.take(Msg::AlikeAsked);
    assert_eq!(desk.notice(), "These words stand nowhere else.");
    desk.check(&["claim: The mayor", "claim: mayor said"]);
}

#[test]
fn hits_in_the_text_are_stepped_through() {
    let mut desk = Desk::with(MAYORS);
    desk.click("The mayors");
    desk.take(Msg::FindAsked);
    assert_eq!(desk.finds("MAYOR"), "3 of 5");
    assert_eq!(desk.told().1, "mayor");
    assert_eq!(desk.article().selection, None, "a hit is no selection yet");
    desk.take(Msg::FindStepped(Way::Ahead));
    desk.take(Msg::FindStepped(Way::Ahead));
    assert_eq!(desk.told(), ("5 of 5".into(), "Mayor".into()));
    desk.take(Msg::FindStepped(Way::Ahead));
    assert_eq!(desk.told().0, "1 of 5");
    desk.take(Msg::FindStepped(Way::Back));
    assert_eq!(desk.told().0, "5 of 5");
    desk.take(Msg::FindSwitched(Switch::Whole));
    assert_eq!(desk.find().told, "4 of 4", "on from what was looked at");
    desk.take(Msg::FindSwitched(Switch::Case));
    assert_eq!(desk.find().told, "Nothing found");
    assert_eq!(desk.finds("the Mayor"), "1 of 1");
    desk.take(Msg::FindClosed);
    assert!(desk.article().find.is_none());
    assert_eq!(desk.selected(), "the Mayor");
    assert!(desk.article().selection.is_some());
    desk.take(Msg::FindAsked);
    assert_eq!(desk.find().pattern, "the Mayor");
}

#[test]
fn notes_and_names_are_found_on_their_cards() {
    let mut desk = Desk::with(MAYORS);
    desk.tag("The mayors left", Label::Claim);
    desk.take(Msg::NoteTyped(desk.id(1), "Check with the harbour mayor".into()));
    desk.tag("The mayor said", Label::Attribution);
    desk.select("The mayor");
    desk.take(Msg::AnnotationPicked(desk.id(2)));
    desk.take(Msg::SpeakerNamed(desk.id(2), "Ana Harbour".into()));
    desk.take(Msg::FindAsked);
    assert_eq!(desk.finds("harbour"), "1 of 2, in a speaker’s name");
    desk.take(Msg::FindStepped(Way::Ahead));
    assert_eq!(desk.find().told, "2 of 2, in a note");
    assert_eq!(desk.article().chosen.unwrap().id, desk.id(1));
    desk.take(Msg::NoteTyped(desk.id(1), "Nothing".into()));
    desk.take(Msg::FindStepped(Way::Ahead));
    assert_eq!(desk.find().told, "1 of 1, in a speaker’s name");
    desk.take(Msg::FindClosed);
    assert!(desk.article().find.is_none());
}

#[test]
fn a_hit_in_a_source_leads_to_its_card() {
    let mut desk = Desk::with(MAYORS);
    desk.tag("The mayor said", Label::Attribution);
    desk.take(Msg::SelectionCleared);
    desk.select("The mayor");
    desk.take(Msg::ConstituentMarked(crate::document::Constituent::Source));
    desk.click("A mayor");
    assert!(desk.article().chosen.is_none());
    desk.take(Msg::FindAsked);
    assert_eq!(desk.finds("the mayor s"), "1 of 1");
    assert!(desk.article().chosen.is_none());
    desk.finds("the mayor");
    assert_eq!(desk.article().chosen.unwrap().id, desk.id(1));
}

#[test]
fn a_long_text_is_read_in_slices_and_a_newer_pattern_is_sought_alone() {
    let mut desk = Desk::with(&"The harbour is wide.\n\n".repeat(120_000));
    desk.take(Msg::BlocksNeared(vec![(0, true)]));
    desk.take(Msg::FindAsked);
    assert_eq!(desk.finds("wide"), "1 of 120,000");
    assert!(desk.find().lit.len() > 10);
    desk.take(Msg::FindStepped(Way::Back));
    assert_eq!(desk.told().0, "120,000 of 120,000");
    assert_eq!(desk.finds("narrow"), "Nothing found");
}

#[test]
fn a_regular_expression_is_sought_in_text_notes_and_names() {
    let mut desk = Desk::with(MAYORS);
    desk.tag("The mayors left", Label::Claim);
    desk.take(Msg::NoteTyped(desk.id(1), "Ask 3 mayors".into()));
    desk.take(Msg::LetGoAsked);
    desk.click("A mayor");
    desk.take(Msg::FindAsked);
    assert_eq!(desk.finds(r"mayors?\b"), "Nothing found");
    desk.take(Msg::FindSwitched(Switch::Pattern));
    assert_eq!(desk.told(), ("1 of 6".into(), "mayor".into()));
    desk.take(Msg::FindSwitched(Switch::Case));
    assert_eq!(desk.finds(r"[mM]ayors|\d may"), "2 of 2");
    assert_eq!(desk.told().1, "mayors");
    desk.take(Msg::FindStepped(Way::Ahead));
    assert_eq!(desk.find().told, "1 of 2, in a note");
    assert_eq!(desk.finds("^The"), "1 of 1");
    assert_eq!(desk.finds("x*"), "Nothing found", "nothing is no hit");
    desk.take(Msg::FindClosed);
    desk.select("said no.");
    desk.take(Msg::FindAsked);
    assert_eq!((desk.find().pattern.as_str(), desk.find().told.as_str()), (r"said no\.", "1 of 1"));
}

#[test]
fn what_is_no_regular_expression_says_where_and_finds_nothing() {
    let mut desk = Desk::with(MAYORS);
    desk.take(Msg::FindAsked);
    desk.take(Msg::FindSwitched(Switch::Pattern));
    assert_eq!(desk.finds("mayor"), "1 of 5");
    assert_eq!(
        desk.finds("mayor(s"),
        "No regular expression yet: “(”, character 6, is not closed."
    );
    assert!(desk.find().bad && desk.find().lit.is_empty() && desk.find().here.is_none());
    assert_eq!(desk.finds("a)"), "No regular expression: “)”, character 2, does not fit.");
    assert_eq!(desk.finds("(.{999}){999}"), "This expression is too large to be sought.");
    desk.take(Msg::FindStepped(Way::Ahead));
    assert!(desk.find().bad);
    desk.take(Msg::FindSwitched(Switch::Pattern));
    assert_eq!((desk.find().bad, desk.find().told.as_str()), (false, "Nothing found"));
    desk.take(Msg::FindSwitched(Switch::Pattern));
    assert_eq!(desk.finds("mayor(s|)"), "1 of 5");
}

/// Where the reader is comes first; what stands before is counted when the reading comes round, and
/// a step that leads there waits for it.
#[test]
fn the_reading_begins_at_the_reader_and_goes_round() {
    let text: String = (0..9000).map(|n| format!("Line {n} is quite long.\n\n")).collect();
    let mut desk = Desk::with(&text);
    desk.click("Line 8000 ");
    desk.take(Msg::FindAsked);
    desk.take(Msg::FindSwitched(Switch::Pattern));
    let moment = Moment {
        now: crate::document::Timestamp::unknown(),
        fresh: crate::document::DocumentId(String::new()),
    };
    let go = |desk: &mut Desk, msg| crate::app::update::update(&mut desk.model, &moment, msg);
    go(&mut desk, Msg::FindTyped(r"Line \d+99\d ".into()));
    assert_eq!(desk.told().1, "", "a slice is not much");
    go(&mut desk, Msg::SearchWentOn(0));
    while desk.told().1.is_empty() {
        go(&mut desk, Msg::SearchWentOn(20));
    }
    assert_eq!(desk.told().1, "Line 8990 ");
    assert!(desk.told().0.starts_with("1 of") && desk.told().0.ends_with('…'));
    go(&mut desk, Msg::FindStepped(Way::Back));
    assert_eq!(desk.told().1, "Line 8990 ", "what is before is not known");
    let effects = go(&mut desk, Msg::SearchWentOn(0));
    assert!(effects.contains(&Effect::GoOnSearching));
    desk.take(Msg::SearchWentOn(0));
    assert_eq!(desk.told(), ("70 of 80".into(), "Line 7999 ".into()));
    desk.take(Msg::FindStepped(Way::Ahead));
    assert_eq!(desk.told(), ("71 of 80".into(), "Line 8990 ".into()));
}
