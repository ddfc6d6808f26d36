//! The three engines: how each is started, with which settings, and where it keeps what.
//!
//! Owns everything that differs between engines before a session stands. Knows nothing of the page.

use crate::process::{self, Pid};
use anyhow::{Context, Result, bail};
use fantoccini::wd::Capabilities;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// A browser engine under test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Blink, by Chromium and chromedriver.
    Chromium,
    /// Gecko, by Firefox and geckodriver.
    Firefox,
    /// WebKit, by WebKitGTK and WebKitWebDriver on a screen of its own.
    WebKit,
}

impl Engine {
    /// Lists the engines that ASCRIBE_ENGINES names, or all.
    ///
    /// # Errors
    /// When a name is none of `chromium`, `firefox`, `webkit`.
    pub fn asked_for() -> Result<Vec<Self>> {
        let names = std::env::var("ASCRIBE_ENGINES").unwrap_or_default();
        match names.as_str() {
            "" => Ok(vec![Self::Chromium, Self::Firefox, Self::WebKit]),
            names => names.split(',').map(Self::named).collect(),
        }
    }

    /// Finds the engine of that name.
    ///
    /// # Errors
    /// When the name is none of `chromium`, `firefox`, `webkit`.
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "chromium" => Ok(Self::Chromium),
            "firefox" => Ok(Self::Firefox),
            "webkit" => Ok(Self::WebKit),
            other => bail!("{other} is no engine: say chromium, firefox or webkit"),
        }
    }

    /// Names the engine in test names.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }
}

/// What a reader has set in the system.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wishes {
    /// Light on dark.
    pub dark: bool,
    /// No motion.
    pub reduced_motion: bool,
    /// Only the system's colours. WebKit knows no such thing.
    pub forced_colors: bool,
    /// Pages in German; otherwise in English, whatever the machine's own language.
    pub german: bool,
}

impl Wishes {
    fn language(self) -> &'static str {
        if self.german { "de-DE" } else { "en-US" }
    }
}

/// Folders that outlive a browser, so that a killed one can be started again on its data.
pub(crate) struct Profile {
    pub(crate) folder: PathBuf,
    pub(crate) downloads: PathBuf,
    /// Where requests to other hosts go.
    pub(crate) proxy_port: u16,
}

/// A driver and the browser below it; both end when this is dropped.
pub(crate) struct Driver {
    child: Child,
    screen: Option<Child>,
    pub(crate) address: String,
}

impl Driver {
    /// Starts the engine's driver; the browser starts with the session.
    ///
    /// # Errors
    /// Names the program that is missing.
    pub(crate) async fn start(engine: Engine) -> Result<Self> {
        let port = free_port()?;
        let (program, arguments) = match engine {
            Engine::Chromium => ("chromedriver", vec![format!("--port={port}")]),
            Engine::Firefox => (
                "geckodriver",
                vec![
                    "--port".into(),
                    port.to_string(),
                    "--websocket-port".into(),
                    free_port()?.to_string(),
                ],
            ),
            Engine::WebKit => ("WebKitWebDriver", vec![format!("--port={port}")]),
        };
        let own =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/tools/bin").join(program);
        let mut command = if own.is_file() { Command::new(own) } else { Command::new(program) };
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // Firefox's crash helper leaves its parent and would outlive a browser that is killed.
        command.env("MOZ_CRASHREPORTER_DISABLE", "1");
        let screen = match engine {
            Engine::WebKit => {
                let (screen, display) = start_screen().await?;
                command.env("DISPLAY", display);
                command.env("GTK_A11Y", "none").env("NO_AT_BRIDGE", "1").env("GDK_BACKEND", "x11");
                Some(screen)
            }
            Engine::Chromium | Engine::Firefox => None,
        };
        let child = command
            .spawn()
            .with_context(|| format!("cannot start {program}; `cargo xtask test` installs it"))?;
        let driver = Self { child, screen, address: format!("http://127.0.0.1:{port}") };
        driver.wait_until_it_listens(port).await?;
        Ok(driver)
    }

    async fn wait_until_it_listens(&self, port: u16) -> Result<()> {
        for _ in 0..500 {
            if tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
        bail!("the driver does not answer on port {port} after 10 seconds")
    }

    /// Lists the browser's processes.
    pub(crate) fn browser(&self) -> Vec<Pid> {
        process::descendants(self.child.id())
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let browser = self.browser();
        for child in std::iter::once(&mut self.child).chain(&mut self.screen) {
            if let Err(error) = child.kill().and_then(|()| child.wait()) {
                eprintln!("cannot end process {}: {error}", child.id());
            }
        }
        process::kill(&browser);
    }
}

/// Starts a screen in memory and waits for its name.
async fn start_screen() -> Result<(Child, String)> {
    let mut screen = Command::new("Xvfb");
    screen.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
    let mut child = screen
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .context("cannot start Xvfb; `cargo xtask test` installs it")?;
    let mut said = child.stdout.take().context("Xvfb has no output")?;
    let name = tokio::task::spawn_blocking(move || {
        use std::io::BufRead;
        let mut line = String::new();
        std::io::BufReader::new(&mut said).read_line(&mut line).map(|_| line)
    });
    let name = name.await??;
    Ok((child, format!(":{}", name.trim())))
}

/// Finds a port that nobody listens on.
fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0").context("no port is free")?.local_addr()?.port())
}

