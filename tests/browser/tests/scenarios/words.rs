//! The words of the interface: the page speaks the language its reader's browser asks for.

use super::desk::BRIDGE;
use anyhow::Result;
use browser_tests::{Page, Pasted, Wishes};
use serde_json::json;

/// In a browser that asks for German, the whole job is in German: start, preview, labels above the
/// words, list, notice and help.
pub(crate) async fn a_german_browser_gets_german_words(page: &mut Page) -> Result<()> {
    page.start_again_with(Wishes { german: true, ..Wishes::default() }).await?;
    page.open().await?;
    page.sees("Wer hat was gesagt?").await?;
    speaks(page, "de").await?;
    page.is_accessible().await?;
    page.click("Artikel einfügen oder eintippen").await?;
    page.pastes(Pasted { text: BRIDGE, html: None }).await?;
    page.sees("Ist das der Artikel?").await?;
    page.click("Annotieren beginnen").await?;
    page.sees("Noch ist nichts markiert. Wörter im Artikel auswählen, dann C für").await?;
    page.select("said on Monday").await?;
    page.press("a").await?;
    page.sees_label("attribution", "said on Monday").await?;
    page.sees("Als Zuschreibung markiert: said on Monday").await?;
    page.sees_element("mark[data-name='Zuschreibung']").await?;
    page.click("Hilfe").await?;
    page.sees("So wird annotiert").await?;
    page.sees("Auswahl als Behauptung markieren").await?;
    page.is_accessible().await
}

/// Waits until the page says in its markup that it speaks `language`.
async fn speaks(page: &Page, language: &str) -> Result<()> {
    let script = "return document.documentElement.lang === arguments[0];";
    page.waits_for(&format!("a page in “{language}”"), script, vec![json!(language)]).await
}
