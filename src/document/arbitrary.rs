//! Arbitrary documents for the laws of any room: hard text, overlapping and split annotations,
//! links, speakers and members that nobody knows.

use super::{
    Annotation, AnnotationId, Attribution, Body, By, Claimer, Document, DocumentId, Extra, Form,
    Medium, Metadata, Origin, Polarity, Rejection, Sentence, Speaker, SpeakerId, SpeakerKind,
    Stance, Target, Timestamp,
};
use crate::text::{Byte, Span};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Makes texts of record in which every way of counting and escaping characters differs.
pub(crate) fn texts() -> impl Strategy<Value = String> {
    let bits = select(vec![
        "a",
        "said ",
        " ",
        "\n",
        "\t",
        "\"",
        "\\",
        "/",
        "“",
        "”",
        "é",
        "e\u{301}",
        "ß",
        "😀",
        "👨‍👩‍👧",
        "🇫🇷",
        "قال",
        "שלום",
        "\u{202e}",
        "北京。",
        "\u{85}",
        "\u{2028}",
        "\u{b}",
        "\u{7f}",
        "\u{7}",
        "\u{fffd}",
        "\u{fffe}",
        "\u{10ffff}",
        "\u{a0}",
        "\u{200b}",
        "Ana",
        ".",
        ",",
    ]);
    let any = any::<char>()
        .prop_filter("is never in a text of record", |c| !['\r', '\0', '\u{feff}'].contains(c));
    vec(prop_oneof![9 => bits.prop_map(str::to_owned), 1 => any.prop_map(String::from)], 0..40)
        .prop_map(|bits| bits.concat())
}

/// Makes documents without extra members.
pub(crate) fn documents() -> impl Strategy<Value = Document> {
    seeds(0..1).prop_map(|(text, seed)| seed.document(&text))
}

/// Makes documents whose parts carry extra members at any place, even one that is not there.
pub(crate) fn documents_with_extras() -> impl Strategy<Value = Document> {
    seeds(0..4).prop_map(|(text, seed)| seed.document(&text))
}

/// Makes annotations for `text`, which has at least one character, with the ids `a0`, `a1`, ….
pub(crate) fn annotations(text: String, count: usize) -> impl Strategy<Value = Vec<Annotation>> {
    vec(annotation_seeds(0..1), count).prop_map(move |seeds| {
        let ids: Vec<AnnotationId> =
            (0..seeds.len()).map(|number| AnnotationId(format!("a{number}"))).collect();
        let made = seeds.iter().enumerate();
        made.filter_map(|(own, seed)| seed.annotation(&text, &ids, own, &[])).collect()
    })
}

/// Two ends of a span, as parts of the length of a text that is not known yet.
type Ends = (Index, Index);

#[derive(Clone, Debug)]
struct Seed {
    metadata: Metadata,
    cleaning: Vec<String>,
    sentences: Vec<(Ends, bool)>,
    speakers: Vec<Speaker>,
    annotations: Vec<AnnotationSeed>,
    rejected: Vec<(Ends, String)>,
    times: (Timestamp, Timestamp),
    extra: Vec<(Index, Extra)>,
}

#[derive(Clone, Debug)]
struct AnnotationSeed {
    prefix: &'static str,
    target: Vec<Ends>,
    body: BodySeed,
    own: Annotation,
    extra: Vec<(Index, Extra)>,
}

/// The links of an attribution or a claim, made real when their ends are known.
#[derive(Clone, Debug)]
struct BodySeed {
    body: Body,
    source: Vec<Vec<Ends>>,
    cue: Vec<Vec<Ends>>,
    addressee: Vec<Vec<Ends>>,
    contents: Vec<Index>,
    speaker: Option<Index>,
}

fn seeds(extras: std::ops::Range<usize>) -> impl Strategy<Value = (String, Seed)> {
    let sentences = vec((any::<Ends>(), any::<bool>()), 0..4);
    let speakers = vec(speakers(extras.clone()), 0..3);
    let annotations = vec(annotation_seeds(extras.clone()), 0..5);
    let rejected = vec((any::<Ends>(), words()), 0..3);
    let parts = (metadata(), vec(words(), 0..3), sentences, speakers, annotations, rejected);
    (texts(), parts, (times(), times()), vec(extra(), extras)).prop_map(
        |(text, parts, times, extra)| {
            let (metadata, cleaning, sentences, speakers, annotations, rejected) = parts;
            let mut seed = Seed {
                metadata,
                cleaning,
                sentences,
                speakers,
                annotations,
                rejected,
                times,
                extra,
            };
            for (number, speaker) in seed.speakers.iter_mut().enumerate() {
                speaker.id.0.push_str(&number.to_string());
            }
            (text, seed)
        },
    )
}

