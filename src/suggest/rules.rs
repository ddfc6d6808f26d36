//! Rules: the order in which they look at a unit, and what they leave to each other. Knows no text
//! outside the unit.

use super::clause::Next;
use super::cue::{Cue, Form};
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::unit::{Grammar, LONGEST, Unit};
use super::{according, cue, german, heading, noun, quote, report, source};
use crate::text::in_order;

/// The fewest words of a run without a cue that is taken for a quote.
const FEWEST: usize = 4;

/// Finds the cues of `unit`.
pub(super) fn cues(unit: &Unit) -> Vec<Cue> {
    match unit.grammar {
        Grammar::German => german::cues(unit),
        _ => cue::cues(unit),
    }
}

/// Finds what is said in `unit`, in text order.
///
/// `told` says that somebody spoke before in the same paragraph, so that a statement may go on.
pub(super) fn drafts(unit: &Unit, cues: &[Cue], told: bool) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let quotes: Vec<usize> = (0..unit.tokens.len()).filter(|&at| unit.is_quote(at)).collect();
    let mut inside = Vec::new();
    for &at in &quotes {
        let found = quoted(unit, cues, at);
        let direct = found.as_ref().is_some_and(|draft| draft.kind == Kind::Direct);
        if direct && quote::is_inside(unit, at) { &mut inside } else { &mut drafts }.extend(found);
    }
    let start =
        (0..unit.tokens.len()).find(|&at| unit.is_word(at) || unit.is_quote(at)).unwrap_or(0);
    match unit.grammar {
        Grammar::English => english(unit, cues, start, &mut drafts),
        Grammar::German => in_german(unit, cues, (start, told), &mut drafts),
        Grammar::Other => {}
    }
    for draft in inside {
        add(&mut drafts, Some(draft));
    }
    for &at in &quotes {
        if !drafts.iter().any(|draft| draft.holds(at)) {
            let bare = bare(unit, cues, at, &drafts);
            drafts.extend(bare);
        }
    }
    in_order(drafts, |draft| draft.contents.first().map_or(0, |(from, to)| from * LONGEST + to))
}

/// Takes the run at `at` when a cue stands beside it.
fn quoted(unit: &Unit, cues: &[Cue], at: usize) -> Option<Draft> {
    let mut draft = quote::attributed(unit, at, cues)?;
    quote::take_beginning(unit, at, cues, &mut draft);
    if draft.rule == "lead-in" && draft.class.is(Class::SAY) {
        quote::take_end(unit, at, cues, &mut draft);
    }
    let led = at > 0 && unit.is_point(at - 1, ":,");
    (words_in(unit, at) >= 3
        || draft.rule.starts_with("post")
        || draft.rule == "signature"
        || draft.kind == Kind::Mixed
        || led)
        .then_some(draft)
}

/// Takes the run at `at` without a cue beside it, if it looks like someone's words.
fn bare(unit: &Unit, cues: &[Cue], at: usize, drafts: &[Draft]) -> Option<Draft> {
    let alone = (0..unit.tokens.len()).all(|other| other == at || !unit.is_word(other));
    let words = words_in(unit, at);
    let headline = unit.is_headline();
    let spoken = quote::is_spoken(unit, at);
    let long = words >= FEWEST || words > 1 && (alone || headline || spoken);
    let told = unit.grammar != Grammar::German
        || alone
        || words >= 10
        || spoken
        || at > 0 && unit.is_point(at - 1, ":")
        || !cues.is_empty()
        || unit.tokens.iter().any(|token| token.is(Class::PURE_MOOD));
    let call = quote::called(unit, at);
    let named = quote::is_name(unit, at) || quote::is_term(unit, at) || quote::is_heading(unit, at);
    let german = unit.grammar == Grammar::German;
    let (rule, source) = if long && told && !named {
        let before = |draft: &&Draft| draft.cue.is_some_and(|cue| cue.0 < at);
        let near = drafts.iter().rev().find(before).or(drafts.first());
        (if alone { "continued" } else { "no-cue" }, near.and_then(|draft| draft.source))
    } else if let Some(call) = call {
        ("name", source::of(unit, &call, false))
    } else if !named
        && (!cues.is_empty() && quote::is_near_cue(unit, at)
            || words > 1
                && quote::is_small(unit, at)
                && !quote::is_adjective(unit, at)
                && drafts.iter().any(|draft| draft.cue.is_some()))
        || german && words > 2 && quote::is_small(unit, at)
    {
        ("short", None)
    } else {
        return None;
    };
    let last = || cues.iter().rev().find(|cue| cue.to <= at && german);
    let mut draft = Draft {
        contents: vec![(at, at + 1)],
        kind: Kind::Direct,
        source: source.or_else(|| source::of(unit, last()?, false)),
        cue: call.filter(|_| rule == "name").map(|call| (call.from, call.to)),
        rule,
        class: Class::default(),
        form: Form::Finite,
        plain: true,
        language: unit.language,
    };
    if at == 0 && long {
        quote::take_end(unit, at, cues, &mut draft);
    }
    Some(draft)
}

