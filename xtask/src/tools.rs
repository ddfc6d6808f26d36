//! The tools that building and testing need: finds each in a fitting version, or installs it.
//!
//! Owns every pinned version and the folder `target/tools`. Tools come from crates.io, npm and
//! Debian only; nothing outside `target/tools` is changed, except that apt-get, when it may, installs
//! browsers. What is on PATH already and fits is used. Knows nothing of what the tools are run for.

use crate::{lean, shell};
use anyhow::{Context, Result, bail, ensure};
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";
const BINARYEN: &str = "132.0.0";
const ESBUILD: &str = "0.28.2";
const AXE: &str = "4.14.1";

/// An engine in which the page is tested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Blink, by Debian's Chromium.
    Chromium,
    /// Gecko, by Firefox.
    Firefox,
    /// WebKit, by WebKitGTK's test browser.
    WebKit,
}

impl Engine {
    /// Every engine.
    pub(crate) const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Names the engine as options and the page tests do.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Finds the engine of that name.
    ///
    /// # Errors
    /// Lists the names there are.
    pub(crate) fn named(name: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|engine| engine.name() == name);
        found.with_context(|| format!("{name} is no engine: say chromium, firefox or webkit"))
    }

    /// Lists what the engine's tests start, each with the Debian package that has it.
    fn needs(self) -> &'static [(Need, &'static str)] {
        match self {
            Self::Chromium => &[
                (Need::Program("chromium"), "chromium"),
                (Need::Program("chromedriver"), "chromium-driver"),
            ],
            Self::Firefox => &[(Need::Program("firefox-esr"), "firefox-esr")],
            Self::WebKit => &[
                (Need::Program("WebKitWebDriver"), "webkit2gtk-driver"),
                (Need::Program("Xvfb"), "xvfb"),
                (Need::Module("gi"), "python3-gi"),
                (Need::Module("gi.repository.WebKit2"), "gir1.2-webkit2-4.1"),
            ],
        }
    }
}

