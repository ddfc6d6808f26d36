//! The start view.

use super::restamp;
use crate::web::dom::{Dom, fill, part, part_of, set_subject, set_text, show};
use ascribe::app::{ArticleRow, Part, StartScreen, Template};
use js_sys::Date;
use web_sys::HtmlElement;

pub(super) fn render(old: Option<&StartScreen>, new: &StartScreen) -> Dom<()> {
    if old.map(|old| &old.articles) != Some(&new.articles) {
        show(Part::Shelf, !new.articles.is_empty())?;
        restamp(&part(Part::Articles)?, Template::ArticleRow, &new.articles, article)?;
    }
    if old.map(|old| &old.deleted) != Some(&new.deleted) {
        show(Part::Deleted, !new.deleted.is_empty())?;
        let list = part(Part::DeletedArticles)?;
        restamp(&list, Template::DeletedRow, &new.deleted, |row, deleted| {
            set_subject(row, &deleted.id.0)?;
            fill(row, Part::RowTitle, &deleted.title)?;
            fill(row, Part::RowDetail, &deleted.detail)?;
            for (control, act) in
                [(Part::RowRestore, "Restore"), (Part::RowForget, "Delete for good")]
            {
                name(row, control, act, &deleted.title)?;
            }
            Ok(())
        })?;
    }
    let failure = show(Part::Failure, new.failure.is_some())?;
    set_text(&failure, new.failure.as_deref().unwrap_or_default());
    Ok(())
}

fn article(row: &HtmlElement, article: &ArticleRow) -> Dom<()> {
    set_subject(row, &article.id.0)?;
    fill(row, Part::RowTitle, &article.title)?;
    fill(row, Part::RowDetail, &article.detail)?;
    let time = part_of(row, Part::RowTime)?;
    time.set_attribute("datetime", article.modified.as_str())?;
    let date = Date::new(&article.modified.as_str().into());
    let style = js_sys::Object::new();
    js_sys::Reflect::set(&style, &"dateStyle".into(), &"medium".into())?;
    js_sys::Reflect::set(&style, &"timeStyle".into(), &"short".into())?;
    set_text(&time, &String::from(date.to_locale_string("en-GB", &style)));
    name(row, Part::RowRename, "Rename", &article.title)?;
    name(row, Part::RowDelete, "Delete", &article.title)
}

/// Names a control for those who hear it without its row.
fn name(row: &HtmlElement, control: Part, act: &str, title: &str) -> Dom<()> {
    part_of(row, control)?.set_attribute("aria-label", &format!("{act}: {title}"))
}
