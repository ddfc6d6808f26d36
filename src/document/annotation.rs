//! An annotation: a label on a stretch of text, with what its kind can say more.

use super::{Attribution, Extra, SpeakerId, Target, Timestamp};
use std::fmt;

/// Names an annotation for its whole life; unique in its document.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AnnotationId(pub String);

impl fmt::Display for AnnotationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What an annotation says of its target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Label {
    /// A statement put forward as true.
    Claim,
    /// Words given as someone's own, in quote marks.
    Quote,
    /// The words that say who said it and how.
    Attribution,
}

impl Label {
    /// All labels, in the order they are shown.
    pub const ALL: [Label; 3] = [Label::Claim, Label::Quote, Label::Attribution];

    /// Returns the word that stands for the label in files and in the page: `claim`.
    pub fn word(self) -> &'static str {
        match self {
            Label::Claim => "claim",
            Label::Quote => "quote",
            Label::Attribution => "attribution",
        }
    }
}

/// A labelled stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its name, unique in the document.
    pub id: AnnotationId,
    /// The text it is about.
    pub target: Target,
    /// Its label, with what only this label has.
    pub body: Body,
    /// A free remark; empty when there is none.
    pub note: String,
    /// Free keywords.
    pub tags: Vec<String>,
    /// Who made it; empty when not known.
    pub creator: String,
    /// When it was made.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
    /// How it came into the document.
    pub origin: Origin,
    /// Members of its file that this version does not know.
    pub extra: Vec<Extra>,
}

impl Annotation {
    /// Returns the label.
    pub fn label(&self) -> Label {
        match self.body {
            Body::Claim { .. } => Label::Claim,
            Body::Quote { .. } => Label::Quote,
            Body::Attribution(_) => Label::Attribution,
        }
    }

    /// Returns what an attribution says beside its target; `None` for a quote or claim.
    pub fn attribution(&self) -> Option<&Attribution> {
        match &self.body {
            Body::Attribution(own) => Some(own),
            _ => None,
        }
    }

    /// Returns the contents that an attribution is linked to; none for a quote or claim.
    pub fn contents(&self) -> &[AnnotationId] {
        self.attribution().map_or(&[], |own| &own.contents)
    }

    /// Returns the speaker that the annotation points to: an attribution's, or a claim's claimer.
    pub fn speaker(&self) -> Option<&SpeakerId> {
        match &self.body {
            Body::Claim { claimer: Some(Claimer::Speaker(id)), .. } => Some(id),
            Body::Attribution(own) => own.speaker.as_ref(),
            _ => None,
        }
    }
}

/// What an annotation says, by label. What is not known is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A statement put forward as true.
    Claim {
        /// How the words are given.
        form: Option<Form>,
        /// Whether the claimer stands behind it.
        stance: Option<Stance>,
        /// Whether it could be checked against facts.
        checkable: Option<bool>,
        /// Who puts it forward.
        claimer: Option<Claimer>,
    },
    /// Words given as someone's own.
    Quote {
        /// How the words are given.
        form: Option<Form>,
    },
    /// The words that say who said it, linked to what was said.
    Attribution(Attribution),
}

impl Body {
    /// Makes the body of a fresh annotation: only the label is known.
    pub fn of(label: Label) -> Self {
        match label {
            Label::Claim => {
                Body::Claim { form: None, stance: None, checkable: None, claimer: None }
            }
            Label::Quote => Body::Quote { form: None },
            Label::Attribution => Body::Attribution(Attribution::default()),
        }
    }
}

/// How someone's words are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Word for word, in quote marks.
    Direct,
    /// In the writer's words.
    Indirect,
    /// In the writer's words, with some quoted.
    Mixed,
}

/// Whether a claimer stands behind a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stance {
    /// The claimer says it is so.
    Affirms,
    /// The claimer says it is not so.
    Refutes,
}

/// Who puts a claim forward.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claimer {
    /// The article itself.
    Author,
    /// A speaker of the register.
    Speaker(SpeakerId),
}

/// How an annotation came into the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Someone marked it by hand.
    User,
    /// It was proposed and accepted.
    Suggested {
        /// The name of the rule that proposed it.
        rule: String,
    },
    /// It came with another file.
    Imported {
        /// The file or format it came from.
        from: String,
    },
}
