//! Effects carried out: storage, tabs, files, focus and the view. What comes of them goes back to
//! the program as messages; nothing is decided here.

use super::dom::{Dom, document, part, window};
use super::program::{Program, attempt, report};
use super::storage::{self, Store};
use super::tabs::{self, Guard, Hold, Line, News, Waiting};
use super::{html, render, selection, settings};
use ascribe::app::{Effect, Entry, Motion, Msg, Part, Place, Role, StorageError};
use ascribe::document::{DocumentId, Timestamp};
use ascribe::format::File;
use ascribe::text::Way;
use js_sys::{Array, Promise, Uint8Array};
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, FocusOptions, HtmlAnchorElement, HtmlElement, Url};

/// Days after which a deleted article is forgotten.
const DELETED_DAYS: f64 = 30.0;

/// Milliseconds for which a notice is shown.
const NOTICE_TIME: i32 = 10_000;

/// Milliseconds after which a selection is meant to stay.
const OUTLASTED: i32 = 200;

/// How often a place is brought into view again that other text has moved away.
const SCROLLS: usize = 4;

/// Milliseconds between two slices of the search for suggestions.
const SLICE_REST: i32 = 4;

/// Milliseconds in which the browser has painted an article that was opened.
const PAINTED: i32 = 60;

thread_local! {
    /// Milliseconds that the last slice of a search took.
    static TOOK: Cell<u32> = const { Cell::new(0) };
}

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
        let mut store = Store::default();
        let entries = entries(&mut store).await;
        program.take(Msg::Started(entries, located().unwrap_or_default()));
        work_off(&program, store).await;
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
            program.hands().waiting.borrow_mut().push_back(effect);
            if let Some(store) = program.hands().store.take() {
                let program = program.clone();
                spawn_local(async move { work_off(&program, store).await });
            }
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
            scroll_to_text(place, SCROLLS)?;
        }
        Effect::ScrollClear(place) => {
            let scrolls = program.hands().scrolls.get();
            later(program, PAINTED, move |program| {
                // Who has gone elsewhere meanwhile is not brought back.
                if program.hands().scrolls.get() == scrolls {
                    attempt(|| render::scroll_clear(place));
                }
            })?;
        }
        Effect::LayOver => program.lay_over()?,
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
        Effect::ScrollToCard(block, id) => render::scroll_to_card(block, &id)?,
        Effect::FocusCard(id) => render::focus_card(&id)?,
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
            program.take(Msg::SearchWentOn(TOOK.get()));
            // Milliseconds; more than there are is enough.
            TOOK.set((js_sys::Date::now() - began).clamp(0.0, 1e4) as u32);
        })?,
        Effect::FocusView => {
            window()?.scroll_to_with_x_and_y(0.0, 0.0);
            part(Part::Main)?.focus()?;
        }
    }
    Ok(())
}

/// Lets the storage do one thing after the other, until nothing waits.
async fn work_off(program: &Program, mut store: Store) {
    while let Some(effect) = next(program) {
        use_store(program, &mut store, effect).await;
    }
    program.hands().store.replace(Some(store));
}

fn next(program: &Program) -> Option<Effect> {
    program.hands().waiting.borrow_mut().pop_front()
}

