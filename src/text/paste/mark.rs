//! Marking: which lines of a paste are page furniture, told by their words and their place.
//!
//! An article is surrounded by furniture: a head above its first paragraph and a tail behind its
//! last. There a section's name or a bare date is furniture; within the article only what can be
//! nothing else. Behind the first furniture of the tail short lines are furniture too.

use super::draft::Marked;
use super::phrasebook::{Phrasebook, words};
use super::phrases::Weight;
use super::view::{View, is_mail_head, is_quote_head};
use super::wrap::ends_sentence;
use super::{Furniture, Kind};

/// Words of a paragraph that cannot be a teaser of another article.
const LONG_PARAGRAPH: usize = 25;

/// Lines of the longest signature of a mail.
const SIGNATURE: usize = 10;

/// Tells for every line whether it is furniture, and why, and where the article stands.
pub(super) fn mark(lines: &[Marked]) -> (Vec<Option<Furniture>>, Article) {
    let book = Phrasebook::open();
    let views: Vec<View> = lines.iter().map(|line| View::of(line, book)).collect();
    let mut page = Page { marks: vec![None; views.len()], views };
    page.mark_mail();
    page.mark_contents();
    page.mark_pictures();
    let article = page.article();
    page.mark_head(article.title, article.head);
    page.mark_body(article.head, article.last);
    page.mark_tail(article.last);
    page.mark_rules();
    (page.marks, article)
}

/// Where the article stands on the page, as indices of lines.
pub(super) struct Article {
    pub(super) title: Option<usize>,
    /// The first paragraph.
    pub(super) first: usize,
    /// The line behind the title, byline and date.
    pub(super) head: usize,
    /// The line behind its last paragraph.
    last: usize,
}

struct Page<'t> {
    views: Vec<View<'t>>,
    marks: Vec<Option<Furniture>>,
}

