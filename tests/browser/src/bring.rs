//! Bringing things to the page and taking them away: clipboard, drop, files, downloads.
//!
//! Browsers under test give no clipboard to scripts, so [`Page::pastes`] makes the event that a paste
//! causes, and [`Page::copies`] with the keys Control+V is the real thing. Knows nothing of formats.

use crate::Page;
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// What the clipboard holds.
#[derive(Clone, Debug, Default)]
pub struct Pasted<'a> {
    /// The plain text of it.
    pub text: &'a str,
    /// The markup of it, where there is any.
    pub html: Option<&'a str>,
}

impl Page {
    /// Pastes into whatever has the focus, by the event that a paste causes.
    ///
    /// Where the page leaves the event alone, the text goes into the field, as in a browser.
    ///
    /// # Errors
    /// When the page throws.
    pub async fn pastes(&self, pasted: Pasted<'_>) -> Result<()> {
        let script = "
            const [text, html] = arguments;
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', text);
            if (html !== null) clipboardData.setData('text/html', html);
            const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
            // Firefox drops what a made event carries.
            if (event.clipboardData?.getData('text/plain') !== text) {
                Object.defineProperty(event, 'clipboardData', { value: clipboardData });
            }
            const target = document.activeElement || document.body;
            if (target.dispatchEvent(event)) document.execCommand('insertText', false, text);";
        self.is_started().await?;
        self.script(script, vec![json!(pasted.text), json!(pasted.html)]).await.map(drop)
    }

    /// Copies all of a web page with that `body` to the clipboard, in a tab of its own and by keys.
    ///
    /// Then `page.press("Control+v")` pastes it for real.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn copies(&mut self, body: &str) -> Result<()> {
        self.server().put("copied.html", &format!("<!doctype html><meta charset=\"utf-8\">{body}"));
        let tab = self.client()?.new_window(true).await?;
        let before = self.client()?.window().await?;
        self.client()?.switch_to_window(tab.handle).await?;
        let address = format!("{}copied.html", self.server().address());
        self.client()?.goto(&address).await?;
        self.press("Control+a").await?;
        self.press("Control+c").await?;
        self.client()?.close_window().await?;
        Ok(self.client()?.switch_to_window(before).await?)
    }

    /// Drops a file of that name and content on the page, by the events that a drop causes.
    ///
    /// # Errors
    /// When the page does not accept the drop.
    pub async fn drops(&self, name: &str, content: &[u8]) -> Result<()> {
        let script = "
            const [name, bytes] = arguments;
            const dataTransfer = new DataTransfer();
            dataTransfer.items.add(new File([new Uint8Array(bytes)], name));
            const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) || document.body;
            const send = (type) => target.dispatchEvent(
                new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true }));
            send('dragenter');
            if (send('dragover')) return false;
            send('drop');
            return true;";
        self.is_started().await?;
        let accepted = self.script(script, vec![json!(name), json!(content)]).await?;
        if accepted != json!(true) {
            bail!("the page does not accept a file dropped on it");
        }
        Ok(())
    }

    /// Chooses a file of that name and content in the page's file field, shown or not.
    ///
    /// # Errors
    /// When the page has no file field.
    pub async fn chooses_file(&self, name: &str, content: &[u8]) -> Result<()> {
        let path = self.folder("files").join(name);
        std::fs::write(&path, content).context("cannot write the file to choose")?;
        self.is_started().await?;
        let field = self.client()?.find(fantoccini::Locator::Css("input[type=file]")).await;
        let field = field.context("the page has no file field")?;
        Ok(field.send_keys(&path.to_string_lossy()).await?)
    }

    /// Waits until the page listens, as a user does who waits for something to be there.
    async fn is_started(&self) -> Result<()> {
        let started = "return !document.documentElement.matches('[data-opening]');";
        self.waits_for("the page to start", started, vec![]).await
    }

    /// Waits until the browser has saved a file, and gives its name and content.
    ///
    /// The file is gone from the downloads then, so that the next one can be waited for.
    ///
    /// # Errors
    /// When there is none after ten seconds.
    pub async fn downloaded(&self) -> Result<(String, Vec<u8>)> {
        let folder = self.folder("downloads");
        for _ in 0..100 {
            if let Some(path) = finished_file(&folder)? {
                let content = std::fs::read(&path)?;
                std::fs::remove_file(&path)?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                return Ok((name, content));
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        bail!("nothing was downloaded within ten seconds")
    }
}

/// Finds a file that no browser is still writing.
fn finished_file(folder: &Path) -> Result<Option<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let is_partial = |path: &Path| {
        let extension = path.extension().unwrap_or_default();
        ["crdownload", "part", "wkdownload"].iter().any(|partial| extension == *partial)
    };
    let paths = entries.iter().map(std::fs::DirEntry::path).collect::<Vec<_>>();
    if paths.iter().any(|path| is_partial(path)) {
        return Ok(None);
    }
    let is_complete = |path: &PathBuf| {
        let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !hidden && path.metadata().is_ok_and(|about| about.len() > 0)
    };
    Ok(paths.into_iter().find(is_complete))
}
