//! The articles kept in this browser: an annotation file each, and every step taken since.
//!
//! The log of steps is the truth; nothing here knows what a step does to a document. Two tabs may
//! write: each write has a number, and a tab that has not seen the last one is refused.

mod connection;
mod record;
mod transaction;

use ascribe::app::{Entry, StorageError, Stored, Unread};
use ascribe::document::{Document, DocumentId, Step, Timestamp};
use connection::{Connection, Mode, Table};
use idb::KeyRange;
use js_sys::{Promise, Reflect};
use record::{file_of, index, put_entry, put_file, put_steps, read, read_of, steps};
use transaction::{Records, Transaction, from, index_of, only};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// The storage of this page. It does one thing at a time, in the order asked for: what goes on
/// borrows it until its end.
#[derive(Default)]
pub(crate) struct Store {
    /// Opened when first needed, and again when it was lost.
    connection: Option<Connection>,
    seen: Vec<(DocumentId, Seen)>,
}

/// What this tab knows of a kept article.
struct Seen {
    /// The last write this tab has read or made.
    rev: u32,
    /// Why a write failed. The log would have a gap if a later one went through.
    failed: Option<StorageError>,
}

/// What to read before anything is decided: records of a range, or all.
type Asked = (Table, Option<KeyRange>);

/// Decides over what was read, and writes; an error undoes the transaction.
type Act<'a> = &'a mut dyn FnMut(&mut Transaction, &[Records]) -> Result<(), StorageError>;

impl Store {
    /// Returns what is kept, the deleted too and in no order, and what is unreadable.
    pub(crate) async fn entries(&mut self) -> Result<(Vec<Entry>, Vec<Unread>), StorageError> {
        let reading = self.begin(Mode::Read).await?;
        let (mut entries, mut unread) = (Vec::new(), Vec::new());
        run(reading, vec![(Table::Entries, None)], &mut |_, found| {
            for (key, value) in found.iter().flatten() {
                match read(value) {
                    Ok((_, entry)) => entries.push(entry),
                    Err(why) => {
                        let id = DocumentId(key.as_string().unwrap_or_default());
                        unread.push(Unread { id, step: None, why });
                    }
                }
            }
            Ok(())
        })
        .await?;
        Ok((entries, unread))
    }

    /// Returns the article, and the first step that cannot be read; it and those behind it are
    /// left out.
    ///
    /// # Errors
    /// [`StorageError::Missing`] when it is not kept.
    pub(crate) async fn load(
        &mut self,
        id: &DocumentId,
    ) -> Result<(Stored, Option<Unread>), StorageError> {
        let (mut entry, steps, unread, file) = self.read(id, 0).await?;
        let file = file.ok_or_else(|| StorageError::Failed(format!("{} has no file", id.0)))?;
        entry.head = entry.head.min(steps.len());
        Ok((Stored { entry, file, steps }, unread))
    }

    /// Returns the article's entry and its steps from index `from` on: how a tab follows another.
    ///
    /// # Errors
    /// [`StorageError::Missing`] when it is not kept.
    pub(crate) async fn load_from(
        &mut self,
        id: &DocumentId,
        from: usize,
    ) -> Result<(Entry, Vec<Step>), StorageError> {
        let (entry, steps, unread, _) = self.read(id, from).await?;
        match unread {
            Some(unread) => Err(StorageError::Failed(unread.to_string())),
            None => Ok((entry, steps)),
        }
    }

    /// Reads the article's entry, its steps from index `first` on as far as they can be read, and
    /// its file.
    async fn read(
        &mut self,
        id: &DocumentId,
        first: usize,
    ) -> Result<(Entry, Vec<Step>, Option<Unread>, Option<String>), StorageError> {
        let reading = self.begin(Mode::Read).await?;
        let own = Some(only(id)?);
        let behind = Some(from(id, index(first)?)?);
        let mut asked = vec![(Table::Entries, own.clone()), (Table::Steps, behind)];
        // Who follows another tab has the file already.
        if first == 0 {
            asked.extend([(Table::Files, own), (Table::Files, Some(from(id, 0)?))]);
        }
        let mut read = None;
        run(reading, asked, &mut |_, found| {
            if let [entries, found_steps, files @ ..] = found {
                read = Some((read_of(entries, id)?, steps(found_steps, id, first), file_of(files)));
            }
            Ok(())
        })
        .await?;
        let missing = || StorageError::Missing(id.clone());
        let ((rev, entry), (steps, unread), file) = read.ok_or_else(missing)?;
        self.note(id, Seen { rev, failed: None });
        Ok((entry, steps, unread, file))
    }

