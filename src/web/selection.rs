//! The browser's selection and highlights, in places of the article.
//!
//! The only room that counts UTF-16 units and walks text nodes. Knows no annotation.

use super::dom::{Dom, document, part, window};
use super::paragraphs::{self, PARAGRAPH};
use ascribe::app::{Part, Place};
use ascribe::text::Utf16;
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, HtmlElement, Node, Range, Selection, TreeWalker};

/// `NodeFilter.SHOW_TEXT`: walk text nodes only.
const SHOW_TEXT: u32 = 4;

/// Returns the two ends of the selection in the article, the one that moves last; `None` when
/// nothing of the article is selected.
pub(crate) fn read() -> Dom<Option<(Place, Place)>> {
    let Some(selection) = window()?.get_selection()? else {
        return Ok(None);
    };
    if selection.is_collapsed() {
        return Ok(None);
    }
    let text = part(Part::Text)?;
    let place = |node: Option<Node>, offset: u32| match node {
        Some(node) if text.contains(Some(&node)) => place_of(&text, &node, offset),
        // All of the page may be selected: then the article is, from its start or to its end.
        Some(node) if precedes(&node, &text) => Ok(Some(Place { paragraph: 0, at: Utf16(0) })),
        Some(_) => Ok(last_place()),
        None => Ok(None),
    };
    let anchor = place(selection.anchor_node(), selection.anchor_offset())?;
    let focus = place(selection.focus_node(), selection.focus_offset())?;
    Ok(anchor.zip(focus))
}

/// Tells whether `node` begins before `text`.
fn precedes(node: &Node, text: &Element) -> bool {
    text.compare_document_position(node) & Node::DOCUMENT_POSITION_PRECEDING != 0
}

/// Returns the place of the caret of an empty selection in the article.
pub(crate) fn caret() -> Dom<Option<Place>> {
    let Some(selection) = window()?.get_selection()? else {
        return Ok(None);
    };
    let text = part(Part::Text)?;
    match selection.anchor_node() {
        Some(node) if text.contains(Some(&node)) => {
            place_of(&text, &node, selection.anchor_offset())
        }
        _ => Ok(None),
    }
}

/// Makes the stretch from `anchor` to `head`, where its caret is, the selection.
pub(crate) fn set(anchor: Place, head: Place) -> Dom<()> {
    let ends = node_at(anchor)?.zip(node_at(head)?);
    if let Some((selection, ((anchor, anchored), (head, headed)))) = selection()?.zip(ends) {
        selection.set_base_and_extent(&anchor, anchored, &head, headed)?;
    }
    Ok(())
}

/// Returns the place of the article under a point of the window, as `caretPositionFromPoint` or,
/// where a browser lacks it, `caretRangeFromPoint` finds it.
pub(crate) fn place_at_point(x: f64, y: f64) -> Dom<Option<Place>> {
    let document = document()?;
    let ask = |name: &str, node: &str, offset: &str| -> Dom<Option<(Node, u32)>> {
        let Ok(asked) = Reflect::get(&document, &name.into())?.dyn_into::<Function>() else {
            return Ok(None);
        };
        let found = asked.call2(&document, &x.into(), &y.into())?;
        if found.is_null() {
            return Ok(None);
        }
        let offset = Reflect::get(&found, &offset.into())?.as_f64().unwrap_or_default();
        let node = Reflect::get(&found, &node.into())?.dyn_into::<Node>().ok();
        Ok(node.map(|node| (node, offset as u32)))
    };
    let found = match ask("caretPositionFromPoint", "offsetNode", "offset")? {
        Some(found) => Some(found),
        None => ask("caretRangeFromPoint", "startContainer", "startOffset")?,
    };
    let text = part(Part::Text)?;
    match found {
        Some((node, offset)) if text.contains(Some(&node)) => place_of(&text, &node, offset),
        _ => Ok(None),
    }
}

/// A border between two characters as it stands in the window, in CSS pixels.
#[derive(Clone, Copy, PartialEq)]
pub(crate) struct Border {
    pub(crate) x: f64,
    pub(crate) top: f64,
    pub(crate) height: f64,
}

