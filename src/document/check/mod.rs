//! Checks: what in a document may need a second look, as one table of rules.
//!
//! Knows places and data, not sentences, and forbids nothing. A rule looks at one annotation and
//! the few it has to do with, so an edit makes the findings anew of what it touched: that
//! annotation and its [`neighbours`]. Looking at one costs its own words and paragraph and the
//! logarithm of the number of annotations; looking at all costs that for each.

mod edges;
mod links;
#[cfg(test)]
mod tests;

use super::{Annotation, AnnotationId, Annotations, Document, Edit, Timestamp};
use crate::text::Span;
use std::rc::Rc;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// An attribution is linked to nothing that was said.
    WithoutContents,
    /// A quote or claim that nobody is said to have said.
    Unattributed,
    /// Something said, of which no attribution has a source.
    WithoutSource,
    /// An attribution without a cue.
    WithoutCue,
    /// An attribution with more than one cue.
    TwoCues,
    /// A quote mark at an edge whose partner is left out.
    QuoteMark,
    /// A span that starts or ends inside a word.
    InsideWord,
    /// An attribution whose own words are those of its content, too.
    Swallowing,
    /// The same words with the same label as another annotation.
    Duplicate,
}

/// A convention that documents are annotated by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// What Ascribe itself asks for.
    #[default]
    Ascribe,
    /// The Political News Attribution Relations corpus.
    PolNeAR,
    /// The Penn Attribution Relations Corpus.
    Parc,
    /// The BBC's quotes for Citron.
    Citron,
}

impl Profile {
    /// All of them, in the order they are shown.
    pub const ALL: [Profile; 4] =
        [Profile::Ascribe, Profile::PolNeAR, Profile::Parc, Profile::Citron];

    /// Returns the name by which the page knows it.
    pub fn name(self) -> &'static str {
        match self {
            Profile::Ascribe => "ascribe",
            Profile::PolNeAR => "polnear",
            Profile::Parc => "parc",
            Profile::Citron => "citron",
        }
    }

    /// Returns the profile of that name.
    pub fn named(name: &str) -> Option<Profile> {
        Profile::ALL.into_iter().find(|profile| profile.name() == name)
    }
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a look; it may well be right.
    Hint,
    /// The convention does not allow it.
    Error,
}

/// A place that a rule has something to say about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How much it matters by the profile that was asked for.
    pub severity: Severity,
    /// The annotation.
    pub annotation: AnnotationId,
    /// The words it is about: the quote mark, the whole word that is cut, else all words.
    pub at: Span,
    /// The other annotation it is about: the content that is swallowed, the attribution without a
    /// source, the twin.
    pub other: Option<AnnotationId>,
}

/// The words a rule is about, and the other annotation.
type Found = (Span, Option<AnnotationId>);

/// A row of the table.
struct Row {
    rule: Rule,
    name: &'static str,
    /// What it is to each of [`Profile::ALL`]; `None` where the convention does not mind.
    severity: [Option<Severity>; Profile::ALL.len()],
    find: fn(&Document, &Annotation) -> Option<Found>,
    fix: fn(&Document, &Annotation, &Found, &Timestamp) -> Option<Vec<Edit>>,
}

const NO: Option<Severity> = None;
const HINT: Option<Severity> = Some(Severity::Hint);
const ERROR: Option<Severity> = Some(Severity::Error);