/// Writes what the driver has to know to start the engine's browser.
///
/// # Errors
/// When the browser is not installed.
pub(crate) fn capabilities(
    engine: Engine,
    profile: &Profile,
    wishes: Wishes,
) -> Result<Capabilities> {
    let value = match engine {
        Engine::Chromium => chromium(profile, wishes)?,
        Engine::Firefox => firefox(profile, wishes)?,
        Engine::WebKit => webkit(profile, wishes),
    };
    match value {
        Value::Object(capabilities) => Ok(capabilities),
        _ => bail!("capabilities are an object"),
    }
}

fn chromium(profile: &Profile, wishes: Wishes) -> Result<Value> {
    let arguments = [
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        "--window-size=1200,900".to_owned(),
        format!("--lang={}", wishes.language()),
        format!("--accept-lang={}", wishes.language()),
        format!("--proxy-server=http://127.0.0.1:{}", profile.proxy_port),
        format!("--user-data-dir={}", profile.folder.display()),
    ];
    Ok(json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": on_path(&["chromium", "google-chrome"])?,
            "args": arguments,
            "prefs": {
                "download.default_directory": profile.downloads,
                "download.prompt_for_download": false,
            },
        },
    }))
}

fn firefox(profile: &Profile, wishes: Wishes) -> Result<Value> {
    // Its window is 500 pixels wide at least, unless its own style is told otherwise.
    let chrome = profile.folder.join("chrome");
    std::fs::create_dir_all(&chrome).context("cannot write into the profile")?;
    std::fs::write(chrome.join("userChrome.css"), ":root { min-width: 0 !important; }")?;
    let proxy = format!("127.0.0.1:{}", profile.proxy_port);
    let mut preferences = json!({
        "browser.download.folderList": 2,
        "browser.download.dir": profile.downloads,
        "browser.download.useDownloadDir": true,
        "browser.download.alwaysOpenPanel": false,
        "browser.helperApps.neverAsk.saveToDisk": "application/json,text/plain,application/octet-stream",
        "browser.sessionstore.resume_from_crash": false,
        "toolkit.startup.max_resumed_crashes": -1,
        "network.captive-portal-service.enabled": false,
        "network.connectivity-service.enabled": false,
        "intl.accept_languages": wishes.language(),
        "layout.css.prefers-color-scheme.content-override": if wishes.dark { 0 } else { 1 },
        "toolkit.legacyUserProfileCustomizations.stylesheets": true,
        "ui.prefersReducedMotion": i32::from(wishes.reduced_motion),
    });
    if wishes.forced_colors {
        preferences["browser.display.document_color_use"] = json!(2);
    }
    Ok(json!({
        "browserName": "firefox",
        "proxy": { "proxyType": "manual", "httpProxy": proxy, "sslProxy": proxy, "noProxy": ["127.0.0.1"] },
        "moz:firefoxOptions": {
            "binary": on_path(&["firefox-esr", "firefox"])?,
            "args": ["-headless", "-profile", profile.folder],
            "prefs": preferences,
        },
    }))
}

fn webkit(profile: &Profile, wishes: Wishes) -> Value {
    let launcher = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/webkit.py");
    let proxy = format!("http://127.0.0.1:{}", profile.proxy_port);
    let wish = |on: bool, word: &'static str| if on { word } else { "" };
    let language = wishes.language();
    let wishes = format!("{} {}", wish(wishes.dark, "dark"), wish(wishes.reduced_motion, "still"));
    json!({
        "browserName": "MiniBrowser",
        "webkitgtk:browserOptions": {
            // The system's own Python, which is where Debian puts WebKitGTK's bindings.
            "binary": "/usr/bin/python3",
            "args": [launcher, "--automation", profile.folder, profile.downloads, proxy, wishes, language],
        },
    })
}

/// Finds the first of `programs` that is installed.
fn on_path(programs: &[&str]) -> Result<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let places = || std::env::split_paths(&path);
    let found = programs
        .iter()
        .find_map(|program| places().map(|place| place.join(program)).find(|file| file.is_file()));
    found.with_context(|| format!("{} is missing; `cargo xtask test` installs it", programs[0]))
}
