//! Links, parts, proposals and problems, as a person at the page makes them.

use super::desk::Desk;
use crate::app::*;
use crate::document::check::Profile;
use crate::document::marked::show;
use crate::document::{Constituent, Label};

impl Desk {
    pub(super) fn detail(&self) -> Detail {
        self.article().chosen.unwrap().detail
    }

    /// An annotation in one line, with its links and parts.
    pub(super) fn shown(&self, number: usize) -> String {
        let document = self.model.session().unwrap().document();
        show(document, document.annotations().get(&self.id(number)).unwrap())
    }

    pub(super) fn proposed(&self) -> Vec<String> {
        self.detail().proposals.into_iter().map(|row| row.words).collect()
    }

    fn problems(&self) -> Vec<String> {
        self.detail().problems.into_iter().map(|row| row.words).collect()
    }

    /// Counts the undos that lead back to the start, and does all again.
    pub(super) fn undoes(&mut self) -> usize {
        let mut count = 0;
        while self.article().can_undo {
            self.take(Msg::UndoAsked);
            count += 1;
        }
        while self.article().can_redo {
            self.take(Msg::RedoAsked);
        }
        count
    }
}

fn with_quote_and_attribution() -> Desk {
    let mut desk = Desk::with_article();
    desk.tag("“We will 😀 not,”", Label::Quote);
    desk.tag("Ana Lee said", Label::Attribution);
    desk
}

#[test]
fn a_tagged_attribution_is_filled_in_by_one_key_each() {
    let mut desk = with_quote_and_attribution();
    let offers =
        ["Source: Ana Lee", "Cue: said", "Was said: “We will 😀 not,”", "New speaker: Ana Lee"];
    assert_eq!(desk.proposed(), offers);
    for _ in 0..4 {
        desk.press("y");
    }
    let filled = "a2 Ana Lee said > a1, source Ana Lee, cue said, s1";
    assert_eq!(desk.shown(2), filled);
    assert_eq!(desk.proposed(), [""; 0]);
    desk.press("y");
    assert_eq!(desk.notice(), "There is nothing to propose here.");
    assert_eq!(desk.undoes(), 6, "each key is a step of its own");
    let desk = desk.check(&["quote: “We will 😀 not,”", "attribution: Ana Lee said"]);
    assert_eq!(desk.shown(2), filled, "after a reload");
}

#[test]
fn all_proposals_are_taken_as_one_step() {
    let mut desk = with_quote_and_attribution();
    desk.take(Msg::ProposalsTaken);
    assert_eq!(desk.shown(2), "a2 Ana Lee said > a1, source Ana Lee, cue said, s1");
    desk.take(Msg::UndoAsked);
    assert_eq!(desk.shown(2), "a2 Ana Lee said");
    assert_eq!(desk.proposed().len(), 4);
    desk.take(Msg::RedoAsked);
    desk.take(Msg::ProposalsTaken);
    assert_eq!(desk.notice(), "There is nothing to propose here.");
}

#[test]
fn a_dropped_proposal_does_not_come_back_until_undo() {
    let mut desk = with_quote_and_attribution();
    desk.press("d");
    assert_eq!(desk.notice(), "This will not be proposed again.");
    assert_eq!(desk.proposed()[0], "Cue: said");
    let id = desk.article().id;
    let mut desk = desk.reloaded(Some(id));
    desk.take(Msg::AnnotationPicked(desk.id(2)));
    assert_eq!(desk.proposed()[0], "Cue: said", "after a reload");
    desk.take(Msg::UndoAsked);
    assert_eq!(desk.proposed()[0], "Source: Ana Lee");
    desk.take(Msg::ProposalDropped(9));
    assert_eq!(desk.notice(), "There is nothing to propose here.");
}

#[test]
fn a_quote_tagged_beside_an_attribution_proposes_the_link() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee said", Label::Attribution);
    desk.tag("“We will 😀 not,”", Label::Quote);
    assert_eq!(desk.proposed(), ["Said by: Ana Lee said", "Form: direct"]);
    desk.take(Msg::ProposalTaken(1));
    desk.press("y");
    assert_eq!(desk.shown(1), "a1 Ana Lee said > a2");
    assert_eq!(desk.detail().attributes[0].value, Word::FormDirect.number());
}

#[test]
fn a_link_is_made_by_keys_by_clicks_and_by_hand() {
    let mut desk = with_quote_and_attribution();
    desk.press("l");
    assert!(desk.notice().starts_with("Now choose the other end"), "{}", desk.notice());
    assert_eq!(desk.article().linking, Some(desk.id(2)));
    desk.press("p");
    desk.press("l");
    assert_eq!((desk.notice().as_str(), desk.article().linking), ("Linked.", None));
    assert_eq!(desk.shown(2), "a2 Ana Lee said > a1");
    desk.take(Msg::LinkCut(desk.id(2), desk.id(1)));
    assert_eq!(desk.shown(2), "a2 Ana Lee said");

    // From what was said, by a click on its attribution
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    desk.press("l");
    desk.take(Msg::TextClicked(vec![desk.id(1), desk.id(2)], None));
    assert_eq!(desk.shown(2), "a2 Ana Lee said > a1");
    assert_eq!(desk.article().chosen.unwrap().id, desk.id(2));

    desk.take(Msg::LinkMade(desk.id(1), desk.id(2)));
    assert_eq!(desk.notice(), "These two are linked already.");
    desk.take(Msg::UndoAsked);
    desk.take(Msg::LinkMade(desk.id(1), desk.id(2)));
    assert_eq!(desk.shown(2), "a2 Ana Lee said > a1");
}

