//! Losses: what a document holds that a format has no room for, counted by kind.
//!
//! A format names what it carries; all else that the document holds is a loss, so that nothing is
//! left out in silence. Knows no format.

use crate::document::{Annotation, Body, Document, Origin};
use std::fmt;

/// What of a document did not go into a file as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The kind of thing.
    pub what: What,
    /// How many of them there are, never 0.
    pub count: usize,
}

/// A kind of thing that a format may have no room for, what matters most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// Links from an attribution to its contents.
    Links,
    /// Links from an attribution to another.
    Nested,
    /// Quotes and claims that no attribution leads to.
    Unattributed,
    /// Attributions without a cue.
    NoCue,
    /// Cues behind the first of their attribution.
    MoreCues,
    /// Pieces of a cue behind its first.
    CuePieces,
    /// Spans of several fragments, or cut where the format cannot go on.
    Split {
        /// The pieces that they became.
        pieces: usize,
    },
    /// Spans that stand inside others, in a format of one layer.
    Inner,
    /// Spans that hold nothing the format could show.
    Blank,
    /// Spans that lost white space at an edge.
    Edges,
    /// Notes of annotations.
    Notes,
    /// Line breaks inside of notes.
    NoteBreaks,
    /// The register's speakers.
    Speakers,
    /// What the register says of a speaker beside the name, and speakers whom no span names.
    SpeakerFacts,
    /// Speakers who are there as a group of sources.
    SpeakerGroups,
    /// Speakers who share a source with another.
    SharedSources,
    /// Words that name whom it was said to.
    Addressees,
    /// Form, polarity, medium, stance, claimer and whether a claim can be checked.
    Attributes,
    /// Whether a content is a quote or a claim.
    Labels,
    /// Attributions as a span of their own, beside their source and cue.
    Targets,
    /// Free keywords.
    Tags,
    /// Sentences.
    Sentences,
    /// Members of other programs.
    Extras,
    /// Names of those who annotated.
    Creators,
    /// When annotations were made or changed.
    Times,
    /// When the document was made and changed.
    DocumentTimes,
    /// Where annotations come from that nobody marked by hand.
    Origins,
    /// The names of annotations.
    Ids,
    /// Who set the borders of a sentence.
    SentenceHands,
    /// What is known of the article beside its text.
    Facts,
    /// The article's own name.
    DocumentId,
    /// What was done to the text before it was fixed.
    Cleaning,
    /// Suggestions that were turned down.
    Rejections,
}

impl What {
    /// Every kind that [`losses`] counts.
    pub(crate) const COUNTED: [What; 18] = [
        What::Links,
        What::Addressees,
        What::Attributes,
        What::Speakers,
        What::SpeakerFacts,
        What::Notes,
        What::Tags,
        What::Creators,
        What::Times,
        What::DocumentTimes,
        What::Origins,
        What::Ids,
        What::Sentences,
        What::SentenceHands,
        What::Facts,
        What::DocumentId,
        What::Cleaning,
        What::Rejections,
    ];

    /// Tells whether it is no annotation, but what is noted down about annotating.
    pub fn is_bookkeeping(self) -> bool {
        self >= What::Creators
    }

