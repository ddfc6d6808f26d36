//! The screen: what the page shows, as plain data that can be compared, with all words ready.
//!
//! Knows no element and no style; the page compares two screens and paints what differs.

mod article;
mod detail;
mod filter;
mod find;
mod preview;
mod register;
mod settings;
mod start;
mod suggestion;

pub use article::{ArticleScreen, Block, ChosenCard, same_list};
pub use detail::{
    AttributeRow, ConstituentRow, Detail, Light, LinkRow, Look, ProblemRow, ProposalRow,
};
pub use filter::FilterScreen;
pub use find::{AlikeScreen, FindScreen};
pub use preview::{LineRow, PreviewScreen, Row};
pub use register::{RegisterScreen, SpeakerRow};
pub use settings::KeyRow;
pub use start::{ArticleRow, StartScreen};
pub use suggestion::{SuggestionScreen, SuggestionsScreen};

use super::action::Action;
use super::model::{Dialog, Left, Model, View};
use super::msg::{Field, Role};
use super::notice::Offer;
use super::settings::{Letters, Settings};
use super::words::{Word, Words};
use crate::document::Metadata;
use crate::format::Format;
use std::rc::Rc;

/// Problems of a file that are listed; a broken file may have thousands.
const PROBLEMS: usize = 200;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Screen {
    /// The words that stand in the page itself.
    pub words: Words,
    /// What the user has chosen for all articles.
    pub settings: Rc<Settings>,
    /// The title of the window.
    pub title: String,
    /// What the view shows.
    pub view: ViewScreen,
    /// What stands before it.
    pub dialog: Option<DialogScreen>,
    /// What is told in passing.
    pub notice: Option<NoticeScreen>,
    /// What has to be known until it is mended.
    pub alert: Option<AlertScreen>,
    /// Whether work would be lost if the page were closed now.
    pub unsaved: bool,
}

/// What the view shows.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewScreen {
    /// Nothing yet.
    Opening,
    /// The start.
    Start(StartScreen),
    /// What was brought in.
    Preview(PreviewScreen),
    /// An open article.
    Article(Box<ArticleScreen>),
}

/// A dialog.
#[derive(Clone, Debug, PartialEq)]
pub enum DialogScreen {
    /// What the labels mean, and the keys.
    Help {
        /// The keys that work, and what they do.
        keys: Vec<(String, &'static str)>,
        /// Why some do not.
        told: &'static str,
    },
    /// The settings.
    Settings {
        /// The keys that can be changed.
        keys: Vec<KeyRow>,
        /// How far the change of a key has come.
        told: String,
    },
    /// What is known of the article, and what can be read of it.
    Details {
        /// The fields with their values.
        fields: Vec<(Field, String)>,
        /// What was done to the text, and how long it is.
        facts: Vec<String>,
    },
    /// The speakers of the article.
    Register(RegisterScreen),
    /// A new title for an article, with its present one.
    Rename(String),
    /// What was left out when a file was opened.
    Problems(Vec<String>),
    /// The formats of other programs.
    Export {
        /// Their names and what they are called, in the order they are offered.
        formats: Vec<(&'static str, &'static str)>,
        /// The name of the chosen one.
        chosen: &'static str,
        /// What it is for.
        about: &'static str,
        /// What it cannot carry of the article.
        losses: Vec<String>,
    },
}

/// A sentence told in passing.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeScreen {
    /// Which notice it is, so that the same sentence twice is told twice.
    pub number: usize,
    /// The sentence.
    pub words: String,
    /// What can be done about it.
    pub offer: Option<Offer>,
}

/// A sentence that stays.
#[derive(Clone, Debug, PartialEq)]
pub struct AlertScreen {
    /// The sentence.
    pub words: String,
    /// What can be done about it.
    pub action: Action,
    /// What that is called.
    pub offer: &'static str,
}

