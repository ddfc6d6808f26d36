//! The harness of the page tests: a scenario speaks as a user and runs in every engine.
//!
//! ```ignore
//! // tests/browser/tests/scenarios/tagging.rs
//! pub async fn a_quote_is_tagged(page: &mut Page) -> Result<()> {
//!     page.open().await?;
//!     page.select("she said").await?;           // a real drag of the mouse
//!     page.press("a").await?;                   // a real key
//!     page.sees_label("attribution", "she said").await
//! }
//! ```
//!
//! A scenario is one `async fn` over [`Page`], listed once in `tests/page.rs`. Each run of it has a
//! browser, a profile and a server of its own, and none of them is left when it ends. Verbs wait up
//! to five seconds for what they name, so a scenario never sleeps. When a scenario ends well, the
//! harness still fails it for anything that went wrong unsaid: an uncaught error, a word to
//! `console.error`, a refusal by the page's policy, or a request to another host; a scenario that
//! means to cause one says so with [`Page::forgives`].
//!
//! What there is, by file:
//!
//! - `page`: open, reload, tabs, restart, kill, scripts, what went wrong
//! - `pointer`: select, click, double and triple click, tap, hover
//! - `keys`: press, type, fill
//! - `bring`: paste, drop, choose a file, copy and paste for real, downloads
//! - `sees`: what a user sees, waits, axe-core
//! - `look`: size of the window, screenshots
//! - `engine`: engines, dark mode and other wishes
//! - `memory`: what the page takes of it
//! - `server`: the site, and the trap for requests to anywhere else
//!
//! The harness knows the page's `data-label`, its `article` and its words, never its program.

mod bring;
mod engine;
mod keys;
mod look;
mod memory;
mod page;
mod pointer;
mod process;
mod run;
mod sees;
mod server;

pub use bring::Pasted;
pub use engine::{Engine, Wishes};
pub use page::Page;
pub use run::{Scenario, run};
pub use server::Server;

/// Lists scenarios by their paths, for [`run`].
#[macro_export]
macro_rules! scenarios {
    ($($path:path),+ $(,)?) => {
        [$($crate::Scenario::new(stringify!($path), |page| Box::pin($path(page)))),+]
    };
}
