//! The whole job without a browser.

mod desk;
mod filter;
mod find;
mod formats;
mod gestures;
mod links;
mod settings;
mod shelf;
mod speakers;
mod suggestions;

use crate::app::*;
use crate::document::{AnnotationId, Label};
use desk::{ARTICLE, Desk, file};

#[test]
fn words_are_tagged_listed_and_found_again() {
    let mut desk = Desk::with_article();
    desk.tag("“We will 😀 not,”", Label::Quote);
    desk.tag("Ana Lee said", Label::Attribution);
    desk.tag("will 😀 not", Label::Claim);
    desk.take(Msg::NoteTyped(desk.id(2), "wh".into()));
    desk.take(Msg::NoteTyped(desk.id(2), "who?".into()));
    desk.check(&[
        "quote: “We will 😀 not,”",
        "claim: will 😀 not",
        "attribution: Ana Lee said (who?)",
    ]);
}

#[test]
fn a_selection_may_run_backwards_across_paragraphs_and_over_white_space() {
    let mut desk = Desk::with_article();
    let (start, end) = (desk.place("no\n", false), desk.place("“We will ", true));
    desk.take(Msg::TextSelected(end, start, Fit::Snapped));
    desk.take(Msg::LabelChosen(Label::Claim));
    desk.check(&["claim: no “We will"]);
}

#[test]
fn everything_is_undone_and_done_again_after_a_reload_too() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    desk.tag("Bo agreed", Label::Claim);
    desk.take(Msg::LabelChanged(desk.id(1), Label::Quote));
    desk.take(Msg::NoteTyped(desk.id(2), "o".into()));
    desk.take(Msg::NoteTyped(desk.id(2), "ok".into()));
    desk.take(Msg::DeletionAsked(Some(desk.id(1))));
    let id = desk.article().id;
    let mut desk = desk.reloaded(Some(id));
    let mut seen = vec![desk.listed().join("; ")];
    while desk.article().can_undo {
        desk.take(Msg::UndoAsked);
        seen.push(desk.listed().join("; "));
    }
    let expected = [
        "claim: Bo agreed (ok)",
        "quote: Ana Lee; claim: Bo agreed (ok)",
        "quote: Ana Lee; claim: Bo agreed",
        "claim: Ana Lee; claim: Bo agreed",
        "claim: Ana Lee",
        "",
    ];
    assert_eq!(seen, expected);
    while desk.article().can_redo {
        desk.take(Msg::RedoAsked);
    }
    desk.check(&["claim: Bo agreed (ok)"]);
}

#[test]
fn an_undone_step_is_forgotten_when_another_is_taken() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    desk.tag("Bo agreed", Label::Claim);
    desk.take(Msg::UndoAsked);
    desk.tag("never", Label::Quote);
    let mut desk = desk.check(&["claim: Ana Lee", "quote: never"]);
    desk.take(Msg::RedoAsked);
    assert_eq!(desk.notice(), "There is nothing to redo.");
}

#[test]
fn clicks_take_the_smallest_mark_and_then_the_next_larger() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee said. She added", Label::Claim);
    desk.tag("Lee", Label::Quote);
    desk.tag("Ana Lee", Label::Attribution);
    desk.take(Msg::LetGoAsked);
    let ids: Vec<_> = (1..=3).map(|number| desk.id(number)).collect();
    let mut chosen = Vec::new();
    for _ in 0..4 {
        desk.take(Msg::TextClicked(ids.clone(), None));
        chosen.push(desk.article().chosen.unwrap().id.0);
    }
    assert_eq!(chosen, ["a2", "a3", "a1", "a2"]);
    desk.take(Msg::TextClicked(vec![], None));
    assert_eq!(desk.article().chosen, None);
}

#[test]
fn a_key_without_a_selection_relabels_the_chosen_mark_or_asks_for_words() {
    let mut desk = Desk::with_article();
    desk.take(Msg::LabelChosen(Label::Claim));
    assert_eq!(desk.notice(), "Select some words of the article first.");
    desk.tag("Ana Lee", Label::Claim);
    desk.take(Msg::LabelChosen(Label::Quote));
    desk.check(&["quote: Ana Lee"]);
}

#[test]
fn the_same_words_are_not_tagged_twice_with_one_label() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    desk.tag("Ana Lee", Label::Claim);
    assert_eq!(desk.notice(), "These very words are tagged as claim already.");
    desk.tag("Ana Lee", Label::Quote);
    desk.check(&["claim: Ana Lee", "quote: Ana Lee"]);
}

