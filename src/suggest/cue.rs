//! Cues: finds the verbs that may say that something was said, with their auxiliaries. Knows verb
//! forms and what stands beside them; knows no source and no content.

use super::lexicon::Class;
use super::unit::Unit;

/// How a cue stands in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// With a subject: `said`, `has said`
    Finite,
    /// Hanging on another clause: `adding`
    Participial,
    /// `to say`
    Infinitive,
    /// `was told`
    Passive,
}

/// A verb that may be a cue. Places are gaps between tokens of its unit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cue {
    /// Before the first auxiliary or adverb.
    pub(super) from: usize,
    /// The verb.
    pub(super) verb: usize,
    /// Behind the verb.
    pub(super) to: usize,
    pub(super) class: Class,
    pub(super) form: Form,
}

/// Finds the cues of `unit`, in order.
pub(super) fn cues(unit: &Unit) -> Vec<Cue> {
    (0..unit.tokens.len()).filter_map(|at| cue(unit, at)).collect()
}

fn cue(unit: &Unit, verb: usize) -> Option<Cue> {
    let token = unit.tokens.get(verb).filter(|token| token.is_word() && token.is(Class::CUE))?;
    if is_noun(unit, verb) || token.owner {
        return None;
    }
    let name = token.capital && verb > 0 && unit.is_word(verb - 1);
    if name && (!unit.is_headline() || token.is(Class::NOUNY) && !token.is(Class::THIRD)) {
        return None;
    }
    let mut from = verb;
    let (mut be, mut have, mut modal) = (false, false, false);
    while let Some(before) = from.checked_sub(1) {
        if !is_beside_verb(unit, before) {
            break;
        }
        be |= unit.is(before, Class::BE);
        have |= unit.is(before, Class::HAVE);
        modal |= unit.is(before, Class::MODAL);
        from = before;
    }
    // A pronoun stands between: `a-t-il dit`.
    have |= from > 1 && unit.is(from - 1, Class::SUBJECT) && unit.is(from - 2, Class::HAVE);
    let is = |class| token.is(class);
    let preceded_by_to = from > 0 && unit.is(from - 1, Class::TO);
    let form = if is(Class::GERUND) {
        if be { Form::Finite } else { Form::Participial }
    } else if is(Class::PARTICIPLE) && (be || is(Class::ASK) && hangs(unit, from)) {
        Form::Passive
    } else if is(Class::PAST | Class::THIRD) || have && is(Class::PARTICIPLE) || modal {
        if preceded_by_to && is(Class::BASE) && !modal { Form::Infinitive } else { Form::Finite }
    } else if preceded_by_to && is(Class::BASE) {
        Form::Infinitive
    } else if is(Class::BASE) {
        Form::Finite
    } else {
        return None;
    };
    if form == Form::Infinitive {
        from -= 1;
    }
    Some(Cue { from, verb, to: verb + 1, class: token.class, form })
}

/// Tells whether a clause without a subject begins at `at`: `Asked whether …`, `when asked about …`.
fn hangs(unit: &Unit, at: usize) -> bool {
    match at.checked_sub(1) {
        Some(before) => {
            unit.is(before, Class::SUBORD) && !unit.is(before, Class::REL)
                || unit.is_quote(before) && unit.tokens[at].capital
        }
        None => true,
    }
}

/// Tells whether the token goes with a verb behind it: an auxiliary, an adverb, a negation.
pub(super) fn is_beside_verb(unit: &Unit, at: usize) -> bool {
    let Some(token) = unit.tokens.get(at).filter(|token| token.is_word()) else { return false };
    token.is(Class::AUX | Class::NEGATION | Class::ADVERB) && !token.is(Class::DET | Class::CONJ)
        || is_adverb(unit, at)
}

/// Tells whether the word at `at` is an adverb by its ending.
fn is_adverb(unit: &Unit, at: usize) -> bool {
    unit.tokens.get(at).is_some_and(|token| {
        !token.capital && !token.is(Class::NOT_ADVERB) && unit.words(at).ends_with("ly")
    })
}

/// Tells whether the form at `at` is a noun or an adjective where it stands.
fn is_noun(unit: &Unit, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return unit.is(at, Class::NOUNY) && !unit.is(at, Class::GERUND | Class::THIRD);
    };
    let (word, left) = (unit.tokens[at], unit.tokens[before]);
    let determined = left.is(Class::DET) && !left.is(Class::PRONOUN | Class::DUMMY);
    let nouny = word.is(Class::NOUNY);
    if left.is(Class::COORD)
        && word.is(Class::THIRD)
        && unit.is(at + 1, Class::THAT | Class::OBJECT)
    {
        return false;
    }
    let finite_only = word.is(Class::PAST | Class::GERUND);
    if nouny && !finite_only && !is_beside_verb(unit, before) && !left.is_quote() {
        let plural = unit.words(before).ends_with('s');
        let subject = left.is(Class::SUBJECT | Class::PRONOUN | Class::REL | Class::TO)
            || plural && word.is(Class::BASE)
            || (left.capital || left.is(Class::PEOPLE)) && word.is(Class::THIRD);
        if !subject || left.owner {
            return true;
        }
    }
    if left.owner || determined || left.is(Class::POSSESSIVE) {
        return !word.is(Class::GERUND) || nouny;
    }
    if nouny && unit.is(at + 1, Class::PREP) && unit.words(at + 1) == "of" {
        return true;
    }
    if left.is(Class::PREP) && !left.is(Class::TO | Class::SUBORD) {
        return nouny || !word.is(Class::GERUND);
    }
    // Behind adjectives: "the campaign's earlier claim"
    let mut first = before;
    while nouny && first > 0 && before - first < 3 && is_plain(unit, first) {
        first -= 1;
    }
    nouny && first < before && {
        let left = unit.tokens[first];
        (left.is(Class::DET) && !left.is(Class::PRONOUN) || left.owner || left.is(Class::PREP))
            && !unit.words(before).ends_with('s')
    }
}

/// Tells whether nothing is known of the word at `at`, so that it may be an adjective.
fn is_plain(unit: &Unit, at: usize) -> bool {
    let token = unit.tokens[at];
    token.is_word() && !token.capital && (token.class == Class::default() || token.is(Class::TIME))
}
