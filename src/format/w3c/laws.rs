//! The laws of annotation pages, and what is read of those of other programs.

use super::{items, read};
use crate::document::arbitrary::documents_with_extras;
use crate::document::{Body, Claimer, Document, Edit, Speaker, SpeakerId};
use crate::format::export::{Format, Written};
use crate::format::json;
use crate::format::less::less;
use crate::format::{Misread, Opened, open};
use proptest::prelude::*;
use serde_json::Value;

fn page_of(written: &Written) -> String {
    String::from_utf8(written.files[0].bytes.clone()).unwrap()
}

fn read_page(page: &str, text: &str) -> Opened {
    let (json, _) = json::read(page).unwrap();
    read(&json, items(&json).unwrap(), text, "")
}

#[test]
fn the_unit_is_told_where_the_same_words_stand_side_by_side() {
    let document = crate::document::marked::document("😀[q n]n", &[]);
    for format in [Format::W3c, Format::W3cUtf16] {
        let opened = read_page(&page_of(&format.write(&[&document])), document.text());
        let spans = |document: &Document| -> Vec<_> {
            document.annotations().iter().map(|one| one.target.clone()).collect()
        };
        assert_eq!(spans(&opened.document), spans(&document));
    }
}

/// The register as it comes back: the names that annotations have, in their order.
fn named(mut document: Document, register: &Document) -> Document {
    let mut speakers: Vec<Speaker> = Vec::new();
    let all: Vec<_> = document.annotations().iter().map(|one| (**one).clone()).collect();
    for one in all {
        let mut after = one.clone();
        let mut again = |id: &SpeakerId| {
            let name = register.speaker(id).map(|speaker| speaker.name.clone());
            let name = name.filter(|name| !name.is_empty())?;
            if let Some(known) = speakers.iter().find(|known| known.name == name) {
                return Some(known.id.clone());
            }
            let id = SpeakerId(format!("s{}", speakers.len() + 1));
            let (same_as, extra) = (String::new(), Vec::new());
            speakers.push(Speaker {
                id: id.clone(),
                name,
                aliases: vec![],
                kind: None,
                same_as,
                extra,
            });
            Some(id)
        };
        match &mut after.body {
            Body::Attribution(own) => own.speaker = own.speaker.as_ref().and_then(&mut again),
            Body::Claim { claimer, .. } => {
                *claimer = claimer.take().and_then(|claimer| match claimer {
                    Claimer::Author => Some(Claimer::Author),
                    Claimer::Speaker(id) => again(&id).map(Claimer::Speaker),
                });
            }
            Body::Quote { .. } => {}
        }
        document.apply(&Edit::Change { before: Box::new(one), after: Box::new(after) }).unwrap();
    }
    document.with_speakers(speakers)
}

proptest! {
    #[test]
    fn pages_are_read_as_they_were_in_either_unit(document in documents_with_extras()) {
        for format in [Format::W3c, Format::W3cUtf16] {
            let written = format.write(&[&document]);
            let expected = named(less(&document, &written.losses, "W3C", |it| Some(it.clone())), &document);
            let opened = read_page(&page_of(&written), document.text());
            prop_assert_eq!(&opened.troubles, &[]);
            prop_assert_eq!(&opened.document, &expected);
            let (archive, _) = written.download();
            let again = open(&[archive], None).unwrap().remove(0);
            prop_assert_eq!(again.document.annotations(), expected.annotations());
        }
    }

    #[test]
    fn pages_follow_the_recommendation(document in documents_with_extras()) {
        let units: Vec<u16> = document.text().encode_utf16().collect();
        let chars: Vec<char> = document.text().chars().collect();
        for format in [Format::W3c, Format::W3cUtf16] {
            let page: Value = serde_json::from_str(&page_of(&format.write(&[&document]))).unwrap();
            if document.annotations().is_empty() {
                prop_assert_eq!(&page["type"], "AnnotationCollection");
                prop_assert_eq!(&page["total"], 0);
                prop_assert_eq!(page.get("items"), None);
                continue;
            }
            prop_assert_eq!(&page["type"], "AnnotationPage");
            let items = page["items"].as_array().unwrap();
            let ids: Vec<&str> = items.iter().map(|item| item["id"].as_str().unwrap()).collect();
            let unique: std::collections::BTreeSet<_> = ids.iter().collect();
            prop_assert_eq!(unique.len(), ids.len());
            for item in items {
                for body in item["body"].as_array().unwrap() {
                    if body["purpose"] == "linking" {
                        prop_assert!(ids.contains(&body["source"].as_str().unwrap()));
                    }
                }
                for target in item["target"].as_array().unwrap() {
                    let (quote, position) = (&target["selector"][0], &target["selector"][1]);
                    let end = |key: &str| position[key].as_u64().unwrap() as usize;
                    let words = match format {
                        Format::W3c => chars[end("start")..end("end")].iter().collect(),
                        _ => String::from_utf16(&units[end("start")..end("end")]).unwrap(),
                    };
                    prop_assert_eq!(quote["exact"].as_str(), Some(words.as_str()));
                }
            }
        }
    }

    #[test]
    fn fuzz_any_page_is_read_without_panic(
        document in documents_with_extras(), at in any::<prop::sample::Index>(),
        from in "[a-z:\"\\[\\]{},0-9]{1,3}", to in "[a-z:\"\\[\\]{},0-9]{0,3}",
    ) {
        let mut page = page_of(&Format::W3c.write(&[&document]));
        let at = page.floor_char_boundary(at.index(page.len()));
        if let Some(there) = page[at..].find(&from) {
            page.replace_range(at + there..at + there + from.len(), &to);
        }
        if let Ok((json, _)) = json::read(&page)
            && let Some(items) = items(&json)
        {
            let opened = read(&json, items, document.text(), "");
            prop_assert!(opened.document.annotations().len() <= 2 * items.len());
        }
    }
}

