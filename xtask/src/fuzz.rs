//! `fuzz`: runs the tests whose name begins with `fuzz_` over many generated inputs each.
//!
//! Such a test takes its number of cases from PROPTEST_CASES, as every proptest does, so that
//! `cargo test` runs a small share of it. Knows nothing of what is tested.

use crate::shell;
use anyhow::{Result, ensure};
use pico_args::Arguments;
use std::process::Command;

/// Runs every `fuzz_` test over `--cases` inputs (100,000).
///
/// # Errors
/// When a test fails, or there is none.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    let cases: u32 = arguments.opt_value_from_str("--cases")?.unwrap_or(100_000);
    shell::no_more(arguments)?;
    let listed = shell::output(cargo_test().args(["--", "--list", "--format", "terse"]))?;
    let names = fuzz_tests(&listed);
    ensure!(!names.is_empty(), "there is no test whose name begins with fuzz_");
    println!("{cases} cases each of:");
    for name in &names {
        println!("    {name}");
    }
    let mut test = cargo_test();
    test.env("PROPTEST_CASES", cases.to_string());
    shell::run(test.args(["--", "--exact"]).args(names))
}

fn cargo_test() -> Command {
    let mut command = Command::new("cargo");
    command.args([
        "test",
        "--profile",
        "fuzz",
        "--package",
        "ascribe",
        "--lib",
        "--bins",
        "--tests",
    ]);
    command
}

/// Picks the tests whose last name begins with `fuzz_` from what `--list` says.
fn fuzz_tests(listed: &str) -> Vec<&str> {
    let names = listed.lines().filter_map(|line| line.strip_suffix(": test"));
    names
        .filter(|name| name.rsplit("::").next().is_some_and(|last| last.starts_with("fuzz_")))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_fuzz_tests_are_picked() {
        let listed =
            "read::tests::fuzz_reader: test\nfuzz_::tests::reads: test\nfuzz_x: benchmark\n";
        assert_eq!(fuzz_tests(listed), ["read::tests::fuzz_reader"]);
    }
}
