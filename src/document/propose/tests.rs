//! Every proposal on documents written in a line, in the languages with lists, and their laws.

use super::*;
use crate::document::arbitrary::documents;
use crate::document::marked::{document, document_in, show};
use crate::document::{History, Step};
use proptest::prelude::*;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-22T10:00:00Z").unwrap()
}

fn get(document: &Document, number: usize) -> Annotation {
    (**document.annotations().get(&AnnotationId(format!("a{number}"))).unwrap()).clone()
}

/// Says a proposal in one line: `source Ana (Words)`.
fn said(document: &Document, proposal: &Proposal) -> String {
    let name = |id: &SpeakerId| document.speaker(id).unwrap().name.clone();
    let offer = match &proposal.offer {
        Offer::Span(part, target) => format!("{} {}", part.word(), target.words(document.text())),
        Offer::Content(id) => format!("content {id}"),
        Offer::ContentOf(id) => format!("content of {id}"),
        Offer::Form(form) => format!("{form:?}"),
        Offer::Speaker(id) => format!("speaker {}", name(id)),
        Offer::NewSpeaker(name) => format!("new speaker {name}"),
    };
    format!("{offer} ({:?})", proposal.why)
}

fn proposed(document: &Document, number: usize) -> Vec<String> {
    let proposals = propose(document, &get(document, number));
    proposals.iter().map(|own| said(document, own)).collect()
}

/// Reads an attribution alone: `source | cue | addressee`.
fn reads(language: Language, words: &str, expected: &str) {
    let document = document_in(language, &format!("[a {words}]"), &[]);
    let proposals = propose(&document, &get(&document, 1));
    let part = |wanted| {
        let own = proposals.iter().find_map(|own| match &own.offer {
            Offer::Span(part, target) if *part == wanted => Some(target),
            _ => None,
        });
        own.map_or(String::new(), |own| own.words(document.text()))
    };
    let read = Constituent::ALL.map(part).join(" | ");
    assert_eq!(read.trim_end_matches([' ', '|']), expected, "{words}");
}

#[test]
fn source_cue_and_addressee_are_read_in_english() {
    let check = |words, expected| reads(Language::English, words, expected);
    check("Kerry said", "Kerry | said");
    check("said Peskov, the Kremlin's spokesman", "Peskov, the Kremlin's spokesman | said");
    check("according to U.S. officials", "U.S. officials | according to");
}

#[test]
fn what_is_beside_the_verb_is_left_out() {
    let check = |words, expected| reads(Language::English, words, expected);
    check("he told reporters", "he | told | reporters");
    check("Ana Lee, the mayor, told The Daily on Monday", "Ana Lee, the mayor | told | The Daily");
    check("as the mayor has repeatedly said", "the mayor | said");
    check("On Tuesday, the White House said in a statement", "the White House | said");
    check("said Secretary of State John Kerry on Friday", "Secretary of State John Kerry | said");
    check("she said to the mayor", "she | said | the mayor");
    check("she said to leave", "she | said");
    check("Kerry, who said", "Kerry | said");
    check("who said", "who | said");
    check("Ana Lee, who would not say why, said", "Ana Lee | said");
    check("Ana Lee, at a later meeting, has also said", "Ana Lee | said");
    check("he said, referring", "he | said");
    check("In Rome, Ana Lee said, adding", "Ana Lee | said");
    check("Ana Lee, the mayor, said", "Ana Lee, the mayor | said");
    check("reported by The Daily", "The Daily | reported");
    check("and wrote", " | wrote");
    check("the report", "");
    check("Ana Lee bewailed", "Ana Lee | bewailed");
    check("Dutch farmers this week voiced deep doubts that", "Dutch farmers | voiced");
    check("their critics have always assumed", "their critics | assumed");
    check("the red shed", "");
}

#[test]
fn source_and_cue_are_read_in_other_languages() {
    reads(Language::German, "sagte Merkel am Montag", "Merkel | sagte");
    reads(Language::German, "so der Minister", "der Minister | so");
    reads(Language::German, "laut einem Bericht", "einem Bericht | laut");
    reads(Language::German, "wie die Zeitung mitteilte", "die Zeitung | mitteilte");
    reads(
        Language::German,
        "teilte das Ministerium am Montag mit",
        "das Ministerium | teilte … mit",
    );
    reads(Language::German, "Berichten zufolge", "Berichten | zufolge");
    reads(Language::German, "sagte er gegenüber Journalisten", "er | sagte | Journalisten");
    reads(Language::German, "Merkel hat gesagt", "Merkel | gesagt");
    reads(Language::German, "Das Ministerium bemängelte", "Das Ministerium | bemängelte");
    reads(Language::French, "a-t-elle déclaré", "elle | déclaré");
    reads(Language::French, "selon le ministre", "le ministre | selon");
    reads(Language::French, "a dit M. Blanc", "M. Blanc | dit");
    reads(Language::Spanish, "dijo la alcaldesa en Madrid", "la alcaldesa | dijo");
    reads(Language::Italian, "ha detto Rossi", "Rossi | detto");
    reads(Language::Portuguese, "segundo a polícia", "a polícia | segundo");
    reads(Language::Dutch, "volgens de minister", "de minister | volgens");
    reads(Language::Polish, "powiedział Nowak", "Nowak | powiedział");
    reads(Language::Russian, "по словам Иванова", "Иванова | по словам");
    reads(Language::Korean, "김 대통령은 말했다", "");
}

