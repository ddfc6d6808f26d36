//! A user's page: one browser with its profile, its server and its open tabs.
//!
//! Owns the life of a session, from the first start over a killed browser to the last look at what
//! went wrong. How a user points, types and sees stands in the files beside this one.

use crate::engine::{Driver, Profile, capabilities};
use crate::{Engine, Server, Wishes, process, server};
use anyhow::{Context, Result, bail, ensure};
use fantoccini::wd::WindowHandle;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use std::cell::Cell;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A browser with the page in it, as a user has it before them.
pub struct Page {
    engine: Engine,
    server: Server,
    folders: TempDir,
    wishes: Wishes,
    // The client stands before the driver, so that it is dropped first.
    client: Option<Client>,
    driver: Option<Driver>,
    problems: Vec<String>,
    /// The open tabs in the order of opening: a driver may name them in any.
    tabs: Vec<WindowHandle>,
    last_click: Cell<Option<Instant>>,
}

/// Within this time, browsers count a click as one more of the last.
const CLICKS_ADD_UP: Duration = Duration::from_millis(520);

impl Page {
    /// Starts a browser of that engine on a new profile, with nothing open.
    ///
    /// # Errors
    /// When a program is missing or the browser does not start.
    pub async fn start(engine: Engine) -> Result<Self> {
        let mut page = Self {
            engine,
            server: Server::start().await?,
            folders: tempfile::Builder::new().prefix("ascribe-").tempdir()?,
            wishes: Wishes::default(),
            client: None,
            driver: None,
            problems: Vec::new(),
            tabs: Vec::new(),
            last_click: Cell::new(None),
        };
        for folder in ["profile", "downloads", "files"] {
            std::fs::create_dir(page.folders.path().join(folder))?;
        }
        page.start_browser().await?;
        Ok(page)
    }

    /// Opens the site's page.
    ///
    /// # Errors
    /// When the browser cannot open it.
    pub async fn open(&mut self) -> Result<()> {
        let address = self.server.address();
        self.open_at(&address).await
    }

    /// Opens the site's page in a browser that `script` has changed before the page began: one that
    /// refuses storage, or never gets ready.
    ///
    /// # Errors
    /// When the browser cannot open it.
    pub async fn open_after(&mut self, script: &str) -> Result<()> {
        self.server.put_page_after("changed.html", script)?;
        let address = format!("{}changed.html", self.server.address());
        self.open_at(&address).await
    }

    /// Opens another address in the same tab, such as a `file://` one or a page put on the server.
    ///
    /// # Errors
    /// When the browser cannot open it.
    pub async fn open_at(&mut self, address: &str) -> Result<()> {
        self.gather_problems().await?;
        self.client()?.goto(address).await.with_context(|| format!("cannot open {address}"))?;
        // Pages that the server has not changed are watched from here on.
        self.script(include_str!("../assets/watch.js"), vec![]).await.map(drop)
    }

    /// Opens the single file from the disk, as a double click does.
    ///
    /// # Errors
    /// When the browser cannot open it.
    pub async fn open_single_file(&mut self) -> Result<()> {
        let file = server::dist().join("ascribe.html").canonicalize();
        let file = file.context("dist/ascribe.html is missing; `cargo xtask dist` builds it")?;
        self.open_at(&format!("file://{}", file.display())).await
    }

