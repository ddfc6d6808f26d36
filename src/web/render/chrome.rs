//! What stands around the view: the bar, the alert, the notice and the dialogs.

use super::words::elements;
use super::{register, render_fields, restamp, settings};
use crate::web::dom::{
    Dom, fill, part, part_of, press, press_valued, set_flag, set_subject, set_text, show,
};
use ascribe::app::{ArticleScreen, DialogScreen, Part, Screen, Template, Word, Words};
use ascribe::text::Snap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlButtonElement, HtmlDialogElement, HtmlElement, HtmlInputElement};

/// The dialogs of the page.
pub(crate) const DIALOGS: [Part; 7] = [
    Part::Help,
    Part::Settings,
    Part::Details,
    Part::Register,
    Part::Rename,
    Part::Problems,
    Part::Export,
];

/// Shows what stands around every view.
pub(super) fn render(old: Option<&Screen>, new: &Screen) -> Dom<()> {
    if old.map(|old| &old.alert) != Some(&new.alert) {
        show(Part::Alert, new.alert.is_some())?;
        if let Some(alert) = &new.alert {
            set_text(&part(Part::AlertWords)?.into(), &alert.words);
            let offer = part(Part::AlertOffer)?;
            set_text(&offer, alert.offer);
            offer.set_attribute("data-action", alert.action.name())?;
        }
    }
    if old.map(|old| &old.notice) != Some(&new.notice) {
        render_notice(new)?;
    }
    if old.map(|old| &old.dialog) != Some(&new.dialog) {
        let old = old.and_then(|old| old.dialog.as_ref());
        render_dialog(old, new.dialog.as_ref(), &new.words)?;
    }
    Ok(())
}

fn render_notice(screen: &Screen) -> Dom<()> {
    let notice = screen.notice.as_ref();
    set_flag(&part(Part::Notice)?.into(), "data-shown", notice.map(|_| ""))?;
    // Written even when the words are the same, so that they are told again.
    let words = notice.map(|notice| notice.words.as_str());
    part(Part::NoticeWords)?.set_text_content(words);
    show(Part::NoticeClose, notice.is_some())?;
    let offer = notice.and_then(|notice| notice.offer.as_ref());
    let button = show(Part::NoticeOffer, offer.is_some())?;
    if let Some(offer) = offer {
        set_text(&button, offer.words);
        button.set_attribute("data-action", offer.action.name())?;
        set_subject(&button, &offer.subject)?;
    }
    Ok(())
}

fn render_dialog(
    old: Option<&DialogScreen>,
    dialog: Option<&DialogScreen>,
    words: &Words,
) -> Dom<()> {
    let wanted = match dialog {
        None => None,
        Some(DialogScreen::Help { keys, told }) => {
            set_text(&part(Part::HelpTold)?.into(), told);
            restamp(&part(Part::Keys)?, Template::KeyRow, keys, |row, (keys, words)| {
                fill(row, Part::KeyName, keys)?;
                fill(row, Part::KeyWords, words)?;
                Ok(())
            })?;
            Some(Part::Help)
        }
        Some(DialogScreen::Settings { keys, told }) => {
            settings::render_keys(keys, told)?;
            Some(Part::Settings)
        }
        Some(DialogScreen::Details { fields, facts }) => {
            render_fields(Part::DetailsFields, fields, words)?;
            notes(Part::DetailsFacts, facts)?;
            Some(Part::Details)
        }
        Some(DialogScreen::Register(new)) => {
            let old = match old {
                Some(DialogScreen::Register(old)) => Some(old),
                _ => None,
            };
            register::render(old, new, words)?;
            Some(Part::Register)
        }
        Some(DialogScreen::Rename(title)) => {
            let input: HtmlInputElement = part(Part::RenameTitleInput)?.dyn_into()?;
            input.set_value(title);
            input.select();
            Some(Part::Rename)
        }
        Some(DialogScreen::Problems(problems)) => {
            notes(Part::ProblemList, problems)?;
            Some(Part::Problems)
        }
        Some(DialogScreen::Export { formats, chosen, about, losses }) => {
            let list = part(Part::ExportFormats)?;
            if list.child_element_count() == 0 {
                restamp(&list, Template::FormatRow, formats, |row, (name, title)| {
                    part_of(row, Part::FormatSwitch)?.set_attribute("value", name)?;
                    fill(row, Part::FormatTitle, title)?;
                    Ok(())
                })?;
            }
            if let Some(row) = list.query_selector(&["[value='", chosen, "']"].concat())? {
                row.dyn_into::<HtmlInputElement>()?.set_checked(true);
            }
            set_text(&part(Part::ExportAbout)?.into(), about);
            let told = if losses.is_empty() { Word::ExportWhole } else { Word::ExportLosses };
            set_text(&part(Part::ExportTold)?.into(), words.say(told));
            notes(Part::ExportLosses, losses)?;
            Some(Part::Export)
        }
    };
    for each in DIALOGS {
        let element: HtmlDialogElement = part(each)?.dyn_into()?;
        match (element.open(), wanted == Some(each)) {
            (false, true) => {
                element.show_modal()?;
                // Not where it was left the last time.
                if let Some(body) = element.last_element_child() {
                    body.set_scroll_top(0);
                }
            }
            (true, false) => element.close(),
            _ => {}
        }
    }
    Ok(())
}