    /// Returns what one and what several are called, and what became of them. In bookkeeping a `#`
    /// stands for the number.
    fn words(self) -> [&'static str; 3] {
        const OUT: &str = "left out";
        match self {
            What::Split { .. } => ["split span", "split spans", "written as"],
            What::Inner => ["span inside another", "spans inside others", OUT],
            What::Blank => ["span of nothing but blanks", "spans of nothing but blanks", OUT],
            What::Edges => {
                ["span with a line end at an edge", "spans with line ends at edges", "cut there"]
            }
            What::Targets => [
                "attribution as a whole left out; its source and cue stand for it",
                "attributions as wholes left out; their sources and cues stand for them",
                "",
            ],
            What::NoCue => ["attribution without cue", "attributions without cue", OUT],
            What::MoreCues => ["further cue", "further cues", OUT],
            What::Unattributed => {
                ["quote or claim without attribution", "quotes or claims without attribution", OUT]
            }
            What::Labels => ["label", "labels", "left out: quote and claim are one thing there"],
            What::Links => ["link to a content", "links to contents", OUT],
            What::Nested => ["link to another attribution", "links to other attributions", OUT],
            What::Addressees => ["addressee", "addressees", OUT],
            What::Attributes => ["attribute", "attributes", OUT],
            What::Speakers => ["speaker", "speakers", OUT],
            What::SpeakerFacts => {
                ["speaker", "speakers", "kept by name only, where a span names them"]
            }
            What::SpeakerGroups => ["speaker", "speakers", "written as the group of their sources"],
            What::SharedSources => {
                ["speaker who shares a source", "speakers who share a source", OUT]
            }
            What::CuePieces => ["further piece of a cue", "further pieces of cues", OUT],
            What::Notes => ["note", "notes", OUT],
            What::NoteBreaks => ["note of several lines", "notes of several lines", "joined"],
            What::Tags => ["tag", "tags", OUT],
            What::Creators => ["who made # annotation", "who made # annotations", ""],
            What::Times => ["when # annotation was made", "when # annotations were made", ""],
            What::DocumentTimes => ["when the article was made", "when # articles were made", ""],
            What::Origins => ["where # annotation comes from", "where # annotations come from", ""],
            What::Ids => ["the id of # annotation", "the ids of # annotations", ""],
            What::Sentences => ["sentence", "sentences", "not marked off"],
            What::SentenceHands => {
                ["# sentence border as set by hand", "# sentence borders as set by hand", ""]
            }
            What::Facts => ["# detail of the article", "# details of the article", ""],
            What::DocumentId => ["the id of the article", "the ids of # articles", ""],
            What::Cleaning => ["# remark on cleaning", "# remarks on cleaning", ""],
            What::Rejections => ["# rejected suggestion", "# rejected suggestions", ""],
            What::Extras => ["entry of another program", "entries of other programs", OUT],
        }
    }

    /// Counts what `document` holds of this kind.
    fn count(self, document: &Document) -> usize {
        let sum = |of: &dyn Fn(&Annotation) -> usize| -> usize {
            document.annotations().iter().map(|one| of(one)).sum()
        };
        match self {
            What::Links => sum(&|one| attribution(one, |own| own.contents.len())),
            What::Addressees => sum(&|one| attribution(one, |own| own.addressee.len())),
            What::Attributes => sum(&attributes),
            What::Speakers | What::SpeakerFacts => document.speakers().len(),
            What::Notes => sum(&|one| usize::from(!one.note.is_empty())),
            What::Tags => sum(&|one| one.tags.len()),
            What::Creators => sum(&|one| usize::from(!one.creator.is_empty())),
            What::Times => sum(&|one| usize::from(one.created.is_some() || one.modified.is_some())),
            What::DocumentTimes => 1,
            What::Origins => sum(&|one| usize::from(one.origin != Origin::User)),
            What::Ids => document.annotations().len(),
            What::Sentences => document.sentences().len(),
            What::SentenceHands => {
                let by_hand = document.sentences().iter();
                by_hand.filter(|one| one.by == crate::document::By::User).count()
            }
            What::Facts => {
                let facts = document.metadata();
                let known = [
                    !facts.title.is_empty(),
                    !facts.url.is_empty(),
                    !facts.outlet.is_empty(),
                    !facts.authors.is_empty(),
                    !facts.published.is_empty(),
                    !facts.language.is_empty(),
                ];
                known.into_iter().filter(|known| *known).count()
            }
            What::DocumentId => 1,
            What::Cleaning => document.cleaning().len(),
            What::Rejections => document.rejected().len(),
            What::Extras => {
                let speakers = document.speakers().iter().map(|one| one.extra.len());
                sum(&|one| one.extra.len()) + speakers.sum::<usize>() + document.extra().len()
            }
            // What a writer meets while it writes.
            _ => 0,
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, many, fate] = self.what.words();
        let said = if self.count == 1 { one } else { many };
        if self.what.is_bookkeeping() {
            return write!(f, "bookkeeping: {}", said.replace('#', &self.count.to_string()));
        }
        write!(f, "{} {said}", self.count)?;
        match self.what {
            What::Split { pieces } => write!(f, " {fate} {pieces} pieces"),
            _ if fate.is_empty() => Ok(()),
            _ => write!(f, " {fate}"),
        }
    }
}

