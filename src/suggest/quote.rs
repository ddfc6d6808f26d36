//! Quotes: runs in quote marks that are someone's words, with the cue and source beside them.
//! Knows what stands next to a run; knows no reported statement.

use super::cue::{Cue, Form};
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use super::source::{self, Source};
use super::unit::{Grammar, Unit};

/// The longest name before a colon that is a speaker's, in tokens.
const LONGEST_NAME: usize = 14;

/// Finds who said the run at the token `at`, by the cues beside it.
pub(super) fn attributed(unit: &Unit, at: usize, cues: &[Cue]) -> Option<Draft> {
    let draft = |source: Option<Source>, cue: &Cue, rule| Draft {
        contents: vec![(at, at + 1)],
        kind: Kind::Direct,
        source,
        cue: Some((cue.from, cue.to)),
        rule,
        class: cue.class,
        form: cue.form,
        plain: true,
        language: unit.language,
    };
    let found = behind(unit, at, cues)
        .map(|(source, cue)| draft(Some(source), cue, "post-posed-cue"))
        .or_else(|| {
            let (source, cue) = signature(unit, at)?;
            Some(Draft { cue: None, ..draft(Some(source), &cue, "signature") })
        })
        .or_else(|| {
            unknown_verb(unit, at).map(|(source, cue)| draft(Some(source), &cue, "post-posed-verb"))
        })
        .or_else(|| {
            let (source, cue, near) = before(unit, at, cues)?;
            Some(draft(source, cue, if near { "lead-in" } else { "far-lead-in" }))
        })
        .or_else(|| {
            let (source, cue) = colon(unit, at)?;
            Some(Draft { cue: None, ..draft(Some(source), &cue, "colon") })
        })
        .or_else(|| {
            let colon = at.checked_sub(1).filter(|&colon| unit.is_point(colon, ":"))?;
            let source = source::opening(unit, colon)?;
            let cue =
                Cue { from: at, verb: at, to: at, class: Class::default(), form: Form::Finite };
            Some(Draft { cue: None, ..draft(Some(source), &cue, "far-colon") })
        });
    let led = at > 1 && unit.is_point(at - 1, ",");
    found.filter(|draft| {
        let said = led && draft.rule == "lead-in" && draft.cue.is_some_and(|cue| cue.1 + 1 == at);
        said || !(is_title(unit, at) || draft.rule.starts_with("far") && is_term(unit, at))
    })
}

/// Takes the words before a run into its statement: `Paying “makes me smart,” Ana said`.
pub(super) fn take_beginning(unit: &Unit, at: usize, cues: &[Cue], draft: &mut Draft) {
    let first = (0..at).find(|&first| unit.is_word(first));
    let Some(first) = first.filter(|_| draft.rule == "post-posed-cue") else { return };
    let (source, cue) =
        (draft.source.map_or(0, |source| source.to), draft.cue.map_or(0, |cue| cue.1));
    let behind = source.max(cue);
    let closes = draft.class.is(Class::SAY)
        && is_inside(unit, at)
        && !unit.is(first, Class::SUBORD)
        && (behind >= unit.last() || unit.is(behind, Class::TIME));
    let plain = (first..at).all(|before| {
        unit.is_word(before) || unit.is_point(before, ",") || closes && is_inside(unit, before)
    });
    let told = cues.iter().any(|cue| cue.verb < at && cue.form == Form::Finite);
    if plain && at - first > 1 && (!told || closes) {
        draft.contents = vec![(first, at + 1)];
        draft.kind = Kind::Mixed;
        draft.rule = "clause-first";
    }
}

/// Takes the words behind a run into its statement: `Ana said, “We have a week” until the vote`.
pub(super) fn take_end(unit: &Unit, at: usize, cues: &[Cue], draft: &mut Draft) {
    let (next, last) = (at + 1, unit.last());
    let open = unit.closing(at).is_some_and(char::is_alphanumeric);
    let joined = unit.is(next, Class::PREP) && !unit.is(next + 1, Class::TIME);
    let plain = (next..last).all(|at| unit.is_word(at)) && cues.iter().all(|cue| cue.verb < at);
    if unit.grammar == Grammar::English && open && joined && plain && next + 1 < last {
        draft.contents = vec![(at, last)];
        draft.kind = Kind::Mixed;
    }
}

/// Tells whether the run at `at` goes on with the English words before it, as part of what they say.
pub(super) fn is_inside(unit: &Unit, at: usize) -> bool {
    unit.grammar == Grammar::English
        && unit.is_quote(at)
        && is_small(unit, at)
        && at > 0
        && unit.is_word(at - 1)
}

