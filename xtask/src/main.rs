//! The project's commands: `cargo xtask VERB`.
//!
//! Owns the list of verbs. A verb is one file with a `run`; to add one, write the file and its line
//! in [`VERBS`]. Nothing in this crate ships, and nothing in it knows how an article is annotated.

mod bench;
mod check;
mod dist;
mod eval;
mod export;
mod fuzz;
mod lean;
mod loaders;
mod number;
mod seal;
mod serve;
mod shell;
mod slim;
mod split;
mod suggest;
mod test;
mod tools;
mod validate;

use anyhow::bail;
use pico_args::Arguments;
use std::process::ExitCode;

/// What a verb does with the options that stand after it.
type Run = fn(Arguments) -> anyhow::Result<()>;

/// Every verb, with the sentence that help prints.
const VERBS: &[(&str, &str, Run)] = &[
    (
        "serve",
        "Builds the page and serves it, again after every change. --port N (8080)",
        serve::run,
    ),
    (
        "test",
        "Runs everything a change must pass. --browser NAME or --filter TEXT: page tests only; \
         --formats [FILE…]: what others load our exports with",
        test::run,
    ),
    ("check", "Holds the sources against the rules of the house", check::run),
    ("dist", "Writes dist/: the site, and dist/ascribe.html, the page in one file", dist::run),
    ("seal", "Closes a built page against the network; trunk calls it after a build", seal::run),
    ("split", "Cuts a JSON array of texts into sentences. --language TAG", |rest| {
        with_words(rest, split::run)
    }),
    ("suggest", "Proposes who said what in a JSON array of texts. --language TAG", |rest| {
        with_words(rest, suggest::run)
    }),
    (
        "eval",
        "sentences DIR | quotes DIR | snap DIR: scores splitter and suggester, tries snapping",
        |mut rest| match rest.subcommand()?.as_deref() {
            Some("sentences") => with_words(rest, eval::sentences),
            Some("quotes") => with_words(rest, eval::quotes),
            Some("snap") => with_words(rest, eval::snap),
            _ => bail!("name what to try: sentences DIR, quotes DIR or snap DIR"),
        },
    ),
    (
        "bench",
        "sentences FILE: the splitter beside others. page: the built page beside controls. --rounds N \
         --sizes 4K+20,1M+10000 --beside hl,winc,mark --browser NAME",
        bench::run,
    ),
    (
        "export",
        "FORMAT FILE…: writes annotation files in another format. --out FOLDER",
        export::run,
    ),
    ("validate", "FILE…: prints what is wrong in annotation files", validate::run),
    ("fuzz", "Runs the fuzz_ tests over 100,000 cases each. --cases N", fuzz::run),
];

/// Hands the words after a verb to `run`.
fn with_words(rest: Arguments, run: fn(&[&str]) -> Result<(), String>) -> anyhow::Result<()> {
    let words = rest.finish();
    let words: Vec<_> = words.iter().map(|word| word.to_string_lossy()).collect();
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    run(&words).map_err(anyhow::Error::msg)
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_env();
    let asked = arguments.subcommand().unwrap_or_default().unwrap_or_default();
    let help = arguments.contains(["-h", "--help"]);
    let Some((_, about, run)) = VERBS.iter().find(|(name, ..)| *name == asked) else {
        eprintln!("cargo xtask VERB, where VERB is one of");
        for (name, about, _) in VERBS {
            eprintln!("    {name:8} {about}");
        }
        return if help { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    };
    if help {
        println!("cargo xtask {asked}: {about}");
        return ExitCode::SUCCESS;
    }
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {asked}: {error:#}");
            ExitCode::FAILURE
        }
    }
}
