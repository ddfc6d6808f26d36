//! The harness does what it says, tried on a page of its own: were its hands clumsy or its eyes
//! shut, no other scenario would prove anything.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, Pasted, Wishes};
use serde_json::json;

const WORKBENCH: &str = include_str!("../../assets/workbench.html");

async fn open(page: &mut Page) -> Result<()> {
    page.server().put("workbench.html", WORKBENCH);
    let address = format!("{}workbench.html", page.server().address());
    page.open_at(&address).await
}

async fn selects(page: &Page, wanted: &str) -> Result<()> {
    let selected = page.selected().await?;
    ensure!(selected.trim() == wanted, "“{selected}” is selected instead of “{wanted}”");
    Ok(())
}

/// A drag selects exactly what it names, in either direction, and after hard text.
pub(crate) async fn a_drag_selects_its_text(page: &mut Page) -> Result<()> {
    open(page).await?;
    for text in ["she said", "it", "naïve 👩‍👩‍👧 café", "東京の", "I"] {
        page.select(text).await?;
        selects(page, text).await?;
    }
    page.select_backwards("the mayor").await?;
    selects(page, "the mayor").await?;
    page.select_occurrence("said", 2).await?;
    selects(page, "said").await?;
    page.select("קול גדול").await?;
    selects(page, "קול גדול").await?;
    page.select_from_to("the mayor", "second paragraph").await?;
    let selected = page.selected().await?;
    ensure!(
        selected.starts_with("the mayor") && selected.ends_with("second paragraph"),
        "{selected}"
    );
    page.select("at the far end").await?;
    selects(page, "at the far end").await
}

/// One, two and three clicks and a tap arrive as what they are.
pub(crate) async fn clicks_are_counted(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.double_click("mayor").await?;
    selects(page, "mayor").await?;
    page.triple_click("The second").await?;
    let selected = page.selected().await?;
    ensure!(selected.contains("The second paragraph"), "{selected}");
    page.click_text("mayor").await?;
    selects(page, "").await?;
    page.click("Count").await?;
    page.sees("counted 1 by mouse").await?;
    page.tap("Count").await?;
    match page.engine() {
        // Its driver has no fingers.
        Engine::WebKit => page.sees("counted 2 by mouse").await,
        Engine::Chromium | Engine::Firefox => page.sees("counted 2 by touch").await,
    }
}

/// Keys arrive alone and in chords, and fields take text by their names.
pub(crate) async fn keys_arrive(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.press("q").await?;
    page.sees("key q").await?;
    page.press("Control+Shift+z").await?;
    page.sees("key Control+Shift+Z").await?;
    page.fill("Title", "A né 👩 title").await?;
    page.fill("Title", "Another").await?;
    page.sees("title is Another").await
}

/// Text and markup are pasted, by an event and for real.
pub(crate) async fn paste_arrives(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click("Article text").await?;
    page.pastes(Pasted { text: "plain", html: Some("<b>rich</b>") }).await?;
    page.sees("pasted text/plain plain").await?;
    page.sees("pasted text/html <b>rich</b>").await?;
    page.copies("<h1>Copied</h1><p>from <i>a page</i>").await?;
    page.click("Article text").await?;
    page.press("Control+v").await?;
    page.sees("pasted text/plain Copied from a page").await
}

/// Files are dropped, chosen and downloaded.
pub(crate) async fn files_arrive(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.drops("dropped.txt", "żółw".as_bytes()).await?;
    page.sees("file dropped.txt żółw").await?;
    page.chooses_file("chosen.txt", b"chosen").await?;
    page.sees("file chosen.txt chosen").await?;
    page.click("Download").await?;
    let (name, content) = page.downloaded().await?;
    ensure!(name == "a title.ascribe.json" && content == b"{\"a\":1}", "{name}: {content:?}");
    Ok(())
}

/// What is brought to a page that starts late arrives all the same: the user waits for it.
pub(crate) async fn a_late_start_is_waited_for(page: &mut Page) -> Result<()> {
    page.open_after(
        "for (const name of ['instantiate', 'instantiateStreaming']) {
            const made = WebAssembly[name];
            WebAssembly[name] = (...all) =>
                new Promise((go) => setTimeout(go, 1500)).then(() => made.apply(WebAssembly, all));
        }",
    )
    .await?;
    page.chooses_file("chosen.txt", b"A bridge\n\nBo said no.").await?;
    page.sees("Is this the article?").await
}

/// What a page has stored outlives a kill, and a second tab shares it.
pub(crate) async fn storage_outlives_a_kill(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click("Keep").await?;
    page.sees("kept").await?;
    page.kill_and_start_again().await?;
    open(page).await?;
    page.click("Recall").await?;
    page.sees("recalled a work").await?;
    page.open_tab().await?;
    open(page).await?;
    page.click("Recall").await?;
    page.sees("recalled a work").await?;
    page.close_tab().await?;
    page.sees("counted").await
}

/// The window has the size, and the reader the wishes, that were asked for.
pub(crate) async fn the_window_obeys(page: &mut Page) -> Result<()> {
    let dark = "return matchMedia('(prefers-color-scheme: dark)').matches;";
    open(page).await?;
    ensure!(page.script(dark, vec![]).await? == json!(false), "dark, unasked");
    page.resize(390, 844).await?;
    page.resize(1200, 900).await?;
    page.start_again_with(Wishes {
        dark: true,
        reduced_motion: true,
        forced_colors: false,
        ..Wishes::default()
    })
    .await?;
    open(page).await?;
    ensure!(page.script(dark, vec![]).await? == json!(true), "not dark");
    let still = "return matchMedia('(prefers-reduced-motion: reduce)').matches;";
    ensure!(page.script(still, vec![]).await? == json!(true), "not still");
    Ok(())
}

/// What goes wrong on a page is noticed.
pub(crate) async fn errors_are_noticed(page: &mut Page) -> Result<()> {
    open(page).await?;
    page.click("Throw").await?;
    page.forgives("uncaught error").await?;
    page.forgives("unhandled rejection").await?;
    page.forgives("console error: as asked").await?;
    ensure!(page.problems().await?.is_empty(), "more than asked for");
    ensure!(page.is_accessible().await.is_err(), "axe-core overlooked a picture without words");
    ensure!(
        page.sees_label("quote", "second").await.is_err(),
        "a label was seen that is not there"
    );
    page.sees_label("quote", "said it").await?;
    page.sees_label("claim", "it").await
}
