//! Rules about the page: markup is written in index.html alone, and nothing asks for another host.
//!
//! Knows the words that break them, not the page's structure.

use super::{Finding, Source};

/// Ways in which a program turns text into markup.
const MARKUP: [&str; 11] = [
    "innerHTML",
    "inner_html",
    "outerHTML",
    "outer_html",
    "insertAdjacentHTML",
    "insert_adjacent_html",
    "document.write",
    "createContextualFragment",
    "create_contextual_fragment",
    "setHTMLUnsafe",
    "set_html_unsafe",
];

/// Attributes whose address a browser asks for by itself.
const ASKING: [&str; 8] =
    ["src=", "srcset=", "href=", "data=", "action=", "formaction=", "poster=", "ping="];

/// The program never turns text into markup, so that no article can bring in any.
pub(super) fn writes_no_markup(source: &Source) -> Vec<Finding> {
    if !source.path.starts_with("src/") && source.path != "index.html" {
        return Vec::new();
    }
    let found = |line: &str| MARKUP.into_iter().find(|word| line.contains(word));
    let finding = |word| format!("stamp a <template> and fill it by text instead of `{word}`");
    source.lines().filter_map(|(at, line)| Some((at, finding(found(line)?)))).collect()
}

/// Neither index.html nor style.css names an address that opening the page would ask for.
pub(super) fn requests_nothing(source: &Source) -> Vec<Finding> {
    let asks: fn(&str) -> Vec<usize> = match source.path.as_str() {
        "index.html" => asking_tags,
        "style.css" => asking_values,
        _ => return Vec::new(),
    };
    let line_of = |at: usize| source.text[..at].matches('\n').count() + 1;
    let finding = "the page must not ask for another host; carry the thing in the page";
    asks(&source.text).into_iter().map(|at| (line_of(at), finding.to_owned())).collect()
}

/// Finds tags, links in the text excepted, that name an address elsewhere.
fn asking_tags(page: &str) -> Vec<usize> {
    let tags = page.match_indices('<').filter_map(|(at, _)| {
        let tag = page[at..].split('>').next()?;
        let is_link = tag.starts_with("<a ") || tag.starts_with("<a\n");
        let asking = ASKING.iter().filter(|attribute| !(is_link && **attribute == "href="));
        let mut values = asking.filter_map(|attribute| Some(tag.split_once(attribute)?.1));
        values.any(is_elsewhere).then_some(at)
    });
    tags.chain(asking_values(page)).collect()
}

/// Finds `url(…)` and `@import` that name an address elsewhere.
fn asking_values(style: &str) -> Vec<usize> {
    let after = |word: &'static str| {
        style.match_indices(word).filter(move |(at, _)| is_elsewhere(&style[at + word.len()..]))
    };
    after("url(").chain(after("@import")).map(|(at, _)| at).collect()
}

/// Tells whether an address that begins here, quoted or not, leaves this host.
fn is_elsewhere(value: &str) -> bool {
    let value = value.trim_start_matches(['"', '\'', ' ']).to_ascii_lowercase();
    ["http:", "https:", "ws:", "wss:", "//"].iter().any(|start| value.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::super::finds;
    use super::*;

    #[test]
    fn markup_from_text_is_found() {
        finds(writes_no_markup, "src/web/render.rs", "a\nx.set_inner_html(&text);\n", &[2]);
        finds(writes_no_markup, "tests/a.rs", "inner_html", &[]);
        finds(writes_no_markup, "src/web/render.rs", "x.set_text_content(&text);\n", &[]);
    }

    #[test]
    fn an_address_that_is_asked_for_is_found() {
        let page =
            "<p>\n<script\n src=\"https://a.example/x.js\"></script>\n<img src='//a.example/x'>";
        finds(requests_nothing, "index.html", page, &[2, 4]);
        finds(requests_nothing, "style.css", "a {\nbackground: url(\"http://a.example\") }", &[2]);
    }

    #[test]
    fn an_address_to_be_followed_is_fine() {
        let page = "<a href=\"https://a.example\">x</a> https://a.example <link href=\"style.css\">\
                    <link rel=\"icon\" href=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'\">";
        finds(requests_nothing, "index.html", page, &[]);
        finds(requests_nothing, "style.css", "a { background: url(data:,x) }", &[]);
    }
}
