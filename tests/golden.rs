//! Golden files: what two articles are in every format, byte by byte.
//!
//! `ASCRIBE_BLESS=1 cargo test --test golden` writes them anew; read what changed before it goes in.

use ascribe::format::{File, Format, ascribe as native, open};
use std::fs;
use std::path::{Path, PathBuf};

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Compares every file of `format` with the one that is kept.
    fn check(format: Format) {
        let folder = golden().join(format.name());
        let bless = std::env::var_os("ASCRIBE_BLESS").is_some();
        let mut differ = Vec::new();
        for name in ["ferry", "scripts"] {
            let file = fs::read_to_string(golden().join(format!("{name}.ascribe.json"))).unwrap();
            let (document, problems) = native::read(&file).unwrap();
            assert_eq!(problems, [], "{name}");
            let written = format.write(&[&document]);
            let mut report: String =
                written.losses.iter().map(|loss| format!("{loss}\n")).collect();
            if report.is_empty() {
                report.push_str("nothing lost\n");
            }
            let losses = File { name: format!("{name}.losses.txt"), bytes: report.into_bytes() };
            for File { name, bytes } in written.files.into_iter().chain([losses]) {
                let path = folder.join(name);
                if bless {
                    fs::create_dir_all(&folder).unwrap();
                    fs::write(&path, &bytes).unwrap();
                } else if fs::read(&path).ok().as_ref() != Some(&bytes) {
                    differ.push(path.display().to_string());
                }
            }
        }
        let differ = differ.join(", ");
        assert!(differ.is_empty(), "{differ} differ; ASCRIBE_BLESS=1 writes them anew");
    }

    #[test]
    fn every_format_is_written_as_it_was() {
        Format::ALL.into_iter().for_each(check);
    }

    #[test]
    fn what_can_be_read_is_recognised_and_read() {
        let read = [
            ("ascribe", 0),
            ("brat", 0),
            ("w3c", 0),
            ("w3c-utf16", 0),
            ("citron", 8),
            ("brat-polnear", 10),
        ];
        for (format, troubles) in read {
            let mut files = Vec::new();
            for entry in fs::read_dir(golden().join(format)).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                if !name.ends_with(".losses.txt") {
                    files.push(File { name, bytes: fs::read(&path).unwrap() });
                }
            }
            let opened = open(&files, None).unwrap();
            assert_eq!(opened.len(), 2, "{format}");
            let said: usize = opened.iter().map(|one| one.troubles.len()).sum();
            assert_eq!(said, troubles, "{format}");
        }
    }
}
