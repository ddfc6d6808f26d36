//! Measures the built page in a browser, beside control pages that do the least a page can do, in
//! turns and by real input. Started by `cargo xtask bench page`; asserts nothing.

mod measure;
mod news;
mod size;
mod subject;
mod table;

use anyhow::{Context, Result, ensure};
use browser_tests::Engine;
use size::Size;
use std::process::ExitCode;
use subject::Subject;
use table::Table;

/// Rounds of a run without `--rounds`; in each, every subject has its turn in a fresh browser.
const ROUNDS: usize = 5;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = pico_args::Arguments::from_env();
    let rounds = arguments.opt_value_from_str("--rounds")?.unwrap_or(ROUNDS);
    let sizes: Option<String> = arguments.opt_value_from_str("--sizes")?;
    let subjects: Option<String> = arguments.opt_value_from_str("--beside")?;
    let engine: Option<String> = arguments.opt_value_from_str("--browser")?;
    let left = arguments.finish();
    ensure!(left.is_empty(), "{left:?} is no option here");
    let sizes = match &sizes {
        None => Size::ALL.to_vec(),
        Some(names) => names.split(',').map(Size::named).collect::<Result<_>>()?,
    };
    let subjects = match &subjects {
        None => Subject::ALL.to_vec(),
        Some(names) => std::iter::once(Ok(Subject::Ascribe))
            .chain(names.split(',').map(Subject::named))
            .collect::<Result<_>>()?,
    };
    let engine = engine.map_or(Ok(Engine::Chromium), |name| Engine::named(&name))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    for size in sizes {
        let article = subject::Ready::of(size)?;
        let mut table = Table::default();
        for round in 1..=rounds {
            for subject in &subjects {
                eprintln!("{} {size}: round {round} of {rounds}, {subject}", engine.name());
                let measured = measure::subject(engine, *subject, &article, &mut table);
                runtime.block_on(measured).with_context(|| format!("{subject} at {size}"))?;
            }
        }
        println!("\n{size} in {}, medians of {rounds} rounds", engine.name());
        print!("{}", table.show(size, &subjects));
    }
    Ok(())
}
