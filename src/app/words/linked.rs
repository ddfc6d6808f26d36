//! What is said of attributions, their parts, proposals, problems and speakers, told in the
//! language of the interface.

use super::{Word, Words};
use crate::app::attribute::KINDS;
use crate::document::check::Rule;
use crate::document::propose::Why;
use crate::document::{Constituent, Form, SpeakerKind};

impl Words {
    /// Returns the name of a part of an attribution.
    pub fn constituent(&self, constituent: Constituent) -> &'static str {
        self.nth(Word::Source, constituent as usize)
    }

    /// Says what speaks for a proposal.
    pub fn why(&self, why: Why) -> &'static str {
        self.nth(Word::WhyInterrupts, why as usize)
    }

    /// Says how someone's words are given.
    pub(in crate::app) fn form(&self, form: Form) -> &'static str {
        self.nth(Word::FormDirect, form as usize)
    }

    /// Says what is proposed for a part of an attribution.
    pub(in crate::app) fn offer(&self, constituent: Constituent, words: &str) -> String {
        let word = match constituent {
            Constituent::Source => Word::OfferSource,
            Constituent::Cue => Word::OfferCue,
            Constituent::Addressee => Word::OfferAddressee,
        };
        self.fill(word, &[words])
    }

    /// Says what a rule has found: the words it is about, and those of the other annotation.
    pub(in crate::app) fn finding(&self, rule: Rule, at: &str, other: &str) -> String {
        let word = match rule {
            Rule::WithoutContents => Word::ProblemContents,
            Rule::Unattributed => Word::ProblemAttribution,
            Rule::WithoutSource => Word::ProblemSource,
            Rule::WithoutCue => Word::ProblemNoCue,
            Rule::TwoCues => Word::ProblemTwoCues,
            Rule::QuoteMark => Word::ProblemQuoteMark,
            Rule::InsideWord => Word::ProblemInsideWord,
            Rule::Swallowing => Word::ProblemSwallows,
            Rule::Duplicate => Word::ProblemDuplicate,
        };
        self.fill(word, &[at, other])
    }

    /// Returns the name of a kind of speaker.
    pub fn kind(&self, kind: SpeakerKind) -> &'static str {
        let row = KINDS.iter().find(|(_, own)| *own == kind);
        row.map_or("", |(word, _)| self.say(*word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_the_order_of_what_they_name() {
        let words = Words::default();
        for constituent in Constituent::ALL {
            assert_eq!(words.constituent(constituent).to_lowercase(), constituent.word());
        }
        assert_eq!(words.why(Why::Interrupts), words.say(Word::WhyInterrupts));
        assert_eq!(words.why(Why::NewName), words.say(Word::WhyNewName));
        assert_eq!(words.form(Form::Mixed), "mixed");
        assert_eq!(words.kind(SpeakerKind::Unnamed), "unnamed");
    }
}
