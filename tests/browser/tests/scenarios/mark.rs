//! Marking: words of the sample article are selected in every way and tagged, changed and undone.

use super::desk::{is_saved, notes, open_sample, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

/// The sample fills the fields, and every way to select and to tag leads to the words meant.
pub(crate) async fn words_are_selected_in_every_way(page: &mut Page) -> Result<()> {
    page.open().await?;
    page.click("Try the sample article").await?;
    page.sees("Is this the article?").await?;
    let fields =
        "return [...document.querySelectorAll('.fields input')].map((it) => it.value).join('|');";
    let filled = page.script(fields, vec![]).await?;
    let filled = filled.as_str().unwrap_or_default();
    for known in ["Ferry captain’s soup divides Port Ellery", "Maren Oakes", "2024-10-05", "en"] {
        ensure!(filled.contains(known), "no field holds {known}: {filled}");
    }
    page.click("Start annotating").await?;

    page.select("the mayor told the council on Wednesday").await?;
    page.press("a").await?;
    page.sees_label("attribution", "the mayor told the council on Wednesday").await?;
    page.select_backwards("Nurses depend on it.").await?;
    page.click_in("Tag the selected words", "Claim").await?;
    page.sees_label("claim", "Nurses depend on it.").await?;
    page.select_from_to("“I depend on it myself", "let it be ready by 6:15.”").await?;
    page.press("q").await?;
    let across = "“I depend on it myself, and I have never once been offered soup.\
        “If there is to be soup, let there be soup for everyone, and let it be ready by 6:15.”";
    page.sees_label("quote", across).await?;

    page.double_click("ginger").await?;
    page.sees_element("[role=toolbar]").await?;
    page.click_in("Tag the selected words", "Quote").await?;
    page.sees_label("quote", "ginger").await?;
    page.triple_click("half the town").await?;
    let sentence = "Last Tuesday it left at 6:52, and half the town would like to know why.";
    ensure!(page.selected().await?.trim() == sentence, "selected: {}", page.selected().await?);
    page.press("c").await?;
    page.sees_label("claim", sentence).await?;
    // The sentence holds a stop that ends none, and another stands before it in the paragraph.
    page.triple_click("an operation at").await?;
    page.click_in("Tag the selected words", "Attribution").await?;
    page.sees_label(
        "attribution",
        "Mine was shorter,” said Dr. J. R. Okafor, who missed an operation at the U.S. naval hospital.",
    )
    .await
}

/// White space at the edges of a selection is left out, and the same words are not tagged twice.
pub(crate) async fn tags_are_tidy(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    page.select(" was soup,” ").await?;
    page.press("a").await?;
    page.sees_label("attribution", "was soup,”").await?;
    // With nothing selected, the keys are for the chosen annotation.
    page.press("q").await?;
    page.sees_label("quote", "was soup,”").await?;
    page.press("a").await?;
    page.sees_label("attribution", "was soup,”").await?;
    page.select("was soup,”").await?;
    page.press("a").await?;
    page.sees("These very words are tagged as attribution already.").await?;
    page.press("Escape").await?;
    page.press("Escape").await?;
    page.press("c").await?;
    page.sees("Select some words of the article first.").await
}

/// An annotation gets another label and a note, is deleted, and everything is undone and redone.
pub(crate) async fn changes_are_undone_and_redone(page: &mut Page) -> Result<()> {
    let words = "She said it was late.";
    open_sample(page).await?;
    tag(page, "claim", words).await?;
    tag(page, "quote", "The log does not mention lunch.").await?;
    page.click_text(words).await?;
    page.click_in("Label", "Quote").await?;
    page.sees_label("quote", words).await?;
    page.sees_no_label("claim", words).await?;
    page.fill("Note", "Indirect: é 東").await?;
    page.press("Escape").await?;
    page.click_in("List of annotations", "Delete").await?;
    page.sees_no_label("quote", words).await?;
    page.sees("Deleted one quote.").await?;

    page.press("Control+z").await?;
    page.sees_label("quote", words).await?;
    notes(page, &["Indirect: é 東"]).await?;
    page.press("Control+z").await?;
    notes(page, &[]).await?;
    page.press("Control+z").await?;
    page.sees_label("claim", words).await?;
    for _ in 0..2 {
        page.press("Control+z").await?;
    }
    page.sees("Nothing is marked yet").await?;
    page.press("Control+z").await?;
    page.sees("There is nothing to undo.").await?;
    for _ in 0..4 {
        page.press("Control+Shift+z").await?;
    }
    notes(page, &["Indirect: é 東"]).await?;
    page.press("Control+y").await?;
    page.sees_no_label("quote", words).await?;
    page.press("Control+y").await?;
    page.sees("There is nothing to redo.").await?;
    page.sees_label("quote", "The log does not mention lunch.").await?;
    is_saved(page).await
}
