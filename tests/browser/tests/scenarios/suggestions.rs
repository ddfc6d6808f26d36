//! Suggestions: seen after pasting, walked, accepted, rejected, and switched off.

use super::desk::{bring, download, is_saved, tag};
use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Wishes};
use serde_json::{Value, json};

/// An article with a quote in two parts, a statement and a quote before its speaker.
const TIDE: &str = "Port opens late\n\n\
    Harbour master Ida Brock said the gates will open on Friday. “We waited for the tide,” she \
    said. “It never came.”\n\n\
    Nobody was there.\n\n\
    “The tide is not ours to keep,” said Tom Reyes, who runs the ferry. Reyes believes that the \
    gates leak, and others agree.";

const FLUT: &str = "Hafen öffnet spät\n\n\
    „Wir haben auf die Flut gewartet“, sagte Hafenmeisterin Ida Brock am Freitag. Niemand kam.";

/// Waits until so many stretches are drawn as quotes, statements, sources and cues.
async fn sees_drawn(page: &Page, wanted: [usize; 4]) -> Result<()> {
    let script = "
        const size = (name) => CSS.highlights.get('suggested-' + name)?.size ?? 0;
        const drawn = ['quote', 'claim', 'source', 'cue'].map(size);
        return JSON.stringify(drawn) === JSON.stringify(arguments[0]);";
    page.waits_for(&format!("{wanted:?} drawn"), script, vec![json!(wanted)]).await
}

/// Waits until the card beside the text says these words.
async fn sees_card(page: &Page, words: &str) -> Result<()> {
    let script = "
        const card = document.querySelector('.suggestion');
        const rect = card.getBoundingClientRect();
        return card.textContent.includes(arguments[0]) && rect.height > 0
            && getComputedStyle(card).visibility === 'visible'
            && rect.top >= 0 && rect.bottom <= innerHeight
            && rect.left >= 0 && rect.right <= innerWidth;";
    page.waits_for(&format!("a card that says “{words}”"), script, vec![json!(words)]).await
}

async fn sees_no_card(page: &Page) -> Result<()> {
    let script = "return document.querySelector('.suggestion').hidden;";
    page.waits_for("no card beside the text", script, vec![]).await
}

async fn says(page: &Page, words: &str) -> Result<()> {
    let script =
        "return document.querySelector('[aria-live=polite]').textContent.includes(arguments[0]);";
    page.waits_for(&format!("“{words}” to be said"), script, vec![json!(words)]).await
}

async fn annotations(page: &Page) -> Result<Vec<Value>> {
    let (_, file) = download(page).await?;
    let file: Value = serde_json::from_slice(&file)?;
    Ok(file["annotations"].as_array().context("no annotations")?.clone())
}

/// Suggestions are seen after pasting; Tab walks them and leaves at the end, Enter accepts one, and
/// undo takes it back whole.
pub(crate) async fn tab_walks_and_enter_accepts(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.resize(1280, 900).await?;
    bring(page, TIDE).await?;
    sees_drawn(page, [3, 1, 3, 3]).await?;
    ensure!(annotations(page).await?.is_empty(), "nothing is in the file before it is accepted");
    page.tabs_to("Text of the article").await?;
    page.press("Tab").await?;
    sees_card(page, "Suggested claim, by Harbour master Ida Brock").await?;
    page.press("Tab").await?;
    sees_card(page, "she → Harbour master Ida Brock, named one sentence before").await?;
    says(page, "Suggested quote").await?;
    page.press("Enter").await?;
    page.sees_label("quote", "“We waited for the tide,”“It never came.”").await?;
    page.sees_label("attribution", "she said").await?;
    sees_no_card(page).await?;
    let all = annotations(page).await?;
    let [quote, attribution] = all.as_slice() else {
        anyhow::bail!("two annotations are wanted: {all:#?}");
    };
    ensure!(quote["target"].as_array().is_some_and(|own| own.len() == 2), "{quote:#}");
    for own in &all {
        ensure!(own["origin"] == "suggested" && own["rule"] == "en.post-posed-cue", "{own:#}");
    }
    ensure!(attribution["contents"] == json!([quote["id"]]), "{attribution:#}");
    ensure!(attribution["source"][0][0]["exact"] == "she", "{attribution:#}");
    ensure!(attribution["cue"][0][0]["exact"] == "said", "{attribution:#}");
    page.press("Control+z").await?;
    ensure!(annotations(page).await?.is_empty(), "undo takes it back whole");
    sees_drawn(page, [3, 1, 3, 3]).await?;

    page.click_text("Nobody was there").await?;
    page.press("Tab").await?;
    sees_card(page, "Suggested quote, by Tom Reyes").await?;
    page.press("Shift+Tab").await?;
    sees_card(page, "she said").await?;
    page.press("Tab").await?;
    sees_card(page, "Tom Reyes").await?;
    // Its keys are those of the text: who leaves that does not see it, and finds it again.
    page.press("Tab").await?;
    let gone =
        "return getComputedStyle(document.querySelector('.suggestion')).visibility !== 'visible';";
    page.waits_for("no card outside of the text", gone, vec![]).await?;
    page.press("Shift+Tab").await?;
    sees_card(page, "Tom Reyes").await?;
    page.press("e").await?;
    page.sees_label("quote", "“The tide is not ours to keep,”").await?;
    page.sees_element(".handle").await?;
    page.press("Alt+Shift+ArrowLeft").await?;
    page.sees_label("quote", "“The tide is not ours to keep").await?;
    leaves(page).await
}