/// Tells whether the run at `at` looks like a title or slogan inside a sentence: every longer word
/// begins with a capital, and no comma or colon leads to it.
fn is_title(unit: &Unit, at: usize) -> bool {
    let split = |c: char| !c.is_alphanumeric() && c != '’' && c != '\'';
    let words = unit.words(at).split(split).map(|word| word.trim_matches('\''));
    let small = |word: &str| word.len() < 4 || matches!(word, "with" | "from" | "into" | "over");
    let words: Vec<&str> = words.filter(|word| !small(word)).collect();
    let led = at > 0 && unit.is_point(at - 1, ":");
    if is_nickname(unit, at) {
        return true;
    }
    let enough = words.len() > 1 || words.len() == 1 && hangs(unit, at);
    at > 0
        && !led
        && enough
        && words.iter().all(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()))
}

/// Tells whether the run at `at` stands between the names of somebody: `John “Duke” Ames`.
fn is_nickname(unit: &Unit, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let name =
        |at: usize| unit.tokens.get(at).is_some_and(|token| token.is_word() && token.capital);
    let inside =
        name(before) && name(at + 1) && unit.closing(at).is_some_and(char::is_alphanumeric);
    inside && unit.words(at).split(' ').count() < 4
}

/// Finds a cue behind the run: `“…,” Ana said`, `“…,” said Ana`.
fn behind<'c>(unit: &Unit, at: usize, cues: &'c [Cue]) -> Option<(Source, &'c Cue)> {
    let first = behind_points(unit, at);
    let open = first == at + 1 && unit.closing(at).is_some_and(char::is_alphanumeric);
    let inside = unit.grammar == Grammar::English && at > 0 && unit.is_word(at - 1);
    if open && inside && unit.words(at).split(' ').count() < 4 {
        return None;
    }
    let mut after = cues.iter().filter(|cue| cue.verb >= first).take(3);
    after.find_map(|cue| {
        if cue.form == Form::Infinitive || (first..cue.verb).any(|between| unit.is_quote(between)) {
            return None;
        }
        if cue.from == first {
            if cue.form == Form::Participial {
                return None;
            }
            return source::on_right(unit, cue).map(|source| (source, cue));
        }
        if unit.grammar == Grammar::German && unit.is(first, Class::HAVE | Class::BE) {
            let source = source::of(unit, cue, true).filter(|source| source.from == first + 1)?;
            return Some((source, cue));
        }
        let source = source::on_left(unit, cue.from)?;
        if unit.is(source.from, Class::REL) && first == at + 1 {
            return None;
        }
        let lead = |at: usize| {
            unit.is(at, Class::ADVERB | Class::TIME | Class::PREP | Class::COORD | Class::AUX)
        };
        if source.from == first || (first..source.from).all(lead) {
            return Some((source, cue));
        }
        // A noun phrase with commas inside.
        let open = unit.is(first, Class::DET) && source.from < first + 6;
        let plain =
            (first..source.from).all(|at| !unit.is(at, Class::AUX | Class::VERB | Class::CUE));
        (open && plain).then_some((Source { from: first, ..source }, cue))
    })
}

/// Returns the place behind the points that follow the run at `at`.
fn behind_points(unit: &Unit, at: usize) -> usize {
    let mut first = at + 1;
    // A note behind the run: `“…,”[1] Ana said`
    if unit.is_point(first, "[") && unit.is_point(first + 2, "]") {
        first += 3;
    }
    while unit.is_point(first, ",—!?") {
        first += 1;
    }
    first
}

/// Finds the name that a run is signed with: `“…” — Ana Berg`.
fn signature(unit: &Unit, at: usize) -> Option<(Source, Cue)> {
    let dash = (at + 1 < unit.tokens.len() && unit.is_point(at + 1, "—")).then_some(at + 1)?;
    let (from, to) = (dash + 1 + usize::from(unit.is_point(dash + 1, "—")), unit.last());
    let plain = |at: usize| {
        let token = unit.tokens[at];
        token.capital
            || token.is(Class::PREP | Class::DET | Class::TITLE | Class::PEOPLE)
            || token.is_point(",'’.")
    };
    let name = unit.tokens.get(from).is_some_and(|first| first.capital && first.is_word());
    let cue = Cue { from: dash, verb: dash, to: from, class: Class::SAY, form: Form::Finite };
    (name && to > from && to < from + 9 && (from..to).all(plain))
        .then_some((Source { from, to }, cue))
}

