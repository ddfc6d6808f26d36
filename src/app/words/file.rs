//! What the reader of annotation files found, told in the language of the interface.
//!
//! The format says the same in English by `Display`; a test holds the two together.

use super::{Word, Words};
use crate::format::ascribe::{Fault, Part, Position, Problem, ReadError, SpanFault, Unit, VERSION};

impl Words {
    /// Says why a text is not read as an annotation file.
    pub(in crate::app) fn read_error(&self, error: &ReadError) -> String {
        let place = |position: &Position| self.position(*position);
        match error {
            ReadError::Empty => self.fill(Word::EmptyFile, &[]),
            ReadError::NotJson { position, fault } => {
                self.fill(Word::NotJson, &[&place(position), self.thing(fault)])
            }
            ReadError::Unexpected { position, expected, found } => {
                let found = found.escape_debug().to_string();
                self.fill(Word::Unexpected, &[&place(position), self.thing(expected), &found])
            }
            ReadError::Cut { position } => self.fill(Word::Cut, &[&place(position)]),
            ReadError::NotAscribe => self.fill(Word::NotAscribe, &[]),
            ReadError::Newer { version } => {
                self.fill(Word::Newer, &[version, &VERSION.to_string()])
            }
            ReadError::UnknownUnit { unit } => self.fill(Word::UnknownUnit, &[unit]),
            ReadError::Missing { path } => self.fill(Word::Missing, &[path]),
            ReadError::WrongType { path, position, expected, found } => self.fill(
                Word::Wrong,
                &[path, self.thing(expected), self.thing(found), &place(position)],
            ),
        }
    }

    /// Says what of a file was left out, mended or kept unread, and where.
    pub(in crate::app) fn problem(&self, problem: &Problem) -> String {
        let place = self.position(problem.place.position);
        format!("{} ({place}): {}", self.part(&problem.place.part), self.fault(&problem.fault))
    }

    fn position(&self, position: Position) -> String {
        self.fill(Word::Position, &[&position.line.to_string(), &position.column.to_string()])
    }

    fn part(&self, part: &Part) -> String {
        let (word, name) = match part {
            Part::File => (Word::PartFile, String::new()),
            Part::Document => (Word::PartDocument, String::new()),
            Part::Sentence(number) => (Word::PartSentence, number.to_string()),
            Part::Annotation(id) => (Word::PartAnnotation, id.escape_debug().to_string()),
            Part::AnnotationNumber(number) => (Word::PartAnnotationNumber, number.to_string()),
            Part::Speaker(id) => (Word::PartSpeaker, id.escape_debug().to_string()),
            Part::SpeakerNumber(number) => (Word::PartSpeakerNumber, number.to_string()),
            Part::Rejection(number) => (Word::PartRejection, number.to_string()),
        };
        self.fill(word, &[&name])
    }

