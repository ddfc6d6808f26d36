//! Samples: arbitrary documents as files, for the loaders of other programs to be tried on.

use super::ascribe;
use crate::document::arbitrary::documents;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::fs;
use std::path::Path;

/// How many there are: enough for every way in which texts and spans are hard to come several times.
const SAMPLES: usize = 80;

#[test]
fn samples_for_loaders() {
    let folder = std::env::var("ASCRIBE_SAMPLES").ok();
    let mut runner = TestRunner::deterministic();
    let (mut written, mut bare) = (0, 0);
    while written < SAMPLES {
        let document = documents().new_tree(&mut runner).unwrap().current();
        // A few without annotations say all that such have to say.
        bare += usize::from(document.annotations().is_empty());
        if document.annotations().is_empty() && bare > 3 {
            continue;
        }
        let file = ascribe::write(&document);
        assert_eq!(ascribe::read(&file).unwrap().1, []);
        if let Some(folder) = &folder {
            let path = Path::new(folder).join(format!("sample-{written:02}.ascribe.json"));
            fs::write(path, file).unwrap();
        }
        written += 1;
    }
}
