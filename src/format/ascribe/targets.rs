//! Reads spans: one fragment, the fragments of a target, lists of targets.

use super::anchor::Anchor;
use super::fault::Fault;
use super::fields::Fields;
use super::misplaced::SpanFault;
use super::problem::{Log, short};
use crate::document::{Extra, Target};
use crate::format::json::{self, Json};
use crate::text::{Span, in_order};

/// A fragment as it was read, with what is left of its object.
struct Fragment<'t> {
    span: Span,
    rest: Vec<Fields<'t>>,
}

/// Reads `start` and `end` of an object as a span, and `exact` where it has that; `list` names the
/// list it stands in where its part has several.
pub(super) fn span(
    fields: &mut Fields,
    list: &str,
    anchor: &Anchor,
    log: &mut Log,
) -> Option<Span> {
    let add = |log: &mut Log, at, fault| {
        log.add(at, Fault::Span { list: list.to_owned(), fault });
    };
    let mut offset = |key| match offset(fields, key) {
        Ok((offset, float)) => {
            if let Some((at, fault)) = float {
                add(log, at, fault);
            }
            Some(offset)
        }
        Err((at, fault)) => {
            add(log, at, fault);
            None
        }
    };
    let (start, end) = (offset("start")?, offset("end")?);
    let exact = fields.text("exact", log);
    let (span, fault) = match anchor.span(start, end, exact.as_deref()) {
        Ok((span, fault)) => (Some(span), fault),
        Err(fault) => (None, Some(fault)),
    };
    if let Some(fault) = fault {
        add(log, fields.at, fault);
    }
    span
}

/// Reads the list `key` of targets; one that is not there or of another type is empty.
pub(super) fn targets(
    fields: &mut Fields,
    key: &'static str,
    anchor: &Anchor,
    extras: &mut Vec<Extra>,
    log: &mut Log,
) -> Vec<Target> {
    let Some((at, items)) = fields.list(key, log) else {
        return Vec::new();
    };
    let mut targets = Vec::new();
    for (index, item) in items.into_iter().enumerate() {
        match item {
            Json::Array(fragments) => {
                let path = format!("{key}/{}", targets.len());
                let inside = format!("{key} {}", index + 1);
                targets.extend(target(fragments, at, &path, &inside, anchor, extras, log));
            }
            other => log.add(at, wrong_item(key, index, "a list of fragments", &other)),
        }
    }
    targets
}

/// Reads the fragments of a target, whose list stands at the byte `at`; `None` when none is good.
///
/// What is unknown in a fragment becomes an extra member below `path`; `inside` names the list in
/// a problem.
pub(super) fn target(
    items: Vec<Json>,
    at: usize,
    path: &str,
    inside: &str,
    anchor: &Anchor,
    extras: &mut Vec<Extra>,
    log: &mut Log,
) -> Option<Target> {
    let mut fragments: Vec<Fragment> = Vec::with_capacity(items.len());
    for (index, item) in items.into_iter().enumerate() {
        match Fields::open(item, at) {
            Ok(mut fields) => {
                if let Some(span) = span(&mut fields, inside, anchor, log) {
                    fragments.push(Fragment { span, rest: vec![fields] });
                }
            }
            Err(other) => {
                let list = if inside.is_empty() { "target" } else { inside };
                log.add(at, wrong_item(list, index, "an object", &other));
            }
        }
    }
    let fragments = apart(fragments, |fragment| {
        log.add(fragment, Fault::Span { list: inside.to_owned(), fault: SpanFault::Joined });
    });
    let mut spans = Vec::with_capacity(fragments.len());
    for Fragment { span, rest } in fragments {
        spans.push(span);
        for fields in rest {
            fields.rest_at(path, span, extras);
        }
    }
    Target::new(spans).ok()
}

/// Sorts `fragments` and joins those that touch; calls `mended` with the place of the list's first
/// fragment when that changed them.
fn apart<'t>(fragments: Vec<Fragment<'t>>, mended: impl FnOnce(usize)) -> Vec<Fragment<'t>> {
    let place = fragments.first().and_then(|fragment| fragment.rest.first()).map(|it| it.at);
    if fragments.windows(2).all(|pair| pair[0].span.end() < pair[1].span.start()) {
        return fragments;
    }
    if let Some(place) = place {
        mended(place);
    }
    let fragments = in_order(fragments, |fragment| fragment.span.start().0);
    let mut joined: Vec<Fragment> = Vec::with_capacity(fragments.len());
    for fragment in fragments {
        match joined.last_mut() {
            Some(last) if last.span.end() >= fragment.span.start() => {
                last.span = last.span.hull(fragment.span);
                last.rest.extend(fragment.rest);
            }
            _ => joined.push(fragment),
        }
    }
    joined
}

/// A fault and the byte of the file it stands at.
type Placed = (usize, SpanFault);

/// Takes an offset, and what has to be said of it.
fn offset(fields: &mut Fields, key: &'static str) -> Result<(u64, Option<Placed>), Placed> {
    let missing = (fields.at, SpanFault::NoOffset { key });
    let (at, value) = fields.take(key).ok_or(missing)?;
    if let Json::Number(digits) = &value {
        if let Ok(offset) = digits.parse() {
            return Ok((offset, None));
        }
        if let Some(offset) = whole(digits) {
            return Ok((offset, Some((at, SpanFault::OffsetAsFloat { value: short(digits) }))));
        }
    }
    Err((at, SpanFault::BadOffset { key, value: short(&json::compact(&value)) }))
}

/// Reads a number that is written with a point, an exponent or a sign, where it is whole, not
/// negative, and one that every program reads exactly. Digit by digit: a float's reader and its
/// tables weigh more than this file.
fn whole(digits: &str) -> Option<u64> {
    const EXACT: u64 = 1 << 53;
    let (number, exponent) = digits.split_once(['e', 'E']).unwrap_or((digits, "0"));
    let (before, after) = number.split_once('.').unwrap_or((number, ""));
    let (negative, before) = before.strip_prefix('-').map_or((false, before), |rest| (true, rest));
    // The digits before the point once it is moved, and those behind it.
    let point = i64::try_from(before.len()).ok()? + exponent.parse::<i32>().map(i64::from).ok()?;
    let (mut whole, mut at) = (0u64, 0);
    for digit in before.bytes().chain(after.bytes()).map(|byte| u64::from(byte - b'0')) {
        if at < point {
            whole = whole.checked_mul(10)?.checked_add(digit)?;
        } else if digit != 0 {
            return None;
        }
        at += 1;
    }
    while at < point && whole != 0 {
        whole = whole.checked_mul(10)?;
        at += 1;
    }
    (whole < EXACT && (whole == 0 || !negative)).then_some(whole)
}

/// Says that an item of a list is of another type than it should be; `index` counts from 0.
pub(super) fn wrong_item(list: &str, index: usize, expected: &'static str, found: &Json) -> Fault {
    let found = found.kind();
    Fault::WrongItem { list: list.to_owned(), number: index + 1, expected, found }
}
