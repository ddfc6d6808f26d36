//! The laws of the formats that are only written: offsets in the format's unit give the words,
//! spans begin and end with tokens, no id stands twice, and every link has both its ends.

use super::export::{Format, Written};
use super::marks::{Marks, Pieces};
use crate::document::arbitrary::documents_with_extras;
use crate::document::{Document, Label};
use crate::format::What;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;

fn main_file(written: &Written) -> String {
    String::from_utf8(written.files[0].bytes.clone()).unwrap()
}

fn json(written: &Written) -> Value {
    serde_json::from_str(&main_file(written)).unwrap()
}

/// The label and the words of every piece, and the label of every link with its ends' words.
type Shown = (Vec<(String, String)>, Vec<(String, String, String)>);

/// What was meant.
fn meant(document: &Document) -> Shown {
    let marks = Marks::of(document);
    let Pieces { pieces, links, .. } = marks.pieces();
    let words = |at: usize| pieces[at].span.of(document.text()).to_owned();
    let spans = pieces.iter().enumerate();
    let spans =
        spans.map(|(at, piece)| (marks.marks[piece.mark].role.label().to_owned(), words(at)));
    let links = links
        .iter()
        .map(|link| (link.relation.word().to_owned(), words(link.from), words(link.to)));
    (spans.collect(), links.collect())
}

/// Cuts `text` by code points.
fn cut(text: &str, start: &Value, end: &Value) -> String {
    let (start, end) = (start.as_u64().unwrap() as usize, end.as_u64().unwrap() as usize);
    text.chars().skip(start).take(end - start).collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn list(value: &Value) -> &Vec<Value> {
    value.as_array().unwrap()
}

/// Finds the words of the item that has this id.
fn by_id<'v>(items: &'v [Value], id: &Value) -> &'v Value {
    let mut found = items.iter().filter(|item| item["id"] == *id);
    let item = found.next().unwrap();
    assert!(found.next().is_none(), "{id} stands twice");
    item
}

fn jsonl(document: &Document) -> Shown {
    let record = json(&Format::Jsonl.write(&[document]));
    let (all, spans) = (text(&record["text"]), list(&record["spans"]));
    let words = |span: &Value| {
        let words = cut(&all, &span["start"], &span["end"]);
        assert_eq!(span["text"], words);
        words
    };
    let keys: BTreeSet<Vec<&String>> =
        spans.iter().map(|span| span.as_object().unwrap().keys().collect()).collect();
    assert!(keys.len() < 2, "every span has the same keys");
    let links = list(&record["relations"]).iter().map(|link| {
        let end = |key: &str| words(by_id(spans, &link[key]));
        (text(&link["type"]), end("from"), end("to"))
    });
    (spans.iter().map(|span| (text(&span["label"]), words(span))).collect(), links.collect())
}

fn spacy(document: &Document) -> Shown {
    let task = json(&Format::Spacy.write(&[document]));
    let (all, tokens) = (text(&task["text"]), list(&task["tokens"]));
    let joined = tokens.iter().map(|token| {
        assert_eq!(cut(&all, &token["start"], &token["end"]), text(&token["text"]));
        text(&token["text"]) + if token["ws"] == true { " " } else { "" }
    });
    assert_eq!(joined.collect::<String>(), all);
    let words = |span: &Value| {
        let token = |key: &str| &tokens[span[key].as_u64().unwrap() as usize];
        assert_eq!(token("token_start")["start"], span["start"]);
        assert_eq!(token("token_end")["end"], span["end"]);
        cut(&all, &span["start"], &span["end"])
    };
    let links = list(&task["relations"]).iter().map(|link| {
        assert_eq!(link["head"], link["head_span"]["token_end"]);
        assert_eq!(link["child"], link["child_span"]["token_end"]);
        (text(&link["label"]), words(&link["head_span"]), words(&link["child_span"]))
    });
    let spans = list(&task["spans"]).iter().map(|span| (text(&span["label"]), words(span)));
    (spans.collect(), links.collect())
}

