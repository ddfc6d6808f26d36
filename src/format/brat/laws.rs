//! The laws of brat's files: what is written is read again, less what the loss report names.

use super::lines::{ends_line, one_line};
use super::read;
use crate::document::arbitrary::documents;
use crate::document::{Body, Document, Label, Target};
use crate::format::export::{Format, Written};
use crate::format::less::less;
use crate::format::{Opened, What, open};
use crate::text::{Byte, Span};
use proptest::prelude::*;

fn text_of(written: &Written, ending: &str) -> String {
    let file = written.files.iter().find(|file| file.name.ends_with(ending));
    String::from_utf8(file.expect("it was written").bytes.clone()).unwrap()
}

/// Reads what was written, as the archive that is downloaded.
fn reopened(written: Written) -> Opened {
    let (archive, media_type) = written.download();
    assert_eq!(media_type, "application/zip");
    let mut opened = open(&[archive], None).unwrap();
    assert_eq!(opened.len(), 1);
    opened.remove(0)
}

/// Says what a target is that no line end can stand at an edge of: characters, one by one.
fn visible(text: &str, target: &Target) -> Option<Target> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let mut covered: Vec<bool> =
        chars.iter().map(|(at, c)| target.contains(Byte(*at)) && !ends_line(*c)).collect();
    // What stands between two covered characters is covered when it is nothing but line ends.
    let seen: Vec<usize> = (0..chars.len()).filter(|at| covered[*at]).collect();
    for pair in seen.windows(2) {
        if (pair[0] + 1..pair[1]).all(|at| ends_line(chars[at].1)) {
            (pair[0]..pair[1]).for_each(|at| covered[at] = true);
        }
    }
    let spans = chars.iter().zip(covered).filter(|(_, covered)| *covered);
    let spans =
        spans.map(|((at, c), _)| Span::new(text, Byte(*at), Byte(at + c.len_utf8())).unwrap());
    Target::joined(spans.collect())
}

/// The document as the plain profile holds it.
fn expected(document: &Document, written: &Written) -> Document {
    let text = document.text().clone();
    let mut expected = less(document, &written.losses, "brat", |target| visible(&text, target));
    if written.losses.iter().any(|loss| loss.what == What::NoteBreaks) {
        let all: Vec<_> = expected.annotations().iter().map(|one| (**one).clone()).collect();
        for one in all {
            let mut after = one.clone();
            after.note = one_line(&one.note);
            let edit =
                crate::document::Edit::Change { before: Box::new(one), after: Box::new(after) };
            expected.apply(&edit).unwrap();
        }
    }
    expected
}

/// What an attribution is in PolNeAR: the places of its sources, cues and contents.
type Facts = [Vec<Vec<Span>>; 3];

fn facts(document: &Document) -> Vec<Facts> {
    let text = document.text();
    let seen = |targets: Vec<&Target>| {
        let seen = targets.into_iter().filter_map(|target| visible(text, target));
        seen.map(|target| target.fragments().to_vec()).collect::<Vec<_>>()
    };
    let mut all = Vec::new();
    for one in document.annotations().iter() {
        if let Body::Attribution(own) = &one.body {
            let contents = own.contents.iter().filter_map(|id| document.annotations().get(id));
            let contents = contents.filter(|one| one.label() != Label::Attribution);
            all.push([
                seen(own.source.iter().collect()),
                seen(own.cue.iter().collect()),
                seen(contents.map(|one| &one.target).collect()),
            ]);
        }
    }
    all.sort();
    all
}

proptest! {
    #[test]
    fn the_plain_profile_is_read_as_it_was(document in documents()) {
        let written = Format::Brat.write(&[&document]);
        let expected = expected(&document, &written);
        let name = text_of(&written, ".ann");
        let opened = open(&written.files, None);
        if name.is_empty() {
            prop_assert_eq!(expected.annotations().len(), 0);
        } else {
            let opened = opened.unwrap().remove(0);
            prop_assert_eq!(&opened.troubles, &[]);
            let again = reopened(written);
            prop_assert_eq!(&again.document, &opened.document);
            let title = opened.document.metadata().title.clone();
            prop_assert!(!title.is_empty());
            let read = read(document.text(), &name, "").document;
            prop_assert_eq!(read, expected);
        }
    }

    #[test]
    fn polnear_keeps_every_source_cue_and_content(document in documents()) {
        let written = Format::BratPolnear.write(&[&document]);
        let ann = text_of(&written, ".ann");
        let read = read(document.text(), &ann, "").document;
        let mut expected = facts(&document);
        let blank = written.losses.iter().find(|loss| loss.what == What::Blank);
        if blank.is_some() {
            // An attribution of which nothing is visible is left out.
            let mut left = facts(&read);
            expected.retain(|facts| {
                let found = left.iter().position(|own| own == facts);
                found.map(|at| left.remove(at)).is_some()
            });
        }
        prop_assert_eq!(facts(&read), expected);
        let contents = read.annotations().iter().filter(|one| one.label() != Label::Attribution);
        let visible = |one: &Target| visible(document.text(), one).is_some();
        let all = document.annotations().iter().filter(|one| one.label() != Label::Attribution);
        prop_assert_eq!(contents.count(), all.filter(|one| visible(&one.target)).count());
    }

    #[test]
    fn lines_are_those_that_brat_reads(document in documents()) {
        for format in [Format::Brat, Format::BratPolnear] {
            let ann = text_of(&format.write(&[&document]), ".ann");
            for line in ann.lines() {
                prop_assert!(!line.contains(ends_line), "{line:?}");
                let fields: Vec<&str> = line.splitn(3, '\t').collect();
                let (kind, number) = fields[0].split_at(1);
                prop_assert!("TEA#".contains(kind) && number.parse::<u32>().is_ok());
                if kind == "T" {
                    let (_, ends) = fields[1].split_once(' ').unwrap();
                    let words: Vec<String> = ends.split(';').map(|pair| {
                        let (start, end) = pair.split_once(' ').unwrap();
                        let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
                        document.text().chars().skip(start).take(end - start).collect()
                    }).collect();
                    prop_assert_eq!(words.join(" "), fields[2]);
                }
            }
        }
    }

    #[test]
    fn fuzz_any_annotations_are_read_without_panic(
        document in documents(),
        lines in prop::collection::vec("[TEARMN#*][0-9]{0,2}\t(Claim|Source|Attribution|Form)[: ][0-9;TE ]{0,9}\t?.{0,6}", 0..8),
        cut in any::<prop::sample::Index>(),
    ) {
        let mut ann = text_of(&Format::Brat.write(&[&document]), ".ann");
        let at = ann.floor_char_boundary(cut.index(ann.len() + 1));
        ann.insert_str(at, &lines.join("\n"));
        let opened = read(document.text(), &ann, "");
        prop_assert!(opened.document.annotations().len() <= ann.lines().count());
    }
}
