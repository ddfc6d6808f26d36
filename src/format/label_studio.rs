//! Label Studio: tasks with predictions, and the labelling configuration that they need.

use super::export::Written;
use super::json::{self, Json};
use super::loss::What;
use super::marks::{Marks, Relation, Role, attributes};
use crate::document::Document;
use crate::text::{Byte, Ruler};
use std::fmt::Write;

const CARRIED: [What; 6] = [
    What::Links,
    What::Addressees,
    What::Attributes,
    What::Speakers,
    What::Notes,
    What::DocumentId,
];

/// Attributes of a region that are one of a few words.
const CHOICES: [(&str, &[&str]); 6] = [
    ("form", &["direct", "indirect", "mixed"]),
    ("stance", &["affirms", "refutes"]),
    ("checkable", &["yes", "no"]),
    ("polarity", &["asserted", "negated", "hypothetical"]),
    ("medium", &["speech", "writing", "thought"]),
    ("claimer", &["author"]),
];
/// What is said of a region in free words.
const TEXTS: [&str; 2] = ["speaker", "note"];

/// Writes the tasks and the configuration.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    let tasks = documents.iter().map(|document| task(document, out)).collect();
    let tasks = json::pretty(&Json::Array(tasks));
    for document in documents {
        out.carries(document, &CARRIED);
    }
    out.put_all(documents, tasks);
    out.put_as("label_config.xml".to_owned(), configuration());
}

fn task<'d>(document: &'d Document, out: &mut Written) -> Json<'d> {
    let text: &str = document.text();
    let ruler = Ruler::new(text);
    let offset = |at: Byte| Json::count(ruler.code_point(at).0);
    let marks = Marks::of(document);
    let cut = marks.pieces();
    out.lose(What::Split { pieces: cut.split_pieces }, cut.split);
    let id = |piece: usize| Json::owned(format!("s{}", piece + 1));
    let mut results = Vec::new();
    let mut last = None;
    for (index, piece) in cut.pieces.iter().enumerate() {
        let Some(mark) = marks.marks.get(piece.mark) else { continue };
        let mut result = |name: &'static str, kind: &'static str, key: &'static str, value| {
            results.push(Json::object(vec![
                ("id", id(index)),
                ("from_name", Json::text(name)),
                ("to_name", Json::text("text")),
                ("type", Json::text(kind)),
                (
                    "value",
                    Json::object(vec![
                        ("start", offset(piece.span.start())),
                        ("end", offset(piece.span.end())),
                        ("text", Json::text(piece.span.of(text))),
                        (key, Json::Array(vec![Json::text(value)])),
                    ]),
                ),
            ]));
        };
        result("label", "labels", "labels", mark.role.label());
        // What is said of an annotation is said once: at its first piece, not at those of its parts.
        if last == Some(piece.mark) || !matches!(mark.role, Role::Own(_)) {
            continue;
        }
        last = Some(piece.mark);
        for (name, value) in attributes(document, mark.owner) {
            match TEXTS.contains(&name) {
                true => result(name, "textarea", "text", value),
                false => result(name, "choices", "choices", value),
            }
        }
        if !mark.owner.note.is_empty() {
            result("note", "textarea", "text", &mark.owner.note);
        }
    }
    results.extend(cut.links.iter().map(|link| {
        Json::object(vec![
            ("type", Json::text("relation")),
            ("from_id", id(link.from)),
            ("to_id", id(link.to)),
            ("direction", Json::text("right")),
            ("labels", Json::Array(vec![Json::text(link.relation.word())])),
        ])
    }));
    let data = vec![("text", Json::text(text)), ("document", Json::text(&document.id().0))];
    let prediction =
        vec![("model_version", Json::text("Ascribe")), ("result", Json::Array(results))];
    Json::object(vec![
        ("data", Json::object(data)),
        ("predictions", Json::Array(vec![Json::object(prediction)])),
    ])
}

fn configuration() -> String {
    let mut xml = String::from("<View>\n  <Labels name=\"label\" toName=\"text\">\n");
    let mut line = |line: String| {
        // Writing into a string does not fail.
        let _written = writeln!(xml, "{line}");
    };
    for role in Role::ALL {
        line(format!("    <Label value=\"{}\"/>", role.label()));
    }
    line("  </Labels>\n  <Relations>".to_owned());
    for relation in Relation::ALL {
        line(format!("    <Relation value=\"{}\"/>", relation.word()));
    }
    line(
        "  </Relations>\n  <Text name=\"text\" value=\"$text\" granularity=\"symbol\"/>".to_owned(),
    );
    for (name, words) in CHOICES {
        line(format!("  <Choices name=\"{name}\" toName=\"text\" perRegion=\"true\">"));
        for word in words {
            line(format!("    <Choice value=\"{word}\"/>"));
        }
        line("  </Choices>".to_owned());
    }
    for name in TEXTS {
        line(format!("  <TextArea name=\"{name}\" toName=\"text\" perRegion=\"true\"/>"));
    }
    line("</View>".to_owned());
    xml
}
