//! The register of speakers in its dialog. Rows that stay keep their elements, and so their focus.

use super::{keep_rows, restamp};
use crate::web::dom::{
    Dom, document, fill, has_focus, part, part_of, set_subject, set_text, set_value,
};
use ascribe::app::{Part, RegisterScreen, SpeakerRow, Template, Word, Words};
use web_sys::{Element, HtmlElement};

/// Shows the register; `old` is what is shown now.
pub(super) fn render(old: Option<&RegisterScreen>, new: &RegisterScreen, words: &Words) -> Dom<()> {
    set_text(&part(Part::RegisterTold)?.into(), &new.told);
    part(Part::NoSpeakers)?.set_hidden(!new.speakers.is_empty());
    if old.map(|old| &old.merges) != Some(&new.merges) {
        restamp(&part(Part::Merges)?, Template::MergeRow, &new.merges, |row, merge| {
            let (kept, gone, asked) = merge;
            set_subject(row, &kept.0)?;
            fill(row, Part::MergeWords, asked)?;
            let take = part_of(row, Part::MergeTake)?;
            take.set_attribute("value", &gone.0)?;
            take.set_attribute("aria-label", &words.fill(Word::MakeOneNamed, &[asked]))
        })?;
    }
    if old.map(|old| &old.speakers) == Some(&new.speakers) {
        return Ok(());
    }
    let list = part(Part::SpeakerList)?;
    let within = part(Part::Register)?.contains(document()?.active_element().as_deref());
    if old.is_none() {
        list.replace_children_with_node_0();
    }
    let ids: Vec<&str> = new.speakers.iter().map(|speaker| speaker.id.0.as_str()).collect();
    keep_rows(&list, Template::SpeakerRow, &ids, |at, row| {
        new.speakers.get(at).map_or(Ok(()), |speaker| set_row(row, speaker, new, words))
    })?;
    // Whoever used a control that is gone stays in the list.
    if within && !part(Part::Register)?.contains(document()?.active_element().as_deref()) {
        list.focus()?;
    }
    Ok(())
}

fn set_row(row: &Element, speaker: &SpeakerRow, all: &RegisterScreen, words: &Words) -> Dom<()> {
    fill(row, Part::SpeakerTitle, &speaker.name)?;
    fill(row, Part::SpeakerAbout, &speaker.about)?;
    fill(row, Part::SpeakerAlso, &speaker.aliases.join(", "))?;
    let fields = [
        (Part::SpeakerName, speaker.name.as_str()),
        (Part::SpeakerWeb, &speaker.same_as),
        (Part::SpeakerAlias, ""),
    ];
    for (field, value) in fields {
        let input = part_of(row, field)?;
        set_value(&input, value)?;
    }
    let none = (String::new(), words.say(Word::Open));
    let kinds = all.kinds.iter().map(|(name, said)| (name.clone(), *said));
    offer(&part_of(row, Part::SpeakerKind)?, std::iter::once(none).chain(kinds), &speaker.kind)?;
    let others = all.speakers.iter().filter(|other| other.id != speaker.id);
    let others = others.map(|other| (other.id.0.clone(), other.name.as_str()));
    let nobody = (String::new(), "–");
    offer(&part_of(row, Part::SpeakerSame)?, std::iter::once(nobody).chain(others), "")?;
    let aliases = part_of(row, Part::SpeakerAliases)?;
    aliases.set_hidden(speaker.aliases.is_empty());
    restamp(&aliases, Template::AliasRow, &speaker.aliases, |row, alias| {
        fill(row, Part::AliasWords, alias)?;
        let split = part_of(row, Part::AliasSplit)?;
        split.set_attribute("value", alias)?;
        split.set_attribute("aria-label", &words.fill(Word::SplitNamed, &[alias]))
    })?;
    let remove = part_of(row, Part::SpeakerRemove)?;
    remove.set_attribute("aria-label", &words.fill(Word::RemoveNamed, &[&speaker.name]))
}

/// Gives a list its choices; one that has the focus keeps those it has.
fn offer<'c>(
    list: &HtmlElement,
    choices: impl Iterator<Item = (String, &'c str)>,
    value: &str,
) -> Dom<()> {
    if !has_focus(list.as_ref()) {
        let choices: Vec<_> = choices.collect();
        restamp(list, Template::Choice, &choices, |choice, (name, said)| {
            set_text(choice, said);
            choice.set_attribute("value", name)
        })?;
    }
    set_value(list, value)
}