fn words_in(unit: &Unit, at: usize) -> usize {
    unit.words(at).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count()
}

/// Takes reported statements: those before their cue first, then from left to right, first those
/// with a cue of speech.
fn english(unit: &Unit, cues: &[Cue], start: usize, drafts: &mut Vec<Draft>) {
    for at in 0..unit.tokens.len() {
        add_around_quotes(drafts, according::statement(unit, at, start));
    }
    add_around_quotes(drafts, heading::statement(unit, start));
    let next: Vec<Next> = cues
        .iter()
        .map(|&cue| {
            let source = source::on_left(unit, cue.from);
            Next { start: source.map_or(cue.from, |source| source.from), cue }
        })
        .collect();
    let behind = |number: usize, cue: &Cue| report::behind(unit, cue, &next[number + 1..]);
    for (number, cue) in cues.iter().enumerate().rev() {
        if is_used(drafts, cue.verb) {
            continue;
        }
        if let Some(draft) = report::behind_as(unit, cue, start) {
            add(drafts, Some(draft));
            continue;
        }
        let before = report::before(unit, cue, start);
        let inverted = before.as_ref().is_some_and(|draft| report::is_inverted(unit, cue, draft));
        add(
            drafts,
            before.filter(|draft| {
                inverted || draft.contents.len() > 1 || behind(number, cue).is_none()
            }),
        );
    }
    for strong in [true, false] {
        for (number, cue) in cues.iter().enumerate() {
            if cue.class.is(Class::SAY | Class::TELL) == strong && !is_used(drafts, cue.verb) {
                add(drafts, behind(number, cue));
            }
        }
    }
    for at in 0..unit.tokens.len() {
        if unit.is(at, Class::NOUN) && !is_used(drafts, at) {
            let later = next.partition_point(|next| next.cue.verb <= at);
            add(drafts, noun::statement(unit, at, &next[later..]));
        }
    }
}

/// Takes reported statements by the word order of German.
fn in_german(unit: &Unit, cues: &[Cue], (start, told): (usize, bool), drafts: &mut Vec<Draft>) {
    for at in 0..unit.tokens.len() {
        add_around_quotes(drafts, german::according(unit, at, start));
    }
    for cue in cues.iter().rev().filter(|_| !unit.tokens.is_empty()) {
        if !is_used(drafts, cue.verb) {
            let found = german::behind_as(unit, cue, start);
            add(drafts, found.or_else(|| german::before(unit, cue, start)));
        }
    }
    for cue in cues {
        if !is_used(drafts, cue.verb) {
            add(drafts, german::behind(unit, cue));
        }
    }
    if drafts.is_empty() && told {
        drafts.extend(german::free(unit, start));
    }
}

fn is_used(drafts: &[Draft], at: usize) -> bool {
    drafts.iter().any(|draft| draft.uses(at))
}

/// Adds a draft unless one that claims the same words is there.
fn add(drafts: &mut Vec<Draft>, draft: Option<Draft>) {
    drafts.extend(draft.filter(|draft| !drafts.iter().any(|other| overlap(other, draft))));
}

/// Adds a draft that may hold a quote of somebody else.
fn add_around_quotes(drafts: &mut Vec<Draft>, draft: Option<Draft>) {
    let blocks = |other: &Draft, draft: &Draft| other.kind != Kind::Direct && overlap(other, draft);
    drafts.extend(draft.filter(|draft| !drafts.iter().any(|other| blocks(other, draft))));
}

/// Tells whether two drafts claim the same words as said.
fn overlap(one: &Draft, other: &Draft) -> bool {
    let share = |a: &(usize, usize), b: &(usize, usize)| a.0 < b.1 && b.0 < a.1;
    one.contents.iter().any(|a| other.contents.iter().any(|b| share(a, b)))
}
