//! What is sought in an open article: by the find bar, and wherever the selected words stand.

use super::Session;
use crate::app::alike::Alike;
use crate::app::effect::Effect;
use crate::app::find::Find;
use crate::app::layout::Layout;
use crate::document::Document;
use crate::text::{Byte, Span};

impl Session {
    /// Returns the find bar, with what it looks through and how often that has changed.
    pub(in crate::app) fn finding(&mut self) -> (&mut Find, &Document, &Layout, usize) {
        (&mut self.find, &self.document, &self.layout, self.revision)
    }

    /// Returns the find bar.
    pub(in crate::app) fn find(&self) -> &Find {
        &self.find
    }

    /// Returns the selected words and where else they stand, with what that is read from.
    pub(in crate::app) fn alike_mut(&mut self) -> (Option<&mut Alike>, &Document, &Layout) {
        (self.alike.as_mut(), &self.document, &self.layout)
    }

    /// Returns the selected words and where else they stand.
    pub(in crate::app) fn alike(&self) -> Option<&Alike> {
        self.alike.as_ref()
    }

    /// Takes up the words that are selected now, in one paragraph, as those sought elsewhere. A hit
    /// of the find bar is not a selection yet.
    pub(in crate::app) fn seek_alike(&mut self) -> Option<Effect> {
        let inside = |span: &Span| {
            let first = self.layout.paragraph_at(span.start());
            first == self.layout.paragraph_at(Byte(span.end().0 - 1)) && !self.is_hit(*span)
        };
        let span = self.selection().filter(inside);
        if span == self.alike.as_ref().map(|alike| alike.span) {
            return None;
        }
        self.selections += 1;
        self.alike = span.map(|span| Alike::of(&self.document, span, self.selections));
        span.map(|_| Effect::OutlastSelection(self.selections))
    }

    /// Tells whether `span` is selected only because the open find bar has led there.
    pub(in crate::app) fn is_hit(&self, span: Span) -> bool {
        self.find.open && self.find.words() == Some(span)
    }

    /// Lets what is being sought follow what has happened: asks the browser for time where there
    /// is more to be read, and lights up what was found near the view.
    pub(in crate::app) fn settle_searches(&mut self) -> Vec<Effect> {
        let mut effects: Vec<Effect> = self.seek_alike().into_iter().collect();
        let text = self.document.text();
        if self.find.open {
            self.find.light_up(text, &self.layout);
        }
        let mut more = self.find.open && !self.find.is_done(&self.layout);
        more |= self.layout.filter().is_on() && self.layout.shown().is_none();
        if let Some(alike) = &mut self.alike {
            if alike.open {
                alike.light_up(text, &self.layout);
            }
            more |= !alike.is_done(&self.layout);
        }
        if more && !std::mem::replace(&mut self.searching, true) {
            effects.push(Effect::GoOnSearching);
        }
        effects
    }

    /// Lets the searches go on, the browser having had time after a slice that `took` some.
    pub(in crate::app) fn search_on(&mut self, took: u32) {
        self.searching = false;
        self.find.search.pace(took);
        if let Some(alike) = self.alike.as_mut().filter(|alike| !alike.is_done(&self.layout)) {
            alike.search.go_on(self.document.text(), self.layout.paragraphs());
        }
    }
}