    pub(super) fn fault(&self, fault: &Fault) -> String {
        let number = |count: &usize| count.to_string();
        match fault {
            Fault::KeyTwice(key) => {
                self.fill(Word::FaultKeyTwice, &[&key.escape_debug().to_string()])
            }
            Fault::LoneSurrogate => self.fill(Word::FaultLoneSurrogate, &[]),
            Fault::OtherUnit(unit) => self.fill(Word::FaultOtherUnit, &[self.unit(*unit)]),
            Fault::NoList(key) => self.fill(Word::FaultNoList, &[key]),
            Fault::OtherHash => self.fill(Word::FaultOtherHash, &[]),
            Fault::OtherLength { unit, stated, counted } => {
                self.fill(Word::FaultOtherLength, &[stated, self.unit(*unit), &number(counted)])
            }
            Fault::TextMended { carriage_returns, nuls, marks } => self.fill(
                Word::FaultTextMended,
                &[&number(carriage_returns), &number(nuls), &number(marks)],
            ),
            Fault::NoDocumentId => self.fill(Word::FaultNoDocumentId, &[]),
            Fault::NoDate { key, instead } => self.fill(Word::FaultNoDate, &[key, instead]),
            Fault::WrongType { key, expected, found } => {
                let key = key.escape_debug().to_string();
                let (expected, found) = (self.thing(expected), self.thing(found));
                self.fill(Word::FaultWrongType, &[&key, expected, found])
            }
            Fault::UnknownWord { key, word, known } => {
                let or = format!(" {} ", self.say(Word::ThingOr));
                self.fill(Word::FaultUnknownWord, &[key, word, &known.replace(" or ", &or)])
            }
            Fault::BadDate { key, date } => self.fill(Word::FaultBadDate, &[key, date]),
            Fault::WrongItem { list, number: at, expected, found } => {
                let (expected, found) = (self.thing(expected), self.thing(found));
                self.fill(Word::FaultWrongItem, &[&number(at), list, expected, found])
            }
            Fault::Overlap => self.fill(Word::FaultOverlap, &[]),
            Fault::SentenceOrder => self.fill(Word::FaultSentenceOrder, &[]),
            Fault::NoId { now } => self.fill(Word::FaultNoId, &[now]),
            Fault::IdTwice { now } => self.fill(Word::FaultIdTwice, &[now]),
            Fault::NoRule => self.fill(Word::FaultNoRule, &[]),
            Fault::BadLabel { label: Some(label) } => self.fill(Word::FaultBadLabel, &[label]),
            Fault::BadLabel { label: None } => self.fill(Word::FaultNoLabel, &[]),
            Fault::NoTarget => self.fill(Word::FaultNoTarget, &[]),
            Fault::Span { list, fault } if list.is_empty() => self.span_fault(fault),
            Fault::Span { list, fault } => format!("{list}: {}", self.span_fault(fault)),
            Fault::LinkToNothing { key, id } => self.fill(Word::FaultLinkToNothing, &[key, id]),
            Fault::LinkToItself => self.fill(Word::FaultLinkToItself, &[]),
        }
    }

    pub(super) fn span_fault(&self, fault: &SpanFault) -> String {
        let ends = |start: &u64, end: &u64| (start.to_string(), end.to_string());
        match fault {
            SpanFault::NoOffset { key } => self.fill(Word::SpanNoOffset, &[key]),
            SpanFault::BadOffset { key, value } => self.fill(Word::SpanBadOffset, &[key, value]),
            SpanFault::OffsetAsFloat { value } => self.fill(Word::SpanOffsetAsFloat, &[value]),
            SpanFault::Empty { start, end } => {
                let (start, end) = ends(start, end);
                self.fill(Word::SpanEmpty, &[&start, &end])
            }
            SpanFault::Outside { start, end, len } => {
                let (start, end) = ends(start, end);
                self.fill(Word::SpanOutside, &[&start, &end, &len.to_string()])
            }
            SpanFault::NoCharacter { start, end } => {
                let (start, end) = ends(start, end);
                self.fill(Word::SpanNoCharacter, &[&start, &end])
            }
            SpanFault::OtherWords { exact, there } => {
                self.fill(Word::SpanOtherWords, &[exact, there])
            }
            SpanFault::OtherUnit { exact, unit } => {
                self.fill(Word::SpanOtherUnit, &[exact, self.unit(*unit)])
            }
            SpanFault::Moved { exact, from } => {
                self.fill(Word::SpanMoved, &[exact, &from.to_string()])
            }
            SpanFault::Joined => self.fill(Word::SpanJoined, &[]),
        }
    }

