//! Settings and words without a browser: what is chosen holds, is kept and is said.

use super::desk::{Desk, file};
use crate::app::*;
use crate::document::Label;
use crate::text::Snap;

fn awake(languages: &[&str], kept: Option<&str>) -> Desk {
    let mut desk = Desk::default();
    let languages = languages.iter().map(|tag| (*tag).to_owned()).collect();
    desk.take(Msg::Awoken(languages, kept.map(str::to_owned)));
    desk.take(Msg::Started(Ok(vec![]), None));
    desk
}

impl Desk {
    fn set(&mut self, name: &str, value: &str) {
        self.take(Msg::SettingSet(name.into(), value.into()));
    }

    /// Presses a key, as the page does.
    fn press_key(&mut self, chord: &str) {
        let chord = Chord::read(chord).unwrap();
        if self.model.awaits_key() {
            self.take(Msg::KeyGiven(chord));
        } else if let Some(action) = self.model.action_of(&chord.key, chord.held) {
            self.take(action.msg(None, chord.held.value()).unwrap());
        }
    }

    /// What the settings dialog says of the key for an action, and of its change.
    fn key(&self, action: Action) -> (String, String) {
        match Screen::of(&self.model).dialog {
            Some(DialogScreen::Settings { keys, told }) => {
                (keys.into_iter().find(|row| row.action == action).unwrap().keys, told)
            }
            other => panic!("no settings are open but {other:?}"),
        }
    }

    fn helped(&self) -> Vec<(String, &'static str)> {
        match Screen::of(&self.model).dialog {
            Some(DialogScreen::Help { keys, .. }) => keys,
            other => panic!("no help is open but {other:?}"),
        }
    }
}

#[test]
fn the_browser_chooses_the_language_and_the_settings_may_choose_another() {
    let title = |desk: &Desk| Screen::of(&desk.model).title;
    let mut desk = awake(&["fr", "de-CH"], None);
    assert_eq!(title(&desk), "Ascribe: wer hat was gesagt");
    desk.set("language", "en");
    assert_eq!(title(&desk), "Ascribe: who said what");
    let mut again = awake(&["de"], desk.settings.as_deref());
    assert_eq!(title(&again), "Ascribe: who said what");
    again.set("language", "browser");
    assert_eq!(title(&again), "Ascribe: wer hat was gesagt");
    assert_eq!(again.settings.as_deref(), Some(""), "as usual, and so nothing is kept");
}

#[test]
fn what_is_said_follows_the_language_at_once() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    assert_eq!(desk.notice(), "Tagged as claim: Ana Lee");
    desk.set("language", "de");
    assert_eq!(desk.notice(), "Als Behauptung markiert: Ana Lee");
    assert_eq!(desk.article().saved, "In diesem Browser gespeichert");
    desk.take(Msg::FilesRead(vec![file("x.json", "{\"format\": \"ascribe\", \"docu")]));
    assert_eq!(
        desk.notice(),
        "x.json: Die Datei bricht ab, in Zeile 1, Spalte 28: Ihr Ende fehlt."
    );
    desk.check(&["claim: Ana Lee"]);
}

#[test]
fn the_annotators_name_is_in_what_is_annotated_from_then_on() {
    let mut desk = Desk::with_article();
    desk.tag("Ana Lee", Label::Claim);
    desk.set("name", " Kim Osei ");
    desk.tag("Bo agreed", Label::Claim);
    let document = desk.model.session().unwrap().document();
    let creators: Vec<&str> =
        document.annotations().iter().map(|own| own.creator.as_str()).collect();
    assert_eq!(creators, ["", "Kim Osei"]);
    desk.check(&["claim: Ana Lee", "claim: Bo agreed"]);
}

