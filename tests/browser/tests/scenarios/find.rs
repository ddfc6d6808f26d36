//! Finding by the page's own bar, and tagging the same words wherever they stand.

use super::desk::{BRIDGE, bring, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::json;

/// The words lit up under a name, by the ranges of its highlight.
const LIT: &str = "return [...(CSS.highlights.get(arguments[0]) ?? [])].map(String);";

async fn lights_up(page: &Page, name: &str, words: &[&str]) -> Result<()> {
    let script = format!(
        "const lit = (() => {{ {LIT} }}).apply(null, arguments); return JSON.stringify(lit) === arguments[1];"
    );
    let wanted = serde_json::to_string(words)?;
    let waited = page.waits_for("lit words", &script, vec![json!(name), json!(wanted)]).await;
    let lit = page.script(LIT, vec![json!(name)]).await?;
    ensure!(waited.is_ok(), "lit as {name}: {lit} instead of {wanted}");
    Ok(())
}

async fn has_focus(page: &Page, selector: &str) -> Result<()> {
    let script = "return document.activeElement.matches(arguments[0]);";
    page.waits_for(&format!("the focus on {selector}"), script, vec![json!(selector)]).await
}

/// Keys lead from hit to hit, and back to the text with the hit selected.
pub(crate) async fn hits_are_stepped_through(page: &mut Page) -> Result<()> {
    seek_in_long(page).await?;
    page.types("CITY").await?;
    page.sees("1 of 2").await?;
    lights_up(page, "here", &["city"]).await?;
    page.press("Enter").await?;
    page.sees("2 of 2").await?;
    page.waits_for(
        "the last hit in view",
        "const [hit] = CSS.highlights.get('here') ?? [];
        const rect = hit?.getBoundingClientRect();
        return !!rect && rect.top > 100 && rect.bottom < innerHeight;",
        vec![],
    )
    .await?;
    page.press("Shift+Enter").await?;
    page.sees("1 of 2").await?;
    page.press("F3").await?;
    page.sees("2 of 2").await?;
    page.types("x").await?;
    page.sees("Nothing found").await?;
    page.press("Backspace").await?;
    page.sees("2 of 2").await?;
    page.press("Escape").await?;
    has_focus(page, "article").await?;
    ensure!(page.selected().await? == "city", "selected: {}", page.selected().await?);
    page.press("c").await?;
    page.sees_label("claim", "city").await?;
    page.press("Control+f").await?;
    page.click("Match case").await?;
    page.click("Whole words").await?;
    page.fill("Find in text, notes and sources", "Kerr").await?;
    page.sees("of 2").await?;
    page.fill("Find in text, notes and sources", "Ker").await?;
    page.sees("Nothing found").await?;
    page.click("Close the find bar").await?;
    page.sees_no("Nothing found").await
}

/// Opens the find bar over an article that begins and ends with the city.
async fn seek_in_long(page: &mut Page) -> Result<()> {
    page.open().await?;
    let long = format!("{BRIDGE}\n\n{}Kerr left the city.", "Nobody was there.\n\n".repeat(300));
    bring(page, &long).await?;
    page.press("Control+f").await
}

/// Whoever steps fast from a hit far away to another comes to the last one, and stays there.
pub(crate) async fn fast_steps_end_at_the_last(page: &mut Page) -> Result<()> {
    seek_in_long(page).await?;
    page.types("city").await?;
    page.sees("1 of 2").await?;
    // Each step begins while the last one still makes sure of its place.
    let steps = "
        const done = arguments[arguments.length - 1];
        const field = document.activeElement;
        const press = (shiftKey) => field.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', shiftKey, bubbles: true, cancelable: true }));
        press(false);
        setTimeout(() => {
            // Where all is laid out: the last step has nothing to make sure of.
            const y = scrollY;
            press(true);
            scrollTo(0, y);
            press(false);
            setTimeout(() => {
                const [hit] = CSS.highlights.get('here') ?? [];
                const rect = hit?.getBoundingClientRect();
                done(!!rect && rect.top > 0 && rect.bottom < innerHeight);
            }, 600);
        }, 600);";
    let stayed = page.async_script(steps, vec![]).await?;
    ensure!(stayed == json!(true), "an earlier step went on after the last");
    Ok(())
}

/// A regular expression is sought by a switch; what is none is told with the place, and typed on.
pub(crate) async fn expressions_are_sought(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    page.press("Control+f").await?;
    page.types(r"[A-Z]\w+ Kerr|said").await?;
    page.sees("Nothing found").await?;
    page.tabs_to("Regular expression").await?;
    page.press("Space").await?;
    page.sees("1 of 2").await?;
    lights_up(page, "here", &["Ana Kerr"]).await?;
    page.fill("Find in text, notes and sources", "(Mayor|Critics").await?;
    page.sees("No regular expression yet: “(”, character 1, is not closed.").await?;
    lights_up(page, "found", &[]).await?;
    page.is_accessible().await?;
    page.press("End").await?;
    page.types(")").await?;
    page.sees("1 of 3").await?;
    page.sees_no("No regular expression").await?;
    page.press("Enter").await?;
    page.sees("2 of 3").await?;
    page.press("Escape").await?;
    has_focus(page, "article").await?;
    ensure!(page.selected().await? == "Mayor", "selected: {}", page.selected().await?);
    Ok(())
}

/// What stands in a note is found, and its card opens.
pub(crate) async fn notes_are_found(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "claim", "The river is 300 metres wide there").await?;
    page.press("Escape").await?;
    page.click_text("300 metres").await?;
    page.sees_element("[aria-current] textarea").await?;
    page.fill("Note", "ask the harbour office").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    page.press("Control+f").await?;
    page.types("harbour").await?;
    page.sees("1 of 1, in a note").await?;
    page.sees_element("[aria-current] textarea").await?;
    has_focus(page, "input").await
}

/// All places of the selected words are seen, tagged in one step, and untagged in one.
pub(crate) async fn every_place_is_tagged_at_once(page: &mut Page) -> Result<()> {
    page.open().await?;
    let text = "The ferry\n\nA ferry left. The ferry’s horn blew; two ferries met. Ferry!";
    bring(page, text).await?;
    page.select("A ferry").await?;
    page.press("Escape").await?;
    page.double_click("ferry").await?;
    page.click("All 4").await?;
    page.sees("4 places are lit up").await?;
    lights_up(page, "alike", &["ferry", "ferry", "ferry", "Ferry"]).await?;
    page.click("Match case").await?;
    page.sees("3 places are lit up").await?;
    page.click("Match case").await?;
    page.press("c").await?;
    page.sees("Tagged 4 places as claim.").await?;
    let tagged = page.labelled("claim").await?;
    ensure!(tagged == ["ferry", "ferry", "ferry", "Ferry"], "{tagged:?}");
    lights_up(page, "alike", &[]).await?;
    page.press("Control+z").await?;
    page.sees_no_label("claim", "Ferry").await?;
    ensure!(page.labelled("claim").await?.is_empty(), "some are still tagged");
    Ok(())
}
