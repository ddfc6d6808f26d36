//! Suggestions from the start to the file: walked, accepted, turned down, kept and undone.

use super::desk::Desk;
use crate::app::*;
use crate::document::{Body, Form, Label, Origin};
use crate::text::Way;
use proptest::prelude::*;

const NEWS: &str = "Port opens late\n\n\
    Harbour master Ida Brock said the gates will open on Friday. “We waited for the tide,” she \
    said. “It never came.”\n\n\
    Nobody was there.\n\n\
    “The tide is not ours to keep,” said Tom Reyes, who runs the ferry. Reyes believes that \
    the gates leak, and others agree.";

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.take(Msg::TextPasted(NEWS.into()));
    desk.take(Msg::DraftAccepted);
    desk
}

fn screen(desk: &Desk) -> SuggestionsScreen {
    match Screen::of(&desk.model).view {
        ViewScreen::Article(article) => article.suggestions,
        _ => panic!("no article is open"),
    }
}

/// The annotations, each by its label and words.
fn marked(desk: &Desk) -> Vec<(Label, String)> {
    let document = desk.model.session().unwrap().document();
    let all = document.annotations().iter();
    all.map(|own| (own.label(), own.target.words(document.text()))).collect()
}

fn steps(desk: &Desk) -> usize {
    desk.model.session().unwrap().history().head()
}

fn head(desk: &Desk) -> Option<String> {
    screen(desk).focused.map(|focused| focused.head)
}

#[test]
fn tab_walks_and_enter_makes_an_attribution_with_its_parts() {
    let mut desk = desk();
    let hints = screen(&desk).hints;
    assert!(hints.iter().any(|(hint, ..)| *hint == Hint::Cue), "drawn at once: {hints:?}");
    assert_eq!(marked(&desk), [], "nothing is in the file yet");
    desk.take(Msg::TextEntered);
    assert!(!desk.model.walks(Way::Back), "nothing stands before the start");
    desk.take(Msg::SuggestionStepped(Way::Ahead));
    desk.take(Msg::SuggestionStepped(Way::Ahead));
    let focused = screen(&desk).focused.unwrap();
    assert_eq!(focused.head, "Suggested quote, by Harbour master Ida Brock");
    assert!(focused.why.contains("she → Harbour master Ida Brock, named one sentence before"));
    desk.take(Msg::CardAsked);
    assert_eq!(
        marked(&desk),
        [
            (Label::Quote, "“We waited for the tide,” … “It never came.”".to_owned()),
            (Label::Attribution, "she said".to_owned()),
        ]
    );
    assert_eq!(steps(&desk), 1);
    let document = desk.model.session().unwrap().document();
    let own = document.annotations().iter().last().unwrap();
    let body = own.attribution().unwrap();
    let words = |part: &[crate::document::Target]| part[0].words(document.text());
    assert_eq!((words(&body.source).as_str(), words(&body.cue).as_str()), ("she", "said"));
    assert_eq!(body.contents.len(), 1);
    assert_eq!(own.origin, Origin::Suggested { rule: "en.post-posed-cue".into() });
    let speaker = body.speaker.as_ref().and_then(|id| document.speaker(id)).unwrap();
    assert!(speaker.name.ends_with("Ida Brock"), "{speaker:?}");
    desk.take(Msg::UndoAsked);
    assert_eq!(marked(&desk), []);
    assert!(desk.model.session().unwrap().document().speakers().is_empty());
}

#[test]
fn a_statement_becomes_a_claim_whose_edges_can_be_moved() {
    let mut desk = desk();
    desk.take(Msg::TextEntered);
    desk.take(Msg::SuggestionStepped(Way::Ahead));
    desk.take(Msg::SuggestionEdited);
    let session = desk.model.session().unwrap();
    let claim = session.chosen().unwrap();
    assert!(matches!(claim.body, Body::Claim { form: Some(Form::Indirect), .. }), "{claim:?}");
    assert_eq!(claim.target.words(session.document().text()), "the gates will open on Friday");
    desk.take(Msg::EdgeStepped(Edge::Start, Stride::Word, Side::Right));
    assert!(marked(&desk).contains(&(Label::Claim, "gates will open on Friday".to_owned())));
}

