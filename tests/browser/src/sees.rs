//! Seeing: what a user finds on the page, each waited for up to five seconds.
//!
//! Knows visible words, the `data-label` of marks, and axe-core. Never looks into the program.

use crate::Page;
use anyhow::{Context, Result, bail, ensure};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(5);

impl Page {
    /// Waits until `text` can be read on the page.
    ///
    /// # Errors
    /// When it is not there in time.
    pub async fn sees(&self, text: &str) -> Result<()> {
        let script = "return document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0]);";
        self.waits_for(&format!("“{text}” on the page"), script, vec![json!(text)]).await
    }

    /// Waits until `text` can no longer be read on the page.
    ///
    /// # Errors
    /// When it is still there.
    pub async fn sees_no(&self, text: &str) -> Result<()> {
        let script =
            "return !document.body.innerText.replace(/\\s+/g, ' ').includes(arguments[0]);";
        self.waits_for(&format!("the page without “{text}”"), script, vec![json!(text)]).await
    }

    /// Waits until exactly `text` is marked with `label` in the article.
    ///
    /// # Errors
    /// Lists what is marked with it instead.
    pub async fn sees_label(&self, label: &str, text: &str) -> Result<()> {
        self.awaits(|| async {
            let marked = self.labelled(label).await?;
            ensure!(
                marked.iter().any(|it| it == text),
                "no {label} “{text}”; there are {marked:?}"
            );
            Ok(())
        })
        .await
    }

    /// Waits until nothing is marked with `label` that reads `text`.
    ///
    /// # Errors
    /// When it still is.
    pub async fn sees_no_label(&self, label: &str, text: &str) -> Result<()> {
        self.awaits(|| async {
            let marked = self.labelled(label).await?;
            ensure!(!marked.iter().any(|it| it == text), "“{text}” is still a {label}");
            Ok(())
        })
        .await
    }

    /// Lists what is marked with `label`, joining the pieces that overlaps have cut.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn labelled(&self, label: &str) -> Result<Vec<String>> {
        let marked = self.script(include_str!("../assets/labelled.js"), vec![json!(label)]).await?;
        serde_json::from_value(marked).context("marks are a list of words")
    }

    /// Waits until `selector` finds something visible.
    ///
    /// # Errors
    /// When it does not in time.
    pub async fn sees_element(&self, selector: &str) -> Result<()> {
        let script = "return [...document.querySelectorAll(arguments[0])].some((it) => it.checkVisibility());";
        self.waits_for(selector, script, vec![json!(selector)]).await
    }

    /// Waits until `script`, the body of a function, returns true.
    ///
    /// # Errors
    /// Names `what` when it does not in time.
    pub async fn waits_for(&self, what: &str, script: &str, arguments: Vec<Value>) -> Result<()> {
        self.awaits(|| async {
            let holds = self.script(script, arguments.clone()).await?;
            ensure!(holds == json!(true), "waited in vain for {what}");
            Ok(())
        })
        .await
    }

    /// Reads what is selected, as a copy would take it.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn selected(&self) -> Result<String> {
        let selected = self.script("return getSelection().toString();", vec![]).await?;
        Ok(selected.as_str().unwrap_or_default().to_owned())
    }

    /// Finds nothing to object to with axe-core, in the state that the page is in.
    ///
    /// # Errors
    /// Lists every rule that is broken, with the elements that break it.
    pub async fn is_accessible(&self) -> Result<()> {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join("../../target/tools/npm/node_modules/axe-core/axe.min.js");
        let axe = std::fs::read_to_string(path)
            .context("axe-core is missing; `cargo xtask test` installs it")?;
        self.script(&format!("if (!window.axe) {{ {axe}\n}}"), vec![]).await?;
        let run = "
            const done = arguments[arguments.length - 1];
            axe.run(document, { resultTypes: ['violations'] }).then(
                ({ violations }) => done(violations.map((it) =>
                    `${it.id} (${it.help}): ${it.nodes.map((node) => node.target.join(' ') + ' — ' + node.failureSummary).join('; ')}`)),
                (error) => done([String(error)]));";
        let found = self.async_script(run, vec![]).await?;
        let found: Vec<String> = serde_json::from_value(found).context("axe-core gave no list")?;
        ensure!(found.is_empty(), "axe-core objects:\n  {}", found.join("\n  "));
        Ok(())
    }

    /// Tries `look` until it succeeds; its last error counts when it never does.
    async fn awaits(&self, look: impl AsyncFn() -> Result<()>) -> Result<()> {
        let start = Instant::now();
        loop {
            match look().await {
                Ok(()) => return Ok(()),
                Err(error) if start.elapsed() > PATIENCE => bail!(error),
                Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
            }
        }
    }
}
