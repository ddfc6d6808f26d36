//! The list of articles: newest first, with counts; opened, renamed, deleted and taken back.

use super::desk::{BRIDGE, bring, is_saved, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::json;

const SOUP: &str = "Soup on the ferry\n\n“It was good,” Bo Lee said. Nobody disagreed.";

/// Lists the articles as a user reads them.
async fn titles(page: &Page, wanted: &[&str]) -> Result<()> {
    let script = "const titles = [...document.querySelectorAll('section[aria-labelledby=shelf-title] li')]
            .filter((it) => it.checkVisibility()).map((it) => it.querySelector('.row-title').textContent);
        return JSON.stringify(titles) === JSON.stringify(arguments[0]);";
    page.waits_for(&format!("the articles {wanted:?}"), script, vec![json!(wanted)]).await
}

async fn two_articles(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "claim", "The river is 300 metres wide there").await?;
    tag(page, "quote", "“We will build it this year,”").await?;
    is_saved(page).await?;
    page.click("Articles").await?;
    bring(page, SOUP).await?;
    is_saved(page).await?;
    page.click("Articles").await?;
    titles(page, &["Soup on the ferry", "Mayor promises a bridge"]).await
}

/// The newest change comes first, with what each article holds.
pub(crate) async fn the_newest_comes_first(page: &mut Page) -> Result<()> {
    two_articles(page).await?;
    page.sees("1 claim · 1 quote · 0 attributions").await?;
    page.sees("0 claims · 0 quotes · 0 attributions").await?;
    page.click("Mayor promises a bridge").await?;
    tag(page, "attribution", "according to city engineers").await?;
    is_saved(page).await?;
    page.click("Articles").await?;
    titles(page, &["Mayor promises a bridge", "Soup on the ferry"]).await?;
    page.sees("1 claim · 1 quote · 1 attribution").await
}

/// A new title is kept, in the article and its file name too; an empty one changes nothing.
pub(crate) async fn an_article_is_renamed(page: &mut Page) -> Result<()> {
    two_articles(page).await?;
    page.click("Rename: Soup on the ferry").await?;
    page.fill("Title", "Nur Suppe: „gut“?").await?;
    page.click("Rename").await?;
    titles(page, &["Nur Suppe: „gut“?", "Mayor promises a bridge"]).await?;
    page.click("Rename: Mayor promises a bridge").await?;
    page.fill("Title", "Never mind").await?;
    page.press("Escape").await?;
    page.sees_no("Rename the article").await?;
    page.click("Rename: Mayor promises a bridge").await?;
    page.fill("Title", " ").await?;
    page.press("Enter").await?;
    titles(page, &["Nur Suppe: „gut“?", "Mayor promises a bridge"]).await?;
    page.reload().await?;
    titles(page, &["Nur Suppe: „gut“?", "Mayor promises a bridge"]).await?;
    page.click("Nur Suppe: „gut“?").await?;
    page.waits_for(
        "the title of the window",
        "return document.title.startsWith('Nur Suppe: „gut“?');",
        vec![],
    )
    .await?;
    page.click("Download").await?;
    let (name, _) = page.downloaded().await?;
    ensure!(name.starts_with("Nur Suppe") && name.ends_with(".ascribe.json"), "{name}");
    // The new title is a step like any other.
    page.press("Control+z").await?;
    page.waits_for(
        "the title before",
        "return document.title.startsWith('Soup on the ferry');",
        vec![],
    )
    .await
}

/// A deletion is undone at once or later, and is for good only when asked for.
pub(crate) async fn a_deletion_is_taken_back(page: &mut Page) -> Result<()> {
    two_articles(page).await?;
    page.click("Delete: Mayor promises a bridge").await?;
    titles(page, &["Soup on the ferry"]).await?;
    page.click("Undo").await?;
    page.sees("Restored “Mayor promises a bridge”.").await?;
    titles(page, &["Soup on the ferry", "Mayor promises a bridge"]).await?;
    page.click("Delete: Mayor promises a bridge").await?;
    titles(page, &["Soup on the ferry"]).await?;
    page.reload().await?;
    titles(page, &["Soup on the ferry"]).await?;
    page.click("Recently deleted").await?;
    page.click("Restore: Mayor promises a bridge").await?;
    titles(page, &["Soup on the ferry", "Mayor promises a bridge"]).await?;
    page.click("Mayor promises a bridge").await?;
    page.sees_label("quote", "“We will build it this year,”").await?;
    page.press("Control+z").await?;
    page.sees_no_label("quote", "“We will build it this year,”").await?;
    is_saved(page).await?;
    page.click("Articles").await?;
    // The list of what was deleted is still open.
    page.click("Delete: Soup on the ferry").await?;
    page.click("Put this message away").await?;
    // The button asks, and keeps the focus; Escape leaves the article where it is.
    page.click("Delete for good: Soup on the ferry").await?;
    page.sees("Delete “Soup on the ferry” for good?").await?;
    page.sees("Really delete?").await?;
    page.press("Escape").await?;
    page.sees_no("Really delete?").await?;
    page.press("Enter").await?;
    page.sees("Delete “Soup on the ferry” for good?").await?;
    page.press("Enter").await?;
    page.sees("Deleted “Soup on the ferry” for good.").await?;
    page.sees_no("Recently deleted").await?;
    page.reload().await?;
    titles(page, &["Mayor promises a bridge"]).await?;
    page.sees_no("Soup on the ferry").await
}