#[test]
fn what_is_turned_down_stays_so_and_comes_back_by_undo() {
    let mut desk = desk();
    let told = |desk: &Desk| screen(desk).told;
    let before = told(&desk);
    desk.take(Msg::TextEntered);
    desk.take(Msg::SuggestionStepped(Way::Ahead));
    let first = head(&desk);
    desk.take(Msg::DeletionAsked(None));
    assert_eq!(head(&desk), None);
    let after = told(&desk);
    assert_ne!(before, after);
    let id = desk.model.session().unwrap().document().id().clone();
    let mut desk = desk.reloaded(Some(id));
    assert_eq!(told(&desk), after);
    desk.take(Msg::UndoAsked);
    assert_eq!(told(&desk), before);
    desk.take(Msg::TextEntered);
    desk.take(Msg::SuggestionStepped(Way::Ahead));
    assert_eq!(head(&desk), first);
}

#[test]
fn all_sure_ones_are_one_step_and_nothing_is_suggested_over_what_is_marked() {
    let mut desk = desk();
    desk.take(Msg::SureAccepted);
    assert_eq!(steps(&desk), 1);
    assert!(marked(&desk).len() >= 6, "{:?}", marked(&desk));
    assert_eq!(screen(&desk).accept, "");
    assert!(screen(&desk).hints.is_empty());
    desk.take(Msg::UndoAsked);
    assert_eq!(marked(&desk), []);
    assert_eq!(screen(&desk).accept, "Accept 3 sure ones");
}

#[test]
fn escape_lets_tab_leave_and_less_sure_ones_wait_to_be_asked_for() {
    let mut desk = desk();
    desk.take(Msg::TextEntered);
    desk.take(Msg::SuggestionStepped(Way::Ahead));
    assert!(desk.model.walks(Way::Ahead));
    desk.take(Msg::LetGoAsked);
    assert_eq!(head(&desk), None);
    assert!(!desk.model.walks(Way::Ahead));
    desk.take(Msg::TextEntered);
    let sure = screen(&desk).hints.len();
    desk.take(Msg::SettingSet("suggestions".into(), "all".into()));
    assert!(screen(&desk).hints.len() > sure);
    desk.take(Msg::SettingSet("suggestions".into(), "off".into()));
    assert!(screen(&desk).hints.is_empty() && !desk.model.walks(Way::Ahead));
}

#[test]
fn a_click_on_a_suggestion_goes_to_it_and_a_long_article_is_searched_in_slices() {
    let mut desk = Desk::new();
    desk.take(Msg::TextPasted(
        format!("{NEWS}\n\n{}", "Rain fell on the pier all day. ".repeat(2000))
            + "\n\n“We waited for the tide,” said Ida Brock.",
    ));
    desk.take(Msg::DraftAccepted);
    let session = desk.model.session().unwrap();
    let last = session.layout().paragraphs().len() - 1;
    let place = Place { paragraph: last, at: crate::text::Utf16(4) };
    desk.take(Msg::TextClicked(vec![], Some(place)));
    assert_eq!(head(&desk).as_deref(), Some("Suggested quote, by Ida Brock"));
    desk.take(Msg::TextClicked(vec![], Some(Place { paragraph: last - 1, ..place })));
    assert_eq!(head(&desk), None);
}

/// What a hand can do with suggestions.
fn any_act() -> impl Strategy<Value = Msg> {
    prop_oneof![
        3 => Just(Msg::SuggestionStepped(Way::Ahead)),
        1 => Just(Msg::SuggestionStepped(Way::Back)),
        2 => Just(Msg::SuggestionAccepted),
        1 => Just(Msg::SuggestionEdited),
        2 => Just(Msg::SuggestionRejected),
        1 => Just(Msg::SureAccepted),
        2 => Just(Msg::UndoAsked),
        1 => Just(Msg::RedoAsked),
        1 => Just(Msg::ResplitAsked),
        1 => Just(Msg::MergeAsked),
        1 => Just(Msg::SettingSet("suggestions".into(), "all".into())),
        1 => Just(Msg::SettingSet("suggestions".into(), "off".into())),
        1 => Just(Msg::SettingSet("suggestions".into(), "sure".into())),
    ]
}

proptest! {
    #[test]
    fn what_is_shown_is_what_a_fresh_look_shows(acts in prop::collection::vec(any_act(), 0..24)) {
        let mut desk = desk();
        desk.take(Msg::TextEntered);
        acts.into_iter().for_each(|act| desk.take(act));
        let before = screen(&desk);
        let shown = before.shown.name().to_owned();
        for setting in ["off", &shown] {
            desk.take(Msg::SettingSet("suggestions".into(), setting.into()));
        }
        let fresh = screen(&desk);
        prop_assert_eq!((before.told, before.more), (fresh.told, fresh.more));
        prop_assert_eq!(&before.hints[..], &fresh.hints[..]);
    }
}
