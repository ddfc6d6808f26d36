//! Hostile files: nothing panics, and what is read can be written and read again.
//!
//! How many cases run follows `PROPTEST_CASES`.

use super::{read, tests, write};
use crate::document::arbitrary::texts;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// Reads `file`. Whatever comes of it, every problem is a sentence with an end; a document that
/// comes of it is the same when it is written and read again.
fn check(file: &str) {
    match read(file) {
        Ok((document, problems)) => {
            for problem in problems {
                assert!(problem.to_string().ends_with('.'), "{problem}");
            }
            let (again, _) = read(&write(&document)).unwrap();
            assert_eq!(again, document);
        }
        Err(error) => assert!(error.to_string().ends_with('.'), "{error}"),
    }
}

/// Makes values that stand in no good file where they are put.
fn hostile() -> impl Strategy<Value = Value> {
    let deep = (0..120).fold(json!(1), |inner, _| json!([inner]));
    let strange = vec![
        json!(null),
        json!(true),
        json!(-1),
        json!(0),
        json!(1),
        json!(5),
        json!(17),
        json!(18),
        json!(5.0),
        json!(2.5),
        json!(1e99),
        json!(u64::MAX),
        json!(""),
        json!("a1"),
        json!("a2"),
        json!("s1"),
        json!("user"),
        json!("utf16"),
        json!("utf8"),
        json!("claim"),
        json!("quote"),
        json!("author"),
        json!("2026-02-30"),
        json!("\r\n\0\u{feff}"),
        json!([]),
        json!({}),
        deep,
        json!([[]]),
        json!([[[]]]),
        json!([{}]),
        json!(["a1", 1]),
        json!({ "x": 1, "y": [2] }),
        json!([{ "start": 2, "end": 7 }, { "start": 7, "end": 9 }]),
        json!([{ "start": 9, "end": 12, "exact": "nn " }, { "start": 1, "end": 4 }]),
        json!({ "start": 3, "end": 2 }),
        json!({ "start": 3, "end": 8, "exact": "“Go,”" }),
    ];
    prop_oneof![9 => select(strange), 1 => texts().prop_map(Value::String)]
}

/// Lists the pointers (RFC 6901) to every value inside `value`.
fn pointers(value: &Value, here: &str, all: &mut Vec<String>) {
    all.push(here.to_owned());
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                pointers(value, &format!("{here}/{key}"), all);
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                pointers(value, &format!("{here}/{index}"), all);
            }
        }
        _ => {}
    }
}

/// Changes bytes of a file: overwrites, cuts out, doubles or moves a stretch.
fn mangled(file: &str, changes: &[(Index, Index, Index, u8)]) -> String {
    let mut bytes = file.as_bytes().to_vec();
    for (one, other, to, kind) in changes {
        let (one, other) = (one.index(bytes.len() + 1), other.index(bytes.len() + 1));
        let stretch = one.min(other)..one.max(other);
        match kind % 6 {
            0 if one < bytes.len() => bytes[one] ^= 1 << (other % 8),
            1 => bytes.truncate(stretch.end.max(bytes.len() / 2)),
            2 => drop(bytes.drain(stretch.start..stretch.end.min(stretch.start + 40))),
            3 => {
                let copy = bytes[stretch.start..stretch.end.min(stretch.start + 200)].to_vec();
                let to = to.index(bytes.len() + 1);
                bytes.splice(to..to, copy);
            }
            4 => bytes.insert(one, b"{}[]\",:\\0-9eut\n"[other % 15]),
            _ => bytes.splice(one..one, *b"\\ud83d").for_each(drop),
        }
        if bytes.is_empty() {
            break;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

proptest! {
    #[test]
    fn fuzz_mangled_files_never_panic(
        changes in vec((any::<Index>(), any::<Index>(), any::<Index>(), any::<u8>()), 1..6),
    ) {
        check(&mangled(&tests::file(), &changes));
    }

    #[test]
    fn fuzz_files_with_strange_values_never_panic(
        changes in vec((any::<Index>(), hostile()), 1..6),
        more in any::<bool>(),
    ) {
        let mut file: Value = serde_json::from_str(&tests::file()).unwrap();
        for (at, value) in changes {
            let mut all = Vec::new();
            pointers(&file, "", &mut all);
            // The first pointer leads to the whole file.
            let inside: &[String] = &all[1.min(all.len() - 1)..];
            let slot = file.pointer_mut(at.get(inside).as_str()).unwrap();
            match (slot, more) {
                (Value::Array(items), true) => items.push(value),
                (slot, _) => *slot = value,
            }
        }
        check(&file.to_string());
    }

    #[test]
    fn fuzz_any_text_never_panics(text in prop_oneof![any::<String>(), "[\\[\\]{}\",:0-9eE.+\\\\untrfals \u{feff}-]{0,60}"]) {
        check(&text);
    }
}
