//! The paragraphs of the article: which element each is, in blocks that are built when they are
//! needed or when there is time.
//!
//! A long article is seen at once because only its first block is built then. All others follow
//! within moments, so that the browser's own search, a screen reader and "select all" find all of
//! the text; who asks for a paragraph before gets its block built first. Knows no annotation.

use super::dom::{Dom, part, stamp};
use ascribe::app::{Part, Template};
use ascribe::text::Span;
use js_sys::Date;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The attribute of a paragraph's element that holds its index.
pub(crate) const PARAGRAPH: &str = "data-paragraph";

/// Milliseconds for which blocks are built in one go.
const SLICE: f64 = 8.0;
/// Characters of a line, to guess how high a block will be.
const LINE: usize = 72;

/// An article and the elements it is in.
struct Article {
    text: Rc<str>,
    paragraphs: Rc<[Span]>,
    blocks: Vec<Block>,
    /// The first block that may not be built yet.
    next: usize,
}

struct Block {
    element: HtmlElement,
    paragraphs: Range<usize>,
    built: bool,
}

thread_local! {
    static ARTICLE: RefCell<Option<Article>> = const { RefCell::new(None) };
}

/// Puts empty blocks of `paragraphs` in the place of what stood there, and returns their elements.
pub(crate) fn lay_out(
    text: &Rc<str>,
    paragraphs: &Rc<[Span]>,
    blocks: impl Iterator<Item = Range<usize>>,
) -> Dom<Vec<HtmlElement>> {
    clear()?;
    let place = part(Part::Text)?;
    let mut laid_out = Vec::new();
    for range in blocks {
        let element = stamp(Template::Block)?;
        let spans = paragraphs.get(range.clone()).unwrap_or_default();
        let lines: usize = spans.iter().map(|span| span.len() / LINE + 1).sum();
        element.style().set_property("--lines", &lines.to_string())?;
        place.append_child(&element)?;
        laid_out.push(Block { element, paragraphs: range, built: false });
    }
    let elements = laid_out.iter().map(|block| block.element.clone()).collect();
    let (text, paragraphs) = (Rc::clone(text), Rc::clone(paragraphs));
    ARTICLE.set(Some(Article { text, paragraphs, blocks: laid_out, next: 0 }));
    Ok(elements)
}

/// Takes the article away.
pub(crate) fn clear() -> Dom<()> {
    ARTICLE.set(None);
    part(Part::Text)?.replace_children_with_node_0();
    Ok(())
}

/// Returns the element of a paragraph, and builds its block when it is not there yet.
pub(crate) fn element(paragraph: usize) -> Dom<Option<HtmlElement>> {
    ARTICLE.with_borrow_mut(|article| {
        let Some(article) = article else { return Ok(None) };
        let at = article.blocks.partition_point(|block| block.paragraphs.end <= paragraph);
        article.build(at)?;
        let Some(block) = article.blocks.get(at) else { return Ok(None) };
        let inside = u32::try_from(paragraph - block.paragraphs.start).unwrap_or(u32::MAX);
        let found = block.element.children().item(inside);
        Ok(found.map(JsCast::dyn_into).transpose()?)
    })
}

/// Returns the index of the last paragraph.
pub(crate) fn last() -> Option<usize> {
    ARTICLE.with_borrow(|article| article.as_ref()?.paragraphs.len().checked_sub(1))
}

/// Builds some blocks that are not built yet; tells whether there are more.
pub(crate) fn fill_in() -> Dom<bool> {
    ARTICLE.with_borrow_mut(|article| {
        let Some(article) = article else { return Ok(false) };
        let end = Date::now() + SLICE;
        while article.next < article.blocks.len() {
            if Date::now() > end {
                return Ok(true);
            }
            article.build(article.next)?;
            article.next += 1;
        }
        Ok(false)
    })
}

impl Article {
    fn build(&mut self, at: usize) -> Dom<()> {
        let Some(block) = self.blocks.get_mut(at).filter(|block| !block.built) else {
            return Ok(());
        };
        block.built = true;
        for index in block.paragraphs.clone() {
            let paragraph = stamp(Template::Paragraph)?;
            paragraph.set_attribute(PARAGRAPH, &index.to_string())?;
            let words = self.paragraphs.get(index).map(|span| span.of(&self.text));
            paragraph.set_text_content(words);
            if is_tight(&self.paragraphs, index) {
                paragraph.set_attribute("data-tight", "")?;
            }
            block.element.append_child(&paragraph)?;
        }
        Ok(())
    }
}

/// Tells whether the next paragraph follows without a blank line.
fn is_tight(paragraphs: &[Span], at: usize) -> bool {
    let ends = paragraphs.get(at).zip(paragraphs.get(at + 1));
    ends.is_some_and(|(one, next)| next.start().0 - one.end().0 == 1)
}
