//! The rule of the dependencies: each says, in a comment line above it, what it saves.
//!
//! Reads Cargo.toml line by line; knows nothing of what a crate does.

use super::{Finding, Source};

/// Every dependency of every member has a comment directly above it.
pub(super) fn say_what_they_save(source: &Source) -> Vec<Finding> {
    if source.path != "Cargo.toml" && !source.path.ends_with("/Cargo.toml") {
        return Vec::new();
    }
    let (mut findings, mut in_section, mut above, mut depth) = (Vec::new(), false, "", 0);
    for (at, line) in source.lines() {
        if depth == 0 && line.starts_with('[') {
            in_section = line.trim_end().ends_with("dependencies]");
        } else {
            if in_section && depth == 0 && is_entry(line) && !above.starts_with('#') {
                findings.push((
                    at,
                    "say in a comment line above what this dependency saves".to_owned(),
                ));
            }
            depth += line.matches(['[', '{']).count();
            depth = depth.saturating_sub(line.matches([']', '}']).count());
        }
        above = line;
    }
    findings
}

fn is_entry(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphanumeric() || c == '"')
}

#[cfg(test)]
mod tests {
    use super::super::finds;
    use super::*;

    #[test]
    fn a_silent_dependency_is_found() {
        let text = "[package]\nname = \"a\"\n\n[dependencies]\n# Saves b.\nb = \"1\"\nc = \"1\"\n";
        finds(say_what_they_save, "xtask/Cargo.toml", text, &[7]);
        finds(say_what_they_save, "notes.toml", text, &[]);
    }

    #[test]
    fn a_long_entry_counts_once() {
        let text = "[target.'cfg(x)'.dependencies]\n# Saves d.\nd = { features = [\n    \"e\",\n] }\n\
                    [dev-dependencies]\nf = \"1\"\n[profile.release]\nlto = true\n";
        finds(say_what_they_save, "Cargo.toml", text, &[7]);
    }
}