fn notes(list: Part, words: &[String]) -> Dom<()> {
    restamp(&part(list)?, Template::Note, words, |row, words| {
        set_text(row, words);
        Ok(())
    })
}

/// Shows what of the bar and the legend belongs to the article.
pub(super) fn render_article(old: Option<&ArticleScreen>, new: &ArticleScreen) -> Dom<()> {
    if old.map(|old| &old.title) != Some(&new.title) {
        set_text(&part(Part::Title)?.into(), &new.title);
    }
    set_text(&part(Part::Saved)?.into(), new.saved);
    set_text(&part(Part::Sentences)?.into(), &new.sentences);
    press(&part(Part::Numbers)?.into(), new.numbered)?;
    if old.map(|old| old.profile) != Some(new.profile) {
        let profiles = part(Part::Profile)?.query_selector_all("input")?;
        for input in elements(&profiles) {
            let input: HtmlInputElement = input.dyn_into()?;
            input.set_checked(input.value() == new.profile.name());
        }
    }
    set_text(&show(Part::NextProblem, !new.to_look_at.is_empty())?.into(), &new.to_look_at);
    set_flag(&part(Part::Article)?.into(), "data-linking", new.linking.as_ref().map(|_| ""))?;
    let kinds = part(Part::Snap)?;
    for kind in Snap::ALL {
        press_valued(&kinds, kind.word(), kind == new.snap)?;
    }
    set_text(&part(Part::Said)?.into(), &new.said);
    let counts = [Part::CountClaim, Part::CountQuote, Part::CountAttribution];
    for ((place, count), hidden) in counts.into_iter().zip(new.counts).zip(new.hidden) {
        let place: Element = part(place)?.into();
        set_text(&place, &count.to_string());
        if let Some(key) = place.parent_element() {
            press(&key, !hidden)?;
        }
    }
    if old.map_or(&[][..], |old| &old.names) != new.names {
        restamp(&part(Part::SpeakerNames)?, Template::Choice, &new.names, |row, name| {
            row.set_attribute("value", name)
        })?;
    }
    enable(Part::Undo, new.can_undo && new.writable)?;
    enable(Part::Redo, new.can_redo && new.writable)?;
    let list: HtmlElement = part(Part::List)?;
    set_flag(&list, "data-open", new.list_open.then_some(""))?;
    set_flag(&list, "data-chosen", new.chosen.as_ref().map(|_| ""))?;
    let toggle = part(Part::ToggleList)?;
    set_flag(&toggle, "aria-expanded", Some(if new.list_open { "true" } else { "false" }))?;
    show(Part::Empty, new.counts.iter().all(|count| *count == 0))?;
    Ok(())
}

fn enable(button: Part, enabled: bool) -> Dom<()> {
    let button: HtmlButtonElement = part(button)?.dyn_into()?;
    button.set_disabled(!enabled);
    Ok(())
}