impl Page<'_> {
    fn article(&self) -> Article {
        let all = self.views.len();
        let is_article = |index: &usize| self.is_paragraph(*index);
        let Some(mut first) = (0..all).find(is_article) else {
            return Article { title: None, first: all, head: all, last: all };
        };
        let mut title = self.title(first);
        // A headline that asks or calls out looks like a paragraph.
        let is_named = title.and_then(|index| self.views.get(index));
        if !is_named.is_some_and(|view| view.kind == Kind::Heading || view.words > 3)
            && self.views.get(first).is_some_and(View::is_call)
            && let Some(next) = (first + 1..all).find(is_article)
        {
            (title, first) = (Some(first), next);
        }
        let end = self.closing(first);
        let last = (first..end).rev().find(is_article).map_or(end, |last| last + 1);
        // A summary may stand above the byline and the date: the head then ends behind them.
        let next = (first + 1..last).find(is_article).unwrap_or(first);
        let below = self.views.get(first + 1..next).unwrap_or_default();
        let head = if below.iter().any(View::ends_head) { next } else { first };
        Article { title, first, head, last }
    }

    /// Returns the headline among the lines before `first`.
    fn title(&self, first: usize) -> Option<usize> {
        let free = || {
            self.views.iter().enumerate().take(first).filter(|(index, view)| {
                let is_marked = self.marks.get(*index).is_some_and(Option::is_some);
                !is_marked && view.at_edge().is_none() && !view.is_byline && !view.is_salutation()
            })
        };
        free()
            .find(|(_, view)| view.kind == Kind::Heading)
            .or_else(|| free().find(|(_, view)| view.words > 3))
            .or_else(|| free().max_by_key(|(_, view)| view.words))
            .map(|(index, _)| index)
    }

    /// Tells whether the line is a paragraph of an article.
    fn is_paragraph(&self, index: usize) -> bool {
        let is_free = matches!(self.marks.get(index), Some(None));
        let view = self.views.get(index).filter(|_| is_free);
        view.is_some_and(|view| view.is_paragraph && view.anywhere().is_none())
    }

    /// Returns where lists of other articles or comments begin, else the number of lines.
    fn closing(&self, first: usize) -> usize {
        let size = |views: &[View]| -> usize {
            views.iter().filter(|view| view.is_paragraph).map(|view| view.words).sum()
        };
        let all = self.views.len();
        let total = size(&self.views);
        let mut before = 0;
        let last_long = self.views.iter().rposition(|view| {
            view.is_paragraph && view.words >= LONG_PARAGRAPH && view.anywhere().is_none()
        });
        for (index, view) in self.views.iter().enumerate() {
            if let Some((furniture, Weight::Closing)) = view.found
                && index > first
                && before * 2 >= total
                && (furniture == Furniture::Comments || last_long.is_none_or(|long| long < index))
            {
                return index;
            }
            before += if view.is_paragraph { view.words } else { 0 };
        }
        all
    }

    fn set(&mut self, index: usize, furniture: Furniture) {
        if let Some(mark) = self.marks.get_mut(index) {
            mark.get_or_insert(furniture);
        }
    }

    /// Marks heads of mails, "… wrote:" and a signature behind `--`.
    fn mark_mail(&mut self) {
        let heads: Vec<bool> = self.views.iter().map(|view| is_mail_head(view.text)).collect();
        for index in 0..heads.len() {
            let is = |index: Option<usize>| index.and_then(|i| heads.get(i)) == Some(&true);
            let in_run = is(Some(index)) && (is(index.checked_sub(1)) || is(Some(index + 1)));
            if in_run || self.views.get(index).is_some_and(|view| is_quote_head(view.text)) {
                self.set(index, Furniture::MailHead);
            }
        }
        let signature = self.views.iter().rposition(|view| view.text == "--");
        if let Some(start) = signature.filter(|start| self.views.len() - start <= SIGNATURE) {
            (start..self.views.len()).for_each(|index| self.set(index, Furniture::Contact));
        }
    }

    /// Marks a table of contents: its heading and numbered lines behind it.
    fn mark_contents(&mut self) {
        let is_title = |view: &View| {
            let titles = [
                "contents",
                "contents hide",
                "table of contents",
                "inhaltsverzeichnis",
                "sommaire",
                "índice",
                "contenido",
            ];
            view.text.len() < 40 && titles.contains(&words(view.text).as_str())
        };
        let Some(start) = self.views.iter().position(is_title) else {
            return;
        };
        let entries = self.views.iter().skip(start + 1).take_while(|view| {
            view.words < 12
                && view.text.starts_with(|c: char| c.is_ascii_digit())
                && !view.is_paragraph
        });
        let count = entries.count();
        if count > 1 {
            (start..=start + count).for_each(|index| self.set(index, Furniture::Menu));
        }
    }

    fn mark_head(&mut self, title: Option<usize>, first: usize) {
        for index in 0..first {
            if let Some(furniture) = self.views.get(index).and_then(View::at_edge)
                && Some(index) != title
            {
                self.set(index, furniture);
            }
        }
        // A short line among the menus above a title names a section too.
        let above = 0..title.unwrap_or(first);
        let is_short =
            |view: &View| view.words <= 3 && !ends_sentence(view.text) && !view.is_byline;
        let short = self.views.iter().take(above.end).filter(|view| is_short(view)).count();
        let marked = self.marks.iter().take(above.end).flatten().count();
        if marked > 0 || short > 2 {
            for index in above {
                if self.views.get(index).is_some_and(is_short) {
                    self.set(index, Furniture::Menu);
                }
            }
        }
    }

    fn mark_body(&mut self, first: usize, last: usize) {
        let mut label: Option<Furniture> = None;
        // The label names a list of several articles, not the one in the next line.
        let mut is_list = false;
        for index in first..last {
            let Some(view) = self.views.get(index) else { continue };
            if self.marks.get(index).is_some_and(Option::is_some) {
                label = None;
                continue;
            }
            let is_entry = view.kind == Kind::ListItem;
            let is_buttons = view.anywhere();
            let is_open = !view.is_paragraph && view.kind != Kind::Heading;
            let (furniture, next) = match (is_buttons, label) {
                (Some(Furniture::Related), _) if view.words <= 4 => (is_buttons, is_buttons),
                (Some(_), _) => (is_buttons, None),
                (None, Some(label)) if is_open || is_list && view.is_call() => {
                    (Some(label), Some(label).filter(|_| is_entry || is_list))
                }
                (None, _) => (view.is_stamp().then_some(Furniture::DateLine), None),
            };
            is_list =
                next.is_some() && (is_list || matches!(view.found, Some((_, Weight::Closing))));
            label = next;
            if let Some(furniture) = furniture {
                self.set(index, furniture);
            }
        }
    }

    fn mark_tail(&mut self, last: usize) {
        let mut in_furniture = false;
        for index in last..self.views.len() {
            let Some(view) = self.views.get(index) else { continue };
            if let Some(furniture) = view.at_edge() {
                in_furniture = true;
                self.set(index, furniture);
            } else if in_furniture {
                self.set(index, Furniture::Neighbour);
            }
        }
    }

    /// Marks what stands for a picture above its source: the words for those who cannot see it.
    fn mark_pictures(&mut self) {
        for index in 1..self.views.len() {
            let is_source = self.views.get(index).is_some_and(|view| {
                view.text.get(..12).is_some_and(|start| start.eq_ignore_ascii_case("image source"))
            });
            let above = self.views.get(index - 1).filter(|view| {
                is_source && !view.is_paragraph && !view.is_byline && view.kind != Kind::Heading
            });
            if above.is_some() {
                self.set(index - 1, Furniture::PhotoCredit);
            }
        }
    }

    /// Marks lines of signs alone, as `* * *` or `-----`, beside furniture.
    fn mark_rules(&mut self) {
        for index in 0..self.views.len() {
            let is_marked = |index: Option<usize>| {
                index.and_then(|i| self.marks.get(i)).is_some_and(Option::is_some)
            };
            let beside = is_marked(index.checked_sub(1)) || is_marked(Some(index + 1));
            let is_rule = self
                .views
                .get(index)
                .is_some_and(|view| !view.text.contains(char::is_alphanumeric));
            if beside && is_rule {
                self.set(index, Furniture::Neighbour);
            }
        }
    }
}
