//! The list of annotations: a group of cards for every block, stamped when near the view.
//!
//! On a wide page the cards stand in the margin beside their lines, and a group is wanted when its
//! block is near; else they are a list that scrolls by itself.

use super::article::Watch;
use super::margin::{self, Column};
use super::{detail, keep_rows, restamp, scroll, subject_selector};
use crate::web::dom::{Dom, document, fill, has_focus, part, part_of, press, set_flag, stamp};
use crate::web::program::{Laid, Program};
use ascribe::app::{
    ArticleScreen, Block, BlockCards, Card, Msg, Part, Template, Word, Words, same_list,
};
use ascribe::document::check::Severity;
use ascribe::document::{AnnotationId, Label};
use js_sys::Date;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement, ScrollLogicalPosition};

/// How far outside the view a group counts as near, or its block.
const NEAR: &str = "900px 0px";
/// Milliseconds for which cards are stamped in one go.
const SLICE: f64 = 6.0;

/// The list as painted.
#[derive(Default)]
pub(super) struct Painted {
    groups: Vec<PaintedGroup>,
    watch: Option<Watch>,
    chosen: Option<HtmlElement>,
    detail: detail::Painted,
    /// The group of the chosen card.
    open: Option<usize>,
    growth: Option<margin::Growth>,
    /// Whether the cards stand in the margin.
    beside: bool,
}

struct PaintedGroup {
    element: HtmlElement,
    cards: Option<BlockCards>,
    count: usize,
    stands: margin::Stands,
}

impl Painted {
    /// Shows the cards; tells whether they may belong elsewhere now.
    pub(super) fn render(
        &mut self,
        old: Option<&ArticleScreen>,
        new: &ArticleScreen,
        words: &Words,
        program: &Program,
    ) -> Dom<bool> {
        if old.is_none() || self.groups.len() != new.blocks.len() {
            self.lay_out(new.blocks.len())?;
        }
        let mut moved = self.watch(new, program)?;
        let open = new.chosen.as_ref().map(|chosen| chosen.block);
        for (index, (group, block)) in self.groups.iter_mut().zip(&new.blocks).enumerate() {
            if group.count != block.cards_count {
                group.count = block.cards_count;
                group.element.set_hidden(group.count == 0);
                group.element.style().set_property("--count", &group.count.to_string())?;
            }
            // Many cards take their time: text that came near is to be seen first.
            if group.waits(block) && open != Some(index) {
                program.deal()?;
            } else {
                moved |= group.paint(block.cards.as_ref(), words)?;
            }
        }
        self.choose(old, new, words, program)?;
        let same = |old: &ArticleScreen| old.chosen == new.chosen && old.fragments == new.fragments;
        Ok(moved || !old.is_some_and(same))
    }

    /// Stamps and takes away groups of cards for some milliseconds; tells whether more wait.
    pub(super) fn deal(
        &mut self,
        new: &ArticleScreen,
        words: &Words,
        program: &Program,
    ) -> Dom<bool> {
        let end = Date::now() + SLICE;
        for (group, block) in self.groups.iter_mut().zip(&new.blocks) {
            if !group.waits(block) {
                continue;
            }
            if Date::now() > end {
                return Ok(true);
            }
            group.paint(block.cards.as_ref(), words)?;
            program.lay_over(Laid::Beside)?;
        }
        Ok(false)
    }

    /// Measures where the cards belong beside their lines: all of them `anew`, after text or window
    /// changed.
    pub(super) fn measure(
        &mut self,
        new: &ArticleScreen,
        anew: bool,
        program: &Program,
    ) -> Dom<()> {
        self.watch(new, program)?;
        if !self.beside {
            return Ok(());
        }
        let groups = self.groups.iter_mut().zip(&new.blocks).enumerate();
        let columns = groups.filter_map(|(index, (own, block))| {
            let cards = own.cards.as_deref()?;
            let (group, marked) = (&own.element, block.marks.is_some());
            Some((index, Column { group, cards, marked, stands: &mut own.stands }))
        });
        let count = new.blocks.iter().map(|block| block.cards_count).sum();
        let chosen = new.chosen.as_ref().map(|chosen| &chosen.id);
        margin::measure(columns.collect(), count, chosen, anew)
    }