/// Carries out an effect of the storage.
async fn use_store(program: &Program, store: &mut Store, effect: Effect) {
    match effect {
        Effect::Load(id) => {
            let stored = store.load(&id).await;
            if let Ok((_, Some(unread))) = &stored {
                report(&unread.to_string().into());
            }
            let stored = stored.map(|(stored, _)| stored);
            program.take(Msg::ArticleLoaded(id, Box::new(stored)));
        }
        Effect::LoadSteps(id, from) => {
            let loaded = store.load_from(&id, from).await;
            program.take(Msg::StepsLoaded(id, from, loaded));
        }
        Effect::Keep(entry, document, steps) => {
            // A whole article takes time: first it is to be seen.
            if let Err(error) = pause(PAINTED).await {
                report(&error);
            }
            let kept = store.keep(&entry, &document, &steps).await;
            saved(program, &entry, 0, kept);
            if !program.hands().asked.replace(true) {
                spawn_local(storage::persist());
            }
        }
        Effect::Append(entry, from, steps) => {
            let kept = store.append(&entry, from, &steps).await;
            saved(program, &entry, from, kept);
        }
        Effect::MarkDeleted(id, since) => {
            let done = store.mark_deleted(&id, since.as_ref()).await;
            shelf_changed(program, done);
        }
        Effect::Forget(id) => {
            let done = store.delete_for_good(&id).await;
            shelf_changed(program, done);
        }
        Effect::Purge => {
            if let Some(before) = month_ago()
                && let Err(error) = store.purge(&before).await
            {
                program.take(Msg::StorageFailed(error));
            }
        }
        _ => program.take(Msg::ShelfRead(entries(store).await)),
    }
}

/// Waits for some milliseconds.
async fn pause(milliseconds: i32) -> Dom<()> {
    let window = window()?;
    let mut asked = Ok(0);
    let passed = Promise::new(&mut |resolve, _| {
        asked =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
    });
    asked?;
    JsFuture::from(passed).await.map(drop)
}

async fn entries(store: &mut Store) -> Result<Vec<Entry>, StorageError> {
    let (entries, unread) = store.entries().await?;
    for unread in unread {
        report(&unread.to_string().into());
    }
    Ok(entries)
}

/// Tells program and other tabs how a write ended.
fn saved(program: &Program, entry: &Entry, from: usize, kept: Result<(), StorageError>) {
    if kept.is_ok() {
        tell(program, &News::Changed { id: entry.id.clone(), from });
    }
    program.take(Msg::SaveEnded(entry.id.clone(), kept));
}

/// Tells other tabs that the list of articles is another, and reads it again.
fn shelf_changed(program: &Program, done: Result<(), StorageError>) {
    match done {
        Ok(()) => tell(program, &News::Shelf),
        Err(error) => program.take(Msg::StorageFailed(error)),
    }
    program.hands().waiting.borrow_mut().push_back(Effect::ReadShelf);
}

fn tell(program: &Program, news: &News) {
    if let Some(line) = program.hands().line.borrow().as_ref() {
        line.tell(news);
    }
}

fn month_ago() -> Option<Timestamp> {
    let then = js_sys::Date::now() - DELETED_DAYS * 86_400_000.0;
    let written: String = js_sys::Date::new(&then.into()).to_iso_string().into();
    Timestamp::parse(&written)
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
/// the rest, so that is done again until nothing moves, or some `times`.
fn scroll_to_text(place: Place, times: usize) -> Dom<()> {
    let far = render::scroll_to_text(place)? || times < SCROLLS;
    if !far || times == 0 {
        return Ok(());
    }
    let again = Closure::once_into_js(move || attempt(|| scroll_to_text(place, times - 1)));
    after(PAINTED, &again)
}

/// Acts after some milliseconds.
fn later(program: &Program, milliseconds: i32, act: impl FnOnce(&Program) + 'static) -> Dom<()> {
    let program = program.clone();
    after(milliseconds, &Closure::once_into_js(move || act(&program)))
}

/// Calls a function after some milliseconds.
fn after(milliseconds: i32, call: &JsValue) -> Dom<()> {
    let window = window()?;
    window
        .set_timeout_with_callback_and_timeout_and_arguments_0(call.unchecked_ref(), milliseconds)
        .map(drop)
}

/// Lets a notice expire, unless the user is at it: then it gets its time again.
fn time_notice(program: &Program, number: usize) -> Dom<()> {
    later(program, NOTICE_TIME, move |program| {
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
    let release = Closure::once_into_js(move || {
        attempt(|| Url::revoke_object_url(&url));
    });
    after(60_000, &release)
}
