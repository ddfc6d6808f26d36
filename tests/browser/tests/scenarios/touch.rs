//! Touch: a narrow page used with a finger, list and article in one screen.

use super::desk::{BRIDGE, bring, sees_chosen};
use anyhow::Result;
use browser_tests::Page;
use serde_json::json;

const QUOTE: &str = "“We will build it this year,”";
const CLAIM: &str = "The river is 300 metres wide there";

/// Words are tagged by the toolbar, found again by a tap, and the sheet never covers them.
pub(crate) async fn a_narrow_page_is_worked_by_finger(page: &mut Page) -> Result<()> {
    page.resize(390, 720).await?;
    page.open().await?;
    bring(page, BRIDGE).await?;
    for (label, words) in [("Quote", QUOTE), ("Claim", CLAIM)] {
        page.select(words).await?;
        page.sees_element("[role=toolbar]").await?;
        page.tap(&format!("{label} {}", &label[..1])).await?;
        page.sees_label(&label.to_lowercase(), words).await?;
        sees_chosen(page, words).await?;
        is_clear_of_the_sheet(page, words).await?;
        page.tap("Close the card").await?;
    }
    page.tap_text("“We will").await?;
    sees_chosen(page, QUOTE).await?;
    page.tap("List").await?;
    page.tap("claim needs a second look The river").await?;
    sees_chosen(page, CLAIM).await?;
    is_clear_of_the_sheet(page, CLAIM).await
}

/// Waits until the mark of `words` is seen whole, above the sheet and below the bar.
async fn is_clear_of_the_sheet(page: &Page, words: &str) -> Result<()> {
    let script = "
        const mark = [...document.querySelectorAll('article mark')].find((it) => it.textContent === arguments[0]);
        const box = mark?.getBoundingClientRect();
        const sheet = document.querySelector('aside').getBoundingClientRect();
        const bar = document.querySelector('header').getBoundingClientRect();
        return box && box.top >= bar.bottom && box.bottom <= sheet.top;";
    page.waits_for(&format!("“{words}” clear of the sheet"), script, vec![json!(words)]).await
}