#[test]
fn a_link_that_was_started_is_let_go_and_never_leads_from_quote_to_claim() {
    let mut desk = with_quote_and_attribution();
    desk.tag("will 😀 not", Label::Claim);
    desk.press("l");
    let (number, asked) = (desk.model.notices, desk.notice());
    desk.take(Msg::NoticeExpired(number));
    assert_eq!(desk.notice(), asked, "it is asked until it is answered");
    desk.press("escape");
    assert_eq!((desk.article().linking, desk.notice().as_str()), (None, ""));
    desk.press("l");
    desk.take(Msg::NoticeDismissed);
    assert_eq!(desk.article().linking, None);
    desk.press("l");
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    assert!(desk.notice().starts_with("A link leads from an attribution"), "{}", desk.notice());
    desk.press("l");
    desk.take(Msg::DeletionAsked(Some(desk.id(3))));
    assert_eq!(desk.article().linking, None, "it went with its start");
    desk.press("l");
    assert!(desk.notice().starts_with("Choose an annotation first"), "{}", desk.notice());
}

#[test]
fn someone_may_report_what_someone_said() {
    let mut desk = with_quote_and_attribution();
    desk.tag("Bo agreed", Label::Attribution);
    desk.take(Msg::LinkMade(desk.id(3), desk.id(2)));
    assert_eq!(desk.shown(3), "a3 Bo agreed > a2");
    desk.take(Msg::LinkMade(desk.id(3), desk.id(3)));
    assert_eq!(desk.shown(3), "a3 Bo agreed > a2");
}

#[test]
fn parts_are_marked_by_hand_anywhere_and_taken_away() {
    let mut desk = with_quote_and_attribution();
    desk.select("She");
    desk.press("w");
    assert_eq!(desk.notice(), "Source: She");
    desk.select("added");
    desk.press("v");
    desk.select("Bo");
    desk.press("t");
    assert_eq!(desk.shown(2), "a2 Ana Lee said, source She, cue added, addressee Bo");
    desk.take(Msg::ConstituentRemoved(desk.id(2), Constituent::Cue, 0));
    assert_eq!(desk.shown(2), "a2 Ana Lee said, source She, addressee Bo");
    let rows = desk.detail().constituents;
    assert_eq!((rows[1].name, rows[1].words.as_str()), ("Addressee", "Bo"));
    desk.press("w");
    assert_eq!(desk.notice(), "Select some words of the article first.");
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    desk.press("w");
    assert!(desk.notice().starts_with("Choose an attribution first"), "{}", desk.notice());
    assert_eq!(desk.undoes(), 6);
}

#[test]
fn the_whole_attribution_lights_up_from_any_end() {
    let mut desk = with_quote_and_attribution();
    desk.take(Msg::ProposalsTaken);
    let looks = |desk: &Desk| desk.article().lights.iter().map(|l| l.look).collect::<Vec<_>>();
    let parts = [Constituent::Source, Constituent::Cue].map(Look::Constituent);
    assert_eq!(looks(&desk), [parts[0], parts[1], Look::Content]);
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    assert_eq!(looks(&desk), [Look::Attribution, parts[0], parts[1]]);
    let detail = desk.detail();
    assert_eq!(detail.attributions[0].words, "Ana Lee said");
    desk.listed();
    let article = desk.article();
    let cards = article.blocks[0].cards.as_ref().unwrap();
    assert!(cards.iter().all(|card| card.speaker == "Ana Lee" && card.problem.is_none()));
}

#[test]
fn problems_are_found_walked_and_mended_by_keys() {
    let mut desk = Desk::with_article();
    for (words, label) in [("“We will 😀 not,", Label::Quote), ("na Lee said", Label::Attribution)]
    {
        let (start, end) = (desk.place(words, false), desk.place(words, true));
        desk.take(Msg::TextSelected(start, end, Fit::Exact));
        desk.take(Msg::LabelChosen(label));
    }
    assert_eq!(desk.article().to_look_at, "2 to look at");
    desk.press("k");
    let expected =
        ["No attribution says who said this.", "The partner of the quote mark “ is left out."];
    assert_eq!(desk.problems(), expected);
    assert!(desk.detail().problems.iter().all(|row| row.mendable));
    desk.take(Action::Fix.msg(None, Some("unbalanced-quote-mark")).unwrap());
    desk.press("f");
    assert_eq!(desk.shown(1), "a1 “We will 😀 not,”");
    desk.press("k");
    assert_eq!(desk.problems(), ["A word is cut: Ana"]);
    desk.take(Action::Fix.msg(None, Some("inside-word")).unwrap());
    assert_eq!(desk.shown(2), "a2 Ana Lee said > a1");
    desk.press("k");
    assert_eq!(desk.problems(), ["No words are marked as the source of “Ana Lee said”."]);
    desk.press("f");
    assert_eq!(desk.shown(2), "a2 Ana Lee said > a1, source Ana Lee");
    desk.press("k");
    assert_eq!(desk.notice(), "Nothing needs a second look.");
    assert_eq!(desk.article().to_look_at, "");
    desk.press("f");
    assert_eq!(desk.notice(), "There is nothing here that one key can mend.");
    assert_eq!(desk.undoes(), 6);
}

#[test]
fn another_convention_finds_other_problems() {
    let mut desk = with_quote_and_attribution();
    desk.press("y");
    desk.take(Msg::ProposalTaken(1));
    assert_eq!(desk.problems(), [""; 0]);
    desk.take(Msg::ProfileChosen(Profile::Citron));
    assert_eq!(desk.problems(), ["No word that says it was said is marked."]);
    assert_eq!(desk.article().to_look_at, "1 to look at");
    desk.listed();
    let article = desk.article();
    let cards = article.blocks[0].cards.as_ref().unwrap();
    assert!(cards[1].problem.is_some() && article.profile == Profile::Citron);
}
