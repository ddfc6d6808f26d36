//! The annotations of a document, kept in text order and found by place or by id.

use super::links::Links;
use super::{Annotation, AnnotationId, EditError, Label};
use crate::text::{Byte, Span};
use std::cmp::{Ordering, Reverse};
use std::rc::Rc;

/// Text order: start, then the longer first, then the id.
pub(crate) type Place = (Byte, Reverse<Byte>, AnnotationId);

/// Bytes of text that share one entry of the index by place.
const BUCKET: usize = 2048;

/// Annotations in text order. Looking one up costs the same however many others there are, so a
/// page can ask for those of one paragraph again after every edit.
///
/// All lists are sorted and of the same items. Putting one in moves those behind it, a pointer
/// each: nothing, when a file brings them in order.
#[derive(Clone, Debug, Default)]
pub struct Annotations {
    /// In text order.
    by_place: Vec<Rc<Annotation>>,
    /// By id, the shorter first: the order in which ids are given.
    by_id: Vec<Rc<Annotation>>,
    /// How many there are of each label, in the order of [`Label::ALL`].
    counts: [usize; Label::ALL.len()],
    /// For every `BUCKET` bytes of text: who has a fragment there, in text order.
    buckets: Vec<Vec<Rc<Annotation>>>,
    links: Links,
}

impl Annotations {
    /// Returns how many there are.
    pub fn len(&self) -> usize {
        self.by_place.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.by_place.is_empty()
    }

    /// Returns how many there are of `label`.
    pub fn count(&self, label: Label) -> usize {
        self.counts[label as usize]
    }

    /// Iterates in text order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Rc<Annotation>> {
        self.by_place.iter()
    }

    /// Returns the annotation of that id.
    pub fn get(&self, id: &AnnotationId) -> Option<&Rc<Annotation>> {
        self.by_id.get(self.id_index(id).ok()?)
    }

    /// Returns those with a character inside `span`, in text order.
    pub fn touching(&self, span: Span) -> Vec<&Rc<Annotation>> {
        let mut found: Vec<&Rc<Annotation>> = Vec::new();
        for one in buckets_of(span).filter_map(|bucket| self.buckets.get(bucket)).flatten() {
            if one.target.overlaps(span)
                && let Err(at) = found.binary_search_by(|other| in_text(other, one))
            {
                found.insert(at, one);
            }
        }
        found
    }

    /// Returns those that start at or behind `at`, in text order.
    pub fn starting_from(&self, at: Byte) -> impl Iterator<Item = &Rc<Annotation>> {
        let first = self.by_place.partition_point(|one| one.target.hull().start() < at);
        self.by_place.iter().skip(first)
    }

    /// Returns the place in text order that `annotation` has or would have.
    pub fn place(annotation: &Annotation) -> Place {
        let (start, end, id) = place_of(annotation);
        (start, end, id.clone())
    }

    /// Returns those before `place` in text order, the nearest first.
    pub fn before<'a>(
        &'a self,
        place: &Place,
    ) -> impl Iterator<Item = &'a Rc<Annotation>> + use<'a> {
        let behind = self.by_place.partition_point(|one| place_of(one) < borrowed(place));
        self.by_place.iter().take(behind).rev()
    }

    /// Returns those behind `place` in text order.
    pub fn after<'a>(
        &'a self,
        place: &Place,
    ) -> impl Iterator<Item = &'a Rc<Annotation>> + use<'a> {
        let first = self.by_place.partition_point(|one| place_of(one) <= borrowed(place));
        self.by_place.iter().skip(first)
    }

    /// Returns the attributions that have `content` among their contents, in text order.
    pub fn linked_to(&self, content: &AnnotationId) -> Vec<&Rc<Annotation>> {
        let mut found: Vec<&Rc<Annotation>> = Vec::new();
        for from in self.links.leading_to(content) {
            if let Err(at) = found.binary_search_by(|other| in_text(other, from)) {
                found.insert(at, from);
            }
        }
        found
    }

    /// Adds one, unless its id is taken.
    pub(super) fn insert(&mut self, annotation: Annotation) -> Result<(), EditError> {
        let Err(at) = self.id_index(&annotation.id) else {
            return Err(EditError::DoesNotFit(annotation.id));
        };
        let annotation = Rc::new(annotation);
        self.counts[annotation.label() as usize] += 1;
        for bucket in annotation.target.fragments().iter().flat_map(|span| buckets_of(*span)) {
            if self.buckets.len() <= bucket {
                self.buckets.resize_with(bucket + 1, Vec::new);
            }
            put(&mut self.buckets[bucket], &annotation);
        }
        put(&mut self.by_place, &annotation);
        self.links.add(&annotation);
        self.by_id.insert(at, annotation);
        Ok(())
    }

    /// Takes one out.
    pub(super) fn remove(&mut self, id: &AnnotationId) -> Option<Rc<Annotation>> {
        let at = self.id_index(id).ok()?;
        let annotation = self.by_id.remove(at);
        self.counts[annotation.label() as usize] -= 1;
        for bucket in annotation.target.fragments().iter().flat_map(|span| buckets_of(*span)) {
            if let Some(list) = self.buckets.get_mut(bucket) {
                take(list, &annotation);
            }
        }
        take(&mut self.by_place, &annotation);
        self.links.remove(&annotation);
        Some(annotation)
    }

    /// Returns where the id stands in `by_id`, or where it would.
    fn id_index(&self, id: &AnnotationId) -> Result<usize, usize> {
        let order = |one: &Rc<Annotation>| {
            (one.id.0.len().cmp(&id.0.len())).then_with(|| one.id.0.cmp(&id.0))
        };
        // A file brings them in order.
        match self.by_id.last() {
            Some(last) if order(last) != Ordering::Less => self.by_id.binary_search_by(order),
            _ => Err(self.by_id.len()),
        }
    }
}

