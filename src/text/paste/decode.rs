//! Decoding: the bytes of a file become text, or are told to be no text.
//!
//! Knows nothing of what the text says.

use super::{FileKind, PasteError};
use std::borrow::Cow;
use std::string::FromUtf8Error;

/// Bytes at the start of a file that are looked at to tell text from other things.
const SAMPLE: usize = 64 * 1024;

/// First bytes of files that are no text.
const MAGIC: &[(&[u8], FileKind)] = &[
    (b"%PDF-", FileKind::Pdf),
    (b"PK\x03\x04", FileKind::Zip),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileKind::OldOffice),
    (b"{\\rtf", FileKind::Rtf),
    (b"\x89PNG\r\n\x1A\n", FileKind::Image),
    (b"\xFF\xD8\xFF", FileKind::Image),
    (b"GIF87a", FileKind::Image),
    (b"GIF89a", FileKind::Image),
    (b"II*\0", FileKind::Image),
    (b"MM\0*", FileKind::Image),
    (b"ID3", FileKind::Media),
    (b"OggS\0", FileKind::Media),
    (b"fLaC\0", FileKind::Media),
    (b"\x1A\x45\xDF\xA3", FileKind::Media),
    (b"\x1F\x8B\x08", FileKind::Archive),
    (b"7z\xBC\xAF\x27\x1C", FileKind::Archive),
    (b"Rar!\x1A\x07", FileKind::Archive),
    (b"BZh91AY&SY", FileKind::Archive),
    (b"\xFD7zXZ\0", FileKind::Archive),
];

/// What bytes 0x80 to 0x9F are in Windows-1252; `\0` where it has nothing.
const WINDOWS_1252: [char; 32] = [
    '€', '\0', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\0', 'Ž', '\0', '\0', '‘',
    '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\0', 'ž', 'Ÿ',
];

/// Reads the bytes of a file as text: UTF-8, UTF-16 with a byte order mark, else Windows-1252.
///
/// A byte order mark goes; otherwise the text is as it stood, not yet cleaned. A mostly good UTF-8
/// text stays UTF-8 and shows `U+FFFD` where it is broken.
///
/// # Errors
/// [`PasteError::Binary`] when the first bytes are those of another kind of file or more than one
/// in fifty is a control character.
///
/// ```
/// use ascribe::text::paste::{decode, FileKind, PasteError};
/// assert_eq!(decode(b"\xEF\xBB\xBFcaf\xC3\xA9").unwrap(), "café");
/// assert_eq!(decode(b"\x93caf\xE9\x94").unwrap(), "“café”");
/// assert_eq!(decode(b"%PDF-1.7\n"), Err(PasteError::Binary(FileKind::Pdf)));
/// ```
pub fn decode<'b>(bytes: impl Into<Cow<'b, [u8]>>) -> Result<String, PasteError> {
    decoded(bytes.into())
}

fn decoded(bytes: Cow<'_, [u8]>) -> Result<String, PasteError> {
    if let Some(kind) = kind_of(&bytes) {
        return Err(PasteError::Binary(kind));
    }
    let text = match bytes.as_ref() {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match String::from_utf8(bytes.into_owned()).map_err(FromUtf8Error::into_bytes) {
            Ok(text) => text,
            Err(bytes) if is_mostly_utf8(&bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(bytes) => bytes.iter().map(|&byte| latin(byte)).collect(),
        },
    };
    if is_text(&text) { Ok(text) } else { Err(PasteError::Binary(FileKind::Unknown)) }
}

/// Returns what a character of 0x80 to 0x9F would be had it been read as Windows-1252.
pub(super) fn windows_1252(c: char) -> Option<char> {
    let index = u32::from(c).checked_sub(0x80)?;
    let meant = WINDOWS_1252.get(usize::try_from(index).ok()?)?;
    (*meant != '\0').then_some(*meant)
}

fn latin(byte: u8) -> char {
    windows_1252(byte.into()).unwrap_or(byte.into())
}

fn kind_of(bytes: &[u8]) -> Option<FileKind> {
    // Boxes of the MP4, HEIF and WebP families name themselves behind their length.
    let inner = bytes.get(4..8).zip(bytes.get(8..12));
    if let Some((b"ftyp", brand)) = inner {
        let picture = matches!(brand, b"heic" | b"heix" | b"mif1" | b"avif");
        return Some(if picture { FileKind::Image } else { FileKind::Media });
    }
    if bytes.starts_with(b"RIFF") {
        match bytes.get(8..12) {
            Some(b"WEBP") => return Some(FileKind::Image),
            Some(b"WAVE" | b"AVI ") => return Some(FileKind::Media),
            _ => {}
        }
    }
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|&(_, kind)| kind)
}

