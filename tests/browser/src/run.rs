//! Running scenarios: each in every engine asked for, as a test with a name of its own.
//!
//! Owns the time a scenario may take and what is kept of one that failed. Knows no scenario.

use crate::{Engine, Page, server};
use anyhow::{Context, Result, anyhow, ensure};
use libtest_mimic::{Arguments, Failed, Trial};
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::time::Duration;

/// More than a scenario waits for its slowest step, so that the step is named.
const LIMIT: Duration = Duration::from_secs(400);

type Running<'a> = Pin<Box<dyn Future<Output = Result<()>> + 'a>>;

/// Something a user does with the page, start to end.
#[derive(Clone, Copy)]
pub struct Scenario {
    name: &'static str,
    run: for<'a> fn(&'a mut Page) -> Running<'a>,
}

impl Scenario {
    /// Makes a scenario; `scenarios!` calls it.
    pub fn new(name: &'static str, run: for<'a> fn(&'a mut Page) -> Running<'a>) -> Self {
        Self { name, run }
    }
}

/// Runs `scenarios` as tests named `engine::scenario`, with the options of any cargo test.
///
/// ASCRIBE_ENGINES names the engines (`chromium,webkit`); without it there are all three.
#[must_use]
pub fn run(scenarios: &[Scenario]) -> ExitCode {
    match trials(scenarios) {
        Ok(trials) => libtest_mimic::run(&Arguments::from_args(), trials).exit_code(),
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn trials(scenarios: &[Scenario]) -> Result<Vec<Trial>> {
    let page = server::dist().join("index.html");
    ensure!(page.is_file(), "there is no built page to test; `cargo xtask dist` builds it");
    let mut trials = Vec::new();
    for engine in Engine::asked_for()? {
        trials.extend(scenarios.iter().copied().map(|scenario| {
            let name = format!("{}::{}", engine.name(), scenario.name);
            Trial::test(name, move || {
                attempt(engine, scenario).map_err(|error| Failed::from(format!("{error:#}")))
            })
        }));
    }
    Ok(trials)
}

/// Runs a scenario, and once more when the browser itself broke down below it: engines do that now
/// and then. A page that brings a browser down does it again, and fails.
fn attempt(engine: Engine, scenario: Scenario) -> Result<()> {
    match attempt_once(engine, scenario) {
        Err(error) if is_breakdown(&format!("{error:#}")) => {
            let (engine_name, name) = (engine.name(), scenario.name);
            eprintln!(
                "{engine_name}::{name} is run once more: the browser broke down.\n  {error:#}"
            );
            attempt_once(engine, scenario)
        }
        outcome => outcome,
    }
}

/// Tells whether a driver says in `error` that its browser crashed.
fn is_breakdown(error: &str) -> bool {
    ["page crash", "tab crashed"].iter().any(|words| error.contains(words))
}

fn attempt_once(engine: Engine, scenario: Scenario) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let mut page = Page::start(engine).await?;
        let outcome = match tokio::time::timeout(LIMIT, (scenario.run)(&mut page)).await {
            Ok(outcome) => outcome,
            Err(_) => Err(anyhow!("not done after {} seconds", LIMIT.as_secs())),
        };
        match outcome {
            Ok(()) => page.finish().await,
            Err(error) => Err(with_evidence(error, engine, scenario, &mut page).await),
        }
    })
}

/// Adds to `error` what else went wrong, and where a picture of the page is.
async fn with_evidence(
    error: anyhow::Error,
    engine: Engine,
    scenario: Scenario,
    page: &mut Page,
) -> anyhow::Error {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../target/page-tests");
    let file = folder.join(format!("{}-{}.png", engine.name(), scenario.name.replace("::", "-")));
    let kept = async {
        std::fs::create_dir_all(&folder).context("cannot make target/page-tests")?;
        page.screenshot(&file).await
    };
    let picture = match kept.await {
        Ok(()) => format!(
            "a picture is in target/page-tests/{}",
            file.file_name().unwrap_or_default().display()
        ),
        Err(problem) => format!("there is no picture: {problem:#}"),
    };
    let problems = page.problems().await.unwrap_or_default();
    anyhow!("{error:#}\n  {picture}\n  on the page went wrong: {problems:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_browser_that_broke_down_is_tried_again() {
        assert!(is_breakdown(
            "a script failed in the page\n  there is no picture: webdriver returned error: session \
             deleted because of page crash or hang."
        ));
        assert!(is_breakdown("unknown error: session deleted because of tab crashed"));
        assert!(!is_breakdown("the page shows no “Saved in this browser” after 10 seconds"));
    }
}
