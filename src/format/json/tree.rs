//! The tree of a JSON text. Strings and numbers borrow from the text where they can.

use std::borrow::Cow;

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::format) enum Json<'t> {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, in the characters of its text, so that no digit is lost.
    Number(Cow<'t, str>),
    /// A string, without its escapes.
    String(Cow<'t, str>),
    /// A list.
    Array(Vec<Json<'t>>),
    /// An object with its members in order; no key stands twice.
    Object(Vec<Member<'t>>),
}

/// A member of an object.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::format) struct Member<'t> {
    /// Its key.
    pub(in crate::format) key: Cow<'t, str>,
    /// The byte its key begins at in the text it was read from; 0 when it was not read.
    pub(in crate::format) at: usize,
    /// Its value.
    pub(in crate::format) value: Json<'t>,
}

impl<'t> Json<'t> {
    /// Makes a string.
    pub(in crate::format) fn text(text: &'t str) -> Self {
        Json::String(Cow::Borrowed(text))
    }

    /// Makes an object.
    pub(in crate::format) fn object(members: Vec<(&'t str, Json<'t>)>) -> Self {
        let member = |(key, value)| Member { key: Cow::Borrowed(key), at: 0, value };
        Json::Object(members.into_iter().map(member).collect())
    }

    /// Makes a string of its own.
    pub(in crate::format) fn owned(text: String) -> Self {
        Json::String(Cow::Owned(text))
    }

    /// Returns the value of `key`; `None` when it has no such member or is no object.
    pub(in crate::format) fn get(&self, key: &str) -> Option<&Json<'t>> {
        match self {
            Json::Object(members) => {
                members.iter().find(|member| member.key == key).map(|member| &member.value)
            }
            _ => None,
        }
    }

    /// Returns the items of a list, and none of what is no list.
    pub(in crate::format) fn items(&self) -> &[Json<'t>] {
        match self {
            Json::Array(items) => items,
            _ => &[],
        }
    }

    /// Returns the string under `key`, empty when there is none.
    pub(in crate::format) fn text_of(&self, key: &str) -> &str {
        match self.get(key) {
            Some(Json::String(text)) => text,
            _ => "",
        }
    }

    /// Returns the whole number from 0 on under `key`.
    pub(in crate::format) fn number_of(&self, key: &str) -> Option<u64> {
        match self.get(key) {
            Some(Json::Number(digits)) => digits.parse().ok(),
            _ => None,
        }
    }

    /// Makes a number.
    pub(in crate::format) fn count(count: usize) -> Self {
        Json::Number(Cow::Owned(count.to_string()))
    }

    /// Makes a list of strings.
    pub(in crate::format) fn texts(texts: &'t [String]) -> Self {
        Json::Array(texts.iter().map(|text| Json::text(text)).collect())
    }

    /// Returns the name of the value's type, as a sentence says it.
    pub(in crate::format) fn kind(&self) -> &'static str {
        match self {
            Json::Null => "null",
            Json::Bool(_) => "true or false",
            Json::Number(_) => "a number",
            Json::String(_) => "a string",
            Json::Array(_) => "a list",
            Json::Object(_) => "an object",
        }
    }

    /// Returns the byte the first member in the value begins at; `None` when it has none.
    pub(in crate::format) fn place(&self) -> Option<usize> {
        match self {
            Json::Object(members) => members.first().map(|member| member.at),
            Json::Array(items) => items.first().and_then(Json::place),
            _ => None,
        }
    }
}
