//! What was measured, as medians and ratios beside the goals. Knows no browser.

use crate::size::Size;
use crate::subject::Subject;
use std::collections::BTreeMap;

/// Something that is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Row {
    /// From the file chosen to text and marks painted, in milliseconds.
    Open,
    /// The same, to the last frame of more than 50 ms.
    Calm,
    /// From the key to the frame that shows the selection tagged.
    Tag,
    /// Of that, until the page's own work was done.
    TagWork,
    /// As [`Row::Tag`], for another label.
    Relabel,
    /// As [`Row::TagWork`], for another label.
    RelabelWork,
    /// As [`Row::Tag`], for an edge moved by a word.
    Edge,
    /// As [`Row::TagWork`], for an edge moved by a word.
    EdgeWork,
    /// As [`Row::Tag`], for one step undone.
    Undo,
    /// As [`Row::TagWork`], for one step undone.
    UndoWork,
    /// Frames of more than 50 ms in 60 jumps from top to bottom.
    SlowFrames,
    /// The longest of all those frames, in milliseconds.
    WorstFrame,
    /// Memory that only the renderer's process holds, in MiB.
    Memory,
    /// From a letter typed into the find bar to the next frame.
    Find,
}

impl Row {
    const ALL: [Self; 14] = [
        Self::Open,
        Self::Calm,
        Self::Tag,
        Self::TagWork,
        Self::Relabel,
        Self::RelabelWork,
        Self::Edge,
        Self::EdgeWork,
        Self::Undo,
        Self::UndoWork,
        Self::SlowFrames,
        Self::WorstFrame,
        Self::Memory,
        Self::Find,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Open => "open, ms",
            Self::Calm => "open until calm, ms",
            Self::Tag => "tag, ms",
            Self::Relabel => "relabel, ms",
            Self::Edge => "move an edge, ms",
            Self::Undo => "undo, ms",
            Self::TagWork | Self::RelabelWork | Self::EdgeWork | Self::UndoWork => {
                "  of that, work"
            }
            Self::SlowFrames => "frames over 50 ms",
            Self::WorstFrame => "longest frame, ms",
            Self::Memory => "memory, MiB",
            Self::Find => "key in find, ms",
        }
    }

    /// What the page is to reach: at most so many times what that control takes.
    fn goal(self, size: Size) -> Option<(f64, Subject)> {
        let huge = size.bytes >= 10 << 20;
        let large = size.bytes >= 1 << 20;
        match self {
            Self::Open if huge => Some((0.35, Subject::Hl)),
            Self::Open if large => Some((0.6, Subject::Hl)),
            Self::Open => Some((1.3, Subject::Hl)),
            Self::Memory if huge => Some((0.5, Subject::Hl)),
            Self::Memory if large => Some((1.3, Subject::Hl)),
            Self::Tag | Self::Edge | Self::Undo => Some((1.3, Subject::Winc)),
            _ => None,
        }
    }
}

/// Everything measured at one size.
#[derive(Default)]
pub(crate) struct Table(BTreeMap<(Row, Subject), Vec<f64>>);

impl Table {
    /// Notes what `row` took of `subject` this time.
    pub(crate) fn note(&mut self, row: Row, subject: Subject, value: f64) {
        self.0.entry((row, subject)).or_default().push(value);
    }

    /// Shows the medians of `subjects`, each control with the ratio of the page to it, and goals.
    pub(crate) fn show(&self, size: Size, subjects: &[Subject]) -> String {
        let mut out = format!("{:22}", "");
        for subject in subjects {
            let room = if *subject == Subject::Ascribe { 9 } else { 16 };
            out.push_str(&format!("{:>room$}", subject.name()));
        }
        out.push('\n');
        for row in Row::ALL {
            if let Some(own) = self.median(row, Subject::Ascribe) {
                self.show_row(&mut out, row, own, size, subjects);
            }
        }
        out
    }

    fn show_row(&self, out: &mut String, row: Row, own: f64, size: Size, subjects: &[Subject]) {
        out.push_str(&format!("{:22}{own:>9.1}", row.name()));
        for subject in subjects.iter().filter(|subject| **subject != Subject::Ascribe) {
            let cell = match self.median(row, *subject) {
                Some(other) if other > 0.0 => format!("{other:.1} ({:.2})", own / other),
                Some(other) => format!("{other:.1}"),
                None => String::new(),
            };
            out.push_str(&format!("{cell:>16}"));
        }
        if let Some((times, subject)) = row.goal(size)
            && let Some(other) = self.median(row, subject)
        {
            let reached = if own <= times * other { "reached" } else { "missed" };
            out.push_str(&format!("   {reached}: at most {times} {subject}"));
        }
        out.push('\n');
    }

    fn median(&self, row: Row, subject: Subject) -> Option<f64> {
        let mut values = self.0.get(&(row, subject))?.clone();
        values.sort_by(f64::total_cmp);
        let middle = values.len() / 2;
        match values.len() % 2 {
            0 => Some((values.get(middle.checked_sub(1)?)? + values.get(middle)?) / 2.0),
            _ => values.get(middle).copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_stand_beside_each_other_with_ratios_and_goals() {
        let mut table = Table::default();
        for (own, other) in [(30.0, 20.0), (10.0, 400.0), (26.0, 20.0)] {
            table.note(Row::Tag, Subject::Ascribe, own);
            table.note(Row::Tag, Subject::Winc, other);
        }
        let shown = table.show(Size::ALL[0], &[Subject::Ascribe, Subject::Winc]);
        let line = shown.lines().last().unwrap();
        let words: Vec<&str> = line.split_whitespace().collect();
        assert_eq!(words.join(" "), "tag, ms 26.0 20.0 (1.30) reached: at most 1.3 winc");
        assert_eq!(shown.lines().count(), 2);
    }
}