#[test]
fn contents_are_what_it_touches_or_interrupts_else_what_is_nearest() {
    let check = |marked: &str, number, expected: &[&str]| {
        let document = document(marked, &[]);
        let proposed = proposed(&document, number);
        let contents: Vec<&str> =
            proposed.iter().map(String::as_str).filter(|own| own.starts_with("content")).collect();
        assert_eq!(contents, expected, "{marked}");
    };
    check("[q “No,”] [a Ana said]. [q “Never.”]", 2, &["content a1 (Touches)"]);
    check(
        "[q “No,”] [a Ana said], [q “never.”]",
        2,
        &["content a1 (Touches)", "content a3 (Touches)"],
    );
    check("[q “No,] [a Ana said], [+1 never.”]", 2, &["content a1 (Interrupts)"]);
    check("[a Ana said] that [c it is old].", 1, &["content a2 (SameSentence)"]);
    check("[q “No.”] It rained. [q “Yes.”] [a Ana said] so.", 3, &["content a2 (SentenceBefore)"]);
    check("[c It is old]. So [a Ana said] here.", 2, &["content a1 (SentenceBefore)"]);
    check("Here [a Ana spoke]. It [c is old].", 1, &["content a2 (SentenceBehind)"]);
    check("[c It is old]. It rained. So [a Ana said].", 2, &[]);
    check("[q “[c No way],”] [a Ana said].", 3, &["content a1 (Touches)"]);
    check("[q “No,”] [a>1 Ana said], as [a Bo agreed].", 3, &[]);
    // The other way round
    check("[q “No,”] [a Ana said]. [q “Never.”]", 1, &["content of a2 (Touches)"]);
    check("[q “No,”] [a>1 Ana said], [q “never.”]", 3, &["content of a2 (Touches)"]);
    check("[q “No,”] [a>1 Ana said]. [q “Never.”]", 3, &[]);
    check("[q “No,”] [a>1 Ana said].", 1, &[]);
}

#[test]
fn the_form_is_told_by_the_quote_marks() {
    let check = |marked: &str, expected: Form| {
        let document = document(marked, &[]);
        assert_eq!(form::form(&document, &get(&document, 1)), expected, "{marked}");
    };
    check("[q “No,”] Ana said.", Form::Direct);
    check("[q “No,”] she said, [+1 “never.”]", Form::Direct);
    check("“[q No,]” Ana said.", Form::Direct);
    check("“We know [c it is old],” Ana said.", Form::Direct);
    check("[q „Nein“], sagte Ana.", Form::Direct);
    check("Ana said [c it was “too old” to stand].", Form::Mixed);
    check("[c “Old” bridges and “new” ones] alike", Form::Mixed);
    check("Ana said [c it's the officials’ view].", Form::Indirect);
}

#[test]
fn a_source_finds_its_speaker_by_name() {
    let names = ["Secretary of State John Kerry", "Kremlin", "U.S. officials", "Michelle Obama"];
    let check = |source: &str, expected: &str| {
        let document = document(&format!("[a {{s {source}}} said]"), &names);
        let proposed = proposed(&document, 1);
        let speaker = proposed.iter().find(|own| own.contains("speaker"));
        assert_eq!(speaker.map(String::as_str), Some(expected), "{source}");
    };
    check("Kerry", "speaker Secretary of State John Kerry (Name)");
    check("Mr. Kerry", "speaker Secretary of State John Kerry (Name)");
    check("John Kerry, who is 80,", "speaker Secretary of State John Kerry (Name)");
    check("the Kremlin", "speaker Kremlin (Name)");
    check("Kremlin spokesman Peskov", "new speaker Kremlin spokesman Peskov (NewName)");
    check("U.S. officials", "speaker U.S. officials (Name)");
    check("officials", "new speaker officials (NewName)");
    check("Barack Obama", "new speaker Barack Obama (NewName)");
    check("Peskov, the Kremlin's spokesman", "new speaker Peskov (NewName)");
}

