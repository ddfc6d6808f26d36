//! One transaction: records read and written together or not at all, and why it failed.
//!
//! Knows keys and the browser's exceptions, not what an article is.

use super::connection::{Mode, Table};
use ascribe::app::StorageError;
use ascribe::document::DocumentId;
use idb::{KeyRange, ObjectStore};
use js_sys::{Array, Promise};
use std::future::IntoFuture;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbTransaction};

/// The exception for what was called at the wrong time.
pub(super) const INVALID_STATE: &str = "InvalidStateError";

/// What was found: keys and values, in the order of the keys.
pub(super) type Records = Vec<(JsValue, JsValue)>;

/// A transaction over all object stores. Dropped before its end, it leaves nothing written.
pub(super) struct Transaction {
    inner: IdbTransaction,
    stores: idb::Transaction,
    /// Fulfilled when all is written, rejected when nothing is.
    end: Option<JsFuture>,
    mode: Mode,
    /// Whose number of a write was claimed.
    claimed: Option<DocumentId>,
}

impl Transaction {
    /// Watches over `inner`.
    pub(super) fn new(inner: IdbTransaction, mode: Mode) -> Self {
        // `idb` waits for an end too, but loses the reason of an abort: a full disk shows there.
        let end = Promise::new(&mut |resolve, reject| {
            inner.set_oncomplete(Some(&resolve));
            inner.set_onabort(Some(&reject));
        });
        let end = Some(JsFuture::from(end));
        Transaction { stores: inner.clone().into(), inner, end, mode, claimed: None }
    }

    /// Returns all records of `range`, or of the whole object store, with their keys in order.
    pub(super) async fn all(
        &self,
        table: Table,
        range: Option<KeyRange>,
    ) -> Result<Records, StorageError> {
        let store = self.store(table)?;
        let range = range.map(JsValue::from);
        let keys = store.get_all_keys(range.clone().map(Into::into), None).map_err(failure)?;
        let keys = keys.into_future();
        let values = store.get_all(range.map(Into::into), None).map_err(failure)?.into_future();
        let keys = keys.await.map_err(failure)?;
        Ok(keys.into_iter().zip(values.await.map_err(failure)?).collect())
    }

    /// Claims `rev` as the number of this write; the transaction fails when it is taken.
    pub(super) fn claim(&mut self, id: &DocumentId, rev: u32) -> Result<(), StorageError> {
        let key = pair(id, rev);
        self.store(Table::Revs)?.add(&JsValue::TRUE, Some(&key)).map_err(failure)?;
        self.claimed = Some(id.clone());
        Ok(())
    }

    /// Puts `value` in the place of `key`.
    pub(super) fn put(
        &self,
        table: Table,
        key: &JsValue,
        value: &JsValue,
    ) -> Result<(), StorageError> {
        self.store(table)?.put(value, Some(key)).map_err(failure)?;
        Ok(())
    }

    /// Puts `value` in the place of `key` and waits until the browser has taken it.
    pub(super) async fn put_and_wait(
        &self,
        table: Table,
        key: &JsValue,
        value: &JsValue,
    ) -> Result<(), StorageError> {
        self.store(table)?.put(value, Some(key)).map_err(failure)?.await.map_err(failure)?;
        Ok(())
    }

    /// Deletes a key or a range of them.
    pub(super) fn delete(&self, table: Table, keys: KeyRange) -> Result<(), StorageError> {
        self.store(table)?.delete(keys).map_err(failure)?;
        Ok(())
    }

    /// Waits until the disk has everything.
    ///
    /// `IDBTransaction.commit` is not called: Firefox then writes the rest of a transaction of
    /// which one request fails, a claim above all.
    ///
    /// # Errors
    /// [`StorageError::Overtaken`] when the number of this write was taken,
    /// [`StorageError::Full`] when there is no room left; nothing is written then.
    pub(super) async fn commit(mut self) -> Result<(), StorageError> {
        let Some(end) = self.end.take() else {
            return Ok(());
        };
        if end.await.is_ok() {
            return Ok(());
        }
        match (self.inner.error(), self.claimed.take()) {
            (Some(error), Some(id)) if error.name() == "ConstraintError" => {
                Err(StorageError::Overtaken(id))
            }
            (Some(error), _) => Err(failure_of(error.into())),
            (None, _) => Err(StorageError::Failed("the browser gave the write up".into())),
        }
    }

    fn store(&self, table: Table) -> Result<ObjectStore, StorageError> {
        self.stores.object_store(table.name()).map_err(failure)
    }
}

impl Drop for Transaction {
    fn drop(&mut self) {
        // Left alone, the browser would write what was asked for until an error came between.
        if self.end.is_some()
            && self.mode == Mode::Write
            && let Err(error) = self.inner.abort()
        {
            web_sys::console::warn_1(&error);
        }
    }
}

/// Returns the key of what there is one of for each article.
pub(super) fn single(id: &DocumentId) -> JsValue {
    JsValue::from(&id.0)
}

/// Returns the key of what an article has many of.
pub(super) fn pair(id: &DocumentId, index: impl Into<f64>) -> JsValue {
    Array::of2(&single(id), &JsValue::from(index.into())).into()
}

/// Returns the keys of the article whose index is `index` or above.
pub(super) fn from(id: &DocumentId, index: u32) -> Result<KeyRange, StorageError> {
    let (lower, upper) = (pair(id, index), pair(id, f64::INFINITY));
    KeyRange::bound(&lower, &upper, None, None).map_err(failure)
}

/// Returns the keys of the article where there is one for each.
pub(super) fn only(id: &DocumentId) -> Result<KeyRange, StorageError> {
    KeyRange::only(&single(id)).map_err(failure)
}

/// Returns the index of a key that [`pair`] made.
pub(super) fn index_of(key: &JsValue) -> Option<u32> {
    let index = key.dyn_ref::<Array>()?.get(1).as_f64()?;
    // Written from a `u32`, so the cast loses nothing of it.
    (index >= 0.0 && index <= f64::from(u32::MAX) && index.fract() == 0.0).then_some(index as u32)
}

/// Says why a request failed.
pub(super) fn failure(error: idb::Error) -> StorageError {
    use idb::Error as E;
    match error {
        E::DomException(exception) => failure_of(exception.into()),
        // After a write there was no room for, Firefox lets the next transaction only delete.
        E::AddFailed(thrown) | E::UpdateFailed(thrown) if name_of(&thrown) == INVALID_STATE => {
            StorageError::Full
        }
        E::IndexedDbOpenFailed(thrown)
        | E::TransactionOpenFailed(thrown)
        | E::ObjectStoreNotFound(thrown)
        | E::AddFailed(thrown)
        | E::UpdateFailed(thrown)
        | E::DeleteFailed(thrown)
        | E::GetFailed(thrown)
        | E::GetAllFailed(thrown)
        | E::GetAllKeysFailed(thrown) => failure_of(thrown),
        other => StorageError::Failed(other.to_string()),
    }
}

/// Says what an exception of the browser means.
pub(super) fn failure_of(thrown: JsValue) -> StorageError {
    match name_of(&thrown).as_str() {
        "QuotaExceededError" => StorageError::Full,
        "SecurityError" | "NotAllowedError" => StorageError::Refused,
        _ => StorageError::Failed(String::from(js_sys::Object::from(thrown).to_string())),
    }
}

/// Returns the name of an exception, empty for what is none.
pub(super) fn name_of(thrown: &JsValue) -> String {
    thrown.dyn_ref::<DomException>().map(DomException::name).unwrap_or_default()
}
