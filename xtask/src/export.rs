//! `export`: writes annotation files in another format, so that a corpus converts in a pipe.
//!
//! Knows files and folders; the formats are the library's.

use crate::shell;
use anyhow::{Context, Result, bail, ensure};
use ascribe::document::Document;
use ascribe::format::{Format, ascribe as native};
use pico_args::Arguments;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Writes the files named after FORMAT to standard output, several as one zip archive, or into the
/// folder after `--out`. What the format cannot carry goes to standard error.
///
/// # Errors
/// Names the file that cannot be read, or lists the formats.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    let folder: Option<PathBuf> = arguments.opt_value_from_str("--out")?;
    let name = arguments.subcommand()?.unwrap_or_default();
    let Some(format) = Format::of(&name) else {
        let names = Format::ALL.map(Format::name).join(", ");
        bail!(
            "usage: cargo xtask export FORMAT FILE… [--out FOLDER], where FORMAT is one of {names}"
        );
    };
    let mut documents = Vec::new();
    while let Some(path) = arguments.opt_free_from_str::<PathBuf>()? {
        documents.push(read(&path)?);
    }
    shell::no_more(arguments)?;
    ensure!(!documents.is_empty(), "name the annotation files to write as {name}");
    let documents: Vec<&Document> = documents.iter().collect();
    let written = format.write(&documents);
    for loss in &written.losses {
        eprintln!("{name}: {loss}");
    }
    let Some(folder) = folder else {
        let (file, _) = written.download();
        return std::io::stdout().write_all(&file.bytes).context("standard output is closed");
    };
    std::fs::create_dir_all(&folder)
        .with_context(|| format!("cannot make the folder {}", folder.display()))?;
    for file in &written.files {
        let path = folder.join(&file.name);
        std::fs::write(&path, &file.bytes)
            .with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// Reads an annotation file; what is wrong in it goes to standard error.
fn read(path: &Path) -> Result<Document> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("{} cannot be read", path.display()))?;
    let (document, problems) =
        native::read(&text).map_err(|error| anyhow::anyhow!("{}: {error}", path.display()))?;
    for problem in problems {
        eprintln!("{}: {problem}", path.display());
    }
    Ok(document)
}
