//! The words of the interface: the page speaks the language its reader's browser asks for.

use super::desk::{BRIDGE, bring, is_saved, spans, tag};
use anyhow::{Result, ensure};
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
    page.click("Mit dem Annotieren beginnen").await?;
    page.sees("Noch ist nichts markiert. Wählen Sie Wörter im Artikel aus und drücken Sie C für")
        .await?;
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

/// An Arabic article, with a name in Latin letters.
const ARABIC: &str = "رئيسة البلدية تعد بجسر جديد\n\n\
    «سنبنيه هذا العام»، قالت رئيسة البلدية سلمى حداد يوم الاثنين. ويشك منتقدون في ذلك، كما \
    كتبت صحيفة The Courier بعد الجلسة الطويلة التي حضرها سكان الضفتين.\n\n\
    ويبلغ عرض النهر هناك 300 متر، بحسب مهندسي المدينة.";

/// An article that runs from right to left is laid out so: its lines begin at the right edge, marks
/// are named above their right end, and what is dragged over is what the file holds.
pub(crate) async fn an_arabic_article_runs_from_right_to_left(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, ARABIC).await?;
    page.resize(1280, 900).await?;
    let aligned = "
        const text = document.querySelector('article');
        const right = (element) => Math.round(element.getBoundingClientRect().right);
        return getComputedStyle(text).direction === 'rtl'
            && [...text.querySelectorAll('p')].every((it) => {
                const words = document.createRange();
                words.selectNodeContents(it);
                return Math.abs(right(words) - right(text)) < 3;
            });";
    page.waits_for("lines that begin at the right edge", aligned, vec![]).await?;
    tag(page, "quote", "سنبنيه هذا العام").await?;
    tag(page, "attribution", "قالت رئيسة البلدية سلمى حداد").await?;
    tag(page, "claim", "كتبت صحيفة The Courier بعد الجلسة").await?;
    let named = "
        return [...document.querySelectorAll('mark[data-name]')].every((mark) =>
            getComputedStyle(mark, '::before').direction === 'rtl');";
    page.waits_for("names above the right end of their words", named, vec![]).await?;
    is_saved(page).await?;
    page.is_accessible().await?;
    let (_, content) = super::desk::download(page).await?;
    let found = spans(&content)?;
    ensure!(found.iter().any(|(_, words)| words == "سنبنيه هذا العام"), "{found:?}");
    Ok(())
}

/// Waits until the page says in its markup that it speaks `language`.
async fn speaks(page: &Page, language: &str) -> Result<()> {
    let script = "return document.documentElement.lang === arguments[0];";
    page.waits_for(&format!("a page in “{language}”"), script, vec![json!(language)]).await
}
