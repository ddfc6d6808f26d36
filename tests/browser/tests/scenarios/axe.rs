//! Accessibility: axe-core finds nothing in any state of the page, light and dark, wide and narrow.

use super::desk::{BRIDGE, is_saved, paste};
use anyhow::{Context, Result};
use browser_tests::{Page, Wishes};

/// Every state in light colours.
pub(crate) async fn every_light_state_is_accessible(page: &mut Page) -> Result<()> {
    every_state(page).await
}

/// Every state in dark colours.
pub(crate) async fn every_dark_state_is_accessible(page: &mut Page) -> Result<()> {
    page.start_again_with(Wishes { dark: true, ..Wishes::default() }).await?;
    every_state(page).await
}

async fn every_state(page: &mut Page) -> Result<()> {
    page.open_after(
        "WebAssembly.instantiate = WebAssembly.instantiateStreaming = () => new Promise(() => {});",
    )
    .await?;
    page.resize(1280, 900).await?;
    page.sees("Opening…").await?;
    look(page, "opening").await?;
    page.open().await?;
    page.sees("Who said what?").await?;
    look(page, "the empty start").await?;
    page.click("Help").await?;
    look(page, "help").await?;
    page.press("Escape").await?;
    let furniture = format!("Log in\n\n{BRIDGE}\n\n© 2024 The Courier. All rights reserved.");
    paste(page, &furniture, None).await?;
    look(page, "the preview").await?;
    page.click("Start annotating").await?;
    page.sees("Nothing is marked yet").await?;
    look(page, "an article without marks").await?;
    page.click("Details").await?;
    look(page, "details").await?;
    page.click("Done").await?;
    page.click("Other formats").await?;
    page.click("CSV").await?;
    look(page, "the formats of other programs").await?;
    page.press("Escape").await?;
    for (key, text) in [
        ("q", "“We will build it this year,” Mayor Ana Kerr said"),
        ("a", "Mayor Ana Kerr said on Monday"),
        ("c", "Ana Kerr"),
        ("c", "it this year"),
    ] {
        page.select(text).await?;
        page.press(key).await?;
    }
    page.sees("Tagged as claim").await?;
    page.click_text("said on").await?;
    look(page, "an open card with proposals and problems").await?;
    page.click("Accept all").await?;
    page.click("Attributes").await?;
    look(page, "an open card with all that is said of it").await?;
    page.click("Link…").await?;
    look(page, "a link that was started").await?;
    page.press("Escape").await?;
    page.click("Speakers").await?;
    page.click_selector("[data-part=register] summary").await?;
    look(page, "the speakers").await?;
    page.press("Escape").await?;
    page.select("Critics").await?;
    page.press("c").await?;
    page.sees("Tagged as claim").await?;
    look(page, "overlapping marks, an open card and a notice").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    page.sees_no("Tagged as claim").await?;
    look(page, "overlapping marks").await?;
    page.click_in("Labels shown in the text", "Claim").await?;
    page.click("Filter the list").await?;
    page.click_in("Filter the list", "Quote").await?;
    page.sees("1 of 5 shown").await?;
    look(page, "a filtered list and a hidden label").await?;
    page.click_in("Filter the list", "With a note").await?;
    page.sees("None of the 5").await?;
    look(page, "a list in which nothing fits the filter").await?;
    page.click("Show all").await?;
    page.click("Filter the list").await?;
    page.click_in("Labels shown in the text", "Claim").await?;
    page.select("The river is 300 metres").await?;
    page.sees_element("[role=toolbar]").await?;
    look(page, "the toolbar").await?;
    page.press("Escape").await?;
    page.press("Control+f").await?;
    page.types("mayor").await?;
    page.sees("1 of").await?;
    look(page, "the find bar").await?;
    page.press("Escape").await?;
    page.press("o").await?;
    page.sees("are lit up").await?;
    look(page, "the places of the selected words").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    is_saved(page).await?;
    page.open_tab().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees("Edit here").await?;
    page.resize(1280, 900).await?;
    look(page, "an article that is edited in another tab").await?;
    page.click("Articles").await?;
    look(page, "the start with articles").await?;
    page.click("Rename: Mayor promises a bridge").await?;
    look(page, "rename").await?;
    page.press("Escape").await?;
    page.click("Delete: Mayor promises a bridge").await?;
    page.click("Recently deleted").await?;
    look(page, "the start with deleted articles").await?;
    page.click("Delete for good: Mayor promises a bridge").await?;
    look(page, "a deletion for good that is asked about").await
}

/// Looks at the page as it is, 1280 and 390 pixels wide.
async fn look(page: &Page, state: &str) -> Result<()> {
    page.is_accessible().await.with_context(|| format!("{state}, wide"))?;
    page.resize(390, 844).await?;
    page.is_accessible().await.with_context(|| format!("{state}, narrow"))?;
    page.resize(1280, 900).await
}
