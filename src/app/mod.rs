//! The application: what it knows, what can happen to it and what it asks of the browser.
//!
//! The flow goes one way: `Msg → update → Model + Effect → Screen`. Knows neither DOM nor storage
//! nor clock; every behaviour here is tested without a browser.

mod accepting;
mod action;
mod alike;
mod asked;
mod attribute;
mod chord;
mod cursor;
mod effect;
mod filter;
mod find;
mod keeping;
mod keymap;
mod layout;
mod margin;
mod model;
mod msg;
mod notice;
mod part;
mod preview;
mod rehearsal;
mod said;
mod screen;
mod search;
mod session;
mod settings;
mod shelf;
mod suggesting;
mod update;
mod words;

pub use action::Action;
pub use attribute::Attribute;
pub use chord::{Chord, Held};
pub use cursor::{Edge, Fit, Motion, Selecting, Side, Stride};
pub use effect::Effect;
pub use filter::Facet;
pub use find::Switch;
pub use keymap::{Binding, KEYS, keys_of};
pub use layout::{BlockCards, BlockMarks, Card, Layer, Layout, MarkedPiece, Marks};
pub use margin::{Beside, place as place_beside};
pub use model::Model;
pub use msg::{Field, Moment, Msg, Place, Role, SpeakerField};
pub use notice::Offer;
pub use part::{Part, Template};
pub use rehearsal::rehearse;
pub use screen::{
    AlertScreen, AlikeScreen, ArticleRow, ArticleScreen, AttributeRow, Block, ChosenCard,
    ConstituentRow, Detail, DialogScreen, FilterScreen, FindScreen, KeyRow, Light, LineRow,
    LinkRow, Look, NoticeScreen, PreviewScreen, ProblemRow, ProposalRow, RegisterScreen, Row,
    Screen, SpeakerRow, StartScreen, SuggestionScreen, SuggestionsScreen, ViewScreen, same_list,
};
pub use settings::{Letters, Settings, Size, Speech, Suggestions, Theme, Width};
pub use shelf::{Counts, Entry, StorageError, Stored, Unread};
pub use suggesting::{Hint, Hints};
pub use update::update;
pub use words::{Piece, Tongue, Word, Words, pieces};
