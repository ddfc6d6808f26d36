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

    /// Makes the target that covers all of `spans`, in whatever order; those that touch or overlap
    /// are joined. `None` when there is none.
    pub fn covering(mut spans: Vec<Span>) -> Option<Self> {
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
        fn a_target_is_its_fragments_and_they_are_apart(
            ends in prop::collection::vec((0usize..20, 0usize..20), 0..5),
            at in 0usize..21,
        ) {
            let span = |start, end| Span::new(TEXT, Byte(start), Byte(end));
            let spans: Vec<Span> = ends.iter().filter_map(|&(s, e)| span(s, e).ok()).collect();
            let inside = |at: usize| spans.iter().any(|span| span.contains(Byte(at)));
            // Spans are apart and in order exactly when each begins behind a gap in all others.
            let apart = spans.windows(2).all(|pair| pair[0].end() < pair[1].start());
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