    /// Puts them there.
    pub(super) fn put(&mut self) -> Dom<()> {
        match self.beside {
            true => self.groups.iter_mut().try_for_each(|group| group.stands.put()),
            false => Ok(()),
        }
    }

    fn lay_out(&mut self, count: usize) -> Dom<()> {
        let list = part(Part::Cards)?;
        list.replace_children_with_node_0();
        self.groups.clear();
        (self.chosen, self.open, self.watch, self.growth) = (None, None, None, None);
        for _ in 0..count {
            let element = stamp(Template::CardGroup)?;
            element.set_hidden(true);
            list.append_child(&element)?;
            self.groups.push(PaintedGroup {
                element,
                cards: None,
                count: 0,
                stands: margin::Stands::default(),
            });
        }
        Ok(())
    }

    /// Watches which groups are wanted, by the list or by the article; tells whether that changed.
    fn watch(&mut self, new: &ArticleScreen, program: &Program) -> Dom<bool> {
        let beside = !new.list_open && margin::has_room()?;
        if self.watch.is_some() && self.beside == beside {
            return Ok(false);
        }
        self.beside = beside;
        let aside = part(Part::List)?;
        set_flag(&aside, "data-beside", beside.then_some(""))?;
        let list = part(Part::Cards)?;
        let watched = part(if beside { Part::Text } else { Part::Cards })?.children();
        let root = (!beside).then_some(list.as_ref());
        let watch = Watch::new(root, NEAR, program, Msg::CardsNeared)?;
        for index in 0..self.groups.len() {
            if let Some(element) = u32::try_from(index).ok().and_then(|at| watched.item(at)) {
                watch.observe(&element, index)?;
            }
        }
        self.watch = Some(watch);
        Ok(true)
    }

    /// Opens the card of the chosen annotation and closes the one before.
    fn choose(
        &mut self,
        old: Option<&ArticleScreen>,
        new: &ArticleScreen,
        words: &Words,
        program: &Program,
    ) -> Dom<()> {
        let group = new.chosen.as_ref().and_then(|chosen| self.groups.get(chosen.block));
        let card = match (group, &new.chosen) {
            (Some(group), Some(chosen)) => {
                group.element.query_selector(&format!(".card{}", subject_selector(&chosen.id.0)))?
            }
            _ => None,
        };
        let card: Option<HtmlElement> = card.map(JsCast::dyn_into).transpose()?;
        // Told to the group as well: a style that looks into every group for its card is slow.
        let open = card.as_ref().and_then(|_| Some(new.chosen.as_ref()?.block));
        if open != self.open {
            for (group, is_open) in [(self.open, false), (open, true)] {
                if let Some(group) = group.and_then(|group| self.groups.get(group)) {
                    set_flag(&group.element, "data-chosen", is_open.then_some(""))?;
                }
            }
            self.open = open;
        }
        if let Some(before) = &self.chosen
            && card.as_ref() != Some(before)
        {
            before.remove_attribute("aria-current")?;
        }
        if let Some(card) = &card {
            set_flag(card, "aria-current", Some("true"))?;
            let same = self.chosen.as_ref() == Some(card);
            if !same || old.is_none_or(|old| old.fragments != new.fragments) {
                set_fragments(card, &new.fragments, words)?;
            }
        }
        if self.chosen != card {
            self.growth = match &card {
                Some(card) => Some(margin::Growth::of(card, program)?),
                None => None,
            };
            self.chosen = card;
        }
        self.detail.render(self.chosen.as_ref(), new.chosen.as_ref(), words)
    }
}

impl PaintedGroup {
    /// Tells whether its cards are to be stamped, all of them, or taken away.
    fn waits(&self, block: &Block) -> bool {
        self.cards.is_some() != block.cards.is_some()
    }

