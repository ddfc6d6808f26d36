//! `test`: runs everything a change must pass, and stops at the first that fails.
//!
//! The page tests come last, so that the output ends in the test runner's own summary. Knows the
//! order of the steps and nothing of what they find.

use crate::tools::{self, Engine};
use crate::{check, dist, loaders, shell};
use anyhow::Result;
use pico_args::Arguments;
use std::path::PathBuf;

/// Runs all tests; with `--browser` or `--filter`, only the page tests that they name, and with
/// `--formats` only the loaders of other programs, over the annotation files named with it, too.
///
/// `--browser` may stand several times.
///
/// # Errors
/// Names the step that failed.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    let browsers: Vec<String> = arguments.values_from_str("--browser")?;
    let filter: Option<String> = arguments.opt_value_from_str("--filter")?;
    let formats = arguments.contains("--formats");
    if formats {
        let mut files: Vec<PathBuf> = Vec::new();
        while let Some(path) = arguments.opt_free_from_str()? {
            files.push(path);
        }
        shell::no_more(arguments)?;
        return loaders::run(&files);
    }
    shell::no_more(arguments)?;
    let everything = browsers.is_empty() && filter.is_none();
    let engines = match browsers.as_slice() {
        [] => Engine::ALL.to_vec(),
        names => names.iter().map(|name| Engine::named(name)).collect::<Result<_>>()?,
    };
    tools::for_building()?;
    tools::for_page_tests(&engines)?;
    if everything {
        without_browser()?;
    }
    let weight = dist::build()?;
    page(&engines, filter.as_deref())?;
    // Last, so that a page that grew too heavy is still tried.
    if everything { dist::is_light_enough(weight) } else { Ok(()) }
}

fn without_browser() -> Result<()> {
    let cargo = |words: &str| shell::run(tools::command("cargo").args(words.split(' ')));
    cargo("fmt --all --check")?;
    check::all()?;
    cargo("clippy --workspace --all-targets -- -D warnings")?;
    cargo("clippy --package ascribe --target wasm32-unknown-unknown -- -D warnings")?;
    cargo("test --workspace --exclude browser-tests")?;
    loaders::run(&[])
}

fn page(engines: &[Engine], filter: Option<&str>) -> Result<()> {
    let names = engines.iter().map(|engine| engine.name()).collect::<Vec<_>>().join(",");
    let mut test = tools::command("cargo");
    test.args(["test", "--package", "browser-tests"]).env("ASCRIBE_ENGINES", names);
    if let Some(filter) = filter {
        test.args(["--test", "page", "--", filter]);
    }
    shell::run(&mut test)
}
