//! The shelf: kept articles are renamed, deleted, brought back, and deleted for good.

use super::desk::Desk;
use crate::app::*;
use crate::document::Label;

#[test]
fn a_deleted_article_comes_back_and_a_renamed_one_can_be_undone() {
    let mut desk = Desk::with_article();
    let id = desk.article().id;
    desk.take(Msg::StartAsked);
    desk.take(Msg::ArticleDeleted(id.clone()));
    let shelf = |desk: &Desk| match Screen::of(&desk.model).view {
        ViewScreen::Start(start) => (start.articles.len(), start.deleted.len()),
        other => panic!("{other:?}"),
    };
    assert_eq!(shelf(&desk), (0, 1));
    desk.take(Msg::ArticleRestored(id.clone()));
    assert_eq!(shelf(&desk), (1, 0));
    desk.take(Msg::RenameAsked(id.clone()));
    desk.take(Msg::RenameEnded("No means no".into()));
    desk.take(Msg::ArticlePicked(id));
    assert_eq!(desk.article().title, "No means no");
    desk.take(Msg::UndoAsked);
    assert_eq!(desk.article().title, "Mayor says no");
}

#[test]
fn an_article_is_renamed_from_the_state_another_tab_left() {
    let desk = Desk::with_article();
    let id = desk.article().id;
    let mut other = Desk { kept: desk.kept.clone(), minted: 500, ..Desk::default() };
    other.take(Msg::Started(Ok(vec![desk.kept[0].entry.clone()]), Some(id.clone())));
    other.tag("Bo agreed.", Label::Claim);
    let mut desk = desk.reloaded(None);
    desk.kept = other.kept;
    desk.take(Msg::RenameAsked(id.clone()));
    desk.take(Msg::RenameEnded("No means no".into()));
    desk.take(Msg::ArticlePicked(id));
    assert_eq!(desk.article().title, "No means no");
    desk.check(&["claim: Bo agreed."]);
}

#[test]
fn the_file_of_a_deleted_article_brings_it_back() {
    let mut desk = Desk::with_article();
    let id = desk.article().id;
    desk.take(Msg::DownloadAsked);
    let file = desk.downloads.pop().unwrap();
    desk.take(Msg::StartAsked);
    desk.take(Msg::ArticleDeleted(id));
    desk.take(Msg::FilesRead(vec![file]));
    assert_eq!(desk.kept[0].entry.deleted, None);
    assert!(desk.notice().ends_with("it is restored."), "{}", desk.notice());
}

#[test]
fn an_article_goes_for_good_only_when_asked_for_twice() {
    let mut desk = Desk::with_article();
    let id = desk.article().id;
    desk.take(Msg::StartAsked);
    desk.take(Msg::ArticleDeleted(id.clone()));
    let asked = |desk: &Desk| match Screen::of(&desk.model).view {
        ViewScreen::Start(start) => start.forgetting,
        other => panic!("{other:?}"),
    };
    desk.take(Msg::ForgetAsked(id.clone()));
    assert_eq!((desk.kept.len(), asked(&desk)), (1, Some(id.clone())));
    assert!(desk.notice().starts_with("Delete “Mayor says no” for good?"), "{}", desk.notice());
    let offer = Screen::of(&desk.model).notice.unwrap().offer.unwrap();
    assert_eq!((offer.action, offer.subject), (Action::ForgetArticle, id.0.clone()));
    // The question waits for its answer, and Escape is one.
    desk.take(Msg::NoticeExpired(desk.model.notices));
    assert_eq!(asked(&desk), Some(id.clone()));
    desk.take(Msg::LetGoAsked);
    desk.take(Msg::ForgetAsked(id.clone()));
    assert_eq!((desk.kept.len(), asked(&desk)), (1, Some(id.clone())));
    desk.take(Msg::ArticleRestored(id.clone()));
    assert_eq!((desk.notice(), asked(&desk)), ("Restored “Mayor says no”.".to_owned(), None));
    desk.take(Msg::ArticleDeleted(id.clone()));
    desk.take(Msg::ForgetAsked(id.clone()));
    desk.take(Msg::ForgetAsked(id));
    assert_eq!(desk.notice(), "Deleted “Mayor says no” for good.");
    assert_eq!((desk.kept.len(), asked(&desk)), (0, None));
}