/// All rules. PolNeAR has attributions without a source, PARC leaves it out where it is implied,
/// and Citron's reader stops at a missing or second cue.
const TABLE: [Row; 9] = [
    Row {
        rule: Rule::WithoutContents,
        name: "attribution-without-contents",
        severity: [HINT, ERROR, ERROR, ERROR],
        find: links::without_contents,
        fix: links::propose_content,
    },
    Row {
        rule: Rule::Unattributed,
        name: "content-without-attribution",
        severity: [HINT, ERROR, ERROR, ERROR],
        find: links::unattributed,
        fix: links::propose_attribution,
    },
    Row {
        rule: Rule::WithoutSource,
        name: "content-without-source",
        severity: [HINT, HINT, NO, HINT],
        find: links::without_source,
        fix: links::propose_source,
    },
    Row {
        rule: Rule::WithoutCue,
        name: "attribution-without-cue",
        severity: [NO, HINT, ERROR, ERROR],
        find: links::without_cue,
        fix: links::propose_cue,
    },
    Row {
        rule: Rule::TwoCues,
        name: "two-cues",
        severity: [HINT, ERROR, ERROR, ERROR],
        find: links::two_cues,
        fix: links::join_cues,
    },
    Row {
        rule: Rule::QuoteMark,
        name: "unbalanced-quote-mark",
        severity: [HINT, HINT, HINT, HINT],
        find: edges::quote_mark,
        fix: edges::pair_quote_mark,
    },
    Row {
        rule: Rule::InsideWord,
        name: "inside-word",
        severity: [HINT, ERROR, ERROR, ERROR],
        find: edges::inside_word,
        fix: edges::take_whole_words,
    },
    Row {
        rule: Rule::Swallowing,
        name: "attribution-swallows-content",
        severity: [HINT, ERROR, ERROR, ERROR],
        find: links::swallowing,
        fix: links::cut_content_out,
    },
    Row {
        rule: Rule::Duplicate,
        name: "duplicate",
        severity: [ERROR, ERROR, ERROR, ERROR],
        find: links::duplicate,
        fix: links::drop_duplicate,
    },
];

impl Rule {
    /// Returns the name by which the page and the reports know the rule: `two-cues`.
    pub fn name(self) -> &'static str {
        TABLE.iter().find(|row| row.rule == self).map_or("", |row| row.name)
    }

    /// Returns the rule of that name.
    pub fn named(name: &str) -> Option<Rule> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.rule)
    }
}

/// Returns what the rules of `profile` find at `annotation`, one finding a rule at most, in the
/// order of the table.
pub fn check(document: &Document, annotation: &Annotation, profile: Profile) -> Vec<Finding> {
    let minded = TABLE.iter().filter_map(|row| Some((row, row.severity[profile as usize]?)));
    let found = minded.filter_map(|(row, severity)| {
        let (at, other) = (row.find)(document, annotation)?;
        let (rule, annotation) = (row.rule, annotation.id.clone());
        Some(Finding { rule, severity, annotation, at, other })
    });
    found.collect()
}

/// Returns the edits of one step that mend what `rule` finds at `annotation`; `None` when it finds
/// nothing there any more, or when that takes a person.
pub fn fix(
    document: &Document,
    annotation: &Annotation,
    rule: Rule,
    now: &Timestamp,
) -> Option<Vec<Edit>> {
    let row = TABLE.iter().find(|row| row.rule == rule)?;
    let found = (row.find)(document, annotation)?;
    (row.fix)(document, annotation, &found, now).filter(|edits| !edits.is_empty())
}

/// Returns the annotations whose findings can change with `annotation`: those it is linked to,
/// those linked to it, and those over the same stretch.
pub fn neighbours<'d>(document: &'d Document, annotation: &Annotation) -> Vec<&'d Rc<Annotation>> {
    let annotations = document.annotations();
    let contents = annotations_of(annotations, annotation.contents());
    let linked = annotations.linked_to(&annotation.id);
    contents.chain(linked).chain(twins(annotations, annotation)).collect()
}

fn annotations_of<'d>(
    annotations: &'d Annotations,
    ids: &[AnnotationId],
) -> impl Iterator<Item = &'d Rc<Annotation>> {
    ids.iter().filter_map(|id| annotations.get(id))
}

/// Returns the other annotations over the same stretch: they stand together in text order.
fn twins<'d>(
    annotations: &'d Annotations,
    annotation: &Annotation,
) -> impl Iterator<Item = &'d Rc<Annotation>> {
    let (place, hull) = (Annotations::place(annotation), annotation.target.hull());
    let same = move |own: &&Rc<Annotation>| own.target.hull() == hull;
    let before = annotations.before(&place).take_while(same);
    before.chain(annotations.after(&place).take_while(same))
}
