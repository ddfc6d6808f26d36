//! The hand-feel: what is selected, adjusted and put together by mouse and finger.

use super::desk::{BRIDGE, bring, notes, open_sample, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

/// Sloppy drags end at words and quote marks; Alt and the switch say otherwise.
pub(crate) async fn selections_snap(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    selects(page, "re was so", "There was soup").await?;
    selects(page, "“There was so", "“There was soup,”").await?;
    selects(page, "ayor told the cou", "mayor told the council").await?;
    page.holding("Alt", async || selects(page, "ayor told the cou", "ayor told the cou").await)
        .await?;
    page.click_in("Selections snap to", "Sentence").await?;
    selects(
        page,
        "ngine, she says, wo",
        "The engine, she says, would not start; the soup only filled the time.",
    )
    .await?;
    page.click_in("Selections snap to", "Exact").await?;
    selects(page, "ngine, she says, wo", "ngine, she says, wo").await?;
    page.click_in("Selections snap to", "Word").await?;
    page.select("Qui a faim att").await?;
    page.press("q").await?;
    page.sees_label("quote", "Qui a faim attend").await
}

async fn selects(page: &Page, drag: &str, wanted: &str) -> Result<()> {
    page.select(drag).await?;
    let script = "return getSelection().toString().trim() === arguments[0];";
    let waited = page.waits_for("a selection", script, vec![serde_json::json!(wanted)]).await;
    ensure!(waited.is_ok(), "selected: “{}” instead of “{wanted}”", page.selected().await?);
    // A drag that begins in selected words would move them.
    page.press("Escape").await
}

/// A quote in parts is one annotation; a quote over paragraphs is one selection.
pub(crate) async fn quotes_are_put_together(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    tag(page, "quote", "“There was soup,”").await?;
    page.holding("Control", async || page.select("“and nobody leaves my galley hung").await)
        .await?;
    page.sees("Added to the quote: “and nobody leaves my galley hungry.”").await?;
    let both = "“There was soup,”“and nobody leaves my galley hungry.”";
    page.sees_label("quote", both).await?;
    page.select("said Capt. Ines").await?;
    page.press("Shift+E").await?;
    page.sees("Added to the quote: said Capt. Ines").await?;
    page.is_accessible().await?;
    page.click("Take out: “and nobody leaves my galley hungry.”").await?;
    page.sees("Took a part out of the quote.").await?;
    page.sees_label("quote", "“There was soup,” said Capt. Ines").await?;
    page.press("Control+z").await?;
    page.press("Control+z").await?;
    page.sees_label("quote", both).await?;
    page.press("Escape").await?;
    page.holding("Shift", async || page.triple_click("offered soup").await).await?;
    let whole = "“Nurses depend on it. Children depend on it.\
        “I depend on it myself, and I have never once been offered soup.\
        “If there is to be soup, let there be soup for everyone, and let it be ready by 6:15.”";
    page.press("q").await?;
    page.sees_label("quote", whole).await
}

/// The edges of an annotation are dragged, and everything else of it stays.
pub(crate) async fn edges_are_dragged(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "attribution", "Ana Kerr").await?;
    page.click_text("Ana Kerr").await?;
    page.fill("Note", "who").await?;
    page.press("Escape").await?;
    page.drag_edge("end", "on Mon", false).await?;
    page.sees_label("attribution", "Ana Kerr said on Monday").await?;
    page.drag_edge("start", "ayor Ana", true).await?;
    page.sees_label("attribution", "Mayor Ana Kerr said on Monday").await?;
    page.drag_edge("end", "Ana Kerr sai", true).await?;
    page.sees_label("attribution", "Mayor Ana Kerr said").await?;
    page.drag_edge("end", "“We wi", false).await?;
    page.sees_label("attribution", "Mayor").await?;
    notes(page, &["who"]).await?;
    for words in [
        "Mayor Ana Kerr said",
        "Mayor Ana Kerr said on Monday",
        "Ana Kerr said on Monday",
        "Ana Kerr",
    ] {
        page.press("Control+z").await?;
        page.sees_label("attribution", words).await?;
    }
    page.press("Alt+Shift+ArrowRight").await?;
    page.press("Alt+Shift+ArrowRight").await?;
    page.press("Alt+ArrowRight").await?;
    page.sees_label("attribution", "Kerr said on").await?;
    page.press("Control+z").await?;
    page.sees_label("attribution", "Ana Kerr").await
}
