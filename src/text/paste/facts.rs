//! Facts: what a paste shows of where it comes from. Left empty rather than guessed.

use super::mark::Article;
use super::view::is_web_address;
use super::{Furniture, Kind, Line, byline, date};
use crate::text::lower;

/// Where an article comes from; an empty field is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The headline.
    pub title: String,
    /// The web address.
    pub url: String,
    /// The newspaper, agency or site.
    pub outlet: String,
    /// Who wrote it, one name an entry.
    pub authors: Vec<String>,
    /// The day it was published, as `2016-10-05`.
    pub published: String,
    /// The language of the text as a BCP 47 tag: `en`.
    pub language: String,
}

/// Bytes of a first paragraph that a dateline may take.
const DATELINE: usize = 80;

/// Longest title in characters.
const TITLE: usize = 250;

/// Lines behind the head that may still name the author and the day.
const BELOW: usize = 3;

/// Fills what `page` leaves empty from the lines.
pub(super) fn find(lines: &[Line], article: &Article, page: &Facts) -> Facts {
    let source = Source { lines, article };
    let trimmed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let authors = page.authors.iter().map(|author| trimmed(author));
    let authors: Vec<String> = authors.filter(|author| !author.is_empty()).collect();
    let outlet = first_of(trimmed(&page.outlet), || source.outlet());
    let url = first_of(trimmed(&page.url), || source.url());
    Facts {
        title: source.title(&trimmed(&page.title), &outlet),
        authors: if authors.is_empty() { source.authors() } else { authors },
        published: date::find(&page.published)
            .or_else(|| source.published())
            .or_else(|| date::find(&in_path(&url)))
            .unwrap_or_default(),
        language: trimmed(&page.language),
        outlet,
        url,
    }
}

fn first_of(known: String, find: impl FnOnce() -> Option<String>) -> String {
    if known.is_empty() { find().unwrap_or_default() } else { known }
}

/// Returns the part of a web address that may hold a day: `/2016/10/05/`.
fn in_path(url: &str) -> String {
    let path = url.split_once("://").map_or("", |(_, rest)| rest);
    let parts: Vec<&str> = path.split('/').collect();
    let is_number = |text: &&str| text.bytes().all(|b| b.is_ascii_digit());
    let days = parts.windows(3).find(|three| {
        three.iter().all(is_number) && three.iter().map(|part| part.len()).eq([4, 2, 2])
    });
    days.map(|three| three.join("-")).unwrap_or_default()
}

struct Source<'t> {
    lines: &'t [Line],
    article: &'t Article,
}

impl Source<'_> {
    /// The lines down to a little below the head.
    fn head(&self) -> impl Iterator<Item = &Line> {
        self.lines.iter().take(self.article.head.saturating_add(BELOW))
    }

    fn title(&self, page: &str, outlet: &str) -> String {
        let line = self.article.title.and_then(|index| self.lines.get(index));
        let line = line.filter(|line| line.text.chars().count() <= TITLE);
        let shown = line.map(|line| line.text.replace('\n', " ")).unwrap_or_default();
        if !page.is_empty() {
            // A page adds its own name to the headline: "No to the bridge | The Courier".
            let is_heading = line.is_some_and(|line| line.kind == Kind::Heading);
            if is_heading && page.starts_with(&shown) {
                return shown;
            }
            let bare =
                page.strip_suffix(outlet).filter(|bare| !outlet.is_empty() && !bare.is_empty());
            return bare
                .unwrap_or(page)
                .trim_end_matches([' ', '|', '-', '–', '—', ':', '·'])
                .to_owned();
        }
        let subject = || {
            let heads =
                self.lines.iter().filter(|line| line.furniture == Some(Furniture::MailHead));
            heads.filter_map(|line| line.text.split_once(':')).find_map(|(name, subject)| {
                let names = ["subject", "betreff", "objet", "asunto"];
                names.contains(&lower(name.trim_end()).as_str()).then(|| bare_subject(subject))
            })
        };
        match line {
            Some(line) if line.kind == Kind::Heading => shown,
            _ => subject().unwrap_or(shown),
        }
    }

    fn url(&self) -> Option<String> {
        let marked = self.lines.iter().filter(|line| line.furniture == Some(Furniture::WebAddress));
        let words = marked.flat_map(|line| line.text.split([' ', '"', '“', '”', '<', '>']));
        words.filter(|word| word.contains("://") && is_web_address(word)).map(str::to_owned).next()
    }

    fn outlet(&self) -> Option<String> {
        let owners = self.lines.iter().filter(|line| line.furniture == Some(Furniture::Copyright));
        owners
            .filter_map(|line| owner(&line.text))
            .next()
            .or_else(|| self.dateline().and_then(agency))
    }

    fn authors(&self) -> Vec<String> {
        let mut authors = Vec::new();
        for name in self.head().flat_map(|line| byline::names(&line.text)) {
            if !authors.contains(&name) {
                authors.push(name);
            }
        }
        authors
    }

    fn published(&self) -> Option<String> {
        let mails = || self.lines.iter().filter(|line| line.furniture == Some(Furniture::MailHead));
        let dated = || {
            self.head().chain(mails()).filter(|line| {
                line.text.len() < 200
                    && (line.furniture.is_some()
                        || byline::is_byline(&line.text)
                        || date::words_beside(&line.text).is_some_and(|words| words <= 3))
            })
        };
        let changed = [
            "updated",
            "modified",
            "edited",
            "aktualisiert",
            "mis à jour",
            "modifié",
            "actualizado",
        ];
        let is_change = |line: &&Line| {
            let line = lower(&line.text);
            changed.iter().any(|word| line.contains(word))
        };
        dated()
            .filter(|line| !is_change(line))
            .chain(dated().filter(is_change))
            .find_map(|line| date::find(&line.text))
            .or_else(|| self.dateline().and_then(date::find))
    }

    /// The place, agency and day that open a first paragraph: `PORT ELLERY, May 5 (AP)`.
    fn dateline(&self) -> Option<&str> {
        let text = self.lines.get(self.article.first)?.text.as_str();
        let start = text.get(..text.floor_char_boundary(DATELINE))?;
        let end =
            [" - ", " – ", " — ", "—", " -- "].iter().filter_map(|dash| start.find(dash)).min()?;
        let line = start.get(..end)?;
        let is_capital =
            |word: &str| word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
        let first = line.split(' ').next()?;
        (line.ends_with(')') || is_capital(first)).then_some(line)
    }
}