#[test]
fn a_refusing_storage_is_told_and_what_was_not_kept_is_kept_later() {
    let mut desk = Desk::with_article();
    desk.refused = Some(StorageError::Full);
    desk.tag("Ana Lee", Label::Claim);
    let screen = Screen::of(&desk.model);
    assert!(screen.unsaved);
    assert!(screen.alert.unwrap().words.starts_with("This browser’s storage is full."));
    desk.take(Msg::DownloadAsked);
    let file = String::from_utf8_lossy(&desk.downloads[0].bytes);
    assert!(file.contains("Ana Lee"), "the download still works");
    desk.tag("Bo agreed", Label::Claim);
    desk.refused = None;
    desk.take(Msg::RetryAsked);
    assert_eq!(Screen::of(&desk.model).alert, None);
    desk.check(&["claim: Ana Lee", "claim: Bo agreed"]);
}

#[test]
fn an_article_that_storage_never_took_is_kept_whole_in_the_end() {
    let mut desk = Desk { refused: Some(StorageError::Refused), ..Desk::default() };
    desk.take(Msg::Started(Err(StorageError::Refused), None));
    desk.take(Msg::TextPasted(ARTICLE.into()));
    desk.take(Msg::DraftAccepted);
    desk.tag("Ana Lee", Label::Claim);
    assert!(desk.kept.is_empty());
    desk.refused = None;
    desk.tag("Bo agreed", Label::Claim);
    desk.check(&["claim: Ana Lee", "claim: Bo agreed"]);
}

#[test]
fn what_cannot_be_opened_leaves_what_is_open() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    for bytes in [
        &b"\0\x01\x02\0\0"[..],
        b"{\"format\": \"ascribe\", \"version\": 9}",
        b"{\"format\": \"ascr",
    ] {
        desk.take(Msg::FilesRead(vec![file("bad.json", bytes)]));
        assert!(desk.notice().starts_with("bad.json"), "{}", desk.notice());
    }
    desk.check(&["claim: Ana Lee"]);
}

#[test]
fn another_state_of_a_kept_article_is_opened_beside_it() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    desk.take(Msg::DownloadAsked);
    let file = desk.downloads.pop().unwrap();
    desk.take(Msg::FilesRead(vec![file.clone()]));
    assert!(desk.notice().contains("this very state"), "{}", desk.notice());
    desk.tag("Bo agreed", Label::Claim);
    desk.take(Msg::FilesRead(vec![file]));
    assert!(desk.notice().contains("as a copy"), "{}", desk.notice());
    assert_eq!(desk.kept.len(), 2);
    desk.check(&["claim: Ana Lee"]);
}