/// Returns the border before the character at a place, or behind the one before where that has no
/// width; `reversed` in a paragraph that runs from right to left.
pub(crate) fn border_before(place: Place, reversed: bool) -> Dom<Option<Border>> {
    match character(place, 1)? {
        Some(rect) => Ok(Some(border(&rect, reversed))),
        None => Ok(character(place, -1)?.map(|rect| border(&rect, !reversed))),
    }
}

/// Returns the border behind the character before a place.
pub(crate) fn border_behind(place: Place, reversed: bool) -> Dom<Option<Border>> {
    Ok(character(place, -1)?.map(|rect| border(&rect, !reversed)))
}

fn border(rect: &DomRect, right: bool) -> Border {
    let x = if right { rect.right() } else { rect.left() };
    Border { x, top: rect.top(), height: rect.height() }
}

/// The rectangle of the character on one side of a place: of one unit, or of two that make one.
fn character(place: Place, side: isize) -> Dom<Option<DomRect>> {
    for units in [side, 2 * side] {
        let Some(at) = place.at.0.checked_add_signed(units) else { continue };
        let other = Place { at: Utf16(at), ..place };
        let (start, end) = if side < 0 { (other, place) } else { (place, other) };
        if let Some(rect) = rects(start, end)?.pop() {
            return Ok(Some(rect));
        }
    }
    Ok(None)
}

/// Lets go of a selection in the article.
pub(crate) fn clear() -> Dom<()> {
    match selection()? {
        Some(selection) if read()?.is_some() => selection.remove_all_ranges(),
        _ => Ok(()),
    }
}

fn selection() -> Dom<Option<Selection>> {
    window()?.get_selection()
}

/// Returns the rectangles of the lines from `start` to `end`, in the window.
pub(crate) fn rects(start: Place, end: Place) -> Dom<Vec<DomRect>> {
    let Some(list) = range(start, end)?.and_then(|range| range.get_client_rects()) else {
        return Ok(Vec::new());
    };
    let rects = (0..list.length()).filter_map(|at| list.item(at));
    Ok(rects.filter(|rect| rect.width() > 0.5 && rect.height() > 0.5).collect())
}

/// Returns the element of a paragraph.
pub(crate) fn paragraph(index: usize) -> Dom<Option<HtmlElement>> {
    paragraphs::element(index)
}

fn range(start: Place, end: Place) -> Dom<Option<Range>> {
    Nodes::default().range(start, end)
}

fn node_at(place: Place) -> Dom<Option<(Node, u32)>> {
    Nodes::default().at(place)
}

/// The text nodes of the paragraph that was asked about last: many places of one are found by
/// walking it once.
#[derive(Default)]
struct Nodes {
    paragraph: Option<(usize, HtmlElement, TreeWalker)>,
    /// Those walked over, each with the offset at which it ends.
    walked: Vec<(Node, usize)>,
}

impl Nodes {
    /// The text node and offset at a place; the end of a node rather than the start of the next.
    fn at(&mut self, place: Place) -> Dom<Option<(Node, u32)>> {
        if self.paragraph.as_ref().map(|(index, ..)| *index) != Some(place.paragraph) {
            let Some(element) = paragraph(place.paragraph)? else {
                return Ok(None);
            };
            let walker = document()?.create_tree_walker_with_what_to_show(&element, SHOW_TEXT)?;
            self.paragraph = Some((place.paragraph, element, walker));
            self.walked.clear();
        }
        let Some((_, element, walker)) = &self.paragraph else {
            return Ok(None);
        };
        while self.walked.last().is_none_or(|(_, end)| *end < place.at.0) {
            let Some(node) = walker.next_node()? else { break };
            let before = self.walked.last().map_or(0, |(_, end)| *end);
            let end = before + length(&node);
            self.walked.push((node, end));
        }
        let at = self.walked.partition_point(|(_, end)| *end < place.at.0);
        let at = at.min(self.walked.len().saturating_sub(1));
        let Some((node, end)) = self.walked.get(at) else {
            return Ok(Some((element.clone().into(), 0)));
        };
        let start = at.checked_sub(1).and_then(|at| self.walked.get(at)).map_or(0, |(_, end)| *end);
        let inside = place.at.0.clamp(start, *end) - start;
        Ok(Some((node.clone(), u32::try_from(inside).unwrap_or(u32::MAX))))
    }

