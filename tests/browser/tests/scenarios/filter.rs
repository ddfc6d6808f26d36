//! The filter of the list, by keys, by mouse and by finger, and labels hidden in the text.

use super::desk::{BRIDGE, bring, listed, sees_chosen, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::json;

const QUOTE: &str = "“We will build it this year,”";
const SAID: &str = "Mayor Ana Kerr said on Monday";
const CLAIM: &str = "The river is 300 metres wide there";
const FILTER: &str = "Filter the list";
const LEGEND: &str = "Labels shown in the text";

async fn marked(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "attribution", SAID).await?;
    tag(page, "claim", CLAIM).await?;
    page.fill("Note", "ask the harbour office").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    Ok(())
}

async fn lists(page: &Page, wanted: &[&str]) -> Result<()> {
    let script = "
        const cards = [...document.querySelectorAll('aside ol > li')].filter((it) => it.checkVisibility());
        return JSON.stringify(cards.map((it) => it.querySelector('.excerpt').textContent)) === arguments[0];";
    let wanted = serde_json::to_string(wanted)?;
    let waited = page.waits_for("the list", script, vec![json!(wanted)]).await;
    ensure!(waited.is_ok(), "the list shows {:?} instead of {wanted}", listed(page).await?);
    Ok(())
}

async fn has_focus(page: &Page, words: &str) -> Result<()> {
    let script = "const own = document.activeElement;
        return (own.getAttribute('aria-label') ?? own.textContent) === arguments[0];";
    page.waits_for(&format!("the focus on “{words}”"), script, vec![json!(words)]).await
}

/// By keys alone: what fits is listed, told and stepped through; what is hidden is seen while it
/// is chosen; nothing that fits is said, with a way out.
pub(crate) async fn the_list_is_filtered_by_keys(page: &mut Page) -> Result<()> {
    marked(page).await?;
    page.press("i").await?;
    has_focus(page, "Claim").await?;
    page.press("Tab").await?;
    page.press("Space").await?;
    page.sees("1 of 3 shown").await?;
    lists(page, &[QUOTE]).await?;
    page.press("n").await?;
    sees_chosen(page, QUOTE).await?;
    page.press("n").await?;
    sees_chosen(page, QUOTE).await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    tag(page, "claim", "Critics doubt that").await?;
    lists(page, &[QUOTE, "Critics doubt that"]).await?;
    page.sees("1 of 4 shown").await?;
    page.press("n").await?;
    lists(page, &[QUOTE]).await?;
    page.press("i").await?;
    page.press("i").await?;
    page.tabs_to("With a note").await?;
    page.press("Enter").await?;
    page.sees("None of the 4 annotations fits the filter.").await?;
    page.tabs_to("Show all").await?;
    page.press("Enter").await?;
    page.sees("The list shows all annotations.").await?;
    has_focus(page, FILTER).await?;
    page.tabs_to("Source").await?;
    page.types("ana kerr").await?;
    page.press("Enter").await?;
    page.sees("None of the 4").await?;
    page.press("Escape").await?;
    has_focus(page, FILTER).await?;
    page.sees_no("Source").await?;
    page.press("Escape").await?;
    has_focus_on_text(page).await?;
    page.press("Control+z").await?;
    page.sees_no_label("claim", "Critics doubt that").await?;
    page.sees("None of the 3").await
}

async fn has_focus_on_text(page: &Page) -> Result<()> {
    page.waits_for("the text", "return document.activeElement.matches('article');", vec![]).await
}

/// Cards stay beside their lines when the filter opens above them and closes.
pub(crate) async fn cards_keep_their_lines_under_the_filter(page: &mut Page) -> Result<()> {
    page.resize(1280, 800).await?;
    marked(page).await?;
    beside(page).await?;
    page.press("i").await?;
    has_focus(page, "Claim").await?;
    beside(page).await?;
    page.press("Escape").await?;
    has_focus(page, FILTER).await?;
    beside(page).await
}

/// Waits until the card that no other crowds stands where its mark does.
async fn beside(page: &Page) -> Result<()> {
    let script = "
        const top = (it) => it.getClientRects()[0].top;
        return Math.abs(top(document.querySelector('aside .card[data-label=claim]'))
            - top(document.querySelector('article mark[data-label=claim]'))) < 3;";
    page.waits_for("the card beside its line", script, vec![]).await
}

/// By mouse, and by finger on a narrow page: facets go together, and the list is beside them.
pub(crate) async fn the_list_is_filtered_by_hand(page: &mut Page) -> Result<()> {
    marked(page).await?;
    page.click(FILTER).await?;
    page.click_in(FILTER, "Not linked").await?;
    page.sees("3 of 3 shown").await?;
    page.click_in(FILTER, "Attribution").await?;
    page.sees("1 of 3 shown").await?;
    lists(page, &[SAID]).await?;
    page.click("Show all").await?;
    lists(page, &[QUOTE, SAID, CLAIM]).await?;
    page.click(FILTER).await?;
    page.resize(390, 720).await?;
    page.tap(FILTER).await?;
    lists(page, &[QUOTE, SAID, CLAIM]).await?;
    page.tap("With a note").await?;
    page.sees("1 of 3 shown").await?;
    lists(page, &[CLAIM]).await?;
    page.tap(FILTER).await?;
    lists(page, &[]).await?;
    page.sees("1 of 3 shown").await?;
    page.tap("Show all").await?;
    page.sees_no("1 of 3 shown").await
}

/// A label is hidden by its key in the legend: no mark of it is seen or clicked, the list has it.
pub(crate) async fn a_label_is_hidden_in_the_text(page: &mut Page) -> Result<()> {
    marked(page).await?;
    tag(page, "quote", "300 metres").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    page.click_in(LEGEND, "Claim").await?;
    page.sees("The text no longer shows marks of “claim”").await?;
    let seen = "const marks = [...document.querySelectorAll('article mark')];
        const seen = marks.filter((it) => getComputedStyle(it).textDecorationLine.includes('underline'));
        return JSON.stringify([...new Set(seen.map((it) => it.dataset.label))].sort()) === arguments[0];";
    page.waits_for("two labels", seen, vec![json!(r#"["attribution","quote"]"#)]).await?;
    page.click_text("The river is").await?;
    page.waits_for(
        "no open card",
        "return !document.querySelector('aside li[aria-current]');",
        vec![],
    )
    .await?;
    // A further click would go to the claim around it, were that seen.
    for _ in 0..2 {
        page.click_text("metres").await?;
        sees_chosen(page, "300 metres").await?;
    }
    page.press("Escape").await?;
    lists(page, &[QUOTE, SAID, CLAIM, "300 metres"]).await?;
    page.click_in(LEGEND, "Claim").await?;
    page.sees("The text shows marks of “claim” again.").await?;
    let all = vec![json!(r#"["attribution","claim","quote"]"#)];
    page.waits_for("three labels", seen, all).await?;
    page.click_text("The river is").await?;
    sees_chosen(page, CLAIM).await
}
