//! Zip archives: several files as one download, and the files of one that is opened.
//!
//! Knows bytes and names; what is in the files is their format's.

use super::export::File;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use rawzip::{
    CompressionMethod, DataDescriptorOutput, Error, ZipArchive, ZipArchiveWriter, ZipVerification,
};
use std::io::Write;

/// The most bytes that are unpacked of one archive: a small one may swell to any size.
const MOST: usize = 64 * 1024 * 1024;

/// Packs `files`; the same files always give the same bytes.
pub(super) fn write(files: &[File]) -> Vec<u8> {
    let packed = pack(files);
    // Writing into memory does not fail, and no name is too long.
    debug_assert!(packed.is_ok());
    packed.unwrap_or_default()
}

fn pack(files: &[File]) -> Result<Vec<u8>, Error> {
    let mut archive = ZipArchiveWriter::new(Vec::new());
    for file in files {
        // As deflated, because Java's streams refuse what is stored with its length behind it; in
        // blocks that are not compressed, because the texts are small and a compressor is not.
        let builder = archive.new_file(&file.name).compression_method(CompressionMethod::DEFLATE);
        let (mut entry, _) = builder.start()?;
        let mut blocks = file.bytes.chunks(usize::from(u16::MAX)).peekable();
        loop {
            // RFC 1951, 3.2.4: whether it is the last, its length, and that turned round.
            let block = blocks.next().unwrap_or_default();
            let last = blocks.peek().is_none();
            let length = u16::try_from(block.len()).unwrap_or(u16::MAX);
            entry.write_all(&[u8::from(last)])?;
            entry.write_all(&length.to_le_bytes())?;
            entry.write_all(&(!length).to_le_bytes())?;
            entry.write_all(block)?;
            if last {
                break;
            }
        }
        entry.finish(DataDescriptorOutput::new(crc32(&file.bytes), file.bytes.len() as u64))?;
    }
    archive.finish()
}

/// The checksum that archives keep of a file (CRC-32, RFC 1952, 8). Bit by bit, because the tables of
/// the quick ways weigh 15 KB, and nothing packs them.
fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| (crc >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(crc & 1));
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

/// Unpacks the files of an archive, without folders; `None` when it is none, is damaged or too
/// large.
pub(super) fn read(bytes: &[u8]) -> Option<Vec<File>> {
    let archive = ZipArchive::from_slice(bytes).ok()?;
    let (mut files, mut room) = (Vec::new(), MOST);
    let mut entries = archive.entries();
    while let Some(entry) = entries.next_entry().ok()? {
        if entry.is_dir() {
            continue;
        }
        let packed = archive.get_entry(entry.wayfinder()).ok()?;
        let bytes = match entry.compression_method() {
            CompressionMethod::STORE if packed.data().len() <= room => packed.data().to_vec(),
            CompressionMethod::DEFLATE => decompress_to_vec_with_limit(packed.data(), room).ok()?,
            _ => return None,
        };
        let found = ZipVerification { crc: crc32(&bytes), uncompressed_size: bytes.len() as u64 };
        packed.claim_verifier().valid(found).ok()?;
        room = room.checked_sub(bytes.len())?;
        files.push(File {
            name: entry.file_path().try_normalize().ok()?.as_ref().to_owned(),
            bytes,
        });
    }
    Some(files)
}

/// Tells whether `bytes` begin as an archive does.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// One deflated file in a folder, as Python's `zipfile` packs it.
    const DEFLATED: &[u8] =
        b"PK\x03\x04\x14\x00\x00\x00\x08\x00\x00\x00!\x5c\xde\xebk\x92\x11\x00\x00\x00)\x00\
            \x00\x00\x0c\x00\x00\x00corpus/a.txt\xcb\xcb\xd7Q\xc8\xc3\x83\x8b3R\x15\x8a\x133S\
            \xf4\x00PK\x03\x04\x14\x00\x00\x00\x00\x00\x00\x00!\x00\x00\x00\x00\x00\x00\x00\x00\
            \x00\x00\x00\x00\x00\x06\x00\x00\x00empty/PK\x01\x02\x14\x03\x14\x00\x00\x00\x08\x00\
            \x00\x00!\x5c\xde\xebk\x92\x11\x00\x00\x00)\x00\x00\x00\x0c\x00\x00\x00\x00\x00\x00\
            \x00\x00\x00\x00\x00\x80\x01\x00\x00\x00\x00corpus/a.txtPK\x01\x02\x14\x03\x14\x00\
            \x00\x00\x00\x00\x00\x00!\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x06\
            \x00\x00\x00\x00\x00\x00\x00\x00\x00\x10\x00\xffA;\x00\x00\x00empty/PK\x05\x06\x00\
            \x00\x00\x00\x02\x00\x02\x00n\x00\x00\x00_\x00\x00\x00\x00\x00";

    #[test]
    fn what_others_deflated_is_unpacked() {
        let bytes = b"no, no, no, no, no, no, no, no, she said.".to_vec();
        assert_eq!(read(DEFLATED), Some(vec![File { name: "corpus/a.txt".into(), bytes }]));
    }

    #[test]
    fn long_files_take_several_blocks() {
        for length in [65_534, 65_535, 65_536, 131_070, 200_000] {
            let file = File { name: "a.txt".into(), bytes: vec![b'x'; length] };
            assert_eq!(read(&write(std::slice::from_ref(&file))), Some(vec![file]));
        }
    }

    #[test]
    fn the_checksum_is_that_of_the_catalogue() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }

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