impl PartialEq for Annotations {
    fn eq(&self, other: &Self) -> bool {
        self.by_place == other.by_place
    }
}

fn place_of(annotation: &Annotation) -> (Byte, Reverse<Byte>, &AnnotationId) {
    let hull = annotation.target.hull();
    (hull.start(), Reverse(hull.end()), &annotation.id)
}

fn borrowed((start, end, id): &Place) -> (Byte, Reverse<Byte>, &AnnotationId) {
    (*start, *end, id)
}

fn in_text(one: &Annotation, other: &Annotation) -> Ordering {
    place_of(one).cmp(&place_of(other))
}

/// Puts `annotation` into a list in text order; one that is there already stays alone.
fn put(list: &mut Vec<Rc<Annotation>>, annotation: &Rc<Annotation>) {
    // A file brings them in order.
    if list.last().is_none_or(|last| in_text(last, annotation) == Ordering::Less) {
        list.push(Rc::clone(annotation));
    } else if let Err(at) = list.binary_search_by(|one| in_text(one, annotation)) {
        list.insert(at, Rc::clone(annotation));
    }
}

/// Takes `annotation` out of a list in text order.
fn take(list: &mut Vec<Rc<Annotation>>, annotation: &Annotation) {
    if let Ok(at) = list.binary_search_by(|one| in_text(one, annotation)) {
        list.remove(at);
    }
}

fn buckets_of(span: Span) -> impl Iterator<Item = usize> {
    span.start().0 / BUCKET..=(span.end().0 - 1) / BUCKET
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::arbitrary::annotations;
    use proptest::prelude::*;

    /// Long enough for several entries of the index by place.
    fn text() -> String {
        "é".repeat(4 * BUCKET)
    }

    /// Compares everything that can be asked with a plain list in text order.
    fn check(kept: &Annotations, plain: &[Annotation], around: Span) {
        let mut plain: Vec<&Annotation> = plain.iter().collect();
        plain.sort_by_key(|one| Annotations::place(one));
        let plain_ids = |keep: &dyn Fn(&Annotation) -> bool| -> Vec<AnnotationId> {
            plain.iter().filter(|one| keep(one)).map(|one| one.id.clone()).collect()
        };
        let ids = |found: Vec<&Rc<Annotation>>| -> Vec<AnnotationId> {
            found.into_iter().map(|one| one.id.clone()).collect()
        };
        assert_eq!(ids(kept.iter().collect()), plain_ids(&|_| true));
        let touching = plain_ids(&|one| one.target.overlaps(around));
        assert_eq!(ids(kept.touching(around)), touching);
        let behind = plain_ids(&|one| one.target.hull().start() >= around.start());
        assert_eq!(ids(kept.starting_from(around.start()).collect()), behind);
        assert_eq!((kept.len(), kept.is_empty()), (plain.len(), plain.is_empty()));
        for one in &plain {
            let one = *one;
            assert_eq!(kept.get(&one.id).map(Rc::as_ref), Some(one));
            let linked = plain_ids(&|other| other.contents().contains(&one.id));
            assert_eq!(ids(kept.linked_to(&one.id)), linked);
        }
    }

    proptest! {
        #[test]
        fn whatever_comes_and_goes_is_found_as_in_a_plain_list(
            mut all in annotations(text(), 12),
            gone in 0usize..12,
            ends in (0..4 * BUCKET, 0..4 * BUCKET),
        ) {
            let (start, end) = (ends.0.min(ends.1) * 2, ends.0.max(ends.1) * 2 + 2);
            let around = Span::new(&text(), Byte(start), Byte(end)).unwrap();
            let mut kept = Annotations::default();
            check(&kept, &[], around);
            for annotation in &all {
                kept.insert(annotation.clone()).unwrap();
            }
            check(&kept, &all, around);
            let twice = kept.insert(all[gone].clone());
            prop_assert_eq!(twice, Err(EditError::DoesNotFit(all[gone].id.clone())));
            for annotation in all.drain(..gone) {
                let removed = kept.remove(&annotation.id);
                prop_assert_eq!(removed.as_deref(), Some(&annotation));
                prop_assert_eq!(kept.remove(&annotation.id), None);
            }
            check(&kept, &all, around);
            for annotation in all {
                kept.remove(&annotation.id);
            }
            prop_assert_eq!(&kept, &Annotations::default());
            prop_assert!(kept.buckets.iter().all(Vec::is_empty));
        }
    }
}
