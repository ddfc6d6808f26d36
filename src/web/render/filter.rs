//! The filter at the head of the list.

use crate::web::dom::{
    Dom, document, has_focus, part, press_valued, set_flag, set_text, set_value, show,
};
use ascribe::app::{ArticleScreen, Facet, Part};
use web_sys::Element;

/// Shows the filter.
pub(super) fn render(old: Option<&ArticleScreen>, new: &ArticleScreen) -> Dom<()> {
    let old = old.map(|old| &old.filter);
    let filter = &new.filter;
    if old == Some(filter) {
        return Ok(());
    }
    let toggle = part(Part::ToggleFilter)?;
    let focused = document()?.active_element();
    let within = |of: &Element| of.contains(focused.as_deref());
    let facets = part(Part::Facets)?;
    let was_open = old.is_some_and(|old| old.open);
    // Whoever used a control that is gone goes on from the one beside it.
    let lost = (was_open && !filter.open && within(&*part(Part::Filter)?))
        || (!filter.on && within(&*part(Part::ShowAll)?));
    show(Part::Filter, filter.open)?;
    show(Part::ShowAll, filter.on)?;
    set_flag(&toggle, "aria-expanded", Some(if filter.open { "true" } else { "false" }))?;
    set_flag(&toggle, "data-on", filter.on.then_some(""))?;
    set_flag(&part(Part::List)?.into(), "data-filtering", filter.open.then_some(""))?;
    for (facet, wanted) in Facet::ALL.into_iter().zip(filter.wanted) {
        press_valued(&facets, facet.name(), wanted)?;
    }
    let source = part(Part::FilterSource)?;
    if !has_focus(&source) || filter.source.is_empty() {
        set_value(&source, &filter.source)?;
    }
    set_text(&part(Part::FilterTold)?.into(), &filter.told);
    if lost {
        toggle.focus()?;
    } else if filter.open && !was_open && !within(&toggle) {
        part(Part::FirstFacet)?.focus()?;
    }
    Ok(())
}
