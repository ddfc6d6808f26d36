//! Running other programs: prints each command line, and turns a failure into a sentence.
//!
//! Knows where the workspace is and nothing of what the commands mean.

use anyhow::{Context, Result, bail, ensure};
use pico_args::Arguments;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Names the folder of the workspace.
pub(crate) fn root() -> PathBuf {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    own.parent().unwrap_or(own).to_path_buf()
}

/// Prints `command`, runs it in the workspace and waits for it.
///
/// # Errors
/// When the program cannot be started or ends with anything but success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let line = shown(command);
    println!("$ {line}");
    let status =
        command.current_dir(root()).status().with_context(|| format!("cannot start `{line}`"))?;
    ensure!(status.success(), "`{line}` failed ({status}); its own words are above");
    Ok(())
}

/// Runs `command` in the workspace in silence and gives back what it printed.
///
/// # Errors
/// When the program cannot be started or ends with anything but success.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let line = shown(command);
    let output =
        command.current_dir(root()).output().with_context(|| format!("cannot start `{line}`"))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        bail!("`{line}` failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(said)
}

/// Fails when options are left that no one has read.
///
/// # Errors
/// Names the first unknown option.
pub(crate) fn no_more(arguments: Arguments) -> Result<()> {
    match arguments.finish().first() {
        Some(left) => bail!("{} is no option here; `cargo xtask` lists them", left.display()),
        None => Ok(()),
    }
}

/// Writes the command line as one would type it.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failing_command_is_named() {
        let error = run(Command::new("test").args(["1", "=", "2"])).unwrap_err().to_string();
        assert!(error.starts_with("`test 1 = 2` failed"), "{error}");
    }

    #[test]
    fn a_missing_program_is_named() {
        let error = output(&mut Command::new("ascribe-no-such-program")).unwrap_err().to_string();
        assert_eq!(error, "cannot start `ascribe-no-such-program`");
    }

    #[test]
    fn a_mistyped_option_is_named() {
        let arguments = Arguments::from_vec(vec!["--brouser".into()]);
        let error = no_more(arguments).unwrap_err().to_string();
        assert_eq!(error, "--brouser is no option here; `cargo xtask` lists them");
    }
}
