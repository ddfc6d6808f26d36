//! Zip archives: several files as one download, and the files of one that is opened.
//!
//! Knows bytes and names; what is in the files is their format's.

use super::export::File;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The most bytes that are unpacked of one archive: a small one may swell to any size.
const MOST: u64 = 64 * 1024 * 1024;

/// Packs `files`; the same files always give the same bytes.
pub(super) fn write(files: &[File]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for file in files {
        let done = archive
            .start_file(file.name.as_str(), options)
            .is_ok_and(|()| archive.write_all(&file.bytes).is_ok());
        // Writing into memory does not fail, and no name stands twice.
        debug_assert!(done);
    }
    archive.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Unpacks the files of an archive, without folders; `None` when it is none, is damaged or too
/// large.
pub(super) fn read(bytes: &[u8]) -> Option<Vec<File>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let (mut files, mut room) = (Vec::new(), MOST);
    for index in 0..archive.len() {
        let packed = archive.by_index(index).ok()?;
        if packed.is_dir() {
            continue;
        }
        let name = packed.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        packed.take(room + 1).read_to_end(&mut bytes).ok()?;
        room = room.checked_sub(bytes.len() as u64)?;
        files.push(File { name, bytes });
    }
    Some(files)
}

/// Tells whether `bytes` begin as an archive does.
pub(super) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(contents in prop::collection::vec(".{0,60}", 0..4)) {
            let files: Vec<File> = contents
                .into_iter()
                .enumerate()
                .map(|(n, text)| File { name: format!("{n} é.txt"), bytes: text.into_bytes() })
                .collect();
            let packed = write(&files);
            prop_assert_eq!(&packed, &write(&files));
            prop_assert!(is_archive(&packed));
            prop_assert_eq!(read(&packed), Some(files));
        }

        #[test]
        fn fuzz_damaged_archives_are_refused(
            at in any::<prop::sample::Index>(), to in any::<u8>(), cut in any::<bool>(),
        ) {
            let mut packed = write(&[File { name: "a.txt".into(), bytes: b"Ana said no.".to_vec() }]);
            let at = at.index(packed.len());
            if cut { packed.truncate(at) } else { packed[at] = to }
            let read = read(&packed);
            prop_assert!(read.is_none_or(|files| files.len() <= 1));
        }
    }
}
