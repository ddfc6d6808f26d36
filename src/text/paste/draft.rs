//! The draft: the lines of an article before the text of record is fixed from them.
//!
//! Knows which lines look like page furniture but drops none: the person chooses.

use super::clean::{self, Gap, Raw};
use super::repair::Tally;
use super::{
    Block, Cleaning, Facts, Furniture, Kind, PasteError, Region, facts, mark, markdown, wrap,
};

/// How a draft is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Joins the lines of a text that was cut at a fixed width.
    pub join_wrapped: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { join_wrapped: true }
    }
}

/// An article as brought in: cleaned, looked through, nothing left out yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The lines in order, never none.
    pub lines: Vec<Line>,
    /// What shows of where it comes from; an empty field is not known.
    pub facts: Facts,
    /// What was put right.
    pub cleaning: Vec<Cleaning>,
    /// How many line ends look like those of a text cut at a fixed width, joined or not.
    pub wrapped: usize,
}

/// A line of a draft, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its words.
    pub text: String,
    /// What it is.
    pub kind: Kind,
    /// Whether a blank line stands before it.
    pub opens_paragraph: bool,
    /// Why it looks like a part of the page and not of the article.
    pub furniture: Option<Furniture>,
}

/// A clean line with what the markup said of it.
pub(super) struct Marked {
    pub(super) raw: Raw,
    pub(super) kind: Kind,
    pub(super) region: Region,
}

impl Draft {
    /// Makes the draft of a plain text.
    ///
    /// # Errors
    /// [`PasteError::Empty`] when no character of it can be seen.
    ///
    /// ```
    /// use ascribe::text::paste::{Draft, Options};
    /// let draft = Draft::of_text("\u{FEFF}Title\r\n\r\n\r\nAna\u{A0}said no.", Options::default())?;
    /// assert_eq!(draft.text(&draft.kept()), "Title\n\nAna said no.");
    /// # Ok::<(), ascribe::text::paste::PasteError>(())
    /// ```
    pub fn of_text(text: &str, options: Options) -> Result<Self, PasteError> {
        let mut tally = Tally::default();
        let mut raw = clean::lines(text, &mut tally);
        let wrapped = wrap::settle(&mut raw, options, &mut tally);
        let lines = raw.into_iter().map(|raw| Marked {
            kind: if wrap::list_marker(&raw.text).is_some() {
                Kind::ListItem
            } else {
                Kind::Paragraph
            },
            region: Region::Article,
            raw,
        });
        Draft::of_lines(lines.collect(), &Facts::default(), &tally, wrapped)
    }

    /// Makes the draft of a Markdown text: its marks go, the words of headings, lists, links and
    /// images stay.
    ///
    /// # Errors
    /// [`PasteError::Empty`] when no character of it can be seen.
    ///
    /// ```
    /// use ascribe::text::paste::{Draft, Options};
    /// let draft = Draft::of_markdown("# Title\n\nAna [said](http://x) *no*.", Options::default())?;
    /// assert_eq!(draft.text(&draft.kept()), "Title\n\nAna said no.");
    /// # Ok::<(), ascribe::text::paste::PasteError>(())
    /// ```
    pub fn of_markdown(text: &str, options: Options) -> Result<Self, PasteError> {
        let (blocks, facts) = markdown::read(text, options);
        Draft::of_blocks(&blocks, &facts, options)
    }

    /// Makes the draft of a rich text, whose page says `page` of itself; `published` may be any
    /// date and is put into one shape, or left out when it is none.
    ///
    /// A line end in a block is meant and stays, except in preformatted blocks.
    ///
    /// # Errors
    /// [`PasteError::Empty`] when no character of the blocks can be seen.
    pub fn of_blocks(blocks: &[Block], page: &Facts, options: Options) -> Result<Self, PasteError> {
        let mut tally = Tally::default();
        let (mut lines, mut wrapped) = (Vec::new(), 0);
        for block in blocks {
            let mut raw = clean::lines(&block.text, &mut tally);
            if block.kind == Kind::Preformatted {
                wrapped += wrap::settle(&mut raw, options, &mut tally);
            }
            lines.extend(raw.into_iter().map(|raw| Marked {
                kind: block.kind,
                region: block.region,
                raw,
            }));
        }
        Draft::of_lines(lines, page, &tally, wrapped)
    }

    fn of_lines(
        marked: Vec<Marked>,
        page: &Facts,
        tally: &Tally,
        wrapped: usize,
    ) -> Result<Self, PasteError> {
        if marked.is_empty() {
            return Err(PasteError::Empty);
        }
        let (furniture, article) = mark::mark(&marked);
        let lines: Vec<Line> = marked
            .into_iter()
            .zip(furniture)
            .map(|(line, furniture)| Line {
                text: line.raw.text,
                kind: line.kind,
                opens_paragraph: line.raw.gap == Gap::Paragraph,
                furniture,
            })
            .collect();
        let facts = facts::find(&lines, &article, page);
        Ok(Draft { lines, facts, cleaning: tally.cleanings(), wrapped })
    }