/// Something that has to be there before a page test can start.
#[derive(Clone, Copy)]
enum Need {
    /// A program on PATH.
    Program(&'static str),
    /// A module of the system's own Python, which opens WebKit's window.
    Module(&'static str),
}

impl Need {
    fn is_met(self) -> bool {
        match self {
            Self::Program(program) => is_on_path(program),
            Self::Module(module) => {
                let import = format!("import {module}");
                shell::output(Command::new("/usr/bin/python3").args(["-c", &import])).is_ok()
            }
        }
    }
}

/// Fonts without which emoji, Chinese or Arabic would be empty boxes in a screenshot.
const FONTS: [&str; 3] = ["fonts-noto-core", "fonts-noto-cjk", "fonts-noto-color-emoji"];

/// Makes ready what building the page needs.
///
/// # Errors
/// Says what could not be installed.
pub(crate) fn for_building() -> Result<()> {
    wasm_target()?;
    crate_tool("trunk", "trunk", TRUNK, Lock::Theirs)?;
    let bindgen = locked_version("wasm-bindgen")?;
    // Its lock file holds yanked crates, so it is built against newest fitting ones.
    crate_tool("wasm-bindgen", "wasm-bindgen-cli", &bindgen, Lock::Fresh)?;
    npm_tool("binaryen", BINARYEN)?;
    npm_tool("esbuild", ESBUILD)?;
    lean::ready()
}

/// Makes ready what page tests in `engines` need, on top of the built page.
///
/// # Errors
/// Says what could not be installed, and how to install it by hand.
pub(crate) fn for_page_tests(engines: &[Engine]) -> Result<()> {
    npm_tool("axe-core", AXE)?;
    if engines.contains(&Engine::Firefox) {
        crate_tool("geckodriver", "geckodriver", GECKODRIVER, Lock::Theirs)?;
    }
    browsers(engines)
}

/// Starts a command that finds our tools first, then what is on PATH.
pub(crate) fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.env("PATH", path());
    command
}

/// Starts trunk, which must not look for a newer self, nor stumble over a NO_COLOR of `1`.
pub(crate) fn trunk() -> Command {
    let mut trunk = command("trunk");
    trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR");
    lean::lean(&mut trunk);
    trunk
}

fn folder() -> PathBuf {
    shell::root().join("target/tools")
}

fn path() -> OsString {
    // Trunk calls this very program when it has built.
    let this = std::env::current_exe().ok().and_then(|this| Some(this.parent()?.to_owned()));
    let own = [folder().join("bin"), folder().join("npm/node_modules/.bin")];
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let all = own.into_iter().chain(this).chain(std::env::split_paths(&rest));
    // Only a path with a colon in it cannot be joined; then the system's own PATH has to do.
    std::env::join_paths(all).unwrap_or(rest)
}

fn wasm_target() -> Result<()> {
    let target = "wasm32-unknown-unknown";
    let installed = shell::output(command("rustup").args(["target", "list", "--installed"]))?;
    if installed.lines().any(|line| line == target) {
        return Ok(());
    }
    shell::run(command("rustup").args(["target", "add", target]))
}

/// Whose choice the versions of a tool's own dependencies are.
#[derive(Clone, Copy)]
enum Lock {
    Theirs,
    Fresh,
}

fn crate_tool(program: &str, package: &str, version: &str, lock: Lock) -> Result<()> {
    let said = shell::output(command(program).arg("--version")).unwrap_or_default();
    if names_version(&said, version) {
        return Ok(());
    }
    println!("{program} {version} is not here yet; cargo builds it once, for some minutes.");
    let mut install = command("cargo");
    install.args(["install", "--force", "--root"]).arg(folder());
    if matches!(lock, Lock::Theirs) {
        install.arg("--locked");
    }
    shell::run(install.arg(format!("{package}@{version}")))
}

/// Tells whether the first line of `said` names exactly `version`.
fn names_version(said: &str, version: &str) -> bool {
    said.lines().next().is_some_and(|line| line.split_whitespace().any(|word| word == version))
}

fn npm_tool(package: &str, version: &str) -> Result<()> {
    let prefix = folder().join("npm");
    let manifest = prefix.join("node_modules").join(package).join("package.json");
    let has = std::fs::read_to_string(manifest).unwrap_or_default();
    if has.contains(&format!("\"version\": \"{version}\"")) {
        return Ok(());
    }
    std::fs::create_dir_all(&prefix).context("cannot make the folder for npm's packages")?;
    let mut install = command("npm");
    install.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--save-exact"]);
    shell::run(install.arg("--prefix").arg(prefix).arg(format!("{package}@{version}")))
}

fn browsers(engines: &[Engine]) -> Result<()> {
    let needs = engines.iter().flat_map(|engine| engine.needs());
    let unmet = needs.filter(|(need, _)| !need.is_met());
    let mut missing = unmet.map(|(_, package)| *package).collect::<Vec<_>>();
    if may_install() {
        missing.extend(FONTS.into_iter().filter(|font| !is_installed(font)));
        if missing.is_empty() {
            return Ok(());
        }
        shell::run(command("apt-get").arg("update"))?;
        let mut install = command("apt-get");
        install.env("DEBIAN_FRONTEND", "noninteractive");
        return shell::run(
            install.args(["install", "-y", "--no-install-recommends"]).args(missing),
        );
    }
    ensure!(
        missing.is_empty(),
        "browsers for the page tests are missing; as root: apt-get install {} {}",
        missing.join(" "),
        FONTS.join(" ")
    );
    Ok(())
}

/// Tells whether this user can install Debian packages here.
fn may_install() -> bool {
    let user = shell::output(Command::new("id").arg("-u")).unwrap_or_default();
    user.trim() == "0" && is_on_path("apt-get")
}

fn is_installed(package: &str) -> bool {
    let mut ask = Command::new("dpkg-query");
    let said = shell::output(ask.args(["-W", "-f=${Status}", package])).unwrap_or_default();
    said == "install ok installed"
}

fn is_on_path(program: &str) -> bool {
    std::env::split_paths(&path()).any(|folder| folder.join(program).is_file())
}

/// Reads the version of `package` that Cargo.lock holds.
fn locked_version(package: &str) -> Result<String> {
    let lock = std::fs::read_to_string(shell::root().join("Cargo.lock"))
        .context("cannot read Cargo.lock; run `cargo generate-lockfile`")?;
    match version_in(&lock, package) {
        Some(version) => Ok(version.to_owned()),
        None => bail!("Cargo.lock names no {package}; run `cargo generate-lockfile`"),
    }
}

fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let (_, after) = lock.split_once(&format!("name = \"{package}\"\nversion = \""))?;
    after.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_of_another_version_does_not_fit() {
        assert!(names_version("geckodriver 0.37.1\n\nThe source code", "0.37.1"));
        assert!(names_version("trunk 0.21.14", "0.21.14"));
        assert!(!names_version("wasm-bindgen 0.2.13", "0.2.130"));
        assert!(!names_version("", "0.2.130"));
    }

    #[test]
    fn the_lock_file_knows_the_version() {
        let lock = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn every_engine_is_found_by_its_name() {
        for engine in Engine::ALL {
            assert_eq!(Engine::named(engine.name()).unwrap(), engine);
        }
        assert!(Engine::named("ie6").is_err());
    }
}