    /// Writes an article whole: a new one, or one of which a write has failed.
    ///
    /// # Errors
    /// [`StorageError::Overtaken`] when it is kept in a state this tab has not loaded.
    pub(crate) async fn keep(
        &mut self,
        entry: &Entry,
        origin: &Document,
        steps: &[Step],
    ) -> Result<(), StorageError> {
        let id = &entry.id;
        let mut writing = self.begin(Mode::Write).await?;
        let seen = self.seen(id).map_or(0, |seen| seen.rev);
        let asked = vec![(Table::Entries, Some(only(id)?)), (Table::Revs, Some(from(id, 0)?))];
        let mut claimed = None;
        let begun = act_on(&mut writing, asked, &mut |writing, found| {
            let last = last_rev(found.last());
            let there = found.first().is_some_and(|entries| !entries.is_empty());
            // An article another tab has deleted for good comes back: work is never lost here.
            if there && last > seen {
                return Err(StorageError::Overtaken(id.clone()));
            }
            let rev = *claimed.insert(last.max(seen) + 1);
            writing.claim(id, rev)?;
            put_steps(writing, id, 0, steps)?;
            put_entry(writing, rev, entry)
        })
        .await;
        let kept = match begun {
            Ok(()) => put_file(writing, id, origin).await,
            Err(error) => Err(error),
        };
        match claimed {
            Some(rev) => self.written(id, seen, rev, kept),
            None => kept,
        }
    }

    /// Puts `steps` in the place of all from index `from` on, and `entry` in that of its entry.
    /// Without steps only the entry changes, as when a step is undone.
    ///
    /// # Errors
    /// [`StorageError::Overtaken`] when another tab has written meanwhile; after any error only
    /// [`Store::keep`] or [`Store::load`] go on, so that the log never has a gap.
    pub(crate) async fn append(
        &mut self,
        entry: &Entry,
        from: usize,
        steps: &[Step],
    ) -> Result<(), StorageError> {
        let id = &entry.id;
        let writing = self.begin(Mode::Write).await?;
        let seen = match self.seen(id) {
            Some(Seen { failed: Some(error), .. }) => return Err(error.clone()),
            Some(Seen { rev, failed: None }) => *rev,
            None => return Err(StorageError::Missing(id.clone())),
        };
        let rev = seen + 1;
        let kept = run(writing, Vec::new(), &mut |writing, _| {
            writing.claim(id, rev)?;
            if !steps.is_empty() {
                put_steps(writing, id, from, steps)?;
            }
            put_entry(writing, rev, entry)
        })
        .await;
        self.written(id, seen, rev, kept)
    }

    /// Marks an article as deleted since a moment, or as not deleted.
    ///
    /// # Errors
    /// [`StorageError::Missing`] when it is not kept.
    pub(crate) async fn mark_deleted(
        &mut self,
        id: &DocumentId,
        since: Option<&Timestamp>,
    ) -> Result<(), StorageError> {
        let writing = self.begin(Mode::Write).await?;
        run(writing, vec![(Table::Entries, Some(only(id)?))], &mut |writing, found| {
            let entries = found.first().ok_or_else(|| StorageError::Missing(id.clone()))?;
            let (rev, mut entry) = read_of(entries, id)?;
            entry.deleted = since.cloned();
            // No new number: a tab that has the article open goes on, and its next write brings
            // the article back to the shelf.
            put_entry(writing, rev, &entry)
        })
        .await
    }

    /// Deletes for good what was marked as deleted before a moment.
    pub(crate) async fn purge(&mut self, deleted_before: &Timestamp) -> Result<(), StorageError> {
        // What cannot be read is not known to be deleted.
        for entry in self.entries().await?.0 {
            if is_older(&entry, deleted_before) {
                self.erase(&entry.id, Some(deleted_before)).await?;
            }
        }
        Ok(())
    }

    /// Deletes an article for good, a readable one or not.
    pub(crate) async fn delete_for_good(&mut self, id: &DocumentId) -> Result<(), StorageError> {
        self.erase(id, None).await
    }

