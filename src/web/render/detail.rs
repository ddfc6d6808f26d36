//! The inside of the open card: problems, proposals, the parts and links of an attribution, who
//! speaks, and attributes. It is one element, which goes with the choice from card to card.

use super::restamp;
use crate::web::dom::{
    Dom, document, fill, has_focus, part_of, set_flag, set_text, set_value, stamp,
};
use ascribe::app::{
    AttributeRow, ChosenCard, ConstituentRow, Detail, LinkRow, Part, ProblemRow, ProposalRow,
    Template, Word, Words,
};
use ascribe::document::check::Severity;
use ascribe::document::{AnnotationId, Label};
use web_sys::HtmlElement;

/// The detail as painted.
#[derive(Default)]
pub(super) struct Painted {
    element: Option<HtmlElement>,
    shown: Option<ChosenCard>,
}

impl Painted {
    /// Shows `chosen` in its card, or nothing where it has none.
    pub(super) fn render(
        &mut self,
        card: Option<&HtmlElement>,
        chosen: Option<&ChosenCard>,
        words: &Words,
    ) -> Dom<()> {
        let (Some(card), Some(chosen)) = (card, chosen) else {
            if let Some(element) = self.element.take() {
                element.remove();
            }
            self.shown = None;
            return Ok(());
        };
        let editor = part_of(card, Part::CardEditor)?;
        let element = match self.element.take() {
            Some(element) if editor.contains(Some(&element)) => element,
            before => {
                if let Some(before) = before {
                    before.remove();
                }
                self.shown = None;
                let fresh = stamp(Template::CardDetail)?;
                editor.insert_before(&fresh, editor.first_child().as_ref())?;
                fresh
            }
        };
        let shown = self.shown.as_ref().filter(|shown| shown.id == chosen.id);
        if shown != Some(chosen) {
            let focused = document()?.active_element();
            let within = element.contains(focused.as_deref());
            show(&element, shown.map(|shown| &shown.detail), chosen, words)?;
            // Whoever used a control that is gone goes on from the card.
            if within && !element.contains(document()?.active_element().as_deref()) {
                let next = element.query_selector("li button[data-action='take-proposal']")?;
                let next = next.map(wasm_bindgen::JsCast::unchecked_into);
                next.map_or_else(|| part_of(card, Part::CardOpen), Ok)?.focus()?;
            }
            self.shown = Some(chosen.clone());
        }
        self.element = Some(element);
        Ok(())
    }
}

fn show(
    element: &HtmlElement,
    old: Option<&Detail>,
    chosen: &ChosenCard,
    words: &Words,
) -> Dom<()> {
    let new = &chosen.detail;
    if old.map(|old| &old.problems) != Some(&new.problems) {
        show_problems(element, &new.problems)?;
    }
    if old.map(|old| &old.proposals) != Some(&new.proposals) {
        show_proposals(element, &new.proposals, words)?;
    }
    let ties =
        |own: &Detail| (own.constituents.clone(), own.contents.clone(), own.attributions.clone());
    if old.map(ties) != Some(ties(new)) {
        show_ties(element, chosen, words)?;
    }
    let speaking = part_of(element, Part::CardSpeaking)?;
    speaking.set_hidden(!new.speaks);
    let input = part_of(element, Part::SpeakerInput)?;
    if !has_focus(&input) || old.is_none_or(|old| old.speaker != new.speaker) {
        set_value(&input, &new.speaker)?;
    }
    show_attributes(element, old.map(|old| &old.attributes[..]), &new.attributes, words)
}

fn show_problems(element: &HtmlElement, problems: &[ProblemRow]) -> Dom<()> {
    let list = part_of(element, Part::CardProblems)?;
    list.set_hidden(problems.is_empty());
    restamp(&list, Template::ProblemRow, problems, |row, problem| {
        fill(row, Part::ProblemWords, &problem.words)?;
        let error = (problem.severity == Severity::Error).then_some("");
        set_flag(row, "data-error", error)?;
        let fix = part_of(row, Part::ProblemFix)?;
        fix.set_hidden(!problem.mendable);
        fix.set_attribute("value", problem.rule.name())
    })?;
    keep_first_key(&list, "[data-action='fix']:not([hidden])")
}

fn show_proposals(element: &HtmlElement, proposals: &[ProposalRow], words: &Words) -> Dom<()> {
    part_of(element, Part::CardProposals)?.set_hidden(proposals.is_empty());
    let list = part_of(element, Part::ProposalList)?;
    let numbered: Vec<(usize, &ProposalRow)> = proposals.iter().enumerate().collect();
    restamp(&list, Template::ProposalRow, &numbered, |row, (index, proposal)| {
        fill(row, Part::ProposalWords, &proposal.words)?;
        fill(row, Part::ProposalWhy, proposal.why)?;
        let buttons =
            [(Part::ProposalTake, Word::TakeNamed), (Part::ProposalDrop, Word::DropNamed)];
        for (button, word) in buttons {
            let button = part_of(row, button)?;
            button.set_attribute("value", &index.to_string())?;
            button.set_attribute("aria-label", &words.fill(word, &[&proposal.words]))?;
        }
        Ok(())
    })?;
    keep_first_key(&list, "[data-action='take-proposal']")?;
    keep_first_key(&list, "[data-action='drop-proposal']")
}

