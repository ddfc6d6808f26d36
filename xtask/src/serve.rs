//! `serve`: builds the page and serves it to this machine, building again after every change.
//!
//! Knows nothing of how the page is built; Trunk.toml does.

use crate::{shell, tools};
use anyhow::Result;
use pico_args::Arguments;

/// Serves the page until it is stopped by Ctrl+C.
///
/// # Errors
/// When a tool is missing, the page does not build or the port is taken.
pub(crate) fn run(mut arguments: Arguments) -> Result<()> {
    let port: u16 = arguments.opt_value_from_str("--port")?.unwrap_or(8080);
    shell::no_more(arguments)?;
    tools::for_building()?;
    println!(
        "The page will be at http://127.0.0.1:{port}/ as soon as it is built; Ctrl+C ends it."
    );
    println!("It builds again after every change; reload the page to see it.");
    // No reload by itself: that needs a connection, which the page's own policy forbids.
    let mut trunk = tools::trunk();
    trunk.args(["serve", "--release", "--no-autoreload=true", "--address", "127.0.0.1"]);
    // It would look up names for that address, most of which lead nowhere.
    trunk.args(["--disable-address-lookup=true", "--port"]);
    shell::run(trunk.arg(port.to_string()))
}
