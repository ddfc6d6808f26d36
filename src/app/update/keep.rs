//! Keeping: what follows when kept articles are listed, opened, renamed, deleted and shared by
//! tabs, and when the open one is written.

use crate::app::effect::Effect;
use crate::app::model::{Dialog, Model, View};
use crate::app::msg::{Moment, Role};
use crate::app::notice::Notice;
use crate::app::session::{Joined, Session};
use crate::app::shelf::{Entry, StorageError, Stored};
use crate::document::{Document, DocumentId, Edit, Metadata, Step, Timestamp};

/// Shows the start view, or opens the article that the address names.
pub(super) fn start(
    model: &mut Model,
    entries: Result<Vec<Entry>, StorageError>,
    open: Option<DocumentId>,
) -> Vec<Effect> {
    let readable = entries.is_ok();
    let mut effects = shelve(model, entries);
    let known = open.filter(|id| model.shelf.iter().any(|entry| entry.id == *id));
    match known {
        // A file was quicker than the storage: what it brought stays.
        _ if !matches!(model.view, View::Opening) => {}
        Some(id) => effects.push(Effect::Load(id)),
        None => {
            model.view = View::Start;
            effects.push(Effect::Locate(None));
        }
    }
    if readable {
        effects.push(Effect::Purge);
    }
    effects
}

/// Takes over the list of kept articles.
pub(super) fn shelve(model: &mut Model, entries: Result<Vec<Entry>, StorageError>) -> Vec<Effect> {
    model.shelf_complete = entries.is_ok() && model.session().is_none();
    match entries {
        Ok(entries) => {
            model.shelf = Vec::with_capacity(entries.len());
            for entry in entries {
                // The last modified first.
                let at = model.shelf.partition_point(|one| one.modified >= entry.modified);
                model.shelf.insert(at, entry);
            }
            model.shelf_failure = None;
        }
        Err(error) => model.shelf_failure = Some(error),
    }
    Vec::new()
}

/// Follows the page's address, as the browser's Back and Forward change it.
pub(super) fn locate(model: &mut Model, id: Option<DocumentId>) -> Vec<Effect> {
    let open = model.session().map(|session| session.document().id());
    match id {
        Some(id) if Some(&id) != open => vec![Effect::Load(id)],
        None if open.is_some() => leave(model),
        _ => Vec::new(),
    }
}

/// Goes to the start view.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let release = model.session().map(|own| Effect::Release(own.document().id().clone()));
    model.view = View::Start;
    model.dialog = None;
    model.notice = None;
    let mut effects: Vec<Effect> = release.into_iter().collect();
    effects.extend([Effect::Locate(None), Effect::ReadShelf, Effect::FocusView]);
    effects
}

/// Opens an article that was read from storage.
pub(super) fn open(
    model: &mut Model,
    moment: &Moment,
    id: &DocumentId,
    stored: Result<Stored, StorageError>,
) -> Vec<Effect> {
    let twin = model.twin.take().filter(|twin| twin.id() == id);
    let deleted = stored.as_ref().is_ok_and(|stored| stored.entry.deleted.is_some());
    match (stored.and_then(Session::of_stored), twin) {
        (Ok(session), None) => show(model, session),
        (Ok(session), Some(twin)) if *session.document() == *twin => {
            let mut effects = show(model, session);
            // Whoever opens the file of a deleted article wants it back.
            effects.extend(deleted.then(|| Effect::MarkDeleted(id.clone(), None)));
            model.notify(if deleted { Notice::OpenedRestored } else { Notice::OpenedKept });
            effects
        }
        (Ok(_), Some(twin)) => {
            let effects = show(model, Session::of_new(twin.copied(moment.fresh.clone())));
            model.notify(Notice::OpenedAsCopy);
            effects
        }
        (Err(_), Some(twin)) => show_new(model, *twin),
        (Err(error), None) => {
            if matches!(model.view, View::Opening) {
                model.view = View::Start;
            }
            model.notify(Notice::Storage(error));
            vec![Effect::Locate(None)]
        }
    }
}

/// Opens an article that came in a file and is not kept here.
pub(super) fn show_new(model: &mut Model, document: Document) -> Vec<Effect> {
    let count = document.annotations().len();
    let effects = show(model, Session::of_new(document));
    model.notify(Notice::Opened(count));
    effects
}

/// Makes `session` the view.
pub(super) fn show(model: &mut Model, session: Session) -> Vec<Effect> {
    let id = session.document().id().clone();
    let before = model.session().map(|own| own.document().id().clone());
    let release = before.filter(|before| *before != id).map(Effect::Release);
    model.view = View::Article(Box::new(session));
    model.shelf_complete = false;
    model.dialog = model.dialog.take().filter(|dialog| matches!(dialog, Dialog::Problems(_)));
    model.notice = None;
    let mut effects: Vec<Effect> = release.into_iter().collect();
    effects.extend([Effect::Hold(id.clone()), Effect::Locate(Some(id)), Effect::FocusView]);
    effects
}

/// Takes the new title of the article asked about. Its last steps are read first: a write goes
/// through only when this tab has seen what other tabs wrote.
pub(super) fn rename(model: &mut Model, title: &str) -> Vec<Effect> {
    let Some(Dialog::Rename(id)) = model.dialog.take() else {
        return Vec::new();
    };
    let title = title.trim();
    let Some(entry) = model.shelf.iter().find(|entry| entry.id == id) else {
        return Vec::new();
    };
    if title.is_empty() || entry.metadata.title == title {
        return Vec::new();
    }
    let read = Effect::LoadSteps(id.clone(), entry.head);
    model.renaming = Some((id, title.to_owned()));
    vec![read]
}

