//! A table without the names of its lines, made while the program is compiled: the page asks by
//! number, so names would be carried for nothing.

/// Returns how many bytes `table` has without its names.
pub(super) const fn len(table: &str) -> usize {
    walk::<0>(table.as_bytes()).1
}

/// Returns what the lines of `table` say, each behind its name and ": ", and a line feed.
pub(super) const fn said<const N: usize>(table: &str) -> [u8; N] {
    walk(table.as_bytes()).0
}

/// Copies what is said into as many bytes as there are, and counts them all.
const fn walk<const N: usize>(table: &[u8]) -> ([u8; N], usize) {
    let (mut said, mut count, mut at, mut in_name) = ([0; N], 0, 0, true);
    while at < table.len() {
        let byte = table[at];
        if !in_name {
            if count < N {
                said[count] = byte;
            }
            count += 1;
            in_name = byte == b'\n';
        } else if byte == b':' {
            in_name = false;
            // The blank behind it.
            at += 1;
        }
        at += 1;
    }
    (said, count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_empty_lines_go() {
        const TABLE: &str = "a: b: c\n\nd-e: „f“\n";
        const SAID: [u8; len(TABLE)] = said(TABLE);
        assert_eq!(str::from_utf8(&SAID), Ok("b: c\n„f“\n"));
    }
}