/// Reads pairs of bytes; a last odd byte or half a surrogate pair shows as `U+FFFD`.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, odd) = bytes.as_chunks();
    let units = pairs.iter().map(|&pair| unit(pair));
    let chars = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER));
    chars.chain(odd.first().map(|_| char::REPLACEMENT_CHARACTER)).collect()
}

/// Tells whether good UTF-8 sequences of several bytes far outnumber the broken ones.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good > broken * 4
}

fn is_text(text: &str) -> bool {
    let (mut controls, mut all) = (0, 0);
    for c in text.chars().take(SAMPLE) {
        all += 1;
        controls += usize::from(c.is_control() && !c.is_ascii_whitespace());
    }
    controls * 50 <= all
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes).as_deref(), Ok(expected));
    }

    #[test]
    fn every_encoding_that_articles_come_in_is_read() {
        check("é😀".as_bytes(), "é😀");
        check(b"\xEF\xBB\xBFno", "no");
        check(b"\xFF\xFEn\0\xE9\0\x3D\xD8\x00\xDE", "né😀");
        check(b"\xFE\xFF\0n\0\xE9", "né");
        check(b"\xFF\xFEn\0x", "n\u{FFFD}");
        check(b"\x84Nein\x93, sagte M\xFCller \x96 so", "„Nein“, sagte Müller – so");
        check("ä ö ü é \u{FFFD}".as_bytes(), "ä ö ü é \u{FFFD}");
        check(b"\xC3\xA4 \xC3\xB6 \xC3\xBC \xC3\xA9 \xC3\xA4 \xC3", "ä ö ü é ä \u{FFFD}");
        check(b"", "");
    }

    #[test]
    fn a_stray_nul_in_a_long_text_is_left_to_the_cleaner() {
        check(&[b"a".repeat(60).as_slice(), b"\0"].concat(), &format!("{}\0", "a".repeat(60)));
    }

    #[test]
    fn what_is_no_text_is_named() {
        let refused = |bytes: &[u8]| match decode(bytes) {
            Err(PasteError::Binary(kind)) => kind,
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(b"%PDF-1.4"), FileKind::Pdf);
        assert_eq!(refused(b"PK\x03\x04docx"), FileKind::Zip);
        assert_eq!(refused(b"\x89PNG\r\n\x1A\n"), FileKind::Image);
        assert_eq!(refused(b"\xFF\xD8\xFF\xE0"), FileKind::Image);
        assert_eq!(refused(b"RIFF\0\0\0\0WEBP"), FileKind::Image);
        assert_eq!(refused(b"\0\0\0\x18ftypmp42"), FileKind::Media);
        assert_eq!(refused(b"\x7FELF\x02\x01\x01\0\0\0\0\0"), FileKind::Unknown);
    }

    proptest! {
        #[test]
        fn fuzz_bytes_are_text_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            if let Ok(text) = decode(&bytes) {
                prop_assert!(is_text(&text));
            }
        }

        #[test]
        fn utf8_is_read_as_it_stands(text in "[^\u{FEFF}\\p{Cc}]\\PC{0,40}") {
            prop_assume!(kind_of(text.as_bytes()).is_none());
            prop_assert_eq!(decode(text.as_bytes()), Ok(text));
        }
    }
}
