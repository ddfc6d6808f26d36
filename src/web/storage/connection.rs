//! A connection to the page's database: opening it, bringing it up to date, noticing its loss.
//!
//! Knows the object stores by name, not what lies in them.

use super::transaction::{INVALID_STATE, Transaction, failure, failure_of, name_of};
use ascribe::app::StorageError;
use idb::{DatabaseEvent, Event, Factory, ObjectStoreParams, Request};
use js_sys::{Array, Object, Promise, Reflect};
use std::cell::Cell;
use std::future::{Future, IntoFuture, poll_fn};
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;
use tokio::sync::oneshot;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

const NAME: &str = "ascribe";
const VERSION: u32 = 1;
/// How long opening may take, in milliseconds.
const PATIENCE: i32 = 10_000;

/// An object store.
#[derive(Clone, Copy)]
pub(super) enum Table {
    /// What the start view lists, by id.
    Entries,
    /// The annotation file before the first step, by id.
    Files,
    /// The steps since, by id and index.
    Steps,
    /// The number of every write, by id and number. No record is ever replaced here, so a second
    /// writer fails on a number that is taken, and its transaction with it.
    Revs,
}

impl Table {
    const ALL: [Table; 4] = [Table::Entries, Table::Files, Table::Steps, Table::Revs];

    /// Returns the name in the database.
    pub(super) fn name(self) -> &'static str {
        match self {
            Table::Entries => "entries",
            Table::Files => "files",
            Table::Steps => "steps",
            Table::Revs => "revs",
        }
    }
}

/// What a transaction may do.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// Only read.
    Read,
    /// Read and write.
    Write,
}

/// Why a connection can no longer be used.
#[derive(Clone, Copy)]
enum Loss {
    /// A newer version of the page wants to change the database; this one must not come back.
    Outdated,
    /// The browser closed it: data cleared, a disk gone, a storage process killed.
    Closed,
}

/// An open database.
pub(super) struct Connection {
    inner: IdbDatabase,
    loss: Rc<Cell<Option<Loss>>>,
    /// Owns the handlers of `inner`.
    _handlers: idb::Database,
}

#[wasm_bindgen]
extern "C" {
    /// `IDBDatabase` with the third argument of `transaction`, which `web_sys` holds for unstable.
    #[wasm_bindgen(extends = Object)]
    type WithOptions;

    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &WithOptions,
        tables: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;
}

impl Connection {
    /// Opens the database; makes it or brings it up to date when need be.
    ///
    /// # Errors
    /// [`StorageError::Refused`] when the browser has no storage for this page.
    pub(super) async fn open() -> Result<Self, StorageError> {
        let mut request = Factory::new()
            .and_then(|factory| factory.open(NAME, Some(VERSION)))
            .map_err(opening_failure)?;
        request.on_upgrade_needed(|event| {
            if let Err(error) = upgrade(&event) {
                // Half an upgrade must not stay: without its transaction, opening fails below.
                web_sys::console::error_1(&error.to_string().into());
                if let Some(upgrading) = event.target().ok().and_then(|all| all.transaction())
                    && let Err(error) = upgrading.abort()
                {
                    web_sys::console::error_1(&error.to_string().into());
                }
            }
        });
        let (told, blocked) = oneshot::channel();
        request.on_blocked(move |_| {
            if told.send(()).is_err() {
                web_sys::console::warn_1(&"blocked after the end of opening".into());
            }
        });
        let mut opened = pin!(request.into_future());
        let mut blocked = pin!(blocked);
        let mut patience = pin!(patience());
        let database = poll_fn(|context| {
            if let Poll::Ready(database) = opened.as_mut().poll(context) {
                return Poll::Ready(database.map_err(opening_failure));
            }
            let words = if let Poll::Ready(Ok(())) = blocked.as_mut().poll(context) {
                "an older version of this page is open in another tab; close that tab"
            } else if patience.as_mut().poll(context).is_ready() {
                "the browser does not open its storage; close the other tabs of this page"
            } else {
                return Poll::Pending;
            };
            Poll::Ready(Err(StorageError::Failed(words.into())))
        })
        .await?;
        Ok(Connection::watching(database.into()))
    }