fn annotation_seeds(extras: std::ops::Range<usize>) -> impl Strategy<Value = AnnotationSeed> {
    let prefix = select(vec!["a", "é", "x y", "\"", "urn:uuid:"]);
    let origin = prop_oneof![
        Just(Origin::User),
        words().prop_map(|rule| Origin::Suggested { rule }),
        words().prop_map(|from| Origin::Imported { from }),
    ];
    let own = (words(), vec(words(), 0..3), words(), option::of(times()), option::of(times()));
    (prefix, vec(any::<Ends>(), 1..5), body_seeds(), own, origin, vec(extra(), extras)).prop_map(
        |(prefix, target, body, (note, tags, creator, created, modified), origin, extra)| {
            let own = Annotation {
                id: AnnotationId(String::new()),
                target: Target::from(Span::new("a", Byte(0), Byte(1)).unwrap()),
                body: body.body.clone(),
                note,
                tags,
                creator,
                created,
                modified,
                origin,
                extra: Vec::new(),
            };
            AnnotationSeed { prefix, target, body, own, extra }
        },
    )
}

fn body_seeds() -> impl Strategy<Value = BodySeed> {
    let form = || option::of(select(vec![Form::Direct, Form::Indirect, Form::Mixed]));
    let stance = option::of(select(vec![Stance::Affirms, Stance::Refutes]));
    let polarity = select(vec![Polarity::Asserted, Polarity::Negated, Polarity::Hypothetical]);
    let medium = select(vec![Medium::Speech, Medium::Writing, Medium::Thought]);
    let claimer = option::of(Just(Claimer::Author));
    let claim = (form(), stance, option::of(any::<bool>()), claimer).prop_map(
        |(form, stance, checkable, claimer)| Body::Claim { form, stance, checkable, claimer },
    );
    let quote = form().prop_map(|form| Body::Quote { form });
    let attribution = (option::of(polarity), option::of(medium)).prop_map(|(polarity, medium)| {
        Body::Attribution(Attribution { polarity, medium, ..Attribution::default() })
    });
    let spans = || vec(vec(any::<Ends>(), 1..3), 0..3);
    let links = (vec(any::<Index>(), 0..4), option::of(any::<Index>()));
    (prop_oneof![claim, quote, attribution], spans(), spans(), spans(), links).prop_map(
        |(body, source, cue, addressee, (contents, speaker))| BodySeed {
            body,
            source,
            cue,
            addressee,
            contents,
            speaker,
        },
    )
}

fn speakers(extras: std::ops::Range<usize>) -> impl Strategy<Value = Speaker> {
    let kind = option::of(select(vec![
        SpeakerKind::Person,
        SpeakerKind::Organisation,
        SpeakerKind::Group,
        SpeakerKind::Document,
        SpeakerKind::Unnamed,
    ]));
    let extra = vec(extra(), extras);
    (select(vec!["s", "π", " "]), words(), vec(words(), 0..3), kind, words(), extra).prop_map(
        |(id, name, aliases, kind, same_as, extra)| {
            let extra = extra.into_iter().map(|(_, extra)| extra).collect();
            Speaker { id: SpeakerId(id.to_owned()), name, aliases, kind, same_as, extra }
        },
    )
}

fn metadata() -> impl Strategy<Value = Metadata> {
    let published = prop_oneof![Just(String::new()), Just("2016-10-05".to_owned())];
    let language = select(vec!["", "en", "zh-Hant"]);
    (words(), words(), words(), vec(words(), 0..3), published, language).prop_map(
        |(title, url, outlet, authors, published, language)| {
            let language = language.to_owned();
            Metadata { title, url, outlet, authors, published, language }
        },
    )
}

/// Makes an extra member of a key that no version knows, somewhere in its carrier.
fn extra() -> impl Strategy<Value = (Index, Extra)> {
    let after = select(vec![
        "id", "label", "target", "note", "start", "exact", "text", "version", "origin", "x1",
        "nowhere",
    ]);
    let key = prop_oneof![(0..4u8).prop_map(|n| format!("x{n}")), "x\\PC{0,4}"];
    let json = select(vec![
        "null",
        "true",
        "-0.0",
        "1e400",
        "12345678901234567890123",
        "\"é\\u0007\\\\😀\"",
        "[]",
        "{}",
        "[[[]],{}]",
        "{\"a\":[1,{\"b\":null,\"\":2.50}],\"start\":1}",
    ]);
    let extra = (option::of(after), key, json).prop_map(|(after, key, json)| Extra {
        path: String::new(),
        after: after.map(str::to_owned),
        key,
        json: json.to_owned(),
    });
    (any::<Index>(), extra)
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![2 => Just(String::new()), 2 => "[A-Z][a-z]{0,6}", 1 => "\\PC{0,8}", 1 => any::<String>()]
}

fn times() -> impl Strategy<Value = Timestamp> {
    (1970..2100u16, 1..=12u8, 1..=28u8, 0..24u8, 0..60u8).prop_map(
        |(year, month, day, hour, minute)| {
            let text = format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:09Z");
            Timestamp::parse(&text).expect("every field is in its range")
        },
    )
}

