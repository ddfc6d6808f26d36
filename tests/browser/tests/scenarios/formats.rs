//! The formats of other programs: chosen in a dialog, downloaded, and opened again.

use super::desk::{BRIDGE, bring, is_saved, tag};
use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde_json::Value;

const QUOTE: &str = "“We will build it this year,”";
const CLAIM: &str = "The river is 300 metres wide there";

/// Downloads the open article in the format of that name.
async fn export(page: &Page, format: &str) -> Result<(String, Vec<u8>)> {
    page.click("Other formats").await?;
    page.click(format).await?;
    page.click("Download in this format").await?;
    page.downloaded().await
}

async fn with_marks(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "claim", CLAIM).await?;
    page.press("Escape").await?;
    is_saved(page).await
}

/// The dialog says what a format is for and what it cannot carry, and gives the file.
pub(crate) async fn an_article_is_downloaded_in_other_formats(page: &mut Page) -> Result<()> {
    with_marks(page).await?;
    page.click("Other formats").await?;
    page.sees("It carries everything this article has.").await?;
    page.click("CoNLL, IOB2").await?;
    page.sees("for sequence taggers and seqeval").await?;
    page.sees("2 details of the article").await?;
    page.click("Download in this format").await?;
    let (name, file) = page.downloaded().await?;
    ensure!(name == "Mayor promises a bridge.conll", "{name}");
    ensure!(String::from_utf8(file)?.contains("\tB-"), "no span begins");
    let (name, file) = export(page, "JSON Lines").await?;
    ensure!(name == "Mayor promises a bridge.jsonl", "{name}");
    let line: Value = serde_json::from_slice(&file).context("no JSON")?;
    ensure!(line["text"].as_str().is_some_and(|text| text.contains("Critics")), "{line}");
    Ok(())
}

/// What was downloaded for brat and for the Web opens again, by its content.
pub(crate) async fn files_of_other_formats_open(page: &mut Page) -> Result<()> {
    with_marks(page).await?;
    for format in ["brat standoff", "W3C Web Annotation for Recogito and Hypothesis"] {
        let (name, file) = export(page, format).await?;
        ensure!(name == "Mayor promises a bridge.zip", "{name}");
        page.click("Articles").await?;
        page.sees("Your articles").await?;
        page.chooses_file(&name, &file).await?;
        page.sees_label("quote", QUOTE).await?;
        page.sees_label("claim", CLAIM).await?;
        is_saved(page).await?;
    }
    Ok(())
}

/// Annotations without their text are placed over the open article; what fits nowhere is listed.
pub(crate) async fn annotations_find_their_words(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    is_saved(page).await?;
    let standoff = "T1\tQuote 0 28\t“We will build it this year,”\nT2\tClaim 3 9\tabsent\n";
    page.chooses_file("bridge.ann", standoff.as_bytes()).await?;
    page.sees("“absent” does not stand in this text; it was left out.").await?;
    page.click("Go on").await?;
    page.sees_label("quote", QUOTE).await
}