fn doccano(document: &Document) -> Shown {
    let written = Format::Doccano.write(&[document]);
    assert!(main_file(&written).is_ascii());
    let example = json(&written);
    let (all, entities) = (text(&example["text"]), list(&example["entities"]));
    let words = |one: &Value| cut(&all, &one["start_offset"], &one["end_offset"]);
    let links = list(&example["relations"]).iter().map(|link| {
        let end = |key: &str| words(by_id(entities, &link[key]));
        (text(&link["type"]), end("from_id"), end("to_id"))
    });
    (entities.iter().map(|one| (text(&one["label"]), words(one))).collect(), links.collect())
}

fn label_studio(document: &Document) -> Shown {
    let task = json(&Format::LabelStudio.write(&[document]));
    let (task, results) = (&task[0], list(&task[0]["predictions"][0]["result"]));
    let all = text(&task["data"]["text"]);
    let regions: Vec<Value> =
        results.iter().filter(|result| result["type"] == "labels").cloned().collect();
    let words = |region: &Value| {
        let value = &region["value"];
        let words = cut(&all, &value["start"], &value["end"]);
        assert_eq!(value["text"], words);
        words
    };
    let links = results.iter().filter(|result| result["type"] == "relation").map(|link| {
        let end = |key: &str| words(by_id(&regions, &link[key]));
        (text(&link["labels"][0]), end("from_id"), end("to_id"))
    });
    let spans = regions.iter().map(|region| (text(&region["value"]["labels"][0]), words(region)));
    (spans.collect(), links.collect())
}

fn cas(document: &Document) -> Shown {
    let cas = json(&Format::Cas.write(&[document]));
    let features = list(&cas["%FEATURE_STRUCTURES"]);
    let units: Vec<u16> = document.text().encode_utf16().collect();
    let words = |one: &Value| {
        let end = |key: &str| one[key].as_u64().unwrap() as usize;
        String::from_utf16(&units[end("begin")..end("end")]).unwrap()
    };
    let ids: BTreeSet<u64> = features.iter().map(|one| one["%ID"].as_u64().unwrap()).collect();
    assert_eq!(ids.len(), features.len());
    let of = |kind: &'static str| features.iter().filter(move |one| one["%TYPE"] == kind);
    let links = of("custom.Relation").map(|link| {
        let end = |key: &str| features.iter().find(|one| one["%ID"] == link[key]).unwrap();
        assert_eq!(words(link), words(end("@Dependent")));
        (text(&link["label"]), words(end("@Governor")), words(end("@Dependent")))
    });
    (of("custom.Span").map(|one| (text(&one["label"]), words(one))).collect(), links.collect())
}

/// Reads CSV by its crate, and takes the guards off.
fn rows(document: &Document) -> Vec<Vec<String>> {
    let file = main_file(&Format::Csv.write(&[document]));
    let file = file.strip_prefix('\u{feff}').unwrap();
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
    let rows = reader.records().map(|row| {
        let cells = row.unwrap();
        cells.iter().map(|cell| cell.strip_prefix('\'').unwrap_or(cell).to_owned()).collect()
    });
    rows.collect()
}

