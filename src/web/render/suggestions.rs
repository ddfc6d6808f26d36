//! The suggestions: highlights in the text, which touch no paragraph, the card beside the one the
//! user is at, and what can be done with all.

use super::toolbar::Spot;
use crate::web::dom::{Dom, fill, part, part_of, press, set_flag, set_text, show};
use crate::web::selection;
use ascribe::app::{ArticleScreen, Hint, Part, Suggestions};

/// The highlights that the style sheet knows, each with what it shows.
const HINTS: [(&str, Hint); 4] = [
    ("suggested-quote", Hint::Quote),
    ("suggested-claim", Hint::Claim),
    ("suggested-source", Hint::Source),
    ("suggested-cue", Hint::Cue),
];
/// The highlight of the suggestion the user is at.
const FOCUSED: &str = "suggestion";

/// Shows what is suggested; `repainted` when paragraphs were painted anew.
pub(super) fn render(old: Option<&ArticleScreen>, new: &ArticleScreen, repainted: bool) -> Dom<()> {
    let old = old.map(|old| &old.suggestions).filter(|_| !repainted);
    let own = &new.suggestions;
    if old == Some(own) {
        return Ok(());
    }
    if old.is_none_or(|old| !std::rc::Rc::ptr_eq(&old.hints, &own.hints)) {
        for (name, wanted) in HINTS {
            let hints = own.hints.iter().filter(|(hint, ..)| *hint == wanted);
            let places: Vec<_> = hints.map(|(_, start, end)| (*start, *end)).collect();
            selection::highlight(name, &places)?;
        }
    }
    let focused = own.focused.as_ref();
    selection::highlight(FOCUSED, focused.map_or(&[], |focused| &focused.lit))?;
    if let Some(focused) = focused {
        let card = part(Part::Suggestion)?;
        set_flag(&card, "data-label", Some(focused.label.word()))?;
        fill(&card, Part::SuggestionHead, &focused.head)?;
        fill(&card, Part::SuggestionWhy, &focused.why)?;
    }
    show(Part::Suggestion, focused.is_some_and(|focused| focused.at.is_some()))?;
    let off = own.shown == Suggestions::Off;
    let all = part(Part::SuggestionsAll)?;
    let switch = part_of(&all, Part::SuggestionsSwitch)?;
    press(&switch, !off)?;
    switch.set_attribute("value", if off { "sure" } else { "off" })?;
    set_text(&part_of(&all, Part::SuggestionsTold)?.into(), &own.told);
    let more = part_of(&all, Part::SuggestionsMore)?;
    let other = if own.shown == Suggestions::All { "sure" } else { "all" };
    more.set_attribute("value", other)?;
    for (button, words) in
        [(more, &own.more), (part_of(&all, Part::SuggestionsAccept)?, &own.accept)]
    {
        button.set_hidden(words.is_empty());
        set_text(&button, words);
    }
    Ok(())
}

/// Measures where the card of the suggestion the user is at belongs.
pub(super) fn measure(new: &ArticleScreen) -> Dom<Spot> {
    let at = new.suggestions.focused.as_ref().and_then(|focused| focused.at);
    Spot::beside(part(Part::Suggestion)?, at, new.direction, false)
}

/// Takes all away.
pub(super) fn clear() -> Dom<()> {
    show(Part::Suggestion, false)?;
    HINTS.iter().try_for_each(|(name, _)| selection::highlight(name, &[]))?;
    selection::highlight(FOCUSED, &[])
}