/// A page as another program writes it: contents linked to their source and cue, no attribution.
const FOREIGN: &str = r#"{"@context": "http://www.w3.org/ns/anno.jsonld", "id": "urn:uuid:9", "type": "AnnotationPage", "items": [
 {"id": "urn:uuid:1", "type": "Annotation", "body": [
   {"type": "TextualBody", "purpose": "tagging", "value": "Content"},
   {"type": "SpecificResource", "purpose": "linking", "source": "urn:uuid:2"},
   {"type": "SpecificResource", "purpose": "linking", "source": "urn:uuid:3"}],
  "target": {"source": "https://e.org/1", "selector": {"type": "TextQuoteSelector", "exact": "“Go,”", "prefix": "Hi 😀 — ", "suffix": " Ann",
   "refinedBy": {"type": "TextPositionSelector", "start": 8, "end": 13}}}},
 {"id": "urn:uuid:2", "type": ["Annotation"], "body": {"type": "TextualBody", "value": "source"},
  "target": [{"source": "https://e.org/1", "selector": [{"type": "TextPositionSelector", "start": 14, "end": 17}, {"type": "TextQuoteSelector", "exact": "Ann"}]}]},
 {"id": "urn:uuid:3", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "classifying", "value": "cue"}],
  "target": [{"source": "https://e.org/1", "selector": [{"type": "TextQuoteSelector", "exact": "said"}]}]}
]}"#;

#[test]
fn contents_with_links_of_their_own_get_an_attribution() {
    let opened = read_page(FOREIGN, "Hi 😀 — “Go,” Ann said.\n");
    let text = opened.document.text().clone();
    let shown: Vec<String> = opened
        .document
        .annotations()
        .iter()
        .map(|one| match &one.body {
            Body::Attribution(own) => format!(
                "{} by {} with {} of {:?}",
                one.target.words(&text),
                own.source[0].words(&text),
                own.cue[0].words(&text),
                own.contents[0].0
            ),
            _ => format!("{} {}", one.label().word(), one.target.words(&text)),
        })
        .collect();
    assert_eq!(shown, ["quote “Go,”", "Ann … said by Ann with said of \"urn:uuid:1\""]);
    let said: Vec<&Misread> = opened.troubles.iter().map(|trouble| &trouble.fault).collect();
    assert!(matches!(said[..], [Misread::Found { .. }, Misread::Taken(_)]), "{said:?}");
}

#[test]
fn spans_are_found_in_a_text_that_changed() {
    let changed = "Update. Hi 😀 — “Go,” Ann said.\nAnn said so.\n";
    let opened = read_page(FOREIGN, changed);
    let lost: Vec<String> = opened.troubles.iter().map(ToString::to_string).collect();
    let cue = "urn:uuid:3: “said” stands 2 times in this text, and nothing tells which is meant; it \
               was left out.";
    assert!(lost.contains(&cue.to_owned()), "{lost:?}");
    let quote = opened.document.annotations().iter().next().unwrap();
    assert_eq!(quote.target.words(changed), "“Go,”");
}
