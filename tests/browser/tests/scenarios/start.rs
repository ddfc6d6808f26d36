//! The page opens and is ready.

use anyhow::Result;
use browser_tests::Page;

/// A user opens the address and sees the page.
pub(crate) async fn the_page_opens(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.sees("Who said what?").await?;
    page.is_accessible().await
}
