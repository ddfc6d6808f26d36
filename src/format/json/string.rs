//! Reads the strings of JSON text: their escapes, and UTF-16 pairs in them.

use super::read::{Blemish, BlemishKind, Reader, Syntax, SyntaxFault};
use std::borrow::Cow;

impl<'t> Reader<'t> {
    /// Reads the string whose opening quote stands here.
    pub(super) fn string(&mut self) -> Result<Cow<'t, str>, Syntax> {
        let mut text: Cow<'t, str> = Cow::Borrowed("");
        self.at += 1;
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.bytes().position(|b| matches!(b, b'"' | b'\\' | 0..0x20));
            let plain = rest.get(..plain.unwrap_or(rest.len())).unwrap_or_default();
            match &mut text {
                Cow::Borrowed("") => text = Cow::Borrowed(plain),
                text => text.to_mut().push_str(plain),
            }
            self.at += plain.len();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(text);
                }
                Some(b'\\') => {
                    let c = self.escape()?;
                    text.to_mut().push(c);
                }
                Some(_) => return Err(self.fault(SyntaxFault::Control)),
                None => return Err(self.fault(SyntaxFault::Cut)),
            }
        }
    }

    fn escape(&mut self) -> Result<char, Syntax> {
        let start = self.at;
        self.at += 1;
        let c = match self.peek() {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(c @ (b'"' | b'\\' | b'/')) => char::from(c),
            Some(b'u') => return self.unit_escape(start),
            Some(_) => return Err(Syntax { at: start, fault: SyntaxFault::Escape }),
            None => return Err(self.fault(SyntaxFault::Cut)),
        };
        self.at += 1;
        Ok(c)
    }

    /// Reads one or two `\uXXXX` from `start` on, with `at` on the `u`.
    fn unit_escape(&mut self, start: usize) -> Result<char, Syntax> {
        self.at += 1;
        let first = self.hex(start)?;
        if let Some(c) = char::from_u32(first) {
            return Ok(c);
        }
        let behind = self.at;
        if first < 0xdc00 && self.text.get(behind..).is_some_and(|rest| rest.starts_with("\\u")) {
            self.at += 2;
            let second = self.hex(behind)?;
            if (0xdc00..0xe000).contains(&second) {
                let c = 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00);
                return Ok(char::from_u32(c).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            self.at = behind;
        }
        self.blemishes.push(Blemish { at: start, kind: BlemishKind::LoneSurrogate });
        Ok(char::REPLACEMENT_CHARACTER)
    }

    /// Reads the four digits of the escape that begins at `start`.
    fn hex(&mut self, start: usize) -> Result<u32, Syntax> {
        let mut unit = 0;
        for _ in 0..4 {
            let Some(byte) = self.peek() else {
                return Err(self.fault(SyntaxFault::Cut));
            };
            let Some(digit) = char::from(byte).to_digit(16) else {
                return Err(Syntax { at: start, fault: SyntaxFault::Escape });
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }
}
