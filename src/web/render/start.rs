//! The start view.

use super::restamp;
use crate::web::dom::{Dom, fill, part, part_of, set_subject, set_text, show};
use ascribe::app::{ArticleRow, Part, StartScreen, Template, Word, Words};
use js_sys::Date;
use web_sys::{Element, HtmlElement};

pub(super) fn render(old: Option<&StartScreen>, new: &StartScreen, words: &Words) -> Dom<()> {
    if old.map(|old| &old.articles) != Some(&new.articles) {
        show(Part::Shelf, !new.articles.is_empty())?;
        restamp(&part(Part::Articles)?, Template::ArticleRow, &new.articles, |row, kept| {
            article(row, kept, words)
        })?;
    }
    if old.map(|old| &old.deleted) != Some(&new.deleted) {
        show(Part::Deleted, !new.deleted.is_empty())?;
        let list = part(Part::DeletedArticles)?;
        restamp(&list, Template::DeletedRow, &new.deleted, |row, deleted| {
            set_subject(row, &deleted.id.0)?;
            fill(row, Part::RowTitle, &deleted.title)?;
            fill(row, Part::RowDetail, &deleted.detail)?;
            name(row, Part::RowRestore, &words.fill(Word::RestoreNamed, &[&deleted.title]))
        })?;
    }
    // The rows stay, and with them the focus on the button.
    if old.map(|old| (&old.deleted, &old.forgetting)) != Some((&new.deleted, &new.forgetting)) {
        let rows = part(Part::DeletedArticles)?.children();
        for (at, deleted) in (0..).zip(&new.deleted) {
            let Some(row) = rows.item(at) else { break };
            let (word, named) = match new.forgetting.as_ref() == Some(&deleted.id) {
                true => (Word::ForgetSure, Word::ForgetSureNamed),
                false => (Word::Forget, Word::ForgetNamed),
            };
            fill(&row, Part::RowForget, words.say(word))?;
            name(&row, Part::RowForget, &words.fill(named, &[&deleted.title]))?;
        }
    }
    let failure = show(Part::Failure, new.failure.is_some())?;
    set_text(&failure, new.failure.as_deref().unwrap_or_default());
    Ok(())
}

fn article(row: &HtmlElement, article: &ArticleRow, words: &Words) -> Dom<()> {
    set_subject(row, &article.id.0)?;
    fill(row, Part::RowTitle, &article.title)?;
    fill(row, Part::RowDetail, &article.detail)?;
    let time = part_of(row, Part::RowTime)?;
    time.set_attribute("datetime", article.modified.as_str())?;
    let date = Date::new(&article.modified.as_str().into());
    let style = js_sys::Object::new();
    js_sys::Reflect::set(&style, &"dateStyle".into(), &"medium".into())?;
    js_sys::Reflect::set(&style, &"timeStyle".into(), &"short".into())?;
    set_text(&time, &String::from(date.to_locale_string(words.say(Word::Locale), &style)));
    name(row, Part::RowRename, &words.fill(Word::RenameNamed, &[&article.title]))?;
    name(row, Part::RowDelete, &words.fill(Word::DeleteNamed, &[&article.title]))
}

/// Names a control for those who hear it without its row.
fn name(row: &Element, control: Part, name: &str) -> Dom<()> {
    part_of(row, control)?.set_attribute("aria-label", name)
}
