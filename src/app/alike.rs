//! Words alike: where the selected words stand elsewhere in the article, and whether that is being
//! looked at before all of them are tagged.

use super::layout::Layout;
use super::search::{Search, Sought};
use crate::document::Document;
use crate::text::{Byte, Case, Finder, Span};

/// The selected words, and where else they stand.
pub(super) struct Alike {
    /// What is selected.
    pub(super) span: Span,
    pub(super) case: Case,
    /// What the selection has to outlast before its words are sought; `None` when they are.
    pub(super) rest: Option<usize>,
    /// Whether the places are looked at.
    pub(super) open: bool,
    pub(super) search: Search,
}

impl Alike {
    /// Seeks the words of `span` when the selection has outlasted the number `rest`.
    pub(super) fn of(document: &Document, span: Span, rest: usize) -> Self {
        let case = Case::Ignored;
        let search = search(document, span, case);
        Alike { span, case, rest: Some(rest), open: false, search }
    }

    /// Seeks them anew, with capitals or without.
    pub(super) fn turn_case(&mut self, document: &Document) {
        self.case = if self.case == Case::Kept { Case::Ignored } else { Case::Kept };
        self.search = search(document, self.span, self.case);
    }

    /// Tells whether there is nothing to be read now.
    pub(super) fn is_done(&self, layout: &Layout) -> bool {
        self.rest.is_some() || self.search.is_done(layout.paragraphs())
    }

    /// Reads all that is left.
    pub(super) fn finish(&mut self, document: &Document, layout: &Layout) {
        self.rest = None;
        while !self.is_done(layout) {
            self.search.go_on(document.text(), layout.paragraphs());
        }
    }

    /// Makes anew which places are lit up, if they are others.
    pub(super) fn light_up(&mut self, text: &str, layout: &Layout) {
        let start: Byte = self.span.start();
        let current = self.search.found().partition_point(|span| span.start() < start);
        self.search.light_up(text, layout, current);
    }
}

fn search(document: &Document, span: Span, case: Case) -> Search {
    Search::of(Sought::Words(Finder::of(span.of(document.text()), case)), true, 0)
}
