//! Half-good files: what opens of them, and what is said of the rest.

use super::tests::file;
use super::{read, write};
use crate::document::{Annotation, AnnotationId, Body, Document};

/// Changes the good file by replacing `from`, which stands in it, by `to` and reads it; the
/// problems must be `said`, without their line and column. What is read must survive writing.
fn check(from: &str, to: &str, said: &[&str]) -> Document {
    let good = file();
    assert!(good.contains(from), "{from}");
    open(&good.replacen(from, to, 1), said)
}

fn open(file: &str, said: &[&str]) -> Document {
    let (document, problems) = read(file).unwrap();
    let sentences: Vec<String> = problems
        .iter()
        .map(|problem| format!("{}: {}", problem.place.part, problem.fault))
        .collect();
    assert_eq!(sentences, said, "{file}");
    assert_eq!(read(&write(&document)).unwrap().0, document);
    document
}

fn annotation(document: &Document, id: &str) -> Annotation {
    (**document.annotations().get(&AnnotationId(id.into())).unwrap()).clone()
}

/// Returns the words of the quote, which is `a1` in the good file.
fn quote(document: &Document) -> String {
    annotation(document, "a1").target.words(document.text())
}

const QUOTE: &str = "{ \"start\": 2, \"end\": 7, \"exact\": \"“Go,”\" }";

/// As `check`, with the quote's only fragment replaced.
fn check_quote(fragments: &str, said: &[&str]) -> String {
    quote(&check(QUOTE, fragments, said))
}

/// As `check_quote`, where nothing of the quote is good.
fn lose_quote(fragments: &str, why: &str) {
    let said = [
        "Annotation a1: none of its target could be placed; the annotation was left out.",
        &format!("Annotation a1: {why}"),
        "Annotation a2: “contents” leads to a1, which is not there; the link was left out.",
    ];
    let document = check(QUOTE, fragments, &said);
    assert_eq!(document.annotations().len(), 1);
}

#[test]
fn a_changed_text_opens_with_the_spans_whose_words_agree() {
    let said = [
        "Document: the text is not the one its sha256 was made of: it was changed. Spans whose \
         words agree were kept.",
        "Document: the text should have 17 code points and has 20; the text counts.",
        "Document: the text should have 18 UTF-16 units and has 21; the text counts.",
        "Document: the text should have 24 UTF-8 bytes and has 27; the text counts.",
        "Annotation a1: ““Go,”” does not stand at 2 but once close by; the span was moved there.",
        "Annotation a2: “Ann said” does not stand at 8 but once close by; the span was moved there.",
        "Annotation a2: source 1: “Ann” does not stand at 8 but once close by; the span was moved \
         there.",
        "Annotation a2: cue 1: “said” does not stand at 12 but once close by; the span was moved \
         there.",
    ];
    let document = check("\"text\": \"", "\"text\": \"Hi ", &said);
    assert_eq!(quote(&document), "“Go,”");
}

#[test]
fn words_that_differ_are_found_or_left_out() {
    let exact = |start: usize, end: usize, exact: &str| {
        format!("{{ \"start\": {start}, \"end\": {end}, \"exact\": \"{exact}\" }}")
    };
    let moved =
        "Annotation a1: “Ann” does not stand at 2 but once close by; the span was moved there.";
    assert_eq!(check_quote(&exact(2, 5, "Ann"), &[moved]), "Ann");
    let utf16 =
        "Annotation a1: “n” was found by counting in UTF-16 units; the span was moved there.";
    assert_eq!(check_quote(&exact(10, 11, "n"), &[]), "n");
    assert_eq!(check_quote(&exact(11, 12, "n"), &[utf16]), "n");
    let utf8 = "Annotation a1: “n” was found by counting in UTF-8 bytes; the span was moved there.";
    assert_eq!(check_quote(&exact(16, 17, "n"), &[utf8]), "n");
    lose_quote(
        &exact(2, 7, "Stop"),
        "the words should be “Stop”, but ““Go,”” stands there; the span was left out.",
    );
    let twice = "the words should be “n”, but “😀” stands there; the span was left out.";
    lose_quote(&exact(0, 1, "n"), twice);
    assert_eq!(check_quote("{ \"start\": 2, \"end\": 7, \"exact\": \"\" }", &[]), "“Go,”");
    assert_eq!(check_quote("{ \"start\": 2, \"end\": 7 }", &[]), "“Go,”");
}

