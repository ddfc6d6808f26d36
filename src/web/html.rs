//! Web pages: HTML read into the blocks of an article.
//!
//! The browser's own parser reads it into a document that is not shown: no script in it runs and
//! nothing it names is loaded. Knows nothing of what the blocks become.

use super::dom::Dom;
use ascribe::text::paste::{Block, Facts, Kind, Region};
use wasm_bindgen::JsCast;
use web_sys::{Document, DomParser, Element, Node, SupportedType};

/// Reads HTML: the blocks with text, in order, and what its head says of the article.
pub(crate) fn read(html: &str) -> Dom<(Vec<Block>, Facts)> {
    let page = DomParser::new()?.parse_from_string(html, SupportedType::TextHtml)?;
    let mut reading = Reading::default();
    if let Some(body) = page.body() {
        reading.walk(&body);
    }
    Ok((reading.blocks, facts(&page)?))
}

/// The blocks read so far and the one being read.
#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    words: String,
    /// The kinds and regions of the elements open around the words, the innermost last.
    kinds: Vec<Kind>,
    regions: Vec<Region>,
}

impl Reading {
    /// Walks `root` without recursion: pages may nest deeper than the stack.
    fn walk(&mut self, root: &Element) {
        let mut next: Option<Node> = root.first_child();
        while let Some(node) = next {
            if self.enter(&node)
                && let Some(child) = node.first_child()
            {
                next = Some(child);
                continue;
            }
            let mut here = node;
            next = loop {
                self.leave(&here);
                if let Some(sibling) = here.next_sibling() {
                    break Some(sibling);
                }
                match here.parent_node() {
                    Some(up) if !root.is_same_node(Some(&up)) => here = up,
                    _ => break None,
                }
            };
        }
        self.flush();
    }

    /// Begins a node; tells whether its children are to be read.
    fn enter(&mut self, node: &Node) -> bool {
        let Some(element) = node.dyn_ref::<Element>() else {
            if node.node_type() == Node::TEXT_NODE {
                self.add(&node.text_content().unwrap_or_default());
            }
            return false;
        };
        let name = element.tag_name().to_ascii_lowercase();
        if is_silent(&name) || is_hidden(element) {
            return false;
        }
        match name.as_str() {
            "br" => self.words.push('\n'),
            "img" => self.add(&element.get_attribute("alt").unwrap_or_default()),
            "td" | "th" => self.add(" "),
            _ => {}
        }
        if let Some(kind) = kind_of(&name) {
            self.flush();
            self.kinds.push(kind);
        }
        if let Some(region) = region_of(element, &name) {
            self.flush();
            self.regions.push(region);
        }
        true
    }

    /// Ends a node.
    fn leave(&mut self, node: &Node) {
        let Some(element) = node.dyn_ref::<Element>() else { return };
        let name = element.tag_name().to_ascii_lowercase();
        if is_silent(&name) || is_hidden(element) {
            return;
        }
        if region_of(element, &name).is_some() {
            self.flush();
            self.regions.pop();
        }
        if kind_of(&name).is_some() {
            self.flush();
            self.kinds.pop();
        }
    }

    /// Adds words; outside of `<pre>` white space is one blank, as a browser shows it.
    fn add(&mut self, words: &str) {
        if self.kinds.contains(&Kind::Preformatted) {
            self.words.push_str(words);
            return;
        }
        for c in words.chars() {
            if !c.is_ascii_whitespace() {
                self.words.push(c);
            } else if !self.words.is_empty() && !self.words.ends_with([' ', '\n']) {
                self.words.push(' ');
            }
        }
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        if words.trim().is_empty() {
            return;
        }
        // A paragraph in a list entry is the entry; one in a division is itself.
        let special = self.kinds.iter().rev().find(|kind| **kind != Kind::Paragraph);
        self.blocks.push(Block {
            kind: special.copied().unwrap_or(Kind::Paragraph),
            region: self.regions.last().copied().unwrap_or_default(),
            text: words,
        });
    }
}

/// Elements whose content is no text of the page.
fn is_silent(name: &str) -> bool {
    matches!(
        name,
        "script"
            | "style"
            | "noscript"
            | "template"
            | "svg"
            | "math"
            | "iframe"
            | "object"
            | "embed"
            | "canvas"
            | "audio"
            | "video"
            | "select"
            | "head"
            | "title"
    )
}

fn is_hidden(element: &Element) -> bool {
    let style = element.get_attribute("style").unwrap_or_default().replace(' ', "");
    element.has_attribute("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// The kind of the block that an element opens; `None` when it stands in a line.
fn kind_of(name: &str) -> Option<Kind> {
    Some(match name {
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Kind::Heading,
        "li" | "dt" | "dd" => Kind::ListItem,
        "pre" | "textarea" => Kind::Preformatted,
        "p" | "div" | "article" | "section" | "main" | "header" | "footer" | "nav" | "aside"
        | "address" | "blockquote" | "figure" | "figcaption" | "ul" | "ol" | "dl" | "table"
        | "tbody" | "thead" | "tr" | "caption" | "form" | "fieldset" | "legend" | "details"
        | "summary" | "hr" | "center" | "body" | "button" | "dialog" | "hgroup" => Kind::Paragraph,
        _ => return None,
    })
}

fn region_of(element: &Element, name: &str) -> Option<Region> {
    Some(match name {
        "nav" | "menu" => Region::Navigation,
        "aside" => Region::Aside,
        "form" | "button" | "fieldset" => Region::Form,
        "figcaption" => Region::Caption,
        "footer" => Region::Footer,
        _ => match element.get_attribute("role")?.as_str() {
            "navigation" | "menu" | "menubar" | "banner" => Region::Navigation,
            "complementary" => Region::Aside,
            "contentinfo" => Region::Footer,
            "search" | "form" => Region::Form,
            _ => return None,
        },
    })
}

/// What the head of a page says of its article. Empty where it says nothing.
fn facts(page: &Document) -> Dom<Facts> {
    let meta = |names: &[&str]| -> Dom<String> {
        for name in names {
            let selector = format!("meta[property='{name}'], meta[name='{name}']");
            let content =
                page.query_selector(&selector)?.and_then(|it| it.get_attribute("content"));
            if let Some(content) = content.filter(|content| !content.trim().is_empty()) {
                return Ok(content.trim().to_owned());
            }
        }
        Ok(String::new())
    };
    let attribute = |selector: &str, name: &str| -> Dom<String> {
        let found = page.query_selector(selector)?.and_then(|it| it.get_attribute(name));
        Ok(found.unwrap_or_default().trim().to_owned())
    };
    let or = |one: String, other: Dom<String>| if one.is_empty() { other } else { Ok(one) };
    let author = meta(&["author", "article:author", "dc.creator", "parsely-author"])?;
    let author = if author.starts_with("http") { String::new() } else { author };
    Ok(Facts {
        title: or(meta(&["og:title", "twitter:title", "dc.title"])?, Ok(page.title()))?,
        url: or(attribute("link[rel='canonical']", "href")?, meta(&["og:url"]))?,
        outlet: meta(&["og:site_name", "application-name", "dc.publisher"])?,
        authors: author
            .split([',', ';'])
            .map(|name| name.trim().to_owned())
            .filter(|name| !name.is_empty())
            .collect(),
        published: or(
            meta(&["article:published_time", "date", "dc.date", "datePublished"])?,
            attribute("time[datetime]", "datetime"),
        )?,
        language: attribute("html[lang]", "lang")?,
    })
}
