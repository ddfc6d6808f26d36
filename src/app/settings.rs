//! Settings: what the user has chosen for all articles, and the small text in which the browser
//! keeps it.
//!
//! A line of that text is a name, an equals sign and a value. What is not known is kept, for a
//! newer page may know it; what makes no sense falls back. Knows no storage.

use super::action::Action;
use super::chord::Chord;
use super::words::Tongue;
use crate::text::Snap;

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
            pub enum $name { $($(#[$each])* $variant),* }

            impl $name {
                /// All of them, in the order they are shown.
                pub const ALL: &'static [$name] = &[$($name::$variant),*];

                /// Returns the name by which page and storage know it.
                pub fn name(self) -> &'static str {
                    match self { $($name::$variant => $word),* }
                }

                /// Returns the one of that name, or the default.
                pub fn named(name: &str) -> $name {
                    let found = $name::ALL.iter().copied().find(|one| one.name() == name);
                    found.unwrap_or_default()
                }
            }
        )*
    };
}

choices! {
    /// The colours of the page.
    Theme {
        /// As the system has them.
        #[default]
        System = "system",
        /// Dark on light.
        Light = "light",
        /// Light on dark.
        Dark = "dark",
    }

    /// How large the article's text is.
    Size {
        /// Smaller than usual.
        Small = "small",
        /// The usual.
        #[default]
        Normal = "normal",
        /// Larger.
        Large = "large",
        /// Largest.
        Huge = "huge",
    }

    /// How many characters stand in a line of the article.
    Width {
        /// About 56.
        Narrow = "narrow",
        /// About 66.
        #[default]
        Normal = "normal",
        /// About 80.
        Wide = "wide",
    }

    /// Whether a letter alone is a key.
    Letters {
        /// It is.
        #[default]
        On = "on",
        /// It is not: keys with Ctrl or Alt, and keys that are no letters, still work.
        Off = "off",
    }

    /// Which suggestions are shown.
    Suggestions {
        /// Those that are right in nine of ten cases.
        #[default]
        Sure = "sure",
        /// All.
        All = "all",
        /// None.
        Off = "off",
    }

    /// What the interface speaks.
    Speech {
        /// The first language of the browser's that it knows.
        #[default]
        Browser = "browser",
        /// English.
        English = "en",
        /// German.
        German = "de",
    }
}

impl Speech {
    /// Returns the language chosen; `None` leaves it to the browser.
    pub fn tongue(self) -> Option<Tongue> {
        match self {
            Speech::Browser => None,
            Speech::English => Some(Tongue::English),
            Speech::German => Some(Tongue::German),
        }
    }
}

/// What the user has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// To what a selection snaps.
    pub snap: Snap,
    /// The colours.
    pub theme: Theme,
    /// The size of the article's text.
    pub size: Size,
    /// The width of its lines.
    pub width: Width,
    /// Whether a letter alone is a key.
    pub letters: Letters,
    /// Which suggestions are shown.
    pub suggestions: Suggestions,
    /// The language of the interface.
    pub language: Speech,
    /// Who annotates, as annotations name it; one line, or empty.
    pub name: String,
    /// The keys that were changed, each action once.
    pub(super) keys: Vec<(Action, Chord)>,
    /// Lines of another page's settings.
    others: Vec<String>,
}

/// How the name of a changed key's line begins.
const KEY: &str = "key.";

impl Settings {
    /// Reads the text in which settings are kept. Nothing in it is refused.
    pub fn read(text: &str) -> Self {
        let mut settings = Settings::default();
        for line in text.lines() {
            if let Some((name, value)) = line.split_once('=')
                && !settings.set(name, value)
            {
                settings.others.push(line.to_owned());
            }
        }
        settings
    }

    /// Writes the text in which settings are kept; what is as usual has no line.
    ///
    /// ```
    /// use ascribe::app::{Settings, Theme};
    /// let mut settings = Settings::default();
    /// settings.theme = Theme::Dark;
    /// assert_eq!(settings.write(), "theme=dark\n");
    /// assert_eq!(Settings::read("theme=dark\n"), settings);
    /// ```
    pub fn write(&self) -> String {
        let usual = Settings::default();
        let usual = usual.pairs();
        let mut text = String::new();
        let mut add = |parts: [&str; 4]| text.extend(parts);
        for (pair, usual) in self.pairs().iter().zip(&usual) {
            if pair != usual {
                add([pair.0, "=", pair.1, "\n"]);
            }
        }
        for (action, chord) in &self.keys {
            add([KEY, action.name(), "=", &chord.write()]);
            add(["\n", "", "", ""]);
        }
        for line in &self.others {
            add([line, "\n", "", ""]);
        }
        text
    }