/// Returns the subject of a mail without the marks of answering and forwarding.
fn bare_subject(subject: &str) -> String {
    let mut subject = subject.trim();
    while let Some((mark, rest)) = subject.split_once(':')
        && ["re", "fw", "fwd", "aw", "wg", "tr", "rv"].contains(&lower(mark).as_str())
    {
        subject = rest.trim_start();
    }
    subject.to_owned()
}

/// Returns who owns what a copyright line is about.
fn owner(line: &str) -> Option<String> {
    let low = lower(line);
    let opens = ["©", "copyright", "(c)"].iter().any(|mark| low.starts_with(mark));
    if !opens || line.len() > 150 {
        return None;
    }
    let is_noise = |word: &&str| {
        let bare = lower(word.trim_matches(|c: char| !c.is_alphanumeric()));
        !bare.chars().any(char::is_alphabetic) || matches!(bare.as_str(), "copyright" | "c" | "by")
    };
    let words = line.split(' ').skip_while(is_noise).take_while(|word| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        !matches!(*word, "-" | "–" | "—" | "|" | "·")
            && !bare.starts_with(|c: char| c.is_ascii_digit())
    });
    let mut name = Vec::new();
    for word in words {
        name.push(word.trim_end_matches([',', ';']));
        if word.ends_with([',', ';']) || word.ends_with('.') && !is_short_form(word) {
            break;
        }
    }
    let name = name.join(" ");
    let name = name.split(" All ").next().unwrap_or_default().trim_end_matches('.').trim();
    let is_name = name.split(' ').count() <= 6
        && name.chars().next().is_some_and(char::is_alphanumeric)
        && !lower(name).starts_with("all rights");
    is_name.then(|| name.to_owned())
}

/// Tells whether the full stop behind `word` belongs to it: `Inc.`, `J.`
fn is_short_form(word: &str) -> bool {
    ["Inc.", "Co.", "Corp.", "Ltd.", "Bros.", "St."].contains(&word) || word.chars().count() == 2
}

/// Returns the agency that a dateline names: in brackets, or as a web address.
fn agency(dateline: &str) -> Option<String> {
    let bracketed =
        dateline.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(name, _)| name);
    let is_name = |name: &&str| {
        name.len() < 30 && name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '/' | '.'))
    };
    let domain = dateline.split(' ').next().filter(|word| {
        let ends = [".com", ".org", ".net", ".info", ".news", ".de", ".fr", ".es", ".ru", ".uk"];
        let word = lower(word);
        ends.iter().any(|end| word.ends_with(end))
    });
    bracketed.filter(is_name).or(domain).map(str::to_owned)
}
