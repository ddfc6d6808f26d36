//! Who said what: attributions with source, cue and contents, made by keys, clicks and drags.

use super::desk::{BRIDGE, bring, download, tag};
use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde_json::{Value, json};

const QUOTE: &str = "“We will build it this year,”";
const SAID: &str = "Mayor Ana Kerr said on Monday";

/// Waits until the words that light up with the chosen annotation under that name are `wanted`.
async fn lights(page: &Page, name: &str, wanted: &[&str]) -> Result<()> {
    let script = "const lit = [...(CSS.highlights?.get(arguments[0]) ?? [])].map(String);
        return !CSS.highlights || JSON.stringify(lit) === JSON.stringify(arguments[1]);";
    let what = format!("{wanted:?} lit up as {name}");
    page.waits_for(&what, script, vec![json!(name), json!(wanted)]).await
}

/// Waits until a line to what was said is drawn, or none.
async fn sees_line(page: &Page, drawn: bool) -> Result<()> {
    let script = "const path = document.querySelector('.connector .tie');
        return (path.getBBox().height > 3) === arguments[0];";
    page.waits_for(&format!("a line: {drawn}"), script, vec![json!(drawn)]).await
}

/// The annotation of that label in a file.
fn first<'f>(file: &'f Value, label: &str) -> Result<&'f Value> {
    let all = file["annotations"].as_array().context("no annotations")?;
    all.iter().find(|own| own["label"] == label).with_context(|| format!("no {label}"))
}

/// Source, cue and content are proposed and taken by key, the speaker is named, and the file has
/// it all.
pub(crate) async fn an_attribution_is_filled_in_by_keys(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "attribution", SAID).await?;
    page.sees("Suggested").await?;
    page.sees_element("button[aria-label^='Accept: Source: '] kbd").await?;
    page.is_accessible().await?;
    for _ in 0..3 {
        page.press("y").await?;
    }
    page.press("d").await?;
    page.sees_no("Suggested").await?;
    lights(page, "source", &["Mayor Ana Kerr"]).await?;
    lights(page, "cue", &["said"]).await?;
    lights(page, "content", &[QUOTE]).await?;
    sees_line(page, true).await?;
    page.fill("Speaker", "Ana Kerr").await?;
    page.press("Enter").await?;
    page.sees_element(".card[data-label=quote] .who").await?;
    page.click("Attributes").await?;
    let choose = "const list = [...document.querySelectorAll('.attributes select')].pop();
        list.selectedIndex = 1;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.script(choose, vec![]).await?;
    page.sees("speech").await?;
    page.is_accessible().await?;
    let (_, content) = download(page).await?;
    let file: Value = serde_json::from_slice(&content)?;
    let own = first(&file, "attribution")?;
    ensure!(own["source"][0][0]["exact"] == "Mayor Ana Kerr", "{own}");
    ensure!(own["cue"][0][0]["exact"] == "said", "{own}");
    ensure!(own["contents"] == json!([first(&file, "quote")?["id"]]), "{own}");
    ensure!(own["medium"] == "speech", "{own}");
    ensure!(file["speakers"][0]["name"] == "Ana Kerr", "{}", file["speakers"]);
    ensure!(own["speaker"] == file["speakers"][0]["id"], "{own}");
    // From the quote, too, all of it lights up, and one click leads back.
    page.click_text("build it").await?;
    lights(page, "source", &["Mayor Ana Kerr"]).await?;
    lights(page, "attribution", &[SAID]).await?;
    page.click_selector(".ties button[data-part=tie-words]").await?;
    page.sees_element(".card[data-label=attribution][aria-current]").await?;
    page.click("Take out: said").await?;
    lights(page, "cue", &[]).await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    lights(page, "content", &[]).await?;
    sees_line(page, false).await
}

