//! A target: the one or more fragments of text an annotation is about.

use crate::text::{Byte, Span};

/// One or more fragments in text order that neither touch nor overlap.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Target(Vec<Span>);

/// Why some spans are no target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TargetError {
    /// There is no fragment.
    Empty,
    /// A fragment touches or overlaps the one before it, or comes before it.
    Touches {
        /// The index of the later fragment.
        fragment: usize,
    },
}

impl Target {
    /// Makes a target of `fragments`.
    ///
    /// # Errors
    /// [`TargetError`] when there is none, or they are not apart and in text order.
    ///
    /// ```
    /// use ascribe::document::{Target, TargetError};
    /// use ascribe::text::{Byte, Span};
    /// let span = |start, end| Span::new("Yes, he said, no.", Byte(start), Byte(end)).unwrap();
    /// assert!(Target::new(vec![span(0, 3), span(14, 16)]).is_ok());
    /// let touching = Target::new(vec![span(0, 3), span(3, 4)]);
    /// assert_eq!(touching, Err(TargetError::Touches { fragment: 1 }));
    /// ```
    pub fn new(fragments: Vec<Span>) -> Result<Self, TargetError> {
        if fragments.is_empty() {
            return Err(TargetError::Empty);
        }
        match fragments.windows(2).position(|pair| pair[0].end() >= pair[1].start()) {
            Some(at) => Err(TargetError::Touches { fragment: at + 1 }),
            None => Ok(Target(fragments)),
        }
    }

    /// Makes a target of spans in any order, by joining those that touch; `None` of none.
    pub fn joined(mut spans: Vec<Span>) -> Option<Self> {
        spans.sort_unstable();
        let mut apart: Vec<Span> = Vec::with_capacity(spans.len());
        for span in spans {
            match apart.last_mut() {
                Some(last) if last.end() >= span.start() => *last = last.hull(span),
                _ => apart.push(span),
            }
        }
        (!apart.is_empty()).then_some(Target(apart))
    }

    /// Returns the fragments, at least one.
    pub fn fragments(&self) -> &[Span] {
        &self.0
    }

    /// Returns the shortest span that encloses all fragments.
    pub fn hull(&self) -> Span {
        self.0.iter().copied().fold(self.0[0], Span::hull)
    }

    /// Returns the target with `span` of `text` as one more fragment. Fragments that it overlaps,
    /// touches or stands beside with only white space between become one with it.
    ///
    /// ```
    /// use ascribe::document::Target;
    /// use ascribe::text::{Byte, Span};
    /// let text = "“No,” he said, “never.”";
    /// let span = |start, end| Span::new(text, Byte(start), Byte(end)).unwrap();
    /// let quote = Target::from(span(0, 9)).with(span(19, text.len()), text);
    /// assert_eq!(quote.words(text), "“No,” … “never.”");
    /// assert_eq!(quote.with(span(10, 18), text).words(text), text);
    /// ```
    pub fn with(&self, span: Span, text: &str) -> Target {
        let mut fragments = self.0.clone();
        fragments.push(span);
        fragments.sort_unstable();
        let mut apart: Vec<Span> = Vec::with_capacity(fragments.len());
        for fragment in fragments {
            match apart.last_mut() {
                Some(last) if are_one(*last, fragment, text) => *last = last.hull(fragment),
                _ => apart.push(fragment),
            }
        }
        Target(apart)
    }

    /// Returns the target without the fragment of that index; `None` when it is the only one or
    /// there is none.
    pub fn without(&self, fragment: usize) -> Option<Target> {
        let mut fragments = self.0.clone();
        if fragments.len() < 2 || fragment >= fragments.len() {
            return None;
        }
        fragments.remove(fragment);
        Some(Target(fragments))
    }

    /// Returns the target with `span` in the place of the fragment of that index; `None` when it
    /// would touch or cross another one.
    pub fn with_fragment(&self, fragment: usize, span: Span) -> Option<Target> {
        let mut fragments = self.0.clone();
        *fragments.get_mut(fragment)? = span;
        Target::new(fragments).ok()
    }

    /// Returns the number of bytes in all fragments together.
    #[expect(clippy::len_without_is_empty, reason = "a target is never empty")]
    pub fn len(&self) -> usize {
        self.0.iter().map(|fragment| fragment.len()).sum()
    }

    /// Tells whether a fragment holds the character behind the gap `at`.
    pub fn contains(&self, at: Byte) -> bool {
        self.0.iter().any(|fragment| fragment.contains(at))
    }

    /// Tells whether a fragment shares a character with `span`.
    pub fn overlaps(&self, span: Span) -> bool {
        self.0.iter().any(|fragment| fragment.overlaps(span))
    }

