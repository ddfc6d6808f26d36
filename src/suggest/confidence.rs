//! Confidence: how far the finds of each rule can be trusted, as measured on open data, and the
//! names of the rules. Knows no text.

use super::Confidence;
use super::cue::Form;
use super::draft::Draft;
use super::lexicon::Class;
use crate::text::Language;

/// Returns how far to trust a draft.
pub(super) fn of(draft: &Draft) -> Confidence {
    match draft.rule {
        "post-posed-cue" | "lead-in" => Confidence::Sure,
        _ => Confidence::Likely,
    }
}

/// Returns the stable name of the rule: language, frame, tier of the cue.
pub(super) fn name(draft: &Draft, language: Language) -> String {
    let c = |class| draft.class.is(class);
    let tier = if c(Class::SAY) { ".say" } else if c(Class::TELL) { ".tell" } else if c(Class::SHOW) { ".show" } else if c(Class::THINK) { ".think" } else { "" };
    let form = match draft.form { Form::Finite => "", Form::Participial => ".part", Form::Infinitive => ".inf", Form::Passive => ".pass" };
    let plain = if draft.plain { ".plain" } else { "" };
    format!("{}.{}{tier}{form}{plain}", language.tag(), draft.rule)
}