#[test]
fn offsets_that_are_none_are_named() {
    let ends = |start: &str, end: &str| format!("{{ \"start\": {start}, \"end\": {end} }}");
    lose_quote("{ \"end\": 7 }", "a span has no “start”; it was left out.");
    lose_quote(&ends("2", "null"), "a span has no “end”; it was left out.");
    let bad = |value: &str| {
        let why =
            format!("“start” of a span is {value}, no whole number from 0 on; it was left out.");
        lose_quote(&ends(value, "7"), &why);
    };
    bad("-2");
    bad("2.5");
    bad("\"2\"");
    bad("99999999999999999999");
    bad("1e400");
    bad("[2]");
    let float = "Annotation a1: the offset 2.0 was read as the whole number it is.";
    assert_eq!(check_quote(&ends("2.0", "7"), &[float]), "“Go,”");
    lose_quote(&ends("7", "7"), "nothing stands from 7 to 7; the span was left out.");
    lose_quote(&ends("7", "2"), "nothing stands from 7 to 2; the span was left out.");
    lose_quote(
        &ends("2", "18"),
        "the span from 2 to 18 reaches out of the text, which ends at 17; it was left out.",
    );
    lose_quote("7", "item 1 of target should be an object and is a number; it was left out.");
}

#[test]
fn fragments_that_touch_or_are_out_of_order_are_joined() {
    let joined =
        "Annotation a1: fragments touched or were out of order; they were sorted and joined.";
    let two = |one: (u8, u8), other: (u8, u8)| {
        let (a, b, c, d) = (one.0, one.1, other.0, other.1);
        format!("{{ \"start\": {a}, \"end\": {b} }}, {{ \"start\": {c}, \"end\": {d} }}")
    };
    assert_eq!(check_quote(&two((2, 4), (8, 11)), &[]), "“G … Ann");
    assert_eq!(check_quote(&two((2, 4), (4, 7)), &[joined]), "“Go,”");
    assert_eq!(check_quote(&two((2, 6), (4, 7)), &[joined]), "“Go,”");
    assert_eq!(check_quote(&two((8, 11), (2, 4)), &[joined]), "“G … Ann");
    let empty = "Annotation a1: nothing stands from 9 to 9; the span was left out.";
    assert_eq!(check_quote(&two((2, 7), (9, 9)), &[empty]), "“Go,”");
    let none = "Annotation a1: none of its target could be placed; the annotation was left out.";
    let link = "Annotation a2: “contents” leads to a1, which is not there; the link was left out.";
    check(&format!("[\n        {QUOTE}\n      ]"), "[]", &[none, link]);
}

#[test]
fn ids_used_twice_or_missing_are_replaced() {
    let twice =
        "Annotation a1: its id was used before; it is a2 here, and links lead to the first.";
    let itself =
        "Annotation a1: its id was used before; it is a2 here, and links lead to the first.";
    let document = check("\"id\": \"a2\"", "\"id\": \"a1\"", &[twice]);
    assert_eq!(twice, itself);
    let Body::Attribution(own) = annotation(&document, "a2").body else { panic!() };
    assert_eq!(own.contents, [AnnotationId("a1".into())]);
    let none = "Annotation number 1: it has no id; it is a1 here.";
    check("\"id\": \"a1\",", "", &[none]);
    let none = "Speaker number 1: it has no id; it is s1 here.";
    check("\"id\": \"s1\", ", "", &[none]);
    let itself = "Annotation a2: it is its own content; that link was left out.";
    check("\"contents\": [\"a1\"]", "\"contents\": [\"a1\", \"a2\"]", &[itself]);
    let nobody = "Annotation a2: “speaker” leads to s9, which is not there; the link was left out.";
    check("\"speaker\": \"s1\"", "\"speaker\": \"s9\"", &[nobody]);
    let claim = "\"label\": \"claim\", \"claimer\": \"s9\"";
    let nobody = "Annotation a1: “claimer” leads to s9, which is not there; the link was left out.";
    check("\"label\": \"quote\"", claim, &[nobody]);
}

