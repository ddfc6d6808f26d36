//! Extra members: where those that this version does not know stand among those it writes.
//!
//! An extra stands behind the member it stood behind, even where that one is now left out. One
//! whose key this version has a meaning for (its value was not understood) stands in that
//! member's own place, until the member is set.

use crate::document::Extra;
use crate::format::json::{self, Json, Member};
use crate::text::Names;
use std::borrow::Cow;

/// The extra members of one carrier: a document, an annotation, a speaker or a rejection.
pub(super) struct Extras<'d> {
    all: &'d [Extra],
    by_path: Names<'d>,
    /// Those that were placed, each behind the member that stands before it now.
    placed: Vec<Extra>,
}

impl<'d> Extras<'d> {
    /// Sorts the extra members of a carrier by the object they stand in.
    pub(super) fn of(all: &'d [Extra]) -> Self {
        let by_path = Names::of(all.iter().map(|extra| extra.path.as_str()));
        Extras { all, by_path, placed: Vec::new() }
    }

    /// Tells whether there is none, so that no path has to be made.
    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Tells whether the object at `path` has an extra member of that key.
    pub(super) fn has(&self, path: &str, key: &str) -> bool {
        self.at(path).iter().any(|extra| extra.key == key)
    }

    fn at(&self, path: &str) -> Vec<&'d Extra> {
        self.by_path.all(path).filter_map(|number| self.all.get(number)).collect()
    }

    /// Returns those that were placed, as a reader of what was written would find them.
    pub(super) fn into_placed(self) -> Vec<Extra> {
        self.placed
    }

    /// Makes the object at `path` of the members that are known, in the order of `keys`, which
    /// lists every key that this version knows there, and of the extra members.
    pub(super) fn object(
        &mut self,
        path: &str,
        keys: &[&'static str],
        known: Vec<(&'static str, Json<'d>)>,
    ) -> Json<'d> {
        if self.is_empty() {
            let member = |(key, value)| Member { key: Cow::Borrowed(key), at: 0, value };
            return Json::Object(known.into_iter().map(member).collect());
        }
        let extras = self.at(path);
        let mut placer = Placer {
            extras: &extras,
            own: keys,
            behind: Names::of(extras.iter().map(|one| one.after.as_deref().unwrap_or_default())),
            by_key: Names::of(extras.iter().map(|extra| extra.key.as_str())),
            done: vec![false; extras.len()],
            members: Vec::with_capacity(known.len()),
            placed: Vec::new(),
        };
        placer.place_all(known);
        for (after, extra) in placer.placed {
            let (path, key, json) = (path.to_owned(), extra.key.clone(), extra.json.clone());
            self.placed.push(Extra { path, after, key, json });
        }
        Json::Object(placer.members)
    }
}

/// Places the extra members of one object.
struct Placer<'p, 'd> {
    extras: &'p [&'d Extra],
    /// The keys that this version has a meaning for.
    own: &'p [&'static str],
    /// The extras by the key they stand behind, those that stand first under `""` too.
    behind: Names<'d>,
    by_key: Names<'d>,
    /// For the first extra of every key: whether a member of that key stands already.
    done: Vec<bool>,
    members: Vec<Member<'d>>,
    placed: Vec<(Option<String>, &'d Extra)>,
}

impl<'d> Placer<'_, 'd> {
    fn place_all(&mut self, known: Vec<(&'static str, Json<'d>)>) {
        let mut known = known.into_iter().peekable();
        self.follow(None);
        for &key in self.own {
            if let Some((key, value)) = known.next_if(|(next, _)| *next == key) {
                self.push(Cow::Borrowed(key), value);
            } else if let Some(number) = self.by_key.first(key) {
                self.place(number);
            }
            self.follow(Some(key));
        }
        for number in 0..self.extras.len() {
            if !self.is_own(number) {
                self.place(number);
            }
        }
    }

    /// Places those that stand behind `key`, each followed by those that stand behind it.
    fn follow(&mut self, key: Option<&str>) {
        let mut waiting = self.behind(key);
        while let Some(number) = waiting.pop() {
            if !self.is_own(number) && self.place(number) {
                waiting.extend(self.behind(Some(&self.extras[number].key)));
            }
        }
    }

    /// Lists those that stand behind `key`, the last first.
    fn behind(&self, key: Option<&str>) -> Vec<usize> {
        let named = self.behind.all(key.unwrap_or_default()).rev();
        named.filter(|number| self.extras[*number].after.as_deref() == key).collect()
    }

    fn is_own(&self, number: usize) -> bool {
        self.own.contains(&self.extras[number].key.as_str())
    }

    /// Places one, unless a member of its key stands already or its value is no JSON.
    fn place(&mut self, number: usize) -> bool {
        let extra = self.extras[number];
        let first = self.by_key.first(&extra.key).unwrap_or(number);
        if std::mem::replace(&mut self.done[first], true) {
            return false;
        }
        let Ok((value, _)) = json::read(&extra.json) else {
            return false;
        };
        self.placed.push((self.members.last().map(|member| member.key.to_string()), extra));
        self.push(Cow::Borrowed(&extra.key), value);
        true
    }

    fn push(&mut self, key: Cow<'d, str>, value: Json<'d>) {
        self.members.push(Member { key, at: 0, value });
    }
}
