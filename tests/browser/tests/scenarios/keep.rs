//! Keeping: after a reload, a closed browser and a killed one, everything is as it was.

use super::desk::{BRIDGE, bring, download, is_saved, notes, tag};
use anyhow::{Result, ensure};
use browser_tests::{Page, Wishes};

const QUOTE: &str = "“We will build it this year,”";
const CLAIM: &str = "The river is 300 metres wide there";
const ATTRIBUTION: &str = "according to city engineers";

/// Leaves an article with two annotations, a note, and a third annotation undone.
async fn work(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "claim", CLAIM).await?;
    page.fill("Note", "A fact to check").await?;
    page.press("Escape").await?;
    tag(page, "attribution", ATTRIBUTION).await?;
    page.press("Control+z").await?;
    page.sees_no_label("attribution", ATTRIBUTION).await?;
    is_saved(page).await
}

/// Finds the work as it was left, and goes through its whole history and back.
async fn find(page: &mut Page) -> Result<()> {
    page.sees_label("quote", QUOTE).await?;
    page.sees_label("claim", CLAIM).await?;
    page.sees_no_label("attribution", ATTRIBUTION).await?;
    notes(page, &["A fact to check"]).await?;
    page.press("Control+Shift+z").await?;
    page.sees_label("attribution", ATTRIBUTION).await?;
    for _ in 0..4 {
        page.press("Control+z").await?;
    }
    page.sees("Nothing is marked yet").await?;
    for _ in 0..3 {
        page.press("Control+Shift+z").await?;
    }
    page.sees_label("claim", CLAIM).await?;
    notes(page, &["A fact to check"]).await?;
    is_saved(page).await
}

/// A reload opens the same article, twice over.
pub(crate) async fn a_reload_loses_nothing(page: &mut Page) -> Result<()> {
    work(page).await?;
    page.reload().await?;
    find(page).await?;
    let (_, before) = download(page).await?;
    page.reload().await?;
    page.sees_label("claim", CLAIM).await?;
    let (_, after) = download(page).await?;
    ensure!(before == after, "the file is another after the reload");
    Ok(())
}

/// A closed browser, and one that is killed.
pub(crate) async fn a_closed_or_killed_browser_loses_nothing(page: &mut Page) -> Result<()> {
    work(page).await?;
    page.kill_and_start_again().await?;
    page.open().await?;
    page.sees("1 claim · 1 quote").await?;
    page.click("Mayor promises a bridge").await?;
    find(page).await?;
    page.start_again_with(Wishes::default()).await?;
    page.open().await?;
    page.click("Mayor promises a bridge").await?;
    find(page).await
}

/// What was done half a second before the browser is killed is there again.
pub(crate) async fn half_a_second_is_enough(page: &mut Page) -> Result<()> {
    work(page).await?;
    page.select(ATTRIBUTION).await?;
    page.press("a").await?;
    let wait = "setTimeout(arguments[arguments.length - 1], 500);";
    page.async_script(wait, vec![]).await?;
    page.kill_and_start_again().await?;
    page.open().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees_label("attribution", ATTRIBUTION).await
}

/// Back and Forward of the browser go between article and start.
pub(crate) async fn back_and_forward_lead_there(page: &mut Page) -> Result<()> {
    work(page).await?;
    page.click("Articles").await?;
    page.sees("Who said what?").await?;
    page.script("history.back();", vec![]).await?;
    page.sees_label("quote", QUOTE).await?;
    page.script("history.back();", vec![]).await?;
    page.sees("Who said what?").await?;
    page.script("history.forward();", vec![]).await?;
    page.sees_label("quote", QUOTE).await
}