#[test]
fn what_is_not_understood_stays_in_the_file() {
    let kept = |from: &str, to: &str, said: &str| {
        let document = check(from, to, &[said]);
        assert!(write(&document).contains(to), "{}", write(&document));
    };
    kept(
        "\"form\": \"direct\"",
        "\"form\": \"sung\"",
        "Annotation a1: “form” is “sung” and not direct, indirect or mixed; it stays in the file, \
         unread.",
    );
    kept(
        "\"origin\": \"user\"",
        "\"origin\": \"crowd\"",
        "Annotation a1: “origin” is “crowd” and not user, suggested or imported; it stays in the \
         file, unread.",
    );
    kept(
        "\"kind\": \"person\"",
        "\"kind\": \"robot\"",
        "Speaker s1: “kind” is “robot” and not person, organisation, group, document or unnamed; \
         it stays in the file, unread.",
    );
    kept(
        "\"by\": \"user\"",
        "\"by\": \"crowd\"",
        "Sentence 1: “by” is “crowd” and not user; it stays in the file, unread.",
    );
    kept(
        "\"authors\": [\"A. Writer\"]",
        "\"authors\": [\"A. Writer\", 7]",
        "Document: “authors” should be a list of strings and is a list of other things; it stays \
         in the file, unread.",
    );
    kept(
        "\"title\": \"Talks\"",
        "\"title\": 7",
        "Document: “title” should be a string and is a number; it stays in the file, unread.",
    );
    kept(
        "\"title\": \"Talks\"",
        "\"published\": \"5 October\"",
        "Document: “published” is “5 October”, no date as the format writes it; it stays so.",
    );
    kept(
        "\"origin\": \"user\"",
        "\"created\": \"yesterday\"",
        "Annotation a1: “created” is “yesterday”, no date as the format writes it; it stays so.",
    );
    check("\"form\": \"direct\"", "\"polarity\": \"asserted\"", &[]);
}

#[test]
fn unknown_labels_and_items_of_other_types_are_left_out() {
    let link = "Annotation a2: “contents” leads to a1, which is not there; the link was left out.";
    check(
        "\"label\": \"quote\"",
        "\"label\": \"joke\"",
        &[
            "Annotation a1: “joke” is no label that this version knows; the annotation was left out.",
            link,
        ],
    );
    check(
        "\"label\": \"quote\",",
        "",
        &["Annotation a1: it has no label; the annotation was left out.", link],
    );
    check(
        "\"annotations\": [",
        "\"annotations\": [7,",
        &[
            "Annotation number 1: item 1 of annotations should be an object and is a number; it was \
           left out.",
        ],
    );
    check(
        ", \"rule\": \"en.x\" }",
        " }",
        &["Rejected suggestion 1: it names no rule; it was left out."],
    );
}

#[test]
fn an_article_that_lacks_what_it_should_say_opens() {
    check(
        "\"id\": \"urn:uuid:00000000-0000-4000-8000-000000000001\",",
        "",
        &["Document: the article has no id; one was made from its text."],
    );
    let document = check(
        "\"created\": \"2026-11-22T10:00:00Z\",\n",
        "",
        &["Document: “created” is no date in UTC; 2026-11-22T10:20:00Z stands for it."],
    );
    assert_eq!(document.created(), document.modified());
    let bare = "{\"format\":\"ascribe\",\"version\":1,\"document\":{\"text\":\"No.\"}}";
    let document = open(
        bare,
        &[
            "File: “annotations” is missing; it was read as an empty list.",
            "Document: the article has no id; one was made from its text.",
            "Document: “created” is no date in UTC; 1970-01-01T00:00:00Z stands for it.",
            "Document: “modified” is no date in UTC; 1970-01-01T00:00:00Z stands for it.",
        ],
    );
    assert_eq!(document.sentences().len(), 0);
    assert_eq!(document.id().0, "urn:uuid:38178a20-b470-8cfd-8182-99fb1593dd4b");
}

