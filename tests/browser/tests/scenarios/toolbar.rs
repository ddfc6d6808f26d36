//! The toolbar by the selection: near its end, whole in the window, and never over selected words.

use super::desk::{bring, open_sample};
use anyhow::{Result, ensure};
use browser_tests::Page;
use serde_json::json;

/// Compares the toolbar with every line that is selected.
const LOOK: &str = "
    const toolbar = document.querySelector('[role=toolbar]');
    if (!toolbar.checkVisibility()) return 'there is no toolbar';
    const bar = toolbar.getBoundingClientRect();
    if (bar.top < 0 || bar.left < 0 || bar.bottom > innerHeight + 0.5 || bar.right > innerWidth + 0.5) {
        return `the toolbar leaves the window: ${JSON.stringify(bar)}`;
    }
    const range = getSelection().getRangeAt(0);
    const rects = [];
    const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!range.intersectsNode(node)) continue;
        const part = document.createRange();
        part.setStart(node, node === range.startContainer ? range.startOffset : 0);
        part.setEnd(node, node === range.endContainer ? range.endOffset : node.length);
        rects.push(...[...part.getClientRects()].filter((rect) => rect.width > 0.5));
    }
    // What is under the bar of the page is not seen anyway.
    const top = document.querySelector('header').getBoundingClientRect().bottom;
    const covered = rects.some((rect) =>
        rect.bottom > top && rect.left < bar.right && rect.right > bar.left && Math.max(rect.top, top) < bar.bottom && rect.bottom > bar.top);
    if (covered) return `the toolbar covers selected words: ${JSON.stringify(bar)}`;
    const end = arguments[0] === 'backwards' ? rects[0] : rects[rects.length - 1];
    const far = Math.min(Math.abs(bar.top - end.bottom), Math.abs(end.top - bar.bottom));
    return arguments[1] && far > 60 ? `the toolbar is ${far} pixels away from the end` : '';";

/// Scrolls so that the line of the words ends that many pixels above the window's lower edge.
const SCROLL: &str = "
    const [words, room] = arguments;
    const walker = document.createTreeWalker(document.querySelector('article'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(words);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + words.length);
        const rects = range.getClientRects();
        const rect = rects[rects.length - 1];
        scrollBy({ top: room < 0 ? rect.top + room : rect.bottom - innerHeight + room, behavior: 'instant' });
        return;
    }";

async fn looks(page: &Page, direction: &str, near: bool) -> Result<()> {
    page.sees_element("[role=toolbar]").await?;
    // It is put where it belongs before the next frame is painted.
    let framed = "return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));";
    page.script(framed, vec![]).await?;
    let problem = page.script(LOOK, vec![json!(direction), json!(near)]).await?;
    ensure!(problem == json!(""), "{problem}");
    page.press("Escape").await
}

/// Down, up, over paragraphs, at the lower and upper edges, and on a narrow page.
pub(crate) async fn the_toolbar_never_covers_the_selection(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    // No higher than the real window of every engine: a drag near its edge scrolls the page.
    for (width, height) in [(1200, 720), (390, 720)] {
        page.resize(width, height).await?;
        page.select("the mayor told the council").await?;
        looks(page, "forwards", true).await?;
        page.select_backwards("Nurses depend on it. Children depend on it.").await?;
        looks(page, "backwards", true).await?;
        page.select_from_to("Mayor Edda Lindqvist", "offered soup.").await?;
        // On a narrow page the end may lie under the list; then the start is the next best place.
        looks(page, "forwards", width >= 900).await?;

        let low = "It denied that the captain had been suspended.";
        // The lower edge of the text: on a narrow page the list stands there.
        let room = if width < 900 { 66 } else { 6 };
        page.script(SCROLL, vec![json!(low), json!(room)]).await?;
        page.select(low).await?;
        looks(page, "forwards", false).await?;
        page.script(SCROLL, vec![json!(low), json!(room)]).await?;
        page.select_backwards(low).await?;
        looks(page, "backwards", false).await?;
        let high = "Barak has her own account.";
        page.script(SCROLL, vec![json!(high), json!(-80)]).await?;
        page.select(high).await?;
        looks(page, "forwards", true).await?;
        page.script(SCROLL, vec![json!(high), json!(-80)]).await?;
        page.select_backwards(high).await?;
        looks(page, "backwards", true).await?;
        page.double_click("lie").await?;
        looks(page, "forwards", true).await?;
    }
    Ok(())
}

/// A selection that fills the window leaves the toolbar the bar of the page.
pub(crate) async fn a_selection_as_high_as_the_window_keeps_its_toolbar(
    page: &mut Page,
) -> Result<()> {
    let sentence = "The river is wide and the bridge is long. ";
    let text = format!("A title\n\nStart here. {}End here.", sentence.repeat(80));
    page.open().await?;
    page.resize(700, 500).await?;
    bring(page, &text).await?;
    page.select("Start here. The river is wide").await?;
    looks(page, "forwards", true).await?;
    page.script(
        "const range = document.createRange();
        range.selectNodeContents([...document.querySelectorAll('article p')].pop());
        getSelection().removeAllRanges(); getSelection().addRange(range); scrollTo(0, 400);",
        vec![],
    )
    .await?;
    looks(page, "forwards", false).await
}
