//! The steps that many scenarios begin or end with, in a user's words.
//!
//! Owns no proof: it brings articles in, tags words and reads the annotation file as a program of
//! another language would, by code points.

use anyhow::{Context, Result, ensure};
use browser_tests::{Page, Pasted};
use serde_json::{Value, json};

/// An article with a quote, attributions and claims to mark.
pub(crate) const BRIDGE: &str = "Mayor promises a bridge\n\n\
    “We will build it this year,” Mayor Ana Kerr said on Monday. Critics doubt that.\n\n\
    The river is 300 metres wide there, according to city engineers.";

/// Starts annotating the sample article.
pub(crate) async fn open_sample(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample article").await?;
    page.sees("Is this the article?").await?;
    page.click("Start annotating").await?;
    page.sees_element("article").await
}

/// Pastes `text` on the start view, up to the preview.
pub(crate) async fn paste(page: &Page, text: &str, html: Option<&str>) -> Result<()> {
    page.click("Paste or type an article").await?;
    page.pastes(Pasted { text, html }).await?;
    page.sees("Is this the article?").await
}

/// Pastes `text` on the start view and starts annotating it.
pub(crate) async fn bring(page: &Page, text: &str) -> Result<()> {
    paste(page, text, None).await?;
    page.click("Start annotating").await?;
    page.sees_element("article").await
}

/// Deletes the article of that title for good, from the start view.
pub(crate) async fn delete_for_good(page: &Page, title: &str) -> Result<()> {
    page.click(&format!("Delete: {title}")).await?;
    page.sees(&format!("Deleted “{title}”.")).await?;
    page.click("Put this message away").await?;
    page.click("Recently deleted").await?;
    page.click(&format!("Delete for good: {title}")).await?;
    page.click("Really delete?").await?;
    page.sees(&format!("Deleted “{title}” for good.")).await?;
    page.sees_no("Recently deleted").await
}

/// Selects `text` by mouse and tags it by key.
pub(crate) async fn tag(page: &Page, label: &str, text: &str) -> Result<()> {
    page.select(text).await?;
    page.sees_element("[role=toolbar]").await?;
    page.press(&label[..1]).await?;
    page.sees_label(label, text).await
}

/// Waits until the page says that the work is kept.
pub(crate) async fn is_saved(page: &Page) -> Result<()> {
    let script =
        "return document.querySelector('header').textContent.includes('Saved in this browser');";
    page.waits_for("“Saved in this browser”", script, vec![]).await
}

/// Lists the words of the annotations as the list beside the article shows them, from the top.
pub(crate) async fn listed(page: &Page) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('aside .card')].filter((it) => it.checkVisibility())
        .map((it) => it.querySelector('.excerpt').textContent);";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}

/// Waits until the notes in the list are `wanted`, from the top.
pub(crate) async fn notes(page: &Page, wanted: &[&str]) -> Result<()> {
    let script = "const notes = [...document.querySelectorAll('aside li textarea')].map((it) => it.value).filter(Boolean);
        return JSON.stringify(notes) === JSON.stringify(arguments[0]);";
    page.waits_for(&format!("the notes {wanted:?}"), script, vec![json!(wanted)]).await
}

/// Waits until the open card of the list is that of `text`.
pub(crate) async fn sees_chosen(page: &Page, text: &str) -> Result<()> {
    let script = "return document.querySelector('aside li[aria-current] .excerpt')?.textContent === arguments[0];";
    page.waits_for(&format!("the open card of “{text}”"), script, vec![json!(text)]).await
}

/// Waits until `text` of the article stands in the window.
pub(crate) async fn sees_in_view(page: &Page, text: &str) -> Result<()> {
    let script = "
        const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(arguments[0]);
            if (at < 0) continue;
            const range = document.createRange();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + 1);
            const rect = range.getBoundingClientRect();
            return rect.top >= 0 && rect.bottom <= innerHeight;
        }
        return false;";
    page.waits_for(&format!("“{text}” in the window"), script, vec![json!(text)]).await
}

/// Downloads the annotation file and proves of every fragment in it that `text[start:end] == exact`.
pub(crate) async fn download(page: &Page) -> Result<(String, Vec<u8>)> {
    page.click("Download").await?;
    let (name, content) = page.downloaded().await?;
    ensure!(name.ends_with(".ascribe.json"), "the file is called {name}");
    let file: Value = serde_json::from_slice(&content).context("the file is no JSON")?;
    let text: Vec<char> = file["document"]["text"].as_str().context("no text")?.chars().collect();
    for fragment in annotations(&file)?.iter().filter_map(|own| own["target"].as_array()).flatten()
    {
        let offset = |key: &str| fragment[key].as_u64().and_then(|at| usize::try_from(at).ok());
        let span = offset("start").context("no start")?..offset("end").context("no end")?;
        let words: String = text.get(span).context("an offset beyond the text")?.iter().collect();
        ensure!(fragment["exact"] == json!(words), "{fragment} stands for “{words}”");
    }
    Ok((name, content))
}

/// Lists label and words of every annotation of a file.
pub(crate) fn spans(content: &[u8]) -> Result<Vec<(String, String)>> {
    let file: Value = serde_json::from_slice(content)?;
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let span = |own: &Value| (words(&own["label"]), words(&own["target"][0]["exact"]));
    Ok(annotations(&file)?.iter().map(span).collect())
}

fn annotations(file: &Value) -> Result<&Vec<Value>> {
    file["annotations"].as_array().context("the file has no annotations")
}
