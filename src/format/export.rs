//! Export: every format there is, by name, and writing documents in one of them.
//!
//! Owns the list of formats and what a download is; the shapes are each format's own.

use super::loss::{Loss, What, add, losses};
use super::{
    ascribe, brat, cas, citron, conll, csv, doccano, file, jsonl, label_studio, spacy, w3c,
};
use crate::document::Document;

/// A format that documents are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The native file, which holds all of a document.
    Ascribe,
    /// brat standoff under the names of this program.
    Brat,
    /// brat standoff as the PolNeAR corpus has it.
    BratPolnear,
    /// One article a line, with fixed keys.
    Jsonl,
    /// One row a fragment, for spreadsheets.
    Csv,
    /// W3C Web Annotation, in code points.
    W3c,
    /// W3C Web Annotation, in UTF-16 units.
    W3cUtf16,
    /// Tokens and spans of spaCy and Prodigy.
    Spacy,
    /// The BBC's quotes.
    Citron,
    /// Tasks for Label Studio.
    LabelStudio,
    /// Examples for doccano.
    Doccano,
    /// UIMA CAS JSON for INCEpTION.
    Cas,
    /// One token a line.
    Conll,
}

/// What is known of a format.
struct Facts {
    name: &'static str,
    title: &'static str,
    about: [&'static str; 2],
    ending: &'static str,
    media_type: &'static str,
    write: fn(&[&Document], &mut Written),
}

impl Format {
    /// All formats, in the order they are offered.
    pub const ALL: [Format; 13] = [
        Format::Ascribe,
        Format::Brat,
        Format::BratPolnear,
        Format::Jsonl,
        Format::Csv,
        Format::W3c,
        Format::W3cUtf16,
        Format::Spacy,
        Format::Citron,
        Format::LabelStudio,
        Format::Doccano,
        Format::Cas,
        Format::Conll,
    ];

    /// Returns the format of that name.
    ///
    /// ```
    /// use ascribe::format::Format;
    /// assert_eq!(Format::of("csv"), Some(Format::Csv));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Returns the name that stands for the format in commands; it never changes.
    pub fn name(self) -> &'static str {
        self.facts().name
    }

    /// Returns the name that people know the format by.
    pub fn title(self) -> &'static str {
        self.facts().title
    }

    /// Returns two lines for people: what the format is for, and what it counts in.
    pub fn about(self) -> [&'static str; 2] {
        self.facts().about
    }

    /// Returns how the name of its main file ends, with the dot.
    pub fn ending(self) -> &'static str {
        self.facts().ending
    }

    /// Returns the media type of its main file.
    pub fn media_type(self) -> &'static str {
        self.facts().media_type
    }

    /// Writes `documents`, and says what of them the format has no room for.
    pub fn write(self, documents: &[&Document]) -> Written {
        let facts = self.facts();
        let mut written = Written {
            files: Vec::new(),
            losses: Vec::new(),
            ending: facts.ending,
            media_type: facts.media_type,
        };
        (facts.write)(documents, &mut written);
        written
    }

    fn facts(self) -> Facts {
        match self {
            Format::Ascribe => Facts {
                name: "ascribe",
                title: "Ascribe",
                about: [
                    "The annotation file of this page: it holds everything, and opens again here.",
                    "Offsets count code points.",
                ],
                ending: file::ENDING,
                media_type: "application/json",
                write: native,
            },
            Format::Brat => Facts {
                name: "brat",
                title: "brat standoff",
                about: [
                    "Text, annotations and configuration for brat and its many readers; opens again here.",
                    "Offsets count code points.",
                ],
                ending: ".ann",
                media_type: "text/plain",
                write: brat::plain,
            },
            Format::BratPolnear => Facts {
                name: "brat-polnear",
                title: "brat standoff, PolNeAR profile",
                about: [
                    "Contents, sources and cues as the PolNeAR corpus and its readers have them; opens again here.",
                    "Offsets count code points.",
                ],
                ending: ".ann",
                media_type: "text/plain",
                write: brat::polnear,
            },
            Format::Jsonl => Facts {
                name: "jsonl",
                title: "JSON Lines",
                about: [
                    "One article a line with the same keys in each, for Hugging Face datasets and pandas.",
                    "Offsets count code points, as Python does.",
                ],
                ending: ".jsonl",
                media_type: "application/jsonl",
                write: jsonl::write,
            },
            Format::Csv => Facts {
                name: "csv",
                title: "CSV",
                about: [
                    "One row a fragment, for spreadsheets and pandas. A spreadsheet may show 3/4 or 00012 \
                     as a date or a number; an apostrophe keeps cells from running as formulas.",
                    "Offsets count code points.",
                ],
                ending: ".csv",
                media_type: "text/csv",
                write: csv::write,
            },
            Format::W3c => Facts {
                name: "w3c",
                title: "W3C Web Annotation",
                about: [
                    "An annotation page and its text, for the Web; opens again here. Recogito and Hypothesis count otherwise.",
                    "Offsets count code points, as the Recommendation demands.",
                ],
                ending: ".w3c.json",
                media_type: "application/ld+json",
                write: w3c::standard,
            },
            Format::W3cUtf16 => Facts {
                name: "w3c-utf16",
                title: "W3C Web Annotation for Recogito and Hypothesis",
                about: [
                    "An annotation page and its text, for annotation tools in browsers; opens again here.",
                    "Offsets count UTF-16 units, as browsers do.",
                ],
                ending: ".w3c.json",
                media_type: "application/ld+json",
                write: w3c::utf16,
            },
            Format::Spacy => Facts {
                name: "spacy",
                title: "spaCy and Prodigy",
                about: [
                    "One article a line with its tokens, for training and for Prodigy; spans may overlap, so use doc.spans.",
                    "Offsets count code points and tokens.",
                ],
                ending: ".spacy.jsonl",
                media_type: "application/jsonl",
                write: spacy::write,
            },
            Format::Citron => Facts {
                name: "citron",
                title: "Citron",
                about: [
                    "Quotes with cue, sources and contents as the BBC’s quote extractor has them; opens again here.",
                    "Offsets count code points.",
                ],
                ending: ".citron.json",
                media_type: "application/json",
                write: citron::write,
            },
            Format::LabelStudio => Facts {
                name: "label-studio",
                title: "Label Studio",
                about: [
                    "Tasks and the labelling configuration they need, for Label Studio since 2024.",
                    "Offsets count code points.",
                ],
                ending: ".label-studio.json",
                media_type: "application/json",
                write: label_studio::write,
            },
            Format::Doccano => Facts {
                name: "doccano",
                title: "doccano",
                about: [
                    "One article a line, for a project “sequence labeling” with relations and with overlap allowed.",
                    "Offsets count code points.",
                ],
                ending: ".doccano.jsonl",
                media_type: "application/jsonl",
                write: doccano::write,
            },
            Format::Cas => Facts {
                name: "cas",
                title: "UIMA CAS JSON",
                about: [
                    "For INCEpTION and DKPro: spans and relations of the built-in layers, which the project must have.",
                    "Offsets count UTF-16 units.",
                ],
                ending: ".cas.json",
                media_type: "application/json",
                write: cas::write,
            },
            Format::Conll => Facts {
                name: "conll",
                title: "CoNLL, IOB2",
                about: [
                    "One token a line with one label, for sequence taggers and seqeval; of overlapping spans the outermost.",
                    "Places are tokens; the text itself is not kept.",
                ],
                ending: ".conll",
                media_type: "text/plain",
                write: conll::write,
            },
        }
    }
}

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name, which every file system takes.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Documents as written in a format.
#[derive(Debug, Default)]
pub struct Written {
    /// The files, the main one first; no two names are the same.
    pub files: Vec<File>,
    /// What of the documents is not in them, by kind.
    pub losses: Vec<Loss>,
    ending: &'static str,
    media_type: &'static str,
}

