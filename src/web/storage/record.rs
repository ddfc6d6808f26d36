//! An article as records: its entry with the number of the last write, and its steps.
//!
//! Knows no connection and no other article.

use super::connection::Table;
use super::transaction::{Records, Transaction, from, index_of, pair, single};
use ascribe::app::{Entry, StorageError, Unread};
use ascribe::document::{Document, DocumentId, Step};
use ascribe::format::ascribe::{parts, read_entry, read_step, write_entry, write_step};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

/// Reads an entry and the number of the article's last write; `Err` says in words why it cannot.
pub(super) fn read(value: &JsValue) -> Result<(u32, Entry), String> {
    let pair = value.dyn_ref::<Array>().filter(|pair| pair.length() == 2);
    let (rev, entry) = pair
        .and_then(|pair| index_of(pair).zip(pair.get(0).as_string()))
        .ok_or("it is no text with a number")?;
    Ok((rev, read_entry(&entry)?))
}

/// Reads the one entry of `id` that was found.
pub(super) fn read_of(found: &Records, id: &DocumentId) -> Result<(u32, Entry), StorageError> {
    let (_, value) = found.first().ok_or_else(|| StorageError::Missing(id.clone()))?;
    read(value)
        .map_err(|why| StorageError::Failed(Unread { id: id.clone(), step: None, why }.to_string()))
}

/// Reads steps that were found from index `first` on, up to the first that cannot be read or is
/// not there.
pub(super) fn steps(found: &Records, id: &DocumentId, first: usize) -> (Vec<Step>, Option<Unread>) {
    let mut steps = Vec::with_capacity(found.len());
    for (at, (key, value)) in (first..).zip(found) {
        let step = match (index_of(key), value.as_string()) {
            (Some(there), Some(text)) if there as usize == at => read_step(&text),
            (Some(there), None) if there as usize == at => Err("it is no text".into()),
            _ => Err("it is missing".into()),
        };
        match step {
            Ok(step) => steps.push(step),
            Err(why) => return (steps, Some(Unread { id: id.clone(), step: Some(at), why })),
        }
    }
    (steps, None)
}

/// Joins the parts of an article's file; `None` when there is none.
pub(super) fn file_of(found: &[Records]) -> Option<String> {
    let mut parts = found.iter().flatten().map(|(_, part)| part.as_string());
    let mut file = parts.next()??;
    for part in parts {
        file.push_str(&part?);
    }
    Some(file)
}

/// Puts the file of an article, part by part, and waits until the disk has everything. In between,
/// the page answers its user.
pub(super) async fn put_file(
    writing: Transaction,
    id: &DocumentId,
    document: &Document,
) -> Result<(), StorageError> {
    writing.delete(Table::Files, from(id, 0)?)?;
    for (at, part) in parts(document).enumerate() {
        // The first stands where a file of one part stands.
        let key = if at == 0 { single(id) } else { pair(id, index(at)?) };
        writing.put_and_wait(Table::Files, &key, &part.into()).await?;
    }
    writing.commit().await
}

/// Puts the entry, marked with the number of the write.
pub(super) fn put_entry(
    writing: &Transaction,
    rev: u32,
    entry: &Entry,
) -> Result<(), StorageError> {
    // The entry as text, and the number, as `read` expects them.
    let value = serde_wasm_bindgen::to_value(&(write_entry(entry), rev))
        .map_err(|error| StorageError::Failed(error.to_string()))?;
    writing.put(Table::Entries, &single(&entry.id), &value)
}

/// Puts `steps` in the place of all from index `first` on.
pub(super) fn put_steps(
    writing: &Transaction,
    id: &DocumentId,
    first: usize,
    steps: &[Step],
) -> Result<(), StorageError> {
    let first = index(first)?;
    writing.delete(Table::Steps, from(id, first)?)?;
    for (at, step) in (first..).zip(steps) {
        writing.put(Table::Steps, &pair(id, at), &write_step(step).into())?;
    }
    Ok(())
}

/// Returns the number of a step as keys have it.
pub(super) fn index(index: usize) -> Result<u32, StorageError> {
    u32::try_from(index).map_err(|error| StorageError::Failed(error.to_string()))
}
