//! Two tabs on one article: one writes, the other follows, and nothing is lost between them.

use super::desk::{BRIDGE, bring, download, is_saved, spans, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

const FOLLOWS: &str =
    "This article is being edited in another tab. You see here what happens there.";
const QUOTE: &str = "“We will build it this year,”";
const CLAIM: &str = "The river is 300 metres wide there";
const SAID: &str = "Mayor Ana Kerr said on Monday";
const DOUBT: &str = "Critics doubt that.";

/// The second tab follows, cannot edit, takes over; then the first follows.
pub(crate) async fn the_second_tab_follows_the_first(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    is_saved(page).await?;
    page.open_tab().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees_label("quote", QUOTE).await?;
    page.sees(FOLLOWS).await?;
    page.select(DOUBT).await?;
    page.press("c").await?;
    page.sees("Choose “Edit here” to move here.").await?;
    page.sees_no_label("claim", DOUBT).await?;
    page.press("Control+z").await?;
    page.sees_label("quote", QUOTE).await?;

    page.turn_to_tab(0).await?;
    page.sees_no(FOLLOWS).await?;
    tag(page, "claim", CLAIM).await?;
    is_saved(page).await?;
    page.turn_to_tab(1).await?;
    page.sees_label("claim", CLAIM).await?;
    page.turn_to_tab(0).await?;
    page.press("Control+z").await?;
    page.sees_no_label("claim", CLAIM).await?;
    is_saved(page).await?;
    page.turn_to_tab(1).await?;
    page.sees_no_label("claim", CLAIM).await?;

    page.click("Edit here").await?;
    page.sees("You now edit in this tab.").await?;
    page.sees_no(FOLLOWS).await?;
    page.press("Control+Shift+z").await?;
    page.sees_label("claim", CLAIM).await?;
    tag(page, "attribution", SAID).await?;
    is_saved(page).await?;
    page.turn_to_tab(0).await?;
    page.sees(FOLLOWS).await?;
    page.sees_label("attribution", SAID).await?;
    page.select(DOUBT).await?;
    page.press("c").await?;
    page.sees_no_label("claim", DOUBT).await?;

    page.click("Edit here").await?;
    page.sees_no(FOLLOWS).await?;
    tag(page, "claim", DOUBT).await?;
    is_saved(page).await?;
    let (_, content) = download(page).await?;
    let words: Vec<String> = spans(&content)?.into_iter().map(|(_, words)| words).collect();
    ensure!(words == [QUOTE, SAID, DOUBT, CLAIM], "the file holds {words:?}");
    page.reload().await?;
    page.sees_label("attribution", SAID).await?;
    page.sees_label("claim", DOUBT).await
}

/// A closed tab leaves the article to the one that follows it.
pub(crate) async fn a_closed_tab_leaves_the_article_to_the_next(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    is_saved(page).await?;
    page.open_tab().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees(FOLLOWS).await?;
    page.turn_to_tab(0).await?;
    page.close_tab().await?;
    page.sees_no(FOLLOWS).await?;
    tag(page, "claim", CLAIM).await?;
    page.sees_label("quote", QUOTE).await
}

/// The list of articles follows what the other tab deletes, renames and adds.
pub(crate) async fn the_list_follows_the_other_tab(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.open_tab().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    is_saved(page).await?;
    page.turn_to_tab(0).await?;
    page.sees("Mayor promises a bridge").await?;
    page.sees("1 quote").await?;
    page.click("Rename: Mayor promises a bridge").await?;
    page.fill("Title", "A bridge this year").await?;
    page.press("Enter").await?;
    page.sees("A bridge this year").await?;
    page.turn_to_tab(1).await?;
    page.sees("A bridge this year").await?;
    page.sees_label("quote", QUOTE).await?;
    page.turn_to_tab(0).await?;
    page.click("Delete: A bridge this year").await?;
    page.sees("Deleted “A bridge this year”.").await?;
    page.turn_to_tab(1).await?;
    tag(page, "claim", CLAIM).await?;
    is_saved(page).await?;
    page.click("Articles").await?;
    page.click("A bridge this year").await?;
    page.sees_label("claim", CLAIM).await
}