/// A key means the first row that has its button: the others say none.
fn keep_first_key(list: &HtmlElement, buttons: &str) -> Dom<()> {
    for button in super::words::elements(&list.query_selector_all(buttons)?).skip(1) {
        button.remove_attribute("aria-keyshortcuts")?;
        if let Some(key) = button.query_selector("kbd")? {
            key.remove();
        }
    }
    Ok(())
}

/// A row: a part, or an annotation at the other end of a link with the name of its look.
enum Tie<'d> {
    Part(&'d ConstituentRow),
    Link(&'d LinkRow, &'static str, bool),
}

fn show_ties(element: &HtmlElement, chosen: &ChosenCard, words: &Words) -> Dom<()> {
    let detail = &chosen.detail;
    let content = words.say(Word::Content);
    let attribution = words.say(Word::Attribution);
    let parts = detail.constituents.iter().map(Tie::Part);
    let contents = detail.contents.iter().map(|row| Tie::Link(row, content, true));
    let sayings = detail.attributions.iter().map(|row| Tie::Link(row, attribution, false));
    let list = part_of(element, Part::CardTies)?;
    list.replace_children_with_node_0();
    for tie in parts.chain(contents).chain(sayings) {
        let row = match tie {
            Tie::Part(part) => part_row(part, words)?,
            Tie::Link(link, name, leads) => link_row(&chosen.id, link, name, leads, words)?,
        };
        list.append_child(&row)?;
    }
    list.set_hidden(list.child_element_count() == 0);
    Ok(())
}

fn part_row(part: &ConstituentRow, words: &Words) -> Dom<HtmlElement> {
    let row = stamp(Template::PartRow)?;
    fill(&row, Part::TieName, part.name)?.set_attribute("data-look", part.constituent.word())?;
    fill(&row, Part::TieWords, &part.words)?;
    let mut which = part.constituent.word().to_owned();
    which.push(' ');
    which.push_str(&part.index.to_string());
    let remove = part_of(&row, Part::TieRemove)?;
    remove.set_attribute("value", &which)?;
    remove.set_attribute("aria-label", &words.fill(Word::TakeOutNamed, &[&part.words]))?;
    Ok(row)
}

/// The row of what `chosen` leads to, or of what leads to it.
fn link_row(
    chosen: &AnnotationId,
    link: &LinkRow,
    name: &str,
    leads: bool,
    words: &Words,
) -> Dom<HtmlElement> {
    let row = stamp(Template::LinkRow)?;
    let look = if leads { "content" } else { Label::Attribution.word() };
    fill(&row, Part::TieName, name)?.set_attribute("data-look", look)?;
    let jump = fill(&row, Part::TieWords, &link.words)?;
    jump.set_attribute("data-subject", &link.id.0)?;
    jump.set_attribute("data-label", link.label.word())?;
    let (from, to) = if leads { (chosen, &link.id) } else { (&link.id, chosen) };
    let cut = part_of(&row, Part::TieRemove)?;
    cut.set_attribute("data-subject", &from.0)?;
    cut.set_attribute("value", &to.0)?;
    cut.set_attribute("aria-label", &words.fill(Word::CutNamed, &[&link.words]))?;
    Ok(row)
}

/// Shows the attributes with their choices; a control that stays keeps the keyboard's focus.
fn show_attributes(
    element: &HtmlElement,
    old: Option<&[AttributeRow]>,
    new: &[AttributeRow],
    words: &Words,
) -> Dom<()> {
    if old == Some(new) {
        return Ok(());
    }
    let list = part_of(element, Part::AttributeList)?;
    let offered = |rows: &[AttributeRow]| {
        rows.iter().map(|row| (row.attribute, row.choices.clone())).collect::<Vec<_>>()
    };
    if old.map(offered) != Some(offered(new)) {
        restamp(&list, Template::AttributeRow, new, |row, attribute| {
            fill(row, Part::AttributeName, attribute.name)?;
            let choices = part_of(row, Part::AttributeChoice)?;
            let none = (String::new(), words.say(Word::Open).to_owned());
            let all: Vec<_> = std::iter::once(&none).chain(&attribute.choices).collect();
            restamp(&choices, Template::Choice, &all, |choice, (name, said)| {
                set_text(choice, said);
                choice.set_attribute("value", &valued(attribute, name))
            })
        })?;
    }
    let mut chosen = String::new();
    let rows = list.children();
    for (at, attribute) in (0..).zip(new) {
        if let Some(row) = rows.item(at) {
            let choices = part_of(&row, Part::AttributeChoice)?;
            set_value(&choices, &valued(attribute, &attribute.value))?;
        }
        let choice = attribute.choices.iter().find(|(name, _)| *name == attribute.value);
        if let Some((_, said)) = choice {
            chosen.push_str(if chosen.is_empty() { "" } else { ", " });
            chosen.push_str(said);
        }
    }
    fill(element, Part::AttributesChosen, &chosen)?;
    Ok(())
}

/// What a choice of an attribute is called in the page.
fn valued(attribute: &AttributeRow, name: &str) -> String {
    let mut value = (attribute.attribute as usize).to_string();
    value.push(' ');
    value.push_str(name);
    value
}