    /// Returns which lines are kept unless the person says otherwise: all but furniture.
    pub fn kept(&self) -> Vec<bool> {
        self.lines.iter().map(|line| line.furniture.is_none()).collect()
    }

    /// Fixes the text of record from the lines kept; a line that `kept` does not reach is kept.
    ///
    /// Paragraphs stand apart by one blank line; the text holds no CR, NUL or other control
    /// character but line feeds, no byte order mark, and is empty when no line is kept.
    pub fn text(&self, kept: &[bool]) -> String {
        let mut text = String::with_capacity(self.lines.iter().map(|l| l.text.len() + 2).sum());
        text.extend(self.pieces(kept).flatten());
        text
    }

    /// Counts the code points of that text.
    pub fn length(&self, kept: &[bool]) -> usize {
        self.pieces(kept).flatten().map(|piece| piece.chars().count()).sum()
    }

    /// Returns each kept line, behind what parts it from the one before.
    fn pieces(&self, kept: &[bool]) -> impl Iterator<Item = [&str; 2]> {
        let (mut begun, mut apart) = (false, false);
        self.lines.iter().enumerate().filter_map(move |(index, line)| {
            apart |= line.opens_paragraph;
            if !is_kept(kept, index) {
                return None;
            }
            let gap = match (begun, apart) {
                (false, _) => "",
                (true, true) => "\n\n",
                (true, false) => "\n",
            };
            begun |= !line.text.is_empty();
            apart = false;
            Some([gap, &line.text])
        })
    }

    /// Says what was done to the paste, a phrase each, as the file keeps it: `line ends`,
    /// `17 lines of page furniture`.
    pub fn cleaning_notes(&self, kept: &[bool]) -> Vec<String> {
        let mut notes: Vec<String> =
            self.cleaning.iter().map(|cleaning| cleaning.repair.to_string()).collect();
        let left_out = || {
            let lines = self.lines.iter().enumerate();
            lines.filter(|&(index, _)| !is_kept(kept, index)).map(|(_, line)| line)
        };
        let furniture = left_out().filter(|line| line.furniture.is_some()).count();
        let others = left_out().count() - furniture;
        notes.extend(lines_of(furniture, "of page furniture"));
        notes.extend(lines_of(others, "left out by hand"));
        notes
    }
}

fn is_kept(kept: &[bool], index: usize) -> bool {
    kept.get(index).copied().unwrap_or(true)
}

fn lines_of(count: usize, what: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 line {what}")),
        _ => Some(format!("{count} lines {what}")),
    }
}

#[cfg(test)]
mod tests {
    use super::super::decode::windows_1252;
    use super::*;
    use proptest::prelude::*;

    const KEEP: Options = Options { join_wrapped: false };

    /// Checks that a text is fit to be a text of record.
    fn is_clean(text: &str) -> bool {
        let is_bad = |c: char| c.is_control() && c != '\n' || matches!(c, '\u{FEFF}' | '\u{A0}');
        let edges = text.split('\n').any(|line| line != line.trim_matches(' '));
        !text.contains(is_bad) && !text.contains("\n\n\n") && !text.contains("  ") && !edges
    }

    /// Checks the laws of cleaning and returns the text of all lines.
    fn check(text: &str, options: Options) -> String {
        let Ok(draft) = Draft::of_text(text, options) else {
            let is_seen = |c: char| c.is_alphanumeric() || c.is_ascii_punctuation();
            assert!(!text.contains(is_seen), "{text:?} is not empty");
            return String::new();
        };
        let all = draft.text(&[]);
        assert!(is_clean(&all), "{all:?}");
        let letters = |text: &str| -> String {
            let meant =
                text.chars().map(|c| windows_1252(c).filter(|_| c != '\u{85}').unwrap_or(c));
            meant.filter(|c| c.is_alphanumeric()).collect()
        };
        assert_eq!(letters(&all), letters(text), "nothing is dropped unasked");
        let again = Draft::of_text(&all, options).expect("a text of record is not empty");
        assert_eq!(again.text(&[]), all, "cleaning twice is cleaning once");
        assert!(is_clean(&draft.text(&draft.kept())));
        all
    }

    #[test]
    fn nothing_to_see_is_an_error() {
        for text in ["", " \r\n\t", "\u{FEFF}\u{200B}\0", "\u{200F}\u{200D}\n"] {
            assert_eq!(Draft::of_text(text, KEEP), Err(PasteError::Empty));
            assert_eq!(Draft::of_markdown(text, KEEP), Err(PasteError::Empty));
        }
        assert_eq!(Draft::of_blocks(&[], &Facts::default(), KEEP), Err(PasteError::Empty));
        assert_eq!(check("#", KEEP), "#");
    }