    /// Deletes all of an article but the numbers of its writes: a tab that still has it open
    /// cannot add to nothing. One that is no longer marked as deleted before the moment stays.
    async fn erase(
        &mut self,
        id: &DocumentId,
        deleted_before: Option<&Timestamp>,
    ) -> Result<(), StorageError> {
        let writing = self.begin(Mode::Write).await?;
        let asked = vec![(Table::Entries, Some(only(id)?)), (Table::Revs, Some(from(id, 0)?))];
        run(writing, asked, &mut |writing, found| {
            let entry = found.first().and_then(|entries| read_of(entries, id).ok());
            let stays = |before| !entry.is_some_and(|(_, entry)| is_older(&entry, before));
            if deleted_before.is_some_and(stays) {
                return Ok(());
            }
            writing.claim(id, last_rev(found.last()) + 1)?;
            writing.delete(Table::Entries, only(id)?)?;
            writing.delete(Table::Files, only(id)?)?;
            writing.delete(Table::Files, from(id, 0)?)?;
            writing.delete(Table::Steps, from(id, 0)?)
        })
        .await?;
        self.seen.retain(|(other, _)| other != id);
        Ok(())
    }

    async fn begin(&mut self, mode: Mode) -> Result<Transaction, StorageError> {
        if let Some(connection) = &self.connection {
            let begun = connection.begin(mode);
            if begun.is_ok() || !connection.is_closed() {
                return begun;
            }
        }
        let fresh = Connection::open().await?;
        // The data may be gone with a connection that was lost: only whole articles are written
        // now.
        for (_, seen) in &mut self.seen {
            let lost = || StorageError::Failed("the storage was closed by the browser".into());
            seen.failed.get_or_insert_with(lost);
        }
        self.connection.insert(fresh).begin(mode)
    }

    fn seen(&self, id: &DocumentId) -> Option<&Seen> {
        self.seen.iter().find(|(other, _)| other == id).map(|(_, seen)| seen)
    }

    fn note(&mut self, id: &DocumentId, seen: Seen) {
        self.seen.retain(|(other, _)| other != id);
        self.seen.push((id.clone(), seen));
    }

    /// Notes how the write number `rev` has ended, `before` being the last one this tab knew.
    fn written(
        &mut self,
        id: &DocumentId,
        before: u32,
        rev: u32,
        kept: Result<(), StorageError>,
    ) -> Result<(), StorageError> {
        let seen = match &kept {
            Ok(()) => Seen { rev, failed: None },
            Err(error) => Seen { rev: before, failed: Some(error.clone()) },
        };
        self.note(id, seen);
        kept
    }
}

/// Reads what is asked for, lets `act` decide and write, and waits until the disk has it.
async fn run(
    mut transaction: Transaction,
    asked: Vec<Asked>,
    act: Act<'_>,
) -> Result<(), StorageError> {
    act_on(&mut transaction, asked, act).await?;
    transaction.commit().await
}

/// Reads what is asked for and lets `act` decide and write.
async fn act_on(
    transaction: &mut Transaction,
    asked: Vec<Asked>,
    act: Act<'_>,
) -> Result<(), StorageError> {
    let mut found = Vec::with_capacity(asked.len());
    for (table, range) in asked {
        found.push(transaction.all(table, range).await?);
    }
    act(transaction, &found)
}

/// Returns the number of the last write, 0 when there was none.
fn last_rev(found: Option<&Records>) -> u32 {
    found.and_then(|revs| revs.last()).and_then(|(key, _)| index_of(key)).unwrap_or(0)
}

fn is_older(entry: &Entry, deleted_before: &Timestamp) -> bool {
    entry.deleted.as_ref().is_some_and(|deleted| deleted < deleted_before)
}

/// Asks the browser not to clear the storage on its own.
///
/// Firefox asks the person, so the answer may never come: nothing may wait for it.
pub(crate) async fn persist() {
    if let Some(promise) = ask_to_persist()
        && let Err(error) = JsFuture::from(promise).await
    {
        web_sys::console::warn_1(&error);
    }
}

/// Asks the browser to keep the storage; `None` when it cannot be asked.
fn ask_to_persist() -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    // Only a secure context has `navigator.storage`.
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    storage.dyn_ref::<StorageManager>()?.persist().ok()
}