/// Lists what `document` holds beside its text, its spans and what is `carried`.
pub(super) fn losses(document: &Document, carried: &[What]) -> Vec<Loss> {
    let mut losses = Vec::new();
    for what in What::COUNTED.into_iter().chain([What::Extras]) {
        let told = match what {
            // A thing that is not there at all has no details to miss.
            What::SpeakerFacts => losses.iter().any(|loss: &Loss| loss.what == What::Speakers),
            What::SentenceHands => losses.iter().any(|loss: &Loss| loss.what == What::Sentences),
            _ => false,
        };
        if !told && !carried.contains(&what) {
            add(&mut losses, what, what.count(document));
        }
    }
    losses
}

/// Adds `count` of `what`, to what is there of it already; the losses stay in order.
pub(super) fn add(losses: &mut Vec<Loss>, what: What, count: usize) {
    if count == 0 {
        return;
    }
    for loss in &mut *losses {
        match (&mut loss.what, what) {
            (What::Split { pieces }, What::Split { pieces: more }) => *pieces += more,
            (there, what) if *there == what => {}
            _ => continue,
        }
        loss.count += count;
        return;
    }
    let place = losses.partition_point(|loss| loss.what < what);
    losses.insert(place, Loss { what, count });
}

/// Asks the attribution in `annotation`, if it is one.
fn attribution(
    annotation: &Annotation,
    of: impl Fn(&crate::document::Attribution) -> usize,
) -> usize {
    match &annotation.body {
        Body::Attribution(own) => of(own),
        _ => 0,
    }
}

fn attributes(annotation: &Annotation) -> usize {
    let known = match &annotation.body {
        Body::Claim { form, stance, checkable, claimer } => {
            [form.is_some(), stance.is_some(), checkable.is_some(), claimer.is_some()]
        }
        Body::Quote { form } => [form.is_some(), false, false, false],
        Body::Attribution(own) => [own.polarity.is_some(), own.medium.is_some(), false, false],
    };
    known.into_iter().filter(|known| *known).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(what: What, count: usize, sentence: &str) {
        assert_eq!(Loss { what, count }.to_string(), sentence);
    }

    #[test]
    fn a_loss_is_a_sentence() {
        check(What::Split { pieces: 7 }, 3, "3 split spans written as 7 pieces");
        check(What::NoCue, 2, "2 attributions without cue left out");
        check(What::Notes, 1, "1 note left out");
        check(What::SpeakerFacts, 2, "2 speakers kept by name only, where a span names them");
        check(What::Times, 20, "bookkeeping: when 20 annotations were made");
        check(What::DocumentId, 1, "bookkeeping: the id of the article");
    }

    #[test]
    fn losses_of_one_kind_add_up_and_what_matters_comes_first() {
        let mut losses = Vec::new();
        add(&mut losses, What::Notes, 0);
        add(&mut losses, What::Notes, 1);
        add(&mut losses, What::Split { pieces: 2 }, 1);
        add(&mut losses, What::Split { pieces: 3 }, 1);
        let split = Loss { what: What::Split { pieces: 5 }, count: 2 };
        assert_eq!(losses, [split, Loss { what: What::Notes, count: 1 }]);
    }
}