    /// Paints the cards that differ; those that stay keep their elements, and so their focus.
    /// Tells whether there were any.
    fn paint(&mut self, cards: Option<&BlockCards>, words: &Words) -> Dom<bool> {
        if same_list(self.cards.as_ref(), cards) {
            return Ok(false);
        }
        let new: &[Rc<Card>] = cards.map(AsRef::as_ref).unwrap_or_default();
        let ids: Vec<&str> = new.iter().map(|card| card.id.0.as_str()).collect();
        keep_rows(&self.element, Template::Card, &ids, |at, element| {
            new.get(at).map_or(Ok(()), |card| set_card(element, card, words))
        })?;
        self.cards = cards.cloned();
        Ok(true)
    }
}

fn set_card(element: &HtmlElement, card: &Card, words: &Words) -> Dom<()> {
    element.set_attribute("data-label", card.label.word())?;
    fill(element, Part::CardLabel, words.label(card.label))?;
    fill(element, Part::CardExcerpt, &card.excerpt)?;
    fill(element, Part::CardSpeaker, &card.speaker)?;
    let problem = part_of(element, Part::CardProblem)?;
    problem.set_hidden(card.problem.is_none());
    set_flag(&problem, "data-error", card.problem.filter(|it| *it == Severity::Error).map(|_| ""))?;
    let note = fill(element, Part::CardNote, &card.note)?;
    note.set_hidden(card.note.is_empty());
    let input: HtmlTextAreaElement = part_of(element, Part::CardNoteInput)?.dyn_into()?;
    if !has_focus(&input) && input.value() != card.note {
        input.set_value(&card.note);
    }
    let buttons = [Part::RelabelClaim, Part::RelabelQuote, Part::RelabelAttribution];
    for (button, label) in buttons.into_iter().zip(Label::ALL) {
        press(&part_of(element, button)?.into(), label == card.label)?;
    }
    Ok(())
}

/// Lists the fragments of the chosen annotation, each with a button that takes it out.
fn set_fragments(card: &HtmlElement, fragments: &[String], words: &Words) -> Dom<()> {
    let list = part_of(card, Part::CardFragments)?;
    let within = list.contains(document()?.active_element().as_deref());
    list.set_hidden(fragments.is_empty());
    let numbered: Vec<(usize, &String)> = fragments.iter().enumerate().collect();
    restamp(&list, Template::Fragment, &numbered, |row, (index, fragment)| {
        fill(row, Part::FragmentWords, fragment)?;
        let remove = part_of(row, Part::FragmentRemove)?;
        remove.set_attribute("value", &index.to_string())?;
        remove.set_attribute("aria-label", &words.fill(Word::TakeOutNamed, &[fragment]))
    })?;
    // Whoever took a fragment out by key goes on from its card.
    if within {
        part_of(card, Part::CardOpen)?.focus()?;
    }
    Ok(())
}

/// Brings the card of an annotation into view, or its group when it is not stamped yet.
pub(crate) fn scroll_to_card(block: usize, id: &AnnotationId) -> Dom<()> {
    let list = part(Part::Cards)?;
    let card = list.query_selector(&format!(".card{}", subject_selector(&id.0)))?;
    let group = list.children().item(u32::try_from(block).unwrap_or(u32::MAX));
    let Some(target) = card.or(group) else {
        return Ok(());
    };
    // Only the list scrolls: the article stays where the user looks.
    let (list_box, target_box) =
        (list.get_bounding_client_rect(), target.get_bounding_client_rect());
    let scrolls = list.scroll_height() > list.client_height();
    let inside = target_box.top() >= list_box.top() && target_box.bottom() <= list_box.bottom();
    if scrolls && !inside {
        let top = f64::from(list.scroll_top()) + target_box.top() - list_box.top() - 12.0;
        list.scroll_to_with_x_and_y(0.0, top);
    }
    Ok(())
}

/// Puts the keyboard's focus on the card of an annotation.
pub(crate) fn focus_card(id: &AnnotationId) -> Dom<()> {
    let selector = format!(".card{} button", subject_selector(&id.0));
    let card = part(Part::Cards)?.query_selector(&selector)?;
    match card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        Some(card) => {
            card.focus()?;
            scroll(&card, ScrollLogicalPosition::Nearest);
            Ok(())
        }
        None => Ok(()),
    }
}
