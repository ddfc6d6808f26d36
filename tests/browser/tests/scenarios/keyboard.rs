//! The whole job by keys alone, from the start page to the file.

use anyhow::{Context, Result, bail, ensure};
use browser_tests::Page;
use serde_json::{Value, json};

/// What stands in the article behind the caret.
const BEHIND: &str = "
    const { focusNode, focusOffset } = getSelection();
    const range = document.createRange();
    range.setStart(focusNode, focusOffset);
    range.setEndAfter(document.querySelector('article').lastChild);
    return range.toString().slice(0, 200);";

/// What was said aloud last.
const SAID: &str = "return document.querySelector('[aria-live=polite]').textContent;";

/// The sample article is annotated without a mouse, and the file proves it.
pub(crate) async fn the_sample_is_annotated_without_a_mouse(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.sees("Who said what?").await?;
    page.tabs_to("Try the sample article").await?;
    page.press("Enter").await?;
    page.sees("Is this the article?").await?;
    page.tabs_to("Start annotating").await?;
    page.press("Enter").await?;
    page.sees_element("article").await?;
    page.tabs_to("Text of the article").await?;
    says(page, "Sentence 1 of").await?;
    caret_is_seen(page).await?;

    sentence(page, "PORT ELLERY").await?;
    goes_to(page, "Last Tuesday", "ArrowDown").await?;
    tags(
        page,
        "Shift+End",
        "Last Tuesday it left at 6:52, and half the town would like to know why.",
        "c",
    )
    .await?;
    sentence(page, "“There was soup,”").await?;
    tags(page, "Shift+ArrowRight", "“There was soup,”", "q").await?;
    tags(page, "Shift+ArrowRight", "said Capt. Ines Halloran", "a").await?;
    // The second part of the quote: back to it, then select and extend.
    page.press("p").await?;
    page.press("Escape").await?;
    goes_to(page, "“and nobody", "ArrowRight").await?;
    tags(page, "Shift+ArrowRight", "“and nobody leaves my galley hungry.”", "Shift+E").await?;
    page.sees("Added to the quote").await?;

    sentence(page, "The ferry’s owner").await?;
    tags(page, "Shift+ArrowRight", "The ferry’s owner", "a").await?;
    for _ in 0..3 {
        page.press("Alt+Shift+ArrowRight").await?;
    }
    page.press("Control+Alt+Shift+ArrowLeft").await?;
    page.press("Alt+Shift+ArrowRight").await?;
    page.press("Control+Alt+Shift+ArrowRight").await?;
    goes_to(page, "“aware of", "ArrowRight").await?;
    tags(page, "Shift+ArrowRight", "“aware of a culinary incident”", "q").await?;

    sentence(page, "“Nurses depend").await?;
    tags(page, "Shift+ArrowDown", "“Nurses depend on it. Children depend on it.", "").await?;
    page.press("Shift+ArrowDown").await?;
    tags(page, "Shift+End", "“Nurses depend on it. Children depend on it.“I depend on it myself, and I have never once been offered soup.“If there is to be soup, let there be soup for everyone, and let it be ready by 6:15.”", "q").await?;

    sentence(page, "“Ask the engine,”").await?;
    tags(page, "Shift+ArrowRight", "“Ask the engine,”", "q").await?;
    page.press("Home").await?;
    page.press("Enter").await?;
    page.press("Tab").await?;
    page.tabs_to("Note").await?;
    page.types("to whom?").await?;
    page.press("Escape").await?;
    goes_to(page, "“It can’t", "ArrowRight").await?;
    tags(page, "Shift+ArrowRight", "“It can’t lie.”", "c").await?;
    page.press("Delete").await?;
    page.sees("Deleted one claim.").await?;
    page.press("Control+Home").await?;
    page.press("PageDown").await?;
    ensure!(
        !said(page).await?.starts_with("Sentence 1 "),
        "the page did not turn: {}",
        said(page).await?
    );
    page.press("PageUp").await?;
    page.is_accessible().await?;

    page.press("Escape").await?;
    page.press("Tab").await?;
    let left = "return document.activeElement !== document.querySelector('article');";
    page.waits_for("the focus outside of the article", left, vec![]).await?;
    page.press("Control+s").await?;
    let (_, file) = page.downloaded().await?;
    let wanted = [
        "claim: Last Tuesday it left at 6:52, and half the town would like to know why.",
        "quote: “There was soup,” … “and nobody leaves my galley hungry.”",
        "attribution: said Capt. Ines Halloran",
        "attribution: The ferry’s owner, Brigid Lines Inc.",
        "quote: “aware of a culinary incident”",
        "quote: “Nurses depend on it. Children depend on it.\n\n“I depend on it myself, and I have never once been offered soup.\n\n“If there is to be soup, let there be soup for everyone, and let it be ready by 6:15.”",
        "quote: “Ask the engine,” (to whom?)",
    ];
    let written = written(&file)?;
    ensure!(written == wanted, "the file holds {written:#?}");
    Ok(())
}

