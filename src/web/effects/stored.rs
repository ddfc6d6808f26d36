//! What the storage is asked for, done in that order, one after the other.

use super::{PAINTED, located};
use crate::web::dom::{Dom, window};
use crate::web::program::{Program, attempt, report};
use crate::web::storage::{self, Store};
use crate::web::tabs::News;
use ascribe::app::{Effect, Entry, Msg, StorageError};
use ascribe::document::Timestamp;
use js_sys::Promise;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Days after which a deleted article is forgotten.
const DELETED_DAYS: f64 = 30.0;
/// Milliseconds in which the browser has shown what an edit did.
const SHOWN: i32 = 30;

/// Opens the storage and tells the program what is kept.
pub(super) async fn begin(program: &Program) {
    let mut store = Store::default();
    let entries = entries(&mut store).await;
    program.take(Msg::Started(entries, located().unwrap_or_default()));
    attempt(|| program.rehearse());
    work_off(program, store).await;
}

/// Asks the storage for something; it gets there when it has done what it was asked before.
pub(super) fn ask(program: &Program, effect: Effect) {
    program.hands().waiting.borrow_mut().push_back(effect);
    if let Some(store) = program.hands().store.take() {
        let program = program.clone();
        spawn_local(async move { work_off(&program, store).await });
    }
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
            first_to_be_seen(PAINTED).await;
            let kept = store.keep(&entry, &document, &steps).await;
            saved(program, &entry, 0, kept);
            if !program.hands().asked.replace(true) {
                spawn_local(storage::persist());
            }
        }
        Effect::Append(entry, from, steps) => {
            first_to_be_seen(SHOWN).await;
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

/// Waits for some milliseconds: to keep something takes time, and first the user is to see it.
async fn first_to_be_seen(milliseconds: i32) {
    if let Err(error) = pause(milliseconds).await {
        report(&error);
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
