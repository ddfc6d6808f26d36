//! Print, forced colours, still pictures: the article with all its marks, as the reader wishes.

use super::desk::{bring, open_sample, tag};
use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, Wishes};
use serde_json::json;

/// Marks far from the view are there when printing begins.
pub(crate) async fn printing_brings_all_marks(page: &mut Page) -> Result<()> {
    let mut text = String::from("A long article\n\n");
    for number in 100..400 {
        text.push_str(&format!(
            "Paragraph {number}: the mayor said that the river is {number} metres wide.\n\n"
        ));
    }
    page.open().await?;
    bring(page, &text).await?;
    tag(page, "claim", "the river is 100 metres wide").await?;
    tag(page, "quote", "the river is 399 metres wide").await?;
    page.script("scrollTo(0, 0);", vec![]).await?;
    let marks = "return document.querySelectorAll('article mark').length";
    // Not the mark at the end, which is still there until the page has seen that it scrolled.
    let only_first = "const all = document.querySelectorAll('article mark');
        return all.length === 1 && all[0].textContent.includes('100 metres');";
    page.waits_for("a page that leaves far marks out", only_first, vec![]).await?;
    page.script("dispatchEvent(new Event('beforeprint'));", vec![]).await?;
    page.waits_for("all marks", &format!("{marks} === 2;"), vec![]).await
}

/// With forced colours and without motion, marks keep their lines and names, and nothing moves.
pub(crate) async fn wishes_of_the_reader_are_kept(page: &mut Page) -> Result<()> {
    let wishes = Wishes {
        dark: false,
        reduced_motion: true,
        forced_colors: page.engine() != Engine::WebKit,
        ..Wishes::default()
    };
    page.start_again_with(wishes).await?;
    open_sample(page).await?;
    tag(page, "quote", "She said it was late.").await?;
    tag(page, "claim", "it was late").await?;
    page.select("the harbour log").await?;
    page.sees_element("[role=toolbar]").await?;
    let script = "
        const toolbar = getComputedStyle(document.querySelector('[role=toolbar]'));
        if (toolbar.animationName !== 'none') return 'the toolbar moves';
        for (const mark of document.querySelectorAll('article mark')) {
            const style = getComputedStyle(mark);
            if (!style.textDecorationLine.includes('underline')) return 'a mark has no line';
            const name = getComputedStyle(mark, '::before').content.replace('attr(data-name)', mark.dataset.name);
            if (mark.dataset.name && !name.includes(mark.dataset.name)) {
                return 'a mark has no name';
            }
        }
        return '';";
    let problem = page.script(script, vec![]).await?;
    ensure!(problem == json!(""), "{problem}");
    if wishes.forced_colors {
        let forced = "return matchMedia('(forced-colors: active)').matches;";
        ensure!(page.script(forced, vec![]).await? == json!(true), "colours are not forced");
    }
    // axe-core takes the message's own colours for those that are forced upon it.
    page.click("Put this message away").await?;
    page.is_accessible().await
}