impl Written {
    /// Returns one file to download with its media type: the only one, or a zip archive of all.
    pub fn download(mut self) -> (File, &'static str) {
        match self.files.pop() {
            Some(only) if self.files.is_empty() => (only, self.media_type),
            last => {
                self.files.extend(last);
                let first = self.files.first().map_or("", |file| file.name.as_str());
                let stem = first.strip_suffix(self.ending).unwrap_or("article");
                let name = format!("{stem}.zip");
                (File { name, bytes: super::archive::write(&self.files) }, "application/zip")
            }
        }
    }

    /// Adds the main file of one article.
    pub(super) fn put(&mut self, document: &Document, content: String) {
        let stem = self.stem(document);
        self.put_as(format!("{stem}{}", self.ending), content);
    }

    /// Adds a file of that name.
    pub(super) fn put_as(&mut self, name: String, content: String) {
        self.files.push(File { name, bytes: content.into_bytes() });
    }

    /// Adds the main file of all `documents`.
    pub(super) fn put_all(&mut self, documents: &[&Document], content: String) {
        match documents {
            [only] => self.put(only, content),
            _ => self.put_as(format!("articles{}", self.ending), content),
        }
    }

    /// Returns the first part of the name of a file of `document`, which no main file has yet.
    pub(super) fn stem(&self, document: &Document) -> String {
        let stem = file::stem(&document.metadata().title);
        let taken = |stem: &str| {
            let name = format!("{stem}{}", self.ending).to_lowercase();
            self.files.iter().any(|file| file.name.to_lowercase() == name)
        };
        let mut own = stem.clone();
        let mut number = 1;
        while taken(&own) {
            number += 1;
            own = format!("{stem} {number}");
        }
        own
    }

    /// Counts what `document` holds beside its text, its spans and what is `carried`.
    pub(super) fn carries(&mut self, document: &Document, carried: &[What]) {
        for loss in losses(document, carried) {
            self.lose(loss.what, loss.count);
        }
    }

    /// Counts `count` of `what` as lost.
    pub(super) fn lose(&mut self, what: What, count: usize) {
        add(&mut self.losses, what, count);
    }
}

fn native(documents: &[&Document], out: &mut Written) {
    for document in documents {
        out.put(document, ascribe::write(document));
    }
}