impl Seed {
    fn document(self, text: &str) -> Document {
        let mut sentences: Vec<Sentence> = Vec::new();
        let mut spans: Vec<(Span, bool)> = self
            .sentences
            .iter()
            .filter_map(|(ends, user)| Some((span(text, *ends)?, *user)))
            .collect();
        spans.sort();
        for (span, user) in spans {
            if sentences.last().is_none_or(|last| last.span.end() <= span.start()) {
                sentences.push(Sentence { span, by: if user { By::User } else { By::Rules } });
            }
        }
        let rejected: Vec<Rejection> = self
            .rejected
            .into_iter()
            .filter_map(|(ends, rule)| Some(Rejection { span: span(text, ends)?, rule }))
            .collect();
        let mut paths = vec![String::new(), "document".into(), "document/length".into()];
        paths.extend(sentences.iter().map(|one| path("document/sentences", one.span)));
        paths.extend((0..rejected.len()).map(|index| format!("rejected/{index}")));
        let (created, modified) = self.times;
        let id = DocumentId("urn:uuid:00000000-0000-4000-8000-000000000001".to_owned());
        let mut document =
            Document::new(id, text, self.metadata, self.cleaning, sentences, created)
                .with_modified(modified)
                .with_rejected(rejected)
                .with_extra(placed(&self.extra, &paths));
        let ids: Vec<AnnotationId> = (self.annotations.iter().enumerate())
            .map(|(number, seed)| AnnotationId(format!("{}{number}", seed.prefix)))
            .collect();
        for (own, seed) in self.annotations.iter().enumerate() {
            if let Some(annotation) = seed.annotation(text, &ids, own, &self.speakers) {
                document.add(annotation).expect("it was made for this text");
            }
        }
        document.with_speakers(self.speakers)
    }
}

impl AnnotationSeed {
    /// Makes the annotation of the id `ids[own]`; `None` when the text is empty.
    fn annotation(
        &self,
        text: &str,
        ids: &[AnnotationId],
        own: usize,
        speakers: &[Speaker],
    ) -> Option<Annotation> {
        let own_target = target(text, &self.target)?;
        let mut paths: Vec<String> = vec![String::new()];
        paths.extend(own_target.fragments().iter().map(|fragment| path("target", *fragment)));
        let speaker = self
            .body
            .speaker
            .filter(|_| !speakers.is_empty())
            .map(|at| at.get(speakers).id.clone());
        let mut body = self.body.body.clone();
        match &mut body {
            Body::Claim { claimer, .. } => {
                *claimer = claimer.take().or(speaker.map(Claimer::Speaker));
            }
            Body::Quote { .. } => {}
            Body::Attribution(attribution) => {
                let targets = |seeds: &[Vec<Ends>]| {
                    seeds.iter().filter_map(|ends| target(text, ends)).collect::<Vec<_>>()
                };
                attribution.source = targets(&self.body.source);
                attribution.cue = targets(&self.body.cue);
                attribution.addressee = targets(&self.body.addressee);
                attribution.speaker = speaker;
                let contents = self.body.contents.iter().map(|at| at.index(ids.len()));
                attribution.contents =
                    contents.filter(|at| *at != own).map(|at| ids[at].clone()).collect();
                for (index, cue) in attribution.cue.iter().enumerate() {
                    let list = format!("cue/{index}");
                    paths.extend(cue.fragments().iter().map(|fragment| path(&list, *fragment)));
                }
            }
        }
        let extra = placed(&self.extra, &paths);
        let (id, target) = (ids[own].clone(), own_target);
        Some(Annotation { id, target, body, extra, ..self.own.clone() })
    }
}

fn placed(extras: &[(Index, Extra)], paths: &[String]) -> Vec<Extra> {
    extras
        .iter()
        .map(|(at, extra)| Extra { path: at.get(paths).clone(), ..extra.clone() })
        .collect()
}

fn path(list: &str, span: Span) -> String {
    format!("{list}/{}-{}", span.start().0, span.end().0)
}

/// Makes a target of spans that may overlap, by joining those that touch.
fn target(text: &str, ends: &[Ends]) -> Option<Target> {
    Target::joined(ends.iter().filter_map(|ends| span(text, *ends)).collect())
}

/// Makes the span between two gaps of `text`, or of one character; `None` when the text is empty.
fn span(text: &str, (one, other): Ends) -> Option<Span> {
    let gaps: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    if gaps.len() < 2 {
        return None;
    }
    let (one, other) = (one.index(gaps.len() - 1), other.index(gaps.len() - 1));
    let (start, end) = (gaps[one.min(other)], gaps[one.max(other) + 1]);
    Span::new(text, Byte(start), Byte(end)).ok()
}
