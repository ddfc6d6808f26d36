//! The schema of the annotation file, and that what is written follows it.

use super::keys::{
    ANNOTATION_KEYS, DOCUMENT_KEYS, FILE_KEYS, FRAGMENT_KEYS, LENGTH_KEYS, REJECTION_KEYS,
    SENTENCE_KEYS, SPEAKER_KEYS,
};
use super::{read, write};
use crate::document::arbitrary::{documents, documents_with_extras};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../../schema/ascribe-1.schema.json")).unwrap()
});

static VALIDATOR: LazyLock<jsonschema::Validator> =
    LazyLock::new(|| jsonschema::draft202012::new(&SCHEMA).unwrap());

/// Fails with every fault that the schema finds in `file`.
pub(super) fn check(file: &Value) {
    let faults: Vec<String> = VALIDATOR
        .iter_errors(file)
        .map(|fault| format!("{}: {fault}", fault.instance_path()))
        .collect();
    assert_eq!(faults, <[String; 0]>::default(), "{file:#}");
}

/// Takes out what the arbitrary documents hold of other programs' members.
fn without_foreign(value: &mut Value) {
    match value {
        Value::Object(members) => {
            members.retain(|key, _| !key.starts_with('x'));
            members.values_mut().for_each(without_foreign);
        }
        Value::Array(items) => items.iter_mut().for_each(without_foreign),
        _ => {}
    }
}

#[test]
fn the_schema_follows_its_own_standard() {
    assert!(jsonschema::draft202012::meta::is_valid(&SCHEMA));
}

#[test]
fn members_of_no_label_and_unknown_words_break_the_schema() {
    let mut file: Value = serde_json::from_str(&super::tests::file()).unwrap();
    without_foreign(&mut file);
    check(&file);
    let breaks = |pointer: &str, value: Value| {
        let mut file: Value = serde_json::from_str(&super::tests::file()).unwrap();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        let parent = file.pointer_mut(parent).unwrap().as_object_mut().unwrap();
        parent.insert(key.to_owned(), value);
        without_foreign(&mut file);
        assert!(!VALIDATOR.is_valid(&file), "{pointer}");
    };
    breaks("/more", 1.into());
    breaks("/version", 2.into());
    breaks("/document/more", 1.into());
    breaks("/document/text", "a\rb".into());
    breaks("/document/length/more", 1.into());
    breaks("/annotations/0/polarity", "asserted".into());
    breaks("/annotations/0/form", "sung".into());
    breaks("/annotations/0/rule", "en.x".into());
    breaks("/annotations/1/form", "direct".into());
    breaks("/annotations/1/target/0/start", (-1).into());
    breaks("/speakers/0/more", 1.into());
    breaks("/rejected/0/exact", "😀".into());
}

#[test]
fn the_schema_knows_the_keys_that_are_written() {
    let keys = |pointers: &[&str]| -> BTreeSet<String> {
        let properties = |at: &&str| SCHEMA.pointer(at).unwrap().as_object().unwrap().keys();
        pointers.iter().flat_map(properties).cloned().collect()
    };
    let written = |keys: &[&str]| keys.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    let document = "/$defs/document/properties";
    assert_eq!(keys(&["/properties"]), written(FILE_KEYS));
    assert_eq!(keys(&[document]), written(DOCUMENT_KEYS));
    assert_eq!(keys(&[&format!("{document}/length/properties")]), written(LENGTH_KEYS));
    let sentence = format!("{document}/sentences/items/properties");
    assert_eq!(keys(&[&sentence]), written(SENTENCE_KEYS));
    assert_eq!(keys(&["/$defs/fragment/properties"]), written(FRAGMENT_KEYS));
    assert_eq!(keys(&["/$defs/speaker/properties"]), written(SPEAKER_KEYS));
    assert_eq!(keys(&["/$defs/rejection/properties"]), written(REJECTION_KEYS));
    let annotation = [
        "/$defs/annotation/properties",
        "/$defs/claim/properties",
        "/$defs/attribution/properties",
        "/$defs/origin/oneOf/1/properties",
        "/$defs/origin/oneOf/2/properties",
    ];
    assert_eq!(keys(&annotation), written(ANNOTATION_KEYS));
}

proptest! {
    #[test]
    fn what_is_written_follows_the_schema(document in documents()) {
        check(&serde_json::from_str(&write(&document)).unwrap());
    }

    #[test]
    fn only_members_of_other_programs_break_the_schema(document in documents_with_extras()) {
        let (document, _) = read(&write(&document)).unwrap();
        // The hash of a text may hold these letters, too, but never behind a space.
        let file = write(&document).replace(" 1e400", " 1");
        let mut file: Value = serde_json::from_str(&file).unwrap();
        without_foreign(&mut file);
        check(&file);
    }
}