#[test]
fn a_pronoun_stands_for_the_last_speaker_that_fits() {
    let speaker = |marked: &str, number| {
        let document = document(marked, &["Ana", "Bo"]);
        let proposed = proposed(&document, number).into_iter();
        proposed.filter(|own| own.contains("speaker")).collect::<Vec<_>>().join("; ")
    };
    let two = "[a=s1 {s Ana} said] and [a=s2 {s Bo} said]. ";
    assert_eq!(speaker(&format!("{two}[a {{s He}} said]"), 3), "speaker Bo (Pronoun)");
    let she = "[a=s1 {s Ana} said] [a=s1 {s she} said] [a=s2 {s Bo} said] [a=s2 {s he} said] ";
    assert_eq!(speaker(&format!("{she}[a {{s she}} said]"), 5), "speaker Ana (Pronoun)");
    assert_eq!(speaker("[a {s he} said] [a=s1 {s Ana} said]", 1), "");
    let paper = "[a=s1 {s Ana} said] [a=s2 {s The Daily Bo} reported] [a {s he} said]";
    assert_eq!(speaker(paper, 3), "speaker Ana (Pronoun)", "an institution is no he");
    let mayor = "[a=s1 {s Ana} said] [a {s the mayor} said] [a {s he} said]";
    assert_eq!(speaker(mayor, 3), "new speaker the mayor (Pronoun)", "not in the register yet");
    let known = "[a=s1 {s Ana} said] [a {s Bo} said] [a {s he} said]";
    assert_eq!(speaker(known, 3), "speaker Bo (Pronoun)", "in the register by name");
}

#[test]
fn speakers_that_share_a_name_may_be_one() {
    let names = ["Kerry", "John Kerry", "Putin", "President Putin", "Ana Putin", "Officials"];
    let document = document("No.", &names);
    let pairs: Vec<String> = merges(&document)
        .into_iter()
        .map(|(one, other)| format!("{}+{}", one.0, other.0))
        .collect();
    assert_eq!(pairs, ["s2+s1", "s4+s3", "s4+s5"]);
}

#[test]
fn what_is_accepted_is_one_step_and_what_is_dropped_is_not_asked_again() {
    let mut one = document("[q “No,”] [a Kerry said].", &["John Kerry"]);
    let start = one.clone();
    let mut history = History::default();
    let mut asked = Vec::new();
    while let Some(next) = propose(&one, &get(&one, 2)).first() {
        asked.push(said(&one, next));
        let edits = accept(&one, next, &now()).unwrap();
        history.take(&mut one, Step { edits, at: now() }).unwrap();
    }
    let expected = [
        "source Kerry (Words)",
        "cue said (Words)",
        "content a1 (Touches)",
        "speaker John Kerry (Name)",
    ];
    assert_eq!(asked, expected);
    let shown = "a2 Kerry said > a1, source Kerry, cue said, s1";
    assert_eq!(show(&one, &get(&one, 2)), shown);
    assert_eq!(one.speakers()[0].aliases, ["Kerry"]);
    while history.can_undo() {
        history.undo(&mut one).unwrap();
    }
    assert_eq!(one.clone().with_modified(now()), start.with_modified(now()));
    let mut dropped = 0;
    while let Some(next) = propose(&one, &get(&one, 2)).first() {
        let edit = reject(&one, next).unwrap();
        one.apply(&edit).unwrap();
        dropped += 1;
    }
    // The register has one more to offer when the first was not it.
    assert_eq!((dropped, proposed(&one, 2)), (5, vec![]));
    assert_eq!(
        proposed(&one, 1),
        ["Direct (QuoteMarks)"],
        "the link was turned down from here too"
    );
}

proptest! {
    #[test]
    fn every_proposal_can_be_taken_or_dropped_for_good(document in documents()) {
        for own in document.annotations().iter() {
            for proposal in propose(&document, own) {
                let edits = accept(&document, &proposal, &now());
                prop_assert!(edits.is_some(), "{:?}", proposal);
                let (mut taken, mut history) = (document.clone(), History::default());
                history.take(&mut taken, Step { edits: edits.unwrap(), at: now() }).unwrap();
                let again = propose(&taken, taken.annotations().get(&own.id).unwrap());
                prop_assert!(!again.contains(&proposal), "{:?}", proposal);
                let mut dropped = document.clone();
                dropped.apply(&reject(&document, &proposal).unwrap()).unwrap();
                prop_assert!(!propose(&dropped, own).contains(&proposal), "{:?}", proposal);
            }
        }
        for (kept, gone) in merges(&document) {
            prop_assert!(register::merge(&document, &kept, &gone, &now()).is_some());
        }
    }
}
