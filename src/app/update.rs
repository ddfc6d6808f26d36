//! The update: what follows from each message.
//!
//! Deterministic: no clock, no randomness, no input or output. Time and fresh ids come in with
//! every message, and what the browser must do goes out as effects.

mod annotate;
mod bring;
mod cursor;
mod edges;
mod export;
mod filter;
mod find;
mod keep;
mod link;
mod occurrences;
mod offer;
mod open;
mod sentence;
mod settings;
mod speakers;
mod suggest;
#[cfg(test)]
mod tests;

use super::effect::Effect;
use super::model::{Dialog, KeyChange, Model, View};
use super::msg::{Moment, Msg};
use super::notice::{Notice, Refusal};
use crate::format::Format;
use crate::text::{Byte, Way};

/// Changes `model` by what happened and returns what the browser must do.
pub fn update(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    let notices = model.notices;
    let mut effects = respond(model, moment, msg);
    if model.notices != notices {
        effects.push(Effect::TimeNotice(model.notices));
    }
    let shown = model.settings.suggestions;
    if let Some(session) = model.session_mut() {
        effects.extend(session.settle());
        effects.extend(session.settle_searches());
        effects.extend(session.suggest(shown));
    }
    effects
}

fn respond(model: &mut Model, moment: &Moment, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Awoken(tags, kept) => settings::awake(model, &tags, kept.as_deref()),
        Msg::SettingsRead(kept) => settings::read(model, &kept),
        Msg::SettingsAsked => show(model, Dialog::Settings(KeyChange::Idle)),
        Msg::SettingSet(name, value) => settings::set(model, &name, &value),
        Msg::KeyAsked(action) => settings::ask_key(model, action),
        Msg::KeyGiven(chord) => settings::give_key(model, chord),
        Msg::KeysReset => settings::reset_keys(model),
        Msg::Started(entries, open) => keep::start(model, entries, open),
        Msg::ShelfRead(entries) => keep::shelve(model, entries),
        Msg::ShelfChanged => vec![Effect::ReadShelf],
        Msg::Located(id) => keep::locate(model, id),

        Msg::TextPasted(text) => bring::paste_text(model, moment, text),
        Msg::PagePasted(blocks, facts) => bring::paste_page(model, blocks, facts),
        Msg::FileAsked => vec![Effect::PickFile],
        Msg::FilesRead(files) => open::files(model, moment, files),
        Msg::FileFailed(name, reason) => bring::refuse(model, Refusal::Unreadable(name, reason)),
        Msg::SampleAsked => bring::open_sample(model),
        Msg::LineSwitched(line, kept) => bring::change(model, |draft| draft.keep_line(line, kept)),
        Msg::FurnitureSwitched(kept) => bring::change(model, |draft| draft.keep_furniture(kept)),
        Msg::JoinSwitched(joined) => bring::rejoin(model, joined),
        Msg::MoreLinesAsked => bring::change(model, super::preview::Preview::show_more),
        Msg::FieldSet(field, value) => bring::set_field(model, moment, field, &value),
        Msg::DraftAccepted => bring::accept(model, moment),

        Msg::StartAsked => keep::leave(model),
        Msg::ArticlePicked(id) => vec![Effect::Load(id)],
        Msg::ArticleLoaded(id, stored) => keep::open(model, moment, &id, *stored),
        Msg::RenameAsked(id) => show(model, Dialog::Rename(id)),
        Msg::RenameEnded(title) => keep::rename(model, &title),
        Msg::ArticleDeleted(id) => keep::delete(model, moment, id),
        Msg::ArticleRestored(id) => keep::restore(model, id),
        Msg::ForgetAsked(id) => keep::forget(model, id),

        Msg::TextSelected(anchor, head, fit) => cursor::select(model, anchor, head, fit),
        Msg::FragmentSelected(anchor, head, fit) => {
            let effects = cursor::select(model, anchor, head, fit);
            effects.into_iter().chain(edges::extend(model, moment)).collect()
        }
        Msg::SelectionCleared => cursor::clear(model),
        Msg::SentencePicked(place) => cursor::pick_sentence(model, place),
        Msg::QuotePicked(place) => cursor::pick_quote(model, place),
        Msg::TextEntered => cursor::enter(model),
        Msg::CaretMoved(motion, selecting) => cursor::go(model, motion, selecting),
        Msg::PageTurned(way, selecting) => cursor::turn(model, way, selecting),
        Msg::CaretPut(place, selecting) => cursor::put(model, place, selecting),
        Msg::CardAsked => suggest::open_card(model, moment),
        Msg::CardLeft => cursor::leave_card(model),
        Msg::FindAsked => find::open(model),
        Msg::FindTyped(pattern) => find::type_in(model, pattern),
        Msg::FindSwitched(switch) => find::switch(model, switch),
        Msg::FindStepped(way) => find::step(model, way),
        Msg::FindClosed => find::close(model),
        Msg::SearchWentOn(took) => match model.session_mut() {
            Some(session) => {
                session.search_on(took);
                find::go_on(session)
            }
            None => Vec::new(),
        },
        Msg::AlikeAsked => occurrences::look(model),
        Msg::AlikeCaseTurned => occurrences::turn_case(model),
        Msg::SelectionOutlasted(number) => occurrences::rested(model, number),
        Msg::ExtendAsked => edges::extend(model, moment),
        Msg::FragmentRemoved(id, fragment) => edges::remove_fragment(model, moment, &id, fragment),
        Msg::EdgeStepped(edge, stride, side) => edges::step(model, moment, edge, stride, side),
        Msg::EdgeDragged(fragment, edge, place, fit) => {
            edges::drag(model, fragment, edge, place, fit)
        }
        Msg::EdgeDropped => edges::drop(model, moment),
        Msg::TextClicked(ids, place) => suggest::click(model, moment, &ids, place),
        Msg::SnapChosen(snap) => settings::set(model, "snap", snap.word()),
        Msg::SentenceAsked => sentence::select(model),
        Msg::MergeAsked => sentence::merge(model, moment),
        Msg::SplitAsked => sentence::split(model, moment),
        Msg::ResplitAsked => sentence::resplit(model, moment),
        Msg::NumbersToggled => lay_out(model, |session| session.layout_mut().toggle_numbers()),
        Msg::LabelChosen(label) => occurrences::tag(model, moment, label)
            .unwrap_or_else(|| annotate::tag(model, moment, label)),
        Msg::AnnotationPicked(id) => annotate::pick(model, moment, id),
        Msg::NextAsked => annotate::step(model, Way::Ahead),
        Msg::PreviousAsked => annotate::step(model, Way::Back),
        Msg::LabelChanged(id, label) => annotate::relabel(model, moment, &id, label),
        Msg::NoteTyped(id, note) => annotate::note(model, moment, &id, note),
        Msg::DeletionAsked(id) => suggest::delete(model, moment, id.as_ref()),
        Msg::LinkAsked => link::ask(model, moment),
        Msg::LinkMade(one, other) => link::make(model, moment, &one, &other),
        Msg::LinkCut(from, to) => link::cut(model, moment, &from, &to),
        Msg::ConstituentMarked(constituent) => link::mark(model, moment, constituent),
        Msg::ConstituentRemoved(id, constituent, index) => {
            link::unmark(model, moment, &id, constituent, index)
        }
        Msg::ProposalTaken(index) => offer::take(model, moment, index),
        Msg::ProposalsTaken => offer::take_all(model, moment),
        Msg::ProposalDropped(index) => offer::drop(model, moment, index),
        Msg::FixAsked(rule) => offer::fix(model, moment, rule),
        Msg::ProblemAsked => offer::next_problem(model),
        Msg::ProfileChosen(profile) => {
            lay_out(model, |session| session.layout_mut().set_profile(profile))
        }
        Msg::AttributeSet(id, attribute, value) => {
            speakers::set_attribute(model, moment, &id, attribute, &value)
        }
        Msg::SpeakerChosen(id, speaker) => speakers::choose(model, moment, &id, speaker),
        Msg::SpeakerNamed(id, name) => speakers::name(model, moment, &id, &name),
        Msg::RegisterAsked => {
            model.notice = None;
            show(model, Dialog::Register)
        }
        Msg::SpeakerSet(id, field, value) => speakers::set_field(model, moment, &id, field, &value),
        Msg::SpeakersMerged(kept, gone) => speakers::merge(model, moment, &kept, &gone),
        Msg::SpeakerSplit(id, alias) => speakers::split(model, moment, &id, &alias),
        Msg::SpeakerRemoved(id) => speakers::remove(model, moment, &id),
        Msg::SuggestionStepped(way) => suggest::step(model, way),
        Msg::SuggestionAccepted => suggest::accept(model, moment),
        Msg::SuggestionEdited => suggest::accept_to_edit(model, moment),
        Msg::SuggestionRejected => suggest::reject(model, moment),
        Msg::SureAccepted => suggest::accept_sure(model, moment),
        Msg::SuggestionsDue => lay_out(model, |session| session.suggesting.due()),
        Msg::UndoAsked => annotate::undo(model),
        Msg::RedoAsked => annotate::redo(model),
        Msg::BlocksNeared(blocks) => lay_out(model, |session| {
            blocks.iter().for_each(|&(block, near)| session.layout_mut().bring_near(block, near));
        }),
        Msg::CardsNeared(blocks) => lay_out(model, |session| {
            blocks.iter().for_each(|&(block, near)| session.layout_mut().list(block, near));
        }),
        Msg::ListToggled => lay_out(model, |session| session.list_open = !session.list_open),
        Msg::FilterToggled => lay_out(model, |session| session.filter_open = !session.filter_open),
        Msg::FacetToggled(facet) => filter::change(model, |own| own.turn(facet)),
        Msg::SourceSought(source) => filter::change(model, |own| own.seek_source(&source)),
        Msg::AllAsked => filter::show_all(model),
        Msg::LabelToggled(label) => filter::toggle_label(model, label),
        Msg::PrintBegan => lay_out(model, |session| {
            let layout = session.layout_mut();
            let blocks = layout.blocks().len();
            (0..blocks).for_each(|block| layout.bring_near(block, true));
        }),
        Msg::DownloadAsked => export::give(model, Format::Ascribe),

        Msg::ExportAsked => export::show(model, Format::Ascribe),
        Msg::FormatChosen(format) => export::show(model, format),
        Msg::ExportTaken => export::take(model),
        Msg::DetailsAsked => show(model, Dialog::Details),
        Msg::HelpAsked => show(model, Dialog::Help),
        Msg::DialogClosed => {
            model.dialog = None;
            model.session_mut().map(super::session::Session::close_step);
            Vec::new()
        }
        Msg::NoticeDismissed => {
            model.notice = None;
            lay_out(model, |session| session.linking = None)
        }
        Msg::NoticeExpired(number) => {
            // What a link leads to is asked until it is made or let go; so is a deletion for good.
            let stays = model.session().is_some_and(|session| session.linking.is_some())
                || model.forgetting().is_some();
            model.notice.take_if(|_| model.notices == number && !stays);
            Vec::new()
        }
        Msg::LetGoAsked => let_go(model),

        Msg::SaveEnded(id, result) => keep::saved(model, &id, result),
        Msg::RetryAsked => lay_out(model, |session| session.keeping_mut().retry()),
        Msg::StorageFailed(error) => {
            model.notify(Notice::Storage(error));
            Vec::new()
        }
        Msg::RoleGiven(id, role) => keep::give_role(model, &id, role),
        Msg::ArticleChanged(id, from) => keep::catch_up(model, id, from),
        Msg::StepsLoaded(id, from, loaded) => keep::follow(model, moment, &id, from, loaded),
        Msg::TakeOverAsked => model
            .session()
            .map(|own| Effect::TakeOver(own.document().id().clone()))
            .into_iter()
            .collect(),
    }
}

