//! Storage refused: the page says so in a sentence, work goes on, and the download works.

use super::desk::{BRIDGE, bring, download, spans, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

const GO_ON: &str = "You can go on working; download the annotation file to keep your work.";

/// Works as if nothing were wrong, and takes the file away.
async fn works(page: &Page) -> Result<()> {
    bring(page, BRIDGE).await?;
    tag(page, "quote", "“We will build it this year,”").await?;
    page.sees(GO_ON).await?;
    tag(page, "claim", "Critics doubt that.").await?;
    page.press("Control+z").await?;
    page.sees_no_label("claim", "Critics doubt that.").await?;
    let (_, content) = download(page).await?;
    ensure!(spans(&content)?.len() == 1, "the file holds {:?}", spans(&content)?);
    page.is_accessible().await
}

/// A browser that has no storage at all.
pub(crate) async fn without_storage_work_goes_on(page: &mut Page) -> Result<()> {
    page.open_after("Object.defineProperty(window, 'indexedDB', { value: undefined });").await?;
    page.sees("Who said what?").await?;
    page.sees("This browser does not let the page keep anything").await?;
    works(page).await
}

/// A browser that refuses to open it, as some do in private windows.
pub(crate) async fn when_storage_is_refused_work_goes_on(page: &mut Page) -> Result<()> {
    page.open_after(
        "IDBFactory.prototype.open = () => { throw new DOMException('The operation is insecure.', 'SecurityError'); };",
    )
    .await?;
    page.sees("Who said what?").await?;
    works(page).await
}

/// A browser whose storage is full says so, and keeps the work once there is room.
pub(crate) async fn when_storage_is_full_work_goes_on(page: &mut Page) -> Result<()> {
    page.open_after(
        "for (const name of ['put', 'add']) {
            const real = IDBObjectStore.prototype[name];
            IDBObjectStore.prototype[name] = function (...values) {
                if (window.isFull) throw new DOMException('No room.', 'QuotaExceededError');
                return real.apply(this, values);
            };
        }
        window.isFull = true;",
    )
    .await?;
    page.sees("Who said what?").await?;
    works(page).await?;
    page.sees("Not saved").await?;
    page.script("window.isFull = false;", vec![]).await?;
    page.click("Try again").await?;
    page.sees("Saved in this browser").await?;
    page.sees_no(GO_ON).await?;
    page.open().await?;
    page.click("Mayor promises a bridge").await?;
    page.sees_label("quote", "“We will build it this year,”").await
}
