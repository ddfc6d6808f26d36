//! One turn of one subject: a fresh browser, the article opened, keys pressed, scrolled, weighed.
//!
//! Owns the order of a turn. Time is taken inside the page, by `watch.js`, for page and controls
//! alike; memory is what only the renderer's process holds, after a collection of garbage.

use crate::news::FREE;
use crate::subject::{Ready, Subject};
use crate::table::{Row, Table};
use anyhow::{Context, Result, bail, ensure};
use browser_tests::{Engine, Page};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const WATCH: &str = include_str!("../../page/watch.js");
const CONTROL: &str = include_str!("../../page/control.html");

/// How long a measure may take.
const PATIENCE: Duration = Duration::from_secs(300);
/// How long the user looks at the page before a file is chosen: nobody is faster.
const FIRST_LOOK: Duration = Duration::from_secs(1);
/// Jumps from top to bottom, and frames that are watched after each.
const JUMPS: (u32, u32) = (60, 5);
/// What is typed into the page's find bar.
const SOUGHT: &str = "harbour";

/// Gives `subject` its turn with the article `ready` and notes what it took.
///
/// # Errors
/// When the browser fails, or the page does not do what is measured.
pub(crate) async fn subject(
    engine: Engine,
    subject: Subject,
    ready: &Ready,
    table: &mut Table,
) -> Result<()> {
    let mut page = Page::start(engine).await?;
    let mut turn = Turn { page: &mut page, subject, table };
    turn.open(ready).await?;
    turn.weigh().await?;
    turn.keys().await?;
    turn.scroll().await?;
    turn.find().await?;
    let problems = page.problems().await?;
    ensure!(problems.is_empty(), "measured, but on the page went wrong: {problems:?}");
    Ok(())
}

struct Turn<'t> {
    page: &'t mut Page,
    subject: Subject,
    table: &'t mut Table,
}

impl Turn<'_> {
    fn note(&mut self, row: Row, value: f64) {
        self.table.note(row, self.subject, value);
    }

    async fn bench(&self, call: &str) -> Result<Value> {
        self.page.script(&format!("return bench.{call};"), vec![]).await
    }

    /// Waits for a result of the watch in the page.
    async fn result(&self, name: &str) -> Result<Value> {
        let begin = Instant::now();
        while begin.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(200)).await;
            let result = self.bench(&format!("take({})", json!(name))).await?;
            if !result.is_null() {
                return Ok(result);
            }
        }
        bail!("{name}: no result after {} seconds", PATIENCE.as_secs())
    }

    async fn open(&mut self, ready: &Ready) -> Result<()> {
        match self.subject {
            Subject::Ascribe => {
                self.page.open().await?;
                self.page.sees("Open a file").await?;
                self.page.script(WATCH, vec![]).await?;
                tokio::time::sleep(FIRST_LOOK).await;
                self.bench("awaitFile()").await?;
                self.page.chooses_file("made-up.ascribe.json", &ready.file).await?;
            }
            control => {
                let server = self.page.server();
                server.put("control.html", CONTROL);
                server.put("article.json", &ready.values);
                let address = format!(
                    "{}control.html?paint={control}&article=article.json",
                    server.address()
                );
                self.page.open_at(&address).await?;
                self.page.waits_for("a ready control", "return !!window.load;", vec![]).await?;
                self.page.script(WATCH, vec![]).await?;
                tokio::time::sleep(FIRST_LOOK).await;
                self.bench("loadControl()").await?;
            }
        }
        let (shown, calm) = pair(&self.result("opened").await?)?;
        self.note(Row::Open, shown);
        self.note(Row::Calm, calm);
        Ok(())
    }

    async fn weigh(&mut self) -> Result<()> {
        if self.subject == Subject::Ascribe {
            let saved = "return document.querySelector('header').textContent.includes('Saved in');";
            let begin = Instant::now();
            while self.page.script(saved, vec![]).await? != json!(true) {
                ensure!(begin.elapsed() < PATIENCE, "the article is not kept");
                tokio::time::sleep(Duration::from_millis(200)).await;
            }
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
        self.page.collect_garbage().await?;
        let bytes = self.page.private_memory()?;
        self.note(Row::Memory, bytes as f64 / f64::from(1 << 20));
        Ok(())
    }

    async fn keys(&mut self) -> Result<()> {
        for words in FREE {
            self.page.select_in("article p", words).await?;
            let took = self.press("c", "c").await?;
            ensure!(self.marked("claim", words).await? == words, "“{words}” is not tagged");
            self.note_key(Row::Tag, Row::TagWork, took);

            let took = self.press("q", "q").await?;
            ensure!(self.marked("quote", words).await? == words, "“{words}” is not relabelled");
            self.note_key(Row::Relabel, Row::RelabelWork, took);

            let took = self.press("Alt+Shift+ArrowRight", "ArrowRight").await?;
            let moved = self.marked("quote", words).await?.len() > words.len();
            if moved {
                self.note_key(Row::Edge, Row::EdgeWork, took);
                self.press("Control+z", "z").await?;
            }

            let took = self.press("Control+z", "z").await?;
            ensure!(
                self.marked("claim", words).await? == words,
                "“{words}” is not relabelled back"
            );
            self.note_key(Row::Undo, Row::UndoWork, took);
        }
        Ok(())
    }

    fn note_key(&mut self, row: Row, work_row: Row, (shown, work): (f64, f64)) {
        self.note(row, shown);
        self.note(work_row, work);
    }

    /// Presses a chord of which `key` is the last one, and gives the milliseconds until what it did
    /// was shown, and until the work for it was done.
    async fn press(&self, chord: &str, key: &str) -> Result<(f64, f64)> {
        self.bench(&format!("awaitKey({})", json!(key))).await?;
        self.page.press(chord).await?;
        pair(&self.result("key").await?)
    }

    async fn marked(&self, label: &str, words: &str) -> Result<String> {
        let found = self.bench(&format!("marked({}, {})", json!(label), json!(words))).await?;
        Ok(found.as_str().unwrap_or_default().to_owned())
    }

    async fn scroll(&mut self) -> Result<()> {
        let (jumps, frames) = JUMPS;
        self.page.script(&format!("bench.scroll({jumps}, {frames});"), vec![]).await?;
        let (slow, worst) = pair(&self.result("scroll").await?)?;
        self.note(Row::SlowFrames, slow);
        self.note(Row::WorstFrame, worst);
        Ok(())
    }

    /// Types into the find bar, where the page has one.
    async fn find(&mut self) -> Result<()> {
        if self.subject != Subject::Ascribe {
            return Ok(());
        }
        self.page.press("Control+f").await?;
        let field = "return document.activeElement.matches('input');";
        if self.page.script(field, vec![]).await? != json!(true) {
            return Ok(());
        }
        for letter in SOUGHT.chars().map(String::from) {
            let (shown, _) = self.press(&letter, &letter).await?;
            self.note(Row::Find, shown);
        }
        Ok(())
    }
}

fn pair(value: &Value) -> Result<(f64, f64)> {
    value[0].as_f64().zip(value[1].as_f64()).with_context(|| format!("{value} is no two numbers"))
}