proptest! {
    #[test]
    fn what_is_written_is_what_was_meant(document in documents_with_extras()) {
        let meant = meant(&document);
        prop_assert_eq!(jsonl(&document), meant.clone(), "jsonl");
        prop_assert_eq!(spacy(&document), meant.clone(), "spacy");
        prop_assert_eq!(doccano(&document), meant.clone(), "doccano");
        prop_assert_eq!(label_studio(&document), meant.clone(), "label-studio");
        prop_assert_eq!(cas(&document), meant, "cas");
    }

    #[test]
    fn a_table_has_a_row_for_every_fragment(document in documents_with_extras()) {
        let (spans, _) = meant(&document);
        let rows = rows(&document);
        prop_assert_eq!(rows.len(), spans.len() + 1);
        for (row, (label, words)) in rows[1..].iter().zip(spans) {
            let number = |at: usize| Value::from(row[at].parse::<u64>().unwrap());
            prop_assert_eq!(&row[3], &label);
            prop_assert_eq!(&row[7], &words);
            prop_assert_eq!(cut(document.text(), &number(5), &number(6)), words);
            for owner in row[8].split_whitespace() {
                prop_assert!(rows[1..].iter().any(|other| other[2] == owner && other[3] == "Attribution"));
            }
        }
    }

    #[test]
    fn token_lines_are_tokens_and_labels_begin_well(document in documents_with_extras()) {
        let written = Format::Conll.write(&[&document]);
        let file = main_file(&written);
        let mut inside = "";
        let mut begun = 0;
        let mut at = 0;
        for line in file.split('\n') {
            let Some((token, label)) = line.split_once('\t') else {
                prop_assert_eq!(line, "");
                inside = "";
                continue;
            };
            prop_assert!(!token.is_empty() && !token.starts_with(char::is_whitespace));
            at += document.text()[at..].find(token).unwrap() + token.len();
            match label.split_once('-') {
                Some(("B", label)) => { inside = label; begun += 1; }
                Some((_, label)) => prop_assert_eq!(label, inside),
                None => { prop_assert_eq!(label, "O"); inside = ""; }
            }
        }
        let lost = |what: What| -> usize {
            let of = written.losses.iter().filter(|loss| loss.what == what);
            of.map(|loss| loss.count).sum()
        };
        let more: usize = written.losses.iter().map(|loss| match loss.what {
            What::Split { pieces } => pieces - loss.count,
            _ => 0,
        }).sum();
        let marks = Marks::of(&document).marks.len();
        let gone = lost(What::Inner) + lost(What::Targets) + lost(What::Blank);
        prop_assert_eq!(begun, marks - gone + more);
    }

    #[test]
    fn every_format_writes_several_documents_under_names_of_their_own(
        one in documents_with_extras(), other in documents_with_extras(),
    ) {
        for format in Format::ALL {
            let written = format.write(&[&one, &other, &one]);
            let names: BTreeSet<String> =
                written.files.iter().map(|file| file.name.to_lowercase()).collect();
            prop_assert_eq!(names.len(), written.files.len(), "{}", format.name());
            prop_assert!(written.losses.iter().all(|loss| loss.count > 0));
            let kinds: Vec<_> = written.losses.iter().map(ToString::to_string).collect();
            prop_assert_eq!(kinds.iter().collect::<BTreeSet<_>>().len(), kinds.len());
            let (file, _) = written.download();
            prop_assert!(!file.name.is_empty());
        }
    }

    #[test]
    fn citron_is_written_again_as_it_was_read(document in documents_with_extras()) {
        let written = Format::Citron.write(&[&document]);
        let opened = super::open(&written.files, None).unwrap().remove(0);
        let taken = |trouble: &super::Trouble| matches!(trouble.fault, super::Misread::Taken(_));
        prop_assert!(opened.troubles.iter().all(taken), "{:?}", opened.troubles);
        prop_assert_eq!(main_file(&Format::Citron.write(&[&opened.document])), main_file(&written));
        let attributions = document.annotations().count(Label::Attribution);
        let no_cue = written.losses.iter().find(|loss| loss.what == What::NoCue);
        let left = attributions - no_cue.map_or(0, |loss| loss.count);
        prop_assert_eq!(opened.document.annotations().count(Label::Attribution), left);
    }
}

#[test]
fn every_format_has_a_name_of_its_own() {
    let names: BTreeSet<&str> = Format::ALL.iter().map(|format| format.name()).collect();
    assert_eq!(names.len(), Format::ALL.len());
    for format in Format::ALL {
        assert_eq!(Format::of(format.name()), Some(format));
        assert!(format.about().iter().all(|line| line.ends_with('.')));
    }
    assert_eq!(Format::of("word"), None);
}
