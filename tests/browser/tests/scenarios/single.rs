//! The single file from the disk: the main job by double click, offline.

use super::desk::{BRIDGE, bring, delete_for_good, download, is_saved, spans, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

/// Paste, tag, reload, download, and open the file that was downloaded.
pub(crate) async fn the_single_file_does_the_main_job(page: &mut Page) -> Result<()> {
    page.open_single_file().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", "“We will build it this year,”").await?;
    tag(page, "attribution", "Mayor Ana Kerr said on Monday").await?;
    is_saved(page).await?;
    page.reload().await?;
    page.sees_label("quote", "“We will build it this year,”").await?;
    page.sees_label("attribution", "Mayor Ana Kerr said on Monday").await?;
    let (_, content) = download(page).await?;
    ensure!(spans(&content)?.len() == 2, "the file holds {:?}", spans(&content)?);
    page.click("Articles").await?;
    delete_for_good(page, "Mayor promises a bridge").await?;
    page.chooses_file("bridge.ascribe.json", &content).await?;
    page.sees_label("quote", "“We will build it this year,”").await?;
    ensure!(page.server().requests().is_empty(), "asked for {:?}", page.server().requests());
    Ok(())
}

/// A killed browser finds what was done in the single file.
pub(crate) async fn the_single_file_keeps_work(page: &mut Page) -> Result<()> {
    page.open_single_file().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", "“We will build it this year,”").await?;
    is_saved(page).await?;
    page.kill_and_start_again().await?;
    page.open_single_file().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees_label("quote", "“We will build it this year,”").await
}
