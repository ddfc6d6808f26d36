//! The members of an object that is being read: taken by key; what nobody understands stays and
//! becomes an extra member.

use super::fault::Fault;
use super::problem::{Log, short};
use super::words::Word;
use super::write::at as path_of;
use crate::document::{Extra, Timestamp};
use crate::format::json::{self, Json, Member};
use crate::text::Span;
use std::borrow::Cow;

/// The members of an object, in order, with those taken out that were understood.
pub(super) struct Fields<'t> {
    /// The byte of the file the object's first member begins at.
    pub(super) at: usize,
    members: Vec<Slot<'t>>,
}

struct Slot<'t> {
    key: Cow<'t, str>,
    at: usize,
    value: Option<Json<'t>>,
}

impl<'t> Fields<'t> {
    /// Opens an object that stands at the byte `at`; gives any other value back.
    pub(super) fn open(json: Json<'t>, at: usize) -> Result<Self, Json<'t>> {
        let at = json.place().unwrap_or(at);
        match json {
            Json::Object(members) => {
                let slot = |Member { key, at, value }| Slot { key, at, value: Some(value) };
                Ok(Fields { at, members: members.into_iter().map(slot).collect() })
            }
            other => Err(other),
        }
    }

    /// Returns the id of what the object is, if it has one.
    pub(super) fn id(&self) -> Option<String> {
        let slot = self.members.iter().find(|slot| slot.key == "id")?;
        match slot.value.as_ref()? {
            Json::String(id) if !id.is_empty() => Some(short(id)),
            _ => None,
        }
    }

    /// Takes the value of `key` and the byte its member begins at; `null` is as good as none.
    pub(super) fn take(&mut self, key: &str) -> Option<(usize, Json<'t>)> {
        let slot = self.slot(key)?;
        let at = slot.at;
        slot.value.take().filter(|value| *value != Json::Null).map(|value| (at, value))
    }

    /// Puts a value that was not understood back, to be kept as it is.
    pub(super) fn put_back(&mut self, key: &str, value: Json<'t>) {
        if let Some(slot) = self.slot(key) {
            slot.value = Some(value);
        }
    }

    /// Takes a string.
    pub(super) fn text(&mut self, key: &str, log: &mut Log) -> Option<Cow<'t, str>> {
        match self.take(key)? {
            (_, Json::String(text)) => Some(text),
            (at, other) => self.wrong_type(key, at, "a string", other, log),
        }
    }

    /// Takes a string that may be missing and is then empty.
    pub(super) fn plain(&mut self, key: &str, log: &mut Log) -> String {
        self.text(key, log).map(Cow::into_owned).unwrap_or_default()
    }

    /// Takes a list of strings that may be missing and is then empty.
    pub(super) fn texts(&mut self, key: &str, log: &mut Log) -> Vec<String> {
        let Some((at, items)) = self.list(key, log) else {
            return Vec::new();
        };
        if items.iter().all(|item| matches!(item, Json::String(_))) {
            let text = |item| match item {
                Json::String(text) => Some(text.into_owned()),
                _ => None,
            };
            return items.into_iter().filter_map(text).collect();
        }
        let fault = Fault::WrongType {
            key: key.to_owned(),
            expected: "a list of strings",
            found: "a list of other things",
        };
        log.add(at, fault);
        self.put_back(key, Json::Array(items));
        Vec::new()
    }

    /// Takes a list and the byte its member begins at.
    pub(super) fn list(&mut self, key: &str, log: &mut Log) -> Option<(usize, Vec<Json<'t>>)> {
        match self.take(key)? {
            (at, Json::Array(items)) => Some((at, items)),
            (at, other) => self.wrong_type(key, at, "a list", other, log),
        }
    }

    /// Takes `true` or `false`.
    pub(super) fn flag(&mut self, key: &str, log: &mut Log) -> Option<bool> {
        match self.take(key)? {
            (_, Json::Bool(yes)) => Some(yes),
            (at, other) => self.wrong_type(key, at, "true or false", other, log),
        }
    }

    /// Takes one of a few words.
    pub(super) fn word<W: Word>(&mut self, key: &'static str, log: &mut Log) -> Option<W> {
        let (at, word) = self.placed_text(key, log)?;
        let value = W::of(&word);
        if value.is_none() {
            log.add(at, Fault::UnknownWord { key, word: short(&word), known: W::choice() });
            self.put_back(key, Json::String(word));
        }
        value
    }

    /// Takes a moment.
    pub(super) fn time(&mut self, key: &'static str, log: &mut Log) -> Option<Timestamp> {
        let (at, date) = self.placed_text(key, log)?;
        let time = Timestamp::parse(&date);
        if time.is_none() {
            log.add(at, Fault::BadDate { key, date: short(&date) });
            self.put_back(key, Json::String(date));
        }
        time
    }

    /// Takes a string and the byte its member begins at.
    pub(super) fn placed_text(
        &mut self,
        key: &str,
        log: &mut Log,
    ) -> Option<(usize, Cow<'t, str>)> {
        let at = self.slot(key)?.at;
        Some((at, self.text(key, log)?))
    }

    /// Adds what is left to `extras`, as members of the object of `span` in the list `inside`.
    pub(super) fn rest_at(self, inside: &str, span: Span, extras: &mut Vec<Extra>) {
        // Most often nothing is, and a file may hold very many spans.
        if !self.is_used_up() {
            self.rest(&path_of(inside, span), extras);
        }
    }

    fn is_used_up(&self) -> bool {
        self.members.iter().all(|slot| slot.value.is_none())
    }

    /// Adds what is left to `extras`, as members of the object at `path`.
    pub(super) fn rest(self, path: &str, extras: &mut Vec<Extra>) {
        if self.is_used_up() {
            return;
        }
        let mut after = None;
        for slot in self.members {
            let key = slot.key.into_owned();
            if let Some(value) = slot.value {
                let json = json::compact(&value);
                extras.push(Extra { path: path.to_owned(), after, key: key.clone(), json });
            }
            after = Some(key);
        }
    }

    /// Notes that a value is of another type and puts it back.
    pub(super) fn wrong_type<T>(
        &mut self,
        key: &str,
        at: usize,
        expected: &'static str,
        value: Json<'t>,
        log: &mut Log,
    ) -> Option<T> {
        log.add(at, Fault::WrongType { key: key.to_owned(), expected, found: value.kind() });
        self.put_back(key, value);
        None
    }

    fn slot(&mut self, key: &str) -> Option<&mut Slot<'t>> {
        self.members.iter_mut().find(|slot| slot.key == key)
    }
}
