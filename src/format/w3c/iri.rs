//! IRIs: the names of documents and annotations as the Web has them, and back.

/// What stands before the name of a document that is no IRI.
const OWN: &str = "urn:ascribe:";

/// Makes an IRI of a document's id.
pub(super) fn of_document(id: &str) -> String {
    let scheme = id.split_once(':').map_or("", |(scheme, _)| scheme);
    let is_iri = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let encoded = encoded(id, ":/?@!$&'()*+,;=");
    if is_iri && !id.starts_with(OWN) { encoded } else { format!("{OWN}{encoded}") }
}

/// Makes the IRI of an annotation in the document of that IRI.
pub(super) fn of_annotation(document: &str, id: &str) -> String {
    format!("{document}#{}", encoded(id, ":@"))
}

/// Returns the id of a document of that IRI.
pub(super) fn document_of(iri: &str) -> String {
    decoded(iri.strip_prefix(OWN).unwrap_or(iri))
}

/// Returns the id of an annotation of that IRI, which is the IRI itself when it is not one of ours.
pub(super) fn annotation_of(document: &str, iri: &str) -> String {
    let own = iri.strip_prefix(document).and_then(|rest| rest.strip_prefix('#'));
    own.map_or_else(|| iri.to_owned(), decoded)
}

/// Encodes all but letters, digits and what is in `kept` by its UTF-8 bytes.
fn encoded(text: &str, kept: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if byte.is_ascii_alphanumeric() || "-._~".contains(c) || byte < 128 && kept.contains(c) {
            out.push(c);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind.get(..2).and_then(|two| std::str::from_utf8(two).ok());
        match digits.filter(|_| *first == b'%').and_then(|two| u8::from_str_radix(two, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = behind.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ids_are_names_of_the_web() {
        assert_eq!(of_document("urn:uuid:1-2"), "urn:uuid:1-2");
        assert_eq!(of_document("my talk"), "urn:ascribe:my%20talk");
        assert_eq!(of_annotation("urn:uuid:1", "é/1"), "urn:uuid:1#%C3%A9%2F1");
        assert_eq!(annotation_of("urn:uuid:1", "https://e.org/9"), "https://e.org/9");
    }

    proptest! {
        #[test]
        fn every_id_comes_back(document in "(urn:)?\\PC{0,9}", id in any::<String>()) {
            let iri = of_document(&document);
            prop_assert!(iri.is_ascii() && !iri.contains([' ', '#', '"', '<']));
            prop_assert_eq!(document_of(&iri), document);
            prop_assert_eq!(annotation_of(&iri, &of_annotation(&iri, &id)), id);
        }
    }
}