/// Gives a kept article its new title: one step of its own history.
fn retitle(
    model: &mut Model,
    moment: &Moment,
    title: String,
    loaded: Result<(Entry, Vec<Step>), StorageError>,
) -> Vec<Effect> {
    let mut entry = match loaded {
        Ok((entry, _)) => entry,
        Err(error) => {
            model.notify(Notice::Storage(error));
            return Vec::new();
        }
    };
    let before = entry.metadata.clone();
    let after = Metadata { title, ..before.clone() };
    let edit = Edit::Describe { before: Box::new(before), after: Box::new(after.clone()) };
    let step = Step { edits: vec![edit], at: moment.now.clone() };
    let from = entry.head;
    entry.metadata = after;
    entry.modified = moment.now.clone();
    entry.head += 1;
    vec![Effect::Append(Box::new(entry), from, vec![step]), Effect::ReadShelf]
}

/// Marks an article as deleted, which can be taken back.
pub(super) fn delete(model: &mut Model, moment: &Moment, id: DocumentId) -> Vec<Effect> {
    let Some(entry) = model.shelf.iter_mut().find(|entry| entry.id == id) else {
        return Vec::new();
    };
    entry.deleted = Some(moment.now.clone());
    let title = entry.metadata.title.clone();
    model.notify(Notice::ArticleDeleted(id.clone(), title));
    vec![Effect::MarkDeleted(id, Some(moment.now.clone()))]
}

/// Takes the deletion of an article back.
pub(super) fn restore(model: &mut Model, id: DocumentId) -> Vec<Effect> {
    if let Some(entry) = model.shelf.iter_mut().find(|entry| entry.id == id) {
        entry.deleted = None;
        let title = entry.metadata.title.clone();
        model.notify(Notice::ArticleRestored(title));
    }
    vec![Effect::MarkDeleted(id, None)]
}

/// Deletes an article for good when that is asked for a second time: nothing brings it back.
pub(super) fn forget(model: &mut Model, id: DocumentId) -> Vec<Effect> {
    let Some(at) = model.shelf.iter().position(|entry| entry.id == id) else {
        return Vec::new();
    };
    if model.forgetting() != Some(&id) {
        let title = model.shelf[at].metadata.title.clone();
        model.notify(Notice::ForgetAsked(id, title));
        return Vec::new();
    }
    let title = model.shelf.remove(at).metadata.title;
    model.notify(Notice::ArticleForgotten(title));
    vec![Effect::Forget(id), Effect::ReadShelf]
}

/// Notes how a write ended.
pub(super) fn saved(
    model: &mut Model,
    id: &DocumentId,
    result: Result<(), StorageError>,
) -> Vec<Effect> {
    if let Some(session) = model.session_mut().filter(|own| own.document().id() == id) {
        session.keeping_mut().ended(result);
    } else if let Err(error) = result {
        model.notify(Notice::Storage(error));
    }
    Vec::new()
}

/// Sets what is known of the open article; letter by letter it is one step.
pub(super) fn describe(
    model: &mut Model,
    now: &Timestamp,
    alter: impl FnOnce(&mut Metadata),
) -> Vec<Effect> {
    super::annotate::edit(model, now, Joined::Typing, |session| {
        let before = session.document().metadata().clone();
        let mut after = before.clone();
        alter(&mut after);
        let edit =
            Edit::Describe { before: Box::new(before.clone()), after: Box::new(after.clone()) };
        (after != before).then(|| vec![edit])
    });
    Vec::new()
}

/// Lets this tab write, or makes it follow the one that does.
pub(super) fn give_role(model: &mut Model, id: &DocumentId, role: Role) -> Vec<Effect> {
    let Some(session) = model.session_mut().filter(|own| own.document().id() == id) else {
        return Vec::new();
    };
    session.role = match (session.role, role) {
        (Role::Follower, Role::Writer) => Role::Joining,
        _ => role,
    };
    match session.role {
        Role::Writer => Vec::new(),
        Role::Follower | Role::Joining => vec![Effect::LoadSteps(id.clone(), 0)],
    }
}

/// Reads what another tab changed.
pub(super) fn catch_up(model: &Model, id: DocumentId, from: usize) -> Vec<Effect> {
    let open = model.session().filter(|own| *own.document().id() == id);
    match open {
        // The start view of another tab may rename what this one writes.
        Some(session) if session.role == Role::Follower || session.keeping().is_done() => {
            vec![Effect::LoadSteps(id, from.min(session.history().steps().len()))]
        }
        _ => vec![Effect::ReadShelf],
    }
}

/// Takes over what another tab changed.
pub(super) fn follow(
    model: &mut Model,
    moment: &Moment,
    id: &DocumentId,
    from: usize,
    loaded: Result<(Entry, Vec<Step>), StorageError>,
) -> Vec<Effect> {
    if let Some((_, title)) = model.renaming.take_if(|(renamed, _)| renamed == id) {
        return retitle(model, moment, title, loaded);
    }
    let Some(session) = model.session_mut().filter(|own| own.document().id() == id) else {
        return Vec::new();
    };
    let joining = session.role == Role::Joining;
    if joining {
        session.role = Role::Writer;
    }
    match loaded {
        Ok((entry, steps)) => match session.follow(from, steps, entry.head) {
            Ok(()) => {
                if joining {
                    model.notify(Notice::TakenOver);
                }
                Vec::new()
            }
            // The other tab's history took another way: read it all.
            Err(_) => vec![Effect::Load(id.clone())],
        },
        // Not kept yet: there is nothing to follow.
        Err(StorageError::Missing(_)) => Vec::new(),
        Err(error) => {
            model.notify(Notice::Storage(error));
            Vec::new()
        }
    }
}