impl Screen {
    /// Returns what the page shows of `model`.
    pub fn of(model: &Model) -> Screen {
        let words = &model.words;
        let view = match &model.view {
            View::Opening => ViewScreen::Opening,
            View::Start => {
                let failure = model.shelf_failure.as_ref();
                ViewScreen::Start(StartScreen::of(&model.shelf, model.forgetting(), failure, words))
            }
            View::Preview(preview) => ViewScreen::Preview(PreviewScreen::of(preview, words)),
            View::Article(session) => ViewScreen::Article(Box::new(ArticleScreen::of(
                session,
                model.settings.snap,
                words,
            ))),
        };
        let title = match &view {
            ViewScreen::Article(article) => words.fill(Word::Window, &[&article.title]),
            _ => words.say(Word::App).to_owned(),
        };
        Screen {
            words: words.clone(),
            settings: Rc::clone(&model.settings),
            title,
            view,
            dialog: model.dialog.as_ref().and_then(|dialog| dialog_of(model, dialog)),
            notice: model.notice.as_ref().map(|notice| NoticeScreen {
                number: model.notices,
                words: notice.words(words, &model.settings),
                offer: notice.offer(words),
            }),
            alert: alert(model),
            unsaved: model.session().is_some_and(|session| !session.keeping().is_done())
                || matches!(model.view, View::Preview(_)),
        }
    }
}

fn dialog_of(model: &Model, dialog: &Dialog) -> Option<DialogScreen> {
    let words = &model.words;
    Some(match dialog {
        Dialog::Help => DialogScreen::Help {
            keys: settings::working(model),
            told: match model.settings.letters {
                Letters::On => "",
                Letters::Off => words.say(Word::LettersOff),
            },
        },
        Dialog::Settings(change) => DialogScreen::Settings {
            keys: settings::changeable(model, change),
            told: settings::told(model, change),
        },
        Dialog::Details => {
            let document = model.session()?.document();
            DialogScreen::Details {
                fields: fields(document.metadata()),
                facts: article::facts(document, words),
            }
        }
        Dialog::Register => {
            let told = model.notice.as_ref().map(|notice| notice.words(words, &model.settings));
            let document = model.session()?.document();
            DialogScreen::Register(RegisterScreen::of(document, told.unwrap_or_default(), words))
        }
        Dialog::Rename(id) => {
            let entry = model.shelf.iter().find(|entry| entry.id == *id)?;
            DialogScreen::Rename(entry.metadata.title.clone())
        }
        Dialog::Problems(problems) => {
            let listed = problems.iter().take(PROBLEMS);
            let told = |left: &Left| match left {
                Left::Native(problem) => words.problem(problem),
                Left::Other(trouble) => words.trouble(trouble),
            };
            let mut shown: Vec<String> = listed.map(told).collect();
            if problems.len() > PROBLEMS {
                shown.push(words.count(Word::ProblemsRest, problems.len() - PROBLEMS));
            }
            DialogScreen::Problems(shown)
        }
        Dialog::Export(format, losses) => DialogScreen::Export {
            formats: Format::ALL.map(|one| (one.name(), words.format_title(one))).to_vec(),
            chosen: format.name(),
            about: words.format_about(*format),
            losses: words.losses(losses),
        },
    })
}

/// The fields of `metadata` as they stand in inputs.
fn fields(metadata: &Metadata) -> Vec<(Field, String)> {
    let value = |field| match field {
        Field::Title => metadata.title.clone(),
        Field::Url => metadata.url.clone(),
        Field::Outlet => metadata.outlet.clone(),
        Field::Authors => metadata.authors.join(", "),
        Field::Published => metadata.published.clone(),
        Field::Language => metadata.language.clone(),
    };
    Field::ALL.into_iter().map(|field| (field, value(field))).collect()
}

fn alert(model: &Model) -> Option<AlertScreen> {
    let (session, words) = (model.session()?, &model.words);
    if session.role != Role::Writer {
        return Some(AlertScreen {
            words: words.say(Word::OtherTabAlert).to_owned(),
            action: Action::TakeOver,
            offer: words.say(Word::EditHere),
        });
    }
    session.keeping().failure().map(|error| AlertScreen {
        words: words.storage_error(error),
        action: Action::RetrySave,
        offer: words.say(Word::TryAgain),
    })
}
