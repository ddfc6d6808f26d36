//! `validate`: reads annotation files and prints each problem with its place.

use crate::shell;
use anyhow::{Context, Result, bail, ensure};
use ascribe::format::ascribe as native;
use pico_args::Arguments;
use std::path::PathBuf;

/// Checks the files that are named; silence and success mean that nothing is wrong.
///
/// # Errors
/// When a file has a problem; each is printed before.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    let (mut files, mut faulty) = (0, 0);
    while let Some(path) = arguments.opt_free_from_str::<PathBuf>()? {
        files += 1;
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("{} cannot be read", path.display()))?;
        let problems: Vec<String> = match native::read(&text) {
            Ok((_, problems)) => problems.iter().map(ToString::to_string).collect(),
            Err(error) => vec![error.to_string()],
        };
        for problem in &problems {
            println!("{}: {problem}", path.display());
        }
        faulty += usize::from(!problems.is_empty());
    }
    shell::no_more(arguments)?;
    ensure!(files > 0, "name the annotation files to check");
    if faulty > 0 {
        bail!("{faulty} of {files} files have problems");
    }
    Ok(())
}
