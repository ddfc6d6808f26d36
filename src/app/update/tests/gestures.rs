//! Selecting, adjusting and moving, by pointer and by keys alone.

use super::desk::{ARTICLE, Desk};
use crate::app::*;
use crate::document::Label;
use crate::text::Snap;

const SPLIT: &str = "A title here\n\n“It leaves at six,” she said, “every day.” Nobody knew.\n\n\
    “One thing.\n\n“Another thing,” he wrote.";

impl Desk {
    pub(super) fn with(text: &str) -> Self {
        let mut desk = Desk::new();
        desk.take(Msg::TextPasted(text.into()));
        desk.take(Msg::DraftAccepted);
        desk
    }

    /// Drags from the start of `first` to the end of `last`.
    fn drag(&mut self, first: &str, last: &str, fit: Fit) {
        self.take(Msg::TextSelected(self.place(first, false), self.place(last, true), fit));
    }

    /// Presses keys as the page names them, one chord after the other.
    pub(super) fn press(&mut self, chords: &str) {
        for chord in chords.split(' ') {
            let key = chord.rsplit('+').next().unwrap();
            let is_held = |name| chord.split('+').any(|part| part == name && part != key);
            let held = Held::of(is_held("Ctrl"), is_held("Alt"), is_held("Shift"));
            let action =
                self.model.action_of(key, held).unwrap_or_else(|| panic!("no key {chord}"));
            self.take(action.msg(None, held.value()).unwrap());
        }
    }

    pub(super) fn selected(&self) -> String {
        let session = self.model.session().unwrap();
        session
            .selection()
            .map(|span| span.of(session.document().text()).to_owned())
            .unwrap_or_default()
    }

    fn said(&self) -> String {
        self.article().said
    }

    pub(super) fn steps(&self) -> usize {
        self.model.session().unwrap().history().steps().len()
    }
}

#[test]
fn a_sloppy_drag_snaps_as_is_set_and_alt_is_exact() {
    let mut desk = Desk::with_article();
    desk.drag("ill", "t,” Ana L", Fit::Snapped);
    assert_eq!(desk.selected(), "will 😀 not,” Ana Lee");
    desk.drag("“We", "😀 n", Fit::Snapped);
    assert_eq!(desk.selected(), "“We will 😀 not,”");
    desk.drag("“We", "😀 n", Fit::Exact);
    assert_eq!(desk.selected(), "“We will 😀 n");
    desk.take(Msg::SnapChosen(Snap::Sentence));
    desk.drag("ill", "t,” Ana L", Fit::Snapped);
    assert_eq!(desk.selected(), "“We will 😀 not,” Ana Lee said.");
    desk.take(Msg::SnapChosen(Snap::Exact));
    desk.drag("ill", "t,” Ana L", Fit::Snapped);
    assert_eq!(desk.selected(), "ill 😀 not,” Ana L");
}

#[test]
fn what_the_browser_is_told_to_select_comes_back_unchanged() {
    let mut desk = Desk::with_article();
    desk.drag("“We", "😀 n", Fit::Exact);
    let (anchor, head) = desk.article().ends.unwrap();
    desk.take(Msg::TextSelected(anchor, head, Fit::Later));
    assert_eq!(desk.selected(), "“We will 😀 n");
}

#[test]
fn a_quote_in_two_parts_is_one_annotation() {
    let mut desk = Desk::with(SPLIT);
    desk.tag("“It leaves at six,”", Label::Quote);
    desk.select("“every day.”");
    desk.press("Shift+E");
    assert_eq!(desk.notice(), "Added to the quote: “every day.”");
    assert_eq!(desk.article().fragments, ["“It leaves at six,”", "“every day.”"]);
    let mut desk = desk.check(&["quote: “It leaves at six,” … “every day.”"]);
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    let (start, end) = (desk.place("she", false), desk.place("said,", true));
    desk.take(Msg::FragmentSelected(start, end, Fit::Snapped));
    let mut desk = desk.check(&["quote: “It leaves at six,” she said, “every day.”"]);
    desk.take(Msg::UndoAsked);
    desk.take(Msg::FragmentRemoved(desk.id(1), 0));
    assert_eq!(desk.notice(), "Took a part out of the quote.");
    let mut desk = desk.check(&["quote: “every day.”"]);
    desk.take(Msg::FragmentRemoved(desk.id(1), 0));
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    desk.select("day");
    desk.press("Shift+E");
    assert_eq!(desk.notice(), "These words are part of it already.");
    desk.check(&["quote: “every day.”"]);
}