#[test]
fn a_key_is_changed_tells_of_a_conflict_and_is_reset() {
    let mut desk = Desk::with_article();
    desk.press_key(",");
    assert_eq!(desk.key(Action::TagClaim), ("C".into(), String::new()));
    desk.take(Msg::KeyAsked(Action::TagClaim));
    assert!(desk.key(Action::TagClaim).1.starts_with("Press the new key for “Tag the selection"));
    desk.press_key("q");
    let told = desk.key(Action::TagClaim).1;
    assert!(told.starts_with("Q means “Tag the selection as a quote” already."), "{told}");
    desk.press_key("ctrl+c");
    let told = desk.key(Action::TagClaim).1;
    assert!(told.starts_with("Ctrl+C is needed by browser and page."), "{told}");
    desk.press_key("x");
    assert_eq!(
        desk.key(Action::TagClaim),
        ("X".into(), "X now means “Tag the selection as a claim”.".into())
    );
    desk.take(Msg::DialogClosed);
    desk.select("Ana Lee");
    desk.press_key("c");
    desk.press_key("x");
    desk.press_key("?");
    assert!(desk.helped().contains(&("X".into(), "Tag the selection as a claim")));
    let kept = desk.settings.clone().unwrap();
    assert_eq!(kept, "key.tag-claim=x\n");
    desk.take(Msg::SettingsAsked);
    desk.take(Msg::KeysReset);
    assert_eq!(desk.key(Action::TagClaim).0, "C");
    desk.check(&["claim: Ana Lee"]);
}

#[test]
fn escape_leaves_a_key_as_it_is_and_escape_itself_is_never_given_away() {
    let mut desk = awake(&["en"], None);
    desk.press_key(",");
    desk.take(Msg::KeyAsked(Action::LetGo));
    assert!(!desk.model.awaits_key());
    desk.take(Msg::KeyAsked(Action::Undo));
    desk.press_key("escape");
    assert_eq!(desk.key(Action::Undo), ("Ctrl+Z".into(), "The key stays as it is.".into()));
    desk.press_key("x");
    assert_eq!(desk.settings, None);
}

#[test]
fn without_letter_keys_help_shows_only_keys_that_work() {
    let mut desk = awake(&["en"], Some("letters=off\nkey.tag-quote=alt+q\n"));
    desk.press_key("?");
    let keys: Vec<String> = desk.helped().into_iter().map(|(keys, _)| keys).collect();
    assert!(keys.contains(&"Alt+Q".to_owned()) && !keys.contains(&"C".to_owned()), "{keys:?}");
    let Some(DialogScreen::Help { told, .. }) = Screen::of(&desk.model).dialog else { panic!() };
    assert!(told.starts_with("Single letters are switched off as keys"), "{told}");
    desk.take(Msg::DialogClosed);
    desk.take(Msg::DeletionAsked(None));
    desk.take(Msg::TextPasted(super::desk::ARTICLE.into()));
    desk.take(Msg::DraftAccepted);
    desk.press_key("delete");
    assert_eq!(desk.notice(), "Choose an annotation first: click it.");
}

#[test]
fn the_switch_by_the_text_and_the_dialog_set_one_and_the_same() {
    let mut desk = Desk::with_article();
    desk.take(Msg::SnapChosen(Snap::Exact));
    assert_eq!(desk.settings.as_deref(), Some("snap=exact\n"));
    desk.set("snap", "sentence");
    assert_eq!(desk.article().snap, Snap::Sentence);
}

#[test]
fn another_tab_changes_the_settings_here_too_and_what_it_alone_knows_is_kept() {
    let mut desk = awake(&["en"], None);
    desk.take(Msg::SettingsRead("theme=dark\nsnap=sentence\nhue=7\n".into()));
    assert_eq!(desk.model.settings().theme, Theme::Dark);
    assert_eq!(desk.model.settings().snap, Snap::Sentence);
    desk.set("width", "wide");
    assert_eq!(desk.settings.as_deref(), Some("snap=sentence\ntheme=dark\nwidth=wide\nhue=7\n"));
}