    #[test]
    fn the_text_is_of_the_lines_kept() {
        let draft = Draft::of_text("a\nb\n\nc\nd", KEEP).expect("four lines");
        assert_eq!(draft.text(&[]), "a\nb\n\nc\nd");
        assert_eq!(draft.text(&[true, false, false]), "a\n\nd");
        assert_eq!(draft.text(&[false, true, true, false]), "b\n\nc");
        assert_eq!(draft.text(&[false; 4]), "");
    }

    #[test]
    fn notes_say_what_was_done_and_left_out() {
        let draft = Draft::of_text("Title\r\n\r\nAna said no to all of it.\r\n\r\nLog in", KEEP);
        let draft = draft.expect("a text");
        assert_eq!(draft.kept(), [true, true, false]);
        assert_eq!(draft.cleaning_notes(&draft.kept()), ["line ends", "1 line of page furniture"]);
        assert_eq!(
            draft.cleaning_notes(&[false, true, true]),
            ["line ends", "1 line left out by hand"]
        );
    }

    #[test]
    fn line_breaks_that_are_meant_stay_in_rich_text() {
        let verse = "The council met on Tuesday to decide whether the old\nbridge should be closed \
            to lorries. Nobody expected a\nlong evening.";
        let block = |kind| {
            Draft::of_blocks(&[Block::new(kind, verse)], &Facts::default(), Options::default())
        };
        assert_eq!(block(Kind::Paragraph).map(|draft| draft.text(&[])), Ok(verse.to_owned()));
        let joined = block(Kind::Preformatted).map(|draft| (draft.wrapped, draft.lines.len()));
        assert_eq!(joined, Ok((2, 1)));
    }

    #[test]
    fn parts_of_a_page_that_are_no_article_are_marked() {
        let block = |region, text: &str| Block { region, ..Block::new(Kind::Paragraph, text) };
        let blocks = [
            block(Region::Navigation, "Bridges"),
            Block::new(Kind::Heading, "No to the bridge"),
            block(Region::Article, "Ana said no to all of it on Monday."),
            block(Region::Form, "Which bridge would you like to see built first of all?"),
            block(Region::Caption, "The bridge on Monday."),
            block(Region::Footer, "The Courier is made with care in Port Ellery."),
        ];
        let page = Facts {
            title: "No to the bridge | The Courier".to_owned(),
            published: "2020-05-05T10:00:00+02:00".to_owned(),
            ..Facts::default()
        };
        let draft = Draft::of_blocks(&blocks, &page, KEEP).expect("six lines");
        assert_eq!(draft.kept(), [false, true, true, false, false, false]);
        assert_eq!(draft.facts.title, "No to the bridge");
        assert_eq!(draft.facts.published, "2020-05-05");
    }

    /// Lines as mails and pages have them, with every odd character now and then.
    fn lines() -> impl Strategy<Value = String> {
        let word = prop_oneof![
            6 => "[a-z]{1,9}[.,-]?",
            2 => "[A-Z][a-z]{2,9}",
            1 => Just("Log in".to_owned()),
            1 => Just("5 May 2020".to_owned()),
            1 => "[>|*•#–©] ?",
            1 => "\\PC{1,3}",
            1 => "[\t\u{A0}\u{AD}\u{200B}\u{FEFF}\u{3000}\u{80}-\u{9F}\0]",
        ];
        let line = (
            prop::collection::vec(word, 0..14),
            "(\n|\r\n|\r| \n|\n\n|\u{2028}|\u{2029}|-\n|\u{AD}\n|\n  |\n> )",
        );
        let line = line.prop_map(|(words, end)| words.join(" ") + &end);
        prop::collection::vec(line, 0..25).prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn fuzz_any_characters_are_cleaned(text in any::<String>(), join_wrapped: bool) {
            check(&text, Options { join_wrapped });
        }

        #[test]
        fn fuzz_any_lines_are_cleaned(text in lines(), join_wrapped: bool) {
            check(&text, Options { join_wrapped });
        }

        #[test]
        fn fuzz_any_markdown_is_read(text in lines(), any in any::<String>(), join_wrapped: bool) {
            for text in [text, any] {
                if let Ok(draft) = Draft::of_markdown(&text, Options { join_wrapped }) {
                    prop_assert!(is_clean(&draft.text(&[])));
                }
            }
        }

        #[test]
        fn fuzz_any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
            if let Ok(text) = super::super::decode(&bytes) {
                check(&text, Options::default());
            }
        }
    }
}
