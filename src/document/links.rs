//! Links: the contents of attributions turned round, so that a quote finds who said it.
//!
//! Knows ids and attributions, not whether a content is there: a file may name it before it comes.

use super::{Annotation, AnnotationId};
use std::rc::Rc;

/// Lists that the links are spread over, so that adding one costs the same in any order.
const LISTS: usize = 4096;

/// For every content that a link leads to: the attributions it starts from.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    /// A link stands in the list that its content's id falls to; no list is made before the first.
    lists: Vec<Vec<(AnnotationId, Rc<Annotation>)>>,
}

impl Links {
    /// Adds the links of `attribution`.
    pub(super) fn add(&mut self, attribution: &Rc<Annotation>) {
        for content in attribution.contents() {
            if self.lists.is_empty() {
                self.lists.resize_with(LISTS, Vec::new);
            }
            self.lists[list_of(content)].push((content.clone(), Rc::clone(attribution)));
        }
    }

    /// Takes the links of `attribution` away.
    pub(super) fn remove(&mut self, attribution: &Annotation) {
        for content in attribution.contents() {
            if let Some(list) = self.lists.get_mut(list_of(content)) {
                list.retain(|(_, from)| from.id != attribution.id);
            }
        }
    }

    /// Returns the attributions that have `content` among their contents.
    pub(super) fn leading_to(
        &self,
        content: &AnnotationId,
    ) -> impl Iterator<Item = &Rc<Annotation>> {
        let list = self.lists.get(list_of(content));
        let links = list.into_iter().flatten().filter(move |(to, _)| to == content);
        links.map(|(_, from)| from)
    }
}

/// Spreads ids evenly (FNV-1a).
fn list_of(id: &AnnotationId) -> usize {
    let hash =
        id.0.bytes()
            .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    (hash ^ (hash >> 16)) as usize % LISTS
}