    fn unit(&self, unit: Unit) -> &'static str {
        self.nth(Word::ThingCodePoints, unit as usize)
    }

    /// Says what should stand in a file, or does, by what the reader calls it.
    fn thing(&self, english: &'static str) -> &'static str {
        let known = Words::default();
        let things = Word::ThingValue as usize..Word::ThingCodePoints as usize;
        let found = things.into_iter().find(|at| known.line(*at) == english);
        found.map_or(english, |at| self.line(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::words::Tongue;
    use crate::format::ascribe::{Place, read};

    /// Checks that English is what the format says itself, and that German is not English.
    fn check(problem: &Problem) {
        let english = Words::default().problem(problem);
        assert_eq!(english, problem.to_string());
        let german = Words::of(Tongue::German).problem(problem);
        for word in [" the ", " it ", " is ", " was ", " line ", "{"] {
            assert!(!format!(" {german} ").contains(word), "{german}");
        }
    }

    #[test]
    fn every_fault_is_told_as_the_format_says_it() {
        let words = || "x or y".to_owned();
        let faults = [
            Fault::KeyTwice(words()),
            Fault::LoneSurrogate,
            Fault::OtherUnit(Unit::Utf16),
            Fault::NoList("sentences"),
            Fault::OtherHash,
            Fault::OtherLength { unit: Unit::Utf8, stated: words(), counted: 7 },
            Fault::TextMended { carriage_returns: 1, nuls: 2, marks: 3 },
            Fault::NoDocumentId,
            Fault::NoDate { key: "created", instead: words() },
            Fault::WrongType { key: words(), expected: "a string", found: "true or false" },
            Fault::UnknownWord { key: "form", word: words(), known: "direct or mixed".into() },
            Fault::BadDate { key: "created", date: words() },
            Fault::WrongItem { list: words(), number: 2, expected: "an object", found: "a number" },
            Fault::Overlap,
            Fault::SentenceOrder,
            Fault::NoId { now: words() },
            Fault::IdTwice { now: words() },
            Fault::NoRule,
            Fault::BadLabel { label: Some(words()) },
            Fault::BadLabel { label: None },
            Fault::NoTarget,
            Fault::LinkToNothing { key: "contents", id: words() },
            Fault::LinkToItself,
        ];
        let spans = [
            SpanFault::NoOffset { key: "end" },
            SpanFault::BadOffset { key: "end", value: words() },
            SpanFault::OffsetAsFloat { value: words() },
            SpanFault::Empty { start: 2, end: 1 },
            SpanFault::Outside { start: 2, end: 9, len: 8 },
            SpanFault::NoCharacter { start: 2, end: 3 },
            SpanFault::OtherWords { exact: words(), there: words() },
            SpanFault::OtherUnit { exact: words(), unit: Unit::CodePoint },
            SpanFault::Moved { exact: words(), from: 4 },
            SpanFault::Joined,
        ];
        let of_span = |list: &str, fault: &SpanFault| Fault::Span {
            list: list.to_owned(),
            fault: fault.clone(),
        };
        let spans = spans.iter().flat_map(|own| [of_span("", own), of_span("source 1", own)]);
        let parts = [
            Part::File,
            Part::Document,
            Part::Sentence(1),
            Part::Annotation(words()),
            Part::AnnotationNumber(2),
            Part::Speaker(words()),
            Part::SpeakerNumber(3),
            Part::Rejection(4),
        ];
        for (at, fault) in faults.into_iter().chain(spans).enumerate() {
            let position = Position { line: at + 1, column: 5 };
            let part = parts[at % parts.len()].clone();
            check(&Problem { place: Place { part, position }, fault });
        }
    }

    #[test]
    fn every_refusal_is_told_as_the_format_says_it() {
        let file = |version: &str, rest: &str| {
            format!("{{\"format\": \"ascribe\", \"version\": {version}{rest}}}")
        };
        let bad = [
            " ".to_owned(),
            "Ana".to_owned(),
            "{a".to_owned(),
            "{\"a\" 1}".to_owned(),
            "[1 2]".to_owned(),
            "{\"a\":1;".to_owned(),
            "01".to_owned(),
            "-a".to_owned(),
            "[\"a\n\"]".to_owned(),
            "[\"\\x\"]".to_owned(),
            "[".repeat(200),
            "[1,".to_owned(),
            "[]".to_owned(),
            file("0", ""),
            file("9", ""),
            file("1", ""),
            file("1", ", \"offsets\": \"grapheme\""),
            file("1", ", \"offsets\": null"),
            file("1", ", \"document\": 7"),
            file("1", ", \"document\": {\"text\": [1]}"),
            file("1", ", \"document\": {\"text\": \"a\"}, \"annotations\": {}"),
        ];
        for text in bad {
            let error = read(&text).unwrap_err();
            assert_eq!(Words::default().read_error(&error), error.to_string());
            let german = Words::of(Tongue::German).read_error(&error);
            for word in [" the ", " a ", " is ", " at ", " list "] {
                assert!(!german.contains(word), "{german}");
            }
        }
    }
}
