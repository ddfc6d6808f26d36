//! The laws of writing and reading, over documents and files of any kind.

use super::{read, write};
use crate::document::arbitrary::{documents, documents_with_extras};
use crate::document::{Document, Extra};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Names every extra member of a document by its carrier, its path and its key, once each.
fn carried(document: &Document) -> BTreeSet<(String, String, String)> {
    let annotations = document.annotations().iter();
    let speakers = document.speakers().iter();
    let carriers = annotations
        .map(|one| (format!("annotation {}", one.id), one.extra.as_slice()))
        .chain(speakers.map(|one| (format!("speaker {}", one.id.0), one.extra.as_slice())))
        .chain([("document".to_owned(), document.extra())]);
    carriers
        .flat_map(|(carrier, extras)| {
            let name =
                move |extra: &Extra| (carrier.clone(), extra.path.clone(), extra.key.clone());
            extras.iter().map(name)
        })
        .collect()
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(document in documents()) {
        let file = write(&document);
        prop_assert_eq!(write(&document.clone()), file.clone());
        let (back, problems) = read(&file).unwrap();
        prop_assert_eq!(problems, []);
        prop_assert_eq!(&back, &document);
        prop_assert_eq!(write(&back), file);
    }

    #[test]
    fn members_that_nobody_knows_are_written_back(document in documents_with_extras()) {
        let file = write(&document);
        let (once, problems) = read(&file).unwrap();
        prop_assert_eq!(problems, []);
        prop_assert_eq!(write(&once), file.clone());
        prop_assert_eq!(read(&file).unwrap().0, once.clone());
        prop_assert_eq!(carried(&once), carried(&document));
    }
}
