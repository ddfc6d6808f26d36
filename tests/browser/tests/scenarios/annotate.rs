//! The main job: bring an article in, mark who said what, and find everything again.

use anyhow::{Result, ensure};
use browser_tests::{Page, Pasted};

const ARTICLE: &str = "Mayor promises a bridge\n\n\
    “We will build it this year,” Mayor Ana Kerr said on Monday. Critics doubt that.\n\n\
    The river is 300 metres wide there, according to city engineers.";

/// An article is pasted, marked, downloaded, and is still there after a reload and a kill.
pub(crate) async fn an_article_is_marked_and_kept(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.click("Paste or type an article").await?;
    page.pastes(Pasted { text: ARTICLE, html: None }).await?;
    if page.sees("Is this the article?").await.is_err() {
        page.click("Continue").await?;
    }
    page.click("Start annotating").await?;
    page.select("“We will build it this year,”").await?;
    page.press("q").await?;
    page.sees_label("quote", "“We will build it this year,”").await?;
    page.select("Mayor Ana Kerr said on Monday").await?;
    page.click_in("Tag the selected words", "Attribution").await?;
    page.sees_label("attribution", "Mayor Ana Kerr said on Monday").await?;
    page.select_backwards("The river is 300 metres wide there").await?;
    page.press("c").await?;
    page.press("Control+z").await?;
    page.sees_no_label("claim", "The river is 300 metres wide there").await?;
    page.press("Control+Shift+z").await?;
    page.sees_label("claim", "The river is 300 metres wide there").await?;
    page.is_accessible().await?;
    page.click("Download").await?;
    let (name, content) = page.downloaded().await?;
    let content = String::from_utf8(content)?;
    ensure!(
        name.ends_with(".ascribe.json") && content.contains("Mayor Ana Kerr"),
        "{name}: {content}"
    );
    page.kill_and_start_again().await?;
    page.open().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees_label("quote", "“We will build it this year,”").await?;
    page.sees_label("claim", "The river is 300 metres wide there").await
}
