//! `lean`: how the compiler is told to make the page small, the standard library with it.
//!
//! Owns the settings that go beyond Cargo.toml's release profile. They are unstable ones, so the
//! pinned compiler is told to take them, and only for WebAssembly: natively nothing changes. Knows
//! nothing of what is compiled.

use crate::{shell, tools};
use anyhow::Result;
use std::process::Command;

/// What is compiled for, by the name that cargo and trunk know it by.
const TARGET: &str = "wasm32-unknown-unknown";

/// The page's panics have no reader: each is one instruction that traps, without its words and its
/// place. Copies of more than 8 bytes are one instruction, too. A stack of 512 KiB lets an address
/// of data take three bytes where it would take four behind the usual 1 MiB.
const FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none \
    -Cllvm-args=-max-store-memcpy=1 -Cllvm-args=-max-store-memmove=1 \
    -Cllvm-args=-max-store-memset=1 -Cllvm-args=-enable-pre=false \
    -Cllvm-args=-enable-load-pre=false -Clink-arg=-zstack-size=524288";

/// Lets `command`, which calls cargo, build lean WebAssembly.
pub(crate) fn lean(command: &mut Command) {
    command
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
        // These come on top of those in `.cargo/config.toml`.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", FLAGS);
}

/// Makes ready what a lean build needs: the sources of the standard library and its crates.
///
/// # Errors
/// When they cannot be fetched.
pub(crate) fn ready() -> Result<()> {
    let installed =
        shell::output(tools::command("rustup").args(["component", "list", "--installed"]))?;
    if !installed.lines().any(|line| line == "rust-src") {
        shell::run(tools::command("rustup").args(["component", "add", "rust-src"]))?;
    }
    let mut fetch = tools::command("cargo");
    lean(&mut fetch);
    shell::run(fetch.args(["fetch", "--quiet", "--locked", "--target", TARGET]))
}
