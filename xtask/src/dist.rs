//! `dist`: writes the page to `dist/`, as a site and as one file, and prints what each file weighs.
//!
//! Trunk builds and calls `seal` when it has built (see Trunk.toml). Owns the limit on the page's
//! weight; knows nothing of what is in the files.

use crate::{shell, tools};
use anyhow::{Context, Result, ensure};
use flate2::{Compression, write::GzEncoder};
use pico_args::Arguments;
use std::io::Write;

/// What the files of the site shall weigh together, gzipped, in bytes: 120 KiB for the annotator
/// and 60 KiB for the splitter's rules and the words of its languages.
const GOAL: usize = 180 * 1024;
/// What they may weigh until they reach the goal: lowered whenever they have become lighter, so
/// that no change makes the page heavier unnoticed.
const LIMIT: usize = 512 * 1024;

/// Builds `dist/` and prints the size of every file in it.
///
/// # Errors
/// When the build fails, or the site is heavier than it may be.
pub(crate) fn run(arguments: Arguments) -> Result<()> {
    shell::no_more(arguments)?;
    let total = build()?;
    is_light_enough(total)
}

/// Builds `dist/`, prints the size of every file in it and gives what the site weighs gzipped.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Result<usize> {
    tools::for_building()?;
    shell::run(tools::trunk().args(["build", "--release"]))?;
    let files = weigh()?;
    println!("{:>9} {:>9}  file", "bytes", "gzipped");
    for file in &files {
        println!("{:>9} {:>9}  dist/{}", file.bytes, file.gzipped, file.name);
    }
    let site = files.iter().filter(|file| file.name != crate::seal::SINGLE_FILE);
    let total = site.map(|file| file.gzipped).sum::<usize>();
    println!("{:>9} {total:>9}  the site, of at most {LIMIT}; the goal is {GOAL}", "");
    Ok(total)
}

/// Holds the site's weight against the limit.
///
/// # Errors
/// When it is heavier.
pub(crate) fn is_light_enough(total: usize) -> Result<()> {
    ensure!(
        total <= LIMIT,
        "the site weighs {total} bytes gzipped, more than {LIMIT}; make it lighter"
    );
    Ok(())
}

/// A file of `dist/` and what it weighs.
struct Weight {
    name: String,
    bytes: usize,
    gzipped: usize,
}

fn weigh() -> Result<Vec<Weight>> {
    let mut files = Vec::new();
    let folder = shell::root().join("dist");
    for entry in std::fs::read_dir(&folder).context("cannot list dist/")? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        ensure!(
            entry.file_type()?.is_file(),
            "dist/{name} is a folder; the page has plain files only"
        );
        let content =
            std::fs::read(entry.path()).with_context(|| format!("cannot read dist/{name}"))?;
        files.push(Weight { name, bytes: content.len(), gzipped: gzipped(&content)? });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Counts the bytes of `content` as a server sends it at the strongest gzip.
fn gzipped(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heavy_site_is_refused() {
        assert!(is_light_enough(LIMIT).is_ok());
        assert!(is_light_enough(LIMIT + 1).is_err());
    }

    #[test]
    fn repetition_weighs_little() {
        let weight = gzipped(&[b'a'; 10_000]).unwrap();
        assert!((20..100).contains(&weight), "{weight}");
    }
}
