//! Rules about the words of a file: how it opens, how long it is, what it must not say.
//!
//! Knows nothing of Rust's syntax beyond comments.

use super::{Finding, Source};

/// The most lines that a Rust file may have.
const MOST_LINES: usize = 400;

/// A Rust file says first what it owns.
pub(super) fn opens_with_its_purpose(source: &Source) -> Vec<Finding> {
    if !source.is_rust() || source.text.starts_with("//! ") {
        return Vec::new();
    }
    vec![(1, "open with `//!`: what the file owns and what it must not know".to_owned())]
}

/// A Rust file holds one noun and its verbs.
pub(super) fn is_short_enough(source: &Source) -> Vec<Finding> {
    let count = source.text.lines().count();
    if !source.is_rust() || count <= MOST_LINES {
        return Vec::new();
    }
    vec![(MOST_LINES + 1, format!("{count} lines, of at most {MOST_LINES}; split it by its nouns"))]
}

/// No file puts work off.
pub(super) fn leaves_nothing_undone(source: &Source) -> Vec<Finding> {
    // Written apart, so that this file keeps its own rule.
    let words = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("todo", "!")];
    if !is_ours(source) {
        return Vec::new();
    }
    let found = |line: &str| words.into_iter().find(|word| line.contains(word));
    let finding = |word| format!("do what `{word}` puts off, or leave the word out");
    source.lines().filter_map(|(at, line)| Some((at, finding(found(line)?)))).collect()
}

/// No file names a path that only one machine has.
pub(super) fn names_no_machine(source: &Source) -> Vec<Finding> {
    let names_one = |line: &str| {
        ["work", "root", "home"].iter().any(|folder| {
            let path = format!("/{folder}/");
            line.match_indices(&path).any(|(at, _)| !line[..at].ends_with(is_part_of_path))
        })
    };
    let lines = source.lines().filter(|_| is_ours(source));
    let finding = "name the path from the project's folder on; this one is a machine's own";
    lines.filter(|(_, line)| names_one(line)).map(|(at, _)| (at, finding.to_owned())).collect()
}

/// No test asserts how long something took: machines are noisy, and a benchmark tells of speed.
pub(super) fn times_no_test(source: &Source) -> Vec<Finding> {
    let tested = source.path.starts_with("src/") || source.path.starts_with("tests/");
    // The harness waits for browsers by the clock.
    if !source.is_rust() || !tested || source.path.starts_with("tests/browser/src/") {
        return Vec::new();
    }
    let finding = "count what is done instead, or measure it in a benchmark";
    let timed = |line: &str| line.contains("Instant::now") || line.contains(".elapsed()");
    let lines = source.lines().filter(|(_, line)| timed(line));
    lines.map(|(at, _)| (at, finding.to_owned())).collect()
}

/// Tells whether `c` before a slash makes the slash part of a longer path or address.
fn is_part_of_path(c: char) -> bool {
    c.is_alphanumeric() || "._-/~}".contains(c)
}

/// Tells whether we wrote the file; articles used as test data may say what they like.
fn is_ours(source: &Source) -> bool {
    !source.path.contains("corpus/") && source.path != "Cargo.lock"
}

#[cfg(test)]
mod tests {
    use super::super::finds;
    use super::*;

    #[test]
    fn a_rust_file_opens_with_its_purpose() {
        finds(opens_with_its_purpose, "src/a.rs", "//! Owns a.\n", &[]);
        finds(opens_with_its_purpose, "src/a.rs", "use b;\n//! Owns a.\n", &[1]);
        finds(opens_with_its_purpose, "README.md", "# A\n", &[]);
    }

    #[test]
    fn a_rust_file_is_short_enough() {
        finds(is_short_enough, "src/a.rs", &"x\n".repeat(400), &[]);
        finds(is_short_enough, "src/a.rs", &"x\n".repeat(401), &[401]);
        finds(is_short_enough, "style.css", &"x\n".repeat(401), &[]);
    }

    #[test]
    fn work_put_off_is_found() {
        let text = concat!("done\n// TO", "DO: more\nfn a() { todo", "!() }\n");
        finds(leaves_nothing_undone, "src/a.rs", text, &[2, 3]);
        finds(leaves_nothing_undone, "tests/corpus/a.txt", text, &[]);
    }

    #[test]
    fn a_timed_test_is_found() {
        let text = "let start = Instant::now();\nassert!(start.elapsed() < LIMIT);\n";
        finds(times_no_test, "src/a.rs", text, &[1, 2]);
        finds(times_no_test, "tests/browser/tests/a.rs", text, &[1, 2]);
        finds(times_no_test, "tests/browser/src/a.rs", text, &[]);
        finds(times_no_test, "bench/src/a.rs", text, &[]);
    }

    #[test]
    fn a_path_of_one_machine_is_found() {
        let text =
            concat!("see \"/wo", "rk/x\"\nfile:///ho", "me/x is an address\n(/ro", "ot/.x)\n");
        finds(names_no_machine, "a.md", text, &[1, 3]);
        finds(
            names_no_machine,
            "a.md",
            "https://a.example/home/x and target/work/x and /workshop\n",
            &[],
        );
    }
}
