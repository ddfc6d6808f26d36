//! CSV: one row a fragment, for spreadsheets and pandas.
//!
//! UTF-8 with a byte order mark, CRLF, every field quoted. A cell that a spreadsheet would run as a
//! formula gets an apostrophe in front; whoever reads the file takes it off again.

use super::export::Written;
use super::loss::What;
use super::marks::{Link, Marks, attributes};
use crate::document::Document;
use crate::text::{Byte, Ruler, Span};
use std::collections::BTreeMap;

use ::csv::{QuoteStyle, Terminator, WriterBuilder};

/// The columns.
const HEADER: [&str; 20] = [
    "document",
    "title",
    "id",
    "label",
    "part",
    "start",
    "end",
    "text",
    "attribution",
    "role",
    "sentence",
    "speaker",
    "form",
    "polarity",
    "medium",
    "stance",
    "checkable",
    "claimer",
    "annotation",
    "note",
];

const CARRIED: [What; 7] = [
    What::Links,
    What::Addressees,
    What::Attributes,
    What::Speakers,
    What::Notes,
    What::Ids,
    What::DocumentId,
];

/// Writes a row for every fragment of every span.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    let mut rows = vec![HEADER.map(str::to_owned).to_vec()];
    for document in documents {
        article(document, &mut rows);
        out.carries(document, &CARRIED);
    }
    out.put_all(documents, format!("\u{feff}{}", table(&rows)));
}

fn article(document: &Document, rows: &mut Vec<Vec<String>>) {
    let text: &str = document.text();
    let ruler = Ruler::new(text);
    let offset = |at: Byte| ruler.code_point(at).0.to_string();
    let marks = Marks::of(document);
    let id = |mark: usize| format!("s{}", mark + 1);
    let mut owners: BTreeMap<usize, Vec<&Link>> = BTreeMap::new();
    for link in &marks.links {
        owners.entry(link.to).or_default().push(link);
    }
    for (index, mark) in marks.marks.iter().enumerate() {
        let said = attributes(document, mark.owner);
        let said = |key: &str| {
            let found = said.iter().find(|(name, _)| *name == key);
            found.map_or_else(String::new, |(_, value)| (*value).to_owned())
        };
        // Whose source, cue, addressee or content it is; a content may be of several.
        let links = owners.get(&index).map_or(&[][..], Vec::as_slice);
        let owners: Vec<String> = links.iter().map(|link| id(link.from)).collect();
        let role = links.first().map_or("", |link| link.relation.word());
        for (part, span) in mark.target.fragments().iter().enumerate() {
            let mut row = vec![
                document.id().0.clone(),
                document.metadata().title.clone(),
                id(index),
                mark.role.label().to_owned(),
                (part + 1).to_string(),
                offset(span.start()),
                offset(span.end()),
                span.of(text).to_owned(),
                owners.join(" "),
                role.to_owned(),
                sentence(document, *span),
            ];
            let keys = ["speaker", "form", "polarity", "medium", "stance", "checkable", "claimer"];
            row.extend(keys.map(said));
            row.extend([mark.owner.id.0.clone(), mark.owner.note.clone()]);
            rows.push(row);
        }
    }
}

/// Returns the number of the sentence that `span` begins in, from 1; empty when it is in none.
fn sentence(document: &Document, span: Span) -> String {
    let sentences = document.sentences();
    let behind = sentences.partition_point(|one| one.span.start() <= span.start());
    let at = behind.checked_sub(1).and_then(|index| sentences.get(index));
    match at {
        Some(one) if one.span.contains(span.start()) => behind.to_string(),
        _ => String::new(),
    }
}

fn table(rows: &[Vec<String>]) -> String {
    let mut writer = WriterBuilder::new()
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let done: Result<(), ::csv::Error> =
        rows.iter().try_for_each(|row| writer.write_record(row.iter().map(|cell| guarded(cell))));
    // Writing into memory does not fail, and every row has the header's length.
    debug_assert!(done.is_ok());
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

/// Puts an apostrophe before what a spreadsheet would run, and before an apostrophe that would be
/// taken for that.
fn guarded(cell: &str) -> String {
    let runs =
        |c| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠' | '\'');
    // A zero byte ends the file for some readers.
    let cell = cell.replace('\0', "");
    if cell.starts_with(runs) { format!("'{cell}") } else { cell }
}
