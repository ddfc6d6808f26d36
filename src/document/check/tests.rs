//! Every rule on documents written in a line, what its fix makes of them, and the laws of both.

use super::*;
use crate::document::arbitrary::documents;
use crate::document::marked::{document, show};
use crate::document::{History, Step};
use proptest::prelude::*;

fn now() -> Timestamp {
    Timestamp::parse("2026-11-22T10:00:00Z").unwrap()
}

fn found(document: &Document, profile: Profile) -> Vec<String> {
    let all = document.annotations().iter();
    let findings = all.flat_map(|own| check(document, own, profile));
    let shown = findings.map(|own| {
        let other = own.other.map(|id| format!(" with {id}")).unwrap_or_default();
        format!("{} {}: {}{other}", own.annotation, own.rule.name(), own.at.of(document.text()))
    });
    shown.collect()
}

/// Returns what `rule` finds, less the links that most examples leave out.
fn of_rule(document: &Document, rule: Rule) -> Vec<String> {
    let name = format!(" {}:", rule.name());
    found(document, Profile::Citron).into_iter().filter(|own| own.contains(&name)).collect()
}

/// Carries the fix of `rule` at the annotation of that number out and returns what is then there,
/// `None` when it takes a person; the rule must not find the same there again, and undo leads back.
fn fixed(document: &Document, rule: Rule, number: usize) -> Option<Vec<String>> {
    let own = document.annotations().get(&AnnotationId(format!("a{number}"))).unwrap();
    let edits = fix(document, own, rule, &now())?;
    let (mut mended, mut history) = (document.clone(), History::default());
    history.take(&mut mended, Step { edits, at: now() }).unwrap();
    let again = mended.annotations().get(&own.id).map(|own| check(&mended, own, Profile::Citron));
    let before = check(document, own, Profile::Citron);
    for finding in again.into_iter().flatten().filter(|finding| finding.rule == rule) {
        assert!(!before.contains(&finding), "{finding:?} is there still");
    }
    let shown = mended.annotations().iter().map(|own| show(&mended, own)).collect();
    history.undo(&mut mended).unwrap();
    assert_eq!(mended.with_modified(now()), document.clone().with_modified(now()));
    Some(shown)
}

/// Checks what `rule` finds in `marked`, and what is left of its first annotation found when fixed.
fn rule(rule: Rule, marked: &str, expected: &[&str], mended: Option<&[&str]>) {
    let document = document(marked, &[]);
    assert_eq!(of_rule(&document, rule), expected, "{marked}");
    let first = expected.first().map(|own| own[1..own.find(' ').unwrap()].parse().unwrap());
    let result = first.and_then(|number| fixed(&document, rule, number));
    let result: Option<Vec<&str>> =
        result.as_ref().map(|own| own.iter().map(String::as_str).collect());
    assert_eq!(result.as_deref(), mended, "{marked}");
}

#[test]
fn an_attribution_wants_contents() {
    let missing = "a2 attribution-without-contents: Ana said";
    let mended = ["a1 “No,”", "a2 Ana said > a1"];
    rule(Rule::WithoutContents, "[q “No,”] [a Ana said].", &[missing], Some(&mended));
    rule(Rule::WithoutContents, "[q “No,”] [a>1 Ana said].", &[], None);
    let alone = "a1 attribution-without-contents: Ana said";
    rule(Rule::WithoutContents, "[a Ana said] no.", &[alone], None);
}

#[test]
fn a_quote_or_claim_wants_an_attribution_or_a_claimer() {
    let missing = "a1 content-without-attribution: “No,”";
    let mended = ["a1 “No,”", "a2 Ana said > a1"];
    rule(Rule::Unattributed, "[q “No,”] [a Ana said].", &[missing], Some(&mended));
    rule(Rule::Unattributed, "[q “No,”] [a>1 Ana said].", &[], None);
    rule(Rule::Unattributed, "[c=s1 The bridge is old].", &[], None);
}

#[test]
fn what_was_said_wants_a_source() {
    let missing = "a1 content-without-source: “No,” with a2";
    let mended = ["a1 “No,”", "a2 Ana said > a1, source Ana"];
    rule(Rule::WithoutSource, "[q “No,”] [a>1 Ana said].", &[missing], Some(&mended));
    rule(Rule::WithoutSource, "[q “No,”] [a>1 said] [a>1 {s Ana} said].", &[], None);
    rule(Rule::WithoutSource, "[q “No,”] [a Ana said].", &[], None);
}

#[test]
fn a_cue_is_wanted_by_some_conventions() {
    let missing = "a2 attribution-without-cue: Ana said";
    let mended = ["a1 “No,”", "a2 Ana said > a1, cue said"];
    rule(Rule::WithoutCue, "[q “No,”] [a>1 Ana said].", &[missing], Some(&mended));
    let one = document("[q “No,”] [a>1 {s Ana} said].", &[]);
    assert_eq!(found(&one, Profile::Ascribe), [""; 0]);
    assert_eq!(found(&one, Profile::Parc).len(), 1);
}

#[test]
fn two_cues_become_one_in_fragments() {
    let missing = "a2 two-cues: added";
    let mended = ["a1 “No,”", "a2 said Ana and added > a1, cue said … added"];
    rule(Rule::TwoCues, "[q “No,”] [a>1 {c said} Ana and {c added}].", &[missing], Some(&mended));
}