#[test]
fn sentences_are_sorted_and_kept_apart() {
    let sentence = "{ \"start\": 0, \"end\": 17, \"by\": \"user\", \"x-sure\": true }";
    let three = "{ \"start\": 8, \"end\": 17 }, { \"start\": 0, \"end\": 7 }, \
                 { \"start\": 5, \"end\": 9, \"by\": \"user\" }";
    let said = [
        "Document: the sentences were not in text order; they were sorted.",
        "Sentence 3: it overlaps a sentence before it; it was left out.",
    ];
    let document = check(sentence, three, &said);
    let words: Vec<&str> =
        document.sentences().iter().map(|sentence| sentence.span.of(document.text())).collect();
    assert_eq!(words, ["😀 “Go,”", "Ann said."]);
}

#[test]
fn offsets_stay_right_when_the_text_has_to_be_mended() {
    let text = "\u{feff}A\r\n\r“Go,”\0 Ann said.";
    let json = text.replace('\r', "\\r").replace('\n', "\\n").replace('\0', "\\u0000");
    let file = file()
        .replace("\"text\": \"😀 “Go,” Ann said.\"", &format!("\"text\": \"{json}\""))
        .replace(&write::sha256("😀 “Go,” Ann said."), &write::sha256(text))
        .replace("\"start\": 2, \"end\": 7", "\"start\": 5, \"end\": 10")
        .replace("\"start\": 8, \"end\": 16", "\"start\": 12, \"end\": 20")
        .replace("\"start\": 8, \"end\": 11", "\"start\": 12, \"end\": 15")
        .replace("\"start\": 12, \"end\": 16", "\"start\": 16, \"end\": 20")
        .replace("\"start\": 0, \"end\": 17", "\"start\": 0, \"end\": 21")
        .replace("\"length\": { \"codepoint\": 17, \"utf16\": 18, \"utf8\": 24 },", "");
    let said = [
        "Document: the text held 2 carriage returns, 1 NUL characters and 1 byte order marks; they \
         were taken out and the offsets moved along.",
        "Rejected suggestion 1: no whole character stands from 0 to 1; the span was left out.",
    ];
    let document = open(&file, &said);
    assert_eq!(document.text().as_ref(), "A\n\n“Go,” Ann said.");
    assert_eq!(quote(&document), "“Go,”");
}

#[test]
fn offsets_in_another_unit_are_converted() {
    let file = file()
        .replace("\"codepoint\",", "\"utf16\",")
        .replace("\"start\": 2, \"end\": 7", "\"start\": 3, \"end\": 8")
        .replace("\"start\": 8, \"end\": 16", "\"start\": 9, \"end\": 17")
        .replace("\"start\": 8, \"end\": 11", "\"start\": 9, \"end\": 12")
        .replace("\"start\": 12, \"end\": 16", "\"start\": 13, \"end\": 17")
        .replace("\"start\": 0, \"end\": 17", "\"start\": 0, \"end\": 18");
    let said = [
        "File: offsets are counted in UTF-16 units; they were converted to code points.",
        "Rejected suggestion 1: no whole character stands from 0 to 1; the span was left out.",
    ];
    assert_eq!(quote(&open(&file, &said)), "“Go,”");
}

#[test]
fn problems_stand_in_the_order_of_the_file_and_name_their_line() {
    let file = file().replacen("\"note\"", "\"id\": \"a9\",\n      \"note\"", 1);
    let (_, problems) = read(&file.replacen("“Go,”\" }", "“No,”\" }", 1)).unwrap();
    let sentences: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(
        sentences,
        [
            "Annotation a1 (line 23, column 7): none of its target could be placed; the annotation \
             was left out.",
            "Annotation a1 (line 26, column 11): the words should be ““No,””, but ““Go,”” stands \
             there; the span was left out.",
            "File (line 30, column 7): “id” stands here a second time; only the first is read.",
            "Annotation a2 (line 35, column 7): “contents” leads to a1, which is not there; the \
             link was left out.",
        ]
    );
}