    fn watching(inner: IdbDatabase) -> Self {
        let loss = Rc::new(Cell::new(None));
        let mut handlers = idb::Database::from(inner.clone());
        handlers.on_version_change({
            let (loss, inner) = (Rc::clone(&loss), inner.clone());
            move |_| {
                loss.set(Some(Loss::Outdated));
                inner.close();
            }
        });
        handlers.on_close({
            let loss = Rc::clone(&loss);
            move |_| loss.set(loss.get().or(Some(Loss::Closed)))
        });
        Connection { inner, loss, _handlers: handlers }
    }

    /// Tells whether the connection is lost and a new one may be opened.
    pub(super) fn is_closed(&self) -> bool {
        matches!(self.loss.get(), Some(Loss::Closed))
    }

    /// Begins a transaction over all object stores.
    ///
    /// # Errors
    /// [`StorageError::Failed`] when the connection is lost.
    pub(super) fn begin(&self, mode: Mode) -> Result<Transaction, StorageError> {
        let lost = self.loss.get().map(|loss| match loss {
            Loss::Outdated => {
                "a newer version of this page is open in another tab; reload this one"
            }
            Loss::Closed => "the storage was closed by the browser",
        });
        if let Some(words) = lost {
            return Err(StorageError::Failed(words.into()));
        }
        let tables: Array = Table::ALL.iter().map(|table| JsValue::from(table.name())).collect();
        let options = Object::new();
        // A relaxed write ends in the operating system's hands: it outlives the browser, not the
        // machine. A strict one is on the disk. At the pace of a person it costs nothing to see.
        Reflect::set(&options, &"durability".into(), &"strict".into()).map_err(failure_of)?;
        let mode_name = match mode {
            Mode::Read => "readonly",
            Mode::Write => "readwrite",
        };
        let database = self.inner.unchecked_ref::<WithOptions>();
        match database.transaction(&tables, mode_name, &options) {
            Ok(inner) => Ok(Transaction::new(inner, mode)),
            Err(thrown) => {
                // What is thrown at a closed connection, though no event told of its end.
                if name_of(&thrown) == INVALID_STATE {
                    self.loss.set(Some(Loss::Closed));
                }
                Err(failure_of(thrown))
            }
        }
    }
}

impl Drop for Connection {
    fn drop(&mut self) {
        self.inner.close();
    }
}

/// Ends when the browser had time enough to open a database: behind another tab's request that
/// hangs, it says nothing for ever.
async fn patience() {
    let ended = Promise::new(&mut |resolve, _reject| {
        let set = web_sys::window().map(|window| {
            window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PATIENCE)
        });
        if let Some(Err(error)) = set {
            web_sys::console::warn_1(&error);
        }
    });
    if let Err(error) = JsFuture::from(ended).await {
        web_sys::console::warn_1(&error);
    }
}

/// Makes what versions after the old one have added, one version after the other.
fn upgrade(event: &idb::event::VersionChangeEvent) -> Result<(), idb::Error> {
    let database = event.database()?;
    if event.old_version()? < 1 {
        for table in Table::ALL {
            database.create_object_store(table.name(), ObjectStoreParams::new())?;
        }
    }
    Ok(())
}

/// Says why the database did not open.
fn opening_failure(error: idb::Error) -> StorageError {
    match &error {
        idb::Error::IndexedDbNotFound(_) => StorageError::Refused,
        idb::Error::DomException(exception) => match exception.name().as_str() {
            // Private windows of some browsers.
            INVALID_STATE | "NotSupportedError" => StorageError::Refused,
            "VersionError" => StorageError::Failed(
                "the articles were kept by a newer version of this page; reload it".into(),
            ),
            _ => failure(error),
        },
        _ => failure(error),
    }
}