#[test]
fn extending_asks_for_what_it_needs() {
    let mut desk = Desk::with_article();
    desk.press("Shift+E");
    assert_eq!(desk.notice(), "Select some words of the article first.");
    desk.select("Ana");
    desk.press("Shift+E");
    assert!(desk.notice().starts_with("Choose an annotation first"), "{}", desk.notice());
}

#[test]
fn a_quote_over_paragraphs_is_picked_as_one() {
    let mut desk = Desk::with(SPLIT);
    desk.take(Msg::QuotePicked(desk.place("Another", false)));
    assert_eq!(desk.selected(), "“One thing.\n\n“Another thing,”");
    desk.take(Msg::QuotePicked(desk.place("Nobody", false)));
    assert_eq!(desk.selected(), "Nobody knew.");
}

#[test]
fn edges_move_by_keys_and_one_undo_takes_it_all_back() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Attribution);
    desk.take(Msg::NoteTyped(desk.id(1), "who".into()));
    let steps = desk.steps();
    desk.press("Shift+Alt+ArrowRight");
    assert_eq!(desk.said(), "attribution: Ana Lee said");
    desk.press("Shift+Alt+ArrowRight Shift+Alt+ArrowLeft Alt+ArrowRight");
    desk.press("Shift+Ctrl+Alt+ArrowRight");
    assert_eq!(desk.said(), "attribution: Lee said.");
    assert_eq!(desk.steps(), steps + 1);
    let mut desk = desk.check(&["attribution: Lee said. (who)"]);
    desk.take(Msg::UndoAsked);
    desk.check(&["attribution: Ana Lee (who)"]);
}

#[test]
fn an_edge_crosses_neither_the_other_nor_a_neighbour() {
    let mut desk = Desk::with(SPLIT);
    desk.tag("every", Label::Quote);
    desk.press("Alt+ArrowRight");
    assert_eq!(desk.notice(), "The edge cannot go further.");
    desk.press("Shift+Alt+ArrowLeft");
    desk.press("Alt+ArrowLeft");
    assert_eq!(desk.said(), "quote: “every");
    desk.select("six");
    desk.press("Shift+E Alt+ArrowRight");
    assert_eq!(desk.notice(), "The edge cannot go further.");
    let (at, over) = (desk.place("leaves", false), desk.place("Nobody", true));
    desk.take(Msg::EdgeDragged(0, Edge::End, over, Fit::Snapped));
    desk.take(Msg::EdgeDragged(1, Edge::Start, at, Fit::Snapped));
    desk.take(Msg::EdgeDropped);
    desk.check(&["quote: six … “every"]);
}

#[test]
fn a_dragged_edge_is_shown_and_taken_in_one_step() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    let steps = desk.steps();
    let lit = |desk: &Desk| desk.article().lit.clone();
    let before = lit(&desk);
    for words in ["sai", "said. She add", "no"] {
        desk.take(Msg::EdgeDragged(0, Edge::End, desk.place(words, true), Fit::Snapped));
    }
    assert_ne!(lit(&desk), before);
    assert_eq!(desk.listed(), ["claim: Ana Lee"], "nothing is done before it is let go");
    desk.take(Msg::EdgeDragged(0, Edge::End, desk.place("She add", true), Fit::Snapped));
    desk.take(Msg::EdgeDropped);
    assert_eq!(desk.steps(), steps + 1);
    let mut desk = desk.check(&["claim: Ana Lee said. She added"]);
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    desk.take(Msg::EdgeDragged(0, Edge::Start, desk.place("agreed", true), Fit::Snapped));
    desk.take(Msg::EdgeDropped);
    desk.take(Msg::EdgeDragged(0, Edge::End, desk.place("“We wi", true), Fit::Exact));
    desk.take(Msg::LetGoAsked);
    desk.take(Msg::EdgeDropped);
    let mut desk = desk.check(&["claim: added"]);
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    desk.take(Msg::EdgeDragged(0, Edge::End, desk.place("She ad", true), Fit::Exact));
    desk.take(Msg::EdgeDropped);
    desk.check(&["claim: ad"]);
}

