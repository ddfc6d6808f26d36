//! The article: blocks of paragraphs, and the marks of those near the view.

use super::{CHOSEN, SENTENCE};
use crate::web::dom::{Dom, part, set_flag, set_subject, stamp};
use crate::web::paragraphs;
use crate::web::program::{Program, attempt};
use crate::web::selection;
use ascribe::app::{
    ArticleScreen, Block, BlockMarks, Marks, Msg, Part, Template, Words, same_list,
};
use ascribe::text::Direction;
use js_sys::Array;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{
    Element, HtmlElement, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit,
};

/// The attribute of a block's element that holds its index.
const BLOCK: &str = "data-block";
/// How far outside the view a block counts as near.
const NEAR: &str = "900px 0px";

/// The article as painted.
#[derive(Default)]
pub(super) struct Painted {
    blocks: Vec<PaintedBlock>,
    watch: Option<Watch>,
}

struct PaintedBlock {
    first: usize,
    marks: Option<BlockMarks>,
}

impl Painted {
    /// Shows the text and its marks; tells whether a paragraph was painted again.
    pub(super) fn render(
        &mut self,
        old: Option<&ArticleScreen>,
        new: &ArticleScreen,
        words: &Words,
        program: &Program,
    ) -> Dom<bool> {
        if old.is_none() || self.blocks.len() != new.blocks.len() {
            self.lay_out(new, program)?;
        }
        let text = part(Part::Text)?;
        if old.map(|old| &old.language) != Some(&new.language) {
            let leftward = new.direction == Direction::RightToLeft;
            set_flag(&text, "dir", Some(if leftward { "rtl" } else { "ltr" }))?;
            set_flag(&text, "lang", Some(new.language.as_str()).filter(|tag| !tag.is_empty()))?;
        }
        if old.map(|old| old.headline) != Some(new.headline) {
            self.set_headline(old.and_then(|old| old.headline), false)?;
            self.set_headline(new.headline, true)?;
        }
        let mut repainted = false;
        for (painted, block) in self.blocks.iter_mut().zip(&new.blocks) {
            if !same_list(painted.marks.as_ref(), block.marks.as_ref()) {
                painted.paint(new, block.marks.as_ref(), words)?;
                repainted = true;
            }
        }
        if repainted || old.map(|old| &old.lit) != Some(&new.lit) {
            selection::highlight(CHOSEN, &new.lit)?;
        }
        if repainted || old.map(|old| &old.active) != Some(&new.active) {
            selection::highlight(SENTENCE, new.active.as_slice())?;
        }
        Ok(repainted)
    }

    /// Lays the blocks out, without paragraphs.
    fn lay_out(&mut self, new: &ArticleScreen, program: &Program) -> Dom<()> {
        let blocks = new.blocks.iter().map(|block| block.paragraphs.clone());
        let elements = paragraphs::lay_out(&new.text, &new.paragraphs, blocks)?;
        let watch = Watch::new(None, NEAR, program, Msg::BlocksNeared)?;
        for (index, element) in elements.iter().enumerate() {
            watch.observe(element, index)?;
        }
        let block = |block: &Block| PaintedBlock { first: block.paragraphs.start, marks: None };
        self.blocks = new.blocks.iter().map(block).collect();
        self.watch = Some(watch);
        program.fill_in()
    }

    fn set_headline(&self, paragraph: Option<usize>, is: bool) -> Dom<()> {
        let Some(index) = paragraph else { return Ok(()) };
        if let Some(element) = selection::paragraph(index)? {
            set_flag(&element, "role", is.then_some("heading"))?;
            set_flag(&element, "aria-level", is.then_some("2"))?;
        }
        Ok(())
    }
}

impl PaintedBlock {
    /// Paints the paragraphs whose marks differ; all of them plain when there are none.
    fn paint(
        &mut self,
        screen: &ArticleScreen,
        marks: Option<&BlockMarks>,
        words: &Words,
    ) -> Dom<()> {
        if marks.is_some() {
            paragraphs::element(self.first)?;
        }
        let count = marks.or(self.marks.as_ref()).map_or(0, |marks| marks.len());
        for at in 0..count {
            let new = marks.and_then(|marks| marks.get(at));
            let painted = self.marks.as_ref().and_then(|marks| marks.get(at));
            let same = match (painted, new) {
                (Some(old), Some(new)) => Rc::ptr_eq(old, new),
                (Some(only), None) | (None, Some(only)) => is_plain(only),
                (None, None) => true,
            };
            if same {
                continue;
            }
            let Some(paragraph) = paragraphs::element(self.first + at)? else {
                continue;
            };
            match new {
                Some(marks) => paint(&paragraph, marks, words)?,
                None => {
                    let span = screen.paragraphs.get(self.first + at);
                    paragraph.set_text_content(span.map(|span| span.of(&screen.text)));
                }
            }
        }
        self.marks = marks.cloned();
        Ok(())
    }
}