    fn range(&mut self, start: Place, end: Place) -> Dom<Option<Range>> {
        let ends = self.at(start)?.zip(self.at(end)?);
        let Some(((start, start_offset), (end, end_offset))) = ends else {
            return Ok(None);
        };
        let range = document()?.create_range()?;
        range.set_start(&start, start_offset)?;
        range.set_end(&end, end_offset)?;
        Ok(Some(range))
    }
}

/// The length of a text node in UTF-16 units.
fn length(node: &Node) -> usize {
    node.dyn_ref::<web_sys::Text>().map_or(0, |text| text.length() as usize)
}

/// The place in the article of an offset in a node of it.
fn place_of(text: &Element, node: &Node, offset: u32) -> Dom<Option<Place>> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element());
    let Some(element) = element else {
        return Ok(None);
    };
    let Some(paragraph) = element.closest(&format!("[{PARAGRAPH}]"))? else {
        return Ok(between(text, node, offset)?.or_else(last_place));
    };
    let range = document()?.create_range()?;
    range.set_start(&paragraph, 0)?;
    range.set_end(node, offset)?;
    let before = range.to_string();
    Ok(index_of(&paragraph)
        .map(|index| Place { paragraph: index, at: Utf16(before.length() as usize) }))
}

/// The place of an offset in a container of paragraphs: the start of the next paragraph, if there
/// is one.
fn between(text: &Element, node: &Node, offset: u32) -> Dom<Option<Place>> {
    let next = node.child_nodes().item(offset).or_else(|| {
        let mut up = Some(node.clone());
        loop {
            let here = up.filter(|here| !text.is_same_node(Some(here)))?;
            if let Some(sibling) = here.next_sibling() {
                return Some(sibling);
            }
            up = here.parent_node();
        }
    });
    let selector = format!("[{PARAGRAPH}]");
    let found = next.and_then(|next| next.dyn_into::<Element>().ok()).map(|next| {
        if next.matches(&selector)? { Ok(Some(next)) } else { next.query_selector(&selector) }
    });
    if let Some(index) = found.transpose()?.flatten().and_then(|next| index_of(&next)) {
        return Ok(Some(Place { paragraph: index, at: Utf16(0) }));
    }
    Ok(None)
}

/// The end of the last paragraph.
fn last_place() -> Option<Place> {
    paragraphs::last().map(|last| Place { paragraph: last, at: Utf16(usize::MAX) })
}

fn index_of(paragraph: &Element) -> Option<usize> {
    paragraph.get_attribute(PARAGRAPH)?.parse().ok()
}

#[wasm_bindgen]
extern "C" {
    /// The CSS Custom Highlight API, which `web_sys` holds for unstable.
    type Highlight;

    #[wasm_bindgen(constructor, catch, variadic)]
    fn new(ranges: &Array) -> Result<Highlight, JsValue>;

    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type HighlightRegistry;

    #[wasm_bindgen(method)]
    fn set(this: &HighlightRegistry, name: &str, highlight: &Highlight);

    #[wasm_bindgen(method)]
    fn delete(this: &HighlightRegistry, name: &str) -> bool;
}

/// Shows a CSS highlight of that name over `places`, or none.
pub(crate) fn highlight(name: &str, places: &[(Place, Place)]) -> Dom<()> {
    highlight_over(name, places, 0)
}

/// Highlights these stretches under a name that the style sheet knows, over those of less priority.
/// Does nothing in a browser without highlights: what is highlighted is shown by other means too.
pub(crate) fn highlight_over(name: &str, stretches: &[(Place, Place)], priority: i32) -> Dom<()> {
    let css = Reflect::get(window()?.as_ref(), &"CSS".into())?;
    let registry = Reflect::get(&css, &"highlights".into())?;
    if registry.is_undefined() {
        return Ok(());
    }
    let registry: HighlightRegistry = registry.unchecked_into();
    let ranges = Array::new();
    let mut nodes = Nodes::default();
    for (start, end) in stretches {
        if let Some(range) = nodes.range(*start, *end)? {
            ranges.push(&range);
        }
    }
    if ranges.length() == 0 {
        registry.delete(name);
    } else {
        let highlight = Highlight::new(&ranges)?;
        highlight.set_priority(priority);
        registry.set(name, &highlight);
    }
    Ok(())
}
