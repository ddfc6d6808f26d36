//! `test --formats`: writes documents in every format and loads them with what others load them with.
//!
//! Owns the folder `target/loaders`: a virtual environment of Python, packages of npm, the documents
//! and what was written of them. What the loaders compare is in `tests/loaders`. Knows no format.

use crate::shell;
use anyhow::{Context, Result, ensure};
use ascribe::document::Document;
use ascribe::format::{Format, ascribe as native};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs every loader over the documents of the tests and over `files`; its last line says how many
/// checks passed and failed.
///
/// # Errors
/// When a loader cannot be installed, or holds something else than what was meant.
pub(crate) fn run(files: &[PathBuf]) -> Result<()> {
    let folder = shell::root().join("target/loaders");
    fs::create_dir_all(&folder).context("cannot make target/loaders")?;
    let python = python(
        &folder.join("venv"),
        &[("requirements", &[]), ("requirements-alone", &["--no-deps"])],
    )?;
    self::python(&folder.join("doccano-venv"), &[("requirements-doccano", &[])])?;
    npm(&folder)?;
    let meant = documents(&folder, files)?;
    write(&folder, &meant)?;
    let mut check = Command::new(python);
    check.arg("tests/loaders/check.py").arg(&folder).arg("schema/ascribe-1.schema.json");
    shell::run(&mut check)
}

/// Makes the virtual environment `venv`, unless it holds what the lists ask for, each with options
/// of pip; returns its Python.
fn python(venv: &Path, lists: &[(&str, &[&str])]) -> Result<PathBuf> {
    let python = venv.join("bin/python");
    for (list, options) in lists {
        let asked = shell::root().join(format!("tests/loaders/{list}.txt"));
        let installed = venv.join(format!("{list}.installed"));
        if is_done(&asked, &installed)? {
            continue;
        }
        if !python.exists() {
            println!(
                "The loaders of PyPI are not here yet; pip installs them once, for some minutes."
            );
            shell::run(Command::new("python3").args(["-m", "venv"]).arg(venv))?;
        }
        let mut pip = Command::new(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        shell::run(pip.args(*options).arg("--requirement").arg(&asked))?;
        fs::copy(&asked, installed)?;
    }
    Ok(python)
}

fn npm(folder: &Path) -> Result<()> {
    let asked = shell::root().join("tests/loaders/package.json");
    let npm = folder.join("npm");
    fs::create_dir_all(&npm)?;
    if is_done(&asked, &npm.join("installed"))? {
        return Ok(());
    }
    fs::copy(&asked, npm.join("package.json"))?;
    let mut install = Command::new("npm");
    install.args(["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]);
    shell::run(install.arg(&npm))?;
    fs::copy(&asked, npm.join("installed"))?;
    Ok(())
}

/// Tells whether what was installed is what is asked for.
fn is_done(asked: &Path, installed: &Path) -> Result<bool> {
    let asked = fs::read(asked).with_context(|| format!("{} cannot be read", asked.display()))?;
    Ok(fs::read(installed).is_ok_and(|installed| installed == asked))
}

/// Gathers native files: those that the tests make up, the golden ones, and `files`.
fn documents(folder: &Path, files: &[PathBuf]) -> Result<Vec<(String, Document)>> {
    let meant = folder.join("meant");
    // What an earlier run left would be checked as well.
    if meant.exists() {
        fs::remove_dir_all(&meant)?;
    }
    fs::create_dir_all(&meant)?;
    let mut sample = Command::new("cargo");
    sample.args(["test", "--quiet", "--package", "ascribe", "--lib", "samples_for_loaders"]);
    shell::run(sample.env("ASCRIBE_SAMPLES", &meant))?;
    for path in native_files(&shell::root().join("tests/golden"))?.iter().chain(files) {
        let name = path.file_name().context("a file has a name")?;
        let copied = fs::copy(path, meant.join(name));
        copied.with_context(|| format!("{} cannot be read", path.display()))?;
    }
    let mut documents = Vec::new();
    for path in native_files(&meant)? {
        let text = fs::read_to_string(&path)?;
        let (document, problems) = native::read(&text)?;
        ensure!(problems.is_empty(), "{}: {}", path.display(), problems[0]);
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default().replace(".ascribe.json", "");
        documents.push((name, document));
    }
    ensure!(documents.len() > 20, "the tests made up {} documents only", documents.len());
    Ok(documents)
}

fn native_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let listed = fs::read_dir(folder).with_context(|| format!("no folder {}", folder.display()))?;
    let mut paths: Vec<PathBuf> =
        listed.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.to_string_lossy().ends_with(".ascribe.json"));
    paths.sort();
    Ok(paths)
}

/// Writes every document in every format into a folder of its own, and all together into `all`.
fn write(folder: &Path, documents: &[(String, Document)]) -> Result<()> {
    for format in Format::ALL {
        let own = folder.join(format.name());
        if own.exists() {
            fs::remove_dir_all(&own)?;
        }
        for (name, document) in documents {
            put(&own.join(name), format, &[document])?;
        }
        let all: Vec<&Document> = documents.iter().map(|(_, document)| document).collect();
        put(&own.join("all"), format, &all)?;
    }
    println!("wrote {} documents in {} formats", documents.len(), Format::ALL.len());
    Ok(())
}

fn put(folder: &Path, format: Format, documents: &[&Document]) -> Result<()> {
    fs::create_dir_all(folder)?;
    for file in format.write(documents).files {
        fs::write(folder.join(file.name), file.bytes)?;
    }
    Ok(())
}