    /// Reloads the page.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn reload(&mut self) -> Result<()> {
        self.gather_problems().await?;
        Ok(self.client()?.refresh().await?)
    }

    /// Opens the site's page in a second tab and turns to it; tabs are numbered from 0.
    ///
    /// # Errors
    /// When the browser opens no tab.
    pub async fn open_tab(&mut self) -> Result<()> {
        self.gather_problems().await?;
        self.tabs().await?;
        let tab = self.client()?.new_window(true).await?;
        self.client()?.switch_to_window(tab.handle).await?;
        self.open().await
    }

    /// Turns to tab number `index`, in the order of opening.
    ///
    /// # Errors
    /// When there is no such tab.
    pub async fn turn_to_tab(&mut self, index: usize) -> Result<()> {
        self.gather_problems().await?;
        let tabs = self.tabs().await?;
        let tab =
            tabs.into_iter().nth(index).with_context(|| format!("there is no tab {index}"))?;
        Ok(self.client()?.switch_to_window(tab).await?)
    }

    /// The open tabs in the order of opening.
    async fn tabs(&mut self) -> Result<Vec<WindowHandle>> {
        let open = self.client()?.windows().await?;
        self.tabs.retain(|tab| open.contains(tab));
        let fresh: Vec<WindowHandle> =
            open.into_iter().filter(|tab| !self.tabs.contains(tab)).collect();
        self.tabs.extend(fresh);
        Ok(self.tabs.clone())
    }

    /// Closes this tab, the way its ✕ does, and turns to the first that is left.
    ///
    /// # Errors
    /// When it was the last one.
    pub async fn close_tab(&mut self) -> Result<()> {
        self.gather_problems().await?;
        self.client()?.close_window().await?;
        let tabs = self.tabs().await?;
        let first = tabs.into_iter().next().context("the last tab was closed")?;
        Ok(self.client()?.switch_to_window(first).await?)
    }

    /// Ends the browser at once, as a power cut would, and starts it again on the same profile.
    ///
    /// Nothing is open then; call [`Page::open`].
    ///
    /// # Errors
    /// When there is nothing to end, or the browser does not start again.
    pub async fn kill_and_start_again(&mut self) -> Result<()> {
        self.gather_problems().await?;
        let driver = self.driver.take().context("no browser is running")?;
        let browser = driver.browser();
        ensure!(!browser.is_empty(), "the driver has no browser below it");
        process::kill(&browser);
        self.client = None;
        drop(driver);
        self.start_browser().await
    }

    /// Quits the browser and starts it again on the same profile, with the reader's `wishes`.
    ///
    /// # Errors
    /// When the browser does not start again.
    pub async fn start_again_with(&mut self, wishes: Wishes) -> Result<()> {
        self.gather_problems().await?;
        self.quit().await?;
        self.wishes = wishes;
        self.start_browser().await
    }

    /// Runs `script` in the page, as the body of a function; for what no user's verb can tell.
    ///
    /// # Errors
    /// When the script throws.
    pub async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        self.client()?.execute(script, arguments).await.context("a script failed in the page")
    }

    /// As [`Page::script`], for one that calls its last argument with the result.
    ///
    /// # Errors
    /// When the script throws or does not call in time.
    pub async fn async_script(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        let value = self.client()?.execute_async(script, arguments).await;
        value.context("a script failed in the page")
    }

    /// Names the engine, for the rare thing that only some can do.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// Gives the server with its notes of what was asked for.
    #[must_use]
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// Lists what went wrong so far: errors, refusals by the policy, requests to other hosts.
    ///
    /// # Errors
    /// When the page cannot be asked.
    pub async fn problems(&mut self) -> Result<Vec<String>> {
        self.gather_problems().await?;
        let strays = self.server.strays().into_iter();
        let strays = strays.map(|stray| format!("request to another host: {stray}"));
        Ok(self.problems.iter().cloned().chain(strays).collect())
    }

    /// Takes back problems that hold `words`, because the scenario means to cause them.
    ///
    /// # Errors
    /// When there is no such problem: then the scenario did not cause what it meant to.
    pub async fn forgives(&mut self, words: &str) -> Result<()> {
        self.gather_problems().await?;
        let before = self.problems.len();
        self.problems.retain(|problem| !problem.contains(words));
        ensure!(
            self.problems.len() < before,
            "nothing went wrong with “{words}”: {:?}",
            self.problems
        );
        Ok(())
    }

    /// Ends the session, and fails if anything went wrong unsaid.
    pub(crate) async fn finish(mut self) -> Result<()> {
        let problems = self.problems().await?;
        self.quit().await?;
        ensure!(problems.is_empty(), "the scenario ended well, but:\n  {}", problems.join("\n  "));
        Ok(())
    }

    pub(crate) fn client(&self) -> Result<&Client> {
        self.client.as_ref().context("no browser is running")
    }

    pub(crate) fn note_click(&self) {
        self.last_click.set(Some(Instant::now()));
    }

    /// Waits until a click is a first one again.
    pub(crate) async fn wait_since_click(&self) {
        let passed = self.last_click.get().map_or(CLICKS_ADD_UP, |last| last.elapsed());
        tokio::time::sleep(CLICKS_ADD_UP.saturating_sub(passed)).await;
    }

    /// Names a folder of this page: `downloads`, or `files` for what the user has on disk.
    pub(crate) fn folder(&self, name: &str) -> std::path::PathBuf {
        self.folders.path().join(name)
    }

    /// Lists the browser's processes.
    pub(crate) fn processes(&self) -> Vec<process::Pid> {
        self.driver.as_ref().map_or_else(Vec::new, Driver::browser)
    }

    async fn start_browser(&mut self) -> Result<()> {
        let profile = Profile {
            folder: self.folder("profile"),
            downloads: self.folder("downloads"),
            proxy_port: self.server.port(),
        };
        let driver = Driver::start(self.engine).await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities(self.engine, &profile, self.wishes)?)
            .connect(&driver.address)
            .await
            .with_context(|| format!("{} does not start", self.engine.name()))?;
        self.client = Some(client);
        self.driver = Some(driver);
        self.apply_wishes(self.wishes).await
    }

    async fn quit(&mut self) -> Result<()> {
        if let Some(client) = self.client.take() {
            client.close().await.context("the session does not end")?;
        }
        self.driver = None;
        Ok(())
    }

    /// Takes over what the watch in the page has noted, before a page goes away.
    async fn gather_problems(&mut self) -> Result<()> {
        let Some(client) = &self.client else { return Ok(()) };
        let noted = client.execute("return (window.__seen || []).splice(0);", vec![]).await?;
        let Value::Array(noted) = noted else { bail!("the watch in the page is broken: {noted}") };
        self.problems.extend(noted.iter().filter_map(Value::as_str).map(str::to_owned));
        Ok(())
    }
}
