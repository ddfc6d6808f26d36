//! Offsets: the words of the file are the words that were selected, whatever stands before them.

use super::desk::{bring, download, open_sample, spans, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

/// Words, each right after characters that some unit of offset counts otherwise.
const HARD: &str = "A bridge 😀 of words\n\n\
    😀 Ana said no. 👩‍👩‍👧‍👦🇮🇪 Bo said yes. Zoe\u{301}\u{323} Kerr agreed, and cafe\u{301} owners too.\n\n\
    東京の市長は言った。 The mayor left. 𝔘𝔫𝔦 code is hard.\n\n\
    ראש העיר אמר לא. She translated it.\n\n\
    قال الوزير نعم. He wrote it down, “صباح الخير”: good morning.";

/// After emoji, combining marks, CJK and right-to-left words, in an article of hard cases.
pub(crate) async fn offsets_are_right_after_hard_text(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, HARD).await?;
    let wanted = [
        ("claim", "of words"),
        ("quote", "Ana said no."),
        ("attribution", "Bo said yes."),
        ("claim", "Kerr agreed, and cafe\u{301} owners"),
        ("quote", "市長は言った"),
        ("claim", "The mayor left."),
        ("quote", "code is hard."),
        ("quote", "העיר אמר"),
        ("attribution", "She translated it"),
        ("claim", "He wrote it down"),
        ("quote", "good morning"),
    ];
    for (label, text) in wanted {
        tag(page, label, text).await?;
    }
    written(page, &wanted).await
}

/// The same in the sample article, with marks over marks and across paragraphs.
pub(crate) async fn offsets_are_right_in_the_sample(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    let wanted = [
        ("quote", "„Erst essen, dann fahren“"),
        ("claim", "in the 1950s. On the lid of the pot"),
        ("attribution", "signed by the ship’s cook, יעל Barak"),
        ("claim", "good morning"),
        ("attribution", "One, from a family in Saint Brigid"),
        ("quote", "We were happy."),
        ("claim", "The council will vote"),
    ];
    for (label, text) in wanted {
        tag(page, label, text).await?;
    }
    let mut in_order = wanted;
    in_order.swap(0, 1);
    written(page, &in_order).await
}

async fn written(page: &Page, wanted: &[(&str, &str)]) -> Result<()> {
    let (_, content) = download(page).await?;
    let spans = spans(&content)?;
    let written: Vec<(&str, &str)> =
        spans.iter().map(|(label, words)| (label.as_str(), words.as_str())).collect();
    ensure!(written == wanted, "the file holds {written:?}");
    Ok(())
}