    /// Returns names and values of all but the keys, as page and storage know them.
    pub fn pairs(&self) -> [(&'static str, &str); 8] {
        [
            ("snap", self.snap.word()),
            ("theme", self.theme.name()),
            ("size", self.size.name()),
            ("width", self.width.name()),
            ("letters", self.letters.name()),
            ("suggestions", self.suggestions.name()),
            ("language", self.language.name()),
            ("name", &self.name),
        ]
    }

    /// Sets what has that name; a value that makes no sense sets the usual. Tells whether there is
    /// something of that name.
    pub fn set(&mut self, name: &str, value: &str) -> bool {
        match name {
            "snap" => {
                let known = Snap::ALL.into_iter().find(|snap| snap.word() == value);
                self.snap = known.unwrap_or_default();
            }
            "theme" => self.theme = Theme::named(value),
            "size" => self.size = Size::named(value),
            "width" => self.width = Width::named(value),
            "letters" => self.letters = Letters::named(value),
            "suggestions" => self.suggestions = Suggestions::named(value),
            "language" => self.language = Speech::named(value),
            "name" => self.name = value.replace(['\n', '\r'], " "),
            _ => {
                let action = name.strip_prefix(KEY).and_then(Action::named);
                let Some(action) = action else { return false };
                if let Some(chord) = Chord::read(value) {
                    self.rebind(action, chord);
                }
            }
        }
        true
    }

    /// Gives an action another key.
    pub(super) fn rebind(&mut self, action: Action, chord: Chord) {
        self.keys.retain(|(other, _)| *other != action);
        self.keys.push((action, chord));
    }

    /// Makes all keys the usual ones.
    pub(super) fn reset_keys(&mut self) {
        self.keys.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::chord::Held;
    use proptest::prelude::*;

    fn one_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
        prop::sample::select(all)
    }

    fn keys() -> impl Strategy<Value = Vec<(Action, Chord)>> {
        let held = prop::sample::select(Held::ALL);
        let chord =
            ("[a-zä=+.,#? ]|delete|f2", held).prop_map(|(key, held)| Chord::pressed(&key, held));
        let action = prop::sample::select(Action::ALL);
        prop::collection::vec((action, chord), 0..6)
    }

    fn settings() -> impl Strategy<Value = Settings> {
        let choices = (
            one_of(&Snap::ALL),
            one_of(Theme::ALL),
            one_of(Size::ALL),
            one_of(Width::ALL),
            one_of(Letters::ALL),
            one_of(Speech::ALL),
            one_of(Suggestions::ALL),
        );
        let others = prop::collection::vec("x[a-z.]{0,5}=\\PC{0,5}", 0..3);
        (choices, "\\PC{0,12}", keys(), others).prop_map(|(choices, name, keys, others)| {
            let (snap, theme, size, width, letters, language, suggestions) = choices;
            let mut settings = Settings { name, others, ..Settings::default() };
            (settings.snap, settings.theme, settings.size) = (snap, theme, size);
            (settings.width, settings.letters, settings.language) = (width, letters, language);
            settings.suggestions = suggestions;
            keys.into_iter().for_each(|(action, chord)| settings.rebind(action, chord));
            settings
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(settings in settings()) {
            prop_assert_eq!(Settings::read(&settings.write()), settings);
        }

        #[test]
        fn any_text_gives_settings_that_stay_as_they_are(text in "([a-z.]{0,8}[=\n]?\\PC{0,8}\n?){0,8}") {
            let settings = Settings::read(&text);
            prop_assert_eq!(Settings::read(&settings.write()), settings);
        }
    }

    #[test]
    fn what_makes_no_sense_falls_back_and_what_is_unknown_is_kept() {
        let text = "theme=pink\nwidth=wide\nkey.undo=\nkey.brew=b\nhue=7\nno line\nname=A=B\n";
        let settings = Settings::read(text);
        assert_eq!(settings.theme, Theme::System);
        assert_eq!(settings.width, Width::Wide);
        assert_eq!(settings.name, "A=B");
        assert_eq!(settings.write(), "width=wide\nname=A=B\nkey.brew=b\nhue=7\n");
    }

    #[test]
    fn every_name_is_of_a_setting() {
        for (name, value) in Settings::default().pairs() {
            assert!(Settings::default().set(name, value), "{name}");
        }
        assert!(!Settings::default().set("hue", "7"));
    }
}