    /// Returns the words of all fragments of `text`, with an ellipsis where one is left out.
    ///
    /// ```
    /// use ascribe::document::Target;
    /// use ascribe::text::{Byte, Span};
    /// let text = "Yes, he said, no.";
    /// let span = |start, end| Span::new(text, Byte(start), Byte(end)).unwrap();
    /// assert_eq!(Target::new(vec![span(0, 3), span(14, 16)]).unwrap().words(text), "Yes … no");
    /// ```
    pub fn words(&self, text: &str) -> String {
        self.0.iter().map(|fragment| fragment.of(text)).collect::<Vec<_>>().join(" … ")
    }
}

/// Tells whether nothing but white space stands between two fragments in order.
fn are_one(first: Span, second: Span, text: &str) -> bool {
    let between = text.get(first.end().0..second.start().0);
    between.is_none_or(|between| between.trim().is_empty())
}

impl From<Span> for Target {
    fn from(span: Span) -> Self {
        Target(vec![span])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "abcdefghijklmnopqrst";

    proptest! {
        #[test]
        fn a_fragment_that_comes_and_goes_leaves_the_rest(
            ends in prop::collection::vec((0usize..12, 0usize..12), 1..7),
            gone in 0usize..5,
        ) {
            let text = "ab cd  ef gh";
            let spans = ends.iter().filter_map(|&(s, e)| Span::new(text, Byte(s), Byte(e)).ok());
            let spans: Vec<Span> = spans.collect();
            let Some((first, rest)) = spans.split_first() else { return Ok(()) };
            let target = rest.iter().fold(Target::from(*first), |all, one| all.with(*one, text));
            prop_assert_eq!(Target::new(target.fragments().to_vec()), Ok(target.clone()));
            for at in 0..text.len() {
                let inside = spans.iter().any(|span| span.contains(Byte(at)));
                let joined = target.contains(Byte(at)) && !inside;
                prop_assert!(target.contains(Byte(at)) || !inside);
                prop_assert!(!joined || text.as_bytes()[at] == b' ');
            }
            let fragments = target.fragments();
            match target.without(gone) {
                Some(left) => {
                    prop_assert_eq!(left.fragments().len(), fragments.len() - 1);
                    prop_assert!(!left.overlaps(fragments[gone]));
                    prop_assert_eq!(left.with(fragments[gone], text), target.clone());
                }
                None => prop_assert!(fragments.len() == 1 || gone >= fragments.len()),
            }
            let whole = Span::new(text, Byte(0), Byte(text.len())).unwrap();
            prop_assert_eq!(target.with_fragment(gone, whole).is_some(), fragments.len() == 1 && gone == 0);
        }

        #[test]
        fn a_target_is_its_fragments_and_they_are_apart(
            ends in prop::collection::vec((0usize..20, 0usize..20), 0..5),
            at in 0usize..21,
        ) {
            let span = |start, end| Span::new(TEXT, Byte(start), Byte(end));
            let spans: Vec<Span> = ends.iter().filter_map(|&(s, e)| span(s, e).ok()).collect();
            let inside = |at: usize| spans.iter().any(|span| span.contains(Byte(at)));
            // Spans are apart and in order exactly when each begins behind a gap in all others.
            let apart = spans.windows(2).all(|pair| pair[0].end() < pair[1].start());
            let joined = Target::joined(spans.clone());
            prop_assert_eq!(joined.is_none(), spans.is_empty());
            if let Some(joined) = joined {
                prop_assert!(Target::new(joined.fragments().to_vec()).is_ok());
                prop_assert!((0..20).all(|at| joined.contains(Byte(at)) == inside(at)));
            }
            match Target::new(spans.clone()) {
                Ok(target) => {
                    prop_assert!(apart && !spans.is_empty());
                    prop_assert_eq!(target.fragments(), &spans);
                    let covered: Vec<usize> = (0..20).filter(|at| inside(*at)).collect();
                    prop_assert_eq!(target.len(), covered.len());
                    prop_assert_eq!(target.contains(Byte(at)), inside(at));
                    let hull = target.hull();
                    prop_assert_eq!(hull.start().0, covered[0]);
                    prop_assert_eq!(hull.end().0, covered[covered.len() - 1] + 1);
                    if let Ok(one) = span(at, at + 1) {
                        prop_assert_eq!(target.overlaps(one), inside(at));
                    }
                    let words = target.words(TEXT).replace(" … ", "");
                    let plain: String = covered.iter().map(|at| &TEXT[*at..at + 1]).collect();
                    prop_assert_eq!(words, plain);
                }
                Err(TargetError::Empty) => prop_assert!(spans.is_empty()),
                Err(TargetError::Touches { fragment }) => {
                    prop_assert!(!apart);
                    prop_assert!(spans[fragment - 1].end() >= spans[fragment].start());
                    prop_assert!(Target::new(spans[..fragment].to_vec()).is_ok());
                }
            }
        }
    }
}
