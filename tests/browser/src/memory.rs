//! Memory: what the process that shows the page holds alone.
//!
//! Reads `/proc`, as the page tests run on Linux. Knows by which words each engine starts such a
//! process, and nothing of the page.

use crate::process::Pid;
use crate::{Engine, Page};
use anyhow::{Context, Result};
use serde_json::json;

impl Page {
    /// Lets the page throw away what nothing refers to any more, where the engine can be told.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn collect_garbage(&self) -> Result<()> {
        if self.engine() == Engine::Chromium {
            self.devtools("HeapProfiler.collectGarbage", json!({})).await?;
        }
        Ok(())
    }

    /// Returns the bytes that the largest of the processes which show pages shares with no other.
    ///
    /// # Errors
    /// When there is no such process.
    pub fn private_memory(&self) -> Result<u64> {
        let sign = match self.engine() {
            Engine::Chromium => "--type=renderer",
            Engine::Firefox => "-contentproc",
            Engine::WebKit => "WebKitWebProcess",
        };
        let shows = |pid: &Pid| {
            let line = std::fs::read(format!("/proc/{pid}/cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(sign)
        };
        let processes = self.processes().into_iter().filter(shows);
        processes.filter_map(private).max().context("no process of the browser shows a page")
    }
}

/// Sums up the private memory of a process; `None` when it is gone.
fn private(pid: Pid) -> Option<u64> {
    let rollup = std::fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok()?;
    let lines = rollup.lines().filter(|line| line.starts_with("Private_"));
    let kilobytes = lines.filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok());
    Some(kilobytes.sum::<u64>() * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_process_holds_what_it_has_written_to() {
        let before = private(std::process::id()).unwrap();
        let written = vec![1u8; 64 << 20];
        let after = private(std::process::id()).unwrap();
        assert!(written[1 << 20] == 1 && after - before > 60 << 20, "{before} {after}");
    }
}