/// Goes down, sentence by sentence, until one that begins so is read out.
async fn sentence(page: &Page, start: &str) -> Result<()> {
    for _ in 0..80 {
        if said(page).await?.split_once(": ").is_some_and(|(_, said)| said.starts_with(start)) {
            return goes_to(page, start, "ArrowDown").await;
        }
        page.press("ArrowDown").await?;
    }
    bail!("no sentence begins with “{start}”; the last: {}", said(page).await?)
}

/// Presses `key` until `words` stand right behind the caret.
async fn goes_to(page: &Page, words: &str, key: &str) -> Result<()> {
    for _ in 0..60 {
        let behind = page.script(BEHIND, vec![]).await?;
        if behind.as_str().unwrap_or_default().starts_with(words) {
            return Ok(());
        }
        page.press(key).await?;
    }
    bail!("the caret never comes to “{words}”")
}

/// Presses `key` until `words` are selected, then `tag`.
async fn tags(page: &Page, key: &str, words: &str, tag: &str) -> Result<()> {
    for _ in 0..60 {
        let selected = page.selected().await?.replace('\n', "");
        if selected.trim() == words {
            return if tag.is_empty() { Ok(()) } else { page.press(tag).await };
        }
        page.press(key).await?;
    }
    bail!("“{words}” is never selected but “{}”", page.selected().await?)
}

async fn said(page: &Page) -> Result<String> {
    Ok(page.script(SAID, vec![]).await?.as_str().unwrap_or_default().to_owned())
}

async fn says(page: &Page, words: &str) -> Result<()> {
    let script =
        "return document.querySelector('[aria-live=polite]').textContent.startsWith(arguments[0]);";
    page.waits_for(&format!("“{words}” to be said"), script, vec![json!(words)]).await
}

/// The caret is drawn, in the window, and stands at the words of the first sentence.
async fn caret_is_seen(page: &Page) -> Result<()> {
    let script = "
        const caret = document.querySelector('.caret');
        const rect = caret.getBoundingClientRect();
        const line = document.querySelector('article p').getBoundingClientRect();
        return getComputedStyle(caret).visibility === 'visible' && rect.height > 8
            && rect.top >= line.top - 4 && rect.bottom <= line.bottom + 4 && Math.abs(rect.left - line.left) < 6;";
    page.waits_for("the caret before the first word", script, vec![]).await
}

/// Lists the annotations of a file: label, fragments and note.
fn written(file: &[u8]) -> Result<Vec<String>> {
    let file: Value = serde_json::from_slice(file)?;
    let words = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = file["annotations"].as_array().context("no annotations")?;
    let one = |own: &Value| {
        let fragments = own["target"].as_array().into_iter().flatten();
        let fragments: Vec<String> = fragments.map(|it| words(&it["exact"])).collect();
        let note = words(&own["note"]);
        let note = if note.is_empty() { note } else { format!(" ({note})") };
        format!("{}: {}{note}", words(&own["label"]), fragments.join(" … "))
    };
    Ok(all.iter().map(one).collect())
}
