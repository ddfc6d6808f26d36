//! Reads annotations and speakers.

use super::anchor::Anchor;
use super::fault::Fault;
use super::fields::Fields;
use super::problem::{Log, short};
use super::targets::{target, targets};
use super::words::Word;
use crate::document::{
    Annotation, AnnotationId, Attribution, Body, Claimer, Extra, Label, Origin, Speaker, SpeakerId,
};

/// The id that stands for the article in `claimer`.
const AUTHOR: &str = "author";

/// Reads an annotation; its id may be empty, and its links may lead nowhere.
///
/// `None` when it has no label or no target that is good.
pub(super) fn annotation(mut fields: Fields, anchor: &Anchor, log: &mut Log) -> Option<Annotation> {
    let id = AnnotationId(fields.plain("id", log));
    let label = label(&mut fields, log)?;
    let mut extra = Vec::new();
    let target = match fields.list("target", log) {
        Some((at, items)) => target(items, at, "target", "", anchor, &mut extra, log),
        None => None,
    };
    let Some(target) = target else {
        log.add(fields.at, Fault::NoTarget);
        return None;
    };
    let body = match label {
        Label::Claim => Body::Claim {
            form: fields.word("form", log),
            stance: fields.word("stance", log),
            checkable: fields.flag("checkable", log),
            claimer: fields.text("claimer", log).map(|claimer| match claimer.as_ref() {
                AUTHOR => Claimer::Author,
                id => Claimer::Speaker(SpeakerId(id.to_owned())),
            }),
        },
        Label::Quote => Body::Quote { form: fields.word("form", log) },
        Label::Attribution => Body::Attribution(attribution(&mut fields, anchor, &mut extra, log)),
    };
    let note = fields.plain("note", log);
    let tags = fields.texts("tags", log);
    let creator = fields.plain("creator", log);
    let created = fields.time("created", log);
    let modified = fields.time("modified", log);
    let origin = origin(&mut fields, log);
    fields.rest("", &mut extra);
    Some(Annotation { id, target, body, note, tags, creator, created, modified, origin, extra })
}

fn label(fields: &mut Fields, log: &mut Log) -> Option<Label> {
    let word = fields.text("label", log);
    let label = word.as_deref().and_then(Label::of);
    if label.is_none() {
        log.add(fields.at, Fault::BadLabel { label: word.map(|word| short(&word)) });
    }
    label
}

fn attribution(
    fields: &mut Fields,
    anchor: &Anchor,
    extras: &mut Vec<Extra>,
    log: &mut Log,
) -> Attribution {
    Attribution {
        source: targets(fields, "source", anchor, extras, log),
        cue: targets(fields, "cue", anchor, extras, log),
        addressee: targets(fields, "addressee", anchor, extras, log),
        contents: fields.texts("contents", log).into_iter().map(AnnotationId).collect(),
        speaker: fields.text("speaker", log).map(|id| SpeakerId(id.into_owned())),
        polarity: fields.word("polarity", log),
        medium: fields.word("medium", log),
    }
}

fn origin(fields: &mut Fields, log: &mut Log) -> Origin {
    let Some((at, word)) = fields.placed_text("origin", log) else {
        return Origin::User;
    };
    match word.as_ref() {
        "user" => Origin::User,
        "suggested" => Origin::Suggested { rule: fields.plain("rule", log) },
        "imported" => Origin::Imported { from: fields.plain("from", log) },
        _ => {
            let known = "user, suggested or imported".to_owned();
            log.add(at, Fault::UnknownWord { key: "origin", word: short(&word), known });
            fields.put_back("origin", crate::format::json::Json::String(word));
            Origin::User
        }
    }
}

/// Reads a speaker; its id may be empty.
pub(super) fn speaker(mut fields: Fields, log: &mut Log) -> Speaker {
    let mut speaker = Speaker {
        id: SpeakerId(fields.plain("id", log)),
        name: fields.plain("name", log),
        aliases: fields.texts("aliases", log),
        kind: fields.word("kind", log),
        same_as: fields.plain("sameAs", log),
        extra: Vec::new(),
    };
    fields.rest("", &mut speaker.extra);
    speaker
}
