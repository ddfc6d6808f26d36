//! Bringing in: what is pasted, dropped or chosen becomes clean paragraphs, and nothing of it runs.

use super::desk::{download, is_saved, paste, tag};
use anyhow::{Context, Result, ensure};
use browser_tests::Page;
use serde_json::{Value, json};

/// A stretch of a web page with every trap: each of them would set `trap`.
const HOSTILE: &str = "<meta charset='utf-8'>
    <style>p { color: red } body { background: url(http://elsewhere.example/style) }</style>
    <script>window.trap = 'script'</script>
    <h1>Mayor <em>promises</em> a bridge</h1>
    <div><div>A nested block<div>and one in it</div>after it</div></div>
    <p onclick=\"window.trap = 'click'\">With a <a href=\"javascript:window.trap='link'\">link to the
    plan</a> and <b>bold</b> words.</p>
    <img src=\"x:x\" onerror=\"window.trap = 'image'\" alt=\"\">
    <img src=\"http://elsewhere.example/pixel.png\" alt=\"\">
    <svg onload=\"window.trap = 'svg'\"><script>window.trap = 'inner'</script></svg>
    <iframe srcdoc=\"<script>parent.trap = 'frame'</script>\"></iframe>
    <p>First line<br>second line</p>
    <h2>A heading</h2>
    <ul><li>One item</li><li>Another item</li></ul>
    <p>&lt;script&gt;window.trap = 'text'&lt;/script&gt; is only words here.</p>";

/// Lists the lines of the preview.
async fn lines(page: &Page) -> Result<Vec<String>> {
    let script =
        "return [...document.querySelectorAll('[aria-label=\"Lines of the article\"] .line-text')]
        .map((it) => it.textContent);";
    Ok(serde_json::from_value(page.script(script, vec![]).await?)?)
}

async fn has_lines(page: &Page, wanted: &[&str]) -> Result<()> {
    let lines = lines(page).await?;
    ensure!(lines == wanted, "the lines are {lines:#?}");
    Ok(())
}

/// Blocks become paragraphs, links leave their words, and no script runs, then or later.
pub(crate) async fn a_hostile_web_page_is_only_words(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.script("window.trap = 'unsprung';", vec![]).await?;
    paste(page, "not this", Some(HOSTILE)).await?;
    has_lines(
        page,
        &[
            "Mayor promises a bridge",
            "A nested block",
            "and one in it",
            "after it",
            "With a link to the plan and bold words.",
            "First line",
            "second line",
            "A heading",
            "One item",
            "Another item",
            "<script>window.trap = 'text'</script> is only words here.",
        ],
    )
    .await?;
    page.click("Start annotating").await?;
    tag(page, "claim", "With a link to the plan").await?;
    // A drag at the edge of the window would scroll.
    page.resize(1280, 1000).await?;
    tag(page, "quote", "<script>window.trap = 'text'</script>").await?;
    page.click_text("<script>window").await?;
    page.waits_for("an unsprung trap", "return window.trap === 'unsprung';", vec![]).await?;
    let markup = page
        .script("return document.querySelectorAll('article :is(a, b, img, script, style, svg, iframe)').length;", vec![])
        .await?;
    ensure!(markup == json!(0), "{markup} elements of the pasted page survive");
    ensure!(page.server().strays().is_empty(), "asked for {:?}", page.server().strays());
    is_saved(page).await?;
    the_policy_may_speak(page).await
}

/// A stretch of a real page, copied and pasted by keys.
pub(crate) async fn a_real_paste_brings_blocks(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.copies("<h1>A bridge</h1><p>The <a href=\"/\">mayor</a> said no.</p><p>Ana said yes.</p>")
        .await?;
    page.click("Paste or type an article").await?;
    page.press("Control+v").await?;
    page.sees("Is this the article?").await?;
    has_lines(page, &["A bridge", "The mayor said no.", "Ana said yes."]).await?;
    the_policy_may_speak(page).await
}

/// Forgives what the page's policy says when a pasted page is read: it refuses styles and scripts
/// of that page, in the engines that look at them then at all.
async fn the_policy_may_speak(page: &mut Page) -> Result<()> {
    match page.problems().await?.is_empty() {
        true => Ok(()),
        false => page.forgives("policy violation").await,
    }
}

/// CRLF, NBSP, zero-width and control characters are cleaned, and the preview says so.
pub(crate) async fn plain_text_is_cleaned(page: &mut Page) -> Result<()> {
    page.open().await?;
    let text = "\u{feff}A bridge\r\n\r\nAna\u{a0}Kerr\u{200b} said\tno.\u{0}\r\n\r\n\r\n\r\nBo said\u{7} yes.\r";
    paste(page, text, None).await?;
    has_lines(page, &["A bridge", "Ana Kerr said no.", "Bo said yes."]).await?;
    page.click("Start annotating").await?;
    tag(page, "claim", "Kerr said no.").await?;
    let (_, content) = download(page).await?;
    let file: Value = serde_json::from_slice(&content)?;
    let record = file["document"]["text"].as_str().context("no text")?;
    ensure!(record == "A bridge\n\nAna Kerr said no.\n\nBo said yes.", "{record:?}");
    Ok(())
}

/// Page furniture is found and offered; each line has its switch, and so has the whole.
pub(crate) async fn furniture_is_offered_line_by_line(page: &mut Page) -> Result<()> {
    page.open().await?;
    let text = "Log in\nSubscribe\n\nMayor promises a bridge\n\n“We will build it,” Mayor Ana Kerr said on Monday, \
        and nobody in the room believed her for a moment.\n\nThe river is 300 metres wide there, according to city \
        engineers who measured it last year.\n\nShare on Facebook\nRead more\n© 2024 The Courier. All rights reserved.";
    paste(page, text, None).await?;
    let left_out = "return [...document.querySelectorAll('.lines li')].filter((it) => !it.querySelector('input').checked)
        .map((it) => it.querySelector('.line-text').textContent);";
    let out: Vec<String> = serde_json::from_value(page.script(left_out, vec![]).await?)?;
    for line in
        ["Log in", "Subscribe", "Share on Facebook", "© 2024 The Courier. All rights reserved."]
    {
        ensure!(out.iter().any(|it| it == line), "“{line}” is not left out, but {out:?}");
    }
    page.click("Leave out page furniture").await?;
    page.waits_for(
        "all lines kept",
        "return [...document.querySelectorAll('.lines input')].every((it) => it.checked);",
        vec![],
    )
    .await?;
    page.click("Leave out page furniture").await?;
    page.click("Subscribe").await?;
    page.click("Start annotating").await?;
    page.sees("Mayor promises a bridge").await?;
    page.sees("Subscribe").await?;
    page.sees_no("Log in").await?;
    page.sees_no("All rights reserved").await
}

/// Dropped and chosen files open by what is in them.
pub(crate) async fn files_of_every_kind_open(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.sees("Who said what?").await?;
    page.drops("plain.txt", "A bridge\n\nAna said “no”. żółw".as_bytes()).await?;
    page.sees("Is this the article?").await?;
    has_lines(page, &["A bridge", "Ana said “no”. żółw"]).await?;
    page.click("Back").await?;
    page.drops("page.html", b"<!doctype html><title>T</title><script>window.trap = 1</script><h1>A bridge</h1><p>Ana <i>said</i> no.")
        .await?;
    page.sees("Is this the article?").await?;
    has_lines(page, &["A bridge", "Ana said no."]).await?;
    page.click("Back").await?;
    page.drops("notes.md", b"# A bridge\n\nAna **said** [no](http://a.example).\n\n- one\n- two\n")
        .await?;
    page.sees("Is this the article?").await?;
    let lines = lines(page).await?;
    ensure!(lines.first().is_some_and(|it| it == "A bridge"), "{lines:?}");
    ensure!(lines.get(1).is_some_and(|it| it == "Ana said no."), "{lines:?}");
    page.click("Start annotating").await?;
    tag(page, "claim", "Ana said no.").await?;
    let (name, file) = download(page).await?;
    page.click("Articles").await?;
    page.drops(&name, &file).await?;
    page.sees_label("claim", "Ana said no.").await?;
    page.click("Articles").await?;
    page.chooses_file("chosen.txt", "\u{feff}Chosen title\r\n\r\nBo said no.".as_bytes()).await?;
    page.sees("Is this the article?").await?;
    has_lines(page, &["Chosen title", "Bo said no."]).await?;
    page.waits_for("no trap", "return window.trap === undefined;", vec![]).await
}

/// Nothing, only white space, and bytes that are no text get a sentence.
pub(crate) async fn nothing_gets_a_sentence(page: &mut Page) -> Result<()> {
    page.open().await?;
    for text in [" \n\t", "\u{200b}\u{feff}\u{a0}"] {
        page.script("document.querySelector('textarea').value = arguments[0];", vec![json!(text)])
            .await?;
        page.click("Continue").await?;
        page.sees("There is no text in it: copy the article and paste it here.").await?;
        page.click("Put this message away").await?;
    }
    page.drops("paper.pdf", b"%PDF-1.7\n\xff\xfe\x00binary").await?;
    page.sees("This is a PDF: open it, select the text and paste it here.").await?;
    page.drops("noise.txt", &[0, 159, 146, 150, 0, 1, 2, 3, 255, 254, 7, 0, 0]).await?;
    page.sees("This file is no text").await?;
    page.sees("Who said what?").await
}

/// A text of 20 MB works: preview, marks and the file.
pub(crate) async fn twenty_megabytes_work(page: &mut Page) -> Result<()> {
    let sentence =
        "The mayor said on Monday that the bridge will be built this year, whatever it costs. ";
    let paragraph = format!("{}\n\n", sentence.repeat(12).trim_end());
    let text = format!("A long article\n\n{}", paragraph.repeat(20_000_000 / paragraph.len() + 1));
    page.open().await?;
    page.chooses_file("long.txt", text.as_bytes()).await?;
    let shown =
        |selector: &str| format!("return document.querySelector('{selector}').checkVisibility();");
    patiently(page, &shown("[data-part=preview]")).await?;
    page.click("Start annotating").await?;
    patiently(page, &shown("article")).await?;
    page.select("A long article").await?;
    page.press("c").await?;
    page.sees_label("claim", "A long article").await?;
    patiently(
        page,
        "return document.querySelector('header').textContent.includes('Saved in this browser');",
    )
    .await
}

/// Waits three minutes until `script` returns true: on a machine that is busy, WebKit takes long to
/// compile what makes it fast.
async fn patiently(page: &Page, script: &str) -> Result<()> {
    let mut outcome = Ok(());
    for _ in 0..36 {
        outcome = page.waits_for(script, script, vec![]).await;
        if outcome.is_ok() {
            break;
        }
    }
    outcome
}
