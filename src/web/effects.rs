//! Effects carried out: storage, tabs, files, focus and the view. What comes of them goes back to
//! the program as messages; nothing is decided here.

mod stored;

use super::dom::{Dom, document, part, window};
use super::program::{Laid, Program, attempt};
use super::storage::Store;
use super::tabs::{self, Guard, Hold, Line, News, Waiting};
use super::{html, render, selection, settings};
use ascribe::app::{Effect, Motion, Msg, Part, Place, Role};
use ascribe::document::DocumentId;
use ascribe::format::File;
use ascribe::text::Way;
use js_sys::{Array, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, closure::Closure};
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, BlobPropertyBag, FocusOptions, HtmlAnchorElement, HtmlElement, Url};

/// Milliseconds for which a notice is shown.
const NOTICE_TIME: i32 = 10_000;
/// Milliseconds for which a short one is shown that offers nothing.
const BRIEF_TIME: i32 = 5_000;
/// Bytes that are read in that time.
const BRIEF: usize = 90;

/// Milliseconds after which a selection is meant to stay.
const OUTLASTED: i32 = 200;

/// How often a place is brought into view again that other text has moved away.
const SCROLLS: usize = 4;

/// Milliseconds between two slices of the search for suggestions.
const SLICE_REST: i32 = 4;

/// Milliseconds in which the browser has painted an article that was opened.
const PAINTED: i32 = 60;

/// What the program holds of the browser between two messages.
#[derive(Default)]
pub(crate) struct Hands {
    /// The storage, while it has nothing to do.
    store: RefCell<Option<Store>>,
    /// What the storage is to do, in the order asked for.
    waiting: RefCell<VecDeque<Effect>>,
    /// Whether the browser was asked not to clear what is kept.
    asked: Cell<bool>,
    /// How often a place was brought into view.
    scrolls: Cell<usize>,
    /// Milliseconds that the last slice of a search took.
    took: Cell<u32>,
    line: RefCell<Option<Line>>,
    /// The right to write the open article, or a place in the queue for it.
    grip: RefCell<Grip>,
}

/// How an article is held.
#[derive(Default)]
#[expect(dead_code, reason = "a guard and a place in the queue are given back when dropped")]
enum Grip {
    #[default]
    Nothing,
    Writing(DocumentId, Option<Guard>),
    Queued(DocumentId, Option<Waiting>),
}

impl Grip {
    fn is_of(&self, id: &DocumentId) -> bool {
        match self {
            Grip::Nothing => false,
            Grip::Writing(held, _) | Grip::Queued(held, _) => held == id,
        }
    }
}

/// Opens storage and the line to other tabs, and tells the program what is kept.
pub(crate) fn begin(program: &Program) {
    let program = program.clone();
    spawn_local(async move {
        let hearer = program.clone();
        let line = Line::open(move |news| {
            hearer.take(match news {
                News::Changed { id, from } => Msg::ArticleChanged(id, from),
                News::Shelf => Msg::ShelfChanged,
            });
        });
        program.hands().line.replace(Some(line));
        stored::begin(&program).await;
    });
}

/// The article that the page's address names.
pub(crate) fn located() -> Dom<Option<DocumentId>> {
    let hash = window()?.location().hash()?;
    let id = hash.strip_prefix('#').filter(|id| !id.is_empty());
    Ok(id.map(|id| DocumentId(id.to_owned())))
}

/// Carries out one effect.
pub(crate) fn run(program: &Program, effect: Effect) -> Dom<()> {
    match effect {
        Effect::ReadShelf
        | Effect::Load(_)
        | Effect::LoadSteps(..)
        | Effect::Keep(..)
        | Effect::Append(..)
        | Effect::MarkDeleted(..)
        | Effect::Forget(_)
        | Effect::Purge => {
            stored::ask(program, effect);
        }
        Effect::Hold(id) => hold(program, id, false),
        Effect::TakeOver(id) => hold(program, id, true),
        Effect::Release(id) => {
            let grip = &program.hands().grip;
            if grip.borrow().is_of(&id) {
                drop(grip.take());
            }
        }
        Effect::Locate(id) => {
            let hash = id.map_or_else(String::new, |id| id.0);
            if located()?.map_or_else(String::new, |id| id.0) != hash {
                window()?.location().set_hash(&hash)?;
            }
        }
        Effect::KeepSettings(kept) => settings::keep(&kept),
        Effect::PickFile => part(Part::File)?.click(),
        Effect::ReadPage(page) => {
            let (blocks, facts) = html::read(&page)?;
            program.take(Msg::PagePasted(blocks, facts));
        }
        Effect::Download(file, media_type) => download(&file, media_type)?,
        Effect::Select(start, end) => selection::set(start, end)?,
        Effect::ClearSelection => selection::clear()?,
        Effect::ScrollToText(place) => {
            program.hands().scrolls.update(|count| count + 1);
            scroll_to_text(program, place, SCROLLS)?;
        }
        Effect::ScrollClear(place) => {
            still_there(program, move |_| render::scroll_clear(place))?;
        }
        Effect::LayOver => program.lay_over(Laid::Over)?,
        Effect::TurnPage(place, way, selecting) => {
            program.take(match render::turn_page(place, way)? {
                Some(place) => Msg::CaretPut(place, selecting),
                None if way == Way::Ahead => Msg::CaretMoved(Motion::ArticleEnd, selecting),
                None => Msg::CaretMoved(Motion::ArticleStart, selecting),
            });
        }
        Effect::FocusText => {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            part(Part::Text)?.focus_with_options(&options)?;
        }
        Effect::ScrollToCard(block, id) => {
            program.laid_over()?;
            render::scroll_to_card(block, &id)?;
        }
        Effect::FocusCard(id) => {
            program.laid_over()?;
            render::focus_card(&id)?;
        }
        Effect::Suggest => {
            later(program, SLICE_REST, |program| program.take(Msg::SuggestionsDue))?;
        }
        Effect::TimeNotice(number) => time_notice(program, number)?,
        Effect::FocusFind => render::focus_find()?,
        Effect::FocusBack => render::focus_back()?,
        Effect::OutlastSelection(number) => {
            later(program, OUTLASTED, move |program| {
                program.take(Msg::SelectionOutlasted(number));
            })?;
        }
        Effect::GoOnSearching => later(program, 0, |program| {
            let began = js_sys::Date::now();
            let took = &program.hands().took;
            program.take(Msg::SearchWentOn(took.get()));
            // More than there are is enough.
            took.set((js_sys::Date::now() - began).clamp(0.0, 1e4) as u32);
        })?,
        Effect::FocusView => {
            window()?.scroll_to_with_x_and_y(0.0, 0.0);
            part(Part::Main)?.focus()?;
        }
    }
    Ok(())
}