/// A link is made by two clicks, cut, and made again by a drag from the card to the text.
pub(crate) async fn links_are_made_by_mouse(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "claim", "The river is 300 metres wide there").await?;
    tag(page, "attribution", SAID).await?;
    page.click("Link…").await?;
    page.sees("Now choose the other end").await?;
    page.is_accessible().await?;
    page.click("Cancel").await?;
    page.sees_no("Now choose the other end").await?;
    page.click("Link…").await?;
    page.click_text("build it").await?;
    page.sees("Linked.").await?;
    lights(page, "content", &[QUOTE]).await?;
    page.click(&format!("Cut the link: {QUOTE}")).await?;
    page.sees("The link is taken away.").await?;
    lights(page, "content", &[]).await?;
    page.drag_to(".grip", "river is 300").await?;
    page.sees("Linked.").await?;
    lights(page, "content", &["The river is 300 metres wide there"]).await?;
    sees_line(page, true).await?;
    page.press("Control+z").await?;
    lights(page, "content", &[]).await?;
    // Dropped beside all marks, it leads nowhere.
    page.drag_to(".grip", "Critics").await?;
    page.sees_no("Now choose the other end").await?;
    page.drag_to(".grip", "build it").await?;
    lights(page, "content", &[QUOTE]).await
}

/// What needs a second look is counted, gone to and mended by keys, by the convention chosen.
pub(crate) async fn problems_are_mended_by_keys(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    page.holding("Alt", async || page.select("“We will build it this year,").await).await?;
    page.press("q").await?;
    tag(page, "attribution", SAID).await?;
    page.sees("2 to look at").await?;
    page.press("Escape").await?;
    page.sees_element(".card[data-label=quote] .look-again").await?;
    page.press("k").await?;
    page.sees("The partner of the quote mark “ is left out.").await?;
    page.is_accessible().await?;
    page.click_selector(".problems li:nth-child(2) button").await?;
    page.sees_label("quote", QUOTE).await?;
    page.press("f").await?;
    page.sees("1 to look at").await?;
    page.press("k").await?;
    page.press("f").await?;
    page.sees_no("to look at").await?;
    page.click("Details").await?;
    page.click("Citron").await?;
    page.is_accessible().await?;
    page.click("Done").await?;
    page.sees("1 to look at").await?;
    page.press("k").await?;
    page.sees("No word that says it was said is marked.").await
}

/// Speakers are listed, renamed, made one and told apart again, and every step is undone.
pub(crate) async fn speakers_are_made_one(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    for (words, name) in [(SAID, "Ana Kerr"), ("Critics doubt", "Kerr")] {
        tag(page, "attribution", words).await?;
        page.fill("Speaker", name).await?;
        page.press("Enter").await?;
        page.press("Escape").await?;
    }
    page.click("Speakers").await?;
    page.sees("Ana Kerr and Kerr may be the same.").await?;
    page.is_accessible().await?;
    page.click("Make one: Ana Kerr and Kerr may be the same.").await?;
    page.sees("Kerr is now one speaker with Ana Kerr.").await?;
    page.sees("2 mentions").await?;
    page.click("Undo the last change").await?;
    page.sees("Ana Kerr and Kerr may be the same.").await?;
    page.click("Make one").await?;
    page.click("Ana Kerr").await?;
    page.is_accessible().await?;
    page.fill("Name", "The mayor").await?;
    page.press("Enter").await?;
    page.sees("Kerr, Ana Kerr").await?;
    page.click("Split off: Kerr").await?;
    page.sees("Kerr is now a speaker of its own.").await?;
    page.click("Kerr").await?;
    page.click("Remove: Kerr").await?;
    page.sees("Kerr is no longer among the speakers.").await?;
    page.press("Escape").await?;
    let (_, content) = download(page).await?;
    let file: Value = serde_json::from_slice(&content)?;
    let speakers = file["speakers"].as_array().context("no speakers")?;
    ensure!(speakers.len() == 1 && speakers[0]["name"] == "The mayor", "{speakers:?}");
    Ok(())
}