fn is_plain(marks: &Marks) -> bool {
    marks.0.iter().all(|piece| piece.layers.is_empty() && piece.sentence.is_none())
}

/// Paints one paragraph: a text node for every piece, in one `<mark>` for each that covers it.
fn paint(paragraph: &HtmlElement, marks: &Marks, words: &Words) -> Dom<()> {
    let nodes = Array::new();
    let document = crate::web::dom::document()?;
    let mut names = Names::default();
    for piece in &marks.0 {
        let text = document.create_text_node(&piece.text);
        if let Some(number) = piece.sentence {
            let place = stamp(Template::Number)?;
            place.set_attribute("data-number", &number.to_string())?;
            nodes.push(&place);
        }
        let mut outermost: Option<HtmlElement> = None;
        let mut innermost: Option<HtmlElement> = None;
        for layer in &piece.layers {
            let mark = stamp(Template::Mark)?;
            set_subject(&mark, &layer.id.0)?;
            mark.set_attribute("data-label", layer.label.word())?;
            mark.style().set_property("--lane", &layer.lane.to_string())?;
            if layer.hidden {
                mark.set_attribute("data-hidden", "")?;
                mark.set_attribute("role", "none")?;
            } else if layer.begins {
                names.add(&mark, words.label(layer.label))?;
            }
            match &innermost {
                Some(around) => around.append_child(&mark).map(|_| ())?,
                None => outermost = Some(mark.clone()),
            }
            innermost = Some(mark);
        }
        names.pass(&piece.text);
        match (innermost, outermost) {
            (Some(around), Some(top)) => {
                around.append_child(&text)?;
                nodes.push(&top);
            }
            _ => {
                nodes.push(&text);
            }
        }
    }
    paragraph.replace_children_with_node(&nodes);
    Ok(())
}

/// The names above the words at which marks begin. A name takes no room in its line; marks that
/// begin below the name of another share it, so that every name can be read.
#[derive(Default)]
struct Names {
    /// Characters of the paragraph painted so far.
    at: usize,
    /// The last mark that carries a name: where its name ends, and what it says.
    last: Option<(HtmlElement, usize, String)>,
}

impl Names {
    fn add(&mut self, mark: &HtmlElement, name: &str) -> Dom<()> {
        match &mut self.last {
            Some((bearer, end, names)) if self.at < *end => {
                names.push_str(" · ");
                names.push_str(name);
                *end += width(name) + 1;
                bearer.set_attribute("data-name", names)
            }
            _ => {
                self.last = Some((mark.clone(), self.at + width(name), name.to_owned()));
                mark.set_attribute("data-name", name)
            }
        }
    }

    fn pass(&mut self, words: &str) {
        self.at += words.chars().count();
    }
}

/// Characters of the article's text that a name, which is set smaller, reaches over.
fn width(name: &str) -> usize {
    name.len().div_ceil(2) + 1
}

/// Watches which elements with a block's index are near the view, and tells the program.
pub(super) struct Watch {
    observer: IntersectionObserver,
    _seen: Closure<dyn FnMut(Vec<IntersectionObserverEntry>)>,
}

impl Watch {
    /// Watches inside `root`, or the window, with a margin as CSS writes it.
    pub(super) fn new(
        root: Option<&Element>,
        margin: &str,
        program: &Program,
        msg: fn(Vec<(usize, bool)>) -> Msg,
    ) -> Dom<Self> {
        let program = program.clone();
        let seen = Closure::new(move |entries: Vec<IntersectionObserverEntry>| {
            attempt(|| {
                let near = entries.iter().filter_map(|entry| {
                    let index = entry.target().get_attribute(BLOCK)?.parse().ok()?;
                    Some((index, entry.is_intersecting()))
                });
                program.take(msg(near.collect()));
                Ok(())
            });
        });
        let options = IntersectionObserverInit::new();
        options.set_root(root);
        options.set_root_margin(margin);
        let observer =
            IntersectionObserver::new_with_options(seen.as_ref().unchecked_ref(), &options)?;
        Ok(Watch { observer, _seen: seen })
    }

    /// Watches `element` as the block of that index.
    pub(super) fn observe(&self, element: &Element, index: usize) -> Dom<()> {
        element.set_attribute(BLOCK, &index.to_string())?;
        self.observer.observe(element);
        Ok(())
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
        // What it has seen and not told yet would still be told, to nobody.
        self.observer.take_records();
    }
}