/// Finds a name and a verb that is no known cue behind a run that ends with a comma or is a
/// sentence of its own: `“…,” Ana thundered`.
fn unknown_verb(unit: &Unit, at: usize) -> Option<(Source, Cue)> {
    let marks = |c: char| "\"”'’“».".contains(c);
    if !unit.words(at).trim_end_matches(marks).ends_with([',', '?', '!'])
        && !unit.is_point(at + 1, ",")
    {
        return None;
    }
    let first = behind_points(unit, at);
    let is_verb = |at: usize| {
        unit.is_word(at)
            && !unit.tokens[at].capital
            && unit.words(at).ends_with("ed")
            && !unit.is(at, Class::AUX)
    };
    let limit = unit.tokens.len().min(first + 8);
    let verb = (first..limit).take_while(|&at| unit.is_word(at)).find(|&at| is_verb(at))?;
    let cue = Cue { from: verb, verb, to: verb + 1, class: Class::VOICE, form: Form::Finite };
    let source = if verb == first {
        source::on_right(unit, &cue)
    } else {
        source::on_left(unit, verb).filter(|source| source.from == first)
    };
    source.map(|source| (source, cue))
}

/// Finds a cue before the run: `Ana said: “…”`. Also tells whether nothing stands between.
fn before<'c>(unit: &Unit, at: usize, cues: &'c [Cue]) -> Option<(Option<Source>, &'c Cue, bool)> {
    let points = at > 0 && unit.is_point(at - 1, ",:—");
    let end = if points { at - 1 } else { at };
    cues.iter().rev().filter(|cue| cue.to <= end).take(3).find_map(|cue| {
        let (source, near) = lead(unit, at, end, cue)?;
        Some((source, cue, near))
    })
}

/// Finds the source of a cue whose clause ends at `end`, before the run at `at`.
fn lead(unit: &Unit, at: usize, end: usize, cue: &Cue) -> Option<(Option<Source>, bool)> {
    let between = || (cue.to..end).map(|place| unit.tokens[place]);
    if between().any(|token| token.is_quote() || token.is_point(":;")) {
        return None;
    }
    let (near, points) = (cue.to == end, end < at);
    let colon = at > 0 && unit.is_point(at - 1, ":");
    let speech = Class::CLAUSE_CUE | Class::CALL | Class::VOICE | Class::URGE;
    if !near && !cue.class.is(speech) {
        return None;
    }
    let voice = cue.class.is(Class::VOICE) && !cue.class.is(Class::SAY);
    if voice && (!points || is_small(unit, at)) {
        return None;
    }
    let comma = points && !between().any(|token| token.is(Class::THAT | Class::SUBJECT));
    let left = source::of(unit, cue, false);
    let right = || source::on_right(unit, cue).filter(|source| source.to == end);
    let inverted = left.is_none() && cue.form == Form::Finite && right().is_some();
    if !(near || colon || comma || inverted) {
        return None;
    }
    let source = if inverted { right() } else { left };
    if source.is_none() && !colon && cue.form == Form::Finite {
        return None;
    }
    Some((source, near || colon || inverted))
}

/// Finds a name and a colon before the run: `Ana Berg: “…”`.
fn colon(unit: &Unit, at: usize) -> Option<(Source, Cue)> {
    let to = at.checked_sub(1).filter(|&to| unit.is_point(to, ":"))?;
    let from = (0..to).find(|&from| unit.is_word(from))?;
    let short = to - from <= LONGEST_NAME && unit.tokens[from].capital;
    let name = (from..to).all(|at| {
        !unit.is_quote(at) && !unit.is(at, Class::AUX | Class::CONJ) && !unit.is_point(at, ";:")
    });
    let cue = Cue { from: to, verb: to, to: to + 1, class: Class::SAY, form: Form::Finite };
    (short && name).then_some((Source { from, to }, cue))
}

/// Tells whether the run at `at` names something, so that it is nobody's words.
pub(super) fn is_name(unit: &Unit, at: usize) -> bool {
    !unit.is_headline() && !is_spoken(unit, at) && is_title(unit, at) || is_apposition(unit, at)
}

/// Tells whether the run at `at` is set like a title and hangs on a name or preposition: `on Ana's
/// “Good Morning”`.
pub(super) fn is_programme(unit: &Unit, at: usize) -> bool {
    is_apposition(unit, at) || is_term(unit, at) || hangs(unit, at) && is_name(unit, at)
}

