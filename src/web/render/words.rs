//! The words that stand in the page itself: filled in when it starts and when another language is
//! chosen, in its templates too.
//!
//! Knows how the page asks for words (`data-words` and its kind), not what they say.

use crate::web::dom::{Dom, document, set_text};
use ascribe::app::{Piece, Words, pieces};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, HtmlTemplateElement, NodeList};

/// The attribute that names an element's words.
const TEXT: &str = "data-words";
/// The attributes that name the words of another attribute.
const ATTRIBUTES: [(&str, &str); 2] =
    [("data-words-label", "aria-label"), ("data-words-placeholder", "placeholder")];
/// Whatever names words.
const ASKING: &str = "[data-words], [data-words-label], [data-words-placeholder]";

/// The attribute of the page's root until it has words.
const OPENING: &str = "data-opening";

/// Fills the words of page and templates.
pub(super) fn fill_page(words: &Words) -> Dom<()> {
    let document = document()?;
    if let Some(root) = document.document_element() {
        root.set_attribute("lang", words.tongue().tag())?;
        root.remove_attribute(OPENING)?;
    }
    fill_all(&document, &document.query_selector_all(ASKING)?, words)?;
    let templates = document.query_selector_all("template")?;
    for template in elements(&templates) {
        let content: DocumentFragment = template.unchecked_into::<HtmlTemplateElement>().content();
        fill_all(&document, &content.query_selector_all(ASKING)?, words)?;
    }
    Ok(())
}

/// The elements of a list.
pub(super) fn elements(list: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..list.length()).filter_map(|at| list.item(at)?.dyn_into().ok())
}

fn fill_all(document: &Document, asking: &NodeList, words: &Words) -> Dom<()> {
    for element in elements(asking) {
        if let Some(name) = element.get_attribute(TEXT) {
            fill(document, &element, said(words, &name)?)?;
        }
        for (asked, attribute) in ATTRIBUTES {
            if let Some(name) = element.get_attribute(asked) {
                element.set_attribute(attribute, said(words, &name)?)?;
            }
        }
    }
    Ok(())
}

fn said(words: &Words, name: &str) -> Dom<&'static str> {
    words.named(name).ok_or_else(|| JsValue::from_str(&format!("the page asks for “{name}”")))
}

/// Puts `sentence` into `element`. The elements in it take the places that the sentence has for
/// parts, in order; those for which it has none follow it.
pub(super) fn fill(document: &Document, element: &Element, sentence: &str) -> Dom<()> {
    let parts = element.children();
    let count = parts.length();
    if count == 0 {
        set_text(element, sentence);
        return Ok(());
    }
    let nodes = Array::new();
    let mut placed = 0;
    for piece in pieces(sentence) {
        match piece {
            Piece::Said(words) => nodes.push(&document.create_text_node(words)),
            Piece::Place(place) => {
                placed += 1;
                let part = u32::try_from(place).ok().and_then(|place| parts.item(place));
                nodes.push(&part.into())
            }
        };
    }
    for rest in (placed..count).filter_map(|at| parts.item(at)) {
        nodes.push(&rest);
    }
    element.replace_children_with_node(&nodes);
    Ok(())
}
