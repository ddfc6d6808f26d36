//! Looks: the size of the window, the reader's wishes, and pictures of the page.
//!
//! Knows how each engine is told; nothing of how the page should look.

use crate::{Engine, Page, Wishes};
use anyhow::{Context, Result, ensure};
use fantoccini::wd::WebDriverCompatibleCommand;
use hyper::Method;
use serde_json::{Value, json};
use std::path::Path;
use url::{ParseError, Url};

impl Page {
    /// Gives the page exactly `width` by `height` CSS pixels.
    ///
    /// # Errors
    /// When the engine cannot make its window that small.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.engine() == Engine::Chromium {
            // Its window is never narrower than 500 pixels, so the page is told another size.
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.devtools("Emulation.setDeviceMetricsOverride", size).await?;
        } else {
            // The window's frame takes its share, and the page may learn its size a moment later.
            let (mut outer_width, mut outer_height) = (width, height);
            for _ in 0..20 {
                self.client()?.set_window_size(outer_width, outer_height).await?;
                tokio::time::sleep(std::time::Duration::from_millis(100)).await;
                let (inner_width, inner_height) = self.size().await?;
                if (inner_width, inner_height) == (width, height) {
                    break;
                }
                outer_width = (outer_width + width).saturating_sub(inner_width).max(width);
                outer_height = (outer_height + height).saturating_sub(inner_height).max(height);
            }
        }
        let now = self.size().await?;
        ensure!(now == (width, height), "the page is {now:?} instead of {width} by {height}");
        Ok(())
    }

    /// Saves a picture of what is in view, as PNG.
    ///
    /// # Errors
    /// When no picture can be taken or written.
    pub async fn screenshot(&self, file: &Path) -> Result<()> {
        let picture = self.client()?.screenshot().await?;
        std::fs::write(file, picture).with_context(|| format!("cannot write {}", file.display()))
    }

    /// Tells Chromium what the reader wishes; the others learn it when they start.
    pub(crate) async fn apply_wishes(&self, wishes: Wishes) -> Result<()> {
        if self.engine() != Engine::Chromium || wishes == Wishes::default() {
            return Ok(());
        }
        let feature = |name: &str, on: bool, yes: &str, no: &str| json!({ "name": name, "value": if on { yes } else { no } });
        let features = json!({ "features": [
            feature("prefers-color-scheme", wishes.dark, "dark", "light"),
            feature("prefers-reduced-motion", wishes.reduced_motion, "reduce", "no-preference"),
            feature("forced-colors", wishes.forced_colors, "active", "none"),
        ]});
        self.devtools("Emulation.setEmulatedMedia", features).await
    }

    async fn size(&self) -> Result<(u32, u32)> {
        let size = self.script("return [innerWidth, innerHeight];", vec![]).await?;
        serde_json::from_value(size).context("a size is two numbers")
    }

    /// Sends a command of Chromium's own protocol.
    pub(crate) async fn devtools(&self, command: &str, parameters: Value) -> Result<()> {
        let command = Devtools { body: json!({ "cmd": command, "params": parameters }) };
        self.client()?.issue_cmd(command).await?;
        Ok(())
    }
}

/// A command that chromedriver hands on to Chromium.
#[derive(Debug)]
struct Devtools {
    body: Value,
}

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(self.body.to_string()))
    }
}
