//! `bench`: measures the sentence splitter and the page beside others.
//!
//! Knows how to build and start what measures; the measuring is in the member `bench`.

use crate::tools::{self, Engine};
use crate::{dist, lean, shell};
use anyhow::{Context, Result, bail, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use pico_args::Arguments;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs `sentences FILE`: speeds in MB/s on the text in the file, and how many sentences each found;
/// or `page`: the built page beside its controls in a browser.
///
/// # Errors
/// When the file cannot be read, a build fails or the browser does not start.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    match arguments.subcommand()?.as_deref() {
        Some("sentences") => sentences(arguments),
        Some("page") => page(arguments),
        _ => bail!("name what to measure: sentences FILE, or page"),
    }
}

/// Builds the page and hands the options on to what measures it.
fn page(mut arguments: Arguments) -> Result<()> {
    let browser: Option<String> = arguments.opt_value_from_str("--browser")?;
    let engine = browser.as_deref().map_or(Ok(Engine::Chromium), Engine::named)?;
    tools::for_page_tests(&[engine])?;
    dist::build()?;
    let mut cargo = tools::command("cargo");
    cargo.args(["run", "--quiet", "--package", "ascribe-bench", "--bin", "page", "--"]);
    cargo.args(["--browser", engine.name()]);
    shell::run(cargo.args(arguments.finish()))
}

fn sentences(mut arguments: Arguments) -> Result<()> {
    let file: PathBuf = arguments.free_from_str().context("name the file with the text")?;
    shell::no_more(arguments)?;
    let file =
        fs::canonicalize(&file).with_context(|| format!("{} cannot be read", file.display()))?;
    natively(&file)?;
    in_browser(&file)
}

fn natively(file: &Path) -> Result<()> {
    let mut cargo = Command::new("cargo");
    cargo.args(["run", "--quiet", "--profile", "speed", "--package", "ascribe-bench"]);
    shell::run(cargo.args(["--bin", "sentences", "--"]).arg(file))
}

/// Measures in a page whose wasm is built as the one that ships.
fn in_browser(file: &Path) -> Result<()> {
    let wasm = "wasm32-unknown-unknown";
    lean::ready()?;
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--lib", "--package", "ascribe-bench"]);
    lean::lean(&mut cargo);
    shell::run(cargo.args(["--target", wasm]))?;

    let folder = shell::root().join("target/bench");
    fs::create_dir_all(&folder)?;
    let tool = shell::root().join("target/tools/bin/wasm-bindgen");
    let tool = if tool.exists() { tool } else { PathBuf::from("wasm-bindgen") };
    let mut bindgen = Command::new(tool);
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "splitters"]);
    bindgen.arg("--out-dir").arg(&folder);
    shell::run(bindgen.arg(format!("target/{wasm}/release/ascribe_bench.wasm")))?;

    let bytes = BASE64_STANDARD.encode(fs::read(folder.join("splitters_bg.wasm"))?);
    fs::write(folder.join("bytes.js"), format!("const BYTES = \"{bytes}\""))?;
    let text = serde_json::to_string(&fs::read_to_string(file)?)?;
    fs::write(folder.join("text.js"), format!("const TEXT = {text}"))?;
    let page = folder.join("sentences.html");
    fs::copy(shell::root().join("bench/sentences.html"), &page)?;

    let mut chromium = Command::new("chromium");
    chromium.args(["--headless", "--no-sandbox", "--disable-gpu", "--timeout=300000"]);
    chromium.arg("--dump-dom").arg(format!("file://{}", page.display()));
    let dom = shell::output(&mut chromium)?;
    let table =
        dom.split_once("<pre id=\"table\">").and_then(|(_, rest)| rest.split_once("</pre>"));
    let (table, _) = table.context("the page wrote no table")?;
    ensure!(!table.is_empty(), "the page measured nothing");
    println!("in Chromium:\n{table}");
    Ok(())
}
