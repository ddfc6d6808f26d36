//! The preview.

use super::{render_fields, restamp};
use crate::web::dom::{
    Dom, check, fill, part, part_of, set_flag, set_subject, set_text, show, stamp,
};
use ascribe::app::{LineRow, Part, PreviewScreen, Row, Template, Words};
use web_sys::HtmlElement;

pub(super) fn render(old: Option<&PreviewScreen>, new: &PreviewScreen, words: &Words) -> Dom<()> {
    set_text(&part(Part::Summary)?.into(), &new.summary);
    switch(Part::FurnitureSwitch, Part::Furniture, Part::FurnitureWords, new.furniture.as_ref())?;
    switch(Part::WrappedSwitch, Part::Wrapped, Part::WrappedWords, new.wrapped.as_ref())?;
    let clean = new.cleaning.is_empty() && new.furniture.is_none() && new.wrapped.is_none();
    show(Part::Clean, clean)?;
    if old.map(|old| &old.cleaning) != Some(&new.cleaning) {
        restamp(&part(Part::Cleaning)?, Template::Note, &new.cleaning, |row, words| {
            set_text(row, words);
            Ok(())
        })?;
    }
    if old.is_none() {
        part(Part::PreviewFields)?.replace_children_with_node_0();
    }
    render_fields(Part::PreviewFields, &new.fields, words)?;
    render_rows(old.map(|old| old.rows.as_slice()), &new.rows)
}

fn switch(row: Part, input: Part, words: Part, state: Option<&(String, bool)>) -> Dom<()> {
    show(row, state.is_some())?;
    if let Some((said, on)) = state {
        check(&part(input)?, *on)?;
        set_text(&part(words)?.into(), said);
    }
    Ok(())
}

/// Lines that only were switched keep their elements, and so the keyboard's focus.
fn render_rows(old: Option<&[Row]>, new: &[Row]) -> Dom<()> {
    let list = part(Part::Lines)?;
    let shape = |row: &Row| match row {
        Row::Line(line) => Some((line.index, line.text.clone())),
        Row::More(_) => None,
    };
    let reusable = old.is_some_and(|old| {
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| shape(old) == shape(new))
    });
    if reusable {
        for (at, row) in new.iter().enumerate() {
            let changed = old.and_then(|old| old.get(at)) != Some(row);
            let element = list.children().item(u32::try_from(at).unwrap_or(u32::MAX));
            if let (Row::Line(line), Some(element), true) = (row, element, changed) {
                set_line(&wasm_bindgen::JsCast::dyn_into::<HtmlElement>(element)?, line)?;
            }
        }
        return Ok(());
    }
    list.replace_children_with_node_0();
    for row in new {
        let element = match row {
            Row::Line(line) => {
                let element = stamp(Template::LineRow)?;
                set_line(&element, line)?;
                element
            }
            Row::More(words) => {
                let element = stamp(Template::MoreRow)?;
                fill(&element, Part::MoreWords, words)?;
                element
            }
        };
        list.append_child(&element)?;
    }
    Ok(())
}

fn set_line(element: &HtmlElement, line: &LineRow) -> Dom<()> {
    set_subject(element, &line.index.to_string())?;
    set_flag(element, "data-left-out", (!line.kept).then_some(""))?;
    set_flag(element, "data-heading", line.heading.then_some(""))?;
    check(&part_of(element, Part::LineSwitch)?, line.kept)?;
    fill(element, Part::LineText, &line.text)?;
    let reason = fill(element, Part::LineReason, line.reason.unwrap_or_default())?;
    reason.set_hidden(line.reason.is_none());
    Ok(())
}
