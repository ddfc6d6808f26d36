//! JSON as files hold it: order, both of two equal keys, every digit of a number and the place of
//! every member are seen. General libraries hide these, and a reader that must name the place of a
//! fault and give foreign members back as they were needs all four.
//!
//! Knows no format that is built on it.

mod read;
mod string;
mod tree;
mod write;

pub(super) use read::{Blemish, BlemishKind, Syntax, SyntaxFault, read};
pub(super) use tree::{Json, Member};
pub(super) use write::{around, ascii, compact, end_items, item, pretty};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value;

    /// Reads `text`, which is the same to another reader, and writes it back.
    fn check(text: &str, written: &str) {
        let (json, blemishes) = read(text).unwrap();
        assert_eq!(blemishes, []);
        assert_eq!(compact(&json), written);
        let value: Value = serde_json::from_str(text).unwrap();
        let same: Value = serde_json::from_str(written).unwrap();
        assert_eq!(value, same);
    }

    fn refuse(text: &str, at: usize, fault: SyntaxFault) {
        assert_eq!(read(text), Err(Syntax { at, fault }), "{text}");
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
    }

    #[test]
    fn values_are_written_as_they_were_read() {
        check(" { \"a\" : [ 1 , -0.50e+3 , true , null ] } ", "{\"a\":[1,-0.50e+3,true,null]}");
        check(r#""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\\u001f""#, r#""é😀/\b\f\n\r\t\"\\\u001f""#);
        check("[[],{},\"\"]", "[[],{},\"\"]");
    }

    #[test]
    fn what_is_no_json_is_refused_where_it_shows() {
        refuse("", 0, SyntaxFault::Cut);
        refuse("[1, ", 4, SyntaxFault::Cut);
        refuse("{\"a\": \"b", 8, SyntaxFault::Cut);
        refuse("[tru", 4, SyntaxFault::Cut);
        refuse("\"\\u12", 5, SyntaxFault::Cut);
        refuse("[1,]", 3, SyntaxFault::Expected("a value"));
        refuse("{a: 1}", 1, SyntaxFault::Expected("a key in double quotes"));
        refuse("{\"a\" 1}", 5, SyntaxFault::Expected("a colon"));
        refuse("[1 2]", 3, SyntaxFault::Expected("a comma or the end of the list"));
        refuse("{\"a\":1;", 6, SyntaxFault::Expected("a comma or the end of the object"));
        refuse("01", 1, SyntaxFault::Expected("the end of the file"));
        refuse("-a", 1, SyntaxFault::Expected("a digit"));
        refuse("1.e3", 2, SyntaxFault::Expected("a digit"));
        refuse("NaN", 0, SyntaxFault::Expected("a value"));
        refuse("\"a\nb\"", 2, SyntaxFault::Control);
        refuse("\"a\\x\"", 2, SyntaxFault::Escape);
        refuse("\"\\u12g4\"", 1, SyntaxFault::Escape);
    }

    #[test]
    fn hostile_depth_is_refused_before_it_costs_anything() {
        let deep = "[".repeat(1_000_000);
        assert_eq!(read(&deep), Err(Syntax { at: 100, fault: SyntaxFault::Deep }));
        let deepest = format!("{}{}", "[".repeat(100), "]".repeat(100));
        assert!(read(&deepest).is_ok());
    }

    #[test]
    fn the_first_of_two_equal_keys_is_kept_and_the_other_named() {
        let (json, blemishes) = read("{\"a\": 1, \"b\": 2, \"\\u0061\": 3}").unwrap();
        assert_eq!(compact(&json), "{\"a\":1,\"b\":2}");
        assert_eq!(blemishes, [Blemish { at: 17, kind: BlemishKind::KeyTwice("a".into()) }]);
    }

    #[test]
    fn half_a_utf_16_pair_is_one_replacement_character() {
        let (json, blemishes) = read(r#""\ud83d-\ude00\ud83d\u0041""#).unwrap();
        assert_eq!(json, Json::text("\u{fffd}-\u{fffd}\u{fffd}A"));
        let places: Vec<usize> = blemishes.iter().map(|blemish| blemish.at).collect();
        assert_eq!(places, [1, 8, 14]);
    }

    #[test]
    fn what_holds_no_other_list_stands_on_one_line() {
        let (json, _) = read("{\"a\":[{\"b\":1,\"c\":[]},[1,\"x\"],{}],\"d\":{}}").unwrap();
        let lines = "{\n  \"a\": [\n    {\n      \"b\": 1,\n      \"c\": []\n    },\n    [1, \"x\"],\n    \
                     {}\n  ],\n  \"d\": {}\n}\n";
        assert_eq!(pretty(&json), lines);
    }

    proptest! {
        #[test]
        fn another_reader_agrees_on_what_is_json(
            text in prop_oneof!["[\\[\\]{}\",:0-9eE.+\\\\untrfals -]{0,12}", "\"\\PC{0,9}\""],
        ) {
            let other = serde_json::from_str::<Value>(&text);
            match (read(&text), other) {
                (Ok((json, _)), Ok(value)) => {
                    let dense = compact(&json);
                    prop_assert!(ascii(&dense).is_ascii());
                    for written in [ascii(&dense), dense, pretty(&json)] {
                        prop_assert_eq!(&read(&written).unwrap().0, &json);
                        prop_assert_eq!(&serde_json::from_str::<Value>(&written).unwrap(), &value);
                    }
                }
                (Err(_), Err(_)) => {}
                // Numbers beyond a float and lone halves of UTF-16 pairs are JSON, but not there.
                (Ok((json, blemishes)), Err(error)) => prop_assert!(
                    !blemishes.is_empty() || error.to_string().contains("number out of range"),
                    "{json:?}"
                ),
                (Err(syntax), Ok(_)) => prop_assert!(false, "{syntax:?}"),
            }
        }
    }
}
