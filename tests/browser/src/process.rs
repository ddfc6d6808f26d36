//! Processes the harness started: who descends from whom, and how to end them.
//!
//! Ends processes by their numbers only, never by name, and only below one it was given. Knows
//! nothing of browsers. Reads `/proc`: the page tests run on Linux.

use std::path::Path;
use std::process::Command;

/// A process, by its number.
pub(crate) type Pid = u32;

/// Lists everything below `root`, parents before children.
pub(crate) fn descendants(root: Pid) -> Vec<Pid> {
    let parents = all_with_parents();
    let mut found = vec![root];
    let mut at = 0;
    while let Some(parent) = found.get(at).copied() {
        found.extend(parents.iter().filter(|(_, its)| *its == parent).map(|(pid, _)| *pid));
        at += 1;
    }
    found.remove(0);
    found
}

/// Ends `pids` at once, as a power cut would: none of them gets to tidy up.
pub(crate) fn kill(pids: &[Pid]) {
    let alive = pids.iter().filter(|pid| Path::new(&format!("/proc/{pid}")).exists());
    let numbers = alive.map(ToString::to_string).collect::<Vec<_>>();
    if numbers.is_empty() {
        return;
    }
    // One that has ended in between makes `kill` complain; that it is gone is what was wanted.
    if let Err(error) = Command::new("kill").arg("-9").args(&numbers).output() {
        eprintln!("cannot end processes {}: {error}", numbers.join(" "));
    }
}

fn all_with_parents() -> Vec<(Pid, Pid)> {
    let entries = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let pids = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter_map(|pid| Some((pid, parent(pid)?))).collect()
}

/// Reads the parent from `PID (NAME) STATE PARENT …`, where NAME may hold anything.
fn parent(pid: Pid) -> Option<Pid> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grandchild_is_found_and_ended() {
        let mut shell = Command::new("sh").args(["-c", "sleep 60 & wait"]).spawn().unwrap();
        let mut below = Vec::new();
        for _ in 0..100 {
            below = descendants(shell.id());
            if !below.is_empty() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        assert_eq!(below.len(), 1);
        kill(&below);
        shell.wait().unwrap();
        assert!(!Path::new(&format!("/proc/{}", below[0])).exists());
    }
}