#[test]
fn a_quote_mark_is_paired_or_left_out() {
    let check = |marked, expected: &[&str], mended: Option<&[&str]>| {
        rule(Rule::QuoteMark, marked, expected, mended);
    };
    check("[q “No],” Ana said.", &["a1 unbalanced-quote-mark: “"], Some(&["a1 “No,”"]));
    check("“[q No,”] Ana said.", &["a1 unbalanced-quote-mark: ”"], Some(&["a1 “No,”"]));
    check("[c “No way] at all,” he said.", &["a1 unbalanced-quote-mark: “"], Some(&["a1 No way"]));
    check("“No way [c at all,”] he said.", &["a1 unbalanced-quote-mark: ”"], Some(&["a1 at all,"]));
    check("“No,[a ” said Ana].", &["a1 unbalanced-quote-mark: ”"], Some(&["a1 said Ana"]));
    check("[q „Nein]“, sagte Ana.", &["a1 unbalanced-quote-mark: „"], Some(&["a1 „Nein“"]));
    check("[q \"No]\" she said.", &["a1 unbalanced-quote-mark: \""], Some(&["a1 \"No\""]));
    check("[q “No,] he said, [+1 “never.”]", &[], None);
    check("[q “We go on.]\n\n“And on.”", &[], None);
    check("“We go on.\n\n[q And on.”]", &[], None);
    check("the [c officials’] view", &[], None);
    check("“He said [c ‘no’ and ‘yes’],” she wrote", &[], None);
}

#[test]
fn a_span_takes_whole_words() {
    let cut = ["a1 inside-word: said"];
    rule(Rule::InsideWord, "Ana sa[a id] no.", &cut, Some(&["a1 said"]));
    rule(
        Rule::InsideWord,
        "Ana [a said {s n}]o.",
        &["a1 inside-word: no"],
        Some(&["a1 said no, source no"]),
    );
    rule(Rule::InsideWord, "[a Ana]'s aide", &[], None);
    rule(
        Rule::InsideWord,
        "[a ca]fe [+1 a]u lait",
        &["a1 inside-word: cafe"],
        Some(&["a1 cafe … au"]),
    );
}

#[test]
fn an_attribution_gives_back_what_it_swallowed() {
    let swallowed = "a1 attribution-swallows-content: “No,” with a2";
    let mended = ["a2 “No,”", "a1 Ana said > a2"];
    rule(Rule::Swallowing, "[a>2 [q “No,”] Ana said].", &[swallowed], Some(&mended));
    let mended = ["a1 Ana said … today > a2", "a2 “no”"];
    let swallowed = "a1 attribution-swallows-content: “no” with a2";
    rule(Rule::Swallowing, "[a>2 Ana said [q “no”] today].", &[swallowed], Some(&mended));
    rule(
        Rule::Swallowing,
        "[a>2 [q “No”]]",
        &["a1 attribution-swallows-content: “No” with a2"],
        None,
    );
    rule(Rule::Swallowing, "[a Ana said [q “no”]]", &[], None);
}

#[test]
fn a_duplicate_goes_and_its_links_stay() {
    let twice = "a2 duplicate: “No,” with a1";
    let mended = ["a1 “No,”", "a3 Ana said > a1"];
    rule(Rule::Duplicate, "[q [q “No,”]] [a>2 Ana said].", &[twice], Some(&mended));
    rule(Rule::Duplicate, "[q [q “No,”]] [a>1,2 Ana said].", &[twice], Some(&mended));
    rule(Rule::Duplicate, "[c [q “No,”]] Ana said.", &[], None);
    rule(Rule::Duplicate, "[c=s1 [c=s2 No], Ana said].", &[], None);
    rule(Rule::Duplicate, "[c=s1 [c=s2 No]]", &["a2 duplicate: No with a1"], None);
}

#[test]
fn rules_and_profiles_are_found_by_their_names() {
    for row in &TABLE {
        assert_eq!(Rule::named(row.name), Some(row.rule));
        assert_eq!(row.rule.name(), row.name);
    }
    for profile in Profile::ALL {
        assert_eq!(Profile::named(profile.name()), Some(profile));
    }
    assert!(TABLE.is_sorted_by_key(|row| row.rule), "findings come in the order of the rules");
}

proptest! {
    #[test]
    fn every_fix_fits_and_can_be_undone(document in documents()) {
        for own in document.annotations().iter() {
            for finding in check(&document, own, Profile::Citron) {
                prop_assert_eq!(&finding.annotation, &own.id);
                if let Some(edits) = fix(&document, own, finding.rule, &now()) {
                    let (mut mended, mut history) = (document.clone(), History::default());
                    history.take(&mut mended, Step { edits, at: now() }).unwrap();
                    history.undo(&mut mended).unwrap();
                    prop_assert_eq!(mended.with_modified(now()), document.clone().with_modified(now()));
                }
            }
        }
    }

    /// What is not a neighbour of a changed annotation keeps its findings.
    #[test]
    fn only_neighbours_change_their_findings(document in documents(), at in any::<prop::sample::Index>()) {
        let all: Vec<Annotation> = document.annotations().iter().map(|own| (**own).clone()).collect();
        if let Some(gone) = all.get(at.index(all.len().max(1))) {
            let mut changed = document.clone();
            changed.apply(&Edit::Remove(gone.clone())).unwrap();
            let touched = neighbours(&document, gone);
            for own in all.iter().filter(|own| own.id != gone.id) {
                let (before, after) =
                    (check(&document, own, Profile::Citron), check(&changed, own, Profile::Citron));
                prop_assert!(before == after || touched.iter().any(|other| other.id == own.id));
            }
        }
    }
}