#[test]
fn the_preview_counts_the_text_of_record_as_the_details_do() {
    let mut desk = Desk::new();
    desk.take(Msg::TextPasted(format!("One\n\n\n\nTwo\n\n{}", "é 😀 ".repeat(400))));
    let summary = match Screen::of(&desk.model).view {
        ViewScreen::Preview(preview) => preview.summary,
        other => panic!("{other:?}"),
    };
    assert_eq!(summary, "3 paragraphs, 1,609 characters");
    desk.take(Msg::DraftAccepted);
    desk.take(Msg::DetailsAsked);
    match Screen::of(&desk.model).dialog {
        Some(DialogScreen::Details { facts, .. }) => {
            assert!(facts[0].starts_with("1,609 characters"), "{facts:?}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_comes_before_the_storage_is_ready_stays() {
    let mut desk = Desk::default();
    desk.take(Msg::TextPasted(ARTICLE.into()));
    desk.take(Msg::Started(Ok(vec![]), None));
    desk.take(Msg::DraftAccepted);
    assert_eq!(desk.article().title, "Mayor says no");
}

#[test]
fn a_second_tab_follows_and_may_not_edit_until_it_takes_over() {
    let mut first = Desk::with_article();
    let id = first.article().id;
    let mut second = Desk { kept: first.kept.clone(), ..Desk::default() };
    second.take(Msg::Started(Ok(vec![first.kept[0].entry.clone()]), Some(id.clone())));
    second.take(Msg::RoleGiven(id.clone(), Role::Follower));
    second.tag("Ana Lee", Label::Claim);
    assert!(second.notice().contains("another tab"), "{}", second.notice());
    assert_eq!(second.listed(), [""; 0]);

    first.tag("Bo agreed", Label::Quote);
    first.tag("Ana Lee", Label::Claim);
    first.take(Msg::UndoAsked);
    second.kept = first.kept.clone();
    second.take(Msg::ArticleChanged(id, 0));
    assert_eq!(second.listed(), ["quote: Bo agreed"]);

    second.take(Msg::TakeOverAsked);
    second.tag("Ana Lee", Label::Attribution);
    second.check(&["attribution: Ana Lee", "quote: Bo agreed"]);
}

#[test]
fn furniture_is_left_out_only_as_asked() {
    let page = format!("Log in\n\n{ARTICLE}\n\nAll rights reserved");
    let mut desk = Desk::new();
    desk.take(Msg::TextPasted(page.clone()));
    desk.take(Msg::FurnitureSwitched(true));
    desk.take(Msg::DraftAccepted);
    assert_eq!(&*desk.article().text, page.as_str());
    desk.take(Msg::TextPasted(page));
    desk.take(Msg::DraftAccepted);
    assert_eq!(&*desk.article().text, ARTICLE);
}

#[test]
fn what_is_empty_is_refused_with_a_sentence() {
    let mut desk = Desk::new();
    desk.take(Msg::TextPasted(" \n\u{200b}\u{feff}".into()));
    assert!(matches!(Screen::of(&desk.model).view, ViewScreen::Start(_)));
    assert!(desk.notice().ends_with('.') && desk.notice().len() > 20, "{}", desk.notice());
}

#[test]
fn a_triple_click_takes_the_sentence() {
    let mut desk = Desk::with_article();
    desk.take(Msg::SentencePicked(desk.place("added", false)));
    desk.take(Msg::LabelChosen(Label::Claim));
    desk.check(&["claim: She added “never”."]);
}

#[test]
fn the_list_is_walked_in_text_order_round_its_ends() {
    let mut desk = Desk::with_article();
    for words in ["Bo agreed", "Ana Lee", "never"] {
        desk.tag(words, Label::Claim);
    }
    desk.take(Msg::LetGoAsked);
    let mut walked = Vec::new();
    for _ in 0..4 {
        desk.take(Msg::NextAsked);
        walked.push(desk.article().chosen.unwrap().id.0);
    }
    desk.take(Msg::PreviousAsked);
    walked.push(desk.article().chosen.unwrap().id.0);
    assert_eq!(walked, ["a2", "a3", "a1", "a2", "a1"]);
}

#[test]
fn deleting_a_quote_takes_its_links_along_and_undo_brings_both_back() {
    let mut desk = Desk::new();
    desk.take(Msg::FilesRead(vec![file(
        "linked.ascribe.json",
        include_str!("linked.ascribe.json"),
    )]));
    let contents = |desk: &Desk| {
        let document = desk.model.session().unwrap().document();
        let attribution = document.annotations().get(&AnnotationId("a2".into())).unwrap().clone();
        match &attribution.body {
            crate::document::Body::Attribution(own) => own.contents.clone(),
            other => panic!("{other:?}"),
        }
    };
    assert_eq!(contents(&desk), [AnnotationId("a1".into())]);
    desk.take(Msg::DeletionAsked(Some(desk.id(1))));
    assert_eq!(contents(&desk), []);
    desk.take(Msg::UndoAsked);
    assert_eq!(contents(&desk), [AnnotationId("a1".into())]);
}

#[test]
fn sentences_are_joined_and_split_and_come_back_after_a_reload() {
    let mut desk = Desk::with_article();
    assert_eq!(
        desk.sentences(),
        ["Mayor says no", "“We will 😀 not,” Ana Lee said.", "She added “never”.", "Bo agreed."]
    );
    desk.click("Lee");
    desk.take(Msg::MergeAsked);
    assert_eq!(desk.sentences()[1], "“We will 😀 not,” Ana Lee said. She added “never”.");
    desk.click("Ana");
    desk.take(Msg::SplitAsked);
    let expected =
        ["Mayor says no", "“We will 😀 not,”", "Ana Lee said. She added “never”.", "Bo agreed."];
    assert_eq!(desk.sentences(), expected);
    let mut desk = desk.check(&[]);
    assert_eq!(desk.sentences(), expected);
    desk.take(Msg::ResplitAsked);
    assert_eq!(desk.sentences().len(), 4);
    while desk.article().can_undo {
        desk.take(Msg::UndoAsked);
    }
    assert_eq!(desk.sentences()[2], "She added “never”.");
}

#[test]
fn a_sentence_is_not_split_at_its_edge_nor_joined_with_nothing() {
    let mut desk = Desk::with_article();
    desk.take(Msg::SplitAsked);
    assert_eq!(desk.notice(), "Click a sentence of the article first.");
    desk.click("She added");
    desk.take(Msg::SplitAsked);
    assert!(desk.notice().starts_with("Click inside the sentence"), "{}", desk.notice());
    desk.click("Bo agreed");
    desk.take(Msg::MergeAsked);
    assert_eq!(desk.notice(), "This is the last sentence.");
    assert_eq!(desk.sentences().len(), 4);
    desk.take(Msg::SentenceAsked);
    desk.take(Msg::LabelChosen(Label::Claim));
    desk.check(&["claim: Bo agreed."]);
}