/// Takes the right to write an article, by force or in turn, and tells the program its role.
fn hold(program: &Program, id: DocumentId, force: bool) {
    if program.hands().grip.borrow().is_of(&id) && !force {
        return;
    }
    drop(program.hands().grip.take());
    let program = program.clone();
    spawn_local(async move {
        let lost = lost(&program, &id);
        let hold =
            if force { tabs::take_over(&id, lost).await } else { tabs::hold(&id, lost).await };
        match hold {
            Hold::Ours(guard) => given(&program, id, Some(guard)),
            Hold::Unguarded => given(&program, id, None),
            Hold::Theirs => queue(&program, id),
        }
    });
}

fn given(program: &Program, id: DocumentId, guard: Option<Guard>) {
    program.hands().grip.replace(Grip::Writing(id.clone(), guard));
    program.take(Msg::RoleGiven(id, Role::Writer));
}

fn queue(program: &Program, id: DocumentId) {
    let (gaining, gained) = (program.clone(), id.clone());
    let waiting =
        tabs::wait(&id, move |guard| given(&gaining, gained, Some(guard)), lost(program, &id));
    program.hands().grip.replace(Grip::Queued(id.clone(), waiting));
    program.take(Msg::RoleGiven(id, Role::Follower));
}

/// What to do when another tab takes the article over.
fn lost(program: &Program, id: &DocumentId) -> impl FnOnce() + 'static {
    let (program, id) = (program.clone(), id.clone());
    move || queue(&program, id)
}

/// Brings a place into view. What comes near on a long way is laid out in the next frames and moves
/// the rest, so that is done again until nothing moves, or some `times`, or another place is wanted.
fn scroll_to_text(program: &Program, place: Place, times: usize) -> Dom<()> {
    let far = render::scroll_to_text(place)? || times < SCROLLS;
    if !far || times == 0 {
        return Ok(());
    }
    still_there(program, move |program| scroll_to_text(program, place, times - 1))
}

/// Acts when what is there has been painted; who has gone elsewhere meanwhile is not brought back.
fn still_there(program: &Program, act: impl FnOnce(&Program) -> Dom<()> + 'static) -> Dom<()> {
    let scrolls = program.hands().scrolls.get();
    later(program, PAINTED, move |program| {
        if program.hands().scrolls.get() == scrolls {
            attempt(|| act(program));
        }
    })
}

/// Acts after some milliseconds.
fn later(program: &Program, milliseconds: i32, act: impl FnOnce(&Program) + 'static) -> Dom<()> {
    let program = program.clone();
    after(milliseconds, move || {
        act(&program);
        Ok(())
    })
}

/// Acts on the page after some milliseconds.
pub(crate) fn after(milliseconds: i32, act: impl FnOnce() -> Dom<()> + 'static) -> Dom<()> {
    let call = Closure::once_into_js(move || attempt(act));
    window()?
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds)
        .map(drop)
}

/// Lets a notice expire, unless the user is at it: then it gets its time again.
fn time_notice(program: &Program, number: usize) -> Dom<()> {
    let words = part(Part::NoticeWords)?.text_content().unwrap_or_default();
    let brief = words.len() < BRIEF && part(Part::NoticeOffer)?.hidden();
    later(program, if brief { BRIEF_TIME } else { NOTICE_TIME }, move |program| {
        attempt(|| {
            let notice = part(Part::Notice)?;
            if notice.matches(":hover, :focus-within")? {
                return time_notice(program, number);
            }
            program.take(Msg::NoticeExpired(number));
            Ok(())
        });
    })
}

fn download(file: &File, media_type: &str) -> Dom<()> {
    let kind = BlobPropertyBag::new();
    kind.set_type(media_type);
    let bytes = Array::of1(&Uint8Array::from(file.bytes.as_slice()));
    let blob = Blob::new_with_u8_array_sequence_and_options(&bytes, &kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document()?.create_element("a")?.dyn_into()?;
    link.set_href(&url);
    link.set_download(&file.name);
    let element: &HtmlElement = &link;
    element.click();
    // The browser needs the address until it has begun to save.
    after(60_000, move || Url::revoke_object_url(&url))
}
