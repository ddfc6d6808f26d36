//! Settings: what a reader chooses holds at once, after a reload and in other tabs.

use super::desk::{BRIDGE, bring, download, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::{Value, json};

/// Dark colours are forced on a light system, kept after a reload before anything is painted, and
/// followed by another tab.
pub(crate) async fn colours_are_chosen_and_kept(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.sees("Who said what?").await?;
    shines(page, true).await?;
    page.press(",").await?;
    page.sees("Text size").await?;
    page.is_accessible().await?;
    page.click("Dark").await?;
    shines(page, false).await?;
    page.is_accessible().await?;
    page.click("Large").await?;
    page.click("Done").await?;
    page.reload().await?;
    page.sees("Who said what?").await?;
    shines(page, false).await?;
    page.open_after(
        "WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => {});",
    )
    .await?;
    shines(page, false).await?;
    page.open().await?;
    page.open_tab().await?;
    page.click("Settings").await?;
    page.click("Light").await?;
    shines(page, true).await?;
    page.turn_to_tab(0).await?;
    shines(page, true).await
}

/// Waits until the page is light, or dark.
async fn shines(page: &Page, light: bool) -> Result<()> {
    let script = "
        const [red] = getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g);
        return (Number(red) > 128) === arguments[0];";
    page.waits_for(if light { "a light page" } else { "a dark page" }, script, vec![json!(light)])
        .await
}

/// German is chosen in an English browser, kept after a reload, and left again; the article stays
/// open under it.
pub(crate) async fn the_language_is_switched_and_back(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", "We will build it this year").await?;
    page.click("Settings").await?;
    page.click("Deutsch").await?;
    page.sees("Einstellungen").await?;
    page.sees("Auswahl als Zitat markieren").await?;
    page.is_accessible().await?;
    page.click("Fertig").await?;
    page.sees_element("mark[data-name='Zitat']").await?;
    page.sees("In diesem Browser gespeichert").await?;
    page.reload().await?;
    page.sees_element("mark[data-name='Zitat']").await?;
    page.click("Einstellungen").await?;
    page.click("Wie im Browser").await?;
    page.sees("As the browser").await?;
    page.click("Done").await?;
    page.sees_element("mark[data-name='quote']").await?;
    page.sees("Saved in this browser").await
}

/// A key is changed by pressing another; page, help and toolbar name it, and it works. The
/// annotator's name is in the file.
pub(crate) async fn a_changed_key_and_a_name_are_used(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    page.press(",").await?;
    page.fill("Your name", "Kim Osei").await?;
    page.click("Change the key: Tag the selection as a claim (C)").await?;
    page.sees("Press the new key for “Tag the selection as a claim”.").await?;
    page.is_accessible().await?;
    page.press("q").await?;
    page.sees("Q means “Tag the selection as a quote” already.").await?;
    page.press("x").await?;
    page.sees("X now means “Tag the selection as a claim”.").await?;
    page.press("Escape").await?;
    page.sees("then press X for claim, Q for quote or A for attribution.").await?;
    page.press("?").await?;
    let row = "return [...document.querySelectorAll('dialog[open] tr')]
        .some((row) => row.innerText.replace(/\\s+/g, ' ').trim() === 'X Tag the selection as a claim');";
    page.waits_for("the new key in the help", row, vec![]).await?;
    page.press("Escape").await?;
    page.select("The river is 300 metres wide there").await?;
    page.press("x").await?;
    page.sees_label("claim", "The river is 300 metres wide there").await?;
    let (_, content) = download(page).await?;
    let file: Value = serde_json::from_slice(&content)?;
    let creator = &file["annotations"][0]["creator"];
    ensure!(*creator == json!("Kim Osei"), "the annotation was made by {creator}");
    Ok(())
}
