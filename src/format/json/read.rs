//! Reads JSON text (RFC 8259) into a tree, strictly, with the place of every fault.

use super::{Json, Member};
use crate::text::Names;
use std::borrow::Cow;

/// How deep lists and objects may stand in each other: far above what any file here needs, far
/// below what would exhaust the stack.
const DEPTH: usize = 100;

/// Members of an object of which each is compared with each other: quicker than sorting them.
const FEW: usize = 16;

/// Why a text is no JSON, and the byte where that shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) struct Syntax {
    /// The byte offset in the text.
    pub(in crate::format) at: usize,
    /// What is wrong there.
    pub(in crate::format) fault: SyntaxFault,
}

/// What is wrong at a place of a text that is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::format) enum SyntaxFault {
    /// The text ends in the middle of a value.
    Cut,
    /// Something else should stand here.
    Expected(&'static str),
    /// A control character stands in a string without being escaped.
    Control,
    /// A backslash is followed by what is no escape.
    Escape,
    /// Lists and objects stand too deep in each other.
    Deep,
}

/// Something that JSON allows or that can be read around, but that loses what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::format) struct Blemish {
    /// The byte offset in the text.
    pub(in crate::format) at: usize,
    /// What it is.
    pub(in crate::format) kind: BlemishKind,
}

/// What a [`Blemish`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::format) enum BlemishKind {
    /// The key stands in its object a second time; only the first was kept.
    KeyTwice(String),
    /// Half of a UTF-16 pair stands alone in a string; U+FFFD was read for it.
    LoneSurrogate,
}

/// Reads `text`, which holds one value; a byte order mark before it is passed over.
///
/// # Errors
/// [`Syntax`] when the text is no JSON.
pub(in crate::format) fn read(text: &str) -> Result<(Json<'_>, Vec<Blemish>), Syntax> {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut reader = Reader { text, at: start, blemishes: Vec::new() };
    reader.space();
    let value = reader.value(0)?;
    reader.space();
    match reader.peek() {
        None => Ok((value, reader.blemishes)),
        Some(_) => Err(reader.fault(SyntaxFault::Expected("the end of the file"))),
    }
}

/// Where the reader stands in its text.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) at: usize,
    pub(super) blemishes: Vec<Blemish>,
}

impl<'t> Reader<'t> {
    fn value(&mut self, depth: usize) -> Result<Json<'t>, Syntax> {
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => Ok(Json::String(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b't') => self.word("true", Json::Bool(true)),
            Some(b'f') => self.word("false", Json::Bool(false)),
            Some(b'n') => self.word("null", Json::Null),
            _ => Err(self.expected("a value")),
        }
    }

    fn object(&mut self, depth: usize) -> Result<Json<'t>, Syntax> {
        self.open(depth)?;
        let mut members = Vec::new();
        if self.passes(b'}') {
            return Ok(Json::Object(members));
        }
        loop {
            let at = self.at;
            if self.peek() != Some(b'"') {
                return Err(self.expected("a key in double quotes"));
            }
            let key = self.string()?;
            self.space();
            if !self.passes(b':') {
                return Err(self.expected("a colon"));
            }
            let value = self.value(depth + 1)?;
            members.push(Member { key, at, value });
            self.space();
            if self.passes(b'}') {
                self.keep_first_of_equal_keys(&mut members);
                return Ok(Json::Object(members));
            }
            if !self.passes(b',') {
                return Err(self.expected("a comma or the end of the object"));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Json<'t>, Syntax> {
        self.open(depth)?;
        let mut items = Vec::new();
        if self.passes(b']') {
            return Ok(Json::Array(items));
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.passes(b']') {
                return Ok(Json::Array(items));
            }
            if !self.passes(b',') {
                return Err(self.expected("a comma or the end of the list"));
            }
        }
    }

    /// Passes over the bracket that opens an object or a list.
    fn open(&mut self, depth: usize) -> Result<(), Syntax> {
        if depth == DEPTH {
            return Err(self.fault(SyntaxFault::Deep));
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    fn keep_first_of_equal_keys(&mut self, members: &mut Vec<Member<'t>>) {
        let few = members.len() <= FEW;
        let twice = |at: usize, member: &Member| {
            members.iter().take(at).any(|before| before.key == member.key)
        };
        if few && !members.iter().enumerate().any(|(at, member)| twice(at, member)) {
            return;
        }
        let again = Names::of(members.iter().map(|member| member.key.as_ref())).again();
        if !again.contains(&true) {
            return;
        }
        let mut again = again.into_iter();
        members.retain(|member| {
            let first = again.next() != Some(true);
            if !first {
                let kind = BlemishKind::KeyTwice(member.key.to_string());
                self.blemishes.push(Blemish { at: member.at, kind });
            }
            first
        });
    }

    fn number(&mut self) -> Result<Json<'t>, Syntax> {
        let start = self.at;
        self.passes(b'-');
        if !self.passes(b'0') {
            self.digits()?;
        }
        if self.passes(b'.') {
            self.digits()?;
        }
        if self.passes(b'e') || self.passes(b'E') {
            if !self.passes(b'+') {
                self.passes(b'-');
            }
            self.digits()?;
        }
        Ok(Json::Number(Cow::Borrowed(self.text.get(start..self.at).unwrap_or_default())))
    }

    fn digits(&mut self) -> Result<(), Syntax> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.expected("a digit"));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        Ok(())
    }

    fn word(&mut self, word: &'static str, value: Json<'t>) -> Result<Json<'t>, Syntax> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        if rest.starts_with(word) {
            self.at += word.len();
            return Ok(value);
        }
        if word.starts_with(rest) {
            self.at = self.text.len();
        }
        Err(self.expected("a value"))
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Passes over `byte` and the white space behind it, if it stands here.
    fn passes(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        if there {
            self.at += 1;
            if matches!(byte, b',' | b':') {
                self.space();
            }
        }
        there
    }

    fn expected(&self, what: &'static str) -> Syntax {
        match self.peek() {
            None => self.fault(SyntaxFault::Cut),
            Some(_) => self.fault(SyntaxFault::Expected(what)),
        }
    }

    pub(super) fn fault(&self, fault: SyntaxFault) -> Syntax {
        Syntax { at: self.at, fault }
    }
}