fn lay_out(model: &mut Model, change: impl FnOnce(&mut super::session::Session)) -> Vec<Effect> {
    model.session_mut().map(change);
    Vec::new()
}

fn show(model: &mut Model, dialog: Dialog) -> Vec<Effect> {
    let fits = match dialog {
        Dialog::Details | Dialog::Register | Dialog::Export(..) => {
            matches!(model.view, View::Article(_))
        }
        Dialog::Rename(ref id) => model.shelf.iter().any(|entry| entry.id == *id),
        Dialog::Help | Dialog::Settings(_) | Dialog::Problems(_) => true,
    };
    model.dialog = fits.then_some(dialog);
    Vec::new()
}

/// Lets go of one thing at a time: the dialog, then what is dragged, then the places of words
/// alike, then a link that was started, then the selection, the suggestion the user is at, the
/// chosen annotation and the find bar. After that the next Tab leaves the text.
fn let_go(model: &mut Model) -> Vec<Effect> {
    if model.dialog.take().is_some() {
        return Vec::new();
    }
    let Some(session) = model.session_mut() else {
        model.notice = None;
        return Vec::new();
    };
    let looked_at = session.alike_mut().0.is_some_and(|alike| std::mem::take(&mut alike.open));
    if session.dragged.take().is_some() || looked_at {
        return Vec::new();
    }
    if session.linking.take().is_some() {
        model.notice = None;
        return Vec::new();
    }
    let caret = session.caret();
    let was_at_one = session.suggesting.leave(caret);
    if session.selection().is_some() {
        session.collapse();
        return cursor::show(model);
    }
    if was_at_one {
        return vec![Effect::FocusText];
    }
    if session.chosen.take().is_some() {
        return Vec::new();
    }
    if session.find().open {
        return find::close(model);
    }
    model.notice = None;
    Vec::new()
}

/// The effects that bring `at` into view.
fn reveal(session: &super::session::Session, at: Byte) -> Option<Effect> {
    session.place(at).map(Effect::ScrollToText)
}
