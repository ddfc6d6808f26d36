//! The filter of the list and the labels hidden in the text, as a person at the page sets them.

use super::desk::{ARTICLE, Desk};
use crate::app::*;
use crate::document::Label;

/// A desk with a quote that Ana Lee says, a claim with a note and a lonely quote.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.take(Msg::TextPasted(ARTICLE.into()));
    desk.take(Msg::DraftAccepted);
    desk.tag("“We will 😀 not,”", Label::Quote);
    desk.tag("Ana Lee said", Label::Attribution);
    desk.take(Msg::LinkMade(desk.id(1), desk.id(2)));
    desk.select("Ana Lee");
    desk.take(Msg::ConstituentMarked(crate::document::Constituent::Source));
    desk.tag("Bo agreed", Label::Claim);
    desk.take(Msg::NoteTyped(desk.id(3), "Who is Bo?".into()));
    desk.tag("never", Label::Quote);
    desk.take(Msg::LetGoAsked);
    desk.take(Msg::LetGoAsked);
    assert!(desk.article().chosen.is_none());
    desk
}

impl Desk {
    fn sifted(&self) -> String {
        self.article().filter.told
    }

    /// Goes to the next annotation and tells its number.
    fn next(&mut self) -> String {
        self.take(Msg::NextAsked);
        self.article().chosen.map_or_else(String::new, |own| own.id.0)
    }
}

#[test]
fn the_list_shows_what_is_asked_for_and_steps_go_through_that() {
    let mut desk = desk();
    assert_eq!((desk.sifted().as_str(), desk.listed().len()), ("", 4));
    desk.take(Msg::FacetToggled(Facet::Quote));
    assert_eq!(desk.sifted(), "2 of 4 shown");
    assert_eq!(desk.listed(), ["quote: “We will 😀 not,”", "quote: never"]);
    assert_eq!([desk.next(), desk.next(), desk.next()], ["a1", "a4", "a1"]);
    desk.take(Msg::PreviousAsked);
    assert_eq!(desk.article().chosen.unwrap().id, desk.id(4));
    desk.take(Msg::FacetToggled(Facet::Unlinked));
    assert_eq!((desk.sifted().as_str(), desk.next().as_str()), ("1 of 4 shown", "a4"));
    desk.take(Msg::FacetToggled(Facet::Unlinked));
    desk.take(Msg::SourceSought("ana".into()));
    assert_eq!((desk.sifted().as_str(), desk.next().as_str()), ("1 of 4 shown", "a1"));
    desk.take(Msg::AllAsked);
    assert_eq!(desk.notice(), "The list shows all annotations.");
    assert_eq!((desk.sifted().as_str(), desk.listed().len()), ("", 4));
}

#[test]
fn where_nothing_fits_a_sentence_says_so_and_leads_out() {
    let mut desk = desk();
    desk.take(Msg::SourceSought("Zoe".into()));
    assert_eq!(desk.sifted(), "None of the 4 annotations fits the filter.");
    assert!(desk.listed().is_empty());
    desk.take(Msg::NextAsked);
    assert_eq!(desk.notice(), desk.sifted());
    let offer = Screen::of(&desk.model).notice.unwrap().offer.unwrap();
    assert_eq!((offer.action, offer.words), (Action::ShowAll, "Show all"));
    desk.take(Msg::SourceSought(" ".into()));
    assert_eq!((desk.sifted().as_str(), desk.notice().as_str()), ("", ""));
}

#[test]
fn the_chosen_annotation_has_its_card_whatever_the_filter_says() {
    let mut desk = desk();
    desk.take(Msg::FacetToggled(Facet::Noted));
    assert_eq!(desk.listed(), ["claim: Bo agreed (Who is Bo?)"]);
    desk.tag("Mayor says no", Label::Claim);
    assert_eq!(desk.listed(), ["claim: Mayor says no", "claim: Bo agreed (Who is Bo?)"]);
    assert_eq!(desk.sifted(), "1 of 5 shown");
    assert_eq!(desk.next(), "a3");
    assert_eq!(desk.listed(), ["claim: Bo agreed (Who is Bo?)"]);
    desk.take(Msg::NoteTyped(desk.id(3), String::new()));
    assert_eq!(desk.sifted(), "None of the 5 annotations fits the filter.");
    assert_eq!(desk.listed(), ["claim: Bo agreed"]);
}

#[test]
fn a_filter_is_no_step_and_is_not_kept() {
    let mut desk = desk();
    let steps = desk.steps();
    desk.take(Msg::FilterToggled);
    assert!(desk.article().filter.open);
    desk.take(Msg::FacetToggled(Facet::Problem));
    desk.take(Msg::LabelToggled(Label::Claim));
    assert_eq!(desk.steps(), steps);
    desk.take(Msg::UndoAsked);
    assert_eq!(desk.sifted(), "1 of 3 shown");
    desk.take(Msg::RedoAsked);
    desk.take(Msg::AllAsked);
    let again = desk.check(&[
        "quote: “We will 😀 not,”",
        "attribution: Ana Lee said",
        "quote: never",
        "claim: Bo agreed (Who is Bo?)",
    ]);
    assert!(!again.article().filter.on && !again.article().hidden.contains(&true));
}

#[test]
fn marks_of_a_hidden_label_are_not_met_in_the_text() {
    let mut desk = desk();
    desk.take(Msg::BlocksNeared(vec![(0, true)]));
    desk.take(Msg::LabelToggled(Label::Claim));
    assert_eq!(
        desk.article().said,
        "The text no longer shows marks of “claim”; their cards stay in the list."
    );
    assert_eq!((desk.article().hidden, desk.listed().len()), ([true, false, false], 4));
    let seen = |desk: &Desk| -> Vec<(Label, bool)> {
        let article = desk.article();
        let marks = article.blocks[0].marks.clone().unwrap();
        let pieces = marks.iter().flat_map(|marks| marks.0.clone());
        pieces.flat_map(|piece| piece.layers).map(|layer| (layer.label, layer.hidden)).collect()
    };
    assert!(seen(&desk).iter().all(|(label, hidden)| *hidden == (*label == Label::Claim)));
    desk.click("Bo agreed");
    desk.take(Msg::CardAsked);
    assert_eq!(desk.notice(), "There is no annotation at the caret.");
    desk.take(Msg::LabelToggled(Label::Claim));
    assert_eq!(desk.article().said, "The text shows marks of “claim” again.");
    assert!(seen(&desk).iter().all(|(_, hidden)| !hidden));
    desk.take(Msg::CardAsked);
    assert_eq!(desk.article().chosen.unwrap().id, desk.id(3));
}
