//! UIMA CAS JSON 0.4, as INCEpTION imports it: its built-in layers `custom.Span` and
//! `custom.Relation` with the feature `label`, over DKPro's tokens and sentences.
//!
//! Offsets count UTF-16 units. A relation stands at its dependent.

use super::export::Written;
use super::json::{self, Json};
use super::loss::What;
use super::marks::{Marks, Pieces};
use super::tokens::tokens;
use crate::document::Document;
use crate::text::{Byte, Ruler, Span};

const SPAN: &str = "custom.Span";
const RELATION: &str = "custom.Relation";
const TOKEN: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token";
const SENTENCE: &str = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence";
const DOCUMENT: &str = "uima.tcas.DocumentAnnotation";

/// The id of the text itself; the first span follows.
const SOFA: usize = 1;

const CARRIED: [What; 3] = [What::Links, What::Addressees, What::Sentences];

/// Writes one file a document.
pub(super) fn write(documents: &[&Document], out: &mut Written) {
    for document in documents {
        let marks = Marks::of(document);
        let cut = marks.pieces();
        out.lose(What::Split { pieces: cut.split_pieces }, cut.split);
        out.carries(document, &CARRIED);
        let cas = json::pretty(&cas(document, &marks, &cut));
        out.put(document, cas);
    }
}

fn cas<'d>(document: &'d Document, marks: &Marks<'d>, cut: &Pieces) -> Json<'d> {
    let text: &str = document.text();
    let ruler = Ruler::new(text);
    let offset = |at: Byte| Json::count(ruler.utf16(at).0);
    let mut features = vec![Json::object(vec![
        ("%ID", Json::count(SOFA)),
        ("%TYPE", Json::text("uima.cas.Sofa")),
        ("sofaNum", Json::count(1)),
        ("sofaID", Json::text("_InitialView")),
        ("mimeType", Json::text("text")),
        ("sofaString", Json::text(text)),
    ])];
    let mut add = |kind: &'static str, [begin, end]: [Json<'d>; 2], more: Vec<_>| {
        let mut members = vec![
            ("%ID", Json::count(features.len() + SOFA)),
            ("%TYPE", Json::text(kind)),
            ("@sofa", Json::count(SOFA)),
            ("begin", begin),
            ("end", end),
        ];
        members.extend(more);
        features.push(Json::object(members));
    };
    let ends = |span: Span| [offset(span.start()), offset(span.end())];
    // Spans first: a relation names them by their ids.
    let id = |piece: usize| Json::count(SOFA + 1 + piece);
    for piece in &cut.pieces {
        let label = marks.marks.get(piece.mark).map_or("", |mark| mark.role.label());
        add(SPAN, ends(piece.span), vec![("label", Json::text(label))]);
    }
    for link in &cut.links {
        let Some(dependent) = cut.pieces.get(link.to) else { continue };
        let more = vec![
            ("label", Json::text(link.relation.word())),
            ("@Governor", id(link.from)),
            ("@Dependent", id(link.to)),
        ];
        add(RELATION, ends(dependent.span), more);
    }
    let mut spans: Vec<Span> = cut.pieces.iter().map(|piece| piece.span).collect();
    spans.extend(document.sentences().iter().map(|sentence| sentence.span));
    for token in tokens(text, &spans) {
        if !token.is_space(text) {
            add(TOKEN, ends(token.span), Vec::new());
        }
    }
    for sentence in document.sentences().iter() {
        add(SENTENCE, ends(sentence.span), Vec::new());
    }
    let whole = [Json::count(0), Json::count(ruler.utf16_len().0)];
    let language = match document.metadata().language.as_str() {
        "" => "x-unspecified",
        tag => tag,
    };
    add(DOCUMENT, whole, vec![("language", Json::text(language))]);
    let members = (SOFA + 1..=features.len()).map(Json::count);
    let view = vec![("%SOFA", Json::count(SOFA)), ("%MEMBERS", Json::Array(members.collect()))];
    Json::object(vec![
        ("%TYPES", types()),
        ("%FEATURE_STRUCTURES", Json::Array(features)),
        ("%VIEWS", Json::object(vec![("_InitialView", Json::object(view))])),
    ])
}

/// Declares the types that UIMA does not know by itself.
fn types<'d>() -> Json<'d> {
    let declared = |name: &'static str, features: &[(&'static str, &'static str)]| {
        let mut members =
            vec![("%NAME", Json::text(name)), ("%SUPER_TYPE", Json::text("uima.tcas.Annotation"))];
        for (feature, range) in features {
            let of = vec![("%NAME", Json::text(feature)), ("%RANGE", Json::text(range))];
            members.push((feature, Json::object(of)));
        }
        (name, Json::object(members))
    };
    let label = ("label", "uima.cas.String");
    let end = "uima.tcas.Annotation";
    Json::object(vec![
        declared(SPAN, &[label]),
        declared(RELATION, &[label, ("Governor", end), ("Dependent", end)]),
        declared(TOKEN, &[]),
        declared(SENTENCE, &[]),
    ])
}
