//! `eval quotes`: hands the suggester to the scorer of a folder of marked articles. Knows where
//! that folder keeps what; knows no score.

use crate::shell;
use std::path::Path;
use std::process::Command;

/// The articles the folder has, with their language.
const CORPORA: [(&str, &str); 2] = [("polnear.jsonl", "en"), ("degnews.jsonl", "de")];

/// Runs the folder's `score.py` over each of its corpora, with `suggest` as the program to score.
///
/// # Errors
/// A sentence that says which argument is missing, or what the scorer said.
pub(crate) fn run(words: &[&str]) -> Result<(), String> {
    let [directory] = words else {
        return Err("usage: cargo xtask eval quotes DIR".to_owned());
    };
    let own = std::env::current_exe()
        .map_err(|error| format!("the running program cannot be found: {error}"))?;
    for (corpus, language) in CORPORA {
        let folder = Path::new(directory);
        let mut scorer = Command::new("python3");
        scorer.arg(folder.join("score.py")).arg("--gold").arg(folder.join(corpus));
        scorer.args(["--split", "dev", "--cmd"]);
        scorer.arg(format!("'{}' suggest --language {language}", own.display()));
        shell::run(&mut scorer).map_err(|error| format!("{error:#}"))?;
    }
    Ok(())
}