/// Tab leaves the text: behind the last suggestion, and anywhere after Escape.
async fn leaves(page: &Page) -> Result<()> {
    let outside = "return document.activeElement !== document.querySelector('article.text');";
    let inside = "return document.activeElement === document.querySelector('article.text');";
    page.press("Escape").await?;
    page.press("Control+End").await?;
    page.waits_for("the focus in the text", inside, vec![]).await?;
    page.press("Tab").await?;
    page.waits_for("the focus outside of the text, behind the last", outside, vec![]).await?;
    page.press("Shift+Tab").await?;
    page.waits_for("the focus in the text again", inside, vec![]).await?;
    page.press("Control+Home").await?;
    page.press("Tab").await?;
    sees_card(page, "Suggested claim").await?;
    page.press("Escape").await?;
    sees_no_card(page).await?;
    page.press("Tab").await?;
    page.waits_for("the focus outside of the text, after Escape", outside, vec![]).await
}

/// What is rejected is not proposed again after a reload, and comes back by undo.
pub(crate) async fn what_is_rejected_stays_so(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, TIDE).await?;
    page.click_text("The tide is not ours").await?;
    sees_card(page, "Tom Reyes").await?;
    page.press("Backspace").await?;
    page.sees("Rejected the suggestion.").await?;
    sees_drawn(page, [2, 1, 2, 2]).await?;
    is_saved(page).await?;
    page.reload().await?;
    page.sees_element("article p").await?;
    sees_drawn(page, [2, 1, 2, 2]).await?;
    page.press("Control+z").await?;
    sees_drawn(page, [3, 1, 3, 3]).await
}

/// All sure ones are one step; what is marked by hand is not suggested; the rest and none can be
/// asked for.
pub(crate) async fn all_sure_ones_are_accepted_at_once(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, TIDE).await?;
    page.click("Accept 3 sure ones").await?;
    page.sees("Accepted 3 suggestions.").await?;
    page.sees_label("claim", "the gates will open on Friday").await?;
    page.sees_label("attribution", "said Tom Reyes").await?;
    sees_drawn(page, [0, 0, 0, 0]).await?;
    page.press("Control+z").await?;
    ensure!(annotations(page).await?.is_empty(), "all are undone at once");
    tag(page, "quote", "“It never came.”").await?;
    sees_drawn(page, [2, 1, 3, 3]).await?;
    page.press("Escape").await?;
    page.click("Show 1 more").await?;
    sees_drawn(page, [2, 2, 4, 4]).await?;
    page.click("Show fewer").await?;
    sees_drawn(page, [2, 1, 3, 3]).await?;
    page.click("Suggestions").await?;
    sees_drawn(page, [0, 0, 0, 0]).await?;
    page.reload().await?;
    page.sees_label("quote", "“It never came.”").await?;
    sees_drawn(page, [0, 0, 0, 0]).await?;
    page.click("Suggestions").await?;
    sees_drawn(page, [2, 1, 3, 3]).await
}

/// A German article, by the pointer alone and on a narrow page.
pub(crate) async fn a_german_article_is_read(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.resize(390, 844).await?;
    bring(page, FLUT).await?;
    sees_drawn(page, [1, 0, 1, 1]).await?;
    page.click_text("auf die Flut").await?;
    sees_card(page, "Hafenmeisterin Ida Brock").await?;
    page.click("Accept").await?;
    page.sees_label("quote", "„Wir haben auf die Flut gewartet“").await?;
    let all = annotations(page).await?;
    ensure!(all.iter().all(|own| own["rule"] == "de.post-posed-cue"), "{all:#?}");
    Ok(())
}

/// Suggestions, the card of one and what is left after one was accepted, in light and dark.
pub(crate) async fn every_state_is_accessible(page: &mut Page) -> Result<()> {
    for dark in [false, true] {
        page.start_again_with(Wishes { dark, ..Wishes::default() }).await?;
        page.open().await?;
        page.resize(1280, 900).await?;
        if !dark {
            bring(page, TIDE).await?;
        } else {
            page.click("Port opens late").await?;
        }
        page.sees("Show 1 more").await?;
        page.is_accessible().await.context("suggestions in the text")?;
        page.click_text("We waited").await?;
        sees_card(page, "she said").await?;
        page.is_accessible().await.context("the card of a suggestion, wide")?;
        page.resize(390, 844).await?;
        page.is_accessible().await.context("the card of a suggestion, narrow")?;
        page.click("Reject").await?;
        page.is_accessible().await.context("after it was rejected")?;
        page.press("Control+z").await?;
        is_saved(page).await?;
    }
    Ok(())
}
