//! The annotation file: what is downloaded opens as it was, and no other file does harm.

use super::desk::{BRIDGE, bring, delete_for_good, download, is_saved, notes, open_sample, tag};
use anyhow::{Result, ensure};
use browser_tests::Page;

const QUOTE: &str = "“We will build it this year,”";
const CLAIM: &str = "The river is 300 metres wide there";

async fn work(page: &mut Page) -> Result<Vec<u8>> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "quote", QUOTE).await?;
    tag(page, "claim", CLAIM).await?;
    page.fill("Note", "To check: “300” żółw 東").await?;
    page.press("Escape").await?;
    is_saved(page).await?;
    Ok(download(page).await?.1)
}

async fn is_as_it_was(page: &Page) -> Result<()> {
    page.sees_label("quote", QUOTE).await?;
    page.sees_label("claim", CLAIM).await?;
    notes(page, &["To check: “300” żółw 東"]).await
}

/// Downloaded, deleted and opened again, an article is the same to the last byte.
pub(crate) async fn a_deleted_article_comes_back_from_its_file(page: &mut Page) -> Result<()> {
    let file = work(page).await?;
    page.click("Articles").await?;
    page.click("Delete: Mayor promises a bridge").await?;
    page.sees("Deleted “Mayor promises a bridge”.").await?;
    page.chooses_file("bridge.ascribe.json", &file).await?;
    is_as_it_was(page).await?;
    page.sees("it is restored.").await?;
    ensure!(download(page).await?.1 == file, "the second download is another file");
    page.click("Articles").await?;
    page.sees("Your articles").await?;
    delete_for_good(page, "Mayor promises a bridge").await?;
    page.chooses_file("bridge.ascribe.json", &file).await?;
    is_as_it_was(page).await?;
    page.sees("Opened the file with its 2 annotations.").await?;
    ensure!(download(page).await?.1 == file, "the third download is another file");
    Ok(())
}

/// The sample with its emoji, marks over marks and marks across paragraphs comes back too.
pub(crate) async fn the_sample_comes_back_in_another_browser(page: &mut Page) -> Result<()> {
    open_sample(page).await?;
    tag(page, "quote", "„Erst essen, dann fahren“").await?;
    tag(page, "claim", "dann fahren“, a gift from a German engineer").await?;
    tag(page, "attribution", "One, from a family in Saint Brigid").await?;
    let (name, file) = download(page).await?;
    page.click("Articles").await?;
    delete_for_good(page, "Ferry captain’s soup divides Port Ellery").await?;
    page.chooses_file(&name, &file).await?;
    page.sees_label("claim", "dann fahren“, a gift from a German engineer").await?;
    page.sees_label("attribution", "One, from a family in Saint Brigid").await?;
    ensure!(download(page).await?.1 == file, "the second download is another file");
    Ok(())
}

/// A file of the state that is kept opens that; one of another state opens a copy beside it.
pub(crate) async fn a_file_never_overwrites_what_is_kept(page: &mut Page) -> Result<()> {
    let file = work(page).await?;
    page.drops("bridge.ascribe.json", &file).await?;
    page.sees("This browser keeps this very state already").await?;
    is_as_it_was(page).await?;
    tag(page, "attribution", "Mayor Ana Kerr said on Monday").await?;
    is_saved(page).await?;
    page.drops("bridge.ascribe.json", &file).await?;
    page.sees("opened as a copy beside it").await?;
    page.sees_no_label("attribution", "Mayor Ana Kerr said on Monday").await?;
    is_as_it_was(page).await?;
    is_saved(page).await?;
    page.click("Articles").await?;
    page.sees("1 claim · 1 quote · 1 attribution").await?;
    page.sees("1 claim · 1 quote · 0 attributions").await
}

/// A newer, cut, binary or hostile file gets one sentence, and what was open stays.
pub(crate) async fn a_bad_file_is_refused_and_what_was_open_stays(page: &mut Page) -> Result<()> {
    let file = String::from_utf8(work(page).await?)?;
    let newer = file.replacen("\"version\": 1", "\"version\": 7", 1);
    let cut: String = file.chars().take(file.chars().count() / 2).collect();
    let deep =
        format!("{{\"format\": \"ascribe\", \"version\": 1, \"document\": {}", "[".repeat(200_000));
    let hostile = "{\"__proto__\": {\"polluted\": true}, \"format\": \"ascribe\", \"version\": 1, \
        \"document\": {\"text\": [\"<img src=x onerror=alert(1)>\"]}}";
    let binary = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13];
    let bad: [(&str, &[u8], &str); 7] = [
        (
            "newer.json",
            newer.as_bytes(),
            "newer.json: The file has version 7 of the Ascribe format",
        ),
        ("cut.json", cut.as_bytes(), "cut.json: The file ends in the middle, at line"),
        ("deep.json", deep.as_bytes(), "deep.json: The file is no JSON: at line 1"),
        ("hostile.json", hostile.as_bytes(), "“document.text” should be a string and is a list"),
        ("photo.json", &binary, "photo.json: This is a picture"),
        ("other.json", b"{\"a\": 1}", "other.json is a JSON file, but no Ascribe annotation file."),
        ("empty.json", b"", "There is no text in it"),
    ];
    for (name, content, sentence) in bad {
        page.drops(name, content).await?;
        page.sees(sentence).await?;
        is_as_it_was(page).await?;
        page.click("Put this message away").await?;
    }
    let polluted = page.script("return ({}).polluted === true;", vec![]).await?;
    ensure!(polluted == serde_json::json!(false), "a file reached the page's prototypes");
    page.press("Control+z").await?;
    notes(page, &[]).await?;
    is_saved(page).await
}

/// A half-good file opens with its good part and the list of what was left out.
pub(crate) async fn a_half_good_file_opens_with_its_good_part(page: &mut Page) -> Result<()> {
    let file = String::from_utf8(work(page).await?)?;
    let half = file.replacen("\"label\": \"claim\"", "\"label\": \"rumour<b>\"", 1);
    ensure!(half != file, "the file has no claim to spoil");
    page.click("Articles").await?;
    delete_for_good(page, "Mayor promises a bridge").await?;
    page.chooses_file("half.json", half.as_bytes()).await?;
    page.sees("Not all of the file could be used").await?;
    page.sees("“rumour<b>” is no label that this version knows").await?;
    page.is_accessible().await?;
    page.click("Go on").await?;
    page.sees_label("quote", QUOTE).await?;
    page.sees_no_label("claim", CLAIM).await?;
    is_saved(page).await
}
