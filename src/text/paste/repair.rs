//! Repairs: what cleaning did to a paste, counted, in words for the preview and the file.

use std::fmt;

/// Something that cleaning puts right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// CR, CRLF and Unicode's other line ends became line feeds.
    LineEnds,
    /// Tabs became blanks.
    Tabs,
    /// No-break and other odd blanks became ordinary ones.
    OddBlanks,
    /// Runs of blanks and blanks at the edges of lines went.
    BlankRuns,
    /// Zero-width spaces, soft hyphens and joiners of words went.
    ZeroWidth,
    /// Control characters went.
    Controls,
    /// Characters misread from Windows-1252 became what they were.
    Misread,
    /// Byte order marks went.
    ByteOrderMarks,
    /// Runs of blank lines became one.
    BlankLines,
    /// The `>` of quoted mail went.
    MailQuotes,
    /// Lines cut at a fixed width were joined again.
    WrappedLines,
}

impl Repair {
    /// All repairs.
    pub const ALL: [Repair; 11] = [
        Repair::LineEnds,
        Repair::Tabs,
        Repair::OddBlanks,
        Repair::BlankRuns,
        Repair::ZeroWidth,
        Repair::Controls,
        Repair::Misread,
        Repair::ByteOrderMarks,
        Repair::BlankLines,
        Repair::MailQuotes,
        Repair::WrappedLines,
    ];
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Repair::LineEnds => "line ends",
            Repair::Tabs => "tabs",
            Repair::OddBlanks => "no-break and other odd blanks",
            Repair::BlankRuns => "runs of blanks",
            Repair::ZeroWidth => "zero-width characters",
            Repair::Controls => "control characters",
            Repair::Misread => "misread Windows characters",
            Repair::ByteOrderMarks => "byte order marks",
            Repair::BlankLines => "runs of blank lines",
            Repair::MailQuotes => "mail quote marks",
            Repair::WrappedLines => "hard-wrapped lines",
        })
    }
}

/// A repair and how often it was made, never 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cleaning {
    /// What was put right.
    pub repair: Repair,
    /// How often.
    pub count: usize,
}

/// Counts repairs while they are made.
#[derive(Clone, Debug, Default)]
pub(super) struct Tally([usize; Repair::ALL.len()]);

impl Tally {
    /// Counts `count` more of `repair`.
    pub(super) fn add(&mut self, repair: Repair, count: usize) {
        if let Some(counted) = self.0.get_mut(repair as usize) {
            *counted += count;
        }
    }

    /// Returns what was counted, in the order of [`Repair`].
    pub(super) fn cleanings(&self) -> Vec<Cleaning> {
        let counted = Repair::ALL.into_iter().zip(self.0);
        let made = counted.filter(|&(_, count)| count > 0);
        made.map(|(repair, count)| Cleaning { repair, count }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_repair_is_counted_under_its_own_name() {
        for repair in Repair::ALL {
            let mut tally = Tally::default();
            tally.add(repair, 2);
            assert_eq!(tally.cleanings(), [Cleaning { repair, count: 2 }]);
        }
    }
}
