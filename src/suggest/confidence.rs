//! Confidence: how far the finds of each rule can be trusted, and the names of the rules. Knows no
//! text.
//!
//! Measured on 200 English and 200 German articles marked by hand; right means that at least 0.8 of
//! the words agree. Quotes: post-posed 99 %, lead-in 99 %, continued 97 %, name and colon 94 %; no
//! cue 79 %, short runs 84 %. Statements that end with their sentence for certain: partly quoted
//! 93 %, according to 97 %, clause first 96 %, `said` without a conjunction 91 %; with a comma or
//! conjunction inside 70 to 84 %; headings 89 %. Belief 59 %, infinitives 53 %, objects 50 %,
//! evidence 50 %.

use super::Confidence;
use super::cue::Form;
use super::draft::{Draft, Kind};
use super::lexicon::Class;
use crate::text::Language;

/// Returns how far to trust a draft.
pub(super) fn of(draft: &Draft) -> Confidence {
    match draft.kind {
        Kind::Direct => of_quote(draft),
        _ => of_report(draft),
    }
}

fn of_quote(draft: &Draft) -> Confidence {
    match draft.rule {
        "post-posed-cue" | "lead-in" | "continued" | "colon" | "signature" => Confidence::Sure,
        "name" if draft.language == Language::German => Confidence::Sure,
        _ => Confidence::Likely,
    }
}

/// A statement without a comma or conjunction in it ends where the sentence does; any other may
/// end before.
fn of_report(draft: &Draft) -> Confidence {
    let is = |class| draft.class.is(class);
    let german = draft.language == Language::German;
    let mixed = draft.kind == Kind::Mixed;
    let sure = match draft.rule {
        "that-clause" if german => is(Class::SAY),
        "that-clause" => draft.plain && (is(Class::TELL) || is(Class::SAY) && mixed),
        "bare-clause" if german => draft.plain && is(Class::SAY),
        "bare-clause" => draft.plain && is(Class::SURE),
        "clause-first" => draft.plain && !mixed && is(Class::SAY),
        "according-to" => draft.plain && !german,
        "so" => true,
        _ => false,
    };
    let speech = is(Class::SAY | Class::TELL | Class::ACCORD) && draft.form != Form::Infinitive;
    match draft.rule {
        _ if sure => Confidence::Sure,
        "object" | "particle" | "infinitive" => Confidence::Weak,
        "heading" => Confidence::Likely,
        _ if speech => Confidence::Likely,
        _ => Confidence::Weak,
    }
}

/// Returns the stable name of the rule: language, frame, and what the cue says when it is no cue
/// of speech.
pub(super) fn name(draft: &Draft) -> String {
    let is = |class| draft.class.is(class);
    let tier = if is(Class::SAY | Class::TELL) {
        ""
    } else if is(Class::SHOW) {
        ".evidence"
    } else if is(Class::THINK) {
        ".belief"
    } else {
        ""
    };
    format!("{}.{}{tier}", draft.language.tag(), draft.rule)
}
