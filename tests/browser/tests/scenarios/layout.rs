//! Layout: nothing runs into another or out of the window, at any width and in both languages.

use super::desk::{BRIDGE, bring, delete_for_good, is_saved, tag};
use anyhow::{Result, bail};
use browser_tests::Page;
use serde_json::json;

const TITLE: &str =
    "Mayor promises a bridge over the river, and the harbour office wants to know who pays";
const SAID: &str = "Mayor Ana Kerr said on Monday";

async fn choose_german(page: &Page) -> Result<()> {
    page.click("Settings").await?;
    page.click("Deutsch").await?;
    page.click("Fertig").await
}

/// The bar shows the title, in one line whether it is saved, and every button, whatever the width.
pub(crate) async fn the_bar_fits_every_width(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, &BRIDGE.replacen("Mayor promises a bridge", TITLE, 1)).await?;
    tag(page, "attribution", SAID).await?;
    is_saved(page).await?;
    fits(page).await?;
    page.resize(1280, 800).await?;
    choose_german(page).await?;
    page.sees("In diesem Browser gespeichert").await?;
    fits(page).await
}

async fn fits(page: &Page) -> Result<()> {
    let script = "
        const root = document.scrollingElement;
        if (root.scrollWidth > root.clientWidth) return 'the page scrolls sideways';
        const seen = (it) => it.checkVisibility();
        for (const button of [...document.querySelectorAll('header button')].filter(seen)) {
            const box = button.getBoundingClientRect();
            if (box.left < 0 || box.right > root.clientWidth) return `cut: ${button.textContent}`;
            if (!button.getAttribute('aria-label') && !button.textContent.trim()) return 'a button has no name';
        }
        const [title, saved] = document.querySelectorAll('header h1, header h1 + p');
        const room = title.getBoundingClientRect().width / parseFloat(getComputedStyle(title).fontSize);
        if (room < 8) return `the title has room for ${room} em`;
        if (seen(saved) && saved.getClientRects()[0].height > 24) return 'the saved line takes two';
        const [name, ...rest] = [...document.querySelectorAll('aside h2, aside h2 ~ button')].filter(seen)
            .map((it) => it.getBoundingClientRect());
        if (rest.some((it) => it.top > name.bottom)) return 'the head of the list takes two lines';
        return '';";
    for width in [390, 500, 640, 768, 900, 1024, 1200, 1280, 1440, 1920] {
        page.resize(width, 800).await?;
        // What lies over the text follows the window a frame later.
        let good = format!("return !(() => {{ {script} }})();");
        if page.waits_for("a page that fits", &good, vec![]).await.is_err() {
            bail!("{width} wide: {}", page.script(script, vec![]).await?);
        }
    }
    Ok(())
}

/// A dialog shows its beginning when it opens, however low the window, and never scrolls sideways.
pub(crate) async fn dialogs_open_at_their_beginning(page: &mut Page) -> Result<()> {
    page.open().await?;
    bring(page, BRIDGE).await?;
    choose_german(page).await?;
    page.resize(390, 600).await?;
    for name in ["Angaben", "Einstellungen", "Hilfe"] {
        page.click(name).await?;
        let script = "
            const dialog = document.querySelector('dialog[open]');
            if (!dialog) return false;
            const [head, body] = dialog.children;
            const first = body.querySelector('label, legend, dt').getBoundingClientRect();
            return first.top >= head.getBoundingClientRect().bottom
                && [dialog, body].every((it) => it.scrollWidth <= it.clientWidth);";
        page.waits_for(&format!("the beginning of “{name}”"), script, vec![]).await?;
        page.press("Escape").await?;
    }
    Ok(())
}

/// A notice covers neither the open card nor, on a narrow page, the mark that it tells of; nor, on
/// the start view, what was deleted lately.
pub(crate) async fn notices_leave_what_is_worked_on(page: &mut Page) -> Result<()> {
    page.resize(1280, 800).await?;
    page.open().await?;
    bring(page, BRIDGE).await?;
    tag(page, "attribution", SAID).await?;
    is_clear(page, "aside li[aria-current]").await?;
    page.resize(390, 800).await?;
    page.click("Close the card").await?;
    tag(page, "claim", "The river is 300 metres wide there").await?;
    is_clear(page, "article mark[data-label=claim]").await?;
    is_clear(page, "aside li[aria-current]").await?;
    page.click("Articles").await?;
    page.click("Delete: Mayor promises a bridge").await?;
    page.sees("Deleted “Mayor promises a bridge”.").await?;
    is_clear(page, "details").await?;
    page.resize(1280, 800).await?;
    is_clear(page, "details").await?;
    page.click("Undo").await?;
    delete_for_good(page, "Mayor promises a bridge").await
}

async fn is_clear(page: &Page, selector: &str) -> Result<()> {
    let script = "
        const own = document.querySelector(arguments[0])?.getBoundingClientRect();
        const notice = document.querySelector('.notice[data-shown]')?.getBoundingClientRect();
        return own && notice && notice.top >= 0 && notice.bottom <= innerHeight && notice.right <= innerWidth
            && (notice.bottom <= own.top || notice.top >= own.bottom || notice.right <= own.left);";
    page.waits_for(&format!("{selector} clear of the notice"), script, vec![json!(selector)]).await
}