#[test]
fn the_whole_job_is_done_by_keys_alone() {
    let mut desk = Desk::with_article();
    desk.take(Msg::TextEntered);
    assert_eq!(desk.said(), "Sentence 1 of 4: Mayor says no");
    desk.press("ArrowDown Shift+ArrowRight");
    assert_eq!((desk.selected().as_str(), desk.said().as_str()), ("“We", "“We, selected"));
    desk.press("Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight Q");
    desk.press("Shift+ArrowRight Shift+ArrowRight Shift+ArrowRight A");
    desk.press("ArrowDown Shift+End C Home");
    assert_eq!(desk.said(), "Sentence 3 of 4: She added “never”. In: claim.");
    desk.press("ArrowRight ArrowRight ArrowRight Shift+ArrowRight Shift+Ctrl+ArrowRight Q");
    desk.press("Ctrl+End");
    assert!(desk.said().ends_with(". No annotation here."), "{}", desk.said());
    desk.press("ArrowUp");
    assert_eq!(desk.said(), "Sentence 4 of 4: Bo agreed.");
    desk.press("Enter");
    assert_eq!(desk.notice(), "There is no annotation at the caret.");
    desk.press("ArrowUp Enter");
    assert_eq!(desk.article().chosen.unwrap().id, desk.id(3));
    desk.take(Msg::NoteTyped(desk.id(3), "so she says".into()));
    desk.take(Msg::CardLeft);
    desk.press("Ctrl+Home ArrowDown M ArrowRight ArrowRight S");
    assert_eq!(desk.sentences()[1..3], ["“We will", "😀 not,” Ana Lee said. She added “never”."]);
    desk.check(&[
        "quote: “We will 😀 not,”",
        "attribution: Ana Lee said",
        "claim: She added “never”. (so she says)",
        "quote: “never”",
    ]);
}

#[test]
fn the_caret_goes_by_what_is_read_and_to_both_ends() {
    let mut desk = Desk::with("A title\n\nראש העיר אמר לא.\n\nA flag 🇮🇪 e\u{301}");
    desk.take(Msg::TextEntered);
    desk.press("ArrowDown Shift+ArrowLeft");
    assert_eq!(desk.selected(), "ראש", "left is onwards there");
    desk.press("Ctrl+End Shift+Ctrl+ArrowLeft");
    assert_eq!(desk.selected(), "e\u{301}");
    desk.press("Shift+Ctrl+ArrowLeft Shift+Ctrl+ArrowLeft");
    assert_eq!(desk.selected(), "🇮🇪 e\u{301}");
    desk.press("Ctrl+Home Shift+Ctrl+End");
    assert_eq!(desk.selected().len(), desk.article().text.len());
    desk.press("Escape");
    assert_eq!(desk.selected(), "");
    assert!(desk.article().caret.is_some());
    desk.press("PageUp ArrowUp Home End ArrowLeft");
}

#[test]
fn a_click_puts_the_caret_where_keys_go_on() {
    let mut desk = Desk::with_article();
    desk.click("Lee said");
    assert_eq!(desk.article().caret, None, "a caret is drawn for keys only");
    desk.press("Shift+ArrowRight");
    assert_eq!(desk.selected(), "Lee");
    assert!(desk.article().caret.is_some());
    let steps = desk.steps();
    desk.press("ArrowRight ArrowLeft");
    assert_eq!(desk.steps(), steps);
    assert!(ARTICLE.contains(&desk.sentences()[1]));
}

#[test]
fn leaving_a_card_leads_to_its_words() {
    let mut desk = Desk::with_article();
    desk.tag("Bo agreed", Label::Claim);
    desk.take(Msg::TextEntered);
    desk.press("Ctrl+Home N");
    desk.take(Msg::CardLeft);
    desk.press("Shift+ArrowRight");
    assert_eq!(desk.selected(), "Bo");
    desk.press("Ctrl+Home");
    desk.take(Msg::AnnotationPicked(desk.id(1)));
    desk.take(Msg::CardLeft);
    desk.press("Shift+ArrowRight");
    assert_eq!(desk.selected(), "Bo");
}
