//! Blocks: what a rich page or a Markdown text is made of before it is cleaned.

/// What a line or a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A title or a sub-heading.
    Heading,
    /// Running text.
    #[default]
    Paragraph,
    /// An entry of a list.
    ListItem,
    /// Text whose line ends may come from a narrow screen: HTML's `<pre>`.
    Preformatted,
}

/// The part of a page that a block stands in, as its markup tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Region {
    /// The article, or nothing is known.
    #[default]
    Article,
    /// Lines above an article that describe it, as the front matter of a Markdown file.
    Header,
    /// HTML's `<nav>` and menus.
    Navigation,
    /// HTML's `<footer>` of the page.
    Footer,
    /// HTML's `<aside>`: boxes beside the article.
    Aside,
    /// Forms and buttons.
    Form,
    /// HTML's `<figcaption>`.
    Caption,
}

/// A block of a rich text: `\n` in it is a line break that is meant, as HTML's `<br>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// Where on the page it stands.
    pub region: Region,
    /// Its words.
    pub text: String,
}

impl Block {
    /// Makes a block of the article itself.
    pub fn new(kind: Kind, text: impl Into<String>) -> Self {
        Block { kind, region: Region::Article, text: text.into() }
    }
}
