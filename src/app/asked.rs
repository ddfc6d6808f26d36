//! What was asked for: an action of the page with its subject and value, as the message it means.

use super::action::{Action, CHARACTER, FURTHER};
use super::attribute::Attribute;
use super::cursor::{Edge, Motion, Selecting, Side, Stride};
use super::filter::Facet;
use super::find::Switch;
use super::msg::{Field, Msg, SpeakerField};
use crate::document::check::{Profile, Rule};
use crate::document::{AnnotationId, Constituent, DocumentId, Label, SpeakerId};
use crate::format::Format;
use crate::text::{Snap, Way};

impl Action {
    /// Returns what happened when a control with this action was used.
    ///
    /// `subject` is what the control stands for (its `data-subject`), `value` what it holds.
    /// `None` when one of them is needed and missing or makes no sense.
    pub fn msg(self, subject: Option<&str>, value: Option<&str>) -> Option<Msg> {
        let annotation = || subject.map(|id| AnnotationId(id.to_owned()));
        let article = || subject.map(|id| DocumentId(id.to_owned()));
        let speaker = || subject.map(|id| SpeakerId(id.to_owned()));
        let switched = || value.map(|value| value == "on");
        let typed = || value.map(str::to_owned);
        let index = || value.map_or(Some(0), |value| value.parse().ok());
        let label = || Label::ALL.into_iter().find(|label| Some(label.word()) == value);
        let selecting = if value == Some(FURTHER) { Selecting::Further } else { Selecting::Anew };
        let stride = if value == Some(CHARACTER) { Stride::Character } else { Stride::Word };
        let moved = |motion| Msg::CaretMoved(motion, selecting);
        let stepped = |edge, side| Msg::EdgeStepped(edge, stride, side);
        Some(match self {
            Action::OpenFile => Msg::FileAsked,
            Action::TrySample => Msg::SampleAsked,
            Action::TakeTyped => Msg::TextPasted(typed()?),
            Action::PickArticle => Msg::ArticlePicked(article()?),
            Action::RenameArticle => Msg::RenameAsked(article()?),
            Action::EndRename => Msg::RenameEnded(typed()?),
            Action::DeleteArticle => Msg::ArticleDeleted(article()?),
            Action::RestoreArticle => Msg::ArticleRestored(article()?),
            Action::ForgetArticle => Msg::ForgetAsked(article()?),
            Action::KeepLine => Msg::LineSwitched(subject?.parse().ok()?, switched()?),
            Action::KeepFurniture => Msg::FurnitureSwitched(switched()?),
            Action::JoinLines => Msg::JoinSwitched(switched()?),
            Action::ShowMoreLines => Msg::MoreLinesAsked,
            Action::SetField => Msg::FieldSet(Field::named(subject?)?, typed()?),
            Action::AcceptDraft => Msg::DraftAccepted,
            Action::DropDraft | Action::ShowStart => Msg::StartAsked,
            Action::TagClaim => Msg::LabelChosen(Label::Claim),
            Action::TagQuote => Msg::LabelChosen(Label::Quote),
            Action::TagAttribution => Msg::LabelChosen(Label::Attribution),
            Action::PickAnnotation => Msg::AnnotationPicked(annotation()?),
            Action::NextAnnotation => Msg::NextAsked,
            Action::PreviousAnnotation => Msg::PreviousAsked,
            Action::CharacterLeft => moved(Motion::CharacterLeft),
            Action::CharacterRight => moved(Motion::CharacterRight),
            Action::WordLeft => moved(Motion::WordLeft),
            Action::WordRight => moved(Motion::WordRight),
            Action::SentenceUp => moved(Motion::SentenceUp),
            Action::SentenceDown => moved(Motion::SentenceDown),
            Action::SentenceStart => moved(Motion::SentenceStart),
            Action::SentenceEnd => moved(Motion::SentenceEnd),
            Action::ArticleStart => moved(Motion::ArticleStart),
            Action::ArticleEnd => moved(Motion::ArticleEnd),
            Action::PageUp => Msg::PageTurned(Way::Back, selecting),
            Action::PageDown => Msg::PageTurned(Way::Ahead, selecting),
            Action::NextSuggestion => Msg::SuggestionStepped(Way::Ahead),
            Action::PreviousSuggestion => Msg::SuggestionStepped(Way::Back),
            Action::OpenCard => Msg::CardAsked,
            Action::Extend => Msg::ExtendAsked,
            Action::RemoveFragment => Msg::FragmentRemoved(annotation()?, value?.parse().ok()?),
            Action::StartLeft => stepped(Edge::Start, Side::Left),
            Action::StartRight => stepped(Edge::Start, Side::Right),
            Action::EndLeft => stepped(Edge::End, Side::Left),
            Action::EndRight => stepped(Edge::End, Side::Right),
            Action::SnapTo => {
                Msg::SnapChosen(Snap::ALL.into_iter().find(|snap| Some(snap.word()) == value)?)
            }
            Action::SelectSentence => Msg::SentenceAsked,
            Action::MergeSentences => Msg::MergeAsked,
            Action::SplitSentence => Msg::SplitAsked,
            Action::ResplitSentences => Msg::ResplitAsked,
            Action::ToggleNumbers => Msg::NumbersToggled,
            Action::Relabel => Msg::LabelChanged(annotation()?, label()?),
            Action::SetNote => Msg::NoteTyped(annotation()?, typed()?),
            Action::DeleteAnnotation => Msg::DeletionAsked(annotation()),
            Action::Link => Msg::LinkAsked,
            Action::Alike => Msg::AlikeAsked,
            Action::AlikeCase => Msg::AlikeCaseTurned,
            Action::Find => Msg::FindAsked,
            Action::FindFor => Msg::FindTyped(typed()?),
            Action::FindNext => Msg::FindStepped(Way::Ahead),
            Action::FindPrevious => Msg::FindStepped(Way::Back),
            Action::SwitchFind => Msg::FindSwitched(Switch::named(value?)?),
            Action::CloseFind => Msg::FindClosed,
            Action::MarkSource => Msg::ConstituentMarked(Constituent::Source),
            Action::MarkCue => Msg::ConstituentMarked(Constituent::Cue),
            Action::MarkAddressee => Msg::ConstituentMarked(Constituent::Addressee),
            Action::TakeProposal => Msg::ProposalTaken(index()?),
            Action::DropProposal => Msg::ProposalDropped(index()?),
            Action::TakeAll => Msg::ProposalsTaken,
            Action::CutLink => Msg::LinkCut(annotation()?, AnnotationId(typed()?)),
            Action::RemovePart => {
                let (which, index) = value?.split_once(' ')?;
                let which = Constituent::ALL.into_iter().find(|own| own.word() == which)?;
                let id = annotation()?;
                Msg::ConstituentRemoved(id, which, index.parse().ok()?)
            }
            Action::SetAttribute => {
                let (which, choice) = value?.split_once(' ')?;
                let id = annotation()?;
                Msg::AttributeSet(id, Attribute::numbered(which)?, choice.to_owned())
            }
            Action::NameSpeaker => {
                let id = annotation()?;
                match value?.trim() {
                    "" => Msg::SpeakerChosen(id, None),
                    name => Msg::SpeakerNamed(id, name.to_owned()),
                }
            }
            Action::ShowSpeakers => Msg::RegisterAsked,
            Action::SetSpeakerName => Msg::SpeakerSet(speaker()?, SpeakerField::Name, typed()?),
            Action::SetSpeakerKind => Msg::SpeakerSet(speaker()?, SpeakerField::Kind, typed()?),
            Action::SetSpeakerWeb => Msg::SpeakerSet(speaker()?, SpeakerField::SameAs, typed()?),
            Action::AddAlias => Msg::SpeakerSet(speaker()?, SpeakerField::Alias, typed()?),
            Action::SplitSpeaker => Msg::SpeakerSplit(speaker()?, typed()?),
            Action::MergeSpeakers => {
                let gone = typed().filter(|id| !id.is_empty())?;
                Msg::SpeakersMerged(speaker()?, SpeakerId(gone))
            }
            Action::RemoveSpeaker => Msg::SpeakerRemoved(speaker()?),
            Action::ChooseProfile => Msg::ProfileChosen(Profile::named(value?)?),
            Action::Fix => Msg::FixAsked(match value {
                Some(name) => Some(Rule::named(name)?),
                None => None,
            }),
            Action::NextProblem => Msg::ProblemAsked,
            Action::AcceptSuggestion => Msg::SuggestionAccepted,
            Action::EditSuggestion => Msg::SuggestionEdited,
            Action::RejectSuggestion => Msg::SuggestionRejected,
            Action::AcceptSure => Msg::SureAccepted,
            Action::Undo => Msg::UndoAsked,
            Action::Redo => Msg::RedoAsked,
            Action::ShowExport => Msg::ExportAsked,
            Action::ChooseFormat => Msg::FormatChosen(Format::of(value?)?),
            Action::TakeExport => Msg::ExportTaken,
            Action::Download => Msg::DownloadAsked,
            Action::ShowDetails => Msg::DetailsAsked,
            Action::ShowHelp => Msg::HelpAsked,
            Action::ShowSettings => Msg::SettingsAsked,
            Action::SetSetting => Msg::SettingSet(subject?.to_owned(), typed()?),
            Action::ChangeKey => Msg::KeyAsked(Action::named(value?)?),
            Action::ResetKeys => Msg::KeysReset,
            Action::CloseDialog => Msg::DialogClosed,
            Action::TakeOver => Msg::TakeOverAsked,
            Action::DismissNotice => Msg::NoticeDismissed,
            Action::RetrySave => Msg::RetryAsked,
            Action::ToggleList => Msg::ListToggled,
            Action::Filter => Msg::FilterToggled,
            Action::FilterBy => Msg::FacetToggled(Facet::named(value?)?),
            Action::FilterSource => Msg::SourceSought(typed()?),
            Action::ShowAll => Msg::AllAsked,
            Action::ToggleLabel => Msg::LabelToggled(label()?),
            Action::LetGo => Msg::LetGoAsked,
        })
    }
}