/// Tells whether a short run belongs to the noun behind it: `a “dry run” memo`.
pub(super) fn is_adjective(unit: &Unit, at: usize) -> bool {
    let noun = unit.tokens.get(at + 1).is_some_and(|next| {
        next.is_word() && (next.class == Class::default() || next.is(Class::PEOPLE))
    });
    let verb = at > 0 && unit.is(at - 1, Class::AUX);
    noun && !verb && unit.words(at).split(' ').count() < 3
}

/// Tells whether a run that stands alone is a heading: a few words, and no mark at the end.
pub(super) fn is_heading(unit: &Unit, at: usize) -> bool {
    unit.closing(at).is_some_and(char::is_alphanumeric)
        && unit.words(at).split_whitespace().count() < 7
        && unit.tokens.len() == 1
}

fn hangs(unit: &Unit, at: usize) -> bool {
    at > 0 && {
        let before = unit.tokens[at - 1];
        before.owner
            || before.capital
            || matches!(unit.words(at - 1), "on" | "in" | "by" | "of" | "titled" | "entitled")
    }
}

/// Tells whether the run at `at` is the name of the noun before it: `das Lied „…“`.
fn is_apposition(unit: &Unit, at: usize) -> bool {
    if unit.grammar != Grammar::German || at == 0 || !unit.is_word(at - 1) || is_spoken(unit, at) {
        return false;
    }
    let run = unit.words(at);
    let ends = matches!(unit.closing(at), Some('.' | '!' | '?' | ','));
    let capital = run.chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let article = matches!(unit.words(at - 1), "der" | "die" | "das" | "dem" | "den" | "des");
    let short = run.split(' ').count() < 4;
    unit.tokens[at - 1].capital && !ends || article && capital && short
}

/// Tells whether the run at `at` is a German noun with little beside it, and so a term or a name: a
/// quote of so few words begins with a small letter, or has a mark at its end.
pub(super) fn is_term(unit: &Unit, at: usize) -> bool {
    let ends = matches!(unit.closing(at), Some('.' | '!' | '?' | ','));
    let led = at > 0 && unit.is_point(at - 1, ":") || is_spoken(unit, at);
    unit.grammar == Grammar::German
        && !ends
        && !led
        && !is_small(unit, at)
        && unit.words(at).split_whitespace().count() < 4
}

/// Finds the German verb of naming or blaming that leads to the run at `at`: `nannte sie „…“`,
/// `warf ihr „…“ vor`.
pub(super) fn called(unit: &Unit, at: usize) -> Option<Cue> {
    let blamed = unit.words(at + 1) == "vor";
    let leads = |&verb: &usize| {
        unit.is(verb, Class::CALL)
            || blamed && unit.is(verb, Class::SPLIT) && unit.words(verb).starts_with('w')
    };
    let placed = at > 0 && unit.is(at - 1, Class::PREP);
    let name = !is_small(unit, at) && !blamed && (is_apposition(unit, at) || placed);
    if unit.grammar != Grammar::German || name {
        return None;
    }
    let mut clause = (0..at).rev().take_while(|&before| !unit.is_point(before, ":;"));
    let verb = clause.find(leads)?;
    let form = if unit.is(verb, Class::PARTICIPLE) { Form::Passive } else { Form::Finite };
    Some(Cue { from: verb, verb, to: verb + 1, class: Class::CALL, form })
}

/// Tells whether a noun for what is said leads to the run at `at`: `chants of “…”`.
pub(super) fn is_spoken(unit: &Unit, at: usize) -> bool {
    let noun = at.wrapping_sub(if unit.words(at.wrapping_sub(1)) == "of" { 2 } else { 1 });
    unit.is(noun, Class::SPOKEN)
}

/// Tells whether the run at `at` begins with a small letter.
pub(super) fn is_small(unit: &Unit, at: usize) -> bool {
    unit.words(at).chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase)
}

/// Tells whether a short run stands right behind a word for saying: `his promise of “free college”`.
pub(super) fn is_near_cue(unit: &Unit, at: usize) -> bool {
    if unit.grammar == Grammar::German {
        let clause = (0..at).rev().take_while(|&before| unit.is_word(before));
        let mut cues = clause.filter(|&before| !unit.is(before, Class::AUX));
        return (0..at).any(|before| unit.is(before, Class::CALL))
            || cues.any(|before| unit.is(before, Class::CUE | Class::SPLIT));
    }
    is_small(unit, at)
        && !is_adjective(unit, at)
        && (at.saturating_sub(3)..at).any(|before| {
            unit.is(before, Class::NOUN)
                || unit.is(before, Class::CUE) && !unit.is(before, Class::VOICE)
        })
}
